// SPDX-License-Identifier: Apache-2.0
#include "cli/program/context.h"

#include <unistd.h>

#include <cstdlib>

#include "cli/input/audit_rules.h"
#include "cli/people/known_messages.h"
#include "cli/terminal/width.h"

namespace socai::cli {
namespace {

// Whole lines at once, so that lines of several programs do not mix. A standard error that is gone is no reason to
// stop.
void say(const std::string& line) {
  const std::string bytes = line + "\n";
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t written = ::write(STDERR_FILENO, bytes.data() + done, bytes.size() - done);
    if (written <= 0) return;
    done += static_cast<std::size_t>(written);
  }
}

std::string env(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

}  // namespace

Context::Context(Lang chosen)
    : lang(chosen), screen(look_at_terminal(STDOUT_FILENO, ColorChoice::automatic)),
      talk(look_at_terminal(STDERR_FILENO, ColorChoice::automatic)) {}

void Context::note(std::string_view message) const {
  if (!quiet) say("socai: " + one_line(message));
}

void Context::warn(std::string_view message) const { say("socai: " + one_line(message)); }

void Context::error(const Error& error) const {
  std::string line = "socai: " + talk.paint(Style::red, t({"error:", "lỗi:"})) + " ";
  if (!error.where.empty()) line += one_line(translated(lang, error.where)) + ": ";
  say(line + one_line(translated(lang, error.what())));
  if (!error.advice.empty()) say("  " + one_line(translated(lang, error.advice)));
}

std::string Context::place(const Refusal& item) const {
  std::string name = item.file == "-" ? t({"standard input", "đầu vào chuẩn"}) : item.file;
  if (name.empty()) name = "''";
  return item.line == 0 ? name : name + ":" + std::to_string(item.line);
}

bool Context::report(const SliceReport& report) const {
  for (const Refusal& item : report.notes) {
    note(t({"{0}: not all UTF-8: replaced {1} bytes by U+FFFD",
            "{0}: không hoàn toàn là UTF-8: đã thay {1} byte bằng U+FFFD"},
           {place(item), item.why}));
  }
  for (const Refusal& item : report.refused) {
    warn(t({"{0}: refused: {1}", "{0}: bị từ chối: {1}"}, {place(item), translated(lang, item.why)}));
  }
  return !report.refused.empty();
}

std::string Context::chosen_rules() const { return rules_folder.empty() ? env("SOCAI_RULES") : rules_folder; }

const Rules& Context::rules() {
  if (rules_) return *rules_;
  const std::string folder = chosen_rules();
  rules_ = std::make_unique<Rules>(folder.empty() ? Rules::built_in() : Rules::load(folder));
  return *rules_;
}

const AuditWords& Context::audit_words() {
  if (audit_words_) return *audit_words_;
  const std::string folder = chosen_rules();
  audit_words_ = std::make_unique<AuditWords>(folder.empty() ? AuditWords::built_in() : load_audit_words(folder));
  return *audit_words_;
}

std::string Context::ledger_path() const {
  if (!ledger.empty()) return ledger;
  const std::string named = env("SOCAI_LEDGER");
  return named.empty() ? "socai.db" : named;
}

}  // namespace socai::cli
