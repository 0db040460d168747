// SPDX-License-Identifier: MIT
#include "check_uses.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "base/number.hpp"
#include "base/text.hpp"
#include "check_rows.hpp"

namespace hisalary::data {
namespace {

constexpr std::size_t most_ranks = 16;  // levels and degrees that the model holds
constexpr std::size_t gs_steps = 10;

/// 2025-05.
bool is_month(Text text) {
  return text.size() == 7 && text[0] != '0' && is_digits(text.substr(0, 4)) && text[4] == '-' &&
         text.substr(5) >= "01" && text.substr(5) <= "12" && is_digits(text.substr(5));
}

/// 2025Q2.
bool is_quarter(Text text) {
  return text.size() == 6 && text[0] != '0' && is_digits(text.substr(0, 4)) && text[4] == 'Q' && text[5] >= '1' &&
         text[5] <= '4';
}

/// A table has a row for each of these ids.
template <class Record, std::size_t N>
void require_rows(const char* file, List<Record> rows, const std::array<Text, N>& ids, const char* user) {
  for (const Text id : ids) {
    if (std::ranges::find(rows, id, &Record::id) == rows.end()) {
      Place(file).fail("there is no row \"" + std::string(id) + "\"", std::string("add it; ") + user + " needs it");
    }
  }
}

std::int32_t newest_wages(const Tables& t) {
  std::int32_t newest = 0;
  for (const NationWage& row : t.nation_wages) {
    newest = std::max(newest, row.release);
  }
  return newest;
}

void release(const Tables& t) {
  const DatasetInfo& info = t.info[0];
  const Place place("dataset.json");
  if (!is_month(info.release)) {
    place.at("release").fail("\"" + std::string(info.release) + "\" is not a month", "write it like 2025-05");
  }
  if (!is_quarter(info.release_quarter)) {
    place.at("release_quarter")
        .fail("\"" + std::string(info.release_quarter) + "\" is not a quarter", "write it like 2025Q2");
  }
  const Text year = info.release.substr(0, 4);
  const auto of_release = [&](const NationWage& row) { return std::to_string(row.release) == year; };
  if (std::ranges::none_of(t.nation_wages, of_release)) {
    place.at("release").fail("wages_nation.json has no wages of May " + std::string(year),
                             "its newest are of May " + std::to_string(newest_wages(t)));
  }
  std::set<std::tuple<Text, Text, Text>> seen;
  each("price_index.json", t.price_index, [&](const IndexPoint& r, const Place& row) {
    if (!is_month(r.period) && !is_quarter(r.period)) {
      row.at("period").fail("\"" + std::string(r.period) + "\" is not a month or quarter",
                            "write it like 2025-05 or 2025Q2");
    }
    constexpr double most_change = 50;
    if (r.kind == "change" && !(r.value > -most_change && r.value < most_change)) {
      row.at("value").fail(number_text(r.value) + " is out of range", "allowed: changes between -50 and 50 percent");
    }
    if (!seen.insert({r.series, r.period, r.kind}).second) {
      row.at("period").fail("\"" + std::string(r.period) + "\" appears twice for this series", "keep one of the rows");
    }
  });
}

void places(const Tables& t) {
  std::map<Text, AreaKind> kinds;
  std::size_t nations = 0;
  for (const Area& area : t.areas) {
    kinds[area.code] = area.kind;
    nations += area.kind == AreaKind::Nation ? 1 : 0;
  }
  if (nations != 1) {
    Place("areas.json").at("kind").fail(std::to_string(nations) + " nations", "there is exactly one");
  }
  each("areas.json", t.areas, [&](const Area& r, const Place& place) {
    if (r.kind != AreaKind::Nation && r.states.empty()) {
      place.at("states").fail("there is no state", "list the states the area is in, the main one first");
    }
    for (const Text state : r.states) {
      if (kinds[state] != AreaKind::State && kinds[state] != AreaKind::Territory) {
        place.at("states").fail("\"" + std::string(state) + "\" is not a state or territory",
                                "use a postal code like CA");
      }
    }
  });
  if (std::ranges::none_of(t.areas, [](const Area& area) { return area.kind == AreaKind::State; })) {
    Place("areas.json").at("kind").fail("there is no state", "a data set has one or more");
  }
}

/// The national wages of the release up to the median, which everything is priced from; the rest may be top-coded.
bool has_wages(const Tables& t, Text soc, Text year) {
  constexpr std::size_t enough = 3;
  const auto row = std::ranges::find_if(
      t.nation_wages, [&](const NationWage& r) { return r.soc == soc && std::to_string(r.release) == year; });
  if (row == t.nation_wages.end()) {
    return false;
  }
  std::size_t known = 0;
  while (known < row->pay.size() && row->pay[known].known()) {
    ++known;
  }
  return known >= enough && std::all_of(row->pay.begin() + static_cast<std::ptrdiff_t>(known), row->pay.end(),
                                        [](const Published& p) { return p.mark == Published::Mark::TopCoded; });
}

void roles(const Tables& t) {
  const Text year = t.info[0].release.substr(0, 4);
  each("roles.json", t.roles, [&](const Role& r, const Place& place) {
    for (const auto& part : r.occupations) {
      if (!has_wages(t, part.soc, year)) {
        place.at("occupations")
            .fail("wages_nation.json has no percentiles up to the median for " + std::string(part.soc) + " in " +
                      std::string(year),
                  "a role lies in occupations with wages in the release of dataset.json");
      }
    }
  });
  constexpr std::array<Text, 3> by_name{"health-information-specialist", "him-manager", "medical-coder"};
  require_rows("roles.json", t.roles, by_name, "the program");
  require_rows("settings.json", t.settings, std::array<Text, 1>{"federal-government"}, "gs");
}

void model(const Tables& t) {
  constexpr std::array<Text, 11> ids{"area_reach_p10", "area_reach_p25", "area_reach_p50",    "area_reach_p75",
                                     "area_reach_p90", "area_error",     "reference_jobs",    "blank_jobs",
                                     "few_jobs",       "setting_reach",  "further_credential"};
  require_rows("model/parameters.json", t.parameters, ids, "the model");
  each("model/parameters.json", t.parameters, [&](const Parameter& r, const Place& place) {
    const bool jobs = r.id.ends_with("_jobs");
    const bool known = jobs || std::ranges::find(ids, r.id.substr(0, r.id.find('.'))) != ids.end();
    constexpr double most_jobs = 1e9;
    constexpr double most = 10;
    if (known && (r.value < 0 || r.value > (jobs ? most_jobs : most) || (jobs && r.value == 0))) {
      place.at("value").fail(number_text(r.value) + " is out of range",
                             jobs ? "allowed: more than 0, up to 1000000000" : "allowed: 0 to 10");
    }
  });
  std::map<Text, std::size_t> points;
  for (const auto& point : t.experience) {
    ++points[point.curve];
  }
  for (const auto& [curve, count] : points) {
    if (count < 2) {
      Place("model/experience.json").at("curve " + std::string(curve)).fail("one point", "a curve has two or more");
    }
  }
  if (!points.contains("within")) {
    Place("model/experience.json").fail("there is no curve \"within\"", "add it; the model needs it");
  }
  const auto few = [&](const char* file, std::size_t rows) {
    if (rows > most_ranks) {
      Place(file).fail(std::to_string(rows) + " rows", "allowed: 16");
    }
  };
  few("levels.json", t.levels.size());
  few("education.json", t.education.size());
}

/// Words beside facts: what they are, and whether a stage has its years and a hint its row.
void fact_words(const Tables& t) {
  constexpr std::array<Text, 6> facts{"years", "level", "cert", "education", "setting", "skill"};
  constexpr std::array<Text, 5> kinds{"stage", "filler", "unfinished", "none", "hint"};
  const Ids credentials("credentials.json", t.credentials, [](const auto& r) { return r.id; });
  each("fact_words.json", t.fact_words, [&](const FactWords& r, const Place& place) {
    if (std::ranges::find(facts, r.fact) == facts.end()) {
      place.at("fact").fail("\"" + std::string(r.fact) + "\" has no words of its own",
                            "allowed: years, level, cert, education, setting, skill");
    }
    if (std::ranges::find(kinds, r.kind) == kinds.end()) {
      place.at("kind").fail("\"" + std::string(r.kind) + "\" is not a kind of words",
                            "allowed: stage, filler, unfinished, none, hint");
    }
    if (r.kind == "stage" && (!r.least || (r.most && *r.most < *r.least))) {
      place.at("least").fail("the stage has no range of years", "give least, and most unless it is open");
    }
    if (r.kind == "hint") {
      credentials.require(r.id, place.at("id"));
    }
  });
}

/// Means are held against medians by ratio.
void means(const char* file, auto rows) {
  each(file, rows, [&](const auto& r, const Place& place) {
    if (r.mean.known() && r.mean.amount <= 0) {
      place.at("mean").fail(std::to_string(r.mean.amount) + " is out of range", "pay is more than 0");
    }
  });
}

void pay(const Tables& t) {
  means("wages_nation.json", t.nation_wages);
  means("wages_areas.json", t.area_wages);
  means("wages_industries.json", t.industry_wages);
  std::set<std::pair<std::int32_t, std::int32_t>> seen;
  each("general_schedule.json", t.gs_grades, [&](const GsGrade& r, const Place& place) {
    if (r.steps.size() != gs_steps || !std::ranges::is_sorted(r.steps)) {
      place.at("steps").fail("these are not ten rising steps", "write the pay of steps 1 to 10");
    }
    if (!seen.insert({r.year, r.grade}).second) {
      place.at("grade").fail(std::to_string(r.grade) + " appears twice for this year", "keep one of the two rows");
    }
  });
  const Ids localities("gs_localities.json", t.gs_localities, [](const auto& r) { return r.code; });
  localities.require("RUS", Place("gs_localities.json"));
  constexpr std::array<Text, 19> ids{"sick-days-private",
                                     "match-common-formula",
                                     "tuition-exclusion",
                                     "payroll-tax",
                                     "payroll-tax-medicare",
                                     "payroll-tax-net-earnings",
                                     "payroll-tax-wage-base",
                                     "health-premium-family",
                                     "health-premium-family-worker",
                                     "health-premium-single",
                                     "health-premium-single-worker",
                                     "vacation-private-1y",
                                     "vacation-private-5y",
                                     "vacation-private-10y",
                                     "vacation-private-20y",
                                     "vacation-government-1y",
                                     "vacation-government-5y",
                                     "vacation-government-10y",
                                     "vacation-government-20y"};
  require_rows("benefits.json", t.benefits, ids, "offer");
}

/// Whether a figure can be asked of the model: what it names is there.
void evidence(const Tables& t) {
  const Ids roles("roles.json", t.roles, [](const auto& r) { return r.id; });
  const Ids occupations("occupations.json", t.occupations, [](const auto& r) { return r.soc; });
  const Ids credentials("credentials.json", t.credentials, [](const auto& r) { return r.id; });
  const Ids education("education.json", t.education, [](const auto& r) { return r.id; });
  const Ids settings("settings.json", t.settings, [](const auto& r) { return r.id; });
  const Ids areas("areas.json", t.areas, [](const auto& r) { return r.code; });
  const auto is_soc = [](Text text) { return !text.empty() && text[0] >= '0' && text[0] <= '9'; };
  each("evidence/published_figures.json", t.published_figures, [&](const PublishedFigure& r, const Place& place) {
    if (r.ask_role != any_role) {
      (is_soc(r.ask_role) ? occupations : roles).allow(r.ask_role, place.at("ask_role"));
    }
    education.allow(r.education, place.at("education"));
    settings.allow(r.setting, place.at("setting"));
    if (r.area.size() == 2) {
      areas.require(r.area, place.at("area"));
    }
    if (r.low && r.high && *r.low > *r.high) {
      place.at("high").fail(number_text(*r.high) + " is below low", "write the lower figure first");
    }
  });
  each("evidence/observed_pay.json", t.observed_pay, [&](const ObservedPay& r, const Place& place) {
    occupations.require(r.soc, place.at("soc"));
    roles.require(r.nearest_role, place.at("nearest_role"));
    areas.allow(r.state, place.at("state"));
    if (!(r.annual_low <= r.annual_mid && r.annual_mid <= r.annual_high)) {
      place.at("annual_mid").fail("the middle lies outside low and high", "low, middle and high never decrease");
    }
  });
}

}  // namespace

void check_uses(const Tables& tables) {
  release(tables);
  places(tables);
  roles(tables);
  model(tables);
  fact_words(tables);
  pay(tables);
  evidence(tables);
}

}  // namespace hisalary::data
