// SPDX-License-Identifier: MIT
#pragma once

#include "data/tables.hpp"
#include "hisalary/advise/general_schedule.hpp"

namespace hisalary::advise {

// The same for tables, which the library itself knows to be right.
[[nodiscard]] GsGrid gs_grid(const Tables& tables, std::int32_t year, const GsLocality& locality);
[[nodiscard]] GsPlace find_locality(const Tables& tables, std::string_view text);
[[nodiscard]] GsEstimate gs_estimate(const Model& model, const GsSeries& series, const GsGrid& grid, const Area* area,
                                     const Facts& person);
[[nodiscard]] std::vector<GsHeadcount> gs_headcounts(const Tables& tables, const GsSeries& series);
[[nodiscard]] std::vector<GsAdvertisement> gs_advertisements(const Tables& tables);

}  // namespace hisalary::advise
