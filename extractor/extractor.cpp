// SPDX-License-Identifier: Apache-2.0
#include "extractor/extractor.h"

#include "extractor/attribute/assemble.h"
#include "extractor/structure/structure.h"

namespace socai {

// The stages and what they fill, reused from article to article.
struct Extractor::Scratch {
  explicit Scratch(const rules::Tables& t)
      : tables(t), structure(t), amount_finder(t), cast_finder(t), source_finder(t), assembler(t), words(t) {}

  void run(const Article& article, const AssembleOptions& options) {
    structure.build(article, &doc);
    marks.find(tables, doc);
    amount_finder.find(doc, marks, &amounts);
    cast_finder.find(doc, marks, &cast);
    source_finder.find(doc, marks, cast, &sources);
    spans.find(doc, sources);
    if (!amounts.empty()) {
      counts.count(doc);
      between.count(doc, words, amounts);
      profiles.clear(doc.sentences.size());
    }
    assembler.assemble(
        {tables, words, doc, marks, cast, sources, spans, amounts, counts, between, profiles, sources.antecedents},
        options, &claims);
  }

  const rules::Tables& tables;
  Structure structure;
  const AmountFinder amount_finder;
  const CastFinder cast_finder;
  const SourceFinder source_finder;
  Assembler assembler;
  const AttributionWords words;
  Document doc;
  Marks marks;
  std::vector<AmountMention> amounts;
  Cast cast;
  Sources sources;
  SpansOfSentences spans;
  WordCounts counts;
  Between between;
  SubjectProfiles profiles;
  std::vector<ExplainedClaim> claims;
};

Extractor::Extractor(const Rules& rules) : scratch_(std::make_unique<Scratch>(rules.tables())) {}
Extractor::~Extractor() = default;
Extractor::Extractor(Extractor&&) noexcept = default;

std::vector<Claim> Extractor::extract(const Article& article) {
  scratch_->run(article, {});
  std::vector<Claim> claims;
  claims.reserve(scratch_->claims.size());
  for (auto& explained : scratch_->claims) claims.push_back(std::move(explained.claim));
  return claims;
}

std::vector<ExplainedClaim> Extractor::explain(const Article& article) {
  scratch_->run(article, {true, nullptr});
  return std::move(scratch_->claims);
}

std::vector<Decision> Extractor::decisions(const Article& article) {
  std::vector<Decision> decisions;
  scratch_->run(article, {false, &decisions});
  return decisions;
}

}  // namespace socai
