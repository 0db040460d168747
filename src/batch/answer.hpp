// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cells.hpp"
#include "engine.hpp"
#include "hisalary/error.hpp"
#include "hisalary/model.hpp"
#include "hisalary/question.hpp"
#include "judge.hpp"
#include "options.hpp"
#include "resolver.hpp"
#include "scanner.hpp"
#include "splitter.hpp"

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
  /// `columns`: the heading of CSV input; empty for NDJSON. Throws Error Usage on a heading that cannot be used.
  Answerer(const Model& model, Markets& markets, const Options& options, const std::vector<std::string>& columns);

  /// Answers every record of a block, in order. Bad ones become error rows, or are skipped, or end it, as the options say.
  void answer(const Block& block, Answered& out);

  /// The heading of CSV output, with its line end.
  [[nodiscard]] static std::string heading(const Options& options);

 private:
  void ndjson(const Block& block, Answered& out);
  void csv(const Block& block, Answered& out);
  bool one_ndjson(std::string_view line, std::uint64_t line_number, Answered& out);
  bool one_csv(bool sound, std::string_view record, std::uint64_t line_number, Answered& out);
  bool finish(const Row& row, std::uint64_t line_number, Answered& out);
  bool fail(const Error& error, const Row& row, std::uint64_t line_number, Answered& out);
  void write(const Row& row, const Percentiles& pay, std::string& out) const;
  void write_slow(const Row& row, const Question& question, std::string& out) const;
  void write_kept(const Row& row, std::string& out) const;
  void read_cells(Row& row) const;

  const Model& model_;
  const Options& options_;
  Engine engine_;
  Resolver resolver_;
  Scanner scanner_;
  Judge judge_;
  Cells cells_;
  std::vector<std::size_t> column_fields_;
  std::vector<std::size_t> column_keeps_;
  std::vector<std::size_t> percentiles_;  ///< of options.fields, when all are percentiles
  std::vector<std::string> labels_;       ///< what stands before each field
  std::vector<std::string> keep_labels_;
  std::string row_end_;
  bool only_percentiles_ = true;
  bool from_csv_;
  bool to_csv_;
};

/// The fields that an answer can have, for --fields.
[[nodiscard]] const std::vector<std::string_view>& answer_fields();

}  // namespace hisalary::batch
