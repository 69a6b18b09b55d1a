# End to end: cli/*.py and cli/*.sh, each called with the path of the program and the top of the repo. It passes by
# exit code 0, is skipped by 77, runs in English whatever the caller's locale, and finds no ledger in the environment.
file(GLOB programs CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/cli/*.py" "${CMAKE_CURRENT_SOURCE_DIR}/cli/*.sh")
foreach(program IN LISTS programs)
  get_filename_component(name "${program}" NAME_WE)
  get_filename_component(kind "${program}" LAST_EXT)
  if(kind STREQUAL ".py")
    set(interpreter "${Python3_EXECUTABLE}" -B)
  else()
    set(interpreter bash)
  endif()
  if(TARGET socai)
    add_test(NAME "cli.${name}" COMMAND ${interpreter} "${program}" $<TARGET_FILE:socai> "${PROJECT_SOURCE_DIR}")
    set_tests_properties("cli.${name}" PROPERTIES TIMEOUT 300 SKIP_RETURN_CODE 77 ENVIRONMENT "LC_ALL=C.UTF-8"
      ENVIRONMENT_MODIFICATION "SOCAI_LEDGER=unset:")
  endif()
endforeach()

add_test(NAME house.rules COMMAND "${Python3_EXECUTABLE}" -B "${CMAKE_CURRENT_SOURCE_DIR}/house_check.py")
