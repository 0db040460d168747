// SPDX-License-Identifier: MIT
#include "emit.hpp"

#include <type_traits>

#include "base/number.hpp"
#include "data/describe.hpp"
#include "data/files.hpp"
#include "data/names.hpp"

namespace hisalary::data {
namespace {

constexpr std::size_t literal_chunk = 8000;  // some compilers limit the length of one literal

std::string quoted(std::string_view text) {
  constexpr std::string_view digits = "01234567";
  std::string out = "\"";
  std::size_t in_chunk = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (++in_chunk > literal_chunk) {
      out += "\"\n\"";
      in_chunk = 1;
    }
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (byte >= 0x20 && byte < 0x7f && c != '?') {
      out += c;
    } else {
      out += {'\\', digits[byte >> 6], digits[byte >> 3 & 7], digits[byte & 7]};
    }
  }
  return out + "\"";
}

std::string view(std::string_view text) {
  return text.empty() ? "{}" : "{" + quoted(text) + "," + std::to_string(text.size()) + "}";
}

/// Writes one record as a braced initializer; lists become arrays of their own, written before it.
class RowEmitter {
 public:
  explicit RowEmitter(std::string& lists, std::size_t& count) : lists_(lists), count_(count) {}

  void required(const char*, auto& member) { add(member); }
  void optional(const char*, auto& member) { add(member); }
  void percentiles(PublishedPercentiles& pay) {
    std::string all;
    for (auto& value : pay) {
      all += literal(value) + ",";
    }
    append("{{" + all + "}}");
  }
  void provenance(Provenance& from) {
    append("{" + view(from.source) + "," + view(from.at) + "," + view(from.as_of) + "," + literal(from.grade) + "}");
  }

  [[nodiscard]] std::string text() const { return "{" + out_ + "}"; }

 private:
  void append(const std::string& value) { out_ += value + ","; }
  template <class T> void add(T& member) { append(literal(member)); }

  static std::string literal(Text value) { return view(value); }
  static std::string literal(bool value) { return value ? "true" : "false"; }
  static std::string literal(std::int32_t value) { return std::to_string(value); }
  static std::string literal(double value) {
    std::string text = number_text(value);
    return text.find_first_of(".e") == std::string::npos ? text + ".0" : text;
  }
  static std::string literal(std::optional<double> value) { return value ? literal(*value) : "std::nullopt"; }
  static std::string literal(Grade value) { return "Grade(" + std::to_string(static_cast<int>(value)) + ")"; }
  static std::string literal(AreaKind value) { return "AreaKind(" + std::to_string(static_cast<int>(value)) + ")"; }
  static std::string literal(Published value) {
    return "{" + std::to_string(value.amount) + ",Published::Mark(" + std::to_string(static_cast<int>(value.mark)) +
           ")}";
  }

  template <class T> std::string literal(List<T> values) {
    if (values.empty()) {
      return "{}";
    }
    std::string all;
    for (const T& value : values) {
      if constexpr (std::is_class_v<T> && !std::is_same_v<T, Text>) {
        RowEmitter nested(lists_, count_);
        T copy = value;
        describe(nested, copy);
        all += nested.text() + ",";
      } else {
        all += literal(value) + ",";
      }
    }
    const std::string name = "list" + std::to_string(count_++);
    lists_ += "constexpr " + std::string(type_name<T>()) + " " + name + "[]={" + all + "};\n";
    return name;
  }

  template <class T> static constexpr std::string_view type_name() {
    if constexpr (std::is_same_v<T, Text>) {
      return "Text";
    } else if constexpr (std::is_same_v<T, std::int32_t>) {
      return "std::int32_t";
    } else if constexpr (std::is_same_v<T, double>) {
      return "double";
    } else if constexpr (std::is_same_v<T, OccupationWeight>) {
      return "OccupationWeight";
    } else {
      static_assert(std::is_same_v<T, ShareEffect>, "name the new list element here");
      return "ShareEffect";
    }
  }

  std::string& lists_;
  std::size_t& count_;
  std::string out_;
};

template <class Record> std::string emit_table(List<Record> rows, const std::string& name, std::size_t& list_count) {
  std::string lists;
  std::string body;
  for (const Record& row : rows) {
    Record copy = row;
    RowEmitter emitter(lists, list_count);
    describe(emitter, copy);
    body += emitter.text() + ",\n";
  }
  const std::string type = "std::remove_cvref_t<decltype(Tables{}." + name + "[0])>";
  return lists + (rows.empty() ? "" : "constexpr " + type + " table_" + name + "[]={\n" + body + "};\n");
}

}  // namespace

std::string emit_source(const LoadedSet& set) {
  const Tables& t = set.tables;
  std::string out =
      "// Written by the data compiler from data/; do not edit.\n#include \"data/builtin.hpp\"\n#include "
#include "data/tables.hpp"
      "<type_traits>\nnamespace "
      "hisalary::data {\nnamespace {\n";
  std::string members;
  std::size_t lists = 0;
  const auto table = [&](const char* name, auto rows) {
    out += emit_table(rows, name, lists);
    members += rows.empty() ? "{}," : "table_" + std::string(name) + ",";
  };
  for_each_table(t, table);
  std::string files;
  std::size_t count = 0;
  for (const auto& file : set.files) {
    const std::string name = "file" + std::to_string(count++);
    out += "constexpr char " + name + "[]=\n" + quoted(file.bytes) + ";\n";
    files += "{" + view(file.path) + ",{" + name + "," + std::to_string(file.bytes.size()) + "}},\n";
  }
  out += "constexpr DataFile files[]={\n" + files + "};\n}  // namespace\n";
  out += "constinit const Builtin builtin{{" + members + "},files,\"" + set.fingerprint +
         "\"};\n}  // namespace hisalary::data\n";
  return out;
}

}  // namespace hisalary::data
