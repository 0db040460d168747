// SPDX-License-Identifier: MIT
#include <hisalary/hisalary.hpp>

#include <cstdio>

int main() {
  const hisalary::Model model(hisalary::Dataset::builtin());
  hisalary::Question question;
  question.credentials = {"RHIA"};
  question.years = "6";
  question.state = "CA";
  const hisalary::Estimate estimate = explain::estimate(model.pricer(), hisalary::understand(model.dataset(), question).facts());
  std::printf("%.0f dollars a year\n", estimate.pay.p50());
}
