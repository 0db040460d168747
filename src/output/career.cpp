// SPDX-License-Identifier: MIT
#include "career.hpp"

#include <algorithm>
#include <cmath>

#include "base/csv.hpp"
#include "base/number.hpp"
#include "data/tables.hpp"
#include "estimate.hpp"
#include "json_parts.hpp"

namespace hisalary::output {
namespace {

const Money money{Period::Year};

template <class T> Json or_null(const std::optional<T>& value) { return value ? Json(*value) : Json(nullptr); }

Json sum_json(const CareerSum& sum) { return {{"p25", sum.p25}, {"p50", sum.p50}, {"p75", sum.p75}}; }

Json rows_json(const CareerView& view, const std::vector<CareerRow>& rows, bool along) {
  Json out = Json::array();
  for (const auto& row : rows) {
    Json one;
    one["years"] = row.years;
    if (along) {
      one["role"] = view.career.begins[row.step].step.role->id;
    }
    one["p25"] = row.p25;
    one["p50"] = row.p50;
    one["p75"] = row.p75;
    one["raise"] = or_null(row.raise);
    one["raise_percent"] = or_null(row.raise_percent);
    one["earned"] = row.earned;
    out.push_back(std::move(one));
  }
  return out;
}

Json path_json(const CareerView& view) {
  const auto rows = career_rows(view.career.along);
  Json out;
  out["default"] = view.path->by_default;
  out["steps"] = Json::array();
  for (const auto& begin : view.career.begins) {
    out["steps"].push_back({{"role", begin.step.role->id},
                            {"title", begin.step.role->title},
                            {"begins", begin.years},
                            {"years", or_null(begin.step.years)},
                            {"reached", begin.reached}});
  }
  out["years"] = rows_json(view, rows, true);
  out["sum"] = sum_json(career_sum(rows));
  return out;
}

}  // namespace

std::vector<CareerRow> career_rows(const std::vector<advise::CareerYear>& years) {
  std::vector<CareerRow> rows;
  constexpr double percent = 100;
  constexpr double tenths = 10;
  for (const auto& year : years) {
    CareerRow row{year.years,
                  year.step,
                  money.units(year.pay.p25()),
                  money.units(year.pay.p50()),
                  money.units(year.pay.p75()),
                  {},
                  0,
                  {}};
    if (!rows.empty()) {
      const CareerRow& before = rows.back();
      row.raise = row.p50 - before.p50;
      row.raise_percent =
          std::round(percent * tenths * static_cast<double>(*row.raise) / static_cast<double>(before.p50)) / tenths;
      row.earned = before.earned + before.p50;
    }
    rows.push_back(row);
  }
  return rows;
}

CareerSum career_sum(const std::vector<CareerRow>& rows) {
  CareerSum sum;
  for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
    sum.p25 += rows[i].p25;
    sum.p50 += rows[i].p50;
    sum.p75 += rows[i].p75;
  }
  return sum;
}

std::vector<std::string> career_caveats(const CareerView& view) {
  std::vector<std::string> out = view.notes;
  if (!view.person.years) {
    out.emplace_back("no --years given: the career begins at 0 years of experience");
  }
  if (view.path && view.path->by_default) {
    out.push_back(
        "the default path is an assumption of this project: the role that follows with the smallest step up in rank, " +
        std::to_string(advise::assumed_years) + " years in each; no publication gives such years");
  }
  for (const auto& begin : view.career.begins) {
    if (!begin.reached) {
      out.push_back(std::string(begin.step.role->title) + " would begin at " + number_text(begin.years) +
                    " years, past the end of this career (--to)");
    }
  }
  const bool promotions =
      view.person.role != nullptr && view.person.role->curve == "career" && view.person.level == nullptr;
  if (promotions) {
    out.push_back("for a " + std::string(view.person.role->title) +
                  " promotions are part of what years bring, so staying includes them");
  }
  out.insert(out.end(), view.career.caveats.begin(), view.career.caveats.end());
  out.emplace_back(
      "this is what people with so many years earn today, in today's dollars: no forecast, and no promise of a "
      "promotion");
  return out;
}

std::string career_json(const CareerView& view) {
  const auto rows = career_rows(view.career.staying);
  Json out;
  out["schema"] = "hisalary/career/1";
  out["data"] = data_json(view.dataset);
  out["profile"] = profile_json(view.dataset.tables(), view.person);
  out["as_of"] = view.career.first.as_of;
  out["currency"] = view.dataset.info().currency;
  out["period"] = "year";
  out["from"] = view.career.staying.front().years;
  out["to"] = view.career.staying.back().years;
  out["staying"] = {{"years", rows_json(view, rows, false)}, {"sum", sum_json(career_sum(rows))}};
  out["path"] = view.path ? path_json(view) : Json(nullptr);
  out["caveats"] = career_caveats(view);
  out["sources"] = sources_json(view.career.sources);
  return dumped(out);
}

std::string career_csv(const CareerView& view) {
  std::string out = csv_row({"career", "years", "role", "p25", "p50", "p75", "raise", "raise_percent", "earned"});
  const std::string own(view.person.role != nullptr ? view.person.role->id : view.person.occupation->soc);
  for (const bool along : {false, true}) {
    for (const auto& row : career_rows(along ? view.career.along : view.career.staying)) {
      out += csv_row({along ? "path" : "staying", number_text(row.years),
                      along ? std::string(view.career.begins[row.step].step.role->id) : own, money.plain(row.p25),
                      money.plain(row.p50), money.plain(row.p75), row.raise ? money.plain(*row.raise) : "",
                      row.raise_percent ? number_text(*row.raise_percent) : "", money.plain(row.earned)});
    }
  }
  return out;
}

}  // namespace hisalary::output
