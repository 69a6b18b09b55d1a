// SPDX-License-Identifier: Apache-2.0
// The features of the model "subject". Where a candidate stands counts by what kind of candidate it is: a person that
// opens the sentence speaks for itself less often than an organisation does.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <string>
#include <vector>

#include "extractor/rules/tables.h"

namespace socai::subject {

// What kind of candidate.
enum Group : unsigned {
  person,
  organization,
  other_name,
  place,
  description,
  pronoun,
  phrase,
  named_phrase,
  heading,  // the last short line above
  measured  // what is measured, by itself: "tiền công", "vốn ODA"
};
inline constexpr unsigned kGroups = measured + 1;

// Where it stands; each counts once for all groups and once for its own.
enum Place : unsigned {
  same_sentence,
  one_back,
  two_back,
  three_back,
  before_amount,
  after_amount,
  near_0,
  near_1_2,
  near_3_5,
  near_6_9,
  near_10_15,
  near_16_25,
  near_26_up,  // tokens before the amount
  behind_0,
  behind_1_2,
  behind_3_5,
  behind_6_9,
  behind_10_15,
  behind_16_25,
  behind_26_up,  // tokens after it
  no_amount_between,
  one_amount_between,
  more_amounts_between,
  no_mark_between,
  one_mark_between,
  more_marks_between,
  opens_sentence,
  opens_clause,
  after_preposition,
  after_genitive,
  after_metric,
  after_for,
  in_brackets,
  nearest_before,
  nearest_after,
  first_of_sentence,
  second_of_sentence,
  clause_of_amount,
  before_metric,
  is_source,
  one_mention,
  few_mentions,
  many_mentions,
  one_word,
  two_words,
  three_words,
  more_words,
  opens_with_quantifier,
  followed_by_auxiliary,
  followed_by_metric,
  followed_by_mark,
  followed_by_genitive,
  followed_by_cue,
  followed_by_change,
  before_last_verb,
  before_earlier_verb,
  opens_with_head,
  shares_headline_word,
  shares_no_headline_word,
  rare_words,
  repeated_words,
  frequent_words,
  same_as_headline,
  topic,
  same_as_last_subject,
  after_metric_noun,     // of any metric: "giá | vàng", "doanh thu của | BIC"
  opens_with_time,       // "thời điểm đầu giờ"
  opens_with_measure,    // "tổng", "mức"
  opens_with_pronoun,    // "nó", "mình"
  behind_number,         // counted: "18 | dự án"
  followed_by_this,      // "công ty | này"
  all_in_headline,       // every word of it
  before_metric_phrase,  // the metric of the amount stands between it and the amount
  nearest_with_verb,  // nearest before the amount, and a verb follows: "một thị trường | được dự báo vượt …"
  behind_metric_phrase,  // it stands between the metric and the amount
  bracketed_off,      // in brackets that the amount is not in: "Sao Mai (huyện An Lộc, | Hải Giang) nợ 12 tỷ"
  parallel,           // it stands to the amount as the subject of the amount before does to that one
  behind_cue,         // between the cue of the amount's source and the amount
  before_cue,         // before that cue
  own_metric,         // it begins with the words of the amount's metric
  respective,         // in a list before "lần lượt", at the amount's place of the list behind it
  named_elsewhere,    // a bare noun that the article named before: "dự án"
  stands_for_topic,   // a pronoun, read as what the article is about
  amount_in_brackets  // the amount is, and they open behind it: "Griezmann | (120 triệu euro)"
};
inline constexpr unsigned kPlaces = amount_in_brackets + 1;

// What holds of a candidate that is carried over from the amount before; instead of the places above.
enum Carried : unsigned {
  carried,
  carried_in_list,
  carried_conversion,
  carried_same_sentence,
  carried_other_sentence,
  carried_same_metric,
  carried_name_between,
  carried_no_name_between,
  carried_mark_between
};
inline constexpr unsigned kCarriedCount = carried_mark_between + 1;

// A set of places.
class Places {
 public:
  void add(unsigned place) { words_[place / 64] |= std::uint64_t{1} << (place % 64); }
  void add_if(bool present, unsigned place) {
    if (present) add(place);
  }
  bool has(unsigned place) const { return (words_[place / 64] >> (place % 64) & 1) != 0; }
  template <typename Take>
  void for_each(const Take& take) const {
    for (unsigned i = 0; i < words_.size(); ++i) {
      for (std::uint64_t rest = words_[i]; rest != 0; rest &= rest - 1) {
        take(i * 64 + static_cast<unsigned>(std::countr_zero(rest)));
      }
    }
  }

 private:
  std::array<std::uint64_t, (kPlaces + 63) / 64> words_{};
};

// The ids of the model's features.
inline constexpr unsigned kGroupPlace = kPlaces;                         // + group * kPlaces + place
inline constexpr unsigned kGroupBias = kGroupPlace + kGroups * kPlaces;  // + group
inline constexpr unsigned kCarried = kGroupBias + kGroups;               // + carried
inline constexpr unsigned kFamily = kCarried + kCarriedCount;            // + family_feature(metric, …)

// What kind of candidate an amount of each metric has, and whether its source speaks of itself: a company states its
// own profit, the police nobody's damage of their own.
inline constexpr unsigned kFamilyFeatures = kGroups + 1;
constexpr unsigned group_of_metric(std::uint32_t metric, Group group) {
  return kFamily + metric * kFamilyFeatures + unsigned{group};
}
constexpr unsigned source_of_metric(std::uint32_t metric) { return kFamily + metric * kFamilyFeatures + kGroups; }

std::vector<std::string> feature_names(const rules::Tables& tables);

}  // namespace socai::subject
