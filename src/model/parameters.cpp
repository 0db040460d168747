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

}  // namespace hisalary::model
