// SPDX-License-Identifier: MIT
// The strict reader: data/ with one mistake each. Every mistake is BadData, says where it stands, and what is allowed.
#include "data/reader.hpp"

#include "../support/catch.hpp"
#include "../support/data_files.hpp"
#include "../support/known.hpp"
#include "data/tables.hpp"

namespace hisalary::test {
namespace {

Error refused(Files files) {
  return error_of([&] { return data::read_set(std::move(files)); });
}

struct Mistake {
  const char* what;
  const char* file;
  std::string from;
  std::string to;
  std::string message;
  std::string hint;
};

void check(const std::vector<Mistake>& mistakes) {
  for (const auto& mistake : mistakes) {
    INFO(mistake.what);
    const Error error = refused(changed(mistake.file, mistake.from, mistake.to));
    CHECK(error.code() == ErrorCode::BadData);
    CHECK(error.what() == mistake.message);
    CHECK(error.hint() == mistake.hint);
    CHECK(mistake.message.starts_with(error.where() + ": "));
  }
}

/// A file of the model with nothing but these rows.
std::string model_file(const std::string& stem, const std::string& ranges, const std::string& rows) {
  return R"({"format": "hisalary/)" + stem +
         R"(/1", "about": "a test", "source": "hisalary-assumption", "at": "a test", "as_of": "2026", "grade": "assumption", "ranges": )" +
         ranges + ", \"rows\": [" + rows + "]}";
}

std::string standing_file(const std::string& values) {
  return model_file(
      "standing", R"({"share": [0, 1], "effect": [-9, 9]})",
      R"({"family": "records", "fact": "education", "values": [)" + values +
          R"(], "reason": "a test", "sensitivity": "a test", "source": "hisalary-assumption", "at": "a test", "as_of": "2026", "grade": "assumption"})");
}

TEST_CASE("data/ itself is read") { CHECK(data::read_set(real_files())->tables.areas.size() == tables().areas.size()); }

TEST_CASE("a value of the wrong type is refused") {
  check({
      {"fraction for whole", "education.json", R"("rank": 0,)", R"("rank": 3.7,)",
       "education.json, row 1, rank: a number with a fraction where a whole number was expected",
       "write a whole number without quotes"},
      {"text for whole", "education.json", R"("rank": 6,)", R"("rank": "6",)",
       "education.json, row 7, rank: a text where a whole number was expected", "write a whole number without quotes"},
      {"true for whole", "education.json", R"("rank": 1,)", R"("rank": true,)",
       "education.json, row 2, rank: true or false where a whole number was expected",
       "write a whole number without quotes"},
      {"null for whole", "education.json", R"("rank": 1,)", R"("rank": null,)",
       "education.json, row 2, rank: null where a whole number was expected", "write a whole number without quotes"},
      {"number for text", "education.json", R"("title": "No diploma")", R"("title": 7)",
       "education.json, row 1, title: a whole number where a text was expected", "write it in quotes"},
      {"text for list", "areas.json", R"("states": ["AK"])", R"("states": "AK")",
       "areas.json, row 2, states: a text where a list was expected", "write it as [...]"},
      {"number in a list of texts", "areas.json", R"("states": ["AK"])", R"("states": [2])",
       "areas.json, row 2, states: a whole number where a text was expected", "write it in quotes"},
      {"1 for true", "evidence/observed_pay.json", R"("core": true)", R"("core": 1)",
       "evidence/observed_pay.json, row 1, core: a whole number where true or false was expected",
       "write true or false"},
      {"text for a number that may have a fraction", "roles.json", R"("weight": 1})", R"("weight": "1"})",
       "roles.json, row 1, occupations[0], weight: a text where a number was expected",
       "write a number without quotes"},
      {"text for a row", "education.json", R"({"id": "none")", R"("none", {"id": "none")",
       "education.json, row 1: a text where an object with keys was expected",
       R"(write the row as {"key": value, ...})"},
      {"no word of its kind", "areas.json", R"("kind": "nation")", R"("kind": "country")",
       R"(areas.json, row 1, kind: "country" is not a word that belongs here)",
       "allowed: nation, state, metropolitan, nonmetropolitan, territory"},
      {"no grade", "education.json", R"("grade": "assumption")", R"("grade": "D")",
       R"(education.json, grade: "D" is not a word that belongs here)", "allowed: A, B, C, fitted, assumption"},
      {"no mark of BLS", "wages_nation.json", R"("p90": "#")", R"("p90": "n/a")",
       R"(wages_nation.json, row 1, p90: "n/a" is not a word that belongs here)", "allowed: *, **, #"},
  });
}

TEST_CASE("a value out of its range is refused") {
  check({
      {"negative", "education.json", R"("rank": 0,)", R"("rank": -1,)",
       "education.json, row 1, rank: -1 is out of range", "allowed: 0 to 6"},
      {"too large", "education.json", R"("rank": 6,)", R"("rank": 7,)",
       "education.json, row 7, rank: 7 is out of range", "allowed: 0 to 6"},
      {"far too large", "education.json", R"("rank": 6,)", R"("rank": 4294967296,)",
       "education.json, row 7, rank: 4294967296 is out of range", "allowed: 0 to 6"},
      {"a number without a range", "education.json", R"("rank": [0, 6])", "",
       "education.json, row 1, rank: the file gives no range for this number",
       R"(add "rank": [lowest, highest] to its "ranges")"},
      {"a range upside down", "education.json", R"("rank": [0, 6])", R"("rank": [6, 0])",
       "education.json, ranges, rank: a range is a list of two numbers, the lower first", "write [lowest, highest]"},
      {"ranges that are none", "education.json", R"("ranges": {"rank": [0, 6]})", R"("ranges": 6)",
       "education.json, ranges: a whole number where an object was expected",
       R"(write {"key": [lowest, highest], ...})"},
  });
  const Error pay = refused(changed("wages_nation.json", R"("p10": 78470)", R"("p10": 7)"));
  CHECK(pay.what() == std::string("wages_nation.json, row 1, p10: 7 is out of range"));
  CHECK_THAT(pay.hint(), StartsWith("allowed: "));
}

TEST_CASE("keys are a closed set, each once") {
  check({
      {"unknown", "education.json", R"("rank": 0,)", R"("rank": 0, "alaises": [],)",
       "education.json, row 1, alaises: no row of this file has such a key", R"(did you mean "aliases"?)"},
      {"unknown, and like nothing", "education.json", R"("rank": 0,)", R"("rank": 0, "zzzzzzzzz": 1,)",
       "education.json, row 1, zzzzzzzzz: no row of this file has such a key", "allowed: id, title, rank, aliases"},
      {"unknown in a nested row", "roles.json", R"("weight": 1})", R"("weight": 1, "wieght": 1})",
       "roles.json, row 1, occupations[0], wieght: no row of this file has such a key", R"(did you mean "weight"?)"},
      {"unknown in the envelope", "education.json", R"("about": )", R"("abuot": "", "about": )",
       "education.json, abuot: a data file has no such key", R"(did you mean "about"?)"},
      {"missing", "education.json", R"("rank": 0, )", "", "education.json, row 1, rank: the key is missing",
       "add it; every row of this file has one"},
      {"missing in the envelope", "education.json", R"("as_of": "2026", )", "",
       "education.json, as_of: the key is missing", "add it; every data file has one"},
      {"twice", "education.json", R"("rank": 0,)", R"("rank": 0, "rank": 0,)",
       "education.json, rank: the key appears twice in one object", "keep one of the two"},
      {"empty", "education.json", R"("title": "No diploma")", R"("title": "")",
       "education.json, row 1, title: the text is empty", "write what it should say"},
      {"empty in the envelope", "education.json", R"("as_of": "2026")", R"("as_of": "")",
       "education.json, as_of: a text was expected", "write it in quotes"},
  });
}

TEST_CASE("a file of another kind or version is refused") {
  check({
      {"a future file", "roles.json", "hisalary/roles/1", "hisalary/roles/2",
       R"(roles.json, format: "hisalary/roles/2" is a version that this program does not know)",
       R"(it reads "hisalary/roles/1"; use a newer hisalary)"},
      {"another file", "roles.json", "hisalary/roles/1", "hisalary/skills/1",
       R"(roles.json, format: "hisalary/skills/1" is another kind of file)", R"(it should be "hisalary/roles/1")"},
      {"no format", "roles.json", R"("format": "hisalary/roles/1",)", "", "roles.json, format: the key is missing",
       R"(it should be "hisalary/roles/1")"},
      {"a future set, out of the file's own range", "dataset.json", R"("format": 1)", R"("format": 2)",
       "dataset.json, row 1, format: 2 is out of range", "allowed: 1 to 1"},
  });
  Files future = changed("dataset.json", R"("format": 1)", R"("format": 2)");
  std::string& bytes = future["dataset.json"];
  bytes.replace(bytes.find("[1, 1]"), 6, "[1, 9]");
  const Error error = refused(future);
  CHECK(error.code() == ErrorCode::BadData);
  CHECK(error.what() == std::string("dataset.json, format: the data set is format 2"));
  CHECK(error.hint() == "this program reads format 1; use a newer hisalary");
}

TEST_CASE("bytes that are no JSON are refused, with the line") {
  const std::string cut = "this is not JSON, or the file is cut short";
  const std::string real = real_files().at("education.json");
  struct Case {
    const char* what;
    std::string bytes;
    std::string message;
    std::string hint;
  };
  const std::string compare = "compare the line with its neighbors";
  const std::string restore = "restore it; \"hisalary data export DIR\" writes a whole set";
  const Case cases[] = {
      {"empty", "", "education.json: the file is empty", restore},
      {"blank", " \r\n\t\n", "education.json: the file is empty", restore},
      {"truncated", real.substr(0, real.find(R"("rank": 3)")), "education.json, line 10: " + cut, compare},
      {"something after the end", real + "}", "education.json, line 16: " + cut, compare},
      {"a byte that is not UTF-8", std::string(real).replace(real.find("No diploma"), 2, "N\xff"),
       "education.json, line 7: " + cut, compare},
      {"half of a two-byte letter", std::string(real).replace(real.find("No diploma"), 2, "N\xc3"),
       "education.json, line 7: " + cut, compare},
      {"a zero byte", std::string(real).replace(real.find("No diploma"), 2, std::string("N\0", 2)),
       "education.json, line 7: there is a zero byte", "JSON holds none; compare the line with its neighbors"},
      {"a comment", "// x\n" + real, "education.json, line 1: " + cut, compare},
      {"NaN", std::string(real).replace(real.find(R"("rank": 0)"), 9, R"("rank": NaN)"),
       "education.json, line 7: " + cut, compare},
      {"a number too large", std::string(real).replace(real.find(R"("rank": 0)"), 9, R"("rank": 1e999)"),
       "education.json: this is not JSON that can be read", "look for a number that is too large"},
      {"deep nesting",
       std::string(real).replace(real.find(R"("rank": 0)"), 9,
                                 R"("rank": )" + std::string(40, '[') + std::string(40, ']')),
       "education.json: the values are nested too deeply", "allowed: 16 levels"},
      {"a hundred thousand brackets", std::string(100000, '['), "education.json: the values are nested too deeply",
       "allowed: 16 levels"},
      {"a list", "[]", "education.json: a list where an object was expected",
       "a data file is an object with format, about, source, at, as_of, grade, ranges and rows"},
  };
  for (const auto& one : cases) {
    INFO(one.what);
    const Error error = refused(replaced("education.json", one.bytes));
    CHECK(error.code() == ErrorCode::BadData);
    CHECK(error.what() == one.message);
    CHECK(error.hint() == one.hint);
  }
}

TEST_CASE("rows that contradict each other are refused") {
  check({
      {"one key, two rows", "education.json", R"("id": "high-school")", R"("id": "none")",
       R"(education.json, row 2: "none" appears twice)", "keep one of the two rows"},
      {"a source that does not exist, of a file", "education.json", R"("source": "hisalary-assumption")",
       R"("source": "hisalary-asumption")", R"(education.json, source: "hisalary-asumption" is not in sources.json)",
       R"(did you mean "hisalary-assumption"?)"},
      {"a source that does not exist, of a row", "price_index.json", R"("source": "bls-eci"})",
       R"("source": "nobody-at-all"})", R"(price_index.json, row 1, source: "nobody-at-all" is not in sources.json)",
       "use one that is"},
      {"an area that does not exist", "places/counties.json", R"("state": "AK")", R"("state": "XX")",
       R"(places/counties.json, row 1, state: "XX" is not in areas.json)", "use the code of an area that is"},
      {"percentiles that cross", "wages_nation.json", R"("p25": 99320)", R"("p25": 70000)",
       "wages_nation.json, row 1, p25: 70000 is below the percentile before it, 78470", "percentiles never decrease"},
      {"percentiles that cross around a mark", "wages_areas.json", R"("p10": 78190, "p25": 96730, "p50": 123390)",
       R"("p10": 78190, "p25": "*", "p50": 78180)",
       "wages_areas.json, row 1, p50: 78180 is below the percentile before it, 78190", "percentiles never decrease"},
      {"weights that do not add up", "roles.json", R"("weight": 1})", R"("weight": 0.9})",
       "roles.json, row 1, occupations: the sum of the weights is 0.9", "it must be 1"},
      {"an alias of two roles", "roles.json", R"("aliases": ["medical records clerk", )",
       R"("aliases": ["medical records clerk", "medical coder", )",
       R"(roles.json, row 5, aliases: "medical coder" appears twice)", "an alias belongs to one role"},
      {"a second data set", "dataset.json", R"("rows": [)",
       R"("rows": [{"version": "1", "format": 1, "release": "2025-05", "release_quarter": "2025Q2", "currency": "USD"},)",
       "dataset.json, rows: 2 rows", "there is exactly one"},
  });
}

TEST_CASE("rows stand in the order that look-ups rely on") {
  Files files = real_files();
  std::string& bytes = files["wages_areas.json"];
  const auto first = bytes.find("{\"area\"");
  const auto second = bytes.find("{\"area\"", first + 1);
  const auto third = bytes.find("{\"area\"", second + 1);
  bytes = bytes.substr(0, first) + bytes.substr(second, third - second) + bytes.substr(first, second - first) +
          bytes.substr(third);
  const Error error = refused(files);
  CHECK(error.code() == ErrorCode::BadData);
  CHECK(error.what() == std::string("wages_areas.json, row 2: the row stands before its place, or twice"));
  CHECK(error.hint() == "rows are in ascending order of their key, one a key");
}

TEST_CASE("effects cancel out over the shares, and explain at most .55 of the variance") {
  struct Case {
    const char* what;
    std::string values;
    std::string message;
    std::string hint;
  };
  const Case cases[] = {
      {"shares", R"({"id": "none", "share": 0.5, "effect": 0}, {"id": "master", "share": 0.4, "effect": 0})",
       "model/standing.json, row 1, records education: the sum of the shares is 0.9", "it must be 1"},
      {"effects", R"({"id": "none", "share": 0.5, "effect": -0.1}, {"id": "master", "share": 0.5, "effect": 0.2})",
       "model/standing.json, row 1, records education: the sum of shares times effects is 0.05", "it must be 0"},
      {"unknown value", R"({"id": "none", "share": 0.5, "effect": 0}, {"id": "mastr", "share": 0.5, "effect": 0})",
       R"(model/standing.json, row 1, values: "mastr" is not in education.json)", R"(did you mean "master"?)"},
  };
  for (const auto& one : cases) {
    INFO(one.what);
    const Error error = refused(replaced("model/standing.json", standing_file(one.values)));
    CHECK(error.code() == ErrorCode::BadData);
    CHECK(error.what() == one.message);
    CHECK(error.hint() == one.hint);
  }
  const Error much = refused(replaced(
      "model/standing.json",
      standing_file(R"({"id": "none", "share": 0.5, "effect": -0.8}, {"id": "master", "share": 0.5, "effect": 0.8})")));
  CHECK(much.code() == ErrorCode::BadData);
  CHECK_THAT(much.what(),
             StartsWith("roles.json, row 1: the facts of family records explain ") && Contains(" of the variance"));
  CHECK(much.hint() == "allowed: .55 in all");
  CHECK_NOTHROW(data::read_set(
      replaced("model/standing.json",
               standing_file(
                   R"({"id": "none", "share": 0.5, "effect": -0.2}, {"id": "master", "share": 0.5, "effect": 0.2})"))));
}

TEST_CASE("credentials fade by no more than the years rise") {
  const auto file = [](const std::string& lasting) {
    std::string text = standing_file(
        R"({"id": "none", "share": 0.97, "effect": -0.06}, {"id": "RHIA", "share": 0.03, "effect": 1.94})");
    text.replace(text.find("education"), 9, "credential");
    text.replace(text.find("[-9, 9]"), 7, R"([-9, 9], "lasting": [0, 1])");
    return text.replace(text.find(R"("reason")"), 0, lasting);
  };
  CHECK_NOTHROW(data::read_set(replaced("model/standing.json", file(""))));
  CHECK_NOTHROW(data::read_set(replaced("model/standing.json", file(R"("lasting": 0.6, )"))));
  const Error error = refused(replaced("model/standing.json", file(R"("lasting": 0.25, )")));
  CHECK(error.code() == ErrorCode::BadData);
  CHECK(
      error.what() ==
      std::string(
          R"(model/standing.json, row 1, lasting: credentials of family records fade by 1.455, more than the curve of years "within" rises)"));
  CHECK_THAT(error.hint(), StartsWith("allowed: 0.9") && Contains(", so that more years never pay less"));
}

TEST_CASE("an experience curve rises") {
  const std::string from =
      R"("source": "hisalary-assumption", "at": "a test", "as_of": "2026", "grade": "assumption"})";
  const std::string rows = R"({"curve": "career", "years": 0, "effect": 0, )" + from +
                           R"(, {"curve": "career", "years": 5, "effect": -0.1, )" + from;
  const Error error =
      refused(replaced("model/experience.json",
                       model_file("experience", R"({"years": [0, 60], "effect": [-4, 4], "share": [0, 1]})", rows)));
  CHECK(error.what() == std::string("model/experience.json, row 2: years or effect fall below the row before"));
  CHECK(error.hint() == "within a curve both rise");
}

TEST_CASE("every role has a position") {
  const Error error = refused(replaced("model/positions.json", model_file("positions", "{}", "")));
  CHECK(error.what() ==
        R"(roles.json, row 1, id: ")" + std::string(tables().roles[0].id) + R"(" is not in model/positions.json)");
}

TEST_CASE("a folder that is no data set is refused") {
  const Folder folder;
  const Error missing = error_of([&] { return Dataset::load(folder.path() / "no-such-folder"); });
  CHECK(missing.code() == ErrorCode::Io);
  CHECK(missing.what() == "there is no such folder: " + (folder.path() / "no-such-folder").string());
  CHECK(missing.hint() == R"("hisalary data export DIR" writes a whole set to start from)");

  const Error empty = error_of([&] { return Dataset::load(folder.path()); });
  CHECK(empty.code() == ErrorCode::BadData);
  CHECK(empty.what() == std::string("areas.json: the file is missing"));

  folder.fill(real_files());
  CHECK_NOTHROW(Dataset::load(folder.path()));
  std::filesystem::remove(folder.path() / "model/standing.json");
  const Error gone = error_of([&] { return Dataset::load(folder.path()); });
  CHECK(gone.code() == ErrorCode::BadData);
  CHECK(gone.what() == std::string("model/standing.json: the file is missing"));
  CHECK(gone.where() == (folder.path() / "model/standing.json").string());
}

TEST_CASE("a file that the set in memory lacks is missing there too") {
  Files files = real_files();
  files.erase("skills.json");
  const Error error = refused(files);
  CHECK(error.code() == ErrorCode::BadData);
  CHECK(error.what() == std::string("skills.json: the file is missing"));
}

}  // namespace
}  // namespace hisalary::test
