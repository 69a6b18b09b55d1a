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

std::uint64_t article_fingerprint(const std::string& identity, const std::vector<std::optional<std::string>>& fields,
                                  const std::optional<Digest>& title, const Digest& text) {
  std::string bytes = identity + '\0';
  for (const auto& field : fields) bytes += field ? "+" + *field + '\0' : std::string("-");
  if (title) bytes.append(title->begin(), title->end());
  bytes.append(text.begin(), text.end());
  const Digest digest = sha256(bytes);
  std::uint64_t fingerprint = 0;
  for (std::size_t i = 0; i < sizeof(fingerprint); ++i) fingerprint = fingerprint << 8 | digest[i];
  return fingerprint;
}

std::uint64_t article_fingerprint(const Article& article) {
  std::optional<Digest> title;
  if (article.title) title = sha256(*article.title);
  return article_fingerprint(article_identity(article), {article.url, article.outlet, article.published}, title,
                             sha256(article.text));
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
