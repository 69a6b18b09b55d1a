// SPDX-License-Identifier: Apache-2.0
#include "ledger/faults/fault_memory.h"

#include <sqlite3.h>

#include <cstdlib>
#include <new>

namespace socai::faults {
namespace {

long fails_at = 0;
bool fails_on = false;
long counted = 0;
sqlite3_mem_methods real;

bool fails() {
  ++counted;
  if (fails_at == 0) return false;
  return fails_on ? counted >= fails_at : counted == fails_at;
}

void* sqlite_malloc(int size) { return fails() ? nullptr : real.xMalloc(size); }
void* sqlite_realloc(void* memory, int size) { return fails() ? nullptr : real.xRealloc(memory, size); }

}  // namespace

void* counted_new(std::size_t size) { return fails() ? nullptr : std::malloc(size == 0 ? 1 : size); }

void install_memory() {
  sqlite3_config(SQLITE_CONFIG_GETMALLOC, &real);
  auto methods = real;
  methods.xMalloc = sqlite_malloc;
  methods.xRealloc = sqlite_realloc;
  if (sqlite3_config(SQLITE_CONFIG_MALLOC, &methods) != SQLITE_OK) std::abort();
}

void fail_allocation(long number, bool lasts) {
  fails_at = number;
  fails_on = lasts;
  counted = 0;
}

long allocations() { return counted; }

}  // namespace socai::faults

void* operator new(std::size_t size) {
  void* memory = socai::faults::counted_new(size);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}
void* operator new[](std::size_t size) { return operator new(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return socai::faults::counted_new(size); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return socai::faults::counted_new(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }
