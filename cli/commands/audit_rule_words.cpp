// SPDX-License-Identifier: Apache-2.0
// The rules of the audit in words.
#include <string_view>

#include "cli/commands/audit_words.h"

namespace socai::cli {
namespace {

struct RuleWords {
  std::string_view rule;
  Text words;
};

constexpr RuleWords kRules[] = {
    {"audit.denied", {"one side denies the figure that the other states", "một bên phủ nhận con số bên kia nêu"}},
    {"audit.both_denied", {"both sides deny", "cả hai bên đều phủ nhận"}},
    {"audit.denies_another_figure", {"the denial is of another figure", "lời phủ nhận nhằm vào con số khác"}},
    {"audit.denial_unsure",
     {"the text that seems to deny the figure also affirms it", "bài có vẻ phủ nhận con số lại cũng khẳng định nó"}},
    {"audit.same_digits", {"one number in two currencies", "cùng một số nhưng hai loại tiền"}},
    {"audit.implied_currency",
     {"one number; one side leaves the currency out", "cùng một số; một bên không nêu loại tiền"}},
    {"audit.currency", {"two currencies, and no rate for them", "hai loại tiền, không có tỷ giá"}},
    {"audit.unit", {"another unit, or one side states none", "khác đơn vị, hoặc một bên không nêu"}},
    {"audit.counter_figure",
     {"the text that denies one figure sets the other in its place", "bài phủ nhận một số và nêu số kia thay vào"}},
    {"audit.hypothetical", {"one side only says what if", "một bên chỉ nói giả định"}},
    {"audit.equal", {"equal figures", "hai con số bằng nhau"}},
    {"audit.rounds_to", {"one figure is the other, rounded", "số này là số kia làm tròn"}},
    {"audit.contains", {"the hedge of one side takes the other in", "khoảng của bên này chứa bên kia"}},
    {"audit.readings_apart",
     {"the bounds overlap, what a reader takes from them does not", "giới hạn chạm nhau, cách hiểu thường thì không"}},
    {"audit.other_metric", {"another metric of one family", "chỉ số khác trong cùng nhóm"}},
    {"audit.metric", {"another metric", "khác chỉ số"}},
    {"audit.metric_unknown", {"one side states no metric", "một bên không rõ chỉ số"}},
    {"audit.modality", {"plan or forecast beside an actual figure", "dự kiến bên cạnh số thực"}},
    {"audit.forecast_then_actual", {"a plan or forecast, then what came of it", "dự kiến, rồi kết quả thực"}},
    {"audit.key_differs",
     {"a key differs, or too little says that it is one thing",
      "có khóa khác nhau, hoặc chưa đủ cơ sở cho rằng cùng một thứ"}},
    {"audit.key_unknown", {"a key is stated on one side only", "có khóa chỉ một bên nêu"}},
    {"audit.key_open",
     {"it seems one thing, but a key differs or is unknown", "có vẻ cùng một thứ, nhưng có khóa khác hoặc chưa rõ"}},
    {"audit.scope", {"two stated scopes", "hai phạm vi được nêu rõ"}},
    {"audit.scope_overlooked", {"two scopes that readers often take for one", "hai phạm vi hay bị coi là một"}},
    {"audit.both_told",
     {"an article of the two tells both figures, as two things",
      "một trong hai bài nêu cả hai con số, như hai thứ khác nhau"}},
    {"audit.told_together",
     {"a third article tells both figures, as two things", "một bài thứ ba nêu cả hai con số, như hai thứ khác nhau"}},
    {"audit.told_apart",
     {"an article that tells both says what sets them apart", "bài nêu cả hai có nói điều phân biệt chúng"}},
    {"audit.same_document",
     {"two figures of one article and nothing that sets them against each other",
      "hai con số trong một bài, không có gì đặt chúng đối lập"}},
    {"audit.power_of_ten", {"one and the same digits, a power of ten apart", "cùng chữ số, lệch lũy thừa của mười"}},
    {"audit.part_exceeds_whole", {"a part exceeds its whole", "phần lớn hơn tổng"}},
    {"audit.same_source_announced",
     {"one source, later; the change is announced", "cùng nguồn, về sau; có nói rõ thay đổi"}},
    {"audit.same_source_silent", {"one source, later; nothing is said", "cùng nguồn, về sau; không nói gì"}},
    {"audit.said_to_replace", {"the sentence says that one takes the other's place", "câu nói rõ số này thay số kia"}},
    {"audit.disjoint",
     {"all keys alike, much speaks for one thing, and the figures exclude each other",
      "mọi khóa khớp, nhiều dấu hiệu là cùng một thứ, và hai con số loại trừ nhau"}},
    {"audit.headline",
     {"the headline's figure stands nowhere in the text, a near one does",
      "con số ở tít không có trong bài, bài có con số gần đó"}},
    {"audit.contrast",
     {"one sentence sets the figures of two sources against each other",
      "một câu đặt số liệu của hai nguồn đối lập nhau"}},
    {"audit.set_against",
     {"an article that tells both sets them against each other", "bài nêu cả hai đặt chúng đối lập nhau"}},
    {"audit.same_as_conflicting",
     {"a figure that is the same stands in conflict with the other",
      "một con số trùng với bên này xung đột với bên kia"}},
};

}  // namespace

Text word_of_rule(std::string_view rule) {
  for (const auto& known : kRules) {
    if (known.rule == rule) return known.words;
  }
  return {"", ""};
}

Text word_of(KeyState state) {
  switch (state) {
    case KeyState::equal: return {"equal", "giống"};
    case KeyState::different: return {"different", "khác"};
    case KeyState::unknown:
      return {"stated on one side only, or not surely the same", "chỉ một bên nêu, hoặc chưa chắc"};
    case KeyState::unstated: break;
  }
  return {"stated on neither side", "không bên nào nêu"};
}

}  // namespace socai::cli
