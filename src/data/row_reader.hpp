// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <concepts>
#include <limits>
#include <string>
#include <vector>

#include "arena.hpp"
#include "base/number.hpp"
#include "base/strict_json.hpp"
#include "base/text.hpp"
#include "describe.hpp"
#include "names.hpp"

namespace hisalary::data {

/// Fills one record from one JSON object. Every key must be one that the record has, of its exact type, inside its
/// range.
class RowReader {
 public:
  RowReader(const Json& object, const Ranges& ranges, Place place, Arena& arena)
      : object_(object), ranges_(ranges), place_(std::move(place)), arena_(arena) {
    if (!object.is_object()) {
      place_.fail(fmt_type(object) + " where an object with keys was expected",
                  "write the row as {\"key\": value, ...}");
    }
  }

  template <class T> void required(const char* key, T& member) {
    const Json* const value = find(key);
    if (value == nullptr) {
      place_.at(key).fail("the key is missing", "add it; every row of this file has one");
    }
    read(*value, key, member);
    if constexpr (std::is_same_v<T, Text>) {
      if (member.empty()) {
        place_.at(key).fail("the text is empty", "write what it should say");
      }
    }
  }

  template <class T> void optional(const char* key, T& member) {
    if (const Json* const value = find(key)) {
      read(*value, key, member);
    }
  }

  void percentiles(PublishedPercentiles& pay) {
    for (std::size_t i = 0; i < pay.size(); ++i) {
      required(percentile_keys[i], pay[i]);
    }
  }

  void provenance(Provenance& from) {
    required("source", from.source);
    required("at", from.at);
    required("as_of", from.as_of);
    required("grade", from.grade);
  }

  /// Call last: a key that nobody asked for is a mistake.
  void finish() const {
    for (const auto& item : object_.items()) {
      if (std::find(seen_.begin(), seen_.end(), item.key()) == seen_.end()) {
        place_.at(item.key()).fail("no row of this file has such a key", suggest_key(item.key(), seen_));
      }
    }
  }

 private:
  const Json* find(const char* key) {
    seen_.emplace_back(key);
    const auto it = object_.find(key);
    return it == object_.end() ? nullptr : &*it;
  }

  void read(const Json& value, const std::string& key, Text& out) {
    if (!value.is_string()) {
      place_.at(key).fail(fmt_type(value) + " where a text was expected", "write it in quotes");
    }
    const auto& text = value.get_ref<const std::string&>();
    if (!is_printable(text)) {
      place_.at(key).fail("the text holds a control character", "leave it out; texts are printed as they are");
    }
    out = arena_.keep(text);
  }

  void read(const Json& value, const std::string& key, bool& out) {
    if (!value.is_boolean()) {
      place_.at(key).fail(fmt_type(value) + " where true or false was expected", "write true or false");
    }
    out = value.get<bool>();
  }

  void read(const Json& value, const std::string& key, std::int32_t& out) {
    if (!value.is_number_integer()) {
      place_.at(key).fail(fmt_type(value) + " where a whole number was expected",
                          "write a whole number without quotes");
    }
    const double wide = value.get<double>();
    check_range(key, wide);
    out = static_cast<std::int32_t>(wide);
  }

  void read(const Json& value, const std::string& key, double& out) {
    if (!value.is_number()) {
      place_.at(key).fail(fmt_type(value) + " where a number was expected", "write a number without quotes");
    }
    out = value.get<double>();
    check_range(key, out);
  }

  void read(const Json& value, const std::string& key, Published& out) {
    if (value.is_null()) {
      out = {0, Published::Mark::Blank};
      return;
    }
    if (value.is_string()) {
      out = {0, mark_from_name(value.get_ref<const std::string&>(), place_.at(key))};
      return;
    }
    read(value, key, out.amount);
    out.mark = Published::Mark::Value;
  }

  void read(const Json& value, const std::string& key, Grade& out) {
    out = grade_from_name(text_of(value, key), place_.at(key));
  }
  void read(const Json& value, const std::string& key, AreaKind& out) {
    out = area_kind_from_name(text_of(value, key), place_.at(key));
  }

  template <class T> void read(const Json& value, const std::string& key, std::optional<T>& out) {
    read(value, key, out.emplace());
  }

  template <class T> void read(const Json& value, const std::string& key, List<T>& out) {
    if (!value.is_array()) {
      place_.at(key).fail(fmt_type(value) + " where a list was expected", "write it as [...]");
    }
    std::vector<T> items;
    items.reserve(value.size());
    for (const Json& element : value) {
      T item{};
      if constexpr (std::is_class_v<T> && !std::is_same_v<T, Text>) {
        RowReader reader(element, ranges_, place_.at(key + "[" + std::to_string(items.size()) + "]"), arena_);
        describe(reader, item);
        reader.finish();
      } else {
        read(element, key, item);
      }
      items.push_back(item);
    }
    out = arena_.keep(items);
  }

  [[nodiscard]] std::string text_of(const Json& value, const std::string& key) const {
    if (!value.is_string()) {
      place_.at(key).fail(fmt_type(value) + " where a text was expected", "write it in quotes");
    }
    return value.get<std::string>();
  }

  void check_range(const std::string& key, double value) const {
    const auto it = ranges_.find(key);
    if (it == ranges_.end()) {
      place_.at(key).fail("the file gives no range for this number",
                          "add \"" + key + "\": [lowest, highest] to its \"ranges\"");
    }
    const auto [low, high] = it->second;
    if (!(value >= low && value <= high)) {
      place_.at(key).fail(number_text(value) + " is out of range",
                          "allowed: " + number_text(low) + " to " + number_text(high));
    }
  }

  const Json& object_;
  const Ranges& ranges_;
  Place place_;
  Arena& arena_;
  std::vector<std::string> seen_;
};

}  // namespace hisalary::data
