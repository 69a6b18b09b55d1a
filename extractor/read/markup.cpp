// SPDX-License-Identifier: Apache-2.0
#include "extractor/read/markup.h"

#include <algorithm>
#include <array>
#include <utility>

#include "extractor/read/references.h"

namespace socai {
namespace {

constexpr bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 0x20) : c; }
constexpr bool is_letter_of_name(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

// Elements whose content is text up to their end tag, and whether "&" stands for itself there.
struct RawElement {
  std::string_view name;
  bool literal;
};
constexpr std::array kRawElements = {
    RawElement{"script", true},    RawElement{"style", true},   RawElement{"noscript", true},
    RawElement{"iframe", true},    RawElement{"noembed", true}, RawElement{"noframes", true},
    RawElement{"textarea", false}, RawElement{"title", false},  RawElement{"xmp", true},
};

const RawElement* raw_element(std::string_view name) {
  const auto* found = std::find_if(kRawElements.begin(), kRawElements.end(),
                                   [&](const RawElement& e) { return same_name(name, e.name); });
  return found == kRawElements.end() ? nullptr : found;
}

}  // namespace

bool same_name(std::string_view name, std::string_view lower_name) {
  return name.size() == lower_name.size() &&
         std::equal(name.begin(), name.end(), lower_name.begin(), [](char a, char b) { return lower(a) == b; });
}

bool MarkupReader::next(MarkupToken* token) {
  *token = {};
  while (at_ < bytes_.size()) {
    if (!raw_name_.empty()) {
      if (read_raw_text(token)) return true;
      continue;
    }
    if (bytes_[at_] == '<') {
      const std::size_t before = at_;
      if (read_tag(token)) return true;
      if (at_ > before) continue;  // a comment or declaration
    }
    const auto end = std::min(bytes_.find('<', at_ + 1), bytes_.size());
    token->text = bytes_.substr(at_, end - at_);
    at_ = end;
    return true;
  }
  return false;
}

// At "<". False: it was no tag. Then at_ stands behind what is to be passed over, or where it was: "<" is text.
bool MarkupReader::read_tag(MarkupToken* token) {
  const char second = at_ + 1 < bytes_.size() ? bytes_[at_ + 1] : '\0';
  if (is_letter_of_name(second) || (language_ == MarkupLanguage::xml && second == '_')) {
    read_opening(token);
    return true;
  }
  if (second == '/') {
    const char third = at_ + 2 < bytes_.size() ? bytes_[at_ + 2] : '\0';
    const std::size_t end = std::min(bytes_.find('>', at_ + 2), bytes_.size());
    const std::string_view inside = bytes_.substr(at_ + 2, end - at_ - 2);
    at_ = std::min(end + 1, bytes_.size());
    if (!is_letter_of_name(third)) return false;
    token->kind = MarkupToken::Kind::close;
    token->name = inside.substr(0, inside.find_first_of(" \t\r\n\f/"));
    return true;
  }
  if (second == '!' && language_ == MarkupLanguage::xml && bytes_.substr(at_).starts_with("<![CDATA[")) {
    const std::size_t begin = at_ + 9;
    const std::size_t end = std::min(bytes_.find("]]>", begin), bytes_.size());
    token->text = bytes_.substr(begin, end - begin);
    token->literal = true;
    at_ = std::min(end + 3, bytes_.size());
    return true;
  }
  if (second == '!' || second == '?') skip_declaration();
  return false;
}

void MarkupReader::read_opening(MarkupToken* token) {
  token->kind = MarkupToken::Kind::open;
  const std::size_t begin = at_ + 1;
  const std::size_t name_end = std::min(bytes_.find_first_of(" \t\r\n\f/>", begin), bytes_.size());
  token->name = bytes_.substr(begin, name_end - begin);
  AttributeReader attributes(bytes_.substr(name_end));
  std::string_view name;
  std::string_view value;
  while (attributes.next(&name, &value)) continue;
  token->attributes = bytes_.substr(name_end, attributes.position());
  token->empty = token->attributes.ends_with('/');
  at_ = std::min(name_end + attributes.position() + 1, bytes_.size());
  if (language_ == MarkupLanguage::html && raw_element(token->name) != nullptr) raw_name_ = token->name;
}

// False: the element is empty, and its end tag comes next.
bool MarkupReader::read_raw_text(MarkupToken* token) {
  const std::string_view name = std::exchange(raw_name_, {});
  const RawElement* element = raw_element(name);
  std::size_t end = bytes_.find("</", at_);
  while (end != std::string_view::npos && !same_name(bytes_.substr(end + 2, name.size()), element->name)) {
    end = bytes_.find("</", end + 2);
  }
  end = std::min(end, bytes_.size());
  token->text = bytes_.substr(at_, end - at_);
  token->literal = element->literal;
  at_ = end;
  return !token->text.empty();
}

void MarkupReader::skip_declaration() {
  if (!bytes_.substr(at_).starts_with("<!--")) return skip_behind(">", at_ + 2);
  if (bytes_.substr(at_ + 4, 1) == ">") {
    at_ += 5;
  } else {
    skip_behind("-->", at_ + 2);  // "<!-->" and "<!--->" are whole comments
  }
}

void MarkupReader::skip_behind(std::string_view mark, std::size_t from) {
  const std::size_t found = bytes_.find(mark, from);
  at_ = found == std::string_view::npos ? bytes_.size() : found + mark.size();
}

void AttributeReader::skip_space() {
  while (at_ < rest_.size() && is_space(rest_[at_])) ++at_;
}

bool AttributeReader::next(std::string_view* name, std::string_view* value) {
  while (at_ < rest_.size() && (is_space(rest_[at_]) || rest_[at_] == '/')) ++at_;
  if (at_ >= rest_.size() || rest_[at_] == '>') return false;
  const std::size_t begin = at_;
  at_ = std::min(rest_.find_first_of(" \t\r\n\f/>=", begin + 1), rest_.size());
  *name = rest_.substr(begin, at_ - begin);
  *value = {};
  const std::size_t behind_name = at_;
  skip_space();
  if (at_ >= rest_.size() || rest_[at_] != '=') {
    at_ = behind_name;
    return true;
  }
  ++at_;
  skip_space();
  if (at_ >= rest_.size()) return true;
  const char quote = rest_[at_];
  if (quote == '"' || quote == '\'') {
    const std::size_t end = std::min(rest_.find(quote, at_ + 1), rest_.size());
    *value = rest_.substr(at_ + 1, end - at_ - 1);
    at_ = std::min(end + 1, rest_.size());
  } else {
    const std::size_t end = std::min(rest_.find_first_of(" \t\r\n\f>", at_), rest_.size());
    *value = rest_.substr(at_, end - at_);
    at_ = end;
  }
  return true;
}

std::optional<std::string> attribute(std::string_view attributes, std::string_view name) {
  AttributeReader reader(attributes);
  std::string_view found;
  std::string_view value;
  while (reader.next(&found, &value)) {
    if (!same_name(found, name)) continue;
    std::string decoded;
    append_decoded(value, &decoded);
    return decoded;
  }
  return std::nullopt;
}

}  // namespace socai
