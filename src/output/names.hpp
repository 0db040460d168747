// SPDX-License-Identifier: MIT
#pragma once

/// Words for what the model says in enumerations.

#include <string>
#include <string_view>
#include <vector>

#include "hisalary/error.hpp"
#include "hisalary/estimate.hpp"

namespace hisalary::output {

[[nodiscard]] constexpr std::string_view name_of(CellKind kind) noexcept {
  switch (kind) {
    case CellKind::Published: return "published";
    case CellKind::Thin: return "thin";
    default: return "estimated";
  }
}

[[nodiscard]] constexpr std::string_view name_of(Confidence::Level level) noexcept {
  switch (level) {
    case Confidence::Level::High: return "high";
    case Confidence::Level::Medium: return "medium";
    default: return "low";
  }
}

[[nodiscard]] constexpr std::string_view name_of(Grade grade) noexcept {
  switch (grade) {
    case Grade::A: return "A";
    case Grade::B: return "B";
    case Grade::C: return "C";
    case Grade::Fitted: return "fitted";
    default: return "assumption";
  }
}

[[nodiscard]] constexpr std::string_view name_of(AreaKind kind) noexcept {
  switch (kind) {
    case AreaKind::Nation: return "nation";
    case AreaKind::State: return "state";
    case AreaKind::Metropolitan: return "metropolitan";
    case AreaKind::Nonmetropolitan: return "nonmetropolitan";
    default: return "territory";
  }
}

[[nodiscard]] constexpr std::string_view name_of(ErrorCode code) noexcept {
  switch (code) {
    case ErrorCode::NoAnswer: return "no_answer";
    case ErrorCode::Usage: return "usage";
    case ErrorCode::BadData: return "bad_data";
    default: return "io";
  }
}

/// The ids of the rows whose bits are set, in table order.
template <class Record> [[nodiscard]] std::vector<Text> held(List<Record> rows, const Held& bits) {
  std::vector<Text> ids;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (bits.test(i)) {
      ids.push_back(rows[i].id);
    }
  }
  return ids;
}

[[nodiscard]] inline std::string joined(const std::vector<Text>& parts, std::string_view between) {
  std::string out;
  for (const Text part : parts) {
    out += (out.empty() ? "" : std::string(between)) + std::string(part);
  }
  return out;
}

}  // namespace hisalary::output
