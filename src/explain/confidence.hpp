// SPDX-License-Identifier: MIT
#pragma once

#include "hisalary/estimate.hpp"
#include "standing.hpp"

namespace hisalary::model {

/// What the confidence in an answer is computed from.
struct Grounds {
  CellKind cell;
  bool nation;
  const Facts& profile;
  const Standing& standing;
  bool past_index;       ///< the wage index had to be continued
  bool before_history;   ///< so had the national history, backward
  bool setting_missing;  ///< a setting was given that nothing prices
};

/// Each ground against the answer takes points off; none or one point off is high, two to three medium, more low. A
/// predicted cell takes two; a thin cell, unknown years, unknown credentials, a role position behind which stand fewer
/// than five records, a credential premium nobody published well (grade C or assumption), and a continued index take
/// one each.
[[nodiscard]] Confidence confidence_of(const Grounds& grounds);

}  // namespace hisalary::model
