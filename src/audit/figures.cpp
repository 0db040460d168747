// SPDX-License-Identifier: MIT
#include "figures.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/number.hpp"
#include "data/tables.hpp"
#include "model/time.hpp"
#include "states.hpp"
#include "table_quote.hpp"

namespace hisalary::audit {
namespace {

constexpr double percent = 100;
constexpr double near_enough = 10;
constexpr double open_bracket = 4;

bool is_place(Text area) { return area == "US" || area.size() == 2; }

std::optional<double> midpoint_of(const PublishedFigure& figure) {
  if (!figure.low || !figure.high) {
    return figure.low;
  }
  return *figure.low == *figure.high ? *figure.low : std::sqrt(*figure.low * *figure.high);
}

std::optional<double> years_of(const PublishedFigure& figure) {
  if (figure.ask_years || !figure.years_min) {
    return figure.ask_years;
  }
  return figure.years_max ? (*figure.years_min + *figure.years_max) / 2 : *figure.years_min + open_bracket;
}

/// The options of the command line that ask a question.
std::string options_of(const Question& question) {
  std::string out;
  const auto add = [&](const char* option, const std::optional<std::string>& value) {
    out += value ? (out.empty() ? "" : " ") + std::string(option) + " " + *value : "";
  };
  add("--role", question.role);
  for (const auto& credential : question.credentials) {
    add("--cert", credential);
  }
  add("--years", question.years);
  add("--education", question.education);
  add("--setting", question.setting);
  add("--state", question.state);
  add("--as-of", question.as_of);
  return out;
}

double ask(const Model& model, const Question& question) {
  return model.estimate(understand(model.dataset(), question)).pay.p50();
}

/// Why a figure of this kind is not compared.
const char* reason_for(Way way) {
  switch (way) {
    case Way::Outlook: return "a projection of jobs, not pay";
    case Way::Benefit: return "it comes beside base pay, which is what the model answers";
    case Way::BillingRate: return "the model answers wages, not what a client is billed";
    case Way::TotalPay: return "the model answers base pay, not total compensation";
    default: return "no question for the model and no BLS table can be read from it";
  }
}

/// Checks one figure, in the way that suits it.
class Checking {
 public:
  Checking(const Model& model, const PublishedFigure& figure)
      : model_(model), tables_(model.dataset().tables()), figure_(figure) {
    out_.figure = &figure;
    out_.way = way_of(figure);
    out_.midpoint = figure.unit == "rank" ? std::nullopt : midpoint_of(figure);
  }

  FigureCheck run() {
    switch (out_.way) {
      case Way::Model: by_model(); break;
      case Way::LowerBound: lower_bound(); break;
      case Way::Between: between(); break;
      case Way::Rank: rank(); break;
      case Way::LowStates: low_states(); break;
      case Way::Table: table(); break;
      default: not_comparable();
    }
    return std::move(out_);
  }

 private:
  void answer(double value) {
    out_.answer = value;
    if (out_.midpoint) {
      out_.difference = percent * (value / *out_.midpoint - 1);
    }
  }

  void ask_model() {
    const Question question = question_of(figure_);
    out_.question = options_of(question);
    answer(ask(model_, question));
  }

  void by_model() {
    ask_model();
    out_.verdict = std::abs(*out_.difference) <= near_enough ? Verdict::Within : Verdict::Off;
  }

  void lower_bound() {
    ask_model();
    (void)add_state_means();
    out_.verdict = *out_.answer >= *figure_.low ? Verdict::Holds : Verdict::Fails;
  }

  /// Adds BLS's means in the figure's state, of the occupations that the evidence names.
  std::vector<double> add_state_means() {
    std::vector<double> means;
    const auto quarter = quarter_of();
    for (const auto& soc : soc_codes(figure_.really)) {
      const auto mean = quarter && figure_.area != "US" ? mean_in(tables_, soc, figure_.area, *quarter) : std::nullopt;
      if (mean) {
        means.push_back(*mean);
        out_.facts.push_back({soc + " mean there, " + in_dollars(), *mean, "USD/year"});
      }
    }
    return means;
  }

  [[nodiscard]] std::optional<Quarter> quarter_of() const {
    return model::parse_quarter(std::string(figure_.year) + "-05");
  }

  [[nodiscard]] std::string in_dollars() const {
    return "May " + release_of(tables_) + " in " + std::string(figure_.year) + " dollars";
  }

  void between() {
    ask_model();
    const auto means = add_state_means();
    if (means.size() < 2) {
      not_comparable("the state's means of the two occupations are not here");
      return;
    }
    const auto [low, high] = std::ranges::minmax(means);
    out_.verdict = low <= *figure_.low && *figure_.high <= high ? Verdict::Holds : Verdict::Fails;
    out_.reason = out_.verdict == Verdict::Holds ? "it lies between the two occupations"
                                                 : "it does not lie between the two occupations";
  }

  void rank() {
    const Question question = question_of(figure_);
    out_.question = options_of(question);
    const auto by_model = rank_in(states_by_model(model_, question), figure_.area);
    if (!by_model) {
      not_comparable("the place is no state");
      return;
    }
    for (const auto& soc : soc_codes(figure_.really)) {
      const auto states = states_by_mean(tables_, soc);
      if (const auto place = rank_in(states, figure_.area)) {
        out_.facts.push_back(
            {soc + " among " + std::to_string(states.size()) + " states by BLS's mean of May " + release_of(tables_),
             static_cast<double>(*place), "rank"});
      }
    }
    out_.answer = static_cast<double>(*by_model);
    out_.verdict = *figure_.low <= *out_.answer && *out_.answer <= *figure_.high ? Verdict::Holds : Verdict::Fails;
    out_.reason = "the answer is the rank by the model's median for the role in every state";
  }

  /// The band is held against BLS's means of the occupation that the evidence names, in the five states where they are
  /// lowest; what the model says of the role in its own lowest state stands beside.
  void low_states() {
    const auto codes = soc_codes(std::string(figure_.verdict) + " " + std::string(figure_.really));
    const auto quarter = quarter_of();
    const auto lowest = codes.empty() || !quarter ? std::vector<StatePay>{} : last(states_by_mean(tables_, codes[0]));
    if (lowest.empty()) {
      not_comparable("no state has a mean for the occupation");
      return;
    }
    bool holds = true;
    std::vector<double> means;
    for (const auto& state : lowest) {
      means.push_back(mean_in(tables_, codes[0], state.area->code, *quarter).value_or(state.pay));
      holds = holds && *figure_.low <= means.back() && means.back() <= *figure_.high;
      out_.facts.push_back({std::string(state.area->title), means.back(), "USD/year"});
    }
    const Question question = question_of(figure_);
    out_.question = options_of(question);
    const auto by_model = last(states_by_model(model_, question));
    out_.facts.push_back({"the role's lowest median by the model, " + std::string(by_model.front().area->title),
                          by_model.front().pay, "USD/year"});
    answer(means[means.size() / 2]);
    out_.verdict = holds ? Verdict::Holds : Verdict::Fails;
    out_.reason = "the answer is the middle one of the five lowest means of " + codes[0] + ", " + in_dollars();
  }

  void table() {
    const auto quote = find_quote(tables_, soc_codes(figure_.really)[0], figure_);
    if (!quote) {
      not_comparable("BLS's table of that year is not here");
      return;
    }
    answer(quote->published);
    out_.verdict = quote->same ? Verdict::AsPublished : Verdict::Misquoted;
    out_.reason = quote->words;
    out_.facts = quote->facts;
  }

  void not_comparable() {
    not_comparable(reason_for(out_.way));
    if (out_.way == Way::Outlook) {
      outlook();
    } else if (out_.way == Way::BillingRate && !figure_.ask_role.empty()) {
      const Question question = question_of(figure_);
      out_.question = options_of(question);
      out_.facts.push_back({"its wage for the same work", ask(model_, question) / hours_a_year, "USD/hour"});
    } else if (out_.way == Way::TotalPay && !figure_.ask_role.empty()) {
      const Question question = question_of(figure_);
      out_.question = options_of(question);
      out_.facts.push_back({"its base pay", ask(model_, question), "USD/year"});
    }
  }

  void not_comparable(const char* reason) {
    out_.verdict = Verdict::NotComparable;
    out_.answer.reset();
    out_.difference.reset();
    out_.reason = reason;
  }

  void outlook() {
    const auto row = std::ranges::find(tables_.outlook, figure_.ask_role, &Outlook::soc);
    if (row == tables_.outlook.end()) {
      return;
    }
    if (row->change_percent) {
      out_.facts.push_back({"BLS, 2024 to 2034, " + std::string(row->soc), *row->change_percent, "percent"});
    }
    if (row->openings) {
      out_.facts.push_back({"openings a year", *row->openings, "jobs"});
    }
  }

  const Model& model_;
  const Tables& tables_;
  const PublishedFigure& figure_;
  FigureCheck out_;
};

}  // namespace

Way way_of(const PublishedFigure& figure) {
  if (figure.statistic == "outlook") {
    return Way::Outlook;
  }
  if (figure.verdict == "benefit") {
    return Way::Benefit;
  }
  if (figure.unit == "USD/hour") {
    return Way::BillingRate;
  }
  if (figure.verdict == "total compensation") {
    return Way::TotalPay;
  }
  if (!figure.low) {
    return Way::NoQuestion;
  }
  if (figure.ask_role.empty()) {
    return is_quoted(figure.statistic) && !soc_codes(figure.really).empty() ? Way::Table : Way::NoQuestion;
  }
  if (!figure.high) {
    return Way::LowerBound;
  }
  if (figure.unit == "rank") {
    return Way::Rank;
  }
  if (figure.verdict.starts_with("between")) {
    return Way::Between;
  }
  return is_place(figure.area) ? Way::Model : Way::LowStates;
}

Question question_of(const PublishedFigure& figure) {
  Question question;
  const auto said = [](Text text) { return text.empty() ? std::nullopt : std::optional<std::string>(text); };
  question.role = said(figure.ask_role);
  if (!figure.credential.empty()) {
    question.credentials = {std::string(figure.credential)};
  }
  if (const auto years = years_of(figure)) {
    question.years = number_text(*years);
  }
  question.education = said(figure.education);
  question.setting = said(figure.setting);
  if (figure.unit != "rank" && is_place(figure.area) && figure.area != "US") {
    question.state = std::string(figure.area);
  }
  question.as_of = figure.year.empty() ? "release" : std::string(figure.year) + "-05";
  return question;
}

FigureCheck check_figure(const Model& model, const PublishedFigure& figure) { return Checking(model, figure).run(); }

std::vector<FigureCheck> check_figures(const Model& model) {
  std::vector<FigureCheck> out;
  for (const auto& figure : model.dataset().tables().published_figures) {
    out.push_back(check_figure(model, figure));
  }
  return out;
}

FigureCounts count(const std::vector<FigureCheck>& checks) {
  FigureCounts out;
  for (const auto& one : checks) {
    const bool within = one.verdict == Verdict::Within;
    const bool whole = one.figure->verdict == "calibrate";
    const bool weak = one.figure->verdict == "calibrate weakly";
    ++out.figures;
    out.answered += one.verdict != Verdict::NotComparable ? 1 : 0;
    out.compared += within || one.verdict == Verdict::Off ? 1 : 0;
    out.within += within ? 1 : 0;
    out.calibrate += whole ? 1 : 0;
    out.calibrate_within += whole && within ? 1 : 0;
    out.weak += weak ? 1 : 0;
    out.weak_within += weak && within ? 1 : 0;
    out.claims += one.verdict == Verdict::Holds || one.verdict == Verdict::Fails ? 1 : 0;
    out.hold += one.verdict == Verdict::Holds ? 1 : 0;
    out.quoted += one.verdict == Verdict::AsPublished || one.verdict == Verdict::Misquoted ? 1 : 0;
    out.quoted_right += one.verdict == Verdict::AsPublished ? 1 : 0;
  }
  return out;
}

std::vector<std::string> soc_codes(std::string_view text) {
  constexpr std::string_view shape = "00-0000";
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  std::vector<std::string> codes;
  for (std::size_t at = 0; at + shape.size() <= text.size(); ++at) {
    const auto word = text.substr(at, shape.size());
    const bool alone = (at == 0 || !is_digit(text[at - 1])) &&
                       (at + shape.size() == text.size() || !is_digit(text[at + shape.size()]));
    const bool fits =
        std::ranges::equal(word, shape, [&](char c, char form) { return form == '-' ? c == '-' : is_digit(c); });
    if (alone && fits) {
      codes.emplace_back(word);
      at += shape.size() - 1;
    }
  }
  return codes;
}

}  // namespace hisalary::audit
