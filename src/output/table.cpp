// SPDX-License-Identifier: MIT
#include "table.hpp"

#include "base/csv.hpp"

namespace hisalary::output {

Column Column::from(std::size_t columns) const {
  Column out = *this;
  out.narrowest = columns;
  return out;
}

Column Column::up_to(std::size_t columns) const {
  Column out = *this;
  out.widest = columns;
  return out;
}

Column Column::or_else(std::string words) const {
  Column out = *this;
  out.missing = std::move(words);
  return out;
}

Grid grid_of(const Table& table, std::size_t width) {
  Grid grid;
  grid.rows.resize(table.records.size() + 1);
  grid.heads.push_back(false);
  for (const Value& record : table.records) {
    grid.heads.push_back(!record.at(".heads").is_nothing());
  }
  for (const Column& column : table.columns) {
    if (width < column.narrowest || width > column.widest) {
      continue;
    }
    grid.align.push_back(column.align);
    grid.rows[0].push_back(column.heading);
    for (std::size_t i = 0; i < table.records.size(); ++i) {
      const Value& value = table.records[i].at(column.path);
      grid.rows[i + 1].push_back(value.is_nothing() ? column.missing : value.words());
    }
  }
  return grid;
}

std::string csv(const Table& table) {
  std::string out;
  const auto put_row = [&](auto&& cell_of) {
    for (const Column& column : table.columns) {
      out += &column == &table.columns.front() ? "" : ",";
      append_safe_cell(out, cell_of(column));
    }
    out += '\n';
  };

  put_row([](const Column& column) {
    const std::size_t dot = column.path.starts_with('.') ? 1 : 0;
    return column.heading.empty() ? column.path.substr(dot) : column.heading;
  });
  for (const Value& record : table.records) {
    put_row([&](const Column& column) { return record.at(column.path).plain(); });
  }
  return out;
}

}  // namespace hisalary::output
