# Programs that ./dev bench measures with; not part of the tests.
add_executable(ledger_bench bench/ledger_bench.cpp)
target_link_libraries(ledger_bench PRIVATE socai_ledger)
add_executable(audit_bench bench/audit_bench.cpp)
target_link_libraries(audit_bench PRIVATE socai_ledger)
