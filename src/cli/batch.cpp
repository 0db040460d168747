// SPDX-License-Identifier: MIT
#include "options.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <thread>

#include "advise/reading.hpp"
#include "base/format.hpp"
#include "base/suggest.hpp"
#include "base/text.hpp"
#include "batch/pipeline.hpp"
#include "batch/writer.hpp"
#include "output.hpp"
#include "output/money.hpp"
#include "output/team.hpp"
#include "process.hpp"
#include "progress.hpp"
#include "query/facts.hpp"
#include "terminal.hpp"

namespace hisalary::cli {
namespace {

constexpr std::array<std::string_view, 2> row_formats{"ndjson", "csv"};
constexpr std::array<std::string_view, 2> unknown_words{"pass", "refuse"};
constexpr std::array<std::string_view, 3> error_words{"row", "skip", "stop"};

constexpr std::array own_options{
    OptionSpec{.name = "input",
               .value = "FILE",
               .about = "File to read; standard input when it is left out or -",
               .kind = Kind::Positional,
               .values = {.path = Values::Path::File}},
    OptionSpec{.name = "from",
               .value = "FORMAT",
               .about = "ndjson or csv; otherwise recognized by the first character",
               .values = {.words = row_formats}},
    OptionSpec{.name = "to",
               .value = "FORMAT",
               .about = "ndjson or csv; otherwise the same as the input",
               .values = {.words = row_formats}},
    OptionSpec{.name = "delimiter",
               .value = "CHAR",
               .about = "Of CSV cells, one character, or tab; as the heading shows when left out"},
    OptionSpec{.name = "fields",
               .value = "NAMES",
               .about = "Columns of the answer: p10,p25,p50,p75,p90, role, level, area, as_of, wages, confidence, "
                        "market_percentile; where pay is given percentile, compa_ratio, gap, flag",
               .values = {.listing = "row fields", .commas = true},
               .fallback = "p10,p25,p50,p75,p90"},
    OptionSpec{.name = "map",
               .value = "FACT=COLUMN",
               .about = "Which column holds what, where the heading does not say: role=\"Position Name\",place=Site",
               .kind = Kind::Many,
               .values = {.listing = "facts", .commas = true, .keys = true}},
    OptionSpec{.name = "keep", .value = "NAMES", .about = "Columns handed back untouched", .fallback = "id"},
    OptionSpec{
        .name = "summary",
        .about = "At the end, how the team's pay compares with the market, by role and place (on standard error)",
        .kind = Kind::Flag},
    OptionSpec{.name = "summary_to",
               .value = "FILE",
               .about = "Write that as JSON to this file",
               .values = {.path = Values::Path::File}},
    OptionSpec{.name = "by", .value = "NAMES", .about = "Columns kept to group the summary by, too"},
    hourly_option,
    OptionSpec{.name = "full", .about = "Whole estimates (NDJSON only)", .kind = Kind::Flag},
    OptionSpec{.name = "unknown",
               .value = "WHAT",
               .about = "Unknown keys: pass or refuse",
               .values = {.words = unknown_words},
               .fallback = "pass"},
    OptionSpec{.name = "on_error",
               .value = "WHAT",
               .about = "On a bad row: row (write an error in its place), skip or stop",
               .values = {.words = error_words},
               .fallback = "row"},
    OptionSpec{.name = "jobs", .value = "N", .about = "Threads; up to 3 when it is left out"},
    OptionSpec{.name = "line_buffered", .about = "Answer each line as it comes", .kind = Kind::Flag},
    OptionSpec{.name = "progress",
               .about = "Rows so far on standard error; otherwise only at a terminal",
               .kind = Kind::Negatable},
    OptionSpec{.name = "quiet", .about = "No summary on standard error", .kind = Kind::Flag},
};

/// The names of a list between commas, each once.
std::vector<std::string> names_of(const Given& given, const char* option) {
  const std::string text = given.text(option);
  std::vector<std::string> names;
  for (auto& name : advise::split(text, ',')) {
    if (name.empty()) {
      throw Error(ErrorCode::Usage, shown(text) + " has an empty name", "separate names by single commas", option);
    }
    names.push_back(std::move(name));
  }
  return names;
}

void require_once(const std::vector<std::string>& names, const char* option) {
  for (auto it = names.begin(); it != names.end(); ++it) {
    if (std::find(names.begin(), it, *it) != it) {
      throw Error(ErrorCode::Usage, shown(*it) + " is given twice", "keep one of the two", option);
    }
  }
}

std::vector<std::string> fields_of(const Given& given) {
  auto fields = names_of(given, "fields");
  const auto& known = batch::answer_fields();
  for (const auto& field : fields) {
    if (std::ranges::find(known, field) == known.end()) {
      throw Error(ErrorCode::Usage, shown(field) + " is not a field of the answer",
                  did_you_mean(field, known, "allowed: " + alternatives({known.begin(), known.end()}, known.size())),
                  "fields");
    }
  }
  return fields;
}

/// A column handed back must not share its name with one of the answer.
void require_free(const std::string& name, const batch::Options& options) {
  constexpr std::array whole{"schema", "data",  "profile",    "as_of",   "currency", "period",           "pay",
                             "market", "steps", "confidence", "caveats", "sources",  "market_percentile"};
  if (std::ranges::find(options.fields, name) != options.fields.end()) {
    throw Error(ErrorCode::Usage, shown(name) + " is kept and is a field of the answer as well",
                "leave it out of --keep or of --fields", "keep");
  }
  if (name == "error" || name == "error_code" || name == "error_line") {
    throw Error(ErrorCode::Usage, shown(name) + " is a name of what is wrong with a row",
                "give the column another name", "keep");
  }
  if (options.full && std::ranges::find(whole, name) != whole.end()) {
    throw Error(ErrorCode::Usage, shown(name) + " is a key of a whole estimate as well",
                "leave it out of --keep, or --full out", "keep");
  }
}

void require_keepable(const batch::Options& options) {
  require_once(options.keep, "keep");
  for (const auto& name : options.keep) {
    require_free(name, options);
  }
  if (options.keep.size() > batch::Row::most_kept) {
    throw Error(ErrorCode::Usage, std::to_string(options.keep.size()) + " columns to keep", "allowed: 8", "keep");
  }
}

char delimiter_of(const Given& given) {
  const std::string text = given.text("delimiter");
  if (text == "tab" || text == "\\t") {
    return '\t';
  }
  // Letters, digits and what stands in numbers and codes would have to be in quotes everywhere.
  constexpr std::string_view in_values = "\"\n\r_-.+abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  if (text.size() != 1 || text[0] <= '\0' || in_values.find(text[0]) != std::string_view::npos) {
    throw Error(ErrorCode::Usage, shown(text) + " is not a delimiter", "give one character like , ; | or tab",
                "delimiter");
  }
  return text[0];
}

/// "role=Position Name,place=Site": a heading may hold commas itself.
std::vector<std::pair<Fact, std::string>> map_of(const Given& given) {
  constexpr const char* example = "write it like role=\"Position Name\",place=Site";
  std::vector<std::pair<std::string, std::string>> pairs;
  for (const std::string& text : given.all("map")) {
    bool first = true;
    for (const std::string& part : advise::split(text, ',')) {
      const auto equals = part.find('=');
      if (equals == std::string::npos && first) {
        throw Error(ErrorCode::Usage, shown(part) + " does not name a fact", example, "map");
      }
      if (equals == std::string::npos) {
        pairs.back().second += ", " + part;
      } else {
        pairs.emplace_back(trimmed(part.substr(0, equals)), trimmed(part.substr(equals + 1)));
      }
      first = false;
    }
  }

  std::vector<std::pair<Fact, std::string>> map;
  for (const auto& [name, column] : pairs) {
    const auto fact = query::fact_named(lower(name));
    if (!fact) {
      throw Error(ErrorCode::Usage, shown(name) + " is not a fact about a person",
                  did_you_mean(name, batch::fact_names(), example), "map");
    }
    if (column.empty()) {
      throw Error(ErrorCode::Usage, "no column is given for " + name, example, "map");
    }
    for (const auto& [other, taken] : map) {
      if (other == *fact || taken == column) {
        throw Error(ErrorCode::Usage, (other == *fact ? name : shown(column)) + " is mapped twice",
                    "keep one of the two", "map");
      }
    }
    map.emplace_back(*fact, column);
  }
  return map;
}

/// Places in --keep of the columns to group by.
std::vector<std::size_t> by_of(const Given& given, const std::vector<std::string>& keep) {
  std::vector<std::size_t> by;
  const std::vector<std::string> names = given.has("by") ? names_of(given, "by") : std::vector<std::string>{};
  require_once(names, "by");
  for (const auto& name : names) {
    const auto there = std::ranges::find(keep, name);
    if (there == keep.end()) {
      throw Error(ErrorCode::Usage, "the column " + shown(name) + " is not kept",
                  "name it in --keep as well: --keep " + name, "by");
    }
    by.push_back(static_cast<std::size_t>(there - keep.begin()));
  }
  return by;
}

void set_team(batch::Options& options, const Given& given) {
  options.team = given.has("summary") || given.has("summary_to");
  options.by = by_of(given, options.keep);
  if (given.has("by") && !options.team) {
    throw Error(ErrorCode::Usage, "there is no summary to group", "add --summary or --summary-to FILE", "by");
  }
  if (given.has("summary_to") && given.text("summary_to") == given.text("output")) {
    throw Error(ErrorCode::Usage, "the summary and the answer cannot be the same file", "name two files", "summary_to");
  }
}

unsigned jobs_of(const Given& given) {
  constexpr unsigned most = 256;
  const auto text = given.value("jobs");
  if (!text) {
    return batch::default_jobs(std::thread::hardware_concurrency());
  }
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
  if (error != std::errc{} || end != text->data() + text->size() || value < 1 || value > most) {
    throw Error(ErrorCode::Usage, shown(*text) + " is not a number of threads", "give a whole number from 1 to 256",
                "jobs");
  }
  return value;
}

batch::OnError on_error_of(const Given& given) {
  const std::string word = word_of(given, "on_error");
  if (word == "skip") {
    return batch::OnError::Skip;
  }
  return word == "stop" ? batch::OnError::Stop : batch::OnError::Row;
}

void set_formats(batch::Options& options, const Given& given) {
  const std::string from = word_of(given, "from");
  const std::string to = word_of(given, "to");
  const auto format = [](const std::string& word) {
    return word == "csv" ? batch::Format::Csv : batch::Format::Ndjson;
  };
  options.sniff = from.empty();
  options.from = format(from);
  options.to_as_from = to.empty();
  options.to = to.empty() ? options.from : format(to);
  if (!options.full) {
    return;
  }

  if (to == "csv") {
    throw Error(ErrorCode::Usage, "a whole estimate does not fit in a CSV row", "use --to ndjson with --full", "full");
  }
  options.to_as_from = false;
  options.to = batch::Format::Ndjson;
}

batch::Options options_of(const Given& given) {
  batch::Options options;
  options.full = given.has("full");
  options.hourly = given.has("hourly");
  set_formats(options, given);
  options.find_delimiter = !given.has("delimiter");
  options.delimiter = options.find_delimiter ? ',' : delimiter_of(given);
  options.fields = fields_of(given);
  require_once(options.fields, "fields");
  options.fields_by_default = !given.has("fields");
  options.keep = names_of(given, "keep");
  require_keepable(options);
  options.map = map_of(given);
  set_team(options, given);
  options.refuse_unknown = word_of(given, "unknown") == "refuse";
  options.on_error = on_error_of(given);
  options.jobs = jobs_of(given);
  options.line_buffered = given.has("line_buffered");
  return options;
}

int open_input(const Given& given) {
  const std::string path = given.text("input");
  if (path.empty() || path == "-") {
    return STDIN_FILENO;
  }
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat status {};
  if (file < 0 || (::fstat(file, &status) == 0 && S_ISDIR(status.st_mode))) {
    throw Error(ErrorCode::Io, shown(path) + " cannot be read: " + std::strerror(file < 0 ? errno : EISDIR),
                "check the path and its permissions", path);
  }
  return file;
}

std::uint64_t size_of(int file) {
  struct stat status {};
  return ::fstat(file, &status) == 0 && S_ISREG(status.st_mode) ? static_cast<std::uint64_t>(status.st_size) : 0;
}

bool shows_progress(const Given& given) {
  const bool at_terminal = isatty(STDERR_FILENO) != 0 && isatty(STDOUT_FILENO) == 0;
  return given.choice("progress").value_or(at_terminal);
}

void show_summary(const batch::Summary& summary) {
  const auto count = [](std::uint64_t rows) { return output::grouped(static_cast<std::int64_t>(rows)); };
  const std::string lost = summary.unwritten == 0 ? "" : ", " + count(summary.unwritten) + " not written";
  tell(formatted("{}{} rows in: {} answered, {} with an error, {} skipped{}\n",
                 Interrupt::came() ? "interrupted; " : "", count(summary.rows_in), count(summary.answered),
                 count(summary.errors), count(summary.skipped), lost));
  if (!summary.columns.empty()) {
    tell("columns: " + printable(summary.columns) + "\n");
  }
}

/// What the team is paid: for people on standard error, for programs in a file.
void show_team(const Given& given, const Dataset& data, const batch::Summary& summary) {
  if (!summary.team) {
    return;
  }
  const output::Result team =
      output::team({data, *summary.team, summary.rows_in, summary.answered}, screen(given.text("color"), true));
  if (given.has("summary")) {
    tell("\n" + team.in("text"));
  }
  if (given.has("summary_to")) {
    write_output(team.in("json"), given.text("summary_to"));
  }
}

int exit_code(const batch::Summary& summary, bool closed) {
  constexpr int interrupted_code = 130;
  if (Interrupt::came()) {
    return interrupted_code;
  }
  return summary.answered == summary.rows_in || closed ? 0 : 1;
}

int run(const Given& given) {
  const batch::Options options = options_of(given);
  const Dataset data = dataset_of(given);
  const Model model(data);
  const int file = open_input(given);
  const Interrupt interrupt;
  OutputStream out(given.text("output"));
  Progress progress(shows_progress(given), size_of(file));
  const bool tells = !given.has("quiet");
  batch::Summary latest;
  std::atomic<bool> closed = false;
  const batch::Ends ends{file,
                         [&](std::string_view text) {
                           out.write(text);
                           closed = out.closed();
                         },
                         [&] { return Interrupt::came() || closed; }, interrupt.wake(),
                         [&](const batch::Summary& summary, std::uint64_t bytes) {
                           latest = summary;
                           progress.show(summary.rows_in, bytes);
                         }};
  try {
    latest = batch::run(model, options, ends);
  } catch (const Error& error) {
    progress.clear();
    if (tells && error.code() != ErrorCode::Usage) {
      show_summary(latest);
    }
    throw;
  } catch (...) {
    progress.clear();
    throw;
  }
  progress.clear();
  if (!Interrupt::came()) {
    out.commit();
  }
  if (tells && !out.closed()) {
    show_summary(latest);
  }
  show_team(given, data, latest);
  return exit_code(latest, out.closed());
}

}  // namespace

const CommandSpec batch_command{
    .name = "batch",
    .about = "Many people at once: a row in, an estimate out (NDJSON or CSV)",
    .notes =
        "Keys and columns are named like the options of estimate: role, level, cert, years, education, state, "
        "metro, county, remote, "
        "setting, skill, as_of, release, pay. Headings are understood as people write them (Job Title, Years of "
        "Service, Location, Base Salary); --map covers the rest.",
    .examples =
        "  hisalary batch team.csv --keep Name,Department --summary --by Department -o standing.csv\n"
        "  hisalary batch payroll.csv --keep employee -o priced.csv\n"
        "  hisalary batch --jobs 2 < people.ndjson > estimates.ndjson\n"
        "  parallel --pipe --keep-order hisalary batch --jobs 1 < people.ndjson",
    .options =
        [] {
          return OptionLists{help_option(), own_options, dataset_option(), output_options()};
        },
    .run = run,
};

}  // namespace hisalary::cli
