// SPDX-License-Identifier: Apache-2.0
// Words for people, in the two languages of the program. A text stands beside its use, both languages side by side:
//
//   context.say({"nothing new", "không có gì mới"})
//   fill(pick(lang, {"{0} of {1}", "{0} trên {1}"}), {"3", "7"})
//
// Data, codes, ids and JSON keys are never translated.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace socai::cli {

enum class Lang { en, vi };

struct Text {
  const char* en;
  const char* vi;
};

inline const char* pick(Lang lang, const Text& text) { return lang == Lang::vi ? text.vi : text.en; }

// Replaces "{0}", "{1}", … by the values. A brace that opens no such place stays as it is.
std::string fill(std::string_view pattern, std::initializer_list<std::string_view> values);

// `option` ("vi", "en" or empty: not given) decides; else the first of LC_ALL, LC_MESSAGES and LANG that is set:
// Vietnamese if it starts with "vi". English otherwise.
Lang choose_lang(std::string_view option);

}  // namespace socai::cli
