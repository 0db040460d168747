// SPDX-License-Identifier: MIT
#include "base/format.hpp"
#include "check.hpp"
#include "data/tables.hpp"
#include "names.hpp"
#include "parts.hpp"
#include "words.hpp"

namespace hisalary::output {
namespace {

using audit::AreaErrors;
using audit::AreasCheck;
using audit::ObservedCheck;
using audit::ObservedGroup;
using audit::OccupationErrors;

/// An error in percent, with one decimal.
Value percent(double error) { return fixed(error, 1).shown_as(formatted("{:.1f}", error)); }

/// A part of one, with two decimals.
Value share(double part) { return fixed(part, 2).shown_as(formatted("{:.2f}", part)); }

Members errors_of(const AreaErrors& errors) {
  return {
      {"predicted", percent(errors.predicted)},
      {"state", percent(errors.state)},
      {"nation", percent(errors.nation)},
  };
}

/// A record a percentile of an occupation.
Values records_of(const std::vector<OccupationErrors>& occupations) {
  Values out;
  for (const OccupationErrors& one : occupations) {
    for (std::size_t i = 0; i < percentile_names.size(); ++i) {
      out.emplace_back(Members{
          {"soc", one.occupation->soc},
          {"percentile", percentile_names[i]},
          {"cells", one.cells},
          {"median", errors_of(one.median[i])},
          {"mean", errors_of(one.mean[i])},
      });
    }
  }
  return out;
}

/// For people: a row a figure that predicts, the percentiles beside each other.
Table table_of(const std::vector<OccupationErrors>& occupations,
               const std::array<AreaErrors, 5> OccupationErrors::*errors) {
  Table table{{left("occupation", "occupation"), right("cells", "cells"), left("figure", "figure")}, {}};
  for (const auto name : percentile_names) {
    table.columns.push_back(right(std::string(name), std::string(name)));
  }

  const auto add = [&](Members row, const char* figure, const OccupationErrors& one, double AreaErrors::*error) {
    row.push_back({"figure", figure});
    for (std::size_t i = 0; i < percentile_names.size(); ++i) {
      row.push_back({std::string(percentile_names[i]), percent((one.*errors)[i].*error)});
    }
    table.records.emplace_back(std::move(row));
  };
  for (const OccupationErrors& one : occupations) {
    add({{"occupation", one.occupation->soc}, {"cells", one.cells}}, "predicted", one, &AreaErrors::predicted);
    add({}, "the state's", one, &AreaErrors::state);
    add({}, "the nation's", one, &AreaErrors::nation);
  }
  return table;
}

void show_areas(Page& page, const AreasCheck& areas) {
  page.title("Every published area left out in turn and predicted");
  page.aside("Median absolute error, percent of the published figure");
  page.table(table_of(areas.occupations, &OccupationErrors::median));
  page.line();
  page.aside("Mean absolute error, percent of the published figure");
  page.table(table_of(areas.occupations, &OccupationErrors::mean));
  page.line();
  page.aside("Median absolute error in areas with under a fifth of their state's jobs");
  page.table(table_of(areas.small, &OccupationErrors::median));
  page.line();

  std::vector<std::string> left_out;
  for (const Area* const area : areas.duplicates) {
    left_out.push_back(std::string(area->code) + " " + std::string(area->title));
  }
  page.aside(grouped(static_cast<std::int64_t>(areas.cells)) +
             " cells of metropolitan and nonmetropolitan areas, each with all five percentiles. " +
             (left_out.empty() ? "" : "Left out: " + joined(left_out) + "; BLS lists each also as a territory. ") +
             "The state's and the nation's figures stay as published, although the area is a part of both; a state "
             "without a figure gives the nation's.");
}

Members group_of(const char* by, const ObservedGroup& one) {
  const audit::Score& score = one.score;
  return {
      {".by", by},
      {"group", one.name},
      {"rows", score.rows},
      {"employers", one.employers},
      {"error",
       Members{{"model", percent(score.model)}, {"state", percent(score.state)}, {"nation", percent(score.nation)}}},
      {"bias", percent(score.bias)},
      {"inside", percent(score.inside)},
      {"skill",
       Members{
           {"value", share(score.skill.value)}, {"low", share(score.skill.low)}, {"high", share(score.skill.high)}}},
      {"judged", one.judged},
      {".few", one.judged ? Value() : Value("few")},
  };
}

void show_groups(Page& page, const char* what, const Values& groups) {
  page.table({{left("group", what), right("rows", "rows"), right("employers", "employers"),
               right("error.model", "model"), right("error.state", "state"), right("error.nation", "nation"),
               right("inside", "inside"), right("skill.value", "skill"), left(".few", "")},
              groups});
  page.line();
}

}  // namespace

Result area_errors(const Dataset& dataset, const AreasCheck& areas, const Screen& screen) {
  Result out(dataset, "check", screen);
  show_areas(out.page, areas);

  const Values records = records_of(areas.occupations);
  out.add("check", "areas");
  out.add("cells", areas.cells);
  out.add("left_out", list_of(areas.duplicates, [](const Area* area) {
            return Members{{"code", area->code}, {"title", area->title}};
          }));
  out.add("errors", records);
  out.add("small_area_errors", records_of(areas.small));
  out.table = {{"soc", "percentile", "cells"}, records};
  for (const std::string of : {"median", "mean"}) {
    for (const std::string by : {"predicted", "state", "nation"}) {
      out.table.columns.emplace_back(formatted("{}.{}", of, by), formatted("{}_{}", of, by));
    }
  }
  return out;
}

Result observed_errors(const Dataset& dataset, const ObservedCheck& observed, const Screen& screen) {
  Result out(dataset, "check", screen);
  const Value all = group_of("all", observed.all);
  const Values kinds = list_of(observed.kinds, [](const ObservedGroup& one) { return group_of("kind", one); });
  const Values families = list_of(observed.families, [](const ObservedGroup& one) { return group_of("family", one); });
  Values all_and_kinds{all};
  all_and_kinds.insert(all_and_kinds.end(), kinds.begin(), kinds.end());

  const Values confidences =
      list_of(observed.confidences, [](const ObservedGroup& one) { return group_of("confidence", one); });
  const Value titles = group_of("titles", observed.titles);
  const Value others = group_of("without_largest_employer", observed.others);

  Page& page = out.page;
  page.title("Observed pay next to the model");
  show_groups(page, "kind", all_and_kinds);
  show_groups(page, "family", families);
  show_groups(page, "confidence", confidences);
  show_groups(page, "employers' pay by title", {titles});
  show_groups(page, "without the largest employer", {others});
  const audit::Skill& skill = observed.all.score.skill;
  page.say(
      formatted("Skill: 1 - the pinball loss of the model's five percentiles over that of the state's BLS "
                "percentiles, {:.2f} in all, {:.2f} to {:.2f} in nine of ten draws of employers.",
                skill.value, skill.low, skill.high));
  page.say(
      "Model, state, nation: median absolute error in percent, of the model's median, of BLS's median for the "
      "occupation in the record's state (the nation's where there is none), and of the nation's. Inside: percent of "
      "rows between the model's p10 and p90. In the dollars of each row's year.");
  page.say(
      formatted("The model is fitted anew without the employers that it answers for: {} folds by employer, cut in "
                "{} ways, errors averaged. Rows have an explicit health-information title; {} more have no year "
                "and are left out. Few: under 20 rows, reported and not judged.",
                audit::cross_folds, audit::cross_cuts, observed.without_year));

  out.add("check", "observed");
  out.add("folds", audit::cross_folds);
  out.add("cuts", audit::cross_cuts);
  out.add("without_year", observed.without_year);
  out.add("all", all);
  out.add("kinds", kinds);
  out.add("families", families);
  out.add("confidences", confidences);
  out.add("titles", titles);
  out.add("without_largest_employer", others);
  out.table = {{".by", "group", "rows", "employers", Column("error.model", "model_error"),
                Column("error.state", "state_error"), Column("error.nation", "nation_error"), "bias",
                Column("inside", "inside_percent"), Column("skill.value", "skill"), "judged"},
               all_and_kinds};
  out.table.records.insert(out.table.records.end(), families.begin(), families.end());
  out.table.records.insert(out.table.records.end(), confidences.begin(), confidences.end());
  out.table.records.push_back(titles);
  out.table.records.push_back(others);
  return out;
}

}  // namespace hisalary::output
