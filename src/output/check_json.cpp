// SPDX-License-Identifier: MIT
#include <cmath>

#include "check.hpp"
#include "json_parts.hpp"

namespace hisalary::output {
namespace {

constexpr std::array<const char*, 5> percentile_names{"p10", "p25", "p50", "p75", "p90"};

double rounded(double value, double parts) { return std::round(value * parts) / parts; }

Json tenth(std::optional<double> value) { return value ? Json(rounded(*value, 10)) : Json(nullptr); }

/// Dollars a year are whole; everything else has two decimals at most.
Json amount(std::optional<double> value, std::string_view unit) {
  constexpr double cents = 100;
  if (!value) {
    return nullptr;
  }
  return unit == "USD/year" || *value == std::floor(*value) ? Json(std::llround(*value)) : Json(rounded(*value, cents));
}

Json said(std::string_view text) { return text.empty() ? Json(nullptr) : Json(text); }

Json head(const Dataset& dataset, const char* what) {
  Json out;
  out["schema"] = "hisalary/check/1";
  out["data"] = data_json(dataset);
  out["check"] = what;
  return out;
}

Json figure_of(const audit::FigureCheck& one) {
  const auto& f = *one.figure;
  Json facts = Json::array();
  for (const auto& fact : one.facts) {
    facts.push_back({{"label", fact.label}, {"value", amount(fact.value, fact.unit)}, {"unit", fact.unit}});
  }
  Json out;
  out["id"] = f.id;
  out["source"] = f.source;
  out["subject"] = f.subject;
  out["year"] = said(f.year);
  out["low"] = amount(f.low, f.unit);
  out["high"] = amount(f.high, f.unit);
  out["printed"] = said(f.printed);
  out["unit"] = said(f.unit);
  out["guide_verdict"] = f.verdict;
  out["really"] = said(f.really);
  out["question"] = said(one.question);
  out["midpoint"] = amount(one.midpoint, f.unit);
  out["answer"] = amount(one.answer, f.unit);
  out["answered_by"] = said(answerer(one));
  out["difference"] = tenth(one.difference);
  out["verdict"] = name_of(one.verdict);
  out["reason"] = said(one.reason);
  out["facts"] = std::move(facts);
  return out;
}

Json errors_of(const audit::AreaErrors& errors) {
  return {{"predicted", tenth(errors.predicted)}, {"state", tenth(errors.state)}, {"nation", tenth(errors.nation)}};
}

Json group_of(const audit::ObservedGroup& one) {
  const auto& score = one.score;
  return {{"group", one.name},
          {"rows", score.rows},
          {"employers", one.employers},
          {"error", {{"model", tenth(score.model)}, {"state", tenth(score.state)}, {"nation", tenth(score.nation)}}},
          {"bias", tenth(score.bias)},
          {"inside", tenth(score.inside)},
          {"judged", one.judged}};
}

Json groups_of(const std::vector<audit::ObservedGroup>& groups) {
  Json out = Json::array();
  for (const auto& one : groups) {
    out.push_back(group_of(one));
  }
  return out;
}

Json sightings_of(const std::vector<audit::Sighting>& sightings) {
  Json out = Json::array();
  for (const auto& one : sightings) {
    out.push_back({{"where", name_of(one.where)},
                   {"what", one.what},
                   {"value", amount(one.value, one.unit)},
                   {"unit", said(one.unit)},
                   {"really", said(one.really)},
                   {"source", said(one.source)}});
  }
  return out;
}

}  // namespace

std::string figures_json(const Dataset& dataset, const std::vector<audit::FigureCheck>& checks) {
  const auto counts = audit::count(checks);
  Json out = head(dataset, "figures");
  out["counts"] = {
      {"figures", counts.figures}, {"answered", counts.answered},       {"compared", counts.compared},
      {"within", counts.within},   {"calibrate", counts.calibrate},     {"calibrate_within", counts.calibrate_within},
      {"weak", counts.weak},       {"weak_within", counts.weak_within}, {"claims", counts.claims},
      {"hold", counts.hold},       {"quoted", counts.quoted},           {"quoted_right", counts.quoted_right}};
  out["figures"] = Json::array();
  for (const auto& one : checks) {
    out["figures"].push_back(figure_of(one));
  }
  return dumped(out);
}

std::string areas_json(const Dataset& dataset, const audit::AreasCheck& areas) {
  Json out = head(dataset, "areas");
  out["cells"] = areas.cells;
  out["left_out"] = Json::array();
  for (const Area* const area : areas.duplicates) {
    out["left_out"].push_back({{"code", area->code}, {"title", area->title}});
  }
  out["errors"] = Json::array();
  for (const auto& one : areas.occupations) {
    for (std::size_t i = 0; i < percentile_names.size(); ++i) {
      out["errors"].push_back({{"soc", one.occupation->soc},
                               {"percentile", percentile_names[i]},
                               {"cells", one.cells},
                               {"median", errors_of(one.median[i])},
                               {"mean", errors_of(one.mean[i])}});
    }
  }
  return dumped(out);
}

std::string observed_json(const Dataset& dataset, const audit::ObservedCheck& observed) {
  Json out = head(dataset, "observed");
  out["folds"] = audit::cross_folds;
  out["cuts"] = audit::cross_cuts;
  out["without_year"] = observed.without_year;
  out["all"] = group_of(observed.all);
  out["kinds"] = groups_of(observed.kinds);
  out["families"] = groups_of(observed.families);
  return dumped(out);
}

std::string search_json(const Dataset& dataset, const std::string& asked, const audit::Search& search) {
  Json out = head(dataset, "figure");
  out["asked"] = asked;
  out["found"] = sightings_of(search.found);
  out["by_chance"] = tenth(search.by_chance);
  return dumped(out);
}

}  // namespace hisalary::output
