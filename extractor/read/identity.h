// SPDX-License-Identifier: Apache-2.0
// Which article it is and whose: one URL for all that lead to the same page, and the outlet by its host.
#pragma once

#include <string>
#include <string_view>

#include "extractor/read/page_rules.h"

namespace socai {

// The URL without what only says how somebody came there: https for http, the host in lower case and without "m." or
// "amp.", no tracking parameters (utm_source, fbclid), no fragment, no slash at the end, no "/amp" behind the path.
// What is no http URL is given back as it is.
std::string canonical_url(std::string_view url, const PageRules& rules);

// The outlet's name by rules/pages.toml, for its host or any host below it, else the host without "www."; empty where
// the URL has none.
std::string outlet_of_url(std::string_view url, const PageRules& rules);

}  // namespace socai
