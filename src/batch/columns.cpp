// SPDX-License-Identifier: MIT
#include "columns.hpp"

#include <algorithm>

#include "base/suggest.hpp"
#include "base/text.hpp"
#include "cells.hpp"
#include "hisalary/error.hpp"

namespace hisalary::batch {

Columns read_heading(const std::string& heading, const Options& options) {
  const std::string padded = heading + std::string(padding, '\0');
  std::string_view rest = std::string_view(padded).substr(0, heading.size());
  Cells cells(options.delimiter);
  if (!is_utf8(rest)) {
    throw Error(ErrorCode::Usage, "the heading is not UTF-8", "save the file as UTF-8", "heading");
  }
  if (!cells.take(rest)) {
    throw Error(ErrorCode::Usage, "a cell of the heading goes on behind its closing quote",
                "write a quote inside a cell twice", "heading");
  }
  Columns columns;
  const auto once = [](std::vector<std::size_t>& taken, std::size_t one, std::string_view name) {
    if (one != Columns::nothing && std::ranges::find(taken, one) != taken.end()) {
      throw Error(ErrorCode::Usage, "the column " + shown(name) + " stands twice in the heading", "keep one of the two",
                  "heading");
    }
    taken.push_back(one);
  };
  for (const auto& cell : cells.cells()) {
    const std::string name(trimmed(cell.text));
    const std::size_t field = field_of(lower(name));
    const auto kept = std::ranges::find(options.keep, name);
    if (field == field_count && kept == options.keep.end() && options.refuse_unknown) {
      throw Error(ErrorCode::Usage, "unknown column " + shown(name),
                  did_you_mean(name, {field_names.begin(), field_names.end()}, "leave it out, or use --unknown pass"),
                  "--unknown");
    }
    once(columns.fields, field < field_count ? field : Columns::nothing, name);
    once(columns.keeps,
         kept != options.keep.end() ? static_cast<std::size_t>(kept - options.keep.begin()) : Columns::nothing, name);
  }
  if (std::ranges::all_of(columns.fields, [](std::size_t field) { return field == Columns::nothing; })) {
    throw Error(ErrorCode::Usage, "the heading names no column that is known: " + shown(heading),
                "name the columns like the options: role, cert, years, state, ...; NDJSON rows begin with {",
                "heading");
  }
  for (const auto& name : options.keep) {
    if (name != "id" && std::ranges::find(columns.keeps, static_cast<std::size_t>(&name - options.keep.data())) ==
                            columns.keeps.end()) {
      throw Error(ErrorCode::Usage, "there is no column " + shown(name) + " to keep",
                  "the heading is: " + shown(heading), "--keep");
    }
  }
  return columns;
}

}  // namespace hisalary::batch
