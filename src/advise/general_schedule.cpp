// SPDX-License-Identifier: MIT
#include "general_schedule.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/text.hpp"
#include "data/tables.hpp"
#include "explain/estimate.hpp"
#include "hisalary/error.hpp"
#include "query/place_names.hpp"

namespace hisalary::advise {
namespace {

constexpr Text rest_of_us = "RUS";
constexpr std::string_view whole_state = "state of ";

const GsLocality& rest(const Tables& tables) {
  const auto it = std::ranges::find(tables.gs_localities, rest_of_us, &GsLocality::code);
  if (it == tables.gs_localities.end()) {
    throw Error(ErrorCode::BadData, "gs_localities.json has no row RUS", "add it, or use a data set that has it",
                "gs_localities.json");
  }
  return *it;
}

/// "Atlanta--Athens-Clarke County--Sandy Springs, GA-AL": its cities, lower case, and its states.
struct LocalityName {
  std::vector<std::string> cities;
  std::vector<std::string> states;  ///< postal codes, lower case
};

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const auto end = std::min(text.find(at), text.size());
    if (const auto part = trimmed(text.substr(0, end)); !part.empty()) {
      parts.emplace_back(part);
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

LocalityName name_of(const GsLocality& locality) {
  const std::string all = plain(locality.name);
  const auto comma = all.rfind(',');
  if (comma == std::string::npos) {
    return {};
  }
  return {split(std::string_view(all).substr(0, comma), '-'), split(std::string_view(all).substr(comma + 1), '-')};
}

const Area* state_of(const Tables& tables, std::string_view text) {
  const ResolvedPlace place = resolve_state(tables, text);
  return place ? place.area : nullptr;
}

const Area* metro_of(const Tables& tables, const std::string& city, const Area* state) {
  const ResolvedPlace place = resolve_metro(tables, city, state);
  return place && (state == nullptr || lies_in(*place.area, *state)) ? place.area : nullptr;
}

/// The area whose wages stand beside a locality: of the city asked for, of the locality's first city, or its first
/// state.
const Area* area_of(const Tables& tables, const GsLocality& locality, const std::string& city) {
  const std::string name = plain(locality.name);
  if (name.starts_with(whole_state)) {
    return state_of(tables, std::string_view(name).substr(whole_state.size()));
  }
  const LocalityName parts = name_of(locality);
  std::vector<std::string> cities = parts.cities;
  if (!city.empty()) {
    cities.insert(cities.begin(), city);
  }
  for (const auto& one : cities) {
    for (const auto& code : parts.states) {
      const Area* const state = state_of(tables, code);
      if (const Area* const metro = state == nullptr ? nullptr : metro_of(tables, one, state)) {
        return metro;
      }
    }
  }
  return parts.states.empty() ? nullptr : state_of(tables, parts.states[0]);
}

std::string with_code(const GsLocality& locality) {
  return std::string(locality.name) + " (" + std::string(locality.code) + ")";
}

class Search {
 public:
  Search(const Tables& tables, std::string_view text) : tables_(tables), text_(text), wanted_(plain(text)) {}

  GsPlace find() {
    if (auto place = of_name()) {
      return std::move(*place);
    }
    const auto comma = wanted_.rfind(',');
    const Area* const named_state =
        comma == std::string::npos ? nullptr : state_of(tables_, std::string_view(wanted_).substr(comma + 1));
    if (named_state != nullptr) {
      return city(std::string(trimmed(std::string_view(wanted_).substr(0, comma))), named_state);
    }
    const GsLocality* const code = of_code();
    const Area* const state = state_of(tables_, wanted_);
    if (code != nullptr) {
      return with_own_code(*code, state);
    }
    if (const auto cities = of_city(wanted_, nullptr); !cities.empty()) {
      return city(wanted_, nullptr);
    }
    if (state != nullptr) {
      return in_state(*state);
    }
    return city(wanted_, nullptr);
  }

 private:
  [[nodiscard]] GsPlace found(const GsLocality& locality, const std::string& city) const {
    if (locality.code == rest_of_us) {
      return {&locality, nullptr, {}};
    }
    return {&locality, area_of(tables_, locality, city), {}};
  }

  /// A locality by its own code: its city where the code is what people call one, and a note where it is the postal
  /// code of another place as well.
  [[nodiscard]] GsPlace with_own_code(const GsLocality& locality, const Area* state) const {
    GsPlace place = found(locality, "");
    const ResolvedPlace city = resolve_place(tables_, text_, nullptr);
    if (city && city.area != nullptr && around_metro(*city.area) == &locality) {
      place.area = city.area;
    }
    if (state != nullptr && whole(*state) != &locality) {
      place.notes.push_back(shown(text_) + " was matched to the locality " + with_code(locality) +
                            "; for the state write " + std::string(state->title));
    }
    return place;
  }

  [[noreturn]] void several(const std::string& what, const std::vector<const GsLocality*>& candidates) const {
    std::vector<std::string> names;
    std::ranges::transform(candidates, std::back_inserter(names),
                           [](const GsLocality* one) { return with_code(*one); });
    throw Error(ErrorCode::NoAnswer, shown(text_) + " " + what + ": " + alternatives(names, names.size()),
                "give a city or a code, like \"" + std::string(example(*candidates[0])) + "\" or " +
                    std::string(candidates[0]->code),
                "--locality");
  }

  static std::string_view example(const GsLocality& locality) {
    const std::string_view name = locality.name;
    return name.substr(0, std::min(name.find('-'), name.find(',')));
  }

  [[nodiscard]] const GsLocality* of_code() const {
    for (const auto& locality : tables_.gs_localities) {
      if (plain(locality.code) == wanted_) {
        return &locality;
      }
    }
    return nullptr;
  }

  /// A whole name, with or without its states.
  [[nodiscard]] std::optional<GsPlace> of_name() const {
    for (const auto& locality : tables_.gs_localities) {
      const std::string name = plain(locality.name);
      if (name == wanted_ || name.substr(0, name.rfind(',')) == wanted_ || bare(name) == bare(wanted_)) {
        return found(locality, "");
      }
    }
    return std::nullopt;
  }

  /// Localities with the city in their name; those of which it is the first city before the others.
  [[nodiscard]] std::vector<const GsLocality*> of_city(const std::string& city, const Area* state) const {
    std::vector<const GsLocality*> first;
    std::vector<const GsLocality*> other;
    for (const auto& locality : tables_.gs_localities) {
      const LocalityName name = name_of(locality);
      if (state != nullptr && std::ranges::find(name.states, plain(state->code)) == name.states.end()) {
        continue;
      }
      const auto it = std::ranges::find(name.cities, city);
      if (it != name.cities.end()) {
        (it == name.cities.begin() ? first : other).push_back(&locality);
      }
    }
    return first.empty() ? other : first;
  }

  /// The one locality that is the whole of a state; null: there is none.
  [[nodiscard]] const GsLocality* whole(const Area& state) const {
    for (const auto& locality : tables_.gs_localities) {
      const std::string name = plain(locality.name);
      const bool district =
          state.code == "DC" && !name_of(locality).states.empty() && name_of(locality).states[0] == "dc";
      if (district || name == std::string(whole_state) + plain(state.title)) {
        return &locality;
      }
    }
    return nullptr;
  }

  [[nodiscard]] std::vector<const GsLocality*> of_state(const Area& state) const {
    std::vector<const GsLocality*> all;
    for (const auto& locality : tables_.gs_localities) {
      const LocalityName name = name_of(locality);
      if (std::ranges::find(name.states, plain(state.code)) != name.states.end()) {
        all.push_back(&locality);
      }
    }
    all.push_back(&rest(tables_));
    return all;
  }

  [[nodiscard]] GsPlace in_state(const Area& state) const {
    if (const GsLocality* const all = whole(state)) {
      return found(*all, "");
    }
    const auto candidates = of_state(state);
    if (candidates.size() > 1) {
      several("holds several localities", candidates);
    }
    return {&rest(tables_), &state, {"no locality has " + std::string(state.title) + " in its name: Rest of U.S."}};
  }

  /// Titles of the metropolitan areas whose first city has the name.
  [[nodiscard]] std::vector<std::string> namesakes(const std::string& name) const {
    std::vector<std::string> titles;
    for (const auto& area : tables_.areas) {
      const std::string title = plain(area.title);
      if (area.kind == AreaKind::Metropolitan && title.substr(0, title.find_first_of("-,/")) == name) {
        titles.emplace_back(area.title);
      }
    }
    return titles;
  }

  /// The locality that has the first city of a metropolitan area in its name: it covers the whole area. Null: none.
  [[nodiscard]] const GsLocality* around_metro(const Area& metro) const {
    if (metro.kind != AreaKind::Metropolitan) {
      return nullptr;
    }
    const std::string title = plain(metro.title);
    const auto state = std::ranges::find(tables_.areas, metro.states[0], &Area::code);
    const auto all = of_city(title.substr(0, title.find_first_of("-,/")), &*state);
    return all.size() == 1 ? all[0] : nullptr;
  }

  /// A city that several areas are called after was matched to the locality whose first city it is, with a note.
  [[nodiscard]] GsPlace without_state(const GsLocality& locality, const std::string& name) const {
    const auto titles = namesakes(name);
    if (titles.size() > 1 && name_of(locality).cities[0] != name) {
      throw Error(ErrorCode::NoAnswer, shown(text_) + " fits several places: " + alternatives(titles, titles.size()),
                  "give the state as well, like \"" + titles[0] + "\"", "--locality");
    }
    GsPlace place = found(locality, name);
    if (titles.size() > 1) {
      place.notes.push_back(shown(text_) + " was matched to " + with_code(locality) +
                            "; there are also other places of that name, give the state as well");
    }
    return place;
  }

  /// The area of a city, town or ZIP code; null: none is known.
  [[nodiscard]] const Area* area_called(const std::string& name, const Area* state) const {
    const Area* const metro = metro_of(tables_, name, state);
    if (metro != nullptr) {
      return metro;
    }
    const ResolvedPlace place = resolve_place(tables_, name, state);
    return place ? place.area : nullptr;
  }

  [[nodiscard]] GsPlace city(const std::string& name, const Area* state) const {
    const auto all = of_city(name, state);
    if (all.size() > 1) {
      several("fits several localities", all);
    }
    if (all.size() == 1) {
      return state == nullptr ? without_state(*all[0], name) : found(*all[0], name);
    }
    const Area* const metro = area_called(name, state);
    if (const GsLocality* const around = metro == nullptr ? nullptr : around_metro(*metro)) {
      GsPlace place{around, metro, {}};
      place.notes.push_back(shown(text_) + " is in " + std::string(metro->title) + ", and so in " + with_code(*around));
      return place;
    }
    if (metro == nullptr && state == nullptr) {
      std::vector<std::string> storage;
      for (const auto& locality : tables_.gs_localities) {
        const auto cities = split(locality.name.substr(0, locality.name.rfind(',')), '-');
        storage.insert(storage.end(), cities.begin(), cities.end());
      }
      throw Error(
          ErrorCode::NoAnswer, "no locality is called " + shown(text_) + ", and no metropolitan area either",
          did_you_mean(name, {storage.begin(), storage.end()},
                       "give a locality code, a city or a state; \"hisalary data show gs_localities.json\" shows all"),
          "--locality");
    }
    GsPlace place{&rest(tables_), metro != nullptr ? metro : state, {}};
    place.notes.push_back("no locality has " + shown(text_) +
                          " in its name: Rest of U.S. Localities reach over whole counties around their cities, and "
                          "which ones is not in the data");
    return place;
  }

  const Tables& tables_;
  std::string text_;
  std::string wanted_;
};

}  // namespace

GsPay gs_pay(std::int32_t base, double percent) {
  constexpr std::int64_t whole = 10000;  // the percentage in hundredths
  const std::int64_t hundredths = std::llround(percent * 100);
  const auto annual = static_cast<std::int64_t>(base) * (whole + hundredths);
  GsPay pay;
  pay.annual = static_cast<std::int32_t>((annual + whole / 2) / whole);
  pay.hourly_cents = static_cast<std::int32_t>((std::int64_t{200} * pay.annual + gs_hours_a_year) /
                                               (std::int64_t{2} * gs_hours_a_year));
  return pay;
}

GsGrid gs_grid(const Tables& tables, std::int32_t year, const GsLocality& locality) {
  GsGrid grid{year, &locality, {}};
  for (const auto& row : tables.gs_grades) {
    if (row.year != year) {
      continue;
    }
    GsRow out;
    out.grade = row.grade;
    for (std::size_t i = 0; i < gs_steps && i < row.steps.size(); ++i) {
      out.steps[i] = gs_pay(row.steps[i], locality.percent);
    }
    grid.grades.push_back(out);
  }
  if (grid.grades.empty()) {
    std::vector<std::string> years;
    for (const auto& row : tables.gs_grades) {
      if (years.empty() || years.back() != std::to_string(row.year)) {
        years.push_back(std::to_string(row.year));
      }
    }
    throw Error(ErrorCode::NoAnswer, "there is no General Schedule of " + std::to_string(year) + " here",
                "years: " + alternatives(years, years.size()), "--year");
  }
  std::ranges::sort(grid.grades, {}, &GsRow::grade);
  return grid;
}

GsCell nearest_cell(const GsGrid& grid, double annual) {
  GsCell best;
  double distance = 0;
  for (const auto& row : grid.grades) {
    for (std::size_t i = 0; i < gs_steps; ++i) {
      const double here = std::abs(row.steps[i].annual - annual);
      if (best.grade == 0 || here < distance) {
        best = {row.grade, static_cast<std::int32_t>(i) + 1};
        distance = here;
      }
    }
  }
  return best;
}

std::optional<std::pair<std::int32_t, std::int32_t>> grades_around(const GsGrid& grid, double annual) {
  std::optional<std::pair<std::int32_t, std::int32_t>> out;
  for (const auto& row : grid.grades) {
    if (row.steps.front().annual <= annual && annual <= row.steps.back().annual) {
      out = {out ? out->first : row.grade, row.grade};
    }
  }
  return out;
}

GsPlace find_locality(const Tables& tables, std::string_view text) {
  if (trimmed(text).empty()) {
    return {&rest(tables), nullptr, {}};
  }
  return Search(tables, trimmed(text)).find();
}

GsEstimate gs_estimate(const Model& model, const GsSeries& series, const GsGrid& grid, const Area* area,
                       const Facts& person) {
  const Tables& tables = model.dataset().tables();
  Facts profile = person;
  if (profile.role == nullptr && profile.occupation == nullptr) {
    profile.role = &*std::ranges::find(tables.roles, series.role, &Role::id);
  }
  profile.setting = &*std::ranges::find(tables.settings, "federal-government", &Setting::id);
  profile.area = area;
  GsEstimate out{&series, explain::estimate(model.pricer(), profile), {}, {}};
  out.nearest = nearest_cell(grid, out.estimate.pay.p50());
  out.grades = grades_around(grid, out.estimate.pay.p50());
  return out;
}

GsEstimate gs_estimate(const Model& model, const GsSeries& series, const GsGrid& grid, const Area* area) {
  return gs_estimate(model, series, grid, area, Facts{});
}

}  // namespace hisalary::advise
