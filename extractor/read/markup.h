// SPDX-License-Identifier: Apache-2.0
// Markup cut into tags and text: HTML as browsers take it, and the XML of feeds.
//
// It holds no tree and never recurses, takes time linear in the input whatever stands there, and accepts any bytes: a
// comment, tag or script that does not end goes on to the end of the input, as in a browser. Views point into the
// input. Names and text are as written; character references are still encoded (extractor/read/references.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace socai {

enum class MarkupLanguage : std::uint8_t { html, xml };

struct MarkupToken {
  enum class Kind : std::uint8_t { text, open, close };
  Kind kind = Kind::text;
  std::string_view name;        // of a tag
  std::string_view attributes;  // of an opening tag, as written
  std::string_view text;
  bool literal = false;  // text in which "&" stands for itself: of a script, of CDATA
  bool empty = false;    // an opening tag that ends in "/>"
};

class MarkupReader {
 public:
  MarkupReader(std::string_view bytes, MarkupLanguage language) : bytes_(bytes), language_(language) {}

  // False at the end.
  bool next(MarkupToken* token);

 private:
  bool read_tag(MarkupToken* token);
  bool read_raw_text(MarkupToken* token);
  void read_opening(MarkupToken* token);
  void skip_declaration();
  void skip_behind(std::string_view mark, std::size_t from);

  std::string_view bytes_;
  MarkupLanguage language_;
  std::size_t at_ = 0;
  std::string_view raw_name_;  // of the element whose content is no markup ("script"), until its end
};

// The attributes of an opening tag, one by one. Stops at ">" or at the end.
class AttributeReader {
 public:
  explicit AttributeReader(std::string_view attributes) : rest_(attributes) {}

  // The value is as written, without its quotes. False behind the last.
  bool next(std::string_view* name, std::string_view* value);

  // How many bytes have been read.
  std::size_t position() const { return at_; }

 private:
  void skip_space();

  std::string_view rest_;
  std::size_t at_ = 0;
};

// The value of the first attribute of that name (in lower case), its references decoded; nothing where there is none.
std::optional<std::string> attribute(std::string_view attributes, std::string_view name);

// Whether the ASCII letters are the same in any case; `lower` is in lower case.
bool same_name(std::string_view name, std::string_view lower);

}  // namespace socai
