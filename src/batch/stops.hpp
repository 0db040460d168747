// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace hisalary::batch {

#ifdef __SSE2__
using Sixteen = __m128i;

[[nodiscard]] inline Sixteen equal(Sixteen bytes, char c) { return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c)); }
/// Bytes count as signed: those outside ASCII are below zero.
[[nodiscard]] inline Sixteen less(Sixteen bytes, char c) { return _mm_cmplt_epi8(bytes, _mm_set1_epi8(c)); }
[[nodiscard]] inline Sixteen either(Sixteen a, Sixteen b) { return _mm_or_si128(a, b); }

/// The first of the bytes that `stops` marks, sixteen at a time; `end` when there is none. Sixteen bytes after it must be readable.
template <class Stops> [[nodiscard]] const char* find_first(const char* at, const char* end, Stops&& stops) {
  for (; at < end; at += sizeof(Sixteen)) {
    const auto found = static_cast<unsigned>(_mm_movemask_epi8(stops(_mm_loadu_si128(reinterpret_cast<const Sixteen*>(at)))));
    if (found != 0) {
      return std::min(end, at + std::countr_zero(found));
    }
  }
  return end;
}
#else
[[nodiscard]] inline bool equal(char byte, char c) { return byte == c; }
[[nodiscard]] inline bool less(char byte, char c) { return static_cast<signed char>(byte) < c; }
[[nodiscard]] inline bool either(bool a, bool b) { return a || b; }

template <class Stops> [[nodiscard]] const char* find_first(const char* at, const char* end, Stops&& stops) {
  return std::find_if(at, end, stops);
}
#endif

/// What ends plain JSON text: a quote, a backslash, a control character, a byte outside ASCII.
[[nodiscard]] inline const char* find_stop(const char* at, const char* end) {
  return find_first(at, end, [](auto bytes) { return either(either(equal(bytes, '"'), equal(bytes, '\\')), less(bytes, ' ')); });
}

/// What ends a plain CSV cell, or is no part of one: the delimiter, a line end, a quote, a byte outside ASCII.
[[nodiscard]] inline const char* find_cell_end(const char* at, const char* end, char delimiter) {
  return find_first(at, end, [=](auto bytes) {
    const auto cell = either(equal(bytes, delimiter), equal(bytes, '"'));
    return either(either(cell, less(bytes, '\0')), either(equal(bytes, '\n'), equal(bytes, '\r')));
  });
}

}  // namespace hisalary::batch
