// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "curve.hpp"

namespace hisalary::model {

/// A mixture of distributions of pay. Each is given by ln(dollars a year) at p10, p25, p50, p75 and p90; between its
/// percentiles, and beyond them, ln(pay) is straight in the normal score.
class MixedPay {
 public:
  /// Room for so many parts.
  explicit MixedPay(std::size_t parts) { parts_.reserve(parts); }

  /// `share` of the whole; the shares of all parts add up to one. `pay` rises.
  void add(double share, const LogPay& pay);

  /// The part of all people who earn up to y in ln(pay).
  [[nodiscard]] double below(double y) const;

  [[nodiscard]] LogPay percentiles() const;

  /// The median alone, the same to the last bit.
  [[nodiscard]] double median() const;

 private:
  static constexpr std::size_t median_place = 2;

  struct Part {
    double share;
    LogPay pay;
    std::array<double, 4> slope;  ///< normal scores per ln(pay), from each percentile to the next
  };

  /// A distribution function and its density at one point.
  struct Here {
    double below;
    double density;
  };
  [[nodiscard]] Here at(double y) const;
  [[nodiscard]] LogPay about() const;
  [[nodiscard]] double percentile(std::size_t place, double start) const;

  std::vector<Part> parts_;
};

}  // namespace hisalary::model
