// SPDX-License-Identifier: MIT
#include "answer.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>
#include <nlohmann/json.hpp>

#include "../present/csv.hpp"
#include "../present/estimate.hpp"
#include "../present/names.hpp"
#include "../suggest.hpp"
#include "../words.hpp"
#include "hisalary/error.hpp"
#include "hisalary/question.hpp"
#include "stops.hpp"

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

const char* name_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::NoAnswer: return "no_answer";
    case ErrorCode::Usage: return "usage";
    case ErrorCode::BadData: return "bad_data";
    default: return "io";
  }
}

Error too_long() { return {ErrorCode::Usage, "the line is longer than 1 MiB", "a row is far shorter; is a line feed missing?"}; }

std::string joined(const Error& error) { return error.hint().empty() ? error.what() : std::string(error.what()) + " (" + error.hint() + ")"; }

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
  static const std::vector<std::string_view> all{"p10", "p25", "p50", "p75", "p90", "role", "level", "area", "as_of", "wages", "confidence", "market_percentile"};
  return all;
}

Columns read_heading(const std::string& heading, const Options& options) {
  const std::string padded = heading + std::string(padding, '\0');
  std::string_view rest = std::string_view(padded).substr(0, heading.size());
  Cells cells(options.delimiter);
  if (!is_utf8(rest)) {
    throw Error(ErrorCode::Usage, "the heading is not UTF-8", "save the file as UTF-8", "heading");
  }
  if (!cells.take(rest)) {
    throw Error(ErrorCode::Usage, "a cell of the heading goes on behind its closing quote", "write a quote inside a cell twice", "heading");
  }
  Columns columns;
  const auto once = [](std::vector<std::size_t>& taken, std::size_t one, std::string_view name) {
    if (one != Columns::nothing && std::ranges::find(taken, one) != taken.end()) {
      throw Error(ErrorCode::Usage, "the column " + shown(name) + " stands twice in the heading", "keep one of the two", "heading");
    }
    taken.push_back(one);
  };
  for (const auto& cell : cells.cells()) {
    const std::string name(trimmed(cell.text));
    const std::size_t field = field_of(lower(name));
    const auto kept = std::ranges::find(options.keep, name);
    if (field == field_count && kept == options.keep.end() && options.refuse_unknown) {
      throw Error(ErrorCode::Usage, "unknown column " + shown(name), did_you_mean(name, {field_names.begin(), field_names.end()}, "leave it out, or use --unknown pass"), "--unknown");
    }
    once(columns.fields, field < field_count ? field : Columns::nothing, name);
    once(columns.keeps, kept != options.keep.end() ? static_cast<std::size_t>(kept - options.keep.begin()) : Columns::nothing, name);
  }
  if (std::ranges::all_of(columns.fields, [](std::size_t field) { return field == Columns::nothing; })) {
    throw Error(ErrorCode::Usage, "the heading names no column that is known: " + shown(heading), "name the columns like the options: role, cert, years, state, ...; NDJSON rows begin with {", "heading");
  }
  for (const auto& name : options.keep) {
    if (name != "id" && std::ranges::find(columns.keeps, static_cast<std::size_t>(&name - options.keep.data())) == columns.keeps.end()) {
      throw Error(ErrorCode::Usage, "there is no column " + shown(name) + " to keep", "the heading is: " + shown(heading), "--keep");
    }
  }
  return columns;
}

Answerer::Answerer(const Model& model, model::Markets& markets, const Options& options, const Columns& columns)
    : model_(model),
      options_(options),
      engine_(markets),
      interpreter_(model.dataset()),
      resolver_(interpreter_),
      scanner_(options.keep, options.refuse_unknown),
      judge_(options.keep, options.refuse_unknown),
      cells_(options.delimiter),
      columns_(columns),
      from_csv_(options.from == Format::Csv),
      to_csv_(options.to == Format::Csv) {
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

std::string Answerer::heading(const Options& options) {
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

void Answerer::answer(const Block& block, Answered& out) {
  out.text.clear();
  out.text.reserve(block.size + block.size / 4);
  out.counts = {};
  out.first_error.clear();
  if (block.kind != Block::Kind::Records) {
    ++out.counts.rows_in;
    const bool quote = block.kind == Block::Kind::Unclosed;
    (void)fail(quote ? Error(ErrorCode::Usage, "a quote is opened here and never closed", "close it, or write a quote inside a cell twice") : too_long(), Row{}, block.first_line, out);
    return;
  }
  from_csv_ ? csv(block, out) : ndjson(block, out);
}

void Answerer::ndjson(const Block& block, Answered& out) {
  const char* at = block.bytes.data();
  const char* const end = at + block.size;
  for (std::uint64_t line = block.first_line; at < end; ++line) {
    if (only_percentiles_ && plain_ndjson(at, end, out.text)) {
      ++out.counts.rows_in;
      ++out.counts.answered;
      continue;
    }
    const void* const found = std::memchr(at, '\n', static_cast<std::size_t>(end - at));
    const char* const line_end = found != nullptr ? static_cast<const char*>(found) : end;
    const std::string_view text(at, line_end);
    at = line_end + 1;
    const bool blank = text.find_first_not_of(" \t\r") == std::string_view::npos;
    if (!blank && !one_ndjson(text, line, out)) {
      return;
    }
  }
}

/// Answers the row at `at` and goes behind it, when it is plain and can be answered.
bool Answerer::plain_ndjson(const char*& at, const char* end, std::string& out) {
  const char* const row_end = scanner_.scan(at, end, row_);
  if (row_end == nullptr || static_cast<std::size_t>(row_end - at) > longest_record || !write_fast(row_, out)) {
    return false;
  }
  at = row_end + 1;
  return true;
}

bool Answerer::one_ndjson(std::string_view line, std::uint64_t line_number, Answered& out) {
  ++out.counts.rows_in;
  try {
    if (line.size() > longest_record) {
      return fail(too_long(), Row{}, line_number, out);
    }
    judge_.read(line, row_);
    answer_row(row_, out.text);
  } catch (const Error& error) {
    return fail(error, row_, line_number, out);
  }
  ++out.counts.answered;
  return true;
}

bool Answerer::write_fast(const Row& row, std::string& out) {
  Profile profile;
  if (!resolver_.resolve(row, profile)) {
    return false;
  }
  write(row, engine_.price(profile), out);
  return true;
}

/// A row that the fast way cannot answer is asked as one question, so that answer and error are those of a single estimate.
void Answerer::answer_row(const Row& row, std::string& out) {
  if (only_percentiles_ && write_fast(row, out)) {
    return;
  }
  if (const Error* const error = resolver_.known_error(row)) {
    throw *error;
  }
  write_slow(row, question_of(row), out);
}

void Answerer::csv(const Block& block, Answered& out) {
  std::string_view rest = block.text();
  for (std::uint64_t line = block.first_line; !rest.empty();) {
    if (only_percentiles_ && plain_csv(rest, out.text)) {
      ++out.counts.rows_in;
      ++out.counts.answered;
      ++line;
      continue;
    }
    const std::string_view before = rest;
    const bool sound = cells_.take(rest);
    const std::string_view record = before.substr(0, before.size() - rest.size());
    const std::uint64_t here = line;
    line += static_cast<std::uint64_t>(std::ranges::count(record, '\n'));
    const bool blank = cells_.cells().size() == 1 && cells_.cells()[0].raw.empty();
    if (!blank && !one_csv(sound, record, here, out)) {
      return;
    }
  }
}

/// Answers the record at the front of `rest` and takes it, when no cell has quotes and it can be answered.
bool Answerer::plain_csv(std::string_view& rest, std::string& out) {
  const char* const end = rest.data() + rest.size();
  const char* cell = rest.data();
  row_.clear();
  for (std::size_t i = 0; i < columns_.fields.size(); ++i) {
    const char* const stop = find_cell_end(cell, end, options_.delimiter);
    const std::string_view text(cell, stop);
    if (columns_.fields[i] != Columns::nothing && !text.empty()) {
      row_.set_field(columns_.fields[i], text);
    }
    if (columns_.keeps[i] != Columns::nothing) {
      row_.keep(columns_.keeps[i], text);
    }
    cell = stop;
    if (i + 1 < columns_.fields.size()) {
      if (stop == end || *stop != options_.delimiter) {
        return false;
      }
      ++cell;
    }
  }
  cell += cell < end && *cell == '\r' ? 1 : 0;
  const bool whole = (cell == end || *cell == '\n') && cell != rest.data();
  if (!whole || static_cast<std::size_t>(cell - rest.data()) > longest_record || !write_fast(row_, out)) {
    return false;
  }
  rest.remove_prefix(std::min(rest.size(), static_cast<std::size_t>(cell + 1 - rest.data())));
  return true;
}

void Answerer::read_cells(Row& row) const {
  const auto& cells = cells_.cells();
  row.clear();
  for (std::size_t i = 0; i < std::min(cells.size(), columns_.fields.size()); ++i) {
    if (columns_.fields[i] != Columns::nothing && !cells[i].text.empty()) {
      row.set_field(columns_.fields[i], cells[i].text);
    }
    if (columns_.keeps[i] != Columns::nothing) {
      row.keep(columns_.keeps[i], cells[i].raw);
    }
  }
}

/// Brings a cell of the column remote to what a row holds: true or false.
void Answerer::read_remote(Row& row) {
  const std::string_view text = row[Field::Remote];
  if (text.empty() || text == "true" || text == "false") {
    return;
  }
  const std::string word = lower(trimmed(text));
  const bool yes = word == "true" || word == "yes" || word == "1";
  if (!yes && word != "false" && word != "no" && word != "0") {
    throw Error(ErrorCode::Usage, shown(text) + " says neither that the work is remote nor that it is not", "write true or false, yes or no, 1 or 0", "remote");
  }
  row.set_field(static_cast<std::size_t>(Field::Remote), yes ? "true" : "false");
}

bool Answerer::one_csv(bool sound, std::string_view record, std::uint64_t line_number, Answered& out) {
  ++out.counts.rows_in;
  row_.clear();
  try {
    const std::size_t size = record.size() - (record.ends_with('\n') ? 1 : 0);
    if (size > longest_record) {
      throw too_long();
    }
    if (!is_utf8(record)) {
      throw Error(ErrorCode::Usage, "the row is not UTF-8", "save the file as UTF-8");
    }
    read_cells(row_);
    if (!sound) {
      throw Error(ErrorCode::Usage, "a cell goes on behind its closing quote", "write a quote inside a cell twice");
    }
    if (cells_.cells().size() != columns_.fields.size()) {
      throw Error(ErrorCode::Usage, "the row has " + std::to_string(cells_.cells().size()) + " cells, the heading " + std::to_string(columns_.fields.size()),
                  "put cells with a delimiter in quotes");
    }
    read_remote(row_);
    answer_row(row_, out.text);
  } catch (const Error& error) {
    return fail(error, row_, line_number, out);
  }
  ++out.counts.answered;
  return true;
}

void Answerer::write_kept(const Row& row, std::string& out) const {
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
void Answerer::put_csv(std::string_view value, std::string& out) const {
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
void Answerer::put_json(std::string_view raw, std::string& out) const {
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
char* Answerer::put_kept(const Row& row, char* out) const {
  for (std::size_t i = 0; i < options_.keep.size(); ++i) {
    const std::string_view value = row.kept(i);
    if (value.empty() && !to_csv_) {
      continue;
    }
    out = put_padded(keep_labels_[i], out);
    std::memcpy(out, value.data(), value.size());
    out += value.size();
    *out++ = to_csv_ ? options_.delimiter : ',';
  }
  return out;
}

void Answerer::write(const Row& row, const Percentiles& pay, std::string& out) {
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

void Answerer::write_slow(const Row& row, const Question& question, std::string& out) {
  const Understood asked = interpreter_.understand(question);
  const Estimate estimate = model_.estimate(asked.profile);
  const present::Money money(present::Period::Year);
  std::string line = to_csv_ ? "" : "{";
  write_kept(row, line);
  if (options_.full) {
    const std::string whole = estimate_json({model_.dataset(), estimate, asked.notes, money, false}, present::Layout::OneLine);
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

bool Answerer::fail(const Error& error, const Row& row, std::uint64_t line_number, Answered& out) {
  if (options_.on_error == OnError::Stop) {
    --out.counts.rows_in;
    out.counts.stopped = true;
    out.first_error = "line " + std::to_string(line_number) + ": " + joined(error);
    return false;
  }
  if (options_.on_error == OnError::Skip) {
    ++out.counts.skipped;
    return true;
  }
  ++out.counts.errors;
  if (!to_csv_) {
    out.text += '{';
    write_kept(row, out.text);
    out.text += "\"error\":{\"code\":\"" + std::string(name_of(error.code())) + "\",\"message\":" + json_text(printable(joined(error))) +
                ",\"line\":" + std::to_string(line_number) + "}}\n";
    return true;
  }
  write_kept(row, out.text);
  out.text.append(options_.fields.size(), options_.delimiter);
  out.text += std::string(name_of(error.code())) + options_.delimiter + csv_cell(printable(joined(error)), options_.delimiter) + options_.delimiter + std::to_string(line_number) + "\n";
  return true;
}

}  // namespace hisalary::batch
