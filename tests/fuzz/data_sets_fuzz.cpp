// SPDX-License-Identifier: MIT
// A small data set with some bytes changed: it is refused in words, or every command can use it.
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "advise/career.hpp"
#include "advise/general_schedule.hpp"
#include "advise/outlook.hpp"
#include "advise/whatif.hpp"
#include "audit/areas.hpp"
#include "audit/figures.hpp"
#include "audit/observed.hpp"
#include "data/tables.hpp"
#include "fuzz.hpp"
#include "output/listing.hpp"
#include "query/question.hpp"

using namespace hisalary;
using nlohmann::json;

namespace {

/// Few areas, so that a set is read in a moment.
bool is_kept(const json& row) {
  static const std::set<std::string> kept{"US", "CA", "TX", "IL", "AK", "PR", "41860", "19100", "44100", "0200006"};
  const auto known = [](const json& text) {
    return text.get<std::string>().size() > 12 || kept.contains(text.get<std::string>());
  };
  for (const char* const key : {"area", "state"}) {
    if (row.contains(key) && !known(row[key])) {
      return false;
    }
  }
  for (const char* const key : {"areas", "states"}) {
    if (row.contains(key) && !std::ranges::all_of(row[key], known)) {
      return false;
    }
  }
  return !row.contains("kind") || !row.contains("code") || known(row["code"]);
}

std::map<std::string, std::string> small_set() {
  std::map<std::string, std::string> files;
  std::set<std::string> records;
  for (const auto& file : fuzz::model().dataset().files()) {
    json document = json::parse(file.bytes);
    json rows = json::array();
    for (const json& row : document["rows"]) {
      if (is_kept(row) && (!row.contains("record") || records.contains(row["record"].get<std::string>()))) {
        rows.push_back(row);
      }
      if (file.path == "evidence/observed_pay.json" && is_kept(row)) {
        records.insert(row["id"].get<std::string>());
      }
    }
    document["rows"] = rows;
    files[std::string(file.path)] = document.dump();
  }
  return files;
}

/// Edits: a file, a place in it, how many bytes go, how many come, these.
std::map<std::string, std::string> edited(std::span<const std::uint8_t> bytes) {
  static const auto base = small_set();
  auto files = base;
  const auto take = [&](int count) {
    std::size_t value = 0;
    for (; count > 0 && !bytes.empty(); --count) {
      value = value << 8U | bytes[0];
      bytes = bytes.subspan(1);
    }
    return value;
  };
  while (!bytes.empty()) {
    std::string& text = std::next(files.begin(), static_cast<std::ptrdiff_t>(take(1) % files.size()))->second;
    const std::size_t at = take(3) % (text.size() + 1);
    const std::size_t gone = take(1);
    const std::size_t come = std::min(take(1), bytes.size());
    text.replace(at, gone, std::string(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(come)));
    bytes = bytes.subspan(come);
  }
  return files;
}

/// The set as a folder; only what an edit changed is written anew.
class Folder {
 public:
  Folder()
      : path_(std::filesystem::temp_directory_path() / ("hisalary-sets-" + std::to_string(::getpid()))),
        files_(edited({})) {
    for (const auto& [name, bytes] : files_) {
      write(name, bytes);
    }
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  [[nodiscard]] Dataset load(std::map<std::string, std::string> files) {
    for (const auto& [name, bytes] : files) {
      if (files_[name] != bytes) {
        write(name, bytes);
      }
    }
    files_ = std::move(files);
    return Dataset::load(path_);
  }

 private:
  void write(const std::string& name, const std::string& bytes) const {
    std::filesystem::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << bytes;
  }

  std::filesystem::path path_;
  std::map<std::string, std::string> files_;
};

/// What every command computes of a set; whatever it is refused with, it is no fault of the set.
template <class Use> void use(Use&& one) {
  try {
    one();
  } catch (const Error& error) {
    if (error.code() == ErrorCode::BadData || error.code() == ErrorCode::Io) {
      std::fprintf(stderr, "%s\n", error.what());
      std::abort();
    }
  }
}

void demand_pay(const Estimate& estimate) {
  for (std::size_t i = 0; i < estimate.pay.dollars.size(); ++i) {
    fuzz::demand(std::isfinite(estimate.pay.dollars[i]) && estimate.pay.dollars[i] > 0);
    fuzz::demand(i == 0 || estimate.pay.dollars[i - 1] <= estimate.pay.dollars[i]);
  }
  fuzz::demand(std::isfinite(estimate.market_percentile));
}

void use_all(const Dataset& dataset) {
  const Tables& tables = dataset.tables();
  const Model model(dataset);
  for (const auto& role : tables.roles) {
    for (const char* const state : {"", "CA"}) {
      use([&] {
        ProfileBuilder person(dataset);
        person.with(role).with(Years(6));
        if (*state != '\0') {
          person.with(Fact::State, state);
        }
        demand_pay(model.estimate(person.build()));
      });
    }
  }
  use([&] {
    demand_pay(
        model.estimate(ProfileBuilder(dataset).with(Fact::Credentials, "RHIA").with(Fact::Metro, "41860").build()));
  });
  const auto person = [&] { return ProfileBuilder(dataset).with(Fact::Role, "medical-coder").build().facts(); };
  use([&] { (void)advise::what_if(model, person(), {}); });
  use([&] { (void)advise::career(model, person(), 30, advise::default_path(tables, *person().role)); });
  use([&] { (void)advise::outlook_of(tables, nullptr); });
  use([&] {
    const auto place = advise::find_locality(tables, "");
    const auto grid =
        advise::gs_grid(tables, tables.gs_grades.empty() ? 2026 : tables.gs_grades[0].year, *place.locality);
    (void)advise::gs_estimate(model, advise::gs_series[0], grid, nullptr);
    (void)advise::gs_advertisements(tables);
  });
  use([&] { (void)audit::check_figures(model); });
  use([&] { (void)audit::check_observed(tables); });
  use([&] { (void)audit::leave_areas_out(tables); });
  for (const auto what : output::list_names) {
    use([&] { (void)output::listing(dataset, what, {}).in("text"); });
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Folder folder;
  try {
    use_all(folder.load(edited({data, size})));
  } catch (const Error& error) {
    fuzz::demand(error.code() == ErrorCode::BadData && *error.what() != '\0');
  }
  return 0;
}
