# Every header compiles alone: one generated source a header, including nothing else. A test builds them.
file(GLOB_RECURSE headers CONFIGURE_DEPENDS RELATIVE "${PROJECT_SOURCE_DIR}"
  "${PROJECT_SOURCE_DIR}/extractor/*.h" "${PROJECT_SOURCE_DIR}/ledger/*.h" "${PROJECT_SOURCE_DIR}/cli/*.h")
set(header_sources)
foreach(header IN LISTS headers)
  set(source "${CMAKE_CURRENT_BINARY_DIR}/headers/${header}.cpp")
  file(CONFIGURE OUTPUT "${source}" CONTENT "#include \"${header}\"\n" @ONLY)
  list(APPEND header_sources "${source}")
endforeach()

if(header_sources)
  add_library(socai_headers OBJECT EXCLUDE_FROM_ALL ${header_sources})
  target_compile_options(socai_headers PRIVATE -O0 -g0)
  target_link_libraries(socai_headers PRIVATE ${socai_libraries})
  add_test(NAME house.headers
    COMMAND "${CMAKE_COMMAND}" --build "${PROJECT_BINARY_DIR}" --target socai_headers --parallel 2)
  set_tests_properties(house.headers PROPERTIES PROCESSORS 2 TIMEOUT 600)
endif()
