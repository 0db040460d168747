// SPDX-License-Identifier: MIT
#include "names.hpp"

namespace hisalary::output {

std::string_view name_of(CellKind kind) noexcept {
  switch (kind) {
    case CellKind::Published: return "published";
    case CellKind::Thin: return "thin";
    default: return "estimated";
  }
}

std::string_view name_of(Confidence::Level level) noexcept {
  switch (level) {
    case Confidence::Level::High: return "high";
    case Confidence::Level::Medium: return "medium";
    default: return "low";
  }
}

std::string_view name_of(Grade grade) noexcept {
  switch (grade) {
    case Grade::A: return "A";
    case Grade::B: return "B";
    case Grade::C: return "C";
    case Grade::Fitted: return "fitted";
    default: return "assumption";
  }
}

std::string_view name_of(AreaKind kind) noexcept {
  switch (kind) {
    case AreaKind::Nation: return "nation";
    case AreaKind::State: return "state";
    case AreaKind::Metropolitan: return "metropolitan";
    case AreaKind::Nonmetropolitan: return "nonmetropolitan";
    default: return "territory";
  }
}

std::string_view name_of(ErrorCode code) noexcept {
  switch (code) {
    case ErrorCode::NoAnswer: return "no_answer";
    case ErrorCode::Usage: return "usage";
    case ErrorCode::BadData: return "bad_data";
    default: return "io";
  }
}

}  // namespace hisalary::output
