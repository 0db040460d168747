// SPDX-License-Identifier: MIT
#include "scanner.hpp"

#include <algorithm>
#include <cstring>

#include "cells.hpp"
#include "stops.hpp"

namespace hisalary::batch {
namespace {

/// The bytes of an escape; 0 when it is none, or one half of a pair (the judge reads those).
std::ptrdiff_t escape_size(const char* at, const char* end) {
  constexpr std::ptrdiff_t unicode = 6;
  const std::string_view rest(at + 1, end);
  if (!rest.starts_with('u')) {
    return !rest.empty() && std::string_view("\"\\/bfnrt").find(rest[0]) != std::string_view::npos ? 2 : 0;
  }
  const std::string_view digits = rest.substr(1, 4);
  const bool hexadecimal = digits.size() == 4 && digits.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
  return hexadecimal && digits[0] != 'd' && digits[0] != 'D' ? unicode : 0;
}

/// The closing quote of a text that is only handed back or passed over: escapes and UTF-8 may stand in it. Null when it is not
/// plain all the same.
const char* find_quote(const char* at, const char* end) {
  const char* const start = at;
  bool ascii = true;
  for (at = find_stop(at, end); at < end && *at != '"'; at = find_stop(at, end)) {
    if (const std::ptrdiff_t size = *at == '\\' ? escape_size(at, end) : 0) {
      at += size;
    } else if (static_cast<signed char>(*at) < 0) {
      ascii = false;
      ++at;
    } else {
      return nullptr;
    }
  }
  return at < end && (ascii || is_utf8({start, at})) ? at : nullptr;
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
  const auto it = std::ranges::find_if(forms_[index], [&](const Member& member) { return member.begins(at, end); });
  return it != forms_[index].end() ? &*it : nullptr;
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
  Member member;
  member.prefix.assign(start, at);
  constexpr std::array<unsigned char, sizeof member.mask> all = [] {
    std::array<unsigned char, sizeof member.mask> bytes{};
    bytes.fill(0xff);
    return bytes;
  }();
  std::memcpy(member.head.data(), start, std::min(member.prefix.size(), sizeof member.head));
  std::memcpy(member.mask.data(), all.data(), std::min(member.prefix.size(), sizeof member.mask));
  const std::size_t field = field_of(key);
  member.field = field < field_count ? field : nothing;
  const auto kept = std::ranges::find(keep_, key);
  member.keep = kept != keep_.end() ? static_cast<std::size_t>(kept - keep_.begin()) : nothing;
  member.takes_number = member.field == nothing || may_be_number(field);
  member.takes_text = member.field != remote;
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

const char* Scanner::value(const char* at, const char* end, const Member& member, Row& row) {
  const char* const start = at;
  const char* text = at;
  const char* stop = at;
  if (*at == '"' && member.takes_text) {
    ++text;
    stop = find_stop(text, end);
    if (stop == text || stop >= end || *stop != '"') {
      return other_value(at, end, member, row);
    }
    at = stop + 1;
  } else if (is_digit(*at) && member.takes_number) {
    while (is_digit(*stop)) {
      ++stop;
    }
    if (*stop == '.' || (*text == '0' && stop != text + 1)) {
      return other_value(at, end, member, row);
    }
    at = stop;
  } else {
    return other_value(skip_blanks(at, end), end, member, row);
  }
  if (member.field != nothing) {
    row.set_field(member.field, {text, stop});
  }
  if (member.keep != nothing) {
    row.keep(member.keep, {start, at});
  }
  return at;
}

/// Whatever is no plain text.
const char* Scanner::other_value(const char* at, const char* end, const Member& member, Row& row) {
  const char* const start = at;
  const auto word = [&](std::string_view expected) { return std::string_view(at, end).starts_with(expected); };
  std::string_view text;
  if (at < end && *at == '"') {
    const char* const quote = member.field == nothing ? find_quote(at + 1, end) : find_stop(at + 1, end);
    if (quote == nullptr || quote >= end || *quote != '"' || (quote == at + 1 && member.field != nothing) || !member.takes_text) {
      return nullptr;
    }
    text = {at + 1, quote};
    at = quote + 1;
  } else if (word("null")) {
    at += 4;
  } else if (word("true") || word("false")) {
    if (member.field != nothing && member.field != remote) {
      return nullptr;
    }
    at += *at == 't' ? 4 : 5;
    text = {start, at};
  } else {
    at = member.takes_number ? end_of_number(at, end) : nullptr;
    if (at == nullptr) {
      return nullptr;
    }
    text = {start, at};
  }
  if (member.field != nothing && !text.empty()) {
    row.set_field(member.field, text);
  }
  if (member.keep != nothing) {
    row.keep(member.keep, {start, at});
  }
  return at;
}

const char* Scanner::scan(const char* at, const char* end, Row& row) {
  row.clear();
  std::uint64_t keys = 0;
  for (std::size_t i = 0; i < most_members; ++i) {
    const Member* member = i < forms_.size() && forms_[i].front().begins(at, end) ? &forms_[i].front() : nullptr;
    if (member == nullptr) {
      const char* const next = skip_blanks(at, end);
      if (next < end && *next == '}' && i > 0) {
        at = skip_blanks(next + 1, end);
        at += at < end && *at == '\r' ? 1 : 0;
        return at == end || *at == '\n' ? at : nullptr;
      }
      member = known(i, at, end);
      member = member != nullptr ? member : learn(i, at, end);
    }
    if (member == nullptr || (keys & member->key) != 0) {
      return nullptr;
    }
    keys |= member->key;
    at = value(at + member->prefix.size(), end, *member, row);
    if (at == nullptr) {
      return nullptr;
    }
  }
  return nullptr;
}

}  // namespace hisalary::batch
