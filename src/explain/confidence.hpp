// SPDX-License-Identifier: MIT
#pragma once

#include <bitset>

#include "hisalary/estimate.hpp"
#include "model/pricer.hpp"

namespace hisalary::explain {

/// What speaks against an answer.
enum class Doubt : std::uint8_t {
  JobUnknown,
  WagesEstimated,
  WagesThin,
  WagesTied,  ///< equal percentiles: very few employers
  YearsUnknown,
  CredentialsUnknown,
  FewRecords,   ///< fewer than five pay records behind the role's position in its occupations
  WeakPremium,  ///< a credential premium that nobody published well: grade C or an assumption
  SettingNotPriced,
  PastIndex,      ///< the wage index had to be continued
  BeforeHistory,  ///< so had the national history, backward
};

inline constexpr std::size_t doubt_count = 11;
using Doubts = std::bitset<doubt_count>;

[[nodiscard]] Doubts doubts_of(const model::Pricer& pricer, const Facts& person, const model::Price& price);

/// How far the median may be from that of all such people: relative standard error, in ln(pay). From what the fit left
/// unsure of the role's place in its market, the error of the place's wages, a mixture of jobs, a weak premium, and
/// what is not known of the person.
[[nodiscard]] double standard_error_of(const model::Pricer& pricer, const Facts& person, const model::Price& price,
                                       Doubts doubts);

/// High up to 7 percent, medium up to 12, else low. What rests on guides and no pay record is low; equal percentiles
/// are never high.
[[nodiscard]] Confidence::Level level_of(const model::Pricer& pricer, const Facts& person, const model::Price& price,
                                         Doubts doubts);

/// The level, with a reason in words for each doubt.
[[nodiscard]] Confidence confidence_of(const model::Pricer& pricer, const Facts& person, const model::Price& price);

}  // namespace hisalary::explain
