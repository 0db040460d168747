// SPDX-License-Identifier: MIT
#include "output/listing.hpp"

#include <array>

#include "base/text.hpp"
#include "command.hpp"
#include "data/tables.hpp"
#include "terminal.hpp"

namespace hisalary::cli {
namespace {

class ListCommand : public Command {
 public:
  explicit ListCommand(CLI::App& app) {
    app.add_option(
           "what", what_,
           "roles, certs, states, metros, settings, skills, education, levels, occupations, sources or releases")
        ->type_name("WHAT");
    add_common(app);
    app.footer(
        "Examples:\n"
        "  hisalary list roles\n"
        "  hisalary list metros --format csv");
  }

  void run() override {
    const std::string how = format();
    const Dataset data = dataset();
    std::vector<std::string_view> names;
    names.reserve(listings.size());
    for (const auto& [name, listing] : listings) {
      names.push_back(name);
    }
    if (what_.empty()) {
      throw Error(ErrorCode::Usage, "say what to list",
                  "one of " + alternatives({names.begin(), names.end()}, names.size()), "list");
    }
    for (const auto& [name, listing] : listings) {
      if (name == what_) {
        const output::Listing rows = listing(data.tables());
        print(how == "json"  ? listing_json(data, what_, rows)
              : how == "csv" ? listing_csv(rows)
                             : listing_text(rows, screen(common_.color, !common_.output.empty())));
        return;
      }
    }
    throw Error(ErrorCode::Usage, shown(what_) + " cannot be listed",
                did_you_mean(what_, names, "one of " + alternatives({names.begin(), names.end()}, names.size())),
                "list");
  }

 private:
  using Make = output::Listing (*)(const Tables&);
  static constexpr std::array<std::pair<std::string_view, Make>, 11> listings{{
      {"roles", output::list_roles},
      {"certs", output::list_credentials},
      {"states", output::list_states},
      {"metros", output::list_metros},
      {"settings", output::list_settings},
      {"skills", output::list_skills},
      {"education", output::list_education},
      {"levels", output::list_levels},
      {"occupations", output::list_occupations},
      {"sources", output::list_sources},
      {"releases", output::list_releases},
  }};
  std::string what_;
};

}  // namespace

std::unique_ptr<Command> add_list(CLI::App& program) {
  return std::make_unique<ListCommand>(
      *program.add_subcommand("list", "The words that the options know, and the sources"));
}

}  // namespace hisalary::cli
