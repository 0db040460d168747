// SPDX-License-Identifier: MIT
#include "../support/catch.hpp"

#include "base/csv.hpp"
#include "output/json.hpp"
#include "output/money.hpp"
#include "output/page.hpp"

namespace hisalary::output {
namespace {

TEST_CASE("a CSV row is RFC 4180, and no cell is a formula") {
  struct Case {
    const char* cell;
    const char* written;
  };
  const Case cases[] = {
      {"plain", "plain"},
      {"", ""},
      {"a,b", "\"a,b\""},
      {"say \"so\"", "\"say \"\"so\"\"\""},
      {"two\nlines", "\"two\nlines\""},
      {"two\rlines", "\"two\rlines\""},
      {" spaces ", " spaces "},
      {"Mayag\u00fcez", "Mayag\u00fcez"},
      {"=1+1", "'=1+1"},
      {"+SUM(A1)", "'+SUM(A1)"},
      {"-RHIA", "'-RHIA"},
      {"@x", "'@x"},
      {"\tx", "'\tx"},
      {"\rx", "\"'\rx\""},
      {"=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""},
      {"-1200", "-1200"},  // a number is a number
      {"-58.37", "-58.37"},
      {"+5", "'+5"},
      {"-", "'-"},
      {"-1-1+cmd", "'-1-1+cmd"},
  };
  for (const auto& one : cases) {
    INFO(one.cell);
    std::string out;
    append_safe_cell(out, one.cell);
    CHECK(out == one.written);
  }
  const Table table{{"a", ".b", Column("c.d", "d")},
                    {Members{{"a", "x,y"}, {".b", true}, {"c", Members{{"d", 2.5}}}}, Members{{"a", nullptr}}}};
  CHECK(csv(table) == "a,b,d\n\"x,y\",yes,2.5\n,,\n");
}

TEST_CASE("pay is rounded once: whole dollars a year, cents an hour over 2,080 hours") {
  const Money year(Period::Year);
  const Money hour(Period::Hour);
  struct Case {
    double annual;
    const char* by_year;
    const char* by_hour;
  };
  const Case cases[] = {
      {51140, "$51,140", "$24.59"}, {121416.49, "$121,416", "$58.37"},     {121416.5, "$121,417", "$58.37"},
      {999.5, "$1,000", "$0.48"},   {1234567, "$1,234,567", "$593.54"},    {0, "$0", "$0.00"},
      {-1200, "-$1,200", "-$0.58"}, {-1249600, "-$1,249,600", "-$600.77"},
  };
  for (const auto& one : cases) {
    CHECK(year.text(one.annual) == one.by_year);
    CHECK(hour.text(one.annual) == one.by_hour);
  }
  CHECK(hour.dollars(5837) == 58.37);
  CHECK(year.dollars(5837) == 5837);
  CHECK(year.name() == std::string("year"));
  CHECK(hour.name() == std::string("hour"));
  CHECK(Money(Period::Hour, 2087).text(208700.0) == "$100.00");  // the General Schedule's year
}

TEST_CASE("thousands are grouped") {
  CHECK(grouped(0) == "0");
  CHECK(grouped(999) == "999");
  CHECK(grouped(1000) == "1,000");
  CHECK(grouped(-1234567) == "-1,234,567");
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t start = 0; start < text.size();) {
    const auto end = text.find('\n', start);
    lines.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return lines;
}

TEST_CASE("a paragraph is wrapped at the width, its later lines indented") {
  Page page({24, false, true});
  page.paragraph("  note  ", "one two three four five six seven");
  CHECK(page.text() ==
        "  note  one two three four\n"  // a line takes at least 20 columns of words
        "        five six seven\n");
  Page wide({40, false, true});
  wide.paragraph("  - ", "a word-that-is-far-too-long-for-any-line-here-and-stays-whole b");
  CHECK(wide.text() == "  - a\n    word-that-is-far-too-long-for-any-line-here-and-stays-whole\n    b\n");
}

TEST_CASE("no line ends in spaces, and no line is wider than the screen") {
  for (const std::size_t width : {40U, 60U, 80U, 120U}) {
    Page page({width, false, true});
    page.line("text   ");
    page.line();
    page.line("    ");
    page.paragraph("",
                   "Mayag\u00fcez and San Germ\u00e1n are in Puerto Rico, and this sentence is long enough to be "
                   "wrapped at every width up "
                   "to a hundred and twenty columns");
    page.table(
        {{left("place", "place"), right("jobs", "jobs"), left("note", "note")},
         {Members{{"place", "Springfield, MO"}, {"jobs", 410}},
          Members{{"place", "Washington-Arlington-Alexandria, DC-VA-MD-WV"},
                  {"jobs", count(12340)},
                  {"note", "a note that is rather long and will have to give way to the width of the screen"}}}});
    for (const auto& line : lines_of(page.text())) {
      INFO(line);
      CHECK((line.empty() || line.back() != ' '));
      CHECK(columns(line) <= width);
    }
  }
}

TEST_CASE("a table sets its columns") {
  Page page({80, false, true});
  page.table({{left("place", "place"), right("jobs", "jobs")},
              {Members{{"place", "Mayag\u00fcez"}, {"jobs", 60}}, Members{{"place", "Ohio"}, {"jobs", count(1230)}}}});
  CHECK(page.text() ==
        "  place      jobs\n"
        "  Mayag\u00fcez     60\n"
        "  Ohio      1,230\n");
}

TEST_CASE("one record: plain for programs, in words for people, hidden members in tables only") {
  const Money year(Period::Year);
  const Members record{
      {"pay", amount(year, std::int64_t{121416})},
      {"more", change(year, std::int64_t{1200})},
      {"share", fixed(12.26, 1)},
      {"known", false},
      {"none", nullptr},
      {".hidden", "x"},
      {"list", Values{"a", 2}},
  };
  CHECK(json(record, Layout::OneLine) ==
        R"({"pay":121416,"more":1200,"share":12.3,"known":false,"none":null,"list":["a",2]})");

  const Table table{{left("pay", "pay"), left("more", "more"), left("none", "none").or_else("-"),
                     left(".hidden", "hidden"), left("list", "list")},
                    {record}};
  CHECK(csv(table) == "pay,more,none,hidden,list\n121416,1200,,x,a 2\n");
  Page page({80, false, true});
  page.table(table);
  CHECK(page.text() ==
        "  pay       more     none  hidden  list\n"
        "  $121,416  +$1,200  -     x       a 2\n");
}

TEST_CASE("JSON of records, and records of JSON") {
  const char* const text = "{\n  \"a\": [],\n  \"b\": {\n    \"c\": 1.5\n  },\n  \"d\": \"\u00fc \\\"x\\\"\"\n}";
  CHECK(json(parsed(text)) == text);
  CHECK(parsed(text).at("b.c").plain() == "1.5");
  CHECK(parsed(text).at("b.x").is_nothing());
  CHECK(json(Value("\xff")) == "\"\uFFFD\"");
}

TEST_CASE("color only where the screen has it") {
  CHECK(Page({80, false, true}).ink(Ink::Strong, "x") == "x");
  CHECK(Page({80, true, true}).ink(Ink::Strong, "x") == "\x1b[1mx\x1b[0m");
  CHECK(Page({80, true, true}).ink(Ink::Plain, "x") == "x");
}

TEST_CASE("a screen without UTF-8 gets ASCII, and control characters never pass") {
  CHECK(Page({80, false, false}).ink(Ink::Plain, "Mayag\u00fcez \u4e2d") == "Mayaguez ?");
  CHECK(Page({80, false, true}).ink(Ink::Plain, "Mayag\u00fcez \u4e2d") == "Mayag\u00fcez \u4e2d");
  CHECK(Page({80, true, true}).ink(Ink::Plain, "\x1b[31mred\u202e") == "\\x1b[31mred\\xe2\\x80\\xae");
  Page page({40, false, false});
  page.paragraph("", "Canovanas \u2014 Caguas\u2026");
  CHECK(page.text() == "Canovanas ? Caguas?\n");
}

TEST_CASE("columns count characters, not bytes") {
  CHECK(columns("") == 0);
  CHECK(columns("Mayag\u00fcez") == 8);
}

}  // namespace
}  // namespace hisalary::output
