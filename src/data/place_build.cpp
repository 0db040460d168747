// SPDX-License-Identifier: MIT
#include "place_build.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "base/place_key.hpp"
#include "base/strict_json.hpp"
#include "base/suggest.hpp"
#include "place_index.hpp"
#include "place_layout.hpp"

namespace hisalary::data {
namespace {

constexpr double thousand = 1000;
constexpr std::uint32_t worth_suggesting = 20000;  // people: a wrong word is likelier one of these than a village

/// One name and one of its meanings, before packing.
struct Meaning {
  std::string key;
  Text name;
  PlaceKind kind;
  std::uint16_t pair;
  std::uint32_t value;
  std::uint32_t county;

  [[nodiscard]] auto order() const { return std::tie(key, name); }
};

struct CountyCode {
  std::uint32_t code;
  std::uint16_t pair;
  Text name;
};

struct ZipArea {
  std::uint32_t zip;
  std::uint16_t pair;
};

struct ZipSplit {
  std::uint32_t zip;
  std::uint32_t share;
  std::uint16_t other;
};

/// What the files say, read but not packed.
struct Places {
  std::vector<Meaning> meanings;
  std::vector<CountyCode> counties;
  std::vector<ZipArea> zips;
  std::vector<ZipSplit> splits;
};

/// The areas of a data set by their codes, and the pairs of area and state in use by their numbers.
class Codes {
 public:
  explicit Codes(const Tables& tables) : tables_(tables) {
    for (std::size_t i = 0; i < tables.areas.size(); ++i) {
      index_.emplace(tables.areas[i].code, static_cast<std::uint16_t>(i));
    }
  }

  [[nodiscard]] std::uint16_t area(Text code, const Place& place) const {
    const auto it = index_.find(code);
    if (it == index_.end()) {
      place.fail("\"" + std::string(code) + "\" is not in areas.json", "use the code of an area that is");
    }
    return it->second;
  }

  [[nodiscard]] std::uint16_t state(Text code, const Place& place) const {
    const std::uint16_t found = area(code, place);
    const AreaKind kind = tables_.areas[found].kind;
    if (kind != AreaKind::State && kind != AreaKind::Territory) {
      place.fail("\"" + std::string(code) + "\" is not a state", "use a postal code like CA");
    }
    return found;
  }

  /// The principal state of an area.
  [[nodiscard]] std::uint16_t state_of(std::uint16_t area) const {
    const auto& states = tables_.areas[area].states;
    const auto it = states.empty() ? index_.end() : index_.find(states[0]);
    return it == index_.end() ? no_area : it->second;
  }

  [[nodiscard]] std::uint16_t pair(std::uint16_t area, std::uint16_t state) {
    return numbers_.try_emplace({area, state}, static_cast<std::uint16_t>(numbers_.size())).first->second;
  }

  [[nodiscard]] std::string packed() const {
    std::string out(numbers_.size() * layout::pair_bytes, '\0');
    for (const auto& [pair, number] : numbers_) {
      std::string bytes;
      layout::append<2>(bytes, pair.first);
      layout::append<2>(bytes, pair.second);
      out.replace(number * layout::pair_bytes, layout::pair_bytes, bytes);
    }
    return out;
  }

 private:
  const Tables& tables_;
  std::map<Text, std::uint16_t> index_;
  std::map<std::pair<std::uint16_t, std::uint16_t>, std::uint16_t> numbers_;
};

std::string row_of(std::size_t index) { return "row " + std::to_string(index + 1); }

template <class Record> void each(const char* file, List<Record> rows, auto&& read) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    read(rows[i], Place(file).at(row_of(i)));
  }
}

/// Cuts the text before the first blank off a list of words.
Text next_word(Text& rest) {
  const auto end = std::min(rest.find(' '), rest.size());
  const Text word = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return word;
}

/// Digits only: from_chars alone would read "-5" and "5x".
std::uint32_t whole(Text digits, std::size_t size, const Place& place) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size() || (size != 0 && digits.size() != size)) {
    place.fail("\"" + std::string(digits) + "\" where " +
                   (size == 0 ? "a whole number" : std::to_string(size) + " digits") + " were expected",
               "write it like the rows around it");
  }
  return value;
}

std::uint32_t thousandths(Text digits, const Place& place) {
  double share = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), share);
  if (error != std::errc{} || end != digits.data() + digits.size() || !(share > 0 && share <= 1)) {
    place.fail("\"" + std::string(digits) + "\" is not a share", "write a number above 0 and at most 1");
  }
  return static_cast<std::uint32_t>(std::lround(share * thousand));
}

/// "Boise City 235684": the name and the number behind it.
std::pair<Text, std::uint32_t> name_and_people(Text text, const Place& place) {
  const auto blank = text.rfind(' ');
  if (blank == std::string_view::npos || blank == 0) {
    place.fail("\"" + std::string(text) + "\" has no name, or no number of people", R"(write "Boise City 235684")");
  }
  return {text.substr(0, blank), whole(text.substr(blank + 1), 0, place)};
}

/// The name of an area without the states behind it.
Text without_states(Text title) {
  const auto states = states_of_title(title);
  return states.empty() ? title : title.substr(0, title.size() - states.size());
}

class Reader {
 public:
  Reader(const Tables& tables, Codes& codes) : tables_(tables), codes_(codes) {}

  void areas() {
    for (std::size_t i = 0; i < tables_.areas.size(); ++i) {
      const Area& area = tables_.areas[i];
      const auto index = static_cast<std::uint16_t>(i);
      if (area.kind == AreaKind::State || area.kind == AreaKind::Territory) {
        add(area.code, PlaceKind::State, index, index);
        add(area.title, PlaceKind::State, index, index);
      } else if (area.kind != AreaKind::Nation) {
        add(area.title, PlaceKind::Title, index, codes_.state_of(index));
      }
    }
  }

  void cities(List<CityRow> rows) {
    each("places/cities.json", rows, [&](const CityRow& row, const Place& place) {
      const auto area = codes_.area(row.area, place.at("area"));
      const auto state = codes_.state(row.state, place.at("state"));
      for (const auto& [list, kind, key] :
           {std::tuple{row.cities, PlaceKind::City, "cities"}, std::tuple{row.towns, PlaceKind::Town, "towns"}}) {
        for (const Text text : list) {
          const auto [name, people] = name_and_people(text, place.at(key));
          add(name, kind, area, state, people);
        }
      }
    });
  }

  void counties(List<CountyRow> rows) {
    each("places/counties.json", rows, [&](const CountyRow& row, const Place& place) {
      const auto area = codes_.area(row.area, place.at("area"));
      const auto state = codes_.state(row.state, place.at("state"));
      for (Text text : row.counties) {
        const auto digits = whole(next_word(text), 3, place.at("counties"));
        const auto [name, people] = name_and_people(text, place.at("counties"));
        add(name, PlaceKind::County, area, state, people, digits);
        const auto fips = whole(tables_.areas[state].fips, 2, Place("areas.json").at(row.state).at("fips"));
        places_.counties.push_back(
            {fips * static_cast<std::uint32_t>(thousand) + digits, codes_.pair(area, state), name});
        parts_of(row, digits, name, place.at("split"));
      }
    });
  }

  void old_titles(List<OldTitle> rows) {
    each("places/old_titles.json", rows, [&](const OldTitle& row, const Place& place) {
      const auto area = codes_.area(row.area, place.at("area"));
      add(row.title, PlaceKind::OldTitle, area, codes_.state_of(area),
          static_cast<std::uint32_t>(std::lround(row.share.value_or(1) * thousand)));
      for (const Text other : row.others) {
        const auto part = codes_.area(other, place.at("others"));
        add(row.title, PlaceKind::OldTitlePart, part, codes_.state_of(part));
      }
    });
  }

  void nicknames(List<Nickname> rows) {
    each("places/nicknames.json", rows, [&](const Nickname& row, const Place& place) {
      if (row.areas.empty()) {
        place.at("areas").fail("the list is empty", "name the area, or the areas");
      }
      for (const Text code : row.areas) {
        const auto area = codes_.area(code, place.at("areas"));
        const bool state = tables_.areas[area].kind == AreaKind::State;
        add(row.name, state ? PlaceKind::State : PlaceKind::Nickname, area, codes_.state_of(area));
      }
    });
  }

  void zips(List<ZipRow> rows) {
    each("places/zips.json", rows, [&](const ZipRow& row, const Place& place) {
      const std::uint32_t first = whole(row.prefix, 3, place.at("prefix")) * layout::zips_in_prefix;
      const auto state = codes_.state(row.state, place.at("state"));
      for (Text text : row.areas) {
        const auto pair = codes_.pair(codes_.area(next_word(text), place.at("areas")), state);
        while (!text.empty()) {
          run(first, next_word(text), pair, place.at("areas"));
        }
      }
      for (Text text : row.split) {
        const std::uint32_t zip = first + whole(next_word(text), 2, place.at("split"));
        const std::uint32_t share = thousandths(next_word(text), place.at("split"));
        places_.splits.push_back({zip, share, codes_.area(text, place.at("split"))});
      }
    });
  }

  [[nodiscard]] Places take() && { return std::move(places_); }

 private:
  void add(Text name, PlaceKind kind, std::uint16_t area, std::uint16_t state, std::uint32_t value = 0,
           std::uint32_t county = 0) {
    places_.meanings.push_back({place_key(without_states(name)), name, kind, codes_.pair(area, state), value, county});
  }

  /// The parts of an old county: "005 0.546 47930:0.294 14860:0.161".
  void parts_of(const CountyRow& row, std::uint32_t county, Text name, const Place& place) {
    for (Text text : row.split) {
      if (whole(next_word(text), 3, place) != county) {
        continue;
      }
      const auto state = codes_.state(row.state, place);
      add(name, PlaceKind::CountyPart, codes_.area(row.area, place), state, thousandths(next_word(text), place),
          county);
      while (!text.empty()) {
        const Text part = next_word(text);
        const auto colon = std::min(part.find(':'), part.size());
        const auto share = thousandths(part.substr(std::min(colon + 1, part.size())), place);
        add(name, PlaceKind::CountyPart, codes_.area(part.substr(0, colon), place), state, share, county);
      }
    }
  }

  /// "05" or "05-08".
  void run(std::uint32_t first, Text text, std::uint16_t pair, const Place& place) {
    const auto dash = std::min(text.find('-'), text.size());
    const std::uint32_t low = whole(text.substr(0, dash), 2, place);
    const std::uint32_t high = dash == text.size() ? low : whole(text.substr(dash + 1), 2, place);
    if (high < low) {
      place.fail("\"" + std::string(text) + "\" ends before it begins", "write the lower number first");
    }
    for (std::uint32_t last = low; last <= high; ++last) {
      places_.zips.push_back({first + last, pair});
    }
  }

  const Tables& tables_;
  Codes& codes_;
  Places places_;
};

/// Puts records in order and refuses two with the same key.
template <class Record> void sort_once(std::vector<Record>& all, const char* file, auto&& key, auto&& name) {
  std::ranges::sort(all, {}, key);
  const auto twice = std::ranges::adjacent_find(all, {}, key);
  if (twice != all.end()) {
    Place(file).fail(name(*twice) + " appears twice", "keep one of the two");
  }
}

std::string five_digits(std::uint32_t number) {
  std::string digits = std::to_string(number);
  return std::string(5 - std::min<std::size_t>(5, digits.size()), '0') + digits;
}

void put_in_order(Places& places) {
  std::ranges::stable_sort(places.meanings, {}, &Meaning::order);
  const auto named = [](const Meaning& one) { return std::tie(one.key, one.name, one.kind, one.pair, one.county); };
  std::set<decltype(named(places.meanings[0]))> seen;
  for (const auto& one : places.meanings) {
    if (!seen.insert(named(one)).second) {
      Place("places").fail("\"" + std::string(one.name) + "\" appears twice for the same state and area",
                           "keep one of the two");
    }
  }
  const auto zip_text = [](const auto& one) { return five_digits(one.zip); };
  sort_once(places.zips, "places/zips.json", &ZipArea::zip, zip_text);
  sort_once(places.splits, "places/zips.json", &ZipSplit::zip, zip_text);
  sort_once(places.counties, "places/counties.json", &CountyCode::code,
            [](const CountyCode& one) { return five_digits(one.code); });
}

bool is_suggested(const Meaning& one) {
  switch (one.kind) {
    case PlaceKind::State:
    case PlaceKind::Nickname: return one.key.size() > 3;
    case PlaceKind::City:
    case PlaceKind::Town: return one.value >= worth_suggesting;
    default: return false;
  }
}

/// The numbers of the names are needed by the parts that point to them.
struct PackedNames {
  std::string names;
  std::string blocks;
  std::string hints;
  std::map<Text, std::size_t> numbers;
};

void append_letters(std::string& out, const std::string& key) {
  layout::append<4>(out, letters_of(key));
  layout::append<1>(out, std::min<std::size_t>(key.size(), 0xff));
}

/// Puts the hints in the order of their counts of letters.
void sort_hints(std::string& hints) {
  std::vector<std::string> all;
  for (std::size_t at = 0; at < hints.size(); at += layout::hint_bytes) {
    all.push_back(hints.substr(at, layout::hint_bytes));
  }
  std::ranges::stable_sort(all, {}, [](const std::string& hint) { return layout::number_at<1>(hint, 6); });
  hints.clear();
  for (const std::string& hint : all) {
    hints += hint;
  }
}

PackedNames pack_names(const std::vector<Meaning>& meanings) {
  PackedNames out;
  Text before;
  std::size_t number = 0;
  for (std::size_t i = 0; i < meanings.size(); ++number) {
    std::size_t end = i;
    while (end < meanings.size() && meanings[end].order() == meanings[i].order()) {
      ++end;
    }
    const Text name = meanings[i].name;
    if (number % layout::names_in_block == 0) {
      std::string head = meanings[i].key.substr(0, layout::head_letters);
      head.resize(layout::head_letters, '\0');
      out.blocks += head;
      layout::append<4>(out.blocks, out.names.size());
      before = {};
    }
    const auto shared = static_cast<std::size_t>(std::ranges::mismatch(before, name).in1 - before.begin());
    layout::append<1>(out.names, shared);
    layout::append<1>(out.names, name.size() - shared);
    out.names += name.substr(shared);
    layout::append_varint(out.names, end - i);
    out.numbers.emplace(name, number);
    if (std::any_of(meanings.begin() + static_cast<std::ptrdiff_t>(i),
                    meanings.begin() + static_cast<std::ptrdiff_t>(end), is_suggested)) {
      layout::append<2>(out.hints, number);
      append_letters(out.hints, meanings[i].key);
    }
    for (; i < end; ++i) {
      const Meaning& one = meanings[i];
      layout::append<1>(out.names, static_cast<std::size_t>(one.kind));
      layout::append<2>(out.names, one.pair);
      layout::append_varint(out.names, one.value);
      if (one.kind == PlaceKind::County || one.kind == PlaceKind::CountyPart) {
        layout::append<2>(out.names, one.county);
      }
    }
    before = name;
  }
  sort_hints(out.hints);
  return out;
}

std::string pack_zips(const std::vector<ZipArea>& zips) {
  std::string starts;
  std::string listed(layout::listed_bytes * layout::prefixes, '\0');
  std::string runs;
  std::size_t next = 0;
  for (std::size_t prefix = 0; prefix < layout::prefixes; ++prefix) {
    layout::append<2>(starts, runs.size() / layout::run_bytes);
    for (bool first = true; next < zips.size() && zips[next].zip / layout::zips_in_prefix == prefix; ++next) {
      const std::size_t last = zips[next].zip % layout::zips_in_prefix;
      char& byte = listed[prefix * layout::listed_bytes + last / 8];
      byte = static_cast<char>(static_cast<unsigned char>(byte) | 1U << last % 8);
      if (first || zips[next].pair != zips[next - 1].pair) {
        layout::append<1>(runs, last);
        layout::append<2>(runs, zips[next].pair);
        first = false;
      }
    }
  }
  layout::append<2>(starts, runs.size() / layout::run_bytes);
  return starts + listed + runs;
}

std::string pack_splits(const std::vector<ZipSplit>& splits) {
  std::string out;
  for (const auto& one : splits) {
    layout::append<3>(out, one.zip);
    layout::append<2>(out, one.share);
    layout::append<2>(out, one.other);
  }
  return out;
}

std::string pack_counties(const std::vector<CountyCode>& counties, const PackedNames& names) {
  std::string out;
  for (const auto& one : counties) {
    layout::append<3>(out, one.code);
    layout::append<2>(out, one.pair);
    layout::append<2>(out, names.numbers.at(one.name));
    append_letters(out, county_key(one.name));
  }
  return out;
}

}  // namespace

PlaceIndex build_place_index(const Tables& tables, const PlaceRows& rows, Arena& arena) {
  Codes codes(tables);
  Reader reader(tables, codes);
  reader.areas();
  reader.cities(rows.cities);
  reader.counties(rows.counties);
  reader.old_titles(rows.old_titles);
  reader.nicknames(rows.nicknames);
  reader.zips(rows.zips);
  Places places = std::move(reader).take();
  put_in_order(places);

  const PackedNames names = pack_names(places.meanings);
  constexpr std::size_t most = 0xffff;  // numbers of two bytes
  if (names.blocks.size() / layout::block_bytes * layout::names_in_block > most) {
    Place("places").fail("more than 65,000 names", "leave out the smallest places");
  }
  PlaceIndex index;
  index.pairs = arena.keep(codes.packed());
  index.names = arena.keep(names.names);
  index.blocks = arena.keep(names.blocks);
  index.zips = arena.keep(pack_zips(places.zips));
  index.splits = arena.keep(pack_splits(places.splits));
  index.counties = arena.keep(pack_counties(places.counties, names));
  index.hints = arena.keep(names.hints);
  return index;
}

}  // namespace hisalary::data
