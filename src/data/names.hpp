// SPDX-License-Identifier: MIT
#pragma once

/// The words that stand for enumerations in the data files.

#include <array>
#include <string_view>
#include <utility>

#include "base/strict_json.hpp"
#include "tables.hpp"

namespace hisalary::data {

inline constexpr std::array<const char*, 5> percentile_keys{"p10", "p25", "p50", "p75", "p90"};

inline constexpr std::array<std::pair<std::string_view, Published::Mark>, 3> mark_names{{
    {"*", Published::Mark::NotAvailable},
    {"**", Published::Mark::EmploymentNotAvailable},
    {"#", Published::Mark::TopCoded},
}};

inline constexpr std::array<std::pair<std::string_view, Grade>, 5> grade_names{{
    {"A", Grade::A},
    {"B", Grade::B},
    {"C", Grade::C},
    {"fitted", Grade::Fitted},
    {"assumption", Grade::Assumption},
}};

inline constexpr std::array<std::pair<std::string_view, AreaKind>, 5> area_kind_names{{
    {"nation", AreaKind::Nation},
    {"state", AreaKind::State},
    {"metropolitan", AreaKind::Metropolitan},
    {"nonmetropolitan", AreaKind::Nonmetropolitan},
    {"territory", AreaKind::Territory},
}};

template <class E, std::size_t N> [[nodiscard]] E from_name(const std::array<std::pair<std::string_view, E>, N>& names,
                                                            std::string_view text, const Place& place) {
  std::string allowed;
  for (const auto& [name, value] : names) {
    if (name == text) {
      return value;
    }
    allowed += (allowed.empty() ? "" : ", ") + std::string(name);
  }
  place.fail("\"" + std::string(text) + "\" is not a word that belongs here", "allowed: " + allowed);
}

[[nodiscard]] inline Published::Mark mark_from_name(std::string_view text, const Place& place) {
  return from_name(mark_names, text, place);
}
[[nodiscard]] inline Grade grade_from_name(std::string_view text, const Place& place) {
  return from_name(grade_names, text, place);
}
[[nodiscard]] inline AreaKind area_kind_from_name(std::string_view text, const Place& place) {
  return from_name(area_kind_names, text, place);
}

template <class E, std::size_t N>
[[nodiscard]] constexpr std::string_view to_name(const std::array<std::pair<std::string_view, E>, N>& names,
                                                 E value) noexcept {
  for (const auto& [name, known] : names) {
    if (known == value) {
      return name;
    }
  }
  return {};
}

}  // namespace hisalary::data
