// SPDX-License-Identifier: MIT
#include <cstdio>
#include <exception>
#include <filesystem>
#include <string_view>

#include "cross_validation.hpp"
#include "fit.hpp"
#include "hisalary/error.hpp"
#include "report.hpp"
#include "write.hpp"
#include "write/files.hpp"

namespace {

int usage() {
  std::fputs("usage: hisalary_fit_model DATA_DIR [--report FILE]\n", stderr);
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace hisalary;
  const bool with_report = argc == 4 && std::string_view(argv[2]) == "--report";
  if (argc != 2 && !with_report) {
    return usage();
  }
  try {
    const std::filesystem::path folder = argv[1];
    const Dataset dataset = Dataset::load(folder);
    fit::FitResult result = fit::run(dataset);
    write::replace_files(folder, fit::model_files(dataset, result));

    fit::CrossOptions options;
    options.shipped = &result.model.tables();
    const auto rows = fit::cross_validate(dataset, options);
    write::replace_files(folder, {{"model/cross_validation.json", fit::cross_validation_file(dataset, rows)}});
    if (with_report) {
      write::replace_files({}, {{argv[3], fit::report(dataset, result, rows)}});
    }
  } catch (const Error& error) {
    std::fprintf(stderr, "hisalary_fit_model: %s\n%s%s", error.what(), error.hint().c_str(),
                 error.hint().empty() ? "" : "\n");
    return error.code() == ErrorCode::Io ? 4 : 3;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "hisalary_fit_model: %s\n", error.what());
    return 1;
  }
  return 0;
}
