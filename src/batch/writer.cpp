// SPDX-License-Identifier: MIT
#include "writer.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>
#include <nlohmann/json.hpp>

#include "../present/estimate.hpp"
#include "../present/names.hpp"
#include "../words.hpp"
#include "cells.hpp"

namespace hisalary::batch {
namespace {

constexpr std::array<std::string_view, 5> percentile_fields{"p10", "p25", "p50", "p75", "p90"};

constexpr std::size_t longest_number = 24;

/// Writes a whole number at `out`, and gives its end; 8 bytes are written, however few count.
char* put_number(std::int64_t value, char* out) {
  constexpr std::int64_t least_nine_digits = 100'000'000;
  if (std::endian::native != std::endian::little || value <= 0 || value >= least_nine_digits) {
    return std::to_chars(out, out + longest_number, value).ptr;
  }
  // Eight digits at once: halves, quarters and eighths of the number side by side in one word, the first digit lowest. Dividing by 100
  // and 10 is multiplying, which is exact for numbers so small.
  const auto whole = static_cast<std::uint64_t>(value);
  const std::uint64_t halves = whole / 10'000 | whole % 10'000 << 32U;
  const std::uint64_t hundreds = (halves * 10'486 >> 20U) & 0x7f0000007fU;
  const std::uint64_t quarters = hundreds | (halves - 100 * hundreds) << 16U;
  const std::uint64_t tens = (quarters * 103 >> 10U) & 0x000f000f000f000fU;
  const std::uint64_t digits = tens | (quarters - 10 * tens) << 8U;
  const int zeros = std::countr_zero(digits) / 8;  // before the first digit that counts
  const std::uint64_t text = (digits | 0x3030303030303030U) >> (8 * zeros);
  std::memcpy(out, &text, sizeof text);
  return out + (8 - zeros);
}

/// Writes a text that is kept with its padding, and gives its end: a copy of fixed size costs least.
char* put_padded(std::string_view text, char* out) {
  std::memcpy(out, text.data(), padding);
  if (text.size() > padding) {
    std::memcpy(out + padding, text.data() + padding, text.size() - padding);
  }
  return out + text.size();
}

/// Whole dollars; pay is positive, so that adding a half rounds as llround does.
std::int64_t whole_dollars(double dollars) { return static_cast<std::int64_t>(dollars + 0.5); }

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
  const Profile& profile = estimate.profile;
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
    return std::string(present::name_of(estimate.market.kind));
  }
  return std::string(present::name_of(estimate.confidence.level));
}

}  // namespace

const std::vector<std::string_view>& answer_fields() {
  static const std::vector<std::string_view> all{"p10",   "p25",  "p50",   "p75",   "p90",        "role",
                                                 "level", "area", "as_of", "wages", "confidence", "market_percentile"};
  return all;
}

Writer::Writer(const Options& options) : options_(options), from_csv_(options.from == Format::Csv), to_csv_(options.to == Format::Csv) {
  for (const auto& name : options.fields) {
    const auto it = std::ranges::find(percentile_fields, name);
    only_percentiles_ = only_percentiles_ && it != percentile_fields.end() && !options.full;
    percentiles_.push_back(static_cast<std::size_t>(it - percentile_fields.begin()));
    const std::string before = labels_.empty() ? "" : to_csv_ ? std::string(1, options.delimiter) : ",";
    labels_.push_back(keep_padded(texts_, to_csv_ ? before : before + json_text(name) + ":"));
    longest_ += labels_.back().size() + padding + longest_number;
  }
  row_end_ = keep_padded(texts_, to_csv_ ? std::string(3, options.delimiter) + "\n" : "}\n");
  for (const auto& name : options.keep) {
    keep_labels_.push_back(keep_padded(texts_, to_csv_ ? "" : json_text(name) + ":"));
    longest_ += keep_labels_.back().size() + padding;
  }
  longest_ += 1 + padding;
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
    out = std::copy(value.begin(), value.end(), out);
    *out++ = to_csv_ ? options_.delimiter : ',';
  }
  return out;
}

void Writer::pay(const Row& row, const Percentiles& pay, std::string& out) {
  std::size_t room = longest_;
  for (std::size_t i = 0; i < options_.keep.size(); ++i) {
    room += row.kept(i).size();
  }
  if (answer_.size() < room) {
    answer_.resize(room);
  }
  char* at = answer_.data();
  if (!to_csv_) {
    *at++ = '{';
  }
  if (to_csv_ == from_csv_) {
    at = put_kept(row, at);
  } else {
    out.append(answer_.data(), at);
    write_kept(row, out);
    at = answer_.data();
  }
  for (std::size_t i = 0; i < percentiles_.size(); ++i) {
    at = put_padded(labels_[i], at);
    at = put_number(whole_dollars(pay.dollars[percentiles_[i]]), at);
  }
  at = put_padded(row_end_, at);
  out.append(answer_.data(), at);
}

void Writer::estimate(const Row& row, const Answer& answer, std::string& out) {
  const Estimate& estimate = answer.estimate;
  const present::Money money(present::Period::Year);
  std::string line = to_csv_ ? "" : "{";
  write_kept(row, line);
  if (options_.full) {
    const std::string whole = estimate_json({answer.dataset, estimate, answer.notes, money, false}, present::Layout::OneLine);
    out += line + whole.substr(1);
    return;
  }
  bool first = true;
  for (const auto& name : options_.fields) {
    const auto percentile = std::ranges::find(percentile_fields, name);
    std::string value;
    bool is_number = true;
    if (percentile != percentile_fields.end()) {
      value = std::to_string(whole_dollars(estimate.pay.dollars[static_cast<std::size_t>(percentile - percentile_fields.begin())]));
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
      line += (first ? "" : ",") + json_text(name) + ":" + (is_number ? value : value.empty() ? "null" : json_text(value));
    }
    first = false;
  }
  out += line + (to_csv_ ? std::string(3, options_.delimiter) + "\n" : "}\n");
}

void Writer::error(const Row& row, const Error& error, std::uint64_t line_number, std::string& out) const {
  if (!to_csv_) {
    out += '{';
    write_kept(row, out);
    out += "\"error\":{\"code\":\"" + std::string(present::name_of(error.code())) +
           "\",\"message\":" + json_text(printable(joined(error))) + ",\"line\":" + std::to_string(line_number) + "}}\n";
    return;
  }
  write_kept(row, out);
  out.append(options_.fields.size(), options_.delimiter);
  out += std::string(present::name_of(error.code())) + options_.delimiter + csv_cell(printable(joined(error)), options_.delimiter) +
         options_.delimiter + std::to_string(line_number) + "\n";
}

}  // namespace hisalary::batch
