// SPDX-License-Identifier: MIT
#include "output/check.hpp"

#include "base/text.hpp"
#include "command.hpp"
#include "data/tables.hpp"
#include "terminal.hpp"

namespace hisalary::cli {
namespace {

class CheckCommand : public Command {
 public:
  explicit CheckCommand(CLI::App& app) {
    app.add_flag("--areas", areas_, "Leave every published area out in turn and predict it");
    app.add_flag("--observed", observed_, "Observed pay beside the model, cross-validated by employer");
    app.add_option("--figure", figure_, "What a number really is, like 58250, $58,250 or 58.25k")->type_name("NUMBER");
    add_common(app);
    app.footer(
        "Without an option: every figure of the published guides beside the model's\n"
        "answer to the same question.\n"
        "Examples:\n"
        "  hisalary check\n"
        "  hisalary check --figure 58250\n"
        "  hisalary check --areas --format csv");
  }

  void run() override {
    const std::string how = format();
    if (static_cast<int>(areas_) + static_cast<int>(observed_) + static_cast<int>(figure_.has_value()) > 1) {
      throw Error(ErrorCode::Usage, "--areas, --observed and --figure are three different checks", "give one of them",
                  "check");
    }
    const Dataset data = dataset();
    if (areas_) {
      areas(data, how);
    } else if (observed_) {
      observed(data, how);
    } else if (figure_) {
      figure(data, how);
    } else {
      figures(data, how);
    }
  }

 private:
  [[nodiscard]] output::Screen page() const { return screen(common_.color, !common_.output.empty()); }

  void figures(const Dataset& data, const std::string& how) const {
    const auto checks = audit::check_figures(Model(data));
    print(how == "json"  ? output::figures_json(data, checks)
          : how == "csv" ? output::figures_csv(checks)
                         : output::figures_text(checks, page()));
  }

  void areas(const Dataset& data, const std::string& how) const {
    const auto found = audit::leave_areas_out(data.tables());
    print(how == "json"  ? output::areas_json(data, found)
          : how == "csv" ? output::areas_csv(found)
                         : output::areas_text(found, page()));
  }

  void observed(const Dataset& data, const std::string& how) const {
    const auto found = audit::check_observed(data.tables());
    print(how == "json"  ? output::observed_json(data, found)
          : how == "csv" ? output::observed_csv(found)
                         : output::observed_text(found, page()));
  }

  void figure(const Dataset& data, const std::string& how) const {
    const std::string_view asked = trimmed(*figure_);
    const auto search = audit::look_up(data.tables(), asked);
    if (!search) {
      throw Error(ErrorCode::Usage, shown(asked) + " is no figure",
                  "write it like 58250, $58,250, 58.25k or 4.6%, or as the guide prints it", "--figure");
    }
    if (search->found.empty()) {
      throw Error(ErrorCode::NoAnswer, "no figure here is " + printable(asked), nearest(*search), "--figure");
    }
    const std::string text(asked);
    print(how == "json"  ? output::search_json(data, text, *search)
          : how == "csv" ? output::search_csv(*search)
                         : output::search_text(printable(asked), *search, page()));
  }

  static std::string nearest(const audit::Search& search) {
    std::string out;
    for (const auto& one : search.nearest) {
      out += (out.empty() ? "nearest: " : "; ") + output::in_unit(one.value.value_or(0), one.unit) + ", " + one.what;
    }
    return out;
  }

  bool areas_ = false;
  bool observed_ = false;
  std::optional<std::string> figure_;
};

}  // namespace

std::unique_ptr<Command> add_check(CLI::App& program) {
  return std::make_unique<CheckCommand>(*program.add_subcommand(
      "check", "Published figures, areas and observed pay beside the model; what a number really is"));
}

}  // namespace hisalary::cli
