// SPDX-License-Identifier: MIT
#include "strict_json.hpp"

#include <algorithm>
#include <utility>

#include "hisalary/error.hpp"
#include "suggest.hpp"

namespace hisalary::data {
namespace {

constexpr std::size_t deepest = 16;

std::string line_of(std::string_view bytes, std::size_t offset) {
  const auto end = bytes.begin() + static_cast<std::ptrdiff_t>(std::min(offset, bytes.size()));
  return "line " + std::to_string(1 + std::count(bytes.begin(), end, '\n'));
}

/// Builds a document in time that is linear in its bytes, and refuses what the library's parser lets pass: deep
/// nesting, a key twice. (Its parser with a callback walks all elder siblings at each end of a value.)
class Builder final : public Json::json_sax_t {
 public:
  Builder(std::string_view bytes, const Place& place) : bytes_(bytes), place_(place) {}

  [[nodiscard]] Json take() { return std::move(root_); }

  bool null() override { return put(nullptr); }
  bool boolean(bool value) override { return put(value); }
  bool number_integer(Json::number_integer_t value) override { return put(value); }
  bool number_unsigned(Json::number_unsigned_t value) override { return put(value); }
  bool number_float(Json::number_float_t value, const std::string& /*text*/) override { return put(value); }
  bool string(std::string& text) override { return put(std::move(text)); }
  bool binary(Json::binary_t& /*bytes*/) override { return false; }  // is no JSON
  bool start_object(std::size_t /*size*/) override { return open(Json::object()); }
  bool start_array(std::size_t /*size*/) override { return open(Json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(std::string& name) override {
    const auto [member, fresh] = open_.back()->get_ref<Json::object_t&>().emplace(name, nullptr);
    if (!fresh) {
      place_.at(name).fail("the key appears twice in one object", "keep one of the two");
    }
    member_ = &member->second;
    return true;
  }

  bool parse_error(std::size_t /*at*/, const std::string& /*token*/, const Json::exception& error) override {
    if (const auto* const malformed = dynamic_cast<const Json::parse_error*>(&error)) {
      place_.at(line_of(bytes_, malformed->byte))
          .fail("this is not JSON, or the file is cut short", "compare the line with its neighbors");
    }
    place_.fail("this is not JSON that can be read", "look for a number that is too large");
  }

 private:
  Json& add(Json value) {
    if (open_.empty()) {
      return root_ = std::move(value);
    }
    if (open_.back()->is_array()) {
      return open_.back()->get_ref<Json::array_t&>().emplace_back(std::move(value));
    }
    return *member_ = std::move(value);
  }

  bool put(Json value) {
    add(std::move(value));
    return true;
  }

  bool open(Json value) {
    open_.push_back(&add(std::move(value)));
    if (open_.size() > deepest) {
      place_.fail("the values are nested too deeply", "allowed: 16 levels");
    }
    return true;
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  std::string_view bytes_;
  const Place& place_;
  Json root_;
  std::vector<Json*> open_;  ///< from the outermost in; none of them grows while one inside it is open
  Json* member_ = nullptr;   ///< of the object that is open, behind its key
};

}  // namespace

void Place::fail(const std::string& message, const std::string& hint) const {
  throw Error(ErrorCode::BadData, text_ + ": " + message, hint, text_);
}

Json parse_strict(std::string_view bytes, const Place& place) {
  if (bytes.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    place.fail("the file is empty", "restore it; \"hisalary data export DIR\" writes a whole set");
  }
  // The library would take it for the end.
  if (const auto zero = bytes.find('\0'); zero != std::string_view::npos) {
    place.at(line_of(bytes, zero)).fail("there is a zero byte", "JSON holds none; compare the line with its neighbors");
  }
  Builder builder(bytes, place);
  (void)Json::sax_parse(bytes.begin(), bytes.end(), &builder);
  return builder.take();
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
