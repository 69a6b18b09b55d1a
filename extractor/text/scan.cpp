// SPDX-License-Identifier: Apache-2.0
#include "extractor/text/scan.h"

#include <array>

#include "extractor/text/utf8.h"

namespace socai {
namespace {

enum class Class : std::uint8_t { mark, letter, digit, space, newline, lead };  // lead: decode and see

constexpr std::array<Class, 256> make_classes() {
  std::array<Class, 256> classes{};
  for (int byte = 0; byte < 256; ++byte) {
    auto& c = classes[static_cast<std::size_t>(byte)];
    const int letter = byte | 0x20;
    if (byte >= 0x80)
      c = Class::lead;
    else if (letter >= 'a' && letter <= 'z')
      c = Class::letter;
    else if (byte >= '0' && byte <= '9')
      c = Class::digit;
    else if (byte == '\n')
      c = Class::newline;
    else if (byte <= ' ' || byte == 0x7F)
      c = Class::space;
    else
      c = Class::mark;
  }
  return classes;
}
constexpr auto kClasses = make_classes();

bool is_wide_space(char32_t c) { return c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x3000; }
bool is_wide_digit(char32_t c) { return c >= 0xFF10 && c <= 0xFF19; }
bool is_line_separator(char32_t c) { return c == 0x85 || c == 0x2028 || c == 0x2029; }

// Scans one text; a cursor over its bytes.
class Scanner {
 public:
  Scanner(std::string_view text, std::size_t begin, std::size_t end, const Vocabulary& vocabulary,
          std::vector<Token>* tokens)
      : data_(text.data()), at_(begin), end_(end), vocabulary_(vocabulary), tokens_(tokens) {}

  void run() {
    while (at_ < end_) {
      switch (class_at(at_)) {
        case Class::letter: word(); break;
        case Class::digit: number(); break;
        case Class::space:
          ++at_;
          widen(Gap::space);
          break;
        case Class::newline:
          ++at_;
          widen(Gap::line);
          break;
        case Class::mark: mark(1); break;
        case Class::lead: lead(); break;
      }
    }
  }

 private:
  Class class_at(std::size_t at) const { return kClasses[static_cast<unsigned char>(data_[at])]; }
  unsigned length_at(std::size_t at) const { return utf8_length(static_cast<unsigned char>(data_[at])); }

  void widen(Gap gap) {
    if (gap > gap_) gap_ = gap;
  }

  void lead() {
    const char32_t c = utf8_decode(data_ + at_);
    if (is_letter(c)) return word();
    if (is_wide_digit(c)) return number();
    const auto length = length_at(at_);
    if (is_wide_space(c) || is_line_separator(c)) {
      at_ += length;
      return widen(is_line_separator(c) ? Gap::line : Gap::space);
    }
    mark(length);
  }

  void emit(std::size_t begin, TokenKind kind, Case letter_case, WordId word, std::uint32_t key = 0) {
    tokens_->push_back(
        {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_), word, key, kind, letter_case, gap_});
    gap_ = Gap::none;
  }

  // Folds to lower case and hashes as it goes, so that the vocabulary is asked without a second look at the bytes.
  void word() {
    const std::size_t begin = at_;
    char folded[Vocabulary::kMaxSpelling + 5];
    std::size_t size = 0;
    std::uint64_t hash = Vocabulary::kHashSeed;
    unsigned letters = 0;
    unsigned capitals = 0;
    bool first_is_capital = false;
    while (at_ < end_) {
      const auto byte = static_cast<unsigned char>(data_[at_]);
      char32_t c = byte;
      if (byte >= 0x80) {
        c = utf8_decode(data_ + at_);
        if (!is_letter(c)) break;
      } else if (kClasses[byte] != Class::letter) {
        break;
      }
      const char32_t lower = to_lower(c);
      const bool capital = lower != c;
      capitals += capital;
      if (letters++ == 0) first_is_capital = capital;
      if (size <= Vocabulary::kMaxSpelling) {
        const auto length = utf8_encode(lower, folded + size);
        for (unsigned i = 0; i < length; ++i)
          hash = Vocabulary::hash_step(hash, static_cast<unsigned char>(folded[size + i]));
        size += length;
      }
      at_ += length_at(at_);
    }
    const WordId id = size <= Vocabulary::kMaxSpelling ? vocabulary_.find({folded, size}, hash) : 0;
    const Case letter_case = !first_is_capital                    ? Case::lower
                             : letters > 1 && capitals == letters ? Case::all_capitals
                                                                  : Case::capital;
    emit(begin, TokenKind::word, letter_case, id, static_cast<std::uint32_t>(hash ^ hash >> 32));
  }

  bool digit_at(std::size_t at) const {
    if (at >= end_) return false;
    if (class_at(at) == Class::digit) return true;
    return class_at(at) == Class::lead && is_wide_digit(utf8_decode(data_ + at));
  }

  void number() {
    const std::size_t begin = at_;
    while (digit_at(at_)) {
      at_ += length_at(at_);
      const bool separated = at_ < end_ && (data_[at_] == '.' || data_[at_] == ',') && digit_at(at_ + 1);
      if (separated) ++at_;
    }
    const std::string_view spelling(data_ + begin, at_ - begin);
    emit(begin, TokenKind::number, Case::lower, spelling.size() <= 3 ? vocabulary_.find(spelling) : 0);
  }

  void mark(unsigned length) {
    const std::size_t begin = at_;
    at_ += length;
    emit(begin, TokenKind::mark, Case::lower, vocabulary_.find({data_ + begin, length}));
  }

  const char* data_;
  std::size_t at_;
  std::size_t end_;
  const Vocabulary& vocabulary_;
  std::vector<Token>* tokens_;
  Gap gap_ = Gap::none;
};

}  // namespace

void scan(std::string_view text, std::size_t begin, std::size_t end, const Vocabulary& vocabulary,
          std::vector<Token>* tokens) {
  Scanner(text, begin, end, vocabulary, tokens).run();
}

}  // namespace socai
