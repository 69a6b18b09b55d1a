# socai_tests: every test case of unit/*.cpp, each a test of ctest. SOCAI_REPO is the top of the repo, for test data.
find_package(Catch2 REQUIRED CONFIG)
include(Catch)

add_library(socai_catch INTERFACE)
target_include_directories(socai_catch INTERFACE "${CMAKE_CURRENT_SOURCE_DIR}")
set(no_empty_run)
if(Catch2_VERSION VERSION_GREATER_EQUAL 3)
  target_link_libraries(socai_catch INTERFACE Catch2::Catch2WithMain)
else()
  target_link_libraries(socai_catch INTERFACE Catch2::Catch2)
  target_sources(socai_catch INTERFACE "${CMAKE_CURRENT_SOURCE_DIR}/catch_main.cpp")
  set(no_empty_run EXTRA_ARGS --warn NoTests)  # a name that ctest garbles (with a semicolon) must not pass
endif()

file(GLOB unit_tests CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/unit/*.cpp")
if(unit_tests)
  add_executable(socai_tests ${unit_tests})
  target_compile_definitions(socai_tests PRIVATE SOCAI_REPO="${PROJECT_SOURCE_DIR}")
  target_link_libraries(socai_tests PRIVATE socai_catch ${socai_libraries})
  catch_discover_tests(socai_tests TEST_PREFIX "unit." ${no_empty_run} PROPERTIES TIMEOUT 300)
endif()
