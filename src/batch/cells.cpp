// SPDX-License-Identifier: MIT
#include "cells.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace hisalary::batch {

/// Takes the cell at `at`, whose first byte is a quote. False when text stands behind the closing one.
bool Cells::take_quoted(const char*& at, const char* end) {
  const char* const start = at;
  bool doubled = false;
  for (++at; at < end && !(*at == '"' && (at + 1 == end || at[1] != '"')); ++at) {
    if (*at == '"') {
      doubled = true;
      ++at;
    }
  }
  std::string_view text(start + 1, at);
  at = std::min(end, at + 1);
  if (doubled) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
      plain += text[i];
      i += text[i] == '"' ? 1U : 0U;
    }
    text = keep_padded(texts_, std::move(plain));
  }
  cells_.push_back({text, {start, at}});
  bool sound = true;
  while (at < end && *at != delimiter_ && *at != '\n') {
    sound = sound && *at == '\r' && (at + 1 == end || at[1] == '\n');
    ++at;
  }
  return sound;
}

void Cells::take_plain(const char*& at, const char* end) {
  const char* const start = at;
  while (at < end && *at != delimiter_ && *at != '\n') {
    ++at;
  }
  const bool carriage_return = at > start && at[-1] == '\r' && (at == end || *at == '\n');
  const std::string_view text(start, at - (carriage_return ? 1 : 0));
  cells_.push_back({text, text});
}

bool Cells::take(std::string_view& rest) {
  cells_.clear();
  texts_.clear();
  bool sound = true;
  const char* at = rest.data();
  const char* const end = at + rest.size();
  while (true) {
    if (at < end && *at == '"') {
      sound = take_quoted(at, end) && sound;
    } else {
      take_plain(at, end);
    }
    if (at >= end || *at == '\n') {
      rest.remove_prefix(static_cast<std::size_t>(std::min(end, at + 1) - rest.data()));
      return sound;
    }
    ++at;
  }
}

bool is_utf8(std::string_view bytes) {
  constexpr std::uint64_t highs = 0x8080808080808080U;
  std::size_t i = 0;
  while (i < bytes.size()) {
    for (std::uint64_t word = 0; i + sizeof word <= bytes.size(); i += sizeof word) {
      std::memcpy(&word, bytes.data() + i, sizeof word);
      if ((word & highs) != 0) {
        break;
      }
    }
    if (i == bytes.size()) {
      break;
    }
    const auto byte = [&](std::size_t k) {
      return i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U;
    };
    const auto first = byte(0);
    if (first < 0x80) {
      ++i;
      continue;
    }
    const std::size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4) {
      return false;
    }
    std::uint32_t code = length == 2 ? first & 0x1fU : length == 3 ? first & 0x0fU : first & 0x07U;
    for (std::size_t k = 1; k < length; ++k) {
      if ((byte(k) & 0xc0U) != 0x80U) {
        return false;
      }
      code = code << 6U | (byte(k) & 0x3fU);
    }
    if ((length == 3 && (code < 0x800 || (code >= 0xd800 && code < 0xe000))) ||
        (length == 4 && (code < 0x10000 || code > 0x10ffff))) {
      return false;
    }
    i += length;
  }
  return true;
}

}  // namespace hisalary::batch
