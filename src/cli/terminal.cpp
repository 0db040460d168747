// SPDX-License-Identifier: MIT
#include "terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string_view>

#include "base/suggest.hpp"
#include "command.hpp"

namespace hisalary::cli {
namespace {

std::string_view environment(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? std::string_view{} : std::string_view(value);
}

bool wants_color(const std::string& color, int stream) {
  if (color != "auto") {
    return color == "always";
  }
  return isatty(stream) != 0 && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
}

std::size_t width(bool terminal) {
  constexpr std::size_t usual = 80;
  constexpr std::size_t narrowest = 40;
  constexpr std::size_t widest = 120;
  std::size_t columns = 0;
  const auto said = environment("COLUMNS");
  std::from_chars(said.data(), said.data() + said.size(), columns);
  winsize size{};
  if (columns == 0 && terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) {
    columns = size.ws_col;
  }
  return columns == 0 ? usual : std::clamp(columns, narrowest, widest);
}

bool locale_is_utf8() {
  for (const char* const name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    const auto value = environment(name);
    if (!value.empty()) {
      const std::string small = lower(value);
      return small.find("utf-8") != std::string::npos || small.find("utf8") != std::string::npos;
    }
  }
  return false;
}

}  // namespace

output::Screen screen(const std::string& color, bool to_file) {
  const bool terminal = !to_file && isatty(STDOUT_FILENO) != 0;
  const bool colored = to_file ? color == "always" : wants_color(color, STDOUT_FILENO);
  return {width(terminal), colored, !terminal || locale_is_utf8(), spelled};
}

bool error_color(const std::string& color) { return wants_color(color, STDERR_FILENO); }

}  // namespace hisalary::cli
