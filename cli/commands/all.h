// SPDX-License-Identifier: Apache-2.0
// One function a command, each in the file of its name.
#pragma once

namespace socai::cli {

class Commands;

void add_extract(Commands* commands);
void add_ingest(Commands* commands);
void add_watch(Commands* commands);
void add_claims(Commands* commands);
void add_audit(Commands* commands);
void add_show(Commands* commands);
void add_log(Commands* commands);
void add_diff(Commands* commands);
void add_history(Commands* commands);
void add_retire(Commands* commands);
void add_decide(Commands* commands);
void add_alias(Commands* commands);
void add_reextract(Commands* commands);
void add_redact(Commands* commands);
void add_verify(Commands* commands);
void add_checkpoint(Commands* commands);
void add_proof(Commands* commands);
void add_check_proof(Commands* commands);
void add_export(Commands* commands);
void add_import(Commands* commands);
void add_backup(Commands* commands);
void add_rules(Commands* commands);
void add_eval(Commands* commands);
void add_train(Commands* commands);
void add_version(Commands* commands);

}  // namespace socai::cli
