// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace hisalary::cli {

/// Whether somebody sits at the terminal: both standard input and output are one.
[[nodiscard]] bool at_terminal();

/// Asks four questions on standard output, and again where an answer makes no sense: what is not answered stays
/// unknown. Gives the command line that asks the same, without the program's name; empty when the input ends first.
/// Throws Error.
[[nodiscard]] std::vector<std::string> ask_person();

}  // namespace hisalary::cli
