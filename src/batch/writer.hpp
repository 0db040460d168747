// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "hisalary/error.hpp"
#include "hisalary/dataset.hpp"
#include "hisalary/estimate.hpp"
#include "query/resolver.hpp"
#include "options.hpp"
#include "row.hpp"

namespace hisalary::batch {

/// Writes answers as lines of NDJSON or CSV; one for each thread.
class Writer {
 public:
  explicit Writer(const Options& options);

  /// The heading of CSV output, with its line end.
  [[nodiscard]] static std::string heading(const Options& options);

  /// Whether the answer is nothing but percentiles, so that pay() can write it.
  [[nodiscard]] bool only_percentiles() const noexcept { return only_percentiles_; }

  /// The percentiles that the options ask for, in whole dollars a year: a line for each row. `pay` may be longer than
  /// `rows`.
  void pay(std::span<const Row> rows, std::span<const Percentiles> pay, std::string& out);

  struct Answer {
    const Dataset& dataset;
    Estimate estimate;
    std::vector<std::string> notes;
  };

  /// Fields of every kind, or the whole estimate.
  void estimate(const Row& row, const Answer& answer, std::string& out);

  /// The row of a row that has no answer.
  void failure(const Row& row, query::Failure& failure, std::uint64_t line_number, std::string& out) const;

  /// What was wrong and what to do, in one text.
  [[nodiscard]] static std::string joined(const Error& error);

 private:
  /// A text of up to fifteen bytes, copied as sixteen.
  struct ShortText {
    std::array<char, 15> text{};
    char size = 0;

    ShortText() = default;
    explicit ShortText(std::string_view from) : size(static_cast<char>(std::min(from.size(), text.size()))) {
      std::copy_n(from.begin(), size, text.begin());
    }
    char* put(char* out) const {
      std::memcpy(out, this, sizeof *this);
      return out + size;
    }
  };

  struct Column {
    ShortText label;  ///< what stands before the value
    std::size_t percentile = 0;
  };

  [[nodiscard]] std::string code_and_message(const Error& error) const;
  void write_kept(const Row& row, std::string& out) const;
  [[nodiscard]] char* put_kept(const Row& row, char* out) const;
  void put_csv(std::string_view value, std::string& out) const;
  void put_json(std::string_view raw, std::string& out) const;

  const Options& options_;
  std::vector<Column> columns_;  ///< options.fields, when all are percentiles
  ShortText row_end_;
  std::deque<std::string> texts_;  ///< of the labels, with their padding
  std::vector<std::string_view> keep_labels_;
  std::vector<char> answers_;  ///< room for the answers of one call
  std::size_t longest_ = 0;    ///< bytes of an answer without the values kept
  bool only_percentiles_ = true;
  bool from_csv_;
  bool to_csv_;
};

/// The fields that an answer can have, for --fields.
[[nodiscard]] const std::vector<std::string_view>& answer_fields();

}  // namespace hisalary::batch
