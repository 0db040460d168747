// SPDX-License-Identifier: MIT
#pragma once

#include "candidate.hpp"
#include "data/tables.hpp"

namespace hisalary::fit {

/// Reach, reference jobs, few jobs and errors, from every published cell of a metropolitan or nonmetropolitan area
/// whose state is published too, left out in turn. Reach and reference jobs are those on a grid for which the mean
/// absolute error, trimmed of its worst quarter and taken against that of the state's figure, is least over the
/// occupations, weighed as the roles use them; few jobs those for which the errors' spread by jobs is likeliest.
[[nodiscard]] AreaParameters fit_areas(const Tables& tables);

}  // namespace hisalary::fit
