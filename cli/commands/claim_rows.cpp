// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/claim_rows.h"

#include <optional>

#include "cli/people/csv.h"
#include "cli/terminal/width.h"
#include "extractor/claim/names.h"

namespace socai::cli {
namespace {

std::string text_of(const std::optional<Decimal>& value) { return value ? value->to_string() : ""; }
std::string text_of(const std::optional<std::string>& value) { return value.value_or(""); }

std::string list_of(const std::vector<std::string>& items) {
  std::string text;
  for (const auto& item : items) text += (text.empty() ? "" : " | ") + item;
  return text;
}

std::string share(int percent) {
  return percent >= 100 ? "1.0" : "0." + std::string(percent < 10 ? "0" : "") + std::to_string(percent);
}

// The words of a statement may be a paragraph: `socai show` has them whole.
constexpr std::size_t kStatementWidth = 72;

}  // namespace

std::string short_id(const std::string& id) { return id.substr(0, 8); }

std::string published(const ArticleInfo& article, const ClaimText& text) {
  std::string words = article.outlet.value_or("");
  if (article.published) words += (words.empty() ? "" : " ") + text.dates.day(*article.published);
  return words;
}

Table claim_table(const std::vector<RecordedClaim>& rows, const ClaimText& text) {
  Table table({{text.t({"who", "ai nói"})},
               {text.t({"claim", "nói gì"})},
               {text.t({"about", "về"})},
               {text.t({"how", "mức độ"}), Align::left, false},
               {text.t({"published", "đăng"})},
               {"id", Align::left, false}});
  for (const RecordedClaim& row : rows) {
    const Claim& claim = row.claim;
    std::optional<Style> style;
    if (claim.amount) style = claim.polarity == Polarity::denied ? Style::red : Style::bold;
    const std::string gone = row.retired ? std::string(" ") + text.t({"(retired)", "(đã rút)"}) : "";
    table.add({text.who(claim),
               {cut_to_width(text.amount(claim), kStatementWidth), style},
               text.what(claim),
               text.how(claim) + gone,
               published(row.article, text),
               short_id(row.id)});
  }
  return table;
}

std::string claim_csv_header() {
  return csv_line(
      {"id",          "kind",       "claimant",         "claimant_id", "attribution", "cue",       "via",
       "subject",     "subject_id", "metric",           "value",       "min",         "max",       "currency",
       "relation",    "per",        "implied_currency", "polarity",    "modality",    "zone",      "period",
       "period_from", "period_to",  "confidence",       "quote",       "field",       "start",     "end",
       "caveats",     "article",    "outlet",           "url",         "title",       "published", "version",
       "recorded_at"});
}

std::string claim_csv(const RecordedClaim& row) {
  const Claim& claim = row.claim;
  const Amount amount = claim.amount.value_or(Amount());
  const auto code = [](std::string_view name) { return std::string(name); };
  std::vector<std::string> caveats;
  for (const Caveat& caveat : claim.caveats) caveats.push_back(caveat.quote);
  return csv_line({row.id,
                   code(to_string(claim.kind)),
                   claim.claimant.entity.name,
                   claim.claimant.entity.id,
                   code(to_string(claim.claimant.attribution)),
                   claim.claimant.cue,
                   list_of(claim.claimant.via),
                   claim.subject ? claim.subject->name : "",
                   claim.subject ? claim.subject->id : "",
                   claim.metric ? claim.metric->id : "",
                   text_of(amount.value),
                   text_of(amount.min),
                   text_of(amount.max),
                   amount.currency,
                   claim.amount ? code(to_string(amount.relation)) : "",
                   text_of(amount.per),
                   claim.amount ? (amount.implied_currency ? "true" : "false") : "",
                   code(to_string(claim.polarity)),
                   code(to_string(claim.modality)),
                   code(to_string(claim.zone)),
                   claim.period ? claim.period->mention : "",
                   claim.period ? text_of(claim.period->from) : "",
                   claim.period ? text_of(claim.period->to) : "",
                   share(claim.confidence_percent),
                   claim.quote,
                   code(to_string(claim.field)),
                   std::to_string(claim.start),
                   std::to_string(claim.end),
                   list_of(caveats),
                   claim.article,
                   text_of(row.article.outlet),
                   text_of(row.article.url),
                   text_of(row.article.title),
                   text_of(row.article.published),
                   std::to_string(row.recorded),
                   row.recorded_at});
}

}  // namespace socai::cli
