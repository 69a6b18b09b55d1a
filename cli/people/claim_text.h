// SPDX-License-Identifier: Apache-2.0
// Claims as people read them: the cells of a table, and the block that shows a claim in full.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "cli/people/dates.h"
#include "cli/people/numbers.h"
#include "cli/people/text.h"
#include "cli/terminal/terminal.h"
#include "extractor/claim/claim.h"

namespace socai::cli {

// The sentence that a claim stands in, cut out of its field.
std::string_view sentence_of(const Claim& claim, std::string_view field_text);

class ClaimText {
 public:
  // One object a thread.
  ClaimText(Lang lang, const Terminal& screen) : numbers(lang), dates(lang), lang_(lang), screen_(screen) {}

  const char* t(const Text& text) const { return pick(lang_, text); }

  // "không phải 6 triệu USD"; of a statement its words.
  std::string amount(const Claim& claim) const;
  // The claimant's name; the article's own voice in words.
  std::string who(const Claim& claim) const;
  // "DeepSeek · cost.training"
  std::string what(const Claim& claim) const;
  // How sure the claim is: "ước tính"; empty where it is simply stated.
  std::string how(const Claim& claim) const;

  // Name, manner and outer sources: "SemiAnalysis (thuật lại, “ước tính”) theo Reuters".
  std::string source(const Claim& claim) const;

  // The claim in full, several lines. `sentence` holds the words from sentence_start to sentence_end; empty: not at
  // hand.
  std::string block(const Claim& claim, const std::string& heading, std::string_view sentence) const;

  // The sentence with the quote in brackets, wrapped, each line behind `indent`.
  std::string in_context(const Claim& claim, std::string_view sentence, const std::string& indent) const;

  // A label and words, wrapped behind it; nothing for no words.
  std::string row(const Text& label, const std::string& words) const;

  Numbers numbers;
  Dates dates;

 private:
  std::string subject_line(const Claim& claim) const;
  std::string flags(const Claim& claim) const;

  Lang lang_;
  Terminal screen_;
};

}  // namespace socai::cli
