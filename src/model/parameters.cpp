// SPDX-License-Identifier: MIT
#include "parameters.hpp"

#include <algorithm>
#include <string>

#include "data/tables.hpp"
#include "hisalary/error.hpp"

namespace hisalary::model {

const Parameter& parameter(const Tables& tables, std::string_view id) {
  const auto it = std::ranges::find(tables.parameters, id, &Parameter::id);
  if (it == tables.parameters.end()) {
    throw Error(ErrorCode::BadData, "model/parameters.json: there is no row \"" + std::string(id) + "\"",
                "add it; the model needs it", "model/parameters.json");
  }
  return *it;
}

const Parameter& parameter_for(const Tables& tables, std::string_view id, std::string_view of) {
  const std::string special = std::string(id) + "." + std::string(of);
  const auto it = std::ranges::find(tables.parameters, special, &Parameter::id);
  return it != tables.parameters.end() ? *it : parameter(tables, id);
}

const Provenance& block(const Tables& tables, std::string_view path) {
  const auto it = std::ranges::find(tables.blocks, path, &Block::path);
  if (it == tables.blocks.end()) {
    throw Error(ErrorCode::BadData, std::string(path) + ": the data set has no such file", {}, std::string(path));
  }
  return it->from;
}

const Provenance& row_source(const Tables& tables, std::string_view path, std::string_view key) {
  const auto it = std::ranges::find_if(tables.row_sources, [&](const RowSource& row) {
    return row.path == path && (key.ends_with(' ') ? row.key.starts_with(key) : row.key == key);
  });
  return it == tables.row_sources.end() ? block(tables, path) : it->from;
}

std::string release_year(const Tables& tables, std::optional<std::int32_t> release) {
  return release ? std::to_string(*release) : std::string(tables.info[0].release.substr(0, 4));
}

}  // namespace hisalary::model
