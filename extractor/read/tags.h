// SPDX-License-Identifier: Apache-2.0
// The names of HTML's elements.
#pragma once

#include <string_view>

#include "extractor/read/page.h"

namespace socai {

struct TagInfo {
  Tag tag = Tag::other;
  bool is_void = false;  // has no content and no end tag
};

TagInfo tag_info(std::string_view name);

}  // namespace socai
