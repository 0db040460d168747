// SPDX-License-Identifier: MIT
#include "judge.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/strict_json.hpp"
#include "base/text.hpp"
#include "cells.hpp"
#include "hisalary/error.hpp"

namespace hisalary::batch {
namespace {

using data::Json;

/// The members of a valid object with their values' own bytes.
template <class F> void each_raw_member(std::string_view text, F&& f) {
  std::size_t at = text.find('{') + 1;
  const auto blanks = [&] { at = std::min(text.find_first_not_of(" \t\r\n", at), text.size()); };
  const auto skip_text = [&] {
    for (++at; at < text.size() && text[at] != '"'; ++at) {
      at += text[at] == '\\' ? 1U : 0U;
    }
    ++at;
  };
  const auto skip_value = [&] {
    int depth = 0;
    do {
      if (text[at] == '"') {
        skip_text();
        continue;
      }
      depth += text[at] == '{' || text[at] == '[' ? 1 : text[at] == '}' || text[at] == ']' ? -1 : 0;
      ++at;
    } while (at < text.size() && (depth > 0 || (text[at] != ',' && text[at] != '}' && text[at] != ' ' &&
                                                text[at] != '\t' && text[at] != '\r' && text[at] != '\n')));
  };
  for (blanks(); at < text.size() && text[at] == '"';) {
    const std::size_t key = at;
    skip_text();
    const auto name = text.substr(key, at - key);
    blanks();
    ++at;
    blanks();
    const std::size_t value = at;
    skip_value();
    f(name, text.substr(value, at - value));
    blanks();
    at += at < text.size() && text[at] == ',' ? 1U : 0U;
    blanks();
  }
}

[[noreturn]] void fail(const std::string& message, const std::string& hint, std::string_view key = {}) {
  throw Error(ErrorCode::Usage, message, hint, std::string(key));
}

Json parse(std::string_view line) {
  try {
    return data::parse_strict(line, data::Place("row"));
  } catch (const Error& error) {
    const std::string text = error.what();
    if (text.find("twice") != std::string::npos) {
      fail(text, error.hint());
    }
    fail(is_utf8(line) ? "the row is not JSON" : "the row is not UTF-8",
         !is_utf8(line) ? "save the file as UTF-8"
                        : "one object like {\"role\": \"medical-coder\", \"state\": \"CA\"} a line");
  }
}

/// A number without an exponent, as facts are written. Three hundred digits hold the largest.
std::string digits_of(double value) {
  std::array<char, 400> digits{};
  return {digits.data(),
          std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed).ptr};
}

std::string text_of(const Json& value, std::string_view key, std::size_t field) {
  const bool number_fits = may_be_number(field);
  if (value.is_string()) {
    const auto& text = value.get_ref<const std::string&>();
    if (trimmed(text).empty()) {
      fail("the value of " + std::string(key) + " is empty", "give a value, or leave the key out", key);
    }
    return text;
  }
  if (value.is_number() && number_fits) {
    return digits_of(value.get<double>());
  }
  const bool list_fits =
      field == static_cast<std::size_t>(Field::Cert) || field == static_cast<std::size_t>(Field::Skill);
  if (value.is_array() && list_fits && std::ranges::all_of(value, [](const Json& one) { return one.is_string(); })) {
    std::string all;
    for (const auto& one : value) {
      const auto& text = one.get_ref<const std::string&>();
      if (trimmed(text).empty()) {
        fail("a value of " + std::string(key) + " is empty", "give a value, or leave it out", key);
      }
      all += (all.empty() ? "" : ",") + text;
    }
    return all.empty() && field == static_cast<std::size_t>(Field::Cert) ? "none" : all;
  }
  fail(std::string(key) + " is " + data::fmt_type(value),
       number_fits ? "give a number or a text"
       : list_fits ? "give a text or a list of texts"
                   : "give a text",
       key);
}

}  // namespace

void Judge::keep_raw(std::string_view line, Row& row) const {
  each_raw_member(line, [&](std::string_view key, std::string_view value) {
    const bool plain = key.find('\\') == std::string_view::npos;
    const std::string name = plain ? std::string(key.substr(1, key.size() - 2)) : Json::parse(key).get<std::string>();
    const auto it = std::ranges::find(keep_, name);
    if (it != keep_.end()) {
      row.keep(static_cast<std::size_t>(it - keep_.begin()), value);
    }
  });
}

void Judge::read(std::string_view line, Row& row) {
  row.clear();
  texts_.clear();
  const Json json = parse(line);
  if (!json.is_object()) {
    fail("the row is " + data::fmt_type(json),
         "one object like {\"role\": \"medical-coder\", \"state\": \"CA\"} a line");
  }
  keep_raw(line, row);
  for (const auto& item : json.items()) {
    const std::size_t field = field_of(item.key());
    if (field == field_count) {
      if (refuse_unknown_ && std::ranges::find(keep_, item.key()) == keep_.end()) {
        fail("unknown key " + shown(item.key()),
             did_you_mean(item.key(), {field_names.begin(), field_names.end()}, "leave it out, or use --unknown pass"),
             item.key());
      }
      continue;
    }
    if (item.value().is_null()) {
      continue;
    }
    if (row.has(static_cast<Field>(field))) {
      fail("as_of is given twice", "keep one of the two", item.key());
    }
    if (field == static_cast<std::size_t>(Field::Remote)) {
      if (!item.value().is_boolean()) {
        fail("remote is " + data::fmt_type(item.value()), "give true or false", item.key());
      }
      row.set_field(field, item.value().get<bool>() ? "true" : "false");
      continue;
    }
    if (const std::string text = text_of(item.value(), item.key(), field); !text.empty()) {
      row.set_field(field, keep_padded(texts_, text));
    }
  }
}

}  // namespace hisalary::batch
