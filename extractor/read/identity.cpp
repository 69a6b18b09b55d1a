// SPDX-License-Identifier: Apache-2.0
#include "extractor/read/identity.h"

#include <algorithm>
#include <optional>

#include "extractor/read/markup.h"

namespace socai {
namespace {

struct Url {
  std::string host;  // in lower case, with its port where it is none of the usual ones
  std::string_view path;
  std::string_view query;
};

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::optional<Url> split(std::string_view url) {
  url = trimmed(url);
  if (url.starts_with("//")) {
    url.remove_prefix(2);
  } else {
    const auto colon = url.find("://");
    if (colon == std::string_view::npos) return std::nullopt;
    const auto scheme = url.substr(0, colon);
    if (!same_name(scheme, "http") && !same_name(scheme, "https")) return std::nullopt;
    url.remove_prefix(colon + 3);
  }
  url = url.substr(0, url.find('#'));
  const auto authority_end = std::min(url.find_first_of("/?"), url.size());
  std::string_view authority = url.substr(0, authority_end);
  if (const auto user = authority.rfind('@'); user != std::string_view::npos) authority.remove_prefix(user + 1);
  Url parts;
  for (const char c : authority) parts.host.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 0x20) : c);
  for (const std::string_view port : {":80", ":443"}) {
    if (parts.host.ends_with(port)) parts.host.resize(parts.host.size() - port.size());
  }
  while (parts.host.ends_with('.')) parts.host.pop_back();
  if (parts.host.empty()) return std::nullopt;
  url.remove_prefix(authority_end);
  const auto question = std::min(url.find('?'), url.size());
  parts.path = url.substr(0, question);
  if (question < url.size()) parts.query = url.substr(question + 1);
  return parts;
}

// Takes away what stands for another edition of the same site, while two names are left.
void drop_beginnings(const std::vector<std::string>& beginnings, std::string* host) {
  for (const auto& beginning : beginnings) {
    if (host->starts_with(beginning) && host->find('.', beginning.size()) != std::string::npos) {
      host->erase(0, beginning.size());
      return;
    }
  }
}

bool is_tracking(std::string_view parameter, const PageRules& rules) {
  const std::string_view name = parameter.substr(0, parameter.find('='));
  return name.empty() || std::any_of(rules.tracking.begin(), rules.tracking.end(), [&](const std::string& known) {
           if (!known.ends_with('*')) return same_name(name, known);
           const auto beginning = std::string_view(known).substr(0, known.size() - 1);
           return name.size() >= beginning.size() && same_name(name.substr(0, beginning.size()), beginning);
         });
}

std::string kept_query(std::string_view query, const PageRules& rules) {
  std::string kept;
  for (std::size_t at = 0; at < query.size();) {
    const auto end = std::min(query.find('&', at), query.size());
    const auto parameter = query.substr(at, end - at);
    if (!is_tracking(parameter, rules)) kept += (kept.empty() ? '?' : '&') + std::string(parameter);
    at = end + 1;
  }
  return kept;
}

}  // namespace

std::string canonical_url(std::string_view url, const PageRules& rules) {
  auto parts = split(url);
  if (!parts) return std::string(trimmed(url));
  drop_beginnings(rules.edition_hosts, &parts->host);
  std::string_view path = parts->path;
  while (path.ends_with('/')) path.remove_suffix(1);
  for (const auto& ending : rules.edition_paths) {
    if (path.ends_with(ending)) path.remove_suffix(ending.size());
  }
  while (path.ends_with('/')) path.remove_suffix(1);
  return "https://" + parts->host + std::string(path) + kept_query(parts->query, rules);
}

std::string outlet_of_url(std::string_view url, const PageRules& rules) {
  auto parts = split(url);
  if (!parts) return {};
  std::string host = parts->host.substr(0, parts->host.find(':'));
  if (host.starts_with("www.")) host.erase(0, 4);
  drop_beginnings(rules.edition_hosts, &host);
  for (std::size_t at = 0; at != std::string::npos;) {
    if (const auto known = rules.outlets.find(std::string_view(host).substr(at)); known != rules.outlets.end()) {
      return known->second;
    }
    const auto dot = host.find('.', at);
    at = dot == std::string::npos ? dot : dot + 1;
  }
  return host;
}

}  // namespace socai
