// SPDX-License-Identifier: MIT
#include "columns.hpp"

#include <algorithm>

#include "base/suggest.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "csv.hpp"
#include "hisalary/error.hpp"

namespace hisalary::batch {
namespace {

Error unusable(const std::string& message, const std::string& hint) {
  return {ErrorCode::Usage, message, hint, "heading"};
}

/// The cells of a heading, without blanks around them.
std::vector<std::string> names_in(const std::string& heading, char delimiter) {
  if (!is_utf8(heading)) {
    throw unusable("the heading is not UTF-8", "save the file as UTF-8");
  }
  const PaddedString line(heading + "\n");
  PaddedArena texts;
  std::vector<std::string> names;

  for (const char* at = line.text().begin(); at != line.text().end(); ++at) {
    Cell cell;
    const CellEnd end = read_cell(line.text(), at, delimiter, cell, texts);
    if (end.fault == Fault::Kind::OpenCell) {
      throw unusable("a cell of the heading goes on behind its closing quote", "write a quote inside a cell twice");
    }
    if (end.fault == Fault::Kind::CarriageReturn) {
      throw unusable("lines end with carriage returns alone", "save the file with line feeds, as every system can");
    }
    names.emplace_back(trimmed(cell.text));
    at = end.at;
  }
  return names;
}

}  // namespace

Columns read_heading(const std::string& heading, const Options& options) {
  const std::vector<std::string> names = names_in(heading, options.delimiter);
  Columns columns;
  const auto once = [](std::vector<std::size_t>& taken, std::size_t one, std::string_view name) {
    if (one != Columns::nothing && std::ranges::find(taken, one) != taken.end()) {
      throw Error(ErrorCode::Usage, "the column " + shown(name) + " stands twice in the heading", "keep one of the two",
                  "heading");
    }
    taken.push_back(one);
  };
  for (const std::string& name : names) {
    const auto fact = query::fact_named(lower(name));
    const auto kept = std::ranges::find(options.keep, name);
    if (!fact && kept == options.keep.end() && options.refuse_unknown) {
      throw Error(ErrorCode::Usage, "unknown column " + shown(name),
                  did_you_mean(name, fact_names(), "leave it out, or use --unknown pass"), "--unknown");
    }
    once(columns.facts, fact ? static_cast<std::size_t>(*fact) : Columns::nothing, name);
    once(columns.keeps,
         kept != options.keep.end() ? static_cast<std::size_t>(kept - options.keep.begin()) : Columns::nothing, name);
  }
  if (std::ranges::all_of(columns.facts, [](std::size_t fact) { return fact == Columns::nothing; })) {
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
