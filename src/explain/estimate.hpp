// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "hisalary/estimate.hpp"
#include "model/pricer.hpp"

namespace hisalary::explain {

/// The whole answer about one person: the price, and everything that explains it. Throws Error NoAnswer when nothing is
/// published for the person.
[[nodiscard]] Estimate estimate(const model::Pricer& pricer, const Facts& person);

/// Which dollars a person's pay is in: "2026Q1" or "release 2025-05".
[[nodiscard]] std::string as_of_text(const model::Pricer& pricer, const Facts& person);

}  // namespace hisalary::explain
