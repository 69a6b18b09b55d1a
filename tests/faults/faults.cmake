# The ledger under failing disks, failing memory and changed bytes. Each program has a short form, run here, and a long
# one (--long), which `./dev soak` runs. What makes things fail is a library of its own, never part of the program.
add_library(socai_faults OBJECT "${PROJECT_SOURCE_DIR}/ledger/faults/fault_vfs.cpp" faults/work.cpp)
target_link_libraries(socai_faults PUBLIC socai_ledger SQLite::SQLite3)

foreach(part IN ITEMS disk_faults memory_faults byte_changes)
  string(REGEX MATCH "^[a-z]+" file ${part})
  string(REPLACE "byte" "bytes" file ${file})
  add_executable(ledger_${part} faults/${file}.cpp)
  target_link_libraries(ledger_${part} PRIVATE socai_faults)
  add_test(NAME faults.${part} COMMAND ledger_${part})
  set_tests_properties(faults.${part} PROPERTIES TIMEOUT 300)
endforeach()
target_sources(ledger_memory_faults PRIVATE "${PROJECT_SOURCE_DIR}/ledger/faults/fault_memory.cpp")
