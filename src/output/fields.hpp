// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "estimate.hpp"

namespace hisalary::output {

/// One field of an estimate: its name, where it stands in the document, and a line about it.
struct FieldForm {
  std::string_view name;
  std::string_view path;
  std::string_view about;
  bool in_rows = false;  ///< streams of rows have it, too
};

/// Every field that can be asked for by name.
inline constexpr std::array<FieldForm, 32> field_forms{{
    {"p10", "pay.p10", "One in ten of such people earns less", true},
    {"p25", "pay.p25", "A quarter earns less", true},
    {"p50", "pay.p50", "The median: half earn less", true},
    {"p75", "pay.p75", "A quarter earns more", true},
    {"p90", "pay.p90", "One in ten earns more", true},
    {"role", "profile.role.id", "The role as understood, or the SOC code of a whole occupation", true},
    {"level", "profile.level", "The level as understood", true},
    {"area", ".area", "Code of the place as understood; US is the nation", true},
    {"as_of", "as_of", "Whose dollars the amounts are", true},
    {"wages", "market.wages", "How the place's wages are known: published, thin or estimated", true},
    {"confidence", "confidence.level", "high, medium or low", true},
    {"market_percentile", "market_percentile",
     "Where the median stands in the whole market; in rows with a pay, where the pay does", true},
    {"percentile", "standing.percentile", "Where the pay stands among people like its holder", true},
    {"compa_ratio", "standing.compa_ratio", "The pay over the median", true},
    {"gap", "standing.gap", "The pay less the median", true},
    {"flag", "standing.flag", "below p10, below p25, above p75 or above p90; nothing in the middle", true},
    {"standing.pay", "standing.pay", "The pay, in the period of the answer"},
    {"standing.percentile", "standing.percentile", "The same as percentile"},
    {"standing.market_percentile", "standing.market_percentile", "Where the pay stands in the whole market"},
    {"standing.compa_ratio", "standing.compa_ratio", "The same as compa_ratio"},
    {"standing.gap", "standing.gap", "The same as gap"},
    {"standing.flag", "standing.flag", "The same as flag"},
    {"market.p10", "market.p10", "The market's percentiles: everyone in the occupations there"},
    {"market.p25", "market.p25", "A quarter of the market earns less"},
    {"market.p50", "market.p50", "The market's median"},
    {"market.p75", "market.p75", "A quarter of the market earns more"},
    {"market.p90", "market.p90", "One in ten of the market earns more"},
    {"market.employment", "market.employment", "Jobs in the market"},
    {"wage_level_1", ".wage_levels.1", "The market's 17th percentile: about level I of the Department of Labor"},
    {"wage_level_2", ".wage_levels.2", "Its 34th percentile: about level II"},
    {"wage_level_3", ".wage_levels.3", "Its median: about level III"},
    {"wage_level_4", ".wage_levels.4", "Its 67th percentile: about level IV"},
}};

/// Some fields of an estimate: hisalary/fields/1, see data/schema/fields.schema.json; in CSV one row, in text a line
/// each. Throws Error Usage for a name that is none.
[[nodiscard]] Result fields(const EstimateView& view, const std::vector<std::string>& names, const Screen& screen);

}  // namespace hisalary::output
