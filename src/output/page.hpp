// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "table.hpp"

namespace hisalary::output {

/// How an option is given where an answer is read: "--as-of" on a command line.
using Speller = std::string (*)(std::string_view option);

/// The name alone.
[[nodiscard]] std::string plain_name(std::string_view option);

/// What the reader's screen can do; decided in one place, by the terminal.
struct Screen {
  std::size_t width = 80;
  bool color = false;
  bool utf8 = true;
  Speller spelled = plain_name;
  bool read = true;    ///< whether anyone reads the page: a program takes the document
  bool exact = false;  ///< headlines to the dollar
};

enum class Ink { Plain, Strong, Faint, Accent };

/// Columns that a text takes: one a character.
[[nodiscard]] std::size_t columns(std::string_view text);

/// A text in lines of at most so many columns, broken at spaces; a longer word stays whole. No text is one empty line.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view words, std::size_t width);

/// Lines of text for a screen of some width. Text from outside is made printable on its way in.
class Page {
 public:
  explicit Page(const Screen& screen) : screen_(screen) {}

  [[nodiscard]] const Screen& screen() const noexcept { return screen_; }
  /// An option as its reader gives it.
  [[nodiscard]] std::string spelled(std::string_view option) const { return screen_.spelled(option); }

  /// A text in some ink, escape codes included when the screen has color.
  [[nodiscard]] std::string ink(Ink ink, std::string_view text) const;

  /// One line as it is, of parts that ink() gave or that are plain ASCII.
  void line(std::string_view text = {});

  /// Words wrapped at the width; the first line begins with `head` (of parts that ink() gave), the others with as many
  /// spaces. A word wider than the screen stays whole, so that an address can be copied.
  void paragraph(std::string_view head, std::string_view words, Ink ink = Ink::Plain);

  /// What the page is about, and an empty line.
  void title(std::string_view words);
  /// Words with a margin of two.
  void say(std::string_view words, Ink ink = Ink::Plain) { paragraph("  ", words, ink); }
  /// The same in the background: what explains a table or a figure.
  void aside(std::string_view words) { say(words, Ink::Faint); }
  /// "  caveat     words": labels take so many columns with their margins.
  void labelled(std::string_view label, std::string_view words, Ink ink = Ink::Plain);
  void labels_take(std::size_t columns) { label_columns_ = columns; }

  /// Records in aligned columns under a heading.
  void table(const Table& table);
  /// As table(), if it fits without giving way. Returns whether it does.
  bool table_if_it_fits(const Table& table);

  /// "    name  words", the names of a block padded to `widest`.
  void line_of(std::string_view name, std::size_t widest, std::string_view words);

  [[nodiscard]] const std::string& text() const noexcept { return text_; }

 private:
  void columns_of(const Grid& grid);
  void row_of(const std::vector<std::string>& row, const Grid& grid, const std::vector<std::size_t>& widths, Ink ink);
  void blocks_of(const Grid& grid);

  Screen screen_;
  std::string text_;
  std::size_t label_columns_ = 13;
};

}  // namespace hisalary::output
