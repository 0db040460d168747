// SPDX-License-Identifier: MIT
#include "prose.hpp"

#include <algorithm>

namespace hisalary::cli {
namespace {

using enum Block::Kind;

Block block_of(std::string_view line) {
  if (line.starts_with("  ")) {
    return {.kind = Verbatim, .words = std::string(line) + "\n"};
  }
  const auto tab = line.find('\t');
  if (tab == std::string_view::npos) {
    return {.kind = Paragraph, .words = std::string(line)};
  }
  return {.kind = Item, .term = std::string(line.substr(0, tab)), .words = std::string(line.substr(tab + 1))};
}

/// How far the words of the items stand in.
std::size_t column_of_words(const std::vector<Block>& blocks) {
  std::size_t widest = 0;
  for (const Block& block : blocks) {
    widest = std::max(widest, block.term.size());
  }
  return widest + 2;
}

}  // namespace

std::vector<Block> blocks_of(std::string_view text) {
  std::vector<Block> blocks;
  bool fresh = true;  // the next line begins a block
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    if (line.empty()) {
      fresh = true;
      continue;
    }
    Block block = block_of(line);
    const bool goes_on = !fresh && block.kind != Item && blocks.back().kind == block.kind;
    fresh = false;
    if (!goes_on) {
      blocks.push_back(std::move(block));
    } else {
      blocks.back().words += (block.kind == Paragraph ? " " : "") + block.words;
    }
  }
  return blocks;
}

void show(output::Page& page, const std::vector<Block>& blocks) {
  const std::size_t column = column_of_words(blocks);
  const Block* before = nullptr;
  for (const Block& block : blocks) {
    const bool in_list = before != nullptr && before->kind == Item && block.kind == Item;
    if (before != nullptr && !in_list) {
      page.line();
    }
    before = &block;
    switch (block.kind) {
      case Paragraph: page.paragraph("", block.words); break;
      case Item: page.paragraph("  " + block.term + std::string(column - block.term.size(), ' '), block.words); break;
      case Verbatim: page.line(std::string_view(block.words).substr(0, block.words.size() - 1)); break;
    }
  }
}

}  // namespace hisalary::cli
