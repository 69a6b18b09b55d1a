// SPDX-License-Identifier: Apache-2.0
// The rules of amounts: numbers.toml, currencies.toml, hedges.toml, units.toml.
#include <algorithm>
#include <map>

#include "extractor/claim/names.h"
#include "extractor/rules/builder.h"

namespace socai::rules {
namespace {

NumberRole role_of(const RuleFile& file, const toml::node& node) {
  static const std::map<std::string, NumberRole> kRoles = {
      {"ten", NumberRole::ten},    {"twenty", NumberRole::ten}, {"tens", NumberRole::tens},
      {"zero", NumberRole::zero},  {"half", NumberRole::half},  {"half_of", NumberRole::half_of},
      {"point", NumberRole::point}};
  const auto known = kRoles.find(node.value_or(std::string()));
  if (known == kRoles.end()) file.fail(node, "no such part of a number");
  return known->second;
}

const toml::table& words_of(const RuleFile& file, const toml::table& rule) {
  const auto* words = rule["words"].as_table();
  if (words == nullptr) file.fail(rule, "\"words\" is missing");
  return *words;
}

void set_number(Builder* builder, std::string_view spelling, NumberWord number) {
  auto& numbers = builder->tables().numbers;
  const WordId word = builder->word(spelling);
  if (numbers.size() <= word) numbers.resize(word + 1);
  numbers[word] = std::move(number);
}

void load_digits(const RuleFile& file, Builder* builder) {
  for (const auto* rule : file.tables("digit")) {
    NumberWord number;
    number.role = NumberRole::digit;
    number.tail_only = file.flag(*rule, "tail_only");
    number.rule = file.text(*rule, "id");
    for (const auto& [spelling, value] : words_of(file, *rule)) {
      number.value = static_cast<std::int8_t>(value.value_or(0));
      set_number(builder, spelling.str(), number);
    }
  }
}

void load_scales(const RuleFile& file, Builder* builder) {
  for (const auto* rule : file.tables("scale")) {
    NumberWord number;
    number.glued_only = file.flag(*rule, "glued_only");
    number.colloquial = file.flag(*rule, "colloquial");
    number.slang = file.flag(*rule, "slang");
    number.rule = file.text(*rule, "id");
    for (const auto& [spelling, exponent] : words_of(file, *rule)) {
      number.value = static_cast<std::int8_t>(exponent.value_or(0));
      number.role = number.value == 2 ? NumberRole::hundred : NumberRole::scale;
      set_number(builder, spelling.str(), number);
    }
  }
}

}  // namespace

void load_numbers(const RuleFile& file, Builder* builder) {
  load_digits(file, builder);
  load_scales(file, builder);
  for (const auto* rule : file.tables("part")) {
    for (const auto& [spelling, role] : words_of(file, *rule)) {
      NumberWord number;
      number.role = role_of(file, role);
      if (number.role == NumberRole::ten) number.value = role.value_or(std::string()) == "twenty" ? 20 : 10;
      number.rule = file.text(*rule, "id");
      set_number(builder, spelling.str(), number);
    }
  }
  auto& tables = builder->tables();
  for (const auto* rule : file.tables("vague")) {
    builder->add_phrases(file.texts(*rule, "phrases"), PhraseClass::vague, tables.vagues.size());
    tables.vagues.push_back({file.text(*rule, "id"), file.decimal(*rule, "low"), file.decimal(*rule, "high"),
                             file.flag(*rule, "counts_units"), file.flag(*rule, "of_money")});
  }
  builder->add_sets(file);
}

namespace {

// How the phrases under a key of [[currency]] stand for it.
struct CurrencyKey {
  const char* key;
  bool before = false;
  bool needs_scale = false;
  bool first_word_of = false;
};

void add_currency(const RuleFile& file, const toml::table& rule, const CurrencyKey& key, Builder* builder) {
  auto& currencies = builder->tables().currencies;
  const auto phrases = file.texts(rule, key.key);
  if (phrases.empty()) return;
  const auto phrase_class = key.before ? PhraseClass::currency_before : PhraseClass::currency;
  builder->add_phrases(phrases, phrase_class, currencies.size());
  const auto code = file.text(rule, "code");
  currencies.push_back({code.empty() ? "currency.none" : "currency." + code, code, file.integer_or(rule, "exponent", 0),
                        key.before, key.needs_scale, key.first_word_of});
}

// "peso": the currency of the country that the text speaks of.
void add_shared_currency(const RuleFile& file, const toml::table& rule, Builder* builder) {
  auto& tables = builder->tables();
  const auto* homes = rule["home"].as_table();
  if (homes == nullptr) file.fail(rule, "\"home\" is missing");
  SharedCurrency shared;
  for (const auto& [home, node] : *homes) {
    const std::string code = node.value_or(std::string());
    const auto known = std::find_if(tables.currencies.begin(), tables.currencies.end(), [&](const Currency& currency) {
      return !currency.code.empty() && currency.code == code;
    });
    if (known == tables.currencies.end()) file.fail(node, "no such currency");
    shared.homes.push_back({builder->word(home.str()), static_cast<std::uint32_t>(known - tables.currencies.begin())});
  }
  builder->add_phrases(file.texts(rule, "words"), PhraseClass::currency, tables.currencies.size());
  Currency word;
  word.rule = "currency.shared";
  word.shared = static_cast<int>(tables.shared_currencies.size());
  tables.currencies.push_back(word);
  tables.shared_currencies.push_back(std::move(shared));
}

}  // namespace

void load_currencies(const RuleFile& file, Builder* builder) {
  auto& tables = builder->tables();
  tables.implied_currency = file.text(file.root(), "implied");
  tables.rate_base = file.text(file.root(), "rate_base");
  tables.no_currency.rule = "currency.none";
  for (const auto* rule : file.tables("currency")) {
    add_currency(file, *rule, {"after"}, builder);
    add_currency(file, *rule, {"scaled", false, true}, builder);
    add_currency(file, *rule, {"before", true}, builder);
    add_currency(file, *rule, {"first_word_of", false, false, true}, builder);
  }
  for (const auto* rule : file.tables("shared")) add_shared_currency(file, *rule, builder);
  builder->add_phrases(file.texts(file.root(), "counted"), PhraseClass::count_noun, kCounted);
  builder->add_phrases(file.texts(file.root(), "sums"), PhraseClass::count_noun, kSums);
  builder->add_sets(file);
}

void load_hedges(const RuleFile& file, Builder* builder) {
  auto& tables = builder->tables();
  for (const auto* rule : file.tables("hedge")) {
    const auto relation = parse<Relation>(file.text(*rule, "relation"));
    if (!relation) file.fail(*rule, "no such relation");
    builder->add_phrases(file.texts(*rule, "before"), PhraseClass::hedge_before, tables.hedges.size());
    builder->add_phrases(file.texts(*rule, "after"), PhraseClass::hedge_after, tables.hedges.size());
    tables.hedges.push_back({file.text(*rule, "id"), *relation, file.flag(*rule, "threshold"),
                             file.flag(*rule, "ceiling"), file.flag(*rule, "compares")});
  }
  builder->add_sets(file);
}

void load_units(const RuleFile& file, Builder* builder) {
  auto& tables = builder->tables();
  const auto* same = file.table("same");
  for (const auto* rule : file.tables("unit")) {
    for (const auto& name : file.texts(*rule, "names")) {
      builder->add_phrases({name}, PhraseClass::unit, tables.units.size());
      tables.units.push_back(
          {file.text(*rule, "id"), same == nullptr ? "" : file.text_or(*same, name, ""), file.flag(*rule, "measure")});
    }
  }
  builder->add_sets(file);
}

}  // namespace socai::rules
