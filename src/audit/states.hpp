// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "data/tables.hpp"
#include "hisalary/model.hpp"
#include "query/question.hpp"

namespace hisalary::audit {

/// What a state pays.
struct StatePay {
  const Area* area = nullptr;
  double pay = 0;  ///< dollars a year
};

/// The year of the wage release, for people.
[[nodiscard]] std::string release_of(const Tables& tables);

/// The states (the District of Columbia with them, territories not) by BLS's mean for an occupation, highest first, in
/// the dollars of the release; states without a published mean are left out.
[[nodiscard]] std::vector<StatePay> states_by_mean(const Tables& tables, std::string_view soc);

/// The states by the model's median for a question, highest first.
[[nodiscard]] std::vector<StatePay> states_by_model(const Model& model, const Question& question);

/// The place of a state (postal code) in an order, from 1; states that pay the same share the better place.
[[nodiscard]] std::optional<std::size_t> rank_in(const std::vector<StatePay>& states, Text code);

/// The last of an order, lowest first.
[[nodiscard]] std::vector<StatePay> last(const std::vector<StatePay>& states, std::size_t most = 5);

/// BLS's mean of an occupation in a state, brought from the release to a quarter by the occupation's national history.
[[nodiscard]] std::optional<double> mean_in(const Tables& tables, std::string_view soc, Text state, Quarter quarter);

}  // namespace hisalary::audit
