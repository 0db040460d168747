// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <span>

#include "hisalary/dataset.hpp"
#include "hisalary/estimate.hpp"

namespace hisalary {

namespace model {
class Prices;
}

/// The salary model. Pure: the same profile gives the same estimate; safe to use from several threads.
class Model {
 public:
  /// Keeps a copy of the data set (a shared handle, not the tables).
  explicit Model(Dataset dataset);

  /// The whole answer. Throws Error NoAnswer when nothing is published for the question (an old release without the
  /// occupation); is total otherwise.
  [[nodiscard]] Estimate estimate(const Facts& profile) const;

  /// The pay of many people: answers[i] is estimate(people[i]).pay, to the last bit. Looks each market up once and
  /// allocates nothing for a row once the markets asked for are known; a profile with an older release takes the long
  /// way. Throws Error Usage when the two spans differ in length, else as the other does.
  void estimate(std::span<const Facts> people, std::span<Percentiles> answers) const;

  [[nodiscard]] const Dataset& dataset() const noexcept { return dataset_; }

 private:
  Dataset dataset_;
  std::shared_ptr<model::Prices> prices_;  ///< what estimates of many people keep; shared by copies
};

}  // namespace hisalary
