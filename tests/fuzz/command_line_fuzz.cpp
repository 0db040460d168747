// SPDX-License-Identifier: MIT
// The whole program on any words, one a line: it ends with one of its exit codes, and says why when it does not answer.
#include <fcntl.h>

#include <filesystem>

#include "../support/program.hpp"
#include "fuzz.hpp"

using namespace hisalary;

namespace {

std::vector<std::string> words_of(std::string_view bytes) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at <= bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    words.emplace_back(bytes.substr(at, end - at).substr(0, bytes.substr(at, end - at).find('\0')));
    at = end + 1;
  }
  return words;
}

/// Files stay in a folder of their own, and nothing waits for input.
void keep_apart() {
  static const bool once = [] {
    const auto folder = std::filesystem::temp_directory_path() / ("hisalary-fuzz-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    std::filesystem::current_path(folder);
    const int nothing = ::open("/dev/null", O_RDONLY);
    return ::dup2(nothing, STDIN_FILENO) == STDIN_FILENO;
  }();
  fuzz::demand(once);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto words = words_of({reinterpret_cast<const char*>(data), size});
  constexpr std::size_t most_words = 24;
  const bool leaves = std::ranges::any_of(words, [](const auto& word) {
    return word.find('/') != std::string::npos || word.find("..") != std::string::npos;
  });
  if (leaves || words.size() > most_words) {
    return 0;
  }
  keep_apart();
  const test::Printed printed = test::run_program(words);
  fuzz::demand(printed.code >= 0 && printed.code <= 4);
  fuzz::demand(printed.code == 0 || !printed.err.empty());
  fuzz::demand(printed.code != 2 || printed.out.empty() || words[0] == "batch");
  return 0;
}
