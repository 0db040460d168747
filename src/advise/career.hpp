// SPDX-License-Identifier: MIT
#pragma once

#include "data/tables.hpp"
#include "hisalary/advise/career.hpp"

namespace hisalary::advise {

// The same for facts of the data set, which the library itself knows to be right.
[[nodiscard]] Path read_path(const Tables& tables, std::string_view text);
[[nodiscard]] Path default_path(const Tables& tables, const Role& role);
[[nodiscard]] Career career(const Model& model, const Facts& person, int last, const std::optional<Path>& path);

/// The job that most people have who start with what is known of a person that named none.
[[nodiscard]] const Role& first_job(const Model& model, const Facts& person);

}  // namespace hisalary::advise
