// SPDX-License-Identifier: MIT
#include "pipeline.hpp"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "answer.hpp"
#include "data/tables.hpp"
#include "hisalary/error.hpp"

namespace hisalary::batch {
namespace {

/// Threads take blocks in turn and write them in turn; in between each answers its own.
class Pipeline {
 public:
  Pipeline(const Model& model, const Options& options, const Ends& ends, Splitter& input, const Columns& columns)
      : model_(model),
        options_(options),
        ends_(ends),
        input_(input),
        columns_(columns),
        tally_(model.dataset().tables(), names_to_group_by(options)) {}

  Summary run() {
    std::vector<std::jthread> threads;
    threads.reserve(options_.jobs);
    for (unsigned i = 1; i < options_.jobs; ++i) {
      try {
        threads.emplace_back([this] { work(); });
      } catch (const std::exception&) {
        break;  // the system has no more threads, or no memory for one: fewer do
      }
    }
    work();
    threads.clear();
    if (failure_ || read_failure_) {
      for (const auto& [ticket, early] : early_) {
        lose(early.answered);
      }
      if (ends_.progress) {
        ends_.progress(total_, input_.bytes_read());
      }
      std::rethrow_exception(failure_ ? failure_ : read_failure_);
    }
    if (options_.team) {
      total_.team = tally_.team([this](std::string_view value) { return Writer::plain_value(value, options_.from); });
    }
    return total_;
  }

 private:
  static constexpr std::size_t most_early_bytes = std::size_t{256} << 10;

  struct Job {
    Block block;
    std::uint64_t ticket = 0;
    std::uint64_t bytes_read = 0;
  };

  /// What was answered before its turn.
  struct Early {
    Answered answered;
    std::uint64_t bytes_read = 0;
  };

  void work() {
    try {
      Answerer answerer(model_, options_, columns_);
      Job job;
      Answered answered;
      while (take(job)) {
        answerer.answer(job.block, answered);
        if (!write(job, answered)) {
          return;
        }
      }
      const std::lock_guard lock(writing_);
      tally_.add(answerer.tally());
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
      ended_ = true;
      return false;
    }
    try {
      ended_ = !input_.next(job.block);
    } catch (...) {  // what was read before is answered and written first
      read_failure_ = std::current_exception();
      ended_ = true;
    }
    job.ticket = next_ticket_;
    job.bytes_read = input_.bytes_read();
    next_ticket_ += ended_ ? 0 : 1;
    return !ended_;
  }

  /// Writes what a block became when its turn comes. A thread that comes too early leaves it to the one before and goes
  /// on.
  bool write(const Job& job, Answered& answered) {
    std::unique_lock lock(writing_);
    turn_changed_.wait(lock, [&] { return turn_ == job.ticket || may_be_early(answered) || failure_; });
    if (failure_) {
      lose(answered);
      return false;
    }
    if (turn_ != job.ticket) {
      early_bytes_ += answered.text.size();
      auto& place = early_[job.ticket];
      std::swap(place.answered, answered);
      place.bytes_read = job.bytes_read;
      if (!spare_.empty()) {
        std::swap(answered, spare_.back());
        spare_.pop_back();
      }
      return true;
    }
    write_out(answered, job.bytes_read);
    for (auto next = early_.find(turn_); next != early_.end() && !failure_; next = early_.find(turn_)) {
      write_out(next->second.answered, next->second.bytes_read);
      early_bytes_ -= next->second.answered.text.size();
      if (next->second.answered.text.capacity() <= most_early_bytes) {
        spare_.push_back(std::move(next->second.answered));
      }
      early_.erase(next);
    }
    turn_changed_.notify_all();
    if (failure_ || (ends_.interrupted && ends_.interrupted())) {
      input_.stop();
    }
    return !failure_;
  }

  /// Answers that wait are few, and of rows of a MiB none.
  [[nodiscard]] bool may_be_early(const Answered& answered) const {
    return early_.size() < options_.jobs && early_bytes_ + answered.text.size() <= options_.jobs * most_early_bytes;
  }

  void write_out(const Answered& answered, std::uint64_t bytes_read) {
    try {
      ends_.write(answered.text);
    } catch (...) {
      failure_ = std::current_exception();
      lose(answered);
    }
    if (!failure_) {
      add(answered, bytes_read);
    }
    ++turn_;
  }

  /// What was answered and could not be written; what lies behind a row that ends the run was not asked for.
  void lose(const Answered& answered) {
    if (total_.stopped) {
      return;
    }
    total_.rows_in += answered.counts.rows_in;
    total_.unwritten += answered.counts.rows_in;
  }

  void add(const Answered& answered, std::uint64_t bytes_read) {
    total_.rows_in += answered.counts.rows_in;
    total_.answered += answered.counts.answered;
    total_.errors += answered.counts.errors;
    total_.skipped += answered.counts.skipped;
    if (ends_.progress) {
      ends_.progress(total_, bytes_read);
    }
    if (answered.counts.stopped) {
      total_.stopped = true;
      failure_ =
          std::make_exception_ptr(Error(ErrorCode::NoAnswer, answered.first_error,
                                        "--on-error row goes on and writes an error in the row's place", "batch"));
    }
  }

  void fail(const std::exception_ptr& failure) {
    const std::lock_guard lock(writing_);
    failure_ = failure_ ? failure_ : failure;
    turn_changed_.notify_all();
    input_.stop();
  }

  const Model& model_;
  const Options& options_;
  const Ends& ends_;
  Splitter& input_;
  const Columns& columns_;
  std::mutex reading_;
  bool ended_ = false;
  std::exception_ptr read_failure_;
  std::uint64_t next_ticket_ = 0;
  std::mutex writing_;
  std::condition_variable turn_changed_;
  std::uint64_t turn_ = 0;
  std::map<std::uint64_t, Early> early_;  ///< by ticket
  std::size_t early_bytes_ = 0;
  std::vector<Answered> spare_;  ///< memory to use again
  std::exception_ptr failure_;
  Summary total_;
  advise::TeamTally tally_;
};

/// A pay in the input is answered with where it stands, unless the fields were chosen or a name is taken.
void add_standing(Options& options, const Columns& columns) {
  const bool paid = std::ranges::find(columns.facts, static_cast<std::size_t>(Fact::Pay)) != columns.facts.end();
  if (!options.fields_by_default || !paid) {
    return;
  }
  for (const std::string_view field : standing_fields) {
    if (std::ranges::find(options.keep, field) == options.keep.end()) {
      options.fields.emplace_back(field);
    }
  }
}

/// Workbooks are no text: those of Excel and of LibreOffice are archives, older ones a format of their own.
void refuse_workbook(Splitter& input, char first) {
  using namespace std::string_view_literals;
  const bool archive = first == 'P' && input.begins_with("PK\x03\x04"sv);
  if (archive || (first == '\xd0' && input.begins_with("\xd0\xcf\x11\xe0"sv))) {
    throw Error(ErrorCode::Usage, "the input is a workbook (" + std::string(archive ? ".xlsx or .ods" : ".xls") + ")",
                "save the sheet as text, File > Save As > CSV UTF-8 (comma delimited), and read that file", "input");
  }
}

}  // namespace

Summary run(const Model& model, Options options, const Ends& ends) {
  Splitter input(ends.input, ends.wake, options);
  const char first = input.first_character();
  refuse_workbook(input, first);
  if (options.sniff) {
    options.from = first == '{' || first == '[' || first == '\0' ? Format::Ndjson : Format::Csv;
  }
  if (options.to_as_from) {
    options.to = options.from;
  }
  input.set_format(options.from);
  Columns columns;
  if (options.from == Format::Csv) {
    std::string heading;
    if (!input.take_first(heading)) {
      return {};
    }
    if (options.find_delimiter) {
      options.delimiter = find_delimiter(heading, options, model.dataset().tables());
      input.set_delimiter(options.delimiter);
    }
    columns = read_heading(heading, options, model.dataset().tables());
    add_standing(options, columns);
  }
  if (options.to == Format::Csv) {
    ends.write(Writer::heading(options));
  }
  Summary summary = Pipeline(model, options, ends, input, columns).run();
  summary.columns = std::move(columns.told);
  return summary;
}

}  // namespace hisalary::batch
