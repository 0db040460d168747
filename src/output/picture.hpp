// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "money.hpp"
#include "page.hpp"

namespace hisalary::output {

/// A scale that holds all of several ranges, from one round number (in the dollars of its period) to another.
class Scale {
 public:
  Scale(double lowest, double highest, std::size_t columns, Period period = Period::Year);

  [[nodiscard]] std::size_t column(double dollars) const;
  [[nodiscard]] double low() const noexcept { return low_; }
  [[nodiscard]] double high() const noexcept { return high_; }
  [[nodiscard]] std::size_t columns() const noexcept { return columns_; }

 private:
  std::size_t columns_;
  double low_ = 0;
  double high_ = 0;
};

/// The bar of the person asked about, or a quieter one to compare it with.
enum class Tone : std::uint8_t { Strong, Quiet };

/// A range as one line: p10 to p90, the typical range within it, the median as a bar.
[[nodiscard]] std::string range_picture(const Page& page, const Scale& scale, const Percentiles& pay, Ink ink,
                                        Tone tone = Tone::Strong);

/// The ends of a scale, as a line to stand above its pictures.
[[nodiscard]] std::string scale_line(const Page& page, const Scale& scale, const Money& money);

/// 121k, or $58 an hour.
[[nodiscard]] std::string thousands(const Money& money, double annual);

}  // namespace hisalary::output
