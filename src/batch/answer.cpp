// SPDX-License-Identifier: MIT
#include "answer.hpp"

#include <algorithm>
#include <cstring>
#include <span>
#include <utility>

#include "base/suggest.hpp"
#include "explain/estimate.hpp"
#include "base/text.hpp"
#include "data/tables.hpp"
#include "stops.hpp"

namespace hisalary::batch {
namespace {

Error too_long() {
  return {ErrorCode::Usage, "the line is longer than 1 MiB", "a row is far shorter; is a line feed missing?"};
}

}  // namespace

Answerer::Answerer(const Model& model, const Options& options, const Columns& columns)
    : model_(model),
      options_(options),
      pricer_(model.pricer()),
      resolver_(model.dataset().tables()),
      scanner_(options.keep, options.refuse_unknown),
      judge_(options.keep, options.refuse_unknown),
      cells_(options.delimiter),
      columns_(columns),
      writer_(options) {}

void Answerer::answer(const Block& block, Answered& out) {
  out.text.clear();
  out.text.reserve(block.size + block.size / 4);
  out.counts = {};
  out.first_error.clear();
  if (block.kind != Block::Kind::Records) {
    ++out.counts.rows_in;
    const bool quote = block.kind == Block::Kind::Unclosed;
    (void)fail(quote ? Error(ErrorCode::Usage, "a quote is opened here and never closed",
                             "close it, or write a quote inside a cell twice")
                     : too_long(),
               Row{}, block.first_line, out);
    return;
  }
  options_.from == Format::Csv ? csv(block, out) : ndjson(block, out);
}

void Answerer::ndjson(const Block& block, Answered& out) {
  const char* at = block.bytes.data();
  const char* const end = at + block.size;
  for (std::uint64_t line = block.first_line; at < end; ++line) {
    if (const char* const row_end = plain_ndjson(at, end)) {
      const Taken taken = take_plain(line, out);
      if (taken == Taken::AndStopped) {
        return;
      }
      if (taken == Taken::Yes) {
        at = row_end + 1;
        continue;
      }
    }
    if (!answer_waiting(out)) {
      return;
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
  (void)answer_waiting(out);
}

/// Whether the row just read makes sense.
bool Answerer::understood() {
  texts_.clear();
  arena_.clear();
  for (std::size_t i = 0; i < field_count; ++i) {
    if (row().has(static_cast<Field>(i))) {
      texts_.set(static_cast<Fact>(i), arena_.keep(row().field_text(i)));
    }
  }
  wrong_ = resolver_.resolve(texts_, people_[waiting_]);
  return wrong_ == nullptr;
}

/// Lets the plain row just read wait, or writes what is known to be wrong with it. Takes no other row.
Answerer::Taken Answerer::take_plain(std::uint64_t line_number, Answered& out) {
  if (understood()) {
    lines_[waiting_++] = line_number;
    return waiting_ < most_waiting || answer_waiting(out) ? Taken::Yes : Taken::AndStopped;
  }
  const Row& row = this->row();
  query::Failure* const failure = wrong_;
  if (!answer_waiting(out)) {
    return Taken::AndStopped;
  }
  ++out.counts.rows_in;
  return fail(*failure, row, line_number, out) ? Taken::Yes : Taken::AndStopped;
}

/// False when a row failed and the run shall stop.
bool Answerer::answer_waiting(Answered& out) {
  const auto count = std::exchange(waiting_, 0);
  try {
    pricer_.price(std::span<const Facts>(people_).first(count), pay_);
  } catch (const Error&) {
    return answer_one_by_one(count, out);
  }
  writer_.pay(std::span(rows_).first(count), pay_, out.text);
  out.counts.rows_in += count;
  out.counts.answered += count;
  return true;
}

/// Some people have no price, like those of a SOC code that is retired.
bool Answerer::answer_one_by_one(std::size_t count, Answered& out) {
  for (std::size_t i = 0; i < count; ++i) {
    ++out.counts.rows_in;
    try {
      pricer_.price(std::span<const Facts>(people_).subspan(i, 1), pay_);
    } catch (const Error& error) {
      if (!fail(error, rows_[i], lines_[i], out)) {
        return false;
      }
      continue;
    }
    writer_.pay(std::span(rows_).subspan(i, 1), pay_, out.text);
    ++out.counts.answered;
  }
  return true;
}

/// Reads the row at `at` and gives its end; null when it is not plain, or when answers are more than percentiles.
const char* Answerer::plain_ndjson(const char* at, const char* end) {
  return writer_.only_percentiles() ? scanner_.scan(at, end, row()) : nullptr;
}

bool Answerer::one_ndjson(std::string_view line, std::uint64_t line_number, Answered& out) {
  ++out.counts.rows_in;
  try {
    judge_.read(line, row());
    if (query::Failure* const failure = answer_row(out.text)) {
      return fail(*failure, row(), line_number, out);
    }
  } catch (const Error& error) {
    return fail(error, row(), line_number, out);
  }
  ++out.counts.answered;
  return true;
}

/// What is wrong with the row; null when it was answered.
query::Failure* Answerer::answer_row(std::string& out) {
  if (!understood()) {
    return wrong_;
  }
  if (writer_.only_percentiles()) {
    pricer_.price(std::span<const Facts>(people_).subspan(waiting_, 1), pay_);
    writer_.pay(std::span(rows_).subspan(waiting_, 1), pay_, out);
  } else {
    write_whole(row(), out);
  }
  return nullptr;
}

void Answerer::csv(const Block& block, Answered& out) {
  std::string_view rest = block.text();
  for (std::uint64_t line = block.first_line; !rest.empty();) {
    if (const char* const row_end = plain_csv(rest.data(), rest.data() + rest.size())) {
      const Taken taken = take_plain(line, out);
      if (taken == Taken::AndStopped) {
        return;
      }
      if (taken == Taken::Yes) {
        rest.remove_prefix(std::min(rest.size(), static_cast<std::size_t>(row_end + 1 - rest.data())));
        ++line;
        continue;
      }
    }
    if (!answer_waiting(out)) {
      return;
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
  (void)answer_waiting(out);
}

/// Reads the record at `at` and gives its end; null when it is not plain (a cell has quotes or more than ASCII, remote
/// is no "true" or "false"), or when answers are more than percentiles.
const char* Answerer::plain_csv(const char* at, const char* end) {
  if (!writer_.only_percentiles()) {
    return nullptr;
  }
  Row& row = this->row();
  const char* cell = at;
  row.clear();
  for (std::size_t i = 0; i < columns_.fields.size(); ++i) {
    const char* const stop = find_cell_end(cell, options_.delimiter);
    const std::string_view text(cell, stop);
    if (columns_.fields[i] != Columns::nothing && !text.empty()) {
      row.set_field(columns_.fields[i], text);
    }
    if (columns_.keeps[i] != Columns::nothing) {
      row.keep(columns_.keeps[i], text);
    }
    cell = stop;
    if (i + 1 < columns_.fields.size()) {
      if (stop == end || *stop != options_.delimiter) {
        return nullptr;
      }
      ++cell;
    }
  }
  const bool blank = cell == at;
  cell += cell < end && *cell == '\r' ? 1 : 0;
  const bool whole = (cell == end || *cell == '\n') && !blank;
  const std::string_view remote = row[Field::Remote];
  return whole && (remote.empty() || remote == "true" || remote == "false") ? cell : nullptr;
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
    throw Error(ErrorCode::Usage, shown(text) + " says neither that the work is remote nor that it is not",
                "write true or false, yes or no, 1 or 0", "remote");
  }
  row.set_field(static_cast<std::size_t>(Field::Remote), yes ? "true" : "false");
}

bool Answerer::one_csv(bool sound, std::string_view record, std::uint64_t line_number, Answered& out) {
  ++out.counts.rows_in;
  row().clear();
  try {
    if (!is_utf8(record)) {
      throw Error(ErrorCode::Usage, "the row is not UTF-8", "save the file as UTF-8");
    }
    read_cells(row());
    if (!sound) {
      throw Error(ErrorCode::Usage, "a cell goes on behind its closing quote", "write a quote inside a cell twice");
    }
    if (cells_.cells().size() != columns_.fields.size()) {
      throw Error(ErrorCode::Usage,
                  "the row has " + std::to_string(cells_.cells().size()) + " cells, the heading " +
                      std::to_string(columns_.fields.size()),
                  "put cells with a delimiter in quotes");
    }
    read_remote(row());
    if (query::Failure* const failure = answer_row(out.text)) {
      return fail(*failure, row(), line_number, out);
    }
  } catch (const Error& error) {
    return fail(error, row(), line_number, out);
  }
  ++out.counts.answered;
  return true;
}

void Answerer::write_whole(const Row& row, std::string& out) {
  writer_.estimate(row, {model_.dataset(), explain::estimate(pricer_, people_[waiting_]), resolver_.notes(texts_)}, out);
}

bool Answerer::fail(const Error& error, const Row& row, std::uint64_t line_number, Answered& out) {
  query::Failure failure{error, {}};
  return fail(failure, row, line_number, out);
}

bool Answerer::fail(query::Failure& failure, const Row& row, std::uint64_t line_number, Answered& out) {
  if (options_.on_error == OnError::Stop) {
    --out.counts.rows_in;
    out.counts.stopped = true;
    out.first_error = "line " + std::to_string(line_number) + ": " + Writer::joined(failure.error);
    return false;
  }
  if (options_.on_error == OnError::Skip) {
    ++out.counts.skipped;
    return true;
  }
  ++out.counts.errors;
  writer_.failure(row, failure, line_number, out.text);
  return true;
}

}  // namespace hisalary::batch
