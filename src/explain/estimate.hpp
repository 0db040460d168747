// SPDX-License-Identifier: MIT
#pragma once

#include "hisalary/estimate.hpp"
#include "model/pricer.hpp"

namespace hisalary::explain {

/// The whole answer about one person: the price, and everything that explains it. Throws Error NoAnswer when nothing is
/// published for the person.
[[nodiscard]] Estimate estimate(const model::Pricer& pricer, const Facts& person);

}  // namespace hisalary::explain
