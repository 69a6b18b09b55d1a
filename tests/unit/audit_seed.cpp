// SPDX-License-Identifier: Apache-2.0
// What the audit says of the article that the project set out from.
#include <algorithm>

#include "catch.h"
#include "ledger/audit/audit.h"
#include "tests/unit/audit_fixtures.h"

using namespace socai;
using namespace socai::testing;

namespace {

const Finding* between(const std::vector<Finding>& findings, const std::string& a, const std::string& b) {
  for (const auto& finding : findings) {
    if ((finding.a->id == a && finding.b->id == b) || (finding.a->id == b && finding.b->id == a)) return &finding;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("the seed: 6 million is refuted, and the headline's 500 million stands against it", "[audit]") {
  const auto claims = seed();
  const auto findings = audit(claims);
  for (const char* denial : {"head6", "link6"}) {
    const auto* refuted = between(findings, denial, "body6");
    REQUIRE(refuted);
    CHECK(refuted->verdict == Verdict::refuted);
    CHECK(refuted->reasons.at(0).code == "denied");
    const auto is_refined = [](const Reason& reason) { return reason.code == "refined_by"; };
    CHECK(std::any_of(refuted->reasons.begin(), refuted->reasons.end(), is_refined));
  }
  const auto* against = between(findings, "body6", "head500");
  REQUIRE(against);
  CHECK(against->verdict == Verdict::contradicts);
  CHECK(against->rule == "audit.counter_figure");
  CHECK(against->reasons.at(0) == Reason{"counter_figure", {{"denial", "head6"}}});
  CHECK(against->distance->ratio->to_string() == "83.33");
  CHECK(is_conflict(findings.front().verdict));
  CHECK(findings.front().verdict == Verdict::refuted);
}

TEST_CASE("the seed: 6 and 5,576 million are one figure at two precisions", "[audit]") {
  const auto claims = seed();
  CHECK(between(audit(claims), "body6", "5576") == nullptr);  // nothing to look at
  AuditOptions options;
  options.all = true;
  const auto findings = audit(claims, options);
  const auto* refines = between(findings, "body6", "5576");
  REQUIRE(refines);
  CHECK(refines->verdict == Verdict::refines);
  CHECK(refines->keys.scope == KeyState::unknown);
  CHECK(refines->reasons.back().code == "rounds_to");
  CHECK(refines->reasons.back().values.at(1).second == "1000000");
}

TEST_CASE("the seed: training against development is an apparent conflict, with its reason first", "[audit]") {
  const auto claims = seed();
  const auto findings = audit(claims);
  for (const char* other : {"head500", "lede1600"}) {
    CAPTURE(other);
    const auto* apparent = between(findings, "5576", other);
    REQUIRE(apparent);
    CHECK(apparent->verdict == Verdict::apparent);
    CHECK(apparent->reasons.at(0) == Reason{"metric_part", {{"part", "cost.training"}, {"whole", "cost.development"}}});
    CHECK(apparent->reasons.at(1).code == "caveat");
    CHECK(apparent->reasons.at(1).values.at(1).second == "chỉ bao gồm quá trình huấn luyện chính thức");
  }
  CHECK(between(findings, "5576", "head500")->distance->absolute.to_string() == "494424000");
  for (const char* hardware : {"hw500", "hw1600"}) {
    REQUIRE(between(findings, "5576", hardware));
    CHECK(between(findings, "5576", hardware)->verdict == Verdict::apparent);
  }
  for (const auto& finding : findings) {
    CHECK(finding.a->id != "cap");
    CHECK(finding.b->id != "cap");
  }
}
