// SPDX-License-Identifier: Apache-2.0
#include "ledger/audit/article_facts.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <type_traits>

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

template <typename T>
void sort_once(std::vector<T>* list) {
  std::sort(list->begin(), list->end());
  list->erase(std::unique(list->begin(), list->end()), list->end());
}

// Calls `met` for what stands in both lists, by hash.
template <typename A, typename B, typename Met>
void for_each_shared(const std::vector<A>& a, const std::vector<B>& b, Met met) {
  const auto hash = [](const auto& item) {
    if constexpr (std::is_same_v<std::decay_t<decltype(item)>, WeightedHash>)
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

void add_figure(const Claim& claim, ArticleFacts* facts) {
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
void add_name(const std::string& name, const AuditWords& words, ArticleFacts* facts) {
  if (name.size() < 3 || words.common_names.contains(name)) return;
  facts->names.push_back({hash_of(name), name.find('-') == std::string::npos ? 1U : 2U});
}

void add_sentence(const std::string& sentence, const AuditWords& words, ArticleFacts* facts) {
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
void finish(ArticleFacts* facts) {
  for (auto* list : {&facts->single_figures, &facts->openers, &facts->runs, &facts->small}) sort_once(list);
  sort_once(&facts->digits);
  sort_once(&facts->names);
  const auto is_word = [&](std::uint32_t hash) {
    return std::binary_search(facts->small.begin(), facts->small.end(), hash);
  };
  std::erase_if(facts->names, [&](const WeightedHash& name) { return is_word(name.hash); });
  std::erase_if(facts->openers, is_word);
  facts->small = {};
}

}  // namespace

std::vector<ArticleFacts> facts_of(const std::vector<const RecordedClaim*>& claims, const AuditOptions& options) {
  std::map<std::string_view, ArticleFacts> articles;
  std::set<std::tuple<std::string_view, Field, std::size_t>> sentences;
  for (const auto* claim : claims) {
    const auto& row = *claim;
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
  std::vector<ArticleFacts> list;
  for (auto& [id, facts] : articles) {
    finish(&facts);
    list.push_back(std::move(facts));
  }
  std::sort(list.begin(), list.end(), before_in_time);
  return list;
}

bool before_in_time(const ArticleFacts& a, const ArticleFacts& b) {
  return std::tie(a.day, a.article) < std::tie(b.day, b.article);
}

bool are_one_event(const ArticleFacts& a, const ArticleFacts& b) {
  std::size_t named = 0;
  for_each_shared(a.names, b.names, [&](const WeightedHash& name) { named += name.points; });
  for_each_shared(a.names, b.openers, [&](const WeightedHash& name) { named += name.points; });
  for_each_shared(b.names, a.openers, [&](const WeightedHash& name) { named += name.points; });
  if (named >= kNamesAlone) return true;
  std::size_t told = std::min(shared_runs(a.runs, b.runs) / kRunsPerPoint, kMostOfOneKind);
  bool one_digit = false;
  for_each_shared(a.single_figures, b.single_figures, [&](std::uint32_t) { one_digit = true; });
  for_each_shared(a.digits, b.digits, [&](const WeightedHash& digits) { told += digits.points; });
  told += one_digit ? 1 : 0;
  return told > 0 && told + named >= (a.day ? kDatedPoints : kUndatedPoints);
}

bool may_be_one_event(const ArticleFacts& a, const ArticleFacts& b, int days) {
  if (!a.day || !b.day) return !a.day && !b.day;
  return std::llabs(*a.day - *b.day) <= days;
}

std::vector<std::uint64_t> lookup_keys(const ArticleFacts& facts) {
  enum Kind : std::uint64_t { kDigits, kName, kRun };
  std::vector<std::uint64_t> keys;
  const auto add = [&](Kind kind, std::uint32_t hash) {
    keys.push_back(static_cast<std::uint64_t>(kind) << 32 | hash);
  };
  for (const auto& digits : facts.digits) add(kDigits, digits.hash);
  for (const auto& name : facts.names) add(kName, name.hash);
  for (const auto run : facts.runs) {
    if (run % kSampled == 0) add(kRun, run);
  }
  sort_once(&keys);
  return keys;
}

}  // namespace socai
