// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "../decide/states.hpp"
#include "career.hpp"
#include "estimate.hpp"

namespace hisalary::present {

/// An estimate with what its report shows beside it.
struct ReportView {
  EstimateView estimate;
  const CareerView& career;                     ///< staying in the role, from no experience on
  const std::vector<decide::StatePay>& states;  ///< empty: the question is about the nation only
};

/// One HTML page that needs nothing else: no script, no file, no network. Well-formed XML, too.
[[nodiscard]] std::string report_html(const ReportView& view);

/// The picture of the range alone, an SVG file.
[[nodiscard]] std::string report_svg(const EstimateView& view);

}  // namespace hisalary::present
