// SPDX-License-Identifier: MIT
#include "place_names.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "base/suggest.hpp"
#include "base/text.hpp"
#include "data/place_index.hpp"
#include "place_match.hpp"

namespace hisalary {
namespace {

constexpr std::size_t most_words = 24;
constexpr std::size_t code_digits = 5;

bool is_metro(const Area& area) {
  return area.kind == AreaKind::Metropolitan || area.kind == AreaKind::Nonmetropolitan;
}

std::uint16_t index_of(const Tables& tables, const Area& area) {
  return static_cast<std::uint16_t>(&area - tables.areas.data());
}

StateList list_of(const Tables& tables, const Area* state) {
  return state == nullptr ? StateList{} : StateList{index_of(tables, *state)};
}

/// A wrong word.
struct Unknown {
  const char* what;      ///< "place", "county"
  const char* all_hint;  ///< where all are listed
};

constexpr Unknown unknown_place{"no place is called ", "give a ZIP code, a city and state, a county or a state"};
constexpr Unknown unknown_metro{"no metropolitan or nonmetropolitan area is called ",
                                "\"hisalary list metros\" shows all"};

// ---- names, with what stands around them ----

/// The name as it is, then without "city of", "metro area" and the like, one after the other.
std::optional<ResolvedPlace> match_with_affixes(const PlaceSearch& search, PlaceWords name, const StateList& states) {
  while (!name.empty()) {
    if (auto place = match_name(search, joined(name), states)) {
      return place;
    }
    const PlaceWords shorter = without_affix(name);
    if (shorter.size() == name.size()) {
      break;
    }
    name = shorter;
  }
  return std::nullopt;
}

/// Names that are not written out: "Boise" in Idaho is Boise City, "Miami-Dade" a county, "Northwest Alabama" a
/// nonmetropolitan area, "N Las Vegas" begins with a direction.
std::optional<ResolvedPlace> match_longer_name(const PlaceSearch& search, PlaceWords name, const StateList& states) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> directions{
      {{"n", "north"}, {"s", "south"}, {"e", "east"}, {"w", "west"}, {"no", "north"}, {"so", "south"}}};
  const std::string key = joined(name);
  const bool begins = !search.tables.places.empty() && data::any_name_begins(search.tables.places[0], key);
  for (const std::string_view ending : {"city", "nonmetropolitanarea"}) {
    if (auto place = begins ? match_name(search, key + std::string(ending), states) : std::nullopt) {
      return place;
    }
  }
  if (name.size() > 1) {
    if (auto place = begins ? match_first_cities(search, key, states) : std::nullopt) {
      return place;
    }
    for (const auto& [brief, full] : directions) {
      if (name[0].letters == brief) {
        return match_name(search, std::string(full) + joined(name.subspan(1)), states);
      }
    }
  }
  return begins ? match_county(search, key, states) : std::nullopt;
}

/// "Dallas/Fort Worth", "Seattle and Tacoma": names side by side that lie in one area.
std::optional<ResolvedPlace> match_each(const PlaceSearch& search, PlaceWords words, const StateList& states) {
  std::optional<ResolvedPlace> all;
  for (std::size_t start = 0; start < words.size();) {
    std::size_t end = start + 1;
    while (end < words.size() && words[end].before == ' ' && words[end].letters != "and") {
      ++end;
    }
    const auto one = match_with_affixes(search, words.subspan(start, end - start), states);
    const bool last = end == words.size();
    start = end + (!last && words[end].letters == "and" ? 1U : 0U);
    if ((start == end && last && !all) || !one || one->refused || (all && all->area != one->area)) {
      return std::nullopt;
    }
    all = one;
  }
  return all;
}

std::optional<ResolvedPlace> match_any_way(const PlaceSearch& search, PlaceWords name, const StateList& states) {
  if (auto place = match_longer_name(search, name, states)) {
    return place;
  }
  return match_each(search, name, states);
}

/// The part of an address that may be the city: what stands behind its last comma, or before its first.
std::optional<ResolvedPlace> match_part(const PlaceSearch& search, PlaceWords name, const StateList& states) {
  const auto comma = [](const PlaceWord& word) { return word.before == ','; };
  const auto first = std::ranges::find_if(name.begin() + 1, name.end(), comma);
  if (first == name.end()) {
    return std::nullopt;
  }
  const auto last = std::ranges::find_if(name.rbegin(), name.rend(), comma).base() - 1;
  if (auto place = match_with_affixes(search, {last, name.end()}, states)) {
    return place;
  }
  return match_with_affixes(search, {name.begin(), first}, states);
}

/// Whether a comma or a postal code says that a state stands behind the name.
bool looks_like_a_state_behind(PlaceWords words) {
  const auto comma = [](const PlaceWord& word) { return word.before == ','; };
  return words.size() > 1 && (std::ranges::any_of(words.subspan(1), comma) || words.back().letters.size() == 2);
}

/// What the words mean; empty when nothing has such a name. The state that was read beside the name is kept in
/// `beside`.
std::optional<ResolvedPlace> match_words(const PlaceSearch& search, PlaceWords words, const StateList& states,
                                         NameInStates& beside) {
  // "Leon, IA" and "Leon IA" are no Leonia.
  const bool state_first = looks_like_a_state_behind(words);
  if (auto place = state_first ? std::nullopt : match_with_affixes(search, words, states)) {
    return place;
  }
  const PlaceWords whole = words;
  words = without_country(words);
  const auto splits = words.size() > 1 ? split_states(search.tables, words) : std::vector<NameInStates>{};
  for (const auto& split : splits) {
    if (auto place = match_with_affixes(search, split.name, split.states)) {
      return place;
    }
  }
  if (auto place = state_first ? match_with_affixes(search, whole, states) : std::nullopt) {
    return place;
  }
  // "Charleston, SC metro": the state stands before what does not matter.
  const PlaceWords shorter = without_affix(words);
  if (shorter.size() < words.size()) {
    return match_words(search, shorter, states, beside);
  }
  beside = splits.empty() ? NameInStates{words, states} : splits[0];
  for (const auto& split : splits) {
    if (auto place = match_any_way(search, split.name, split.states)) {
      return place;
    }
    if (auto place = match_part(search, split.name, split.states)) {
      return place;
    }
  }
  return match_any_way(search, words, states);
}

// ---- codes ----

ResolvedPlace of_zip(const PlaceSearch& search, const data::ZipEntry& entry, const TypedZip& typed) {
  constexpr double hundred = 100;
  const auto& areas = search.tables.areas;
  std::string digits = std::to_string(typed.zip);
  digits.insert(0, code_digits - digits.size(), '0');
  ResolvedPlace place;
  place.area = &areas[entry.area];
  place.state = &areas[entry.state];
  place.note = "ZIP code " + digits + " is in " + the_area(*place.area);
  if (entry.other != data::no_area) {
    place.note += " (" + std::to_string(std::lround(hundred * entry.share)) + "% of its people; others are in " +
                  the_area(areas[entry.other]) + ")";
  }
  return place;
}

const Area* metro_of_code(const Tables& tables, std::string_view code) {
  const auto it = std::ranges::find(tables.areas, code, &Area::code);
  return it != tables.areas.end() && is_metro(*it) ? &*it : nullptr;
}

ResolvedPlace of_area(const Tables& tables, const Area& area) {
  ResolvedPlace place;
  place.area = &area;
  const auto state =
      area.states.empty() ? tables.areas.end() : std::ranges::find(tables.areas, area.states[0], &Area::code);
  place.state = state == tables.areas.end() ? nullptr : &*state;
  return place;
}

ResolvedPlace unknown_zip(std::string_view text, PlaceScope scope) {
  if (scope == PlaceScope::Areas) {
    return refused(ErrorCode::NoAnswer, shown(text) + " is not an area code or a ZIP code in the Census list",
                   unknown_metro.all_hint);
  }
  return refused(ErrorCode::NoAnswer, "the ZIP code " + shown(text) + " is not in the Census list",
                 "post-office boxes, military and new ZIP codes are not; give the city and state");
}

/// A ZIP code, or the code of an area. Empty when the words are neither; `words` loses a ZIP code that is not known
/// behind a name.
std::optional<ResolvedPlace> match_code(const PlaceSearch& search, PlaceWords& words) {
  const std::string& last = words.back().letters;
  if (!is_digits(last) || search.tables.places.empty()) {
    return std::nullopt;
  }
  const Area* const area = words.size() == 1 ? metro_of_code(search.tables, last) : nullptr;
  if (area != nullptr && search.scope == PlaceScope::Areas) {
    return of_area(search.tables, *area);
  }
  PlaceWords rest;
  const auto typed = typed_zip(words, rest);
  const auto entry = typed ? data::zip_entry(search.tables.places[0], typed->zip) : std::nullopt;
  if (entry) {
    return of_zip(search, *entry, *typed);
  }
  if (area != nullptr) {
    return of_area(search.tables, *area);
  }
  auto county = typed && typed->whole ? match_county_code(search, typed->zip) : std::nullopt;
  if (county) {
    return county;
  }
  if (typed && (typed->whole || without_affix(words).size() == 1)) {
    return unknown_zip(search.text, search.scope);
  }
  words = typed ? rest : words;
  return std::nullopt;
}

// ---- wrong words ----

std::string print_of(const Tables& tables, const data::PlaceEntry& entry) {
  const bool with_state = entry.kind != data::PlaceKind::State && entry.kind != data::PlaceKind::Nickname &&
                          entry.state != data::no_area && data::states_of_title(entry.name).empty();
  return with_state ? entry.name + ", " + std::string(tables.areas[entry.state].code) : entry.name;
}

/// The nearest place as a question. Where the name is known in other states, a place here is meant only when it is one
/// letter off.
std::string did_you_mean(const Tables& tables, const std::string& key, std::uint16_t state, bool known_elsewhere) {
  const auto near = data::nearest_place(tables.places[0], key, state, known_elsewhere);
  const bool meant = near && (!known_elsewhere || edit_distance(key, place_key(near->name)) == 1);
  return meant ? "did you mean " + print_of(tables, *near) + "? " : "";
}

/// Nothing has the name: the nearest one of the state and where else the name is, or the nearest one of all.
ResolvedPlace no_such_place(const PlaceSearch& search, const NameInStates& beside, const Unknown& unknown) {
  const auto& tables = search.tables;
  const std::string key = joined(beside.name);
  const auto elsewhere = beside.states.empty() ? std::vector<std::string>{} : places_called(search, key);
  std::string hint = elsewhere.empty() ? unknown.all_hint : "known: " + alternatives(elsewhere);
  if (!tables.places.empty() && !key.empty()) {
    const std::uint16_t state = beside.states.empty() ? data::no_area : beside.states[0];
    hint.insert(0, did_you_mean(tables, key, state, !elsewhere.empty()));
  }
  return refused(ErrorCode::NoAnswer, unknown.what + shown(search.text), hint);
}

// ---- counties ----

ResolvedPlace unknown_county_code(std::string_view text) {
  return refused(ErrorCode::NoAnswer, shown(text) + " is not a county code",
                 "a county code has five digits, the first two of its state (17031 is Cook County, IL)");
}

ResolvedPlace of_county_code(const PlaceSearch& search) {
  std::uint32_t code = 0;
  const auto text = search.text;
  const bool fits = text.size() == code_digits || text.size() == code_digits - 1;  // without its leading zero
  std::from_chars(text.data(), text.data() + text.size(), code);
  auto place = fits ? match_county_code(search, code) : std::nullopt;
  return place ? *place : unknown_county_code(text);
}

ResolvedPlace unknown_county(const PlaceSearch& search, PlaceWords name, const Area& state) {
  std::uint32_t fips = 0;
  std::from_chars(state.fips.data(), state.fips.data() + state.fips.size(), fips);
  const auto near = search.tables.places.empty()
                        ? std::nullopt
                        : data::nearest_county(search.tables.places[0], data::county_key(joined(name)), fips);
  const std::string hint = near ? "did you mean " + near->name + "?" : "a ZIP code or a town will do as well";
  return refused(ErrorCode::NoAnswer, "no county in " + std::string(state.title) + " is called " + shown(search.text),
                 hint);
}

/// "County of Cook" as "Cook".
PlaceWords without_county_of(PlaceWords words) {
  const bool of = words.size() > 2 && words[0].letters == "county" && words[1].letters == "of";
  return of ? words.subspan(2) : words;
}

}  // namespace

bool is_state(const Area& area) { return area.kind == AreaKind::State || area.kind == AreaKind::Territory; }

ResolvedPlace resolve_place(const Tables& tables, std::string_view text, const Area* state) {
  const PlaceSearch search{tables, trimmed(text), PlaceScope::Any};
  std::vector<PlaceWord> all = place_words(search.text);
  if (all.empty() || all.size() > most_words) {
    return refused(ErrorCode::NoAnswer, shown(text) + " is not a place", unknown_place.all_hint);
  }
  const bool remote = take_remote(all);
  PlaceWords words = all;
  if (words.empty() || is_nation(words)) {
    ResolvedPlace nation;
    nation.remote = remote;
    return nation;
  }
  auto place = match_code(search, words);
  const StateList inside = list_of(tables, state);
  NameInStates beside{words, inside};
  if (!place && !words.empty()) {
    place = match_words(search, words, inside, beside);
  }
  if (!place && state != nullptr && !words.empty()) {
    place = match_words(search, words, {}, beside);  // the caller sees the contradiction
  }
  if (!place) {
    return no_such_place(search, beside, unknown_place);
  }
  if (remote && !place->refused) {
    ResolvedPlace nation;
    nation.remote = true;
    nation.note = "remote work is priced against the national market, wherever the worker lives";
    return nation;
  }
  return *place;
}

ResolvedPlace resolve_state(const Tables& tables, std::string_view text) {
  const PlaceSearch search{tables, trimmed(text), PlaceScope::Any};
  const std::vector<PlaceWord> all = place_words(search.text);
  PlaceWords words = all;
  for (std::size_t tries = 0; tries < 3 && !words.empty(); ++tries) {
    if (const auto state = state_of_key(tables, joined(words))) {
      ResolvedPlace place;
      place.area = place.state = &tables.areas[*state];
      return place;
    }
    const PlaceWords shorter = without_affix(without_country(words));
    if (shorter.size() == words.size()) {
      break;
    }
    words = shorter;
  }
  std::vector<std::string_view> names;
  for (const auto& area : tables.areas) {
    if (is_state(area)) {
      names.push_back(area.title);
    }
  }
  const std::string every = "\"hisalary list states\" shows all";
  const bool code = bare(text).size() <= 2;  // one letter off is half of it: no state is near
  return refused(ErrorCode::NoAnswer, shown(text) + " is not a state or territory that BLS publishes",
                 code ? "write a postal code like CA or a name like California; " + every
                      : did_you_mean(search.text, names, every));
}

ResolvedPlace resolve_metro(const Tables& tables, std::string_view text, const Area* state) {
  const PlaceSearch search{tables, trimmed(text), PlaceScope::Areas};
  const std::vector<PlaceWord> all = place_words(search.text);
  if (all.empty() || all.size() > most_words) {
    return refused(ErrorCode::NoAnswer, unknown_metro.what + shown(text), unknown_metro.all_hint);
  }
  PlaceWords words = all;
  auto place = match_code(search, words);
  const StateList inside = list_of(tables, state);
  NameInStates beside{words, inside};
  if (!place && !words.empty()) {
    place = match_words(search, words, inside, beside);
  }
  if (!place && state != nullptr && !words.empty()) {
    place = match_words(search, words, {}, beside);  // the caller sees the contradiction
  }
  return place ? *place : no_such_place(search, beside, unknown_metro);
}

ResolvedPlace resolve_county(const Tables& tables, std::string_view text, const Area* state) {
  const PlaceSearch search{tables, trimmed(text), PlaceScope::Counties};
  if (is_digits(search.text)) {
    return of_county_code(search);
  }
  const std::vector<PlaceWord> all = place_words(search.text);
  if (all.empty() || all.size() > most_words) {
    return refused(ErrorCode::NoAnswer, shown(text) + " is not a county", "write it like \"Cook, IL\"");
  }
  const PlaceWords words = without_county_of(without_country(all));
  NameInStates tried{words, list_of(tables, state)};
  if (auto place = match_county(search, joined(words), tried.states)) {
    return *place;
  }
  for (const auto& split : split_states(tables, words)) {
    if (auto place = match_county(search, joined(without_county_of(split.name)), split.states)) {
      return *place;
    }
    tried = tried.name.size() == words.size() ? split : tried;
  }
  if (tried.states.empty()) {
    return refused(ErrorCode::Usage, "no county is called " + shown(text),
                   "write it like \"Cook, IL\", or give five digits like 17031");
  }
  return unknown_county(search, tried.name, tables.areas[tried.states[0]]);
}

}  // namespace hisalary
