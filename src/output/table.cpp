// SPDX-License-Identifier: MIT
#include "table.hpp"

#include "base/csv.hpp"

namespace hisalary::output {

Grid grid_of(const Table& table, std::size_t width) {
  Grid grid;
  grid.rows.resize(table.records.size() + 1);
  for (const Column& column : table.columns) {
    if (width < column.from || width >= column.below) {
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
    const bool hidden = column.path.starts_with('.');
    return column.heading.empty() ? column.path.substr(hidden ? 1 : 0) : column.heading;
  });
  for (const Value& record : table.records) {
    put_row([&](const Column& column) { return record.at(column.path).plain(); });
  }
  return out;
}

}  // namespace hisalary::output
