// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "advise/general_schedule.hpp"
#include "result.hpp"

namespace hisalary::output {

/// General Schedule pay with what its answer needs beside it.
struct GsView {
  const Dataset& dataset;
  const advise::GsGrid& grid;
  std::optional<std::int32_t> grade;  ///< asked for; absent: all
  std::optional<std::int32_t> step;
  const std::vector<advise::GsEstimate>& estimates;  ///< of the series asked for
  const std::vector<advise::GsAdvertisement>& advertisements;
  const std::vector<std::string>& notes;
  const std::vector<advise::GsHeadcount>& headcounts;  ///< of the series asked for
  std::optional<double> pay;                           ///< that is looked for on the scale, dollars a year
};

/// hisalary/gs/1, see data/schema/gs.schema.json; in CSV one row a grade and step.
[[nodiscard]] Result general_schedule(const GsView& view, const Screen& screen);

}  // namespace hisalary::output
