// SPDX-License-Identifier: MIT
#include "fit.hpp"

#include <algorithm>
#include <cmath>

#include "data/check.hpp"
#include "data/tables.hpp"
#include "describe_model.hpp"
#include "job_tilt.hpp"
#include "problem.hpp"

namespace hisalary::fit {
namespace {

/// Whether an equation bears on a parameter. Levels are centered on their shares, so that every title with a level
/// touches all of them a little; only its own counts.
bool bears(const Prior& prior, double factor) {
  constexpr double own_level = 0.5;
  constexpr double anything = 0.05;
  return std::abs(factor) >= (prior.id.starts_with("level.") ? own_level : anything);
}

std::vector<Fitted> fitted(const Tables& tables, const Problem& problem, const std::vector<Observation>& observations,
                           const std::vector<Comparison>& surveys, const Solution& solution,
                           const std::vector<bool>& keep) {
  std::vector<Fitted> all;
  for (std::size_t i = 0; i < tables.priors.size(); ++i) {
    all.push_back({&tables.priors[i], solution.values[i], solution.uncertainty[i], 0, 0, {}});
  }
  for (std::size_t e = 0; e < problem.equations().size(); ++e) {
    const Equation& equation = problem.equations()[e];
    const bool is_observation = e < observations.size();
    if (is_observation && !keep.empty() && !keep[e]) {
      continue;
    }
    const auto count = [&](std::size_t index, double factor) {
      if (!bears(*all[index].prior, factor) || all[index].prior->sd == 0) {
        return;
      }
      if (e >= observations.size() + surveys.size()) {
        return;  // the ladder
      }
      if (!is_observation) {
        all[index].surveys.push_back(surveys[e - observations.size()].name);
      } else {
        ++(observations[e].record != nullptr ? all[index].records : all[index].figures);
      }
    };
    for (const auto& [index, factor] : equation.factors) {
      count(index, factor);
    }
    for (const auto& [index, factor] : equation.shift) {
      if (index < all.size()) {
        count(index, factor == 0 ? 0 : 1);
      }
    }
  }
  return all;
}

/// What the fit keeps.
std::function<bool(const Observation&)> stays(const Options& options) {
  return [&](const Observation& one) { return !options.without || !options.without(one); };
}

std::vector<bool> kept(const std::vector<Observation>& observations, const Options& options) {
  std::vector<bool> keep;
  if (options.without) {
    std::ranges::transform(observations, std::back_inserter(keep), stays(options));
  }
  return keep;
}

}  // namespace

double Fitted::learned() const {
  return prior->sd > 0 ? std::max(0.0, 1 - uncertainty * uncertainty / (prior->sd * prior->sd)) : 0;
}

std::vector<Observation> evidence_of(const Dataset& dataset) {
  std::vector<Observation> all = observed(dataset);
  std::ranges::move(published(dataset), std::back_inserter(all));
  return all;
}

FitResult run(const Dataset& dataset, const Options& options) {
  const Tables& tables = dataset.tables();
  AreaParameters area = fit_areas(tables);
  std::vector<Observation> observations = evidence_of(dataset);
  std::vector<Comparison> surveys = comparisons(tables);
  const Problem problem(tables, area, observations, surveys);
  const std::vector<bool> keep = kept(observations, options);
  const Solution solution = problem.solve(keep);
  std::vector<Fitted> parameters = fitted(tables, problem, observations, surveys, solution, keep);
  Candidate model(tables, solution.values, area, true);
  const JobTilt tilt = fit_job_tilt(model, without_job(dataset), stays(options));
  Fitted& tilted = parameters[Priors(tables).index("jobs.tilt")];
  tilted = {tilted.prior, tilt.value, tilt.uncertainty, tilt.records, tilt.figures, {}};
  describe_model(tables, parameters, area, model);
  data::check_set(model.tables());
  return {std::move(area), std::move(observations), std::move(surveys), std::move(parameters), std::move(model)};
}

}  // namespace hisalary::fit
