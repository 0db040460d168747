// SPDX-License-Identifier: MIT
#pragma once

#include "hisalary/records.hpp"

namespace hisalary::model {

/// The row of model/parameters.json with this id. Throws Error BadData when the data set lacks it.
[[nodiscard]] const Parameter& parameter(const Tables& tables, std::string_view id);

/// The provenance of a file's rows. Throws Error BadData when the data set lacks the file.
[[nodiscard]] const Provenance& block(const Tables& tables, std::string_view path);

}  // namespace hisalary::model
