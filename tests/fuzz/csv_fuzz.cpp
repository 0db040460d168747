// SPDX-License-Identifier: MIT
#include "fuzz.hpp"

using namespace hisalary;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  batch::Options options;
  options.sniff = false;
  options.from = batch::Format::Csv;
  const std::string one = fuzz::run(bytes, options);
  options.line_buffered = true;
  fuzz::demand(fuzz::run(bytes, options) == one);
  // The same heading whatever comes: most bytes would otherwise be refused for theirs.
  (void)fuzz::run("id,role,state,years,remote\n" + std::string(bytes), options);
  return 0;
}
