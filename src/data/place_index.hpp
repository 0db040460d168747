// SPDX-License-Identifier: MIT
#pragma once

/// Look-ups in a PlaceIndex. Nothing is unpacked: a look-up reads the few bytes that it needs.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tables.hpp"

namespace hisalary::data {

/// What a name stands for. Parts follow the entry that they belong to.
enum class PlaceKind : std::uint8_t {
  State,         ///< a state or territory, by its name or postal code
  Title,         ///< an area by its title of today
  OldTitle,      ///< an area by an earlier title; value: thousandths of the old area's people in it
  OldTitlePart,  ///< where others of the same old title live
  Nickname,
  City,        ///< value: people
  Town,        ///< a town or township; value: people
  County,      ///< value: people in its cities and towns
  CountyPart,  ///< an old county of Connecticut; value: thousandths of its people in this area
};

/// Index of no area.
inline constexpr std::uint16_t no_area = 0xffff;

/// A name and one thing that it stands for. Areas are indices into Tables::areas.
struct PlaceEntry {
  std::string name;  ///< as printed
  PlaceKind kind = PlaceKind::City;
  std::uint16_t area = no_area;
  std::uint16_t state = no_area;
  std::uint32_t value = 0;
  std::uint32_t county = 0;  ///< last three digits of its code, for counties
};

/// All that a key (place_key) stands for. A title is found by its part before the states.
[[nodiscard]] std::vector<PlaceEntry> places_named(const PlaceIndex& index, std::string_view key);

/// Whether a name begins with a key, or is it.
[[nodiscard]] bool any_name_begins(const PlaceIndex& index, std::string_view key);

/// Titles of today or earlier whose first cities are these ("minneapolisstpaul").
[[nodiscard]] std::vector<PlaceEntry> titles_beginning(const PlaceIndex& index, std::string_view key);

/// A county by its five-digit code, with its parts; empty when there is none.
[[nodiscard]] std::vector<PlaceEntry> county_of_code(const PlaceIndex& index, std::uint32_t code);

struct ZipEntry {
  std::uint16_t area = no_area;
  std::uint16_t state = no_area;
  double share = 1;               ///< of its people in the area
  std::uint16_t other = no_area;  ///< where at least a tenth of the others live
};

[[nodiscard]] std::optional<ZipEntry> zip_entry(const PlaceIndex& index, std::uint32_t zip);

/// The name that a misspelled key (see place_key) is nearest to, at most three letters off: of the larger places and of
/// those that begin alike. Those in `state` come first, and then they alone when `only_there`. Empty: none is near.
[[nodiscard]] std::optional<PlaceEntry> nearest_place(const PlaceIndex& index, std::string_view key,
                                                      std::uint16_t state, bool only_there);

/// The county of a state that a misspelled key without its last word (county, parish) is nearest to.
[[nodiscard]] std::optional<PlaceEntry> nearest_county(const PlaceIndex& index, std::string_view key,
                                                       std::uint32_t state_fips);

/// "Cook County" without its last words: the key is cook.
[[nodiscard]] std::string county_key(std::string_view name);

/// The states that stand behind a title ("MN-WI" of "Minneapolis-St. Paul-Bloomington, MN-WI"); empty: none.
[[nodiscard]] std::string_view states_of_title(std::string_view title);

}  // namespace hisalary::data
