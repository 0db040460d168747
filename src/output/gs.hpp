// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "advise/general_schedule.hpp"
#include "page.hpp"

namespace hisalary::output {

/// General Schedule pay with what its exporters need beside it.
struct GsView {
  const Dataset& dataset;
  const advise::GsGrid& grid;
  std::optional<std::int32_t> grade;  ///< asked for; absent: all
  std::optional<std::int32_t> step;
  const std::vector<advise::GsEstimate>& estimates;  ///< of the series asked for
  const std::vector<advise::GsAdvertisement>& advertisements;
  const std::vector<std::string>& notes;
};

[[nodiscard]] std::string gs_text(const GsView& view, const Screen& screen);

/// hisalary/gs/1, see data/schema/gs.schema.json.
[[nodiscard]] std::string gs_json(const GsView& view);

/// One row a grade and step.
[[nodiscard]] std::string gs_csv(const GsView& view);

/// What the data set does not hold of the schedule.
[[nodiscard]] std::vector<std::string> gs_missing(const GsView& view);

}  // namespace hisalary::output
