// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "audit/observed.hpp"
#include "fit.hpp"

namespace hisalary::fit {

/// The files of data/model/ by their path in a data set ("model/positions.json"), as bytes. The same result gives the
/// same bytes.
[[nodiscard]] std::map<std::string, std::string> model_files(const Dataset& dataset, FitResult& result);

/// model/cross_validation.json, as bytes.
[[nodiscard]] std::string cross_validation_file(const Dataset& dataset, const std::vector<audit::ScoredRow>& rows);

}  // namespace hisalary::fit
