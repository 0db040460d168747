// SPDX-License-Identifier: MIT
#include "output/report.hpp"

#include <cmath>

#include "base/text.hpp"
#include "command.hpp"

namespace hisalary::cli {
namespace {

constexpr const char* example = "write -o page.html or -o picture.svg, or --format html to standard output";

/// What the ending of a file name asks for: html, svg, or nothing known.
std::string format_of(const std::string& file) {
  const auto slash = file.rfind('/');
  const auto dot = file.rfind('.');
  if (dot == std::string::npos || (slash != std::string::npos && dot < slash)) {
    return {};
  }
  const std::string ending = bare(file.substr(dot + 1));
  return ending == "html" || ending == "htm" ? "html" : ending == "svg" ? "svg" : "";
}

class ReportCommand : public Command {
 public:
  explicit ReportCommand(CLI::App& app) {
    app.add_option("--format", format_, "html or svg; without it the ending of the file says which")
        ->type_name("FORMAT");
    add_profile_options(app, question_);
    add_common(app, false);
    app.footer(
        "A page has the estimate on its market, every step, pay by years and by state, and the sources. A picture has "
        "the estimate alone.\n"
        "Neither needs a script or the network.\n"
        "\n"
        "Examples:\n"
        "  hisalary report --cert RHIA --years 6 --state CA -o page.html\n"
        "  hisalary report --role medical-coder --cert CPC --state OH -o picture.svg\n"
        "  hisalary report --years 6 --format html | less");
  }

  void run() override {
    const bool page = wanted() == "html";
    const Dataset data = dataset();
    const Profile asked = understand(data, question_);
    const Model model(data);
    const Estimate answer = model.estimate(asked);
    const output::EstimateView view{data, answer, asked.notes(), output::Money(output::Period::Year), true};
    print(page ? report(view, model, asked.facts()) : output::report_svg(view));
  }

 private:
  [[nodiscard]] std::string wanted() const {
    (void)format();
    const std::string by_name = format_of(common_.output);
    if (!format_.empty()) {
      require_word(format_, {"html", "svg"}, "--format");
      if (!by_name.empty() && by_name != format_) {
        throw Error(ErrorCode::Usage, "the file is named as " + by_name + ", and --format says " + format_,
                    "leave out --format, or name the file otherwise", "--format");
      }
      return format_;
    }
    if (common_.output.empty()) {
      throw Error(ErrorCode::Usage, "a report needs a file to write, or a format", example, "--output");
    }
    if (by_name.empty()) {
      throw Error(ErrorCode::Usage, "the ending of " + shown(common_.output) + " says neither html nor svg", example,
                  "--output");
    }
    return by_name;
  }

  static std::string report(const output::EstimateView& view, const Model& model, const Facts& person) {
    constexpr int usual_last = 35;
    Facts beginner = person;
    beginner.years = 0;
    const int last = std::max(usual_last, static_cast<int>(std::ceil(person.years.value_or(0))));
    const std::vector<std::string> no_notes;
    const std::optional<advise::Path> no_path;
    const auto years = advise::career(model, beginner, last, no_path);
    const auto states = advise::every_state(model, person);
    const output::CareerView career{view.dataset, beginner, years, no_path, no_notes};
    return output::report_html({view, career, states});
  }

  Question question_;
  std::string format_;
};

}  // namespace

std::unique_ptr<Command> add_report(CLI::App& program) {
  return std::make_unique<ReportCommand>(
      *program.add_subcommand("report", "One page or picture of an estimate, for a browser or for paper"));
}

}  // namespace hisalary::cli
