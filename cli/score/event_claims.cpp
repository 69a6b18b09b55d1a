// SPDX-License-Identifier: Apache-2.0
#include "cli/score/event_claims.h"

#include "ledger/identity.h"

namespace socai::cli {

std::vector<RecordedClaim> record_claims(const Article& article, const std::vector<Claim>& claims) {
  const std::string id = article_identity(article);
  const auto ids = claim_ids(id, claims);
  std::vector<RecordedClaim> rows;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const Claim& claim = claims[i];
    RecordedClaim row;
    row.id = ids[i];
    row.claim = claim;
    row.claim.article = id;
    row.article.id = id;
    row.article.url = article.url;
    row.article.outlet = article.outlet;
    row.article.published = article.published;
    row.article.title = article.title;
    const std::string none;
    const std::string& field = claim.field == Field::text ? article.text : article.title ? *article.title : none;
    if (claim.sentence_end <= field.size() && claim.sentence_start <= claim.sentence_end) {
      row.sentence = field.substr(claim.sentence_start, claim.sentence_end - claim.sentence_start);
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace socai::cli
