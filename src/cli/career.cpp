// SPDX-License-Identifier: MIT
#include "output/career.hpp"

#include "advise/reading.hpp"
#include "base/text.hpp"
#include "command.hpp"
#include "data/tables.hpp"
#include "output.hpp"
#include "output/svg_career.hpp"
#include "terminal.hpp"

namespace hisalary::cli {
namespace {

constexpr int usual_last = 35;

class CareerCommand : public Command {
 public:
  explicit CareerCommand(CLI::App& app) {
    app.add_option("--path", path_,
                   "ROLE:YEARS,ROLE:YEARS,...,ROLE: the roles of a career in turn, the last one open; or default")
        ->type_name("PATH");
    app.add_option("--to", to_, "Last year of experience, 1 to 60 (35)")->type_name("N");
    app.add_option("--svg", picture_, "Write the chart to this file, too, as a picture")->type_name("FILE");
    add_profile_options(app, question_);
    add_common(app);
    app.footer(
        "The career begins at --years, or at 0. Role ids: \"hisalary list roles\".\n"
        "\n"
        "Examples:\n"
        "  hisalary career --role medical-coder --cert CPC --state OH\n"
        "  hisalary career --role medical-coder --years 3 --path default\n"
        "  hisalary career --path "
        "medical-records-clerk:2,medical-coder:6,coding-auditor:5,coding-manager:7,him-director --to 40");
  }

  void run() override {
    const std::string how = format();
    if (!picture_.empty() && picture_ == common_.output) {
      throw Error(ErrorCode::Usage, "the picture and the answer cannot be the same file", "name two files", "--svg");
    }
    const int last =
        to_.empty() ? usual_last : advise::whole_number(to_, 1, advise::most_years, "--to", "last year of a career");
    const Dataset data = dataset();
    const bool by_default = trimmed(path_) == "default";
    std::optional<advise::Path> path;
    if (!path_.empty() && !by_default) {
      path = advise::read_path(data.tables(), path_);
    }
    const Profile asked = understood(data, path);
    if (by_default) {
      path = advise::default_path(data.tables(), role_of(asked.facts()));
    }
    const Model model(data);
    const auto answer = advise::career(model, asked.facts(), last, path);
    const output::CareerView view{data, asked.facts(), answer, path, asked.notes()};
    if (!picture_.empty()) {
      write_output(output::career_svg(view), picture_);
    }
    print(how == "json"  ? career_json(view)
          : how == "csv" ? career_csv(view)
                         : career_text(view, screen(common_.color, !common_.output.empty())));
  }

 private:
  /// The person; without --role the one who begins the path.
  [[nodiscard]] Profile understood(const Dataset& data, const std::optional<advise::Path>& path) const {
    Question question = question_;
    if (path && !question.role) {
      question.role = path->steps[0].role->id;
    }
    const Profile asked = understand(data, question);
    if (path && asked.facts().role != path->steps[0].role) {
      const std::string first(path->steps[0].role->id);
      throw Error(ErrorCode::Usage, "the path begins with " + first + ", and --role names another role",
                  "leave out --role, or begin the path with it", "--path");
    }
    return asked;
  }

  static const Role& role_of(const Facts& profile) {
    if (profile.role == nullptr) {
      throw Error(ErrorCode::Usage, "a whole occupation has no default path", "give a role, or the path yourself",
                  "--path");
    }
    return *profile.role;
  }

  Question question_;
  std::string path_;
  std::string to_;
  std::string picture_;
};

}  // namespace

std::unique_ptr<Command> add_career(CLI::App& program) {
  return std::make_unique<CareerCommand>(*program.add_subcommand(
      "career", "Pay by year of experience: staying in the role, and along a path of promotions"));
}

}  // namespace hisalary::cli
