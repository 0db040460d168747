// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "data/tables.hpp"
#include "hisalary/dataset.hpp"
#include "hisalary/estimate.hpp"
#include "money.hpp"
#include "page.hpp"

namespace hisalary::output {

/// An estimate with what its exporters need beside it.
struct EstimateView {
  const Dataset& dataset;
  const Estimate& estimate;
  const std::vector<std::string>& notes;  ///< what was taken for what
  Money money{Period::Year};
  bool explain = false;
};

/// The card for a person, or with `explain` the card and the walk from the nation's median to the answer.
[[nodiscard]] std::string estimate_text(const EstimateView& view, const Screen& screen);

enum class Layout { Indented, OneLine };

/// hisalary/estimate/1, see data/schema/estimate.schema.json; one object and a final newline.
[[nodiscard]] std::string estimate_json(const EstimateView& view, Layout layout = Layout::Indented);

/// RFC 4180 with a heading: one row, or with `explain` one row a step.
[[nodiscard]] std::string estimate_csv(const EstimateView& view);

/// "Medical coder, level II, CPC + CCS, 6 years, Ohio": the person as understood.
[[nodiscard]] std::string person(const Tables& tables, const Facts& profile);

/// How the market's wages are known: "as published", "published, on not many jobs" (drawn a little toward their
/// prediction), "published on few jobs" or "partly or wholly estimated".
[[nodiscard]] std::string wages_of(const Estimate& estimate);

/// "Ohio", "United States" or "remote, United States".
[[nodiscard]] std::string place(const Facts& profile);

}  // namespace hisalary::output
