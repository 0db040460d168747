// SPDX-License-Identifier: MIT
#include "record.hpp"

#include <algorithm>
#include <array>

#include "base/format.hpp"
#include "data/keys.hpp"
#include "data/tables.hpp"
#include "json.hpp"
#include "names.hpp"
#include "parts.hpp"
#include "words.hpp"

namespace hisalary::output {
namespace {

/// Keys whose value names a record.
constexpr std::array<std::string_view, 9> naming_keys{"id",   "code",    "soc",    "area", "fips",
                                                      "role", "release", "series", "grade"};

bool answers(const Value& record, std::string_view key) {
  return std::ranges::any_of(naming_keys, [&](std::string_view name) {
    const Value& value = record.at(name);
    const bool names =
        std::holds_alternative<std::string>(value.content()) || std::holds_alternative<std::int64_t>(value.content());
    return names && value.plain() == key;
  });
}

Provenance provenance_of_file(const Dataset& dataset, std::string_view path) {
  const auto it = std::ranges::find(dataset.tables().blocks, path, &Block::path);
  return it == dataset.tables().blocks.end() ? Provenance{} : it->from;
}

/// Of a row: its own in an overlay, else that of its file.
Provenance provenance_of_row(const Dataset& dataset, std::string_view path, const Value& row) {
  std::string key;
  for (const auto column : data::key_columns(path)) {
    key += (key.empty() ? "" : " ") + row.at(column).plain();
  }
  const auto& origins = dataset.tables().row_sources;
  const auto it =
      std::ranges::find_if(origins, [&](const RowSource& origin) { return origin.path == path && origin.key == key; });
  return it == origins.end() ? provenance_of_file(dataset, path) : it->from;
}

/// A text as it is, everything else as JSON on one line.
std::string cell_of(const Value& value) {
  const auto* const text = std::get_if<std::string>(&value.content());
  return text != nullptr ? *text : json(value, Layout::OneLine);
}

/// On one line, with spaces where a narrow screen may break it.
std::string spaced(const Value& value) {
  std::vector<std::string> parts;
  if (const auto* const list = std::get_if<Values>(&value.content())) {
    std::ranges::transform(*list, std::back_inserter(parts), spaced);
    return joined(parts);
  }
  if (const auto* const object = std::get_if<Members>(&value.content())) {
    for (const auto& [name, part] : *object) {
      parts.push_back(name + " " + spaced(part));
    }
    return "{" + joined(parts) + "}";
  }
  return cell_of(value);
}

void show_file(Page& page, const FoundRecord& one) {
  page.line(page.ink(Ink::Strong, one.file));
  const std::vector<std::string> from{std::string(one.from.source), std::string(one.from.at),
                                      std::string(one.from.as_of), "grade " + std::string(name_of(one.from.grade))};
  page.paragraph("  from  ", joined(from), Ink::Faint);
}

void show_record(Page& page, const Members& record) {
  std::size_t widest = 0;
  for (const auto& [name, value] : record) {
    widest = std::max(widest, columns(name));
  }
  for (const auto& [name, value] : record) {
    page.line_of(name, widest, spaced(value));
  }
}

/// A row of the CSV: one member of a record, and where it comes from.
Members row_of(const FoundRecord& one, const Member& member) {
  Members row{{"file", one.file}, {"key", member.name}, {"value", cell_of(member.value)}};
  std::ranges::move(provenance_of(one.from), std::back_inserter(row));
  return row;
}

}  // namespace

std::vector<FoundRecord> find_records(const Dataset& dataset, std::string_view key) {
  std::vector<FoundRecord> found;
  for (const auto& file : dataset.files()) {
    const bool whole = file.path == key;
    if (!whole && file.bytes.find(key) == std::string_view::npos) {
      continue;
    }
    const Value document = parsed(file.bytes);
    for (const Value& row : std::get<Values>(document.at("rows").content())) {
      if (whole || answers(row, key)) {
        found.push_back({std::string(file.path), row, provenance_of_row(dataset, file.path, row)});
      }
    }
  }
  return found;
}

std::string file_names(const Dataset& dataset) {
  std::vector<std::string> names;
  for (const auto& file : dataset.files()) {
    names.emplace_back(file.path);
  }
  return joined(names);
}

Result records(const Dataset& dataset, const std::string& key, const std::vector<FoundRecord>& found,
               const Screen& screen) {
  Result out(dataset, "records", screen);
  out.table.columns = {"file", "key", "value", "source", "at", "as_of", "grade"};
  std::string file;
  for (const FoundRecord& one : found) {
    if (!file.empty()) {
      out.page.line();
    }
    if (file != one.file) {
      file = one.file;
      show_file(out.page, one);
    }
    const auto& record = std::get<Members>(one.record.content());
    show_record(out.page, record);
    for (const Member& member : record) {
      out.table.records.emplace_back(row_of(one, member));
    }
  }

  out.add("key", key);
  out.add("records", list_of(found, [](const FoundRecord& one) {
            return Members{{"file", one.file}, {"from", provenance_of(one.from)}, {"record", one.record}};
          }));
  return out;
}

Result verified(const Dataset& dataset, const std::string& folder, const Screen& screen) {
  Result out(dataset, "verified", screen);
  const auto& info = dataset.info();
  const auto files = dataset.files().size();
  out.page.line(out.page.ink(Ink::Plain, formatted("{}: data {}, release {}, {} files, no mistake found", folder,
                                                   info.version, info.release, files)));
  out.page.line(formatted("fingerprint {}", dataset.fingerprint()));
  out.add("files", files);
  out.table = {
      {{"data.version", "version"}, {"data.release", "release"}, {"files"}, {"data.fingerprint", "fingerprint"}},
      {out.document()}};
  return out;
}

}  // namespace hisalary::output
