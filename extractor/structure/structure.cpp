// SPDX-License-Identifier: Apache-2.0
#include "extractor/structure/structure.h"

#include "extractor/structure/words.h"

namespace socai {

Structure::Structure(const rules::Tables& tables) : words_(std::make_unique<const StructureWords>(tables)) {}
Structure::~Structure() = default;
Structure::Structure(Structure&&) noexcept = default;

void Structure::build(const Article& article, Document* doc) {
  doc->article = &article;
  doc->text.clear();
  doc->tokens.clear();
  doc->paragraphs.clear();
  doc->sentences.clear();
  doc->quotations.clear();
  doc->title_map.clear();
  if (article.title) append_normalized(*article.title, &doc->text, &doc->title_map);
  doc->title_end = doc->text.size();
  if (article.title) doc->text.push_back('\n');
  doc->text_begin = doc->text.size();
  append_normalized(article.text, &doc->text, &doc->text_map);
  find_paragraphs(*words_, &memo_, doc);
  find_sentences(*words_, doc);
  find_quotations(*words_, doc);
}

}  // namespace socai
