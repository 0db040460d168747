// SPDX-License-Identifier: MIT
#include <filesystem>

#include "base/format.hpp"
#include "base/text.hpp"
#include "command.hpp"
#include "output.hpp"
#include "output/record.hpp"
#include "terminal.hpp"

namespace hisalary::cli {
namespace {

class DataCommand : public Command {
 public:
  explicit DataCommand(CLI::App& app) : app_(app) {
    app.require_subcommand(0, 1);
    app.footer(
        "Examples:\n"
        "  hisalary data show RHIA\n"
        "  hisalary data export my-data\n"
        "  hisalary data verify my-data");
    CLI::App& verify = *app.add_subcommand("verify", "Check every file of a data set");
    verify.add_option("dir", folder_, "Folder laid out like data/")->type_name("DIR");
    add_common(verify, true, false);
    CLI::App& show = *app.add_subcommand("show", "Print the records of a key: a file, an id, a SOC code, an area");
    show.add_option("key", key_, "For example roles.json, RHIA, 29-9021, 41940, few_jobs")->type_name("KEY");
    add_common(show);
    CLI::App& write = *app.add_subcommand("export", "Write the data set as JSON files");
    write.add_option("dir", folder_, "A new or empty folder")->type_name("DIR");
    add_common(write, false);
  }

  void run() override {
    if (app_.get_subcommands().empty()) {
      throw Error(ErrorCode::Usage, "say what to do with the data", "verify DIR, show KEY or export DIR", "data");
    }
    const std::string verb = app_.get_subcommands().front()->get_name();
    if (verb == "verify") {
      verify();
    } else if (verb == "show") {
      show();
    } else {
      write();
    }
  }

 private:
  [[nodiscard]] std::string folder(const char* verb) const {
    if (folder_.empty()) {
      throw Error(ErrorCode::Usage, "say which folder", std::string("hisalary data ") + verb + " DIR", "data");
    }
    return folder_;
  }

  void verify() const {
    const std::string how = format();
    const Dataset set = Dataset::load(folder("verify"));
    print(how == "text"
              ? formatted("{}: data {}, release {}, {} files, no mistake found\nfingerprint {}\n", printable(folder_),
                          set.info().version, set.info().release, set.files().size(), set.fingerprint())
              : output::verified(set, how));
  }

  void show() const {
    const std::string how = format();
    if (key_.empty()) {
      throw Error(ErrorCode::Usage, "say which key", "hisalary data show KEY: a file, an id, a SOC code or an area",
                  "data");
    }
    const Dataset set = dataset();
    const auto found = output::find_records(set, key_);
    if (found.empty()) {
      throw Error(ErrorCode::NoAnswer, "no record has the key " + shown(key_), "files: " + output::file_names(set),
                  "data");
    }
    print(how == "json"  ? records_json(set, key_, found)
          : how == "csv" ? records_csv(found)
                         : records_text(found, screen(common_.color, !common_.output.empty())));
  }

  void write() const {
    namespace fs = std::filesystem;
    const Dataset set = dataset();
    const fs::path target = folder("export");
    std::error_code error;
    if (fs::exists(target, error) && !fs::is_empty(target, error)) {
      throw Error(ErrorCode::Io, shown(target.string()) + " is there already and not empty",
                  "name a new or an empty folder", target.string());
    }
    for (const auto& file : set.files()) {
      const fs::path path = target / file.path;
      fs::create_directories(path.parent_path(), error);
      if (error) {
        throw Error(ErrorCode::Io, shown(path.parent_path().string()) + " cannot be made: " + error.message(),
                    "check the folder and its permissions", target.string());
      }
      replace_file(path, file.bytes);
    }
    print(formatted("{} files written to {}\nfingerprint {}\n", set.files().size(), printable(target.string()),
                    set.fingerprint()));
  }

  CLI::App& app_;
  std::string folder_;
  std::string key_;
};

}  // namespace

std::unique_ptr<Command> add_data(CLI::App& program) {
  return std::make_unique<DataCommand>(*program.add_subcommand("data", "Check, show or export the data set"));
}

}  // namespace hisalary::cli
