// SPDX-License-Identifier: Apache-2.0
#include "ledger/identity.h"

#include <unordered_map>

#include "extractor/claim/claim_json.h"
#include "extractor/claim/sha256.h"

namespace socai {
namespace {

constexpr std::size_t kIdDigits = 16;

std::string short_hash(std::string_view bytes) { return to_hex(sha256(bytes)).substr(0, kIdDigits); }

std::string content_of(Claim claim) {
  claim.article.clear();
  claim.start = claim.end = claim.sentence_start = claim.sentence_end = 0;
  for (auto& caveat : claim.caveats) caveat.start = caveat.end = 0;
  return claim_to_json(claim);
}

}  // namespace

std::string article_identity(const Article& article) {
  if (!article.url || article.url->empty()) return article.id;
  return article.id == short_hash(article.text) ? *article.url : article.id;
}

std::vector<std::string> claim_ids(const std::string& article_id, const std::vector<Claim>& claims) {
  std::vector<std::string> ids;
  ids.reserve(claims.size());
  std::unordered_map<std::string, int> seen;
  for (const auto& claim : claims) {
    auto content = "socai.claim-id/1\n" + article_id + "\n" + content_of(claim) + "\n";
    const int ordinal = seen[content]++;
    ids.push_back(short_hash(content += std::to_string(ordinal)));
  }
  return ids;
}

}  // namespace socai
