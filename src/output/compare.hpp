// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "data/tables.hpp"
#include "hisalary/advise/compare.hpp"
#include "result.hpp"

namespace hisalary::output {

/// hisalary/compare/1, see data/schema/compare.schema.json; in CSV one row a combination; in text the table, and under
/// it the ranges on one scale.
[[nodiscard]] Result comparison(const Dataset& dataset, const advise::Comparison& all, const Screen& screen,
                                const Money& money = Money(Period::Year));

/// "Medical coder, CPC, by state": what is compared.
[[nodiscard]] std::string comparison_title(const Tables& tables, const advise::Comparison& all);

/// A record a cell, as in the document, with what only tables show.
[[nodiscard]] Values cells_of(const Tables& tables, const advise::Comparison& all, const Money& money);

/// The sources of every estimate and of the prices, each once.
[[nodiscard]] std::vector<const Source*> sources_of(const Tables& tables, const advise::Comparison& all);

/// What a cell is called: "California", "RHIA + CPC", or both with a comma between for a grid.
[[nodiscard]] std::string cell_label(const Tables& tables, const advise::Comparison& comparison,
                                     const advise::Cell& cell);

/// The value of one field as a person would say it.
[[nodiscard]] std::string value_label(const Tables& tables, std::string_view field, const Facts& profile);

}  // namespace hisalary::output
