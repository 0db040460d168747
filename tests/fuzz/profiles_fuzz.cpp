// SPDX-License-Identifier: MIT
// Whole people in every documented form: the program, a batch from both formats and the library give one answer.
#include <algorithm>
#include "../support/program.hpp"
#include "facts.hpp"

using namespace hisalary;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  test::Random random{std::span(data, size)};
  const test::Texts texts = test::Draw(random).person();
  const std::string expected = test::expected_line(texts);

  std::string found = fuzz::answer(test::row_of(texts, random) + "\n");
  found.pop_back();
  fuzz::demand(test::without_line(found) == expected);

  batch::Options options;
  options.sniff = false;
  options.from = batch::Format::Csv;
  options.to_as_from = false;
  const auto& fields = batch::answer_fields();
  options.fields.assign(fields.begin(), std::ranges::find(fields, "percentile"));  // what follows needs a pay
  const std::string record = texts.empty() ? std::string(fact_count - 1, ',') + "\n" : test::record_of(texts, random);
  found = fuzz::run(test::heading() + record, options);
  found.pop_back();
  fuzz::demand(test::without_line(found) == expected);

  auto words = test::words_of(texts, random);
  words.emplace_back("--json");
  const test::Printed program = test::run_program(words);
  options.from = batch::Format::Ndjson;
  options.full = true;
  const auto whole = nlohmann::json::parse(fuzz::run(test::row_of(texts, random) + "\n", options));
  if (program.code == 0) {
    fuzz::demand(nlohmann::json::parse(program.out) == whole);
  } else {
    fuzz::demand(whole["error"]["code"] == nlohmann::json::parse(program.err)["error"]["code"]);
  }
  return 0;
}
