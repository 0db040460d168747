// SPDX-License-Identifier: MIT
#include <cmath>

#include "../support/well_formed.hpp"
#include "advise/offer.hpp"
#include "advise/offer_file.hpp"
#include "fuzz.hpp"
#include "output/offer.hpp"
#include "query/question.hpp"

using namespace hisalary;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Profile coder = understand(fuzz::model().dataset(), {.role = "medical-coder"});
  try {
    const auto offers = data::parse_offers({reinterpret_cast<const char*>(data), size}, "offers.json");
    std::vector<advise::OfferValue> values;
    for (std::size_t i = 0; i < offers.size() && i < 3; ++i) {
      values.push_back(advise::value_offer(fuzz::model(), coder.facts(), offers[i], i + 1));
    }
    const output::Result result = output::offers({fuzz::model().dataset(), coder.facts(), values, coder.notes()}, {});
    fuzz::demand(test::json_problem(result.in("json")).empty());
    fuzz::demand(test::csv_problem(result.in("csv")).empty());
    fuzz::demand(test::text_problem(result.in("text")).empty());
  } catch (const Error& error) {
    fuzz::demand(error.code() != ErrorCode::Io && *error.what() != '\0');
  }
  return 0;
}
