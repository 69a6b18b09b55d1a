// SPDX-License-Identifier: Apache-2.0
// Signed notes (C2SP signed-note) with Ed25519 keys: a text, an empty line, and a line for each signature:
//
//   — example.vn/socai AbCdEf…
//
// where the base64 is the key's id (4 bytes) and the signature (64 bytes) of the text. Keys are written as the Go
// module golang.org/x/mod/sumdb/note writes them, so that other tools for transparency logs read them:
//
//   secret:  PRIVATE+KEY+example.vn/socai+c74f20a3+<base64 of 0x01 and the 32-byte seed>
//   public:  example.vn/socai+c74f20a3+<base64 of 0x01 and the 32-byte public key>
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace socai {

// Text and signature lines of a note; nullopt where there is no text or no empty line behind it.
struct Note {
  std::string text;        // with its last newline
  std::string signatures;  // lines, as they stand; may be empty
};
std::optional<Note> note_from(std::string_view bytes);

class PublicKey {
 public:
  // From its written form, spaces around it left out; nullopt where it is none or its id is not that of name and key.
  static std::optional<PublicKey> from_text(std::string_view text);
  std::string to_text() const;

  const std::string& name() const { return name_; }

  // Whether one of the note's signature lines is this key's and signs its text.
  bool has_signed(const Note& note) const;

 private:
  friend class SecretKey;
  PublicKey(std::string name, std::string key);

  std::string name_;
  std::string key_;  // 32 bytes
  std::string id_;   // 4 bytes
};

class SecretKey {
 public:
  // A new key from the system's randomness. The name may hold no space and no "+".
  static SecretKey make(const std::string& name);
  static std::optional<SecretKey> from_text(std::string_view text);
  std::string to_text() const;

  const PublicKey& public_key() const { return public_; }

  // The signature line of a text, with its newline.
  std::string sign(const std::string& text) const;

 private:
  SecretKey(const std::string& name, std::string seed);

  std::string seed_;  // 32 bytes
  PublicKey public_;
};

// Whether a key, or a checkpoint's origin, may have this name.
bool is_key_name(std::string_view name);

}  // namespace socai
