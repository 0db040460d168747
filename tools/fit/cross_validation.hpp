// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <vector>

#include "data/tables.hpp"
#include "fit.hpp"

namespace hisalary::fit {

/// One observed record, answered by fits that had no record of its employer. Errors are answer / observed - 1.
struct ScoredRow {
  const ObservedPay* record = nullptr;
  const Role* role = nullptr;
  std::vector<double> errors;  ///< of the model's median, one for each way to cut the folds
  double inside = 0;           ///< how often the observed pay lies between the model's p10 and p90, 0 to 1
  double state_error =
      0;  ///< of BLS's median for the record's occupation in its state, where published, else in the nation
  double nation_error = 0;

  /// The mean over the ways to cut the folds.
  [[nodiscard]] double error() const;
};

/// A summary over rows. Errors in percent.
struct Score {
  int rows = 0;
  double model = 0;   ///< median absolute error; of several ways to cut the folds, the mean
  double state = 0;   ///< median absolute error of the state's BLS median
  double nation = 0;  ///< and of the nation's
  double bias = 0;    ///< median error of the model
  double inside = 0;  ///< percent between p10 and p90
};

struct CrossOptions {
  int folds = 5;
  int cuts = 8;             ///< ways to cut the folds; results are averaged
  int shuffle_titles = -1;  ///< at least 0: titles change places among the records, a different way for each number
  std::function<void(Facts&)> ask;  ///< changes what is asked (not what is fitted): the state for the metro, no years
};

/// Fits the model once for each fold, without the fold's employers, and answers their records. Folds come from a hash
/// of the employer's name, so the same data set gives the same folds everywhere.
[[nodiscard]] std::vector<ScoredRow> cross_validate(const Dataset& dataset, const CrossOptions& options = {});

/// The score over the rows that `wanted` takes; empty: all.
[[nodiscard]] Score score(const std::vector<ScoredRow>& rows, const std::function<bool(const ScoredRow&)>& wanted = {});

}  // namespace hisalary::fit
