// SPDX-License-Identifier: MIT
#include "batch/columns.hpp"
#include "data/tables.hpp"
#include "fuzz.hpp"
#include "hisalary/dataset.hpp"

using namespace hisalary;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) {
    return 0;
  }
  batch::Options options;
  options.sniff = false;
  options.from = batch::Format::Csv;
  options.refuse_unknown = (data[0] & 1U) != 0;
  options.delimiter = (data[0] & 2U) != 0 ? ';' : ',';
  options.keep = (data[0] & 4U) != 0 ? std::vector<std::string>{"id", "state"} : std::vector<std::string>{"id"};
  const std::string heading(data + 1, data + size);
  try {
    const batch::Columns columns = batch::read_heading(heading, options, Dataset::builtin().tables());
    fuzz::demand(columns.facts.size() == columns.keeps.size() && !columns.facts.empty());
    for (std::size_t i = 0; i < columns.facts.size(); ++i) {
      fuzz::demand(columns.facts[i] == batch::Columns::nothing || columns.facts[i] < fact_count);
      fuzz::demand(columns.keeps[i] == batch::Columns::nothing || columns.keeps[i] < options.keep.size());
    }
  } catch (const Error& error) {
    fuzz::demand(error.code() == ErrorCode::Usage && *error.what() != '\0');
  }
  (void)fuzz::run(heading + "\n1,medical-coder,CA\n", options);
  return 0;
}
