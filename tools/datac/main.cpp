// SPDX-License-Identifier: MIT
/// The data compiler: checks data/ with the library's own reader and writes it as constant tables; or writes the JSON
/// Schemas.
///   hisalary_datac DATA_DIR OUTPUT.cpp
///   hisalary_datac --schemas DIR

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "data/reader.hpp"
#include "data/tables.hpp"
#include "emit.hpp"
#include "hisalary/error.hpp"
#include "schema.hpp"

namespace {

bool write_file(const std::filesystem::path& path, const std::string& text) {
  std::ofstream out(path, std::ios::binary);
  out << text;
  return static_cast<bool>(out.flush());
}

int run(const std::vector<std::string>& arguments) {
  if (arguments.size() != 2) {
    std::fputs("usage: hisalary_datac DATA_DIR OUTPUT.cpp | hisalary_datac --schemas DIR\n", stderr);
    return 2;
  }
  bool written = true;
  if (arguments[0] == "--schemas") {
    for (const auto& [name, text] : hisalary::data::schemas()) {
      written = write_file(std::filesystem::path(arguments[1]) / name, text) && written;
    }
  } else {
    written = write_file(arguments[1],
                         hisalary::data::emit_source(*hisalary::data::read_set(std::filesystem::path(arguments[0]))));
  }
  if (!written) {
    std::fprintf(stderr, "hisalary_datac: %s cannot be written\n", arguments[1].c_str());
  }
  return written ? 0 : 4;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run({argv + 1, argv + argc});
  } catch (const hisalary::Error& error) {
    std::fprintf(stderr, "error: %s\n  %s\n", error.what(), error.hint().c_str());
    return 3;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "error: %s\n", error.what());
    return 4;
  }
}
