// SPDX-License-Identifier: MIT
#include "table_quote.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include "data/tables.hpp"

namespace hisalary::audit {
namespace {

constexpr std::array<std::string_view, 6> statistics{"p10", "p25", "median", "p75", "p90", "mean"};

Published column(const NationWage& row, Text statistic) {
  const auto at = static_cast<std::size_t>(std::ranges::find(statistics, statistic) - statistics.begin());
  return at < row.pay.size() ? row.pay[at] : row.mean;
}

std::string name_of(const NationWage& row, Text statistic) {
  return std::string(row.soc) + " " + std::string(statistic) + ", May " + std::to_string(row.release);
}

/// The figures of one column of an occupation's national tables, over the years.
class Column {
 public:
  Column(const Tables& tables, std::string_view soc, Text statistic) : statistic_(statistic) {
    for (const auto& row : tables.nation_wages) {
      if (row.soc == soc && column(row, statistic).known()) {
        rows_.push_back(&row);
      }
    }
  }

  [[nodiscard]] bool empty() const { return rows_.empty(); }
  [[nodiscard]] double value(const NationWage& row) const { return column(row, statistic_).amount; }
  [[nodiscard]] Fact fact(const NationWage& row) const { return {name_of(row, statistic_), value(row), "USD/year"}; }

  [[nodiscard]] const NationWage* of_year(Text year) const {
    const auto it =
        std::ranges::find_if(rows_, [&](const NationWage* row) { return std::to_string(row->release) == year; });
    return it == rows_.end() ? nullptr : *it;
  }

  [[nodiscard]] const NationWage& nearest(double amount) const {
    return **std::ranges::min_element(rows_, {}, [&](const NationWage* row) { return std::abs(value(*row) - amount); });
  }

  [[nodiscard]] const NationWage& newest() const { return *rows_.back(); }

 private:
  Text statistic_;
  std::vector<const NationWage*> rows_;
};

bool same(double a, double b) {
  constexpr double half_a_dollar = 0.5;
  return std::abs(a - b) < half_a_dollar;
}

}  // namespace

bool is_quoted(Text statistic) { return std::ranges::find(statistics, statistic) != statistics.end(); }

std::optional<TableQuote> find_quote(const Tables& tables, std::string_view soc, const PublishedFigure& figure) {
  const Column column(tables, soc, figure.statistic);
  if (column.empty() || !figure.low) {
    return std::nullopt;
  }
  const NationWage& nearest = column.nearest(*figure.low);
  const NationWage* const own = figure.year.empty() ? &nearest : column.of_year(figure.year);
  if (own == nullptr) {
    return std::nullopt;
  }
  TableQuote quote{column.value(*own), same(column.value(*own), *figure.low), {}, {column.fact(*own)}};
  if (quote.same) {
    quote.words = "the amount is BLS's own";
  } else if (same(column.value(nearest), *figure.low)) {
    quote.words = "BLS's figure is right; the printed one is that of May " + std::to_string(nearest.release);
  } else {
    quote.words = "BLS's figure is right; the printed one is in no May release here";
    quote.words += figure.year.empty() ? ", and the nearest is shown" : "";
    if (&nearest != own) {
      quote.facts.push_back(column.fact(nearest));
      quote.facts.back().label += " (the nearest)";
    }
  }
  if (&column.newest() != own && &column.newest() != &nearest) {
    quote.facts.push_back(column.fact(column.newest()));
  }
  return quote;
}

}  // namespace hisalary::audit
