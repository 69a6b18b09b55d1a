// SPDX-License-Identifier: Apache-2.0
// The compiled rules: what the stages look up. Filled by the loaders (load_*.cpp), one for each file in rules/, and
// never changed afterwards. A rule is named by its id, which stands in the file.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "extractor/claim/claim.h"
#include "extractor/read/page_rules.h"
#include "extractor/rules/line_patterns.h"
#include "extractor/rules/phrase_table.h"
#include "extractor/rules/rules.h"
#include "extractor/text/vocabulary.h"

namespace socai::rules {

// ---- numbers.toml

enum class NumberRole : std::uint8_t {
  none,
  digit,    // một … chín, không
  ten,      // mười: 10 by itself
  tens,     // mươi: the tens of the digit before it
  hundred,  // trăm: a part of a spelled number, and a scale
  scale,    // nghìn, triệu, tỷ, …
  zero,     // linh, lẻ: no tens
  half,     // rưỡi: half of the unit before it
  half_of,  // nửa: half of the unit after it
  point,    // phẩy: the decimal comma
};

struct NumberWord {
  NumberRole role = NumberRole::none;
  std::int8_t value = 0;    // of a digit; exponent of ten of a scale
  bool tail_only = false;   // mốt, lăm, tư: only behind tens or a scale
  bool glued_only = false;  // tr, k, bn: only touching a digit
  bool colloquial = false;  // also means other things: only beside a currency
  bool slang = false;       // only where the context is plainly money
  std::string rule;
};

// "hàng", "vài", "nhiều": so many times the unit that follows, from `low` to `high` (exclusive as annotation has it).
struct Vague {
  std::string rule;
  Decimal low;
  Decimal high;
  bool counts_units = false;  // also of a currency without a scale ("vài xu")
  bool of_money = false;      // is about money by itself ("tiền tỷ")
};

// ---- currencies.toml

struct Currency {
  std::string rule;
  std::string code;          // ISO 4217; empty: these words are no currency ("đồng hồ")
  int exponent = 0;          // -2 for cent
  bool before = false;       // may stand before the number ("$", "USD")
  bool needs_scale = false;  // too ambiguous behind a bare number ("đô", "bảng")
  bool first_word_of = false;  // only the phrase's first word is the currency, behind a large number ("đồng tiền phạt")
};

// What a PhraseClass::count_noun behind a number says of it: the index of its matches.
enum CountNoun : std::uint32_t {
  kCounted,  // "thuê bao": the number counts these
  kSums,     // "doanh thu": a number of billions is money
};

// ---- hedges.toml

struct Hedge {
  std::string rule;
  Relation relation = Relation::exact;
  bool threshold = false;  // "từ": at_least only where no "đến", "lên", … follows
  bool ceiling = false;    // "lên tới": up_to where the sentence sets a ceiling, else exact
  bool compares = false;   // "cao hơn": exact where the amount is the difference ("cao hơn 2 tỷ so với …")
};

// ---- units.toml

struct Unit {
  std::string rule;
  std::string kept_as;  // the usual way to write it, where this is another ("m²": "m2"); else empty
};

// ---- cues.toml

enum class CueKind : std::uint8_t { say, reckon, publish, demand, deny, according, noun, show, hearsay, continuing };

struct Cue {
  std::string rule;
  CueKind kind = CueKind::say;
  std::optional<Modality> modality;
  std::string phrase;
};

// ---- entities.toml, gazetteer.toml

struct EntityRule {
  std::string rule;
  EntityType type = EntityType::other;
  std::string phrase;
};

struct KnownEntity {
  std::string name;  // of the entity; one KnownEntity for each of its aliases
  std::string id;
  EntityType type = EntityType::other;
  std::string wikidata;
  int capitals = 0;  // words of the alias that are capitalized: "Thanh niên" is not the newspaper "Thanh Niên"
};

// ---- metrics.toml

enum class Strength : std::uint8_t { noun, verb, weak };

struct MetricPhrase {
  std::uint32_t metric = 0;  // index into Tables::metrics, or kNoMetric for what only looks like one
  Strength strength = Strength::noun;
  std::string phrase;
};

struct MetricRule {
  std::string id;
  std::vector<std::string> part_of;
};

// ---- modality.toml

struct ModalityRule {
  std::string rule;
  Modality value = Modality::stated;
};

struct DenialRule {
  std::string rule;
  int reach = 6;  // tokens between the words of denial and the amount
};

struct CaveatRule {
  std::string rule;
};

// ---- periods.toml

enum class PeriodKind : std::uint8_t { unit, half, months_of, relative, vague };

struct PeriodRule {
  std::string rule;
  PeriodKind kind = PeriodKind::vague;
  int offset = 0;    // relative: in units from the publication date
  std::string unit;  // "year", "quarter", "month", "half", "day"
};

// ---- lexicon.toml

struct NounClass {
  std::string id;  // "noun.person"; "time" and "verb": nothing that has an amount
  bool is_verb = false;
  bool speaks = false;    // may be a source: "chủ đại lý này phân tích"
  bool is_thing = false;  // has a price, an owner or a name of its own: a metric is of it, an article names it
};

// ---- zones.toml

struct LineRule {
  std::string rule;
  Zone zone = Zone::body;
  bool to_end = false;      // the zone holds to the end of the article
  bool under_lede = false;  // only between the headline or lede and the body
};

// ---- weights.toml: linear models that rank candidates; feature -> weight
using Weights = std::unordered_map<std::string, double>;

// A set of words that the grammar asks for often, as a bitmap over word ids.
class WordSet {
 public:
  WordSet() = default;
  WordSet(const std::vector<WordId>& words, std::size_t vocabulary_size);
  bool has(WordId word) const { return word < bits_.size() && bits_[word]; }

 private:
  std::vector<bool> bits_;
};

struct Tables {
  static constexpr std::uint32_t kNoMetric = 0xFFFFFFFF;
  static constexpr std::uint32_t kNoRule = 0xFFFFFFFF;  // of a block: a phrase that only looks like one of a rule

  std::string id;
  Vocabulary vocabulary;
  PhraseTable phrases;
  PhraseTable phrases_on_demand;  // of the classes that are not searched for in the whole text

  std::vector<NumberWord> numbers;  // by word id
  std::vector<Vague> vagues;
  std::vector<Currency> currencies;
  std::string implied_currency;
  std::string rate_base;      // what an exchange rate is per that names no currency
  Currency no_currency;       // what stands for words that are none
  std::vector<Hedge> hedges;  // before and after
  std::vector<Unit> units;
  std::vector<Cue> cues;
  std::vector<EntityRule> heads, titles, roles, organs, unnamed, documents, pronouns;
  std::vector<KnownEntity> known_entities;
  std::map<std::string, std::string, std::less<>> alias_ids;  // entity_id of a name -> id of the entity
  std::vector<MetricRule> metrics;
  std::vector<MetricPhrase> metric_phrases;
  std::unordered_map<std::string, std::uint32_t> unit_metrics;  // unit -> metric
  std::vector<Rules::PartOf> metric_parts;
  std::vector<std::string> metric_ids;
  std::vector<ModalityRule> modalities;
  std::vector<DenialRule> denials;
  std::vector<CaveatRule> caveats;
  std::vector<PeriodRule> periods;
  std::vector<NounClass> noun_classes;  // Match::index of PhraseClass::noun
  WordSet noun_tails;                   // words that stand in a noun of several syllables, behind the first
  std::vector<LineRule> lines;
  LinePatterns line_patterns;  // of the lines, by position
  std::size_t headline_bytes = 260;
  std::size_t lede_bytes = 520;
  std::map<std::string, Weights, std::less<>> weights;
  PageRules pages;  // pages.toml

  // Words that the grammar itself speaks of, by the role that numbers.toml and others give them: "range.to" -> đến,
  // tới.
  std::map<std::string, std::vector<WordId>, std::less<>> set_words;
  std::map<std::string, WordSet, std::less<>> word_sets;  // of set_words, made at the end

  // An empty set where no file gives that role.
  const WordSet& sets(std::string_view role) const;

  const NumberWord& number(WordId word) const { return numbers[word < numbers.size() ? word : 0]; }
};

}  // namespace socai::rules
