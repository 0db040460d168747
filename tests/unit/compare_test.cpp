// SPDX-License-Identifier: MIT
#include "hisalary/advise/compare.hpp"

#include "../support/catch.hpp"
#include "../support/known.hpp"
#include "data/tables.hpp"
#include "output/compare.hpp"

namespace hisalary::advise {
namespace {

using test::answer;
using test::error_of;
using test::model;

Comparison compared(const Question& question, const std::vector<std::string>& vary) {
  return compare(model(), builder_of(model().dataset(), question), vary);
}

TEST_CASE("a varied field is read with its values") {
  CHECK(read_varied("state=CA, TX,NY").values == std::vector<std::string>{"CA", "TX", "NY"});
  CHECK(read_varied("metro=Springfield, IL,41940,New York-Newark-Jersey City, NY-NJ").values ==
        std::vector<std::string>{"Springfield, IL", "41940", "New York-Newark-Jersey City, NY-NJ"});
  CHECK(read_varied("cert=none,RHIA+CPC").values == std::vector<std::string>{"none", "RHIA+CPC"});
}

TEST_CASE("a cell of a grid equals its estimate") {
  const auto grid =
      compared({.role = "medical-coder", .education = "associate"}, {"cert=none,RHIA+CPC", "state=TX,CA,PR"});
  REQUIRE(grid.cells.size() == 6);
  std::size_t i = 0;
  for (const auto& credentials : {std::vector<std::string>{"none"}, {"RHIA", "CPC"}}) {
    for (const char* const state : {"TX", "CA", "PR"}) {
      const auto alone =
          answer({.role = "medical-coder", .credentials = credentials, .education = "associate", .state = state});
      CHECK(grid.cells[i].estimate.pay.dollars == alone.pay.dollars);
      CHECK(grid.cells[i].values[1] == state);
      CHECK(grid.cells[i].parity.has_value() == (std::string_view(state) != "PR"));
      ++i;
    }
  }
}

TEST_CASE("every field can be varied") {
  for (const char* const vary :
       {"state=CA,TX", "metro=Chicago,Boston", "cert=none,RHIT", "years=1,2.5", "role=medical-coder,29-2072",
        "setting=hospital,payer", "education=associate,bachelor", "level=I,II"}) {
    INFO(vary);
    const auto both = compared({}, {vary});
    REQUIRE(both.cells.size() == 2);
    const auto text = output::comparison(Dataset::builtin(), both, {60, false, true}).page.text();
    for (const auto& cell : both.cells) {
      CHECK_FALSE(output::cell_label(test::tables(), both, cell).empty());
    }
    CHECK(text.find("median") != std::string::npos);
  }
}

TEST_CASE("what cannot be compared is refused") {
  struct Case {
    std::vector<std::string> vary;
    ErrorCode code;
    const char* says;
  };
  std::string many = "years=0";
  for (int i = 1; i <= 200; ++i) {
    many += "," + std::to_string(i);
  }
  const std::vector<Case> cases{
      {{}, ErrorCode::Usage, "say what to vary"},
      {{"state"}, ErrorCode::Usage, "\"state\" has no values"},
      {{"state=CA"}, ErrorCode::Usage, "state has one value, and nothing to compare it with"},
      {{"stat=CA,TX"}, ErrorCode::Usage, "\"stat\" is not a field that can be varied"},
      {{"years=1,,2"}, ErrorCode::Usage, "a value of years is empty"},
      {{"state=CA,TX", "state=NY,OH"}, ErrorCode::Usage, "state is varied twice"},
      {{"state=CA,TX", "cert=none,CPC", "years=1,2"}, ErrorCode::Usage, "more than two fields are varied"},
      {{"state=CA,TX", "metro=Chicago,Boston"}, ErrorCode::Usage, "the place is given in two ways"},
      {{"state=CA,California"}, ErrorCode::Usage, "state=CA and state=California are the same"},
      {{"cert=ODS,CTR"}, ErrorCode::Usage, "cert=ODS and cert=CTR are the same"},
      {{many}, ErrorCode::Usage, "201 values are too many to compare"},
      {{"level=I,II", "role=medical-coder,nobody at all"},
       ErrorCode::NoAnswer,
       "level=I with role=nobody at all: no role matches the title \"nobody at all\""},
      {{"state=CA,Atlantis"},
       ErrorCode::NoAnswer,
       "state=Atlantis: \"Atlantis\" is not a state or territory that BLS publishes"},
  };
  for (const auto& one : cases) {
    const Error error = error_of([&] { return compared({}, one.vary); });
    CHECK(std::string(error.what()) == one.says);
    CHECK(error.code() == one.code);
    CHECK(error.where() == "--vary");
  }
  CHECK(std::string(error_of([] { return compared({.state = "CA"}, {"state=NY,TX"}); }).what()) ==
        "state is varied, and --state is given as well");
  CHECK(std::string(error_of([] { return compared({.remote = true}, {"state=NY,TX"}); }).what()) ==
        "the place is given in two ways");
}

TEST_CASE("200 combinations are not too many") {
  std::string years = "years=1";
  for (int i = 2; i <= 50; ++i) {
    years += "," + std::to_string(i);
  }
  CHECK(compared({}, {years, "level=I,II,III,senior"}).cells.size() == most_cells);
}

}  // namespace
}  // namespace hisalary::advise
