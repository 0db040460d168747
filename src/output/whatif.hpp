// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "advise/whatif.hpp"
#include "data/tables.hpp"
#include "result.hpp"

namespace hisalary::output {

struct WhatIfView {
  const Dataset& dataset;
  const advise::WhatIf& answer;
  const std::vector<std::string>& notes;  ///< what was taken for what
  Money money{Period::Year};
  bool all = false;  ///< the page has every change, not only the best of each kind
};

/// hisalary/whatif/1, see data/schema/whatif.schema.json; in CSV one row a change; in text the ranked changes, what the
/// credentials cost, the best places after prices, and what cannot be priced.
[[nodiscard]] Result what_if(const WhatIfView& view, const Screen& screen);

/// What a change is called: "RHIA (step up from RHIT)", "ODS (formerly CTR)", "Bachelor's degree", "Texas".
[[nodiscard]] std::string change_label(const Tables& tables, const advise::Change& change);

/// Dollars gained, as the difference of rounded amounts.
[[nodiscard]] std::int64_t gain_of(const advise::Change& change, const Money& money = Money(Period::Year));

/// Dollars gained at the lower or upper quarter, as the difference of rounded amounts at one of p25, p50 and p75 (index
/// 1 to 3).
[[nodiscard]] std::int64_t gain_at(const advise::Change& change, std::size_t percentile,
                                   const Money& money = Money(Period::Year));

}  // namespace hisalary::output
