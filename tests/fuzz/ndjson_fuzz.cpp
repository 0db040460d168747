// SPDX-License-Identifier: MIT
#include <cstdio>

#include "../support/json_rows.hpp"
#include "fuzz.hpp"

using namespace hisalary;

namespace {

/// The reader takes a line as nlohmann/json does, whatever it read before.
void compare(std::string_view line) {
  static const std::vector<std::string> keep{"id", "state"};
  static batch::NdjsonReader reader(keep, false);
  const std::string difference = test::json_difference(reader, line, keep);
  if (!difference.empty()) {
    std::fprintf(stderr, "%.*s\n%s\n", static_cast<int>(line.size()), line.data(), difference.c_str());
  }
  fuzz::demand(difference.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  batch::Options options;
  options.sniff = false;
  const std::string one = fuzz::run(bytes, options);
  options.line_buffered = true;
  fuzz::demand(fuzz::run(bytes, options) == one);
  for (std::size_t at = 0; at < bytes.size();) {
    const auto end = std::min(bytes.find('\n', at), bytes.size());
    compare(bytes.substr(at, end - at));
    at = end + 1;
  }
  return 0;
}
