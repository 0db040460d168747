// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hisalary::output {

/// One row of RFC 4180, ended by a line feed as other tools of a pipe expect. A cell that a spreadsheet would take for
/// a formula (first character = + - @, tab or CR, and no number) gets an apostrophe before it.
[[nodiscard]] std::string csv_row(const std::vector<std::string>& cells);

}  // namespace hisalary::output
