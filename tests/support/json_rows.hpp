// SPDX-License-Identifier: MIT
#pragma once

/// What nlohmann/json says about a row: the readers of src/batch are held to it here, and not when they run.

#include <algorithm>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "batch/json_skip.hpp"
#include "batch/ndjson.hpp"

namespace hisalary::test {

/// A row as nlohmann/json reads it, with keys that are given twice.
struct JsonRow : nlohmann::json_sax<nlohmann::json> {
  using json = nlohmann::json;

  bool valid = false;
  bool too_large = false;  ///< a number that no double holds, which nlohmann/json refuses
  std::size_t depth = 0;
  std::optional<json> root;
  std::vector<std::pair<std::string, json>> members;  ///< of the row, when it is an object

  explicit JsonRow(std::string_view line) { valid = json::sax_parse(line.begin(), line.end(), this) && root; }

  bool null() override { return add(nullptr); }
  bool boolean(bool value) override { return add(value); }
  bool number_integer(number_integer_t value) override { return add(value); }
  bool number_unsigned(number_unsigned_t value) override { return add(value); }
  bool number_float(number_float_t value, const string_t&) override { return add(value); }
  bool string(string_t& value) override { return add(value); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(json::object()); }
  bool start_array(std::size_t) override { return open(json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(string_t& name) override {
    keys_.back() = name;
    return true;
  }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception& error) override {
    constexpr int out_of_range = 406;
    too_large = error.id == out_of_range;
    return false;
  }

 private:
  bool open(json value) {
    open_.push_back(std::move(value));
    keys_.emplace_back();
    depth = std::max(depth, open_.size());
    return true;
  }
  bool close() {
    json value = std::move(open_.back());
    open_.pop_back();
    keys_.pop_back();
    return add(std::move(value));
  }
  bool add(json value) {
    if (open_.empty()) {
      root = std::move(value);
    } else if (open_.size() == 1 && open_[0].is_object()) {
      members.emplace_back(keys_[0], std::move(value));
    } else if (open_.back().is_array()) {
      open_.back().push_back(std::move(value));
    } else {
      open_.back()[keys_.back()] = std::move(value);
    }
    return true;
  }

  std::vector<json> open_;
  std::vector<std::string> keys_;
};

/// What a fact should read like; absent when its value does not fit.
inline std::optional<std::string> expected_text(const nlohmann::json& value, const query::FactForm& form) {
  const auto blank = [](const std::string& text) { return text.find_first_not_of(" \t\r\n\f\v") == std::string::npos; };
  if (value.is_null()) {
    return "";
  }
  if (form.is_flag) {
    return value.is_boolean() ? std::optional(value.get<bool>() ? "true" : "false") : std::nullopt;
  }
  if (value.is_string()) {
    return blank(value.get<std::string>()) ? std::nullopt : std::optional(value.get<std::string>());
  }
  if (value.is_array() && form.is_list) {
    std::string all;
    for (const auto& one : value) {
      if (!one.is_string() || blank(one.get<std::string>())) {
        return std::nullopt;
      }
      all += (all.empty() ? "" : ",") + one.get<std::string>();
    }
    return all.empty() && form.fact == Fact::Credentials ? "none" : all;
  }
  return value.is_number() && form.number_fits ? std::optional(value.dump()) : std::nullopt;
}

/// The first thing in which a reader and nlohmann/json differ about a line; empty when there is none. `keep`: its keys
/// to hand back.
inline std::string json_difference(batch::NdjsonReader& reader, std::string_view line,
                                   const std::vector<std::string>& keep) {
  using Kind = batch::Fault::Kind;
  const PaddedString block(std::string(line) + "\n");
  const char* at = block.text().begin();
  batch::Row row;
  PaddedArena texts;
  const batch::Line found = reader.read(block.text(), at, row, texts);
  const Kind fault = found == batch::Line::Faulty ? reader.fault().kind : Kind::None;
  if (at != block.text().end()) {
    return "the row does not end with its line";
  }
  if (found == batch::Line::Blank) {
    return line.find_first_not_of(" \t\r") == std::string_view::npos ? "" : "not blank";
  }

  if (line.starts_with("\xef\xbb\xbf")) {
    return "";  // nlohmann/json passes over a byte-order mark; batch takes it off the input before
  }
  if (line.find('\0') != std::string_view::npos) {
    const bool ended = fault == Kind::NotJson || fault == Kind::NotUtf8 || fault == Kind::TooDeep;
    return ended ? "" : "accepted with a zero byte";  // nlohmann/json takes one for the end
  }
  const JsonRow json(line);
  const bool malformed = fault == Kind::NotJson || fault == Kind::NotUtf8;
  if (json.too_large || fault == Kind::TooDeep) {
    return fault != Kind::TooDeep || json.too_large || !json.valid || json.depth > batch::deepest ? "" : "not too deep";
  }
  if (json.valid == malformed) {
    return malformed ? "refused, and valid" : "accepted, and malformed";
  }
  if (malformed) {
    return "";
  }
  if (!json.root->is_object()) {
    return fault == Kind::NotAnObject ? "" : "not an object";
  }

  std::vector<std::string> seen;
  for (const auto& [key, value] : json.members) {
    const auto fact = query::fact_named(key);
    const auto kept = std::find(keep.begin(), keep.end(), key);
    if (!fact && kept == keep.end()) {
      continue;
    }
    const std::string name(fact ? query::form_of(*fact).name : std::string_view(key));
    if (std::find(seen.begin(), seen.end(), name) != seen.end()) {
      return fault != Kind::None ? "" : "given twice: " + name;
    }
    seen.push_back(name);
    if (kept != keep.end()) {
      const PaddedText raw = row.kept(static_cast<std::size_t>(kept - keep.begin()));
      if (nlohmann::json::parse(raw.begin(), raw.end(), nullptr, false) != value) {
        return "kept value of " + key + ": " + std::string(raw.view());
      }
    }
    const auto expected = fact ? expected_text(value, query::form_of(*fact)) : std::nullopt;
    if (fact && !expected && fault == Kind::None) {
      return "accepted value of " + key;
    }
    if (fact && expected && fault == Kind::None) {
      const std::string text(row.facts[*fact].view());
      const bool same = value.is_number() ? std::strtod(text.c_str(), nullptr) == value.get<double>() &&
                                                text.find_first_of("eE") == std::string::npos
                                          : text == *expected;
      if (!same) {
        return "value of " + key + ": " + text;
      }
    }
  }
  return "";
}

}  // namespace hisalary::test
