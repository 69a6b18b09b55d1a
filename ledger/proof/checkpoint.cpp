// SPDX-License-Identifier: Apache-2.0
#include "ledger/proof/checkpoint.h"

#include <charconv>

#include "ledger/proof/base64.h"

namespace socai {
namespace {

// Takes a line off the front; nullopt where no newline ends it.
std::optional<std::string_view> next_line(std::string_view* text) {
  const auto end = text->find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const auto line = text->substr(0, end);
  text->remove_prefix(end + 1);
  return line;
}

// In decimal without leading zeros.
std::optional<std::uint64_t> size_of(std::string_view text) {
  std::uint64_t size = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), size);
  const bool all = error == std::errc() && end == text.data() + text.size();
  return all && std::to_string(size) == text ? std::optional(size) : std::nullopt;
}

}  // namespace

std::string checkpoint_note(const Checkpoint& checkpoint, const std::optional<SecretKey>& key) {
  const auto text =
      checkpoint.origin + "\n" + std::to_string(checkpoint.size) + "\n" + base64(hash_to_bytes(checkpoint.root)) + "\n";
  return text + "\n" + (key ? key->sign(text) : std::string());
}

std::optional<Checkpoint> checkpoint_from(const Note& note) {
  std::string_view text = note.text;
  const auto origin = next_line(&text);
  const auto size = next_line(&text);
  const auto root = next_line(&text);
  if (!origin || origin->empty() || !size || !root) return std::nullopt;
  const auto number = size_of(*size);
  const auto bytes = from_base64(*root);
  const auto hash = bytes ? hash_from_bytes(*bytes) : std::nullopt;
  if (!number || !hash) return std::nullopt;
  return Checkpoint{std::string(*origin), *number, *hash};
}

std::optional<Checkpoint> checkpoint_from(std::string_view bytes) {
  const auto note = note_from(bytes);
  if (note) return checkpoint_from(*note);
  // Three lines that somebody copied by hand.
  const bool ended = !bytes.empty() && bytes.back() == '\n';
  return checkpoint_from(Note{std::string(bytes) + (ended ? "" : "\n"), ""});
}

}  // namespace socai
