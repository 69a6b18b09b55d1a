// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/audit_explain.h"

#include <string_view>
#include <utility>
#include <vector>

#include "cli/commands/audit_text.h"
#include "cli/commands/audit_words.h"
#include "cli/commands/claim_rows.h"
#include "cli/terminal/width.h"
#include "ledger/audit/interval.h"

namespace socai::cli {
namespace {

std::string bounds(const Interval& interval, const Numbers& numbers) {
  const auto low = interval.low ? "[" + numbers.plain(*interval.low) : "(-∞";
  const auto high = interval.high ? numbers.plain(*interval.high) + (interval.high_open ? ")" : "]") : "∞)";
  return low + " … " + high;
}

class Explanation {
 public:
  Explanation(const Finding& finding, Lang lang, const Terminal& screen)
      : finding_(finding), text_(lang, screen), screen_(screen) {}

  std::string keys() const {
    const Keys& keys = finding_.keys;
    const std::vector<std::pair<Text, KeyState>> all = {
        {{"subject", "chủ thể"}, keys.subject},     {{"metric", "chỉ số"}, keys.metric},
        {{"period", "thời kỳ"}, keys.period},       {{"unit", "đơn vị"}, keys.unit},
        {{"currency", "loại tiền"}, keys.currency}, {{"scope", "phạm vi"}, keys.scope},
        {{"modality", "mức độ"}, keys.modality}};
    std::string out = heading({"Keys", "So sánh từng khóa"});
    for (const auto& [name, state] : all) {
      out += "  " + pad_right(text_.t(name), 12) + text_.t(word_of(state)) + "\n";
    }
    return out;
  }

  std::string intervals() const {
    std::string out = heading({"Intervals", "Khoảng giá trị"});
    for (const auto& [side, row] : {std::pair{"A", finding_.a}, std::pair{"B", finding_.b}}) {
      if (!row->claim.amount) continue;
      const auto figure = figure_of(*row->claim.amount);
      const std::string unit = " " + row->claim.amount->currency;
      out += std::string("  ") + side + "  " + text_.t({"commits to", "khẳng định"}) + "  " +
             bounds(figure.committed, text_.numbers) + unit + "\n";
      out += std::string("     ") + text_.t({"is read as", "thường hiểu là"}) + "  " +
             bounds(figure.reading, text_.numbers) + unit + "\n";
    }
    return out;
  }

  std::string lineages() const {
    std::string out = heading({"Who stands behind it", "Ai đứng sau con số"});
    out += side("A", finding_.behind_a, finding_.lineages_a) + side("B", finding_.behind_b, finding_.lineages_b);
    return out;
  }

  std::string rule() const {
    return heading({"Rule", "Luật"}) + "  " + finding_.rule + ": " + text_.t(word_of_rule(finding_.rule)) + "\n";
  }

 private:
  std::string heading(const Text& words) const { return "\n" + screen_.paint(Style::bold, text_.t(words)) + "\n"; }

  std::string side(const char* name, const std::vector<const RecordedClaim*>& behind, std::size_t lineages) const {
    std::string out = std::string("  ") + name + "  " +
                      fill(text_.t({"claims: {0}, independent: {1}", "tuyên bố: {0}, độc lập: {1}"}),
                           {text_.numbers.count(behind.size()), text_.numbers.count(lineages)}) +
                      "\n";
    for (const auto* row : behind) {
      const auto where = published(row->article, text_);
      out += "     " + short_id(row->id) + "  " + text_.amount(row->claim) + "  " + one_line(text_.source(row->claim)) +
             (where.empty() ? "" : " · " + one_line(where)) + "\n";
    }
    return out;
  }

  const Finding& finding_;
  ClaimText text_;
  Terminal screen_;
};

}  // namespace

std::string explain_finding(const Finding& finding, Lang lang, const Terminal& screen) {
  const Explanation explanation(finding, lang, screen);
  std::string out = AuditText(lang, screen).block(finding);
  if (!out.empty() && out.back() == '\n') out.pop_back();
  return out + explanation.keys() + explanation.intervals() + explanation.lineages() + explanation.rule();
}

}  // namespace socai::cli
