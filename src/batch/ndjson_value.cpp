// SPDX-License-Identifier: MIT
// What NdjsonReader makes of values that are no plain texts and no short whole numbers.
#include <algorithm>
#include <charconv>

#include "base/text.hpp"
#include "json_skip.hpp"
#include "json_text.hpp"
#include "ndjson.hpp"
#include "stops.hpp"

namespace hisalary::batch {
namespace {

constexpr std::uint64_t bit(std::size_t place) noexcept { return std::uint64_t{1} << place; }

bool is_plain_number(const char* at, const char* end, std::ptrdiff_t longest) noexcept {
  return end - at <= longest && std::all_of(at, end, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::string_view type_of(const char* at, const char* end) noexcept {
  switch (*at) {
    case '{': return "an object";
    case '[': return "a list";
    case '"': return "a text";
    case 't':
    case 'f': return "true or false";
    case 'n': return "null";
    default: break;
  }
  const bool whole = std::none_of(at, end, [](char c) { return c == '.' || c == 'e' || c == 'E'; });
  return whole ? "a whole number" : "a number with a fraction";
}

/// Reads any value and gives its end; null when it is malformed.
const char* NdjsonReader::read_value(Reading& reading, const char* at, const Key& key) {
  at = skip_blanks(at);
  if (*at == '[' && key.fact < fact_count && key.kept == Row::kept_nowhere) {
    if (const char* const end = read_plain_list(reading, at, static_cast<Fact>(key.fact))) {
      return end;
    }
  }
  const char* const end = skip(at);
  if (end == nullptr) {
    return nullptr;
  }
  reading.row.put_kept(key.kept, reading.block.between(at, end));
  return key.fact < fact_count ? read_fact(reading, at, end, key) : end;
}

/// Reads a list of plain texts, as most lists are, in one pass and gives its end; null when it is another.
const char* NdjsonReader::read_plain_list(Reading& reading, const char* at, Fact fact) const {
  constexpr std::ptrdiff_t longest = 512;
  if (!query::form_of(fact).is_list) {
    return nullptr;
  }
  char* const room = reading.texts.make_room(longest);
  char* out = room;
  while (true) {
    at = at[1] == ' ' ? at + 2 : at + 1;
    const char* const text = at + 1;
    const char* const quote = *at == '"' ? find_stop(text) : at;
    if (*quote != '"' || quote == at || quote == text || *text == ' ' || out - room + (quote - text) >= longest) {
      return nullptr;
    }
    out = copy_padded(reading.block.between(text, quote), out);
    at = quote + 1;
    if (*at == ']') {
      reading.row.facts.put(fact, reading.texts.take(static_cast<std::size_t>(out - room)));
      return at + 1;
    }
    if (*at != ',') {
      return nullptr;
    }
    *out++ = ',';
  }
}

const char* NdjsonReader::read_fact(Reading& reading, const char* at, const char* end, const Key& key) {
  const Fact fact = static_cast<Fact>(key.fact);
  const query::FactForm& form = query::form_of(fact);
  PaddedText text;

  if (*at == 'n') {
    reading.absent |= bit(key.fact);
  } else if (*at == '"' && key.takes_text) {
    text = text_of(reading, at + 1, end - 1);
    if (trimmed(text).empty()) {
      (void)fail(Fault::Kind::EmptyValue, fact);
    }
  } else if (*at == '[' && form.is_list) {
    text = list_of(reading, at, end, fact);
    if (text.empty()) {
      reading.absent |= bit(key.fact);
    }
  } else if ((*at == 't' || *at == 'f') && form.is_flag) {
    text = *at == 't' ? padded<"true"> : padded<"false">;
  } else if (key.takes_number && (*at == '-' || (*at >= '0' && *at <= '9'))) {
    text = number_of(reading, at, end);
  } else {
    (void)fail(Fault::Kind::WrongType, fact, {}, type_of(at, end));
  }
  reading.row.facts.put(fact, text);
  return end;
}

/// What a valid text says.
PaddedText NdjsonReader::text_of(Reading& reading, const char* at, const char* quote) const {
  const std::string_view text(at, quote);
  if (text.find('\\') == std::string_view::npos) {
    return reading.block.between(at, quote);
  }
  char* const room = reading.texts.make_room(text.size());
  return reading.texts.take(static_cast<std::size_t>(decode(text, room) - room));
}

/// A valid number in plain digits, as facts are written: 6 for 6.0, 6e0 and 0.6e1. Numbers that no double holds stay as
/// they are written.
PaddedText NdjsonReader::number_of(Reading& reading, const char* at, const char* end) const {
  constexpr std::size_t longest = 400;  // three hundred digits hold the largest
  if (is_plain_number(at, end, most_digits)) {
    return reading.block.between(at, end);
  }
  double value = 0;
  const auto parsed = std::from_chars(at, end, value);
  if (parsed.ec != std::errc{}) {
    return reading.block.between(at, end);
  }
  char* const room = reading.texts.make_room(longest);
  const auto written = std::to_chars(room, room + longest, value, std::chars_format::fixed);
  return reading.texts.take(static_cast<std::size_t>(written.ptr - room));
}

/// The texts of a valid list with commas between. No credentials are a fact, no skills say nothing.
PaddedText NdjsonReader::list_of(Reading& reading, const char* at, const char* end, Fact fact) {
  char* const room = reading.texts.make_room(static_cast<std::size_t>(end - at));
  char* out = room;
  for (at = skip_blanks(at + 1); *at != ']'; at = skip_blanks(at)) {
    if (*at == ',') {
      ++at;
      continue;
    }
    if (*at != '"') {
      (void)fail(Fault::Kind::WrongType, fact, {}, "a list");
      return {};
    }
    const char* const quote = find_quote(at + 1).quote;
    if (out != room) {
      *out++ = ',';
    }
    char* const item = out;
    out = decode({at + 1, quote}, out);
    if (trimmed({item, out}).empty()) {
      (void)fail(Fault::Kind::EmptyItem, fact);
    }
    at = quote + 1;
  }
  if (out == room && fact == Fact::Credentials) {
    return padded<"none">;
  }
  return reading.texts.take(static_cast<std::size_t>(out - room));
}

}  // namespace hisalary::batch
