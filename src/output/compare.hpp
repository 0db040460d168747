// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "data/tables.hpp"
#include "hisalary/advise/compare.hpp"
#include "page.hpp"

namespace hisalary::output {

/// The table, and under it the ranges on one scale.
[[nodiscard]] std::string compare_text(const Dataset& dataset, const advise::Comparison& comparison,
                                       const Screen& screen);

/// hisalary/compare/1, see data/schema/compare.schema.json.
[[nodiscard]] std::string compare_json(const Dataset& dataset, const advise::Comparison& comparison);

/// One row a combination.
[[nodiscard]] std::string compare_csv(const Dataset& dataset, const advise::Comparison& comparison);

/// What a cell is called: "California", "RHIA + CPC", or both with a comma between for a grid.
[[nodiscard]] std::string cell_label(const Tables& tables, const advise::Comparison& comparison,
                                     const advise::Cell& cell);

/// The value of one field as a person would say it.
[[nodiscard]] std::string value_label(const Tables& tables, std::string_view field, const Facts& profile);

}  // namespace hisalary::output
