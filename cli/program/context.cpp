// SPDX-License-Identifier: Apache-2.0
#include "cli/program/context.h"

#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>

#include "cli/input/audit_rules.h"
#include "cli/input/slice_reader.h"
#include "cli/people/known_messages.h"
#include "cli/terminal/width.h"

namespace socai::cli {
namespace {

constexpr std::size_t kNamedRefusals = 20;

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

// "UTF-8", "TCVN3": as people write them.
std::string encoding_for_people(std::string name) {
  if (name.starts_with("windows")) return name;
  for (char& c : name) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 0x20) : c;
  return name;
}

std::string share(double value) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%.2f", value);
  return text.data();
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

std::string Context::place(const InputPlace& place) const {
  std::string name = place.file == "-" ? t({"standard input", "đầu vào chuẩn"}) : place.file;
  if (name.empty()) name = "''";
  if (!place.member.empty()) name += "!" + place.member;
  return place.line == 0 ? name : name + ":" + std::to_string(place.line);
}

bool Context::report(const SliceReport& report) {
  for (const Origin& item : report.notes) {
    if (item.replaced_bytes > 0) {
      note(t({"{0}: not all {2}: replaced {1} bytes by U+FFFD",
              "{0}: không hoàn toàn là {2}: đã thay {1} byte bằng U+FFFD"},
             {place(item.place), std::to_string(item.replaced_bytes), encoding_for_people(item.encoding)}));
    }
    if (item.encoding == "utf-8" || noted_ == item.place.file + item.encoding) continue;
    noted_ = item.place.file + item.encoding;  // once a file: an archive may hold thousands
    note(t({"{0}: read as {1} (confidence {2})", "{0}: đọc theo bảng mã {1} (độ tin {2})"},
           {place(item.place), encoding_for_people(item.encoding), share(item.confidence)}));
  }
  for (const Refusal& item : report.refused) {
    if (item.place.file != refused_file_) {
      end_report();
      refused_file_ = item.place.file;
    }
    if (++refused_of_it_ > kNamedRefusals) continue;
    warn(t({"{0}: refused: {1}", "{0}: bị từ chối: {1}"}, {place(item.place), translated(lang, item.why)}));
  }
  return !report.refused.empty();
}

void Context::end_report() {
  if (refused_of_it_ > kNamedRefusals) {
    warn(t({"{0}: refused: {1} more", "{0}: bị từ chối: {1} mục nữa"},
           {place({refused_file_, "", 0}), std::to_string(refused_of_it_ - kNamedRefusals)}));
  }
  refused_of_it_ = 0;
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
