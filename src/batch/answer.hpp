// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "cells.hpp"
#include "columns.hpp"
#include "data/tables.hpp"
#include "hisalary/error.hpp"
#include "hisalary/model.hpp"
#include "judge.hpp"
#include "base/padded.hpp"
#include "model/pricer.hpp"
#include "query/resolver.hpp"
#include "options.hpp"
#include "scanner.hpp"
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
  /// `columns`: those of CSV input; none for NDJSON.
  Answerer(const Model& model, const Options& options, const Columns& columns);

  /// Answers every record of a block, in order. Bad ones become error rows, or are skipped, or end it, as the options
  /// say.
  void answer(const Block& block, Answered& out);

 private:
  void ndjson(const Block& block, Answered& out);
  void csv(const Block& block, Answered& out);
  bool one_ndjson(std::string_view line, std::uint64_t line_number, Answered& out);
  bool one_csv(bool sound, std::string_view record, std::uint64_t line_number, Answered& out);
  [[nodiscard]] const char* plain_ndjson(const char* at, const char* end);
  [[nodiscard]] const char* plain_csv(const char* at, const char* end);
  [[nodiscard]] bool understood();
  enum class Taken : std::uint8_t { Yes, No, AndStopped };
  [[nodiscard]] Taken take_plain(std::uint64_t line_number, Answered& out);
  [[nodiscard]] bool answer_waiting(Answered& out);
  [[nodiscard]] bool answer_one_by_one(std::size_t count, Answered& out);
  [[nodiscard]] query::Failure* answer_row(std::string& out);
  bool fail(const Error& error, const Row& row, std::uint64_t line_number, Answered& out);
  bool fail(query::Failure& failure, const Row& row, std::uint64_t line_number, Answered& out);
  void write_whole(const Row& row, std::string& out);
  void read_cells(Row& row) const;
  static void read_remote(Row& row);
  /// The row to read into: behind those that wait.
  [[nodiscard]] Row& row() { return rows_[waiting_]; }

  static constexpr std::size_t most_waiting = 16;

  const Model& model_;
  const Options& options_;
  const model::Pricer& pricer_;
  query::Resolver resolver_;
  query::Texts texts_;
  PaddedArena arena_;
  query::Failure* wrong_ = nullptr;  ///< with the row that was read last
  Scanner scanner_;
  Judge judge_;
  Cells cells_;
  const Columns& columns_;
  // Rows understood wait for one another and are priced and written together, which costs less than one by one.
  std::array<Row, most_waiting> rows_;
  std::array<Facts, most_waiting> people_;
  std::array<Percentiles, most_waiting> pay_;
  std::array<std::uint64_t, most_waiting> lines_{};
  std::size_t waiting_ = 0;
  Writer writer_;
};

}  // namespace hisalary::batch
