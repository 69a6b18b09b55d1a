// SPDX-License-Identifier: Apache-2.0
// socai checkpoint: size and root of the ledger in three lines, signed if a key is given; and the making of keys.
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <memory>
#include <string>

#include "cli/commands/all.h"
#include "cli/commands/ledger_options.h"
#include "cli/commands/proof_files.h"
#include "ledger/ledger.h"

namespace socai::cli {
namespace {

struct Options {
  std::string key;
  std::string new_key;
  std::string origin;
  AsOf as_of;
};

// For the owner's eyes alone, and never over a file that is there.
void write_secret(const std::string& file, const std::string& text) {
  const int descriptor = open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (descriptor < 0) throw Error(ExitCode::io, file, std::strerror(errno));
  const bool written = write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  const bool synced = fsync(descriptor) == 0;
  const int error = errno;
  close(descriptor);
  if (written && synced) return;
  unlink(file.c_str());
  throw Error(ExitCode::io, file, std::strerror(error));
}

ExitCode make_key(const Options& options, Context* context) {
  if (!is_key_name(options.origin)) {
    throw Error(
        ExitCode::usage, "--origin",
        context->t({"a key needs a name without spaces and without +", "khóa cần một tên không có dấu cách và +"}),
        context->t({"such as the address of who signs: --origin example.vn/socai",
                    "ví dụ địa chỉ của người ký: --origin example.vn/socai"}));
  }
  const SecretKey key = SecretKey::make(options.origin);
  write_secret(options.new_key, key.to_text() + "\n");
  context->out.line(key.public_key().to_text());
  context->note(context->t({"the secret key is in {0}; the public key above is for everybody",
                            "khóa bí mật ở {0}; khóa công khai ở trên dành cho mọi người"},
                           {options.new_key}));
  return ExitCode::ok;
}

ExitCode run_checkpoint(const Options& options, Context* context) {
  if (!options.new_key.empty()) return make_key(options, context);
  const auto key = read_secret_key(options.key, *context);
  const Ledger ledger = open_ledger(*context);
  const std::string origin = options.origin.empty() && key ? key->public_key().name() : options.origin;
  context->out.write(checkpoint_note(ledger.checkpoint(options.as_of.resolve(ledger), origin), key));
  return ExitCode::ok;
}

}  // namespace

void add_checkpoint(Commands* commands) {
  auto options = std::make_shared<Options>();
  Context* context = &commands->context();
  CLI::App* command = commands->add(
      "checkpoint",
      {"Write size and root of the ledger, to be kept elsewhere: it proves later that nothing was rewritten",
       "Ghi số mục và mã gốc của sổ cái, để giữ ở nơi khác: sau này chứng minh không gì bị viết lại"},
      {"  socai checkpoint > today.checkpoint\n"
       "  # later: has the ledger only grown since?\n"
       "  socai verify --checkpoint today.checkpoint\n"
       "  # signed\n"
       "  socai checkpoint --new-key socai.key --origin example.vn/socai > socai.pub\n"
       "  socai checkpoint --key socai.key > signed.checkpoint\n"
       "  socai verify --checkpoint signed.checkpoint --public-key socai.pub",
       "  socai checkpoint > today.checkpoint\n"
       "  # về sau: từ đó sổ cái có chỉ thêm mà không sửa?\n"
       "  socai verify --checkpoint today.checkpoint\n"
       "  # có chữ ký\n"
       "  socai checkpoint --new-key socai.key --origin example.vn/socai > socai.pub\n"
       "  socai checkpoint --key socai.key > signed.checkpoint\n"
       "  socai verify --checkpoint signed.checkpoint --public-key socai.pub"});
  options->as_of.add_to(commands, command);
  command
      ->add_option("--key", options->key,
                   context->t({"Sign with the secret key in this file (Ed25519)",
                               "Ký bằng khóa bí mật trong tệp này (Ed25519)"}))
      ->type_name("FILE");
  command
      ->add_option("--new-key", options->new_key,
                   context->t({"Make a key instead: the secret one into this file, the public one to standard output",
                               "Thay vào đó tạo khóa: khóa bí mật vào tệp này, khóa công khai ra đầu ra chuẩn"}))
      ->type_name("FILE");
  command
      ->add_option("--origin", options->origin,
                   context->t({"The name of ledger and key (else the key's; else made from the first entry)",
                               "Tên của sổ và khóa (nếu không: tên của khóa; rồi lấy từ mục đầu tiên)"}))
      ->type_name("NAME");
  commands->add_ledger(command);
  commands->set_run(command, [options, context] { return run_checkpoint(*options, context); });
}

}  // namespace socai::cli
