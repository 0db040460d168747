// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "audit/areas.hpp"
#include "audit/figures.hpp"
#include "audit/lookup.hpp"
#include "audit/observed.hpp"
#include "data/tables.hpp"
#include "hisalary/dataset.hpp"
#include "page.hpp"

namespace hisalary::output {

/// Every published figure beside the model's answer, then what each really is.
[[nodiscard]] std::string figures_text(const std::vector<audit::FigureCheck>& checks, const Screen& screen);
/// The areas left out in turn: the errors of the prediction beside those of the state's and the nation's figure.
[[nodiscard]] std::string areas_text(const audit::AreasCheck& areas, const Screen& screen);
/// Observed pay: the errors of the model beside those of the state's and the nation's median, by kind and by family of
/// roles.
[[nodiscard]] std::string observed_text(const audit::ObservedCheck& observed, const Screen& screen);
/// What a number really is.
[[nodiscard]] std::string search_text(const std::string& asked, const audit::Search& search, const Screen& screen);

/// hisalary/check/1, see data/schema/check.schema.json; one object and a final newline.
[[nodiscard]] std::string figures_json(const Dataset& dataset, const std::vector<audit::FigureCheck>& checks);
[[nodiscard]] std::string areas_json(const Dataset& dataset, const audit::AreasCheck& areas);
[[nodiscard]] std::string observed_json(const Dataset& dataset, const audit::ObservedCheck& observed);
[[nodiscard]] std::string search_json(const Dataset& dataset, const std::string& asked, const audit::Search& search);

/// RFC 4180 with a heading.
[[nodiscard]] std::string figures_csv(const std::vector<audit::FigureCheck>& checks);
[[nodiscard]] std::string areas_csv(const audit::AreasCheck& areas);
[[nodiscard]] std::string observed_csv(const audit::ObservedCheck& observed);
[[nodiscard]] std::string search_csv(const audit::Search& search);

/// A figure as a guide prints it: 38,000 to 55,000, over 69,000, 75 to 150 an hour, 7% / 15000.
[[nodiscard]] std::string printed(const PublishedFigure& figure);

/// A number in its unit: $62,990, $43.10, 14.7%, 3,200, 19th.
[[nodiscard]] std::string in_unit(double value, std::string_view unit);

/// Who gave the answer: model, BLS, or nobody (empty).
[[nodiscard]] std::string_view answerer(const audit::FigureCheck& one);

[[nodiscard]] std::string_view name_of(audit::Verdict verdict);
[[nodiscard]] std::string_view name_of(audit::Where where);

}  // namespace hisalary::output
