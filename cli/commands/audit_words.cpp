// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/audit_words.h"

#include <array>
#include <cctype>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/people/words.h"
#include "cli/terminal/width.h"
#include "extractor/claim/names.h"

namespace socai::cli {
namespace {

// A code, the values that its words need in the order of their places, and the words.
struct ReasonWords {
  std::string_view code;
  std::array<std::string_view, 3> values;
  Text words;
};

constexpr ReasonWords kReasons[] = {
    {"metric_part", {"part", "whole"}, {"other metric: {0} is a part of {1}", "khác chỉ số: {0} là một phần của {1}"}},
    {"metric_differs", {"a", "b"}, {"other metric: {0} and {1}", "khác chỉ số: {0} và {1}"}},
    {"metric_unknown", {"side", "metric"}, {"only {0} tells its metric: {1}", "chỉ {0} cho biết chỉ số: {1}"}},
    {"caveat", {"side", "quote"}, {"{0} holds within limits: “{1}”", "{0} có hạn định: “{1}”"}},
    {"period_differs", {"a", "b"}, {"other period: “{0}” and “{1}”", "khác thời kỳ: “{0}” và “{1}”"}},
    {"period_unknown", {"side", "period"}, {"only {0} says for when: “{1}”", "chỉ {0} nói rõ thời gian: “{1}”"}},
    {"unit_differs", {"a", "b"}, {"other unit: per {0} and per {1}", "khác đơn vị: theo {0} và theo {1}"}},
    {"unit_unknown", {"side", "unit"}, {"only {0} is per unit: per {1}", "chỉ {0} tính theo đơn vị: {1}"}},
    {"currency_differs", {"a", "b"}, {"other currency: {0} and {1}", "khác loại tiền: {0} và {1}"}},
    {"modality_differs", {"a", "b"}, {"one is {0}, the other {1}", "một bên là {0}, bên kia là {1}"}},
    {"subject_differs", {"a", "b"}, {"perhaps another subject: {0} and {1}", "có thể khác chủ thể: {0} và {1}"}},
    {"subject_unknown", {"side", "subject"}, {"only {0} tells its subject: {1}", "chỉ {0} cho biết chủ thể: {1}"}},
    {"published_apart", {"a", "b"}, {"published far apart: {0} and {1}", "đăng cách xa nhau: {0} và {1}"}},
    {"denied", {"side"}, {"{0} denies the figure", "{0} phủ nhận con số này"}},
    {"counter_figure",
     {},
     {"the text sets one figure against the other, which it denies",
      "bài báo phủ nhận một con số và đưa ra con số kia để thay"}},
    {"refined_by",
     {"quote"},
     {"the refuted figure is elsewhere put more exactly: “{0}”",
      "con số bị bác bỏ được nêu chính xác hơn ở chỗ khác: “{0}”"}},
    {"rounds_to",
     {"side", "step"},
     {"rounded to {1}, the finer figure is that of {0}", "làm tròn đến {1} thì trùng với con số của {0}"}},
    {"one_sided", {"side", "relation"}, {"{0} sets one bound only ({1})", "{0} chỉ đặt một giới hạn ({1})"}},
    {"hedged", {"side", "relation"}, {"{0} is hedged ({1})", "{0} nói áng chừng ({1})"}},
    {"reading", {"side", "low", "high"}, {"{0} is read as {1} to {2}", "{0} thường được hiểu là từ {1} đến {2}"}},
    {"power_of_ten",
     {"exponent"},
     {"the digits are alike, 10^{0} apart: perhaps a wrong unit",
      "cùng chữ số, lệch nhau 10^{0} lần: có thể nhầm đơn vị"}},
    {"same_digits",
     {"a", "b"},
     {"the same digits in {0} and {1}: perhaps a wrong currency", "cùng chữ số ở {0} và {1}: có thể nhầm loại tiền"}},
    {"rate",
     {"from", "to", "value"},
     {"compared through the rate of the user: 1 {0} = {2} {1}", "so qua tỷ giá của người dùng: 1 {0} = {2} {1}"}},
    {"same_source", {"source"}, {"the same source: {0}", "cùng một nguồn: {0}"}},
    {"later", {"side", "a", "b"}, {"{0} is the later: {1}, {2}", "{0} có sau: {1}, {2}"}},
    {"same_document",
     {},
     {"both stand in one article and are of one source: perhaps two things of a kind",
      "cùng một bài và cùng một nguồn: có thể là hai khoản khác nhau"}},
    {"one_thing",
     {"strength", "words"},
     {"both seem to tell of one thing: {0} points, {1}% of the words in common",
      "hai bên có vẻ nói về cùng một thứ: {0} điểm, {1}% chữ chung"}},
    {"told_too",
     {"side"},
     {"the article of {0} tells both figures, as two things",
      "bài của {0} nêu cả hai con số, như hai khoản khác nhau"}},
    {"announced", {}, {"the later figure is said to replace the other", "có nói rõ con số sau thay con số trước"}},
    {"silent", {}, {"the figure changed without a word", "con số thay đổi mà không nói gì"}},
    {"through",
     {"quote"},
     {"one article itself sets “{0}” against the other figure", "chính một bài đặt “{0}” đối lại với con số kia"}},
    {"told_beside",
     {"quote"},
     {"an article tells “{0}” beside the other figure, as another thing",
      "có bài nêu “{0}” bên cạnh con số kia, như một thứ khác"}},
    {"copied", {}, {"one report, copied", "cùng một bản tin, đăng lại"}},
};

std::string value_of(const Reason& reason, std::string_view key) {
  for (const auto& [name, value] : reason.values) {
    if (name == key) return value;
  }
  return "?";
}

// A value as people read it: sides in capitals, days and numbers as the language writes them.
std::string shown(const Reason& reason, std::string_view key, const ClaimText& text) {
  std::string value = value_of(reason, key);
  if (key == "side") {
    for (char& c : value) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  } else if (key == "low" || key == "high" || key == "step") {
    const auto number = Decimal::parse(value);
    return number ? text.numbers.figure(*number, "") : value;
  } else if (reason.code == "published_apart" || reason.code == "later") {
    return text.dates.day(value);
  } else if (reason.code == "modality_differs") {
    const auto modality = parse<Modality>(value);
    return modality ? text.t(word_of(*modality)) : value;
  } else if (key == "relation") {
    const auto relation = parse<Relation>(value);
    return relation ? text.t(word_of(*relation)) : value;
  }
  return one_line(value);
}

}  // namespace

Text word_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::refuted: return {"refuted", "bị bác bỏ"};
    case Verdict::contradicts: return {"contradicts", "mâu thuẫn"};
    case Verdict::part_exceeds_whole: return {"part exceeds whole", "phần lớn hơn tổng"};
    case Verdict::unit_slip: return {"unit slip", "nhầm đơn vị"};
    case Verdict::revised: return {"revised", "đã điều chỉnh"};
    case Verdict::strained: return {"strained", "khó khớp"};
    case Verdict::apparent: return {"apparent", "có vẻ mâu thuẫn"};
    case Verdict::superseded: return {"superseded", "đã có số thực"};
    case Verdict::refines: return {"refines", "chính xác hơn"};
    case Verdict::compatible: return {"compatible", "tương thích"};
    case Verdict::same: return {"same", "trùng khớp"};
    case Verdict::not_comparable: break;
  }
  return {"not comparable", "không so sánh được"};
}

Text word_of(Severity severity) {
  switch (severity) {
    case Severity::high: return {"high", "cao"};
    case Severity::medium: return {"medium", "vừa"};
    case Severity::low: return {"low", "thấp"};
    case Severity::none: break;
  }
  return {"none", "không"};
}

std::string keys_line(const Keys& keys, const ClaimText& text) {
  const std::vector<std::pair<Text, KeyState>> all = {
      {{"subject", "chủ thể"}, keys.subject},     {{"metric", "chỉ số"}, keys.metric},
      {{"period", "thời kỳ"}, keys.period},       {{"unit", "đơn vị"}, keys.unit},
      {{"currency", "loại tiền"}, keys.currency}, {{"scope", "phạm vi"}, keys.scope},
      {{"modality", "mức độ"}, keys.modality}};
  std::string line;
  for (const auto& [name, state] : all) {
    if (state == KeyState::unstated) continue;
    const char* sign = state == KeyState::equal ? " =" : state == KeyState::different ? " ≠" : " ?";
    line += (line.empty() ? "" : " · ") + std::string(text.t(name)) + sign;
  }
  return line;
}

std::string reason_line(const Reason& reason, const ClaimText& text) {
  for (const ReasonWords& known : kReasons) {
    if (known.code != reason.code) continue;
    std::array<std::string, 3> values;
    for (std::size_t i = 0; i < values.size() && !known.values[i].empty(); ++i) {
      values[i] = shown(reason, known.values[i], text);
    }
    return fill(text.t(known.words), {values[0], values[1], values[2]});
  }
  std::string line = reason.code;
  for (const auto& [name, value] : reason.values) line += " " + name + "=" + one_line(value);
  return line;
}

}  // namespace socai::cli
