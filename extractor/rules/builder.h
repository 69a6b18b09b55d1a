// SPDX-License-Identifier: Apache-2.0
// What the loaders share: reading TOML with errors that name file and line, and turning phrases into words.
#pragma once

#include <toml++/toml.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extractor/rules/tables.h"

namespace socai::rules {

// One parsed rule file.
class RuleFile {
 public:
  // Throws Error with "name:line" where the content is no TOML.
  RuleFile(std::string name, std::string_view content);

  // The tables of [[key]], none if the key is absent.
  std::vector<const toml::table*> tables(std::string_view key) const;
  const toml::table* table(std::string_view key) const;
  const toml::table& root() const { return root_; }

  // Throws Error at the node's line.
  [[noreturn]] void fail(const toml::node& at, const std::string& what) const;

  std::string text(const toml::table& table, std::string_view key) const;  // required
  std::string text_or(const toml::table& table, std::string_view key, std::string fallback) const;
  bool flag(const toml::table& table, std::string_view key) const;
  int integer_or(const toml::table& table, std::string_view key, int fallback) const;
  std::vector<std::string> texts(const toml::table& table, std::string_view key) const;  // none if absent
  Decimal decimal(const toml::table& table, std::string_view key) const;

  const std::string& name() const { return name_; }

 private:
  std::string name_;
  toml::table root_;
};

// Fills Tables. Every phrase goes through words(), so that all files share one vocabulary with all spellings.
class Builder {
 public:
  explicit Builder(Tables* tables) : tables_(*tables) {}

  // Takes spelling.toml; must come first.
  void set_spellings(const RuleFile& file);

  // The words of a phrase as the scanner would cut them.
  std::vector<WordId> words(std::string_view phrase);
  WordId word(std::string_view spelling);

  void add_phrases(const std::vector<std::string>& phrases, PhraseClass phrase_class, std::size_t index);

  // Takes the [sets] of a file.
  void add_sets(const RuleFile& file);

  Tables& tables() { return tables_; }

 private:
  void add_spellings(const std::string& spelling, WordId word);

  Tables& tables_;
  std::vector<std::pair<std::string, std::string>> endings_;
  std::vector<std::pair<std::string, std::string>> anywhere_;
};

// One loader a file; each fills its part of the tables.
void load_numbers(const RuleFile& file, Builder* builder);
void load_currencies(const RuleFile& file, Builder* builder);
void load_hedges(const RuleFile& file, Builder* builder);
void load_units(const RuleFile& file, Builder* builder);
void load_cues(const RuleFile& file, Builder* builder);
void load_entities(const RuleFile& file, Builder* builder);
void load_gazetteer(const RuleFile& file, Builder* builder);
void load_metrics(const RuleFile& file, Builder* builder);
void load_modality(const RuleFile& file, Builder* builder);
void load_periods(const RuleFile& file, Builder* builder);
void load_zones(const RuleFile& file, Builder* builder);
// What pages.toml says, without the rule of that id: how a case sees what a rule does.
PageRules page_rules(const RuleFile& file, std::string_view without);
void load_pages(const RuleFile& file, Builder* builder);
void load_grammar(const RuleFile& file, Builder* builder);
void load_lexicon(const RuleFile& file, Builder* builder);
void load_weights(const RuleFile& file, Builder* builder);

}  // namespace socai::rules
