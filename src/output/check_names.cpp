// SPDX-License-Identifier: MIT
#include <cmath>

#include "base/format.hpp"
#include "base/number.hpp"
#include "check.hpp"
#include "data/tables.hpp"
#include "money.hpp"

namespace hisalary::output {

std::string_view name_of(audit::Verdict verdict) {
  switch (verdict) {
    case audit::Verdict::Within: return "within 10%";
    case audit::Verdict::Off: return "off";
    case audit::Verdict::Holds: return "holds";
    case audit::Verdict::Fails: return "does not hold";
    case audit::Verdict::AsPublished: return "as BLS has it";
    case audit::Verdict::Misquoted: return "misquoted";
    default: return "not comparable";
  }
}

std::string_view name_of(audit::Where where) {
  switch (where) {
    case audit::Where::Guide: return "guide";
    case audit::Where::Nation: return "BLS, nation";
    case audit::Where::Handbook: return "BLS, Handbook";
    case audit::Where::Survey: return "survey";
    case audit::Where::Benefit: return "benefit";
    case audit::Where::Observed: return "observed pay";
    case audit::Where::State: return "BLS, state";
    case audit::Where::Industry: return "BLS, industry";
    default: return "BLS, area";
  }
}

std::string_view answerer(const audit::FigureCheck& one) {
  const bool from_table = one.way == audit::Way::Table || one.way == audit::Way::LowStates;
  if (!one.answer) {
    return "";
  }
  return from_table ? "BLS" : "model";
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
  std::string out = figure.high ? low : "over " + low;
  if (figure.high && *figure.low != *figure.high) {
    out += " to " + number(*figure.high);
  }
  if (figure.unit == "USD/hour") {
    out += " an hour";
  }
  return figure.unit == "rank" ? "rank " + out : out;
}

}  // namespace hisalary::output
