// SPDX-License-Identifier: Apache-2.0
// Ledger files that a disk, a copy or a restore damaged: each is told by the same problem every time, or refused.
#include <algorithm>
#include <functional>
#include <utility>

#include "catch.h"
#include "ledger/ledger.h"
#include "ledger/store/database.h"
#include "tests/unit/ledger_fixtures.h"

using namespace socai;
using namespace socai::testing;

namespace {

constexpr std::size_t kPage = 4096;

// The bytes of a ledger, those of the version before, and where its tables and indexes begin.
struct Sample {
  std::string bytes;
  std::string older;
  std::map<std::string, std::size_t> roots;  // offset of the first page, by name

  std::size_t at(const std::string& name) const { return roots.at(name); }
};

void put(std::string* bytes, std::size_t at, const std::string& part) { bytes->replace(at, part.size(), part); }

std::string page(const std::string& bytes, std::size_t at) { return bytes.substr(at, kPage); }

Sample make_sample(const Folder& folder) {
  Sample sample;
  const auto path = folder.file("sample.db");
  const auto a = article("a1", "Chi phí là 5 tỷ đồng.\nThu 7 tỷ đồng.");
  const auto b = article("a2", "Chi phí là 6 tỷ đồng.");
  {
    auto ledger = Ledger::open_or_create(path);
    ledger.ingest({{a, {money(a, "5 tỷ đồng", "5000000000"), money(a, "7 tỷ đồng", "7000000000")}}}, info());
    sample.older = bytes_of(path);
    ledger.ingest({{b, {money(b, "6 tỷ đồng", "6000000000")}}}, info("2025-02-02T03:15:00Z"));
  }
  sample.bytes = bytes_of(path);
  auto db = Database::open(path, OpenMode::read);
  Query objects(db, "SELECT name, rootpage FROM sqlite_schema WHERE rootpage > 0");
  while (objects.step()) {
    sample.roots[objects.text(0)] = static_cast<std::size_t>(objects.integer(1) - 1) * kPage;
  }
  return sample;
}

struct Damage {
  const char* what;
  const char* code;  // that must be among those reported; "refused": not opened; "": harmless, verifies
  std::function<void(const Sample&, std::string*)> make;
};

std::vector<Damage> damages() {
  return {
      {"cut in half", "refused", [](const Sample&, std::string* b) { b->resize(b->size() / 2 / kPage * kPage); }},
      {"the last page gone", "refused", [](const Sample&, std::string* b) { b->resize(b->size() - kPage); }},
      {"cut in mid-page", "refused", [](const Sample&, std::string* b) { b->resize(b->size() - kPage / 2); }},
      {"only the first page", "refused", [](const Sample&, std::string* b) { b->resize(kPage); }},
      {"pages of zeros behind", "", [](const Sample&, std::string* b) { b->append(2 * kPage, '\0'); }},
      {"the head all zeros", "refused", [](const Sample&, std::string* b) { put(b, 0, std::string(kPage, '\0')); }},
      {"the whole file zeros", "refused", [](const Sample&, std::string* b) { b->assign(b->size(), '\0'); }},
      {"entries all zeros", "file.damaged",
       [](const Sample& s, std::string* b) { put(b, s.at("entry"), std::string(kPage, '\0')); }},
      {"versions all zeros", "file.damaged",
       [](const Sample& s, std::string* b) { put(b, s.at("version"), std::string(kPage, '\0')); }},
      {"texts all noise", "file.damaged",
       [](const Sample& s, std::string* b) { put(b, s.at("text"), std::string(kPage, '\x5a')); }},
      {"an index all zeros", "file.damaged",
       [](const Sample& s, std::string* b) { put(b, s.at("claim_by_id"), std::string(kPage, '\0')); }},
      {"claims and articles swapped", "file.damaged",
       [](const Sample& s, std::string* b) {
         const auto claims = page(*b, s.at("claim"));
         put(b, s.at("claim"), page(*b, s.at("article")));
         put(b, s.at("article"), claims);
       }},
      {"entries as they were a version ago", "entry.missing",
       [](const Sample& s, std::string* b) { put(b, s.at("entry"), page(s.older, s.at("entry"))); }},
      {"versions as they were a version ago", "entry.order",
       [](const Sample& s, std::string* b) { put(b, s.at("version"), page(s.older, s.at("version"))); }},
      {"texts as they were a version ago", "claim.quote",
       [](const Sample& s, std::string* b) { put(b, s.at("text"), page(s.older, s.at("text"))); }},
      {"claims as they were a version ago", "table.differs",
       [](const Sample& s, std::string* b) { put(b, s.at("claim"), page(s.older, s.at("claim"))); }},
      {"an index as it was a version ago", "file.damaged",
       [](const Sample& s, std::string* b) { put(b, s.at("claim_by_id"), page(s.older, s.at("claim_by_id"))); }},
      {"the whole file as it was a version ago", "", [](const Sample& s, std::string* b) { *b = s.older; }},
  };
}

// The codes that verify reports; "refused" where the file is not even opened.
std::vector<std::string> told(const std::string& path) {
  try {
    std::vector<std::string> codes;
    for (const auto& problem : Ledger::open(path).verify().problems) codes.push_back(problem.code);
    return codes;
  } catch (const Error&) {
    return {"refused"};
  }
}

// The file with that damage, and its bytes.
std::pair<std::string, std::string> damaged_file(const Folder& folder, const Sample& sample, const Damage& damage) {
  auto bytes = sample.bytes;
  damage.make(sample, &bytes);
  const auto path = folder.file("damaged.db");
  std::ofstream(path, std::ios::binary) << bytes;
  return {path, bytes};
}

}  // namespace

TEST_CASE("every damage of a file is told by its code, by every reading the same", "[ledger]") {
  const Folder folder;
  const auto sample = make_sample(folder);
  for (const auto& damage : damages()) {
    CAPTURE(damage.what);
    const auto [path, bytes] = damaged_file(folder, sample, damage);
    const auto codes = told(path);
    CAPTURE(codes);
    if (std::string(damage.code).empty()) {
      CHECK(codes.empty());
    } else {
      CHECK(std::find(codes.begin(), codes.end(), damage.code) != codes.end());
    }
    CHECK(told(path) == codes);
    CHECK(bytes_of(path) == bytes);
  }
}

TEST_CASE("of a damaged file only what can be read is answered, and the rest ends in an error", "[ledger]") {
  const Folder folder;
  const auto sample = make_sample(folder);
  for (const auto& damage : damages()) {
    CAPTURE(damage.what);
    const auto [path, bytes] = damaged_file(folder, sample, damage);
    const auto code = code_of([&] {
      const auto ledger = Ledger::open(path);
      ledger.claims({});
      ledger.article("a1");
      ledger.log();
      ledger.export_lines([](std::string_view) {});
    });
    CAPTURE(static_cast<int>(code));
    const ExitCode expected[] = {ExitCode::ok, ExitCode::integrity, ExitCode::invalid_data, ExitCode::io};
    CHECK(std::find(std::begin(expected), std::end(expected), code) != std::end(expected));
  }
}

TEST_CASE("what lies beside a ledger and is no journal of it does no harm", "[ledger]") {
  const Folder folder;
  const auto sample = make_sample(folder);
  const auto path = folder.file("sample.db");
  const std::string others[] = {"", "rubbish", std::string(kPage, '\0'), std::string(kPage, '\x7f'), sample.older};
  for (const auto& other : others) {
    CAPTURE(other.size());
    std::ofstream(path + "-journal", std::ios::binary) << other;
    CHECK(Ledger::open(path).verify().ok());
    auto ledger = Ledger::open_to_write(path);
    const auto before = ledger.head_number();
    const auto a = article("b" + std::to_string(before), "Chi phí là 5 tỷ đồng.");
    ledger.ingest({{a, {money(a, "5 tỷ đồng", "5000000000")}}}, info("2025-02-03T03:15:00Z"));
    CHECK(ledger.head_number() == before + 1);
    CHECK(ledger.verify().ok());
  }
}
