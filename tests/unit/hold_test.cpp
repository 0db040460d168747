// SPDX-License-Identifier: MIT
// Limits and conditions at their exact edges: each of these was once moved by one without a test that saw it.
#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "../support/batch.hpp"
#include "../support/catch.hpp"
#include "../support/data_files.hpp"
#include "advise/offer_file.hpp"
#include "audit/figures.hpp"
#include "base/csv.hpp"
#include "base/strict_json.hpp"
#include "base/text.hpp"
#include "batch/writer.hpp"
#include "data/reader.hpp"
#include "data/tables.hpp"
#include "output/json.hpp"
#include "query/question.hpp"

namespace hisalary::test {
namespace {

using batch::Format;
using batch::longest_record;
using batch::Options;
using nlohmann::json;

Options of_csv() {
  Options options;
  options.sniff = false;
  options.from = Format::Csv;
  return options;
}

bool says_too_long(const std::string& output) {
  return output.find("the line is longer than 1 MiB") != std::string::npos;
}

json first_error(const std::string& output, std::size_t line) {
  std::size_t at = 0;
  for (; line > 0; --line) {
    at = output.find('\n', at) + 1;
  }
  const json row = json::parse(output.substr(at, output.find('\n', at) - at));
  REQUIRE(row.contains("error"));
  return row["error"];
}

}  // namespace

TEST_CASE("A CSV record of 1 MiB is read, one of a byte more is not, whatever is in quotes", "[hold]") {
  const auto cells = [](const std::string& before, std::size_t size, const std::string& behind) {
    return before + std::string(size - before.size() - behind.size(), 'x') + behind;
  };
  for (const std::size_t over : {0U, 1U}) {
    const std::size_t size = longest_record + over;
    for (const std::string& record : {cells("1,", size, ""), cells("\"1\",", size, ""), cells("1,\"", size, "\""),
                                      cells("\"a\nb\",", size, ""), cells("1,\"a\nb", size, "\"")}) {
      REQUIRE(record.size() == size);
      const std::string found = run_batch("role,note\n" + record + "\n2,y\n", of_csv()).text;
      INFO(record.substr(0, 12) << ", " << size);
      CHECK((says_too_long(found) || found.find("never closed") != std::string::npos) == (over == 1));
    }
  }
}

TEST_CASE("Lines behind one that is too long keep their numbers", "[hold]") {
  const std::string bad = R"({"role":"Plumber"})";
  for (const std::size_t size : {longest_record + 1, longest_record + 2, 3 * longest_record}) {
    const std::string found = run_batch(bad + "\n" + std::string(size, 'x') + "\n" + bad + "\n", {}).text;
    for (const std::size_t line : {0U, 1U, 2U}) {
      CHECK(first_error(found, line)["line"] == line + 1);
    }
    const std::string csv = run_batch("role\nPlumber\n" + std::string(size, 'x') + "\nPlumber\n", of_csv()).text;
    CHECK(csv.find(",2\n") != std::string::npos);
    CHECK(csv.find(",3\n") != std::string::npos);
    CHECK(csv.find(",4\n") != std::string::npos);
  }
}

TEST_CASE("A row with a release is answered from that release", "[hold]") {
  const std::string now = run_batch(R"({"role":"29-2072","as_of":"release"})", {}).text;
  for (const char* const year : {"2024", "2023", "2021"}) {
    const std::string found = run_batch(R"({"role":"29-2072","release":)" + std::string(year) + "}", {}).text;
    const Estimate expected = answer({.role = "29-2072", .release = year});
    INFO(found);
    CHECK(found != now);
    CHECK(json::parse(found)["p50"] == std::llround(expected.pay.p50()));
  }
}

TEST_CASE("Of two level words the higher counts, in any order", "[hold]") {
  struct Title {
    const char* text;
    const char* level;
  };
  for (const auto& [text, level] :
       {Title{"Lead Medical Coding Supervisor", "supervisor"}, Title{"Supervisor, Lead Medical Coder", "supervisor"},
        Title{"Senior Medical Coder III", "senior"}, Title{"Medical Coder III, Senior", "senior"},
        Title{"Medical Coder II Trainee", "II"}}) {
    INFO(text);
    const Facts facts = understand(Dataset::builtin(), {.role = text}).facts();
    REQUIRE(facts.role != nullptr);
    const Text found = facts.level != nullptr ? facts.level->id : facts.role->level;
    CHECK(found == level);
  }
}

TEST_CASE("Error texts of a batch show control characters and never send them", "[hold]") {
  for (const std::string text : {"\\u001b[31mred", "\\u0007", "\\u007f", "\\u009b31m", "\\u202eevil"}) {
    for (const char* const key : {"role", "cert", "education", "state", "metro", "county", "setting", "skill", "level",
                                  "as_of", "place", "years"}) {
      for (const auto to : {Format::Ndjson, Format::Csv}) {
        Options options;
        options.to_as_from = false;
        options.to = to;
        const std::string row = "{\"" + std::string(key) + "\":\"" + text + "\"}";
        const std::string found = run_batch(row, options).text;
        INFO(row << found);
        CHECK(found.find("\\x") != std::string::npos);
        const std::string said = to == Format::Csv ? found.substr(found.find('\n') + 1)
                                                   : first_error(found, 0)["message"].get<std::string>();
        CHECK(is_printable(said.substr(0, said.find('\n'))));
      }
    }
  }
}

TEST_CASE("What writes the rows of a batch escapes an error, whoever made it", "[hold]") {
  for (const auto to : {Format::Ndjson, Format::Csv}) {
    Options options;
    options.to = to;
    query::Failure failure{Error(ErrorCode::NoAnswer, "a \x1b[31mred role", "no \x07 bell"), {}};
    std::string out;
    batch::Writer(model().pricer(), options).failure({}, failure, 1, out);
    INFO(out);
    CHECK(out.find("\\x1b[31mred") != std::string::npos);
    CHECK(is_printable(out.substr(0, out.find('\n'))));
  }
}

TEST_CASE("A list of credentials or skills may be long, and one may come again and again", "[hold]") {
  std::string all;
  for (int i = 0; i < 60; ++i) {
    all += (i == 0 ? "" : ",") + std::string(i % 2 == 0 ? "RHIA" : "CCS");
  }
  const std::string few = run_batch(R"({"cert":"RHIA,CCS"})", {}).text;
  CHECK(run_batch("{\"cert\":\"" + all + "\"}", {}).text == few);
  std::string list;
  for (int i = 0; i < 60; ++i) {
    list += (i == 0 ? "\"" : ",\"") + std::string(i % 2 == 0 ? "RHIA" : "CCS") + "\"";
  }
  CHECK(run_batch("{\"cert\":[" + list + "]}", {}).text == few);
  Question question;
  question.credentials.assign(60, "RHIA");
  question.credentials.emplace_back(all);
  CHECK(json::parse(few)["p50"] == std::llround(answer(question).pay.p50()));
}

TEST_CASE("Data sets and rows are read in time that is linear in their bytes", "[hold]") {
  std::string siblings = "[{}";
  for (int i = 1; i < 400'000; ++i) {
    siblings += ",{}";
  }
  siblings += "]";
  const auto begin = std::chrono::steady_clock::now();
  CHECK(data::parse_strict(siblings, data::Place("test")).size() == 400'000);
  std::string members = "{\"k0\":0";
  for (int i = 1; i < 200'000; ++i) {
    members += ",\"k" + std::to_string(i) + "\":{}";
  }
  CHECK(data::parse_strict(members + "}", data::Place("test")).size() == 200'000);
  CHECK(run_batch("{\"id\":1,\"x\":" + siblings.substr(0, longest_record - 30) + "{}]}", {}).summary.answered == 1);
  // With every elder sibling looked at again, minutes.
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
}

TEST_CASE("A zero byte is no JSON, wherever it stands", "[hold]") {
  const std::string zero(1, '\0');
  for (const std::string& text :
       {"{}" + zero, "{" + zero + "}", "[1" + zero + ",2]", "\"a" + zero + "\"", zero + "{}"}) {
    CHECK_THROWS_WITH(data::parse_strict(text, data::Place("test")), Contains("there is a zero byte"));
  }
  const std::string row = R"({"id":3,"role":"medical-coder"})";
  for (const std::string& line : {row + zero, row + zero + " more", zero + row, "{" + zero + row.substr(1)}) {
    CHECK(first_error(run_batch(line + "\n", {}).text, 0)["message"].get<std::string>().starts_with(
        "the row is not JSON"));
  }
}

TEST_CASE("Years have an end in a batch, too", "[hold]") {
  for (int years = 55; years <= 99; ++years) {
    const std::string found = run_batch("{\"years\":" + std::to_string(years) + "}", {}).text;
    CHECK((found.find("\"error\"") != std::string::npos) == (years > 60));
  }
}

TEST_CASE("An unknown credential or skill in a list is an error, wherever it stands", "[hold]") {
  for (const char* const key : {"cert", "skill"}) {
    const std::string known = key == std::string("cert") ? "RHIA" : "sql";
    for (const std::string& list : {known + ",zzz", "zzz," + known, known + ",zzz," + known}) {
      const std::string found = run_batch("{\"" + std::string(key) + "\":\"" + list + "\"}", {}).text;
      CHECK(first_error(found, 0)["message"].get<std::string>().find("\"zzz\"") != std::string::npos);
    }
  }
}

TEST_CASE("A title most of whose words are unknown is taken with a word about it", "[hold]") {
  const auto says_loose = [](const char* title) {
    const auto profile = understand(Dataset::builtin(), {.role = title});
    return std::ranges::any_of(profile.notes(),
                               [](const auto& note) { return note.find("a loose match") != std::string::npos; });
  };
  CHECK(says_loose("zzyzx qwv frobble medical coder"));
  CHECK_FALSE(says_loose("frobble medical coder"));
}

TEST_CASE("An independent city may be asked for as a county, with the word city and without", "[hold]") {
  const Facts with = understand(Dataset::builtin(), {.county = "Alexandria city, VA"}).facts();
  const Facts without = understand(Dataset::builtin(), {.county = "Alexandria, VA"}).facts();
  REQUIRE(with.area != nullptr);
  CHECK(with.area == without.area);
  CHECK(with.area->code == "47900");
}

TEST_CASE("A retirement match has up to four tiers", "[hold]") {
  const auto refused = [](const std::string& text) {
    bool fault = false;
    advise::Offer offer;
    for (const auto& term : data::offer_terms()) {
      if (term.key == std::string_view("match")) {
        data::set_term(offer, term, text,
                       [&](std::string_view, const std::string&, const std::string&) { fault = true; });
      }
    }
    return fault;
  };
  const std::string tier = "50% of 1%";
  CHECK_FALSE(refused(tier + " + " + tier + " + " + tier + " + " + tier));
  CHECK(refused(tier + " + " + tier + " + " + tier + " + " + tier + " + " + tier));
}

TEST_CASE("A figure is within when the answer is 10% from it, and off beyond", "[hold]") {
  PublishedFigure figure = row(tables().published_figures, "F04", &PublishedFigure::id);
  const double answer = *audit::check_figure(model(), figure).answer;
  for (const auto& [percent, verdict] : {std::pair{9.0, audit::Verdict::Within},
                                         {-9.0, audit::Verdict::Within},
                                         {11.0, audit::Verdict::Off},
                                         {-11.0, audit::Verdict::Off}}) {
    figure.low = figure.high = answer / (1 + percent / 100);
    CHECK(audit::check_figure(model(), figure).verdict == verdict);
  }
}

TEST_CASE("What only tables show stays out of JSON", "[hold]") {
  const output::Members members{{".table", 1}, {"all", 2}};
  CHECK(output::json(members, output::Layout::OneLine) == "{\"all\":2}");
}

TEST_CASE("A cell that a spreadsheet would take for a formula is made a text", "[hold]") {
  for (const std::string text : {"=1+1", "+x", "-x", "@SUM(A1)", "\tx"}) {
    std::string cell;
    append_safe_cell(cell, text);
    CHECK(cell == "'" + text);
  }
  for (const std::string text : {"-5", "-0.5", "a=b", "x@y"}) {
    std::string cell;
    append_safe_cell(cell, text);
    CHECK(cell == text);
  }
}

namespace {

struct Broken {
  const char* what;
  const char* file;
  std::string from;
  std::string to;
  std::string message;
};

}  // namespace

TEST_CASE("A set that a command cannot use is refused when it is read", "[hold]") {
  const std::vector<Broken> all{
      {"a quarter that is none", "dataset.json", R"("release_quarter": "2025Q2")", R"("release_quarter": "x")",
       "dataset.json, release_quarter: \"x\" is not a quarter"},
      {"a release that is none", "dataset.json", R"("release": "2025-05")", R"("release": "May")",
       "dataset.json, release: \"May\" is not a month"},
      {"a release without wages", "dataset.json", R"("release": "2025-05")", R"("release": "2031-05")",
       "no wages of May 2031"},
      {"a period that is none", "price_index.json", R"("period": "2023Q1")", R"("period": "2023Q5")",
       "\"2023Q5\" is not a month or quarter"},
      {"a period twice", "price_index.json", R"("period": "2023Q2", "kind": "level", "value": 161.3)",
       R"("period": "2023Q1", "kind": "level", "value": 161.3)", "appears twice for this series"},
      {"no Rest of U.S.", "gs_localities.json", R"("code": "RUS")", R"("code": "RUX")", "\"RUS\" is not in"},
      {"nine steps", "general_schedule.json", R"("steps": [22360, )", R"("steps": [)", "ten rising steps"},
      {"an unknown role to ask", "evidence/published_figures.json", R"("ask_role": "him-director")",
       R"("ask_role": "him-directr")", "ask_role: \"him-directr\" is not in roles.json"},
      {"an unknown occupation to ask", "evidence/published_figures.json", R"("ask_role": "29-2072")",
       R"("ask_role": "29-2079")", "ask_role: \"29-2079\" is not in occupations.json"},
      {"an unknown degree", "evidence/published_figures.json", R"("education": "master")", R"("education": "mister")",
       "education: \"mister\" is not in education.json"},
      {"an unknown role of a record", "evidence/observed_pay.json", R"("nearest_role": "medical-coder")",
       R"("nearest_role": "medical-codr")", "nearest_role: \"medical-codr\" is not in roles.json"},
      {"an area without a state", "areas.json", R"("states": ["AK"])", R"("states": [])", "there is no state"},
      {"two nations", "areas.json", R"("kind": "state")", R"("kind": "nation")", "2 nations"},
      {"a parameter that is not there", "model/parameters.json", R"("id": "few_jobs")", R"("id": "fewer_jobs")",
       "there is no row \"few_jobs\""},
      {"a benefit that is not there", "benefits.json", R"("id": "match-common-formula")", R"("id": "match-x")",
       "there is no row \"match-common-formula\""},
      {"a control character", "dataset.json", R"("version": ")", R"("version": "\u001b[31m)",
       "dataset.json, row 1, version: the text holds a control character"},
      {"a mark of direction", "roles.json", R"("title": ")", R"("title": "\u202e)",
       "the text holds a control character"},
      {"a control character around the rows", "roles.json", R"("about": ")", R"("about": "\u0007)",
       "roles.json, about: the text holds a control character"},
      {"a range beyond 32 bits", "education.json", R"("rank": [0, 6])", R"("rank": [0, 9999999999])",
       "education.json, ranges, rank: the range is wider than the program can take"},
      {"pay below nothing", "wages_nation.json", R"("p10": [12000, 400000])", R"("p10": [-5, 400000])",
       "wages_nation.json, ranges, p10: the range is wider than the program can take"},
      {"jobs that are more than all", "model/positions.json", R"("share": 0.1079)", R"("share": 0.2079)",
       "model/positions.json, share: the sum of the shares"},
      {"shares beyond all", "evidence/shares.json", R"("share": [0, 1])", R"("share": [-1, 1])",
       "the range is wider than the program can take"},
  };
  for (const auto& one : all) {
    INFO(one.what);
    const Error error = error_of([&] { (void)data::read_set(changed(one.file, one.from, one.to)); });
    CHECK(error.code() == ErrorCode::BadData);
    CHECK_THAT(error.what(), Contains(one.message));
    CHECK_FALSE(error.hint().empty());
  }
}

TEST_CASE("More levels or degrees than the model holds are refused", "[hold]") {
  for (const char* const file : {"levels.json", "education.json"}) {
    Files files = real_files();
    json document = json::parse(files.at(file));
    for (std::size_t i = document["rows"].size(); i < 17; ++i) {
      json row = document["rows"][0];
      row["id"] = "more-" + std::to_string(i);
      row.erase("words");
      row.erase("aliases");
      if (std::string(file) == "levels.json") {
        row["words"] = json::array();
      }
      document["rows"].push_back(row);
    }
    files.at(file) = document.dump();
    const Error error = error_of([&] { (void)data::read_set(std::move(files)); });
    CHECK(error.what() == std::string(file) + ": 17 rows");
    CHECK(error.hint() == "allowed: 16");
  }
}

}  // namespace hisalary::test
