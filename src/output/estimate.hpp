// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hisalary/advise/standing.hpp"
#include "result.hpp"

namespace hisalary::output {

/// An estimate with what its answer needs beside it.
struct EstimateView {
  const Dataset& dataset;
  const Estimate& estimate;
  const std::vector<std::string>& notes;  ///< what was taken for what
  Money money{Period::Year};
  bool explain = false;
  std::optional<advise::Standing> standing = {};  ///< of what the person is paid; absent: no pay was said
};

/// hisalary/estimate/1, see data/schema/estimate.schema.json; in CSV one row, or with `explain` one row a step; in text
/// the card for a person, or with `explain` the card and the walk from the nation's median to the answer.
[[nodiscard]] Result estimate(const EstimateView& view, const Screen& screen);

/// Its document alone.
[[nodiscard]] Members estimate_document(const EstimateView& view);

/// The steps from the nation's median to the answer: a record each.
[[nodiscard]] Values steps_of(const EstimateView& view);

/// The page alone, made by hand.
void show_estimate(Page& page, const EstimateView& view);

}  // namespace hisalary::output
