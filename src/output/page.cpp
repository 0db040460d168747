// SPDX-License-Identifier: MIT
#include "page.hpp"

#include <algorithm>
#include <numeric>

#include "base/text.hpp"

namespace hisalary::output {
namespace {

const char* code_of(Ink ink) {
  switch (ink) {
    case Ink::Strong: return "\x1b[1m";
    case Ink::Faint: return "\x1b[2m";
    case Ink::Accent: return "\x1b[36m";
    default: return "";
  }
}

/// A screen without UTF-8 gets the nearest ASCII; what has none becomes a question mark.
std::string for_screen(std::string_view text, bool utf8) {
  std::string out = printable(text);
  if (utf8) {
    return out;
  }
  std::string ascii;
  for (const char c : unaccented(out)) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      ascii += c;
    } else if (byte >= 0xc0) {
      ascii += '?';
    }
  }
  return ascii;
}

/// Columns of a text that may hold escape codes of ink().
std::size_t shown_columns(std::string_view text) {
  std::size_t count = 0;
  bool code = false;
  for (const char c : text) {
    code = code || c == '\x1b';
    count += code ? 0 : columns({&c, 1});
    code = code && c != 'm';
  }
  return count;
}

/// Words that are wider than a cell get spaces to be wrapped at: after a hyphen or a comma where there is one.
std::string broken(std::string_view words, std::size_t width) {
  std::string out;
  std::size_t column = 0;
  std::size_t good = 0;  // place in `out` behind the last hyphen or comma of the word
  for (const char c : words) {
    const bool first_byte = (static_cast<unsigned char>(c) & 0xc0U) != 0x80U;
    if (c == ' ') {
      column = good = 0;
    } else if (first_byte && column == width) {
      const std::size_t at = good == 0 ? out.size() : good;
      out.insert(at, " ");
      column = columns(std::string_view(out).substr(at + 1));
      good = 0;
    }
    out += c;
    column += c != ' ' && first_byte ? 1 : 0;
    good = c == '-' || c == ',' ? out.size() : good;
  }
  return out;
}

std::vector<std::size_t> widths_of(const Grid& grid) {
  std::vector<std::size_t> widths(grid.align.size());
  for (const auto& row : grid.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], columns(row[i]));
    }
  }
  return widths;
}

/// With two spaces before each column.
std::size_t total_of(const std::vector<std::size_t>& widths) {
  return std::accumulate(widths.begin(), widths.end(), 2 * widths.size());
}

/// The widest columns give way until the rows fit or no column is wide.
std::vector<std::size_t> widths_that_fit(const Grid& grid, std::size_t screen) {
  constexpr std::size_t narrowest = 6;
  std::vector<std::size_t> widths = widths_of(grid);
  for (std::size_t total = total_of(widths); total > screen; --total) {
    auto& widest = *std::ranges::max_element(widths);
    if (widest <= narrowest) {
      break;
    }
    --widest;
  }
  return widths;
}

/// Whether the rows read well in columns: the widest column alone gives way, to no more than about two lines a row.
bool suits_columns(const Grid& grid, std::size_t screen) {
  constexpr std::size_t narrowest = 18;
  constexpr std::size_t most_lines = 2;
  const auto widths = widths_of(grid);
  const std::size_t total = total_of(widths);
  if (total <= screen) {
    return true;
  }

  const auto widest = std::ranges::max_element(widths);
  const auto column = static_cast<std::size_t>(widest - widths.begin());
  const std::size_t left = *widest - std::min(*widest, total - screen);
  std::size_t used = 0;
  for (const auto& row : grid.rows) {
    used += columns(row[column]);
  }
  return left >= narrowest && used <= most_lines * left * grid.rows.size();
}

/// A text of at most so many columns, with dots where it is cut.
std::string cut(std::string_view text, std::size_t width, bool utf8) {
  if (columns(text) <= width) {
    return std::string(text);
  }
  const std::string_view dots = utf8 ? "\u2026" : "..";
  const std::size_t room = width - std::min(width, columns(dots));
  std::string out;
  std::size_t used = 0;
  for (const char byte : text) {
    used += (static_cast<unsigned char>(byte) & 0xc0U) != 0x80U ? 1 : 0;
    if (used > room) {
      break;
    }
    out += byte;
  }
  while (out.ends_with(' ') || out.ends_with(',')) {
    out.pop_back();
  }
  return out + std::string(dots);
}

/// Every cell on one line: those behind the first column are cut until the row fits.
Grid cut_to(Grid grid, std::size_t screen, bool utf8) {
  constexpr std::size_t narrowest = 6;
  auto widths = widths_of(grid);
  for (std::size_t total = total_of(widths); total > screen && widths.size() > 1; --total) {
    auto& widest = *std::max_element(widths.begin() + 1, widths.end());
    if (widest <= narrowest) {
      break;
    }
    --widest;
  }
  for (auto& row : grid.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      row[i] = cut(row[i], widths[i], utf8);
    }
  }
  return grid;
}

}  // namespace

std::string plain_name(std::string_view option) { return std::string(option); }

std::vector<std::string> wrapped(std::string_view words, std::size_t width) {
  std::vector<std::string> lines(1);
  while (!words.empty()) {
    const auto end = std::min(words.find(' '), words.size());
    const auto word = words.substr(0, end);
    if (!lines.back().empty() && columns(lines.back()) + 1 + columns(word) > width) {
      lines.emplace_back();
    }
    lines.back() += (lines.back().empty() ? "" : " ") + std::string(word);
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return lines;
}

std::size_t columns(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }));
}

std::string Page::ink(Ink ink, std::string_view text) const {
  const std::string safe = for_screen(text, screen_.utf8);
  return !screen_.color || ink == Ink::Plain ? safe : code_of(ink) + safe + "\x1b[0m";
}

void Page::line(std::string_view text) {
  const auto end = text.find_last_not_of(' ');
  text_ += text.substr(0, end == std::string_view::npos ? 0 : end + 1);
  text_ += '\n';
}

void Page::paragraph(std::string_view head, std::string_view words, Ink ink) {
  constexpr std::size_t least_width = 20;
  const std::size_t indent = shown_columns(head);
  const std::size_t width = std::max(least_width, screen_.width > indent ? screen_.width - indent : 0);
  bool first = true;
  for (const auto& text : wrapped(for_screen(words, screen_.utf8), width)) {
    line((first ? std::string(head) : std::string(indent, ' ')) + this->ink(ink, text));
    first = false;
  }
}

void Page::title(std::string_view words) {
  paragraph("", words, Ink::Strong);
  line();
}

void Page::labelled(std::string_view label, std::string_view words, Ink ink) {
  const std::string head = "  " + std::string(label);
  constexpr std::size_t gap = 2;
  const std::size_t space = columns(head) < label_columns_ ? label_columns_ - columns(head) : gap;
  paragraph(head + std::string(space, ' '), words, ink);
}

void Page::table(const Table& table) {
  constexpr std::size_t small = 60;
  const Grid grid = grid_of(table, screen_.width);
  const bool may_be_blocks = table.narrow == Narrow::BlocksIfSmall && screen_.width < small;
  if (may_be_blocks && !suits_columns(grid, screen_.width)) {
    blocks_of(grid);
  } else {
    columns_of(table.narrow == Narrow::Cut ? cut_to(grid, screen_.width, screen_.utf8) : grid);
  }
}

bool Page::table_if_it_fits(const Table& table) {
  const Grid grid = grid_of(table, screen_.width);
  const bool fits = total_of(widths_of(grid)) <= screen_.width;
  if (fits) {
    columns_of(grid);
  }
  return fits;
}

void Page::columns_of(const Grid& grid) {
  const auto widths = widths_that_fit(grid, screen_.width);
  for (std::size_t i = 0; i < grid.rows.size(); ++i) {
    const Ink below = grid.heads[i] ? Ink::Strong : Ink::Plain;
    row_of(grid.rows[i], grid, widths, i == 0 ? Ink::Faint : below);
  }
}

/// As many lines as the highest of its cells.
void Page::row_of(const std::vector<std::string>& row, const Grid& grid, const std::vector<std::size_t>& widths,
                  Ink ink) {
  std::vector<std::vector<std::string>> cells;
  std::size_t height = 1;
  for (std::size_t i = 0; i < row.size(); ++i) {
    cells.push_back(wrapped(broken(for_screen(row[i], screen_.utf8), widths[i]), widths[i]));
    height = std::max(height, cells.back().size());
  }

  for (std::size_t h = 0; h < height; ++h) {
    std::string out;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string cell = h < cells[i].size() ? cells[i][h] : "";
      const std::string space(widths[i] - std::min(widths[i], columns(cell)), ' ');
      const std::string inked = cell.empty() ? cell : this->ink(ink, cell);
      out += "  " + (grid.align[i] == Align::Right ? space + inked : inked + space);
    }
    line(out);
  }
}

/// Each record a small block, its first cell as title and its other cells named by the heading.
void Page::blocks_of(const Grid& grid) {
  const auto& heading = grid.rows[0];
  std::size_t widest = 0;
  for (std::size_t i = 1; i < heading.size(); ++i) {
    widest = std::max(widest, columns(heading[i]));
  }

  for (std::size_t r = 1; r < grid.rows.size(); ++r) {
    if (r > 1) {
      line();
    }
    const auto& row = grid.rows[r];
    say(row[0], Ink::Strong);
    for (std::size_t i = 1; i < row.size(); ++i) {
      if (!row[i].empty()) {
        line_of(heading[i], widest, row[i]);
      }
    }
  }
}

void Page::line_of(std::string_view name, std::size_t widest, std::string_view words) {
  paragraph("    " + ink(Ink::Faint, name) + std::string(widest - std::min(widest, columns(name)) + 2, ' '), words);
}

}  // namespace hisalary::output
