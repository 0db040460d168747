// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "advise/offer.hpp"
#include "result.hpp"

namespace hisalary::output {

/// Offers as valued, with what their answer needs beside them.
struct OfferView {
  const Dataset& dataset;
  const Facts& person;
  const std::vector<advise::OfferValue>& offers;
  const std::vector<std::string>& notes;  ///< what was taken for what
  bool detail = false;                    ///< the page has bonuses as published and the sources, too
  Money money{Period::Year};
};

/// hisalary/offer/1, see data/schema/offer.schema.json; in CSV one row an offer; in text the parts of an offer and how
/// it compares, of several offers a table first, and the parts of each when they are few.
[[nodiscard]] Result offers(const OfferView& view, const Screen& screen);

/// The sources behind the figures that stand in, the estimate and the context, each once.
[[nodiscard]] std::vector<const Source*> sources_of(const OfferView& view);

// Parts of offers(), each in a source of its own.

/// "above the middle half": where a wage stands among people like the person.
[[nodiscard]] std::string_view verdict_of(advise::Band band);

/// What to ask for, with the source to cite.
[[nodiscard]] std::string ask_words(const advise::OfferValue& offer, const Money& money = Money(Period::Year));

/// One offer as an object; with what only tables show.
[[nodiscard]] Members offer_of(const advise::OfferValue& offer, const Money& money = Money(Period::Year));
/// The CSV: the parts in the order in which they first come, over all offers, then sums.
[[nodiscard]] Table table_of_offers(const std::vector<advise::OfferValue>& offers, const Values& records);
/// The page of several offers, or of one. `records` are those of offer_of().
void show_offers(Page& page, const OfferView& view, const Values& records);

}  // namespace hisalary::output
