// SPDX-License-Identifier: MIT
#include "csv.hpp"

#include <cstring>

#include "base/suggest.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "stops.hpp"

namespace hisalary::batch {
namespace {

/// The closing quote of a cell; `at` is behind the opening one. The end of the block when there is none.
const char* find_closing_quote(PaddedText block, const char* at, bool& doubled) {
  while (true) {
    const void* const found = std::memchr(at, '"', static_cast<std::size_t>(block.end() - at));
    if (found == nullptr) {
      return block.end();
    }
    at = static_cast<const char*>(found);
    if (at[1] != '"') {
      return at;
    }
    doubled = true;
    at += 2;
  }
}

PaddedText without_doubled_quotes(std::string_view text, PaddedArena& texts) {
  char* const room = texts.make_room(text.size());
  char* out = room;
  for (std::size_t i = 0; i < text.size(); ++i) {
    *out++ = text[i];
    i += text[i] == '"' ? 1U : 0U;
  }
  return texts.take(static_cast<std::size_t>(out - room));
}

CellEnd read_quoted(PaddedText block, const char* at, char delimiter, Cell& cell, PaddedArena& texts) {
  bool doubled = false;
  const char* const quote = find_closing_quote(block, at + 1, doubled);
  if (quote == block.end()) {
    return {block.end() - 1, Fault::Kind::OpenCell};
  }
  const PaddedText text = block.between(at + 1, quote);
  cell.text = doubled ? without_doubled_quotes(text, texts) : text;
  cell.raw = block.between(at, quote + 1);

  const char* end = quote + 1;
  end += end[0] == '\r' && end[1] == '\n' ? 1 : 0;
  CellEnd found{end};
  while (*found.at != delimiter && *found.at != '\n') {
    ++found.at;
    found.fault = Fault::Kind::OpenCell;
  }
  return found;
}

CellEnd read_plain(PaddedText block, const char* at, char delimiter, Cell& cell) {
  CellEnd found{at};
  const char* end = nullptr;
  while (end == nullptr) {
    found.at = find_cell_end(found.at, delimiter);
    if (*found.at == delimiter || *found.at == '\n') {
      end = found.at;
    } else if (found.at[0] == '\r' && found.at[1] == '\n') {
      end = found.at++;
    } else {
      found.fault = *found.at == '\r' ? Fault::Kind::CarriageReturn : found.fault;
      ++found.at;  // a quote inside a cell, or a letter outside ASCII
    }
  }
  cell.text = cell.raw = block.between(at, end);
  return found;
}

}  // namespace

CellEnd read_cell(PaddedText block, const char* at, char delimiter, Cell& cell, PaddedArena& texts) {
  return *at == '"' ? read_quoted(block, at, delimiter, cell, texts) : read_plain(block, at, delimiter, cell);
}

/// Whether a cell of a sheet that people keep says nothing: blanks, dashes, n/a. Most begin like a word or a number.
bool says_nothing(std::string_view cell) {
  const char first = cell[0];
  const bool word = is_digit(first) || first == '$' || (first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z');
  if (word && first != 'n' && first != 'N') {
    return false;
  }
  const std::string letters = bare(cell);
  return letters.empty() || letters == "na";
}

inline bool CsvReader::is_empty(std::string_view cell) const {
  return cell.empty() || (columns_.is_sheet() && says_nothing(cell));
}

inline void CsvReader::put(Row& row, std::size_t column, const Cell& cell) const {
  if (columns_.facts[column] != Columns::nothing && !is_empty(cell.text)) {
    row.facts.set(static_cast<Fact>(columns_.facts[column]), cell.text);
  }
  if (columns_.keeps[column] != Columns::nothing) {
    row.keep(columns_.keeps[column], cell.raw);
  }
}

namespace {

/// Whether a row of a pay alone is what the list adds up to.
bool is_total(std::string_view line) {
  const std::string small = lower(line);
  return small.find("total") != std::string::npos || small.find("average") != std::string::npos;
}

}  // namespace

Line CsvReader::read(PaddedText block, const char*& at, Row& row, PaddedArena& texts) {
  const char* const start = at;
  const std::size_t columns = columns_.facts.size();
  std::size_t cells = 0;
  Cell cell;
  bool plain = true;
  fault_.kind = Fault::Kind::None;
  row.clear();

  while (true) {
    // Most cells are plain.
    CellEnd end{find_cell_end(at, delimiter_)};
    if (*end.at == delimiter_ || *end.at == '\n') {
      cell.text = cell.raw = block.between(at, end.at);
    } else {
      end = read_cell(block, at, delimiter_, cell, texts);
      plain = false;
    }
    if (cells < columns) {
      put(row, cells, cell);
    }
    ++cells;
    fault_.kind = fault_ ? fault_.kind : end.fault;
    at = end.at + 1;
    if (*end.at == '\n') {
      break;
    }
  }

  const std::string_view line(start, at);
  const bool below_the_list = columns_.is_sheet() && row.facts.has_none_but(Fact::Pay);
  if ((cells == 1 && cell.raw.empty()) ||
      (below_the_list && line.find_first_not_of(blank_) == std::string_view::npos)) {
    return Line::Blank;
  }
  if (!plain && !is_utf8({start, at})) {
    row.clear();
    fault_.kind = Fault::Kind::NotUtf8;
  } else if (!fault_ && cells != columns) {
    fault_.kind = Fault::Kind::CellCount;
    fault_.cells = cells;
    fault_.columns = columns;
  } else if (!fault_ && below_the_list && is_total(line)) {
    fault_.kind = Fault::Kind::Total;
  } else if (!fault_ && below_the_list && !row.facts.has(Fact::Pay)) {
    fault_.kind = Fault::Kind::Nobody;
  }
  return fault_ ? Line::Faulty : Line::Row;
}

}  // namespace hisalary::batch
