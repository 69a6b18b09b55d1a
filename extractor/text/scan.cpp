// SPDX-License-Identifier: Apache-2.0
#include "extractor/text/scan.h"

#include <array>

#include "extractor/text/spelling.h"
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
  Scanner(std::string_view text, std::size_t begin, std::size_t end, const Vocabulary& vocabulary, WordMemo* memo,
          std::vector<Token>* tokens)
      : data_(text.data()), at_(begin), end_(end), size_(text.size()), vocabulary_(vocabulary), memo_(memo),
        tokens_(tokens) {}

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

  // What the letters of a word have shown.
  struct Letters {
    unsigned all = 0;
    unsigned capital = 0;
    bool first_is_capital = false;

    void add(bool is_capital) {
      first_is_capital = all == 0 ? is_capital : first_is_capital;
      capital += is_capital;
      ++all;
    }
    Case letter_case() const {
      if (!first_is_capital) return Case::lower;
      return all > 1 && capital == all ? Case::all_capitals : Case::capital;
    }
  };

  void word() {
    if (memo_ == nullptr || at_ + WordMemo::kReads > size_) return new_word(nullptr);
    const ByteRun run = WordMemo::run_at(data_ + at_);
    const WordMemo::Word* known = memo_->find(run);
    if (known == nullptr) return new_word(&run);
    const std::size_t begin = at_;
    at_ += run.size;
    emit(begin, TokenKind::word, known->letter_case, known->word, known->key);
  }

  // Folds to lower case as it goes, so that the vocabulary is asked without a second look at the bytes. `run` is what
  // the word stands in; a quotation mark that touches it is no part of the word.
  void new_word(const ByteRun* run) {
    const std::size_t begin = at_;
    Spelling lower;
    Letters letters;
    while (at_ < end_ && take_letter(&lower, &letters)) {
    }
    const std::uint64_t hash = lower.hash();
    const WordMemo::Word word{lower.fits() ? vocabulary_.find(lower, hash) : 0, static_cast<std::uint32_t>(hash),
                              letters.letter_case()};
    if (run != nullptr && run->size == at_ - begin) memo_->keep(*run, word);
    emit(begin, TokenKind::word, word.letter_case, word.word, word.key);
  }

  // Takes any letter at the cursor; false where there is none.
  bool take_letter(Spelling* lower, Letters* letters) {
    const char32_t c = utf8_decode(data_ + at_);
    if (!is_letter(c)) return false;
    const char32_t folded = to_lower(c);
    letters->add(folded != c);
    char bytes[4];
    const auto length = utf8_encode(folded, bytes);
    for (unsigned i = 0; i < length; ++i) lower->push(bytes[i]);
    at_ += length_at(at_);
    return true;
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
    constexpr std::size_t kLongestKnown = 3;  // digits of a number that a rule may name
    emit(begin, TokenKind::number, Case::lower,
         at_ - begin <= kLongestKnown ? word_of({data_ + begin, at_ - begin}) : 0);
  }

  void mark(unsigned length) {
    const std::size_t begin = at_;
    at_ += length;
    emit(begin, TokenKind::mark, Case::lower,
         length == 1 ? vocabulary_.find(data_[begin]) : word_of({data_ + begin, length}));
  }

  // Of a mark or a number of a few bytes.
  WordId word_of(std::string_view spelling) {
    if (memo_ == nullptr) return vocabulary_.find(spelling);
    const ByteRun run{Spelling(spelling).block(0), 0, static_cast<unsigned>(spelling.size())};
    if (const WordMemo::Word* known = memo_->find(run)) return known->word;
    const WordMemo::Word word{vocabulary_.find(spelling), 0, Case::lower};
    memo_->keep(run, word);
    return word.word;
  }

  const char* data_;
  std::size_t at_;
  std::size_t end_;
  std::size_t size_;  // of the text, of which [at_, end_) is read
  const Vocabulary& vocabulary_;
  WordMemo* memo_;  // may be nullptr
  std::vector<Token>* tokens_;
  Gap gap_ = Gap::none;
};

}  // namespace

void scan(std::string_view text, std::size_t begin, std::size_t end, const Vocabulary& vocabulary,
          std::vector<Token>* tokens, WordMemo* memo) {
  Scanner(text, begin, end, vocabulary, memo, tokens).run();
}

std::uint32_t key_of(std::string_view lower) { return static_cast<std::uint32_t>(Spelling(lower).hash()); }

}  // namespace socai
