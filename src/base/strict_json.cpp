// SPDX-License-Identifier: MIT
#include "strict_json.hpp"

#include <algorithm>
#include <set>

#include "hisalary/error.hpp"
#include "suggest.hpp"

namespace hisalary::data {
namespace {

constexpr int deepest = 16;

std::string line_of(std::string_view bytes, std::size_t offset) {
  const auto end = bytes.begin() + static_cast<std::ptrdiff_t>(std::min(offset, bytes.size()));
  return "line " + std::to_string(1 + std::count(bytes.begin(), end, '\n'));
}

}  // namespace

void Place::fail(const std::string& message, const std::string& hint) const {
  throw Error(ErrorCode::BadData, text_ + ": " + message, hint, text_);
}

Json parse_strict(std::string_view bytes, const Place& place) {
  if (bytes.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    place.fail("the file is empty", "restore it; \"hisalary data export DIR\" writes a whole set");
  }
  std::vector<std::set<std::string>> open;
  const auto watch = [&](int depth, Json::parse_event_t event, const Json& parsed) {
    if (depth > deepest) {
      place.fail("the values are nested too deeply", "allowed: 16 levels");
    }
    if (event == Json::parse_event_t::object_start) {
      open.emplace_back();
    } else if (event == Json::parse_event_t::object_end) {
      open.pop_back();
    } else if (event == Json::parse_event_t::key && !open.back().insert(parsed.get<std::string>()).second) {
      place.at(parsed.get<std::string>()).fail("the key stands twice in one object", "keep one of the two");
    }
    return true;
  };
  try {
    return Json::parse(bytes.begin(), bytes.end(), watch);
  } catch (const Json::parse_error& error) {
    place.at(line_of(bytes, error.byte))
        .fail("this is not JSON, or the file is cut short", "compare the line with its neighbors");
  } catch (const Json::exception&) {
    place.fail("this is not JSON that can be read", "look for a number that is too large");
  }
}

std::string fmt_type(const Json& value) {
  switch (value.type()) {
    case Json::value_t::null: return "null";
    case Json::value_t::object: return "an object";
    case Json::value_t::array: return "a list";
    case Json::value_t::string: return "a text";
    case Json::value_t::boolean: return "true or false";
    case Json::value_t::number_float: return "a number with a fraction";
    default: return "a whole number";
  }
}

std::string suggest_key(std::string_view key, const std::vector<std::string>& known) {
  const auto near = nearest(key, {known.begin(), known.end()});
  if (!near.empty()) {
    return "did you mean \"" + std::string(near) + "\"?";
  }
  std::string all;
  for (const auto& name : known) {
    all += (all.empty() ? "allowed: " : ", ") + name;
  }
  return all;
}

}  // namespace hisalary::data
