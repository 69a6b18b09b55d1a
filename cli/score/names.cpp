// SPDX-License-Identifier: Apache-2.0
#include "cli/score/names.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <iterator>
#include <set>

namespace socai::cli {
namespace {

using Words = std::vector<std::string>;

const std::set<std::string>& dropped_words() {
  static const std::set<std::string> kWords = {
      "ông", "bà",   "anh",  "chị",  "công", "ty",    "tập",    "đoàn",  "ngân", "hàng", "hãng",
      "báo", "cáo",  "của",  "tại",  "các",  "những", "một",    "này",   "đó",   "nhà",  "ceo",
      "chủ", "tịch", "giám", "đốc",  "tổng", "bộ",    "trưởng", "thứ",   "phó",  "cổ",   "phiếu",
      "dự",  "án",   "mô",   "hình", "tp",   "tnhh",  "cp",     "thành", "phố",  "tỉnh"};
  return kWords;
}

bool is_word_char(UChar32 c) { return u_isalpha(c) || u_getNumericValue(c) != U_NO_NUMERIC_VALUE; }

Words without_dropped(const Words& words) {
  Words kept;
  std::copy_if(words.begin(), words.end(), std::back_inserter(kept),
               [](const std::string& word) { return !dropped_words().contains(word); });
  return kept;
}

bool within(const Words& part, const Words& whole) {
  return !part.empty() && std::search(whole.begin(), whole.end(), part.begin(), part.end()) != whole.end();
}

bool is_narrator(const Words& words) { return std::find(words.begin(), words.end(), "narrator") != words.end(); }

}  // namespace

std::vector<std::string> name_words(std::string_view name) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return {};
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<int>(name.size())));
  text = nfc->normalize(text, status).foldCase();
  Words words;
  bool open = false;
  for (int i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    const bool belongs = is_word_char(c);
    if (belongs && !open) words.emplace_back();
    if (belongs) icu::UnicodeString(c).toUTF8String(words.back());
    open = belongs;
  }
  return words;
}

bool same_name(std::string_view said, const std::vector<std::string>& accepted) {
  const Words words = name_words(said);
  const Words core = without_dropped(words);
  for (const std::string& name : accepted) {
    const Words gold = name_words(name);
    if (words == gold) return true;
    if (is_narrator(words) || is_narrator(gold)) continue;
    const Words gold_core = without_dropped(gold);
    if (!core.empty() && !gold_core.empty() && (within(core, gold_core) || within(gold_core, core))) return true;
  }
  return false;
}

}  // namespace socai::cli
