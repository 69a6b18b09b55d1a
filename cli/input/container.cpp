// SPDX-License-Identifier: Apache-2.0
#include "cli/input/container.h"

#include <algorithm>
#include <array>

#include "cli/input/archive.h"
#include "cli/input/warc.h"

namespace socai::cli {
namespace {

using namespace std::string_view_literals;

constexpr std::array kMagic = {"\x1F\x8B"sv,      "\x28\xB5\x2F\xFD"sv, "BZh"sv,
                               "\xFD\x37zXZ\0"sv, "PK\x03\x04"sv,       "PK\x05\x06"sv};
constexpr std::size_t kTarMagicAt = 257;
constexpr std::array kEndings = {".gz"sv, ".zst"sv, ".bz2"sv, ".xz"sv, ".zstd"sv};

}  // namespace

bool Growth::add(std::size_t unpacked) {
  out_ += unpacked;
  return out_ <= kAlways || out_ / kFold <= *in_ - start_;
}

ContainerKind container_kind(std::string_view start) {
  if (start.starts_with("WARC/1.") || start.starts_with("WARC/0.")) return ContainerKind::warc;
  const bool known = std::any_of(kMagic.begin(), kMagic.end(), [&](auto magic) { return start.starts_with(magic); });
  const bool tar = start.size() > kTarMagicAt && start.substr(kTarMagicAt).starts_with("ustar");
  return known || tar ? ContainerKind::archive : ContainerKind::none;
}

std::unique_ptr<Container> open_container(ContainerKind kind, std::unique_ptr<ByteSource> bytes, Growth* growth) {
  if (kind == ContainerKind::warc) return std::make_unique<WarcContainer>(std::move(bytes), growth);
  return std::make_unique<ArchiveContainer>(std::move(bytes), growth);
}

std::string_view name_unpacked(std::string_view name) {
  bool found = true;
  while (found) {
    found = false;
    for (const auto ending : kEndings) {
      if (!name.ends_with(ending)) continue;
      name.remove_suffix(ending.size());
      found = true;
    }
  }
  return name;
}

}  // namespace socai::cli
