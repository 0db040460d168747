// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "advise/whatif.hpp"
#include "data/tables.hpp"
#include "page.hpp"

namespace hisalary::output {

struct WhatIfView {
  const Dataset& dataset;
  const advise::WhatIf& answer;
  const std::vector<std::string>& notes;  ///< what was taken for what
};

/// The ranked changes, what the credentials cost, the best places after prices, and what cannot be priced.
[[nodiscard]] std::string whatif_text(const WhatIfView& view, const Screen& screen);

/// hisalary/whatif/1, see data/schema/whatif.schema.json.
[[nodiscard]] std::string whatif_json(const WhatIfView& view);

/// One row a change, ranked.
[[nodiscard]] std::string whatif_csv(const WhatIfView& view);

/// What a change is called: "RHIA (step up from RHIT)", "ODS (formerly CTR)", "Bachelor's degree", "Texas".
[[nodiscard]] std::string change_label(const Tables& tables, const advise::Change& change);

/// credential, degree, skill, role, setting or place.
[[nodiscard]] std::string_view kind_name(advise::ChangeKind kind);

/// met, missing, unknown or not_found.
[[nodiscard]] std::string_view prerequisite_name(advise::Prerequisite prerequisite);

/// Dollars gained, as the difference of rounded amounts at one of p25, p50 and p75 (index 1 to 3).
[[nodiscard]] std::int64_t gain_at(const advise::Change& change, std::size_t percentile);

/// What no publication prices at all, and what a gain is not.
inline constexpr const char* never_priced =
    "size of employer and soft skills: guides praise them, no publication prices them";
inline constexpr const char* no_promise =
    "a gain is the difference between people who have this and people who do not; it is no promise that the change "
    "brings it";

}  // namespace hisalary::output
