// SPDX-License-Identifier: MIT
#include "json_skip.hpp"

#include <bitset>
#include <string_view>

#include "base/utf8.hpp"
#include "json_text.hpp"
#include "stops.hpp"

namespace hisalary::batch {
namespace {

/// The word at `at` and nothing else; null when it is another.
const char* skip_word(const char* at, std::string_view word) noexcept {
  return std::string_view(at, word.size()) == word ? at + word.size() : nullptr;
}

const char* skip_text(const char* at) noexcept {
  const char* const quote = find_quote(at + 1).quote;
  return quote != nullptr ? quote + 1 : nullptr;
}

/// A key and its colon.
const char* skip_key(const char* at) noexcept {
  at = *at == '"' ? skip_text(at) : nullptr;
  at = at != nullptr ? skip_blanks(at) : nullptr;
  return at != nullptr && *at == ':' ? at + 1 : nullptr;
}

/// A value that holds no others.
const char* skip_scalar(const char* at) noexcept {
  switch (*at) {
    case '"': return skip_text(at);
    case 't': return skip_word(at, "true");
    case 'f': return skip_word(at, "false");
    case 'n': return skip_word(at, "null");
    default: return skip_number(at);
  }
}

/// The objects and lists that are open around a place in a value.
class Open {
 public:
  [[nodiscard]] bool any() const noexcept { return depth_ > 0; }
  [[nodiscard]] bool is_full() const noexcept { return depth_ == deepest; }
  [[nodiscard]] bool in_object() const noexcept { return objects_[depth_ - 1]; }
  [[nodiscard]] char closing() const noexcept { return in_object() ? '}' : ']'; }
  void push(bool object) noexcept { objects_[depth_++] = object; }
  void pop() noexcept { --depth_; }

 private:
  std::size_t depth_ = 0;
  std::bitset<deepest> objects_;
};

/// From behind a value to the start of the next one, through closing brackets and a comma; the end of all when nothing
/// is open.
const char* go_on(const char* at, Open& open) noexcept {
  while (open.any()) {
    at = skip_blanks(at);
    if (*at == open.closing()) {
      open.pop();
      ++at;
      continue;
    }
    if (*at != ',') {
      return nullptr;
    }
    at = skip_blanks(at + 1);
    return open.in_object() ? skip_key(at) : at;
  }
  return at;
}

}  // namespace

TextEnd find_quote(const char* at) noexcept {
  bool escapes = false;
  while (true) {
    at = find_stop(at);
    if (*at == '"') {
      return {at, escapes};
    }
    if (*at == '\\') {
      const std::size_t size = escape_size(at);
      if (size == 0) {
        return {};
      }
      escapes = true;
      at += size;
      continue;
    }
    do {
      // A row ends with a line feed, which no character goes past.
      const std::size_t length = static_cast<signed char>(*at) < 0 ? utf8_length({at, 4}) : 0;
      if (length == 0) {
        return {};
      }
      at += length;
    } while (static_cast<signed char>(*at) < 0);
  }
}

const char* skip_number(const char* at) noexcept {
  at += *at == '-' ? 1 : 0;
  const char* const digits = at;
  at = find_no_digit(at);
  if (at == digits || (*digits == '0' && at > digits + 1)) {
    return nullptr;
  }
  if (*at == '.') {
    const char* const fraction = at + 1;
    at = find_no_digit(fraction);
    if (at == fraction) {
      return nullptr;
    }
  }
  if (*at == 'e' || *at == 'E') {
    ++at;
    at += *at == '+' || *at == '-' ? 1 : 0;
    const char* const exponent = at;
    at = find_no_digit(at);
    if (at == exponent) {
      return nullptr;
    }
  }
  return at;
}

const char* skip_value(const char* at, bool& too_deep) noexcept {
  Open open;
  while (true) {
    at = skip_blanks(at);
    if (*at == '{' || *at == '[') {
      if (open.is_full()) {
        too_deep = true;
        return nullptr;
      }
      open.push(*at == '{');
      at = skip_blanks(at + 1);
      if (*at != open.closing()) {
        at = open.in_object() ? skip_key(at) : at;
        if (at == nullptr) {
          return nullptr;
        }
        continue;
      }
    } else {
      at = skip_scalar(at);
    }

    at = at != nullptr ? go_on(at, open) : nullptr;
    if (at == nullptr || !open.any()) {
      return at;
    }
  }
}

}  // namespace hisalary::batch
