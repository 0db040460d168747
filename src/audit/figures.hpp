// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "data/tables.hpp"
#include "hisalary/model.hpp"
#include "query/question.hpp"

namespace hisalary::audit {

/// How a figure that a guide prints can be checked.
enum class Way : std::uint8_t {
  Model,       ///< ask the model the same question
  LowerBound,  ///< ask the model; the figure says "over"
  Between,     ///< a state's figure, to lie between two occupations there
  Rank,        ///< a place in the order of the states
  LowStates,   ///< a band for the lowest-paying states
  Table,       ///< the figure quotes BLS: compare with BLS's own table
  Outlook,     ///< a projection of jobs: compare with BLS's newest
  Benefit,     ///< not comparable, as are the next three
  BillingRate,
  TotalPay,
  NoQuestion,
};

enum class Verdict : std::uint8_t {
  Within,         ///< the model's median is within 10% of the figure's midpoint
  Off,            ///< it is not
  Holds,          ///< a bound, a band or a rank that agrees with the answer
  Fails,          ///< one that does not
  AsPublished,    ///< BLS published this figure for that year
  WrongLabel,     ///< BLS published it, for other people than the guide says
  Misquoted,      ///< BLS published another
  Superseded,     ///< BLS projects other figures now
  NotComparable,  ///< with the reason
};

/// A number beside an answer.
struct Fact {
  std::string label;
  double value = 0;
  std::string unit;  ///< USD/year, USD/hour, percent, rank or jobs
};

/// One published figure, checked.
struct FigureCheck {
  const PublishedFigure* figure = nullptr;
  Way way = Way::NoQuestion;
  Verdict verdict = Verdict::NotComparable;
  std::optional<double> midpoint;  ///< of the figure: its value, or the geometric mean of its ends
  std::optional<double> answer;    ///< the model's median (its mean beside a mean), BLS's own figure, or a rank; in the
                                   ///< figure's unit and its year's dollars
  std::optional<double> difference;  ///< of the answer from the midpoint (a bound: from the bound), in percent
  std::string question;              ///< the options that ask the model the same; empty: it was not asked
  std::string reason;                ///< why it cannot be compared, or what the verdict rests on; may be empty
  std::vector<Fact> facts;
};

/// How many figures were checked, and how it went. `fitted` are those that the fit uses whole, `weak` those that it
/// uses weakly: no test of the model.
struct FigureCounts {
  std::size_t figures = 0;
  std::size_t answered = 0;
  std::size_t compared = 0;  ///< within 10% or off
  std::size_t within = 0;
  std::size_t fitted = 0;
  std::size_t fitted_within = 0;
  std::size_t weak = 0;
  std::size_t weak_within = 0;
  std::size_t claims = 0;  ///< bounds, bands and ranks
  std::size_t hold = 0;
  std::size_t quoted = 0;  ///< quotations of BLS
  std::size_t quoted_right = 0;
};

[[nodiscard]] Way way_of(const PublishedFigure& figure);

/// The same question for the model, in the dollars of May of the figure's year. Without a year of experience to ask for
/// it is the middle of the bracket; an open bracket is asked four years past its beginning.
[[nodiscard]] Question question_of(const PublishedFigure& figure);

/// One figure checked. Throws Error when its question cannot be understood.
[[nodiscard]] FigureCheck check_figure(const Model& model, const PublishedFigure& figure);

/// Every published figure of the model's data set, in the order of the file.
[[nodiscard]] std::vector<FigureCheck> check_figures(const Model& model);

[[nodiscard]] FigureCounts count(const std::vector<FigureCheck>& checks);

/// SOC codes in a text, in order.
[[nodiscard]] std::vector<std::string> soc_codes(std::string_view text);

}  // namespace hisalary::audit
