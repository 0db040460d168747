// SPDX-License-Identifier: MIT
#pragma once

#include <bitset>

#include "hisalary/estimate.hpp"
#include "model/pricer.hpp"

namespace hisalary::explain {

/// What speaks against an answer.
enum class Doubt : std::uint8_t {
  WagesEstimated,
  WagesThin,
  YearsUnknown,
  CredentialsUnknown,
  FewRecords,   ///< fewer than five pay records behind the role's position in its occupations
  WeakPremium,  ///< a credential premium that nobody published well: grade C or an assumption
  SettingNotPriced,
  PastIndex,      ///< the wage index had to be continued
  BeforeHistory,  ///< so had the national history, backward
};

inline constexpr std::size_t doubt_count = 9;
using Doubts = std::bitset<doubt_count>;

[[nodiscard]] Doubts doubts_of(const model::Pricer& pricer, const Facts& person, const model::Price& price);

/// Estimated wages take two points off, every other doubt one; none or one point off is high, two or three medium, more
/// low.
[[nodiscard]] Confidence::Level level_of(Doubts doubts);

/// The level, with a reason in words for each doubt.
[[nodiscard]] Confidence confidence_of(Doubts doubts);

}  // namespace hisalary::explain
