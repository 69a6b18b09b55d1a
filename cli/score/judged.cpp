// SPDX-License-Identifier: Apache-2.0
#include "cli/score/judged.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "cli/score/lines.h"

namespace socai::cli {
namespace {

using nlohmann::json;

Place place_of(const json& record) {
  return {record.at("id").get<std::string>(), record.at("start").get<std::size_t>(),
          record.at("end").get<std::size_t>(), record.at("quote").get<std::string>()};
}

JudgedPair pair_of(std::string_view line) {
  const json record = json::parse(line);
  JudgedPair pair;
  record.at("event").get_to(pair.event);
  pair.a = place_of(record.at("a"));
  pair.b = place_of(record.at("b"));
  const auto name = record.at("verdict").get<std::string>();
  const auto verdict = parse_verdict(name);
  if (!verdict) throw std::runtime_error("'" + name + "' is no verdict");
  pair.verdict = *verdict;
  pair.copied = record.value("copied", false);
  pair.why = record.value("why", "");
  return pair;
}

}  // namespace

std::vector<JudgedPair> read_judged(std::string_view bytes, const std::string& file) {
  std::vector<JudgedPair> pairs;
  for_each_line(bytes, file, "corpus/README.md describes judged pairs",
                [&](std::string_view line) { pairs.push_back(pair_of(line)); });
  return pairs;
}

}  // namespace socai::cli
