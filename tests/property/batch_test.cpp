// SPDX-License-Identifier: MIT
#include <cmath>
#include <sstream>

#include "../support/agreement.hpp"
#include "../support/batch.hpp"
#include "../support/catch.hpp"
#include "../support/json_rows.hpp"
#include "../support/program.hpp"
#include "base/text.hpp"
#include "batch/fields.hpp"
#include "data/tables.hpp"
#include "hisalary/error.hpp"
#include "hisalary/profile.hpp"
#include "output/estimate.hpp"
#include "output/json.hpp"
#include "output/names.hpp"

namespace hisalary::test {
namespace {

/// A row with null for one of its texts.
std::string with_null(std::string row, Random& random) {
  const auto colon = row.find("\":", random.below(row.size()));
  const auto open = colon == std::string::npos ? colon : row.find('"', colon + 2);
  const auto close = open == std::string::npos ? open : row.find('"', open + 1);
  if (close != std::string::npos && open <= colon + 3) {
    row.replace(open, close + 1 - open, "null");
  }
  return row;
}

/// A plain row with some bytes changed, doubled, taken out or put in.
std::string mutated(std::string row, Random& random) {
  constexpr std::string_view odd = "\"\\{}[]:,0123456789.-+eE tfnul\t\r\x01\x7f\xc3\xa9/";
  for (std::size_t count = random.below(4); count > 0 && !row.empty(); --count) {
    const std::size_t at = random.below(row.size());
    switch (random.below(4)) {
      case 0: row[at] = odd[random.below(odd.size())]; break;
      case 1: row.insert(at, 1, odd[random.below(odd.size())]); break;
      case 2: row.erase(at, 1 + random.below(3)); break;
      default: row.insert(at, row.substr(random.below(row.size()), random.below(12))); break;
    }
  }
  return row;
}

}  // namespace

TEST_CASE("Library and batch agree to the byte about 10,000 people, in every form of both formats") {
  constexpr int people = 10'000;
  Random random(23);
  std::vector<Texts> drawn;
  std::string ndjson;
  std::string csv = heading();
  while (drawn.size() < people) {
    Texts texts = Draw(random).person();
    ndjson += row_of(texts, random) + "\n";
    csv += texts.empty() ? std::string(fact_count - 1, ',') + "\n" : record_of(texts, random);
    drawn.push_back(std::move(texts));
  }
  batch::Options options;
  options.jobs = 2;
  options.to_as_from = false;
  options.to = batch::Format::Ndjson;
  const auto& fields = batch::answer_fields();
  options.fields.assign(fields.begin(), std::ranges::find(fields, "percentile"));  // what follows needs a pay

  int errors = 0;
  for (const auto& [input, first] : {std::pair{ndjson, 0}, std::pair{csv, 1}}) {
    std::istringstream found(run_batch(input, options).text);
    std::istringstream rows(input);
    std::string row;
    std::string line;
    for (int skipped = 0; skipped < first; ++skipped) {
      std::getline(rows, row);
    }
    for (const Texts& texts : drawn) {
      std::getline(rows, row);
      REQUIRE(std::getline(found, line));
      const std::string expected = expected_line(texts);
      errors += expected.starts_with("{\"error\"") ? 1 : 0;
      if (without_line(line) != expected) {
        FAIL(row + "\nbatch:   " + line + "\nlibrary: " + expected);
      }
    }
  }
  CHECK(errors > people / 10);
  CHECK(errors < people);
}

TEST_CASE("Whole estimates of a batch are those of estimate, byte for byte") {
  Random random(37);
  batch::Options options;
  options.full = true;
  const Dataset data = Dataset::builtin();
  for (int i = 0; i < 300; ++i) {
    const Texts texts = Draw(random).person();
    ProfileBuilder builder(data);
    for (const auto& [fact, text] : texts) {
      builder.with(fact, text);
    }
    const std::string row = row_of(texts, random);
    INFO(row);
    const std::string found = run_batch(row, options).text;
    try {
      const Profile profile = builder.build();
      const Estimate estimate = model().estimate(profile);
      const output::EstimateView view{data, estimate, profile.notes()};
      CHECK(found == output::json(output::estimate_document(view), output::Layout::OneLine) + "\n");
    } catch (const Error&) {
      CHECK(found.starts_with("{\"error\""));
    }
  }
}

TEST_CASE("The program, a batch and the library give one answer, or one error, about whole people") {
  Random random(41);
  batch::Options options;
  options.full = true;
  int errors = 0;
  for (int i = 0; i < 400; ++i) {
    const Texts texts = Draw(random).person();
    std::vector<std::string> words = words_of(texts, random);
    words.emplace_back("--json");
    const std::string row = row_of(texts, random);
    const auto batch = nlohmann::json::parse(run_batch(row, options).text);
    const Printed program = run_program(words);
    INFO(row << "\n" << program.out << program.err);
    if (program.code == 0) {
      CHECK(program.err.empty());
      CHECK(nlohmann::json::parse(program.out) == batch);
      continue;
    }
    ++errors;
    CHECK(program.out.empty());
    const auto error = nlohmann::json::parse(program.err)["error"];
    const std::string hint = error["hint"];
    CHECK(batch["error"]["code"] == error["code"]);
    CHECK(batch["error"]["message"] ==
          printable(error["message"].get<std::string>() + (hint.empty() ? "" : " (" + hint + ")")));
  }
  CHECK(errors > 20);
}

TEST_CASE("The reader of NDJSON and nlohmann/json agree about rows and what becomes of them") {
  const std::vector<std::string> notes{"a b",
                                       "",
                                       R"(said \"yes\")",
                                       R"(C:\\pay\/roll\n\t)",
                                       "Jos\u00e9",
                                       R"(Jos\u00e9)",
                                       R"(\u0000\uFFFF)",
                                       R"(\ud83d\ude00)",
                                       R"(\uD800)",
                                       R"(\x)",
                                       "\xf0\x9f\x98\x80",
                                       "\xed\xa0\x80",
                                       "\xff"};
  const std::vector<std::string> others{R"({"a":[1,{"b":null}],"a":2})", "[[],{},[true,false]]", "1e5", "-0.5E-3",
                                        "null"};
  const std::vector<std::string> keep{"id", "state"};
  batch::NdjsonReader reader(keep, false);
  Random random(29);
  for (int i = 0; i < 40'000; ++i) {
    std::string row = row_of(Draw(random).person(), random);
    const std::string& note = notes[random.below(notes.size())];
    row = "{\"id\":" + (random.chance(2) ? std::to_string(i) : "\"x" + note + "\"") + "," +
          (random.chance(3) ? "\"note\":\"" + note + "\"," : "") +
          (random.chance(3) ? "\"other\":" + others[random.below(others.size())] + "," : "") + row.substr(1);
    const std::string line = mutated(random.chance(3) ? with_null(std::move(row), random) : std::move(row), random);
    if (line.find('\n') != std::string::npos) {
      continue;
    }
    const std::string difference = json_difference(reader, line, keep);
    if (!difference.empty()) {
      FAIL(line + "\n" + difference);
    }
  }
}

}  // namespace hisalary::test
