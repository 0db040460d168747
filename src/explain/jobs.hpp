// SPDX-License-Identifier: MIT
#pragma once

#include "hisalary/estimate.hpp"
#include "model/pricer.hpp"
#include "standing.hpp"

namespace hisalary::explain {

/// The jobs behind the price of a person who named none, largest share first, each with its own pay.
[[nodiscard]] std::vector<JobShare> jobs_of(const model::Price& price);

/// The walk of such a person: what each fact does to the median of all jobs together, by which jobs such people hold
/// and by what it is worth in each.
[[nodiscard]] std::vector<Step> steps_over_jobs(const model::Pricer& pricer, const Facts& person,
                                                const model::Price& price);

/// What is not known of such a person, and which facts no job pays for.
[[nodiscard]] Standing standing_over_jobs(const model::Pricer& pricer, const Facts& person, const model::Price& price);

}  // namespace hisalary::explain
