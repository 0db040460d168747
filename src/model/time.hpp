// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>

#include "data/tables.hpp"
#include "hisalary/facts.hpp"

namespace hisalary::model {

/// Brings pay from the quarter of the wage release to another quarter.
class Clock {
 public:
  explicit Clock(const Tables& tables);

  [[nodiscard]] Quarter release() const noexcept { return release_; }
  /// The newest quarter of the wage index.
  [[nodiscard]] Quarter newest() const noexcept { return newest_; }
  /// The first and last quarter that can be asked for.
  [[nodiscard]] Quarter earliest() const;
  [[nodiscard]] Quarter latest() const;
  /// The first quarter that the national history covers.
  [[nodiscard]] Quarter history_begins() const;

  /// Whether a person's pay is asked in the dollars of a release, as published.
  [[nodiscard]] bool untouched(const Facts& person) const noexcept {
    return person.release.has_value() || person.as_of.kind == AsOf::Kind::Release;
  }
  /// The quarter whose dollars a person's pay is asked in.
  [[nodiscard]] Quarter quarter_of(const Facts& person) const noexcept {
    if (untouched(person)) {
      return release_;
    }
    return person.as_of.kind == AsOf::Kind::At ? person.as_of.at : newest_;
  }

  /// ln of the factor from the release to `to`. At or after the release: the Employment Cost Index for wages in
  /// hospitals, its published quarterly changes chained; past its end the growth of its last four quarters goes on.
  /// Before the release: the occupation's own national medians of May, ln-linear between Mays; years before the
  /// occupation's code existed use the medians of the code it replaced, as published, then the mean growth of all
  /// occupations here.
  [[nodiscard]] double log_factor(const Occupation& occupation, Quarter to) const;

 private:
  [[nodiscard]] double index_growth(Quarter from, Quarter to) const;
  [[nodiscard]] double history(const Occupation& occupation, Quarter at) const;
  [[nodiscard]] std::map<int, double> medians(const Occupation& occupation) const;
  [[nodiscard]] std::optional<double> growth(const Occupation& occupation, int year) const;
  [[nodiscard]] double yearly_growth(const Occupation& occupation, int year) const;

  const Tables& tables_;
  Quarter release_;
  Quarter first_;
  Quarter newest_;
};

/// "2025Q2"
[[nodiscard]] std::string text(Quarter quarter);

/// "2025Q2" or "2025-05" (the quarter that the month lies in); absent when it is neither.
[[nodiscard]] std::optional<Quarter> parse_quarter(std::string_view text);

}  // namespace hisalary::model
