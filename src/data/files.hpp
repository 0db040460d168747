// SPDX-License-Identifier: MIT
#pragma once

/// The files of a data set, and the table that each fills.

#include "place_rows.hpp"
#include "tables.hpp"

namespace hisalary::data {

/// Calls f(path, table member) once a file, in path order (the order of the fingerprint). The files below places/ fill
/// members of PlaceRows, all others of Tables.
template <class F> void for_each_file(F&& f) {
  f("areas.json", &Tables::areas);
  f("benefits.json", &Tables::benefits);
  f("credentials.json", &Tables::credentials);
  f("dataset.json", &Tables::info);
  f("education.json", &Tables::education);
  f("evidence/observed_pay.json", &Tables::observed_pay);
  f("evidence/priors.json", &Tables::priors);
  f("evidence/published_figures.json", &Tables::published_figures);
  f("evidence/shares.json", &Tables::shares);
  f("evidence/survey_figures.json", &Tables::survey_figures);
  f("fact_words.json", &Tables::fact_words);
  f("general_schedule.json", &Tables::gs_grades);
  f("gs_localities.json", &Tables::gs_localities);
  f("handbook.json", &Tables::handbook);
  f("headings.json", &Tables::column_names);
  f("levels.json", &Tables::levels);
  f("model/cross_validation.json", &Tables::cross_validation);
  f("model/experience.json", &Tables::experience);
  f("model/parameters.json", &Tables::parameters);
  f("model/positions.json", &Tables::positions);
  f("model/standing.json", &Tables::standing);
  f("occupations.json", &Tables::occupations);
  f("places/cities.json", &PlaceRows::cities);
  f("places/counties.json", &PlaceRows::counties);
  f("places/nicknames.json", &PlaceRows::nicknames);
  f("places/old_titles.json", &PlaceRows::old_titles);
  f("places/zips.json", &PlaceRows::zips);
  f("price_index.json", &Tables::price_index);
  f("price_parity.json", &Tables::price_parity);
  f("projections.json", &Tables::outlook);
  f("roles.json", &Tables::roles);
  f("settings.json", &Tables::settings);
  f("skills.json", &Tables::skills);
  f("sources.json", &Tables::sources);
  f("title_borders.json", &Tables::title_borders);
  f("title_concepts.json", &Tables::title_concepts);
  f("title_rules.json", &Tables::title_rules);
  f("title_trades.json", &Tables::title_trades);
  f("title_words.json", &Tables::title_words);
  f("wages_areas.json", &Tables::area_wages);
  f("wages_industries.json", &Tables::industry_wages);
  f("wages_nation.json", &Tables::nation_wages);
}

/// Calls f(name, rows) once a table, in the order of the members of Tables.
template <class F> void for_each_table(const Tables& t, F&& f) {
  f("blocks", t.blocks);
  f("info", t.info);
  f("sources", t.sources);
  f("occupations", t.occupations);
  f("areas", t.areas);
  f("places", t.places);
  f("price_parity", t.price_parity);
  f("nation_wages", t.nation_wages);
  f("area_wages", t.area_wages);
  f("industry_wages", t.industry_wages);
  f("handbook", t.handbook);
  f("settings", t.settings);
  f("roles", t.roles);
  f("title_words", t.title_words);
  f("title_concepts", t.title_concepts);
  f("title_rules", t.title_rules);
  f("title_trades", t.title_trades);
  f("title_borders", t.title_borders);
  f("column_names", t.column_names);
  f("fact_words", t.fact_words);
  f("levels", t.levels);
  f("credentials", t.credentials);
  f("education", t.education);
  f("skills", t.skills);
  f("price_index", t.price_index);
  f("gs_grades", t.gs_grades);
  f("gs_localities", t.gs_localities);
  f("benefits", t.benefits);
  f("outlook", t.outlook);
  f("published_figures", t.published_figures);
  f("observed_pay", t.observed_pay);
  f("survey_figures", t.survey_figures);
  f("priors", t.priors);
  f("shares", t.shares);
  f("positions", t.positions);
  f("experience", t.experience);
  f("standing", t.standing);
  f("parameters", t.parameters);
  f("cross_validation", t.cross_validation);
}

/// The kind of rows that a member holds.
template <class Owner, class Record> Record record_of(List<Record> Owner::*);

}  // namespace hisalary::data
