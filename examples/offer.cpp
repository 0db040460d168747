// SPDX-License-Identifier: MIT
// An offer valued whole.
#include <hisalary/advise/offer.hpp>
#include <hisalary/hisalary.hpp>

#include <cstdio>

int main() {
  using namespace hisalary;
  const Model model(Dataset::builtin());
  const Profile person =
      ProfileBuilder(model.dataset()).with(Fact::Role, "coding-auditor").with(Fact::State, "OH").build();

  advise::Offer offer;
  offer.base = 82000;
  offer.bonus = advise::Amount{5, true};
  offer.health = advise::Coverage::Family;
  const auto value = advise::value_offer(model, person, offer, 1);
  std::printf("worth %lld in all, percentile %.0f of the market\n", static_cast<long long>(value.total),
              value.market_percentile);
}
