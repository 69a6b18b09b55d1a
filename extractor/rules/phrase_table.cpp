// SPDX-License-Identifier: Apache-2.0
#include "extractor/rules/phrase_table.h"

#include <algorithm>
#include <bit>
#include <numeric>

#include "extractor/claim/error.h"

namespace socai {
namespace {

constexpr std::size_t kMostWords = 255;
constexpr std::uint64_t kAllWords = ~std::uint64_t{0};

std::size_t spread(std::uint64_t key) { return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15u) >> 20); }

}  // namespace

PhraseTable::PhraseTable() : phrases_(1), made_(1), edges_(4096) {}

// Where the edge stands, or the free place for it.
std::size_t PhraseTable::place_of(std::uint64_t key) const {
  const std::size_t mask = edges_.size() - 1;
  std::size_t at = spread(key) & mask;
  while (edges_[at].child != 0 && edges_[at].key != key) at = (at + 1) & mask;
  return at;
}

std::uint32_t PhraseTable::make_child(std::uint32_t node, WordId word) {
  const std::uint64_t key = std::uint64_t{node} << 32 | word;
  if (const Edge& known = edges_[place_of(key)]; known.child != 0) return known.child;
  if (2 * (phrases_.size() + 1) > edges_.size()) {
    std::vector<Edge> old(edges_.size() * 4);
    old.swap(edges_);
    for (const Edge& edge : old) {
      if (edge.child != 0) edges_[place_of(edge.key)] = edge;
    }
  }
  const auto child = static_cast<std::uint32_t>(phrases_.size());
  phrases_.emplace_back();
  made_.push_back({key, child});
  edges_[place_of(key)] = made_.back();
  return child;
}

void PhraseTable::add(const std::vector<WordId>& words, PhraseClass phrase_class, std::uint32_t index) {
  if (words.size() > kMostWords) throw Error(ExitCode::invalid_data, "rules", "a phrase of more than 255 words");
  std::uint32_t node = 0;
  for (const WordId word : words) node = make_child(node, word);
  if (first_classes_.size() <= words.front()) first_classes_.resize(words.front() + 1);
  first_classes_[words.front()] |= class_bit(phrase_class);
  auto& phrases = phrases_[node];
  const bool known = std::any_of(phrases.begin(), phrases.end(),
                                 [&](const Found& found) { return found.phrase_class == phrase_class; });
  if (!known) phrases.push_back({index, phrase_class, static_cast<std::uint8_t>(words.size())});
}

// Level by level: what a first word leads to is looked at for most tokens, what lies deeper for few, so that the hot
// part stays together in the cache.
std::vector<PhraseTable::Edge> PhraseTable::edges_by_level() {
  std::vector<std::uint32_t> first_edge(made_.size() + 1);  // of a node, into by_parent
  for (std::size_t i = 1; i < made_.size(); ++i) ++first_edge[(made_[i].key >> 32) + 1];
  std::partial_sum(first_edge.begin(), first_edge.end(), first_edge.begin());
  std::vector<Edge> by_parent(made_.size() - 1);
  std::vector<std::uint32_t> next = first_edge;
  for (std::size_t i = 1; i < made_.size(); ++i) by_parent[next[made_[i].key >> 32]++] = made_[i];
  std::vector<Edge> ordered;
  std::vector<std::vector<Found>> phrases(1);
  std::vector<std::uint32_t> old_nodes{0};
  for (std::uint32_t at = 0; at < old_nodes.size(); ++at) {
    for (std::uint32_t i = first_edge[old_nodes[at]]; i < first_edge[old_nodes[at] + 1]; ++i) {
      const auto child = static_cast<std::uint32_t>(old_nodes.size());
      ordered.push_back({std::uint64_t{at} << 32 | (by_parent[i].key & 0xFFFFFFFF), child});
      old_nodes.push_back(by_parent[i].child);
      phrases.push_back(std::move(phrases_[by_parent[i].child]));
    }
  }
  phrases_.swap(phrases);
  return ordered;
}

void PhraseTable::finish(std::size_t vocabulary_size) {
  const std::vector<Edge> edges = edges_by_level();
  lay_out_children(edges);
  lay_out_phrases(edges);
  next_words_.assign(vocabulary_size + 1, 0);
  first_.assign(vocabulary_size + 1, 0);
  std::vector<WordId> first_words(1);  // of the nodes behind the root
  for (const Edge& edge : edges) {
    const std::size_t parent = edge.key >> 32;
    const auto word = static_cast<WordId>(edge.key & 0xFFFFFFFF);
    if (parent == 0) {
      first_[word] = edge.child;
      next_words_[word] = nodes_[edge.child].own_count > 0 ? kAllWords : 0;
      first_words.push_back(word);
    } else if (parent < first_words.size()) {
      next_words_[first_words[parent]] |= std::uint64_t{1} << (word % 64);
    }
  }
  edges_ = {};
  made_ = {};
  phrases_ = {};
}

// A table at most half full for each node that has children; the words that begin phrases are found by first_.
void PhraseTable::lay_out_children(const std::vector<Edge>& edges) {
  nodes_.assign(phrases_.size(), Node());
  std::vector<std::uint32_t> counts(nodes_.size());
  for (const Edge& edge : edges) ++counts[edge.key >> 32];
  counts[0] = 0;
  std::uint32_t places = 0;
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    const std::uint32_t size = std::bit_ceil(2 * counts[i]);
    nodes_[i].children = places;
    nodes_[i].mask = size - 1;
    places += size;
  }
  children_.assign(places, Child());
  for (const Edge& edge : edges) {
    const auto word = static_cast<WordId>(edge.key & 0xFFFFFFFF);
    if (edge.key >> 32 == 0) continue;
    Node& node = nodes_[edge.key >> 32];
    node.next_words |= std::uint32_t{1} << (word % 32);
    std::uint32_t at = place_in(word, node.mask);
    while (children_[node.children + at].word != 0) at = (at + 1) & node.mask;
    children_[node.children + at] = {word, edge.child};
  }
}

// Parents come before their children, whose own phrases are longer.
void PhraseTable::lay_out_phrases(const std::vector<Edge>& edges) {
  std::vector<Found> longest;
  for (const Edge& edge : edges) {
    Node& node = nodes_[edge.child];
    const Node& parent = nodes_[edge.key >> 32];
    const auto& own = phrases_[edge.child];
    longest = own;
    std::uint64_t classes = 0;
    for (const Found& found : own) classes |= class_bit(found.phrase_class);
    const std::size_t inherited = parent.own + parent.own_count;
    for (std::size_t i = inherited; i < inherited + parent.longest_count; ++i) {
      if ((classes & class_bit(found_[i].phrase_class)) == 0) longest.push_back(found_[i]);
    }
    std::sort(longest.begin(), longest.end(),
              [](const Found& a, const Found& b) { return a.phrase_class < b.phrase_class; });
    node.own = static_cast<std::uint32_t>(found_.size());
    node.own_count = static_cast<std::uint8_t>(own.size());
    node.longest_count = static_cast<std::uint8_t>(longest.size());
    found_.insert(found_.end(), own.begin(), own.end());
    found_.insert(found_.end(), longest.begin(), longest.end());
  }
}

}  // namespace socai
