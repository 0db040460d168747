// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cmath>

namespace hisalary::model {

/// Normal scores of p = .10 .25 .50 .75 .90.
inline constexpr std::array<double, 5> percentile_scores{-1.2815515655446004, -0.6744897501960817, 0,
                                                         0.6744897501960817, 1.2815515655446004};

/// Normal score of p = .99; curves are cut there and at its mirror image.
inline constexpr double last_score = 2.3263478740408408;

/// Of the variance of people's scores, at least this much is left whatever is known of a person.
inline constexpr double least_variance = 0.05;

/// The normal distribution function.
[[nodiscard]] inline double normal_cdf(double x) { return 0.5 * std::erfc(-x / std::sqrt(2.0)); }

}  // namespace hisalary::model
