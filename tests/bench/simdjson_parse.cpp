// SPDX-License-Identifier: MIT
// The yardstick of the batch benchmark: simdjson's on-demand reader takes every field of every line of a file, on one
// thread, and does nothing else.
#include <fcntl.h>
#include <simdjson.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <string_view>
#include <vector>

using namespace simdjson;

namespace {

constexpr std::size_t block = 1 << 20;

struct Totals {
  std::uint64_t rows = 0;
  std::uint64_t read = 0;  // printed, so that no reading can be left out
};

void take(ondemand::value value, Totals& totals) {
  if (value.type() == ondemand::json_type::string) {
    totals.read += std::string_view(value.get_string()).size();
  } else {
    totals.read += static_cast<std::uint64_t>(std::int64_t(value.get_int64()));
  }
}

void parse(ondemand::parser& parser, const char* text, std::size_t size, Totals& totals) {
  ondemand::document_stream rows = parser.iterate_many(text, size, block + SIMDJSON_PADDING);
  for (auto row : rows) {
    for (auto field : row.get_object()) {
      totals.read += std::string_view(field.unescaped_key()).size();
      take(field.value(), totals);
    }
    ++totals.rows;
  }
}

/// Reads block by block, so that touching fresh memory is no part of the time; the started line is moved to the front.
void parse(int file, Totals& totals) {
  std::vector<char> buffer(block + SIMDJSON_PADDING);
  ondemand::parser parser;
#ifdef SIMDJSON_THREADS_ENABLED
  parser.threaded = false;
#endif
  std::size_t held = 0;
  for (ssize_t got = 0; (got = ::read(file, buffer.data() + held, block - held)) > 0;) {
    held += static_cast<std::size_t>(got);
    std::size_t whole = held;
    while (whole > 0 && buffer[whole - 1] != '\n') --whole;
    parse(parser, buffer.data(), whole, totals);
    held -= whole;
    std::memmove(buffer.data(), buffer.data() + whole, held);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 2 && std::string_view(argv[1]) == "--version") {
    std::puts(SIMDJSON_STRINGIFY(SIMDJSON_VERSION));
    return 0;
  }
  const int file = argc == 2 ? ::open(argv[1], O_RDONLY) : -1;
  if (file < 0) {
    std::fputs("usage: simdjson_parse FILE\n", stderr);
    return 2;
  }
  Totals totals;
  try {
    parse(file, totals);
  } catch (const simdjson_error& error) {
    std::fprintf(stderr, "simdjson_parse: row %llu: %s\n", static_cast<unsigned long long>(totals.rows + 1),
                 error.what());
    return 1;
  }
  std::printf("%llu rows, %llu\n", static_cast<unsigned long long>(totals.rows),
              static_cast<unsigned long long>(totals.read));
}
