// SPDX-License-Identifier: MIT
#include "states.hpp"

#include "data/tables.hpp"
#include "explain/estimate.hpp"
#include "parity.hpp"

namespace hisalary::advise {

std::optional<double> StatePay::buys() const { return at_nations_prices(pay.p50(), parity); }

std::vector<StatePay> every_state(const Model& model, const Facts& person) {
  std::vector<StatePay> out;
  if (person.release) {
    return out;
  }
  const Tables& tables = model.dataset().tables();
  Facts there = person;
  there.remote = false;
  for (const auto& area : tables.areas) {
    if (area.kind == AreaKind::State) {
      there.area = &area;
      const Estimate estimate = explain::estimate(model.pricer(), there);
      out.push_back({&area, estimate.pay, estimate.market.kind, price_parity(tables, there)});
    }
  }
  return out;
}

}  // namespace hisalary::advise
