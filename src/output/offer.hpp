// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "advise/offer.hpp"
#include "page.hpp"

namespace hisalary::output {

/// Offers as valued, with what their exporters need beside them.
struct OfferView {
  const Dataset& dataset;
  const Facts& person;
  const std::vector<advise::OfferValue>& offers;
  const std::vector<std::string>& notes;  ///< what was taken for what
};

/// The parts of an offer and how it compares; of several offers a table first, and the parts of each when they are few.
[[nodiscard]] std::string offer_text(const OfferView& view, const Screen& screen);

/// hisalary/offer/1, see data/schema/offer.schema.json.
[[nodiscard]] std::string offer_json(const OfferView& view);

/// One row an offer.
[[nodiscard]] std::string offer_csv(const OfferView& view);

[[nodiscard]] constexpr const char* name_of(advise::Origin origin) noexcept {
  switch (origin) {
    case advise::Origin::Said: return "said";
    case advise::Origin::Filled: return "filled";
    default: return "computed";
  }
}

[[nodiscard]] constexpr const char* name_of(advise::Coverage coverage) noexcept {
  switch (coverage) {
    case advise::Coverage::Family: return "family";
    case advise::Coverage::Single: return "single";
    default: return "none";
  }
}

/// The sources behind the figures that stand in, the estimate and the context, each once.
[[nodiscard]] std::vector<const Source*> sources_of(const OfferView& view);

}  // namespace hisalary::output
