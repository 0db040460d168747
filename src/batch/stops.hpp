// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace hisalary::batch {

#ifdef __SSE2__
using Sixteen = __m128i;

[[nodiscard]] inline Sixteen sixteen_at(const char* at) {
  Sixteen bytes;
  std::memcpy(&bytes, at, sizeof bytes);
  return bytes;
}

[[nodiscard]] inline Sixteen equal(Sixteen bytes, char c) { return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c)); }
/// Bytes count as signed: those outside ASCII are below zero.
[[nodiscard]] inline Sixteen less(Sixteen bytes, char c) { return _mm_cmplt_epi8(bytes, _mm_set1_epi8(c)); }
[[nodiscard]] inline Sixteen more(Sixteen bytes, char c) { return _mm_cmpgt_epi8(bytes, _mm_set1_epi8(c)); }
[[nodiscard]] inline Sixteen either(Sixteen a, Sixteen b) { return _mm_or_si128(a, b); }

/// The first of the bytes that `stops` marks, sixteen at a time. There must be one, and sixteen bytes after it must be
/// readable.
template <class Stops> [[nodiscard]] const char* find_first(const char* at, Stops&& stops) {
  for (;; at += sizeof(Sixteen)) {
    const auto found = static_cast<unsigned>(_mm_movemask_epi8(stops(sixteen_at(at))));
    if (found != 0) {
      return at + std::countr_zero(found);
    }
  }
}

/// How often a character stands in some bytes. Counts of up to 255 fit a byte, which lets sixteen run side by side.
[[nodiscard]] inline std::uint64_t count(const char* at, const char* end, char c) {
  constexpr std::ptrdiff_t run = 255 * sizeof(Sixteen);
  std::array<std::uint64_t, 2> sums{};
  while (end - at >= static_cast<std::ptrdiff_t>(sizeof(Sixteen))) {
    const char* const run_end = at + std::min(run, (end - at) / static_cast<std::ptrdiff_t>(sizeof(Sixteen)) *
                                                       static_cast<std::ptrdiff_t>(sizeof(Sixteen)));
    Sixteen counts = _mm_setzero_si128();
    for (; at != run_end; at += sizeof(Sixteen)) {
      counts = _mm_sub_epi8(counts, equal(sixteen_at(at), c));
    }
    const Sixteen halves = _mm_sad_epu8(counts, _mm_setzero_si128());
    std::array<std::uint64_t, 2> both{};
    std::memcpy(both.data(), &halves, sizeof halves);
    sums[0] += both[0];
    sums[1] += both[1];
  }
  return sums[0] + sums[1] + static_cast<std::uint64_t>(std::count(at, end, c));
}
#else
[[nodiscard]] inline bool equal(char byte, char c) { return byte == c; }
[[nodiscard]] inline bool less(char byte, char c) { return static_cast<signed char>(byte) < c; }
[[nodiscard]] inline bool more(char byte, char c) { return static_cast<signed char>(byte) > c; }
[[nodiscard]] inline bool either(bool a, bool b) { return a || b; }

template <class Stops> [[nodiscard]] const char* find_first(const char* at, Stops&& stops) {
  while (!stops(*at)) {
    ++at;
  }
  return at;
}

[[nodiscard]] inline std::uint64_t count(const char* at, const char* end, char c) {
  return static_cast<std::uint64_t>(std::count(at, end, c));
}
#endif

// Zeros behind the end of a text end all of the following.

/// What ends plain JSON text: a quote, a backslash, a control character, a byte outside ASCII.
[[nodiscard]] inline const char* find_stop(const char* at) {
  return find_first(at,
                    [](auto bytes) { return either(either(equal(bytes, '"'), equal(bytes, '\\')), less(bytes, ' ')); });
}

/// What ends a row of digits.
[[nodiscard]] inline const char* find_no_digit(const char* at) {
  return find_first(at, [](auto bytes) { return either(less(bytes, '0'), more(bytes, '9')); });
}

/// What ends a plain CSV cell, or is no part of one: the delimiter, a line end, a quote, a zero, a byte outside ASCII.
[[nodiscard]] inline const char* find_cell_end(const char* at, char delimiter) {
  return find_first(at, [=](auto bytes) {
    const auto cell = either(equal(bytes, delimiter), equal(bytes, '"'));
    return either(either(cell, less(bytes, '\1')), either(equal(bytes, '\n'), equal(bytes, '\r')));
  });
}

}  // namespace hisalary::batch
