// SPDX-License-Identifier: MIT
#include <unistd.h>

#include <array>
#include <atomic>
#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <thread>

#include "../support/batch.hpp"
#include "../support/catch.hpp"
#include "hisalary/error.hpp"
#include "query/question.hpp"

namespace hisalary::test {
namespace {

using batch::Format;
using batch::OnError;
using batch::Options;
using nlohmann::json;

const Dataset& dataset() {
  static const Dataset data = Dataset::builtin();
  return data;
}

double priced(const char* role, const char* state, const char* years) {
  return answer({.role = role, .years = years, .state = state}).pay.p50();
}

constexpr const char* coder = R"({"id":1,"role":"medical-coder","state":"CA","years":6})";

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t at = 0;
  for (std::size_t end = 0; (end = text.find('\n', at)) != std::string::npos; at = end + 1) {
    lines.push_back(text.substr(at, end - at));
  }
  REQUIRE(at == text.size());  // whole lines only
  return lines;
}

std::vector<std::string> answers(const std::string& input, const Options& options = {}) {
  return lines_of(run_batch(input, options).text);
}

std::string p50(const std::string& line) {
  INFO(line);
  const auto at = line.find("\"p50\":");
  REQUIRE(at != std::string::npos);
  return line.substr(at + 6, line.find_first_of(",}", at) - at - 6);
}

json error_row(const std::string& line) {
  INFO(line);
  const json row = json::parse(line);
  REQUIRE(row.contains("error"));
  return row["error"];
}

/// Every kind of row that a reader can meet, good and bad.
const std::string& mixed_ndjson() {
  static const std::string text =
      "\xef\xbb\xbf" + std::string(coder) + "\r\n" + R"({"years": "3.5", "id" : "b\u00e9", "state":" TX "})" + "\n\n" +
      R"({"id":3,"role":"nonsense xyz"})" + "\nnot json\n" + R"({"id":5,"id":6})" + "\n" + R"({"id":7,"years":true})" +
      "\n{\"id\":\"\xff\"}\n" + R"({"id":9,"cert":["RHIA","CCS"],"other":{"a":[1,"}"]}})" + "\n" +
      R"({"id":10,"remote":true})";
  return text;
}

const std::string& mixed_csv() {
  static const std::string text =
      "\xef\xbb\xbfyears,id,state,role\r\n6,a, CA ,medical-coder\r\n7,\"b,\"\"x\"\"\",TX,\r\n\"8\",\"c\nd\",NY,\"5\"\" "
      "pipe\"\n\n9,5\" pipe,TX,medical-coder\n\"1\"x,e,TX,\n"
      "1,f\n\xff,g,TX,\n,\"\",,\n3,\"unclosed,TX,\n4,h,TX,";
  return text;
}

}  // namespace

TEST_CASE("NDJSON: keys in any order, blanks, escapes, line ends, a byte-order mark") {
  const std::string plain = answers(std::string(coder) + "\n")[0];
  CHECK(p50(plain) == std::to_string(std::llround(priced("medical-coder", "CA", "6"))));
  for (const auto& form : {
           std::string(R"({"years":6,"state":"CA","role":"medical-coder","id":1})"),
           std::string(R"(  { "id" : 1 , "role" : "medical-coder" , "state" : "CA" , "years" : 6 }  )"),
           std::string(R"({"id":1,"role":"medical\u002dcoder","state":"\u0043A","years":"6"})"),
           std::string(R"({"id":1,"role":" medical-coder ","state":"ca","years":6.0})"),
           std::string(R"({"id":1,"r\u006fle":"Medical Coder","state":"California","years":6e0})"),
           std::string("{\"id\":\t1,\"role\":\"medical-coder\",\"state\":\"CA\",\"years\":6,\"level\":null,\"remote\":"
                       "false,\"foo\":\"\xc3\xa9\"}\r"),
       }) {
    INFO(form);
    CHECK(answers(form + "\n") == std::vector{plain});
    CHECK(answers(form) == std::vector{plain});
    CHECK(answers("\xef\xbb\xbf" + form) == std::vector{plain});
    CHECK(answers("\n \r\n" + form + "\n\n") == std::vector{plain});
  }
}

TEST_CASE("NDJSON: a bad row becomes an error row with code, message and line, in its place") {
  const auto lines = answers(mixed_ndjson());
  REQUIRE(lines.size() == 9);
  CHECK(p50(lines[0]) == std::to_string(std::llround(priced("medical-coder", "CA", "6"))));
  CHECK(lines[1].starts_with(R"({"id":"b\u00e9","p10":)"));
  CHECK(error_row(lines[2])["code"] == "no_answer");
  CHECK(error_row(lines[2])["line"] == 4);
  CHECK(json::parse(lines[2])["id"] == 3);
  CHECK(error_row(lines[3])["message"].get<std::string>().starts_with("the row is not JSON"));
  CHECK(error_row(lines[3])["line"] == 5);
  CHECK(error_row(lines[4])["message"].get<std::string>().find("twice") != std::string::npos);
  CHECK(error_row(lines[5])["code"] == "usage");
  CHECK(error_row(lines[6])["message"] == "the row is not UTF-8 (save the file as UTF-8)");
  CHECK(lines[7].starts_with(R"({"id":9,"p10":)"));
  CHECK(lines[8].starts_with(R"({"id":10,"p10":)"));
}

TEST_CASE("CSV: quotes, line feeds in cells, line ends, any heading") {
  const auto out = run_batch(mixed_csv(), {});
  CHECK(out.text.starts_with("id,p10,p25,p50,p75,p90,error_code,error,error_line\na,"));
  CHECK(out.text.find("\n\"b,\"\"x\"\"\",") != std::string::npos);
  CHECK(out.text.find("\n\"c\nd\",,,,,,no_answer,") != std::string::npos);  // "5" pipe" is no role
  CHECK(out.text.find("\n5\" pipe,") != std::string::npos);
  CHECK(out.text.find("\ne,,,,,,usage,a cell goes on behind its closing quote") != std::string::npos);
  CHECK(out.text.find("\nf,,,,,,usage,\"the row has 2 cells, the heading 4") != std::string::npos);
  CHECK(out.text.find("\n,,,,,,usage,the row is not UTF-8 (save the file as UTF-8),10\n") != std::string::npos);
  CHECK(out.text.find("\n,,,,,,usage,\"a quote is opened here and never closed (close it, or write a quote inside a "
                      "cell twice)\",12\n") != std::string::npos);
  CHECK(out.text.find('\r') == std::string::npos);
  CHECK(out.summary.rows_in == 10);
  CHECK(out.summary.answered == 5);
  CHECK(out.summary.errors == 5);
}

TEST_CASE("CSV of one column: blank lines are no rows") {
  for (const std::string end : {"\n", "\r\n"}) {
    CHECK(answers("role" + end + "medical-coder" + end + end + "medical-coder" + end).size() == 3);
  }
}

TEST_CASE("CSV cells say what the options of an estimate would") {
  const auto one = [](const std::string& heading, const std::string& row) {
    return lines_of(run_batch(heading + "\n" + row + "\n", {}).text).at(1);
  };
  const auto expected = std::to_string(std::llround(priced("medical-coder", "CA", "6")));
  CHECK(one("role,state,years", " medical-coder , CA , 6 ").find("," + expected + ",") != std::string::npos);
  CHECK(one(" Role ,STATE,\"years\"", "\"medical-coder\",CA,6").find("," + expected + ",") != std::string::npos);
  CHECK(one("role,state", "medical-coder,  ").find("the value is empty") != std::string::npos);
  CHECK(one("role,remote", "medical-coder, Yes ") == one("role,remote", "medical-coder,true"));
  CHECK(one("role,remote", "medical-coder,perhaps").find(",usage,") != std::string::npos);
  CHECK(one("state,remote", "CA,1").find("remote work is priced against the nation") != std::string::npos);
}

TEST_CASE("CSV: lists by commas, semicolons or bars; carriage returns alone are errors") {
  const auto one = [](const std::string& rows) { return lines_of(run_batch("role,cert\n" + rows, {}).text).at(1); };
  const std::string expected = one("medical-coder,\"CCS,CPC\"\n");
  CHECK(expected.find(",,,") != std::string::npos);
  CHECK(one("medical-coder,CCS;CPC\n") == expected);
  CHECK(one("medical-coder,CCS|CPC\r\n") == expected);
  CHECK(one("medical-coder,\"CCS | CPC\"") == expected);
  CHECK(one("medical-coder,CC\rS\n").find("there is a carriage return inside a row") != std::string::npos);
  CHECK(error_of([] { return run_batch("id,role\r1,medical-coder\r2,medical-coder\r", {}); }).what() ==
        std::string("lines end with carriage returns alone"));
}

TEST_CASE("Facts of a row that a list, a number or a nested value writes differently are the same") {
  const std::string plain = answers(R"({"role":"medical-coder","cert":"CCS,CPC","years":6,"state":"CA"})")[0];
  for (
      const auto& form : {
          R"({"role":"medical-coder","cert":["CCS","CPC"],"years":6.0,"state":"CA"})",
          R"({"cert":["CPC", "C\u0043S"],"x":{"role":[1,{"a":1,"a":2}]},"years":0.6e1,"state":"CA","role":"medical-coder"})",
          R"({"role":"medical-coder","cert":"CCS;CPC","years":"6","state":"CA","level":null,"x":1e400})",
      }) {
    CHECK(answers(form)[0] == plain);
  }
  std::string many;
  for (int i = 0; i < 60; ++i) {
    many += i == 0 ? "\"CCS\"" : ",\"CCS\"";
  }
  CHECK(answers(R"({"role":"medical-coder","cert":[)" + many + "]}")[0] ==
        answers(R"({"role":"medical-coder","cert":"CCS"})")[0]);
}

TEST_CASE("Threads when nothing is said: processors, and what 16 MiB hold") {
  CHECK(batch::default_jobs(0) == 1);
  CHECK(batch::default_jobs(2) == 2);
  CHECK(batch::default_jobs(256) == 2);
}

TEST_CASE("Formats: sniffed or said, with another delimiter") {
  Options options;
  options.delimiter = ';';
  CHECK(run_batch("id;role\n1;medical-coder\n\"2;3\";medical-coder\n", options).text.find("\n\"2;3\";") !=
        std::string::npos);
  options.to_as_from = false;
  options.to = Format::Ndjson;
  const auto lines = answers("id;role\n1;medical-coder\n\"say \"\"a;b\"\"\";medical-coder\n", options);
  CHECK(lines[0].starts_with(R"({"id":"1","p10":)"));
  CHECK(lines[1].starts_with(R"({"id":"say \"a;b\"","p10":)"));
  Options csv;
  csv.to_as_from = false;
  csv.to = Format::Csv;
  csv.keep = {"id", "name"};
  const auto table = answers(R"({"id":null,"name":"a,\"b"})"
                             "\n"
                             R"({"id":[1,2],"name":"x"})",
                             csv);
  CHECK(table[0] == "id,name,p10,p25,p50,p75,p90,error_code,error,error_line");
  CHECK(table[1].starts_with(",\"a,\"\"b\","));
  CHECK(table[2].starts_with("\"[1,2]\",x,"));
}

TEST_CASE("A heading that cannot be used is refused whole") {
  const auto message = [](const std::string& input, const Options& options = {}) {
    try {
      (void)run_batch(input, options);
    } catch (const Error& error) {
      return std::string(error.what());
    }
    return std::string("no error");
  };
  CHECK(message("id,foo\n1,2\n").starts_with("the heading names no column that is known"));
  CHECK(message("role,Role\na,b\n") == "the column \"Role\" appears twice in the heading");
  CHECK(message("role,\"id\n1,2\n") == "a quote in the heading is never closed");
  CHECK(message("role," + std::string(batch::longest_record, 'x')) == "the heading is longer than 1 MiB");
  CHECK(message("\xff,role\na,b\n") == "the heading is not UTF-8");
  Options refuse;
  refuse.refuse_unknown = true;
  CHECK(message("id,role,foo\n", refuse) == "unknown column \"foo\"");
  Options keep;
  keep.keep = {"employee"};
  CHECK(message("id,role\n1,medical-coder\n", keep) == "there is no column \"employee\" to keep");
}

TEST_CASE("Rows in are rows out and rows skipped; --on-error stop ends behind the rows before") {
  for (const auto& input : {mixed_ndjson(), mixed_csv()}) {
    for (const auto how : {OnError::Row, OnError::Skip}) {
      Options options;
      options.on_error = how;
      const auto out = run_batch(input, options);
      CHECK(out.summary.rows_in == out.summary.answered + out.summary.errors + out.summary.skipped);
      CHECK((how == OnError::Row ? out.summary.skipped : out.summary.errors) == 0);
    }
  }
  Options stop;
  stop.on_error = OnError::Stop;
  std::string text;
  CHECK_THROWS_WITH(run_batch(std::string(coder) + "\n{\n" + coder + "\n", stop, text),
                    Contains("line 2: the row is not JSON"));
  CHECK(lines_of(text).size() == 1);
}

TEST_CASE("A title that fits nothing is the same error each time, whatever stands around it") {
  // 40 rows: more than are answered together. Escapes in the id make the slow way of the same row.
  for (const auto to : {Format::Ndjson, Format::Csv}) {
    Options options;
    options.to_as_from = false;
    options.to = to;
    std::string plain;
    std::string escaped;
    std::string cells = "id,role,state\n";
    for (int i = 0; i < 40; ++i) {
      const std::string facts = i % 3 == 0   ? R"("role":"Plumber","state":"CA"})"
                                : i % 7 == 0 ? R"("role":"Welder \u0049I"})"
                                             : R"("state":"TX"})";
      plain += "{\"id\":\"n" + std::to_string(i) + "\"," + facts + "\n";
      escaped += "{\"id\":\"n" + std::to_string(i) + "\",\"\\u0078\":1," + facts + "\n";
      cells += "n" + std::to_string(i) + (i % 3 == 0 ? ",Plumber,CA\n" : i % 7 == 0 ? ",Welder II,\n" : ",,TX\n");
    }
    const auto found = run_batch(plain, options);
    CHECK(found.text == run_batch(escaped, options).text);
    CHECK(found.summary.errors == 18);
    CHECK(found.summary.answered == 22);
    // A heading is a line more.
    const auto lines = lines_of(found.text);
    const auto of_csv = lines_of(run_batch(cells, options).text);
    REQUIRE(of_csv.size() == lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const std::string line = std::to_string(i + (to == Format::Csv ? 0 : 1));
      const std::string next = std::to_string(i + (to == Format::Csv ? 1 : 2));
      const auto at = lines[i].rfind(line);
      const bool error = lines[i].find("Plumber") != std::string::npos || lines[i].find("Welder") != std::string::npos;
      CHECK(of_csv[i] == (error ? lines[i].substr(0, at) + next + lines[i].substr(at + line.size()) : lines[i]));
    }
  }
  Options stop;
  stop.on_error = OnError::Stop;
  const std::string bad = R"({"id":2,"role":"Plumber"})";
  std::string text;
  CHECK_THROWS_WITH(run_batch(std::string(coder) + "\n" + coder + "\n" + bad + "\n" + coder + "\n", stop, text),
                    Contains("line 3: no role matches the title"));
  CHECK(lines_of(text).size() == 2);
  Options skip;
  skip.on_error = OnError::Skip;
  const auto skipped = run_batch(bad + "\n" + bad + "\n" + coder + "\n", skip);
  CHECK(skipped.summary.skipped == 2);
  CHECK(skipped.text == run_batch(coder, {}).text);
}

TEST_CASE("A row without a price is an error in its place, and the rows around it are answered") {
  const std::string good = R"({"role":"medical-coder"})";
  const std::string bad = R"({"role":"29-2071"})";  // retired: no wages in this release
  const auto answer = answers(good)[0];
  for (const std::size_t before : {0U, 1U, 15U, 16U, 40U}) {
    std::string input;
    for (std::size_t i = 0; i < before; ++i) {
      input += good + "\n";
    }
    const auto lines = answers(input + bad + "\n" + good + "\n");
    REQUIRE(lines.size() == before + 2);
    CHECK(error_row(lines[before])["code"] == "no_answer");
    CHECK(error_row(lines[before])["line"] == before + 1);
    CHECK(lines.back() == answer);
    CHECK(lines == answers(input + R"({"x":[],)" + bad.substr(1) + "\n" + good + "\n"));
    Options stop;
    stop.on_error = OnError::Stop;
    std::string text;
    CHECK_THROWS_WITH(run_batch(input + bad + "\n" + good + "\n", stop, text),
                      Contains("line " + std::to_string(before + 1) + ": "));
    CHECK(lines_of(text).size() == before);
  }
}

TEST_CASE("A failure ends the run, though the input is still open") {
  for (const unsigned jobs : {1U, 2U, 3U}) {
    std::array<int, 2> pipe{};
    REQUIRE(::pipe(pipe.data()) == 0);
    const std::string row = "{\"role\":\"Plumber\"}\n";
    REQUIRE(::write(pipe[1], row.data(), row.size()) == static_cast<ssize_t>(row.size()));
    Options options;
    options.jobs = jobs;
    options.line_buffered = true;
    options.on_error = OnError::Stop;
    CHECK_THROWS_WITH(batch::run(model(), options, {pipe[0], [](std::string_view) {}, {}, -1, {}}),
                      Contains("line 1: "));
    ::close(pipe[0]);
    ::close(pipe[1]);
  }
}

TEST_CASE("Many shapes of rows, more than are remembered") {
  Options options;
  options.keep = {"id", "employer_address_1", "employer_address_2"};
  std::string input;
  std::string plain;
  const auto row = [&](int id, const std::string& key, const std::string& value) {
    const std::string rest = ",\"" + key + "\":\"" + value + "\"}\n";
    input += "{\"id\":" + std::to_string(id) + rest;
    plain += "{\"id\":" + std::to_string(id) + ",\"\\u0078\":1" + rest;
  };
  for (int i = 0; i < 16; ++i) {
    row(i, "k" + std::to_string(i), "x");
  }
  row(16, "employer_address_1", "A");
  row(17, "employer_address_2", "B");
  row(18, std::string(30, ' ') + "memo", "C");
  row(19, "role", "him-director");
  row(20, std::string(900'000, 'a'), "D");
  row(21, std::string(17, 'a'), "E");
  const auto lines = answers(input, options);
  CHECK(lines == answers(plain, options));
  REQUIRE(lines.size() == 22);
  CHECK(lines[17].starts_with(R"({"id":17,"employer_address_2":"B",)"));
  CHECK(p50(lines[19]) == p50(answers(R"({"role":"him-director"})")[0]));
}

TEST_CASE("Numbers mean the same however they are written") {
  for (const std::string number :
       {"0.0000001", "1e-7", "60.00", "0.00", "6.0e0", "00", "-0", "1e400", "61", "+6", "0x6", ".5", "5."}) {
    INFO(number);
    const std::string rest = "\"years\":" + number + "}";
    CHECK(answers("{" + rest) == answers(R"({"x":[],)" + rest));
  }
  const std::string long_id = "{\"id\":1" + std::string(311, '0');
  CHECK(answers(long_id + "}") == answers(long_id + R"(,"x":[]})"));
  CHECK(answers("{\"id\":1" + std::string(200, '0') + "}")[0].starts_with("{\"id\":1" + std::string(200, '0') + ","));
}

TEST_CASE("A list of credentials or skills has no empty value") {
  for (const std::string list :
       {R"("cert":[""])", R"("cert":["","RHIA"])", R"("cert":["RHIA"," "])", R"("skill":[""])"}) {
    INFO(list);
    CHECK(error_row(answers("{" + list + "}")[0])["message"].get<std::string>().find(" is empty") != std::string::npos);
  }
}

TEST_CASE("Rows may change their shape on the way") {
  // What stands in one place of the row: a number, nothing, a text, a truth, a text with escapes, each after each.
  const std::vector<std::string> ids{"1", "null", R"("a")", "true", R"("\u0041")", R"("")", "0.5"};
  std::string input;
  std::string expected;
  const std::string pay = answers(R"({"role":"medical-coder","cert":"CCS","years":6})")[0].substr(1);
  const std::string without = answers(R"({"role":"medical-coder","years":6})")[0].substr(1);
  for (const auto& one : ids) {
    for (const auto& other : ids) {
      for (const auto& id : {one, other}) {
        for (const bool cert : {true, false}) {
          input += R"({"id":)" + id + R"(,"role":"medical-coder","cert":)" + (cert ? R"("CCS")" : "null") +
                   ",\"years\":" + (cert ? "6" : R"("6")") + "}\n";
          expected += "{\"id\":" + id + "," + (cert ? pay : without) + "\n";
        }
      }
    }
  }
  CHECK(run_batch(input, {}).text == expected);
}

TEST_CASE("Fields, keys to keep, whole estimates, unknown keys") {
  Options options;
  options.fields = {"role", "p50", "confidence", "area", "as_of", "wages", "level", "market_percentile"};
  const json row = json::parse(answers(coder, options)[0]);
  CHECK(row["role"] == "medical-coder");
  CHECK(row["area"] == "CA");
  CHECK(row["level"].is_null());
  CHECK(row["p50"] == std::llround(priced("medical-coder", "CA", "6")));
  Options full;
  full.full = true;
  CHECK(json::parse(answers(coder, full)[0])["schema"] == "hisalary/estimate/1");
  Options refuse;
  refuse.refuse_unknown = true;
  CHECK(error_row(answers(R"({"id":1,"yers":3})", refuse)[0])["message"].get<std::string>().find("years") !=
        std::string::npos);
  CHECK(p50(answers(R"({"yers":3})")[0]) == p50(answers("{}")[0]));
}

TEST_CASE("Long lines, binary junk and empty files end in rows, not in a crash") {
  const std::string limit = R"({"id":")" + std::string(batch::longest_record - 9, 'x') + "\"}";
  REQUIRE(limit.size() == batch::longest_record);
  for (const auto& [line, fits] :
       {std::pair{limit, true}, std::pair{limit + " ", false}, std::pair{limit + std::string(3'000'000, ' '), false}}) {
    const auto lines = answers(std::string(coder) + "\n" + line + "\n" + coder);
    REQUIRE(lines.size() == 3);
    CHECK((lines[1].find("the line is longer than 1 MiB") == std::string::npos) == fits);
    CHECK(lines[0] == lines[2]);
  }
  const auto csv =
      run_batch("id,role\n1,medical-coder\n2," + std::string(2'000'000, 'x') + "\n3,\"" + std::string(2'000'000, 'x') +
                    "\"\n4,\"medical-coder\n" + std::string(2'000'000, 'x') + "\n5,medical-coder\n",
                {});
  CHECK(csv.summary.rows_in == 6);
  CHECK(csv.summary.answered == 2);
  CHECK(csv.text.find("a quote is opened here and never closed") != std::string::npos);
  CHECK(run_batch("", {}).summary.rows_in == 0);
  CHECK(run_batch("\n\n", {}).summary.rows_in == 0);
  Random random(11);
  std::string junk;
  for (int i = 0; i < 100'000; ++i) {
    junk += static_cast<char>(random.bits());
  }
  Options ndjson;
  ndjson.sniff = false;
  CHECK(run_batch(junk, ndjson).summary.answered == 0);
  CHECK(run_batch("id,role\n" + junk, {}).summary.rows_in > 0);
}

TEST_CASE("A record is too long from the same byte on, however it arrives") {
  const std::string rest = "\n2,medical-coder\n";
  for (const std::size_t size :
       {batch::longest_record - 1, batch::longest_record, batch::longest_record + 1, batch::longest_record + 5}) {
    const std::string quoted = "id,role\n\"a\nb\"," + std::string(size - 6, 'x');
    const std::string two = "id,role\n1,\"" + std::string(size - 4, 'x') + "\"";
    const std::string late = "id,role\n" + std::string(size - 8, 'x') + ",\"a\nb\"";
    const std::string blanks(size, ' ');
    for (const auto& [start, from] :
         {std::pair{quoted, Format::Csv}, {two, Format::Csv}, {late, Format::Csv}, {blanks, Format::Ndjson}}) {
      Options options;
      options.sniff = false;
      options.from = from;
      const std::string input = start + rest;
      const std::string whole = run_batch(input, options).text;
      for (const std::size_t cut : {start.size() - 5, start.size() - 1, start.size(), start.size() + 1}) {
        CHECK(run_batch_in_pieces(input, options, 4096, cut) == whole);
      }
    }
  }
}

TEST_CASE("The output does not depend on how the input arrives, nor on the number of jobs") {
  for (const auto& input : {mixed_ndjson(), mixed_csv()}) {
    const std::string whole = run_batch(input, {}).text;
    for (std::size_t piece = 1; piece <= input.size(); ++piece) {
      for (const bool line_buffered : {false, true}) {
        Options options;
        options.line_buffered = line_buffered;
        INFO("pieces of " << piece);
        CHECK(run_batch_in_pieces(input, options, piece) == whole);
      }
    }
  }
  std::string many;
  Random random(5);
  for (int i = 0; i < 20'000; ++i) {
    many += random.chance(50)
                ? "not json\n"
                : R"({"id":)" + std::to_string(i) + R"(,"years":)" + std::to_string(random.below(40)) + "}\n";
  }
  Options options;
  const std::string one = run_batch(many, options).text;
  for (const unsigned jobs : {2U, 3U, 8U}) {
    options.jobs = jobs;
    CHECK(run_batch(many, options).text == one);
    CHECK(run_batch_in_pieces(many, options, 65'536) == one);
  }
}

TEST_CASE("An interrupt ends a read that waits, and with whole lines") {
  std::array<int, 2> input{};
  std::array<int, 2> wake{};
  REQUIRE(::pipe(input.data()) == 0);
  REQUIRE(::pipe(wake.data()) == 0);
  const std::string text = std::string(coder) + "\n{\"id\":";
  REQUIRE(::write(input[1], text.data(), text.size()) == static_cast<ssize_t>(text.size()));
  std::string out;
  std::atomic<bool> interrupted = false;
  Options options;
  options.line_buffered = true;
  options.jobs = 2;
  const batch::Ends ends{input[0],
                         [&](std::string_view part) {
                           out += part;
                           interrupted = true;
                           (void)!::write(wake[1], "", 1);
                         },
                         [&] { return interrupted.load(); },
                         wake[0],
                         {}};
  const auto summary = batch::run(model(), options, ends);
  CHECK(summary.rows_in == 1);
  CHECK(lines_of(out).size() == 1);
  for (const int file : {input[0], input[1], wake[0], wake[1]}) {
    ::close(file);
  }
}

TEST_CASE("Pay of a span of people is that of each") {
  Random random(17);
  std::vector<Profile> people;
  for (int i = 0; i < 2'000; ++i) {
    people.push_back(as_profile(any_profile(random)));
  }
  people.push_back(understand(dataset(), {.role = "29-2072", .release = "2024"}));
  std::vector<Percentiles> expected;
  for (const auto& one : people) {
    expected.push_back(model().estimate(one).pay);
  }
  const Model fresh{Dataset(dataset())};
  std::array<std::vector<Percentiles>, 3> found;
  {
    std::vector<std::jthread> threads;
    for (auto& part : found) {
      part.resize(people.size());
      threads.emplace_back([&] { fresh.estimate(people, part); });
    }
  }
  for (const auto& part : found) {
    for (std::size_t i = 0; i < people.size(); ++i) {
      INFO(told(people[i].facts()));
      CHECK(part[i].dollars == expected[i].dollars);
    }
  }
  CHECK_THROWS_AS(fresh.estimate(people, std::span(found[0]).first(1)), Error);
}

TEST_CASE("An empty profile, or one of another data set, is an error and no crash") {
  const Model built(dataset());
  CHECK(error_of([&] { return built.estimate(Profile()); }).code() == ErrorCode::Usage);

  const Dataset other = Dataset::load(std::filesystem::path(HISALARY_SOURCE_DIR) / "data");
  const Profile foreign = understand(other, {.role = "medical-coder"});
  CHECK(Model(other).estimate(foreign).pay.p50() > 0);
  const Error error = error_of([&] { return built.estimate(foreign); });
  CHECK(error.code() == ErrorCode::Usage);
  CHECK(std::string(error.what()) == "the profile was made for another data set");

  std::vector<Profile> people(1);
  std::vector<Percentiles> answers(1);
  CHECK_THROWS_AS(built.estimate(people, answers), Error);
  CHECK_THROWS_AS(ProfileBuilder(dataset()).with(*other.find_role("medical-coder")), Error);
}

}  // namespace hisalary::test
