// SPDX-License-Identifier: Apache-2.0
// From the bytes of any encoding that Vietnamese text comes in to UTF-8. Pure; no bytes make it throw.
//
//   const Decoded page = decode(bytes, declared_charset);   // "" where nothing is declared
//   use(page.text_of(bytes));
//
// Valid UTF-8 is taken as it is, byte for byte, at memory speed, whatever is declared: text that happens to be UTF-8
// does not exist. Else a byte order mark or the zeros of UTF-16 decide; else what is declared, unless another encoding
// makes Vietnamese of it and the declared one does not; else the one that makes Vietnamese of it. Where none does, it
// is UTF-8 with errors. Offsets of claims count in the decoded text.
//
// TCVN3 (ABC), VNI and VISCII are tables (extractor/read/tables/); everything else is ICU's. Combining marks of
// windows-1258 are composed (NFC).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace socai {

// Names are "utf-8", "utf-16le", "utf-16be", "windows-1258", "viscii", "tcvn3", "vni", or those of ICU in lower case.
struct EncodingGuess {
  std::string name;       // empty: none fits
  double confidence = 0;  // 0 to 1: the share of words that it makes Vietnamese, less a doubt that shrinks by half with
                          // each word that no other encoding makes sense of
};

struct Decoded {
  std::string text;  // empty where the bytes stand as they are
  bool unchanged = false;
  std::string encoding = "utf-8";
  double confidence = 1;
  std::size_t replaced_bytes = 0;  // that are no character of the encoding: U+FFFD stands for each

  std::string_view text_of(std::string_view bytes) const { return unchanged ? bytes : std::string_view(text); }
};

// The name by which this header knows an encoding that a page, a program or a person names ("CP1258", "x-viscii",
// "ABC", "VNI-Win", "utf8"); empty where nobody knows it.
std::string encoding_name(std::string_view declared);

// What bytes that are not UTF-8 are, by what they hold. UTF-16 without a mark is known by its zeros.
EncodingGuess detect_encoding(std::string_view bytes);

Decoded decode(std::string_view bytes, std::string_view declared = {});

// All of it in one named encoding (a name that encoding_name() gives).
Decoded decode_as(std::string_view bytes, const std::string& encoding);

// Whether bytes without a mark are UTF-16 by where their zeros stand: "utf-16le", "utf-16be" or empty.
std::string utf16_by_zeros(std::string_view bytes);

}  // namespace socai
