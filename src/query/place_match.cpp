// SPDX-License-Identifier: MIT
#include "place_match.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/text.hpp"
#include "data/place_index.hpp"

namespace hisalary {
namespace {

using data::PlaceEntry;
using data::PlaceKind;
using Entries = std::vector<PlaceEntry>;

/// A name means its largest place when that has this many times the people of the next; fewer do when an area is named
/// for it, and none for the others.
constexpr std::uint64_t clearly_larger = 4;
constexpr std::uint64_t larger = 2;
/// An old area with less than this of its people in one area of today was split; in thousandths.
constexpr std::uint32_t nearly_all = 900;
/// Counties whose people are not counted have fewer than this.
constexpr std::uint32_t uncounted_people = 500;

const Area& area_at(const PlaceSearch& search, std::uint16_t index) { return search.tables.areas[index]; }

const Area* state_at(const PlaceSearch& search, std::uint16_t index) {
  return index == data::no_area ? nullptr : &search.tables.areas[index];
}

std::string with_commas(std::uint32_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

std::string percent(std::uint32_t thousandths) {
  constexpr double tenth = 10;
  return std::to_string(std::lround(thousandths / tenth)) + "%";
}

std::string name_in_state(const PlaceSearch& search, const PlaceEntry& entry) {
  const Area* const state = state_at(search, entry.state);
  return state == nullptr ? entry.name : entry.name + ", " + std::string(state->code);
}

bool is_in(const PlaceSearch& search, const PlaceEntry& entry, const StateList& states) {
  if (states.empty() || std::ranges::find(states, entry.state) != states.end()) {
    return true;
  }
  const bool by_itself = entry.kind == PlaceKind::City || entry.kind == PlaceKind::Town ||
                         entry.kind == PlaceKind::County || entry.kind == PlaceKind::CountyPart ||
                         entry.kind == PlaceKind::State;
  return !by_itself && std::ranges::any_of(states, [&](std::uint16_t state) {
    return lies_in(area_at(search, entry.area), area_at(search, state));
  });
}

/// The entries of some kinds that lie in the states.
Entries of_kinds(const PlaceSearch& search, const Entries& entries, std::initializer_list<PlaceKind> kinds,
                 const StateList& states) {
  Entries found;
  std::ranges::copy_if(entries, std::back_inserter(found), [&](const PlaceEntry& entry) {
    return std::ranges::find(kinds, entry.kind) != kinds.end() && is_in(search, entry, states);
  });
  return found;
}

/// In New England towns are the municipalities; elsewhere a township often has the name of a city that is another
/// place.
bool is_new_england(const PlaceSearch& search, std::uint16_t state) {
  constexpr std::array<std::string_view, 6> states{"CT", "MA", "ME", "NH", "RI", "VT"};
  return state != data::no_area && std::ranges::find(states, area_at(search, state).code) != states.end();
}

void drop_townships_beside_cities(const PlaceSearch& search, Entries& entries) {
  const Entries all = entries;
  std::erase_if(entries, [&](const PlaceEntry& town) {
    return town.kind == PlaceKind::Town && !is_new_england(search, town.state) &&
           std::ranges::any_of(all, [&](const PlaceEntry& other) {
             return other.kind == PlaceKind::City && other.state == town.state;
           });
  });
}

std::uint32_t people_of(const PlaceEntry& entry) {
  const bool county = entry.kind == PlaceKind::County;
  return county ? std::max(entry.value, uncounted_people) : entry.value;
}

/// One entry an area, the largest of it, the largest first.
Entries largest_by_area(Entries entries) {
  std::ranges::stable_sort(entries, std::greater{}, people_of);
  Entries best;
  for (const auto& entry : entries) {
    if (std::ranges::find(best, entry.area, &PlaceEntry::area) == best.end()) {
      best.push_back(entry);
    }
  }
  return best;
}

bool is_first_by(std::uint64_t times, const Entries& by_people) {
  return by_people.size() == 1 || people_of(by_people[0]) >= times * std::uint64_t{people_of(by_people[1])};
}

/// Several places of a name: in several states by their states, in one state by their areas.
ResolvedPlace several(const PlaceSearch& search, const Entries& entries) {
  constexpr std::size_t most = 6;
  const bool one_state =
      std::ranges::all_of(entries, [&](const PlaceEntry& entry) { return entry.state == entries[0].state; });
  std::vector<std::string> names;
  for (const auto& entry : entries) {
    const bool town = entry.kind == PlaceKind::City || entry.kind == PlaceKind::Town;
    const bool county = entry.kind == PlaceKind::County;
    const std::string people = town ? " (" + with_commas(entry.value) + " people)" : "";
    const bool by_state = (town || county) && !one_state;
    names.push_back((by_state ? name_in_state(search, entry) : std::string(area_at(search, entry.area).title)) +
                    people);
  }
  const std::string hint = one_state ? "give a ZIP code, or the area" : "add the state, or give a ZIP code";
  return refused(ErrorCode::NoAnswer, shown(search.text) + " could be " + alternatives(names, most), hint);
}

ResolvedPlace found(const PlaceSearch& search, const PlaceEntry& entry, std::string note) {
  ResolvedPlace place;
  place.area = &area_at(search, entry.area);
  place.state = state_at(search, entry.state);
  place.note = std::move(note);
  return place;
}

/// Whether the title of an area begins with this name.
bool leads_the_title(const PlaceEntry& entry, const Area& area) {
  const std::string_view title = area.title;
  const std::string key = place_key(entry.name);
  return key == place_key(title.substr(0, title.find_first_of("-/,")));
}

/// Whether the largest of several places of a name is the only one that an area is named for.
bool only_first_leads(const PlaceSearch& search, const Entries& by_people) {
  return is_first_by(larger, by_people) && std::ranges::all_of(by_people, [&](const PlaceEntry& entry) {
           return leads_the_title(entry, area_at(search, entry.area)) == (&entry == by_people.data());
         });
}

std::optional<ResolvedPlace> pick_city(const PlaceSearch& search, Entries entries) {
  drop_townships_beside_cities(search, entries);
  const Entries by_people = largest_by_area(std::move(entries));
  if (by_people.empty()) {
    return std::nullopt;
  }
  const PlaceEntry& city = by_people[0];
  const Area& area = area_at(search, city.area);
  if (!is_first_by(clearly_larger, by_people)) {
    return only_first_leads(search, by_people)
               ? found(search, city, name_in_state(search, city) + " is the largest place of that name")
               : several(search, by_people);
  }
  return found(search, city,
               leads_the_title(city, area) ? "" : name_in_state(search, city) + " is in " + the_area(area));
}

/// A county that was replaced by planning regions lies in several areas.
std::optional<ResolvedPlace> split_county(const PlaceSearch& search, const PlaceEntry& county, const Entries& entries) {
  Entries parts = of_kinds(search, entries, {PlaceKind::CountyPart}, {county.state});
  std::erase_if(parts, [&](const PlaceEntry& part) { return part.county != county.county; });
  if (parts.empty()) {
    return std::nullopt;
  }
  std::ranges::sort(parts, std::greater{}, &PlaceEntry::value);
  std::vector<std::string> names;
  for (const auto& part : parts) {
    names.push_back(the_area(area_at(search, part.area)) + " (" + percent(part.value) + " of its people)");
  }
  if (parts[0].value >= nearly_all) {
    return found(search, parts[0], name_in_state(search, county) + " is in " + names[0]);
  }
  return refused(ErrorCode::NoAnswer, name_in_state(search, county) + " lies in several areas: " + alternatives(names),
                 "give a town, a ZIP code or a planning region");
}

std::optional<ResolvedPlace> pick_county(const PlaceSearch& search, const Entries& entries, const StateList& states) {
  const Entries counties = largest_by_area(of_kinds(search, entries, {PlaceKind::County}, states));
  if (counties.empty()) {
    return std::nullopt;
  }
  if (!is_first_by(clearly_larger, counties)) {
    return several(search, counties);
  }
  if (auto split = split_county(search, counties[0], entries)) {
    return split;
  }
  return found(search, counties[0],
               name_in_state(search, counties[0]) + " is in " + the_area(area_at(search, counties[0].area)));
}

/// Whether a title stands for an area as no city's name could: several cities, or no state behind it.
bool is_compound(const PlaceEntry& title) {
  return data::states_of_title(title.name).empty() || title.name.find_first_of("-/") < title.name.find(',');
}

/// Whether the states behind a title are just these.
bool has_states(const PlaceSearch& search, const PlaceEntry& title, const StateList& states) {
  std::string wanted;
  for (const std::uint16_t state : states) {
    wanted += (wanted.empty() ? "" : "-") + std::string(area_at(search, state).code);
  }
  return data::states_of_title(title.name) == wanted;
}

std::string split_note(const PlaceSearch& search, const PlaceEntry& title, const Entries& entries) {
  if (title.kind != PlaceKind::OldTitle || title.value >= nearly_all) {
    return {};
  }
  std::vector<std::string> others;
  for (const auto& part : entries) {
    if (part.kind == PlaceKind::OldTitlePart && part.name == title.name) {
      others.push_back(the_area(area_at(search, part.area)));
    }
  }
  std::string rest;
  for (std::size_t i = 0; i < others.size(); ++i) {
    const char* const between = i + 1 == others.size() ? " and " : ", ";
    rest += (i == 0 ? "; others are in " : between) + others[i];
  }
  return "the earlier area " + title.name + " was split: " + percent(title.value) + " of its people are in " +
         the_area(area_at(search, title.area)) + rest;
}

/// Titles are all of one area, or none is meant. `all` holds the parts of those that were split.
std::optional<ResolvedPlace> pick_title(const PlaceSearch& search, const Entries& titles, const Entries& all) {
  if (titles.empty()) {
    return std::nullopt;
  }
  const auto today = std::ranges::find(titles, PlaceKind::Title, &PlaceEntry::kind);
  const PlaceEntry& title = today == titles.end() ? titles[0] : *today;
  if (std::ranges::any_of(titles, [&](const PlaceEntry& one) {
        return one.area != title.area && (today == titles.end() || one.kind == PlaceKind::Title);
      })) {
    return several(search, largest_by_area(titles));
  }
  std::string note = split_note(search, title, all);
  if (note.empty() && title.kind == PlaceKind::OldTitle) {
    note = title.name + " is now in " + the_area(area_at(search, title.area));
  }
  return found(search, title, note);
}

std::optional<ResolvedPlace> pick_nickname(const PlaceSearch& search, const Entries& all, const StateList& states) {
  const Entries names = of_kinds(search, all, {PlaceKind::Nickname}, states);
  if (names.empty()) {
    return std::nullopt;
  }
  if (std::ranges::any_of(names, [&](const PlaceEntry& one) { return one.area != names[0].area; })) {
    return several(search, names);
  }
  std::string note = shown(search.text) + " is matched to " + the_area(area_at(search, names[0].area));
  const auto state = std::ranges::find(all, PlaceKind::State, &PlaceEntry::kind);
  if (state != all.end() && search.scope == PlaceScope::Any) {
    const Area& whole = area_at(search, state->area);
    const bool same = place_key(whole.title) == place_key(names[0].name);
    note += "; for the state, write " + std::string(same ? whole.code : whole.title);
  }
  return found(search, names[0], note);
}

std::optional<ResolvedPlace> pick_state(const PlaceSearch& search, const Entries& all, const StateList& states) {
  const auto entries = of_kinds(search, all, {PlaceKind::State}, states);
  if (entries.empty() || search.scope != PlaceScope::Any) {
    return std::nullopt;
  }
  return found(search, entries[0], {});
}

Entries titles_if(const Entries& all, auto&& wanted) {
  Entries titles;
  for (const auto& entry : all) {
    if ((entry.kind == PlaceKind::Title || entry.kind == PlaceKind::OldTitle) && wanted(entry)) {
      titles.push_back(entry);
    }
  }
  return titles;
}

/// The largest first: what a name alone means.
std::optional<ResolvedPlace> match_alone(const PlaceSearch& search, const Entries& all) {
  if (auto place = pick_nickname(search, all, {})) {
    return place;
  }
  if (auto place = pick_state(search, all, {})) {
    return place;
  }
  if (auto place = pick_title(search, titles_if(all, is_compound), all)) {
    return place;
  }
  if (auto place = pick_city(search, of_kinds(search, all, {PlaceKind::City, PlaceKind::Town}, {}))) {
    return place;
  }
  if (auto place = pick_title(search, titles_if(all, [](const PlaceEntry&) { return true; }), all)) {
    return place;
  }
  return pick_county(search, all, {});
}

std::optional<ResolvedPlace> match_in_states(const PlaceSearch& search, const Entries& all, const StateList& states) {
  const auto exact = [&](const PlaceEntry& title) {
    return has_states(search, title, states) &&
           (title.kind == PlaceKind::Title || states.size() > 1 || is_compound(title));
  };
  if (auto place = pick_title(search, titles_if(all, exact), all)) {
    return place;
  }
  const auto compound = [&](const PlaceEntry& title) { return is_compound(title) && is_in(search, title, states); };
  if (auto place = pick_title(search, titles_if(all, compound), all)) {
    return place;
  }
  if (auto place = pick_city(search, of_kinds(search, all, {PlaceKind::City, PlaceKind::Town}, states))) {
    return place;
  }
  if (auto place = pick_nickname(search, all, states)) {
    return place;
  }
  // "New York, NY" is the city; "Washington, WA" says the state twice.
  if (auto place = pick_state(search, all, states)) {
    return place;
  }
  const auto same = [&](const PlaceEntry& title) { return has_states(search, title, states); };
  if (auto place = pick_title(search, titles_if(all, same), all)) {
    return place;
  }
  const auto inside = [&](const PlaceEntry& title) { return is_in(search, title, states); };
  if (auto place = pick_title(search, titles_if(all, inside), all)) {
    return place;
  }
  return pick_county(search, all, states);
}

}  // namespace

ResolvedPlace refused(ErrorCode code, std::string message, std::string hint) {
  ResolvedPlace place;
  place.refused = PlaceRefusal{code, std::move(message), std::move(hint)};
  return place;
}

bool lies_in(const Area& area, const Area& state) {
  return std::ranges::find(area.states, state.code) != area.states.end() || area.code == state.code;
}

std::string the_area(const Area& area) {
  const std::string title(area.title);
  return title.find(" area") == std::string::npos ? "the " + title + " area" : "the " + title;
}

std::optional<ResolvedPlace> match_name(const PlaceSearch& search, const std::string& key, const StateList& states) {
  if (key.empty() || search.tables.places.empty()) {
    return std::nullopt;
  }
  const Entries all = data::places_named(search.tables.places[0], key);
  if (all.empty()) {
    return std::nullopt;
  }
  return states.empty() ? match_alone(search, all) : match_in_states(search, all, states);
}

std::optional<ResolvedPlace> match_first_cities(const PlaceSearch& search, const std::string& key,
                                                const StateList& states) {
  if (key.empty() || search.tables.places.empty()) {
    return std::nullopt;
  }
  const Entries all = data::titles_beginning(search.tables.places[0], key);
  return pick_title(search, titles_if(all, [&](const PlaceEntry& title) { return is_in(search, title, states); }), all);
}

std::optional<ResolvedPlace> match_county(const PlaceSearch& search, const std::string& key, const StateList& states) {
  if (key.empty() || search.tables.places.empty()) {
    return std::nullopt;
  }
  constexpr std::array<std::string_view, 11> endings{
      "",          "county",         "parish", "borough", "cityandborough", "municipality", "censusarea",
      "municipio", "planningregion", "island", "city"};
  for (const auto ending : endings) {
    const Entries all = data::places_named(search.tables.places[0], key + std::string(ending));
    if (auto place = pick_county(search, all, states)) {
      return place;
    }
  }
  return std::nullopt;
}

std::optional<ResolvedPlace> match_county_code(const PlaceSearch& search, std::uint32_t code) {
  if (search.tables.places.empty()) {
    return std::nullopt;
  }
  return pick_county(search, data::county_of_code(search.tables.places[0], code), {});
}

std::vector<std::string> places_called(const PlaceSearch& search, const std::string& key) {
  if (search.tables.places.empty()) {
    return {};
  }
  Entries entries = of_kinds(search, data::places_named(search.tables.places[0], key),
                             {PlaceKind::City, PlaceKind::Town, PlaceKind::County}, {});
  drop_townships_beside_cities(search, entries);
  std::vector<std::string> names;
  for (const auto& entry : largest_by_area(std::move(entries))) {
    names.push_back(name_in_state(search, entry));
  }
  return names;
}

}  // namespace hisalary
