// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "areas.hpp"
#include "data/tables.hpp"
#include "evidence.hpp"
#include "model/curve.hpp"
#include "surveys.hpp"

namespace hisalary::fit {

/// One number that the model should meet: ln pay = curve(standing) + shift, where the standing is linear in the free
/// parameters; or, for a comparison of a survey, the standing itself.
struct Equation {
  std::vector<std::pair<std::size_t, double>> factors;  ///< of the free parameters in the standing
  double constant = 0;                                  ///< of the standing
  std::vector<std::pair<std::size_t, double>> shift;    ///< of the setting parameters and the employer in ln pay
  model::MarketCurve curve;                             ///< without setting
  bool straight = false;                                ///< a comparison: no curve
  double target = 0;
  bool at_least = false;             ///< the target is a lower bound
  std::optional<std::size_t> above;  ///< the target moves: this much above the lower step's median, of this position
  model::MarketCurve lower;          ///< the lower step's
  double noise = 1;
  double weight = 1;
};

/// A square matrix with the rows one after the other.
class Matrix {
 public:
  explicit Matrix(std::size_t n) : n_(n), cells_(n * n) {}
  double& operator()(std::size_t i, std::size_t j) { return cells_[i * n_ + j]; }
  double operator()(std::size_t i, std::size_t j) const { return cells_[i * n_ + j]; }
  [[nodiscard]] std::size_t size() const { return n_; }

 private:
  std::size_t n_;
  std::vector<double> cells_;
};

struct Solution {
  Values values;                    ///< all parameters, then the employers
  std::vector<double> uncertainty;  ///< all parameters; 0 for those taken as given
};

/// The parameters and the equations of one fit. Equation i belongs to observation i; those of the surveys follow.
class Problem {
 public:
  /// `base` must outlive the problem.
  Problem(const Tables& base, const AreaParameters& area, const std::vector<Observation>& observations,
          const std::vector<Comparison>& surveys);

  /// The most likely values, from the equations that are kept (`keep` by observation; empty: all) and those of the
  /// surveys.
  [[nodiscard]] Solution solve(const std::vector<bool>& keep = {}) const;

  [[nodiscard]] const std::vector<Equation>& equations() const noexcept { return equations_; }
  [[nodiscard]] const std::vector<std::size_t>& free() const noexcept { return free_; }

 private:
  /// What one step of Gauss and Newton's method solves.
  struct Step {
    explicit Step(std::size_t n) : curvature(n), gradient(n) {}
    Matrix curvature;
    std::vector<double> gradient;
  };

  void add_priors(const Values& values, Step& step) const;
  void add_equation(const Equation& equation, const Values& values, Step& step) const;
  void read_standing(const Tables& base, const AreaParameters& area, const std::vector<Observation>& observations);
  void read_curves(const Tables& base, const AreaParameters& area, const std::vector<Observation>& observations);
  [[nodiscard]] std::optional<std::size_t> shift_of(const Facts& person) const;
  void read_employers(const std::vector<Observation>& observations);
  void weigh(const std::vector<Observation>& observations);
  void add_ladder(const Tables& base, const AreaParameters& area);
  void add_surveys(const std::vector<Comparison>& surveys);
  [[nodiscard]] double sd(std::size_t parameter) const;
  [[nodiscard]] double mean(std::size_t parameter) const;

  Priors priors_;
  double freedom_;                   ///< of the noise's Student t
  std::size_t employers_ = 0;        ///< parameters past the priors': what an employer of several records pays above
                                     ///< others, in ln; no part of the model
  std::vector<std::size_t> free_;    ///< indices of the parameters that are fitted
  std::vector<std::size_t> column_;  ///< by parameter: its place in free_; past the end: not fitted
  std::vector<Equation> equations_;
  std::size_t observations_ = 0;
};

}  // namespace hisalary::fit
