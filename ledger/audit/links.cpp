// SPDX-License-Identifier: Apache-2.0
#include "ledger/audit/links.h"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <tuple>
#include <utility>

#include "ledger/audit/context.h"
#include "ledger/audit/keys.h"
#include "ledger/audit/names.h"
#include "ledger/times.h"

namespace socai {
namespace {

// Points that make two articles one event: fewer where their days already are near. One of them must come from figures
// or runs of words; names alone, which come back in many events, must be more.
constexpr std::size_t kUndatedPoints = 3;
constexpr std::size_t kDatedPoints = 2;
constexpr std::size_t kNamesAlone = 3;
constexpr std::size_t kMostOfOneKind = 3;
constexpr std::size_t kRunsPerPoint = 3;
// One run in four is looked up; which one depends on its words alone.
constexpr std::uint32_t kSampled = 4;
// What more articles than this share within reach of each other is no sign of one event.
constexpr std::size_t kMostSharers = 40;

struct Facts {
  std::string article;
  std::optional<std::int64_t> day;
  std::map<std::string, std::size_t> figures;  // currency and number -> points; 0 for a number of one digit
  std::map<std::string, std::size_t> digits;   // of the numbers of two digits or more -> points
  std::set<std::string> names;
  std::vector<std::uint32_t> runs;  // sorted, each once
  std::set<std::string> openers;    // single words with a capital that opened a sentence, perhaps no names
  std::set<std::string> small;      // words that stand without a capital
};

void add_figure(const Claim& claim, Facts* facts) {
  if (!claim.amount || !claim.amount->value || claim.amount->value->is_zero()) return;
  const auto& value = *claim.amount->value;
  const auto more_digits = static_cast<std::size_t>(value.leading_exponent() - value.trailing_exponent());
  const auto points = std::min(more_digits, kMostOfOneKind);
  facts->figures[claim.amount->currency + value.to_string()] = points;
  // The same digits under another scale or currency may be a slip.
  const auto digits = value.times_power_of_ten(-value.trailing_exponent());
  if (digits && points > 0) facts->digits[digits->to_string()] = points;
}

void add_sentence(const std::string& sentence, const AuditWords& words, Facts* facts) {
  auto found = names_in(sentence);
  facts->small.insert(found.small.begin(), found.small.end());
  for (auto& name : found.names) {
    if (name.id.size() < 3 || words.common_names.contains(name.id)) continue;
    (name.opens && !name.is_long ? facts->openers : facts->names).insert(std::move(name.id));
  }
  add_runs(sentence, &facts->runs);
}

using FactsOf = std::map<std::string, Facts>;

FactsOf facts_of(const std::vector<RecordedClaim>& claims, const AuditOptions& options) {
  FactsOf articles;
  std::set<std::tuple<std::string_view, Field, std::size_t>> sentences;
  for (const auto& row : claims) {
    if (row.claim.zone == Zone::related || row.claim.zone == Zone::boilerplate) continue;
    auto& facts = articles[row.article.id];
    facts.article = row.article.id;
    const auto day = row.article.published ? leading_day(*row.article.published) : std::nullopt;
    if (day) facts.day = day_number(*day);
    add_figure(row.claim, &facts);
    const auto& subject = row.claim.subject;
    const auto name = subject ? core_name(options.aliases.canonical(subject->id), *options.words) : std::string();
    if (!name.empty() && !options.words->common_names.contains(name)) facts.names.insert(name);
    if (!sentences.insert({row.article.id, row.claim.field, row.claim.sentence_start}).second) continue;
    add_sentence(row.sentence, *options.words, &facts);
  }
  for (auto& [id, facts] : articles) {
    std::sort(facts.runs.begin(), facts.runs.end());
    facts.runs.erase(std::unique(facts.runs.begin(), facts.runs.end()), facts.runs.end());
    const auto is_word = [&](const std::string& name) { return facts.small.contains(name); };
    std::erase_if(facts.names, is_word);
    std::erase_if(facts.openers, is_word);
    facts.small.clear();
  }
  return articles;
}

std::size_t points_of_name(const std::string& name) { return name.find('-') == std::string::npos ? 1 : 2; }

std::size_t points_of_names(const Facts& a, const Facts& b) {
  std::size_t points = 0;
  for (const auto& name : a.names) {
    points += b.names.contains(name) || b.openers.contains(name) ? points_of_name(name) : 0;
  }
  for (const auto& name : a.openers) points += b.names.contains(name) ? 1 : 0;
  return points;
}

bool are_one_event(const Facts& a, const Facts& b) {
  std::size_t told = std::min(shared_runs(a.runs, b.runs) / kRunsPerPoint, kMostOfOneKind);
  bool one_digit = false;
  for (const auto& [figure, points] : a.figures) one_digit = one_digit || (points == 0 && b.figures.contains(figure));
  for (const auto& [digits, points] : a.digits) told += b.digits.contains(digits) ? points : 0;
  told += one_digit ? 1 : 0;
  const auto named = points_of_names(a, b);
  if (named >= kNamesAlone) return true;
  return told > 0 && told + named >= (a.day ? kDatedPoints : kUndatedPoints);
}

bool may_be_one(const Facts& a, const Facts& b, int days) {
  if (!a.day || !b.day) return !a.day && !b.day;
  return std::llabs(*a.day - *b.day) <= days;
}

// What two articles must share before they are looked at: a figure of two digits or more, a name, or a run of words.
std::vector<std::string> lookups_of(const Facts& facts) {
  std::vector<std::string> keys;
  for (const auto& [digits, points] : facts.digits) keys.push_back("f" + digits);
  for (const auto& name : facts.names) keys.push_back("n" + name);
  for (const auto run : facts.runs) {
    if (run % kSampled == 0) keys.push_back("r" + std::to_string(run));
  }
  return keys;
}

}  // namespace

EventLinks::EventLinks(const std::vector<RecordedClaim>& claims, const AuditOptions& options) {
  const auto articles = facts_of(claims, options);
  std::map<std::string, std::vector<const Facts*>> sharers;
  for (const auto& [id, facts] : articles) {
    for (auto& key : lookups_of(facts)) sharers[std::move(key)].push_back(&facts);
  }
  std::set<std::pair<const Facts*, const Facts*>> tried;
  for (auto& [key, list] : sharers) {
    std::sort(list.begin(), list.end(), [](const Facts* a, const Facts* b) {
      return std::tie(a->day, a->article) < std::tie(b->day, b->article);
    });
    for (std::size_t i = 0; i < list.size(); ++i) {
      std::size_t within = 0;
      for (std::size_t j = i + 1; j < list.size() && may_be_one(*list[i], *list[j], options.event_days); ++j) {
        if (++within > kMostSharers) break;
        const auto& a = *list[i];
        const auto& b = *list[j];
        if (!tried.insert(std::minmax(&a, &b)).second) continue;
        if (!are_one_event(a, b)) continue;
        links_[a.article].push_back(b.article);
        links_[b.article].push_back(a.article);
      }
    }
  }
  for (auto& [article, others] : links_) std::sort(others.begin(), others.end());
}

bool EventLinks::linked(const std::string& a, const std::string& b) const {
  const auto& others = of(a);
  return std::binary_search(others.begin(), others.end(), b);
}

const std::vector<std::string>& EventLinks::of(const std::string& article) const {
  static const std::vector<std::string> kNone;
  const auto found = links_.find(article);
  return found == links_.end() ? kNone : found->second;
}

}  // namespace socai
