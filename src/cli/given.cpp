// SPDX-License-Identifier: MIT
#include "given.hpp"

#include <algorithm>
#include <stdexcept>

namespace hisalary::cli {

std::string spelled(std::string_view name) {
  std::string out = "--" + std::string(name);
  std::ranges::replace(out, '_', '-');
  return out;
}

std::string spelled(const OptionSpec& option) {
  return stands_alone(option) ? std::string(option.name) : spelled(option.name);
}

const OptionSpec* option_named(const CommandSpec& command, std::string_view name) {
  const OptionSpec* found = nullptr;
  for_each_option(command, [&](const OptionSpec& option) {
    if (option.name == name || (name.starts_with("--") && spelled(option) == name)) {
      found = &option;
    }
  });
  return found;
}

std::string Given::call() const {
  std::string out;
  for (const CommandSpec* const command : path_) {
    out += (out.empty() ? "" : " ") + std::string(command->name);
  }
  return out;
}

void Given::add(const OptionSpec& option, std::string value) {
  auto there = std::ranges::find(values_, &option, [](const auto& one) { return one.first; });
  if (there == values_.end()) {
    there = values_.insert(there, {&option, {}});
  }
  there->second.push_back(std::move(value));
}

const OptionSpec& Given::option(std::string_view name) const {
  const OptionSpec* const found = option_named(command(), name);
  if (found == nullptr) {
    throw std::logic_error(call() + " has no option " + std::string(name));
  }
  return *found;
}

std::optional<std::string> Given::value(std::string_view name) const {
  const auto& values = all(name);
  if (!values.empty()) {
    return values.back();
  }
  const std::string_view fallback = option(name).fallback;
  return fallback.empty() ? std::nullopt : std::optional<std::string>(fallback);
}

const std::vector<std::string>& Given::all(std::string_view name) const {
  static const std::vector<std::string> none;
  const auto there = std::ranges::find(values_, &option(name), [](const auto& one) { return one.first; });
  return there == values_.end() ? none : there->second;
}

std::optional<bool> Given::choice(std::string_view name) const {
  const auto& values = all(name);
  return values.empty() ? std::nullopt : std::optional(values.back() == "true");
}

}  // namespace hisalary::cli
