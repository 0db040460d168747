// SPDX-License-Identifier: MIT
#include <cmath>

#include "advise/general_schedule.hpp"
#include "advise/offer_file.hpp"
#include "advise/reading.hpp"
#include "audit/lookup.hpp"
#include "facts.hpp"
#include "model/time.hpp"

using namespace hisalary;

namespace {

/// What is read outside a profile: figures, whole numbers, quarters, terms of an offer, localities.
void read(const std::string& text) {
  if (const auto amount = audit::parse_amount(text)) {
    fuzz::demand(std::isfinite(amount->value) && amount->value >= 0);
  }
  (void)audit::look_up(fuzz::model().dataset().tables(), text);
  if (const auto quarter = model::parse_quarter(text)) {
    fuzz::demand(model::parse_quarter(model::text(*quarter)) == quarter);
  }
  try {
    const int number = advise::whole_number(text, 1, 60, "to", "year");
    fuzz::demand(number >= 1 && number <= 60);
  } catch (const Error& error) {
    fuzz::demand(error.code() == ErrorCode::Usage);
  }
  try {
    const auto place = advise::find_locality(fuzz::model().dataset().tables(), text);
    fuzz::demand(place.locality != nullptr);
  } catch (const Error& error) {
    fuzz::demand(error.code() == ErrorCode::NoAnswer);
  }
  for (const auto& term : data::offer_terms()) {
    advise::Offer offer;
    bool refused = false;
    data::set_term(offer, term, text,
                   [&](std::string_view, const std::string&, const std::string&) { refused = true; });
    fuzz::demand(refused || offer.base.value_or(1) > 0);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::ask_one({data, size}, {Fact::Years, Fact::AsOf, Fact::Release, Fact::Remote},
                {{Fact::Role, "29-2072"}, {Fact::Years, "6"}, {Fact::Remote, "true"}});
  read(std::string(data, data + size));
  return 0;
}
