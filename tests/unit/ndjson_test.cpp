// SPDX-License-Identifier: MIT
#include "batch/ndjson.hpp"

#include <chrono>
#include <string>
#include <tuple>
#include <utility>
#include <vector>
#include "../support/catch.hpp"

#include "../support/json_rows.hpp"

namespace hisalary::test {
namespace {

using batch::Fault;
using batch::Line;
using batch::NdjsonReader;
using batch::Row;

const std::vector<std::string> keep{"id", "state", "a long name to hand back"};

/// What a reader makes of one line.
struct Read {
  explicit Read(const std::string& line, bool refuse_unknown = false)
      : block(line + "\n"), reader(keep, refuse_unknown) {
    const char* at = block.text().begin();
    found = reader.read(block.text(), at, row, texts);
    INFO(line);
    CHECK(at == block.text().end());
    CHECK((found == Line::Faulty) == bool(reader.fault()));
  }
  [[nodiscard]] std::string operator[](Fact fact) const { return std::string(row.facts[fact].view()); }
  [[nodiscard]] std::string kept(std::size_t i) const { return std::string(row.kept(i).view()); }
  [[nodiscard]] std::string error() const { return batch::error_of(reader.fault()).what(); }

  PaddedString block;
  NdjsonReader reader;
  Row row;
  PaddedArena texts;
  Line found = Line::Blank;
};

}  // namespace

TEST_CASE("NDJSON reader: every way to write a fact", "[ndjson]") {
  const std::vector<std::tuple<std::string, Fact, std::string>> forms{
      {R"({"role":"medical-coder"})", Fact::Role, "medical-coder"},
      {" \t{ \"role\" :\t\"medical-coder\" } \r", Fact::Role, "medical-coder"},
      {R"({"r\u006fle":"medical\u002dcoder"})", Fact::Role, "medical-coder"},
      {R"({"role":"a\"b\\c\/d\b\f\n\r\te"})", Fact::Role, "a\"b\\c/d\b\f\n\r\te"},
      {R"({"role":"Jos\u00e9 \ud83d\ude00 \u20AC"})", Fact::Role, "Jos\u00e9 \U0001F600 \u20ac"},
      {"{\"role\":\"Jos\u00e9\"}", Fact::Role, "Jos\u00e9"},
      {R"({"role":" a "})", Fact::Role, " a "},
      {R"({"role":null})", Fact::Role, ""},
      {R"({"years":6})", Fact::Years, "6"},
      {R"({"years":6.0})", Fact::Years, "6"},
      {R"({"years":6e0})", Fact::Years, "6"},
      {R"({"years":0.6E+1})", Fact::Years, "6"},
      {R"({"years":65e-1})", Fact::Years, "6.5"},
      {R"({"years":-3})", Fact::Years, "-3"},
      {R"({"years":"6"})", Fact::Years, "6"},
      {R"({"metro":41860})", Fact::Metro, "41860"},
      {R"({"metro":41860.0})", Fact::Metro, "41860"},
      {R"({"county":6075})", Fact::County, "6075"},
      {R"({"release":2024})", Fact::Release, "2024"},
      {R"({"remote":true})", Fact::Remote, "true"},
      {R"({"remote":false})", Fact::Remote, "false"},
      {R"({"cert":"RHIA,CCS"})", Fact::Credentials, "RHIA,CCS"},
      {R"({"cert":["RHIA"]})", Fact::Credentials, "RHIA"},
      {R"({"cert":[ "RHIA" , "C\u0043S" ]})", Fact::Credentials, "RHIA,CCS"},
      {R"({"cert":[]})", Fact::Credentials, "none"},
      {R"({"skill":["sql","python"]})", Fact::Skills, "sql,python"},
      {R"({"skill":[]})", Fact::Skills, ""},
      {R"({"as-of":"2026Q1"})", Fact::AsOf, "2026Q1"},
      {R"({"as_of":"2026Q1"})", Fact::AsOf, "2026Q1"},
      {R"({"other":{"a":[1,{"b":"}]"}],"c":1e400,"c":2},"role":"x"})", Fact::Role, "x"},
      {R"({"other":[[[[]]],{}],"role":"x"})", Fact::Role, "x"},
      {R"({"role":"x","other":1,"other":2})", Fact::Role, "x"},
  };
  for (const auto& [line, fact, text] : forms) {
    INFO(line);
    const Read read(line);
    CHECK(read.found == Line::Row);
    CHECK(read[fact] == text);
    CHECK(read.row.facts.has(fact) == !text.empty());
  }
}

TEST_CASE("NDJSON reader: values to hand back come back as they stand", "[ndjson]") {
  const Read read(R"({"id":  [1, {"a" : "x\n"}] ,"state":"C\u0041","a long name to hand b\u0061ck":1.50})");
  CHECK(read.found == Line::Row);
  CHECK(read.kept(0) == R"([1, {"a" : "x\n"}])");
  CHECK(read.kept(1) == R"("C\u0041")");
  CHECK(read[Fact::State] == "CA");
  CHECK(read.kept(2) == "1.50");
  CHECK(Read(R"({"id":null})").kept(0) == "null");
}

TEST_CASE("NDJSON reader: what is wrong with a row, with its id", "[ndjson]") {
  using Kind = Fault::Kind;
  const std::string deep = std::string(1025, '[') + std::string(1025, ']');
  const std::vector<std::tuple<std::string, Kind, std::string>> rows{
      {R"({"id":3,"role":"coder")", Kind::NotJson, "the row is not JSON"},
      {std::string("{\"id\":3,\"role\":\"coder\"}\0{}", 26), Kind::NotJson, "the row is not JSON"},
      {R"({"id":3,"role":"coder"} x)", Kind::NotJson, "the row is not JSON"},
      {R"({"id":3,"years":06})", Kind::NotJson, "the row is not JSON"},
      {R"({"id":3,"years":1.})", Kind::NotJson, "the row is not JSON"},
      {R"({"id":3,"years":1e})", Kind::NotJson, "the row is not JSON"},
      {R"({"id":3,"years":+1})", Kind::NotJson, "the row is not JSON"},
      {R"({"id":3,"other":[1,]})", Kind::NotJson, "the row is not JSON"},
      {R"({"id":3,"other":{"a"}})", Kind::NotJson, "the row is not JSON"},
      {R"({"id":3,"other":nul})", Kind::NotJson, "the row is not JSON"},
      {R"({"id":3,})", Kind::NotJson, "the row is not JSON"},
      {R"({"id":3 "role":"x"})", Kind::NotJson, "the row is not JSON"},
      {R"({"id":3,"other":"\ud800"})", Kind::NotJson, "the row is not JSON"},
      {R"({"id":3,"other":"\x"})", Kind::NotJson, "the row is not JSON"},
      {"{\"id\":3,\"other\":\"a\tb\"}", Kind::NotJson, "the row is not JSON"},
      {"{\"id\":3,\"other\":\"\xff\"}", Kind::NotUtf8, "the row is not UTF-8"},
      {"{\"id\":3,\"other\":\"\xed\xa0\x80\"}", Kind::NotUtf8, "the row is not UTF-8"},
      {R"({"id":3,"other":)" + deep + "}", Kind::TooDeep, "the row is nested too deeply"},
      {R"({"id":3,"id":4})", Kind::Twice, "the key \"id\" is given twice"},
      {R"({"role":"x","id":3,"role":null})", Kind::Twice, "the key \"role\" is given twice"},
      {R"({"as_of":"2026Q1","as-of":"2026Q1","id":3})", Kind::Twice, "the key \"as_of\" is given twice"},
      {R"({"years":true,"id":3})", Kind::WrongType, "years is true or false"},
      {R"({"role":5,"id":3})", Kind::WrongType, "role is a whole number"},
      {R"({"remote":"yes","id":3})", Kind::WrongType, "remote is a text"},
      {R"({"cert":["RHIA",5],"id":3})", Kind::WrongType, "cert is a list"},
      {R"({"state":{"a":1},"id":3})", Kind::WrongType, "state is an object"},
      {R"({"role":"  ","id":3})", Kind::EmptyValue, "the value of role is empty"},
      {R"({"role":"","id":3})", Kind::EmptyValue, "the value of role is empty"},
      {R"({"skill":["sql",""],"id":3})", Kind::EmptyItem, "a value of skill is empty"},
  };
  for (const auto& [line, kind, message] : rows) {
    INFO(line.substr(0, 100));
    const Read read(line);
    CHECK(read.found == Line::Faulty);
    CHECK(read.reader.fault().kind == kind);
    CHECK(read.error() == message);
    CHECK(read.kept(0) == "3");
  }
  CHECK(Read("[]").error() == "the row is a list");
  CHECK(Read("\"x\"").error() == "the row is a text");
  CHECK(Read("1.5").error() == "the row is a number with a fraction");
  CHECK(Read("x").error() == "the row is not JSON");
  CHECK(Read(R"({"foo":1,"id":3})", true).error() == "unknown key \"foo\"");
  CHECK(Read(R"({"foo":1,"id":3})", true).kept(0) == "3");
  CHECK(Read(" \t\r").found == Line::Blank);
}

TEST_CASE("NDJSON reader: 1,024 levels are read, and a row of 1 MiB in linear time", "[ndjson]") {
  CHECK(Read(R"({"other":)" + std::string(1024, '[') + std::string(1024, ']') + "}").found == Line::Row);

  std::string siblings = R"({"other":[{})";
  while (siblings.size() < (std::size_t{1} << 20) - 10) {
    siblings += ",{}";
  }
  const auto start = std::chrono::steady_clock::now();
  CHECK(Read(siblings + "]}").found == Line::Row);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(1));
}

TEST_CASE("NDJSON reader: rows of one shape and then of others", "[ndjson]") {
  NdjsonReader reader({"id"}, false);
  Row row;
  PaddedArena texts;
  for (int i = 0; i < 40; ++i) {
    const std::string number = std::to_string(i);
    for (const std::string& line :
         {R"({"id":)" + number + R"(,"role":"a","years":7})", R"({"id": )" + number + R"(, "role": "a", "years": 7})",
          R"({"years":7,"role":"a","id":)" + number + "}",
          R"({"id":)" + number + R"(,"role":"a","years":7,"x":"y"})"}) {
      INFO(line);
      const PaddedString block(line + "\n");
      const char* at = block.text().begin();
      REQUIRE(reader.read(block.text(), at, row, texts) == Line::Row);
      CHECK(row.kept(0) == number);
      CHECK(row.facts[Fact::Role] == "a");
      CHECK(row.facts[Fact::Years] == "7");
    }
  }
}

}  // namespace hisalary::test
