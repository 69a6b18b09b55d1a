# Programs that ./dev bench measures with; not part of the tests.
add_executable(ledger_bench bench/ledger_bench.cpp)
target_link_libraries(ledger_bench PRIVATE socai_ledger)
