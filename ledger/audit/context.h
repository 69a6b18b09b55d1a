// SPDX-License-Identifier: Apache-2.0
// The words around a figure: what tells two figures of one subject and metric apart, or shows that two sentences tell
// of one. Words are folded as entity ids are; numbers and words that stand beside any figure are left out.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ledger/audit/words.h"
#include "ledger/query.h"

namespace socai {

struct FigureContext {
  std::vector<std::uint32_t> words;  // hashes of the telling words within reach, sorted, repeats kept
  // Scope and value, as indices into AuditWords::scopes, that stand near the figure, or once in its sentence; sorted.
  std::vector<std::pair<int, int>> scopes;
  bool is_part = false;  // words before the figure say that it is one part of a sum
  bool earlier = false;  // the sentence tells what was before
  bool revises = false;  // the sentence says that a figure takes the place of another
};

// Of a claim without its sentence (RecordedClaim::sentence): nothing.
FigureContext context_of(const RecordedClaim& row, const AuditWords& words);

// The share of the shorter side's words that the longer one has too, in percent. Less than three words on either side
// tell little: each then counts as a third.
int likeness(const FigureContext& a, const FigureContext& b);

// FNV-1a: the same on every machine.
std::uint32_t hash_of(std::string_view text);

// Appends hashes of the sentence's runs of four words.
void add_runs(std::string_view sentence, std::vector<std::uint32_t>* runs);

// How many runs both share; each list sorted, without repeats.
std::size_t shared_runs(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b);

}  // namespace socai
