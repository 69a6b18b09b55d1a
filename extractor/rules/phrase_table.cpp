// SPDX-License-Identifier: Apache-2.0
#include "extractor/rules/phrase_table.h"

#include <algorithm>

namespace socai {
namespace {

std::size_t spread(std::uint64_t key) { return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15u) >> 20); }

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
  insert_edge(std::uint64_t{node} << 32 | word, child);
  ++edge_count_;
  return child;
}

void PhraseTable::add(const std::vector<WordId>& words, PhraseClass phrase_class, std::uint32_t index) {
  std::uint32_t node = 0;
  for (const WordId word : words) node = make_child(node, word);
  if (first_classes_.size() <= words.front()) first_classes_.resize(words.front() + 1);
  first_classes_[words.front()] |= class_bit(phrase_class);
  auto& entries = nodes_[node].entries;
  const bool known = std::any_of(entries.begin(), entries.end(),
                                 [&](const Entry& entry) { return entry.phrase_class == phrase_class; });
  if (!known) entries.push_back({phrase_class, index});
}

// Level by level: what a first word leads to is looked at for most tokens, what lies deeper for few, so that the hot
// part stays together in the cache.
void PhraseTable::finish(std::size_t vocabulary_size) {
  std::vector<std::vector<Child>> children(nodes_.size());
  for (const Edge& edge : edges_) {
    if (edge.child != 0) children[edge.key >> 32].push_back({static_cast<WordId>(edge.key & 0xFFFFFFFF), edge.child});
  }
  std::vector<std::uint32_t> order = {0};  // nodes as they were made, in the order that they get
  for (std::size_t at = 0; at < order.size(); ++at) {
    auto& own = children[order[at]];
    std::sort(own.begin(), own.end(), [](const Child& a, const Child& b) { return a.word < b.word; });
    FlatNode flat{0, static_cast<std::uint32_t>(entries_.size()), static_cast<std::uint32_t>(children_.size()),
                  static_cast<std::uint16_t>(nodes_[order[at]].entries.size()), static_cast<std::uint16_t>(own.size())};
    for (const Child& child : own) {
      flat.next_words |= std::uint64_t{1} << (child.word % 64);
      children_.push_back({child.word, static_cast<std::uint32_t>(order.size())});
      order.push_back(child.node);
    }
    entries_.insert(entries_.end(), nodes_[order[at]].entries.begin(), nodes_[order[at]].entries.end());
    flat_.push_back(flat);
  }
  first_.assign(vocabulary_size + 1, First());
  for (std::uint32_t i = 0; i < flat_[0].children; ++i) {
    const FlatNode& node = flat_[children_[i].node];
    first_[children_[i].word] = {node.next_words, children_[i].node, node.entries > 0};
  }
}

std::uint32_t PhraseTable::flat_child(const FlatNode& node, WordId word) const {
  const Child* child = children_.data() + node.first_child;
  for (std::uint32_t count = node.children; count > 1;) {  // halves without a branch that depends on the text
    const std::uint32_t half = count / 2;
    child += child[half].word <= word ? half : 0;
    count -= half;
  }
  return child->word == word ? child->node : 0;
}

}  // namespace socai
