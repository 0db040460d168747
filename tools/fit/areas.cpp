// SPDX-License-Identifier: MIT
#include "areas.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "audit/areas.hpp"
#include "base/statistics.hpp"
#include "data/tables.hpp"
#include "model/curve.hpp"

namespace hisalary::fit {
namespace {

using model::LogPay;
using Cells = std::map<std::pair<Text, Text>, const AreaWage*>;

constexpr std::array<double, 7> reference_candidates{30, 50, 100, 200, 300, 500, 1000};
constexpr std::int32_t enough_cells = 100;

bool complete(const AreaWage& row) {
  return std::ranges::all_of(row.pay, [](const Published& value) { return value.known(); });
}

LogPay log_of(const AreaWage& row) {
  LogPay out{};
  std::ranges::transform(row.pay, out.begin(),
                         [](const Published& value) { return std::log(static_cast<double>(value.amount)); });
  return out;
}

Cells complete_cells(const Tables& tables) {
  Cells cells;
  for (const auto& row : tables.area_wages) {
    if (complete(row)) {
      cells.emplace(std::pair(row.area, row.soc), &row);
    }
  }
  return cells;
}

const AreaWage* find(const Cells& cells, Text area, Text soc) {
  const auto it = cells.find({area, soc});
  return it == cells.end() ? nullptr : it->second;
}

/// A published cell with its state's and the other occupations of its area.
struct Left {
  const Area* area = nullptr;
  const Occupation* occupation = nullptr;
  double jobs = 0;
  LogPay here{};
  LogPay state{};
  std::vector<std::pair<double, LogPay>> others;  ///< jobs, and ln of the area's pay over its state's
};

Left left_of(const Tables& tables, const Cells& cells, const Area& area, const Occupation& occupation,
             double blank_jobs) {
  const AreaWage& here = *find(cells, area.code, occupation.soc);
  const auto jobs = [&](const AreaWage& row) { return row.employment.known() ? row.employment.amount : blank_jobs; };
  Left left{&area, &occupation, jobs(here), log_of(here), log_of(*find(cells, area.states[0], occupation.soc)), {}};
  for (const auto& other : tables.occupations) {
    const AreaWage* const near = other.soc == occupation.soc ? nullptr : find(cells, area.code, other.soc);
    const AreaWage* const state = find(cells, area.states[0], other.soc);
    if (near != nullptr && state != nullptr) {
      LogPay apart = log_of(*near);
      const LogPay base = log_of(*state);
      std::ranges::transform(apart, base, apart.begin(), std::minus{});
      left.others.emplace_back(jobs(*near), apart);
    }
  }
  return left;
}

/// The area's mean ln ratio to its state over its other occupations.
LogPay apart_of(const Left& left, double reference_jobs) {
  LogPay sum{};
  double weights = 0;
  for (const auto& [jobs, apart] : left.others) {
    const double weight = jobs / (jobs + reference_jobs);
    for (std::size_t i = 0; i < sum.size(); ++i) {
      sum[i] += weight * apart[i];
    }
    weights += weight;
  }
  for (double& value : sum) {
    value = weights > 0 ? value / weights : 0;
  }
  return sum;
}

/// Mean of the absolute errors without their worst quarter: a small cell is a noisy target.
double trimmed(std::vector<double> errors) {
  std::ranges::sort(errors);
  const std::size_t kept = errors.size() - errors.size() / 4;
  return std::accumulate(errors.begin(), errors.begin() + static_cast<std::ptrdiff_t>(kept), 0.0) /
         static_cast<double>(kept);
}

using Weights = std::map<Text, double>;

/// How much of the roles lies in each occupation.
Weights role_weights(const Tables& tables) {
  Weights weights;
  for (const auto& role : tables.roles) {
    for (const auto& part : role.occupations) {
      weights[part.soc] += part.weight;
    }
  }
  return weights;
}

/// Error of the prediction against that of the state's figure, the mean over occupations as roles use them.
double loss(const std::vector<Left>& cells, const std::vector<LogPay>& apart, const Weights& weights,
            std::size_t percentile, double reach) {
  std::map<Text, std::pair<std::vector<double>, std::vector<double>>> errors;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const double state_error = cells[i].here[percentile] - cells[i].state[percentile];
    auto& [ours, states] = errors[cells[i].occupation->soc];
    ours.push_back(std::abs(state_error - reach * apart[i][percentile]));
    states.push_back(std::abs(state_error));
  }
  double sum = 0;
  double total = 0;
  for (auto& [soc, pair] : errors) {
    const auto weight = weights.find(soc);
    if (weight != weights.end()) {
      sum += weight->second * trimmed(pair.first) / trimmed(pair.second);
      total += weight->second;
    }
  }
  return sum / total;
}

struct Best {
  double loss = 1e9;
  double reach = 0;
};

Best best_reach(const std::vector<Left>& cells, const std::vector<LogPay>& apart, const Weights& weights,
                std::size_t percentile) {
  Best best;
  constexpr int steps = 20;
  for (int i = 0; i <= steps; ++i) {
    const double reach = static_cast<double>(i) / steps;
    const double here = loss(cells, apart, weights, percentile, reach);
    if (here < best.loss) {
      best = {here, reach};
    }
  }
  return best;
}

void fit_reach(const std::vector<Left>& cells, const Weights& weights, AreaParameters& out) {
  double best = 1e9;
  for (const double reference : reference_candidates) {
    std::vector<LogPay> apart;
    std::ranges::transform(cells, std::back_inserter(apart),
                           [&](const Left& left) { return apart_of(left, reference); });
    std::array<double, 5> reach{};
    double sum = 0;
    for (std::size_t p = 0; p < reach.size(); ++p) {
      const Best found = best_reach(cells, apart, weights, p);
      reach[p] = found.reach;
      sum += found.loss;
    }
    if (sum < best) {
      best = sum;
      out.reach = reach;
      out.reference_jobs = reference;
    }
  }
}

struct Residual {
  Text soc;
  double jobs;
  double error;
};

/// Log-likelihood of the errors of predicted medians when a cell of n jobs spreads sqrt(1 + few / n) times as far as a
/// large one (Laplace, so that a few wild cells do not decide; its scale by occupation).
double likelihood(const std::vector<Residual>& residuals, double few) {
  std::map<Text, std::vector<std::pair<double, double>>> by_occupation;
  for (const auto& one : residuals) {
    by_occupation[one.soc].emplace_back(std::abs(one.error), std::sqrt(1 + few / one.jobs));
  }
  double sum = 0;
  for (const auto& [soc, errors] : by_occupation) {
    double scale = 0;
    for (const auto& [error, spread] : errors) {
      scale += error / spread / static_cast<double>(errors.size());
      sum -= std::log(spread);
    }
    sum -= static_cast<double>(errors.size()) * std::log(scale);
  }
  return sum;
}

void fit_errors(const std::vector<Left>& cells, AreaParameters& out) {
  constexpr std::size_t middle = 2;
  std::vector<Residual> residuals;
  std::map<Text, std::vector<double>> by_occupation;
  for (const auto& left : cells) {
    const double error =
        left.here[middle] - left.state[middle] - out.reach[middle] * apart_of(left, out.reference_jobs)[middle];
    residuals.push_back({left.occupation->soc, left.jobs, error});
    by_occupation[left.occupation->soc].push_back(std::abs(error));
  }
  double best = -1e18;
  constexpr std::array<double, 10> few_candidates{10, 20, 30, 50, 75, 100, 150, 200, 300, 500};
  for (const double few : few_candidates) {
    const double here = likelihood(residuals, few);
    if (here > best) {
      best = here;
      out.few_jobs = few;
    }
  }
  constexpr double normal_of_median = 1.4826;  // standard deviation of a normal over its median absolute value
  std::vector<double> all;
  for (const auto& [soc, errors] : by_occupation) {
    out.error_of.emplace_back(soc, normal_of_median * median(errors));
    all.push_back(out.error_of.back().second);
  }
  out.error = median(all);
  out.cells = static_cast<std::int32_t>(cells.size());
}

}  // namespace

AreaParameters fit_areas(const Tables& tables) {
  const Cells cells = complete_cells(tables);
  const double blank_jobs = Priors(tables).mean("blank_jobs");
  std::vector<Left> all;
  std::map<Text, std::int32_t> count;
  for (const auto& [occupation, area, state] : audit::local_cells(tables)) {
    if (find(cells, area->states[0], occupation->soc) != nullptr) {
      all.push_back(left_of(tables, cells, *area, *occupation, blank_jobs));
      ++count[occupation->soc];
    }
  }

  std::erase_if(all, [&](const Left& left) { return count[left.occupation->soc] < enough_cells; });
  AreaParameters out;
  fit_reach(all, role_weights(tables), out);
  fit_errors(all, out);
  return out;
}

}  // namespace hisalary::fit
