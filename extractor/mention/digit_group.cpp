// SPDX-License-Identifier: Apache-2.0
#include "extractor/mention/digit_group.h"

namespace socai {
namespace {

// "1 234 567": groups of three behind single spaces; one group alone behind a no-break or thin space, or where it
// cannot be a number by itself ("200 000"). Gives the token behind the last group.
std::uint32_t join_spaced_groups(const Document& doc, TokenRange tokens, std::string* digits) {
  std::uint32_t end = tokens.begin + 1;
  std::string joined = *digits;
  bool wide = true;
  while (end < tokens.end && doc.tokens[end].is_number()) {
    const Token& token = doc.tokens[end];
    const auto gap_bytes = token.begin - doc.tokens[end - 1].end;
    const auto words = doc.words(end);
    const bool three = words.size() == 3 || (words.size() > 3 && words[3] == ',');
    if (!three || token.gap != Gap::space) break;
    wide = wide && (gap_bytes > 1 || words == "000");
    joined += words;
    ++end;
    if (words.size() > 3) break;
  }
  const std::uint32_t groups = end - tokens.begin - 1;
  if (groups == 0 || digits->front() == '0' || (groups == 1 && !wide)) return tokens.begin + 1;
  *digits = joined;
  return end;
}

}  // namespace

std::optional<NumberGroup> read_digit_group(const NumberReader& reader, TokenRange tokens, const std::string& prefix) {
  const Document& doc = reader.doc();
  std::string digits = prefix + std::string(doc.words(tokens.begin));
  const auto first = read_digits(digits, false);
  const bool rest = digits.size() > 1 && first && first->is_zero() && digits.find_first_of(".,") == std::string::npos;
  if (rest) return std::nullopt;  // of "30. 000 đồng"
  std::uint32_t end = tokens.begin + 1;
  if (digits.size() <= 3) end = join_spaced_groups(doc, tokens, &digits);
  const auto value = read_digits(digits, reader.scale_at(end).has_value());
  if (!value) return std::nullopt;
  return NumberGroup{*value, end, false};
}

bool may_be_cut_off(const Document& doc, std::uint32_t at) {
  if (at == 0 || !doc.tokens[at - 1].is_number() || doc.tokens[at].gap != Gap::space) return false;
  const bool name = at > 1 && doc.tokens[at - 2].is_word() && doc.tokens[at - 1].gap == Gap::none;
  if (name) return false;  // "xăng A92 500 đồng"
  return doc.words(at).size() == 3 && doc.words(at - 1).size() <= 3;
}

}  // namespace socai
