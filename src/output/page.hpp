// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hisalary::output {

/// What the reader's screen can do; decided in one place, by the terminal.
struct Screen {
  std::size_t width = 80;
  bool color = false;
  bool utf8 = true;
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

  /// A text in some ink, escape codes included when the screen has color.
  [[nodiscard]] std::string ink(Ink ink, std::string_view text) const;

  /// One line as it is, of parts that ink() gave or that are plain ASCII.
  void line(std::string_view text = {});

  /// Words wrapped at the width; the first line begins with `head` (of parts that ink() gave), the others with as many
  /// spaces. A word wider than the screen stays whole, so that an address can be copied.
  void paragraph(std::string_view head, std::string_view words, Ink ink = Ink::Plain);

  /// Rows in aligned columns, the first row a heading. A column whose bit is set in `right` is set to the right; the
  /// widest columns give way when the rows are wider than the screen.
  void table(const std::vector<std::vector<std::string>>& rows, unsigned right = 0);

  /// Whether these rows read well in table(): the widest column alone gives way, to no more than about two lines a row.
  [[nodiscard]] bool suits_table(const std::vector<std::vector<std::string>>& rows) const;

  /// The same rows for a narrow screen: each a small block, its first cell as title and its other cells named by the
  /// heading.
  void blocks(const std::vector<std::vector<std::string>>& rows);

  /// As table(); on a narrow screen that the rows do not suit, as blocks().
  void table_or_blocks(const std::vector<std::vector<std::string>>& rows, unsigned right = 0);

  /// "    name  words", the names of a block padded to `widest`.
  void line_of(std::string_view name, std::size_t widest, std::string_view words);

  [[nodiscard]] const std::string& text() const noexcept { return text_; }

 private:
  Screen screen_;
  std::string text_;
};

}  // namespace hisalary::output
