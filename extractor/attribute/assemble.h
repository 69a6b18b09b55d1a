// SPDX-License-Identifier: Apache-2.0
// From everything found in an article to its claims.
#pragma once

#include <vector>

#include "extractor/attribute/claimant.h"
#include "extractor/attribute/context.h"
#include "extractor/attribute/metric.h"
#include "extractor/attribute/modality.h"
#include "extractor/attribute/period.h"
#include "extractor/attribute/subject.h"
#include "extractor/extractor.h"

namespace socai {

struct AssembleOptions {
  bool explain = false;                        // give each claim its steps
  std::vector<Decision>* decisions = nullptr;  // takes every choice of a model, with its candidates
};

class Assembler {
 public:
  explicit Assembler(const rules::Tables& tables)
      : tables_(tables), claimants_(tables), metrics_(tables), subjects_(tables) {}

  // The claims of the article in document order.
  void assemble(const Context& context, const AssembleOptions& options, std::vector<ExplainedClaim>* claims);

 private:
  void money(const Context& context, std::size_t index, const AssembleOptions& options, ExplainedClaim* out);
  // Each sets its part of the claim, and remembers the choice for the amounts that follow.
  ClaimantChoice choose_claimant(const Context& context, std::size_t index, bool explain, ExplainedClaim* out);
  Best choose_metric(const Context& context, std::size_t index, bool explain, ExplainedClaim* out);
  double choose_subject(const Context& context, const SubjectQuestion& question, bool explain, ExplainedClaim* out);
  void record_decisions(const Context& context, std::size_t index, std::vector<Decision>* decisions) const;

  const rules::Tables& tables_;
  const ClaimantFinder claimants_;
  const MetricRanker metrics_;
  const SubjectRanker subjects_;
  // Scratch, reused from article to article.
  std::vector<MetricCandidate> metric_candidates_;
  std::vector<SubjectCandidate> subject_candidates_;
  std::vector<std::uint32_t> chosen_sources_;
  std::vector<std::uint32_t> chosen_metrics_;
  std::vector<SpeakerCandidate> speakers_;  // of the last amount, for its decision
  std::vector<SubjectCandidate> chosen_subjects_;
  Judged judged_;  // of the last amount
};

// Sets what every claim says of its place: article, field, span, quote, sentence, zone.
void set_place(const Document& doc, TokenRange tokens, Claim* claim);

// The claimant of a source, or the narrator for nullptr.
Claimant make_claimant(const Context& context, const Source* source, Attribution attribution, TokenRange cue);

// The id of an entity: its gazetteer id, else made of its name.
std::string id_of(const Context& context, std::uint32_t entity, const std::string& name);

// An attributed passage that holds no amount.
struct StatementMention {
  std::uint32_t span = 0;  // into Sources::spans
  TokenRange words;
};
std::vector<StatementMention> find_statements(const Context& context);

// Fills the claim of kind "statement".
void make_statement(const Context& context, const StatementMention& statement, bool explain, ExplainedClaim* out);

}  // namespace socai
