// SPDX-License-Identifier: MIT
#include "place_names.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "data/tables.hpp"
#include "hisalary/error.hpp"

namespace hisalary {
namespace {

constexpr std::size_t county_digits = 5;

bool is_state(const Area& area) { return area.kind == AreaKind::State || area.kind == AreaKind::Territory; }
bool is_metro(const Area& area) {
  return area.kind == AreaKind::Metropolitan || area.kind == AreaKind::Nonmetropolitan;
}

bool all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool lies_in(const Area& area, const Area& state) {
  return std::ranges::find(area.states, state.code) != area.states.end() || area.code == state.code;
}

const Area* state_named(const Tables& tables, std::string_view text) {
  const std::string wanted = bare(text);
  const std::string full = wanted == "washingtondc" ? "dc" : wanted;
  for (const auto& area : tables.areas) {
    if (is_state(area) && (bare(area.code) == full || bare(plain(area.title)) == full)) {
      return &area;
    }
  }
  return nullptr;
}

std::vector<std::string_view> state_names(const Tables& tables) {
  std::vector<std::string_view> names;
  for (const auto& area : tables.areas) {
    if (is_state(area)) {
      names.push_back(area.code);
      names.push_back(area.title);
    }
  }
  return names;
}

/// "San Jose-Sunnyvale-Santa Clara, CA" has the cities San Jose, Sunnyvale and Santa Clara.
std::vector<std::string> cities_of(const Area& area) {
  std::string name = plain(area.title.substr(0, area.title.find(',')));
  std::vector<std::string> cities;
  for (std::size_t start = 0; start <= name.size();) {
    const std::size_t end = std::min({name.find('-', start), name.find('/', start), name.size()});
    if (end > start) {
      cities.push_back(name.substr(start, end - start));
    }
    start = end + 1;
  }
  return cities;
}

/// How well an area answers to a name: 4 its whole title, 3 its title without states, 2 its first city, 1 another of
/// its cities, 0 not at all.
int fits(const Area& area, const std::string& name) {
  const std::string title = plain(area.title);
  if (title == name) {
    return 4;
  }
  if (title.substr(0, title.find(',')) == name) {
    return 3;
  }
  const auto cities = cities_of(area);
  if (!cities.empty() && cities[0] == name) {
    return 2;
  }
  return std::ranges::find(cities, name) != cities.end() ? 1 : 0;
}

std::vector<const Area*> best_areas(const Tables& tables, const std::string& name, const Area* state) {
  std::vector<const Area*> best;
  int best_fit = 1;
  for (const auto& area : tables.areas) {
    const int fit = is_metro(area) && (state == nullptr || lies_in(area, *state)) ? fits(area, name) : 0;
    if (fit > best_fit) {
      best.clear();
      best_fit = fit;
    }
    if (fit == best_fit && fit > 0) {
      best.push_back(&area);
    }
  }
  return best;
}

std::vector<std::string_view> metro_names(const Tables& tables, std::vector<std::string>& storage) {
  for (const auto& area : tables.areas) {
    if (is_metro(area)) {
      storage.emplace_back(area.title.substr(0, area.title.find_first_of("-/,")));
    }
  }
  return {storage.begin(), storage.end()};
}

std::string name_and_code(const Area& area) { return std::string(area.title) + " (" + std::string(area.code) + ")"; }

/// "Cook, IL": the name and the state. The state may be missing.
struct NameInState {
  std::string_view name;
  const Area* state = nullptr;
};

NameInState split_state(const Tables& tables, std::string_view text) {
  const auto comma = text.rfind(',');
  if (comma == std::string_view::npos) {
    return {text, nullptr};
  }
  const Area* const state = state_named(tables, trimmed(text.substr(comma + 1)));
  return state != nullptr ? NameInState{trimmed(text.substr(0, comma)), state} : NameInState{text, nullptr};
}

std::string county_word(std::string_view name) {
  std::string out = plain(name);
  for (const std::string_view ending :
       {" county", " parish", " borough", " census area", " municipality", " planning region", " municipio", " city"}) {
    if (out.ends_with(ending)) {
      out.resize(out.size() - ending.size());
      break;
    }
  }
  return out;
}

/// A combined unit ("Fairfax County + Fairfax city + Falls Church city") answers to each of its parts.
bool county_fits(const County& county, const std::string& wanted, bool with_ending) {
  std::string_view rest = county.name;
  while (!rest.empty()) {
    const auto plus = rest.find('+');
    const auto part = trimmed(rest.substr(0, plus));
    if (with_ending ? plain(part) == wanted : county_word(part) == wanted) {
      return true;
    }
    rest = plus == std::string_view::npos ? std::string_view{} : rest.substr(plus + 1);
  }
  return false;
}

const Area* area_of_code(const Tables& tables, Text code) {
  const auto it = std::ranges::find(tables.areas, code, &Area::code);
  return it == tables.areas.end() ? nullptr : &*it;
}

CountyPlace place_of(const Tables& tables, const County& county) {
  CountyPlace place;
  place.state = area_of_code(tables, county.state);
  place.area = county.area.empty() ? place.state : area_of_code(tables, county.area);
  const std::string full = std::string(county.name) + ", " + std::string(county.state);
  place.note = county.area.empty() ? full + " lies outside every metropolitan area; the wages of its state, " +
                                         std::string(place.state->title) + ", are used"
                                   : full + " lies in the " + std::string(place.area->title) + " area";
  return place;
}

CountyPlace fall_back(const Area& state, std::string_view text) {
  return {&state, &state,
          "the county " + shown(text) +
              " is in no metropolitan or micropolitan area of the list; the wages of its state, " +
              std::string(state.title) + ", are used"};
}

CountyPlace county_of_digits(const Tables& tables, std::string_view digits) {
  const auto it = std::ranges::find(tables.counties, digits, &County::fips);
  if (it != tables.counties.end()) {
    return place_of(tables, *it);
  }
  const auto state = std::ranges::find_if(
      tables.areas, [&](const Area& area) { return is_state(area) && area.fips == digits.substr(0, 2); });
  if (digits.size() != county_digits || state == tables.areas.end()) {
    throw Error(ErrorCode::NoAnswer, shown(digits) + " is no county code",
                "a county code has five digits, the first two of its state (17031 is Cook County, IL)", "--county");
  }
  return fall_back(*state, digits);
}

}  // namespace

const Area& find_state(const Tables& tables, std::string_view text) {
  if (const Area* const state = state_named(tables, text)) {
    return *state;
  }
  const std::string all = "\"hisalary list states\" shows all";
  const bool code = bare(text).size() <= 2;  // one letter off is half of it: no state is near
  throw Error(ErrorCode::NoAnswer, shown(text) + " is no state or territory that BLS publishes",
              code ? "write a postal code like CA or a name like California; " + all
                   : did_you_mean(text, state_names(tables), all),
              "--state");
}

const Area& find_metro(const Tables& tables, std::string_view text, const Area* state) {
  const auto code = std::ranges::find(tables.areas, text, &Area::code);
  if (code != tables.areas.end() && is_metro(*code)) {
    return *code;
  }
  const auto [name, own_state] = split_state(tables, text);
  auto found = best_areas(tables, plain(text), state);
  if (found.empty() && own_state != nullptr) {
    found = best_areas(tables, plain(name), own_state);
  }
  if (found.empty() && state != nullptr) {
    found = best_areas(tables, plain(name), nullptr);  // the caller sees the contradiction
  }
  if (found.empty()) {
    std::vector<std::string> elsewhere;
    std::ranges::transform(best_areas(tables, plain(name), nullptr), std::back_inserter(elsewhere),
                           [](const Area* area) { return name_and_code(*area); });
    if (!elsewhere.empty()) {
      throw Error(ErrorCode::NoAnswer, "no metropolitan or nonmetropolitan area is called " + shown(text),
                  "known: " + alternatives(elsewhere), "--metro");
    }
    std::vector<std::string> storage;
    throw Error(ErrorCode::NoAnswer, "no metropolitan or nonmetropolitan area is called " + shown(text),
                did_you_mean(name, metro_names(tables, storage), "\"hisalary list metros\" shows all"), "--metro");
  }
  if (found.size() > 1) {
    std::vector<std::string> names;
    std::ranges::transform(found, std::back_inserter(names), [](const Area* area) { return name_and_code(*area); });
    throw Error(ErrorCode::NoAnswer, shown(text) + " fits several areas: " + alternatives(names, names.size()),
                "give the code, or the state as well", "--metro");
  }
  return *found[0];
}

CountyPlace find_county(const Tables& tables, std::string_view text, const Area* state) {
  if (all_digits(text)) {
    return county_of_digits(tables, text);
  }
  const auto [name, own_state] = split_state(tables, text);
  const Area* const inside = own_state != nullptr ? own_state : state;
  if (inside == nullptr) {
    throw Error(ErrorCode::Usage, "the county " + shown(text) + " has no state",
                "write it like \"Cook, IL\", or give five digits like 17031", "--county");
  }
  const std::string full = plain(name);
  const std::string word = county_word(name);
  std::vector<std::string_view> known;
  for (const bool with_ending : {true, false}) {
    for (const auto& county : tables.counties) {
      if (county.state == inside->code && county_fits(county, with_ending ? full : word, with_ending)) {
        return place_of(tables, county);
      }
    }
  }
  std::vector<std::string> names;
  for (const auto& county : tables.counties) {
    if (county.state == inside->code) {
      names.push_back(county_word(county.name));
    }
  }
  known.assign(names.begin(), names.end());
  CountyPlace place = fall_back(*inside, text);
  const std::string hint = did_you_mean(word, known, "");
  place.note += hint.empty() ? "" : " (" + std::string(trimmed(hint)) + ")";
  return place;
}

const Area* find_place(const Tables& tables, const Question& question, std::vector<std::string>& notes) {
  const Area* const state = question.state ? &find_state(tables, *question.state) : nullptr;
  const Area* const metro = question.metro ? &find_metro(tables, *question.metro, state) : nullptr;
  const auto contradiction = [](const std::string& message, const char* where) {
    throw Error(ErrorCode::Usage, message, "give one place", where);
  };
  if (state != nullptr && metro != nullptr && !lies_in(*metro, *state)) {
    contradiction(std::string(metro->title) + " is not in " + std::string(state->title), "--metro");
  }
  if (!question.county) {
    return metro != nullptr ? metro : state;
  }
  const CountyPlace county = find_county(tables, *question.county, state);
  if (state != nullptr && county.state != state) {
    contradiction("the county " + shown(*question.county) + " is not in " + std::string(state->title), "--county");
  }
  if (metro != nullptr && county.area != metro) {
    contradiction("the county " + shown(*question.county) + " is not in " + std::string(metro->title), "--county");
  }
  notes.push_back(county.note);
  return county.area;
}

}  // namespace hisalary
