// SPDX-License-Identifier: MIT
#include "utf8.hpp"

#include <cstdint>
#include <cstring>

namespace hisalary {
namespace {

/// The first byte at or behind `at` that is not ASCII.
std::size_t skip_ascii(std::string_view bytes, std::size_t at) noexcept {
  constexpr std::uint64_t highs = 0x8080808080808080U;
  for (std::uint64_t word = 0; at + sizeof word <= bytes.size(); at += sizeof word) {
    std::memcpy(&word, bytes.data() + at, sizeof word);
    if ((word & highs) != 0) {
      break;
    }
  }
  while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80) {
    ++at;
  }
  return at;
}

}  // namespace

std::size_t utf8_length(std::string_view text) noexcept {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const auto continues = [&](std::size_t i) { return (byte(i) & 0xc0U) == 0x80U; };
  const unsigned first = byte(0);
  const unsigned second = byte(1);

  if (first < 0x80) {
    return 1;
  }
  if (first < 0xc2 || first > 0xf4 || !continues(1)) {
    return 0;
  }
  if (first < 0xe0) {
    return 2;
  }

  // Neither longer than needed, nor half of a surrogate pair, nor beyond the last character.
  if ((first == 0xe0 && second < 0xa0) || (first == 0xed && second >= 0xa0) || (first == 0xf0 && second < 0x90) ||
      (first == 0xf4 && second >= 0x90) || !continues(2)) {
    return 0;
  }
  if (first < 0xf0) {
    return 3;
  }
  return continues(3) ? 4 : 0;
}

bool is_utf8(std::string_view bytes) noexcept {
  for (std::size_t at = skip_ascii(bytes, 0); at < bytes.size(); at = skip_ascii(bytes, at)) {
    const std::size_t length = utf8_length(bytes.substr(at));
    if (length == 0) {
      return false;
    }
    at += length;
  }
  return true;
}

}  // namespace hisalary
