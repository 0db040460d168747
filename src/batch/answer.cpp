// SPDX-License-Identifier: MIT
#include "answer.hpp"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

#include "advise/standing.hpp"
#include "explain/estimate.hpp"
#include "output/estimate.hpp"
#include "output/json.hpp"
#include "stops.hpp"

namespace hisalary::batch {
namespace {

Error too_long() {
  return {ErrorCode::Usage, "the line is longer than 1 MiB", "a row is far shorter; is a line feed missing?"};
}

Error unclosed() {
  return {ErrorCode::Usage, "a quote is opened here and never closed",
          "close it, or write a quote inside a cell twice"};
}

}  // namespace

Answerer::Answerer(const Model& model, const Options& options, const Columns& columns)
    : model_(model),
      pricer_(model.pricer()),
      options_(options),
      ndjson_(options.keep, options.refuse_unknown, options.map),
      csv_(columns, options.delimiter),
      resolver_(pricer_.tables()),
      writer_(pricer_, options),
      tally_(pricer_.tables(), names_to_group_by(options)),
      values_(options.by.size()) {}

void Answerer::answer(const Block& block, Answered& out) {
  out.text.clear();
  out.text.reserve(block.bytes.size() + block.bytes.size() / 4);
  out.counts = {};
  out.first_error.clear();
  if (block.kind == Block::Kind::Records) {
    answer_records(block, out);
    return;
  }
  (void)fail(block.kind == Block::Kind::Unclosed ? unclosed() : too_long(), Row{}, block.first_line, out);
}

void Answerer::answer_records(const Block& block, Answered& out) {
  const PaddedText text = block.bytes.text();
  const char* at = text.begin();
  std::uint64_t line = block.first_line;
  while (at != text.end()) {
    if (waiting_ == 0) {
      texts_.clear();
    }
    const char* const start = at;
    const Line found = read(text, at);
    if (found != Line::Blank && !take(found, line, out)) {
      waiting_ = 0;
      return;
    }
    line += options_.from == Format::Csv ? count(start, at, '\n') : 1;
  }
  (void)answer_group(out);
}

/// Reads the row at `at` behind those that wait.
inline Line Answerer::read(PaddedText block, const char*& at) {
  return options_.from == Format::Csv ? csv_.read(block, at, rows_[waiting_], texts_)
                                      : ndjson_.read(block, at, rows_[waiting_], texts_);
}

/// Lets the row just read wait, or writes what is wrong with it. False when the run shall end.
bool Answerer::take(Line found, std::uint64_t line, Answered& out) {
  const Row& row = rows_[waiting_];
  query::Failure* failure = nullptr;
  if (found == Line::Row) {
    failure = resolver_.resolve(row.facts, people_[waiting_]);
    if (failure == nullptr) {
      lines_[waiting_++] = line;
      const bool go_on = waiting_ < group_size && !options_.full && !texts_.is_large();
      return go_on || answer_group(out);
    }
  }

  if (!answer_group(out)) {
    return false;
  }
  if (failure != nullptr) {
    return fail(*failure, row, line, out);
  }
  return fail(error_of(options_.from == Format::Csv ? csv_.fault() : ndjson_.fault()), row, line, out);
}

/// Answers the rows that wait. False when one of them has no price and the run shall end.
bool Answerer::answer_group(Answered& out) {
  const std::size_t count = std::exchange(waiting_, 0);
  if (!options_.full && price_group(count)) {
    write(0, count, out);
    return true;
  }
  for (std::size_t i = 0; i < count; ++i) {
    if (!answer_one(i, out)) {
      return false;
    }
  }
  return true;
}

/// Prices the rows that wait, all at once. False when some people have no price, like those of an occupation that an
/// old release does not know.
bool Answerer::price_group(std::size_t count) {
  const auto people = std::span<const Facts>(people_).first(count);
  const bool stand = options_.team || writer_.needs_standing();
  const auto alone = [&](const Facts& person) { return writer_.needs_price() || (stand && person.pay); };
  try {
    for (std::size_t i = 0; i < count;) {
      if (alone(people[i])) {
        price_one(i);
        ++i;
        continue;
      }
      const auto end = std::ranges::find_if(people.subspan(i), alone);
      const auto together = static_cast<std::size_t>(end - people.subspan(i).begin());
      pricer_.price(people.subspan(i, together), std::span(pay_).subspan(i, together), memory_);
      i += together;
    }
    return true;
  } catch (const Error&) {
    return false;
  }
}

/// The price of one row, and where the pay in it stands.
void Answerer::price_one(std::size_t i) {
  prices_[i] = pricer_.price(people_[i]);
  pay_[i] = prices_[i].pay;
  standings_[i].reset();
  if (people_[i].pay && (options_.team || writer_.needs_standing())) {
    standings_[i] = advise::standing_of(pricer_, people_[i], prices_[i]);
  }
}

void Answerer::add_to_team(std::size_t i) {
  if (!options_.team || !people_[i].pay) {
    return;
  }
  for (std::size_t k = 0; k < values_.size(); ++k) {
    values_[k] = rows_[i].kept(options_.by[k]).view();
  }
  tally_.add(people_[i], *standings_[i], values_);
}

bool Answerer::answer_one(std::size_t i, Answered& out) {
  if (const Error* const refusal = pricer_.refusal(people_[i])) {
    return fail(*refusal, rows_[i], lines_[i], out);
  }
  price_one(i);
  if (options_.full) {
    add_to_team(i);
    const Estimate estimate = explain::estimate(pricer_, people_[i]);
    const std::vector<std::string> notes = resolver_.notes(rows_[i].facts);
    const output::Money money(options_.hourly ? output::Period::Hour : output::Period::Year);
    writer_.whole(rows_[i],
                  output::json(output::estimate_document({model_.dataset(), estimate, notes, money, false,
                                                          advise::standing_of(model_, people_[i])}),
                               output::Layout::OneLine) +
                      "\n",
                  out.text);
    ++out.counts.rows_in;
    ++out.counts.answered;
    return true;
  }
  write(i, 1, out);
  return true;
}

void Answerer::write(std::size_t first, std::size_t count, Answered& out) {
  writer_.answers(std::span<const Row>(rows_).subspan(first, count), std::span<const Facts>(people_).subspan(first),
                  std::span<const Percentiles>(pay_).subspan(first),
                  std::span<const model::Price>(prices_).subspan(first),
                  std::span<const std::optional<advise::Standing>>(standings_).subspan(first), out.text);
  for (std::size_t i = first; i < first + count; ++i) {
    add_to_team(i);
  }
  out.counts.rows_in += count;
  out.counts.answered += count;
}

bool Answerer::fail(const Error& error, const Row& row, std::uint64_t line, Answered& out) {
  query::Failure failure{error, {}};
  return fail(failure, row, line, out);
}

/// False when the run shall end.
bool Answerer::fail(query::Failure& failure, const Row& row, std::uint64_t line, Answered& out) {
  if (options_.on_error == OnError::Stop) {
    ++out.counts.rows_in;
    ++out.counts.errors;
    out.counts.stopped = true;
    out.first_error = "line " + std::to_string(line) + ": " + Writer::joined(failure.error);
    return false;
  }
  ++out.counts.rows_in;
  if (options_.on_error == OnError::Skip) {
    ++out.counts.skipped;
    return true;
  }
  ++out.counts.errors;
  writer_.failure(row, failure, line, out.text);
  return true;
}

}  // namespace hisalary::batch
