// SPDX-License-Identifier: MIT
#pragma once

/// What stands around the name of a place: states, countries, ZIP codes, "city of", "metro area", "remote".

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/place_key.hpp"
#include "data/tables.hpp"

namespace hisalary {

using PlaceWords = std::span<const PlaceWord>;

/// States as indices into Tables::areas.
using StateList = std::vector<std::uint16_t>;

/// A name and the states written beside it.
struct NameInStates {
  PlaceWords name;
  StateList states;
};

/// The words run together.
[[nodiscard]] std::string joined(PlaceWords words);

/// The state or territory that a key names, by postal code, name or shortened name.
[[nodiscard]] std::optional<std::uint16_t> state_of_key(const Tables& tables, std::string_view key);

/// Every way to read states behind a name ("Kansas City, MO-KS"), then before it ("MO - Kansas City"), the likeliest
/// first. The name is never empty.
[[nodiscard]] std::vector<NameInStates> split_states(const Tables& tables, PlaceWords words);

/// Without one "city of", "greater" or the like in front, or else without one "metro area", "township" or the like
/// behind; the same words when there is none.
[[nodiscard]] PlaceWords without_affix(PlaceWords words);

/// Without a country in front or behind.
[[nodiscard]] PlaceWords without_country(PlaceWords words);

/// Whether the words mean the whole country.
[[nodiscard]] bool is_nation(PlaceWords words);

/// Takes out "remote", "work from home" and the like, and words that do not matter ("hybrid"). True when one meant
/// remote.
bool take_remote(std::vector<PlaceWord>& words);

/// A ZIP code as typed: five digits, ZIP+4, or four or three digits whose leading zeros a spreadsheet dropped.
struct TypedZip {
  std::uint32_t zip = 0;
  bool restored = false;  ///< leading zeros were missing
  bool whole = false;     ///< nothing else was typed
};

/// The ZIP code that the words are, or end with. `rest` becomes what stands before it.
[[nodiscard]] std::optional<TypedZip> typed_zip(PlaceWords words, PlaceWords& rest);

}  // namespace hisalary
