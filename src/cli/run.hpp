// SPDX-License-Identifier: MIT
#pragma once

namespace hisalary::cli {

/// How the program ends.
enum class Exit { Ok = 0, NoAnswer = 1, Usage = 2, BadData = 3, Io = 4 };

/// The whole program: reads the command line, runs one command, prints. Returns the exit code.
[[nodiscard]] int run(int argc, char** argv);

}  // namespace hisalary::cli
