// SPDX-License-Identifier: MIT
#pragma once

/// How a PlaceIndex is laid out in bytes: shared by what builds it and what reads it. Numbers are little-endian.
///
///   pairs     (area, state) of 2 bytes each: the pairs that other parts name by their number
///   names     for each name: letters shared with the one before, letters of its own (1 byte each), those letters,
///             count of entries (varint); for each entry: kind (1), pair (2), value (varint), and for counties the last
///             three digits of the code (2). Names stand in the order of their keys; every 16 begin afresh.
///   blocks    for each 16 names: the first eight letters of the first key, where the names begin (4)
///   zips      for each prefix of three digits: number of its first run (2), and one more; then 13 bytes each with a
///   bit
///             for each ZIP that is listed; then the runs: first last-two-digits (1), pair (2)
///   splits    in order: ZIP (3), thousandths of its people in its area (2), the other area (2)
///   counties  in order: code (3), pair (2), number of its name (2), its letters (4), their count (1)
///   hints     for each name that is worth suggesting: number of the name (2), its letters (4), their count (1); in the
///             order of that count

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace hisalary::data::layout {

inline constexpr std::size_t names_in_block = 16;
inline constexpr std::size_t head_letters = 8;
inline constexpr std::size_t block_bytes = head_letters + 4;
inline constexpr std::size_t pair_bytes = 4;
inline constexpr std::size_t prefixes = 1000;
inline constexpr std::size_t zips_in_prefix = 100;
inline constexpr std::size_t listed_bytes = 13;
inline constexpr std::size_t runs_start = 2 * (prefixes + 1) + listed_bytes * prefixes;
inline constexpr std::size_t run_bytes = 3;
inline constexpr std::size_t split_bytes = 7;
inline constexpr std::size_t county_bytes = 12;
inline constexpr std::size_t hint_bytes = 7;

/// A number of so many bytes. Written out for compilers to make one load of it.
template <std::size_t Bytes> [[nodiscard]] std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  const char* const first = bytes.data() + at;
  return [first]<std::size_t... I>(std::index_sequence<I...>) {
    return ((std::uint32_t{static_cast<unsigned char>(first[I])} << (8 * I)) | ...);
  }
  (std::make_index_sequence<Bytes>());
}

template <std::size_t Bytes> void append(auto& out, std::size_t value) {
  for (std::size_t i = 0; i < Bytes; ++i) {
    out += static_cast<char>(value >> (8 * i) & 0xffU);
  }
}

inline void append_varint(auto& out, std::size_t value) {
  for (; value >= 0x80; value >>= 7U) {
    out += static_cast<char>((value & 0x7fU) | 0x80U);
  }
  out += static_cast<char>(value);
}

[[nodiscard]] inline std::uint32_t varint_at(std::string_view bytes, std::size_t& at) {
  std::uint32_t value = 0;
  for (unsigned shift = 0;; shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes[at++]);
    value |= std::uint32_t{byte & 0x7fU} << shift;
    if (byte < 0x80) {
      return value;
    }
  }
}

/// The first letters of a key as a number that orders as they do.
[[nodiscard]] inline std::uint64_t head_of(std::string_view key) {
  std::uint64_t head = 0;
  for (std::size_t i = 0; i < head_letters; ++i) {
    head = head << 8U | (i < key.size() ? static_cast<unsigned char>(key[i]) : 0U);
  }
  return head;
}

}  // namespace hisalary::data::layout
