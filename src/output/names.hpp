// SPDX-License-Identifier: MIT
#pragma once

/// Words for what the model says in enumerations.

#include <array>
#include <string_view>

#include "hisalary/error.hpp"
#include "hisalary/estimate.hpp"

namespace hisalary::output {

inline constexpr std::array<std::string_view, 5> percentile_names{"p10", "p25", "p50", "p75", "p90"};

/// published, thin or estimated.
[[nodiscard]] std::string_view name_of(CellKind kind) noexcept;
/// high, medium or low.
[[nodiscard]] std::string_view name_of(Confidence::Level level) noexcept;
/// A, B, C, fitted or assumption.
[[nodiscard]] std::string_view name_of(Grade grade) noexcept;
/// nation, state, metropolitan, nonmetropolitan or territory.
[[nodiscard]] std::string_view name_of(AreaKind kind) noexcept;
/// no_answer, usage, bad_data or io.
[[nodiscard]] std::string_view name_of(ErrorCode code) noexcept;

}  // namespace hisalary::output
