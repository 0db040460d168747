// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "hisalary/model.hpp"

namespace hisalary::advise {

/// What the same person would earn in one place.
struct PlacePay {
  const Area* area = nullptr;
  Percentiles pay;
  CellKind wages = CellKind::Published;  ///< how the place's market is known
  Published jobs;                        ///< in all occupations of the work; not a value when one is not published
  std::optional<double> parity;          ///< cost of living, nation = 100; absent: not published
  std::optional<double> adjusted;        ///< the median at the nation's prices; absent: not published
};

enum class PlaceKind : std::uint8_t { States, Metros };
enum class RankBy : std::uint8_t { Pay, CostAdjusted, Jobs };

/// Every state (with the District of Columbia and territories), or every metropolitan and nonmetropolitan area, the
/// highest first; places without the figure last, in the order of the data set. Places where nothing is published are
/// left out. Throws Error Usage for an older release, which has the nation only.
[[nodiscard]] std::vector<PlacePay> ranked_places(const Model& model, const Profile& person, PlaceKind kind, RankBy by);

}  // namespace hisalary::advise
