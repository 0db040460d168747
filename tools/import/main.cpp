// SPDX-License-Identifier: MIT
/// hisalary-import: puts BLS's workbooks of wages, as downloaded, into a data set.
#include <algorithm>
#include <charconv>
#include <cstdio>
#include <exception>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "data/reader.hpp"
#include "hisalary/error.hpp"
#include "merge.hpp"
#include "wages.hpp"
#include "workbook.hpp"
#include "write/files.hpp"

namespace {

using namespace hisalary;

constexpr std::string_view usage =
    "usage: hisalary-import --year YEAR [--data DIR] [--check] WORKBOOK.xlsx...\n"
    "\n"
    "Reads BLS's own workbooks of wages (national_M, natsector_M, state_M, MSA_M, BOS_M, all_data_M; a new release "
    "whole)\n"
    "and puts them into the data files of DIR (data). Says what changed since the release before.\n"
    "\n"
    "  --year YEAR   the May survey that the workbooks must be of\n"
    "  --data DIR    a folder laid out like data/\n"
    "  --check       say what would change, write nothing\n"
    "\n"
    "Nothing is written unless every workbook is right and the data set passes all checks.\n"
    "Exit: 0 done, 2 usage, 3 a workbook or the data set is wrong, 4 a file cannot be read or written.\n";

struct Asked {
  std::int32_t year = 0;
  std::string data = "data";
  bool check = false;
  std::vector<std::string> workbooks;
};

[[noreturn]] void refuse(const std::string& what) {
  throw Error(ErrorCode::Usage, what, "\"hisalary-import --help\" shows how");
}

std::int32_t year_from(std::string_view text) {
  std::int32_t year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  if (error != std::errc() || end != text.data() + text.size() || year < 2014 || year > 2099) {
    refuse(shown(text) + " is not a year of a survey; allowed: 2014 to 2099");
  }
  return year;
}

Asked asked(const std::vector<std::string>& arguments) {
  Asked asked;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& word = arguments[i];
    if (word == "--check") {
      asked.check = true;
    } else if (word == "--year" || word == "--data") {
      if (++i == arguments.size()) {
        refuse(word + " needs a value");
      }
      if (word == "--year") {
        asked.year = year_from(arguments[i]);
      } else {
        asked.data = arguments[i];
      }
    } else if (word.starts_with("-")) {
      refuse("there is no option " + shown(word));
    } else {
      asked.workbooks.push_back(word);
    }
  }
  if (asked.year == 0) {
    refuse("say which May the workbooks are of: --year YEAR");
  }
  if (asked.workbooks.empty()) {
    refuse("name one workbook or more");
  }
  return asked;
}

int run(const Asked& asked) {
  const auto set = data::read_set(std::filesystem::path(asked.data));
  const auto wanted = [&](std::string_view soc) {
    return std::ranges::any_of(set->tables.occupations, [&](const Occupation& one) { return one.soc == soc; });
  };
  std::vector<import::Wages> wages;
  for (const auto& path : asked.workbooks) {
    const auto book = import::read_workbook(path, wanted);
    if (book.year != asked.year) {
      throw Error(ErrorCode::BadData,
                  book.name + " is of May " + std::to_string(book.year) + ", not of May " + std::to_string(asked.year),
                  "give the workbook of that year, or --year " + std::to_string(book.year), path);
    }
    const auto found = import::wages_in(book);
    wages.insert(wages.end(), found.begin(), found.end());
  }
  const auto merged = import::merge(*set, asked.year, wages);
  std::fputs(merged.report.c_str(), stdout);
  if (!asked.check) {
    write::replace_files(asked.data, merged.files);
  }
  std::printf(asked.check ? "%zu files would be written\n" : "%zu files written\n", merged.files.size());
  return std::fflush(stdout) == 0 ? 0 : 4;
}

int exit_code(ErrorCode code) {
  if (code == ErrorCode::Usage) {
    return 2;
  }
  return code == ErrorCode::Io ? 4 : 3;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() == 1 && (arguments[0] == "--help" || arguments[0] == "-h")) {
    std::fputs(std::string(usage).c_str(), stdout);
    return 0;
  }
  try {
    return run(asked(arguments));
  } catch (const Error& error) {
    std::fprintf(stderr, "error: %s\n%s%s\n", error.what(), error.hint().empty() ? "" : "  ", error.hint().c_str());
    return exit_code(error.code());
  } catch (const std::exception& error) {
    std::fprintf(stderr, "error: %s\n", error.what());
    return 4;
  }
}
