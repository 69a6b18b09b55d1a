// SPDX-License-Identifier: Apache-2.0
#include "cli/input/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

#include <array>
#include <cerrno>
#include <string>
#include <string_view>

namespace socai::cli {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 16;

using Handle = std::unique_ptr<archive, decltype(&archive_read_free)>;

// Zip is read as it streams by, not by its directory at the end: memory does not grow with the number of members, and a
// pipe gives what a file does.
Handle open_handle() {
  Handle handle(archive_read_new(), archive_read_free);
  archive* a = handle.get();
  archive_read_support_filter_gzip(a);
  archive_read_support_filter_zstd(a);
  archive_read_support_filter_bzip2(a);
  archive_read_support_filter_xz(a);
  archive_read_support_format_zip_streamable(a);
  archive_read_support_format_tar(a);
  archive_read_support_format_gnutar(a);
  archive_read_support_format_empty(a);
  archive_read_support_format_raw(a);
  return handle;
}

// libarchive puts names into the letters of the locale, and has none where they do not fit: here they are UTF-8,
// whatever the user's locale.
class Utf8Locale {
 public:
  Utf8Locale() : made_(newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)) {
    if (made_ != nullptr) before_ = uselocale(made_);
  }
  ~Utf8Locale() {
    if (made_ == nullptr) return;
    uselocale(before_);
    freelocale(made_);
  }
  Utf8Locale(const Utf8Locale&) = delete;
  Utf8Locale& operator=(const Utf8Locale&) = delete;

 private:
  locale_t made_;
  locale_t before_ = nullptr;
};

std::string name_of(archive_entry* entry, std::size_t number) {
  const char* name = archive_entry_pathname(entry);
  return name == nullptr ? "member " + std::to_string(number) : name;
}

}  // namespace

struct ArchiveContainer::State {
  State(std::unique_ptr<ByteSource> source, Growth* allowed)
      : bytes(std::move(source)), growth(allowed), handle(open_handle()) {}

  std::string problem() const {
    const char* words = archive_error_string(handle.get());
    return words == nullptr ? "the archive is damaged" : std::string("the archive is damaged: ") + words;
  }

  // Up to `size` bytes of the member that the archive stands at. Block by block: archive_read_data() would lose what it
  // has read of a piece in which damage begins.
  std::size_t read(char* to, std::size_t size, std::string* failure) {
    while (pending.empty()) {
      const void* data = nullptr;
      std::size_t count = 0;
      la_int64_t offset = 0;
      const int status = archive_read_data_block(handle.get(), &data, &count, &offset);
      if (status == ARCHIVE_EOF) return 0;
      if (status < ARCHIVE_WARN) {
        *failure = problem();
        if (status == ARCHIVE_FATAL) broken = *failure;
        return 0;
      }
      if (!growth->add(count)) {
        *failure = broken = "the archive unpacks to more than 256 times its size";
        return 0;
      }
      pending = std::string_view(static_cast<const char*>(data), count);
    }
    const std::size_t count = pending.copy(to, size);
    pending.remove_prefix(count);
    return count;
  }

  static la_ssize_t on_read(archive* a, void* client, const void** buffer) {
    auto* state = static_cast<State*>(client);
    *buffer = state->block.data();
    const std::size_t count = state->bytes->read(state->block.data(), state->block.size());
    if (count == 0 && !state->bytes->failure().empty()) {
      archive_set_error(a, EIO, "%s", state->bytes->failure().c_str());
      return -1;
    }
    return static_cast<la_ssize_t>(count);
  }

  std::unique_ptr<ByteSource> bytes;
  Growth* growth;
  Handle handle;
  std::array<char, kBlock> block{};
  std::string_view pending;  // of the block that was read last
  std::string broken;        // why nothing more can be read
  bool told = false;         // and the reader of a member knows
  std::size_t member = 0;
  bool opened = false;
  bool raw = false;
};

// Reads through the archive; a member that another has followed is at its end.
class ArchiveContainer::MemberSource : public ByteSource {
 public:
  explicit MemberSource(State* state) : state_(state), member_(state->member) {}

  std::size_t read(char* to, std::size_t size) override {
    if (member_ != state_->member || !failure_.empty()) return 0;
    const std::size_t count = state_->read(to, size, &failure_);
    state_->told = state_->told || !failure_.empty();
    return count;
  }

 private:
  State* state_;
  std::size_t member_;
};

ArchiveContainer::ArchiveContainer(std::unique_ptr<ByteSource> bytes, Growth* growth)
    : state_(std::make_unique<State>(std::move(bytes), growth)) {}

ArchiveContainer::~ArchiveContainer() = default;

std::unique_ptr<Member> ArchiveContainer::next() {
  State& state = *state_;
  const Utf8Locale utf8;
  if (!state.opened) {
    state.opened = true;
    if (archive_read_open(state.handle.get(), &state, nullptr, State::on_read, nullptr) != ARCHIVE_OK) {
      failure_ = state.problem();
      return nullptr;
    }
  } else {
    // What is left of the last member is unpacked under the same limit: libarchive would skip it without one.
    std::array<char, kBlock> skipped{};
    std::string ignored;
    while (state.broken.empty() && state.read(skipped.data(), skipped.size(), &ignored) > 0) {
    }
  }
  while (state.broken.empty()) {
    archive_entry* entry = nullptr;
    const int status = archive_read_next_header(state.handle.get(), &entry);
    if (status == ARCHIVE_EOF) {
      if (state.member == 0) failure_ = "empty";
      return nullptr;
    }
    if (status < ARCHIVE_WARN) break;
    ++state.member;
    state.pending = {};
    state.raw = archive_format(state.handle.get()) == ARCHIVE_FORMAT_RAW;
    if (!state.raw && archive_entry_filetype(entry) != AE_IFREG) continue;
    auto member = std::make_unique<Member>();
    if (!state.raw) member->name = name_of(entry, state.member);
    member->bytes = std::make_unique<MemberSource>(&state);
    return member;
  }
  if (state.broken.empty()) {
    failure_ = state.problem();
  } else if (!state.told) {
    failure_ = state.broken;
  }
  return nullptr;
}

}  // namespace socai::cli
