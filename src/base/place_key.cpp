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

/// The letters of a word, from `start` up to `end`, in their short form; gives its end.
char* shorten(char* start, char* end) {
  constexpr std::ptrdiff_t shortest = 4;
  constexpr std::ptrdiff_t longest = 6;
  if (end - start < shortest || end - start > longest) {
    return end;
  }
  const std::string_view word(start, end);
  for (const auto& [full, brief] : shortened) {
    if (word == full) {
      return std::ranges::copy(brief, start).out;
    }
  }
  return end;
}

constexpr char divides = 0;
constexpr char falls_out = 1;

/// What a byte becomes in a key: a letter or digit, or one of the two above. Letters of other alphabets stay as they
/// are: no place here has them.
constexpr auto key_bytes = [] {
  std::array<char, 256> table{};
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto c = static_cast<char>(i);
    const bool stays = i >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    const bool upper = c >= 'A' && c <= 'Z';
    table[i] = stays ? c : divides;
    table[i] = upper ? static_cast<char>(c - 'A' + 'a') : table[i];
  }
  for (const char c : {'.', '\'', '`'}) {
    table[static_cast<unsigned char>(c)] = falls_out;
  }
  return table;
}();

/// Writes the letters of each word into `out`, one word behind the other, and calls word(letters, mark before) at the
/// end of each.
void scan(std::string_view text, std::string& out, auto&& word) {
  constexpr std::string_view ampersand = "and";
  out.resize(ampersand.size() * text.size());
  char* end = out.data();
  char* start = end;
  char before = ' ';
  const auto finish = [&] {
    if (end > start) {
      end = shorten(start, end);
      word(std::string_view(start, end), before);
      start = end;
      before = ' ';
    }
  };
  for (const char c : text) {
    const char letter = key_bytes[static_cast<unsigned char>(c)];
    if (letter == divides) {
      finish();
      before = stronger(before, c);
      if (c == '&') {
        end = std::ranges::copy(ampersand, end).out;
        finish();
      }
    } else if (letter != falls_out) {
      *end++ = letter;
    }
  }
  finish();
  out.resize(static_cast<std::size_t>(end - out.data()));
}

}  // namespace

std::vector<PlaceWord> place_words(std::string_view text) {
  std::vector<PlaceWord> words;
  std::string letters;
  const auto keep = [&](std::string_view word, char before) { words.push_back({std::string(word), before}); };
  scan(is_ascii(text) ? text : ascii_of(text), letters, keep);
  return words;
}

void place_key(std::string_view text, std::string& out) {
  const auto nothing = [](std::string_view, char) {};
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
