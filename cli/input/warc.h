// SPDX-License-Identifier: Apache-2.0
// Web archives (WARC 0.17 to 1.1, ISO 28500): the pages in them, one after another. Responses with status 200 and
// resources whose media type may be an article, and the plain text of conversions (WET); all else is passed over. A
// record that is damaged is told of, and the next one is looked for.
//
// libarchive reads WARC too, but gives neither the address nor the type of a page, and drops pages whose address ends
// in "/".
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "cli/input/container.h"

namespace socai::cli {

class WarcContainer : public Container {
 public:
  WarcContainer(std::unique_ptr<ByteSource> bytes, Growth* growth) : bytes_(std::move(bytes)), growth_(growth) {}

  std::unique_ptr<Member> next() override;

 private:
  using Fields = std::map<std::string, std::string>;  // by name in lower case

  bool fill_to(std::size_t size);
  bool find_record();
  std::optional<Fields> read_header();
  bool skip(std::size_t size);
  std::unique_ptr<Member> read_member(const Fields& fields, std::size_t length);
  std::unique_ptr<Member> broken(const std::string& why);

  std::unique_ptr<ByteSource> bytes_;
  Growth* growth_;
  std::string held_;  // read and not yet used
  std::size_t records_ = 0;
  bool lost_ = false;    // bytes that are no record came before the next one
  bool broken_ = false;  // the last record was, and what follows it may be its rest
};

}  // namespace socai::cli
