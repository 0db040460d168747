// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "advise/standing.hpp"
#include "advise/team.hpp"
#include "columns.hpp"
#include "csv.hpp"
#include "hisalary/error.hpp"
#include "hisalary/model.hpp"
#include "model/pricer.hpp"
#include "ndjson.hpp"
#include "options.hpp"
#include "query/resolver.hpp"
#include "splitter.hpp"
#include "writer.hpp"

namespace hisalary::batch {

/// What one block became.
struct Answered {
  std::string text;
  Summary counts;
  std::string first_error;  ///< for --on-error stop: why, with the line
};

/// Answers blocks of records; one for each thread.
class Answerer {
 public:
  /// `columns`: those of CSV input; none for NDJSON. All must outlive it.
  Answerer(const Model& model, const Options& options, const Columns& columns);

  /// Answers every record of a block, in order. Bad ones become error rows, or are skipped, or end it, as the options
  /// say.
  void answer(const Block& block, Answered& out);

  /// What the people of all blocks so far are paid; nothing unless the options ask for it.
  [[nodiscard]] const advise::TeamTally& tally() const noexcept { return tally_; }

 private:
  static constexpr std::size_t group_size = 16;

  void answer_records(const Block& block, Answered& out);
  [[nodiscard]] Line read(PaddedText block, const char*& at);
  [[nodiscard]] bool take(Line found, std::uint64_t line, Answered& out);
  [[nodiscard]] bool answer_group(Answered& out);
  [[nodiscard]] bool price_group(std::size_t count);
  void price_one(std::size_t i);
  void add_to_team(std::size_t i);
  [[nodiscard]] bool answer_one(std::size_t i, Answered& out);
  void write(std::size_t first, std::size_t count, Answered& out);
  [[nodiscard]] bool fail(const Error& error, const Row& row, std::uint64_t line, Answered& out);
  [[nodiscard]] bool fail(query::Failure& failure, const Row& row, std::uint64_t line, Answered& out);

  const Model& model_;
  const model::Pricer& pricer_;
  const Options& options_;
  NdjsonReader ndjson_;
  CsvReader csv_;
  query::Resolver resolver_;
  Writer writer_;
  advise::TeamTally tally_;
  std::vector<std::string_view> values_;  ///< that the row at hand is grouped by

  // Rows that make sense wait for one another and are priced and written together, which costs less than one by one.
  std::size_t waiting_ = 0;
  PaddedArena texts_;  ///< of the rows that wait
  std::array<Row, group_size> rows_;
  std::array<Facts, group_size> people_;
  std::array<Percentiles, group_size> pay_;
  std::array<model::Price, group_size> prices_;
  model::PriceMemory memory_;
  std::array<std::optional<advise::Standing>, group_size> standings_;
  std::array<std::uint64_t, group_size> lines_{};
};

}  // namespace hisalary::batch
