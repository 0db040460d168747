// SPDX-License-Identifier: MIT
#include "json.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace hisalary::output {
namespace {

using Json = nlohmann::ordered_json;

/// Writes a value behind what is there already.
class Writer {
 public:
  Writer(std::string& out, Layout layout) : out_(out), indented_(layout == Layout::Indented) {}

  void write(const Value& value) {
    std::visit([&](const auto& content) { put(content); }, value.content());
  }

 private:
  void put(std::monostate) { out_ += "null"; }
  void put(bool flag) { out_ += flag ? "true" : "false"; }
  void put(std::int64_t whole) { out_ += std::to_string(whole); }
  void put(double number) { out_ += Json(number).dump(); }
  void put(const Value::Fixed& fixed) { put(fixed.number); }

  void put(const std::string& text) {
    const auto as_it_is = [](char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; };
    if (std::ranges::all_of(text, as_it_is)) {
      out_.append(1, '"').append(text).append(1, '"');
    } else {
      out_ += Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
    }
  }

  void put(const Values& list) {
    begin('[');
    for (const Value& value : list) {
      next();
      write(value);
    }
    end(']');
  }

  void put(const Members& object) {
    begin('{');
    for (const auto& [name, value] : object) {
      if (name.starts_with('.')) {
        continue;
      }
      next();
      put(name);
      out_ += indented_ ? ": " : ":";
      write(value);
    }
    end('}');
  }

  void begin(char bracket) {
    out_ += bracket;
    ++depth_;
    empty_ = true;
  }

  void next() {
    out_ += empty_ ? "" : ",";
    empty_ = false;
    new_line();
  }

  void end(char bracket) {
    --depth_;
    if (!empty_) {
      new_line();
    }
    out_ += bracket;
    empty_ = false;
  }

  void new_line() {
    if (indented_) {
      out_ += '\n';
      out_.append(2 * depth_, ' ');
    }
  }

  std::string& out_;
  bool indented_;
  bool empty_ = true;  ///< nothing is in the innermost bracket yet
  std::size_t depth_ = 0;
};

Value value_of(const Json& json) {
  if (json.is_boolean()) {
    return json.get<bool>();
  }
  if (json.is_number_integer()) {
    return json.get<std::int64_t>();
  }
  if (json.is_number()) {
    return json.get<double>();
  }
  if (json.is_string()) {
    return json.get<std::string>();
  }
  if (json.is_array()) {
    return list_of(json, value_of);
  }
  Members members;
  if (json.is_object()) {
    for (const auto& [name, value] : json.items()) {
      members.push_back({name, value_of(value)});
    }
    return members;
  }
  return {};
}

}  // namespace

std::string json(const Value& value, Layout layout) {
  std::string out;
  Writer(out, layout).write(value);
  return out;
}

Value parsed(std::string_view json) { return value_of(Json::parse(json)); }

}  // namespace hisalary::output
