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

/// The shift as an answer takes it. Industry figures are of whole occupations; within one role employers differ less,
/// by setting_reach of model/parameters.json (of the setting's own where it has one). A whole occupation takes them as
/// they are.
[[nodiscard]] SettingShift setting_for(const Tables& tables, const Occupation& occupation, const Setting& setting,
                                       bool within_role);

}  // namespace hisalary::model
