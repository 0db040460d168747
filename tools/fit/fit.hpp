// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "areas.hpp"
#include "candidate.hpp"
#include "data/tables.hpp"
#include "evidence.hpp"
#include "surveys.hpp"

namespace hisalary::fit {

/// What the fit says of one parameter.
struct Fitted {
  const Prior* prior = nullptr;
  double value = 0;
  double uncertainty =
      0;  ///< standard deviation after the evidence, from the curvature at the optimum; 0: taken as given
  std::int32_t records = 0;          ///< observed pay records that bear on it
  std::int32_t figures = 0;          ///< published figures that do
  std::vector<std::string> surveys;  ///< survey rows that do

  /// The part of the prior's variance that the evidence took away; 0: the value is the prior's.
  [[nodiscard]] double learned() const;
};

struct Options {
  /// Leaves observations out of the fit (not out of anything else). Empty: none is left out.
  std::function<bool(const Observation&)> without;
};

struct FitResult {
  AreaParameters area;
  std::vector<Observation> observations;  ///< observed records first, then published figures
  std::vector<Comparison> surveys;
  std::vector<Fitted> parameters;  ///< in the order of evidence/priors.json
  Candidate model;                 ///< as shipped: rounded, with reasons and provenance
};

/// All that the fit is given to meet: the core records with a year, then the published figures in the fit.
[[nodiscard]] std::vector<Observation> evidence_of(const Dataset& dataset);

/// Fits the model to the evidence of a data set: the most likely values under the priors, by Gauss and Newton's method
/// with the weights of Student's t. Deterministic. Throws Error BadData when the evidence lacks what the fit needs, or
/// when what it gives breaks a rule of the data set.
[[nodiscard]] FitResult run(const Dataset& dataset, const Options& options = {});

}  // namespace hisalary::fit
