// SPDX-License-Identifier: MIT
#include "output/outlook.hpp"

#include "command.hpp"
#include "data/tables.hpp"
#include "terminal.hpp"

namespace hisalary::cli {
namespace {

class OutlookCommand : public Command {
 public:
  explicit OutlookCommand(CLI::App& app) {
    app.add_option("--role", role_, "Role id, job title or SOC code; without it, every occupation of this work")
        ->type_name("ROLE");
    app.add_flag("--history", history_,
                 "National wages by release: of every occupation too, and in CSV in place of the projections");
    add_common(app);
    app.footer(
        "Examples:\n"
        "  hisalary outlook\n"
        "  hisalary outlook --role cancer-registrar\n"
        "  hisalary outlook --role 29-2072 --history --format csv");
  }

  void run() override {
    const std::string how = format();
    const Dataset set = dataset();
    std::optional<Profile> asked;
    if (role_) {
      Question question;
      question.role = role_;
      asked = understand(set, question);
    }
    const Facts* const profile = asked ? &asked->facts() : nullptr;
    const auto answer = advise::outlook_of(set.tables(), profile);
    const std::vector<std::string> notes = asked ? asked->notes() : std::vector<std::string>{};
    const output::OutlookView view{set, answer, profile, notes, history_};
    print(how == "json"  ? outlook_json(view)
          : how == "csv" ? outlook_csv(view)
                         : outlook_text(view, screen(common_.color, !common_.output.empty())));
  }

 private:
  std::optional<std::string> role_;
  bool history_ = false;
};

}  // namespace

std::unique_ptr<Command> add_outlook(CLI::App& program) {
  return std::make_unique<OutlookCommand>(
      *program.add_subcommand("outlook", "Jobs, growth to 2034, openings and typical entry; wages by release"));
}

}  // namespace hisalary::cli
