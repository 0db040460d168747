// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "advise/places.hpp"
#include "hisalary/dataset.hpp"
#include "result.hpp"

namespace hisalary::output {

struct RankingView {
  const Dataset& dataset;
  const Facts& profile;
  std::string as_of;
  std::string_view what;  ///< states or metros
  std::string_view by;    ///< pay, cost-adjusted or jobs
  const std::vector<advise::PlacePay>& places;
  const std::vector<std::string>& notes;
};

/// hisalary/ranking/1, see data/schema/ranking.schema.json: a list of places, the best first.
[[nodiscard]] Result ranking(const RankingView& view, const Screen& screen);

}  // namespace hisalary::output
