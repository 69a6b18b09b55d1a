// SPDX-License-Identifier: Apache-2.0
#include "extractor/attribute/assemble.h"

#include <algorithm>
#include <cmath>

#include "extractor/attribute/subject_name.h"
#include "extractor/claim/entity_id.h"
#include "extractor/claim/names.h"

namespace socai {

void set_place(const Document& doc, TokenRange tokens, Claim* claim) {
  const GivenSpan span = doc.given(tokens);
  claim->article = doc.article->id;
  claim->field = span.field;
  claim->start = span.start;
  claim->end = span.end;
  claim->quote = doc.given_text(span);
  const Sentence& sentence = doc.sentences[doc.sentence_of[tokens.begin]];
  const GivenSpan around = doc.given(sentence.tokens);
  claim->sentence_start = std::min(around.start, span.start);
  claim->sentence_end = std::max(around.end, span.end);
  claim->zone = sentence.zone;
}

std::string id_of(const Context& context, std::uint32_t entity, const std::string& name) {
  if (entity != kNone && context.cast.entities[entity].known != kNone) {
    return context.tables.known_entities[context.cast.entities[entity].known].id;
  }
  auto id = entity_id(name);
  const auto alias = context.tables.alias_ids.find(id);
  return alias == context.tables.alias_ids.end() ? id : alias->second;
}

Claimant make_claimant(const Context& context, const Source* source, Attribution attribution, TokenRange cue) {
  Claimant claimant;
  if (source == nullptr) {
    claimant.entity = {kNarratorName, kNarratorId, ""};
    return claimant;
  }
  claimant.entity = {source->name, id_of(context, source->entity, source->name), source->mention};
  claimant.type = source->type;
  claimant.attribution = attribution;
  claimant.cue = context.doc.words(cue);
  return claimant;
}

namespace {

void step(bool explain, const Context& context, const char* part, const Fired& fired, std::string note,
          ExplainedClaim* out) {
  if (!explain || fired.rule.empty()) return;
  out->steps.push_back({part, fired.rule, std::string(context.doc.words(fired.tokens)), std::move(note)});
}

// The chance that the best of the candidates is right, by its lead over the second: the model is a logit.
double chance_of(double margin) { return 1 / (1 + std::exp(-margin)); }

// How often whole claims like this one turn out right, in steps of five. The three choices hang together, so that their
// joint chance is better than the product; the exponent is the one that fits the marked articles of corpus/gold.
int confidence_of(const ClaimantChoice& claimant, double metric_margin, double subject_margin, const Amount& amount) {
  constexpr double kOfAmount = 0.98;
  constexpr double kOfGuessedCurrency = 0.95;
  constexpr double kOfClaimant = 0.97;
  constexpr double kTogether = 0.6;
  constexpr int kStep = 5;
  const double choices = chance_of(claimant.margin) * chance_of(metric_margin) * chance_of(subject_margin);
  double chance = kOfAmount * kOfClaimant * std::pow(choices, kTogether);
  if (amount.implied_currency) chance *= kOfGuessedCurrency;
  return std::max(static_cast<int>(std::lround(chance * 100 / kStep)) * kStep, kStep);
}

// What the sentence says besides: the time that the figure is of, and what restricts it.
void add_period_and_caveats(const Context& context, std::size_t index, bool explain, ExplainedClaim* out) {
  Claim& claim = out->claim;
  if (const auto period = find_period(context, index)) {
    claim.period =
        Period{std::string(context.doc.given_text(context.doc.given(period->by.tokens))), period->from, period->to};
    if (explain)
      step(explain, context, "period", period->by, period->from.value_or("?") + "/" + period->to.value_or("?"), out);
  }
  for (const Fired& caveat : find_caveats(context, index)) {
    const GivenSpan given = context.doc.given(caveat.tokens);
    claim.caveats.push_back({given.start, given.end, std::string(context.doc.given_text(given))});
    step(explain, context, "caveat", caveat, "", out);
  }
}

}  // namespace

ClaimantChoice Assembler::choose_claimant(const Context& context, std::size_t index, bool explain,
                                          ExplainedClaim* out) {
  ClaimantChoice who = claimants_.find(context, index, chosen_sources_);
  chosen_sources_.push_back(who.source);
  const Source* source = who.source == kNone ? nullptr : &context.sources.sources[who.source];
  const SourceSpan* span = who.span == kNone ? nullptr : &context.sources.spans[who.span];
  Claimant& claimant = out->claim.claimant;
  claimant = make_claimant(context, source, who.attribution, span == nullptr ? TokenRange{} : span->cue);
  claimant.via = who.via;
  if (explain && span != nullptr) {
    const std::string rule = span->cue_rule == kNone ? "cue.colon" : context.tables.cues[span->cue_rule].rule;
    step(
        explain, context, "claimant", {rule, span->words},
        who.continued ? "continued: " + claimants_.model().describe(who.candidates[who.chosen].features) : source->name,
        out);
  }
  return who;
}

Best Assembler::choose_metric(const Context& context, std::size_t index, bool explain, ExplainedClaim* out) {
  metrics_.candidates(context, index, chosen_metrics_, &metric_candidates_);
  const Best best = best_of(metric_candidates_);
  const MetricCandidate& m = metric_candidates_[best.index];
  chosen_metrics_.push_back(m.metric);
  std::string id = context.tables.metrics[m.metric].id;
  if (metrics_.is_change(context, index)) id += ".change";
  out->claim.metric = Metric{id, std::string(context.doc.words(m.phrase))};
  if (explain) step(explain, context, "metric", {"metric." + id, m.phrase}, metrics_.model().describe(m.features), out);
  return best;
}

double Assembler::choose_subject(const Context& context, const SubjectQuestion& question, bool explain,
                                 ExplainedClaim* out) {
  subjects_.candidates(context, question, chosen_subjects_, &subject_candidates_);
  if (subject_candidates_.empty()) {
    chosen_subjects_.emplace_back();
    return 0;
  }
  const Best best = best_of(subject_candidates_);
  const SubjectCandidate& s = subject_candidates_[best.index];
  const std::string name = spelled_out_name(context, s);
  out->claim.subject = Entity{name, id_of(context, s.entity, name), std::string(context.doc.words(s.tokens))};
  if (explain) {
    step(explain, context, "subject", {s.noun > 0 ? tables_.noun_classes[s.noun - 1u].id : "subject", s.tokens},
         name + ": " + subjects_.model().describe(subjects_.features(s, question.metric)), out);
  }
  chosen_subjects_.push_back(s);
  return best.margin;
}

void Assembler::money(const Context& context, std::size_t index, const AssembleOptions& options, ExplainedClaim* out) {
  const bool explain = options.explain;
  const AmountMention& mention = context.amounts[index];
  Claim& claim = out->claim;
  set_place(context.doc, mention.tokens, &claim);
  claim.amount = mention.amount;
  step(explain, context, "amount", mention.number, "", out);
  step(explain, context, "currency", mention.currency, mention.amount.currency, out);
  step(explain, context, "hedge", mention.hedge, std::string(to_string(mention.amount.relation)), out);

  const ClaimantChoice who = choose_claimant(context, index, explain, out);
  if (options.decisions != nullptr) speakers_ = who.candidates;
  const Best metric = choose_metric(context, index, explain, out);
  const MetricCandidate& m = metric_candidates_[metric.index];
  const std::uint32_t last_metric = index == 0 ? kNone : chosen_metrics_[index - 1];
  const SourceSpan* own = who.span == kNone || who.continued ? nullptr : &context.sources.spans[who.span];
  const TokenRange cue = own == nullptr ? TokenRange{} : own->cue;
  const double subject_margin =
      choose_subject(context, {index, m.metric, m.phrase, who.source, cue, last_metric}, explain, out);

  const Judged judged = judge(context, index, own == nullptr ? kNone : own->cue_rule, judged_);
  judged_ = judged;
  claim.modality = judged.modality;
  claim.polarity = judged.polarity;
  step(explain, context, "modality", judged.modality_by, std::string(to_string(judged.modality)), out);
  step(explain, context, "polarity", judged.polarity_by, std::string(to_string(judged.polarity)), out);
  add_period_and_caveats(context, index, explain, out);
  claim.confidence_percent = confidence_of(who, metric.margin, subject_margin, *claim.amount);
}

namespace {

// What one model chose from. `value` and `features` give them of a candidate.
template <typename Candidate, typename Value, typename FeaturesOf>
std::vector<Decision::Candidate> choices(const LinearModel& model, const std::vector<Candidate>& list,
                                         const Value& value, const FeaturesOf& features) {
  std::vector<Decision::Candidate> all;
  all.reserve(list.size());
  for (const Candidate& candidate : list) {
    Decision::Candidate& one = all.emplace_back();
    one.value = value(candidate);
    one.score = candidate.score;
    const Features ids = features(candidate);
    for (const auto id : ids.ids()) one.features.push_back(model.name_of(id));
  }
  return all;
}

}  // namespace

void Assembler::record_decisions(const Context& context, std::size_t index, std::vector<Decision>* decisions) const {
  const GivenSpan span = context.doc.given(context.amounts[index].tokens);
  const auto record = [&](const char* model, std::vector<Decision::Candidate> candidates) {
    decisions->push_back({model, span.field, span.start, span.end, std::move(candidates)});
  };
  const auto own = [](const auto& candidate) { return candidate.features; };
  const auto metric = [&](const MetricCandidate& c) { return tables_.metrics[c.metric].id; };
  record("metric", choices(metrics_.model(), metric_candidates_, metric, own));
  const auto subject = [&](const SubjectCandidate& c) { return subject_name(context, c); };
  const auto of_subject = [&](const SubjectCandidate& c) { return subjects_.features(c, chosen_metrics_[index]); };
  record("subject", choices(subjects_.model(), subject_candidates_, subject, of_subject));
  const auto speaker = [&](const SpeakerCandidate& c) {
    return c.source == kNone ? std::string(kNarratorName) : context.sources.sources[c.source].name;
  };
  record("continuation", choices(claimants_.model(), speakers_, speaker, own));
}

namespace {

// Where a claim will stand: the title before the text, then by the start. Tokens are in that order.
struct Place {
  std::uint32_t token;
  std::uint32_t index;  // into amounts, or into statements
  bool is_statement;
};

std::vector<Place> places_in_order(const Context& context, const std::vector<StatementMention>& statements) {
  std::vector<Place> places;
  for (std::uint32_t i = 0; i < context.amounts.size(); ++i) {
    places.push_back({context.amounts[i].tokens.begin, i, false});
  }
  for (std::uint32_t i = 0; i < statements.size(); ++i) places.push_back({statements[i].words.begin, i, true});
  std::stable_sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.token < b.token; });
  return places;
}

}  // namespace

void Assembler::assemble(const Context& context, const AssembleOptions& options, std::vector<ExplainedClaim>* claims) {
  claims->clear();
  chosen_sources_.clear();
  chosen_metrics_.clear();
  chosen_subjects_.clear();
  judged_ = {};
  const std::vector<StatementMention> statements = find_statements(context);
  for (const Place& place : places_in_order(context, statements)) {
    ExplainedClaim& claim = claims->emplace_back();
    if (place.is_statement) {
      make_statement(context, statements[place.index], options.explain, &claim);
    } else {
      money(context, place.index, options, &claim);
      if (options.decisions != nullptr) record_decisions(context, place.index, options.decisions);
    }
  }
}

}  // namespace socai
