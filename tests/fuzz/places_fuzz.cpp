// SPDX-License-Identifier: MIT
#include "facts.hpp"

using namespace hisalary;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::ask_one({data, size}, {Fact::Place, Fact::State, Fact::Metro, Fact::County},
                {{Fact::State, "CA"},
                 {Fact::Place, "Springfield"},
                 {Fact::Metro, "Portland"},
                 {Fact::County, "17031"},
                 {Fact::Remote, "true"}});
  return 0;
}
