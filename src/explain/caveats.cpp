// SPDX-License-Identifier: MIT
#include "caveats.hpp"

namespace hisalary::explain {
namespace {

void add_place(std::vector<std::string>& out, const Facts& person, const std::vector<model::MarketCell>& cells) {
  for (const auto& cell : cells) {
    const std::string name = std::string(cell.occupation->title) + " (" + std::string(cell.occupation->soc) + ")";
    if (cell.cell.kind == CellKind::Estimated) {
      out.push_back("BLS publishes no wages for " + name + " in " + std::string(person.area->title) +
                    "; they are estimated from the state's and the area's other occupations, and the range is wider");
    } else if (cell.cell.kind == CellKind::Thin) {
      const Published& jobs = cell.cell.employment;
      out.push_back("BLS's figure for " + name + " in " + std::string(person.area->title) + " rests on " +
                    (jobs.known() ? std::to_string(jobs.amount) + " jobs" : "an unpublished number of jobs") +
                    "; it is a small sample, so it is blended with an estimate, and the range is wider");
    }
    if (cell.cell.tied) {
      out.push_back("BLS publishes equal percentiles for " + name + " in " + std::string(person.area->title) +
                    ", a sign that the figures rest on very few employers");
    }
    if (cell.cell.top_coded) {
      out.push_back("BLS gives the highest percentiles of " + name +
                    " only as at or above its top code; they are extended in a straight line");
    }
  }
  if (person.remote) {
    out.emplace_back("remote work is priced against the national market; some employers pay by where the worker lives");
  }
}

void add_time(std::vector<std::string>& out, const model::Clock& clock, const Facts& person) {
  const Quarter at = clock.quarter_of(person);
  if (clock.newest() < at) {
    out.push_back("the wage index ends at " + model::text(clock.newest()) +
                  "; the growth of its last four quarters is extended to " + model::text(at));
  }
  constexpr int stale = 6;  // quarters: a newer release comes every spring
  if (!person.release && at - clock.release() > stale) {
    out.push_back("the wages are from " + model::text(clock.release()) +
                  ", more than eighteen months before the date you asked for; a newer data set may be available");
  }
  if (at < clock.release()) {
    const char* const continued = at < clock.history_begins() ? ", extended backward past its first year" : "";
    out.push_back("adjusted back to " + model::text(at) + " with the national wage history of the occupations" +
                  continued);
  }
}

void add_setting(std::vector<std::string>& out, const model::Pricer& pricer, const Facts& person) {
  if (!pricer.setting_effect(person).priced) {
    out.push_back("no publication gives pay for this work at this kind of employer (" +
                  std::string(person.setting->title) + "); the setting is not priced");
  }
  if (!person.setting->note.empty()) {
    out.emplace_back(person.setting->note);
  }
}

}  // namespace

std::vector<std::string> caveats_of(const model::Pricer& pricer, const Facts& person,
                                    const std::vector<model::MarketCell>& cells, const Standing& standing) {
  std::vector<std::string> out = standing.caveats;
  add_place(out, person, cells);
  add_time(out, pricer.clock(), person);
  if (person.setting != nullptr) {
    add_setting(out, pricer, person);
  }
  return out;
}

std::vector<Fact> narrowing_facts(const Facts& person, const Standing& standing) {
  std::vector<Fact> out = standing.unknown;
  if (person.setting == nullptr) {
    out.push_back(Fact::Setting);
  }
  const bool in_nation = person.area == nullptr || person.area->kind == AreaKind::Nation;
  const bool in_state = !in_nation && person.area->kind == AreaKind::State;
  if (!person.remote && !person.release && (in_nation || in_state)) {
    out.push_back(in_nation ? Fact::State : Fact::Metro);
  }
  return out;
}

}  // namespace hisalary::explain
