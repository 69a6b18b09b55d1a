// SPDX-License-Identifier: Apache-2.0
// An HTTP response as a web archive keeps it: status, media type, and the body without its codings.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "cli/input/container.h"

namespace socai::cli {

// "Name: value" lines up to an empty one, names in lower case, lines that go on joined.
std::map<std::string, std::string> read_header_lines(std::string_view lines);

// "text/html; charset=utf-8" in its two parts, in lower case.
void read_media_type(std::string_view value, WebRecord* web);

struct HttpResponse {
  int status = 0;  // 0: this is no HTTP
  WebRecord web;
  std::string body;
  std::string problem;  // why the body cannot be read; empty: it can
};

HttpResponse read_http(std::string_view message, Growth* growth);

}  // namespace socai::cli
