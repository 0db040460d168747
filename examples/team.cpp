// SPDX-License-Identifier: MIT
// The pay of many people at once: markets are looked up once.
#include <hisalary/hisalary.hpp>

#include <cstdio>
#include <vector>

int main() {
  using namespace hisalary;
  const Model model(Dataset::builtin());
  std::vector<Profile> people;
  for (const Role& role : model.dataset().roles()) {
    people.push_back(ProfileBuilder(model.dataset()).with(role).with(Years(8)).with(Fact::State, "OH").build());
  }

  std::vector<Percentiles> pay(people.size());
  model.estimate(people, pay);
  for (std::size_t i = 0; i < people.size(); ++i) {
    std::printf("%.*s %.0f\n", static_cast<int>(people[i].facts().role->id.size()), people[i].facts().role->id.data(),
                pay[i].p50());
  }
}
