// SPDX-License-Identifier: Apache-2.0
// All phrases of all rules in one trie over word ids, so that one pass over the tokens finds every cue, currency,
// hedge, title and metric. A phrase has a class (what kind of thing it is) and an index into that class's rules.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
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

  // Adds a phrase (at least one word). The same words may stand in several classes; within one class the first stays.
  void add(const std::vector<WordId>& words, PhraseClass phrase_class, std::uint32_t index);

  // Ends the adding; only then match() may be called.
  void finish(std::size_t vocabulary_size);

  // The classes of the phrases that the word opens, bit by bit (class_bit).
  std::uint64_t classes_from(WordId word) const { return word < first_classes_.size() ? first_classes_[word] : 0; }

  // Whether a phrase may start at tokens[at], by its word and the next. May say true where none does.
  bool may_start(const std::vector<Token>& tokens, std::uint32_t at) const {
    const WordId word = tokens[at].word;
    if (word >= first_.size()) return false;
    const First& first = first_[word];
    if (first.is_phrase || at + 1 == tokens.size()) return first.is_phrase;
    return (first.next_words >> (tokens[at + 1].word % 64) & 1) != 0;
  }

  // Calls take(Match) for every phrase that starts at tokens[at], shorter ones first.
  template <typename Take>
  void match(const std::vector<Token>& tokens, std::uint32_t at, const Take& take) const;

 private:
  struct Entry {
    PhraseClass phrase_class;
    std::uint32_t index;
  };
  struct Node {
    std::vector<Entry> entries;
  };
  struct Edge {
    std::uint64_t key = 0;    // node << 32 | word
    std::uint32_t child = 0;  // 0: free
  };

  std::uint32_t child_of(std::uint32_t node, WordId word) const;
  std::uint32_t make_child(std::uint32_t node, WordId word);
  void insert_edge(std::uint64_t key, std::uint32_t child);

  // A node laid out for matching: its entries and its children, sorted by word, lie side by side in memory.
  struct FlatNode {
    std::uint64_t next_words;  // bit (word % 64) of each child's word: most words that follow are none of them
    std::uint32_t first_entry;
    std::uint32_t first_child;
    std::uint16_t entries;
    std::uint16_t children;
  };
  struct Child {
    WordId word;
    std::uint32_t node;
  };
  std::uint32_t flat_child(const FlatNode& node, WordId word) const;  // node must have children

  std::vector<Node> nodes_;     // 0 is the root; while phrases are added
  std::vector<FlatNode> flat_;  // the same nodes, made by finish()
  std::vector<Entry> entries_;
  std::vector<Child> children_;
  std::vector<Edge> edges_;  // open addressing
  std::size_t edge_count_ = 0;
  // What a word leads to as the first of a phrase.
  struct First {
    std::uint64_t next_words = 0;  // as in FlatNode
    std::uint32_t node = 0;
    bool is_phrase = false;  // by itself
  };
  std::vector<First> first_;                  // by word
  std::vector<std::uint64_t> first_classes_;  // word -> bits of the classes of the phrases that it opens
};

template <typename Take>
void PhraseTable::match(const std::vector<Token>& tokens, std::uint32_t at, const Take& take) const {
  const WordId first = tokens[at].word;
  std::uint32_t node = first < first_.size() ? first_[first].node : 0;
  for (std::uint32_t next = at + 1; node != 0; ++next) {
    const FlatNode& flat = flat_[node];
    for (std::uint32_t i = 0; i < flat.entries; ++i) {
      const Entry& entry = entries_[flat.first_entry + i];
      take(Match{{at, next}, entry.phrase_class, entry.index});
    }
    if (flat.children == 0 || next >= tokens.size()) return;
    const Token& token = tokens[next];
    if ((flat.next_words >> (token.word % 64) & 1) == 0 || token.word == 0 || token.gap == Gap::line) return;
    node = flat_child(flat, token.word);
  }
}

}  // namespace socai
