// SPDX-License-Identifier: Apache-2.0
// What makes an article and a claim the same ones when they are met again. Ids depend on the article and the claim
// alone: not on the order of ingests, the version or the machine.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extractor/claim/article.h"
#include "extractor/claim/claim.h"
#include "extractor/claim/sha256.h"

namespace socai {

// The id as given on input; where none was (the reader then puts the hash of the text there), the URL; without a URL
// the hash of the text.
std::string article_identity(const Article& article);

// What a revision of an article consists of, in 64 bits: of its identity, URL, outlet, day, title and text.
std::uint64_t article_fingerprint(const Article& article);
std::uint64_t article_fingerprint(const std::string& identity, const std::vector<std::optional<std::string>>& fields,
                                  const std::optional<Digest>& title, const Digest& text);

// The ids of one article's claims, in their order: the first 16 hex digits of the SHA-256 of
//   "socai.claim-id/1" LF <article id> LF <claim record, all offsets 0, "article" empty> LF <ordinal>
// where the ordinal counts the claims of this article that are equal so far, from 0. So a claim keeps its id while the
// text around it changes, and any change of what it says gives it another.
std::vector<std::string> claim_ids(const std::string& article_id, const std::vector<Claim>& claims);

}  // namespace socai
