// SPDX-License-Identifier: Apache-2.0
// The extractor: one article in, its claims out. Pure: reads no file, clock, locale or database, and prints nothing.
//
//   const Rules rules = Rules::built_in();
//   Extractor extractor(rules);
//   for (const Claim& claim : extractor.extract(article)) …
//
// Any bytes are accepted. The same article and rules give the same claims on any machine and any thread.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "extractor/claim/article.h"
#include "extractor/claim/claim.h"
#include "extractor/rules/rules.h"

namespace socai {

// One step of a claim's derivation, for --explain: the rule that fired and the words it fired on.
struct Step {
  std::string part;   // "amount", "hedge", "claimant", "subject", "metric", "period", "polarity", "modality", "caveat"
  std::string rule;   // id of the rule in rules/
  std::string words;  // the words in the article; empty where the absence of a cue decided
  std::string note;   // what it contributed ("relation=at_least", "score=3.25")
};

struct ExplainedClaim {
  Claim claim;
  std::vector<Step> steps;
};

// One choice that a linear model of rules/weights.toml made for one amount: what `socai train` learns from.
struct Decision {
  struct Candidate {
    std::string value;                  // a subject's name, a metric id, a claimant's name
    std::vector<std::string> features;  // names in the model's table
    double score = 0;
  };
  std::string model;  // "metric", "subject", "continuation"
  Field field = Field::text;
  std::size_t start = 0;  // of the amount, in the field as given
  std::size_t end = 0;
  std::vector<Candidate> candidates;
};

// Holds scratch memory that is reused from article to article: one object a thread. `rules` must outlive it.
class Extractor {
 public:
  explicit Extractor(const Rules& rules);
  ~Extractor();
  Extractor(Extractor&&) noexcept;

  // The claims of the article in document order (title first, then by start).
  std::vector<Claim> extract(const Article& article);

  // The same claims, each with the steps that made it.
  std::vector<ExplainedClaim> explain(const Article& article);

  // The choices behind the same claims, with all their candidates.
  std::vector<Decision> decisions(const Article& article);

 private:
  struct Scratch;
  std::unique_ptr<Scratch> scratch_;
};

}  // namespace socai
