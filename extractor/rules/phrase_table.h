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
  unit,   // what an amount may be per
  cue,    // attribution
  block,  // looks like a cue and is none
  doing,
  head,  // entities
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
  zone,        // structure
  count_noun,  // what is counted, not paid ("người")
  follower,    // what may follow an amount of implied currency
  compound,    // two-syllable words inside names
  surname,
  stop,  // capitalized at the start of a sentence without being a name
  kCount,
};

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

  // The words that open some phrase of these classes.
  std::vector<WordId> first_words(std::initializer_list<PhraseClass> classes) const;

  // Appends all phrases that start at tokens[at], shorter first.
  void match(const std::vector<Token>& tokens, std::uint32_t at, std::vector<Match>* matches) const {
    const WordId word = tokens[at].word;
    if (word < first_.size() && first_[word] != 0) match_from(first_[word], tokens, at, matches);
  }

 private:
  struct Entry {
    PhraseClass phrase_class;
    std::uint32_t index;
  };
  struct Node {
    std::vector<Entry> entries;
    bool has_children = false;
  };
  struct Edge {
    std::uint64_t key = 0;    // node << 32 | word
    std::uint32_t child = 0;  // 0: free
  };

  std::uint32_t child_of(std::uint32_t node, WordId word) const;
  std::uint32_t make_child(std::uint32_t node, WordId word);
  void match_from(std::uint32_t node, const std::vector<Token>& tokens, std::uint32_t at,
                  std::vector<Match>* matches) const;
  void insert_edge(std::uint64_t key, std::uint32_t child);

  // A node laid out for matching: its entries and its children, sorted by word, lie side by side in memory.
  struct FlatNode {
    std::uint32_t first_entry;
    std::uint32_t first_child;
    std::uint16_t entries;
    std::uint16_t children;
  };
  struct Child {
    WordId word;
    std::uint32_t node;
  };
  std::uint32_t flat_child(const FlatNode& node, WordId word) const;

  std::vector<Node> nodes_;     // 0 is the root; while phrases are added
  std::vector<FlatNode> flat_;  // the same nodes, made by finish()
  std::vector<Entry> entries_;
  std::vector<Child> children_;
  std::vector<Edge> edges_;  // open addressing
  std::size_t edge_count_ = 0;
  std::vector<std::uint32_t> first_;          // word -> node under the root
  std::vector<std::uint64_t> first_classes_;  // word -> bits of the classes of the phrases that it opens
};

}  // namespace socai
