// SPDX-License-Identifier: MIT
#include "advise/career.hpp"

#include <algorithm>

#include "../support/catch.hpp"
#include "../support/known.hpp"
#include "data/tables.hpp"
#include "output/career.hpp"

namespace hisalary::advise {
namespace {

using test::answer;
using test::ask;
using test::error_of;
using test::model;
using test::role;
using test::tables;

TEST_CASE("every year of a career is an estimate") {
  const auto path = read_path(tables(), "medical-coder:6,Coding auditor:2,him-director");
  const auto both = career(model(), ask({.role = "medical-coder", .level = "II", .state = "OH"}).facts(), 10, path);
  REQUIRE(both.staying.size() == 11);
  REQUIRE(both.along.size() == 11);
  for (std::size_t i = 0; i <= 10; ++i) {
    INFO(i);
    const std::string years = std::to_string(i);
    CHECK(both.staying[i].pay.dollars ==
          answer({.role = "medical-coder", .level = "II", .years = years, .state = "OH"}).pay.dollars);
    const Question then = i < 6   ? Question{.role = "medical-coder", .level = "II", .years = years, .state = "OH"}
                          : i < 8 ? Question{.role = "coding-auditor", .years = years, .state = "OH"}
                                  : Question{.role = "him-director", .years = years, .state = "OH"};
    CHECK(both.along[i].pay.dollars == answer(then).pay.dollars);
    CHECK(both.along[i].step == (i < 6 ? 0U : i < 8 ? 1U : 2U));
  }
}

TEST_CASE("more years never pay less when staying") {
  for (const auto& one : tables().roles) {
    INFO(one.id);
    const auto years = career(model(), test::named(one.id), 35, std::nullopt).staying;
    CHECK(std::ranges::is_sorted(
        years, [](const CareerYear& a, const CareerYear& b) { return a.pay.p50() < b.pay.p50() - 1e-6; }));
  }
}

TEST_CASE("rows add up to the sum, and raises to the difference") {
  const auto rows = output::career_rows(career(model(), test::named("medical-coder"), 35, std::nullopt).staying);
  const auto sum = output::career_sum(rows);
  CHECK(rows.back().earned == sum.p50);
  CHECK_FALSE(rows.front().raise);
  std::int64_t raises = 0;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    raises += *rows[i].raise;
  }
  CHECK(raises == rows.back().p50 - rows.front().p50);
  CHECK(sum.p25 < sum.p50);
  CHECK(sum.p50 < sum.p75);
}

TEST_CASE("a career begins at the years that a person has") {
  const auto later = career(model(), ask({.role = "medical-coder", .years = "6.5"}).facts(), 10, std::nullopt);
  REQUIRE(later.staying.size() == 4);
  CHECK(later.staying.back().years == 9.5);
  const Error error = error_of([] { return career(model(), ask({.years = "40"}).facts(), 35, std::nullopt); });
  CHECK(std::string(error.what()) == "the career would end at 35 years and begin at 40");
  CHECK(error.where() == "--to");
}

TEST_CASE("a step past the end is told and not reached") {
  const auto path = read_path(tables(), "medical-coder:20,coding-manager:20,him-director");
  const auto both = career(model(), test::named("medical-coder"), 35, path);
  CHECK(both.begins[1].reached);
  CHECK_FALSE(both.begins[2].reached);
  CHECK(both.along.back().step == 1);
}

TEST_CASE("a bad path is refused") {
  struct Case {
    const char* path;
    ErrorCode code;
    const char* says;
  };
  const std::vector<Case> cases{
      {"medical-coder", ErrorCode::Usage, "the path has only one step, which is the same as staying"},
      {"medical-coder:3,medical-coder:4,him-director", ErrorCode::Usage, "the path has the role medical-coder twice"},
      {"medical-coder:3,coder:4,him-director", ErrorCode::Usage, "the path has the role medical-coder twice"},
      {"medical-coder,him-director", ErrorCode::Usage, "the path does not say how many years in medical-coder"},
      {"medical-coder:-3,him-director", ErrorCode::Usage, "\"-3\" is not a valid number of years in medical-coder"},
      {"medical-coder:0,him-director", ErrorCode::Usage, "\"0\" is not a valid number of years in medical-coder"},
      {"medical-coder:2.5,him-director", ErrorCode::Usage, "\"2.5\" is not a valid number of years in medical-coder"},
      {"medical-coder:,him-director", ErrorCode::Usage, "\"\" is not a valid number of years in medical-coder"},
      {"medical-coder:99999999999,him-director", ErrorCode::Usage,
       "\"99999999999\" is not a valid number of years in medical-coder"},
      {"medical-coder:3,him-director:5", ErrorCode::Usage,
       "the last role of the path, him-director, lasts until the end of the career"},
      {"medical-coder:3,,him-director", ErrorCode::Usage, "a step of the path is empty"},
      {":3,him-director", ErrorCode::Usage, "a step of the path is empty"},
      {"medical-coder:3,him-directr", ErrorCode::NoAnswer, "unknown role \"him-directr\""},
      {"29-2072:3,him-director", ErrorCode::NoAnswer, "unknown role \"29-2072\""},
  };
  for (const auto& one : cases) {
    const Error error = error_of([&] { return read_path(tables(), one.path); });
    CHECK(std::string(error.what()) == one.says);
    CHECK(error.code() == one.code);
    CHECK(error.where() == "--path");
  }
}

TEST_CASE("default paths go up, each role once, by roles that follow") {
  for (const auto& one : tables().roles) {
    INFO(one.id);
    if (one.next.empty()) {
      CHECK(error_of([&] { return default_path(tables(), one); }).code() == ErrorCode::NoAnswer);
      continue;
    }
    const auto path = default_path(tables(), one);
    CHECK(path.by_default);
    REQUIRE(path.steps.size() >= 2);
    for (std::size_t i = 0; i < path.steps.size(); ++i) {
      CHECK(std::ranges::count(path.steps, path.steps[i].role, &PathStep::role) == 1);
      CHECK(path.steps[i].years.has_value() == (i + 1 < path.steps.size()));
      if (i > 0) {
        const auto next = path.steps[i - 1].role->next;
        CHECK(std::ranges::find(next, path.steps[i].role->id) != next.end());
      }
    }
  }
  CHECK(default_path(tables(), role("medical-coder")).steps.back().role->level == "director");
}

TEST_CASE("the chart fits every screen") {
  const auto path = default_path(tables(), role("medical-coder"));
  const std::optional<Path> asked(path);
  const auto person = test::named("medical-coder");
  const auto both = career(model(), person, 35, asked);
  for (const std::size_t width : {40U, 60U, 80U, 120U}) {
    for (const bool utf8 : {true, false}) {
      const auto text = output::career({Dataset::builtin(), person, both, asked, {}}, {width, false, utf8}).page.text();
      CHECK((utf8 || std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; })));
      std::size_t begin = 0;
      for (std::size_t end = text.find('\n'); end != std::string::npos; begin = end + 1, end = text.find('\n', begin)) {
        const std::string line = text.substr(begin, end - begin);
        INFO(line);
        CHECK((width < 60 || output::columns(line) <= width));
      }
    }
  }
}

}  // namespace
}  // namespace hisalary::advise
