// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "data/tables.hpp"

namespace hisalary::model {

/// What a kind of employer does to the pay of one occupation.
struct SettingShift {
  double shift = 0;     ///< in ln(pay), from the occupation's employment-weighted mean over industries
  double variance = 0;  ///< of ln(pay) between the published industries
  Text industry;        ///< the industry whose figure it is; empty: nothing is published
  Provenance from;
};

/// Pay of an occupation by industry: medians of sectors, and inside a sector the Handbook's finer industries, against
/// the occupation's median of the same May. Each job counts once: what a sector's finer industries leave is a remainder
/// that keeps the sector's figure whole; jobs of no published sector are taken to pay the occupation's median. Shifts
/// are centered on the mean over jobs.
[[nodiscard]] SettingShift setting_shift(const Tables& tables, const Occupation& occupation, const Setting& setting);

/// The shift as an answer takes it; exactly one of role and occupation is not null. A whole occupation takes the
/// industry figures as they are. Within one role employers differ less, by setting_reach of model/parameters.json (of
/// the setting's own where it has one), and the shift is the weighted mean over the role's occupations. Government,
/// where BLS gives one figure for all of it, has a fitted shift for each family of roles (setting_shift).
[[nodiscard]] SettingShift setting_for(const Tables& tables, const Role* role, const Occupation* occupation,
                                       const Setting& setting);

}  // namespace hisalary::model
