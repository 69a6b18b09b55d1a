// SPDX-License-Identifier: Apache-2.0
// All phrases of all rules in one trie over word ids, so that one pass over the tokens finds every cue, currency,
// hedge, title and metric. A phrase has a class (what kind of thing it is) and an index into that class's rules.
// Each node knows the longest phrase of each class on the way to it, so that a walk need only note where it ends.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <vector>

#include "extractor/text/token.h"

namespace socai {

enum class PhraseClass : std::uint8_t {
  vague,     // mention: amounts
  currency,  // behind the number
  currency_before,
  hedge_before,
  hedge_after,
  cue,    // attribution
  block,  // looks like a cue and is none
  head,   // entities
  title,
  role,
  organ,
  unnamed,
  document,
  pronoun,
  known_entity,
  metric,  // meaning
  change,
  level,
  modality_before,
  modality_after,
  denial_before,
  denial_after,
  caveat,
  figure,  // "con số này": points back at the amount before
  period,
  count_noun,  // what is counted, not paid ("người")
  // What only some places ask for: Marks::at.
  unit,      // what an amount may be per
  word,      // of several syllables, of which one alone would end a noun phrase
  compound,  // two-syllable words inside names
  surname,
  noun,  // at the head of a noun phrase: what it stands for
  stop,  // capitalized at the start of a sentence without being a name
  kCount,
};

static_assert(static_cast<int>(PhraseClass::kCount) <= 64);
constexpr std::uint64_t class_bit(PhraseClass phrase_class) {
  return std::uint64_t{1} << static_cast<unsigned>(phrase_class);
}
constexpr std::uint64_t class_bits(std::initializer_list<PhraseClass> classes) {
  std::uint64_t bits = 0;
  for (const PhraseClass phrase_class : classes) bits |= class_bit(phrase_class);
  return bits;
}

constexpr bool is_on_demand(PhraseClass phrase_class) { return phrase_class >= PhraseClass::unit; }

struct Match {
  TokenRange tokens;
  PhraseClass phrase_class{};
  std::uint32_t index = 0;  // of the rule within its class
};

class PhraseTable {
 public:
  PhraseTable();

  // Adds a phrase (at least one word, at most 255). The same words may stand in several classes; within one class the
  // first stays.
  void add(const std::vector<WordId>& words, PhraseClass phrase_class, std::uint32_t index);

  // Ends the adding; only then the questions below may be asked.
  void finish(std::size_t vocabulary_size);

  // The classes of the phrases that the word opens, bit by bit (class_bit).
  std::uint64_t classes_from(WordId word) const { return word < first_classes_.size() ? first_classes_[word] : 0; }

  // Whether a phrase may start at tokens[at], by its word and the next. May say true where none does.
  bool may_start(const std::vector<Token>& tokens, std::uint32_t at) const {
    const WordId word = tokens[at].word;
    const std::uint64_t next_words = word < next_words_.size() ? next_words_[word] : 0;
    return (next_words >> (at + 1 < tokens.size() ? tokens[at + 1].word % 64 : 0) & 1) != 0;
  }

  // A phrase that a walk has found.
  struct Found {
    std::uint32_t index;  // of the rule within its class
    PhraseClass phrase_class;
    std::uint8_t length;  // in tokens
  };
  // Of the phrases that start at tokens[at] the longest of each class, in the order of the classes.
  std::span<const Found> longest_at(const std::vector<Token>& tokens, std::uint32_t at) const {
    const WordId first = tokens[at].word;
    std::uint32_t deepest = first < first_.size() ? first_[first] : 0;
    if (deepest == 0) return {};
    for (std::uint32_t next = at + 1;; ++next) {
      const std::uint32_t node = step(nodes_[deepest], tokens, next);
      if (node == 0) break;
      deepest = node;
    }
    const Node& node = nodes_[deepest];
    return {found_.data() + node.own + node.own_count, node.longest_count};
  }

  // Calls take(Match) for every phrase that starts at tokens[at], shorter ones first.
  template <typename Take>
  void match(const std::vector<Token>& tokens, std::uint32_t at, const Take& take) const;

 private:
  struct Edge {
    std::uint64_t key = 0;    // node << 32 | word
    std::uint32_t child = 0;  // 0: free
  };
  struct Node {
    std::uint32_t next_words = 0;  // bit (word % 32) of each child's word: most words that follow are none of them
    std::uint32_t children = 0;    // where its table of children begins in children_
    std::uint32_t own = 0;         // its phrases in found_, and the longest on the way to it behind them
    std::uint32_t mask = 0;        // of the places in its table of children
    std::uint8_t own_count = 0;
    std::uint8_t longest_count = 0;
  };
  struct Child {
    WordId word = 0;  // 0: free
    std::uint32_t node = 0;
  };

  std::uint32_t make_child(std::uint32_t node, WordId word);
  std::size_t place_of(std::uint64_t key) const;
  std::vector<Edge> edges_by_level();
  void lay_out_children(const std::vector<Edge>& edges);
  void lay_out_phrases(const std::vector<Edge>& edges);

  // The node behind `node` by tokens[next], or 0.
  std::uint32_t step(const Node& node, const std::vector<Token>& tokens, std::uint32_t next) const {
    if (next >= tokens.size()) return 0;
    const Token& token = tokens[next];
    if ((node.next_words >> (token.word % 32) & 1) == 0 || token.word == 0 || token.gap == Gap::line) return 0;
    for (std::uint32_t at = place_in(token.word, node.mask);; at = (at + 1) & node.mask) {
      const Child& child = children_[node.children + at];
      if (child.word == token.word) return child.node;
      if (child.word == 0) return 0;
    }
  }
  static std::uint32_t place_in(WordId word, std::uint32_t mask) { return (word * 0x9E3779B1u >> 16) & mask; }

  // While phrases are added, by node (0 is the root): its phrases and the edge that leads to it; and all edges by open
  // addressing.
  std::vector<std::vector<Found>> phrases_;
  std::vector<Edge> made_;
  std::vector<Edge> edges_;
  // Made by finish().
  std::vector<Node> nodes_;
  std::vector<Child> children_;
  std::vector<Found> found_;
  std::vector<std::uint64_t> next_words_;  // word -> bit (word % 64) of each word that may follow; all bits where the
                                           // word is a phrase by itself
  std::vector<std::uint32_t> first_;       // word -> node
  std::vector<std::uint64_t> first_classes_;  // word -> bits of the classes of the phrases that it opens
};

template <typename Take>
void PhraseTable::match(const std::vector<Token>& tokens, std::uint32_t at, const Take& take) const {
  const WordId first = tokens[at].word;
  std::uint32_t node = first < first_.size() ? first_[first] : 0;
  for (std::uint32_t next = at + 1; node != 0; ++next) {
    for (std::uint32_t i = 0; i < nodes_[node].own_count; ++i) {
      const Found& found = found_[nodes_[node].own + i];
      take(Match{{at, next}, found.phrase_class, found.index});
    }
    node = step(nodes_[node], tokens, next);
  }
}

}  // namespace socai
