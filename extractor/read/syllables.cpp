// SPDX-License-Identifier: Apache-2.0
#include "extractor/read/syllables.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <string>

#include "extractor/text/utf8.h"

namespace socai {
namespace {

constexpr char kDStroke = 'D';  // stands for the d with a stroke among bases
constexpr std::array<std::string_view, 28> kOnsets = {"",  "b",  "c", "ch", "d",  "D",  "g",   "gh", "gi", "h",
                                                      "k", "kh", "l", "m",  "n",  "ng", "ngh", "nh", "p",  "ph",
                                                      "q", "r",  "s", "t",  "th", "tr", "v",   "x"};
constexpr std::array<std::string_view, 9> kCodas = {"", "c", "ch", "m", "n", "ng", "nh", "p", "t"};
constexpr std::string_view kVowels = "aeiouy";
// Vowels with their shapes, as VIQR writes them: ^ circumflex, ( breve, + horn. Those that a coda may follow, and those
// that end their syllable.
constexpr std::array<std::string_view, 24> kNuclei = {"a",  "a(",  "a^", "e",   "e^",  "i",   "o",    "o^",
                                                      "o+", "u",   "u+", "y",   "ie^", "ye^", "uo^",  "u+o+",
                                                      "oa", "oa(", "oe", "ua^", "ue^", "uy",  "uye^", "oo"};
constexpr std::array<std::string_view, 33> kEndings = {
    "ia",   "ua",    "u+a",   "ai",  "ay",  "a^y", "ao",   "au",  "a^u", "eo",   "e^u",
    "iu",   "oi",    "o^i",   "o+i", "ui",  "u+i", "u+u",  "uya", "uyu", "ie^u", "ye^u",
    "uo^i", "u+o+i", "u+o+u", "oai", "oay", "oeo", "ua^y", "uo+", "uau", "oao",  "uai"};

enum class Tone { none, open, stopped };  // stopped: acute or dot below, the only ones before a final c, ch, p or t

struct Letter {
  char base = 0;   // in lower case; 0: no letter of Vietnamese
  char shape = 0;  // ^ ( + or none
  Tone tone = Tone::none;
  bool upper = false;
};

bool is_upper(char32_t c) { return to_lower(c) != c; }

// Takes the letter apart: base, shape and tone.
Letter letter_of(char32_t c) {
  Letter letter;
  letter.upper = is_upper(c);
  c = to_lower(c);
  if (c == 0x111) c = kDStroke;
  std::array<utf8proc_int32_t, 8> parts{};
  const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), parts.data(), parts.size(),
                                             UTF8PROC_DECOMPOSE, nullptr);
  const bool is_ascii = count > 0 && parts[0] < 0x80;
  if (!is_ascii || count > static_cast<utf8proc_ssize_t>(parts.size())) return letter;
  letter.base = static_cast<char>(parts[0]);
  for (utf8proc_ssize_t i = 1; i < count; ++i) {
    const auto mark = parts[static_cast<std::size_t>(i)];
    const bool stopped = mark == 0x301 || mark == 0x323;
    const bool open = mark == 0x300 || mark == 0x303 || mark == 0x309;
    const bool shape = mark == 0x302 || mark == 0x306 || mark == 0x31B;
    if (!(stopped || open || shape) || kVowels.find(letter.base) == std::string_view::npos) letter.base = 0;
    if (shape) letter.shape = mark == 0x302 ? '^' : mark == 0x306 ? '(' : '+';
    if (stopped) letter.tone = Tone::stopped;
    if (open) letter.tone = Tone::open;
  }
  return letter;
}

template <typename List>
bool is_in(const List& list, std::string_view item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

// One word, letter by letter.
class Syllable {
 public:
  void clear() { *this = Syllable(); }
  bool empty() const { return size_ == 0; }
  bool has_letter_beyond_ascii() const { return beyond_ascii_; }

  void add(char32_t c) {
    ++size_;
    if (c >= 0x80) beyond_ascii_ = true;
    const Letter letter = c < 0x80 || is_letter(c) ? letter_of(c) : Letter();
    if (letter.base == 0) {
      spoilt_ = true;
      return;
    }
    // Small letters and then a capital: no one writes so. (The other way round TCVN3 writes all its capitals.)
    if (letter.upper && any_lower_ && !any_upper_) spoilt_ = true;
    (letter.upper ? any_upper_ : any_lower_) = true;
    if (letter.tone != Tone::none) {
      if (tone_ != Tone::none) spoilt_ = true;
      tone_ = letter.tone;
    }
    bases_ += letter.base;
    if (letter.shape != 0) bases_ += letter.shape;
  }

  bool is_good() const {
    if (spoilt_) return false;
    const std::string_view word = bases_;
    std::size_t from = word.find_first_of(kVowels);
    if (from == std::string_view::npos) return false;
    const bool more_vowels = from + 1 < word.size() && kVowels.find(word[from + 1]) != std::string_view::npos;
    const bool glides = word.starts_with("qu") || word.starts_with("gi");  // their vowel is part of the consonant
    if (from == 1 && glides && more_vowels) ++from;
    const auto to = std::min(word.find_first_not_of("aeiouy^(+", from), word.size());
    std::string_view onset = word.substr(0, from);
    if (onset == "qu") onset = "q";
    const auto vowels = word.substr(from, to - from);
    const auto coda = word.substr(to);
    const bool stops = coda == "c" || coda == "ch" || coda == "p" || coda == "t";
    const bool fits = is_in(kNuclei, vowels) || (coda.empty() && is_in(kEndings, vowels));
    return fits && is_in(kOnsets, onset) && is_in(kCodas, coda) && (!stops || tone_ == Tone::stopped);
  }

 private:
  std::string bases_;
  std::size_t size_ = 0;
  bool beyond_ascii_ = false;
  bool spoilt_ = false;
  bool any_upper_ = false;
  bool any_lower_ = false;
  Tone tone_ = Tone::none;
};

// Signs beyond ASCII that stand beside words in any well decoded text: punctuation and spaces, ° § « » · and €.
bool is_sign_of_text(char32_t c) {
  return (c >= 0x2000 && c <= 0x206F) || c == 0xA0 || c == 0xA7 || c == 0xAB || c == 0xB0 || c == 0xB7 || c == 0xBB ||
         c == 0x20AC || c == 0xFEFF;
}

bool is_ascii_letter(char32_t c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

bool is_blank_control(char32_t c) { return c == '\t' || c == '\n' || c == '\r'; }

}  // namespace

SyllableCount count_syllables(std::string_view text) {
  SyllableCount count;
  Syllable word;
  const auto end_word = [&] {
    if (word.has_letter_beyond_ascii()) {
      ++count.all;
      count.good += word.is_good() ? 1 : 0;
    }
    word.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8_decode(text.data() + at);
    at += utf8_length(static_cast<unsigned char>(text[at]));
    const bool control = c < 0x20 && !is_blank_control(c);
    const bool of_word = is_ascii_letter(c) || (c >= 0x80 && !is_sign_of_text(c));
    if (of_word) {
      word.add(c);
    } else if (control) {
      word.add(0x80);
    } else {
      end_word();
    }
  }
  end_word();
  return count;
}

}  // namespace socai
