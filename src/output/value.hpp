// SPDX-License-Identifier: MIT
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "money.hpp"

namespace hisalary::output {

class Value;
struct Member;

template <class T>
concept WholeNumber = std::integral<T> && !std::same_as<T, bool>;

using Values = std::vector<Value>;
/// An object: names and values in the order in which they are printed.
using Members = std::vector<Member>;

/// One value of an answer: nothing, a flag, a number, a text, a list or an object. Programs get it plain; people may
/// get it in words of its own, as $62,990.
class Value {
 public:
  /// A number with so many decimals.
  struct Fixed {
    Fixed(double value, int places) noexcept : number(value), decimals(places) {}
    // By hand, and so not trivial: a std::variant of libstdc++ whose kinds are all trivial or nothrow to move takes
    // itself to be never without a value, and crashes when memory runs out within its copy.
    // NOLINTNEXTLINE(modernize-use-equals-default)
    Fixed(const Fixed& other) noexcept : number(other.number), decimals(other.decimals) {}
    Fixed& operator=(const Fixed& other) noexcept = default;
    ~Fixed() = default;

    double number;
    int decimals;
  };
  using Content = std::variant<std::monostate, bool, std::int64_t, double, Fixed, std::string, Values, Members>;

  Value();
  Value(std::nullptr_t);
  Value(std::same_as<bool> auto flag);
  Value(WholeNumber auto whole);
  Value(double number);
  Value(Fixed number);
  Value(std::string text);
  Value(std::string_view text);
  Value(const char* text);
  Value(Values list);
  Value(Members object);
  Value(const std::vector<std::string>& texts);
  template <class T> Value(const std::optional<T>& value) {
    if (value) {
      *this = Value(*value);
    }
  }

  /// The same value, with what people read in its place.
  [[nodiscard]] Value shown_as(std::string words) &&;

  [[nodiscard]] const Content& content() const noexcept { return content_; }
  [[nodiscard]] bool is_nothing() const noexcept { return content_.index() == 0; }

  /// For a CSV cell: nothing is empty, numbers are plain, flags are yes and no, texts are joined by a space.
  [[nodiscard]] std::string plain() const;
  /// For people.
  [[nodiscard]] std::string words() const { return words_.empty() ? plain() : words_; }

  /// The value at a path of names with dots between, "cost.renewal"; nothing where there is none.
  [[nodiscard]] const Value& at(std::string_view path) const;

 private:
  Content content_;
  std::string words_;
};

/// A name and its value. A name that begins with a dot is for tables only: JSON leaves it out.
struct Member {
  std::string name;
  Value value;
};

// Below Member: Clang wants to see what a value may hold.
inline Value::Value() = default;
inline Value::Value(std::nullptr_t) {}
Value::Value(std::same_as<bool> auto flag) : content_(flag) {}
Value::Value(WholeNumber auto whole) : content_(static_cast<std::int64_t>(whole)) {}
inline Value::Value(double number) : content_(number) {}
inline Value::Value(Fixed number) : content_(number) {}
inline Value::Value(std::string text) : content_(std::move(text)) {}
inline Value::Value(std::string_view text) : content_(std::string(text)) {}
inline Value::Value(const char* text) : content_(std::string(text)) {}

/// One value a row.
template <class Rows, class Make> [[nodiscard]] Values list_of(const Rows& rows, Make&& make) {
  Values out;
  for (const auto& row : rows) {
    out.emplace_back(make(row));
  }
  return out;
}

/// A text, or nothing where it is empty.
[[nodiscard]] Value filled(std::string_view text);

/// The id of a row; nothing where there is none.
template <class Record> [[nodiscard]] Value id_of(const Record* row) {
  return row == nullptr ? Value() : Value(row->id);
}

/// Units of a period: 121416, for people $121,416.
[[nodiscard]] Value amount(const Money& money, std::int64_t units);
[[nodiscard]] Value amount(const Money& money, double annual);
/// A difference of units: 1200, for people +$1,200.
[[nodiscard]] Value change(const Money& money, std::int64_t units);
/// Whole dollars a year.
[[nodiscard]] Value dollars(double annual);
[[nodiscard]] Value dollars(std::int64_t annual);

/// Rounded to so many decimals; nothing stays nothing.
[[nodiscard]] Value fixed(std::optional<double> number, int decimals);
/// 123500, for people 123,500.
[[nodiscard]] Value count(std::optional<double> number);
/// 7.1, for people +7.1%.
[[nodiscard]] Value growth(std::optional<double> percent);
/// A price parity in full, for people with one decimal.
[[nodiscard]] Value parity(std::optional<double> index);

}  // namespace hisalary::output
