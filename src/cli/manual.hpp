// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "command.hpp"

namespace hisalary::cli {

/// The manual's page of the program, in man(7): hisalary(1).
[[nodiscard]] std::string manual_of_program();

/// That of one of its commands, the commands below it in it: hisalary-estimate(1).
[[nodiscard]] std::string manual_of_command(const CommandSpec& command);

}  // namespace hisalary::cli
