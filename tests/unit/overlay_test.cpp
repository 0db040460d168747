// SPDX-License-Identifier: MIT
// Overlays: rows laid over the built-in set, where they come from, and what a wrong one is told.
#include "data/overlay.hpp"

#include <algorithm>

#include "../support/catch.hpp"
#include "../support/known.hpp"
#include "data/keys.hpp"
#include "data/tables.hpp"
#include "hisalary/error.hpp"

namespace hisalary::data {
namespace {

using Contents = std::map<std::string, std::string>;

const Below& below() {
  static const Below built_in{Dataset::builtin().files(), Dataset::builtin().fingerprint()};
  return built_in;
}

const std::string marker = R"({"format": "hisalary/overlay/1", "about": "Pay bands of one employer"})";

/// A data file with one row or more; its figures may go as far as those of the set below.
std::string file(const std::string& name, const std::string& rows, const std::string& ranges = "{}") {
  return R"({"format": "hisalary/)" + name + R"(/1", "about": "Bands", "source": "bands", "at": "sheet 1", )" +
         R"("as_of": "2026-11", "grade": "B", "ranges": )" + ranges + R"(, "rows": [)" + rows + "]}";
}

const std::string bands = file(
    "sources", R"({"id": "bands", "publisher": "An employer", "title": "Pay bands", "period": "2026", "grade": "B"})");

std::string coders(const std::string& p50, const std::string& more = "") {
  return R"({"area": "CA", "soc": "29-2072", "employment": 5000, "mean": null, "p10": 50000, "p25": 60000, "p50": )" +
         p50 + R"(, "p75": 80000, "p90": 90000)" + more + "}";
}

Contents overlay(const std::string& rows) {
  return {{"overlay.json", marker}, {"sources.json", bands}, {"wages_areas.json", file("wages_areas", rows)}};
}

std::unique_ptr<LoadedSet> laid(const Contents& contents) { return read_overlay(contents, below()); }

const AreaWage& cell(const LoadedSet& set, Text area, Text soc) {
  const auto it = std::ranges::find_if(set.tables.area_wages,
                                       [&](const AreaWage& row) { return row.area == area && row.soc == soc; });
  REQUIRE(it != set.tables.area_wages.end());
  return *it;
}

/// Where the one row of wages comes from.
const RowSource& origin(const LoadedSet& set) {
  const auto it = std::ranges::find(set.tables.row_sources, "wages_areas.json", &RowSource::path);
  REQUIRE(it != set.tables.row_sources.end());
  return *it;
}

TEST_CASE("A row of an overlay takes the place of the one below, all others stay") {
  const auto set = laid(overlay(coders("70000")));
  CHECK(cell(*set, "CA", "29-2072").pay[2].amount == 70000);
  CHECK(set->tables.area_wages.size() == test::tables().area_wages.size());
  CHECK(cell(*set, "TX", "29-2072").pay[2].amount ==
        cell(*laid({{"overlay.json", marker}}), "TX", "29-2072").pay[2].amount);
}

TEST_CASE("A row with a new key is added in its place") {
  const auto set = laid(overlay(R"({"area": "AL", "soc": "29-9021", "employment": 900, "mean": null, "p10": 40000, )"
                                R"("p25": 45000, "p50": 50000, "p75": 60000, "p90": 70000})"));
  CHECK(set->tables.area_wages.size() == test::tables().area_wages.size() + 1);
  CHECK(cell(*set, "AL", "29-9021").pay[4].amount == 70000);
}

TEST_CASE("The fingerprint says what was laid over what") {
  const auto set = laid(overlay(coders("70000")));
  CHECK_THAT(set->fingerprint, StartsWith("overlay ") && EndsWith(" of " + std::string(below().fingerprint)));
  CHECK(set->fingerprint == laid(overlay(coders("70000")))->fingerprint);
  CHECK(set->fingerprint != laid(overlay(coders("70010")))->fingerprint);
}

TEST_CASE("A row's source is the file's, or its own") {
  const auto of_file = laid(overlay(coders("70000")));
  CHECK(origin(*of_file).key == "CA 29-2072");
  CHECK(origin(*of_file).from.source == "bands");
  CHECK(origin(*of_file).from.at == "sheet 1");
  const auto of_row = laid(overlay(coders("70000", R"(, "source": "bls-oews-2025", "at": "a memo", "grade": "C")")));
  CHECK(origin(*of_row).from.source == "bls-oews-2025");
  CHECK(origin(*of_row).from.at == "a memo");
  CHECK(origin(*of_row).from.as_of == "2026-11");
  CHECK(origin(*of_row).from.grade == Grade::C);
}

TEST_CASE("Ranges of an overlay's file reach as far as it says") {
  Contents wide = overlay(R"({"area": "CA", "soc": "29-2072", "employment": 5000, "mean": null, "p10": 50000, )"
                          R"("p25": 60000, "p50": 70000, "p75": 80000, "p90": 1500000})");
  wide["wages_areas.json"].replace(wide["wages_areas.json"].find("{}"), 2, R"({"p90": [12000, 2000000]})");
  CHECK(cell(*laid(wide), "CA", "29-2072").pay[4].amount == 1500000);
}

struct Wrong {
  const char* what;
  const char* file;
  std::string content;
  const char* message;
  const char* hint;
};

TEST_CASE("A wrong overlay is told of its own file and row, the value, and what is allowed") {
  const std::string right = coders("70000");
  const auto wages = [](const std::string& rows) { return file("wages_areas", rows); };
  const std::vector<Wrong> cases{
      {"percentiles that fall", "wages_areas.json", wages(coders("95000")),
       "wages_areas.json, row 1, p75: 80000 is below the percentile before it, 95000", "percentiles never decrease"},
      {"out of range", "wages_areas.json", wages(coders("5")), "wages_areas.json, row 1, p50: 5 is out of range",
       "allowed: 12000 to 600000"},
      {"an unknown occupation", "wages_areas.json", wages(R"({"area": "CA", "soc": "29-2073"})"),
       "wages_areas.json, row 1, employment: the key is missing", "add it"},
      {"a wrong type", "wages_areas.json", wages(coders("\"much\"")),
       "wages_areas.json, row 1, p50: \"much\" is not a word that belongs here", "allowed: *, **, #"},
      {"an unknown place", "wages_areas.json",
       wages(R"({"area": "Boston", "soc": "29-2072", "employment": 5, "mean": null, "p10": null, "p25": null, )"
             R"("p50": 70000, "p75": null, "p90": null})"),
       "wages_areas.json, row 1", "allowed"},
      {"a key too many", "wages_areas.json", wages(coders("70000", R"(, "p60": 72000)")),
       "wages_areas.json, row 1, p60: no row of this file has such a key", "did you mean"},
      {"no key", "wages_areas.json", wages(R"({"soc": "29-2072"})"),
       "wages_areas.json, row 1, area: the key is missing", "add it"},
      {"a key of another type", "wages_areas.json", wages(R"({"area": 1.5, "soc": "29-2072"})"),
       "wages_areas.json, row 1, area: a number with a fraction where a text", "as the rows"},
      {"twice", "wages_areas.json", wages(right + "," + right), "wages_areas.json, row 2: \"CA 29-2072\" appears twice",
       "keep one"},
      {"no object", "wages_areas.json", wages("7"), "wages_areas.json, row 1: a whole number where an object", "write"},
      {"an unknown source", "wages_areas.json", wages(coders("70000", R"(, "source": "memo")")),
       "wages_areas.json, row 1, source: \"memo\" is not in sources.json", "use one that is"},
      {"an unknown grade", "wages_areas.json", wages(coders("70000", R"(, "grade": "D")")),
       "wages_areas.json, row 1, grade: \"D\" is not a word that belongs here", "allowed: A, B, C, fitted, assumption"},
      {"another kind of file", "wages_areas.json", file("wages_nation", right),
       "wages_areas.json, format: \"hisalary/wages_nation/1\" is another kind of file", "hisalary/wages_areas/1"},
      {"not JSON", "wages_areas.json", "{", "wages_areas.json, line 1: this is not JSON", "neighbors"},
      {"the release", "dataset.json", "{}", "dataset.json: an overlay cannot hold this file", "data export"},
      {"rules", "title_rules.json", "{}", "title_rules.json: an overlay cannot hold this file", "data export"},
      {"a marker of another kind", "overlay.json", R"({"format": "hisalary/overlay/2", "about": ""})",
       "overlay.json, format: this is no overlay", "hisalary/overlay/1"},
      {"a key of the marker", "overlay.json", R"({"format": "hisalary/overlay/1", "about": "x", "base": 1})",
       "overlay.json, base: an overlay has no such key", "allowed: format, about"},
      {"a role whose wages are gone", "wages_nation.json",
       file("wages_nation", R"({"release": 2025, "soc": "29-2072", "employment": 5000, "mean": null, "p10": null, )"
                            R"("p25": null, "p50": null, "p75": null, "p90": null})"),
       "roles.json, row ", "a role lies in occupations with wages"},
  };
  for (const auto& one : cases) {
    INFO(one.what);
    Contents contents = overlay(right);
    contents[one.file] = one.content;
    try {
      (void)laid(contents);
      FAIL("no error");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::BadData);
      CHECK_THAT(error.what(), Contains(one.message));
      CHECK_THAT(error.hint(), Contains(one.hint));
    }
  }
}

TEST_CASE("Every file of a set whose rows have a key can be overlaid, and its rows are told apart by it") {
  for (const auto& one : below().files) {
    if (key_columns(one.path).empty()) {
      continue;
    }
    INFO(one.path);
    const std::string path(one.path);
    CHECK(read_overlay({{"overlay.json", marker}, {path, std::string(one.bytes)}}, below())->files.size() ==
          below().files.size());
  }
}

}  // namespace
}  // namespace hisalary::data
