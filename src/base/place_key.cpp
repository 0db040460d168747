// SPDX-License-Identifier: MIT
#include "place_key.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "text.hpp"

namespace hisalary {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> shortened{
    {{"saint", "st"}, {"sainte", "ste"}, {"fort", "ft"}, {"mount", "mt"}}};

/// Marks outside ASCII: those that fall out of a word (curly apostrophes, the Hawaiian okina), and dashes.
constexpr std::array<std::string_view, 3> apostrophes{"\u2018", "\u2019", "\u02bb"};
constexpr std::array<std::string_view, 5> dashes{"\u2010", "\u2011", "\u2012", "\u2013", "\u2014"};
constexpr std::array<std::string_view, 3> blanks{"\u00a0", "\u2009", "\u202f"};

bool is_ascii(std::string_view text) {
  constexpr unsigned char most = 0x7f;
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) <= most; });
}

std::string_view mark_at(std::string_view text, const auto& marks) {
  for (const std::string_view mark : marks) {
    if (text.starts_with(mark)) {
      return mark;
    }
  }
  return {};
}

/// ASCII with the same words.
std::string ascii_of(std::string_view text) {
  std::string out;
  for (std::string_view rest = text; !rest.empty();) {
    std::string_view mark = mark_at(rest, apostrophes);
    if (mark.empty() && !(mark = mark_at(rest, dashes)).empty()) {
      out += '-';
    } else if (mark.empty() && !(mark = mark_at(rest, blanks)).empty()) {
      out += ' ';
    } else if (mark.empty()) {
      out += rest[0];
    }
    rest.remove_prefix(std::max<std::size_t>(1, mark.size()));
  }
  return unaccented(out);
}

/// Of the marks between two words, the one that says most.
char stronger(char a, char b) {
  constexpr std::string_view by_strength = " -/,";
  return by_strength.find(b) != std::string_view::npos && by_strength.find(b) > by_strength.find(a) ? b : a;
}

void shorten(std::string& out, std::size_t start) {
  const std::string_view word = std::string_view(out).substr(start);
  if (word.size() < 4 || word.size() > 6) {
    return;
  }
  for (const auto& [full, brief] : shortened) {
    if (word == full) {
      out.replace(start, word.size(), brief);
      return;
    }
  }
}

/// Appends the letters of each word to `out` and calls word(start, mark before) at its end.
void scan(std::string_view text, std::string& out, auto&& word) {
  std::size_t start = out.size();
  char before = ' ';
  const auto finish = [&] {
    if (out.size() > start) {
      shorten(out, start);
      word(start, before);
      start = out.size();
      before = ' ';
    }
  };
  for (const char c : text) {
    // Letters of other alphabets stay as they are: no place here has them.
    const bool other = static_cast<unsigned char>(c) >= 0x80;
    if (other || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      out += c;
    } else if (c >= 'A' && c <= 'Z') {
      out += static_cast<char>(c - 'A' + 'a');
    } else if (c != '.' && c != '\'' && c != '`') {
      finish();
      before = stronger(before, c);
      if (c == '&') {
        out += "and";
        finish();
      }
    }
  }
  finish();
}

}  // namespace

std::vector<PlaceWord> place_words(std::string_view text) {
  std::vector<PlaceWord> words;
  std::string letters;
  const auto keep = [&](std::size_t start, char before) { words.push_back({letters.substr(start), before}); };
  scan(is_ascii(text) ? text : ascii_of(text), letters, keep);
  return words;
}

void place_key(std::string_view text, std::string& out) {
  out.clear();
  const auto nothing = [](std::size_t, char) {};
  if (is_ascii(text)) {
    scan(text, out, nothing);
  } else {
    scan(ascii_of(text), out, nothing);
  }
}

std::string place_key(std::string_view text) {
  std::string out;
  place_key(text, out);
  return out;
}

}  // namespace hisalary
