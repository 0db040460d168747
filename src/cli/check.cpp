// SPDX-License-Identifier: MIT
#include "output/check.hpp"

#include "base/text.hpp"
#include "data/tables.hpp"
#include "options.hpp"

namespace hisalary::cli {
namespace {

constexpr std::array own_options{
    OptionSpec{.name = "areas", .about = "Leave every published area out in turn and predict it", .kind = Kind::Flag},
    OptionSpec{
        .name = "observed", .about = "Observed pay beside the model, cross-validated by employer", .kind = Kind::Flag},
    OptionSpec{.name = "figure", .value = "NUMBER", .about = "What a number really is, like 58250, $58,250 or 58.25k"},
};

void figures(const Given& given, const Dataset& data, const std::string& how) {
  const auto checks = audit::check_figures(Model(data));
  print_in(
      given, how, [&] { return output::figures_json(data, checks); }, [&] { return output::figures_csv(checks); },
      [&] { return output::figures_text(checks, screen_of(given)); });
}

void areas(const Given& given, const Dataset& data, const std::string& how) {
  const auto found = audit::leave_areas_out(data.tables());
  print_in(
      given, how, [&] { return output::areas_json(data, found); }, [&] { return output::areas_csv(found); },
      [&] { return output::areas_text(found, screen_of(given)); });
}

void observed(const Given& given, const Dataset& data, const std::string& how) {
  const auto found = audit::check_observed(data.tables());
  print_in(
      given, how, [&] { return output::observed_json(data, found); }, [&] { return output::observed_csv(found); },
      [&] { return output::observed_text(found, screen_of(given)); });
}

std::string nearest(const audit::Search& search) {
  std::string out;
  for (const auto& one : search.nearest) {
    out += (out.empty() ? "nearest: " : "; ") + output::in_unit(one.value.value_or(0), one.unit) + ", " + one.what;
  }
  return out;
}

void figure(const Given& given, const Dataset& data, const std::string& how) {
  const std::string said = given.text("figure");
  const std::string_view asked = trimmed(said);
  const auto search = audit::look_up(data.tables(), asked);
  if (!search) {
    throw Error(ErrorCode::Usage, shown(asked) + " is no figure",
                "write it like 58250, $58,250, 58.25k or 4.6%, or as the guide prints it", "figure");
  }
  if (search->found.empty()) {
    throw Error(ErrorCode::NoAnswer, "no figure here is " + printable(asked), nearest(*search), "figure");
  }
  const std::string text(asked);
  print_in(
      given, how, [&] { return output::search_json(data, text, *search); }, [&] { return output::search_csv(*search); },
      [&] { return output::search_text(printable(asked), *search, screen_of(given)); });
}

int run(const Given& given) {
  const std::string how = format_of(given);
  if (int{given.has("areas")} + int{given.has("observed")} + int{given.has("figure")} > 1) {
    throw Error(ErrorCode::Usage, "--areas, --observed and --figure are three different checks", "give one of them",
                "check");
  }
  const Dataset data = dataset_of(given);
  if (given.has("areas")) {
    areas(given, data, how);
  } else if (given.has("observed")) {
    observed(given, data, how);
  } else if (given.has("figure")) {
    figure(given, data, how);
  } else {
    figures(given, data, how);
  }
  return 0;
}

}  // namespace

const CommandSpec check_command{
    .name = "check",
    .about = "Published figures, areas and observed pay beside the model; what a number really is",
    .footer =
        "Without an option: every figure of the published guides beside the model's\n"
        "answer to the same question.\n"
        "Examples:\n"
        "  hisalary check\n"
        "  hisalary check --figure 58250\n"
        "  hisalary check --areas --format csv",
    .options = [] { return with_common(own_options); },
    .run = run,
};

}  // namespace hisalary::cli
