// SPDX-License-Identifier: MIT
#include "overlay.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <set>
#include <utility>

#include "base/sha256.hpp"
#include "base/text.hpp"
#include "check_rows.hpp"
#include "files.hpp"
#include "hisalary/error.hpp"
#include "keys.hpp"
#include "names.hpp"

namespace hisalary::data {
namespace {

using Contents = std::map<std::string, std::string>;
using Key = std::vector<Json>;

constexpr std::array<const char*, 4> provenance_keys{"source", "at", "as_of", "grade"};

std::string text_of(const Json& value) { return value.is_string() ? value.get<std::string>() : value.dump(); }

std::string text_of(const Key& key) {
  std::string out;
  for (const Json& part : key) {
    out += (out.empty() ? "" : " ") + text_of(part);
  }
  return out;
}

Key key_of(const Json& row, std::span<const std::string_view> columns, const Place& place) {
  Key key;
  for (const auto column : columns) {
    const auto value = row.find(std::string(column));
    if (value == row.end()) {
      place.at(column).fail("the key is missing", "add it; every row of this file has one");
    }
    if (!value->is_string() && !value->is_number_integer()) {
      place.at(column).fail(fmt_type(*value) + " where a text or a whole number was expected",
                            "write it as the rows of the file below do");
    }
    key.push_back(*value);
  }
  return key;
}

/// A row of the file as it will be.
struct Line {
  Key key;
  std::string text;
  std::size_t from = 0;  ///< the overlay's row, counted from 1; 0: the row is of the set below
};

/// A file of the set below: all before its rows, and its rows, one a line.
struct Base {
  std::string head;
  std::vector<Line> lines;
};

Base split(std::string_view bytes, std::span<const std::string_view> columns, const Place& place) {
  constexpr std::string_view opening = "\"rows\": [\n";
  const auto start = bytes.find(opening) + opening.size();
  Base base{std::string(bytes.substr(0, start)), {}};
  std::string_view rest = bytes.substr(start);
  while (rest.starts_with('{')) {
    std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(line.size() + 1);
    line = line.ends_with(',') ? line.substr(0, line.size() - 1) : line;
    base.lines.push_back({key_of(parse_strict(line, place), columns, place), std::string(line), 0});
  }
  return base;
}

/// A row on one line, its keys in the order in which a row below has them.
std::string on_one_line(const Json& row, std::string_view like) {
  std::vector<std::string> keys;
  for (const auto& item : row.items()) {
    keys.push_back(item.key());
  }
  std::ranges::stable_sort(keys, {}, [&](const std::string& key) { return like.find(Json(key).dump() + ":"); });
  std::string out;
  for (const auto& key : keys) {
    out += (out.empty() ? "" : ", ") + Json(key).dump() + ": " + row[key].dump();
  }
  return "{" + out + "}";
}

/// Where a row of a file that names one source for all comes from.
struct Origin {
  std::string path;
  std::string key;
  std::array<std::string, 4> from;  ///< in the order of provenance_keys
  std::size_t row = 0;
};

class Overlay {
 public:
  explicit Overlay(const Below& below) : below_(below) {
    for (const auto& file : below.files) {
      contents_.emplace(file.path, file.bytes);
    }
  }

  void lay(const std::string& path, const std::string& bytes) {
    const Place place(path);
    const auto columns = key_columns(path);
    if (columns.empty()) {
      place.fail("an overlay cannot hold this file, whose rows have no key",
                 R"(leave it out, or use a whole set: "hisalary data export DIR")");
    }
    const FileHead head = read_head(bytes, path);
    Base base = split(contents_.at(path), columns, place);
    const bool sorted = std::ranges::is_sorted(base.lines, {}, &Line::key);
    const Json first = parse_strict(base.lines.at(0).text, place);
    const std::string like = base.lines[0].text;

    std::map<Key, std::size_t> at;
    for (std::size_t i = 0; i < base.lines.size(); ++i) {
      at.emplace(base.lines[i].key, i);
    }
    std::size_t number = 0;
    for (Json row : head.document["rows"]) {
      const Place here = place.at(row_of(number++));
      if (!row.is_object()) {
        here.fail(fmt_type(row) + " where an object with keys was expected", R"(write the row as {"key": value, ...})");
      }
      Line line{key_of(row, columns, here), {}, number};
      if (!first.contains("source")) {
        origins_.push_back(take_origin(row, first, head.document, here));
        origins_.back().path = path;
        origins_.back().key = text_of(line.key);
        origins_.back().row = number;
      }
      const auto [below, fresh] = at.emplace(line.key, base.lines.size());
      line.text = on_one_line(row, fresh ? like : base.lines[below->second].text);
      if (fresh) {
        base.lines.push_back(std::move(line));
      } else if (base.lines[below->second].from == 0) {
        base.lines[below->second] = std::move(line);
      } else {
        here.fail("\"" + text_of(line.key) + "\" appears twice", "keep one of the two rows");
      }
    }
    if (sorted) {
      std::ranges::stable_sort(base.lines, {}, &Line::key);
    }
    put(path, base, head.ranges);
  }

  std::unique_ptr<LoadedSet> read(const std::string& fingerprint) {
    std::unique_ptr<LoadedSet> set;
    try {
      set = read_set(std::move(contents_));
    } catch (const Error& error) {
      in_own_rows(error);
    }
    keep_origins(*set);
    set->fingerprint = "overlay " + fingerprint + " of " + std::string(below_.fingerprint);
    return set;
  }

 private:
  /// The source of a row, or of the whole file, taken out of the row. Keys that a row below has mean something else.
  static Origin take_origin(Json& row, const Json& below, const Json& document, const Place& place) {
    Origin origin;
    for (std::size_t i = 0; i < provenance_keys.size(); ++i) {
      const char* const name = provenance_keys[i];
      if (below.contains(name)) {
        origin.from[i] = document[name].get<std::string>();
        continue;
      }
      const Json value = row.contains(name) ? row[name] : document[name];
      if (!value.is_string() || value.get_ref<const std::string&>().empty() ||
          !is_printable(value.get_ref<const std::string&>())) {
        place.at(name).fail("a text was expected", "write it in quotes");
      }
      origin.from[i] = value.get<std::string>();
      row.erase(name);
    }
    (void)grade_from_name(origin.from[3], place.at("grade"));
    return origin;
  }

  /// The file with its rows laid over; its ranges reach as far as the overlay's.
  void put(const std::string& path, const Base& base, const Ranges& ranges) {
    std::string rows;
    std::vector<std::size_t> from;
    for (const Line& line : base.lines) {
      rows += (rows.empty() ? "" : ",\n") + line.text;
      from.push_back(line.from);
    }
    rows_from_.emplace(path, std::move(from));
    contents_[path] = with_ranges(base.head, ranges, Place(path)) + rows + "\n]\n}\n";
  }

  static std::string with_ranges(const std::string& head, const Ranges& ranges, const Place& place) {
    if (ranges.empty()) {
      return head;
    }
    Json document = parse_strict(head + "]}", place);
    for (const auto& [key, range] : ranges) {
      Json& both = document["ranges"][key];
      const bool is_new = both.is_null();
      both = Json::array({is_new ? range.first : std::min(both[0].get<double>(), range.first),
                          is_new ? range.second : std::max(both[1].get<double>(), range.second)});
    }
    const auto start = head.find("\"ranges\": ");
    const auto end = head.find('\n', start);
    return head.substr(0, start) + "\"ranges\": " + document["ranges"].dump() + "," + head.substr(end);
  }

  /// A mistake found in the whole, told of the overlay's row.
  [[noreturn]] void in_own_rows(const Error& error) const {
    const std::string message = error.what();
    for (const auto& [path, from] : rows_from_) {
      const std::string start = path + ", row ";
      std::size_t row = 0;
      if (!message.starts_with(start)) {
        continue;
      }
      const auto [end, failed] = std::from_chars(message.data() + start.size(), message.data() + message.size(), row);
      if (failed != std::errc() || row == 0 || row > from.size()) {
        continue;
      }
      const auto rest = static_cast<std::size_t>(end - message.data());
      const std::size_t own = from[row - 1];
      if (own != 0) {
        throw Error(error.code(), start + std::to_string(own) + message.substr(rest), error.hint(), path);
      }
      throw Error(error.code(), message + " (a row of the built-in set, which the overlay does not go with)",
                  error.hint(), path);
    }
    throw Error(error.code(), message, error.hint(), error.where());
  }

  void keep_origins(LoadedSet& set) const {
    const Ids sources("sources.json", set.tables.sources, [](const auto& r) { return r.id; });
    std::vector<RowSource> kept;
    for (const Origin& origin : origins_) {
      const Place place = Place(origin.path).at(row_of(origin.row - 1));
      sources.require(origin.from[0], place.at("source"));
      const Grade grade = grade_from_name(origin.from[3], place.at("grade"));
      Arena& arena = set.arena;
      kept.push_back({arena.keep(origin.path),
                      arena.keep(origin.key),
                      {arena.keep(origin.from[0]), arena.keep(origin.from[1]), arena.keep(origin.from[2]), grade}});
    }
    set.tables.row_sources = set.arena.keep(kept);
  }

  const Below& below_;
  Contents contents_;
  std::vector<Origin> origins_;
  std::map<std::string, std::vector<std::size_t>> rows_from_;  ///< the overlay's row, by row of the whole
};

void check_marker(const std::string& bytes) {
  const Place place(overlay_marker);
  const Json document = parse_strict(bytes, place);
  if (!document.is_object()) {
    place.fail(fmt_type(document) + " where an object was expected",
               R"(write {"format": "hisalary/overlay/1", "about": "what it changes"})");
  }
  if (!document.contains("format") || document["format"] != "hisalary/overlay/1") {
    place.at("format").fail("this is no overlay that this program knows", R"(it should be "hisalary/overlay/1")");
  }
  if (!document.contains("about") || !document["about"].is_string()) {
    place.at("about").fail("a text was expected", "say what the overlay changes");
  }
  for (const auto& item : document.items()) {
    if (item.key() != "format" && item.key() != "about") {
      place.at(item.key()).fail("an overlay has no such key", "allowed: format, about");
    }
  }
}

}  // namespace

std::unique_ptr<LoadedSet> read_overlay(const Contents& contents, const Below& below) {
  std::vector<DataFile> files;
  Overlay overlay(below);
  for (const auto& [path, bytes] : contents) {
    files.push_back({path, bytes});
    if (path == overlay_marker) {
      check_marker(bytes);
    } else {
      overlay.lay(path, bytes);
    }
  }
  return overlay.read(fingerprint_of(files));
}

std::unique_ptr<LoadedSet> read_overlay(const std::filesystem::path& folder, const Below& below) {
  namespace fs = std::filesystem;
  std::vector<std::string> known{overlay_marker};
  for (const auto& file : below.files) {
    known.emplace_back(file.path);
  }
  Contents contents;
  for (const char* const below_folder : {"", "evidence", "model", "places"}) {
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder / below_folder, error)) {
      const std::string name = (fs::path(below_folder) / entry.path().filename()).generic_string();
      if (entry.path().extension() != ".json") {
        continue;
      }
      if (std::ranges::find(known, name) == known.end()) {
        Place(printable(name)).fail("no data set has a file of this name", suggest_key(name, known));
      }
      contents.emplace(name, read_file(entry.path(), name));
    }
  }
  return read_overlay(contents, below);
}

}  // namespace hisalary::data
