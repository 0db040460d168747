// SPDX-License-Identifier: MIT
// Whole lists of job titles (tests/titles), and how many are understood.

#include "../support/catch.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "../support/known.hpp"
#include "query/title.hpp"

namespace hisalary::test {
namespace {

std::vector<std::string> lines_of(const char* file) {
  std::ifstream in(std::string(HISALARY_SOURCE_DIR "/tests/titles/") + file);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with('#')) {
      lines.push_back(line);
    }
  }
  return lines;
}

std::vector<std::string> parts(const std::string& text, char between) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, between);) {
    out.push_back(part);
  }
  return out;
}

std::string outcome(const TitleReading& reading) {
  if (reading.refusal) {
    return "refuse";
  }
  return reading.role != nullptr ? std::string(reading.role->id) : "soc:" + std::string(reading.occupation->soc);
}

struct Count {
  int right = 0;
  int all = 0;
  std::string misses;

  [[nodiscard]] double part() const { return all == 0 ? 0 : static_cast<double>(right) / all; }
};

TEST_CASE("titles of the field are understood, and titles of other trades are refused", "[titles]") {
  TitleReader reader(tables());
  std::map<std::string, Count> kinds;
  Count levels;
  for (const auto& line : lines_of("field_titles.txt")) {
    const auto columns = parts(line, '\t');
    REQUIRE(columns.size() == 4);
    const auto reading = reader.read(columns[0]);
    const auto allowed = parts(columns[1], '|');
    const bool right = std::ranges::find(allowed, outcome(reading)) != allowed.end();

    Count& kind = kinds[columns[3]];
    ++kind.all;
    kind.right += right ? 1 : 0;
    kind.misses += right ? "" : columns[0] + ": " + outcome(reading) + "\n";
    if (!right || reading.role == nullptr || columns[2].empty()) {
      continue;
    }
    const Text level = reading.level != nullptr ? reading.level->id : reading.role->level;
    const bool fits = columns[2].find(level.empty() ? "-" : std::string(level)) != std::string::npos;
    ++levels.all;
    levels.right += fits ? 1 : 0;
    levels.misses += fits ? "" : columns[0] + ": " + std::string(level) + "\n";
  }

  UNSCOPED_INFO(kinds["field"].misses << kinds["refuse"].misses << kinds["soc"].misses << levels.misses);
  CHECK(kinds["field"].part() >= .98);
  CHECK(kinds["refuse"].part() >= .95);
  CHECK(kinds["either"].part() >= .95);
  CHECK(kinds["soc"].right == kinds["soc"].all);
  CHECK(levels.part() >= .95);
}

TEST_CASE("few titles of other occupations of the country are answered", "[titles]") {
  std::set<std::string, std::less<>> near;
  for (const auto& role : tables().roles) {
    for (const auto& part : role.occupations) {
      near.emplace(part.soc);
    }
  }
  for (const auto& occupation : tables().occupations) {
    if (!occupation.successor.empty() && near.contains(occupation.successor)) {
      near.emplace(occupation.soc);
    }
  }
  for (const auto& border : tables().title_borders) {
    near.emplace(border.soc);
  }

  TitleReader reader(tables());
  std::string soc;
  std::string wrong;
  int titles = 0;
  int answered_elsewhere = 0;
  for (const auto& line : lines_of("onet_titles.txt")) {
    if (line.starts_with('=')) {
      soc = line.substr(1);
      continue;
    }
    ++titles;
    const auto reading = reader.read(line);
    if (!reading.refusal && !near.contains(soc)) {
      ++answered_elsewhere;
      wrong += line + " (" + soc + "): " + outcome(reading) + "\n";
    }
  }
  INFO(wrong);
  CHECK(titles > 52000);
  CHECK(answered_elsewhere <= 60);
}

}  // namespace
}  // namespace hisalary::test
