// SPDX-License-Identifier: Apache-2.0
// Claims without an amount: what a source says, so that "who claimed what" answers for it as well.
#include <algorithm>

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

namespace {

TokenRange within(TokenRange words, TokenRange sentence) {
  return {std::max(words.begin, sentence.begin), std::min(words.end, sentence.end)};
}

// The passages of a span: what runs on without a sentence that holds an amount. In the sentence of the cue the words
// around the cue belong to it, in the others of a quotation what is quoted there.
void add_passages(const Context& context, std::uint32_t index, std::vector<StatementMention>* statements) {
  const SourceSpan& span = context.sources.spans[index];
  const std::uint32_t last = context.sentence_of(span.content.end - 1);
  bool goes_on = false;
  for (std::uint32_t at = context.sentence_of(span.content.begin); at <= last; ++at) {
    const TokenRange sentence = context.doc.sentences[at].tokens;
    const TokenRange content = within(span.content, sentence);
    if (holds_amount(context, content)) {
      goes_on = false;
      continue;
    }
    const TokenRange words = sentence.contains(span.cue.begin) ? within(span.words, sentence) : content;
    if (goes_on) {
      statements->back().words.end = words.end;
    } else if (content.end >= content.begin + kShortestStatement) {
      statements->push_back({index, words});
      goes_on = true;
    }
  }
}

}  // namespace

std::vector<StatementMention> find_statements(const Context& context) {
  std::vector<StatementMention> statements;
  const auto& spans = context.sources.spans;
  for (std::uint32_t i = 0; i < spans.size(); ++i) {
    if (!is_reported(context.sentence_at(spans[i].words.begin).zone)) continue;
    // Two cues of one source over the same words make one statement.
    if (i > 0 && spans[i - 1].words.overlaps(spans[i].words) && spans[i - 1].source == spans[i].source) continue;
    add_passages(context, i, &statements);
  }
  return statements;
}

void make_statement(const Context& context, const StatementMention& statement, bool explain, ExplainedClaim* out) {
  const SourceSpan& span = context.sources.spans[statement.span];
  Claim& claim = out->claim;
  claim.kind = Kind::statement;
  set_place(context.doc, statement.words, &claim);
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
