// SPDX-License-Identifier: MIT
#include "check.hpp"

#include <cmath>

#include "base/format.hpp"
#include "base/number.hpp"
#include "data/tables.hpp"
#include "names.hpp"
#include "parts.hpp"
#include "words.hpp"

namespace hisalary::output {
namespace {

using audit::FigureCheck;

std::string_view name_of(audit::Verdict verdict) {
  return name_at<9>({"within 10%", "off", "holds", "does not hold", "as BLS has it", "right figure, wrong label",
                     "misquoted", "superseded", "not comparable"},
                    verdict);
}

std::string_view name_of(audit::Where where) {
  return name_at<9>({"guide", "BLS, nation", "BLS, Handbook", "survey", "benefit", "observed pay", "BLS, state",
                     "BLS, industry", "BLS, area"},
                    where);
}

std::string whole(double value) { return grouped(std::llround(value)); }

/// Who gave the answer: model, BLS, or nobody.
Value answerer(const FigureCheck& one) {
  const bool from_table = one.way == audit::Way::Table || one.way == audit::Way::LowStates;
  if (!one.answer) {
    return {};
  }
  return from_table ? "BLS" : "model";
}

/// A figure as a guide prints it: 38,000 to 55,000, over 69,000, 75 to 150 an hour, 7% / 15000.
std::string printed(const PublishedFigure& figure) {
  if (!figure.low) {
    return std::string(figure.printed);
  }
  std::string out = (figure.high ? "" : "over ") + whole(*figure.low);
  if (figure.high && *figure.low != *figure.high) {
    out += " to " + whole(*figure.high);
  }
  if (figure.unit == "USD/hour") {
    out += " an hour";
  }
  return figure.unit == "rank" ? "rank " + out : out;
}

/// Dollars a year are whole; everything else has two decimals at most.
Value in_unit_of(std::optional<double> value, std::string_view unit) {
  constexpr double cents = 100;
  if (!value) {
    return {};
  }
  const bool is_whole = unit == "USD/year" || *value == std::floor(*value);
  return is_whole ? Value(std::llround(*value)) : Value(std::round(*value * cents) / cents);
}

/// The answer as a table shows it, whole.
Value answer_of(const FigureCheck& one) {
  if (!one.answer) {
    return {};
  }
  return Value(std::llround(*one.answer))
      .shown_as(one.figure->unit == "rank" ? in_unit(*one.answer, "rank") : whole(*one.answer));
}

Value difference_of(const FigureCheck& one) {
  constexpr double shown = 0.05;
  if (!one.difference) {
    return {};
  }
  const double percent = *one.difference;
  return fixed(percent, 1).shown_as(std::abs(percent) < shown ? "0.0%" : formatted("{:+.1f}%", percent));
}

Members figure_of(const FigureCheck& one) {
  const PublishedFigure& figure = *one.figure;
  return {
      {"id", figure.id},
      {"source", figure.source},
      {".what", std::string(figure.subject) + (figure.year.empty() ? "" : ", " + std::string(figure.year))},
      {"subject", figure.subject},
      {"year", filled(figure.year)},
      {"low", in_unit_of(figure.low, figure.unit)},
      {"high", in_unit_of(figure.high, figure.unit)},
      {"printed", filled(figure.printed)},
      {".printed", printed(figure)},
      {"unit", filled(figure.unit)},
      {"guide_verdict", figure.verdict},
      {"really", filled(figure.really)},
      {"question", filled(one.question)},
      {"midpoint", in_unit_of(one.midpoint, figure.unit)},
      {"answer", in_unit_of(one.answer, figure.unit)},
      {".answer", answer_of(one)},
      {"answered_by", answerer(one)},
      {"difference", difference_of(one)},
      {"verdict", name_of(one.verdict)},
      {"reason", filled(one.reason)},
      {"facts",
       list_of(
           one.facts,
           [](const auto& fact) {
             return Members{{"label", fact.label}, {"value", in_unit_of(fact.value, fact.unit)}, {"unit", fact.unit}};
           })},
  };
}

Members counts_of(const audit::FigureCounts& counts) {
  return {
      {"figures", counts.figures}, {"answered", counts.answered},       {"compared", counts.compared},
      {"within", counts.within},   {"fitted", counts.fitted},           {"fitted_within", counts.fitted_within},
      {"weak", counts.weak},       {"weak_within", counts.weak_within}, {"claims", counts.claims},
      {"hold", counts.hold},       {"quoted", counts.quoted},           {"quoted_right", counts.quoted_right},
  };
}

/// The evidence's verdict on the figure, then what the check rests on, then how to ask the model the same.
void show_notes(Page& page, const FigureCheck& one) {
  const PublishedFigure& figure = *one.figure;
  const std::string really = figure.really.empty() ? "" : ": " + std::string(figure.really);
  page.paragraph("  " + std::string(figure.id) + "  ", audit::verdict_words(figure.verdict) + really);

  std::vector<std::string> rests_on;
  if (!one.reason.empty()) {
    rests_on.push_back(one.reason);
  }
  for (const auto& fact : one.facts) {
    rests_on.push_back(fact.label + ": " + in_unit(fact.value, fact.unit));
  }
  if (!rests_on.empty()) {
    page.paragraph("       ", joined(rests_on, "; "));
  }
  if (!one.question.empty()) {
    page.paragraph("       asked  ", one.question, Ink::Faint);
  }
}

void show_figures(Page& page, const std::vector<FigureCheck>& checks, const Values& records) {
  const auto counts = audit::count(checks);
  page.title("Published figures next to the model");
  page.table({{left("id", "id"), left(".what", "what a guide prints"), right(".printed", "printed"),
               right(".answer", "answer"), right("difference", "apart"), left("verdict", "verdict")},
              records});
  page.line();
  page.say(formatted(
      "{} of {} figures are answered, the other {} are not comparable. Of the {} compared with the "
      "model's amount {} lie within 10%: {} of {} that the fit uses, {} of {} that it uses with little weight, which "
      "does not test it. "
      "Of {} bounds, bands and ranks {} hold; of {} quotations of BLS {} are right.",
      counts.answered, counts.figures, counts.figures - counts.answered, counts.compared, counts.within,
      counts.fitted_within, counts.fitted, counts.weak_within, counts.weak, counts.claims, counts.hold, counts.quoted,
      counts.quoted_right));
  page.aside(
      "The answer is the model's median in the dollars of the figure's year (its mean beside a mean), or BLS's own "
      "figure where a guide quotes BLS; a range counts by the geometric mean of its ends, an open bracket of years is "
      "asked four years past its "
      "beginning.");
  page.line();
  page.title("What each figure really is");
  for (const FigureCheck& one : checks) {
    show_notes(page, one);
  }
}

void show_sightings(Page& page, const std::string& asked, const audit::Search& search) {
  page.title("What is " + asked + "?");
  std::string_view group;
  for (const auto& one : search.found) {
    const auto name = name_of(one.where);
    if (name != group) {
      group = name;
      page.aside(name);
    }
    page.paragraph("    ", one.what);
    if (!one.really.empty()) {
      page.paragraph("      ", one.really, Ink::Accent);
    }
  }
  if (search.by_chance >= 1 && search.found.back().where >= audit::Where::State) {
    page.line();
    page.aside(
        formatted("States, industries and areas have so many figures that about {:.0f} of them equal a number "
                  "of this size by chance.",
                  search.by_chance));
  }
}

}  // namespace

std::string in_unit(double value, std::string_view unit) {
  if (unit == "USD/year") {
    return Money(Period::Year).text(value);
  }
  if (unit == "USD/hour") {
    return formatted("${:.2f} an hour", value);
  }
  if (unit == "percent") {
    return number_text(value) + "%";
  }
  if (unit == "rank") {
    return "rank " + number_text(value);
  }
  return value == std::floor(value) ? whole(value) : number_text(value);
}

Result figures(const Dataset& dataset, const std::vector<FigureCheck>& checks, const Screen& screen) {
  Result out(dataset, "check", screen);
  const Values records = list_of(checks, figure_of);
  show_figures(out.page, checks, records);

  out.add("check", "figures");
  out.add("counts", counts_of(audit::count(checks)));
  out.add("figures", records);
  out.table = {{"id", "source", "subject", "year", "low", "high", "printed", "unit", "guide_verdict", "really",
                "question", ".answer", "answered_by", Column("difference", "difference_percent"), "verdict", "reason"},
               records};
  return out;
}

Result sightings(const Dataset& dataset, const std::string& asked, const audit::Search& search, const Screen& screen) {
  Result out(dataset, "check", screen);
  show_sightings(out.page, asked, search);

  const Values records = list_of(search.found, [](const audit::Sighting& one) {
    return Members{
        {"where", name_of(one.where)},
        {"what", one.what},
        {"value", in_unit_of(one.value, one.unit)},
        {"unit", filled(one.unit)},
        {"really", filled(one.really)},
        {"source", filled(one.source)},
    };
  });
  out.add("check", "figure");
  out.add("asked", asked);
  out.add("found", records);
  out.add("by_chance", fixed(search.by_chance, 1));
  out.table = {{"where", "what", "value", "unit", "really", "source"}, records};
  return out;
}

}  // namespace hisalary::output
