// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hisalary::cli {

/// A command line as it is typed in bash, up to the cursor. Quotes and backslashes are read; nothing is expanded.
struct ShellLine {
  std::vector<std::string> words;  ///< the last one is at the cursor, maybe empty
  char quote = '\0';               ///< the quote that is open at the cursor
  std::size_t kept = 0;            ///< bytes of the last word before what the shell puts a completion in the place of
};

[[nodiscard]] ShellLine read_shell_line(std::string_view line);

/// A text as it is written inside of a quote, or outside of any.
[[nodiscard]] std::string for_shell(std::string_view text, char quote);

}  // namespace hisalary::cli
