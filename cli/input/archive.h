// SPDX-License-Identifier: Apache-2.0
// gzip, zstd, bzip2, xz, zip and tar, in any mixture, by libarchive.
#pragma once

#include <memory>

#include "cli/input/container.h"

namespace socai::cli {

class ArchiveContainer : public Container {
 public:
  ArchiveContainer(std::unique_ptr<ByteSource> bytes, Growth* growth);
  ~ArchiveContainer() override;

  std::unique_ptr<Member> next() override;

 private:
  struct State;
  class MemberSource;
  std::unique_ptr<State> state_;
};

}  // namespace socai::cli
