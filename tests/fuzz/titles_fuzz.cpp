// SPDX-License-Identifier: MIT
#include "facts.hpp"

using namespace hisalary;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::ask_one({data, size},
                {Fact::Role, Fact::Level, Fact::Credentials, Fact::Education, Fact::Setting, Fact::Skills},
                {{Fact::Level, "senior"}, {Fact::Role, "medical-coder"}});
  return 0;
}
