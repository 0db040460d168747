// SPDX-License-Identifier: MIT
#include "schema.hpp"

#include <nlohmann/json.hpp>
#include <type_traits>

#include "data/describe.hpp"
#include "data/files.hpp"
#include "data/names.hpp"
#include "data/tables.hpp"

namespace hisalary::data {
namespace {

using Schema = nlohmann::ordered_json;

template <class E, std::size_t N> Schema words(const std::array<std::pair<std::string_view, E>, N>& names) {
  Schema all = Schema::array();
  for (const auto& [name, value] : names) {
    all.push_back(name);
  }
  return all;
}

Schema filled_text() { return {{"type", "string"}, {"minLength", 1}}; }

/// Collects the properties of one record.
class RowSchema {
 public:
  template <class T> void required(const char* key, T& member) {
    properties_[key] = type_of(member);
    required_.push_back(key);
  }
  template <class T> void optional(const char* key, T& member) { properties_[key] = type_of(member); }
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
  [[nodiscard]] Schema schema() const {
    return {{"type", "object"}, {"properties", properties_}, {"required", required_}, {"additionalProperties", false}};
  }

 private:
  static Schema type_of(Text&) { return filled_text(); }
  static Schema type_of(bool&) { return {{"type", "boolean"}}; }
  static Schema type_of(std::int32_t&) { return {{"type", "integer"}}; }
  static Schema type_of(double&) { return {{"type", "number"}}; }
  static Schema type_of(std::optional<double>&) { return {{"type", "number"}}; }
  static Schema type_of(Grade&) { return {{"enum", words(grade_names)}}; }
  static Schema type_of(AreaKind&) { return {{"enum", words(area_kind_names)}}; }
  static Schema type_of(Published&) {
    Schema marks = words(mark_names);
    marks.push_back(nullptr);
    return {{"anyOf", {Schema{{"type", "integer"}}, Schema{{"enum", marks}}}}};
  }
  template <class T> static Schema type_of(List<T>&) {
    T item{};
    if constexpr (std::is_class_v<T> && !std::is_same_v<T, Text>) {
      RowSchema nested;
      describe(nested, item);
      return {{"type", "array"}, {"items", nested.schema()}};
    } else {
      return {{"type", "array"}, {"items", type_of(item)}};
    }
  }

  Schema properties_ = Schema::object();
  Schema required_ = Schema::array();
};

template <class Record> Schema file_schema(const std::string& stem) {
  Record record{};
  RowSchema row;
  describe(row, record);
  const Schema range{{"type", "array"}, {"items", {{"type", "number"}}}, {"minItems", 2}, {"maxItems", 2}};
  Schema schema;
  schema["$schema"] = "https://json-schema.org/draft/2020-12/schema";
  schema["title"] = "hisalary data file: " + stem;
  schema["type"] = "object";
  schema["properties"] = {{"format", {{"const", "hisalary/" + stem + "/1"}}},
                          {"about", filled_text()},
                          {"source", filled_text()},
                          {"at", filled_text()},
                          {"as_of", filled_text()},
                          {"grade", {{"enum", words(grade_names)}}},
                          {"ranges", {{"type", "object"}, {"additionalProperties", range}}},
                          {"rows", {{"type", "array"}, {"items", row.schema()}}}};
  schema["required"] = {"format", "about", "source", "at", "as_of", "grade", "ranges", "rows"};
  schema["additionalProperties"] = false;
  return schema;
}

}  // namespace

std::map<std::string, std::string> schemas() {
  std::map<std::string, std::string> all;
  for_each_file([&](const std::string& path, auto member) {
    using Record = decltype(record_of(member));
    const std::size_t start = path.rfind('/') == std::string::npos ? 0 : path.rfind('/') + 1;
    const std::string stem = path.substr(start, path.find('.', start) - start);
    all[stem + ".schema.json"] = file_schema<Record>(stem).dump(2) + "\n";
  });
  return all;
}

}  // namespace hisalary::data
