// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "audit/observed.hpp"
#include "fit.hpp"

namespace hisalary::fit {

/// What the fit found, as Markdown: parameters with value, uncertainty, prior and evidence; cross-validation beside the
/// nation's and the state's BLS median; published figures; areas left out. `dataset` holds the model of `result`,
/// `rows` its cross-validation.
[[nodiscard]] std::string report(const Dataset& dataset, const FitResult& result,
                                 const std::vector<audit::ScoredRow>& rows);

}  // namespace hisalary::fit
