// SPDX-License-Identifier: Apache-2.0
#include "extractor/read/tags.h"

#include <algorithm>
#include <array>

namespace socai {
namespace {

struct Row {
  std::string_view name;
  TagInfo info;
};
// Sorted by name. A void element has no content.
constexpr bool kVoid = true;
// clang-format off
constexpr std::array<Row, 94> kTags = {{
    {"a", {Tag::a, false}}, {"address", {Tag::block, false}}, {"applet", {Tag::dropped, false}},
    {"area", {Tag::other, kVoid}}, {"article", {Tag::article, false}}, {"aside", {Tag::aside, false}},
    {"audio", {Tag::dropped, false}}, {"base", {Tag::other, kVoid}}, {"basefont", {Tag::other, kVoid}},
    {"bgsound", {Tag::other, kVoid}}, {"blockquote", {Tag::block, false}}, {"body", {Tag::body, false}},
    {"br", {Tag::br, kVoid}}, {"button", {Tag::dropped, false}}, {"canvas", {Tag::dropped, false}},
    {"caption", {Tag::caption, false}}, {"center", {Tag::block, false}}, {"col", {Tag::other, kVoid}},
    {"datalist", {Tag::dropped, false}}, {"dd", {Tag::block, false}}, {"details", {Tag::block, false}},
    {"dialog", {Tag::block, false}}, {"dir", {Tag::block, false}}, {"div", {Tag::block, false}},
    {"dl", {Tag::list, false}}, {"dt", {Tag::block, false}}, {"embed", {Tag::dropped, kVoid}},
    {"fieldset", {Tag::block, false}}, {"figcaption", {Tag::figcaption, false}}, {"figure", {Tag::figure, false}},
    {"footer", {Tag::footer, false}}, {"form", {Tag::block, false}}, {"frame", {Tag::other, kVoid}},
    {"frameset", {Tag::block, false}}, {"h1", {Tag::h1, false}}, {"h2", {Tag::heading, false}},
    {"h3", {Tag::heading, false}}, {"h4", {Tag::heading, false}}, {"h5", {Tag::heading, false}},
    {"h6", {Tag::heading, false}}, {"head", {Tag::head, false}}, {"header", {Tag::block, false}},
    {"hgroup", {Tag::block, false}}, {"hr", {Tag::block, kVoid}}, {"html", {Tag::html, false}},
    {"iframe", {Tag::dropped, false}}, {"img", {Tag::img, kVoid}}, {"input", {Tag::dropped, kVoid}},
    {"keygen", {Tag::other, kVoid}}, {"legend", {Tag::block, false}}, {"li", {Tag::li, false}},
    {"link", {Tag::link, kVoid}}, {"main", {Tag::main, false}}, {"map", {Tag::dropped, false}},
    {"math", {Tag::dropped, false}}, {"menu", {Tag::block, false}}, {"meta", {Tag::meta, kVoid}},
    {"meter", {Tag::dropped, false}}, {"nav", {Tag::nav, false}}, {"noembed", {Tag::dropped, false}},
    {"noframes", {Tag::block, false}}, {"noscript", {Tag::dropped, false}}, {"object", {Tag::dropped, false}},
    {"ol", {Tag::list, false}}, {"optgroup", {Tag::block, false}}, {"output", {Tag::dropped, false}},
    {"p", {Tag::p, false}}, {"param", {Tag::other, kVoid}}, {"pre", {Tag::block, false}},
    {"progress", {Tag::dropped, false}}, {"script", {Tag::script, false}}, {"search", {Tag::block, false}},
    {"section", {Tag::block, false}}, {"select", {Tag::dropped, false}}, {"source", {Tag::other, kVoid}},
    {"style", {Tag::dropped, false}}, {"summary", {Tag::block, false}}, {"svg", {Tag::dropped, false}},
    {"table", {Tag::table, false}}, {"tbody", {Tag::section, false}}, {"td", {Tag::cell, false}},
    {"template", {Tag::dropped, false}}, {"textarea", {Tag::dropped, false}}, {"tfoot", {Tag::section, false}},
    {"th", {Tag::cell, false}}, {"thead", {Tag::section, false}}, {"time", {Tag::time, false}},
    {"title", {Tag::title, false}}, {"tr", {Tag::row, false}}, {"track", {Tag::other, kVoid}},
    {"ul", {Tag::list, false}}, {"video", {Tag::dropped, false}}, {"wbr", {Tag::other, kVoid}},
    {"xmp", {Tag::dropped, false}},
}};
// clang-format on
constexpr std::size_t kLongest = 10;

}  // namespace

TagInfo tag_info(std::string_view name) {
  if (name.size() > kLongest) return {};
  char lower[kLongest];
  std::transform(name.begin(), name.end(), lower,
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 0x20) : c; });
  const std::string_view wanted(lower, name.size());
  const auto* found = std::lower_bound(kTags.begin(), kTags.end(), wanted,
                                       [](const Row& row, std::string_view n) { return row.name < n; });
  return found != kTags.end() && found->name == wanted ? found->info : TagInfo{};
}

bool is_block(Tag tag) {
  switch (tag) {
    case Tag::text:
    case Tag::other:
    case Tag::a:
    case Tag::br:
    case Tag::dropped:
    case Tag::img:
    case Tag::link:
    case Tag::meta:
    case Tag::script:
    case Tag::time: return false;
    default: return true;
  }
}

}  // namespace socai
