// SPDX-License-Identifier: MIT
#include "writer.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>
#include <nlohmann/json.hpp>

#include "base/text.hpp"
#include "cells.hpp"
#include "output/estimate.hpp"
#include "output/names.hpp"

namespace hisalary::batch {
namespace {

constexpr std::array<std::string_view, 5> percentile_fields{"p10", "p25", "p50", "p75", "p90"};

constexpr std::size_t longest_number = 24;

/// The two digits of every number below a hundred, the first one lower.
constexpr std::array<std::uint16_t, 100> pairs = [] {
  std::array<std::uint16_t, 100> all{};
  for (unsigned i = 0; i < all.size(); ++i) {
    all[i] = static_cast<std::uint16_t>(('0' + i / 10) | ('0' + i % 10) << 8U);
  }
  return all;
}();

/// Writes a whole number at `out`, and gives its end; 8 bytes are written, however few count.
char* put_number(std::int64_t value, char* out) {
  if (std::endian::native != std::endian::little || value < 10'000 || value >= 1'000'000) {
    return std::to_chars(out, out + longest_number, value).ptr;
  }
  const auto whole = static_cast<std::uint32_t>(value);
  const std::uint32_t hundreds = whole / 100;
  const std::uint32_t five_digits = whole < 100'000 ? 1 : 0;
  const std::uint64_t text =
      pairs[hundreds / 100] | std::uint64_t{pairs[hundreds % 100]} << 16U | std::uint64_t{pairs[whole % 100]} << 32U;
  const std::uint64_t digits = text >> (8 * five_digits);
  std::memcpy(out, &digits, sizeof digits);
  return out + (6 - five_digits);
}

/// Writes a text whose padding can be read, and gives its end: copies of fixed size cost least.
char* put_padded(std::string_view text, char* out) {
  constexpr std::size_t step = 16;
  static_assert(step <= padding);
  for (std::size_t i = 0; i < text.size(); i += step) {
    std::memcpy(out + i, text.data() + i, step);
  }
  return out + text.size();
}

/// Whole dollars; pay is positive, so that adding a half rounds as llround does.
std::int64_t whole_dollars(double dollars) {
  return static_cast<std::int64_t>(dollars + 0.5);
}  // NOLINT(bugprone-incorrect-roundings)

std::string json_text(std::string_view text) {
  return nlohmann::json(std::string(text)).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string csv_cell(std::string_view text, char delimiter) {
  if (text.find_first_of(std::string("\"\r\n") + delimiter) == std::string_view::npos) {
    return std::string(text);
  }
  std::string out = "\"";
  for (const char c : text) {
    out += c;
    out += c == '"' ? "\"" : "";
  }
  return out + "\"";
}

/// A field of an answer that is no percentile.
std::string field_text(std::string_view name, const Estimate& estimate) {
  const Facts& profile = estimate.profile;
  if (name == "role") {
    return std::string(profile.role != nullptr ? profile.role->id : profile.occupation->soc);
  }
  if (name == "level") {
    return profile.level != nullptr ? std::string(profile.level->id) : "";
  }
  if (name == "area") {
    return profile.area != nullptr ? std::string(profile.area->code) : "US";
  }
  if (name == "as_of") {
    return estimate.as_of;
  }
  if (name == "wages") {
    return std::string(output::name_of(estimate.market.kind));
  }
  return std::string(output::name_of(estimate.confidence.level));
}

}  // namespace

const std::vector<std::string_view>& answer_fields() {
  static const std::vector<std::string_view> all{"p10",   "p25",  "p50",   "p75",   "p90",        "role",
                                                 "level", "area", "as_of", "wages", "confidence", "market_percentile"};
  return all;
}

Writer::Writer(const Options& options)
    : options_(options), from_csv_(options.from == Format::Csv), to_csv_(options.to == Format::Csv) {
  for (const auto& name : options.fields) {
    const auto it = std::ranges::find(percentile_fields, name);
    only_percentiles_ = only_percentiles_ && it != percentile_fields.end() && !options.full;
    if (only_percentiles_) {
      const std::string before = columns_.empty() ? "" : to_csv_ ? std::string(1, options.delimiter) : ",";
      columns_.push_back({ShortText(to_csv_ ? before : before + json_text(name) + ":"),
                          static_cast<std::size_t>(it - percentile_fields.begin())});
      longest_ += sizeof(ShortText) + longest_number;
    }
  }
  row_end_ = ShortText(to_csv_ ? std::string(3, options.delimiter) + "\n" : "}\n");
  for (const auto& name : options.keep) {
    keep_labels_.push_back(keep_padded(texts_, to_csv_ ? "" : json_text(name) + ":"));
    longest_ += keep_labels_.back().size() + padding;
  }
  longest_ += 1 + sizeof(ShortText) + padding;
}

std::string Writer::joined(const Error& error) {
  return error.hint().empty() ? error.what() : std::string(error.what()) + " (" + error.hint() + ")";
}

std::string Writer::heading(const Options& options) {
  std::vector<std::string> cells(options.keep);
  cells.insert(cells.end(), options.fields.begin(), options.fields.end());
  for (const char* const name : {"error_code", "error", "error_line"}) {
    cells.emplace_back(name);
  }
  std::string out;
  for (const auto& cell : cells) {
    out += (&cell == &cells.front() ? "" : std::string(1, options.delimiter)) + csv_cell(cell, options.delimiter);
  }
  return out + "\n";
}

void Writer::write_kept(const Row& row, std::string& out) const {
  for (std::size_t i = 0; i < options_.keep.size(); ++i) {
    const std::string_view value = row.kept(i);
    if (to_csv_) {
      if (from_csv_) {
        out += value;
      } else {
        put_csv(value, out);
      }
      out += options_.delimiter;
    } else if (!value.empty()) {
      out += keep_labels_[i];
      if (!from_csv_) {
        out += value;
      } else {
        put_json(value, out);
      }
      out += ',';
    }
  }
}

/// A JSON value as a cell: a text as what it says, null as nothing, everything else as it stands.
void Writer::put_csv(std::string_view value, std::string& out) const {
  if (value.empty() || value == "null") {
    return;
  }
  if (value[0] != '"') {
    out += csv_cell(value, options_.delimiter);
  } else if (value.find('\\') == std::string_view::npos) {
    out += csv_cell(value.substr(1, value.size() - 2), options_.delimiter);
  } else {
    out += csv_cell(nlohmann::json::parse(value).get<std::string>(), options_.delimiter);
  }
}

/// A cell as a JSON text.
void Writer::put_json(std::string_view raw, std::string& out) const {
  if (raw[0] != '"' && std::ranges::all_of(raw, [](char c) { return c >= ' ' && c != '"' && c != '\\'; })) {
    out += '"';
    out += raw;
    out += '"';
    return;
  }
  std::string_view rest = raw;
  Cells cell(options_.delimiter);
  (void)cell.take(rest);
  out += json_text(cell.cells()[0].text);
}

/// The values to hand back, as they stood in input of the same format.
char* Writer::put_kept(const Row& row, char* out) const {
  for (std::size_t i = 0; i < options_.keep.size(); ++i) {
    const std::string_view value = row.kept(i);
    if (value.empty() && !to_csv_) {
      continue;
    }
    out = put_padded(keep_labels_[i], out);
    out = put_padded(value, out);
    *out++ = to_csv_ ? options_.delimiter : ',';
  }
  return out;
}

void Writer::pay(std::span<const Row> rows, std::span<const Percentiles> pay, std::string& out) {
  std::size_t room = rows.size() * longest_;
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < options_.keep.size(); ++i) {
      room += row.kept(i).size();
    }
  }
  if (answers_.size() < room) {
    answers_.resize(room);
  }
  const bool json = !to_csv_;
  const bool one_format = to_csv_ == from_csv_;
  const std::span<const Column> columns(columns_);
  char* at = answers_.data();
  for (std::size_t person = 0; person < rows.size(); ++person) {
    if (json) {
      *at++ = '{';
    }
    if (one_format) {
      at = put_kept(rows[person], at);
    } else {
      out.append(answers_.data(), at);
      write_kept(rows[person], out);
      at = answers_.data();
    }
    for (const Column& column : columns) {
      at = column.label.put(at);
      at = put_number(whole_dollars(pay[person].dollars[column.percentile]), at);
    }
    at = row_end_.put(at);
  }
  out.append(answers_.data(), at);
}

void Writer::estimate(const Row& row, const Answer& answer, std::string& out) {
  const Estimate& estimate = answer.estimate;
  const output::Money money(output::Period::Year);
  std::string line = to_csv_ ? "" : "{";
  write_kept(row, line);
  if (options_.full) {
    const std::string whole =
        estimate_json({answer.dataset, estimate, answer.notes, money, false}, output::Layout::OneLine);
    out += line + whole.substr(1);
    return;
  }
  bool first = true;
  for (const auto& name : options_.fields) {
    const auto percentile = std::ranges::find(percentile_fields, name);
    std::string value;
    bool is_number = true;
    if (percentile != percentile_fields.end()) {
      value = std::to_string(
          whole_dollars(estimate.pay.dollars[static_cast<std::size_t>(percentile - percentile_fields.begin())]));
    } else if (name == "market_percentile") {
      constexpr double tenths = 10;
      value = nlohmann::json(std::round(estimate.market_percentile * tenths) / tenths).dump();
    } else {
      value = field_text(name, estimate);
      is_number = false;
    }
    if (to_csv_) {
      line += (first ? "" : std::string(1, options_.delimiter)) + csv_cell(value, options_.delimiter);
    } else {
      line += (first ? "" : ",") + json_text(name) + ":" +
              (is_number       ? value
               : value.empty() ? "null"
                               : json_text(value));
    }
    first = false;
  }
  out += line + (to_csv_ ? std::string(3, options_.delimiter) + "\n" : "}\n");
}

std::string Writer::code_and_message(const Error& error) const {
  const std::string message = printable(joined(error));
  const std::string code(output::name_of(error.code()));
  return to_csv_ ? code + options_.delimiter + csv_cell(message, options_.delimiter) + options_.delimiter
                 : R"("error":{"code":")" + code + R"(","message":)" + json_text(message) + R"(,"line":)";
}

void Writer::failure(const Row& row, query::Failure& failure, std::uint64_t line_number, std::string& out) const {
  if (failure.rendered.empty()) {
    failure.rendered = code_and_message(failure.error);
  }
  if (!to_csv_) {
    out += '{';
  }
  write_kept(row, out);
  if (to_csv_) {
    out.append(options_.fields.size(), options_.delimiter);
  }
  out += failure.rendered;
  out += std::to_string(line_number);
  out += to_csv_ ? "\n" : "}}\n";
}

}  // namespace hisalary::batch
