// SPDX-License-Identifier: MIT
#include <cmath>

#include "base/format.hpp"
#include "check.hpp"
#include "money.hpp"

namespace hisalary::output {
namespace {

using Row = std::vector<std::string>;

constexpr std::array<const char*, 5> percentile_names{"p10", "p25", "p50", "p75", "p90"};

std::string signed_percent(double value) {
  constexpr double shown = 0.05;
  return std::abs(value) < shown ? "0.0%" : formatted("{:+.1f}%", value);
}
std::string one_decimal(double value) { return formatted("{:.1f}", value); }

std::string answer_of(const audit::FigureCheck& one) {
  if (!one.answer) {
    return "";
  }
  return one.figure->unit == "rank" ? in_unit(*one.answer, "rank") : grouped(std::llround(*one.answer));
}

Row figure_row(const audit::FigureCheck& one) {
  const auto& figure = *one.figure;
  return {std::string(figure.id),
          std::string(figure.subject) + (figure.year.empty() ? "" : ", " + std::string(figure.year)),
          printed(figure),
          answer_of(one),
          one.difference ? signed_percent(*one.difference) : "",
          std::string(name_of(one.verdict))};
}

/// The evidence's verdict on the figure, then what the check rests on, then how to ask the model the same.
void figure_notes(Page& page, const audit::FigureCheck& one) {
  const auto& figure = *one.figure;
  const std::string really = figure.really.empty() ? "" : ": " + std::string(figure.really);
  page.paragraph("  " + std::string(figure.id) + "  ", std::string(figure.verdict) + really);
  std::string here = one.reason;
  for (const auto& fact : one.facts) {
    here += (here.empty() ? "" : "; ") + fact.label + ": " + in_unit(fact.value, fact.unit);
  }
  if (!here.empty()) {
    page.paragraph("       ", here);
  }
  if (!one.question.empty()) {
    page.paragraph("       asked  ", one.question, Ink::Faint);
  }
}

void error_table(Page& page, const audit::AreasCheck& areas,
                 const std::array<audit::AreaErrors, 5> audit::OccupationErrors::*which) {
  std::vector<Row> rows{{"occupation", "cells", "figure", percentile_names[0], percentile_names[1], percentile_names[2],
                         percentile_names[3], percentile_names[4]}};
  const auto line = [&](const audit::OccupationErrors& one, const char* name, double audit::AreaErrors::*errors) {
    const bool first = errors == &audit::AreaErrors::predicted;
    Row row{first ? std::string(one.occupation->soc) : "", first ? std::to_string(one.cells) : "", name};
    for (const auto& at : one.*which) {
      row.push_back(one_decimal(at.*errors));
    }
    rows.push_back(std::move(row));
  };
  for (const auto& one : areas.occupations) {
    line(one, "predicted", &audit::AreaErrors::predicted);
    line(one, "the state's", &audit::AreaErrors::state);
    line(one, "the nation's", &audit::AreaErrors::nation);
  }
  page.table(rows, 0b11111010U);
}

void observed_table(Page& page, const char* what, const std::vector<audit::ObservedGroup>& groups) {
  std::vector<Row> rows{{what, "rows", "employers", "model", "state", "nation", "inside", ""}};
  for (const auto& one : groups) {
    rows.push_back({one.name, std::to_string(one.score.rows), std::to_string(one.employers),
                    one_decimal(one.score.model), one_decimal(one.score.state), one_decimal(one.score.nation),
                    one_decimal(one.score.inside), one.judged ? "" : "few"});
  }
  page.table(rows, 0b1111110U);
}

}  // namespace

std::string figures_text(const std::vector<audit::FigureCheck>& checks, const Screen& screen) {
  Page page(screen);
  const auto counts = audit::count(checks);
  page.line(page.ink(Ink::Strong, "Published figures beside the model"));
  page.line();
  std::vector<Row> rows{{"id", "what a guide prints", "printed", "answer", "apart", "verdict"}};
  for (const auto& one : checks) {
    rows.push_back(figure_row(one));
  }
  page.table(rows, 0b011100U);
  page.line();
  page.paragraph(
      "  ",
      formatted("{} of {} figures are answered, the other {} are not comparable. Of the {} held against the model's "
                "amount {} lie within 10%: {} of {} "
                "marked calibrate, {} of {} marked calibrate weakly. Of {} bounds, bands and ranks {} hold; of {} "
                "quotations of BLS {} are right.",
                counts.answered, counts.figures, counts.figures - counts.answered, counts.compared, counts.within,
                counts.calibrate_within, counts.calibrate, counts.weak_within, counts.weak, counts.claims, counts.hold,
                counts.quoted, counts.quoted_right));
  page.paragraph("  ",
                 "The answer is the model's median in the dollars of the figure's year, or BLS's own figure where a "
                 "guide quotes BLS; a "
                 "range counts by the "
                 "geometric mean of its ends, an open bracket of years is asked four years past its beginning.",
                 Ink::Faint);
  page.line();
  page.line(page.ink(Ink::Strong, "What each figure really is"));
  page.line();
  for (const auto& one : checks) {
    figure_notes(page, one);
  }
  return page.text();
}

std::string areas_text(const audit::AreasCheck& areas, const Screen& screen) {
  Page page(screen);
  page.line(page.ink(Ink::Strong, "Every published area left out in turn and predicted"));
  page.line();
  page.line(page.ink(Ink::Faint, "  Median absolute error, percent of the published figure"));
  error_table(page, areas, &audit::OccupationErrors::median);
  page.line();
  page.line(page.ink(Ink::Faint, "  Mean absolute error, percent of the published figure"));
  error_table(page, areas, &audit::OccupationErrors::mean);
  page.line();
  std::string words = grouped(static_cast<std::int64_t>(areas.cells)) +
                      " cells of metropolitan and nonmetropolitan areas, each with all five percentiles. ";
  for (const Area* const area : areas.duplicates) {
    words += (area == areas.duplicates.front() ? "Left out: " : ", ") + std::string(area->code) + " " +
             std::string(area->title);
  }
  words += areas.duplicates.empty() ? "" : "; BLS lists each also as a territory. ";
  page.paragraph("  ",
                 words +
                     "The state's and the nation's figures stay as published, although the area is a part of both; a "
                     "state without a "
                     "figure gives the nation's.",
                 Ink::Faint);
  return page.text();
}

std::string observed_text(const audit::ObservedCheck& observed, const Screen& screen) {
  Page page(screen);
  page.line(page.ink(Ink::Strong, "Observed pay beside the model"));
  page.line();
  std::vector<audit::ObservedGroup> kinds{observed.all};
  kinds.insert(kinds.end(), observed.kinds.begin(), observed.kinds.end());
  observed_table(page, "kind", kinds);
  page.line();
  observed_table(page, "family", observed.families);
  page.line();
  page.paragraph("  ",
                 "Model, state, nation: median absolute error in percent, of the model's median, of BLS's median for "
                 "the occupation in the "
                 "record's state (the "
                 "nation's where there is none), and of the nation's. Inside: percent of rows between the model's p10 "
                 "and p90. In the "
                 "dollars of each row's year.");
  page.paragraph("  ", formatted("The model is fitted anew without the employers that it answers for: {} folds by "
                                 "employer, cut in {} ways, errors "
                                 "averaged. Rows have an "
                                 "explicit health-information title; {} more have no year and are left out. Few: under "
                                 "20 rows, reported and not judged.",
                                 audit::cross_folds, audit::cross_cuts, observed.without_year));
  return page.text();
}

std::string search_text(const std::string& asked, const audit::Search& search, const Screen& screen) {
  Page page(screen);
  page.line(page.ink(Ink::Strong, "What is " + asked + "?"));
  page.line();
  std::string_view group;
  for (const auto& one : search.found) {
    const auto name = name_of(one.where);
    if (name != group) {
      group = name;
      page.line("  " + page.ink(Ink::Faint, name));
    }
    page.paragraph("    ", one.what);
    if (!one.really.empty()) {
      page.paragraph("      ", one.really, Ink::Accent);
    }
  }
  if (search.by_chance >= 1 && search.found.back().where >= audit::Where::State) {
    page.line();
    page.paragraph("  ",
                   formatted("States, industries and areas have so many figures that about {:.0f} of them equal a "
                             "number of this size by chance.",
                             search.by_chance),
                   Ink::Faint);
  }
  return page.text();
}

}  // namespace hisalary::output
