// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>

namespace hisalary::data {

/// The JSON Schema (2020-12) of every data file: schema file name to its text.
[[nodiscard]] std::map<std::string, std::string> schemas();

}  // namespace hisalary::data
