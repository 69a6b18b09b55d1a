// SPDX-License-Identifier: Apache-2.0
// What form an input has, by its name and by how it begins.
#pragma once

#include <string_view>

#include "extractor/read/fields.h"

namespace socai {

enum class InputFormat { automatic, text, jsonl, json, csv, tsv, html, feed };

// The form that the ending of a file's name promises; automatic: none. ".json" is left to the content: many hold JSONL.
InputFormat format_of_name(std::string_view name);

// By the first bytes, which are UTF-8 or akin to it. `all`: they are the whole input, not its beginning.
//   jsonl   the first line that is not blank is a JSON object by its first and last character
//   json    it begins as an object or an array of objects does
//   html    its first tag is <!doctype html, <html, <head or <body;   feed: <rss, <feed or <rdf:RDF;
//           behind an XML declaration and comments
//   csv     its first line names columns, one of which is a title or a text, with "," or ";" between them; tsv: a tab
//   text    else
InputFormat detect_format(std::string_view bytes, const FieldNames& names = {}, bool all = true);

// Whether the bytes cannot be text: a NUL among the first 4096 bytes. UTF-16 is to be decoded before.
bool looks_binary(std::string_view bytes);

}  // namespace socai
