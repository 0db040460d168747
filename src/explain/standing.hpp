// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "hisalary/facts.hpp"
#include "model/score.hpp"

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

/// The facts of a profile (facts.hpp) with the words for each.
[[nodiscard]] Standing standing_of(const Tables& tables, const Facts& profile);

}  // namespace hisalary::model
