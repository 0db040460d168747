// SPDX-License-Identifier: MIT
#include "pipeline.hpp"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>

#include "answer.hpp"
#include "hisalary/error.hpp"

namespace hisalary::batch {
namespace {

/// Threads take blocks in turn and write them in turn; in between each answers its own.
class Pipeline {
 public:
  Pipeline(const Model& model, const Options& options, const Ends& ends, Splitter& input, const std::vector<std::string>& columns)
      : model_(model), options_(options), ends_(ends), input_(input), columns_(columns), markets_(model.dataset()) {}

  Summary run() {
    std::vector<std::jthread> threads;
    for (unsigned i = 1; i < options_.jobs; ++i) {
      threads.emplace_back([this] { work(); });
    }
    work();
    threads.clear();
    if (failure_) {
      std::rethrow_exception(failure_);
    }
    return total_;
  }

 private:
  struct Job {
    Block block;
    std::uint64_t ticket = 0;
  };

  void work() {
    try {
      Answerer answerer(model_, markets_, options_, columns_);
      Job job;
      Answered answered;
      while (take(job)) {
        answerer.answer(job.block, answered);
        if (!write(job.ticket, answered)) {
          return;
        }
      }
    } catch (...) {
      fail(std::current_exception());
    }
  }

  bool take(Job& job) {
    const std::lock_guard lock(reading_);
    if (ended_) {
      return false;
    }
    if (ends_.interrupted && ends_.interrupted()) {
      interrupted_ = true;
      input_.stop();
      ended_ = true;
      return false;
    }
    try {
      ended_ = !input_.next(job.block);
    } catch (...) {
      ended_ = true;
      throw;
    }
    job.ticket = next_ticket_;
    next_ticket_ += ended_ ? 0 : 1;
    return !ended_;
  }

  bool write(std::uint64_t ticket, const Answered& answered) {
    std::unique_lock lock(writing_);
    turn_changed_.wait(lock, [&] { return turn_ == ticket || failure_ || total_.stopped; });
    if (failure_ || total_.stopped) {
      return false;
    }
    try {
      ends_.write(answered.text);
      add(answered);
    } catch (...) {
      failure_ = std::current_exception();
    }
    ++turn_;
    turn_changed_.notify_all();
    return !failure_ && !total_.stopped;
  }

  void add(const Answered& answered) {
    total_.rows_in += answered.counts.rows_in;
    total_.answered += answered.counts.answered;
    total_.errors += answered.counts.errors;
    total_.skipped += answered.counts.skipped;
    if (ends_.progress) {
      ends_.progress(total_, input_.bytes_read());
    }
    if (answered.counts.stopped) {
      total_.stopped = true;
      throw Error(ErrorCode::NoAnswer, answered.first_error, "--on-error row goes on and writes an error in the row's place", "batch");
    }
  }

  void fail(const std::exception_ptr& failure) {
    const std::lock_guard lock(writing_);
    failure_ = failure_ ? failure_ : failure;
    turn_changed_.notify_all();
  }

  const Model& model_;
  const Options& options_;
  const Ends& ends_;
  Splitter& input_;
  const std::vector<std::string>& columns_;
  Markets markets_;
  std::mutex reading_;
  bool ended_ = false;
  bool interrupted_ = false;
  std::uint64_t next_ticket_ = 0;
  std::mutex writing_;
  std::condition_variable turn_changed_;
  std::uint64_t turn_ = 0;
  std::exception_ptr failure_;
  Summary total_;
};

std::vector<std::string> columns_of(const std::string& heading, char delimiter) {
  Cells cells(delimiter);
  std::string padded = heading + std::string(padding, '\0');
  std::string_view rest = std::string_view(padded).substr(0, heading.size());
  (void)cells.take(rest);
  std::vector<std::string> columns;
  for (const auto& cell : cells.cells()) {
    columns.emplace_back(cell.text);
  }
  return columns;
}

}  // namespace

Summary run(const Model& model, Options options, const Ends& ends) {
  Splitter input(ends.input, options.from, options.line_buffered);
  const char first = input.first_character();
  if (options.sniff) {
    options.from = first == '{' || first == '\0' ? Format::Ndjson : Format::Csv;
  }
  if (options.to_as_from) {
    options.to = options.from;
  }
  input.set_format(options.from);
  std::vector<std::string> columns;
  if (options.from == Format::Csv) {
    std::string heading;
    if (!input.take_first(heading)) {
      return {};
    }
    columns = columns_of(heading, options.delimiter);
    if (std::ranges::none_of(columns, [](const std::string& column) { return field_of(column) < field_count; })) {
      throw Error(ErrorCode::Usage, "the heading names no column that is known: " + heading.substr(0, 100), "name the columns like the options: role, cert, years, state, ...", "heading");
    }
  }
  if (options.to == Format::Csv) {
    ends.write(Answerer::heading(options));
  }
  return Pipeline(model, options, ends, input, columns).run();
}

}  // namespace hisalary::batch
