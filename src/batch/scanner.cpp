// SPDX-License-Identifier: MIT
#include "scanner.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

namespace hisalary::batch {
namespace {

constexpr std::uint64_t ones = 0x0101010101010101U;
constexpr std::uint64_t highs = 0x8080808080808080U;

/// High bits at the bytes that end plain text: a quote, a backslash, a control character, or anything outside ASCII. Bits above the
/// lowest one set may be wrong.
std::uint64_t stops(std::uint64_t x) {
  const auto zero = [](std::uint64_t v) { return (v - ones) & ~v; };
  constexpr std::uint64_t first_printable = 0x20;
  return (zero(x ^ ones * '"') | zero(x ^ ones * '\\') | (x - ones * first_printable) | x) & highs;
}

/// The first byte that ends plain text.
const char* find_stop(const char* at, const char* end) {
  if constexpr (std::endian::native == std::endian::little) {
    for (; at < end; at += sizeof(std::uint64_t)) {
      std::uint64_t word = 0;
      std::memcpy(&word, at, sizeof word);
      if (const std::uint64_t found = stops(word)) {
        return std::min(end, at + std::countr_zero(found) / 8);
      }
    }
    return end;
  }
  return std::find_if(at, end, [](char c) { return c == '"' || c == '\\' || static_cast<signed char>(c) < 0x20; });
}

const char* skip_blanks(const char* at, const char* end) {
  while (at < end && (*at == ' ' || *at == '\t')) {
    ++at;
  }
  return at;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The end of an ordinary number: digits without a leading zero, perhaps a sign and a fraction. Null when it is none.
const char* end_of_number(const char* at, const char* end) {
  at += at < end && *at == '-' ? 1 : 0;
  const char* const digits = at;
  while (at < end && is_digit(*at)) {
    ++at;
  }
  if (at == digits || (*digits == '0' && at > digits + 1)) {
    return nullptr;
  }
  if (at < end && *at == '.') {
    const char* const fraction = ++at;
    while (at < end && is_digit(*at)) {
      ++at;
    }
    return at == fraction ? nullptr : at;
  }
  return at;
}

bool takes_number(std::size_t field) {
  return field == static_cast<std::size_t>(Field::Years) || field == static_cast<std::size_t>(Field::Metro) || field == static_cast<std::size_t>(Field::County) ||
         field == static_cast<std::size_t>(Field::Release);
}

constexpr auto remote = static_cast<std::size_t>(Field::Remote);

}  // namespace

const char* Scanner::learn(const char* at, const char* end, bool first, Member& member) const {
  const char* const start = at;
  at = skip_blanks(at, end);
  if (at >= end || *at != (first ? '{' : ',')) {
    return nullptr;
  }
  at = skip_blanks(at + 1, end);
  if (at >= end || *at != '"') {
    return nullptr;
  }
  const char* const key = ++at;
  at = find_stop(at, end);
  if (at >= end || *at != '"') {
    return nullptr;
  }
  member.key.assign(key, at);
  at = skip_blanks(at + 1, end);
  if (at >= end || *at != ':') {
    return nullptr;
  }
  at = skip_blanks(at + 1, end);
  member.prefix.assign(start, at);
  const std::size_t field = field_of(member.key);
  member.field = field < field_count ? field : nothing;
  const auto kept = std::ranges::find(keep_, member.key);
  member.keep = kept != keep_.end() ? static_cast<std::size_t>(kept - keep_.begin()) : nothing;
  const bool unknown = member.field == nothing && member.keep == nothing;
  return unknown && refuse_unknown_ ? nullptr : at;
}

const char* Scanner::value(const char* at, const char* end, const Member& member, Row& row) const {
  if (at >= end) {
    return nullptr;
  }
  const char* const start = at;
  std::string_view text;
  bool is_text = false;
  bool is_number = false;
  const auto word = [&](std::string_view expected) { return std::string_view(at, std::min(expected.size(), static_cast<std::size_t>(end - at))) == expected; };
  if (*at == '"') {
    at = find_stop(at + 1, end);
    if (at >= end || *at != '"') {
      return nullptr;
    }
    text = {start + 1, at};
    is_text = true;
    ++at;
  } else if (word("null")) {
    at += 4;
  } else if (word("true") || word("false")) {
    at += *at == 't' ? 4 : 5;
    if (member.field != nothing && member.field != remote) {
      return nullptr;
    }
    text = {start, at};
  } else {
    at = end_of_number(at, end);
    if (at == nullptr) {
      return nullptr;
    }
    text = {start, at};
    is_number = true;
  }
  if (member.field != nothing) {
    const bool fits = text.empty() ? !is_text : is_number ? takes_number(member.field) : is_text != (member.field == remote);
    if (!fits) {
      return nullptr;
    }
    row.fields[member.field] = text;
  }
  if (member.keep != nothing) {
    row.kept[member.keep] = {start, at};
  }
  return at;
}

bool Scanner::seen_twice(std::size_t count) const {
  for (std::size_t i = 1; i < count; ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const bool same_field = shape_[i].field != nothing && shape_[i].field == shape_[j].field;
      if (same_field || shape_[i].key == shape_[j].key) {
        return true;
      }
    }
  }
  return false;
}

bool Scanner::scan(std::string_view line, Row& row) {
  row = Row{};
  const char* at = line.data();
  const char* const end = at + line.size();
  for (std::size_t i = 0; i < most_members; ++i) {
    const bool known = i < shape_.size() && shape_[i].prefix.size() <= static_cast<std::size_t>(end - at) &&
                       std::memcmp(at, shape_[i].prefix.data(), shape_[i].prefix.size()) == 0;
    if (known) {
      at += shape_[i].prefix.size();
    } else {
      shape_.resize(std::max(shape_.size(), i + 1));
      shape_checked_ = false;
      at = learn(at, end, i == 0, shape_[i]);
      if (at == nullptr) {
        shape_.resize(i);
        return false;
      }
    }
    at = value(at, end, shape_[i], row);
    if (at == nullptr) {
      return false;
    }
    if (at < end && *at == ',') {
      continue;
    }
    at = skip_blanks(at, end);
    if (at < end && *at == ',') {
      continue;
    }
    if (at >= end || *at != '}') {
      return false;
    }
    at = skip_blanks(at + 1, end);
    const bool whole = at == end || (*at == '\r' && at + 1 == end);
    if (!shape_checked_ && seen_twice(i + 1)) {
      shape_.clear();
      return false;
    }
    shape_checked_ = i + 1 == shape_.size();
    return whole;
  }
  return false;
}

}  // namespace hisalary::batch
