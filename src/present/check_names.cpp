// SPDX-License-Identifier: MIT
#include <cmath>

#include "../format.hpp"
#include "../number.hpp"
#include "check.hpp"
#include "money.hpp"

namespace hisalary::present {

std::string_view name_of(check::Verdict verdict) {
  switch (verdict) {
    case check::Verdict::Within: return "within 10%";
    case check::Verdict::Off: return "off";
    case check::Verdict::Holds: return "holds";
    case check::Verdict::Fails: return "does not hold";
    case check::Verdict::AsPublished: return "as BLS has it";
    case check::Verdict::Misquoted: return "misquoted";
    default: return "not comparable";
  }
}

std::string_view name_of(check::Where where) {
  switch (where) {
    case check::Where::Guide: return "guide";
    case check::Where::Nation: return "BLS, nation";
    case check::Where::Handbook: return "BLS, Handbook";
    case check::Where::Survey: return "survey";
    case check::Where::Benefit: return "benefit";
    case check::Where::Observed: return "observed pay";
    case check::Where::State: return "BLS, state";
    case check::Where::Industry: return "BLS, industry";
    default: return "BLS, area";
  }
}

std::string_view answerer(const check::FigureCheck& one) {
  const bool from_table = one.way == check::Way::Table || one.way == check::Way::LowStates;
  return !one.answer ? "" : from_table ? "BLS" : "model";
}

std::string in_unit(double value, std::string_view unit) {
  if (unit == "USD/year") {
    return Money(Period::Year).text(value);
  }
  if (unit == "USD/hour") {
    return formatted("${:.2f} an hour", value);
  }
  if (unit == "percent") {
    return number_text(value) + "%";
  }
  if (unit == "rank") {
    return "rank " + number_text(value);
  }
  return value == std::floor(value) ? grouped(std::llround(value)) : number_text(value);
}

std::string printed(const PublishedFigure& figure) {
  if (!figure.low) {
    return std::string(figure.printed);
  }
  const auto number = [](double value) { return grouped(std::llround(value)); };
  const std::string low = number(*figure.low);
  std::string out = !figure.high ? "over " + low : *figure.low == *figure.high ? low : low + " to " + number(*figure.high);
  if (figure.unit == "USD/hour") {
    out += " an hour";
  }
  return figure.unit == "rank" ? "rank " + out : out;
}

}  // namespace hisalary::present
