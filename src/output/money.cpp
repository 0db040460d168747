// SPDX-License-Identifier: MIT
#include "money.hpp"

#include "base/format.hpp"

namespace hisalary::output {

std::string grouped(std::int64_t value) {
  std::string text = formatted("{}", value < 0 ? -value : value);
  constexpr std::size_t group = 3;
  for (std::size_t at = text.size(); at > group;) {
    at -= group;
    text.insert(at, ",");
  }
  return value < 0 ? "-" + text : text;
}

std::string Money::rounded(double annual) const {
  constexpr std::int64_t three_digits = 1000;
  constexpr std::int64_t ten = 10;
  const std::int64_t exact = units(annual);
  std::int64_t step = 1;
  while (exact / step >= three_digits) {
    step *= ten;
  }
  return text((exact + step / 2) / step * step);
}

std::string Money::text(std::int64_t units) const {
  constexpr std::int64_t hundred = 100;
  const std::int64_t size = units < 0 ? -units : units;
  const std::string sign = units < 0 ? "-$" : "$";
  return period_ == Period::Year ? sign + grouped(size)
                                 : formatted("{}{}.{:02}", sign, grouped(size / hundred), size % hundred);
}

}  // namespace hisalary::output
