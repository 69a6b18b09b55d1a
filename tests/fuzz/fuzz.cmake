# Each fuzz/fuzz_*.cpp defines LLVMFuzzerTestOneInput. With SOCAI_FUZZ it becomes a fuzzer; with SOCAI_TESTS a test that
# replays crashes/NAME and seeds/NAME.
file(GLOB fuzz_targets CONFIGURE_DEPENDS "${CMAKE_CURRENT_LIST_DIR}/fuzz_*.cpp")
if(SOCAI_FUZZ)
  add_custom_target(socai_fuzzers)
endif()

foreach(target IN LISTS fuzz_targets)
  get_filename_component(name "${target}" NAME_WE)
  if(SOCAI_FUZZ)
    add_executable(${name} "${target}")
    target_link_libraries(${name} PRIVATE ${socai_libraries})
    target_link_options(${name} PRIVATE -fsanitize=fuzzer)
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}")
    add_dependencies(socai_fuzzers ${name})
  endif()
  if(SOCAI_TESTS)
    add_executable(replay_${name} "${target}" "${CMAKE_CURRENT_LIST_DIR}/replay_main.cpp")
    target_link_libraries(replay_${name} PRIVATE ${socai_libraries})
    add_test(NAME "replay.${name}" COMMAND replay_${name}
      "${CMAKE_CURRENT_LIST_DIR}/crashes/${name}" "${CMAKE_CURRENT_LIST_DIR}/seeds/${name}")
    set_tests_properties("replay.${name}" PROPERTIES TIMEOUT 300)
  endif()
endforeach()
