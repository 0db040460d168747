// SPDX-License-Identifier: MIT
#pragma once

/// Runs a batch over a text, through a pipe.

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <string>
#include <thread>

#include "batch/pipeline.hpp"
#include "known.hpp"
#include "random.hpp"

namespace hisalary::test {

struct BatchOutput {
  std::string text;
  batch::Summary summary;
};

/// Feeds the input in pieces, each written at once; the other end reads what is there, and of pieces up to 4,096 bytes
/// one at a time. The end of one piece is behind the first `cut` bytes.
inline batch::Summary feed_batch(const std::string& input, const batch::Options& options, std::size_t piece,
                                 std::size_t cut, std::string& out) {
  constexpr std::size_t packet = 4096;
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), piece <= packet ? O_DIRECT : 0) != 0) {
    throw std::runtime_error("no pipe");
  }
  std::jthread writer([&] {
    std::size_t next = cut % piece == 0 ? piece : cut % piece;
    for (std::string_view rest = input; !rest.empty();) {
      const auto written = ::write(ends[1], rest.data(), std::min(next, rest.size()));
      if (written <= 0) {
        break;
      }
      rest.remove_prefix(static_cast<std::size_t>(written));
      next = piece;
    }
    ::close(ends[1]);
  });
  try {
    const auto summary =
        batch::run(model(), options, {ends[0], [&](std::string_view text) { out += text; }, {}, -1, {}});
    writer.join();
    ::close(ends[0]);
    return summary;
  } catch (...) {
    std::string rest(std::size_t{1} << 16, '\0');
    while (::read(ends[0], rest.data(), rest.size()) > 0) {
    }
    writer.join();
    ::close(ends[0]);
    throw;
  }
}

inline BatchOutput run_batch(const std::string& input, const batch::Options& options) {
  BatchOutput out;
  out.summary = feed_batch(input, options, std::size_t{1} << 16, 0, out.text);
  return out;
}

inline void run_batch(const std::string& input, const batch::Options& options, std::string& text) {
  (void)feed_batch(input, options, std::size_t{1} << 16, 0, text);
}

inline std::string run_batch_in_pieces(const std::string& input, const batch::Options& options, std::size_t piece,
                                       std::size_t cut = 0) {
  std::string out;
  (void)feed_batch(input, options, piece, cut, out);
  return out;
}

}  // namespace hisalary::test
