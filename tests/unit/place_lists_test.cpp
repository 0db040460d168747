// SPDX-License-Identifier: MIT
// Every row of data/places, asked for as people write it.

#include "../support/catch.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "../support/known.hpp"
#include "base/place_key.hpp"
#include "query/place_names.hpp"

namespace hisalary::test {
namespace {

using nlohmann::json;

/// The rows of a file of data/places.
json rows_of(const std::string& file) {
  std::ifstream in(HISALARY_SOURCE_DIR "/data/places/" + file);
  REQUIRE(in);
  return json::parse(in).at("rows");
}

std::string text_of(const json& row, const char* key) { return row.at(key).get<std::string>(); }

/// The texts of a list that may be missing.
std::vector<std::string> list_of(const json& row, const char* key) {
  return row.contains(key) ? row.at(key).get<std::vector<std::string>>() : std::vector<std::string>{};
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find(' ', start), text.size());
    words.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return words;
}

/// "Boise City 235684": a name and a count.
struct Counted {
  std::string name;
  long people = 0;
};

Counted counted(const std::string& text) {
  const std::size_t space = text.rfind(' ');
  return {text.substr(0, space), std::stol(text.substr(space + 1))};
}

const Area* area_of(const std::string& text) { return resolve_place(tables(), text, nullptr).area; }

/// Counts texts that are understood, and shows the first ones that are not.
class Tally {
 public:
  void expect(bool right, const std::string& text) {
    ++asked;
    if (!right && wrong++ < 10) {
      UNSCOPED_INFO(text);
    }
  }

  int asked = 0;
  int wrong = 0;
};

}  // namespace

TEST_CASE("every ZIP code gives its area") {
  Tally tally;
  for (const json& row : rows_of("zips.json")) {
    for (const std::string& list : list_of(row, "areas")) {
      const auto words = words_of(list);
      const Area* const there = &area(words[0]);
      for (std::size_t i = 1; i < words.size(); ++i) {
        for (int last = std::stoi(words[i].substr(0, 2)); last <= std::stoi(words[i].substr(words[i].size() - 2));
             ++last) {
          const std::string zip =
              text_of(row, "prefix") + static_cast<char>('0' + last / 10) + static_cast<char>('0' + last % 10);
          tally.expect(area_of(zip) == there, zip);
        }
      }
    }
  }
  CHECK(tally.wrong == 0);
  CHECK(tally.asked == 33'787);
}

TEST_CASE("every county gives its area, by code and by name; old ones of Connecticut list theirs") {
  std::map<std::string, std::string> number_of_state;  // "01" of AL
  for (const Area& one : tables().areas) {
    number_of_state[std::string(one.code)] = std::string(one.fips);
  }

  Tally codes;
  Tally names;
  for (const json& row : rows_of("counties.json")) {
    const std::string state = text_of(row, "state");
    const auto split = list_of(row, "split");
    for (const std::string& county : list_of(row, "counties")) {
      const std::string code = county.substr(0, 3);
      const std::string name = counted(county.substr(4)).name + ", " + state;
      const auto parts = std::ranges::find_if(split, [&](const auto& one) { return one.starts_with(code); });
      const bool several = parts != split.end() && std::stod(parts->substr(4)) < .9;
      const auto right = [&](const ResolvedPlace& place) {
        return several ? place.refused && place.refused->message.find(" lies in several areas: ") != std::string::npos
                       : place.area == &area(text_of(row, "area"));
      };
      const std::string full_code = number_of_state.at(state) + code;
      codes.expect(right(resolve_county(tables(), full_code, nullptr)), full_code);
      names.expect(right(resolve_county(tables(), name, nullptr)), name);
    }
  }
  CHECK(codes.wrong == 0);
  CHECK(names.wrong == 0);
  CHECK(codes.asked > 3'230);
}

TEST_CASE("every city and town of 1,000 people gives its area, or the areas that share its name") {
  struct There {
    std::string name;
    std::string area;
    long people = 0;
  };
  std::map<std::string, std::vector<There>> by_name;
  for (const json& row : rows_of("cities.json")) {
    for (const char* kind : {"cities", "towns"}) {
      for (const std::string& text : list_of(row, kind)) {
        const Counted one = counted(text);
        by_name[text_of(row, "state") + place_key(one.name)].push_back(
            {one.name + ", " + text_of(row, "state"), text_of(row, "area"), one.people});
      }
    }
  }

  Tally tally;
  int listed = 0;
  for (const auto& [key, all] : by_name) {
    const auto largest = std::ranges::max_element(all, {}, &There::people);
    if (largest->people < 1'000) {
      continue;
    }
    const ResolvedPlace place = resolve_place(tables(), largest->name, nullptr);
    const bool among =
        place && std::ranges::any_of(all, [&](const There& one) { return &area(one.area) == place.area; });
    const bool all_listed = !place && all.size() > 1;
    listed += all_listed ? 1 : 0;
    tally.expect(among || all_listed, largest->name);
  }
  CHECK(tally.wrong == 0);
  CHECK(tally.asked > 15'000);
  CHECK(listed < 300);
}

TEST_CASE("every earlier title gives the area of today, and says when it was split") {
  const auto is_title_of_today = [](const std::string& title) {
    return std::ranges::any_of(tables().areas,
                               [&](const Area& one) { return place_key(one.title) == place_key(title); });
  };

  Tally tally;
  for (const json& row : rows_of("old_titles.json")) {
    const std::string title = text_of(row, "title");
    if (is_title_of_today(title)) {
      continue;  // and means that
    }
    const ResolvedPlace place = resolve_place(tables(), title, nullptr);
    // A title of one city means the city, wherever others of its old area live.
    const bool one_city = title.find_first_of("-/") > title.rfind(',') && title.find(',') != std::string::npos;
    const bool split = row.contains("share") && row.at("share") < .9 && !one_city;
    const bool right = place.area == &area(text_of(row, "area")) || (one_city && place.note.starts_with(title));
    tally.expect(right && (!split || place.note.find(" was split: ") != std::string::npos), title);
  }
  CHECK(tally.wrong == 0);
  CHECK(tally.asked > 900);
}

TEST_CASE("every nickname gives its area, or lists several") {
  Tally tally;
  for (const json& row : rows_of("nicknames.json")) {
    const auto areas = list_of(row, "areas");
    const ResolvedPlace place = resolve_place(tables(), text_of(row, "name"), nullptr);
    const bool one = areas.size() == 1 || is_state(area(areas[1]));  // a state of the same name is a word away
    tally.expect(one ? place.area == &area(areas[0]) : place.refused.has_value(), text_of(row, "name"));
  }
  CHECK(tally.wrong == 0);
  CHECK(tally.asked > 150);
}

TEST_CASE("every area answers to its title and its code, every state to its name") {
  for (const Area& one : tables().areas) {
    INFO(one.title);
    if (is_state(one)) {
      CHECK(resolve_state(tables(), one.title).area == &one);
      CHECK(resolve_state(tables(), one.code).area == &one);
    } else if (one.kind != AreaKind::Nation) {
      CHECK(resolve_metro(tables(), one.title, nullptr).area == &one);
      CHECK(resolve_metro(tables(), one.code, nullptr).area == &one);
    }
    const bool two_meanings = one.title == "New York" || one.title == "Guam" || one.title == "Virgin Islands";
    if (one.kind != AreaKind::Nation && !two_meanings) {
      CHECK(area_of(std::string(one.title)) == &one);
    }
  }
  CHECK(area_of("New York") == &area("35620"));
  CHECK(area_of("Guam") == &area("GU"));
}

}  // namespace hisalary::test
