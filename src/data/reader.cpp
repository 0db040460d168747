// SPDX-License-Identifier: MIT
#include "reader.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

#include "base/number.hpp"
#include "base/sha256.hpp"
#include "base/text.hpp"
#include "check.hpp"
#include "files.hpp"
#include "hisalary/error.hpp"
#include "place_build.hpp"
#include "row_reader.hpp"
#include "tables.hpp"

namespace hisalary::data {
namespace {

constexpr std::uintmax_t largest_file = std::uintmax_t{16} << 20;
constexpr std::string_view whole_set_hint = "\"hisalary data export DIR\" writes a whole set to start from";

std::string stem_of(std::string_view path) {
  const auto slash = path.rfind('/');
  const auto name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  return std::string(name.substr(0, name.find('.')));
}

void check_format(const Json& document, const std::string& path, const Place& place) {
  const std::string prefix = "hisalary/" + stem_of(path) + "/";
  const auto it = document.find("format");
  if (it == document.end() || !it->is_string()) {
    place.at("format").fail("the key is missing", "it should be \"" + prefix + "1\"");
  }
  const auto& format = it->get_ref<const std::string&>();
  if (format == prefix + "1") {
    return;
  }
  if (format.starts_with(prefix)) {
    place.at("format").fail("\"" + format + "\" is a version that this program does not know",
                            "it reads \"" + prefix + "1\"; use a newer hisalary");
  }
  place.at("format").fail("\"" + format + "\" is another kind of file", "it should be \"" + prefix + "1\"");
}

/// How far the ranges of any data file may reach: no further than numbers are kept and the model can count.
struct Reach {
  std::string_view key;
  double low;
  double high;
};

constexpr double widest = 2147483647;
constexpr double most_dollars = 1e8;
constexpr std::array reaches{
    Reach{"share", 0, 100},
    Reach{"weight", 0, 1},
    Reach{"effect", -9, 9},
    Reach{"position", -9, 9},
    Reach{"spread", 0.001, 9},
    Reach{"uncertainty", 0, 9},
    Reach{"lasting", 0, 1},
    Reach{"inside", 0, 1},
    Reach{"p10", 1, most_dollars},
    Reach{"p25", 1, most_dollars},
    Reach{"p50", 1, most_dollars},
    Reach{"p75", 1, most_dollars},
    Reach{"p90", 1, most_dollars},
    Reach{"mean", -100, most_dollars},
    Reach{"median", 1, most_dollars},
    Reach{"employment", 1, widest},
    Reach{"parity", 1, 10000},
    Reach{"percent", 0, 1000},
    Reach{"steps", 1, most_dollars},
    Reach{"year", 1000, 9999},
    Reach{"release", 1000, 9999},
    Reach{"annual_low", 1, most_dollars},
    Reach{"annual_mid", 1, most_dollars},
    Reach{"annual_high", 1, most_dollars},
};

void check_reach(const std::string& key, double low, double high, const Place& place) {
  const auto known = std::ranges::find(reaches, key, &Reach::key);
  const Reach reach = known != reaches.end() ? *known : Reach{key, -widest, widest};
  if (low < reach.low || high > reach.high) {
    place.at(key).fail("the range is wider than the program can take",
                       "allowed: " + number_text(reach.low) + " to " + number_text(reach.high) + ", or less");
  }
}

Ranges read_ranges(const Json& value, const Place& place) {
  if (!value.is_object()) {
    place.fail(fmt_type(value) + " where an object was expected", R"(write {"key": [lowest, highest], ...})");
  }
  Ranges ranges;
  for (const auto& item : value.items()) {
    const Json& pair = item.value();
    if (!pair.is_array() || pair.size() != 2 || !pair[0].is_number() || !pair[1].is_number() ||
        pair[0].get<double>() > pair[1].get<double>()) {
      place.at(item.key()).fail("a range is a list of two numbers, the lower first", "write [lowest, highest]");
    }
    check_reach(item.key(), pair[0].get<double>(), pair[1].get<double>(), place);
    ranges.emplace(item.key(), std::pair{pair[0].get<double>(), pair[1].get<double>()});
  }
  return ranges;
}

Block block_of(const FileHead& envelope, const std::string& path, Arena& arena) {
  const auto text = [&](const char* key) { return arena.keep(envelope.document[key].get_ref<const std::string&>()); };
  const Grade grade = grade_from_name(text("grade"), Place(path).at("grade"));
  return {arena.keep(path), text("about"), {text("source"), text("at"), text("as_of"), grade}};
}

template <class Record> List<Record> read_rows(const FileHead& envelope, const std::string& path, Arena& arena) {
  const Json& rows = envelope.document["rows"];
  std::vector<Record> records;
  records.reserve(rows.size());
  for (const Json& row : rows) {
    Record record{};
    RowReader reader(row, envelope.ranges, Place(path + ", row " + std::to_string(records.size() + 1)), arena);
    describe(reader, record);
    reader.finish();
    records.push_back(record);
  }
  return arena.keep(records);
}

}  // namespace

std::string read_file(const std::filesystem::path& path, const std::string& name) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  if (error) {
    throw Error(ErrorCode::BadData, name + ": the file is missing", std::string(whole_set_hint), path.string());
  }
  if (size > largest_file) {
    throw Error(ErrorCode::BadData, name + ": the file is larger than 16 MiB",
                "a data file is far smaller; is it the right one?", path.string());
  }
  std::ifstream in(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (!in) {
    throw Error(ErrorCode::Io, name + ": the file cannot be read", "check its permissions", path.string());
  }
  return bytes;
}

std::string fingerprint_of(const std::vector<DataFile>& files) {
  Sha256 hash;
  for (const auto& file : files) {
    hash.update(file.path);
    hash.update(std::string_view("\0", 1));
    hash.update(std::to_string(file.bytes.size()));
    hash.update(std::string_view("\0", 1));
    hash.update(file.bytes);
  }
  return hash.finish();
}

FileHead read_head(std::string_view bytes, const std::string& path) {
  const Place place(path);
  FileHead head{parse_strict(bytes, place), {}};
  const Json& document = head.document;
  if (!document.is_object()) {
    place.fail(fmt_type(document) + " where an object was expected",
               "a data file is an object with format, about, source, at, as_of, grade, ranges and rows");
  }
  check_format(document, path, place);
  static const std::vector<std::string> keys{"format", "about", "source", "at", "as_of", "grade", "ranges", "rows"};
  for (const auto& item : document.items()) {
    if (std::find(keys.begin(), keys.end(), item.key()) == keys.end()) {
      place.at(item.key()).fail("a data file has no such key", suggest_key(item.key(), keys));
    }
  }
  for (const auto& key : keys) {
    if (!document.contains(key)) {
      place.at(key).fail("the key is missing", "add it; every data file has one");
    }
    if (key != "ranges" && key != "rows" &&
        (!document[key].is_string() || document[key].get_ref<const std::string&>().empty())) {
      place.at(key).fail("a text was expected", "write it in quotes");
    }
    if (document[key].is_string() && !is_printable(document[key].get_ref<const std::string&>())) {
      place.at(key).fail("the text holds a control character", "leave it out; texts are printed as they are");
    }
  }
  head.ranges = read_ranges(document["ranges"], place.at("ranges"));
  if (!document["rows"].is_array()) {
    place.at("rows").fail(fmt_type(document["rows"]) + " where a list was expected", "write [{...}, ...]");
  }
  return head;
}

std::unique_ptr<LoadedSet> read_set(std::map<std::string, std::string> contents) {
  auto set = std::make_unique<LoadedSet>();
  set->contents = std::move(contents);
  for (const auto& [path, bytes] : set->contents) {
    set->files.push_back({path, bytes});
  }
  set->fingerprint = fingerprint_of(set->files);
  std::vector<Block> blocks;
  PlaceRows places;
  for_each_file([&](const std::string& path, auto member) {
    const auto file = set->contents.find(path);
    if (file == set->contents.end()) {
      throw Error(ErrorCode::BadData, path + ": the file is missing", std::string(whole_set_hint), path);
    }
    const auto envelope = read_head(file->second, path);
    blocks.push_back(block_of(envelope, path, set->arena));
    auto rows = read_rows<decltype(record_of(member))>(envelope, path, set->arena);
    if constexpr (std::is_convertible_v<decltype(member), decltype(rows) PlaceRows::*>) {
      places.*member = rows;
    } else {
      set->tables.*member = rows;
    }
  });
  set->tables.blocks = set->arena.keep(blocks);
  check_set(set->tables);
  set->tables.places = set->arena.keep(std::vector{build_place_index(set->tables, places, set->arena)});
  return set;
}

std::unique_ptr<LoadedSet> read_set(const std::filesystem::path& folder) {
  std::error_code error;
  if (!std::filesystem::is_directory(folder, error)) {
    throw Error(ErrorCode::Io, "there is no such folder: " + folder.string(), std::string(whole_set_hint),
                folder.string());
  }
  std::map<std::string, std::string> contents;
  for_each_file([&](const std::string& path, auto) { contents.emplace(path, read_file(folder / path, path)); });
  return read_set(std::move(contents));
}

}  // namespace hisalary::data
