// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "candidate.hpp"
#include "evidence.hpp"

namespace hisalary::fit {

/// How much more common the better paid jobs are among people of the field than evidence/shares.json assumes: the power
/// of a job's median pay by which its share is multiplied.
struct JobTilt {
  double value = 0;
  double uncertainty = 0;    ///< standard deviation, from the curvature at the optimum
  std::int32_t records = 0;  ///< of people with their years, asked without their title
  std::int32_t figures = 0;  ///< of guides that name no job
};

/// Fits the tilt to what says what people earn whatever their job: the pay of one person is a draw from the answer to
/// the other facts, a guide's figure its median with the noise of guides. Noise is Student's t, the prior is that of
/// evidence/priors.json ("jobs.tilt"). `keep` says which observations count.
[[nodiscard]] JobTilt fit_job_tilt(Candidate& model, const std::vector<Observation>& without_job,
                                   const std::function<bool(const Observation&)>& keep);

}  // namespace hisalary::fit
