// SPDX-License-Identifier: Apache-2.0
// What every command works with: the language, the two streams, and the options that all commands share.
// Data goes to standard output, talk to standard error.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>

#include "cli/people/text.h"
#include "cli/terminal/output.h"
#include "cli/terminal/terminal.h"
#include "extractor/claim/error.h"
#include "extractor/rules/rules.h"
#include "ledger/audit/words.h"

namespace socai::cli {

struct InputPlace;
struct SliceReport;

class Context {
 public:
  explicit Context(Lang chosen);

  const char* t(const Text& text) const { return pick(lang, text); }
  std::string t(const Text& text, std::initializer_list<std::string_view> values) const {
    return fill(pick(lang, text), values);
  }

  // One line on standard error, "socai: …"; silenced by --quiet.
  void note(std::string_view message) const;
  // The same, not silenced: what was refused.
  void warn(std::string_view message) const;
  // "socai: error: WHERE: what" and a line of advice.
  void error(const Error& error) const;

  // Names each refused input on standard error, and how bytes that are no UTF-8 were read. Of one file the first twenty
  // refusals are named, the others counted. Returns whether there is one.
  bool report(const SliceReport& report);
  // Says how many more there were of the last file.
  void end_report();

  // --rules DIR or $SOCAI_RULES, else the built-in rules; compiled at the first call.
  const Rules& rules();
  // What the audit knows of the language: audit/words.toml of the same folder.
  const AuditWords& audit_words();
  // --ledger, else $SOCAI_LEDGER, else socai.db.
  std::string ledger_path() const;

  Lang lang;
  Output out;
  Terminal screen;  // of standard output
  Terminal talk;    // of standard error
  bool quiet = false;
  std::string rules_folder;
  std::string ledger;

 private:
  std::string place(const InputPlace& place) const;

  std::string chosen_rules() const;

  std::string refused_file_;  // that the last refusal was of
  std::size_t refused_of_it_ = 0;
  std::string noted_;  // what was said last of an encoding
  std::unique_ptr<Rules> rules_;
  std::unique_ptr<AuditWords> audit_words_;
};

}  // namespace socai::cli
