// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <span>

#include "hisalary/dataset.hpp"
#include "hisalary/estimate.hpp"
#include "hisalary/profile.hpp"

namespace hisalary {

namespace model {
class Pricer;
}

/// The salary model. Pure: the same profile gives the same estimate; safe to use from several threads. Copies share
/// what they remember.
class Model {
 public:
  /// Keeps a copy of the data set (a shared handle, not the tables).
  explicit Model(Dataset dataset);

  /// The whole answer. Throws Error Usage for an empty profile and for one that was made for another data set; NoAnswer
  /// when nothing is published for the question (an old release without the occupation).
  [[nodiscard]] Estimate estimate(const Profile& profile) const;

  /// The pay of many people: answers[i] is estimate(people[i]).pay, to the last bit. Looks each market up once and
  /// allocates nothing for a person once the markets asked for are known. Throws Error Usage when the two spans differ
  /// in length, else as the other does.
  void estimate(std::span<const Profile> people, std::span<Percentiles> answers) const;

  [[nodiscard]] const Dataset& dataset() const noexcept { return dataset_; }

  /// Throws Error Usage for an empty profile and for one that was made for another data set.
  void require(const Profile& profile) const;

  /// For the library itself: facts of this data set are priced without a check.
  [[nodiscard]] const model::Pricer& pricer() const noexcept { return *pricer_; }

 private:
  Dataset dataset_;
  std::shared_ptr<const model::Pricer> pricer_;
};

}  // namespace hisalary
