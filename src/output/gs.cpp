// SPDX-License-Identifier: MIT
#include "gs.hpp"

#include <algorithm>
#include <cmath>

#include "base/format.hpp"
#include "base/number.hpp"
#include "data/tables.hpp"
#include "parts.hpp"
#include "words.hpp"

namespace hisalary::output {
namespace {

using Grades = std::pair<std::int32_t, std::int32_t>;

const Money yearly(Period::Year);

/// Screens with all ten steps side by side, and with four.
constexpr std::size_t all_steps = 96;
constexpr std::size_t some_steps = 60;

Members locality_of(const GsLocality& locality) {
  return {{"code", locality.code}, {"name", locality.name}, {"percent", locality.percent}};
}

Value grades_of(const std::optional<Grades>& grades) {
  return grades ? Value(Members{{"low", grades->first}, {"high", grades->second}}) : Value();
}

std::string grades_words(const Grades& grades) {
  return grades.first == grades.second ? formatted("GS-{}", grades.first)
                                       : formatted("GS-{} to GS-{}", grades.first, grades.second);
}

Value hourly(std::int32_t hundredths) {
  Value plain = fixed(hundredths / 100.0, 2);
  std::string words = "$" + plain.plain();
  return std::move(plain).shown_as(std::move(words));
}

/// A record a grade and step that was asked for.
Values cells_of(const GsView& view) {
  Values cells;
  for (const auto& row : view.grid.grades) {
    for (std::int32_t step = 1; step <= static_cast<std::int32_t>(advise::gs_steps); ++step) {
      if (view.grade.value_or(row.grade) != row.grade || view.step.value_or(step) != step) {
        continue;
      }
      const advise::GsPay& pay = row.steps[static_cast<std::size_t>(step) - 1];
      cells.emplace_back(Members{
          {".year", view.grid.year},
          {".locality", view.grid.locality->code},
          {".percent", view.grid.locality->percent},
          {"grade", Value(row.grade).shown_as(formatted("GS-{}", row.grade))},
          {"step", step},
          {"annual", dollars(std::int64_t{pay.annual})},
          {"hourly", hourly(pay.hourly_cents)},
      });
    }
  }
  return cells;
}

/// All grades, a row each: as many steps as the screen is wide enough for.
Table whole_schedule(const GsView& view) {
  Table table{{left("grade", "grade")}, {}};
  for (std::size_t step = 1; step <= advise::gs_steps; ++step) {
    const std::string name = std::to_string(step);
    const Column column = right(name, "step " + name);
    const bool always = step == 1 || step == advise::gs_steps;
    const bool on_some = step == 4 || step == 7;
    if (step == 5) {
      table.columns.push_back(column.up_to(some_steps - 1));
    }
    if (always) {
      table.columns.push_back(column);
    } else {
      table.columns.push_back(column.from(on_some ? some_steps : all_steps));
    }
  }

  table.records = list_of(view.grid.grades, [](const advise::GsRow& row) {
    Members record{{"grade", formatted("GS-{}", row.grade)}};
    for (std::size_t i = 0; i < advise::gs_steps; ++i) {
      record.push_back({std::to_string(i + 1), grouped(row.steps[i].annual)});
    }
    return record;
  });
  return table;
}

void show_pay(Page& page, const GsView& view, const Values& cells) {
  if (view.grade || view.step) {
    page.table({{left("grade", "grade"), right("step", "step"), right("annual", "a year"), right("hourly", "an hour")},
                cells});
    return;
  }

  page.table(whole_schedule(view));
  if (page.screen().width < all_steps) {
    page.aside("All ten steps: " + page.spelled("grade") + ", " + page.spelled("format") + " csv, or a wider screen.");
  }
}

/// "$72,000 is nearest to GS-9 step 4, $71,950; inside the range of GS-8 to GS-10".
std::string paid_words(const GsView& view, double pay) {
  const advise::GsCell nearest = advise::nearest_cell(view.grid, pay);
  const auto row = std::ranges::find(view.grid.grades, nearest.grade, &advise::GsRow::grade);
  const std::int64_t there = row->steps[static_cast<std::size_t>(nearest.step) - 1].annual;
  const auto grades = advise::grades_around(view.grid, pay);
  return formatted("{} is nearest to GS-{} step {}, {}; {}", yearly.text(pay), nearest.grade, nearest.step,
                   yearly.text(there),
                   grades ? "inside the range of " + grades_words(*grades) : "outside the range of every grade");
}

Value paid_of(const GsView& view) {
  if (!view.pay) {
    return {};
  }
  const advise::GsCell nearest = advise::nearest_cell(view.grid, *view.pay);
  return Members{{"annual", dollars(*view.pay)},
                 {"nearest", Members{{"grade", nearest.grade}, {"step", nearest.step}}},
                 {"grades", grades_of(advise::grades_around(view.grid, *view.pay))}};
}

void show_estimate(Page& page, const GsView& view, const advise::GsEstimate& one) {
  const auto& pay = one.estimate.pay;
  const Facts& profile = one.estimate.profile;
  const auto row = std::ranges::find(view.grid.grades, one.nearest.grade, &advise::GsRow::grade);
  const std::int64_t there = row->steps[static_cast<std::size_t>(one.nearest.step) - 1].annual;
  page.line("  " + page.ink(Ink::Strong, formatted("Series {}, {}", one.series->code, one.series->title)));

  const std::string where = profile.area == nullptr ? "the United States" : place(profile);
  const std::string grades =
      one.grades ? "inside the range of " + grades_words(*one.grades) : std::string("outside the range of every grade");
  page.say(formatted(
      "this program's estimate for {} in {} is {} in {} dollars (middle half: {} to {}); "
      "nearest: GS-{} step {}, {}; {}",
      person(view.dataset.tables(), profile), where, yearly.text(pay.p50()), one.estimate.as_of, yearly.text(pay.p25()),
      yearly.text(pay.p75()), one.nearest.grade, one.nearest.step, yearly.text(there), grades));
  page.line();
}

Members estimate_of(const GsView& view, const advise::GsEstimate& one) {
  return {
      {"series", one.series->code},
      {"title", one.series->title},
      {"profile", profile_of(view.dataset.tables(), one.estimate.profile)},
      {"as_of", one.estimate.as_of},
      {"pay", percentiles_of(yearly, one.estimate.pay)},
      {"nearest", Members{{"grade", one.nearest.grade}, {"step", one.nearest.step}}},
      {"grades", grades_of(one.grades)},
  };
}

/// The advertisements of the series that were asked for.
std::vector<advise::GsAdvertisement> advertisements_of(const GsView& view) {
  std::vector<advise::GsAdvertisement> out;
  std::ranges::copy_if(view.advertisements, std::back_inserter(out), [&](const advise::GsAdvertisement& one) {
    return std::ranges::find(view.estimates, one.series, &advise::GsEstimate::series) != view.estimates.end();
  });
  return out;
}

std::string place_of(const ObservedPay& record) {
  std::vector<Text> parts{record.city, record.state};
  std::erase(parts, "");
  return joined(parts);
}

void show_advertisements(Page& page, const std::vector<advise::GsAdvertisement>& advertisements) {
  page.line("  " + page.ink(Ink::Strong, "Federal advertisements in the evidence"));
  for (const auto& one : advertisements) {
    const ObservedPay& record = *one.record;
    const std::string year = record.year ? ", " + number_text(*record.year) : "";
    std::string words = formatted("{}, {}{}: {} to {}", record.title, place_of(record), year,
                                  yearly.text(record.annual_low), yearly.text(record.annual_high));
    words += one.grades ? formatted("; to the dollar step 1 to step 10 of {} with the {}% of {}",
                                    grades_words(*one.grades), number_text(one.locality->percent), one.locality->name)
                        : "; the schedule of that year is not in the data, or no grades fit";
    page.paragraph("  " + std::string(record.id) + "  ", words);
  }
  if (advertisements.empty()) {
    page.line("  none of this series");
  }
  page.line();
}

Members advertisement_of(const advise::GsAdvertisement& one) {
  const ObservedPay& record = *one.record;
  return {
      {"id", record.id},
      {"series", one.series == nullptr ? Value() : Value(one.series->code)},
      {"title", record.title},
      {"employer", record.employer},
      {"place", place_of(record)},
      {"year", record.year},
      {"low", dollars(record.annual_low)},
      {"high", dollars(record.annual_high)},
      {"grades", grades_of(one.grades)},
      {"locality", one.locality == nullptr ? Value() : Value(locality_of(*one.locality))},
      {"address", record.address},
  };
}

/// "0675" of "Medical Records Technician (series 0675) GS-8".
Text series_in(Text title) {
  constexpr Text mark = "(series ";
  const auto at = title.find(mark);
  return at == Text::npos ? Text() : title.substr(at + mark.size(), title.find(')', at) - at - mark.size());
}

/// The people of the series that were asked for, a grade a record.
Values headcounts_of(const GsView& view) {
  return list_of(view.headcounts, [](const advise::GsHeadcount& one) {
    constexpr double percent = 100;
    constexpr int thousandths = 3;
    const ObservedPay& record = *one.record;
    return Members{
        {"title", record.title},
        {".series", series_in(record.title)},
        {"employer", record.employer},
        {"year", record.year},
        {"grade", Value(one.grade).shown_as(formatted("GS-{}", one.grade))},
        {"people", Value(one.people).shown_as(grouped(one.people))},
        {"share", fixed(one.share, thousandths).shown_as(formatted("{}%", std::lround(percent * one.share)))},
        {"mean", dollars(one.mean)},
        {"note", filled(record.note)},
        {"id", record.id},
    };
  });
}

void show_headcounts(Page& page, const GsView& view, const Values& records) {
  if (records.empty()) {
    return;
  }
  const ObservedPay& first = *view.headcounts.front().record;
  page.line("  " + page.ink(Ink::Strong, "Grades of real federal jobs"));
  page.table({{left(".series", "series"), left("grade", "grade"), right("people", "people"),
               right("share", "of the series"), right("mean", "mean pay")},
              records});
  page.aside(std::string(first.employer) + (first.year ? ", " + number_text(*first.year) : "") +
             ", counted by the Office of Personnel Management (FedScope); mean pay with locality, in dollars of that "
             "year");
  page.line();
}

/// What the data set does not hold of the schedule.
std::vector<std::string> missing(const GsView& view) {
  std::vector<std::string> out{
      "the statutory cap on General Schedule pay is not in the data; the highest figures may be more than is paid",
      "the grades of real jobs are those of one agency; other agencies grade their own",
  };
  const auto& blocks = view.dataset.tables().blocks;
  const auto block = std::ranges::find(blocks, "gs_localities.json", &Block::path);
  if (block != blocks.end() && block->from.as_of != std::to_string(view.grid.year)) {
    out.push_back(formatted("the locality percentages are those of {}; those of {} are not in the data",
                            block->from.as_of, view.grid.year));
  }
  return out;
}

std::vector<const Source*> sources_of(const GsView& view) {
  std::vector<const Source*> out;
  for (const char* const id : {"opm-gs", "opm-locality", "observed-pay"}) {
    cite(out, view.dataset.tables(), id);
  }
  for (const auto& one : view.estimates) {
    cite(out, one.estimate.sources);
  }
  return out;
}

}  // namespace

Result general_schedule(const GsView& view, const Screen& screen) {
  Result out(view.dataset, "gs", screen);
  const GsLocality& locality = *view.grid.locality;
  const Values cells = cells_of(view);
  const auto advertisements = advertisements_of(view);
  const Values headcounts = headcounts_of(view);
  const auto sources = sources_of(view);

  Page& page = out.page;
  page.labels_take(11);
  page.title(formatted("General Schedule {}, {} ({}), locality pay {}%", view.grid.year, locality.name, locality.code,
                       number_text(locality.percent)));
  if (view.pay) {
    page.say(paid_words(view, *view.pay), Ink::Strong);
    page.line();
  }
  show_pay(page, view, cells);
  page.line();
  for (const auto& one : view.estimates) {
    show_estimate(page, view, one);
  }
  show_headcounts(page, view, headcounts);
  show_advertisements(page, advertisements);
  out.caveats("note", view.notes);
  out.caveats("missing", missing(view));
  page.line();
  page.aside(
      "A year: base pay and locality pay, rounded to the dollar; an hour: the year over 2,087 hours, rounded to the "
      "cent.");
  out.show_sources(sources);

  out.add("year", view.grid.year);
  out.add("locality", locality_of(locality));
  out.add("paid", paid_of(view));
  out.add("pay", cells);
  out.add("estimates", list_of(view.estimates, [&](const auto& one) { return estimate_of(view, one); }));
  out.add("headcounts", headcounts);
  out.add("advertisements", list_of(advertisements, advertisement_of));
  out.end_with(sources);
  out.table = {{".year", ".locality", ".percent", "grade", "step", "annual", "hourly"}, cells};
  return out;
}

}  // namespace hisalary::output
