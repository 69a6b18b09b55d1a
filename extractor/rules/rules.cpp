// SPDX-License-Identifier: Apache-2.0
#include "extractor/rules/rules.h"

#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "extractor/claim/entity_id.h"
#include "extractor/claim/error.h"
#include "extractor/claim/sha256.h"
#include "extractor/rules/builder.h"

namespace socai {
namespace {

struct Loader {
  const char* file;
  void (*load)(const rules::RuleFile&, rules::Builder*);
};

// In this order: earlier files win where two give the same words of one class.
constexpr std::array kLoaders = {
    Loader{"numbers.toml", rules::load_numbers},     Loader{"currencies.toml", rules::load_currencies},
    Loader{"hedges.toml", rules::load_hedges},       Loader{"units.toml", rules::load_units},
    Loader{"cues.toml", rules::load_cues},           Loader{"entities.toml", rules::load_entities},
    Loader{"gazetteer.toml", rules::load_gazetteer}, Loader{"metrics.toml", rules::load_metrics},
    Loader{"modality.toml", rules::load_modality},   Loader{"periods.toml", rules::load_periods},
    Loader{"zones.toml", rules::load_zones},         Loader{"grammar.toml", rules::load_grammar},
    Loader{"lexicon.toml", rules::load_lexicon},     Loader{"weights.toml", rules::load_weights},
    Loader{"pages.toml", rules::load_pages},
};

const std::string& content_of(const std::map<std::string, std::string>& files, const std::string& name) {
  const auto found = files.find(name);
  if (found == files.end()) {
    throw Error(ExitCode::invalid_data, name, "the rules lack this file", "Start from a copy of the rules/ folder.");
  }
  return found->second;
}

// Length-prefixed, so that no two sets of files run together to the same bytes.
std::string id_of(const std::map<std::string, std::string>& files) {
  std::string all;
  for (const auto& [name, content] : files) {
    all += name + '\n' + std::to_string(content.size()) + '\n' + content;
  }
  return to_hex(sha256(all));
}

}  // namespace

Rules Rules::compile(const std::map<std::string, std::string>& files) {
  auto tables = std::make_shared<rules::Tables>();
  rules::Builder builder(tables.get());
  builder.set_spellings(rules::RuleFile("spelling.toml", content_of(files, "spelling.toml")));
  for (const Loader& loader : kLoaders) {
    loader.load(rules::RuleFile(loader.file, content_of(files, loader.file)), &builder);
  }
  tables->numbers.resize(tables->vocabulary.size() + 1);
  tables->phrases.finish(tables->vocabulary.size());
  tables->phrases_on_demand.finish(tables->vocabulary.size());
  for (const auto& [role, words] : tables->set_words) {
    tables->word_sets.emplace(role, rules::WordSet(words, tables->vocabulary.size()));
  }
  tables->id = id_of(files);
  Rules rules;
  rules.tables_ = std::move(tables);
  return rules;
}

std::map<std::string, std::string> Rules::read_files(const std::string& directory) {
  std::map<std::string, std::string> files;
  std::error_code failure;
  for (const auto& entry : std::filesystem::directory_iterator(directory, failure)) {
    const auto extension = entry.path().extension();
    if (extension != ".toml" && extension != ".cases") continue;
    std::ifstream stream(entry.path(), std::ios::binary);
    std::ostringstream content;
    content << stream.rdbuf();
    if (!stream) throw Error(ExitCode::io, entry.path().string(), "cannot be read");
    files.emplace(entry.path().filename().string(), content.str());
  }
  if (failure) throw Error(ExitCode::io, directory, failure.message(), "--rules takes a folder of rule files.");
  return files;
}

Rules Rules::load(const std::string& directory) { return compile(read_files(directory)); }

Rules Rules::built_in() { return compile(built_in_files()); }

const std::string& Rules::id() const { return tables_->id; }
const std::vector<Rules::PartOf>& Rules::metric_parts() const { return tables_->metric_parts; }
const std::vector<std::string>& Rules::metrics() const { return tables_->metric_ids; }

std::string Rules::resolve_id(std::string_view name) const {
  auto id = entity_id(name);
  const auto known = tables_->alias_ids.find(id);
  return known == tables_->alias_ids.end() ? id : known->second;
}

rules::WordSet::WordSet(const std::vector<WordId>& words, std::size_t vocabulary_size) : bits_(vocabulary_size + 1) {
  for (const WordId word : words) bits_[word] = true;
}

const rules::WordSet& rules::Tables::sets(std::string_view role) const {
  static const WordSet kNone;
  const auto found = word_sets.find(role);
  return found == word_sets.end() ? kNone : found->second;
}

}  // namespace socai
