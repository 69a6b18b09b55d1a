// SPDX-License-Identifier: Apache-2.0
#include "cli/input/http_body.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "cli/input/limits.h"

namespace socai::cli {
namespace {

constexpr auto kNone = std::string_view::npos;

std::string lower(std::string_view text) {
  std::string lowered(text);
  for (char& c : lowered) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 0x20) : c;
  return lowered;
}

std::string_view without_blanks(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  return first == kNone ? std::string_view() : text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

// The body out of its chunks; nothing where they are none.
std::optional<std::string> without_chunks(std::string_view body) {
  std::string whole;
  while (true) {
    const auto line_end = body.find('\n');
    if (line_end == kNone) return std::nullopt;
    std::size_t size = 0;
    const auto [end, error] = std::from_chars(body.data(), body.data() + line_end, size, 16);
    if (error != std::errc()) return std::nullopt;
    body.remove_prefix(line_end + 1);
    if (size == 0) return whole;
    if (size > body.size()) return std::nullopt;
    whole.append(body.substr(0, size));
    body.remove_prefix(size);
    body.remove_prefix(std::min(body.starts_with("\r\n") ? std::size_t{2} : 1, body.size()));
  }
}

// Unpacks a body that was sent compressed.
void unpack(HttpResponse* response, const std::string& coding, Growth* growth) {
  if (coding.empty() || coding == "identity") return;
  if (container_kind(response->body) != ContainerKind::archive) {
    // Many archives keep the header of what was sent, and the body as it was meant.
    if (coding == "br" || coding == "deflate")
      response->problem = "the page is compressed in a way not known here: " + coding;
    return;
  }
  const auto archive =
      open_container(ContainerKind::archive, std::make_unique<MemorySource>(std::move(response->body)), growth);
  response->body.clear();
  const auto member = archive->next();
  if (member != nullptr) {
    append_from(member->bytes.get(), kLongestText + 1, &response->body);
    response->problem = member->bytes->failure();
  } else {
    response->problem = archive->failure();
  }
}

}  // namespace

std::map<std::string, std::string> read_header_lines(std::string_view lines) {
  std::map<std::string, std::string> fields;
  std::string last;
  while (!lines.empty()) {
    const auto end = std::min(lines.find('\n'), lines.size());
    const auto line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    if (without_blanks(line).empty()) break;
    const auto colon = line.find(':');
    if ((line[0] == ' ' || line[0] == '\t') && !last.empty()) {
      fields[last] += " " + std::string(without_blanks(line));
    } else if (colon != kNone) {
      last = lower(without_blanks(line.substr(0, colon)));
      fields[last] = without_blanks(line.substr(colon + 1));
    }
  }
  return fields;
}

void read_media_type(std::string_view value, WebRecord* web) {
  const std::string all = lower(value);
  web->media_type = without_blanks(std::string_view(all).substr(0, all.find(';')));
  const auto at = all.find("charset=");
  if (at == std::string::npos) return;
  const auto start = std::min(all.find_first_not_of(" \"'", at + 8), all.size());
  web->charset = all.substr(start, std::min(all.find_first_of("\"'; ", start), all.size()) - start);
}

HttpResponse read_http(std::string_view message, Growth* growth) {
  HttpResponse response;
  if (!message.starts_with("HTTP/")) return response;
  const auto space = message.find(' ');
  if (space == kNone) return response;
  std::from_chars(message.data() + space + 1, message.data() + message.size(), response.status);
  const auto line_end = std::min(message.find('\n'), message.size() - 1);
  auto body_at = message.find("\r\n\r\n");
  std::size_t gap = 4;
  if (const auto bare = message.find("\n\n"); bare < body_at) {
    body_at = bare;
    gap = 2;
  }
  if (body_at == kNone) body_at = message.size();
  auto fields = read_header_lines(message.substr(line_end + 1, body_at - std::min(body_at, line_end + 1)));
  read_media_type(fields["content-type"], &response.web);
  response.body = message.substr(std::min(body_at + gap, message.size()));
  if (lower(fields["transfer-encoding"]).find("chunked") != std::string::npos) {
    // Archives that took the chunks off keep the header.
    if (auto whole = without_chunks(response.body)) response.body = std::move(*whole);
  }
  unpack(&response, lower(fields["content-encoding"]), growth);
  return response;
}

}  // namespace socai::cli
