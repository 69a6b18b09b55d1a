// SPDX-License-Identifier: Apache-2.0
#include "extractor/attribute/modality.h"

#include <algorithm>

namespace socai {
namespace {

constexpr std::uint32_t kDenialReach = 20;  // the farthest that any denial reaches
constexpr std::uint32_t kDenialBehind = 14;
constexpr std::uint32_t kModalityReach = 24;
constexpr std::uint32_t kBehindReach = 6;

class Judge {
 public:
  Judge(const Context& context, std::size_t amount)
      : c_(context), amount_(context.amounts[amount].tokens), sentence_(context.sentence_at(amount_.begin).tokens),
        last_end_(amount > 0 ? context.amounts[amount - 1].tokens.end : 0) {}

  Judged run(std::uint32_t cue_rule, const Judged& before) {
    Judged judged;
    find_modality(&judged, cue_rule);
    if (judged.modality_by.rule.empty() && !before.modality_by.tokens.empty() && goes_on_with_list()) {
      judged.modality = before.modality;
      judged.modality_by = before.modality_by;
    }
    find_polarity(&judged);
    return judged;
  }

 private:
  // Whether little stands between the amount before and this one, in one sentence, and no verb of its own.
  bool goes_on_with_list() const {
    constexpr std::uint32_t kListReach = 12;
    if (last_end_ <= sentence_.begin || amount_.begin - last_end_ > kListReach) return false;
    for (std::uint32_t at = last_end_; at < amount_.begin; ++at) {
      const WordId word = c_.doc.tokens[at].word;
      if (c_.words.clause_word.has(word) && !c_.words.auxiliary.has(word)) return false;
      if (c_.words.round_open.has(word)) return false;
    }
    return c_.marks.within(PhraseClass::cue, {last_end_, amount_.begin}).empty();
  }

  // Where the clause of the amount begins, but no farther back than words of modality reach.
  std::uint32_t clause_begin() const {
    const std::uint32_t reach = amount_.begin > kModalityReach ? amount_.begin - kModalityReach : 0;
    const std::uint32_t limit = std::max(sentence_.begin, reach);
    std::uint32_t begin = amount_.begin;
    while (begin > limit && !c_.words.clause_hard.has(c_.doc.tokens[begin - 1].word)) --begin;
    return begin;
  }

  // The nearest word before the amount in its clause, else one right behind it, else what the cue says.
  void find_modality(Judged* judged, std::uint32_t cue_rule) const {
    const TokenRange before{clause_begin(), amount_.begin};
    const Match* found = nullptr;
    for (const Match& match : c_.marks.within(PhraseClass::modality_before, before)) {
      if (match.index != rules::Tables::kNoRule && match.tokens.end <= amount_.begin &&
          c_.between.amounts(match.tokens.end, amount_.begin) < 3)
        found = &match;
    }
    if (found == nullptr) {
      const TokenRange behind{amount_.end, std::min(sentence_.end, amount_.end + kBehindReach)};
      const auto matches = c_.marks.within(PhraseClass::modality_after, behind);
      for (const Match& match : matches) {
        if (found == nullptr && match.index != rules::Tables::kNoRule) found = &match;
      }
    }
    if (found != nullptr) {
      const auto& rule = c_.tables.modalities[found->index];
      judged->modality = rule.value;
      judged->modality_by = {rule.rule, found->tokens};
    } else if (cue_rule != kNone && c_.tables.cues[cue_rule].modality) {
      judged->modality = *c_.tables.cues[cue_rule].modality;
      judged->modality_by = {c_.tables.cues[cue_rule].rule, {}};
    }
  }

  void find_polarity(Judged* judged) const {
    const std::uint32_t reach = amount_.begin > kDenialReach ? amount_.begin - kDenialReach : 0;
    const TokenRange before{std::max(sentence_.begin, reach), amount_.begin};
    for (const Match& match : c_.marks.within(PhraseClass::denial_before, before)) {
      if (match.index == rules::Tables::kNoRule || match.tokens.end > amount_.begin) continue;
      const auto reach_of = static_cast<std::uint32_t>(c_.tables.denials[match.index].reach);
      if (amount_.begin - match.tokens.end > reach_of || crosses_mark(match.tokens.end, amount_.begin)) continue;
      if (c_.between.amounts(match.tokens.end, amount_.begin) == 0) deny(judged, match);
    }
    const TokenRange behind{amount_.end, std::min(sentence_.end, amount_.end + kDenialBehind)};
    for (const Match& match : c_.marks.within(PhraseClass::denial_after, behind)) {
      if (match.index != rules::Tables::kNoRule && c_.between.amounts(amount_.end, match.tokens.begin) == 0 &&
          !crosses_mark(amount_.end, match.tokens.begin)) {
        deny(judged, match);
      }
    }
  }

  bool crosses_mark(std::uint32_t from, std::uint32_t to) const {
    const auto& mark = c_.words.clause_hard;
    for (std::uint32_t at = from; at < to; ++at) {
      if (mark.has(c_.doc.tokens[at].word)) return true;
    }
    return false;
  }

  void deny(Judged* judged, const Match& match) const {
    judged->polarity = Polarity::denied;
    judged->polarity_by = {c_.tables.denials[match.index].rule, match.tokens};
  }

  const Context& c_;
  const TokenRange amount_;
  const TokenRange sentence_;
  const std::uint32_t last_end_;  // of the amount before; 0: there is none
};

// From the cue to the next hard mark or the end of the sentence.
TokenRange passage_from(const Context& c, TokenRange cue, TokenRange sentence) {
  const auto& mark = c.words.caveat_end;
  std::uint32_t end = cue.end;
  while (end < sentence.end && !mark.has(c.doc.tokens[end].word)) ++end;
  return {cue.begin, end};
}

}  // namespace

Judged judge(const Context& context, std::size_t amount, std::uint32_t cue_rule, const Judged& before) {
  return Judge(context, amount).run(cue_rule, before);
}

std::vector<Fired> find_caveats(const Context& c, std::size_t index) {
  std::vector<Fired> caveats;
  const TokenRange amount = c.amounts[index].tokens;
  const std::uint32_t here = c.sentence_of(amount.begin);
  const auto add = [&](TokenRange range, TokenRange sentence) {
    for (const Match& match : c.marks.within(PhraseClass::caveat, range)) {
      const TokenRange passage = passage_from(c, match.tokens, sentence);
      if (!caveats.empty() && caveats.back().tokens.end >= passage.end) continue;
      caveats.push_back({c.tables.caveats[match.index].rule, passage});
    }
  };
  // In the amount's sentence, up to the next amount; in the next sentence where it speaks of the figure.
  const TokenRange sentence = c.doc.sentences[here].tokens;
  const bool next_is_near = index + 1 < c.amounts.size() && c.amounts[index + 1].tokens.begin < sentence.end;
  add({amount.end, next_is_near ? c.amounts[index + 1].tokens.begin : sentence.end}, sentence);
  const bool last_here = !next_is_near;
  const bool same_field =
      here + 1 < c.doc.sentences.size() && c.doc.in_title(c.doc.sentences[here + 1].tokens) == c.doc.in_title(amount);
  if (last_here && same_field) {
    const TokenRange next = c.doc.sentences[here + 1].tokens;
    bool refers = false;
    for (const Match& match : c.marks.within(PhraseClass::figure, next))
      refers = refers || match.tokens.end <= next.end;
    if (refers) add(next, next);
  }
  return caveats;
}

}  // namespace socai
