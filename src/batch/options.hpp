// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "advise/team.hpp"
#include "hisalary/facts.hpp"

namespace hisalary::batch {

enum class Format : std::uint8_t { Ndjson, Csv };
enum class OnError : std::uint8_t { Row, Skip, Stop };

/// How a batch is read and written.
struct Options {
  bool sniff = true;  ///< the input's format is read off its first byte
  Format from = Format::Ndjson;
  bool to_as_from = true;
  Format to = Format::Ndjson;
  bool find_delimiter = false;  ///< the delimiter is read off the heading
  char delimiter = ',';
  std::vector<std::string> keep{"id"};                                 ///< columns handed back untouched
  std::vector<std::pair<Fact, std::string>> map;                       ///< facts, and the columns that say them
  std::vector<std::string> fields{"p10", "p25", "p50", "p75", "p90"};  ///< columns of the answer
  bool fields_by_default = false;  ///< nobody chose them: where a pay is said, where it stands is added
  bool team = false;               ///< add up what people are paid
  std::vector<std::size_t> by;     ///< of the columns kept, those to group by
  bool hourly = false;             ///< pay an hour, to the cent
  bool full = false;               ///< whole estimates in place of fields
  bool refuse_unknown = false;     ///< an unknown key is an error of its row
  OnError on_error = OnError::Row;
  unsigned jobs = 1;
  bool line_buffered = false;
};

/// The names of the columns that people are grouped by.
[[nodiscard]] inline std::vector<std::string> names_to_group_by(const Options& options) {
  std::vector<std::string> names;
  for (const std::size_t column : options.by) {
    names.push_back(options.keep[column]);
  }
  return names;
}

/// What came of a batch.
struct Summary {
  std::uint64_t rows_in = 0;
  std::uint64_t answered = 0;
  std::uint64_t errors = 0;     ///< written as error rows
  std::uint64_t skipped = 0;    ///< left out, as --on-error skip asks
  std::uint64_t unwritten = 0;  ///< read, and lost with a write that failed
  bool stopped = false;         ///< by --on-error stop
  std::optional<advise::Team> team;
  std::string columns;  ///< which heading was taken for what; empty when there is nothing to say
};

/// Threads when nothing is said, on so many processors: a stream takes at most 16 MiB, of which each thread needs up to
/// 3 MiB for what it remembers and for its blocks, and all of them together 10 MiB: the markets of all roles and
/// places.
[[nodiscard]] constexpr unsigned default_jobs(unsigned processors) noexcept {
  constexpr unsigned most = 2;
  return std::clamp(processors, 1U, most);
}

/// The longest record that is read; a longer one is an error of its row.
inline constexpr std::size_t longest_record = std::size_t{1} << 20;

}  // namespace hisalary::batch
