// SPDX-License-Identifier: Apache-2.0
#include "extractor/rules/builder.h"

#include "extractor/claim/error.h"
#include "extractor/text/scan.h"
#include "extractor/text/utf8.h"

namespace socai::rules {
namespace {

Error rule_error(const std::string& file, std::size_t line, const std::string& what) {
  return Error(ExitCode::invalid_data, file + ":" + std::to_string(line), what,
               "docs/rules.md describes the rule files; `socai rules check --rules DIR` tests them.");
}

toml::table parse(const std::string& name, std::string_view content) {
  try {
    return toml::parse(content, name);
  } catch (const toml::parse_error& error) {
    throw rule_error(name, error.source().begin.line, std::string(error.description()));
  }
}

std::vector<std::pair<std::string, std::string>> pairs_of(const RuleFile& file, std::string_view key) {
  std::vector<std::pair<std::string, std::string>> pairs;
  const auto* array = file.root()[key].as_array();
  if (array == nullptr) return pairs;
  for (const auto& node : *array) {
    const auto* pair = node.as_array();
    if (pair == nullptr || pair->size() != 2) file.fail(node, "a pair of spellings is wanted here");
    pairs.emplace_back((*pair)[0].value_or(std::string()), (*pair)[1].value_or(std::string()));
  }
  return pairs;
}

}  // namespace

RuleFile::RuleFile(std::string name, std::string_view content) : name_(std::move(name)), root_(parse(name_, content)) {}

void RuleFile::fail(const toml::node& at, const std::string& what) const {
  throw rule_error(name_, at.source().begin.line, what);
}

std::vector<const toml::table*> RuleFile::tables(std::string_view key) const {
  std::vector<const toml::table*> tables;
  const auto* array = root_[key].as_array();
  if (array == nullptr) return tables;
  for (const auto& node : *array) {
    if (node.as_table() == nullptr) fail(node, "a [[" + std::string(key) + "]] table is wanted here");
    tables.push_back(node.as_table());
  }
  return tables;
}

const toml::table* RuleFile::table(std::string_view key) const { return root_[key].as_table(); }

std::string RuleFile::text(const toml::table& table, std::string_view key) const {
  const auto value = table[key].value<std::string>();
  if (!value) fail(table, "\"" + std::string(key) + "\" is missing");
  return *value;
}

std::string RuleFile::text_or(const toml::table& table, std::string_view key, std::string fallback) const {
  return table[key].value_or(std::move(fallback));
}

bool RuleFile::flag(const toml::table& table, std::string_view key) const { return table[key].value_or(false); }

int RuleFile::integer_or(const toml::table& table, std::string_view key, int fallback) const {
  return static_cast<int>(table[key].value_or(std::int64_t{fallback}));
}

std::vector<std::string> RuleFile::texts(const toml::table& table, std::string_view key) const {
  std::vector<std::string> texts;
  const auto* array = table[key].as_array();
  if (array == nullptr) return texts;
  for (const auto& node : *array) {
    const auto value = node.value<std::string>();
    if (!value) fail(node, "a string is wanted here");
    texts.push_back(*value);
  }
  return texts;
}

Decimal RuleFile::decimal(const toml::table& table, std::string_view key) const {
  const auto value = Decimal::parse(text(table, key));
  if (!value) fail(table, "\"" + std::string(key) + "\" is no decimal number");
  return *value;
}

void Builder::set_spellings(const RuleFile& file) {
  endings_ = pairs_of(file, "endings");
  anywhere_ = pairs_of(file, "anywhere");
}

WordId Builder::word(std::string_view spelling) {
  const std::string lower = lower_case(spelling);
  const WordId known = tables_.vocabulary.find(lower);
  if (known != 0) return known;
  const WordId made = tables_.vocabulary.add(lower);
  add_spellings(lower, made);
  return made;
}

void Builder::add_spellings(const std::string& spelling, WordId word) {
  std::vector<std::string> spellings{spelling};
  const auto add_ending = [&](std::string_view from, std::string_view to) {
    if (!spelling.ends_with(from)) return;
    spellings.emplace_back(spelling, 0, spelling.size() - from.size()).append(to);
  };
  for (const auto& [one, other] : endings_) {
    add_ending(one, other);
    add_ending(other, one);
  }
  for (const auto& [from, to] : anywhere_) {
    for (std::size_t i = 0, count = spellings.size(); i < count; ++i) {
      if (spellings[i].find(from) == std::string::npos) continue;
      std::string changed = spellings[i];
      for (auto at = changed.find(from); at != std::string::npos; at = changed.find(from, at + to.size())) {
        changed.replace(at, from.size(), to);
      }
      if (changed != spellings[i]) spellings.push_back(changed);
    }
  }
  for (const auto& other : spellings) tables_.vocabulary.add_spelling(other, word);
}

std::vector<WordId> Builder::words(std::string_view phrase) {
  tokens_.clear();
  scan(phrase, 0, phrase.size(), tables_.vocabulary, &tokens_);
  std::vector<WordId> words;
  words.reserve(tokens_.size());
  for (const Token& token : tokens_) {
    words.push_back(token.word != 0 ? token.word : word(phrase.substr(token.begin, token.end - token.begin)));
  }
  return words;
}

void Builder::add_phrases(const std::vector<std::string>& phrases, PhraseClass phrase_class, std::size_t index) {
  for (const auto& phrase : phrases) {
    const auto ids = words(phrase);
    PhraseTable& table = is_on_demand(phrase_class) ? tables_.phrases_on_demand : tables_.phrases;
    if (!ids.empty()) table.add(ids, phrase_class, static_cast<std::uint32_t>(index));
  }
}

void Builder::add_sets(const RuleFile& file) {
  const auto* sets = file.table("sets");
  if (sets == nullptr) return;
  for (const auto& [key, value] : *sets) {
    auto& ids = tables_.set_words[std::string(key.str())];
    for (const auto& spelling : file.texts(*sets, key.str())) {
      if (spelling.find(' ') != std::string::npos)
        file.fail(value, "a set holds single words, not \"" + spelling + '"');
      ids.push_back(word(spelling));
    }
  }
}

}  // namespace socai::rules
