// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "output/page.hpp"

namespace hisalary::cli {

/// What standard output can show. Color: `color` is auto, always or never; auto means a terminal that is not "dumb" and
/// no NO_COLOR. Width: COLUMNS, else the terminal's, else 80; kept between 40 and 120. UTF-8: always off a terminal (so
/// that the bytes do not hang on the locale); on one, as the locale's character set says.
[[nodiscard]] output::Screen screen(const std::string& color, bool to_file);

/// Whether standard error gets color.
[[nodiscard]] bool error_color(const std::string& color);

}  // namespace hisalary::cli
