// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/padded.hpp"
#include "fields.hpp"
#include "hisalary/error.hpp"
#include "options.hpp"
#include "query/resolver.hpp"
#include "row.hpp"

namespace hisalary::batch {

/// Writes answers as lines of NDJSON or CSV; one for each thread.
class Writer {
 public:
  /// `options` must outlive it.
  Writer(const model::Pricer& pricer, const Options& options);

  /// The heading of CSV output, with its line end.
  [[nodiscard]] static std::string heading(const Options& options);

  /// Whether Answer::price is asked for.
  [[nodiscard]] bool needs_price() const noexcept { return fields_.needs_price(); }

  /// Whether Answer::standing is asked for, where a pay is said.
  [[nodiscard]] bool needs_standing() const noexcept { return fields_.needs_standing(); }

  /// A line for each row, with the fields that the options ask for. The other spans may be longer than `rows`; `prices`
  /// count only when needs_price() says so, `standings` only for people whose pay is said.
  void answers(std::span<const Row> rows, std::span<const Facts> people, std::span<const Percentiles> pay,
               std::span<const model::Price> prices, std::span<const std::optional<advise::Standing>> standings,
               std::string& out);

  /// A whole estimate, an object of JSON with its line feed, behind the values to hand back.
  void whole(const Row& row, std::string_view estimate, std::string& out) const;

  /// The line of a row that has no answer.
  void failure(const Row& row, query::Failure& failure, std::uint64_t line_number, std::string& out) const;

  /// A value to hand back as people read it: a cell without its quotes, a JSON text as what it says, null as nothing.
  [[nodiscard]] static std::string plain_value(std::string_view value, Format from);

  /// What was wrong and what to do, in one text.
  [[nodiscard]] static std::string joined(const Error& error);

 private:
  [[nodiscard]] std::string code_and_message(const Error& error) const;
  [[nodiscard]] std::size_t room_for(std::span<const Row> rows) const;
  void write_kept(const Row& row, std::string& out) const;
  [[nodiscard]] char* put_kept(const Row& row, char* out) const;
  void put_csv(std::string_view value, std::string& out) const;
  void put_json(PaddedText raw, std::string& out) const;

  const Options& options_;
  FieldWriter fields_;
  PaddedString row_end_;
  std::vector<PaddedString> keep_labels_;
  std::vector<char> lines_;  ///< room for the lines of one call
  bool from_csv_;
  bool to_csv_;
};

}  // namespace hisalary::batch
