// SPDX-License-Identifier: Apache-2.0
#include "cli/input/warc.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "cli/input/http_body.h"
#include "cli/input/limits.h"

namespace socai::cli {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kLongestHeader = std::size_t{1} << 20;
constexpr std::size_t kPiece = std::size_t{1} << 16;
constexpr std::string_view kStart = "WARC/";
constexpr std::array kMayBeArticle = {"text/html"sv,
                                      "application/xhtml+xml"sv,
                                      "text/plain"sv,
                                      "application/json"sv,
                                      "application/x-ndjson"sv,
                                      "text/csv"sv,
                                      "application/rss+xml"sv,
                                      "application/atom+xml"sv,
                                      "application/xml"sv,
                                      "text/xml"sv,
                                      "application/jsonl"sv,
                                      "text/tab-separated-values"sv,
                                      "application/octet-stream"sv};

bool may_be_article(const std::string& media_type) {
  return media_type.empty() || std::find(kMayBeArticle.begin(), kMayBeArticle.end(), media_type) != kMayBeArticle.end();
}

std::string field(const std::map<std::string, std::string>& fields, const std::string& name) {
  const auto found = fields.find(name);
  return found == fields.end() ? std::string() : found->second;
}

// The address without the brackets that WARC 1.0 shows it in.
std::string address(std::string uri) {
  if (uri.starts_with('<') && uri.ends_with('>')) uri = uri.substr(1, uri.size() - 2);
  return uri;
}

}  // namespace

bool WarcContainer::fill_to(std::size_t size) {
  if (held_.size() < size) append_from(bytes_.get(), std::max(size - held_.size(), kPiece), &held_);
  return held_.size() >= size;
}

// Goes to the next line that begins a record. False: there is none.
bool WarcContainer::find_record() {
  while (fill_to(kStart.size())) {
    const auto first = held_.find_first_not_of("\r\n");
    if (first != std::string::npos) {
      held_.erase(0, first);
      if (!fill_to(kStart.size())) break;
      if (held_.starts_with(kStart)) return true;
      const auto found = held_.find("\nWARC/1.");
      lost_ = !broken_;
      // The mark may lie across what was read and what comes.
      held_.erase(0, found == std::string::npos ? held_.size() - std::min<std::size_t>(held_.size(), 7) : found + 1);
      if (found == std::string::npos && append_from(bytes_.get(), kPiece, &held_) == 0) break;
    } else {
      held_.clear();
    }
  }
  const bool rest = held_.find_first_not_of("\r\n") != std::string::npos;
  lost_ = lost_ || (rest && !broken_);
  held_.clear();
  return false;
}

std::optional<WarcContainer::Fields> WarcContainer::read_header() {
  std::size_t end = std::string::npos;
  while (held_.size() <= kLongestHeader) {
    end = std::min(held_.find("\r\n\r\n"), held_.find("\n\n"));
    if (end != std::string::npos || append_from(bytes_.get(), kPiece, &held_) == 0) break;
  }
  if (end == std::string::npos) return std::nullopt;
  const auto line_end = held_.find('\n');
  auto fields = read_header_lines(std::string_view(held_).substr(line_end + 1, end - std::min(end, line_end)));
  held_.erase(0, end + (held_[end] == '\r' ? 4 : 2));
  return fields;
}

bool WarcContainer::skip(std::size_t size) {
  while (size > 0) {
    if (held_.empty() && !fill_to(std::min(size, kPiece)) && held_.empty()) return false;
    const auto count = std::min(size, held_.size());
    held_.erase(0, count);
    size -= count;
  }
  return true;
}

std::unique_ptr<Member> WarcContainer::broken(const std::string& why) {
  broken_ = true;
  auto member = std::make_unique<Member>();
  member->name = "record " + std::to_string(records_);
  member->problem = why;
  return member;
}

// Reads or passes over the record; null where it holds nothing to take.
std::unique_ptr<Member> WarcContainer::read_member(const Fields& fields, std::size_t length) {
  const std::string type = field(fields, "warc-type");
  const bool response = type == "response";
  WebRecord web;
  read_media_type(field(fields, "content-type"), &web);
  const bool page = response || ((type == "resource" || type == "conversion") && may_be_article(web.media_type));
  if (!page || length == 0) return skip(length) ? nullptr : broken("the record ends early");
  auto member = std::make_unique<Member>();
  member->name = web.url = address(field(fields, "warc-target-uri"));
  if (length > kLongestText) {
    member->problem = "text longer than 64 MiB";
    skip(length);
    return member;
  }
  if (!fill_to(length)) return broken(bytes_->failure().empty() ? "the record ends early" : bytes_->failure());
  std::string body = held_.substr(0, length);
  held_.erase(0, length);
  if (response && body.starts_with("HTTP/")) {
    HttpResponse http = read_http(body, growth_);
    if (http.status != 200 || !may_be_article(http.web.media_type) || http.body.empty()) return nullptr;
    member->problem = std::move(http.problem);
    body = std::move(http.body);
    web.media_type = http.web.media_type;
    web.charset = http.web.charset;
  }
  member->web = std::move(web);
  member->bytes = std::make_unique<MemorySource>(std::move(body));
  return member;
}

std::unique_ptr<Member> WarcContainer::next() {
  while (find_record()) {
    ++records_;
    broken_ = false;
    if (std::exchange(lost_, false)) return broken("the archive is damaged before this record");
    const auto fields = read_header();
    if (!fields) {
      held_.erase(0, std::min(held_.size(), kStart.size()));
      return broken("the record's header is damaged");
    }
    const std::string text = field(*fields, "content-length");
    std::size_t length = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
    if (error != std::errc() || text.empty()) return broken("the record does not say how long it is");
    if (auto member = read_member(*fields, length)) return member;
  }
  failure_ = bytes_->failure();
  if (failure_.empty() && lost_) failure_ = "the end is no part of a web archive";
  return nullptr;
}

}  // namespace socai::cli
