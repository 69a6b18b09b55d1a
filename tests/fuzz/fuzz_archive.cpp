// SPDX-License-Identifier: Apache-2.0
// Any bytes as a file that may be an archive, a web archive, or archives within one another: every input that the walk
// finds is read to its end, cut into slices, and its articles are valid.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>

#include "cli/input/slice_reader.h"
#include "extractor/rules/rules.h"
#include "extractor/text/utf8.h"

using namespace socai;
using namespace socai::cli;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  SliceSource source(InputWalk("input", std::make_unique<MemorySource>(bytes)), InputForm());
  static const Rules kRules = Rules::built_in();
  SliceReader reader(InputForm(), kRules);
  std::size_t slices = 0;
  while (const auto slice = source.next()) {
    require(++slices < 1000000);
    require(slice->file == "input");
    const SliceReport report = reader.read(*slice, [&](const Article& article, const Origin& origin) {
      require(is_valid_utf8(article.text) && !article.id.empty());
      require(origin.place.file == "input");
    });
    for (const Refusal& refusal : report.refused) require(!refusal.why.empty());
  }
  return 0;
}
