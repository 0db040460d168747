// SPDX-License-Identifier: MIT
#include "problem.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

#include "base/text.hpp"
#include "data/tables.hpp"
#include "explain/standing.hpp"
#include "hisalary/error.hpp"
#include "model/parameters.hpp"
#include "model/pricer.hpp"

namespace hisalary::fit {
namespace {

constexpr double firm = 0.005;  ///< in ln pay: how far a rule may be missed
constexpr std::string_view setting_reach = "setting_reach";
constexpr std::string_view setting_shift = "setting_shift";

/// The lower triangle L with L L' = the matrix (Cholesky). The priors make every matrix here positive definite.
Matrix decompose(Matrix a) {
  for (std::size_t j = 0; j < a.size(); ++j) {
    for (std::size_t k = 0; k < j; ++k) {
      if (a(j, k) != 0) {
        for (std::size_t i = j; i < a.size(); ++i) {
          a(i, j) -= a(i, k) * a(j, k);
        }
      }
    }
    const double root = std::sqrt(a(j, j));
    for (std::size_t i = j; i < a.size(); ++i) {
      a(i, j) /= root;
    }
  }
  return a;
}

std::vector<double> solve_with(const Matrix& lower, std::vector<double> b) {
  const std::size_t n = lower.size();
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      b[i] -= lower(i, k) * b[k];
    }
    b[i] /= lower(i, i);
  }
  for (std::size_t i = n; i-- > 0;) {
    for (std::size_t k = i + 1; k < n; ++k) {
      b[i] -= lower(k, i) * b[k];
    }
    b[i] /= lower(i, i);
  }
  return b;
}

/// Value and slope of an equation at given parameter values.
struct Reading {
  double residual;
  double slope;  ///< of ln pay by normal score
};

Reading read(const Equation& equation, const Values& values) {
  double standing = equation.constant;
  for (const auto& [index, factor] : equation.factors) {
    standing += factor * values[index];
  }
  if (equation.straight) {
    return {equation.target - standing, 1};
  }
  double shift = 0;
  for (const auto& [index, factor] : equation.shift) {
    shift += factor * values[index];
  }
  const double target = equation.target + (equation.above ? equation.lower(values[*equation.above]) : 0);
  constexpr double step = 1e-4;
  constexpr double least_slope = 0.05;  // past the cut of the curve a step must still lead somewhere
  const double slope = (equation.curve(standing + step) - equation.curve(standing - step)) / (2 * step);
  return {target - equation.curve(standing) - shift, std::max(slope, least_slope)};
}

/// An employer and the title of one of its records; of a published figure its id.
std::pair<Text, std::string> title_of(const Observation& one) {
  return {one.group, one.record != nullptr ? bare(one.record->title) : std::string(one.id)};
}

}  // namespace

Problem::Problem(const Tables& base, const AreaParameters& area, const std::vector<Observation>& observations,
                 const std::vector<Comparison>& surveys)
    : priors_(base),
      freedom_(priors_.mean("noise_freedom")),
      column_(priors_.rows().size(), priors_.rows().size()),
      equations_(observations.size()),
      observations_(observations.size()) {
  for (std::size_t i = 0; i < priors_.rows().size(); ++i) {
    if (priors_.rows()[i].sd > 0) {
      column_[i] = free_.size();
      free_.push_back(i);
    }
  }
  read_standing(base, area, observations);
  read_curves(base, area, observations);
  read_employers(observations);
  weigh(observations);
  add_surveys(surveys);
  add_ladder(base, area);
}

/// The standing is linear in the parameters, so the model's own answer at two points gives its factors. (Not quite
/// where the years are unknown: the shape of the career curve says how far credentials have faded. Its slope at the
/// priors serves.)
void Problem::read_standing(const Tables& base, const AreaParameters& area,
                            const std::vector<Observation>& observations) {
  const Values start = priors_.means();
  const Candidate at_start(base, start, area, false);
  for (std::size_t i = 0; i < observations.size(); ++i) {
    equations_[i].constant = explain::standing_of(at_start.tables(), observations[i].profile).mean;
  }
  std::vector<double> constants(observations.size());
  std::ranges::transform(equations_, constants.begin(), &Equation::constant);
  for (const std::size_t index : free_) {  // the employers are not among them yet
    constexpr double step = 0.01;          // small enough to keep the order of premiums
    constexpr double zero = 1e-9;
    Values moved = start;
    moved[index] += step;
    const Candidate there(base, moved, area, false);
    for (std::size_t i = 0; i < observations.size(); ++i) {
      const double factor = (explain::standing_of(there.tables(), observations[i].profile).mean - constants[i]) / step;
      if (std::abs(factor) > zero) {
        equations_[i].factors.emplace_back(index, factor);
        equations_[i].constant -= factor * start[index];
      }
    }
  }
}

void Problem::read_curves(const Tables& base, const AreaParameters& area,
                          const std::vector<Observation>& observations) {
  Values none = priors_.means();
  Values whole = none;
  for (std::size_t i = 0; i < none.size(); ++i) {
    const Text id = priors_.rows()[i].id;
    if (id.starts_with(setting_reach)) {
      none[i] = 0;
      whole[i] = 1;
    } else if (id.starts_with(setting_shift)) {
      none[i] = 0;
    }
  }
  const Candidate without(base, none, area, false);
  const Candidate with(base, whole, area, false);
  const model::Pricer without_settings(without.tables());
  const model::Pricer with_settings(with.tables());
  for (std::size_t i = 0; i < observations.size(); ++i) {
    const Facts& profile = observations[i].profile;
    equations_[i].curve = without_settings.curve(profile);
    if (profile.setting == nullptr || profile.role == nullptr) {
      continue;
    }
    if (const auto own = shift_of(profile)) {
      equations_[i].shift.emplace_back(*own, 1);
      continue;
    }
    const double shift = with_settings.curve(profile)(0) - equations_[i].curve(0);
    equations_[i].shift.emplace_back(priors_.index(setting_reach, profile.setting->id), shift);
  }
}

/// The fitted shift of a person's kind of employer; nothing where industries say it.
std::optional<std::size_t> Problem::shift_of(const Facts& person) const {
  const std::string id = std::string(setting_shift) + "." + std::string(person.setting->id);
  const auto own = priors_.find(id + "." + std::string(person.role->family));
  return own ? own : priors_.find(id);
}

/// Employers of two records and more get a parameter of their own, so that the records of one pay scale count as one
/// word about the market, and tell of the differences between its titles.
void Problem::read_employers(const std::vector<Observation>& observations) {
  std::map<Text, int> count;
  for (const auto& one : observations) {
    ++count[one.group];
  }
  std::map<Text, std::size_t> index;
  for (std::size_t i = 0; i < observations.size(); ++i) {
    if (count[observations[i].group] < 2 || observations[i].kind == federal_series) {
      continue;
    }
    const auto [it, is_new] = index.try_emplace(observations[i].group, priors_.rows().size() + employers_);
    if (is_new) {
      ++employers_;
      column_.push_back(free_.size());
      free_.push_back(it->second);
    }
    equations_[i].shift.emplace_back(it->second, 1);
  }
}

void Problem::weigh(const std::vector<Observation>& observations) {
  std::map<std::pair<Text, std::string>, int> count;  // one title of one employer in several years is one word
  for (const auto& one : observations) {
    ++count[title_of(one)];
  }
  const double employer = priors_.mean("employer_spread");
  const double person = priors_.mean("person_spread");
  for (std::size_t i = 0; i < observations.size(); ++i) {
    const Observation& one = observations[i];
    Equation& equation = equations_[i];
    const double noise = priors_.mean("noise." + one.kind);
    const double people = one.record != nullptr && one.record->count ? person * person / *one.record->count : 0;
    // One pay scale serves all of the federal government: its setting is the employer.
    const bool alone =
        one.kind != federal_series && (equation.shift.empty() || equation.shift.back().first < priors_.rows().size());
    equation.target = one.log_pay;
    equation.at_least = one.at_least;
    equation.noise = std::sqrt(noise * noise + people + (alone ? employer * employer : 0));
    equation.weight = 1.0 / count[title_of(one)];
  }
}

void Problem::add_surveys(const std::vector<Comparison>& surveys) {
  std::map<Text, int> count;
  for (const auto& survey : surveys) {
    ++count[survey.publisher];
  }
  for (const auto& survey : surveys) {
    Equation equation;
    equation.straight = true;
    equation.target = survey.target;
    equation.at_least = survey.at_least;
    for (const auto& [index, factor] : survey.factors) {
      if (priors_.rows()[index].sd > 0) {
        equation.factors.emplace_back(index, factor);
      } else {
        equation.constant += factor * priors_.rows()[index].mean;
      }
    }
    equation.noise = survey.noise;
    equation.weight = survey.at_least ? 1 : 1 / std::sqrt(count[survey.publisher]);
    equations_.push_back(std::move(equation));
  }
}

/// A step up the ladder of roles pays at least ladder_step more in the nation.
void Problem::add_ladder(const Tables& base, const AreaParameters& area) {
  const Candidate at_start(base, priors_.means(), area, false);
  const model::Pricer pricer(at_start.tables());
  const auto curve_of = [&](Text id) {
    Facts person;
    person.role = &*std::ranges::find(base.roles, id, &Role::id);
    person.as_of.kind = AsOf::Kind::Release;
    return pricer.curve(person);
  };
  for (const auto& higher : base.roles) {
    for (const Text lower : higher.above) {
      if (std::ranges::find(base.roles, lower, &Role::id)->curve == "career") {
        continue;  // its years hold promotions: a rule of the pricer lifts the higher one at the end of them
      }
      Equation equation;
      equation.factors.emplace_back(priors_.index("position." + std::string(higher.id)), 1);
      equation.curve = curve_of(higher.id);
      equation.lower = curve_of(lower);
      equation.above = priors_.index("position." + std::string(lower));
      equation.target = priors_.mean("ladder_step");
      equation.at_least = true;
      equation.noise = firm;
      equations_.push_back(std::move(equation));
    }
  }
}

double Problem::sd(std::size_t parameter) const {
  return parameter < priors_.rows().size() ? priors_.rows()[parameter].sd : priors_.mean("employer_spread");
}

double Problem::mean(std::size_t parameter) const {
  return parameter < priors_.rows().size() ? priors_.rows()[parameter].mean : 0;
}

Solution Problem::solve(const std::vector<bool>& keep) const {
  constexpr int most_steps = 200;
  constexpr double small_step = 1e-9;
  constexpr double damping = 0.7;  // the weights move with the values; a whole step may swing
  Solution solution{priors_.means(), std::vector<double>(column_.size())};
  solution.values.resize(column_.size());
  for (int i = 0; i < most_steps; ++i) {
    Step step(free_.size());
    add_priors(solution.values, step);
    for (std::size_t e = 0; e < equations_.size(); ++e) {
      if (e >= observations_ || keep.empty() || keep[e]) {
        add_equation(equations_[e], solution.values, step);
      }
    }
    const Matrix lower = decompose(step.curvature);
    const auto change = solve_with(lower, step.gradient);
    double largest = 0;
    for (std::size_t j = 0; j < change.size(); ++j) {
      solution.values[free_[j]] += damping * change[j];
      largest = std::max(largest, std::abs(change[j]));
    }
    if (largest < small_step || i + 1 == most_steps) {
      for (std::size_t j = 0; j < free_.size(); ++j) {
        std::vector<double> unit(free_.size());
        unit[j] = 1;
        solution.uncertainty[free_[j]] = std::sqrt(solve_with(lower, std::move(unit))[j]);
      }
      break;
    }
  }
  return solution;
}

void Problem::add_priors(const Values& values, Step& step) const {
  for (std::size_t j = 0; j < free_.size(); ++j) {
    const double sd = this->sd(free_[j]);
    step.curvature(j, j) += 1 / (sd * sd);
    step.gradient[j] += (mean(free_[j]) - values[free_[j]]) / (sd * sd);
  }
}

void Problem::add_equation(const Equation& equation, const Values& values, Step& step) const {
  const Reading reading = read(equation, values);
  if (equation.at_least && reading.residual < 0) {
    return;
  }
  const double scaled = reading.residual / equation.noise;
  const double weight =
      equation.weight * (freedom_ + 1) / (freedom_ + scaled * scaled) / (equation.noise * equation.noise);
  std::vector<std::pair<std::size_t, double>> derivative;
  for (const auto& [index, factor] : equation.factors) {
    derivative.emplace_back(column_[index], factor * reading.slope);
  }
  for (const auto& [index, factor] : equation.shift) {
    if (column_[index] < free_.size()) {
      derivative.emplace_back(column_[index], factor);
    }
  }
  for (const auto& [a, da] : derivative) {
    step.gradient[a] += weight * da * reading.residual;
    for (const auto& [b, db] : derivative) {
      step.curvature(a, b) += weight * da * db;
    }
  }
}

}  // namespace hisalary::fit
