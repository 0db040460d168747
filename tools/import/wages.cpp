// SPDX-License-Identifier: MIT
#include "wages.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

#include "base/number.hpp"
#include "base/suggest.hpp"
#include "base/text.hpp"
#include "data/names.hpp"
#include "hisalary/error.hpp"

namespace hisalary::import {
namespace {

constexpr std::array<const char*, 5> annual{"A_PCT10", "A_PCT25", "A_MEDIAN", "A_PCT75", "A_PCT90"};
constexpr std::array<const char*, 5> hourly{"H_PCT10", "H_PCT25", "H_MEDIAN", "H_PCT75", "H_PCT90"};
constexpr double hours_a_year = 2080;

/// OWN_CODE in words.
constexpr std::array<std::pair<std::string_view, std::string_view>, 10> ownerships{{
    {"1", "federal government"},
    {"2", "state government"},
    {"3", "local government"},
    {"5", "private"},
    {"35", "private and local government"},
    {"57", "private, local government gambling establishments and casino hotels"},
    {"58", "private, and state and local government hospitals"},
    {"59", "private and Postal Service"},
    {"123", "federal, state and local government"},
    {"235", "private, state and local government"},
}};

/// A cell of a row, for messages.
class Cell {
 public:
  Cell(const Workbook& book, const SheetRow& row, std::string_view column)
      : text_(row.at(column)), where_(book.name + ", row " + std::to_string(row.number) + ", " + std::string(column)) {}

  [[nodiscard]] std::string_view text() const { return text_; }
  [[noreturn]] void fail(const std::string& what, const std::string& hint) const {
    throw Error(ErrorCode::BadData, where_ + ": " + what, hint, where_);
  }

  /// A number or absent; a mark is absent, too.
  [[nodiscard]] std::optional<double> number() const {
    if (text_.empty() || is_mark()) {
      return {};
    }
    double value = 0;
    const auto [end, error] = std::from_chars(text_.data(), text_.data() + text_.size(), value);
    if (error != std::errc() || end != text_.data() + text_.size() || !std::isfinite(value) || value < 0) {
      fail(shown(text_) + " is not a figure", "allowed: a number, a blank cell, *, ** or #");
    }
    return value;
  }

  [[nodiscard]] Published published(Published::Mark allowed) const {
    const auto value = number();
    if (value) {
      constexpr double most = 1e9;
      if (*value != std::floor(*value) || *value > most) {
        fail(shown(text_) + " is not a whole number of jobs or dollars", "is the column under the right name?");
      }
      return {static_cast<std::int32_t>(*value), Published::Mark::Value};
    }
    if (text_.empty()) {
      return {};
    }
    for (const auto& [name, mark] : data::mark_names) {
      const bool fits =
          mark == allowed || (mark == Published::Mark::TopCoded && allowed == Published::Mark::NotAvailable);
      if (name == text_ && fits) {
        return {0, mark};
      }
    }
    fail(shown(text_) + " is a mark that BLS does not use here", "employment: **; wages: * or #");
  }

  /// Percent with one decimal, as BLS prints it; the workbook stores 4.9 as 4.9000000000000004.
  [[nodiscard]] std::optional<double> percent() const {
    const auto value = number();
    return value ? std::optional(std::round(*value * 10) / 10) : std::nullopt;
  }

 private:
  [[nodiscard]] bool is_mark() const { return text_ == "*" || text_ == "**" || text_ == "#"; }

  std::string_view text_;
  std::string where_;
};

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Nation, state, ... by AREA_TYPE; absent: nothing that our files hold.
std::optional<Scope> scope_of(const Workbook& book, const SheetRow& row) {
  const std::string group = lower(row.at("I_GROUP"));
  const std::string_view type = row.at("AREA_TYPE");
  const bool whole = row.at("OWN_CODE") == "1235" && group == "cross-industry";
  if (type == "1") {
    const std::string_view naics = row.at("NAICS");
    if (whole) {
      return Scope::Nation;
    }
    if (group == "sector") {
      return Scope::Sector;
    }
    return naics == "000001" || naics == "999001" ? std::optional(Scope::Ownership) : std::nullopt;
  }
  if (type == "2" || type == "3") {
    return whole ? std::optional(Scope::State) : std::nullopt;
  }
  if (type == "4") {
    return whole ? std::optional(Scope::Metropolitan) : std::nullopt;
  }
  if (type == "6") {
    return whole ? std::optional(Scope::Nonmetropolitan) : std::nullopt;
  }
  Cell(book, row, "AREA_TYPE").fail(shown(type) + " is not a kind of area", "allowed: 1, 2, 3, 4, 6");
}

/// Our code of a place: postal code of a state, five digits of a metropolitan area, seven of a nonmetropolitan one.
std::string place_of(Scope scope, const Workbook& book, const SheetRow& row) {
  if (scope == Scope::Sector || scope == Scope::Ownership) {
    const Cell naics(book, row, "NAICS");
    if (naics.text().find_first_not_of("0123456789-") != std::string_view::npos || naics.text().empty()) {
      naics.fail(shown(naics.text()) + " is not a NAICS code", "it has digits, as in 62 or 31-33");
    }
    return std::string(naics.text());
  }
  const Cell area(book, row, "AREA");
  if (!is_digits(area.text()) || area.text().size() > 7) {
    area.fail(shown(area.text()) + " is not an area code", "it has at most seven digits");
  }
  if (scope == Scope::Nation) {
    return "US";
  }
  if (scope == Scope::State) {
    return std::string(row.at("PRIM_STATE"));
  }
  const std::string digits = std::string(7 - area.text().size(), '0') + std::string(area.text());
  return scope == Scope::Metropolitan ? digits.substr(2) : digits;
}

std::string ownership_of(const Workbook& book, const SheetRow& row) {
  const Cell code(book, row, "OWN_CODE");
  for (const auto& [known, words] : ownerships) {
    if (known == code.text()) {
      return std::string(words);
    }
  }
  code.fail(shown(code.text()) + " is not an ownership that this knows", "add it to the table of ownerships, in words");
}

/// An hourly figure times 2,080 is the annual one, which BLS rounds to ten dollars.
void check_hourly(const Workbook& book, const SheetRow& row, const char* a_year, const char* an_hour) {
  const Cell year(book, row, a_year);
  const auto dollars = year.number();
  const auto wage = Cell(book, row, an_hour).number();
  constexpr double tolerance = 25;
  if (dollars && wage && std::abs(*wage * hours_a_year - *dollars) > tolerance) {
    year.fail(std::string(year.text()) + " is not 2,080 times the " + number_text(*wage) + " of " + an_hour,
              "are the columns under their right names?");
  }
}

void check_rising(const Workbook& book, const SheetRow& row, const PublishedPercentiles& pay) {
  std::int32_t last = 0;
  for (std::size_t i = 0; i < pay.size(); ++i) {
    if (pay[i].known() && pay[i].amount < last) {
      Cell(book, row, annual[i])
          .fail(std::to_string(pay[i].amount) + " is below the percentile before it, " + std::to_string(last),
                "percentiles never decrease; are the columns under their right names?");
    }
    last = pay[i].known() ? pay[i].amount : last;
  }
}

Wages wages_of(Scope scope, const Workbook& book, const SheetRow& row) {
  const bool in_industry = scope == Scope::Sector || scope == Scope::Ownership;
  Wages wages;
  wages.scope = scope;
  wages.soc = row.at("OCC_CODE");
  wages.place = place_of(scope, book, row);
  wages.title = row.at(in_industry ? "NAICS_TITLE" : "AREA_TITLE");
  wages.state = row.at("PRIM_STATE");
  wages.ownership = in_industry ? ownership_of(book, row) : std::string();
  wages.employment = Cell(book, row, "TOT_EMP").published(Published::Mark::EmploymentNotAvailable);
  wages.employment_rse = Cell(book, row, "EMP_PRSE").percent();
  wages.mean = Cell(book, row, "A_MEAN").published(Published::Mark::NotAvailable);
  wages.mean_rse = Cell(book, row, "MEAN_PRSE").percent();
  wages.from = book.name + ", row " + std::to_string(row.number);
  check_hourly(book, row, "A_MEAN", "H_MEAN");
  for (std::size_t i = 0; i < annual.size(); ++i) {
    wages.pay[i] = Cell(book, row, annual[i]).published(Published::Mark::NotAvailable);
    check_hourly(book, row, annual[i], hourly[i]);
  }
  check_rising(book, row, wages.pay);
  return wages;
}

}  // namespace

std::vector<Wages> wages_in(const Workbook& book) {
  std::vector<Wages> all;
  for (const SheetRow& row : book.rows) {
    const auto scope = row.at("O_GROUP") == "detailed" ? scope_of(book, row) : std::nullopt;
    if (scope) {
      all.push_back(wages_of(*scope, book, row));
    }
  }
  if (all.empty()) {
    throw Error(ErrorCode::BadData, book.name + ": no row is of an occupation of occupations.json",
                "is it one of BLS's workbooks: national, natsector, state, MSA, BOS or all_data?");
  }
  return all;
}

}  // namespace hisalary::import
