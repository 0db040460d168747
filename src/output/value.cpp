// SPDX-License-Identifier: MIT
#include "value.hpp"

#include <algorithm>
#include <cmath>

#include "base/format.hpp"
#include "base/number.hpp"

namespace hisalary::output {
namespace {

std::string plain_of(std::monostate) { return {}; }
std::string plain_of(bool flag) { return flag ? "yes" : "no"; }
std::string plain_of(std::int64_t whole) { return std::to_string(whole); }
std::string plain_of(double number) { return number_text(number); }
std::string plain_of(Value::Fixed fixed) { return formatted("{:.{}f}", fixed.number, fixed.decimals); }
std::string plain_of(const std::string& text) { return text; }

std::string plain_of(const Values& list) {
  std::string out;
  for (const Value& value : list) {
    out += (out.empty() ? "" : " ") + value.plain();
  }
  return out;
}

std::string plain_of(const Members& object) {
  std::string out;
  for (const Member& member : object) {
    out += (out.empty() ? "" : " ") + member.value.plain();
  }
  return out;
}

}  // namespace

Value::Value(Values list) : content_(std::move(list)) {}
Value::Value(Members object) : content_(std::move(object)) {}
Value::Value(const std::vector<std::string>& texts) : content_(Values(texts.begin(), texts.end())) {}

Value Value::shown_as(std::string words) && {
  words_ = std::move(words);
  return std::move(*this);
}

std::string Value::plain() const {
  return std::visit([](const auto& content) { return plain_of(content); }, content_);
}

const Value& Value::at(std::string_view path) const {
  static const Value nothing;
  const auto* const object = std::get_if<Members>(&content_);
  if (object == nullptr) {
    return nothing;
  }
  const auto dot = path.find('.', 1);  // one at the beginning is a part of the name
  const auto member = std::ranges::find(*object, path.substr(0, dot), &Member::name);
  if (member == object->end()) {
    return nothing;
  }
  return dot == std::string_view::npos ? member->value : member->value.at(path.substr(dot + 1));
}

Value filled(std::string_view text) { return text.empty() ? Value() : Value(text); }

Value amount(const Money& money, std::int64_t units) {
  constexpr int cents = 2;
  Value plain = money.period() == Period::Year ? Value(units) : Value(Value::Fixed{money.dollars(units), cents});
  return std::move(plain).shown_as(money.text(units));
}

Value amount(const Money& money, double annual) { return amount(money, money.units(annual)); }

Value change(const Money& money, std::int64_t units) { return amount(money, units).shown_as(money.change(units)); }

Value dollars(double annual) { return amount(Money(Period::Year), annual); }
Value dollars(std::int64_t annual) { return amount(Money(Period::Year), annual); }

Value fixed(std::optional<double> number, int decimals) {
  if (!number) {
    return {};
  }
  const double parts = std::pow(10.0, decimals);
  return Value::Fixed{std::round(*number * parts) / parts, decimals};
}

Value count(std::optional<double> number) {
  return number ? Value(*number).shown_as(grouped(std::llround(*number))) : Value();
}

Value growth(std::optional<double> percent) {
  if (!percent) {
    return {};
  }
  const char* const sign = *percent > 0 ? "+" : "";
  return Value(*percent).shown_as(sign + number_text(*percent) + "%");
}

Value parity(std::optional<double> index) {
  return index ? Value(*index).shown_as(formatted("{:.1f}", *index)) : Value();
}

}  // namespace hisalary::output
