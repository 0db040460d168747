// SPDX-License-Identifier: MIT
// The tables compiled into the library are data/, value by value.

#include "../support/catch.hpp"
#include "../support/data_files.hpp"
#include "../support/known.hpp"
#include "base/number.hpp"
#include "data/describe.hpp"
#include "data/reader.hpp"
#include "data/tables.hpp"

namespace hisalary::test {
namespace {

/// Writes all values of a record, one after the other.
class Writer {
 public:
  template <class T> void required(const char* /*key*/, T& value) { write(value); }
  template <class T> void optional(const char* /*key*/, T& value) { write(value); }
  void percentiles(PublishedPercentiles& pay) {
    for (const auto& one : pay) {
      write(one);
    }
  }
  void provenance(Provenance& from) {
    write(from.source);
    write(from.at);
    write(from.as_of);
    write(from.grade);
  }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  void write(Text value) { text_ += std::to_string(value.size()) + ":" + std::string(value) + "|"; }
  void write(double value) { text_ += number_text(value) + "|"; }
  void write(std::int32_t value) { text_ += std::to_string(value) + "|"; }
  void write(bool value) { text_ += value ? "true|" : "false|"; }
  void write(Grade value) { write(static_cast<std::int32_t>(value)); }
  void write(AreaKind value) { write(static_cast<std::int32_t>(value)); }
  void write(const Published& value) {
    text_ += std::to_string(static_cast<int>(value.mark)) + "/" + std::to_string(value.amount) + "|";
  }
  template <class T> void write(const std::optional<T>& value) {
    if (value) {
      write(*value);
    } else {
      text_ += "-|";
    }
  }
  template <class T> void write(List<T> values) {
    write(static_cast<std::int32_t>(values.size()));
    for (T value : values) {
      if constexpr (std::is_same_v<T, Text> || !std::is_class_v<T>) {
        write(value);
      } else {
        data::describe(*this, value);
      }
    }
  }

  std::string text_;
};

std::map<std::string, std::vector<std::string>> written(const Tables& all) {
  std::map<std::string, std::vector<std::string>> out;
  data::for_each_table(all, [&](const char* name, auto rows) {
    auto& lines = out[name];
    for (auto record : rows) {
      Writer writer;
      data::describe(writer, record);
      lines.push_back(writer.text());
    }
  });
  return out;
}

void check_same(const Dataset& one, const Dataset& other) {
  CHECK(one.fingerprint() == other.fingerprint());
  const auto left = written(one.tables());
  const auto right = written(other.tables());
  REQUIRE(left.size() == right.size());
  for (const auto& [name, lines] : left) {
    INFO(name);
    CHECK(!lines.empty());
    CHECK(lines == right.at(name));
  }
}

TEST_CASE("every built-in table is the one that data/ holds") {
  const Dataset loaded = Dataset::load(data_folder);
  check_same(Dataset::builtin(), loaded);
  CHECK(loaded.info().version == Dataset::builtin().info().version);
}

TEST_CASE("the built-in set keeps its files, and exporting them gives the same set again") {
  const Folder folder;
  std::string_view before;
  for (const auto& file : Dataset::builtin().files()) {
    CHECK(before < file.path);
    before = file.path;
    CHECK(real_files().at(std::string(file.path)) == file.bytes);
    write_bytes(folder.path() / file.path, file.bytes);
  }
  CHECK(Dataset::builtin().files().size() == real_files().size());
  check_same(Dataset::builtin(), Dataset::load(folder.path()));
}

TEST_CASE("the fingerprint is 64 hexadecimal digits and moves with every byte and name") {
  const std::string real = data::read_set(real_files())->fingerprint;
  CHECK(real.size() == 64);
  CHECK(real.find_first_not_of("0123456789abcdef") == std::string::npos);
  CHECK(real == Dataset::builtin().fingerprint());
  CHECK(data::read_set(changed("skills.json", "\n", "\n\n"))->fingerprint != real);
  Files more = real_files();
  more["zzz.json"] = "";
  CHECK(data::read_set(more)->fingerprint != real);
}

TEST_CASE("a loaded set lives as long as any copy of it") {
  std::optional<Dataset> first = Dataset::load(data_folder);
  const Dataset copy = *first;
  const Text title = copy.tables().roles[0].title;
  first.reset();
  CHECK(title == tables().roles[0].title);
}

}  // namespace
}  // namespace hisalary::test
