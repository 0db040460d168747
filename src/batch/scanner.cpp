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
  const bool hexadecimal =
      digits.size() == 4 && digits.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
  return hexadecimal && digits[0] != 'd' && digits[0] != 'D' ? unicode : 0;
}

/// The closing quote of a text that is only handed back or passed over: escapes and UTF-8 may stand in it. Null when it
/// is not plain all the same.
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

constexpr std::ptrdiff_t longest_number = 40;  // far from what a double cannot hold

/// The end of an ordinary number: digits without a leading zero, perhaps a sign and a fraction. Null when it is none.
const char* end_of_number(const char* at, const char* end) {
  at += at < end && *at == '-' ? 1 : 0;
  const char* const digits = at;
  at = find_no_digit(at);
  if (at == digits || at > digits + longest_number || (*digits == '0' && at > digits + 1)) {
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

/// One bit above those of the places in a row; 0 when there are too many keys.
std::uint64_t Scanner::bit_of_other(const std::string& key) {
  const auto it = std::ranges::find(other_keys_, key);
  const auto index = static_cast<std::size_t>(it - other_keys_.begin());
  if (it == other_keys_.end()) {
    if (other_keys_.size() == most_other_keys) {
      return 0;
    }
    other_keys_.push_back(key);
  }
  return std::uint64_t{1} << (Row::nowhere + index);
}

/// A member that is not the usual one of its place: one met before, or a new one. Null when it is none.
const Scanner::Member* Scanner::other_member(std::size_t index, const char* at, const char* end) {
  if (index == most_members) {
    return nullptr;
  }
  const auto it = std::ranges::find_if(forms_[index], [&](const Member& member) { return member.begins(at, end); });
  const Member* const member = it != forms_[index].end() ? &*it : learn(index, at, end);
  if (member != nullptr) {  // learning may have moved the one that was usual
    usual_[index] = member->is_short() ? member : nullptr;
  }
  return member;
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
  const std::size_t field = field_of(key);
  const auto kept = std::ranges::find(keep_, key);
  if (field < field_count) {
    member.field = field;
    member.bits |= std::uint64_t{1} << field;
    member.takes_number = may_be_number(field);
    member.takes_text = field != remote;
  }
  if (kept != keep_.end()) {
    member.kept = field_count + static_cast<std::size_t>(kept - keep_.begin());
    member.bits |= std::uint64_t{1} << member.kept;
  }
  if (member.bits == 0) {
    member.bits = refuse_unknown_ ? 0 : bit_of_other(key);
    if (member.bits == 0) {
      return nullptr;
    }
  }
  member.opened = *at == '"' && member.takes_text;
  member.prefix.assign(start, at + (member.opened ? 1 : 0));
  constexpr std::array<unsigned char, sizeof member.mask> all = [] {
    std::array<unsigned char, sizeof member.mask> bytes{};
    bytes.fill(0xff);
    return bytes;
  }();
  std::memcpy(member.head.data(), start, std::min(member.prefix.size(), sizeof member.head));
  std::memcpy(member.mask.data(), all.data(), std::min(member.prefix.size(), sizeof member.mask));
  auto& forms = forms_[index];
  if (forms.empty()) {
    forms.reserve(most_forms);
  } else if (forms.size() == most_forms) {
    forms.erase(forms.begin());
  }
  return &forms.emplace_back(std::move(member));
}

/// Whatever is no plain text or whole number.
const char* Scanner::other_value(const char* at, const char* end, const Member& member, Row& row,
                                 std::uint64_t& absent) {
  const char* const start = at;
  const auto word = [&](std::string_view expected) { return std::string_view(at, end).starts_with(expected); };
  std::string_view text;
  if (at < end && *at == '"') {
    const bool fact = member.field != Row::nowhere;
    const char* const quote = fact ? find_stop(at + 1) : find_quote(at + 1, end);
    if (quote == nullptr || quote >= end || *quote != '"' || !member.takes_text) {
      return nullptr;
    }
    text = {at + 1, quote};
    if (fact && (text.empty() || text[0] == ' ')) {
      return nullptr;  // perhaps nothing but blanks
    }
    at = quote + 1;
  } else if (word("null")) {
    at += 4;
    absent |= std::uint64_t{1} << member.field;
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
  row.put(member.field, text);
  row.put(member.kept, {start, at});
  return at;
}

/// The end of the row when all that follows is its closing brace; null otherwise.
const char* Scanner::end_of_row(const char* at, const char* end) {
  at = skip_blanks(at, end);
  if (at >= end || *at != '}') {
    return nullptr;
  }
  at = skip_blanks(at + 1, end);
  at += at < end && *at == '\r' ? 1 : 0;
  return at == end || *at == '\n' ? at : nullptr;
}

const char* Scanner::scan(const char* at, const char* end, Row& row) {
  std::uint64_t seen = 0;
  std::uint64_t absent = 0;
  for (std::size_t i = 0;; ++i) {
    const Member* member = usual_[i];
    if (member == nullptr || !member->head_begins(at)) {
      if (const char* const row_end = i > 0 ? end_of_row(at, end) : nullptr) {
        row.mark(static_cast<std::uint32_t>(seen & ~absent) & Row::all_places);
        return row_end;
      }
      member = other_member(i, at, end);
      if (member == nullptr) {
        return nullptr;
      }
    }
    if ((seen & member->bits) != 0) {
      return nullptr;
    }
    seen |= member->bits;
    // Most values are plain texts and whole numbers.
    const char* const text = at + member->prefix.size();
    const char* const value = member->opened ? text - 1 : text;
    const char* stop = nullptr;
    const char* next = nullptr;
    bool plain = false;
    if (member->opened) {
      stop = find_stop(text);
      next = stop + 1;
      plain = *stop == '"' && stop != text && *text != ' ';
    } else {
      stop = next = find_no_digit(text);
      plain = stop != text && stop <= text + longest_number && *stop != '.' && (*text != '0' || stop == text + 1) &&
              member->takes_number;
    }
    if (plain) {
      row.put(member->field, {text, stop});
      row.put(member->kept, {value, next});
      at = next;
      continue;
    }
    next = other_value(skip_blanks(value, end), end, *member, row, absent);
    if (next == nullptr) {
      return nullptr;
    }
    if (!member->opened && *text == '"') {
      (void)other_member(i, at, end);  // texts are more common than what stood here before
    }
    at = next;
  }
}

}  // namespace hisalary::batch
