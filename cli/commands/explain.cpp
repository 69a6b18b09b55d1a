// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/explain.h"

#include <algorithm>

#include "cli/terminal/width.h"
#include "extractor/claim/claim_json.h"

namespace socai::cli {

std::string steps_as_tree(const std::vector<Step>& steps, const Terminal& screen) {
  std::size_t part_width = 0;
  std::size_t rule_width = 0;
  for (const Step& step : steps) {
    part_width = std::max(part_width, display_width(step.part));
    rule_width = std::max(rule_width, display_width(step.rule));
  }
  std::string text;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const Step& step = steps[i];
    std::string line = i + 1 < steps.size() ? "    ├─ " : "    └─ ";
    line += pad_right(step.part, part_width) + "  " + screen.paint(Style::cyan, pad_right(step.rule, rule_width));
    if (!step.words.empty()) line += "  “" + one_line(step.words) + "”";
    if (!step.note.empty()) line += "  " + one_line(step.note);
    text += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
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
