// SPDX-License-Identifier: MIT
#pragma once

#include <bit>
#include <cstdint>

namespace hisalary::model {

/// e to the x for ln(pay), |x| < 700, to about one unit in the last place: 2^k times the power series in the rest r,
/// |r| <= ln(2) / 2. Unlike std::exp it is the same on every machine, and compilers work out several at once.
[[nodiscard]] constexpr double exponential(double x) {
  constexpr double per_ln2 = 1.4426950408889634;
  constexpr double ln2_high = 6.93147180369123816490e-01;  // 32 bits: k times it is exact
  constexpr double ln2_low = 1.90821492927058770002e-10;
  constexpr double round = 0x1.8p52;  // adding it leaves the nearest whole number in the low bits
  const double shifted = x * per_ln2 + round;
  const double k = shifted - round;
  const double r = (x - k * ln2_high) - k * ln2_low;
  const double r2 = r * r;
  const double r4 = r2 * r2;
  const double low = (1.0 / 6 + r * (1.0 / 24)) + r2 * (1.0 / 120 + r * (1.0 / 720));
  const double middle = (1.0 / 5040 + r * (1.0 / 40320)) + r2 * (1.0 / 362880 + r * (1.0 / 3628800));
  const double high = (1.0 / 39916800 + r * (1.0 / 479001600)) + r2 * (1.0 / 6227020800);
  const double power = 1 + (r + (r2 * 0.5 + r2 * r * (low + r4 * (middle + r4 * high))));
  constexpr unsigned fraction_bits = 52;
  return power * std::bit_cast<double>((std::bit_cast<std::uint64_t>(shifted) + 1023) << fraction_bits);
}

}  // namespace hisalary::model
