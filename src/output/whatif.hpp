// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <utility>
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

/// A record a change, as in the document, with what only tables show.
[[nodiscard]] Values changes_of(const WhatIfView& view);
/// Of these the ones to rank: all but places that are not among the best; credentials that rest on one assumption are
/// one record, their labels joined under ".labels".
[[nodiscard]] Values ranked_of(const WhatIfView& view, const Values& changes);
/// What cannot be priced: each reason once, with whatever it is about.
[[nodiscard]] std::vector<std::pair<std::string, std::vector<std::string>>> reasons_of(const WhatIfView& view);
/// The sources of every estimate and of the prices, each once.
[[nodiscard]] std::vector<const Source*> sources_of(const WhatIfView& view);

/// "credential", "degree", "skill", "role", "setting" or "place".
[[nodiscard]] std::string_view name_of(advise::ChangeKind kind);
/// " (estimated)" or " (few jobs)" behind a place whose wages are not simply published.
[[nodiscard]] std::string mark_of(const advise::Change& change);

/// What a change is called: "RHIA (step up from RHIT)", "ODS (formerly CTR)", "Bachelor's degree", "Texas".
[[nodiscard]] std::string change_label(const Tables& tables, const advise::Change& change);

/// Dollars gained, as the difference of rounded amounts.
[[nodiscard]] std::int64_t gain_of(const advise::Change& change, const Money& money = Money(Period::Year));

/// Dollars gained at the lower or upper quarter, as the difference of rounded amounts at one of p25, p50 and p75 (index
/// 1 to 3).
[[nodiscard]] std::int64_t gain_at(const advise::Change& change, std::size_t percentile,
                                   const Money& money = Money(Period::Year));

}  // namespace hisalary::output
