// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "hisalary/hisalary.hpp"
#include "query/question.hpp"
#include "output/money.hpp"

namespace hisalary::cli {

/// Options that every command has.
struct CommonOptions {
  std::string data;  ///< folder of another data set; empty: HISALARY_DATA, else the built-in set
  std::string format = "text";
  std::string output;
  std::string color = "auto";
  bool json = false;
};

/// One command: its options, and what it does when it was asked for.
class Command {
 public:
  virtual ~Command() = default;
  Command() = default;
  Command(const Command&) = delete;
  Command& operator=(const Command&) = delete;

  /// Runs and prints. Throws Error.
  virtual void run() = 0;

  [[nodiscard]] bool wants_json() const { return common_.json || common_.format == "json"; }
  /// The exit code when run() did not throw.
  [[nodiscard]] virtual int exit_code() const { return 0; }

  [[nodiscard]] const std::string& color() const { return common_.color; }

 protected:
  void add_common(CLI::App& app, bool formats = true, bool data = true);
  [[nodiscard]] Dataset dataset() const;
  /// text, json or csv. Throws Error Usage.
  [[nodiscard]] std::string format() const;
  void print(std::string_view text) const;

  CommonOptions common_;
};

/// Throws Error Usage when the word is none of those allowed.
void require_word(const std::string& word, std::initializer_list<std::string_view> allowed, const char* option);

/// Adds the options that describe a person to a command.
void add_profile_options(CLI::App& app, Question& question);

/// The commands. Each adds itself to the program and lives as long as it.
[[nodiscard]] std::unique_ptr<Command> add_estimate(CLI::App& program);
[[nodiscard]] std::unique_ptr<Command> add_compare(CLI::App& program);
[[nodiscard]] std::unique_ptr<Command> add_whatif(CLI::App& program);
[[nodiscard]] std::unique_ptr<Command> add_career(CLI::App& program);
[[nodiscard]] std::unique_ptr<Command> add_offer(CLI::App& program);
[[nodiscard]] std::unique_ptr<Command> add_outlook(CLI::App& program);
[[nodiscard]] std::unique_ptr<Command> add_gs(CLI::App& program);
[[nodiscard]] std::unique_ptr<Command> add_report(CLI::App& program);
[[nodiscard]] std::unique_ptr<Command> add_list(CLI::App& program);
[[nodiscard]] std::unique_ptr<Command> add_check(CLI::App& program);
[[nodiscard]] std::unique_ptr<Command> add_data(CLI::App& program);
[[nodiscard]] std::unique_ptr<Command> add_batch(CLI::App& program);

}  // namespace hisalary::cli
