// SPDX-License-Identifier: Apache-2.0
#include "cli/score/judged.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "extractor/claim/error.h"

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
  std::size_t number = 0;
  for (std::size_t start = 0; start < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', start), bytes.size());
    const std::string_view line = bytes.substr(start, end - start);
    start = end + 1;
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    try {
      pairs.push_back(pair_of(line));
    } catch (const std::exception& error) {
      throw Error(ExitCode::invalid_data, file + ":" + std::to_string(number), error.what(),
                  "corpus/README.md describes judged pairs");
    }
  }
  return pairs;
}

}  // namespace socai::cli
