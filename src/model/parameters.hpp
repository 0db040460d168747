// SPDX-License-Identifier: MIT
#pragma once

#include "data/tables.hpp"

namespace hisalary::model {

/// The row of model/parameters.json with this id. Throws Error BadData when the data set lacks it.
[[nodiscard]] const Parameter& parameter(const Tables& tables, std::string_view id);

/// The row "id.of" where there is one, else the row "id".
[[nodiscard]] const Parameter& parameter_for(const Tables& tables, std::string_view id, std::string_view of);

/// The provenance of a file's rows. Throws Error BadData when the data set lacks the file.
[[nodiscard]] const Provenance& block(const Tables& tables, std::string_view path);

}  // namespace hisalary::model
