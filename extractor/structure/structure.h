// SPDX-License-Identifier: Apache-2.0
// Article -> Document: normalize, scan, find paragraphs and their zones, sentences, quotations.
#pragma once

#include <memory>

#include "extractor/claim/article.h"
#include "extractor/rules/tables.h"
#include "extractor/structure/document.h"
#include "extractor/text/word_memo.h"

namespace socai {

// The word sets that structure asks for, looked up once.
struct StructureWords;

// One object a thread: it remembers the words it has read.
class Structure {
 public:
  explicit Structure(const rules::Tables& tables);
  ~Structure();
  Structure(Structure&&) noexcept;

  // Fills *doc, whose memory is reused. `article` must outlive it.
  void build(const Article& article, Document* doc);

 private:
  std::unique_ptr<const StructureWords> words_;
  WordMemo memo_;
};

}  // namespace socai
