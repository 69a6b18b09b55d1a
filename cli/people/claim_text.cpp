// SPDX-License-Identifier: Apache-2.0
#include "cli/people/claim_text.h"

#include "cli/people/words.h"
#include "cli/terminal/width.h"

namespace socai::cli {
namespace {

constexpr std::size_t kLabel = 10;
constexpr std::size_t kIndent = 4;

void join(std::string* list, std::string_view item) {
  if (item.empty()) return;
  if (!list->empty()) list->append(" · ");
  list->append(item);
}

std::string quoted(std::string_view words) { return "“" + one_line(words) + "”"; }

}  // namespace

std::string_view sentence_of(const Claim& claim, std::string_view field_text) {
  const bool fits = claim.sentence_start <= claim.sentence_end && claim.sentence_end <= field_text.size();
  return fits ? field_text.substr(claim.sentence_start, claim.sentence_end - claim.sentence_start) : std::string_view();
}

std::string ClaimText::amount(const Claim& claim) const {
  if (!claim.amount) return quoted(claim.quote);
  const std::string text = numbers.amount(*claim.amount);
  return claim.polarity == Polarity::denied ? t({"not ", "không phải "}) + text : text;
}

std::string ClaimText::who(const Claim& claim) const {
  if (claim.claimant.type == EntityType::narrator) return t({"(the article)", "(bài báo)"});
  return one_line(claim.claimant.entity.name);
}

std::string ClaimText::what(const Claim& claim) const {
  std::string text;
  if (claim.subject) join(&text, one_line(claim.subject->name));
  if (claim.metric) join(&text, claim.metric->id);
  return text;
}

std::string ClaimText::how(const Claim& claim) const {
  return claim.modality == Modality::stated ? "" : t(word_of(claim.modality));
}

std::string ClaimText::source(const Claim& claim) const {
  std::string text = who(claim);
  if (claim.claimant.attribution != Attribution::narrator) {
    text += std::string(" (") + t(word_of(claim.claimant.attribution));
    if (!claim.claimant.cue.empty()) text += ", " + quoted(claim.claimant.cue);
    text += ")";
  }
  for (auto outer = claim.claimant.via.rbegin(); outer != claim.claimant.via.rend(); ++outer) {
    text += std::string(t({" according to ", " theo "})) + one_line(*outer);
  }
  return text;
}

std::string ClaimText::subject_line(const Claim& claim) const {
  std::string text = what(claim);
  if (!claim.period) return text;
  std::string period = one_line(claim.period->mention);
  if (claim.period->from && claim.period->to) {
    period += " (" + dates.day(*claim.period->from) + " – " + dates.day(*claim.period->to) + ")";
  }
  join(&text, period);
  return text;
}

std::string ClaimText::flags(const Claim& claim) const {
  std::string text;
  if (claim.polarity == Polarity::denied) join(&text, t({"denied", "bị phủ nhận"}));
  join(&text, how(claim));
  join(&text, t(word_of(claim.zone)));
  if (claim.amount && claim.amount->implied_currency) join(&text, t({"currency implied", "ngầm hiểu loại tiền"}));
  join(&text, std::to_string(claim.confidence_percent) + " %");
  join(&text, std::string(claim.field == Field::title ? "title" : "text") + " " + std::to_string(claim.start) + "–" +
                  std::to_string(claim.end));
  return text;
}

std::string ClaimText::row(const Text& label, const std::string& words) const {
  if (words.empty()) return {};
  const std::string indent(kIndent, ' ');
  std::string text;
  for (const std::string& line : wrap(words, screen_.width - kIndent - kLabel)) {
    text += indent + (text.empty() ? screen_.paint(Style::dim, pad_right(t(label), kLabel)) : std::string(kLabel, ' '));
    text += line + "\n";
  }
  return text;
}

std::string ClaimText::in_context(const Claim& claim, std::string_view sentence, const std::string& indent) const {
  const std::size_t start = claim.start - claim.sentence_start;
  const bool fits = claim.start >= claim.sentence_start && start + claim.quote.size() <= sentence.size();
  std::string marked = "[" + claim.quote + "]";
  if (fits) {
    marked.insert(0, sentence.substr(0, start));
    marked += sentence.substr(start + claim.quote.size());
  }
  std::string text;
  for (const std::string& line : wrap(one_line(marked), screen_.width - display_width(indent))) {
    text += indent + line + "\n";
  }
  return text;
}

std::string ClaimText::block(const Claim& claim, const std::string& heading, std::string_view sentence) const {
  std::string text = heading + screen_.paint(Style::bold, amount(claim));
  if (claim.amount) {
    text += "   " + screen_.paint(Style::dim, Numbers::interval(*claim.amount) + " " + claim.amount->currency + ", " +
                                                  t(word_of(claim.amount->relation)));
  }
  text += "\n" + row({"who", "ai nói"}, source(claim)) + row({"about", "về"}, subject_line(claim)) +
          row({"note", "lưu ý"}, flags(claim));
  if (!sentence.empty() || claim.amount) text += in_context(claim, sentence, std::string(kIndent, ' '));
  for (const Caveat& caveat : claim.caveats) text += row({"caveat", "hạn định"}, quoted(caveat.quote));
  return text;
}

}  // namespace socai::cli
