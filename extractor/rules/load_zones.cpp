// SPDX-License-Identifier: Apache-2.0
// The rules of the page, zones.toml, and the words of the grammar, grammar.toml.
#include <utility>

#include "extractor/claim/names.h"
#include "extractor/rules/builder.h"

namespace socai::rules {

void load_zones(const RuleFile& file, Builder* builder) {
  auto& tables = builder->tables();
  for (const auto* rule : file.tables("line")) {
    LineRule line;
    line.rule = file.text(*rule, "id");
    const auto zone = parse<Zone>(file.text(*rule, "zone"));
    if (!zone) file.fail(*rule, "no such zone");
    line.zone = *zone;
    const std::string problem = tables.line_patterns.add(file.text(*rule, "pattern"));
    if (!problem.empty()) file.fail(*rule, "bad pattern: " + problem);
    line.to_end = file.flag(*rule, "to_end");
    line.under_lede = file.flag(*rule, "under_lede");
    tables.lines.push_back(std::move(line));
  }
  tables.line_patterns.finish();
  if (const auto* lengths = file.table("lengths")) {
    tables.headline_bytes = static_cast<std::size_t>(file.integer_or(*lengths, "headline", 260));
    tables.lede_bytes = static_cast<std::size_t>(file.integer_or(*lengths, "lede", 520));
  }
  builder->add_sets(file);
}

void load_grammar(const RuleFile& file, Builder* builder) {
  builder->add_phrases(file.texts(file.root(), "figures"), PhraseClass::figure, 0);
  builder->add_phrases(file.texts(file.root(), "words"), PhraseClass::word, 0);
  builder->add_sets(file);
}

void load_lexicon(const RuleFile& file, Builder* builder) {
  auto& tables = builder->tables();
  std::vector<WordId> tails;
  const auto add = [&](const toml::table& rule, NounClass noun) {
    for (const auto& phrase : file.texts(rule, "phrases")) {
      const auto words = builder->words(phrase);
      if (words.empty()) file.fail(rule, "a phrase without a word");
      tables.phrases_on_demand.add(words, PhraseClass::noun, static_cast<std::uint32_t>(tables.noun_classes.size()));
      tails.insert(tails.end(), words.begin() + 1, words.end());
    }
    tables.noun_classes.push_back(std::move(noun));
  };
  for (const auto* rule : file.tables("noun"))
    add(*rule, {file.text(*rule, "id"), false, file.flag(*rule, "speaks"), file.flag(*rule, "thing")});
  for (const auto* rule : file.tables("time")) add(*rule, {"time", false, false, false});
  for (const auto* rule : file.tables("verb")) add(*rule, {"verb", true, false, false});
  tables.noun_tails = WordSet(tails, tables.vocabulary.size());
}

}  // namespace socai::rules
