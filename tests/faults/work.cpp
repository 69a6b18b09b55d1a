// SPDX-License-Identifier: Apache-2.0
#include "tests/faults/work.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <new>

#include "tests/unit/ledger_fixtures.h"

namespace socai::faults {
namespace {

using namespace socai::testing;

ArticleClaims with_figure(const std::string& id, int figure, const std::string& front) {
  const auto quote = std::to_string(figure) + " tỷ đồng";
  auto a = article(id, front + "Chi phí là " + quote + ".\nThu 7 tỷ đồng.");
  a.title = "Tin " + id;
  auto claim = money(a, quote, std::to_string(figure) + "000000000");
  auto income = money(a, "7 tỷ đồng", "7000000000", a.text.find("Thu"));
  return {a, {about(by(claim, "An"), "Vingroup", "cost"), about(by(income, "An"), "Vingroup", "revenue")}};
}

}  // namespace

void fail(const std::string& what) {
  std::cout << "FAILED: " << what << std::endl;
  std::exit(1);
}

void make_ledger(const std::string& path) {
  auto ledger = Ledger::open_or_create(path);
  std::vector<ArticleClaims> batch;
  for (int i = 0; i < 40; ++i) batch.push_back(with_figure("a" + std::to_string(i), 100 + i, ""));
  ledger.ingest(batch, info());
  auto writer = ledger.begin(info("2025-02-02T03:15:00Z"));
  const auto changed = with_figure("a1", 5, "Sửa.\n");
  writer.add(changed.article, changed.claims);
  writer.alias("vin", "vingroup", true);
  writer.redact("a2", "luật");
  writer.seal();
}

void add_version(const std::string& path) {
  auto ledger = Ledger::open_to_write(path);
  auto writer = ledger.begin(info("2025-02-03T03:15:00Z"));
  for (int i = 30; i < 60; ++i) {
    const auto one = with_figure("a" + std::to_string(i), 200 + i, "Thêm.\n");
    writer.add(one.article, one.claims);
  }
  writer.retire(ledger.claims({}).rows.front().id, "sai");
  writer.decide("f00d", "explained", "hai dự án");
  writer.alias("vin", "vingroup", false);
  writer.redact("a3", "luật");
  writer.seal();
}

void put_back(const std::string& original, const std::string& path) {
  std::filesystem::remove(path + "-journal");
  std::filesystem::copy_file(original, path, std::filesystem::copy_options::overwrite_existing);
}

int in_child(const std::function<void()>& work) {
  std::cout.flush();
  const auto child = ::fork();
  if (child == 0) {
    try {
      work();
      ::_exit(0);
    } catch (const Error& error) {
      ::_exit(static_cast<int>(error.code));
    } catch (const std::bad_alloc&) {
      ::_exit(static_cast<int>(ExitCode::io));
    }
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  if (!WIFEXITED(status)) fail("the process was ended by signal " + std::to_string(WTERMSIG(status)));
  return WEXITSTATUS(status);
}

VersionNumber expect_whole(const std::string& path, VersionNumber head, bool may_have_next, const std::string& where) {
  try {
    const auto ledger = Ledger::open(path);
    const auto report = ledger.verify();
    if (!report.ok()) fail(where + ": " + report.problems[0].code + " " + report.problems[0].where);
    const auto now = ledger.head_number();
    if (now != head && !(may_have_next && now == head + 1)) fail(where + ": version " + std::to_string(now));
    return now;
  } catch (const Error& error) {
    fail(where + ": " + error.what());
  }
}

}  // namespace socai::faults
