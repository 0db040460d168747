// SPDX-License-Identifier: MIT
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <csignal>
#include <cstring>
#include <thread>

#include <sys/stat.h>

#include "base/format.hpp"
#include "base/text.hpp"
#include "batch/pipeline.hpp"
#include "batch/writer.hpp"
#include "command.hpp"
#include "output.hpp"
#include "output/money.hpp"
#include "terminal.hpp"

namespace hisalary::cli {
namespace {

// A signal handler reaches nothing else.
std::atomic<bool> interrupted = false;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
int wake_writer = -1;                   // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

/// Ends the reading, not the writing: rows that were taken are answered whole. A signal may come to any thread; the
/// pipe ends the wait of the one that reads.
class InterruptGuard {
 public:
  InterruptGuard() {
    std::array<int, 2> ends{-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) == 0) {
      wake_ = ends[0];
      wake_writer = ends[1];
    }
    struct sigaction action {};
    action.sa_handler = [](int) {
      const int error = errno;
      interrupted = true;
      if (wake_writer >= 0) {
        (void)(::write(wake_writer, "", 1) == 1);
      }
      errno = error;
    };
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
  }

  [[nodiscard]] int wake() const noexcept { return wake_; }

 private:
  int wake_ = -1;
};

/// A line on standard error at most twice a second.
class Progress {
 public:
  Progress(bool on, std::uint64_t size) : on_(on), size_(size) {}

  void show(const batch::Summary& summary, std::uint64_t bytes) {
    const auto now = Clock::now();
    if (!on_ || now - last_ < std::chrono::milliseconds(500)) {
      return;
    }
    last_ = now;
    const double seconds = std::chrono::duration<double>(now - start_).count();
    std::string line = formatted(
        "\r{} rows, {} a second", output::grouped(static_cast<std::int64_t>(summary.rows_in)),
        output::grouped(static_cast<std::int64_t>(static_cast<double>(summary.rows_in) / std::max(seconds, 1e-9))));
    if (size_ > 0 && bytes > 0) {
      const double share = std::min(1.0, static_cast<double>(bytes) / static_cast<double>(size_));
      line += formatted(", {:.0f}%, {:.0f} s left", share * 100, seconds * (1 - share) / share);
    }
    std::fputs((line + "\x1b[K").c_str(), stderr);
    shown_ = true;
  }

  void clear() const {
    if (shown_) {
      std::fputs("\r\x1b[K", stderr);
    }
  }

 private:
  using Clock = std::chrono::steady_clock;
  bool on_;
  std::uint64_t size_;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_ = Clock::now();
  bool shown_ = false;
};

std::vector<std::string> split(const std::string& text, const char* option) {
  std::vector<std::string> parts;
  std::string_view rest = text;
  while (true) {
    const auto comma = rest.find(',');
    parts.emplace_back(trimmed(rest.substr(0, comma)));
    if (parts.back().empty()) {
      throw Error(ErrorCode::Usage, shown(text) + " has an empty name", "separate names by single commas", option);
    }
    if (comma == std::string_view::npos) {
      return parts;
    }
    rest.remove_prefix(comma + 1);
  }
}

void require_once(const std::vector<std::string>& names, const char* option) {
  for (auto it = names.begin(); it != names.end(); ++it) {
    if (std::find(names.begin(), it, *it) != it) {
      throw Error(ErrorCode::Usage, shown(*it) + " is given twice", "keep one of the two", option);
    }
  }
}

class BatchCommand : public Command {
 public:
  explicit BatchCommand(CLI::App& app) {
    app.add_option("input", input_, "File to read; standard input when it is left out or -")->type_name("FILE");
    app.add_option("--from", from_, "ndjson or csv; told from the first character otherwise")->type_name("FORMAT");
    app.add_option("--to", to_, "ndjson or csv; as the input otherwise")->type_name("FORMAT");
    app.add_option("--delimiter", delimiter_, "Of CSV cells, one character; tab for a tab")->type_name("CHAR");
    app.add_option(
           "--fields", fields_,
           "Columns of the answer: p10,p25,p50,p75,p90, role, level, area, as_of, wages, confidence, market_percentile")
        ->type_name("NAMES");
    app.add_option("--keep", keep_, "Columns handed back untouched")->type_name("NAMES");
    app.add_flag("--full", full_, "Whole estimates (NDJSON only)");
    app.add_option("--unknown", unknown_, "Keys that are no option: pass or refuse")->type_name("WHAT");
    app.add_option("--on-error", on_error_, "A bad row: row (an error in its place), skip or stop")->type_name("WHAT");
    app.add_option("--jobs", jobs_, "Threads; up to 3 when it is left out")->type_name("N");
    app.add_flag("--line-buffered", line_buffered_, "Answer each line as it comes");
    app.add_flag("--progress,!--no-progress", progress_, "Rows so far on standard error; otherwise only at a terminal");
    app.add_flag("--quiet", quiet_, "No summary on standard error");
    add_common(app, false);
    app.footer(
        "Keys and columns are named like the options of estimate: role, level, cert, years, education, state, metro, "
        "county, remote,\n"
        "setting, skill, as_of, release.\n"
        "Examples:\n"
        "  hisalary batch payroll.csv --keep employee -o priced.csv\n"
        "  hisalary batch --jobs 2 < people.ndjson > estimates.ndjson\n"
        "  parallel --pipe --keep-order hisalary batch --jobs 1 < people.ndjson");
  }

  void run() override {
    const batch::Options options = read_options();
    const Dataset data = dataset();
    const Model model(data);
    const int file = open_input();
    const InterruptGuard guard;
    OutputStream out(common_.output);
    Progress progress(show_progress(), size_of(file));
    batch::Summary latest;
    std::atomic<bool> closed = false;
    const batch::Ends ends{file,
                           [&](std::string_view text) {
                             out.write(text);
                             closed = out.closed();
                           },
                           [&] { return interrupted || closed; }, guard.wake(),
                           [&](const batch::Summary& summary, std::uint64_t bytes) {
                             latest = summary;
                             progress.show(summary, bytes);
                           }};
    try {
      latest = batch::run(model, options, ends);
    } catch (...) {
      progress.clear();
      throw;
    }
    progress.clear();
    if (!interrupted) {
      out.commit();
    }
    finish(latest, out.closed());
  }

  [[nodiscard]] int exit_code() const override { return exit_code_; }

 private:
  static constexpr int interrupted_code = 130;

  void finish(const batch::Summary& summary, bool closed) {
    const auto count = [](std::uint64_t rows) { return output::grouped(static_cast<std::int64_t>(rows)); };
    if (!quiet_ && !closed) {
      std::fputs(
          formatted("{}{} rows in: {} answered, {} with an error, {} skipped\n", interrupted ? "interrupted; " : "",
                    count(summary.rows_in), count(summary.answered), count(summary.errors), count(summary.skipped))
              .c_str(),
          stderr);
    }
    exit_code_ = interrupted ? interrupted_code : summary.answered == summary.rows_in || closed ? 0 : 1;
  }

  [[nodiscard]] batch::Options read_options() const {
    batch::Options options;
    const auto format_of = [](const std::string& word, const char* option) {
      require_word(word, {"ndjson", "csv"}, option);
      return word == "csv" ? batch::Format::Csv : batch::Format::Ndjson;
    };
    options.sniff = from_.empty();
    options.from = from_.empty() ? batch::Format::Ndjson : format_of(from_, "--from");
    options.to_as_from = to_.empty();
    options.to = to_.empty() ? options.from : format_of(to_, "--to");
    options.delimiter = delimiter_ == "tab" || delimiter_ == "\\t" ? '\t'
                        : delimiter_.size() == 1                   ? delimiter_[0]
                                                                   : '\0';
    // Letters, digits and what stands in numbers and codes would have to be in quotes everywhere.
    constexpr std::string_view in_values = "\"\n\r_-.+abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    if (options.delimiter <= '\0' || in_values.find(options.delimiter) != std::string_view::npos) {
      throw Error(ErrorCode::Usage, shown(delimiter_) + " is no delimiter", "give one character like , ; | or tab",
                  "--delimiter");
    }
    options.fields = split(fields_, "--fields");
    for (const auto& field : options.fields) {
      const auto& known = batch::answer_fields();
      if (std::ranges::find(known, field) == known.end()) {
        throw Error(ErrorCode::Usage, shown(field) + " is no field of an answer",
                    did_you_mean(field, known, "allowed: " + alternatives({known.begin(), known.end()}, known.size())),
                    "--fields");
      }
    }
    options.keep = split(keep_, "--keep");
    require_once(options.fields, "--fields");
    require_once(options.keep, "--keep");
    for (const auto& name : options.keep) {
      if (std::ranges::find(options.fields, name) != options.fields.end()) {
        throw Error(ErrorCode::Usage, shown(name) + " is kept and is a field of the answer as well",
                    "leave it out of --keep or of --fields", "--keep");
      }
      if (name == "error" || name == "error_code" || name == "error_line") {
        throw Error(ErrorCode::Usage, shown(name) + " is a name of what is wrong with a row",
                    "give the column another name", "--keep");
      }
    }
    if (options.keep.size() > batch::Row::most_kept) {
      throw Error(ErrorCode::Usage, std::to_string(options.keep.size()) + " columns to keep", "allowed: 8", "--keep");
    }
    constexpr std::array whole{"schema", "data",  "profile",    "as_of",   "currency", "period",           "pay",
                               "market", "steps", "confidence", "caveats", "sources",  "market_percentile"};
    if (const auto it = std::ranges::find_first_of(options.keep, whole); full_ && it != options.keep.end()) {
      throw Error(ErrorCode::Usage, shown(*it) + " is a key of a whole estimate as well",
                  "leave it out of --keep, or --full out", "--keep");
    }
    options.full = full_;
    require_word(unknown_, {"pass", "refuse"}, "--unknown");
    options.refuse_unknown = unknown_ == "refuse";
    require_word(on_error_, {"row", "skip", "stop"}, "--on-error");
    options.on_error = on_error_ == "row"    ? batch::OnError::Row
                       : on_error_ == "skip" ? batch::OnError::Skip
                                             : batch::OnError::Stop;
    options.jobs = jobs();
    options.line_buffered = line_buffered_;
    if (full_ && to_ == "csv") {
      throw Error(ErrorCode::Usage, "a whole estimate is no CSV row", "use --to ndjson with --full", "--full");
    }
    if (full_ && to_.empty()) {
      options.to_as_from = false;
      options.to = batch::Format::Ndjson;
    }
    return options;
  }

  [[nodiscard]] unsigned jobs() const {
    constexpr unsigned most = 256;
    if (jobs_.empty()) {
      return batch::default_jobs(std::thread::hardware_concurrency());
    }
    unsigned value = 0;
    const auto [end, error] = std::from_chars(jobs_.data(), jobs_.data() + jobs_.size(), value);
    if (error != std::errc{} || end != jobs_.data() + jobs_.size() || value < 1 || value > most) {
      throw Error(ErrorCode::Usage, shown(jobs_) + " is no number of threads", "give a whole number from 1 to 256",
                  "--jobs");
    }
    return value;
  }

  [[nodiscard]] int open_input() const {
    if (input_.empty() || input_ == "-") {
      return STDIN_FILENO;
    }
    const int file = ::open(input_.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat status {};
    if (file < 0 || (::fstat(file, &status) == 0 && S_ISDIR(status.st_mode))) {
      throw Error(ErrorCode::Io, shown(input_) + " cannot be read: " + std::strerror(file < 0 ? errno : EISDIR),
                  "check the path and its permissions", input_);
    }
    return file;
  }

  static std::uint64_t size_of(int file) {
    struct stat status {};
    return ::fstat(file, &status) == 0 && S_ISREG(status.st_mode) ? static_cast<std::uint64_t>(status.st_size) : 0;
  }

  [[nodiscard]] bool show_progress() const {
    return progress_ > 0 || (progress_ == 0 && isatty(STDERR_FILENO) != 0 && isatty(STDOUT_FILENO) == 0);
  }

  std::string input_;
  std::string from_;
  std::string to_;
  std::string delimiter_ = ",";
  std::string fields_ = "p10,p25,p50,p75,p90";
  std::string keep_ = "id";
  bool full_ = false;
  std::string unknown_ = "pass";
  std::string on_error_ = "row";
  std::string jobs_;
  bool line_buffered_ = false;
  int progress_ = 0;
  bool quiet_ = false;
  int exit_code_ = 0;
};

}  // namespace

std::unique_ptr<Command> add_batch(CLI::App& program) {
  return std::make_unique<BatchCommand>(
      *program.add_subcommand("batch", "One profile a line in, one estimate a line out: NDJSON or CSV"));
}

}  // namespace hisalary::cli
