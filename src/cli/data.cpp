// SPDX-License-Identifier: MIT
#include <filesystem>

#include "audit/trial.hpp"
#include "base/format.hpp"
#include "base/text.hpp"
#include "options.hpp"
#include "output.hpp"
#include "output/record.hpp"

namespace hisalary::cli {
namespace {

constexpr std::string_view examples =
    "  hisalary data show RHIA\n"
    "  hisalary data export my-data\n"
    "  hisalary data verify my-data";

constexpr std::array verify_options{
    OptionSpec{.name = "dir",
               .value = "DIR",
               .about = "Folder laid out like data/",
               .kind = Kind::Positional,
               .values = {.path = Values::Path::Folder}},
};

constexpr std::array show_options{
    OptionSpec{.name = "key",
               .value = "KEY",
               .about = "For example roles.json, RHIA, 29-9021, 41940, few_jobs",
               .kind = Kind::Positional},
};

constexpr std::array export_options{
    OptionSpec{.name = "dir",
               .value = "DIR",
               .about = "A new or empty folder",
               .kind = Kind::Positional,
               .values = {.path = Values::Path::Folder}},
};

std::string folder_of(const Given& given) {
  const std::string folder = given.text("dir");
  if (folder.empty()) {
    throw Error(ErrorCode::Usage, "say which folder", given.call() + " DIR", std::string(given.command().name));
  }
  return folder;
}

int verify(const Given& given) {
  const std::string how = format_of(given);
  const std::string folder = folder_of(given);
  const Dataset set = Dataset::load(folder);
  audit::try_out(Model(set));
  print(given, output::verified(set, folder, screen_of(given)).in(how));
  return 0;
}

int show(const Given& given) {
  const std::string how = format_of(given);
  const std::string key = given.text("key");
  if (key.empty()) {
    throw Error(ErrorCode::Usage, "say which key", given.call() + " KEY: a file, an id, a SOC code or an area", "key");
  }
  const Dataset set = dataset_of(given);
  const auto found = output::find_records(set, key);
  if (found.empty()) {
    throw Error(ErrorCode::NoAnswer, "no record has the key " + shown(key), "files: " + output::file_names(set), "key");
  }
  print(given, output::records(set, key, found, screen_of(given)).in(how));
  return 0;
}

int write(const Given& given) {
  namespace fs = std::filesystem;
  const Dataset set = dataset_of(given);
  const fs::path target = folder_of(given);
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
  print(given, formatted("{} files written to {}\nfingerprint {}\n", set.files().size(), printable(target.string()),
                         set.fingerprint()));
  return 0;
}

int no_verb(const Given&) {
  throw Error(ErrorCode::Usage, "say what to do with the data", "verify DIR, show KEY or export DIR", "data");
}

const CommandSpec verify_command{
    .name = "verify",
    .about = "Check every file of a data set",
    .examples = examples,
    .options =
        [] {
          return OptionLists{help_option(), verify_options, format_options(), output_options()};
        },
    .run = verify,
};

const CommandSpec show_command{
    .name = "show",
    .about = "Print the records of a key: a file, an id, a SOC code, an area",
    .examples = examples,
    .options = [] { return with_common(show_options); },
    .run = show,
};

const CommandSpec export_command{
    .name = "export",
    .about = "Write the data set as JSON files",
    .examples = examples,
    .options =
        [] {
          return OptionLists{help_option(), export_options, dataset_option(), output_options()};
        },
    .run = write,
};

constexpr std::array verbs{&verify_command, &show_command, &export_command};

}  // namespace

const CommandSpec data_command{
    .name = "data",
    .about = "Check, show or export the data set",
    .notes = "The data are JSON files, compiled into the program; \"hisalary help data\" says how to use others.",
    .examples = examples,
    .options = [] { return OptionLists{help_option()}; },
    .run = no_verb,
    .commands = verbs,
};

}  // namespace hisalary::cli
