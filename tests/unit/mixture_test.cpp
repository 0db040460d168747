// SPDX-License-Identifier: MIT
// Who names no job gets the mixture of the jobs that such people hold.
#include "model/mixture.hpp"

#include <algorithm>
#include <numeric>

#include "../support/catch.hpp"
#include "../support/known.hpp"
#include "data/tables.hpp"
#include "model/pricer.hpp"

namespace hisalary::model {
namespace {

std::size_t row_of(Text role) {
  const auto& roles = test::tables().roles;
  return static_cast<std::size_t>(std::ranges::find(roles, role, &Role::id) - roles.begin());
}

Facts holder_of(std::initializer_list<Text> credentials) {
  Facts person;
  person.credentials.emplace();
  for (const Text id : credentials) {
    const auto& rows = test::tables().credentials;
    person.credentials->set(static_cast<std::size_t>(std::ranges::find(rows, id, &Credential::id) - rows.begin()));
  }
  return person;
}

TEST_CASE("the shares of jobs add up to one, whatever is known") {
  const JobMix mix(test::tables());
  std::vector<Facts> people{Facts(), holder_of({}), holder_of({"RHIA"}), holder_of({"RHIT", "CPC"}),
                            holder_of({"EPIC"})};
  for (const double years : {0.0, 2.5, 14.0, 60.0}) {
    people.emplace_back().years = years;
  }
  for (const auto& level : test::tables().levels) {
    people.emplace_back().level = &level;
  }
  for (const auto& degree : test::tables().education) {
    people.emplace_back().education = &degree;
  }
  for (const Facts& person : people) {
    const auto shares = mix.shares(person);
    REQUIRE(shares.size() == test::tables().roles.size());
    CHECK(std::accumulate(shares.begin(), shares.end(), 0.0) == Approx(1));
    CHECK(std::ranges::all_of(shares, [](double share) { return share > 0; }));
  }
}

TEST_CASE("Bayes' rule: a credential's holders are where it is common") {
  const JobMix mix(test::tables());
  const auto nothing = mix.shares(Facts());
  const auto registrar = mix.shares(holder_of({"ODS"}));
  CHECK(registrar[row_of("cancer-registrar")] > 0.5);
  CHECK(mix.shares(holder_of({"CPC"}))[row_of("medical-coder")] > nothing[row_of("medical-coder")]);
  CHECK(mix.shares(holder_of({"RHIA"}))[row_of("him-manager")] > nothing[row_of("him-manager")]);
  CHECK(mix.shares(holder_of({"RHIA", "RHIT"})) == mix.shares(holder_of({"RHIA"})));  // RHIA includes RHIT
}

TEST_CASE("a senior coder counts once: in the role of that name, not among the coders too") {
  const JobMix mix(test::tables());
  Facts senior;
  senior.level = &*std::ranges::find(test::tables().levels, "senior", &Level::id);
  const auto shares = mix.shares(senior);
  CHECK(shares[row_of("medical-coder")] < shares[row_of("senior-medical-coder")] / 10);
  CHECK(shares[row_of("medical-coder")] > 0);
}

TEST_CASE("a credential that nothing prices says nothing of the job") {
  const JobMix mix(test::tables());
  CHECK(mix.shares(holder_of({"EPIC"})) == mix.shares(Facts()));
  CHECK(test::answer(Question{.credentials = {"EPIC"}}).pay.dollars == test::answer(Question()).pay.dollars);
}

TEST_CASE("more years mean more people in posts that lead") {
  const JobMix mix(test::tables());
  double before = 0;
  for (double years = 0; years <= 30; years += 0.5) {
    Facts person;
    person.years = years;
    const double leads = mix.shares(person)[row_of("him-director")];
    CHECK(leads >= before);
    before = leads;
  }
}

TEST_CASE("two halves far apart: the quartiles are their medians") {
  const LogPay low{9.8, 9.9, 10, 10.1, 10.2};
  const LogPay high{11.8, 11.9, 12, 12.1, 12.2};
  MixedPay halves(2);
  halves.add(0.5, low);
  halves.add(0.5, high);
  const LogPay found = halves.percentiles();
  CHECK(found[1] == Approx(10).margin(1e-6));
  CHECK(found[3] == Approx(12).margin(1e-6));
}

TEST_CASE("the answer without a role is the mixture of the named answers") {
  const Pricer& pricer = test::model().pricer();
  constexpr std::array<double, 5> wanted{0.10, 0.25, 0.50, 0.75, 0.90};
  for (const Facts& person : {Facts(), holder_of({"RHIA"}), holder_of({})}) {
    const Price all = pricer.price(person);
    REQUIRE(all.jobs.size() > 5);
    MixedPay named(all.jobs.size());
    for (const auto& job : all.jobs) {
      Facts in_job = person;
      in_job.role = job.role;
      named.add(job.share, pricer.price(in_job).log_pay);
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      CHECK(named.below(all.log_pay[i]) == Approx(wanted[i]).margin(1e-6));
    }
  }
}

}  // namespace
}  // namespace hisalary::model
