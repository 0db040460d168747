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

std::uint64_t Scanner::bit_of(const std::string& key) {
  const auto it = std::ranges::find(keys_, key);
  const auto index = static_cast<std::size_t>(it - keys_.begin());
  if (it == keys_.end()) {
    if (keys_.size() == most_keys) {
      return 0;
    }
    keys_.push_back(key);
  }
  return std::uint64_t{1} << index;
}

const Scanner::Member* Scanner::known(std::size_t index, const char* at, const char* end) const {
  if (index >= forms_.size()) {
    return nullptr;
  }
  const auto size = static_cast<std::size_t>(end - at);
  for (const Member& member : forms_[index]) {
    if (member.prefix.size() <= size && std::memcmp(at, member.prefix.data(), member.prefix.size()) == 0) {
      return &member;
    }
  }
  return nullptr;
}

const Scanner::Member* Scanner::learn(std::size_t index, const char* at, const char* end) {
  const char* const start = at;
  at = skip_blanks(at, end);
  if (at >= end || *at != (index == 0 ? '{' : ',')) {
    return nullptr;
  }
  at = skip_blanks(at + 1, end);
  if (at >= end || *at != '"') {
    return nullptr;
  }
  const char* const key_start = ++at;
  at = find_stop(at, end);
  if (at >= end || *at != '"') {
    return nullptr;
  }
  const std::string key(key_start, at);
  at = skip_blanks(at + 1, end);
  if (at >= end || *at != ':') {
    return nullptr;
  }
  at = skip_blanks(at + 1, end);
  Member member{std::string(start, at), 0, nothing, nothing};
  const std::size_t field = field_of(key);
  member.field = field < field_count ? field : nothing;
  const auto kept = std::ranges::find(keep_, key);
  member.keep = kept != keep_.end() ? static_cast<std::size_t>(kept - keep_.begin()) : nothing;
  // The two spellings of one field are one key.
  member.key = bit_of(member.field != nothing ? std::string(field_names[field]) : key);
  if (member.key == 0 || (member.field == nothing && member.keep == nothing && refuse_unknown_)) {
    return nullptr;
  }
  forms_.resize(std::max(forms_.size(), index + 1));
  auto& forms = forms_[index];
  if (forms.size() == most_forms) {
    forms.erase(forms.begin());
  }
  forms.push_back(std::move(member));
  return &forms.back();
}

const char* Scanner::value(const char* at, const char* end, const Member& member, Row& row) const {
  at = skip_blanks(at, end);
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
    if (!text.empty()) {
      row.set_field(member.field, text);
    }
  }
  if (member.keep != nothing) {
    row.keep(member.keep, {start, at});
  }
  return at;
}

bool Scanner::scan(std::string_view line, Row& row) {
  row.clear();
  const char* at = line.data();
  const char* const end = at + line.size();
  std::uint64_t keys = 0;
  for (std::size_t i = 0; i < most_members; ++i) {
    const Member* member = known(i, at, end);
    member = member != nullptr ? member : learn(i, at, end);
    if (member == nullptr || (keys & member->key) != 0) {
      return false;
    }
    keys |= member->key;
    at = value(at + member->prefix.size(), end, *member, row);
    if (at == nullptr) {
      return false;
    }
    const char* const next = skip_blanks(at, end);
    if (next >= end) {
      return false;
    }
    if (*next == '}') {
      at = skip_blanks(next + 1, end);
      return at == end || (*at == '\r' && at + 1 == end);
    }
  }
  return false;
}

}  // namespace hisalary::batch
