// SPDX-License-Identifier: MIT
#include "writer.hpp"

#include <algorithm>

#include "base/csv.hpp"
#include "base/text.hpp"
#include "csv.hpp"
#include "json_text.hpp"
#include "output/names.hpp"

namespace hisalary::batch {
namespace {

/// The first character of a cell that was read from CSV; zero: it is empty.
char first_of(std::string_view raw) {
  const std::size_t at = raw.starts_with('"') ? 1 : 0;
  return raw.size() > at ? raw[at] : '\0';
}

bool may_be_formula(std::string_view raw) { return starts_formula(first_of(raw)); }

std::string without_quotes(std::string_view raw) {
  if (!raw.starts_with('"')) {
    return std::string(raw);
  }
  std::string out;
  for (std::size_t i = 1; i + 1 < raw.size(); ++i) {
    out += raw[i];
    i += raw[i] == '"' ? 1U : 0U;
  }
  return out;
}

/// A cell as it was read, with an apostrophe where a spreadsheet would take it for a formula.
void append_harmless(std::string& out, std::string_view raw) {
  if (!may_be_formula(raw) || !is_formula(without_quotes(raw))) {
    out += raw;
    return;
  }
  const std::size_t quote = raw.starts_with('"') ? 1 : 0;
  out.append(raw.substr(0, quote)).append(1, '\'').append(raw.substr(quote));
}

}  // namespace

Writer::Writer(const model::Pricer& pricer, const Options& options)
    : options_(options),
      fields_(pricer, options),
      from_csv_(options.from == Format::Csv),
      to_csv_(options.to == Format::Csv) {
  row_end_ = PaddedString(to_csv_ ? std::string(3, options.delimiter) + "\n" : "}\n");
  for (const std::string& name : options.keep) {
    std::string label;
    if (!to_csv_) {
      append_quoted(label, name);
      label += ':';
    }
    keep_labels_.emplace_back(label);
  }
}

std::string Writer::joined(const Error& error) {
  return error.hint().empty() ? error.what() : std::string(error.what()) + " (" + error.hint() + ")";
}

std::string Writer::heading(const Options& options) {
  std::vector<std::string> cells(options.keep);
  cells.insert(cells.end(), options.fields.begin(), options.fields.end());
  cells.insert(cells.end(), {"error_code", "error", "error_line"});

  std::string out;
  for (const auto& cell : cells) {
    if (&cell != &cells.front()) {
      out += options.delimiter;
    }
    append_cell(out, cell, options.delimiter);
  }
  return out + "\n";
}

/// The values to hand back, whatever the two formats are.
void Writer::write_kept(const Row& row, std::string& out) const {
  for (std::size_t i = 0; i < keep_labels_.size(); ++i) {
    const PaddedText value = row.kept(i);
    if (to_csv_) {
      if (from_csv_) {
        append_harmless(out, value);
      } else {
        put_csv(value, out);
      }
      out += options_.delimiter;
    } else if (!value.empty()) {
      out += keep_labels_[i].text().view();
      if (from_csv_) {
        put_json(value, out);
      } else {
        out += value.view();
      }
      out += ',';
    }
  }
}

std::string Writer::plain_value(std::string_view value, Format from) {
  if (from == Format::Csv) {
    return without_quotes(value);
  }
  if (value.empty() || value == "null") {
    return {};
  }
  return value[0] == '"' ? decoded(value.substr(1, value.size() - 2)) : std::string(value);
}

/// A JSON value as a cell: a text as what it says, null as nothing, everything else as it stands.
void Writer::put_csv(std::string_view value, std::string& out) const {
  append_safe_cell(out, plain_value(value, Format::Ndjson), options_.delimiter);
}

/// A cell as a JSON text.
void Writer::put_json(PaddedText raw, std::string& out) const {
  if (raw[0] != '"') {
    append_quoted(out, raw);
    return;
  }
  PaddedArena texts;
  Cell cell;
  const PaddedString line(std::string(raw.view()) + "\n");
  (void)read_cell(line.text(), line.text().begin(), options_.delimiter, cell, texts);
  append_quoted(out, cell.text);
}

/// The values to hand back when both formats are the same: as they stood in the input.
char* Writer::put_kept(const Row& row, char* out) const {
  for (std::size_t i = 0; i < keep_labels_.size(); ++i) {
    const PaddedText value = row.kept(i);
    if (value.empty() && !to_csv_) {
      continue;
    }
    out = copy_padded(keep_labels_[i].text(), out);
    if (to_csv_ && may_be_formula(value)) {
      std::string cell;
      append_harmless(cell, value);
      out = std::copy(cell.begin(), cell.end(), out);
    } else {
      out = copy_padded(value, out);
    }
    *out++ = to_csv_ ? options_.delimiter : ',';
  }
  return out;
}

/// Bytes that the lines can take, without values that change their format.
std::size_t Writer::room_for(std::span<const Row> rows) const {
  std::size_t room = text_padding;
  for (const Row& row : rows) {
    room += 1 + fields_.room() + row_end_.text().size();
    for (std::size_t i = 0; i < keep_labels_.size(); ++i) {
      room += keep_labels_[i].text().size() + row.kept(i).size() + 2;  // a delimiter, and perhaps an apostrophe
    }
  }
  return room;
}

void Writer::answers(std::span<const Row> rows, std::span<const Facts> people, std::span<const Percentiles> pay,
                     std::span<const model::Price> prices, std::span<const std::optional<advise::Standing>> standings,
                     std::string& out) {
  lines_.resize(std::max(lines_.size(), room_for(rows)));
  const bool one_format = to_csv_ == from_csv_;
  char* at = lines_.data();

  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!to_csv_) {
      *at++ = '{';
    }
    if (one_format) {
      at = put_kept(rows[i], at);
    } else {
      out.append(lines_.data(), at);
      write_kept(rows[i], out);
      at = lines_.data();
    }
    const bool stands = people[i].pay && fields_.needs_standing();
    at = fields_.put({people[i], pay[i], &prices[i], stands ? &*standings[i] : nullptr}, at);
    at = copy_padded(row_end_.text(), at);
  }
  out.append(lines_.data(), at);
}

void Writer::whole(const Row& row, std::string_view estimate, std::string& out) const {
  out += '{';
  write_kept(row, out);
  out += estimate.substr(1);
}

std::string Writer::code_and_message(const Error& error) const {
  const std::string message = printable(joined(error));
  const std::string code(output::name_of(error.code()));
  std::string out;
  if (to_csv_) {
    out = code + options_.delimiter;
    append_safe_cell(out, message, options_.delimiter);
    return out + options_.delimiter;
  }
  out = R"("error":{"code":")" + code + R"(","message":)";
  append_quoted(out, message);
  return out + R"(,"line":)";
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
