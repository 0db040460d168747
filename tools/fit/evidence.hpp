// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "data/tables.hpp"
#include "hisalary/dataset.hpp"
#include "hisalary/facts.hpp"
#include "query/question.hpp"

namespace hisalary::fit {

/// The kind of a record that is the mean of a federal series.
inline constexpr Text federal_series = "federal-cell";

/// A pay record or a published figure, with the question that a person would ask to learn it.
struct Observation {
  Text id;
  std::string kind;  ///< ad, class-spec, forum, payroll; published or published-weakly
  Text group;        ///< the employer whose pay scale it shares, or its own id
  const ObservedPay* record = nullptr;
  const PublishedFigure* figure = nullptr;
  Facts profile;
  double log_pay = 0;     ///< in the dollars of its year
  bool at_least = false;  ///< a lower bound: it says nothing once the model is above it
};

/// The question that a record answers: its title as the employer prints it, place, years (the middle of a bracket),
/// degree, credential and kind of employer, in May of its year. Only what the record states and the data set knows.
[[nodiscard]] Question question_of(const Tables& tables, const ObservedPay& record);

/// The question that a published figure answers; only for figures with ask_role.
[[nodiscard]] Question question_of(const PublishedFigure& figure);

/// The core records that have a year; the cells of a federal series in a year count as one, their mean. Throws Error
/// where a title fits no role.
[[nodiscard]] std::vector<Observation> observed(const Dataset& dataset);

/// The published figures in the fit.
[[nodiscard]] std::vector<Observation> published(const Dataset& dataset);

/// What says what people earn whatever their job: records of people with their years, their titles not asked, and the
/// published figures in the fit that name no job.
[[nodiscard]] std::vector<Observation> without_job(const Dataset& dataset);

/// ln of the middle of a figure: the geometric mean of its ends.
[[nodiscard]] double log_middle(const PublishedFigure& figure);

}  // namespace hisalary::fit
