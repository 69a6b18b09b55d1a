// SPDX-License-Identifier: Apache-2.0
// Checkpoints, signed notes and proofs, against known values and against every change of a byte.
#include "catch.h"
#include "ledger/ledger.h"
#include "ledger/proof/base64.h"
#include "tests/unit/ledger_fixtures.h"

using namespace socai;
using namespace socai::testing;

namespace {

// The key pair and the signature of golang.org/x/mod/sumdb/note's own example.
const char* const kGoSecret = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
const char* const kGoPublic = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const char* const kGoNote =
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n"
    "\n"
    "\xe2\x80\x94 PeterNeumann "
    "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

Ledger seven_versions() {
  auto ledger = Ledger::open_in_memory();
  for (int version = 1; version <= 7; ++version) {
    std::vector<ArticleClaims> batch;
    for (int i = 0; i < 60; ++i) {
      const auto figure = std::to_string(version * 100 + i);
      const auto a =
          article("a" + std::to_string(i) + "." + std::to_string(version), "Chi phí là " + figure + " tỷ đồng.");
      batch.push_back({a, {money(a, figure + " tỷ đồng", figure + "000000000")}});
    }
    ledger.ingest(batch, info());
  }
  return ledger;
}

}  // namespace

TEST_CASE("base64 is that of RFC 4648, and nothing else decodes", "[ledger]") {
  const char* const rows[][2] = {{"", ""},
                                 {"f", "Zg=="},
                                 {"fo", "Zm8="},
                                 {"foo", "Zm9v"},
                                 {"foob", "Zm9vYg=="},
                                 {"fooba", "Zm9vYmE="},
                                 {"foobar", "Zm9vYmFy"}};
  for (const auto& [bytes, text] : rows) {
    CHECK(base64(bytes) == text);
    CHECK(from_base64(text) == std::string(bytes));
  }
  for (const char* bad : {"Zg=", "Zg", "Zh==", "Zg==\n", "Z===", "=Zg=", "Zm9v=", "Zm-v", "Zg==Zg=="}) {
    CAPTURE(bad);
    CHECK_FALSE(from_base64(bad).has_value());
  }
}

TEST_CASE("notes are signed as the Go module signs them", "[ledger]") {
  const auto secret = SecretKey::from_text(kGoSecret);
  REQUIRE(secret.has_value());
  CHECK(secret->to_text() == kGoSecret);
  CHECK(secret->public_key().to_text() == kGoPublic);
  const auto key = PublicKey::from_text(std::string(" ") + kGoPublic + "\n");
  REQUIRE(key.has_value());
  const auto note = note_from(kGoNote);
  REQUIRE(note.has_value());
  CHECK(secret->sign(note->text) == note->signatures);  // Ed25519 signs the same the same
  CHECK(key->has_signed(*note));
  const std::string whole = kGoNote;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    auto changed = whole;
    changed[i] ^= 1;
    const auto other = note_from(changed);
    CAPTURE(i);
    REQUIRE_FALSE((other && key->has_signed(*other)));
  }
  for (const std::string bad : {"", "x", "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                                "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"}) {
    CHECK_FALSE(PublicKey::from_text(bad).has_value());
    CHECK_FALSE(SecretKey::from_text(bad).has_value());
  }
}

TEST_CASE("a checkpoint is read as it was written, and no other text is one", "[ledger]") {
  const Checkpoint checkpoint{"example.vn/socai", 1401, leaf_hash("x")};
  const auto key = SecretKey::make("example.vn/socai");
  for (const auto& note : {checkpoint_note(checkpoint), checkpoint_note(checkpoint, key)}) {
    CHECK(checkpoint_from(note) == checkpoint);
  }
  CHECK(key.public_key().has_signed(*note_from(checkpoint_note(checkpoint, key))));
  const auto root = base64(hash_to_bytes(checkpoint.root));
  const std::vector<std::string> others = {"",
                                           "a\n",
                                           "a\n1\n",
                                           "a\n01\n" + root + "\n\n",
                                           "a\n-1\n" + root + "\n\n",
                                           "a\n1\n" + root.substr(1) + "\n\n",
                                           "\n1\n" + root + "\n\n"};
  for (const auto& bad : others) {
    CAPTURE(bad);
    CHECK_FALSE(checkpoint_from(bad).has_value());
  }
}

TEST_CASE("every claim is proven against the checkpoint of every version that has it", "[ledger]") {
  const auto ledger = seven_versions();
  const auto rows = ledger.claims({}).rows;
  REQUIRE(rows.size() == 420);
  for (VersionNumber number = 1; number <= 7; ++number) {
    const auto note = checkpoint_note(ledger.checkpoint(number));
    for (std::size_t i = 0; i < rows.size(); i += 17) {
      CAPTURE(number, i);
      if (rows[i].recorded > number) {
        CHECK(code_of([&] { ledger.prove(rows[i].id, note); }) == ExitCode::not_found);
        continue;
      }
      const auto proof = ledger.prove(rows[i].id, note, i % 2 == 0);
      CHECK(claim_proof_from_json(proof_to_json(proof)) == proof);
      const auto result = check_proof(proof);
      REQUIRE(result.claim.has_value());
      CHECK(result.claim->claim == rows[i].claim);
      CHECK(result.claim->version.number == rows[i].recorded);
      CHECK(result.claim->version_is_exact == (rows[i].recorded < number));
      CHECK(result.claim->text_is_shown == (i % 2 == 0));
    }
    for (VersionNumber later = number; later <= 7; ++later) {
      const auto growth = ledger.prove_growth(note, checkpoint_note(ledger.checkpoint(later)));
      CHECK(growth_proof_from_json(proof_to_json(growth)) == growth);
      CHECK(check_growth(growth) == ledger.checkpoint(later));
    }
  }
}

TEST_CASE("a proof with any part changed does not hold", "[ledger]") {
  const auto ledger = seven_versions();
  const auto id = ledger.claims({}).rows[100].id;
  const auto proof = ledger.prove(id, checkpoint_note(ledger.checkpoint()), true);
  REQUIRE(check_proof(proof).failure.empty());
  std::vector<ClaimProof> changed;
  const auto change = [&](auto action) {
    changed.push_back(proof);
    action(changed.back());
  };
  for (std::size_t i = 0; i < proof.entries.size(); ++i) {
    change([&](ClaimProof& one) { one.entries[i].body.back() = ' '; });
    change([&](ClaimProof& one) { ++one.entries[i].index; });
    change([&](ClaimProof& one) { one.entries[i].path.pop_back(); });
    change([&](ClaimProof& one) { one.entries[i].path.push_back(empty_root()); });
    change([&](ClaimProof& one) { one.entries.push_back(one.entries[i]); });
    if (i < 3)
      change([&](ClaimProof& one) { one.entries.erase(one.entries.begin() + static_cast<std::ptrdiff_t>(i)); });
    for (std::size_t k = 0; k < proof.entries[i].path.size(); ++k) {
      change([&](ClaimProof& one) { one.entries[i].path[k][k % 32] ^= 1; });
    }
  }
  change([&](ClaimProof& one) { one.passages.push_back("bịa"); });
  change([&](ClaimProof& one) { one.passages[0] += "."; });
  change([&](ClaimProof& one) { one.checkpoint = checkpoint_note(ledger.checkpoint(6)); });
  change([&](ClaimProof& one) { one.checkpoint = "x"; });
  for (std::size_t i = 0; i < changed.size(); ++i) {
    CAPTURE(i);
    CHECK_FALSE(check_proof(changed[i]).claim.has_value());
  }
  // The entries of another claim's article or version, each rightly proven, are not this claim's.
  const auto other = ledger.prove(ledger.claims({}).rows[300].id, proof.checkpoint);
  auto mixed = proof;
  mixed.entries[1] = other.entries[1];
  CHECK_FALSE(check_proof(mixed).claim.has_value());
}

TEST_CASE("a copy made from the export has the same versions, roots and claims", "[ledger]") {
  const Folder folder;
  const auto ledger = seven_versions();
  std::vector<std::string> lines;
  ledger.export_lines([&](std::string_view line) { lines.emplace_back(line); });
  std::size_t next = 0;
  const auto head = Ledger::import_lines(folder.file("copy.db"), [&](std::string* line) {
    if (next == lines.size()) return false;
    *line = lines[next++];
    return true;
  });
  const auto copy = Ledger::open(folder.file("copy.db"));
  CHECK(head == *ledger.head());
  CHECK(copy.log() == ledger.log());
  CHECK(copy.claims({}).rows == ledger.claims({}).rows);
  CHECK(copy.verify({}, ledger.checkpoint(3)).ok());
  CHECK(folder.files() == 1);
}
