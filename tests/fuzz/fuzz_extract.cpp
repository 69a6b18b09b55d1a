// SPDX-License-Identifier: Apache-2.0
// Any bytes through the readers and the extractor: no crash, every quote is the slice at its offsets, every amount's
// bounds are in order, and every claim reads back from its JSON.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "extractor/claim/claim_json.h"
#include "extractor/extractor.h"
#include "extractor/read/format.h"
#include "extractor/read/reader.h"

using namespace socai;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check(const Article& article, const Claim& claim) {
  const std::string& field = claim.field == Field::title ? article.title.value() : article.text;
  require(claim.start <= claim.end && claim.end <= field.size());
  require(field.compare(claim.start, claim.end - claim.start, claim.quote) == 0);
  require(claim.sentence_start <= claim.start && claim.sentence_end >= claim.end && claim.sentence_end <= field.size());
  for (const Caveat& caveat : claim.caveats) {
    require(caveat.start <= caveat.end && caveat.end <= field.size());
    require(field.compare(caveat.start, caveat.end - caveat.start, caveat.quote) == 0);
  }
  if (claim.amount) {
    require(claim.start < claim.end && !claim.amount->currency.empty());
    require(!claim.amount->min || !claim.amount->max || *claim.amount->min <= *claim.amount->max);
  }
  require(claim_from_json(claim_to_json(claim)) == claim);
}

void run(const ReadResult& result) {
  static const Rules kRules = Rules::built_in();
  static Extractor extractor(kRules);
  if (!result.article) return;
  const auto claims = extractor.extract(*result.article);
  for (const Claim& claim : claims) check(*result.article, claim);
  require(extractor.explain(*result.article).size() == claims.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (detect_format(bytes) != InputFormat::jsonl) {
    run(read_text(bytes));
    return 0;
  }
  JsonlReader reader;
  for (std::size_t at = 0; at < size;) {
    const auto end = std::min(bytes.find('\n', at), size);
    run(reader.read_line(bytes.substr(at, end - at)));
    at = end + 1;
  }
  return 0;
}
