// SPDX-License-Identifier: MIT
// Any estimate renders to well-formed JSON, CSV, text, SVG and HTML, whatever stands in the texts around it.
#include <cstdio>

#include "../support/random.hpp"
#include "../support/well_formed.hpp"
#include "fuzz.hpp"
#include "hisalary/advise/career.hpp"
#include "hisalary/advise/states.hpp"
#include "output/career.hpp"
#include "output/report.hpp"
#include "output/svg_career.hpp"

using namespace hisalary;

namespace {

void hold(const char* what, const std::string& problem) {
  if (!problem.empty()) {
    std::fprintf(stderr, "%s: %s\n", what, problem.c_str());
  }
  fuzz::demand(problem.empty());
}

void hold(const char* what, const output::Result& result) {
  hold(what, test::json_problem(result.in("json")));
  hold(what, test::csv_problem(result.in("csv")));
  hold(what, test::text_problem(result.in("text")));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t of_person = 48;
  test::Random random{std::span(data, std::min(size, of_person))};
  const Facts person = test::any_profile(random);
  const std::vector<std::string> notes{std::string(data + std::min(size, of_person), data + size), "plain"};
  const Dataset& dataset = fuzz::model().dataset();

  const Estimate estimate = explain::estimate(fuzz::model().pricer(), person);
  const auto period = random.chance(2) ? output::Period::Hour : output::Period::Year;
  const output::EstimateView view{dataset, estimate, notes, output::Money(period), random.chance(2)};
  output::Screen screen;
  screen.width = 40 + random.below(81);
  hold("estimate", output::estimate(view, screen));
  hold("report.svg", test::xml_problem(output::report_svg(view)));

  Facts beginner = person;
  beginner.years = 0;
  const std::optional<advise::Path> no_path;
  const auto career = advise::career(fuzz::model(), beginner, 1 + static_cast<int>(random.below(60)), no_path);
  const output::CareerView years{dataset, beginner, career, no_path, notes};
  hold("career", output::career(years, screen));
  hold("career.svg", test::xml_problem(output::career_svg(years)));
  const auto states = advise::every_state(fuzz::model(), person);
  hold("report.html", test::xml_problem(output::report_html({view, years, states})));
  return 0;
}
