// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "../model/engine.hpp"
#include "cells.hpp"
#include "columns.hpp"
#include "hisalary/error.hpp"
#include "hisalary/model.hpp"
#include "hisalary/question.hpp"
#include "judge.hpp"
#include "options.hpp"
#include "resolver.hpp"
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
  Answerer(const Model& model, model::Markets& markets, const Options& options, const Columns& columns);

  /// Answers every record of a block, in order. Bad ones become error rows, or are skipped, or end it, as the options say.
  void answer(const Block& block, Answered& out);

 private:
  void ndjson(const Block& block, Answered& out);
  void csv(const Block& block, Answered& out);
  bool one_ndjson(std::string_view line, std::uint64_t line_number, Answered& out);
  bool one_csv(bool sound, std::string_view record, std::uint64_t line_number, Answered& out);
  [[nodiscard]] bool plain_ndjson(const char*& at, const char* end, std::string& out);
  [[nodiscard]] bool plain_csv(std::string_view& rest, std::string& out);
  void answer_row(const Row& row, std::string& out);
  bool fail(const Error& error, const Row& row, std::uint64_t line_number, Answered& out);
  void write_slow(const Row& row, const Question& question, std::string& out);
  void read_cells(Row& row) const;
  static void read_remote(Row& row);
  [[nodiscard]] bool write_fast(const Row& row, std::string& out);

  const Model& model_;
  const Options& options_;
  model::Engine engine_;
  Interpreter interpreter_;
  Resolver resolver_;
  Scanner scanner_;
  Judge judge_;
  Cells cells_;
  const Columns& columns_;
  Row row_;
  Writer writer_;
};

}  // namespace hisalary::batch
