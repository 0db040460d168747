// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "advise/outlook.hpp"
#include "hisalary/dataset.hpp"
#include "page.hpp"

namespace hisalary::output {

/// An outlook with what its exporters need beside it.
struct OutlookView {
  const Dataset& dataset;
  const advise::OutlookAnswer& answer;
  const Facts* profile = nullptr;  ///< whose role was asked for; null: every occupation
  const std::vector<std::string>& notes;
  bool history =
      false;  ///< the wages by release: also of every occupation in text, and in place of the projections in CSV
};

[[nodiscard]] std::string outlook_text(const OutlookView& view, const Screen& screen);

/// hisalary/outlook/1, see data/schema/outlook.schema.json.
[[nodiscard]] std::string outlook_json(const OutlookView& view);

/// One row an occupation, or with `history` one row a release.
[[nodiscard]] std::string outlook_csv(const OutlookView& view);

}  // namespace hisalary::output
