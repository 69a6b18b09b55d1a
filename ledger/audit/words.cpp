// SPDX-License-Identifier: Apache-2.0
#include "ledger/audit/words.h"

#include <toml++/toml.h>

#include <algorithm>

#include "extractor/claim/entity_id.h"
#include "extractor/claim/error.h"

namespace socai {
namespace {

class Reader {
 public:
  Reader(std::string_view text, const std::string& file) : file_(file) {
    try {
      root_ = toml::parse(text, file);
    } catch (const toml::parse_error& error) {
      fail(error.source(), std::string(error.description()));
    }
  }

  const toml::table& root() const { return root_; }

  [[noreturn]] void fail(const toml::source_region& at, const std::string& what) const {
    throw Error(ExitCode::invalid_data, file_ + ":" + std::to_string(at.begin.line), what,
                "docs/audit.md describes the audit's words");
  }

  std::vector<std::string> phrases(const toml::node& node) const {
    const auto* array = node.as_array();
    if (array == nullptr) fail(node.source(), "a list of phrases is wanted here");
    std::vector<std::string> phrases;
    for (const auto& element : *array) {
      auto phrase = entity_id(element.value_or(std::string()));
      if (phrase.empty()) fail(element.source(), "a phrase is wanted here");
      phrases.push_back(std::move(phrase));
    }
    return phrases;
  }

  std::vector<std::string> list(std::string_view table, std::string_view key) const {
    const auto node = root_[table][key];
    if (!node) fail(root_.source(), "[" + std::string(table) + "] wants \"" + std::string(key) + "\"");
    return phrases(*node.node());
  }

 private:
  std::string file_;
  toml::table root_;
};

AuditWords::Scope scope_of(const toml::node& node, const Reader& reader) {
  const auto* table = node.as_table();
  if (table == nullptr) reader.fail(node.source(), "a [[scope]] table is wanted here");
  AuditWords::Scope scope;
  scope.id = (*table)["id"].value_or(std::string());
  scope.overlooked = (*table)["overlooked"].value_or(false);
  const auto* values = (*table)["values"].as_array();
  if (scope.id.empty() || values == nullptr || values->size() < 2) {
    reader.fail(node.source(), "a scope wants an id and two values or more");
  }
  for (const auto& value : *values) scope.values.push_back(reader.phrases(value));
  return scope;
}

std::set<std::string, std::less<>> as_set(std::vector<std::string> list) { return {list.begin(), list.end()}; }

// Longest first, so that the whole of "tong-cong-ty" goes before its end.
std::vector<std::string> longest_first(std::vector<std::string> list) {
  std::stable_sort(list.begin(), list.end(),
                   [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
  return list;
}

}  // namespace

AuditWords AuditWords::compile(std::string_view toml, const std::string& file) {
  const Reader reader(toml, file);
  AuditWords words;
  words.generic = longest_first(reader.list("words", "generic"));
  words.connectors = as_set(reader.list("words", "connectors"));
  words.filler = as_set(reader.list("words", "filler"));
  words.common_names = as_set(reader.list("words", "common_names"));
  words.revises = reader.list("words", "revises");
  words.contrast = reader.list("words", "contrast");
  words.part = reader.list("words", "part");
  words.earlier = reader.list("words", "earlier");
  words.includes = reader.list("words", "includes");
  words.coarse_periods = reader.list("periods", "coarse");
  const auto* daily = reader.root()["metrics"]["daily"].as_array();
  if (daily == nullptr) reader.fail(reader.root().source(), "[metrics] wants \"daily\"");
  for (const auto& node : *daily) {
    words.daily.insert(node.value_or(std::string()));
  }
  if (const auto* scopes = reader.root()["scope"].as_array()) {
    for (const auto& node : *scopes) words.scopes.push_back(scope_of(node, reader));
  }
  if (const auto* units = reader.root()["unit"].as_array()) {
    for (const auto& node : *units) {
      const auto* table = node.as_table();
      if (table == nullptr || !table->contains("same")) reader.fail(node.source(), "a unit wants \"same\"");
      const auto names = reader.phrases(*table->get("same"));
      for (const auto& name : names) words.units[name] = names.front();
    }
  }
  return words;
}

const AuditWords& AuditWords::built_in() {
  static const AuditWords kWords = compile(built_in_text(), "rules/audit/words.toml");
  return kWords;
}

bool holds_any(std::string_view folded, const std::vector<std::string>& phrases) {
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](const std::string& phrase) { return id_contains(folded, phrase); });
}

}  // namespace socai
