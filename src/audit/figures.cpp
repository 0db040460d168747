// SPDX-License-Identifier: MIT
#include "figures.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "advise/standing.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "data/tables.hpp"
#include "model/time.hpp"
#include "states.hpp"
#include "table_quote.hpp"

namespace hisalary::audit {
namespace {

constexpr double percent = 100;
constexpr double near_enough = 10;
constexpr double open_bracket = 4;
constexpr Text wrong_label = "right figure under a wrong label";

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
    if (value) {
      out += (out.empty() ? "" : " ") + std::string(option) + " " + *value;
    }
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

/// Of the people between the first and the last percent.
double mean_of(const Percentiles& pay) {
  constexpr int parts = 98;
  double sum = 0;
  for (int part = 0; part < parts; ++part) {
    constexpr double middle = 1.5;
    sum += advise::pay_at(pay, part + middle);
  }
  return sum / parts;
}

/// The model's median; beside a mean, its mean.
double ask(const Model& model, const Question& question, Text statistic) {
  const Percentiles pay = model.estimate(understand(model.dataset(), question)).pay;
  return statistic == "mean" ? mean_of(pay) : pay.p50();
}

/// Why a figure of this kind is not compared.
const char* reason_for(Way way) {
  switch (way) {
    case Way::Benefit: return "it comes beside base pay, which is what the model answers";
    case Way::BillingRate: return "the model answers wages, not what a client is billed";
    case Way::TotalPay: return "the model answers base pay, not total compensation";
    default: return "no question for the model and no BLS table can be read from it";
  }
}

/// A figure and what it is held against.
struct Asked {
  const Model& model;
  const Tables& tables;
  const PublishedFigure& figure;
};

std::optional<Quarter> quarter_of(const PublishedFigure& figure) {
  return model::parse_quarter(std::string(figure.year) + "-05");
}

std::string in_dollars(const Asked& asked) {
  return "May " + release_of(asked.tables) + " in " + std::string(asked.figure.year) + " dollars";
}

void set_answer(FigureCheck& out, double value) {
  out.answer = value;
  if (out.midpoint) {
    out.difference = percent * (value / *out.midpoint - 1);
  }
}

void set_not_comparable(FigureCheck& out, const char* reason) {
  out.verdict = Verdict::NotComparable;
  out.answer.reset();
  out.difference.reset();
  out.reason = reason;
}

void ask_model(const Asked& asked, FigureCheck& out) {
  const Question question = question_of(asked.figure);
  out.question = options_of(question);
  set_answer(out, ask(asked.model, question, asked.figure.statistic));
}

/// BLS's means in the figure's state, of the occupations that the evidence names.
std::vector<Fact> state_means(const Asked& asked) {
  std::vector<Fact> means;
  const auto quarter = quarter_of(asked.figure);
  if (!quarter || asked.figure.area == "US") {
    return means;
  }
  for (const auto& soc : soc_codes(asked.figure.really)) {
    if (const auto mean = mean_in(asked.tables, soc, asked.figure.area, *quarter)) {
      means.push_back({soc + " mean there, " + in_dollars(asked), *mean, "USD/year"});
    }
  }
  return means;
}

void check_by_model(const Asked& asked, FigureCheck& out) {
  ask_model(asked, out);
  out.verdict = std::abs(*out.difference) <= near_enough ? Verdict::Within : Verdict::Off;
}

void check_lower_bound(const Asked& asked, FigureCheck& out) {
  ask_model(asked, out);
  out.facts = state_means(asked);
  out.verdict = *out.answer >= *asked.figure.low ? Verdict::Holds : Verdict::Fails;
}

void check_between(const Asked& asked, FigureCheck& out) {
  ask_model(asked, out);
  out.facts = state_means(asked);
  if (out.facts.size() < 2) {
    set_not_comparable(out, "the state's means of the two occupations are not here");
    return;
  }

  const auto [low, high] = std::ranges::minmax(out.facts, {}, &Fact::value);
  const bool holds = low.value <= *asked.figure.low && *asked.figure.high <= high.value;
  out.verdict = holds ? Verdict::Holds : Verdict::Fails;
  out.reason = holds ? "it lies between the two occupations" : "it does not lie between the two occupations";
}

void check_rank(const Asked& asked, FigureCheck& out) {
  const Question question = question_of(asked.figure);
  out.question = options_of(question);
  const auto by_model = rank_in(states_by_model(asked.model, question), asked.figure.area);
  if (!by_model) {
    set_not_comparable(out, "the place is not a state");
    return;
  }

  for (const auto& soc : soc_codes(asked.figure.really)) {
    const auto states = states_by_mean(asked.tables, soc);
    if (const auto place = rank_in(states, asked.figure.area)) {
      out.facts.push_back(
          {soc + " among " + std::to_string(states.size()) + " states by BLS's mean of May " + release_of(asked.tables),
           static_cast<double>(*place), "rank"});
    }
  }
  out.answer = static_cast<double>(*by_model);
  const bool holds = *asked.figure.low <= *out.answer && *out.answer <= *asked.figure.high;
  out.verdict = holds ? Verdict::Holds : Verdict::Fails;
  out.reason = "the answer is the rank by the model's median for the role in every state";
}

/// The band is held against BLS's means of the occupation that the evidence names, in the five states where they are
/// lowest; what the model says of the role in its own lowest state stands beside.
void check_low_states(const Asked& asked, FigureCheck& out) {
  const PublishedFigure& figure = asked.figure;
  const auto codes = soc_codes(std::string(figure.verdict) + " " + std::string(figure.really));
  const auto quarter = quarter_of(figure);
  const auto lowest =
      codes.empty() || !quarter ? std::vector<StatePay>{} : last(states_by_mean(asked.tables, codes[0]));
  if (lowest.empty()) {
    set_not_comparable(out, "no state has a mean for the occupation");
    return;
  }

  bool holds = true;
  std::vector<double> means;
  for (const auto& state : lowest) {
    means.push_back(mean_in(asked.tables, codes[0], state.area->code, *quarter).value_or(state.pay));
    holds = holds && *figure.low <= means.back() && means.back() <= *figure.high;
    out.facts.push_back({std::string(state.area->title), means.back(), "USD/year"});
  }

  const Question question = question_of(figure);
  out.question = options_of(question);
  const auto by_model = last(states_by_model(asked.model, question));
  out.facts.push_back({"the role's lowest median by the model, " + std::string(by_model.front().area->title),
                       by_model.front().pay, "USD/year"});
  set_answer(out, means[means.size() / 2]);
  out.verdict = holds ? Verdict::Holds : Verdict::Fails;
  out.reason = "the answer is the middle one of the five lowest means of " + codes[0] + ", " + in_dollars(asked);
}

void check_table(const Asked& asked, FigureCheck& out) {
  const auto quote = find_quote(asked.tables, soc_codes(asked.figure.really)[0], asked.figure);
  if (!quote) {
    set_not_comparable(out, "BLS's table of that year is not here");
    return;
  }
  set_answer(out, quote->published);
  const Verdict right = asked.figure.verdict == wrong_label ? Verdict::WrongLabel : Verdict::AsPublished;
  out.verdict = quote->same ? right : Verdict::Misquoted;
  out.reason = quote->words;
  out.facts = quote->facts;
}

/// The two numbers of a projection as guides print it: growth in percent, and openings a year.
std::optional<std::pair<double, double>> projection_in(std::string_view printed) {
  const std::size_t bar = printed.find('/');
  if (bar == std::string_view::npos) {
    return std::nullopt;
  }
  const auto growth = read_decimal(trimmed(printed.substr(0, std::min(bar, printed.find('%')))));
  const auto openings = read_decimal(trimmed(printed.substr(bar + 1)));
  return growth && openings ? std::optional(std::pair(*growth, *openings)) : std::nullopt;
}

/// A projection of jobs beside BLS's newest of the occupation.
void check_outlook(const Asked& asked, FigureCheck& out) {
  const auto printed = projection_in(asked.figure.printed);
  const auto row = std::ranges::find(asked.tables.outlook, asked.figure.ask_role, &Outlook::soc);
  if (!printed || row == asked.tables.outlook.end() || !row->change_percent || !row->openings) {
    set_not_comparable(out, "BLS's projection of the occupation is not here");
    return;
  }
  out.facts = {{"BLS, 2024 to 2034, " + std::string(row->soc), *row->change_percent, "percent"},
               {"openings a year", *row->openings, "jobs"}};
  set_answer(out, *row->openings);
  const bool same = std::round(*row->change_percent) == printed->first && *row->openings == printed->second;
  out.verdict = same ? Verdict::AsPublished : Verdict::Superseded;
  out.reason = "the answer is the openings a year that BLS projects now";
}

/// Says why the figure is not compared, and what can be said beside it.
void explain_not_comparable(const Asked& asked, FigureCheck& out) {
  set_not_comparable(out, reason_for(out.way));
  const bool wage = out.way == Way::BillingRate;
  if ((wage || out.way == Way::TotalPay) && !asked.figure.ask_role.empty()) {
    const Question question = question_of(asked.figure);
    out.question = options_of(question);
    const double pay = ask(asked.model, question, asked.figure.statistic);
    out.facts.push_back(wage ? Fact{"its wage for the same work", pay / hours_a_year, "USD/hour"}
                             : Fact{"its base pay", pay, "USD/year"});
  }
}

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
  if (figure.ask_role != any_role) {
    question.role = said(figure.ask_role);
  }
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

FigureCheck check_figure(const Model& model, const PublishedFigure& figure) {
  const Asked asked{model, model.dataset().tables(), figure};
  FigureCheck out;
  out.figure = &figure;
  out.way = way_of(figure);
  out.midpoint = figure.unit == "rank" ? std::nullopt : midpoint_of(figure);
  switch (out.way) {
    case Way::Model: check_by_model(asked, out); break;
    case Way::LowerBound: check_lower_bound(asked, out); break;
    case Way::Between: check_between(asked, out); break;
    case Way::Rank: check_rank(asked, out); break;
    case Way::LowStates: check_low_states(asked, out); break;
    case Way::Table: check_table(asked, out); break;
    case Way::Outlook: check_outlook(asked, out); break;
    default: explain_not_comparable(asked, out);
  }
  return out;
}

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
    const bool whole = one.figure->verdict == "in the fit";
    const bool weak = one.figure->verdict == "in the fit, weakly";
    ++out.figures;
    out.answered += one.verdict != Verdict::NotComparable ? 1 : 0;
    out.compared += within || one.verdict == Verdict::Off ? 1 : 0;
    out.within += within ? 1 : 0;
    out.fitted += whole ? 1 : 0;
    out.fitted_within += whole && within ? 1 : 0;
    out.weak += weak ? 1 : 0;
    out.weak_within += weak && within ? 1 : 0;
    out.claims += one.verdict == Verdict::Holds || one.verdict == Verdict::Fails ? 1 : 0;
    out.hold += one.verdict == Verdict::Holds ? 1 : 0;
    out.quoted += one.verdict >= Verdict::AsPublished && one.verdict <= Verdict::Superseded ? 1 : 0;
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
