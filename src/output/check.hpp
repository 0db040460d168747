// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "audit/areas.hpp"
#include "audit/coherence.hpp"
#include "audit/figures.hpp"
#include "audit/lookup.hpp"
#include "audit/observed.hpp"
#include "result.hpp"

namespace hisalary::output {

// All of hisalary/check/1, see data/schema/check.schema.json.

/// Every published figure beside the model's answer, then what each really is.
[[nodiscard]] Result figures(const Dataset& dataset, const std::vector<audit::FigureCheck>& checks,
                             const Screen& screen);

/// What a number really is. `asked` as it was written.
[[nodiscard]] Result sightings(const Dataset& dataset, const std::string& asked, const audit::Search& search,
                               const Screen& screen);

/// The areas left out in turn: the errors of the prediction beside those of the state's and the nation's figure.
[[nodiscard]] Result area_errors(const Dataset& dataset, const audit::AreasCheck& areas, const Screen& screen);

/// Observed pay: the errors of the model beside those of the state's and the nation's median, by kind and by family of
/// roles.
[[nodiscard]] Result observed_errors(const Dataset& dataset, const audit::ObservedCheck& observed,
                                     const Screen& screen);

/// The answers held against each other: rules, questions and breaches.
[[nodiscard]] Result coherence(const Dataset& dataset, const audit::Coherence& found, const Screen& screen);

/// A number in its unit: $62,990, $43.10, 14.7%, 3,200, rank 19.
[[nodiscard]] std::string in_unit(double value, std::string_view unit);

}  // namespace hisalary::output
