// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "hisalary/model.hpp"

namespace hisalary::advise {

/// What the same person would earn in one state.
struct StatePay {
  const Area* state = nullptr;
  Percentiles pay;
  CellKind wages = CellKind::Published;  ///< how the state's market is known
  std::optional<double> parity;          ///< all prices, nation = 100; absent: not published

  /// The median at the nation's prices.
  [[nodiscard]] std::optional<double> buys() const;
};

/// One row for each state of the data set and the District of Columbia, in its order. Empty for an older release, which
/// has the nation only.
[[nodiscard]] std::vector<StatePay> every_state(const Model& model, const Profile& person);

}  // namespace hisalary::advise
