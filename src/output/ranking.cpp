// SPDX-License-Identifier: MIT
#include "ranking.hpp"

#include <algorithm>

#include "advise/parity.hpp"
#include "data/tables.hpp"
#include "names.hpp"
#include "parts.hpp"
#include "words.hpp"

namespace hisalary::output {
namespace {

std::string words_of(CellKind kind) {
  switch (kind) {
    case CellKind::Thin: return "few jobs";
    case CellKind::Estimated: return "estimated";
    default: return "";
  }
}

/// The median, marked where it is estimated.
Value median_of(const advise::PlacePay& place) {
  const Value exact = dollars(place.pay.p50());
  const std::string mark = place.wages == CellKind::Estimated ? "~" : "";
  return Value(exact).shown_as(mark + exact.words());
}

Values records_of(const RankingView& view) {
  Values out;
  std::int64_t rank = 0;
  for (const auto& place : view.places) {
    out.emplace_back(Members{
        {"rank", ++rank},
        {"code", place.area->code},
        {"area", place.area->title},
        {"p25", dollars(place.pay.p25())},
        {"p50", median_of(place)},
        {"p75", dollars(place.pay.p75())},
        {"price_parity", parity(place.parity)},
        {"adjusted", place.adjusted ? dollars(*place.adjusted) : Value()},
        {"jobs", published(place.jobs)},
        {"wages", Value(name_of(place.wages)).shown_as(words_of(place.wages))},
    });
  }
  return out;
}

Table table_of(const RankingView& view, const Values& records) {
  constexpr std::size_t with_range = 120;
  constexpr std::size_t with_jobs = 96;
  const std::size_t jobs = view.by == "jobs" ? 0 : with_jobs;
  return {{right("rank", ""), left("area", "place"), right("p25", "p25").from(with_range), right("p50", "median pay"),
           right("p75", "p75").from(with_range), right("price_parity", "cost of living").or_else("-"),
           right("adjusted", "adjusted").or_else("-"), right("jobs", "jobs").or_else("-").from(jobs),
           left("wages", "wages").from(with_jobs)},
          records,
          Narrow::Cut};
}

}  // namespace

Result ranking(const RankingView& view, const Screen& screen) {
  Result out(view.dataset, "ranking", screen);
  const Tables& tables = view.dataset.tables();
  const Values records = records_of(view);
  Page& page = out.page;
  std::string measure(view.by == "jobs" ? "number of jobs" : "pay");
  measure += view.by == "cost-adjusted" ? " adjusted for the cost of living" : "";
  page.title(person(tables, view.profile) + ": " + (view.what == "states" ? "states" : "metropolitan areas") + " by " +
             measure);
  page.table(table_of(view, records));
  page.line();
  page.aside("Cost of living: all prices, U.S. = 100 (" + advise::parity_publisher(tables) +
             "). Adjusted: what the median buys at average U.S. prices. Jobs: in all occupations of this work. ~: "
             "estimated, since BLS does not publish all of the wages there.");
  page.line();
  out.add("what", view.what);
  out.add("by", view.by);
  out.add("profile", profile_of(tables, view.profile));
  out.add("as_of", view.as_of);
  out.add("places", records);
  out.caveats("note", view.notes);
  page.aside("In " + view.as_of + " dollars a year.");
  std::vector<const Source*> sources;
  for (const char* const id : {"bls-oews-2025", "bea-rpp"}) {
    cite(sources, tables, id);
  }
  out.end_with(sources);

  out.table = {{"rank", "code", "area", "p25", "p50", "p75", "price_parity", "adjusted", "jobs", "wages"}, records};
  return out;
}

}  // namespace hisalary::output
