// SPDX-License-Identifier: MIT
#include "job_tilt.hpp"

#include <cmath>

#include "data/tables.hpp"
#include "model/pricer.hpp"
#include "priors.hpp"

namespace hisalary::fit {
namespace {

/// The cost of one tilt: minus the logarithm of how likely it is, but for a constant.
class Cost {
 public:
  Cost(Candidate& model, const std::vector<const Observation*>& evidence)
      : model_(model),
        evidence_(evidence),
        priors_(model.tables()),
        prior_(priors_.rows()[priors_.index("jobs.tilt")]),
        freedom_(priors_.mean("noise_freedom")) {}

  double operator()(double tilt) const {
    constexpr double half = 0.5;
    model_.share_jobs(tilt);
    const model::Pricer pricer(model_.tables());
    const double from_prior = (tilt - prior_.mean) / prior_.sd;
    double sum = half * from_prior * from_prior;
    for (const Observation* const one : evidence_) {
      const model::Price answer = pricer.price(one->profile);
      const double off = (answer.log_median() - one->log_pay) / spread_of(*one, answer);
      sum += half * (freedom_ + 1) * std::log1p(off * off / freedom_);
    }
    return sum;
  }

 private:
  [[nodiscard]] double spread_of(const Observation& one, const model::Price& answer) const {
    constexpr double quartiles_apart = 1.349;  // standard deviations between the quartiles of a normal distribution
    if (one.record != nullptr) {
      return (answer.log_pay[3] - answer.log_pay[1]) / quartiles_apart;
    }
    return std::hypot(priors_.mean("noise." + one.kind), priors_.mean("employer_spread"));
  }

  Candidate& model_;
  const std::vector<const Observation*>& evidence_;
  Priors priors_;
  const Prior& prior_;
  double freedom_;
};

/// The lowest point between two, of a function with one low: by the golden section.
double lowest(const Cost& cost, double low, double high) {
  constexpr double golden = 0.6180339887498949;
  constexpr double close = 5e-3;
  double left = high - golden * (high - low);
  double right = low + golden * (high - low);
  double at_left = cost(left);
  double at_right = cost(right);
  while (high - low > close) {
    if (at_left < at_right) {
      high = right;
      right = left;
      at_right = at_left;
      left = high - golden * (high - low);
      at_left = cost(left);
    } else {
      low = left;
      left = right;
      at_left = at_right;
      right = low + golden * (high - low);
      at_right = cost(right);
    }
  }
  return (low + high) / 2;
}

}  // namespace

JobTilt fit_job_tilt(Candidate& model, const std::vector<Observation>& without_job,
                     const std::function<bool(const Observation&)>& keep) {
  constexpr double most = 2;
  constexpr double step = 0.1;
  constexpr double hundred = 1e2;
  JobTilt tilt;
  std::vector<const Observation*> evidence;
  for (const auto& one : without_job) {
    if (!keep(one)) {
      continue;
    }
    evidence.push_back(&one);
    ++(one.record != nullptr ? tilt.records : tilt.figures);
  }

  const Cost cost(model, evidence);
  tilt.value = std::round(lowest(cost, -most, most) * hundred) / hundred + 0.0;  // + 0.0: no negative zero
  const double curvature = (cost(tilt.value + step) - 2 * cost(tilt.value) + cost(tilt.value - step)) / (step * step);
  tilt.uncertainty = 1 / std::sqrt(curvature);
  model.share_jobs(tilt.value);
  return tilt;
}

}  // namespace hisalary::fit
