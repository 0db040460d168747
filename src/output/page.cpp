// SPDX-License-Identifier: MIT
#include "page.hpp"

#include <algorithm>

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

std::vector<std::size_t> widths_of(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths(rows[0].size());
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], columns(row[i]));
    }
  }
  return widths;
}

/// With two spaces before each column.
std::size_t total_of(const std::vector<std::size_t>& widths) {
  std::size_t total = 0;
  for (const std::size_t width : widths) {
    total += width + 2;
  }
  return total;
}

}  // namespace

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

void Page::table(const std::vector<std::vector<std::string>>& rows, unsigned right) {
  if (rows.empty()) {
    return;
  }
  std::vector<std::size_t> widths = widths_of(rows);
  constexpr std::size_t narrowest = 6;
  for (std::size_t total = total_of(widths); total > screen_.width; --total) {
    auto& widest = *std::ranges::max_element(widths);
    if (widest <= narrowest) {
      break;
    }
    --widest;
  }
  for (std::size_t r = 0; r < rows.size(); ++r) {
    std::vector<std::vector<std::string>> cells;
    std::size_t height = 1;
    for (std::size_t i = 0; i < rows[r].size(); ++i) {
      cells.push_back(wrapped(broken(for_screen(rows[r][i], screen_.utf8), widths[i]), widths[i]));
      height = std::max(height, cells.back().size());
    }
    for (std::size_t h = 0; h < height; ++h) {
      std::string out;
      for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::string cell = h < cells[i].size() ? cells[i][h] : "";
        const std::string space(widths[i] > columns(cell) ? widths[i] - columns(cell) : 0, ' ');
        const Ink ink = r == 0 ? Ink::Faint : Ink::Plain;
        const std::string inked = cell.empty() ? cell : this->ink(ink, cell);
        out += "  " + ((right >> i & 1U) != 0 ? space + inked : inked + space);
      }
      line(out);
    }
  }
}

bool Page::suits_table(const std::vector<std::vector<std::string>>& rows) const {
  if (rows.empty()) {
    return true;
  }
  constexpr std::size_t narrowest = 18;
  constexpr std::size_t most_lines = 2;
  const auto widths = widths_of(rows);
  const std::size_t total = total_of(widths);
  if (total <= screen_.width) {
    return true;
  }
  const auto widest = std::ranges::max_element(widths);
  const auto column = static_cast<std::size_t>(widest - widths.begin());
  const std::size_t left = *widest - std::min(*widest, total - screen_.width);
  std::size_t used = 0;
  for (const auto& row : rows) {
    used += columns(row[column]);
  }
  return left >= narrowest && used <= most_lines * left * rows.size();
}

void Page::table_or_blocks(const std::vector<std::vector<std::string>>& rows, unsigned right) {
  constexpr std::size_t narrow = 60;
  if (screen_.width >= narrow || suits_table(rows)) {
    table(rows, right);
  } else {
    blocks(rows);
  }
}

void Page::blocks(const std::vector<std::vector<std::string>>& rows) {
  std::size_t widest = 0;
  for (std::size_t i = 1; !rows.empty() && i < rows[0].size(); ++i) {
    widest = std::max(widest, columns(rows[0][i]));
  }
  for (std::size_t r = 1; r < rows.size(); ++r) {
    if (r > 1) {
      line();
    }
    paragraph("  ", rows[r][0], Ink::Strong);
    for (std::size_t i = 1; i < rows[r].size(); ++i) {
      if (!rows[r][i].empty()) {
        line_of(rows[0][i], widest, rows[r][i]);
      }
    }
  }
}

void Page::line_of(std::string_view name, std::size_t widest, std::string_view words) {
  paragraph("    " + ink(Ink::Faint, name) + std::string(widest - std::min(widest, columns(name)) + 2, ' '), words);
}

}  // namespace hisalary::output
