// SPDX-License-Identifier: Apache-2.0
// What the readers of pages know, pages.toml.
#include <array>
#include <optional>

#include "extractor/rules/builder.h"

namespace socai::rules {
namespace {

struct NamedPart {
  std::string_view name;
  PartBits part;
};
constexpr std::array kParts = {
    NamedPart{"dropped", kDroppedPart}, NamedPart{"related", kRelatedPart}, NamedPart{"caption", kCaptionPart},
    NamedPart{"lede", kLedePart},       NamedPart{"body", kBodyPart},       NamedPart{"time", kTimePart},
};

std::optional<PartBits> part_named(std::string_view name) {
  for (const auto& [known, part] : kParts) {
    if (name == known) return part;
  }
  return std::nullopt;
}

}  // namespace

PageRules page_rules(const RuleFile& file, std::string_view without) {
  PageRules pages;
  for (const auto* rule : file.tables("part")) {
    if (file.text(*rule, "id") == without) continue;
    const auto part = part_named(file.text(*rule, "kind"));
    if (!part) file.fail(*rule, "no such kind of part");
    for (auto& word : file.texts(*rule, "words")) {
      if (word.ends_with('*')) {
        word.pop_back();
        pages.beginnings.emplace_back(word, *part);
      } else {
        pages.words[word] |= *part;
      }
    }
  }
  for (const auto* rule : file.tables("outlet")) {
    if (file.text(*rule, "id") == without) continue;
    for (const auto& host : file.texts(*rule, "hosts")) pages.outlets.emplace(host, file.text(*rule, "name"));
  }
  if (const auto* url = file.table("url")) {
    pages.tracking = file.texts(*url, "tracking");
    pages.edition_hosts = file.texts(*url, "edition_hosts");
    pages.edition_paths = file.texts(*url, "edition_paths");
  }
  if (const auto* time = file.table("time")) {
    pages.morning = file.texts(*time, "morning");
    pages.afternoon = file.texts(*time, "afternoon");
  }
  if (const auto* text = file.table("text")) {
    pages.caption_label = file.text(*text, "caption");
    pages.related_label = file.text(*text, "related");
    pages.related_under_lede_label = file.text(*text, "related_under_lede");
    pages.cell_separator = file.text(*text, "cell");
  }
  return pages;
}

void load_pages(const RuleFile& file, Builder* builder) { builder->tables().pages = page_rules(file, ""); }

}  // namespace socai::rules
