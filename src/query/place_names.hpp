// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "data/tables.hpp"
#include "hisalary/error.hpp"

namespace hisalary {

/// Why a text names no place: what an Error would say.
struct PlaceRefusal {
  ErrorCode code = ErrorCode::NoAnswer;
  std::string message;
  std::string hint;
};

/// What a text for a place means, or why it means none.
struct ResolvedPlace {
  const Area* area = nullptr;   ///< where wages are looked up; null: the nation
  const Area* state = nullptr;  ///< the state that the text names or lies in; null: none
  bool remote = false;          ///< remote work, priced against the nation
  std::string note;  ///< which area a ZIP code, town or nickname was matched to; empty when the title says it
  std::optional<PlaceRefusal> refused;  ///< set when the text is no place, or could be several; the rest is empty then

  [[nodiscard]] explicit operator bool() const { return !refused; }
};

/// The place of whatever people type: a ZIP code (with or without +4, also where a spreadsheet dropped leading zeros),
/// a city or town with or without its state, a county, a title of an area of today or since 2009 or its first cities, a
/// nickname, a state, the whole country, "Remote". Case, accents, punctuation, Saint or St., "city of", "metro area",
/// "USA" and the order of city and state do not matter. Of several candidates the one with four times the people of the
/// next is meant; else they are listed, the largest first. Candidates in `state` (null: any) come first; where there is
/// none, the answer may lie in another state.
[[nodiscard]] ResolvedPlace resolve_place(const Tables& tables, std::string_view text, const Area* state);

/// The state or territory of a postal code, a name, or a shortened name (Calif.).
[[nodiscard]] ResolvedPlace resolve_state(const Tables& tables, std::string_view text);

/// As resolve_place, for a metropolitan or nonmetropolitan area: also by its code, never a state.
[[nodiscard]] ResolvedPlace resolve_metro(const Tables& tables, std::string_view text, const Area* state);

/// The area of a county: five digits, "Cook, IL", "Cook County" with `state`, or a name that only one large county has.
[[nodiscard]] ResolvedPlace resolve_county(const Tables& tables, std::string_view text, const Area* state);

/// Whether the area is a state or territory.
[[nodiscard]] bool is_state(const Area& area);

/// Whether the area lies in the state, in whole or in part.
[[nodiscard]] bool lies_in(const Area& area, const Area& state);

}  // namespace hisalary
