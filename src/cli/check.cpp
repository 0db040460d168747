// SPDX-License-Identifier: MIT
#include "output/check.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "data/tables.hpp"
#include "options.hpp"

namespace hisalary::cli {
namespace {

constexpr std::array own_options{
    OptionSpec{.name = "areas", .about = "Leave every published area out in turn and predict it", .kind = Kind::Flag},
    OptionSpec{
        .name = "observed", .about = "Observed pay next to the model, cross-validated by employer", .kind = Kind::Flag},
    OptionSpec{
        .name = "coherence", .about = "Check hundreds of thousands of answers against each other", .kind = Kind::Flag},
    OptionSpec{.name = "figure", .value = "NUMBER", .about = "What a figure really is, like 58250, $58,250 or 58.25k"},
};

std::string nearest(const audit::Search& search) {
  std::string out;
  for (const auto& one : search.nearest) {
    out += (out.empty() ? "nearest: " : "; ") + output::in_unit(one.value.value_or(0), one.unit) + ", " + one.what;
  }
  return out;
}

output::Result figure(const Given& given, const Dataset& data) {
  const std::string said = given.text("figure");
  const std::string_view asked = trimmed(said);
  const auto search = audit::look_up(data.tables(), asked);
  if (!search) {
    throw Error(ErrorCode::Usage, shown(asked) + " is not a figure",
                "write it like 58250, $58,250, 58.25k or 4.6%, or as the guide prints it", "figure");
  }
  if (search->found.empty()) {
    throw Error(ErrorCode::NoAnswer, "no figure here is " + printable(asked), nearest(*search), "figure");
  }
  return output::sightings(data, std::string(asked), *search, screen_of(given));
}

output::Result answer(const Given& given, const Dataset& data) {
  if (given.has("figure")) {
    return figure(given, data);
  }
  if (given.has("areas")) {
    return output::area_errors(data, audit::leave_areas_out(data.tables()), screen_of(given));
  }
  if (given.has("observed")) {
    return output::observed_errors(data, audit::check_observed(data.tables()), screen_of(given));
  }
  if (given.has("coherence")) {
    return output::coherence(data, audit::check_coherence(Model(data)), screen_of(given));
  }
  return output::figures(data, audit::check_figures(Model(data)), screen_of(given));
}

int run(const Given& given) {
  const std::string how = format_of(given);
  constexpr std::array checks{"areas", "observed", "coherence", "figure"};
  if (std::ranges::count_if(checks, [&](const char* check) { return given.has(check); }) > 1) {
    throw Error(ErrorCode::Usage, "--areas, --observed, --coherence and --figure are different checks",
                "give one of them", "check");
  }
  const Dataset data = dataset_of(given);
  print(given, answer(given, data).in(how));
  return 0;
}

}  // namespace

const CommandSpec check_command{
    .name = "check",
    .about = "Published figures, areas and pay records next to the model; what a figure really is",
    .notes =
        "Without an option: every figure of the published guides next to the model's\n"
        "answer to the same question.",
    .examples =
        "  hisalary check\n"
        "  hisalary check --figure 58250\n"
        "  hisalary check --areas --format csv",
    .options = [] { return with_common(own_options); },
    .run = run,
};

}  // namespace hisalary::cli
