// SPDX-License-Identifier: MIT
// Runs one command and prints its wall seconds, peak resident KiB and exit status: one_run INPUT OUTPUT COMMAND
// [ARGUMENT]... A program of its own because it is small: the kernel counts the caller's memory into a started
// process's peak, and Python's would hide ours.
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <chrono>
#include <cstdio>

extern char** environ;

int main(int argc, char** argv) {
  if (argc < 4) {
    std::fputs("usage: one_run INPUT OUTPUT COMMAND [ARGUMENT]...\n", stderr);
    return 2;
  }
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_addopen(&files, 0, argv[1], O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&files, 1, argv[2], O_WRONLY | O_CREAT | O_TRUNC, 0644);

  const auto start = std::chrono::steady_clock::now();
  pid_t pid = 0;
  int status = 0;
  rusage used{};
  if (posix_spawnp(&pid, argv[3], &files, nullptr, argv + 3, environ) != 0 || wait4(pid, &status, 0, &used) != pid) {
    std::fprintf(stderr, "one_run: could not run %s\n", argv[3]);
    return 1;
  }
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  std::printf("%.6f %ld %d\n", took.count(), used.ru_maxrss,
              WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
}
