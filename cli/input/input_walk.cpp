// SPDX-License-Identifier: Apache-2.0
#include "cli/input/input_walk.h"

#include <algorithm>
#include <array>
#include <utility>

#include "cli/input/limits.h"

namespace socai::cli {
namespace {

constexpr std::array<std::string_view, 21> kEndings = {".txt",  ".text", ".jsonl", ".ndjson", ".json", ".csv",  ".tsv",
                                                       ".tab",  ".html", ".htm",   ".xhtml",  ".xml",  ".rss",  ".atom",
                                                       ".warc", ".wet",  ".zip",   ".tar",    ".tgz",  ".tbz2", ".txz"};

std::string_view last_part(std::string_view path) { return path.substr(path.rfind('/') + 1); }

std::string lower(std::string_view text) {
  std::string lowered(text);
  for (char& c : lowered) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 0x20) : c;
  return lowered;
}

}  // namespace

bool is_input_name(std::string_view name) {
  const std::string whole = lower(last_part(name));
  const std::string_view inner = name_unpacked(whole);
  if (inner.starts_with('.') || inner.empty()) return false;
  // "pages.gz" may hold anything; "picture.jpg.gz" does not.
  if (inner.size() < whole.size() && inner.find('.') == std::string_view::npos) return true;
  return std::any_of(kEndings.begin(), kEndings.end(), [&](auto ending) { return inner.ends_with(ending); });
}

InputWalk::InputWalk(std::string name, std::unique_ptr<ByteSource> bytes)
    : names_{std::move(name)}, given_(std::move(bytes)) {}

std::optional<Input> InputWalk::next() {
  while (true) {
    std::optional<Input> input = levels_.empty() ? next_file() : next_member();
    if (!input) {
      if (levels_.empty()) return std::nullopt;
      levels_.pop_back();
      continue;
    }
    if (!input->problem.empty() || !open_if_container(&*input)) return input;
  }
}

std::optional<Input> InputWalk::next_file() {
  if (next_name_ == names_.size()) return std::nullopt;
  Input input;
  input.file = file_ = names_[next_name_++];
  input.name = name_unpacked(last_part(file_));
  growth_.emplace(&bytes_read_);
  input.bytes = given_ != nullptr ? std::move(given_) : std::make_unique<FileSource>(file_, &bytes_read_);
  input.problem = input.bytes->failure();
  return input;
}

// Nothing where the innermost container is at its end and whole.
std::optional<Input> InputWalk::next_member() {
  Level& level = levels_.back();
  while (auto member = level.container->next()) {
    const bool only_one = member->name.empty();  // a compressed file
    const bool from_web = !member->web.url.empty();
    if (!only_one && !from_web && member->problem.empty() && !is_input_name(member->name)) {
      ++passed_over_;
      continue;
    }
    Input input;
    input.file = file_;
    input.member = only_one && level.prefix.ends_with('!') ? level.prefix.substr(0, level.prefix.size() - 1)
                                                           : level.prefix + member->name;
    input.name = only_one ? level.name : std::string(name_unpacked(last_part(member->name)));
    input.bytes = std::move(member->bytes);
    input.web = std::move(member->web);
    input.problem = std::move(member->problem);
    return input;
  }
  if (level.container->failure().empty()) return std::nullopt;
  Input broken;
  broken.file = file_;
  broken.member = level.prefix.substr(0, level.prefix.empty() ? 0 : level.prefix.size() - 1);
  broken.problem = level.container->failure();
  levels_.pop_back();
  return broken;
}

// Looks at the first bytes. True: it is a container, and the walk goes on in it.
bool InputWalk::open_if_container(Input* input) {
  std::string ahead;
  append_from(input->bytes.get(), kContainerProbe, &ahead);
  const ContainerKind kind = container_kind(ahead);
  const std::string failure = ahead.empty() ? input->bytes->failure() : std::string();
  input->bytes = std::make_unique<RereadSource>(std::move(ahead), std::move(input->bytes));
  if (!failure.empty()) input->problem = failure;
  if (kind == ContainerKind::none) return false;
  if (levels_.size() == kDeepest) {
    input->problem = "archives within archives, more than 5 deep";
    return false;
  }
  Level level;
  level.container = open_container(kind, std::move(input->bytes), &*growth_);
  level.prefix = input->member.empty() ? std::string() : input->member + "!";
  level.name = input->name;
  levels_.push_back(std::move(level));
  return true;
}

}  // namespace socai::cli
