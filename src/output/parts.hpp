// SPDX-License-Identifier: MIT
#pragma once

/// Objects that the JSON answers of several commands have in common.

#include <string_view>
#include <vector>

#include "data/tables.hpp"
#include "hisalary/dataset.hpp"
#include "hisalary/estimate.hpp"
#include "value.hpp"

namespace hisalary::output {

/// version, fingerprint and release of the data set.
[[nodiscard]] Members data_of(const Dataset& dataset);

/// p10, p25, p50, p75 and p90.
[[nodiscard]] Members percentiles_of(const Money& money, const Percentiles& pay);

/// kind, code and title; nothing for the nation.
[[nodiscard]] Value area_of(const Area* area);

/// id and title of the role, or of the whole occupation.
[[nodiscard]] Value work_of(const Facts& profile);

/// The person as understood; unknown is nothing.
/// A range of years as people write it: "0-2", "10+"; nothing where it is a number, or unknown.
[[nodiscard]] Value years_range(const Facts& profile);
[[nodiscard]] Members profile_of(const Tables& tables, const Facts& profile);

/// profile, as_of, currency and period: of whom an answer speaks, and in which dollars.
[[nodiscard]] Members asked_of(const Dataset& dataset, const Facts& profile, const std::string& as_of,
                               const Money& money);

/// source, at, as_of and grade.
[[nodiscard]] Members provenance_of(const Provenance& from);

[[nodiscard]] Values sources_of(const std::vector<const Source*>& sources);

/// A figure as published: 62990, for people 62,990; a mark as BLS prints it.
[[nodiscard]] Value published(const Published& figure);
/// A published wage; an hour: the published year over 2,080 hours.
[[nodiscard]] Value published(const Published& figure, const Money& money);

/// Adds sources that are not there yet. An id that the data set does not have is passed over.
void cite(std::vector<const Source*>& sources, const Tables& tables, Text id);
void cite(std::vector<const Source*>& sources, const std::vector<const Source*>& more);

}  // namespace hisalary::output
