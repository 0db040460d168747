// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "advise/outlook.hpp"
#include "result.hpp"

namespace hisalary::output {

/// An outlook with what its answer needs beside it.
struct OutlookView {
  const Dataset& dataset;
  const advise::OutlookAnswer& answer;
  const Facts* profile = nullptr;  ///< whose role was asked for; null: every occupation
  const std::vector<std::string>& notes;
  /// The wages by release: also of every occupation in text, and in place of the projections in CSV.
  bool history = false;
  Money money{Period::Year};  ///< of the wages
};

/// hisalary/outlook/1, see data/schema/outlook.schema.json; in CSV one row an occupation, or with `history` a release.
[[nodiscard]] Result outlook(const OutlookView& view, const Screen& screen);

}  // namespace hisalary::output
