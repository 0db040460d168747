// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "advise/standing.hpp"
#include "base/padded.hpp"
#include "hisalary/estimate.hpp"
#include "model/pricer.hpp"
#include "options.hpp"

namespace hisalary::batch {

/// What the fields of an answer are written from.
struct Answer {
  const Facts& person;
  const Percentiles& pay;
  const model::Price* price = nullptr;         ///< null when no field needs more than the pay
  const advise::Standing* standing = nullptr;  ///< of what the person is paid; null when nobody said it
};

/// Texts as an output has them: in quotes where it wants quotes.
class RenderedTexts {
 public:
  void add(std::string_view text) {
    longest_ = std::max(longest_, text.size());
    texts_.emplace_back(text);
  }
  [[nodiscard]] std::size_t longest() const noexcept { return longest_; }
  [[nodiscard]] char* put(std::size_t i, char* out) const noexcept { return copy_padded(texts_[i].text(), out); }

 private:
  std::vector<PaddedString> texts_;
  std::size_t longest_ = 0;
};

/// A field of an answer, in the order in which they are listed for people.
enum class Field : std::uint8_t {
  P10,
  P25,
  P50,
  P75,
  P90,
  Role,
  Level,
  Area,
  AsOf,
  Wages,
  Confidence,
  MarketPercentile,
  Percentile,
  CompaRatio,
  Gap,
  Flag,
};

/// What is said of a pay where nobody chose the fields.
inline constexpr std::array<std::string_view, 5> standing_fields{"percentile", "market_percentile", "compa_ratio",
                                                                 "gap", "flag"};

/// Their names, for --fields.
[[nodiscard]] const std::vector<std::string_view>& answer_fields();

/// Writes the fields of answers. The data set must outlive it.
class FieldWriter {
 public:
  FieldWriter(const model::Pricer& pricer, const Options& options);

  /// Writes the fields that the options ask for, with what stands before each, and gives the end.
  [[nodiscard]] char* put(const Answer& answer, char* out) const;

  /// Whether a field needs Answer::standing.
  [[nodiscard]] bool needs_standing() const noexcept { return needs_standing_; }
  /// Whether a field needs Answer::price.
  [[nodiscard]] bool needs_price() const noexcept { return needs_price_; }

  /// Bytes that all fields of one answer can take.
  [[nodiscard]] std::size_t room() const noexcept { return room_; }

 private:
  struct Column {
    PaddedString label;  ///< what stands before the value
    Field field{};
    bool if_paid = false;  ///< left out where no pay is said
  };

  void add(std::string_view name, bool if_paid);

  [[nodiscard]] char* put(Field field, const Answer& answer, char* out) const;
  [[nodiscard]] char* pay(double annual, char* out) const;
  [[nodiscard]] char* role(const Answer& answer, char* out) const;
  [[nodiscard]] char* level(const Answer& answer, char* out) const;
  [[nodiscard]] char* area(const Answer& answer, char* out) const;
  [[nodiscard]] char* as_of(const Answer& answer, char* out) const;
  [[nodiscard]] char* wages(const Answer& answer, char* out) const;
  [[nodiscard]] char* confidence(const Answer& answer, char* out) const;
  [[nodiscard]] char* market_percentile(const Answer& answer, char* out) const;
  [[nodiscard]] char* percentile(const Answer& answer, char* out) const;
  [[nodiscard]] char* compa_ratio(const Answer& answer, char* out) const;
  [[nodiscard]] char* gap(const Answer& answer, char* out) const;
  [[nodiscard]] char* flag(const Answer& answer, char* out) const;
  [[nodiscard]] std::string rendered(std::string_view text) const;
  void render_texts();

  const model::Pricer& pricer_;
  bool csv_;
  bool hourly_;
  char delimiter_;
  RenderedTexts roles_;  ///< roles, then occupations
  RenderedTexts levels_;
  RenderedTexts areas_;  ///< areas, then the nation
  RenderedTexts kinds_;
  RenderedTexts confidences_;
  RenderedTexts flags_;    ///< by band
  RenderedTexts nothing_;  ///< what stands for no value
  std::vector<Column> columns_;
  std::size_t longest_ = 0;
  std::size_t room_ = 0;
  bool needs_price_ = false;
  bool needs_standing_ = false;
};

}  // namespace hisalary::batch
