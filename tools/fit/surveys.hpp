// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "data/tables.hpp"
#include "priors.hpp"

namespace hisalary::fit {

/// A difference that a survey reports, as a statement about parameters: the sum of their values times their factors is
/// `target`.
struct Comparison {
  std::string name;  ///< the survey rows: "X01/X03"
  Text publisher;
  std::vector<std::pair<std::size_t, double>> factors;  ///< parameter and factor
  double target = 0;                                    ///< normal scores
  double noise = 0;                                     ///< standard deviation of the target
  bool at_least = false;                                ///< the target is a lower bound
};

/// What the surveys say of credentials, degrees, skills and years, shrunk (evidence/priors.json, shrink) and brought
/// from ln pay to normal scores by the slope of the national curve of the family's occupation. Rows that the data set
/// lacks are left out.
[[nodiscard]] std::vector<Comparison> comparisons(const Tables& tables);

}  // namespace hisalary::fit
