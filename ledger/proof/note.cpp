// SPDX-License-Identifier: Apache-2.0
#include "ledger/proof/note.h"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <memory>
#include <new>

#include "extractor/claim/sha256.h"
#include "ledger/proof/base64.h"

namespace socai {
namespace {

constexpr std::size_t kKeySize = 32;
constexpr std::size_t kIdSize = 4;
constexpr std::size_t kSignatureSize = 64;
constexpr char kAlgorithm = 1;  // Ed25519 in signed notes
constexpr std::string_view kSecretFront = "PRIVATE+KEY+";
constexpr std::string_view kSignatureFront = "\xe2\x80\x94 ";  // a dash and a space

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Context = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

void must(bool worked) {
  if (!worked) throw std::bad_alloc();  // libcrypto fails here for want of memory alone
}

Key secret_of(const std::string& seed) {
  Key key(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, bytes_of(seed), seed.size()), EVP_PKEY_free);
  must(key != nullptr);
  return key;
}

std::string public_of(const std::string& seed) {
  std::string key(kKeySize, '\0');
  std::size_t size = key.size();
  must(EVP_PKEY_get_raw_public_key(secret_of(seed).get(), reinterpret_cast<unsigned char*>(key.data()), &size) == 1);
  return key;
}

bool signs(const std::string& key_bytes, std::string_view signature, std::string_view text) {
  const Key key(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytes_of(key_bytes), key_bytes.size()),
                EVP_PKEY_free);
  const Context context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  must(key && context);
  must(EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1);
  return EVP_DigestVerify(context.get(), bytes_of(signature), signature.size(), bytes_of(text), text.size()) == 1;
}

std::string id_of(const std::string& name, const std::string& key) {
  const auto digest = sha256(name + "\n" + kAlgorithm + key);
  return {digest.begin(), digest.begin() + kIdSize};
}

std::string hex(std::string_view bytes) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string text;
  for (const char c : bytes) {
    text.push_back(kDigits[static_cast<unsigned char>(c) >> 4]);
    text.push_back(kDigits[static_cast<unsigned char>(c) & 15]);
  }
  return text;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const auto first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

struct KeyParts {
  std::string name, id, key;
};

// "name+id+base64", the base64 being of the algorithm and 32 bytes.
std::optional<KeyParts> parts_of(std::string_view text) {
  const auto name_end = text.find('+');
  if (name_end == std::string_view::npos) return std::nullopt;
  const auto id_end = text.find('+', name_end + 1);
  if (id_end == std::string_view::npos) return std::nullopt;
  const auto key = from_base64(text.substr(id_end + 1));
  if (!key || key->size() != kKeySize + 1 || key->front() != kAlgorithm) return std::nullopt;
  return KeyParts{std::string(text.substr(0, name_end)), std::string(text.substr(name_end + 1, id_end - name_end - 1)),
                  key->substr(1)};
}

std::string written(const std::string& name, const std::string& id, const std::string& key) {
  return name + "+" + hex(id) + "+" + base64(kAlgorithm + key);
}

}  // namespace

bool is_key_name(std::string_view name) {
  if (name.empty()) return false;
  for (const char c : name) {
    if (c == '+' || static_cast<unsigned char>(c) <= ' ' || c == 0x7f) return false;
  }
  return true;
}

std::optional<Note> note_from(std::string_view bytes) {
  const auto end = bytes.rfind("\n\n");
  if (end == std::string_view::npos || end == 0) return std::nullopt;
  Note note{std::string(bytes.substr(0, end + 1)), std::string(bytes.substr(end + 2))};
  if (!note.signatures.empty() && note.signatures.back() != '\n') return std::nullopt;
  return note;
}

PublicKey::PublicKey(std::string name, std::string key)
    : name_(std::move(name)), key_(std::move(key)), id_(id_of(name_, key_)) {}

std::optional<PublicKey> PublicKey::from_text(std::string_view text) {
  const auto parts = parts_of(trimmed(text));
  if (!parts || !is_key_name(parts->name)) return std::nullopt;
  PublicKey key(parts->name, parts->key);
  return hex(key.id_) == parts->id ? std::optional(key) : std::nullopt;
}

std::string PublicKey::to_text() const { return written(name_, id_, key_); }

bool PublicKey::has_signed(const Note& note) const {
  const auto front = std::string(kSignatureFront) + name_ + " ";
  std::string_view rest = note.signatures;
  while (!rest.empty()) {
    const auto line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    if (line.substr(0, front.size()) != front) continue;
    const auto signature = from_base64(line.substr(front.size()));
    if (!signature || signature->size() != kIdSize + kSignatureSize || signature->substr(0, kIdSize) != id_) continue;
    if (signs(key_, std::string_view(*signature).substr(kIdSize), note.text)) return true;
  }
  return false;
}

SecretKey::SecretKey(const std::string& name, std::string seed)
    : seed_(std::move(seed)), public_(name, public_of(seed_)) {}

SecretKey SecretKey::make(const std::string& name) {
  std::string seed(kKeySize, '\0');
  must(RAND_priv_bytes(reinterpret_cast<unsigned char*>(seed.data()), static_cast<int>(seed.size())) == 1);
  return {name, seed};
}

std::optional<SecretKey> SecretKey::from_text(std::string_view text) {
  text = trimmed(text);
  if (text.substr(0, kSecretFront.size()) != kSecretFront) return std::nullopt;
  const auto parts = parts_of(text.substr(kSecretFront.size()));
  if (!parts || !is_key_name(parts->name)) return std::nullopt;
  SecretKey key(parts->name, parts->key);
  return hex(key.public_.id_) == parts->id ? std::optional(key) : std::nullopt;
}

std::string SecretKey::to_text() const {
  return std::string(kSecretFront) + written(public_.name_, public_.id_, seed_);
}

std::string SecretKey::sign(const std::string& text) const {
  const auto key = secret_of(seed_);
  const Context context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  must(context != nullptr);
  must(EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1);
  std::string signature(kSignatureSize, '\0');
  std::size_t size = signature.size();
  must(EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size, bytes_of(text),
                      text.size()) == 1);
  return std::string(kSignatureFront) + public_.name_ + " " + base64(public_.id_ + signature) + "\n";
}

}  // namespace socai
