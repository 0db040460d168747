// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "data/tables.hpp"
#include "hisalary/facts.hpp"
#include "model/score.hpp"

namespace hisalary::explain {

/// "6 years", "0 to 2 years", "10 or more years".
[[nodiscard]] std::string years_label(const Experience& years);

/// What one fact does to a person's place in the market curve.
struct Effect {
  std::string id;     ///< role, level, years, credentials, education, skills
  std::string label;  ///< for people
  double score = 0;   ///< normal scores added to the mean
  Provenance from;
};

/// A person's place in the market curve, z ~ N(mean, variance), before setting and place, in words.
struct Standing {
  double mean = 0;
  double variance = 1;
  std::vector<Effect> effects;       ///< of the facts known, in the order of the explanation
  std::vector<std::string> caveats;  ///< facts accepted and not priced, and what was not counted twice
  std::vector<Fact> unknown;         ///< facts that were not given: years, credentials, education
};

/// Words for what a role's scorer says of a person.
[[nodiscard]] Standing standing_of(const Tables& tables, const model::Scorer& scorer, const model::Scores& scores,
                                   const Facts& person);

/// The same for one person of any tables.
[[nodiscard]] Standing standing_of(const Tables& tables, const Facts& person);

}  // namespace hisalary::explain
