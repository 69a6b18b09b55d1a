// SPDX-License-Identifier: Apache-2.0
// Who speaks and is never named: "Một số nhà xuất khẩu cho rằng …", "Chủ đại lý này phân tích …".
#pragma once

#include "extractor/attribute/verb_subject.h"

namespace socai {

class UnnamedSpeaker {
 public:
  UnnamedSpeaker(const rules::Tables& tables, const Document& doc, const Marks& marks);

  // The words before the verb that name several, or somebody by what he is, and open its clause or stand behind
  // "được": "giá được | giới chuyên môn | kỳ vọng …"; else empty.
  TokenRange before(const Match& cue, const VerbSubject& subjects, TokenRange sentence) const;

 private:
  bool is_speaker(std::uint32_t at, TokenRange sentence) const;

  const rules::Tables& tables_;
  const Document& doc_;
  const Marks& marks_;
  const rules::WordSet &several_, &passive_;
};

}  // namespace socai
