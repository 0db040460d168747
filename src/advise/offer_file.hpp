// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "offer.hpp"

namespace hisalary::data {

/// Where a term is kept, and so what it may be.
using TermSlot = std::variant<std::optional<double> advise::Offer::*, std::optional<advise::Amount> advise::Offer::*,
                              std::optional<std::vector<advise::MatchTier>> advise::Offer::*,
                              std::optional<advise::Coverage> advise::Offer::*,
                              std::optional<std::string> advise::Offer::*, std::optional<bool> advise::Offer::*>;

/// One term of an offer: the key in a file, and with '-' for '_' the option of the command line.
struct OfferTerm {
  const char* key;
  const char* about;
  const char* type;  ///< for the help
  double low;        ///< allowed, of a number
  double high;
  TermSlot slot;
};

/// Every term, in the order of the help.
[[nodiscard]] std::span<const OfferTerm> offer_terms();

/// Called with a term's key, the fault and the way out; does not return.
using TermFault = std::function<void(std::string_view key, const std::string& message, const std::string& hint)>;

/// Puts a term as a person writes it ("82000", "$82,000", "5%", "50% of 6%", "family") into an offer.
void set_term(advise::Offer& offer, const OfferTerm& term, std::string_view text, const TermFault& fault);

/// Checks what must hold between the terms: one kind of pay; terms that belong together; none that a contract does not
/// have.
void check_terms(const advise::Offer& offer, const TermFault& fault);

/// Reads hisalary/offers/1 (data/schema/offers.schema.json) strictly: closed keys, exact types, ranges, no name twice,
/// at most 500 offers. `name` is the file's, for messages. Throws Error BadData that names the offer and the key.
[[nodiscard]] std::vector<advise::Offer> parse_offers(std::string_view bytes, const std::string& name);

/// The same on a file. Throws Error Io when it cannot be read.
[[nodiscard]] std::vector<advise::Offer> read_offers(const std::string& path);

}  // namespace hisalary::data
