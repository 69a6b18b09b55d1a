// SPDX-License-Identifier: Apache-2.0
#include "extractor/rules/phrase_table.h"

#include <algorithm>

namespace socai {
namespace {

std::size_t spread(std::uint64_t key) { return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15u) >> 20); }

static_assert(static_cast<int>(PhraseClass::kCount) <= 64);
std::uint64_t bit(PhraseClass phrase_class) { return std::uint64_t{1} << static_cast<int>(phrase_class); }

}  // namespace

PhraseTable::PhraseTable() : nodes_(1), edges_(1024) {}

std::uint32_t PhraseTable::child_of(std::uint32_t node, WordId word) const {
  const std::uint64_t key = std::uint64_t{node} << 32 | word;
  const std::size_t mask = edges_.size() - 1;
  for (std::size_t at = spread(key) & mask; edges_[at].child != 0; at = (at + 1) & mask) {
    if (edges_[at].key == key) return edges_[at].child;
  }
  return 0;
}

void PhraseTable::insert_edge(std::uint64_t key, std::uint32_t child) {
  const std::size_t mask = edges_.size() - 1;
  std::size_t at = spread(key) & mask;
  while (edges_[at].child != 0) at = (at + 1) & mask;
  edges_[at] = {key, child};
}

std::uint32_t PhraseTable::make_child(std::uint32_t node, WordId word) {
  if (const auto known = child_of(node, word); known != 0) return known;
  if (2 * (edge_count_ + 1) > edges_.size()) {
    std::vector<Edge> old(edges_.size() * 2);
    old.swap(edges_);
    for (const Edge& edge : old) {
      if (edge.child != 0) insert_edge(edge.key, edge.child);
    }
  }
  const auto child = static_cast<std::uint32_t>(nodes_.size());
  nodes_.emplace_back();
  nodes_[node].has_children = true;
  insert_edge(std::uint64_t{node} << 32 | word, child);
  ++edge_count_;
  return child;
}

void PhraseTable::add(const std::vector<WordId>& words, PhraseClass phrase_class, std::uint32_t index) {
  std::uint32_t node = 0;
  for (const WordId word : words) node = make_child(node, word);
  if (first_classes_.size() <= words.front()) first_classes_.resize(words.front() + 1);
  first_classes_[words.front()] |= bit(phrase_class);
  auto& entries = nodes_[node].entries;
  const bool known = std::any_of(entries.begin(), entries.end(),
                                 [&](const Entry& entry) { return entry.phrase_class == phrase_class; });
  if (!known) entries.push_back({phrase_class, index});
}

void PhraseTable::finish(std::size_t vocabulary_size) {
  std::vector<std::vector<Child>> children(nodes_.size());
  for (const Edge& edge : edges_) {
    if (edge.child != 0) children[edge.key >> 32].push_back({static_cast<WordId>(edge.key & 0xFFFFFFFF), edge.child});
  }
  for (std::size_t node = 0; node < nodes_.size(); ++node) {
    auto& own = children[node];
    std::sort(own.begin(), own.end(), [](const Child& a, const Child& b) { return a.word < b.word; });
    const auto& entries = nodes_[node].entries;
    flat_.push_back({static_cast<std::uint32_t>(entries_.size()), static_cast<std::uint32_t>(children_.size()),
                     static_cast<std::uint16_t>(entries.size()), static_cast<std::uint16_t>(own.size())});
    entries_.insert(entries_.end(), entries.begin(), entries.end());
    children_.insert(children_.end(), own.begin(), own.end());
  }
  first_.assign(vocabulary_size + 1, 0);
  for (const Child& child : children[0]) first_[child.word] = child.node;
}

std::uint32_t PhraseTable::flat_child(const FlatNode& node, WordId word) const {
  constexpr std::uint16_t kFewChildren = 8;
  const Child* begin = children_.data() + node.first_child;
  const Child* end = begin + node.children;
  if (node.children > kFewChildren) {
    begin = std::lower_bound(begin, end, word, [](const Child& child, WordId value) { return child.word < value; });
    return begin != end && begin->word == word ? begin->node : 0;
  }
  for (; begin != end; ++begin) {
    if (begin->word == word) return begin->node;
  }
  return 0;
}

std::vector<WordId> PhraseTable::first_words(std::initializer_list<PhraseClass> classes) const {
  std::uint64_t wanted = 0;
  for (const PhraseClass phrase_class : classes) wanted |= bit(phrase_class);
  std::vector<WordId> words;
  for (WordId word = 1; word < first_classes_.size(); ++word) {
    if ((first_classes_[word] & wanted) != 0) words.push_back(word);
  }
  return words;
}

void PhraseTable::match_from(std::uint32_t node, const std::vector<Token>& tokens, std::uint32_t at,
                             std::vector<Match>* matches) const {
  for (std::uint32_t next = at + 1;; ++next) {
    const FlatNode& flat = flat_[node];
    for (std::uint32_t i = 0; i < flat.entries; ++i) {
      const Entry& entry = entries_[flat.first_entry + i];
      matches->push_back({{at, next}, entry.phrase_class, entry.index});
    }
    if (flat.children == 0 || next >= tokens.size()) return;
    if (tokens[next].word == 0 || tokens[next].gap == Gap::line) return;
    node = flat_child(flat, tokens[next].word);
    if (node == 0) return;
  }
}

}  // namespace socai
