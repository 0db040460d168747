// SPDX-License-Identifier: MIT
#include "base/text.hpp"

#include "../support/catch.hpp"

#include "base/number.hpp"
#include "base/suggest.hpp"

namespace hisalary {
namespace {

TEST_CASE("text from outside is made safe to print") {
  struct Case {
    std::string_view text;
    const char* printed;
  };
  const Case cases[] = {
      {"RHIA", "RHIA"},
      {"Mayag\u00fcez", "Mayag\u00fcez"},
      {"\u4e2d\U0001f600", "\u4e2d\U0001f600"},
      {"", ""},
      {"a\tb\nc\r", "a\\x09b\\x0ac\\x0d"},
      {std::string_view("\0", 1), "\\x00"},
      {"\x1b[31mred", "\\x1b[31mred"},
      {"\x7f", "\\x7f"},
      {"\u0085", "\\xc2\\x85"},                            // a C1 control character
      {"\u202e", "\\xe2\\x80\\xae"},                       // right-to-left override
      {"\u200b\u200f", "\\xe2\\x80\\x8b\\xe2\\x80\\x8f"},  // zero width, right-to-left mark
      {"\u2066", "\\xe2\\x81\\xa6"},                       // isolate
      {"\ufeff", "\\xef\\xbb\\xbf"},                       // byte order mark
      {"\u2028", "\\xe2\\x80\\xa8"},                       // line separator
      {"\xff\xfe", "\\xff\\xfe"},
      {"\xc3", "\\xc3"},  // cut short
      {"\xc3(", "\\xc3("},
      {"\xc0\xaf", "\\xc0\\xaf"},                    // overlong
      {"\xe0\x80\xaf", "\\xe0\\x80\\xaf"},           // overlong
      {"\xed\xa0\x80", "\\xed\\xa0\\x80"},           // a surrogate
      {"\xf4\x90\x80\x80", "\\xf4\\x90\\x80\\x80"},  // past the last code point
      {"\xf5\x80\x80\x80", "\\xf5\\x80\\x80\\x80"},
  };
  for (const auto& one : cases) {
    INFO(one.printed);
    CHECK(printable(one.text) == one.printed);
    CHECK(shown(one.text) == "\"" + std::string(one.printed) + "\"");
  }
}

TEST_CASE("a long text is shown by its first 60 characters") {
  const std::string sixty(60, 'x');
  CHECK(shown(sixty) == "\"" + sixty + "\"");
  CHECK(shown(sixty + "y") == "\"" + sixty + "...\"");
  CHECK(shown(std::string(100000, 'x')) == "\"" + sixty + "...\"");
  std::string accents;
  for (int i = 0; i < 61; ++i) {
    accents += "\u00fc";
  }
  CHECK(shown(accents) == "\"" + accents.substr(0, 120) + "...\"");  // never cut inside a letter
}

TEST_CASE("names that people spell freely") {
  CHECK(bare("CCS-P") == "ccsp");
  CHECK(bare(" ccs p ") == "ccsp");
  CHECK(bare("---").empty());
  CHECK(plain("  San   Jose ") == "san jose");
  CHECK(plain("Mayag\u00fcez") == "mayaguez");
  CHECK(plain("Do\u00f1a Ana") == "dona ana");
  CHECK(trimmed(" \t6\r\n") == "6");
  CHECK(trimmed(" \n ").empty());
}

TEST_CASE("alternatives are listed in words") {
  CHECK(alternatives({}).empty());
  CHECK(alternatives({"a"}) == "a");
  CHECK(alternatives({"a", "b"}) == "a or b");
  CHECK(alternatives({"a", "b", "c"}) == "a, b or c");
  CHECK(alternatives({"a", "b", "c"}, 2) == "a, b, ...");
}

TEST_CASE("the nearest known word") {
  const std::vector<std::string_view> known{"RHIT", "RHIA", "CCS", "CCS-P", "hospital", "physician-office"};
  struct Case {
    const char* word;
    const char* nearest;
  };
  const Case cases[] = {
      {"RHAI", "RHIA"}, {"rhia", "RHIA"},   {"hopsital", "hospital"}, {"physican-ofice", "physician-office"},
      {"CSS", "CCS"},   {"CCS-Q", "CCS-P"}, {"university", ""},       {"", ""},
      {"xxxxxxxxx", ""}};
  for (const auto& one : cases) {
    INFO(one.word);
    CHECK(nearest(one.word, known) == one.nearest);
  }
  CHECK(nearest(std::string(65, 'a'), {std::string_view("aaa")}).empty());
  CHECK(nearest("x", {}).empty());
}

TEST_CASE("letters that differ") {
  CHECK(edit_distance("", "") == 0);
  CHECK(edit_distance("abc", "") == 3);
  CHECK(edit_distance("abc", "abd") == 1);
  CHECK(edit_distance("abc", "acb") == 1);  // neighbors swapped
  CHECK(edit_distance("kitten", "sitting") == 3);
}

TEST_CASE("a hint for an unknown word") {
  const std::vector<std::string_view> known{"California", "Colorado", "Connecticut"};
  CHECK(did_you_mean("Calif", known, "list them") ==
        "did you mean California? list them");  // the only one that begins so
  CHECK(did_you_mean("Colorodo", known, "list them") == "did you mean Colorado? list them");
  CHECK(did_you_mean("Bavaria", known, "list them") == "list them");
}

TEST_CASE("numbers are written the same in every locale") {
  CHECK(number_text(6) == "6");
  CHECK(number_text(6.5) == "6.5");
  CHECK(number_text(-0.25) == "-0.25");
}

}  // namespace
}  // namespace hisalary
