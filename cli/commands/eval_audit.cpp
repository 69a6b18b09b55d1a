// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/eval_audit.h"

#include <map>
#include <set>

#include "cli/commands/audit_options.h"
#include "cli/input/find_files.h"
#include "cli/input/whole_file.h"
#include "cli/score/event_claims.h"
#include "cli/score/given_claims.h"
#include "cli/score/gold.h"
#include "cli/score/judged.h"
#include "cli/score/verdict_report.h"
#include "extractor/extractor.h"

namespace socai::cli {
namespace {

using Articles = std::map<std::string, GoldArticle>;  // by id

std::vector<std::string> files_of(const std::vector<std::string>& names) {
  const FoundFiles found = find_files(names);
  if (!found.refused.empty()) throw Error(ExitCode::io, found.refused.front().place.file, found.refused.front().why);
  return found.files;
}

std::vector<JudgedPair> read_pairs(const EvalAuditOptions& options) {
  std::vector<JudgedPair> pairs;
  for (const auto& file : files_of(options.pairs)) {
    for (auto& pair : read_judged(read_whole_file(file), file)) pairs.push_back(std::move(pair));
  }
  if (pairs.empty()) throw Error(ExitCode::invalid_data, options.pairs.front(), "no judged pair");
  return pairs;
}

Articles read_named_articles(const EvalAuditOptions& options, const std::vector<JudgedPair>& pairs) {
  std::set<std::string> named;
  for (const auto& pair : pairs) named.insert({pair.a.article, pair.b.article});
  Articles articles;
  for (const auto& file : files_of(options.articles)) {
    for (auto& article : read_articles(read_whole_file(file), file)) {
      if (!named.contains(article.article.id)) continue;
      const std::string id = article.article.id;
      auto& known = articles[id];
      if (known.article.id.empty() || article.has_claims) known = std::move(article);
    }
  }
  for (const auto& id : named) {
    if (!articles.contains(id)) throw Error(ExitCode::invalid_data, id, "no article of this id was given");
  }
  return articles;
}

// The pairs of which both sides are marked, for these alone have right claims.
std::vector<JudgedPair> marked_pairs(const std::vector<JudgedPair>& pairs, const Articles& articles) {
  std::vector<JudgedPair> marked;
  const auto is_marked = [&](const Place& place) {
    const GoldArticle& gold = articles.at(place.article);
    for (const GoldClaim& claim : gold.claims) {
      if (claim.field == "text" && claim.start < place.end && place.start < claim.end) return true;
    }
    return false;
  };
  for (const auto& pair : pairs) {
    if (is_marked(pair.a) && is_marked(pair.b)) marked.push_back(pair);
  }
  return marked;
}

void append(std::vector<RecordedClaim> more, std::vector<RecordedClaim>* all) {
  for (auto& row : more) all->push_back(std::move(row));
}

}  // namespace

ExitCode run_eval_audit(const EvalAuditOptions& options, Context* context) {
  AuditScore score;
  score.pairs = read_pairs(options);
  const Articles articles = read_named_articles(options, score.pairs);
  score.given_pairs = marked_pairs(score.pairs, articles);
  Extractor extractor(context->rules());
  std::vector<RecordedClaim> found;
  std::vector<RecordedClaim> given;
  for (const auto& [id, gold] : articles) {
    const auto claims = extractor.extract(gold.article);
    append(record_claims(gold.article, claims), &found);
    if (gold.has_claims) append(record_claims(gold.article, given_claims(gold, claims)), &given);
  }
  const AuditOptions audit = audit_options(context);
  score.found = answer_pairs(score.pairs, found, audit);
  score.given = answer_pairs(score.given_pairs, given, audit);
  if (options.format == "json") {
    context->out.line(audit_score_json(score));
  } else {
    context->out.write(audit_score_text(score) + audit_misses_text(score, options.misses));
  }
  return ExitCode::ok;
}

}  // namespace socai::cli
