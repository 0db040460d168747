// SPDX-License-Identifier: MIT
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "cells.hpp"
#include "hisalary/error.hpp"
#include "hisalary/model.hpp"
#include "hisalary/question.hpp"
#include "../model/engine.hpp"
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

/// What the columns of CSV input are: a field of a row, a value to hand back, both or nothing.
struct Columns {
  static constexpr std::size_t nothing = 99;
  std::vector<std::size_t> fields;
  std::vector<std::size_t> keeps;
};

/// Reads a CSV heading. Throws Error Usage when it cannot be used: no column is known, one stands twice, one to keep is not there, or an
/// unknown one is refused.
[[nodiscard]] Columns read_heading(const std::string& heading, const Options& options);

/// Answers blocks of records; one for each thread.
class Answerer {
 public:
  /// `columns`: those of CSV input; none for NDJSON.
  Answerer(const Model& model, model::Markets& markets, const Options& options, const Columns& columns);

  /// Answers every record of a block, in order. Bad ones become error rows, or are skipped, or end it, as the options say.
  void answer(const Block& block, Answered& out);

  /// The heading of CSV output, with its line end.
  [[nodiscard]] static std::string heading(const Options& options);

 private:
  void ndjson(const Block& block, Answered& out);
  void csv(const Block& block, Answered& out);
  bool one_ndjson(std::string_view line, std::uint64_t line_number, Answered& out);
  bool one_csv(bool sound, std::string_view record, std::uint64_t line_number, Answered& out);
  [[nodiscard]] bool plain_ndjson(const char*& at, const char* end, std::string& out);
  [[nodiscard]] bool plain_csv(std::string_view& rest, std::string& out);
  void answer_row(const Row& row, std::string& out);
  bool fail(const Error& error, const Row& row, std::uint64_t line_number, Answered& out);
  void write(const Row& row, const Percentiles& pay, std::string& out);
  void write_slow(const Row& row, const Question& question, std::string& out);
  void write_kept(const Row& row, std::string& out) const;
  [[nodiscard]] char* put_kept(const Row& row, char* out) const;
  void put_csv(std::string_view value, std::string& out) const;
  void put_json(std::string_view raw, std::string& out) const;
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
  std::vector<std::size_t> percentiles_;  ///< of options.fields, when all are percentiles
  std::deque<std::string> texts_;         ///< of the views below, with their padding
  std::vector<std::string_view> labels_;  ///< what stands before each field
  std::string_view row_end_;
  std::vector<std::string_view> keep_labels_;
  std::vector<char> answer_;  ///< room for one answer
  std::size_t longest_ = 0;   ///< bytes of an answer without the values kept
  bool only_percentiles_ = true;
  bool from_csv_;
  bool to_csv_;
};

/// The fields that an answer can have, for --fields.
[[nodiscard]] const std::vector<std::string_view>& answer_fields();

}  // namespace hisalary::batch
