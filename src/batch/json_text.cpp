// SPDX-License-Identifier: MIT
#include "json_text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace hisalary::batch {
namespace {

constexpr std::size_t unicode_size = 6;  // \uXXXX
constexpr unsigned not_a_digit = 0x10000;

/// What an escape of two bytes stands for; 0 where there is none.
constexpr char meant_by(char letter) noexcept {
  switch (letter) {
    case '"':
    case '\\':
    case '/': return letter;
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    default: return '\0';
  }
}

constexpr unsigned digit_of(char c) noexcept {
  if (c >= '0' && c <= '9') {
    return static_cast<unsigned>(c - '0');
  }
  const char small = static_cast<char>(c | 0x20);
  return small >= 'a' && small <= 'f' ? static_cast<unsigned>(small - 'a' + 10) : not_a_digit;
}

/// The number of four hexadecimal digits; `not_a_digit` or more when they are none.
unsigned four_digits(const char* at) noexcept {
  unsigned value = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    const unsigned digit = digit_of(at[i]);
    if (digit == not_a_digit) {
      return not_a_digit;
    }
    value = value << 4U | digit;
  }
  return value;
}

constexpr bool is_first_half(unsigned code) noexcept { return code >= 0xd800 && code < 0xdc00; }
constexpr bool is_second_half(unsigned code) noexcept { return code >= 0xdc00 && code < 0xe000; }

char* put_utf8(std::uint32_t code, char* out) noexcept {
  const auto put = [&](std::uint32_t byte) { *out++ = static_cast<char>(byte); };
  const auto put_rest = [&](unsigned shift) { put(0x80U | (code >> shift & 0x3fU)); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xc0U | code >> 6U);
    put_rest(0);
  } else if (code < 0x10000) {
    put(0xe0U | code >> 12U);
    put_rest(6);
    put_rest(0);
  } else {
    put(0xf0U | code >> 18U);
    put_rest(12);
    put_rest(6);
    put_rest(0);
  }
  return out;
}

/// Writes what the escape at `at` stands for, and moves `at` behind it.
char* put_escape(const char*& at, char* out) noexcept {
  if (at[1] != 'u') {
    *out = meant_by(at[1]);
    at += 2;
    return out + 1;
  }
  std::uint32_t code = four_digits(at + 2);
  at += unicode_size;
  if (is_first_half(code)) {
    code = 0x10000 + ((code - 0xd800) << 10U) + (four_digits(at + 2) - 0xdc00);
    at += unicode_size;
  }
  return put_utf8(code, out);
}

}  // namespace

std::size_t escape_size(const char* at) noexcept {
  if (at[1] != 'u') {
    return meant_by(at[1]) != '\0' ? 2 : 0;
  }
  const unsigned code = four_digits(at + 2);
  if (code >= not_a_digit || is_second_half(code)) {
    return 0;
  }
  if (!is_first_half(code)) {
    return unicode_size;
  }
  const char* const second = at + unicode_size;
  return second[0] == '\\' && second[1] == 'u' && is_second_half(four_digits(second + 2)) ? 2 * unicode_size : 0;
}

char* decode(std::string_view text, char* out) noexcept {
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at < end) {
    const void* const found = std::memchr(at, '\\', static_cast<std::size_t>(end - at));
    const char* const stop = found != nullptr ? static_cast<const char*>(found) : end;
    std::memcpy(out, at, static_cast<std::size_t>(stop - at));
    out += stop - at;
    at = stop;
    if (at < end) {
      out = put_escape(at, out);
    }
  }
  return out;
}

std::string decoded(std::string_view text) {
  std::string out(text.size(), '\0');
  out.resize(static_cast<std::size_t>(decode(text, out.data()) - out.data()));
  return out;
}

void append_quoted(std::string& out, std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  constexpr std::array<std::string_view, 7> short_escapes{"\"\"", "\\\\", "\bb", "\ff", "\nn", "\rr", "\tt"};
  out += '"';
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= ' ' && c != '"' && c != '\\') {
      out += c;
      continue;
    }
    out += '\\';
    const auto* const known = std::find_if(short_escapes.begin(), short_escapes.end(),
                                           [c](std::string_view escape) { return escape[0] == c; });
    if (known != short_escapes.end()) {
      out += (*known)[1];
    } else {
      out += "u00";
      out += digits[static_cast<unsigned char>(c) >> 4U];
      out += digits[static_cast<unsigned char>(c) & 0xfU];
    }
  }
  out += '"';
}

}  // namespace hisalary::batch
