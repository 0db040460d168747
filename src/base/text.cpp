// SPDX-License-Identifier: MIT
#include "text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "suggest.hpp"

namespace hisalary {
namespace {

constexpr std::size_t longest_shown = 60;

/// Length in bytes of the well-formed UTF-8 sequence at the front; 0 when there is none, or when it is a control
/// character.
std::size_t printable_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const auto first = byte(0);
  if (first < 0x80) {
    return first >= 0x20 && first != 0x7f ? 1 : 0;
  }
  std::size_t length = 0;
  if (first >= 0xc2 && first < 0xf5) {
    length = 2U + (first >= 0xe0 ? 1U : 0U) + (first >= 0xf0 ? 1U : 0U);
  }
  std::uint32_t code = first & (0xffU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xc0U) != 0x80U) {
      return 0;
    }
    code = code << 6U | (byte(i) & 0x3fU);
  }
  constexpr std::array<std::uint32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = code >= 0xd800 && code < 0xe000;
  const bool control = code < 0xa0;  // C1
  const bool direction = (code >= 0x200b && code <= 0x200f) || (code >= 0x2028 && code <= 0x202e) ||
                         (code >= 0x2066 && code <= 0x2069) || code == 0xfeff;
  return length == 0 || code < least[length] || surrogate || control || direction || code > 0x10ffff ? 0 : length;
}

/// Accented letters of American place names and the letters that people type for them.
constexpr std::array<std::pair<std::string_view, char>, 14> accents{{{"\u00e1", 'a'},
                                                                     {"\u00e9", 'e'},
                                                                     {"\u00ed", 'i'},
                                                                     {"\u00f1", 'n'},
                                                                     {"\u00f3", 'o'},
                                                                     {"\u00fa", 'u'},
                                                                     {"\u00fc", 'u'},
                                                                     {"\u00c1", 'A'},
                                                                     {"\u00c9", 'E'},
                                                                     {"\u00cd", 'I'},
                                                                     {"\u00d1", 'N'},
                                                                     {"\u00d3", 'O'},
                                                                     {"\u00da", 'U'},
                                                                     {"\u00dc", 'U'}}};

}  // namespace

std::string printable(std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  while (!text.empty()) {
    const std::size_t length = printable_length(text);
    if (length == 0) {
      const auto byte = static_cast<unsigned char>(text[0]);
      out += {'\\', 'x', digits[byte >> 4U], digits[byte & 0xfU]};
      text.remove_prefix(1);
    } else {
      out += text.substr(0, length);
      text.remove_prefix(length);
    }
  }
  return out;
}

bool is_printable(std::string_view text) {
  while (!text.empty()) {
    const std::size_t length = printable_length(text);
    if (length == 0) {
      return false;
    }
    text.remove_prefix(length);
  }
  return true;
}

std::string shown(std::string_view text) {
  std::size_t bytes = 0;
  for (std::size_t count = 0; bytes < text.size() && count < longest_shown; ++count) {
    bytes += std::max<std::size_t>(1, printable_length(text.substr(bytes)));
  }
  return "\"" + printable(text.substr(0, bytes)) + (bytes < text.size() ? "...\"" : "\"");
}

std::string bare(std::string_view text) {
  constexpr std::string_view other_marks = "\u2010\u2011\u2012\u2013\u2014\u2018\u2019\u201c\u201d\u00a0";
  const std::string small = lower(text);
  std::string out;
  for (std::size_t i = 0; i < small.size(); ++i) {
    const char c = small[i];
    const bool ascii = static_cast<unsigned char>(c) < 0x80;
    const std::size_t length =
        ascii ? 1 : std::max<std::size_t>(1, printable_length(std::string_view(small).substr(i)));
    if (ascii ? (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')
              : other_marks.find(std::string_view(small).substr(i, length)) == std::string_view::npos) {
      out.append(small, i, length);
    }
    i += length - 1;
  }
  return out;
}

std::string unaccented(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const bool ascii = static_cast<unsigned char>(text[0]) < 0x80;
    const auto accent =
        ascii ? accents.end()
              : std::ranges::find_if(accents, [&](const auto& pair) { return text.starts_with(pair.first); });
    out += accent != accents.end() ? accent->second : text[0];
    text.remove_prefix(accent != accents.end() ? accent->first.size() : 1);
  }
  return out;
}

std::string plain(std::string_view text) {
  std::string out;
  for (const char c : unaccented(text)) {
    if (c == ' ' || c == '\t') {
      if (!out.empty() && out.back() != ' ') {
        out += ' ';
      }
    } else {
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  if (!out.empty() && out.back() == ' ') {
    out.pop_back();
  }
  return out;
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  return first == std::string_view::npos ? std::string_view{}
                                         : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::string alternatives(const std::vector<std::string>& all, std::size_t most) {
  std::string out;
  for (std::size_t i = 0; i < all.size() && i < most; ++i) {
    const bool last = i + 1 == all.size();
    if (i > 0) {
      out += last ? " or " : ", ";
    }
    out += all[i];
  }
  return all.size() > most ? out + ", ..." : out;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& known,
                         const std::string& otherwise) {
  auto near = nearest(word, known);
  constexpr std::size_t least_prefix = 3;
  if (word.size() >= least_prefix) {
    std::vector<std::string_view> begin;
    std::ranges::copy_if(known, std::back_inserter(begin),
                         [&](std::string_view name) { return lower(name).starts_with(lower(word)); });
    near = begin.size() == 1 ? begin[0] : near;
  }
  return near.empty() ? otherwise : "did you mean " + std::string(near) + "? " + otherwise;
}

}  // namespace hisalary
