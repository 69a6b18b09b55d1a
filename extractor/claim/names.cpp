// SPDX-License-Identifier: Apache-2.0
#include "extractor/claim/names.h"

#include <array>
#include <cstddef>

namespace socai {
namespace {

// One table an enumeration, in the order of its enumerators.
template <typename Enum>
struct Names;

#define SOCAI_NAMES(Enum, ...)                                              \
  template <>                                                               \
  struct Names<Enum> {                                                      \
    static constexpr auto kAll = std::to_array<const char*>({__VA_ARGS__}); \
  };                                                                        \
  std::string_view name_of(Enum value) { return Names<Enum>::kAll.at(static_cast<std::size_t>(value)); }

SOCAI_NAMES(Kind, "money", "statement")
SOCAI_NAMES(Field, "title", "text")
SOCAI_NAMES(Relation, "exact", "approx", "nearly", "at_least", "more_than", "at_most", "less_than", "up_to", "range",
            "vague")
SOCAI_NAMES(Attribution, "direct", "indirect", "narrator")
SOCAI_NAMES(Polarity, "affirmed", "denied")
SOCAI_NAMES(Modality, "stated", "estimate", "possible", "forecast", "plan", "hypothetical")
SOCAI_NAMES(Zone, "headline", "lede", "body", "related", "caption", "boilerplate")
SOCAI_NAMES(EntityType, "organization", "person", "document", "medium", "unnamed", "product", "place", "narrator",
            "other")

#undef SOCAI_NAMES

}  // namespace

std::string_view to_string(Kind value) { return name_of(value); }
std::string_view to_string(Field value) { return name_of(value); }
std::string_view to_string(Relation value) { return name_of(value); }
std::string_view to_string(Attribution value) { return name_of(value); }
std::string_view to_string(Polarity value) { return name_of(value); }
std::string_view to_string(Modality value) { return name_of(value); }
std::string_view to_string(Zone value) { return name_of(value); }
std::string_view to_string(EntityType value) { return name_of(value); }

template <typename Enum>
std::optional<Enum> parse(std::string_view name) {
  for (std::size_t i = 0; i < Names<Enum>::kAll.size(); ++i) {
    if (name == Names<Enum>::kAll[i]) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

template std::optional<Kind> parse<Kind>(std::string_view);
template std::optional<Field> parse<Field>(std::string_view);
template std::optional<Relation> parse<Relation>(std::string_view);
template std::optional<Attribution> parse<Attribution>(std::string_view);
template std::optional<Polarity> parse<Polarity>(std::string_view);
template std::optional<Modality> parse<Modality>(std::string_view);
template std::optional<Zone> parse<Zone>(std::string_view);
template std::optional<EntityType> parse<EntityType>(std::string_view);

}  // namespace socai
