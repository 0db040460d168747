// SPDX-License-Identifier: MIT
#pragma once

#include "hisalary/estimate.hpp"
#include "model/curve.hpp"

namespace hisalary::model {

/// What Model::estimate gives, from tables that need not be those of a Dataset: the fit asks its candidates.
[[nodiscard]] Estimate answer(const Tables& tables, const Facts& profile);

/// ln(pay) by normal score in this person's market, with setting and time: the curve that the standing is read on.
[[nodiscard]] MarketCurve person_curve(const Tables& tables, const Facts& profile);

}  // namespace hisalary::model
