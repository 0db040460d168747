// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>

#include "../support/batch.hpp"
#include "../support/catch.hpp"

namespace hisalary::test {
namespace {

batch::Options as_they_come() {
  batch::Options options;
  options.find_delimiter = true;
  options.fields = {"p50"};
  return options;
}

TEST_CASE("Spreadsheets: the heading shows what divides the cells", "[spreadsheet]") {
  const std::string comma = run_batch("id,Job Title,State\n1,Medical coder,OH\n", as_they_come()).text;
  for (const char divider : {';', '\t', '|'}) {
    const std::string d(1, divider);
    INFO("divided by " << d);
    std::string sheet =
        run_batch("id" + d + "Job Title" + d + "State\n1" + d + "Medical coder" + d + "OH\n", as_they_come()).text;
    std::ranges::replace(sheet, divider, ',');
    CHECK(sheet == comma);
  }
}

TEST_CASE("Spreadsheets: a heading with commas in its cells stays one of semicolons", "[spreadsheet]") {
  const auto out = run_batch("id;\"City, State\";Position\n1;Columbus, OH;Medical coder\n", as_they_come());
  CHECK(out.summary.answered == 1);
  CHECK(out.summary.columns.find("\"City, State\" is place") != std::string::npos);
}

TEST_CASE("Spreadsheets: what stands in parentheses is not part of a heading's name", "[spreadsheet]") {
  const auto out =
      run_batch("Job Title (current),Base Salary (USD),Years of Experience (total)\ncoder,61000,5\n", as_they_come());
  CHECK(out.summary.columns ==
        "\"Job Title (current)\" is role, \"Base Salary (USD)\" is pay, \"Years of Experience (total)\" is years");
}

TEST_CASE("Spreadsheets: two columns that differ only in parentheses are not guessed between", "[spreadsheet]") {
  CHECK(run_batch("Salary (2024),Salary (2025),Job\n50000,52000,coder\n", as_they_come()).summary.columns ==
        "\"Job\" is role; not used: \"Salary (2024)\", \"Salary (2025)\"");
  CHECK(run_batch("Salary (2024),Salary,Job\n50000,52000,coder\n", as_they_come()).summary.columns ==
        "\"Salary\" is pay, \"Job\" is role; not used: \"Salary (2024)\"");
}

TEST_CASE("Spreadsheets: a dash and n/a are empty cells", "[spreadsheet]") {
  const auto out = run_batch("Job Title,State,Certs,Years\ncoder,-,--,n/a\ncoder,N/A,?,-\n", as_they_come());
  CHECK(out.summary.answered == 2);
  CHECK(out.text.find("error,error_line\n,") != std::string::npos);
}

TEST_CASE("Spreadsheets: a note below a list is nobody", "[spreadsheet]") {
  const auto out = run_batch("id,Position,pay\n1,coder,61000\nCount: 1,,\nPrinted 11/26,,\n", as_they_come());
  CHECK(out.summary.answered == 1);
  CHECK(out.summary.errors == 2);
  CHECK(out.text.find("the row says nothing about a person") != std::string::npos);
}

TEST_CASE("Spreadsheets: rows of empty cells are no people", "[spreadsheet]") {
  const auto out = run_batch("id,Job Title,state\n1,medical-coder,OH\n,,\n\"\",\"\",\"\"\n , ,\n", as_they_come());
  CHECK(out.summary.rows_in == 1);
  CHECK(out.summary.answered == 1);
  CHECK(out.summary.errors == 0);
}

TEST_CASE("Spreadsheets: a cell of blanks is an empty one", "[spreadsheet]") {
  CHECK(run_batch("Position,State\ncoder, \n", as_they_come()).summary.answered == 1);
}

TEST_CASE("Under the facts' own names an empty row is somebody of whom nothing is known", "[spreadsheet]") {
  CHECK(run_batch("role,state\n,\n", as_they_come()).summary.answered == 1);
}

TEST_CASE("Spreadsheets: the total below a list is no person, and says so", "[spreadsheet]") {
  const auto out = run_batch("id,Position,pay\n1,medical-coder,61000\n2,,58000\nGrand Total,,119000\n", as_they_come());
  CHECK(out.summary.answered == 2);  // of the second no more is known than the pay
  CHECK(out.summary.errors == 1);
  CHECK(out.text.find(
            "\nGrand Total,,usage,\"the row is a total, not a person (leave the lines below the list out)\",4") !=
        std::string::npos);
}

TEST_CASE("Spreadsheets: without a column for the job the summary says what is answered", "[spreadsheet]") {
  CHECK(run_batch("Name,Base Salary\nA,61000\n", as_they_come()).summary.columns.find("no column is the job") !=
        std::string::npos);
  CHECK(run_batch("Position,Base Salary\ncoder,61000\n", as_they_come()).summary.columns.find("no column is the job") ==
        std::string::npos);
}

}  // namespace
}  // namespace hisalary::test
