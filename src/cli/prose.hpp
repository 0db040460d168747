// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "output/page.hpp"

namespace hisalary::cli {

/// A piece of a text that both the help and the manual show.
struct Block {
  enum class Kind { Paragraph, Item, Verbatim } kind = Kind::Paragraph;
  std::string term = {};  ///< of an item
  std::string words;      ///< of verbatim text its lines, each with its margin and its end
};

/// Reads texts like those of topics.cpp: a line with a margin is shown as it is; one with a tab is an item, its term
/// before the tab; the others make paragraphs, with empty lines between.
[[nodiscard]] std::vector<Block> blocks_of(std::string_view text);

/// Items in aligned columns, everything no wider than the screen.
void show(output::Page& page, const std::vector<Block>& blocks);

}  // namespace hisalary::cli
