// SPDX-License-Identifier: MIT
#pragma once

#include <bitset>
#include <compare>
#include <optional>

#include "hisalary/records.hpp"

namespace hisalary {

/// A quarter of a year; quarters count up by one.
class Quarter {
 public:
  constexpr Quarter() = default;
  /// `quarter` is 1 to 4.
  constexpr Quarter(int year, int quarter) noexcept : index_(4 * year + quarter - 1) {}
  [[nodiscard]] constexpr int year() const noexcept { return index_ / 4; }
  [[nodiscard]] constexpr int quarter() const noexcept { return index_ % 4 + 1; }
  [[nodiscard]] constexpr Quarter operator+(int quarters) const noexcept { return Quarter(index_ + quarters); }
  [[nodiscard]] constexpr int operator-(Quarter other) const noexcept { return index_ - other.index_; }
  constexpr auto operator<=>(const Quarter&) const noexcept =
      default;  // NOLINT(modernize-use-nullptr): a false alarm of clang-tidy 14

 private:
  constexpr explicit Quarter(int index) noexcept : index_(index) {}
  int index_ = 0;
};

/// Which dollars an answer is in.
struct AsOf {
  enum class Kind : std::uint8_t { Newest, Release, At };
  Kind kind = Kind::Newest;  ///< the newest quarter of the wage index; the wage release untouched; or the quarter `at`
  Quarter at;
};

/// Years of experience, 0 to 60: a number, or a range that an answer is averaged over. A range stands for its middle
/// wherever a number is wanted.
class Experience {
 public:
  constexpr Experience() = default;
  constexpr Experience(double years) noexcept
      : least_(years), most_(years) {}  // NOLINT(google-explicit-constructor): a number is one
  /// From `least` to `most`; `open`: people said "or more", and `most` was put there for them.
  constexpr Experience(double least, double most, bool open = false) noexcept
      : least_(least), most_(most), open_(open) {}

  // NOLINTNEXTLINE(google-explicit-constructor): the middle is what curves are asked at
  [[nodiscard]] constexpr operator double() const noexcept { return (least_ + most_) / 2; }
  [[nodiscard]] constexpr double least() const noexcept { return least_; }
  [[nodiscard]] constexpr double most() const noexcept { return most_; }
  [[nodiscard]] constexpr bool is_range() const noexcept { return most_ > least_; }
  [[nodiscard]] constexpr bool is_open() const noexcept { return open_; }

  friend constexpr bool operator==(const Experience&, const Experience&) noexcept = default;
  friend constexpr bool operator==(const Experience& a, double years) noexcept { return a == Experience(years); }

 private:
  double least_ = 0;
  double most_ = 0;
  bool open_ = false;
};

/// Credentials or skills of a person: bit i is row i of the table.
using Held = std::bitset<64>;

/// What can be known of a person, in the order in which it is checked.
enum class Fact : std::uint8_t {
  Role,
  Level,
  Credentials,
  Years,
  Education,
  Place,
  State,
  Metro,
  County,
  Remote,
  Setting,
  Skills,
  AsOf,
  Release,
  Pay,
};

inline constexpr std::size_t fact_count = 15;

/// The name of a fact in rows, in errors and in JSON: "role", "level", "cert", "years", ...
[[nodiscard]] std::string_view name_of(Fact fact) noexcept;

/// What is known of a person, checked: every pointer is a row of the data set that the profile was made for, or null
/// where the fact is unknown. Unknown is not none.
struct Facts {
  const Role* role = nullptr;              ///< a named role, or
  const Occupation* occupation = nullptr;  ///< a whole occupation; or neither: the jobs that such people hold
  const Level* level = nullptr;
  std::optional<Held> credentials;  ///< absent: unknown; empty: none
  std::optional<Experience> years;
  const Education* education = nullptr;
  const Area* area = nullptr;  ///< null: the nation
  bool remote = false;         ///< priced against the national market
  const Setting* setting = nullptr;
  Held skills;
  AsOf as_of;
  std::optional<std::int32_t> release;  ///< year of an older national release; absent: the data set's own
  std::optional<double> pay;  ///< what the person is paid, dollars a year of full time; no price depends on it
};

}  // namespace hisalary
