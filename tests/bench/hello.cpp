// SPDX-License-Identifier: MIT
// The yardstick of the one-shot benchmark.
#include <cstdio>
#include <string>

int main() {
  const std::string line = "hello, world\n";
  std::fwrite(line.data(), 1, line.size(), stdout);
}
