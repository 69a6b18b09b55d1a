// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "extractor/attribute/source.h"

namespace socai {
namespace {

// The sentences that a span reaches into, the last included.
TokenRange sentences_of(const Document& doc, const SourceSpan& span) {
  const std::uint32_t begin = std::min(span.words.begin, span.content.begin);
  const std::uint32_t end = std::max(span.words.end, span.content.end);
  return {doc.sentence_of[begin], doc.sentence_of[end - 1]};
}

}  // namespace

void SpansOfSentences::find(const Document& doc, const Sources& sources) {
  first_.assign(doc.sentences.size() + 1, 0);
  for (const SourceSpan& span : sources.spans) {
    const TokenRange reach = sentences_of(doc, span);
    for (std::uint32_t sentence = reach.begin; sentence <= reach.end; ++sentence) ++first_[sentence + 1];
  }
  for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
  spans_.resize(first_.back());
  std::vector<std::uint32_t> next = first_;
  for (std::uint32_t i = 0; i < sources.spans.size(); ++i) {
    const TokenRange reach = sentences_of(doc, sources.spans[i]);
    for (std::uint32_t sentence = reach.begin; sentence <= reach.end; ++sentence) spans_[next[sentence]++] = i;
  }
}

}  // namespace socai
