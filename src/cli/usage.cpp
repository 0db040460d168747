// SPDX-License-Identifier: MIT
#include "usage.hpp"

#include <set>

#include "base/text.hpp"

namespace hisalary::cli {
namespace {

std::string help_hint(const CLI::App& app) {
  const bool commands = !app.get_subcommands({}).empty();
  return "\"" + full_name(app) + " --help\" lists the " + (commands ? "commands" : "options");
}

const CLI::App* command_named(const CLI::App& app, const std::string& word) {
  const auto found = app.get_subcommands([&](const CLI::App* one) { return one->get_name() == word; });
  return found.empty() ? nullptr : found.front();
}

/// One option as it was written: its name, its place among the known ones, the value that hangs on it.
struct Written {
  std::string name;
  const CLI::Option* option = nullptr;
  std::optional<std::string> value;
};

Written written(const CLI::App& app, const std::string& word) {
  Written out;
  const bool is_long = word.starts_with("--");
  const auto cut = is_long ? word.find('=') : std::min<std::size_t>(2, word.size());
  out.name = word.substr(0, cut);
  out.option = out.name.size() > 1 && out.name[0] == '-' ? app.get_option_no_throw(out.name) : nullptr;
  if (cut < word.size()) {
    out.value = word.substr(is_long ? cut + 1 : cut);
  }
  return out;
}

class Walk {
 public:
  Walk(const CLI::App& program, const std::vector<std::string>& arguments)
      : arguments_(arguments), out_{&program, false, {}} {}

  Reading run() {
    while (at_ < arguments_.size()) {
      const std::string& word = arguments_[at_++];
      if (word == "--") {
        if (!out_.app->get_subcommands({}).empty() && at_ < arguments_.size()) {
          mistake("", "\"--\" stands where a command is expected", "leave it out");
        }
        break;
      }
      if (word == "++") {
        mistake("", "\"++\" stands where no value is expected", help_hint(*out_.app));
      } else if (const CLI::App* const command = command_named(*out_.app, word)) {
        out_.app = command;
        seen_.clear();
      } else if (const Written one = written(*out_.app, word); one.option != nullptr) {
        option(one);
      }
    }
    return std::move(out_);
  }

 private:
  void mistake(const std::string& where, const std::string& message, const std::string& hint) {
    if (!out_.mistake) {
      out_.mistake = Error(ErrorCode::Usage, message, hint, where);
    }
  }

  void option(const Written& one) {
    const std::string where = "--" + one.option->get_lnames().front();
    if (one.option->get_items_expected_max() == 0) {
      out_.help = out_.help || one.option == out_.app->get_help_ptr();
      if (one.value && arguments_[at_ - 1].starts_with("--")) {
        mistake(where, where + " takes no value", "write it alone, or leave it out");
      }
      return;
    }
    auto value = one.value;
    if (!value && at_ < arguments_.size() && !arguments_[at_].starts_with("--")) {
      value = arguments_[at_++];
    }
    if (!value) {
      mistake(where, where + " needs a value",
              "write " + where + " " + one.option->get_type_name() + "; " + help_hint(*out_.app));
    } else if (value->empty()) {
      mistake(where, "the value is empty", "give a value, or leave the option out");
    } else if (!seen_.insert(one.option).second && one.option->get_expected_max() == 1) {
      mistake(where, where + " is given twice", "give it once");
    }
  }

  const std::vector<std::string>& arguments_;
  std::size_t at_ = 0;
  Reading out_;
  std::set<const CLI::Option*> seen_;
};

std::vector<std::string_view> names_of_commands(const CLI::App& app) {
  std::vector<std::string_view> names;
  for (const CLI::App* const command : app.get_subcommands({})) {
    names.push_back(command->get_name());
  }
  return names;
}

Error unknown_option(const CLI::App& app, const std::string& word) {
  const Written one = written(app, word);
  if (one.option != nullptr) {
    return {ErrorCode::Usage, shown(one.name) + " stands after \"--\", where it is no option", "leave out the \"--\""};
  }
  std::vector<std::string> options;
  for (const CLI::Option* const option : app.get_options()) {
    options.push_back(option->get_name());
  }
  return {ErrorCode::Usage, shown(word.substr(0, word.find('='))) + " is no option here",
          did_you_mean(word.substr(0, word.find('=')), {options.begin(), options.end()}, help_hint(app))};
}

}  // namespace

std::string full_name(const CLI::App& app) {
  return app.get_parent() == nullptr ? app.get_name() : full_name(*app.get_parent()) + " " + app.get_name();
}

Reading read_arguments(const CLI::App& program, const std::vector<std::string>& arguments) {
  return Walk(program, arguments).run();
}

Error usage_error(const CLI::App& program, const CLI::ParseError& error, const std::vector<std::string>& arguments) {
  const CLI::App& app = *read_arguments(program, arguments).app;
  const auto extra = program.remaining(true);
  if (dynamic_cast<const CLI::ExtrasError*>(&error) == nullptr || extra.empty()) {
    return {ErrorCode::Usage, printable(error.what()), help_hint(app)};
  }
  const std::string& word = extra.front();
  if (word.starts_with('-') && word != "-") {
    return unknown_option(app, word);
  }
  const auto commands = names_of_commands(app);
  if (commands.empty()) {
    return {ErrorCode::Usage, shown(word) + " stands where no value is expected", help_hint(app)};
  }
  const std::string of = &app == &program ? "" : " of " + app.get_name();
  return {ErrorCode::Usage, shown(word) + " is no command" + of, did_you_mean(word, commands, help_hint(app))};
}

}  // namespace hisalary::cli
