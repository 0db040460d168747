// SPDX-License-Identifier: MIT
#pragma once

/// Data files as text: one record a line, its keys as data/describe.hpp has them.

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/number.hpp"
#include "data/describe.hpp"
#include "data/names.hpp"
#include "data/tables.hpp"

namespace hisalary::write {

inline std::string in_quotes(std::string_view text) { return nlohmann::json(text).dump(); }

/// One record as it stands in a data file; visits the record's description.
class RowWriter {
 public:
  template <class T> void required(const char* key, const T& value) {
    out_ += (out_.empty() ? "" : ", ") + in_quotes(key) + ": " + json(value);
  }

  template <class T> void optional(const char* key, const T& value) {
    if constexpr (requires { value.has_value(); }) {
      if (value) {
        required(key, *value);
      }
    } else if (!value.empty()) {
      required(key, value);
    }
  }

  void percentiles(const PublishedPercentiles& pay) {
    for (std::size_t i = 0; i < pay.size(); ++i) {
      required(data::percentile_keys[i], pay[i]);
    }
  }

  void provenance(const Provenance& from) {
    required("source", from.source);
    required("at", from.at);
    required("as_of", from.as_of);
    required("grade", from.grade);
  }

  [[nodiscard]] std::string text() const { return "{" + out_ + "}"; }

 private:
  static std::string json(Text text) { return in_quotes(text); }
  static std::string json(double number) { return number_text(number); }
  static std::string json(std::int32_t number) { return std::to_string(number); }
  static std::string json(Grade grade) { return in_quotes(data::to_name(data::grade_names, grade)); }
  static std::string json(const Published& value) {
    if (value.known()) {
      return std::to_string(value.amount);
    }
    const auto mark = data::to_name(data::mark_names, value.mark);
    return mark.empty() ? "null" : in_quotes(mark);
  }

  template <class T> static std::string json(List<T> values) {
    std::string out;
    for (const auto& value : values) {
      out += out.empty() ? "" : ", ";
      if constexpr (std::is_class_v<T> && !std::is_same_v<T, Text>) {
        T record = value;
        RowWriter writer;
        data::describe(writer, record);
        out += writer.text();
      } else {
        out += json(value);
      }
    }
    return "[" + out + "]";
  }

  std::string out_;
};

/// What a data file says of itself before its rows; `ranges` is JSON.
struct Envelope {
  std::string name;
  std::string about;
  std::string source;
  std::string at;
  std::string as_of;
  std::string grade;
  std::string ranges;
};

template <class Record> std::string file(const Envelope& envelope, const std::vector<Record>& rows) {
  std::string out = "{\n\"format\": " + in_quotes("hisalary/" + envelope.name + "/1") +
                    ",\n\"about\": " + in_quotes(envelope.about) + ",\n\"source\": " + in_quotes(envelope.source) +
                    ",\n\"at\": " + in_quotes(envelope.at) + ",\n\"as_of\": " + in_quotes(envelope.as_of) +
                    ",\n\"grade\": " + in_quotes(envelope.grade) + ",\n\"ranges\": " + envelope.ranges +
                    ",\n\"rows\": [\n";
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Record record = rows[i];
    RowWriter writer;
    data::describe(writer, record);
    out += writer.text() + (i + 1 < rows.size() ? ",\n" : "\n");
  }
  return out + "]\n}\n";
}

}  // namespace hisalary::write
