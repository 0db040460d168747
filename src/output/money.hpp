// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <cstdint>
#include <string>

#include "hisalary/estimate.hpp"

namespace hisalary::output {

/// How pay is shown: dollars a year, or an hour.
enum class Period : std::uint8_t { Year, Hour };

/// The one place where pay is rounded: whole dollars a year, or cents an hour (the annual figure over 2,080 hours,
/// rounded once).
class Money {
 public:
  explicit Money(Period period, double hours = hours_a_year) : period_(period), hours_(hours) {}

  [[nodiscard]] Period period() const noexcept { return period_; }
  [[nodiscard]] const char* name() const noexcept { return period_ == Period::Year ? "year" : "hour"; }

  /// Whole dollars, or hundredths of a dollar.
  [[nodiscard]] std::int64_t units(double annual) const {
    return std::llround(period_ == Period::Year ? annual : annual / hours_ * cents);
  }

  /// The units as a number of dollars.
  [[nodiscard]] double dollars(std::int64_t units) const {
    return period_ == Period::Year ? static_cast<double>(units) : static_cast<double>(units) / cents;
  }

  /// $121,416 or $58.37; negative amounts as -$1,200.
  [[nodiscard]] std::string text(std::int64_t units) const;
  [[nodiscard]] std::string text(double annual) const { return text(units(annual)); }

  /// As text(), to three digits that count: $61,800 or $50.10.
  [[nodiscard]] std::string rounded(double annual) const;

  /// A difference: +$1,200, -$1,200 or +$0.
  [[nodiscard]] std::string change(std::int64_t units) const { return units < 0 ? text(units) : "+" + text(units); }

 private:
  static constexpr double cents = 100;
  Period period_;
  double hours_;
};

/// 1234567 as 1,234,567.
[[nodiscard]] std::string grouped(std::int64_t value);

}  // namespace hisalary::output
