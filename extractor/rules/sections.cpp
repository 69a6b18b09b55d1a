// SPDX-License-Identifier: Apache-2.0
#include "extractor/rules/sections.h"

#include "extractor/rules/builder.h"

namespace socai::rules {
namespace {

// The name of the rule that a table of [[key]] is, or nothing where it has none.
std::string rule_name(const RuleFile& file, const std::string& key, const toml::table& table) {
  if (key == "currency") {
    const auto code = file.text(table, "code");
    return "currency." + (code.empty() ? "none" : code);
  }
  if (key == "metric") return "metric." + file.text(table, "id");
  if (file.name() == "gazetteer.toml") return "entity.known";
  if (file.name() == "entities.toml") return "entity." + key;
  return file.text_or(table, "id", "");
}

void add_tables(const RuleFile& file, const std::string& key, SectionNames* names) {
  for (const auto* table : file.tables(key)) {
    const auto name = rule_name(file, key, *table);
    if (name.empty()) {
      names->others.insert(key);
    } else {
      names->rules.insert(name);
    }
  }
}

}  // namespace

SectionNames section_names(const std::string& file_name, std::string_view content) {
  const RuleFile file(file_name, content);
  SectionNames names;
  if (file_name == "currencies.toml") names.rules.insert("currency.implied");
  for (const auto& [key, node] : file.root()) {
    const std::string name(key.str());
    if (node.is_array_of_tables()) {
      add_tables(file, name, &names);
    } else if (file_name == "spelling.toml") {
      names.rules.insert("spelling." + name);
    } else if (name != "sets") {
      names.others.insert(name);
    }
  }
  if (const auto* sets = file.table("sets")) {
    for (const auto& [key, node] : *sets) names.others.insert(std::string(key.str()));
  }
  return names;
}

bool needs_cases(const std::string& file) { return file != "weights.toml"; }

}  // namespace socai::rules
