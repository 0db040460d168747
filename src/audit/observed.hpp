// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "data/tables.hpp"

namespace hisalary::audit {

/// How the fit leaves employers out: into so many folds, cut anew so many times; errors are averaged over the cuts.
inline constexpr int cross_folds = 5;
inline constexpr int cross_cuts = 8;

/// One observed record, answered by fits that had no record of its employer. Errors are answer / observed - 1; see
/// CrossValidated.
struct ScoredRow {
  const ObservedPay* record = nullptr;
  const Role* role = nullptr;  ///< that its title names; null: the whole occupation
  std::vector<double> errors;  ///< of the model's median, one for each way to cut the folds
  double inside = 0;           ///< how often the observed pay lies between the model's p10 and p90, 0 to 1
  double state_error = 0;      ///< of BLS's median for the occupation in its state, where published, else in the nation
  double nation_error = 0;
  double loss = 0;        ///< pinball loss of the model's five percentiles in ln(pay)
  double state_loss = 0;  ///< and of the state's
  Text confidence;        ///< of the model's answer: high, medium or low
};

/// How much smaller the pinball loss of the model's percentiles is than that of the state's BLS percentiles: 1 - the
/// ratio of the two, each summed over the rows. The ends hold 90 percent of 400 draws of employers.
struct Skill {
  double value = 0;
  double low = 0;
  double high = 0;
};

/// A summary over rows. Errors in percent.
struct Score {
  int rows = 0;
  double model = 0;   ///< median absolute error; of several ways to cut the folds, the mean
  double state = 0;   ///< median absolute error of the state's BLS median
  double nation = 0;  ///< and of the nation's
  double bias = 0;    ///< median error of the model
  double inside = 0;  ///< percent between p10 and p90
  Skill skill;
};

/// The score over the rows that `wanted` takes; empty: all.
[[nodiscard]] Score score(const std::vector<ScoredRow>& rows, const std::function<bool(const ScoredRow&)>& wanted = {});

/// How well the records of one group were answered.
struct ObservedGroup {
  std::string name;
  std::size_t employers = 0;  ///< or persons who report their own pay
  Score score;
  bool judged = false;  ///< 20 rows or more; fewer are reported and prove nothing
};

struct ObservedCheck {
  ObservedGroup all;
  std::vector<ObservedGroup> kinds;        ///< advertisement, payroll and so on, most rows first
  std::vector<ObservedGroup> families;     ///< of the roles that the titles name, most rows first
  std::vector<ObservedGroup> confidences;  ///< by the confidence of the answer: high, medium, low
  ObservedGroup titles;                    ///< employers' titles with five people and more: their median or mean
  ObservedGroup others;                    ///< all but the employer with the most rows, which is in its name
  std::size_t without_year = 0;            ///< explicit health-information titles left out, because they have no year
};

/// Groups rows that a cross-validation answered.
[[nodiscard]] ObservedCheck group(const std::vector<ScoredRow>& rows);

/// Observed pay beside the model, from the cross-validation that the fit wrote (model/cross_validation.json).
[[nodiscard]] ObservedCheck check_observed(const Tables& tables);

}  // namespace hisalary::audit
