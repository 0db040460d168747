// SPDX-License-Identifier: MIT
#pragma once

/// Words for what the model says in enumerations.

#include <array>
#include <string_view>

#include "hisalary/error.hpp"
#include "hisalary/estimate.hpp"

namespace hisalary::output {

inline constexpr std::array<std::string_view, 5> percentile_names{"p10", "p25", "p50", "p75", "p90"};

/// The name of an enumerator: the one at its place.
template <std::size_t N, class Enum>
[[nodiscard]] constexpr std::string_view name_at(const std::array<std::string_view, N>& names, Enum value) {
  return names[static_cast<std::size_t>(value)];
}

[[nodiscard]] constexpr std::string_view name_of(CellKind kind) {
  return name_at<3>({"published", "thin", "estimated"}, kind);
}
[[nodiscard]] constexpr std::string_view name_of(Confidence::Level level) {
  return name_at<3>({"high", "medium", "low"}, level);
}
[[nodiscard]] constexpr std::string_view name_of(Grade grade) {
  return name_at<5>({"A", "B", "C", "fitted", "assumption"}, grade);
}
[[nodiscard]] constexpr std::string_view name_of(AreaKind kind) {
  return name_at<5>({"nation", "state", "metropolitan", "nonmetropolitan", "territory"}, kind);
}
[[nodiscard]] constexpr std::string_view name_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::NoAnswer: return "no_answer";
    case ErrorCode::Usage: return "usage";
    case ErrorCode::BadData: return "bad_data";
    default: return "io";
  }
}

}  // namespace hisalary::output
