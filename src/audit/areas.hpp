// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "data/tables.hpp"

namespace hisalary::audit {

/// Absolute errors in percent of the published figure: of the prediction, and of the two figures that anyone can look
/// up instead.
struct AreaErrors {
  double predicted = 0;
  double state = 0;  ///< the state's published figure; the nation's where the state has none
  double nation = 0;
};

/// One occupation, over all its published metropolitan and nonmetropolitan cells; one entry a percentile (.10 .25 .50
/// .75 .90).
struct OccupationErrors {
  const Occupation* occupation = nullptr;
  std::size_t cells = 0;
  std::array<AreaErrors, 5> median;
  std::array<AreaErrors, 5> mean;
};

struct AreasCheck {
  std::vector<OccupationErrors>
      occupations;                      ///< in the order of the table; those without a published cell are not there
  std::vector<OccupationErrors> small;  ///< the same over the cells of areas with under a fifth of their state's jobs
  std::size_t cells = 0;
  std::vector<const Area*>
      duplicates;  ///< not counted: areas that are a whole territory, whose cells are the territory's own
};

/// A published cell of a metropolitan or nonmetropolitan area.
struct LocalCell {
  const Occupation* occupation = nullptr;
  const Area* area = nullptr;
  const Area* state = nullptr;  ///< the principal one
};

/// All of them, by occupation in the order of the table; without the duplicates.
[[nodiscard]] std::vector<LocalCell> local_cells(const Tables& tables);

/// Nonmetropolitan areas that are a whole territory: their cells are the territory's own.
[[nodiscard]] std::vector<const Area*> duplicate_areas(const Tables& tables);

/// Leaves every published metropolitan and nonmetropolitan cell out in turn and predicts it from the rest. The figures
/// of the state and of the nation stay as published, although the area is a part of both.
[[nodiscard]] AreasCheck leave_areas_out(const Tables& tables);

}  // namespace hisalary::audit
