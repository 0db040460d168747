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

/// Finds out what each column says.
class Heading {
 public:
  Heading(const std::string& text, const Options& options, const Tables& tables)
      : text_(text), options_(options), tables_(tables), names_(names_in(text, options.delimiter)) {
    columns_.facts.assign(names_.size(), Columns::nothing);
    columns_.keeps.assign(names_.size(), Columns::nothing);
  }

  Columns read() {
    map();
    own_names();
    other_names();
    keep();
    require_known();
    tell();
    return std::move(columns_);
  }

 private:
  [[nodiscard]] bool taken(Fact fact) const {
    return std::ranges::find(columns_.facts, static_cast<std::size_t>(fact)) != columns_.facts.end();
  }

  [[nodiscard]] bool is_free(std::size_t column) const { return columns_.facts[column] == Columns::nothing; }

  void take(std::size_t column, Fact fact) { columns_.facts[column] = static_cast<std::size_t>(fact); }

  [[noreturn]] static void stands_twice(const std::string& name) {
    throw unusable("the column " + shown(name) + " appears twice in the heading", "keep one of the two");
  }

  [[nodiscard]] std::string all() const { return "the heading is: " + shown(text_); }

  /// The one free column whose number `is` holds of; none: the number of columns.
  template <class Is> [[nodiscard]] std::size_t the_one(Is&& is) const {
    std::size_t found = names_.size();
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (is_free(i) && is(i)) {
        if (found != names_.size()) {
          stands_twice(names_[i]);
        }
        found = i;
      }
    }
    return found;
  }

  /// As the options say; spelled as in the heading, or freely.
  void map() {
    for (const auto& pair : options_.map) {
      const Fact fact = pair.first;
      const std::string& wanted = pair.second;
      std::size_t column = the_one([&](std::size_t i) { return names_[i] == wanted; });
      if (column == names_.size()) {
        column = the_one([&](std::size_t i) { return bare(names_[i]) == bare(wanted) && !bare(names_[i]).empty(); });
      }
      if (column == names_.size()) {
        throw Error(ErrorCode::Usage,
                    "there is no column " + shown(wanted) + " to take for " + std::string(name_of(fact)), all(),
                    "--map");
      }
      take(column, fact);
    }
  }

  /// Columns that are named as facts are.
  void own_names() {
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const auto fact = query::fact_named(lower(names_[i]));
      if (!fact || !is_free(i) || mapped(*fact)) {
        continue;
      }
      if (taken(*fact)) {
        stands_twice(names_[i]);
      }
      take(i, *fact);
    }
  }

  [[nodiscard]] bool mapped(Fact fact) const {
    return std::ranges::find(options_.map, fact, &std::pair<Fact, std::string>::first) != options_.map.end();
  }

  /// Columns that are named as people name them, for the facts that no column says yet.
  void other_names() {
    std::vector<std::string> whole;
    std::vector<std::string> brief;  // without "(USD)"
    for (const std::string& name : names_) {
      whole.push_back(bare(name));
      brief.push_back(bare(name.substr(0, name.find('('))));
    }
    for (const ColumnNames& row : tables_.column_names) {
      const auto fact = query::fact_named(row.fact);
      for (std::size_t i = 0; fact && i < row.names.size() && !taken(*fact); ++i) {
        const std::string wanted = bare(row.names[i]);
        std::size_t column = the_one([&](std::size_t at) { return whole[at] == wanted; });
        if (column == names_.size() && std::ranges::count(brief, wanted) == 1) {
          column = the_one([&](std::size_t at) { return brief[at] == wanted; });
        }
        if (column != names_.size()) {
          take(column, *fact);
        }
      }
    }
  }

  void keep() {
    for (std::size_t i = 0; i < options_.keep.size(); ++i) {
      const std::string& wanted = options_.keep[i];
      const auto count = std::ranges::count(names_, wanted);
      if (count > 1) {
        stands_twice(wanted);
      }
      if (count == 1) {
        columns_.keeps[static_cast<std::size_t>(std::ranges::find(names_, wanted) - names_.begin())] = i;
      } else if (wanted != "id") {
        throw Error(ErrorCode::Usage, "there is no column " + shown(wanted) + " to keep", all(), "--keep");
      }
    }
  }

  void require_known() const {
    for (std::size_t i = 0; i < names_.size() && options_.refuse_unknown; ++i) {
      if (is_free(i) && columns_.keeps[i] == Columns::nothing) {
        throw Error(ErrorCode::Usage, "unknown column " + shown(names_[i]),
                    did_you_mean(names_[i], fact_names(), "leave it out, or use --unknown pass"), "--unknown");
      }
    }
    if (std::ranges::any_of(columns_.facts, [](std::size_t fact) { return fact != Columns::nothing; })) {
      return;
    }
    constexpr std::string_view others = ";\t|";
    const auto other = text_.find_first_of(others);
    const bool one_cell = names_.size() == 1 && other != std::string::npos;
    std::string hint =
        "name the columns like the options (role, cert, years, place, pay, ...), or say which is which: --map "
        "role=\"Position\"; NDJSON rows begin with {";
    if (one_cell) {
      const std::string delimiter = text_[other] == '\t' ? "tab" : std::string(1, text_[other]);
      hint = "are the cells divided by something else? Use --delimiter \"" + delimiter + "\"";
    }
    throw Error(ErrorCode::Usage, "the heading names no column that is known: " + shown(text_), hint, "heading");
  }

  /// "Job Title" is role, "Site" is place; not used: "Name"
  void tell() {
    std::string used;
    std::string rest;
    bool all_plain = true;
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (!is_free(i)) {
        const std::string fact(name_of(static_cast<Fact>(columns_.facts[i])));
        all_plain = all_plain && lower(names_[i]) == fact;
        used += (used.empty() ? "" : ", ") + shown(names_[i]) + " is " + fact;
      } else if (columns_.keeps[i] == Columns::nothing && !names_[i].empty()) {
        rest += (rest.empty() ? "" : ", ") + shown(names_[i]);
      }
    }
    if (all_plain) {
      return;
    }
    columns_.told = used + (rest.empty() ? "" : "; not used: " + rest);
    if (!taken(Fact::Role)) {
      columns_.told +=
          "; no column is the job, so every answer is for any job of the field (--map role=COLUMN says which it is)";
    }
  }

  const std::string& text_;
  const Options& options_;
  const Tables& tables_;
  std::vector<std::string> names_;
  Columns columns_;
};

std::size_t known_columns(const std::string& heading, const Options& options, const Tables& tables) {
  try {
    const Columns columns = read_heading(heading, options, tables);
    return static_cast<std::size_t>(
        std::ranges::count_if(columns.facts, [](std::size_t fact) { return fact != Columns::nothing; }));
  } catch (const Error&) {
    return 0;
  }
}

}  // namespace

char find_delimiter(const std::string& heading, const Options& options, const Tables& tables) {
  Options divided = options;
  std::size_t most = 0;
  char found = ',';
  for (const char delimiter : {',', ';', '\t', '|'}) {
    if (heading.find(delimiter) == std::string::npos) {
      continue;
    }
    divided.delimiter = delimiter;
    const std::size_t known = known_columns(heading, divided, tables);
    found = known > most ? delimiter : found;
    most = std::max(most, known);
  }
  return found;
}

Columns read_heading(const std::string& heading, const Options& options, const Tables& tables) {
  return Heading(heading, options, tables).read();
}

}  // namespace hisalary::batch
