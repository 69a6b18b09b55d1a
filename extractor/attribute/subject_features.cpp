// SPDX-License-Identifier: Apache-2.0
#include "extractor/attribute/subject_features.h"

#include <array>

namespace socai::subject {
namespace {

constexpr std::array<const char*, kGroups> kGroupNames = {"person",      "organization", "other_name", "place",
                                                          "description", "pronoun",      "phrase",     "named_phrase",
                                                          "heading",     "measured"};

constexpr std::array<const char*, kPlaces> kPlaceNames = {"same_sentence",
                                                          "one_back",
                                                          "two_back",
                                                          "three_back",
                                                          "before_amount",
                                                          "after_amount",
                                                          "near.0",
                                                          "near.1_2",
                                                          "near.3_5",
                                                          "near.6_9",
                                                          "near.10_15",
                                                          "near.16_25",
                                                          "near.26_up",
                                                          "behind.0",
                                                          "behind.1_2",
                                                          "behind.3_5",
                                                          "behind.6_9",
                                                          "behind.10_15",
                                                          "behind.16_25",
                                                          "behind.26_up",
                                                          "amounts_between.0",
                                                          "amounts_between.1",
                                                          "amounts_between.2_up",
                                                          "marks_between.0",
                                                          "marks_between.1",
                                                          "marks_between.2_up",
                                                          "opens_sentence",
                                                          "opens_clause",
                                                          "after_preposition",
                                                          "after_genitive",
                                                          "after_metric",
                                                          "after_for",
                                                          "in_brackets",
                                                          "nearest_before",
                                                          "nearest_after",
                                                          "first_of_sentence",
                                                          "second_of_sentence",
                                                          "clause_of_amount",
                                                          "before_metric",
                                                          "is_source",
                                                          "mentions.1",
                                                          "mentions.2_3",
                                                          "mentions.4_up",
                                                          "words.1",
                                                          "words.2",
                                                          "words.3",
                                                          "words.4_up",
                                                          "opens_with_quantifier",
                                                          "followed_by_auxiliary",
                                                          "followed_by_metric",
                                                          "followed_by_mark",
                                                          "followed_by_genitive",
                                                          "followed_by_cue",
                                                          "followed_by_change",
                                                          "before_last_verb",
                                                          "before_earlier_verb",
                                                          "opens_with_head",
                                                          "shares_headline_word",
                                                          "shares_no_headline_word",
                                                          "rare_words",
                                                          "repeated_words",
                                                          "frequent_words",
                                                          "same_as_headline",
                                                          "topic",
                                                          "same_as_last_subject",
                                                          "after_metric_noun",
                                                          "opens_with_time",
                                                          "opens_with_measure",
                                                          "opens_with_pronoun",
                                                          "behind_number",
                                                          "followed_by_this",
                                                          "all_in_headline",
                                                          "before_metric_phrase",
                                                          "nearest_with_verb",
                                                          "behind_metric_phrase",
                                                          "bracketed_off",
                                                          "parallel",
                                                          "behind_cue",
                                                          "before_cue",
                                                          "own_metric",
                                                          "respective",
                                                          "named_elsewhere",
                                                          "stands_for_topic",
                                                          "amount_in_brackets"};

constexpr std::array<const char*, kCarriedCount> kCarriedNames = {"carried",
                                                                  "carried.in_list",
                                                                  "carried.conversion",
                                                                  "carried.same_sentence",
                                                                  "carried.other_sentence",
                                                                  "carried.same_metric",
                                                                  "carried.name_between",
                                                                  "carried.no_name_between",
                                                                  "carried.mark_between"};

}  // namespace

std::vector<std::string> feature_names(const rules::Tables& tables) {
  std::vector<std::string> names(kPlaceNames.begin(), kPlaceNames.end());
  for (const char* group : kGroupNames) {
    for (const char* place : kPlaceNames) names.push_back(std::string(group) + "." + place);
  }
  for (const char* group : kGroupNames) names.emplace_back(group);
  names.insert(names.end(), kCarriedNames.begin(), kCarriedNames.end());
  for (const auto& metric : tables.metrics) {
    for (const char* group : kGroupNames) names.push_back(metric.id + "/" + group);
    names.push_back(metric.id + "/is_source");
  }
  for (const auto& noun : tables.noun_classes) names.push_back(noun.id);
  return names;
}

}  // namespace socai::subject
