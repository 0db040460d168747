// SPDX-License-Identifier: MIT
#include "record.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "base/csv.hpp"
#include "data/tables.hpp"
#include "names.hpp"

namespace hisalary::output {
namespace {

using Json = nlohmann::ordered_json;

/// Keys whose value names a record.
constexpr std::array<const char*, 9> naming_keys{"id",   "code",    "soc",    "area", "fips",
                                                 "role", "release", "series", "grade"};

bool answers(const Json& row, std::string_view key) {
  return std::ranges::any_of(naming_keys, [&](const char* name) {
    const auto it = row.find(name);
    return it != row.end() && ((it->is_string() && it->get_ref<const std::string&>() == key) ||
                               (it->is_number_integer() && it->dump() == key));
  });
}

Provenance block_of(const Dataset& dataset, std::string_view path) {
  const auto it = std::ranges::find(dataset.tables().blocks, path, &Block::path);
  return it == dataset.tables().blocks.end() ? Provenance{} : it->from;
}

Json provenance(const Provenance& from) {
  return {{"source", from.source}, {"at", from.at}, {"as_of", from.as_of}, {"grade", name_of(from.grade)}};
}

/// On one line, with spaces where a narrow screen may break it.
std::string spaced(const Json& value) {
  if (!value.is_structured()) {
    return value.dump();
  }
  std::string out;
  for (const auto& [key, part] : value.items()) {
    out += (out.empty() ? "" : ", ") + (value.is_object() ? key + " " : "") +
           (part.is_string() ? part.get<std::string>() : spaced(part));
  }
  return value.is_object() ? "{" + out + "}" : out;
}

std::string dumped(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

}  // namespace

std::vector<FoundRecord> find_records(const Dataset& dataset, std::string_view key) {
  std::vector<FoundRecord> found;
  for (const auto& file : dataset.files()) {
    const bool whole = file.path == key;
    if (!whole && file.bytes.find(key) == std::string_view::npos) {
      continue;
    }
    const Json document = Json::parse(file.bytes);
    for (const Json& row : document["rows"]) {
      if (whole || answers(row, key)) {
        found.push_back({std::string(file.path), row.dump(), block_of(dataset, file.path)});
      }
    }
  }
  return found;
}

std::string file_names(const Dataset& dataset) {
  std::string names;
  for (const auto& file : dataset.files()) {
    names += (names.empty() ? "" : ", ") + std::string(file.path);
  }
  return names;
}

std::string records_text(const std::vector<FoundRecord>& records, const Screen& screen) {
  Page page(screen);
  std::string file;
  for (const auto& found : records) {
    if (!file.empty()) {
      page.line();
    }
    if (file != found.file) {
      file = found.file;
      page.line(page.ink(Ink::Strong, file));
      page.paragraph("  from  ",
                     std::string(found.from.source) + ", " + std::string(found.from.at) + ", " +
                         std::string(found.from.as_of) + ", grade " + std::string(name_of(found.from.grade)),
                     Ink::Faint);
    }
    const Json record = Json::parse(found.record);
    std::size_t widest = 0;
    for (const auto& [key, value] : record.items()) {
      widest = std::max(widest, columns(key));
    }
    for (const auto& [key, value] : record.items()) {
      page.line_of(key, widest, value.is_string() ? value.get<std::string>() : spaced(value));
    }
  }
  return page.text();
}

std::string records_json(const Dataset& dataset, const std::string& key, const std::vector<FoundRecord>& records) {
  Json out;
  out["schema"] = "hisalary/records/1";
  out["data"] = {
      {"version", dataset.info().version}, {"fingerprint", dataset.fingerprint()}, {"release", dataset.info().release}};
  out["key"] = key;
  out["records"] = Json::array();
  for (const auto& found : records) {
    out["records"].push_back(
        {{"file", found.file}, {"from", provenance(found.from)}, {"record", Json::parse(found.record)}});
  }
  return dumped(out);
}

std::string records_csv(const std::vector<FoundRecord>& records) {
  std::string out = csv_row({"file", "key", "value", "source", "at", "as_of", "grade"});
  for (const auto& found : records) {
    const Json record = Json::parse(found.record);
    for (const auto& [key, value] : record.items()) {
      out += csv_row({found.file, key, value.is_string() ? value.get<std::string>() : value.dump(),
                      std::string(found.from.source), std::string(found.from.at), std::string(found.from.as_of),
                      std::string(name_of(found.from.grade))});
    }
  }
  return out;
}

std::string verified(const Dataset& dataset, const std::string& format) {
  const auto files = dataset.files().size();
  if (format == "csv") {
    return csv_row({"version", "release", "files", "fingerprint"}) +
           csv_row({std::string(dataset.info().version), std::string(dataset.info().release), std::to_string(files),
                    std::string(dataset.fingerprint())});
  }
  return dumped({{"schema", "hisalary/verified/1"},
                 {"data",
                  {{"version", dataset.info().version},
                   {"fingerprint", dataset.fingerprint()},
                   {"release", dataset.info().release}}},
                 {"files", files}});
}

}  // namespace hisalary::output
