// SPDX-License-Identifier: MIT
// How many people are in each job, as the fit finds it.
#include "fit/job_tilt.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <iterator>
#include <map>

#include "../support/catch.hpp"
#include "data/tables.hpp"
#include "fit/fit.hpp"
#include "hisalary/hisalary.hpp"
#include "model/pricer.hpp"

using namespace hisalary;

namespace {

const Dataset& shipped() {
  static const Dataset dataset = Dataset::load(std::filesystem::path(HISALARY_SOURCE_DIR) / "data");
  return dataset;
}

fit::FitResult& fitted() {
  static fit::FitResult result = fit::run(shipped());
  return result;
}

double fitted_median(const Facts& person) { return model::Pricer(fitted().model.tables()).median(person); }

fit::Values values_of(const fit::FitResult& result) {
  fit::Values values;
  std::ranges::transform(result.parameters, std::back_inserter(values), &fit::Fitted::value);
  return values;
}

}  // namespace

TEST_CASE("The better paid jobs gain by a tilt, and all of them stay one together", "[fit]") {
  fit::Candidate model(shipped().tables(), fit::Priors(shipped().tables()).means(), fit::fit_areas(shipped().tables()),
                       true);
  const auto shares = [&](double tilt) {
    model.share_jobs(tilt);
    std::map<Text, double> all;
    for (const auto& row : model.positions()) {
      all[row.role] = row.share;
    }
    return all;
  };

  const auto assumed = shares(0);
  const auto tilted = shares(1);

  for (const auto* const row : fit::shares_of(shipped().tables(), "all", "role")) {
    INFO(row->value);
    CHECK(assumed.at(row->value) == Approx(row->share).margin(5e-5));
  }
  double sum = 0;
  for (const auto& [role, share] : tilted) {
    sum += share;
  }
  CHECK(sum == Approx(1));
  CHECK(tilted.at("medical-records-clerk") < assumed.at("medical-records-clerk"));
  CHECK(tilted.at("him-director") > assumed.at("him-director"));
}

TEST_CASE("The tilt of the jobs rests on people with their years and on guides that name no job", "[fit]") {
  const auto evidence = fit::without_job(shipped());
  for (const auto& one : evidence) {
    INFO(one.id);
    CHECK(one.profile.role == nullptr);
    CHECK((one.figure != nullptr || one.profile.years.has_value()));
  }
  const auto tilt =
      std::ranges::find_if(fitted().parameters, [](const auto& one) { return one.prior->id == "jobs.tilt"; });
  REQUIRE(tilt != fitted().parameters.end());
  CHECK(tilt->records + tilt->figures == static_cast<int>(evidence.size()));
  CHECK(tilt->learned() > 0);

  double guides = 0;  // RHIT and RHIA, starting and on average: the middle of the four errors
  for (const auto& one : evidence) {
    guides += one.figure != nullptr ? std::log(fitted_median(one.profile)) - one.log_pay : 0;
  }
  fit::Candidate untilted(shipped().tables(), values_of(fitted()), fitted().area, true);
  untilted.share_jobs(0);
  double before = 0;
  for (const auto& one : evidence) {
    before += one.figure != nullptr ? std::log(model::Pricer(untilted.tables()).median(one.profile)) - one.log_pay : 0;
  }
  CHECK(std::abs(guides) < std::abs(before));
}
