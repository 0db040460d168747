// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hisalary/advise/standing.hpp"
#include "value.hpp"

namespace hisalary::output {

/// "below p10", "below p25", "above p75", "above p90"; empty in the middle.
[[nodiscard]] std::string_view name_of(advise::Band band);

/// An object: pay, percentile, market_percentile, gap, compa_ratio, flag and the facts unknown. Nothing for no pay.
[[nodiscard]] Value standing_value(const Money& money, const advise::Standing* standing, const Estimate& estimate);

/// "$72,000 is more than 31% of people like you earn; their median is $81,140, $9,140 more.": the answer in words.
[[nodiscard]] std::string verdict(const Money& money, const advise::Standing& standing, const Percentiles& pay);

/// What nobody said of the person and what may explain a part of the gap: "years of experience, kind of employer".
/// Empty: all is known.
[[nodiscard]] std::string unknown_words(const Estimate& estimate);

/// A percentile to one decimal, for people 31st.
[[nodiscard]] Value percentile(double exact);

}  // namespace hisalary::output
