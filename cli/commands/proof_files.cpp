// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/proof_files.h"

#include "cli/input/whole_file.h"

namespace socai::cli {
namespace {

PublicKey public_key_of(const std::string& text, const Context& context) {
  if (const auto key = PublicKey::from_text(text)) return *key;
  const bool looks_like_a_key = text.find('+') != std::string::npos;
  const auto key = looks_like_a_key ? std::nullopt : PublicKey::from_text(read_whole_file(text));
  if (key) return *key;
  throw Error(ExitCode::usage, "--public-key",
              context.t({"'{0}' is no public key", "'{0}' không phải khóa công khai"}, {text}),
              context.t({"it reads NAME+ID+BASE64, as socai checkpoint --new-key shows it",
                         "khóa có dạng TÊN+MÃ+BASE64, như socai checkpoint --new-key cho thấy"}));
}

}  // namespace

void check_signature(const std::string& note, const std::string& public_key, const std::string& where,
                     const Context& context) {
  if (public_key.empty()) return;
  const PublicKey key = public_key_of(public_key, context);
  const auto parts = note_from(note);
  if (parts && key.has_signed(*parts)) return;
  throw Error(ExitCode::integrity, where,
              context.t({"the checkpoint is not signed by {0}", "điểm kiểm không mang chữ ký của {0}"}, {key.name()}),
              context.t({"trust nothing that rests on it; ask its keeper for the right one",
                         "đừng tin điều gì dựa vào nó; hãy hỏi lại người giữ"}));
}

CheckpointFile read_checkpoint_file(const std::string& file, const std::string& public_key, const Context& context) {
  CheckpointFile result{{}, read_whole_file(file)};
  const auto checkpoint = checkpoint_from(result.note);
  if (!checkpoint) {
    throw Error(ExitCode::invalid_data, file, context.t({"no checkpoint", "không phải điểm kiểm"}),
                context.t({"socai checkpoint writes one: origin, number of entries, root, each on a line",
                           "socai checkpoint tạo ra: nguồn, số mục, mã gốc, mỗi thứ một dòng"}));
  }
  check_signature(result.note, public_key, file, context);
  result.checkpoint = *checkpoint;
  return result;
}

std::optional<SecretKey> read_secret_key(const std::string& file, const Context& context) {
  if (file.empty()) return std::nullopt;
  if (auto key = SecretKey::from_text(read_whole_file(file))) return key;
  throw Error(ExitCode::invalid_data, file, context.t({"no secret key", "không phải khóa bí mật"}),
              context.t({"make one with: socai checkpoint --new-key FILE --origin NAME",
                         "tạo khóa bằng: socai checkpoint --new-key FILE --origin TÊN"}));
}

}  // namespace socai::cli
