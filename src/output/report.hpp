// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "advise/states.hpp"
#include "career.hpp"
#include "estimate.hpp"

namespace hisalary::output {

/// An estimate with what its report shows beside it.
struct ReportView {
  EstimateView estimate;
  const CareerView& career;                     ///< staying in the role, from no experience on
  const std::vector<advise::StatePay>& states;  ///< empty: the question is about the nation only
  Speller spelled = plain_name;
};

/// One HTML page that needs nothing else: no script, no file, no network. Well-formed XML, too.
[[nodiscard]] std::string report_html(const ReportView& view);

/// The picture of the range alone, an SVG file.
[[nodiscard]] std::string report_svg(const EstimateView& view);

}  // namespace hisalary::output
