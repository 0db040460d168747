// SPDX-License-Identifier: MIT
#include "phrases.hpp"

#include <algorithm>

#include "base/suggest.hpp"
#include "base/text.hpp"

namespace hisalary::query {
namespace {

constexpr std::size_t longest_phrase = 10;  // words
constexpr std::string_view between_words = " \t/()[]&+,;:-";

/// "as", "do" and "ma" are words too: as a degree they stand first, or in capital letters.
bool is_ambiguous(std::string_view word, bool first) {
  constexpr std::size_t abbreviation = 2;
  const auto capital = [](char c) { return (c >= 'A' && c <= 'Z') || c == '.'; };
  return !first && bare(word).size() <= abbreviation && !std::ranges::all_of(word, capital);
}

}  // namespace

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (true) {
    const std::size_t begin = text.find_first_not_of(between_words);
    if (begin == std::string_view::npos) {
      return words;
    }
    text.remove_prefix(begin);
    const std::size_t end = std::min(text.find_first_of(between_words), text.size());
    words.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
}

void Phrases::finish() {
  for (const auto& [name, row] : names_) {
    bare_.emplace_back(bare(name), row);
  }
  std::ranges::stable_sort(bare_, {}, &std::pair<std::string, std::size_t>::first);
  std::ranges::sort(fillers_);
}

std::size_t Phrases::look_up(std::string_view text) const {
  const std::string wanted = bare(text);
  const auto it = std::ranges::lower_bound(bare_, wanted, {}, &std::pair<std::string, std::size_t>::first);
  return it != bare_.end() && it->first == wanted ? it->second : no_row;
}

std::size_t Phrases::look_up_plural(std::string_view text) const {
  const std::size_t as_it_is = look_up(text);
  if (as_it_is != no_row || text.empty() || (text.back() != 's' && text.back() != 'S')) {
    return as_it_is;
  }
  const std::string_view without = text.substr(0, text.size() - 1);
  const std::size_t one = look_up(without);
  if (one != no_row || !lower(text).ends_with("ies")) {
    return one;
  }
  return look_up(std::string(text.substr(0, text.size() - 3)) + "y");
}

std::size_t Phrases::exact(std::string_view text) const { return look_up_plural(text); }

Phrases::Found Phrases::find(std::string_view text) const {
  Found found;
  const auto words = words_of(text);
  for (std::size_t at = 0; at < words.size();) {
    std::size_t length = std::min(longest_phrase, words.size() - at);
    std::size_t row = no_row;
    for (; length > 0; --length) {
      const auto& last = words[at + length - 1];
      const std::string_view phrase(words[at].data(),
                                    static_cast<std::size_t>(last.data() + last.size() - words[at].data()));
      row = length == 1 && is_ambiguous(phrase, at == 0) ? no_row : look_up_plural(phrase);
      if (row != no_row) {
        break;
      }
    }
    if (row != no_row && std::ranges::find(found.rows, row) == found.rows.end()) {
      found.rows.push_back(row);
    }
    const std::string word = bare(words[at]);
    found.alternatives = found.alternatives || word == "or";
    if (row == no_row && word != "or" && !word.empty() && !std::ranges::binary_search(fillers_, word)) {
      found.unknown.push_back(words[at]);
    }
    at += std::max<std::size_t>(length, 1);
  }
  return found;
}

std::vector<std::string_view> Phrases::names() const {
  std::vector<std::string_view> out;
  for (const auto& [name, row] : names_) {
    out.emplace_back(name);
  }
  return out;
}

}  // namespace hisalary::query
