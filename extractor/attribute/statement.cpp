// SPDX-License-Identifier: Apache-2.0
// Claims without an amount: what a source says, so that "who claimed what" answers for it as well.
#include "extractor/attribute/assemble.h"

namespace socai {
namespace {

constexpr std::uint32_t kShortestStatement = 5;  // tokens of content

bool holds_amount(const Context& context, TokenRange range) {
  const std::size_t first = context.first_amount_behind(range.begin);
  return first < context.amounts.size() && context.amounts[first].tokens.begin < range.end;
}

bool is_reported(Zone zone) {
  return zone == Zone::body || zone == Zone::lede || zone == Zone::headline || zone == Zone::caption;
}

}  // namespace

std::vector<std::uint32_t> find_statements(const Context& context) {
  std::vector<std::uint32_t> statements;
  const auto& spans = context.sources.spans;
  for (std::uint32_t i = 0; i < spans.size(); ++i) {
    const SourceSpan& span = spans[i];
    if (span.content.end - span.content.begin < kShortestStatement || holds_amount(context, span.content)) continue;
    if (!is_reported(context.sentence_at(span.words.begin).zone)) continue;
    // Two cues of one source over the same words make one statement.
    if (i > 0 && spans[i - 1].words.overlaps(span.words) && spans[i - 1].source == span.source) continue;
    statements.push_back(i);
  }
  return statements;
}

void make_statement(const Context& context, const SourceSpan& span, bool explain, ExplainedClaim* out) {
  Claim& claim = out->claim;
  claim.kind = Kind::statement;
  set_place(context.doc, span.words, &claim);
  const Quotation* quotation = context.doc.quotation_at(span.content.begin + 1);
  const bool direct = quotation != nullptr && quotation->tokens.end + 2 >= span.content.end;
  claim.claimant = make_claimant(context, &context.sources.sources[span.source],
                                 direct ? Attribution::direct : Attribution::indirect, span.cue);
  if (span.cue_rule != kNone) {
    const auto& cue = context.tables.cues[span.cue_rule];
    if (cue.modality) claim.modality = *cue.modality;
    if (explain) {
      const std::string words(context.doc.words(span.cue));
      out->steps.push_back({"claimant", cue.rule, words, claim.claimant.entity.name});
    }
  }
  claim.confidence_percent = 80;
}

}  // namespace socai
