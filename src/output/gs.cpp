// SPDX-License-Identifier: MIT
#include "gs.hpp"

#include <algorithm>

#include "base/csv.hpp"
#include "base/format.hpp"
#include "base/number.hpp"
#include "cited.hpp"
#include "data/tables.hpp"
#include "estimate.hpp"
#include "json_parts.hpp"
#include "names.hpp"

namespace hisalary::output {
namespace {

using advise::GsPay;
using advise::GsRow;

const Money yearly(Period::Year);

std::string usd(std::int64_t dollars) { return yearly.text(dollars); }

std::string cents(std::int32_t hundredths) { return formatted("{}.{:02}", hundredths / 100, hundredths % 100); }

std::string cell_name(const advise::GsCell& cell) { return formatted("GS-{} step {}", cell.grade, cell.step); }

std::string grades_words(const std::pair<std::int32_t, std::int32_t>& grades) {
  return grades.first == grades.second ? formatted("GS-{}", grades.first)
                                       : formatted("GS-{} to GS-{}", grades.first, grades.second);
}

std::string in_words(const Facts& profile) { return profile.area == nullptr ? "the United States" : place(profile); }

template <class F> void each_cell(const GsView& view, F&& f) {
  for (const auto& row : view.grid.grades) {
    for (std::size_t i = 0; i < advise::gs_steps; ++i) {
      const auto step = static_cast<std::int32_t>(i) + 1;
      if (view.grade.value_or(row.grade) == row.grade && view.step.value_or(step) == step) {
        f(row.grade, step, row.steps[i]);
      }
    }
  }
}

/// Grade and step were both asked for, or one of them: a row a cell.
void cells(Page& page, const GsView& view) {
  std::vector<std::vector<std::string>> rows{{"grade", "step", "a year", "an hour"}};
  each_cell(view, [&](std::int32_t grade, std::int32_t step, const GsPay& pay) {
    rows.push_back({formatted("GS-{}", grade), formatted("{}", step), usd(pay.annual), "$" + cents(pay.hourly_cents)});
  });
  page.table(rows, 0b1110U);
}

/// All grades: as many steps as the screen is wide enough for.
void grid(Page& page, const GsView& view) {
  constexpr std::size_t all_steps = 96;
  constexpr std::size_t some_steps = 60;
  std::vector<std::size_t> steps{1, 5, 10};
  if (page.screen().width >= all_steps) {
    steps = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
  } else if (page.screen().width >= some_steps) {
    steps = {1, 4, 7, 10};
  }
  std::vector<std::vector<std::string>> rows{{"grade"}};
  for (const auto step : steps) {
    rows[0].push_back(formatted("step {}", step));
  }
  for (const auto& row : view.grid.grades) {
    std::vector<std::string> line{formatted("GS-{}", row.grade)};
    for (const auto step : steps) {
      line.push_back(grouped(row.steps[step - 1].annual));
    }
    rows.push_back(std::move(line));
  }
  page.table(rows, ~1U);
  if (steps.size() < advise::gs_steps) {
    page.paragraph("  ", "All ten steps: --grade, --format csv, or a wider screen.", Ink::Faint);
  }
}

void estimates(Page& page, const GsView& view) {
  for (const auto& one : view.estimates) {
    const auto& pay = one.estimate.pay;
    const auto row = std::ranges::find(view.grid.grades, one.nearest.grade, &GsRow::grade);
    const auto there = row->steps[static_cast<std::size_t>(one.nearest.step) - 1].annual;
    page.line("  " + page.ink(Ink::Strong, formatted("Series {}, {}", one.series->code, one.series->title)));
    std::string where = formatted(
        "this program's estimate for {} in {} is {} in {} dollars (half of such people {} to {}); nearest: {}, {}",
        person(view.dataset.tables(), one.estimate.profile), in_words(one.estimate.profile), yearly.text(pay.p50()),
        one.estimate.as_of, yearly.text(pay.p25()), yearly.text(pay.p75()), cell_name(one.nearest), usd(there));
    where += one.grades ? "; inside the range of " + grades_words(*one.grades) : "; outside the range of every grade";
    page.paragraph("  ", where);
    page.line();
  }
}

bool of_series(const GsView& view, const advise::GsAdvertisement& one) {
  return std::ranges::any_of(view.estimates,
                             [&](const advise::GsEstimate& estimate) { return estimate.series == one.series; });
}

std::string place_words(const ObservedPay& record) {
  return std::string(record.city) + (record.city.empty() || record.state.empty() ? "" : ", ") +
         std::string(record.state);
}

std::string advertisement_words(const advise::GsAdvertisement& one) {
  const ObservedPay& record = *one.record;
  std::string words = formatted("{}, {}{}: {} to {}", record.title, place_words(record),
                                record.year ? ", " + number_text(*record.year) : "", yearly.text(record.annual_low),
                                yearly.text(record.annual_high));
  words += one.grades ? formatted("; to the dollar step 1 to step 10 of {} with the {}% of {}",
                                  grades_words(*one.grades), number_text(one.locality->percent), one.locality->name)
                      : "; the schedule of that year is not in the data, or no grades fit";
  return words;
}

void advertisements(Page& page, const GsView& view) {
  page.line("  " + page.ink(Ink::Strong, "Federal advertisements in the evidence"));
  bool any = false;
  for (const auto& one : view.advertisements) {
    if (of_series(view, one)) {
      any = true;
      page.paragraph("  " + std::string(one.record->id) + "  ", advertisement_words(one));
    }
  }
  if (!any) {
    page.line("  none of this series");
  }
  page.line();
}

std::vector<const Source*> sources_of(const GsView& view) {
  Cited cited(view.dataset.tables());
  for (const char* const id : {"opm-gs", "opm-locality", "observed-pay"}) {
    cited.add(id);
  }
  for (const auto& one : view.estimates) {
    cited.add(one.estimate.sources);
  }
  return cited.all();
}

Json grades_json(const std::optional<std::pair<std::int32_t, std::int32_t>>& grades) {
  return grades ? Json{{"low", grades->first}, {"high", grades->second}} : Json(nullptr);
}

Json locality_json(const GsLocality& locality) {
  return {{"code", locality.code}, {"name", locality.name}, {"percent", locality.percent}};
}

Json advertisement_json(const advise::GsAdvertisement& one) {
  const ObservedPay& record = *one.record;
  return {{"id", record.id},
          {"series", one.series == nullptr ? Json(nullptr) : Json(one.series->code)},
          {"title", record.title},
          {"employer", record.employer},
          {"place", place_words(record)},
          {"year", record.year ? Json(*record.year) : Json(nullptr)},
          {"low", yearly.units(record.annual_low)},
          {"high", yearly.units(record.annual_high)},
          {"grades", grades_json(one.grades)},
          {"locality", one.locality == nullptr ? Json(nullptr) : locality_json(*one.locality)},
          {"address", record.address}};
}

}  // namespace

std::vector<std::string> gs_missing(const GsView& view) {
  std::vector<std::string> out{
      "the statutory cap on General Schedule pay is not in the data; the highest figures may be more than is paid",
      "which grades a series usually has is not in the data; the advertisements here are what the evidence shows",
  };
  const auto& blocks = view.dataset.tables().blocks;
  const auto block = std::ranges::find(blocks, "gs_localities.json", &Block::path);
  if (block != blocks.end() && block->from.as_of != std::to_string(view.grid.year)) {
    out.push_back(formatted("the locality percentages are those of {}; those of {} are not in the data",
                            block->from.as_of, view.grid.year));
  }
  return out;
}

std::string gs_text(const GsView& view, const Screen& screen) {
  Page page(screen);
  const GsLocality& locality = *view.grid.locality;
  page.paragraph("",
                 formatted("General Schedule {}, {} ({}), locality pay {}%", view.grid.year, locality.name,
                           locality.code, number_text(locality.percent)),
                 Ink::Strong);
  page.line();
  if (view.grade || view.step) {
    cells(page, view);
  } else {
    grid(page, view);
  }
  page.line();
  estimates(page, view);
  advertisements(page, view);
  for (const auto& note : view.notes) {
    page.paragraph("  note     ", note);
  }
  for (const auto& missing : gs_missing(view)) {
    page.paragraph("  missing  ", missing);
  }
  page.line();
  page.paragraph("  ",
                 "A year: base pay and locality pay, rounded to the dollar; an hour: the year over 2,087 hours, "
                 "rounded to the cent.",
                 Ink::Faint);
  sources_paragraphs(page, sources_of(view));
  return page.text();
}

std::string gs_json(const GsView& view) {
  Json out;
  out["schema"] = "hisalary/gs/1";
  out["data"] = data_json(view.dataset);
  out["year"] = view.grid.year;
  out["locality"] = locality_json(*view.grid.locality);
  Json cells = Json::array();
  each_cell(view, [&](std::int32_t grade, std::int32_t step, const GsPay& pay) {
    cells.push_back({{"grade", grade},
                     {"step", step},
                     {"annual", pay.annual},
                     {"hourly", static_cast<double>(pay.hourly_cents) / 100}});
  });
  out["pay"] = std::move(cells);
  Json estimates = Json::array();
  for (const auto& one : view.estimates) {
    estimates.push_back({{"series", one.series->code},
                         {"title", one.series->title},
                         {"profile", profile_json(view.dataset.tables(), one.estimate.profile)},
                         {"as_of", one.estimate.as_of},
                         {"pay", percentiles_json(yearly, one.estimate.pay)},
                         {"nearest", {{"grade", one.nearest.grade}, {"step", one.nearest.step}}},
                         {"grades", grades_json(one.grades)}});
  }
  out["estimates"] = std::move(estimates);
  Json ads = Json::array();
  for (const auto& one : view.advertisements) {
    if (of_series(view, one)) {
      ads.push_back(advertisement_json(one));
    }
  }
  out["advertisements"] = std::move(ads);
  Json caveats = view.notes;
  for (const auto& missing : gs_missing(view)) {
    caveats.push_back(missing);
  }
  out["caveats"] = std::move(caveats);
  out["sources"] = sources_json(sources_of(view));
  return dumped(out);
}

std::string gs_csv(const GsView& view) {
  std::string out = csv_row({"year", "locality", "percent", "grade", "step", "annual", "hourly"});
  each_cell(view, [&](std::int32_t grade, std::int32_t step, const GsPay& pay) {
    out += csv_row({std::to_string(view.grid.year), std::string(view.grid.locality->code),
                    number_text(view.grid.locality->percent), std::to_string(grade), std::to_string(step),
                    std::to_string(pay.annual), cents(pay.hourly_cents)});
  });
  return out;
}

}  // namespace hisalary::output
