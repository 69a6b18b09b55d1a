// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/explain.h"

#include <algorithm>

#include "cli/terminal/width.h"
#include "extractor/claim/claim_json.h"

namespace socai::cli {
namespace {

constexpr std::size_t kWordsWidth = 60;

}  // namespace

std::string steps_as_tree(const std::vector<Step>& steps, const Terminal& screen) {
  std::size_t part_width = 0;
  std::size_t rule_width = 0;
  for (const Step& step : steps) {
    part_width = std::max(part_width, display_width(step.part));
    rule_width = std::max(rule_width, display_width(step.rule));
  }
  const std::size_t indent = 7 + part_width + 2;
  std::string text;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const Step& step = steps[i];
    const bool last = i + 1 == steps.size();
    text += (last ? "    └─ " : "    ├─ ") + pad_right(step.part, part_width) + "  " +
            screen.paint(Style::cyan, pad_right(step.rule, rule_width));
    std::string words = step.words.empty() ? "" : "“" + cut_to_width(one_line(step.words), kWordsWidth) + "”  ";
    words += one_line(step.note);
    const std::vector<std::string> lines =
        wrap(words, std::max(screen.width, indent + rule_width + 32) - indent - rule_width - 2);
    for (std::size_t k = 0; k < lines.size() && !lines[k].empty(); ++k) {
      if (k > 0) text += (last ? "       " : "    │  ") + std::string(indent - 7 + rule_width, ' ');
      text += "  " + lines[k] + "\n";
    }
    if (lines.front().empty()) text += "\n";
  }
  return text;
}

std::string explained_to_json(const ExplainedClaim& explained) {
  std::string json;
  JsonWriter out(&json);
  out.begin_object();
  out.key("claim");
  write_claim(&out, explained.claim);
  out.key("steps");
  out.begin_array();
  for (const Step& step : explained.steps) {
    out.begin_object();
    out.member("part", step.part);
    out.member("rule", step.rule);
    out.member("words", step.words);
    out.member("note", step.note);
    out.end_object();
  }
  out.end_array();
  out.end_object();
  return json;
}

}  // namespace socai::cli
