// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "hisalary/profile.hpp"

namespace hisalary::model {

/// What one fact does to a person's place in the market curve.
struct Effect {
  std::string id;     ///< role, level, years, credentials, education, skills
  std::string label;  ///< for people
  double score = 0;   ///< normal scores added to the mean
  Provenance from;
};

/// A person's place in the market curve, z ~ N(mean, variance), before setting and place.
struct Standing {
  double mean = 0;
  double variance = 1;
  std::vector<Effect> effects;       ///< of the facts known, in the order of the explanation
  std::vector<std::string> caveats;  ///< facts accepted and not priced, and what was not counted twice
  std::vector<std::string> unknown;  ///< facts of the family that were not given: years, credential, education
  std::int32_t records = 0;          ///< observed records behind the role's position
};

/// Sums the effects of the facts known. Each fact's effects cancel out over the shares of its values, so that an unknown fact has no
/// effect; a known one takes its variance out of the spread.
[[nodiscard]] Standing standing_of(const Tables& tables, const Profile& profile);

/// The effect of so many years on a curve, in normal scores; constant past the curve's last point.
[[nodiscard]] double years_effect(const Tables& tables, Text curve, double years);

}  // namespace hisalary::model
