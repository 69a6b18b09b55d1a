// SPDX-License-Identifier: Apache-2.0
// The rules of who says it: cues.toml, entities.toml, gazetteer.toml.
#include <algorithm>
#include <map>

#include "extractor/claim/entity_id.h"
#include "extractor/claim/names.h"
#include "extractor/rules/builder.h"
#include "extractor/text/scan.h"

namespace socai::rules {
namespace {

CueKind cue_kind_of(const RuleFile& file, const toml::table& rule) {
  static const std::map<std::string, CueKind> kKinds = {
      {"say", CueKind::say},         {"reckon", CueKind::reckon},
      {"publish", CueKind::publish}, {"demand", CueKind::demand},
      {"deny", CueKind::deny},       {"according", CueKind::according},
      {"noun", CueKind::noun},       {"show", CueKind::show},
      {"hearsay", CueKind::hearsay}, {"continue", CueKind::continuing}};
  const auto known = kKinds.find(file.text(rule, "kind"));
  if (known == kKinds.end()) file.fail(rule, "no such kind of cue");
  return known->second;
}

EntityType type_of(const RuleFile& file, const toml::table& rule, const char* key, EntityType fallback) {
  const auto name = file.text_or(rule, key, "");
  if (name.empty()) return fallback;
  const auto type = parse<EntityType>(name);
  if (!type) file.fail(rule, "no such entity type");
  return *type;
}

}  // namespace

void load_cues(const RuleFile& file, Builder* builder) {
  auto& tables = builder->tables();
  for (const auto* rule : file.tables("cue")) {
    const auto modality = file.text_or(*rule, "modality", "");
    Cue cue{file.text(*rule, "id"), cue_kind_of(file, *rule), parse<Modality>(modality), ""};
    if (!modality.empty() && !cue.modality) file.fail(*rule, "no such modality");
    for (const auto& phrase : file.texts(*rule, "phrases")) {
      cue.phrase = phrase;
      builder->add_phrases({phrase}, PhraseClass::cue, tables.cues.size());
      tables.cues.push_back(cue);
    }
  }
  for (const auto* rule : file.tables("block"))
    builder->add_phrases(file.texts(*rule, "phrases"), PhraseClass::block, 0);
  for (const auto& phrase : file.texts(file.root(), "doing")) builder->words(phrase);  // known words, no names
  builder->add_sets(file);
}

void load_entities(const RuleFile& file, Builder* builder) {
  auto& tables = builder->tables();
  const auto add = [&](const char* key, const char* type_key, EntityType fallback, PhraseClass phrase_class,
                       std::vector<EntityRule>* list) {
    for (const auto* rule : file.tables(key)) {
      const auto type = type_of(file, *rule, type_key, fallback);
      for (const auto& phrase : file.texts(*rule, "phrases")) {
        builder->add_phrases({phrase}, phrase_class, list->size());
        list->push_back({"entity." + std::string(key), type, phrase});
      }
    }
  };
  add("head", "type", EntityType::organization, PhraseClass::head, &tables.heads);
  add("title", "type", EntityType::person, PhraseClass::title, &tables.titles);
  add("role", "type", EntityType::person, PhraseClass::role, &tables.roles);
  add("organ", "type", EntityType::organization, PhraseClass::organ, &tables.organs);
  add("unnamed", "type", EntityType::unnamed, PhraseClass::unnamed, &tables.unnamed);
  add("document", "type", EntityType::document, PhraseClass::document, &tables.documents);
  add("pronoun", "for", EntityType::organization, PhraseClass::pronoun, &tables.pronouns);
  builder->add_phrases(file.texts(file.root(), "surnames"), PhraseClass::surname, 0);
  builder->add_phrases(file.texts(file.root(), "compounds"), PhraseClass::compound, 0);
  builder->add_phrases(file.texts(file.root(), "stop"), PhraseClass::stop, 0);
  builder->add_sets(file);
}

namespace {

int capitals_of(std::string_view name) {
  static const Vocabulary none;
  std::vector<Token> tokens;
  scan(name, 0, name.size(), none, &tokens);
  return static_cast<int>(
      std::count_if(tokens.begin(), tokens.end(), [](const Token& t) { return t.is_capitalized(); }));
}

}  // namespace

void load_gazetteer(const RuleFile& file, Builder* builder) {
  auto& tables = builder->tables();
  for (const auto* rule : file.tables("entity")) {
    const auto name = file.text(*rule, "name");
    const auto id = entity_id(name);
    auto names = file.texts(*rule, "aliases");
    names.push_back(name);
    const auto type = type_of(file, *rule, "type", EntityType::organization);
    for (const auto& alias : names) {
      builder->add_phrases({alias}, PhraseClass::known_entity, tables.known_entities.size());
      tables.alias_ids.emplace(entity_id(alias), id);
      tables.known_entities.push_back({name, id, type, file.text_or(*rule, "wikidata", ""), capitals_of(alias)});
    }
  }
}

}  // namespace socai::rules
