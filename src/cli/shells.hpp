// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace hisalary::cli {

/// Completion scripts. What may be typed they ask "hisalary generate words" for at every key, so that a script suits
/// every later version and every data set.
[[nodiscard]] std::string_view bash_script();
[[nodiscard]] std::string_view zsh_script();
[[nodiscard]] std::string_view fish_script();

}  // namespace hisalary::cli
