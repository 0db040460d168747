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
  for (at = find_stop(at); at < end && *at != '"'; at = find_stop(at)) {
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
  at = find_no_digit(at);
  if (at == digits || (*digits == '0' && at > digits + 1)) {
    return nullptr;
  }
  if (at < end && *at == '.') {
    const char* const fraction = ++at;
    at = find_no_digit(at);
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

/// A member that is not the usual one of its place: one met before, or a new one. Null when it is none.
const Scanner::Member* Scanner::other_member(std::size_t index, const char* at, const char* end) {
  if (index == most_members) {
    return nullptr;
  }
  const auto it = std::ranges::find_if(forms_[index], [&](const Member& member) { return member.begins(at, end); });
  return it != forms_[index].end() ? &*it : learn(index, at, end);
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
  at = find_stop(at);
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
  member.size = member.prefix.size();
  constexpr std::array<unsigned char, sizeof member.mask> all = [] {
    std::array<unsigned char, sizeof member.mask> bytes{};
    bytes.fill(0xff);
    return bytes;
  }();
  std::memcpy(member.head.data(), start, std::min(member.size, sizeof member.head));
  std::memcpy(member.mask.data(), all.data(), std::min(member.size, sizeof member.mask));
  const std::size_t field = field_of(key);
  member.field = field < field_count ? field : Row::nowhere;
  const auto kept = std::ranges::find(keep_, key);
  member.keep = kept != keep_.end() ? static_cast<std::size_t>(kept - keep_.begin()) : not_kept;
  member.takes_number = member.field == Row::nowhere || may_be_number(field);
  member.takes_text = member.field != remote;
  // The two spellings of one field are one key.
  member.key = bit_of(member.field != Row::nowhere ? std::string(field_names[field]) : key);
  if (member.key == 0 || (member.field == Row::nowhere && member.keep == not_kept && refuse_unknown_)) {
    return nullptr;
  }
  auto& forms = forms_[index];
  if (forms.size() == most_forms) {
    forms.erase(forms.begin());
  }
  forms.push_back(std::move(member));
  usual_[index] = forms.front().is_short() ? &forms.front() : nullptr;
  return &forms.back();
}

/// Whatever is no plain text or whole number.
const char* Scanner::other_value(const char* at, const char* end, const Member& member, Row& row) {
  const char* const start = at;
  const auto word = [&](std::string_view expected) { return std::string_view(at, end).starts_with(expected); };
  std::string_view text;
  if (at < end && *at == '"') {
    const char* const quote = member.field == Row::nowhere ? find_quote(at + 1, end) : find_stop(at + 1);
    if (quote == nullptr || quote >= end || *quote != '"' || (quote == at + 1 && member.field != Row::nowhere) || !member.takes_text) {
      return nullptr;
    }
    text = {at + 1, quote};
    at = quote + 1;
  } else if (word("null")) {
    at += 4;
  } else if (word("true") || word("false")) {
    if (member.field != Row::nowhere && member.field != remote) {
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
  if (!text.empty()) {
    row.set_field(member.field, text);
  }
  if (member.keep != not_kept) {
    row.keep(member.keep, {start, at});
  }
  return at;
}

const char* Scanner::scan(const char* at, const char* end, Row& row) {
  row.clear();
  std::uint64_t keys = 0;
  for (std::size_t i = 0;; ++i) {
    const Member* member = usual_[i];
    if (member == nullptr || !member->head_begins(at)) {
      const char* const next = skip_blanks(at, end);
      if (next < end && *next == '}' && i > 0) {
        at = skip_blanks(next + 1, end);
        at += at < end && *at == '\r' ? 1 : 0;
        return at == end || *at == '\n' ? at : nullptr;
      }
      member = other_member(i, at, end);
    }
    if (member == nullptr || (keys & member->key) != 0) {
      return nullptr;
    }
    keys |= member->key;
    at += member->size;
    // Most values are plain texts and whole numbers.
    const char* const start = at;
    std::string_view text;
    if (*at == '"' && member->takes_text) {
      const char* const stop = find_stop(at + 1);
      if (*stop == '"') {
        text = {at + 1, stop};
        at = stop + 1;
      }
    } else if (is_digit(*at) && member->takes_number) {
      const char* const stop = find_no_digit(at);
      if (*stop != '.' && (*at != '0' || stop == at + 1)) {
        text = {at, stop};
        at = stop;
      }
    }
    if (text.empty()) {
      at = other_value(skip_blanks(start, end), end, *member, row);
      if (at == nullptr) {
        return nullptr;
      }
      continue;
    }
    row.set_field(member->field, text);
    if (member->keep != not_kept) {
      row.keep(member->keep, {start, at});
    }
  }
}

}  // namespace hisalary::batch
