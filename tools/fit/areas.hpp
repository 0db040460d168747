// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <vector>

#include "candidate.hpp"
#include "data/tables.hpp"

namespace hisalary::fit {

/// Reach, reference jobs, few jobs and errors, from every published cell of a metropolitan or nonmetropolitan area left
/// out in turn. Reach and reference jobs are those on a grid for which the mean absolute error, trimmed of its worst
/// quarter and taken against that of the state's figure, is least over the occupations, weighed as the roles use them;
/// few jobs those for which the errors' spread by jobs is likeliest.
[[nodiscard]] AreaParameters fit_areas(const Tables& tables);

/// Error of one way to answer for a cell that is left out: percent of the published figure, at p10 to p90.
struct LeftOut {
  std::array<double, 5> median{};
  std::array<double, 5> mean{};
};

/// One occupation's published cells of areas, left out in turn, answered by the nation's figure, by the state's and by
/// the model.
struct AreaCheck {
  const Occupation* occupation = nullptr;
  std::int32_t cells = 0;
  LeftOut nation;
  LeftOut state;
  LeftOut model;
};

/// For every occupation with published cells, in the order of the table. Only cells whose state is published too are
/// taken, so that the three answers meet the same cells.
[[nodiscard]] std::vector<AreaCheck> check_areas(const Tables& tables);

}  // namespace hisalary::fit
