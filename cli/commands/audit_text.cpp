// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/audit_text.h"

#include <algorithm>
#include <optional>

#include "cli/commands/audit_words.h"
#include "cli/commands/claim_rows.h"
#include "cli/people/csv.h"
#include "cli/people/interval_chart.h"
#include "cli/terminal/table.h"
#include "cli/terminal/width.h"
#include "extractor/claim/names.h"

namespace socai::cli {
namespace {

Style style_of(Verdict verdict) {
  if (is_conflict(verdict)) return Style::red;
  return calls_for_a_look(verdict) ? Style::yellow : Style::green;
}

std::string subject_of(const Finding& finding) {
  const auto& subject = finding.a->claim.subject ? finding.a->claim.subject : finding.b->claim.subject;
  return subject ? one_line(subject->name) : "";
}

std::string metrics_of(const Finding& finding) {
  const auto& a = finding.a->claim.metric;
  const auto& b = finding.b->claim.metric;
  if (a && b && a->id != b->id) return a->id + " / " + b->id;
  return a ? a->id : b ? b->id : "";
}

}  // namespace

std::string AuditText::distance(const Finding& finding) const {
  if (!finding.distance) return {};
  const Amount amount = finding.a->claim.amount.value_or(Amount());  // a distance has one currency on both sides
  std::string words = text_.numbers.figure(finding.distance->absolute, amount.currency);
  if (finding.distance->ratio) words += " (×" + text_.numbers.plain(*finding.distance->ratio) + ")";
  return words;
}

std::string AuditText::table(const std::vector<Finding>& findings) const {
  Table table({{text_.t({"verdict", "kết luận"}), Align::left, false},
               {text_.t({"subject", "chủ thể"})},
               {text_.t({"metric", "chỉ số"})},
               {"A"},
               {"B"},
               {text_.t({"distance", "chênh lệch"})},
               {text_.t({"first reason", "lý do đầu tiên"})},
               {"id", Align::left, false}});
  for (const Finding& finding : findings) {
    table.add({{text_.t(word_of(finding.verdict)), style_of(finding.verdict)},
               subject_of(finding),
               metrics_of(finding),
               text_.amount(finding.a->claim),
               text_.amount(finding.b->claim),
               distance(finding),
               finding.reasons.empty() ? "" : reason_line(finding.reasons.front(), text_),
               short_id(finding.id)});
  }
  return table.render(screen_);
}

std::string AuditText::side(const char* name, const RecordedClaim& row) const {
  std::string line = std::string("  ") + name + "  " + screen_.paint(Style::bold, text_.amount(row.claim)) + "   " +
                     text_.source(row.claim);
  const std::string where = published(row.article, text_);
  if (!where.empty()) line += " · " + one_line(where);
  line += " · " + short_id(row.id) + "\n";
  line += text_.in_context(row.claim, row.sentence, "     ");
  for (const Caveat& caveat : row.claim.caveats) {
    line += text_.row({"caveat", "hạn định"}, "“" + one_line(caveat.quote) + "”");
  }
  return line;
}

std::string AuditText::block(const Finding& finding) const {
  std::string heading = text_.t(word_of(finding.verdict));
  const std::string code(to_string(finding.verdict));
  if (heading != code) heading += " (" + code + ")";
  std::string out = screen_.paint(style_of(finding.verdict), "■ " + heading) + "  ";
  out += subject_of(finding) + " · " + metrics_of(finding) + "  " + short_id(finding.id) + "\n";
  for (const Reason& reason : finding.reasons) out += "  → " + reason_line(reason, text_) + "\n";
  out += side("A", *finding.a) + side("B", *finding.b);
  out += text_.row({"keys", "so sánh"}, keys_line(finding.keys, text_));
  std::string weight = distance(finding);
  if (!weight.empty()) weight += " · ";
  weight += fill(text_.t({"independent sources {0} : {1} · severity {2} · rule {3}",
                          "nguồn độc lập {0} : {1} · mức độ {2} · luật {3}"}),
                 {std::to_string(finding.lineages_a), std::to_string(finding.lineages_b),
                  text_.t(word_of(finding.severity)), finding.rule});
  out += text_.row({"apart", "chênh"}, weight);
  if (finding.decision) out += text_.row({"decided", "đã xét"}, *finding.decision);
  if (finding.a->claim.amount && finding.b->claim.amount) {
    const std::string chart =
        interval_chart({{"     A", *finding.a->claim.amount, finding.a->claim.polarity == Polarity::denied},
                        {"     B", *finding.b->claim.amount, finding.b->claim.polarity == Polarity::denied}},
                       text_.numbers, screen_.width);
    out += chart;
  }
  return out + "\n";
}

std::string finding_csv_header() {
  return csv_line({"id",           "verdict",    "severity",   "subject",    "a_id",         "a_claimant",
                   "a_metric",     "a_min",      "a_max",      "a_currency", "a_quote",      "a_article",
                   "b_id",         "b_claimant", "b_metric",   "b_min",      "b_max",        "b_currency",
                   "b_quote",      "b_article",  "distance",   "ratio",      "lineages_a",   "lineages_b",
                   "key_subject",  "key_metric", "key_period", "key_unit",   "key_currency", "key_scope",
                   "key_modality", "rule",       "reasons",    "decision"});
}

std::string finding_csv(const Finding& finding) {
  std::vector<std::string> cells = {finding.id, std::string(to_string(finding.verdict)),
                                    std::string(to_string(finding.severity)), subject_of(finding)};
  const auto decimal = [](const std::optional<Decimal>& value) { return value ? value->to_string() : ""; };
  for (const RecordedClaim* row : {finding.a, finding.b}) {
    const Amount amount = row->claim.amount.value_or(Amount());
    const std::string metric = row->claim.metric ? row->claim.metric->id : "";
    cells.insert(cells.end(), {row->id, row->claim.claimant.entity.name, metric, decimal(amount.min),
                               decimal(amount.max), amount.currency, row->claim.quote, row->article.id});
  }
  cells.push_back(finding.distance ? finding.distance->absolute.to_string() : "");
  cells.push_back(finding.distance ? decimal(finding.distance->ratio) : "");
  cells.push_back(std::to_string(finding.lineages_a));
  cells.push_back(std::to_string(finding.lineages_b));
  const Keys& keys = finding.keys;
  for (const KeyState state :
       {keys.subject, keys.metric, keys.period, keys.unit, keys.currency, keys.scope, keys.modality}) {
    cells.emplace_back(to_string(state));
  }
  cells.push_back(finding.rule);
  std::string reasons;
  for (const Reason& reason : finding.reasons) reasons += (reasons.empty() ? "" : " ") + reason.code;
  cells.push_back(reasons);
  cells.push_back(finding.decision.value_or(""));
  return csv_line(cells);
}

}  // namespace socai::cli
