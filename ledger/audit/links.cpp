// SPDX-License-Identifier: Apache-2.0
#include "ledger/audit/links.h"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <tuple>
#include <type_traits>
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
constexpr auto kNoSentence = static_cast<std::size_t>(-1);
// What more articles than this share within reach of each other is no sign of one event.
constexpr std::size_t kMostSharers = 40;

struct Weighted {
  std::uint32_t hash = 0;
  std::uint32_t points = 0;

  auto operator<=>(const Weighted&) const = default;  // NOLINT(modernize-use-nullptr): there is no pointer in it
};
using Hashes = std::vector<std::uint32_t>;

// What an article tells, as hashes; sorted, each once.
struct Facts {
  std::string article;
  std::optional<std::int64_t> day;
  Hashes single_figures;         // currency and number, of numbers of one digit
  std::vector<Weighted> digits;  // of the numbers of two digits or more, whatever their scale and currency
  std::vector<Weighted> names;
  Hashes openers;  // single words with a capital that opened a sentence, perhaps no names
  Hashes runs;
  Hashes small;  // words that stand without a capital
};

template <typename T>
void sort_once(std::vector<T>* list) {
  std::sort(list->begin(), list->end());
  list->erase(std::unique(list->begin(), list->end()), list->end());
}

// Calls `met` for what stands in both lists, by hash.
template <typename A, typename B, typename Met>
void for_each_shared(const std::vector<A>& a, const std::vector<B>& b, Met met) {
  const auto hash = [](const auto& item) {
    if constexpr (std::is_same_v<std::decay_t<decltype(item)>, Weighted>)
      return item.hash;
    else
      return item;
  };
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (hash(a[i]) < hash(b[j])) {
      ++i;
    } else if (hash(b[j]) < hash(a[i])) {
      ++j;
    } else {
      met(a[i]);
      ++i, ++j;
    }
  }
}

void add_figure(const Claim& claim, Facts* facts) {
  if (!claim.amount || !claim.amount->value || claim.amount->value->is_zero()) return;
  const auto& value = *claim.amount->value;
  const auto more_digits = static_cast<std::size_t>(value.leading_exponent() - value.trailing_exponent());
  const auto points = static_cast<std::uint32_t>(std::min(more_digits, kMostOfOneKind));
  if (points == 0) return facts->single_figures.push_back(hash_of(claim.amount->currency + value.to_string()));
  // Without scale and currency, for either may be a slip.
  const auto digits = value.times_power_of_ten(-value.trailing_exponent());
  if (digits) facts->digits.push_back({hash_of(digits->to_string()), points});
}

// A name of two words or more weighs twice.
void add_name(const std::string& name, const AuditWords& words, Facts* facts) {
  if (name.size() < 3 || words.common_names.contains(name)) return;
  facts->names.push_back({hash_of(name), name.find('-') == std::string::npos ? 1U : 2U});
}

void add_sentence(const std::string& sentence, const AuditWords& words, Facts* facts) {
  const auto found = names_in(sentence);
  for (const auto& word : found.small) facts->small.push_back(hash_of(word));
  for (const auto& name : found.names) {
    if (!name.opens || name.is_long) {
      add_name(name.id, words, facts);
    } else if (name.id.size() >= 3 && !words.common_names.contains(name.id)) {
      facts->openers.push_back(hash_of(name.id));
    }
  }
  add_runs(sentence, &facts->runs);
}

// A single word that also stands without a capital is hardly a name.
void finish(Facts* facts) {
  for (auto* list : {&facts->single_figures, &facts->openers, &facts->runs, &facts->small}) sort_once(list);
  sort_once(&facts->digits);
  sort_once(&facts->names);
  const auto is_word = [&](std::uint32_t hash) {
    return std::binary_search(facts->small.begin(), facts->small.end(), hash);
  };
  std::erase_if(facts->names, [&](const Weighted& name) { return is_word(name.hash); });
  std::erase_if(facts->openers, is_word);
  facts->small = {};
}

std::vector<Facts> facts_of(const std::vector<RecordedClaim>& claims, const AuditOptions& options) {
  std::map<std::string_view, Facts> articles;
  std::set<std::tuple<std::string_view, Field, std::size_t>> sentences;
  for (const auto& row : claims) {
    if (row.claim.zone == Zone::related || row.claim.zone == Zone::boilerplate) continue;
    auto& facts = articles[row.article.id];
    facts.article = row.article.id;
    const auto day = row.article.published ? leading_day(*row.article.published) : std::nullopt;
    if (day) facts.day = day_number(*day);
    add_figure(row.claim, &facts);
    const auto& subject = row.claim.subject;
    if (subject) add_name(core_name(options.aliases.canonical(subject->id), *options.words), *options.words, &facts);
    if (sentences.insert({row.article.id, Field::title, kNoSentence}).second) {
      add_sentence(row.article.title.value_or(""), *options.words, &facts);
    }
    if (!sentences.insert({row.article.id, row.claim.field, row.claim.sentence_start}).second) continue;
    add_sentence(row.sentence, *options.words, &facts);
  }
  std::vector<Facts> list;
  for (auto& [id, facts] : articles) {
    finish(&facts);
    list.push_back(std::move(facts));
  }
  // Within reach of each other means next to each other.
  std::sort(list.begin(), list.end(),
            [](const Facts& a, const Facts& b) { return std::tie(a.day, a.article) < std::tie(b.day, b.article); });
  return list;
}

bool are_one_event(const Facts& a, const Facts& b) {
  std::size_t named = 0;
  for_each_shared(a.names, b.names, [&](const Weighted& name) { named += name.points; });
  for_each_shared(a.names, b.openers, [&](const Weighted& name) { named += name.points; });
  for_each_shared(b.names, a.openers, [&](const Weighted& name) { named += name.points; });
  if (named >= kNamesAlone) return true;
  std::size_t told = std::min(shared_runs(a.runs, b.runs) / kRunsPerPoint, kMostOfOneKind);
  bool one_digit = false;
  for_each_shared(a.single_figures, b.single_figures, [&](std::uint32_t) { one_digit = true; });
  for_each_shared(a.digits, b.digits, [&](const Weighted& digits) { told += digits.points; });
  told += one_digit ? 1 : 0;
  return told > 0 && told + named >= (a.day ? kDatedPoints : kUndatedPoints);
}

bool may_be_one(const Facts& a, const Facts& b, int days) {
  if (!a.day || !b.day) return !a.day && !b.day;
  return std::llabs(*a.day - *b.day) <= days;
}

struct Lookup {
  std::uint64_t key = 0;
  std::uint32_t article = 0;

  auto operator<=>(const Lookup&) const = default;  // NOLINT(modernize-use-nullptr): there is no pointer in it
};

// What two articles must share before they are looked at: a figure of two digits or more, a name, or a run of words.
std::vector<Lookup> lookups_of(const std::vector<Facts>& articles) {
  enum Kind : std::uint64_t { kDigits, kName, kRun };
  std::vector<Lookup> lookups;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    const auto add = [&](Kind kind, std::uint32_t hash) {
      lookups.push_back({static_cast<std::uint64_t>(kind) << 32 | hash, static_cast<std::uint32_t>(i)});
    };
    for (const auto& digits : articles[i].digits) add(kDigits, digits.hash);
    for (const auto& name : articles[i].names) add(kName, name.hash);
    for (const auto run : articles[i].runs) {
      if (run % kSampled == 0) add(kRun, run);
    }
  }
  sort_once(&lookups);
  return lookups;
}

}  // namespace

EventLinks::EventLinks(const std::vector<RecordedClaim>& claims, const AuditOptions& options) {
  const auto articles = facts_of(claims, options);
  const auto lookups = lookups_of(articles);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> tried;
  for (std::size_t i = 0; i < lookups.size(); ++i) {
    const auto& first = articles[lookups[i].article];
    const auto end = std::min(i + 1 + kMostSharers, lookups.size());
    for (std::size_t j = i + 1; j < end && lookups[j].key == lookups[i].key; ++j) {
      if (!may_be_one(first, articles[lookups[j].article], options.event_days)) break;
      tried.emplace_back(lookups[i].article, lookups[j].article);
    }
  }
  sort_once(&tried);
  for (const auto& [a, b] : tried) {
    if (!are_one_event(articles[a], articles[b])) continue;
    links_[articles[a].article].push_back(articles[b].article);
    links_[articles[b].article].push_back(articles[a].article);
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
