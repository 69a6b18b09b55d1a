// SPDX-License-Identifier: Apache-2.0
#include "cli/score/verdict_report.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>

#include "cli/people/numbers.h"
#include "cli/terminal/width.h"
#include "extractor/claim/json_writer.h"
#include "extractor/claim/names.h"

namespace socai::cli {
namespace {

constexpr std::size_t kNameWidth = 20;

std::string share(std::size_t part, std::size_t whole, const char* format) {
  if (whole == 0) return "-";
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), format, static_cast<double>(part) / static_cast<double>(whole));
  return text.data();
}

std::string row_text(std::string_view name, const VerdictRow& row) {
  return pad_right(std::string(name), kNameWidth) + pad_left(std::to_string(row.gold), 6) +
         pad_left(std::to_string(row.said), 6) + pad_left(std::to_string(row.right), 6) +
         pad_left(share(row.right, row.said, "%.3f"), 10) + pad_left(share(row.right, row.gold, "%.3f"), 8) + "\n";
}

std::string table_text(const VerdictScore& score) {
  std::string text = pad_right("", kNameWidth) + "  gold  said right precision  recall\n";
  for (std::size_t i = 0; i < kVerdicts; ++i) {
    const auto& row = score.rows.at(i);
    if (row.gold + row.said > 0) text += row_text(to_string(static_cast<Verdict>(i)), row);
  }
  text += row_text("conflicts", score.conflicts) + row_text("copies", score.copies);
  text += pad_right("pairs", kNameWidth) + pad_left(std::to_string(score.pairs), 6) + "\n";
  text += pad_right("accuracy", kNameWidth) + pad_left(share(score.right, score.pairs, "%.3f"), 6) + "\n";
  text += pad_right("claim missing", kNameWidth) + pad_left(std::to_string(score.missing), 6) + "\n";
  text +=
      pad_right("unjudged conflicts", kNameWidth) + pad_left(std::to_string(score.unjudged_conflicts.size()), 6) + "\n";
  return text;
}

void write_row(JsonWriter* out, std::string_view name, const VerdictRow& row) {
  out->key(name);
  out->begin_object();
  out->member("gold", row.gold);
  out->member("said", row.said);
  out->member("right", row.right);
  out->end_object();
}

void write_score(JsonWriter* out, const VerdictScore& score) {
  out->begin_object();
  out->member("pairs", score.pairs);
  out->member("right", score.right);
  out->key("accuracy");
  out->raw(score.pairs == 0 ? "null" : share(score.right, score.pairs, "%.17g"));
  out->member("claim_missing", score.missing);
  out->member("unjudged_conflicts", score.unjudged_conflicts.size());
  for (std::size_t i = 0; i < kVerdicts; ++i) {
    write_row(out, to_string(static_cast<Verdict>(i)), score.rows.at(i));
  }
  write_row(out, "conflicts", score.conflicts);
  write_row(out, "copies", score.copies);
  out->end_object();
}

// "DeepSeek | cost.training | 5576000 5576000 USD exact | stated | năm 2024 | by DeepSeek"
std::string claim_line(const RecordedClaim& row) {
  const Claim& claim = row.claim;
  const Amount amount = claim.amount.value_or(Amount());
  std::string line = (claim.subject ? claim.subject->name : "-") + " | " + (claim.metric ? claim.metric->id : "-");
  line += " | " + Numbers::interval(amount) + " " + amount.currency + " " + std::string(to_string(amount.relation));
  if (amount.per) line += " per " + *amount.per;
  line += " | " + std::string(to_string(claim.modality));
  if (claim.polarity == Polarity::denied) line += " denied";
  if (claim.period) line += " | " + claim.period->mention;
  line += " | by " + claim.claimant.entity.name;
  for (const Caveat& caveat : claim.caveats) line += " | caveat " + caveat.quote;
  return one_line(line);
}

std::string side_text(const Place& place, const RecordedClaim* row) {
  std::string text = "    " + place.article + " " + std::to_string(place.start) + " " + one_line(place.quote) + " | ";
  text += row == nullptr ? "no claim" : claim_line(*row);
  return text + "\n";
}

std::string miss_text(const char* kind, const JudgedPair& pair, const Answer& answer) {
  std::string text = kind + pair.event + " gold " + std::string(to_string(pair.verdict)) + " | said ";
  text += answer.verdict ? std::string(to_string(*answer.verdict)) : "nothing";
  text += " | " + (answer.rule.empty() ? "unrelated" : answer.rule) + " | " + pair.why + "\n";
  return text + side_text(pair.a, answer.a) + side_text(pair.b, answer.b);
}

std::string misses_of(const char* kind, const std::vector<JudgedPair>& pairs, const Answers& answers,
                      std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < pairs.size() && count > 0; ++i) {
    if (answers.list[i].verdict == pairs[i].verdict) continue;
    text += miss_text(kind, pairs[i], answers.list[i]);
    --count;
  }
  return text;
}

// The given pairs with the found answer of the same pair.
template <typename Visit>
void for_each_twice(const AuditScore& score, Visit visit) {
  std::size_t i = 0;
  for (std::size_t j = 0; j < score.given_pairs.size(); ++j) {
    const auto same = [&](const JudgedPair& pair) {
      return pair.a.article == score.given_pairs[j].a.article && pair.a.start == score.given_pairs[j].a.start &&
             pair.b.article == score.given_pairs[j].b.article && pair.b.start == score.given_pairs[j].b.start;
    };
    while (i < score.pairs.size() && !same(score.pairs[i])) ++i;
    if (i == score.pairs.size()) return;
    const auto verdict = score.given_pairs[j].verdict;
    visit(score.found.list[i].verdict == verdict, score.given.list[j].verdict == verdict);
  }
}

}  // namespace

std::size_t AuditScore::errors_of_claims() const {
  std::size_t count = 0;
  for_each_twice(*this, [&](bool found_right, bool given_right) { count += !found_right && given_right ? 1 : 0; });
  return count;
}

std::size_t AuditScore::errors_of_audit() const {
  std::size_t count = 0;
  for_each_twice(*this, [&](bool, bool given_right) { count += given_right ? 0 : 1; });
  return count;
}

std::string audit_score_text(const AuditScore& score) {
  std::string text = "on extracted claims\n" + table_text(score_of(score.pairs, score.found));
  if (score.given_pairs.empty()) return text;
  text += "\non right claims\n" + table_text(score_of(score.given_pairs, score.given));
  text += "\n" + pad_right("errors of claims", kNameWidth) + pad_left(std::to_string(score.errors_of_claims()), 6);
  text += "\n" + pad_right("errors of the audit", kNameWidth) + pad_left(std::to_string(score.errors_of_audit()), 6);
  return text + "\n";
}

std::string audit_score_json(const AuditScore& score) {
  std::string json;
  JsonWriter out(&json);
  out.begin_object();
  out.key("extracted");
  write_score(&out, score_of(score.pairs, score.found));
  out.key("given");
  write_score(&out, score_of(score.given_pairs, score.given));
  out.member("errors_of_claims", score.errors_of_claims());
  out.member("errors_of_audit", score.errors_of_audit());
  out.end_object();
  return json;
}

std::string audit_misses_text(const AuditScore& score, std::size_t count) {
  std::string text = misses_of("WRONG   ", score.pairs, score.found, count);
  text += misses_of("GIVEN   ", score.given_pairs, score.given, count);
  const auto& unjudged = score.found.unjudged_conflicts;
  for (std::size_t i = 0; i < std::min(count, unjudged.size()); ++i) {
    const Finding& finding = unjudged[i];
    text += "UNJUDGED " + std::string(to_string(finding.verdict)) + " | " + finding.rule + "\n";
    for (const RecordedClaim* row : {finding.a, finding.b}) {
      const Claim& claim = row->claim;
      text += side_text({row->article.id, claim.start, claim.end, claim.quote}, row);
      text += "        " + one_line(row->sentence) + "\n";
    }
  }
  return text;
}

}  // namespace socai::cli
