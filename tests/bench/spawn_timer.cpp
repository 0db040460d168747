// SPDX-License-Identifier: MIT
// Times whole processes: spawn_timer ROUNDS COMMAND... (words split at spaces). Every round runs every command once, in
// an order that rotates, so that a slow spell of the machine falls on all of them; ratios are medians of the rounds'
// ratios to the first command.
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

namespace {

std::vector<std::string> words(const std::string& command) {
  std::istringstream in(command);
  std::vector<std::string> out;
  for (std::string word; in >> word;) out.push_back(word);
  return out;
}

double run_ms(std::vector<std::string> command, const posix_spawn_file_actions_t& quiet) {
  std::vector<char*> argv;
  argv.reserve(command.size() + 1);
  for (std::string& word : command) argv.push_back(word.data());
  argv.push_back(nullptr);
  std::string locale = "LC_ALL=C.UTF-8";
  char* environment[] = {locale.data(), nullptr};

  const auto start = std::chrono::steady_clock::now();
  pid_t pid = 0;
  int status = 0;
  if (posix_spawn(&pid, argv[0], &quiet, nullptr, argv.data(), environment) != 0 || waitpid(pid, &status, 0) != pid ||
      status != 0) {
    std::fprintf(stderr, "spawn_timer: failed: %s\n", argv[0]);
    std::exit(1);
  }
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const std::size_t middle = values.size() / 2;
  return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

}  // namespace

int main(int argc, char** argv) {
  const int rounds = argc > 2 ? std::atoi(argv[1]) : 0;
  if (rounds < 1) {
    std::fputs("usage: spawn_timer ROUNDS COMMAND...\n", stderr);
    return 2;
  }
  posix_spawn_file_actions_t quiet;
  posix_spawn_file_actions_init(&quiet);
  posix_spawn_file_actions_addopen(&quiet, 1, "/dev/null", O_WRONLY, 0);

  std::vector<std::vector<std::string>> commands;
  for (int i = 2; i < argc; ++i) commands.push_back(words(argv[i]));
  std::vector<std::vector<double>> times(commands.size());
  constexpr int warm_up = 5;
  for (int round = -warm_up; round < rounds; ++round) {
    std::vector<double> took(commands.size());
    for (std::size_t i = 0; i < commands.size(); ++i) {
      const std::size_t which = (i + static_cast<std::size_t>(round + warm_up)) % commands.size();
      took[which] = run_ms(commands[which], quiet);
    }
    for (std::size_t i = 0; round >= 0 && i < commands.size(); ++i) times[i].push_back(took[i]);
  }

  std::printf("%d interleaved rounds, wall time of whole processes\n%10s %8s %8s %8s  command\n", rounds, "median ms",
              "ratio", "min", "max");
  for (std::size_t i = 0; i < commands.size(); ++i) {
    std::vector<double> ratios(times[i].size());
    std::transform(times[i].begin(), times[i].end(), times[0].begin(), ratios.begin(),
                   [](double a, double b) { return a / b; });
    std::string shown = commands[i][0].substr(commands[i][0].rfind('/') + 1);
    for (std::size_t w = 1; w < commands[i].size(); ++w) shown += " " + commands[i][w];
    const auto [low, high] = std::minmax_element(times[i].begin(), times[i].end());
    std::printf("%10.3f %8.2f %8.3f %8.3f  %s\n", median(times[i]), median(ratios), *low, *high, shown.c_str());
  }
}
