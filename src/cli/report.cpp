// SPDX-License-Identifier: MIT
#include "output/report.hpp"

#include <cmath>

#include "advise/standing.hpp"
#include "answers.hpp"
#include "base/text.hpp"
#include "options.hpp"
#include "output/money.hpp"
#include "output/svg_career.hpp"

namespace hisalary::cli {
namespace {

constexpr const char* example = "write -o page.html or -o picture.svg, or --format html to standard output";

/// What the ending of a file name asks for: html, svg, or nothing known.
std::string format_by_name(const std::string& file) {
  const auto slash = file.rfind('/');
  const auto dot = file.rfind('.');
  if (dot == std::string::npos || (slash != std::string::npos && dot < slash)) {
    return {};
  }
  const std::string ending = bare(file.substr(dot + 1));
  if (ending == "html" || ending == "htm") {
    return "html";
  }
  return ending == "svg" ? "svg" : "";
}

constexpr std::array<std::string_view, 2> report_formats{"html", "svg"};

constexpr OptionSpec format_option{.name = "format",
                                   .value = "FORMAT",
                                   .about = "html or svg; without it the ending of the file says which",
                                   .values = {.words = report_formats}};

constexpr std::array own_options{format_option, hourly_option};

/// Of reports of other answers: the answer's own options say --hourly.
constexpr std::array formats{format_option};

/// html or svg.
std::string wanted_format(const Given& given) {
  (void)word_of(given, "color");
  const std::string format = word_of(given, "format");
  const std::string file = given.text("output");
  const std::string by_name = format_by_name(file);
  if (!format.empty()) {
    if (!by_name.empty() && by_name != format) {
      throw Error(ErrorCode::Usage, "the file is named as " + by_name + ", and --format says " + format,
                  "leave out --format, or name the file otherwise", "format");
    }
    return format;
  }
  if (file.empty()) {
    throw Error(ErrorCode::Usage, "a report needs a file to write, or a format", example, "output");
  }
  if (by_name.empty()) {
    throw Error(ErrorCode::Usage, "the ending of " + shown(file) + " says neither html nor svg", example, "output");
  }
  return by_name;
}

std::string page_of(const output::EstimateView& view, const Model& model, const Facts& person) {
  constexpr int usual_last = 35;
  Facts beginner = person;
  beginner.years = 0;
  const int last = std::max(usual_last, static_cast<int>(std::ceil(person.years.value_or(0))));
  const std::vector<std::string> no_notes;
  const std::optional<advise::Path> no_path;
  const auto years = advise::career(model, beginner, last, no_path);
  const auto states = advise::every_state(model, person);
  const output::CareerView career{view.dataset, beginner, years, no_path, no_notes, view.money};
  return output::report_html({view, career, states, spelled});
}

int run(const Given& given) {
  const bool page = wanted_format(given) == "html";
  const Dataset data = dataset_of(given);
  const Profile asked = person_of(given, data).build();
  const Model model(data);
  const Estimate answer = model.estimate(asked);
  const output::EstimateView view{
      data, answer, asked.notes(), money_of(given), true, advise::standing_of(model, asked.facts())};
  print(given, page ? page_of(view, model, asked.facts()) : output::report_svg(view));
  return 0;
}

int run_offer(const Given& given) {
  const bool page = wanted_format(given) == "html";
  value_offers(given, true, [&](const output::OfferView& view) {
    print(given, page ? output::offer_html(view) : output::offer_svg(view));
  });
  return 0;
}

int run_whatif(const Given& given) {
  const bool page = wanted_format(given) == "html";
  try_changes(given, true, [&](const output::WhatIfView& view) {
    print(given, page ? output::whatif_html(view) : output::whatif_svg(view));
  });
  return 0;
}

int run_compare(const Given& given) {
  const bool page = wanted_format(given) == "html";
  compare_people(given, [&](const output::CompareView& view) {
    print(given, page ? output::compare_html(view) : output::compare_svg(view));
  });
  return 0;
}

int run_career(const Given& given) {
  const bool page = wanted_format(given) == "html";
  follow_career(given, [&](const output::CareerView& view) {
    print(given, page ? output::career_html(view) : output::career_svg(view));
  });
  return 0;
}

constexpr const char* answer_notes =
    "A page has pictures, every table and the sources; a picture has the figures alone.";

const CommandSpec offer_report{
    .name = "offer",
    .about = "Offers valued whole, side by side",
    .notes = answer_notes,
    .examples =
        "  hisalary report offer --base 82000 --role medical-coder --cert CPC --state OH -o offer.html\n"
        "  hisalary report offer --file offers.json --role coding-auditor -o offers.svg",
    .options =
        [] {
          return OptionLists{term_options(), offer_options(),  profile_options(), help_option(),
                             formats,        dataset_option(), output_options()};
        },
    .run = run_offer,
};

const CommandSpec whatif_report{
    .name = "whatif",
    .about = "Every change open to a person, with cost and payback",
    .notes = answer_notes,
    .examples = "  hisalary report whatif --role medical-coder --cert CPC --years 3 --state OH -o changes.html",
    .options =
        [] {
          return OptionLists{help_option(), formats,          whatif_options(), profile_options(),
                             pay_option(),  dataset_option(), output_options()};
        },
    .run = run_whatif,
};

const CommandSpec compare_report{
    .name = "compare",
    .about = "Several people side by side",
    .notes = answer_notes,
    .examples = "  hisalary report compare --role medical-coder --cert CPC --vary state=TX,CA,NY -o states.html",
    .options =
        [] {
          return OptionLists{help_option(),     formats,          compare_options(),
                             profile_options(), dataset_option(), output_options()};
        },
    .run = run_compare,
};

const CommandSpec career_report{
    .name = "career",
    .about = "Pay by year of experience, and along a path of promotions",
    .notes = answer_notes,
    .examples = "  hisalary report career --role medical-coder --years 3 --path default -o career.html",
    .options =
        [] {
          return OptionLists{help_option(),     formats,          career_options(),
                             profile_options(), dataset_option(), output_options()};
        },
    .run = run_career,
};

constexpr std::array answers{&offer_report, &whatif_report, &compare_report, &career_report};

}  // namespace

const CommandSpec report_command{
    .name = "report",
    .about = "An estimate, or another answer, as a web page or a picture",
    .notes =
        "A page has the estimate on its market, every step, pay by years and by state, and the sources. A picture has "
        "the estimate alone.\n"
        "Neither needs a script or the network.",
    .examples =
        "  hisalary report --cert RHIA --years 6 --state CA -o page.html\n"
        "  hisalary report --role medical-coder --cert CPC --state OH -o picture.svg\n"
        "  hisalary report offer --base 82000 --role medical-coder --cert CPC --state OH -o offer.html\n"
        "  hisalary report --years 6 --format html | less",
    .options =
        [] {
          return OptionLists{help_option(), own_options,      profile_options(),
                             pay_option(),  dataset_option(), output_options()};
        },
    .run = run,
    .commands = answers,
};

}  // namespace hisalary::cli
