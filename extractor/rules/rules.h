// SPDX-License-Identifier: Apache-2.0
// What the extractor knows of Vietnamese: data files compiled once into tables. docs/rules.md describes the files.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace socai {

namespace rules {
struct Tables;  // extractor/rules/tables.h: for the stages alone
}

// Immutable; may be shared by any number of threads.
class Rules {
 public:
  // The rules built into the program.
  static Rules built_in();

  // The rules in a folder, as `--rules DIR` names it. Throws Error (file:line, what, what to do) on a bad rule.
  static Rules load(const std::string& directory);

  // From file name -> content, e.g. for tests. Names and contents decide the id. Throws Error like load.
  static Rules compile(const std::map<std::string, std::string>& files);

  // The rule files of the program and of a folder: name -> content; *.toml and their *.cases.
  static std::map<std::string, std::string> built_in_files();
  static std::map<std::string, std::string> read_files(const std::string& directory);

  // SHA-256 over the names and contents of the rule files, in hex: same rules, same id.
  const std::string& id() const;

  // The metric tree's part-of relations beyond the dots: {"cost.training", "cost.development"} means the first is a
  // part of the second.
  struct PartOf {
    std::string part;
    std::string whole;
  };
  const std::vector<PartOf>& metric_parts() const;

  // The ids of all metrics, in file order.
  const std::vector<std::string>& metrics() const;

  // The id of the entity that a name stands for, through the gazetteer's aliases; else entity_id(name).
  std::string resolve_id(std::string_view name) const;

  const rules::Tables& tables() const { return *tables_; }

 private:
  std::shared_ptr<const rules::Tables> tables_;
};

}  // namespace socai
