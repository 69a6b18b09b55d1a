// SPDX-License-Identifier: Apache-2.0
// What two claims must share to be comparable, key by key.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/audit/audit.h"
#include "ledger/audit/context.h"
#include "ledger/audit/interval.h"

namespace socai {

// A money claim with what the audit asks of it again and again.
struct Item {
  const RecordedClaim* row = nullptr;
  Figure figure;
  FigureContext context;
  std::vector<std::uint32_t> runs;   // of the sentence, as add_runs() makes them; sorted, each once
  std::string unit;                  // Amount::per, folded; empty: none
  std::string period;                // its words, folded, numbers without leading zeros; empty: none
  std::vector<std::string> caveats;  // their words, folded, sorted
  std::string subject;               // canonical id without heads and titles; empty: none stated
  bool vague_subject = false;        // nothing but a head: "the company"
  bool common_subject = false;       // a name that many events share: "Việt Nam"
  std::string family;                // of the metric; empty: none stated
  std::optional<std::int64_t> day;   // of publication, since 1970; nothing: not told
  // Who speaks: the claimant's canonical id; of the article's own voice its outlet; of unnamed people and of an article
  // without outlet the article.
  std::string source;

  const Claim& claim() const { return row->claim; }
  const Amount& amount() const { return *row->claim.amount; }
  const std::string& article() const { return row->article.id; }
  bool ahead = false;  // of what is to come: said so, or told before its period was over

  bool denied() const { return row->claim.polarity == Polarity::denied; }
};

Item item_of(const RecordedClaim& row, const AuditOptions& options);

// The part of a metric id that relates figures: its first step. A change is a family of its own.
std::string metric_family(std::string_view metric);

// Whether the one metric is contained in the other, by the tree or by options.part_of.
bool is_part(std::string_view part, std::string_view whole, const AuditOptions& options);

// Whether both may stand in one event: one article, or days at most options.event_days apart, or neither with a day.
bool same_event(const Item& a, const Item& b, const AuditOptions& options);

// The name without heads and titles: "cong-ty-vingroup" -> "vingroup". Empty where nothing else is in it.
std::string core_name(const std::string& id, const AuditWords& words);

Keys compare_keys(const Item& a, const Item& b, const AuditOptions& options);

// Whether the level of the metric moves from day to day.
bool is_daily(const Item& item, const AuditOptions& options);

// Forecasts and plans are of what is to come; the other modalities but hypothetical of what is.
bool is_ahead(Modality modality);

}  // namespace socai
