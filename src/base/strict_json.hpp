// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hisalary::data {

using Json = nlohmann::json;

/// Lowest and highest value allowed, by key.
using Ranges = std::map<std::string, std::pair<double, double>, std::less<>>;

/// A place in a data set, for messages: file, then row and key.
class Place {
 public:
  explicit Place(std::string text) : text_(std::move(text)) {}
  [[nodiscard]] Place at(std::string_view part) const { return Place(text_ + ", " + std::string(part)); }
  /// Throws Error BadData.
  [[noreturn]] void fail(const std::string& message, const std::string& hint) const;

 private:
  std::string text_;
};

/// Parses one document. Throws Error BadData on bytes that are not JSON in UTF-8, with the line; on a key twice in one
/// object; on nesting deeper than 16.
[[nodiscard]] Json parse_strict(std::string_view bytes, const Place& place);

/// "a text", "a list", ...: what a value is, for messages.
[[nodiscard]] std::string fmt_type(const Json& value);

/// The hint for a key that does not exist.
[[nodiscard]] std::string suggest_key(std::string_view key, const std::vector<std::string>& known);

}  // namespace hisalary::data
