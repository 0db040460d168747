// SPDX-License-Identifier: MIT
#pragma once

/// From a name, without the words around it, to one area, several, or none.

#include "place_names.hpp"
#include "place_words.hpp"

namespace hisalary {

/// What is looked for.
enum class PlaceScope { Any, Areas, Counties };

struct PlaceSearch {
  const Tables& tables;
  std::string_view text;  ///< as typed, for messages
  PlaceScope scope = PlaceScope::Any;
};

/// What the name means, in the states (empty: anywhere); a refusal when it could be several. Empty: nothing has this
/// name.
[[nodiscard]] std::optional<ResolvedPlace> match_name(const PlaceSearch& search, const std::string& key,
                                                      const StateList& states);

/// The area whose title begins with these cities ("Minneapolis-St Paul").
[[nodiscard]] std::optional<ResolvedPlace> match_first_cities(const PlaceSearch& search, const std::string& key,
                                                              const StateList& states);

/// The county of a key with or without its last word, in the states (empty: anywhere).
[[nodiscard]] std::optional<ResolvedPlace> match_county(const PlaceSearch& search, const std::string& key,
                                                        const StateList& states);

/// The county of a five-digit code.
[[nodiscard]] std::optional<ResolvedPlace> match_county_code(const PlaceSearch& search, std::uint32_t code);

/// "Boise City, ID" for the places of a name, the largest first; for messages.
[[nodiscard]] std::vector<std::string> places_called(const PlaceSearch& search, const std::string& key);

/// "the Boise City, ID area".
[[nodiscard]] std::string the_area(const Area& area);

/// A place that could not be told.
[[nodiscard]] ResolvedPlace refused(ErrorCode code, std::string message, std::string hint);

}  // namespace hisalary
