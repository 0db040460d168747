// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/tables.hpp"

namespace hisalary::fit {

/// The values of all parameters of evidence/priors.json, in its order. Those with a standard deviation of 0 are taken
/// as given.
using Values = std::vector<double>;

/// Finds parameters by name.
class Priors {
 public:
  explicit Priors(const Tables& tables) : rows_(tables.priors) {}

  [[nodiscard]] List<Prior> rows() const noexcept { return rows_; }
  [[nodiscard]] Values means() const;

  [[nodiscard]] std::optional<std::size_t> find(std::string_view id) const;
  /// Throws Error BadData when evidence/priors.json lacks it.
  [[nodiscard]] std::size_t index(std::string_view id) const;
  /// The row "id.of" where there is one, else the row "id".
  [[nodiscard]] std::size_t index(std::string_view id, std::string_view of) const;
  /// The mean of a parameter.
  [[nodiscard]] double mean(std::string_view id) const { return rows_[index(id)].mean; }

 private:
  List<Prior> rows_;
};

/// Shares of a family and fact, else of the family "all". Throws Error BadData when neither is there.
[[nodiscard]] std::vector<const WorkforceShare*> shares_of(const Tables& tables, std::string_view family,
                                                           std::string_view fact);

}  // namespace hisalary::fit
