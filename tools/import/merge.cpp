// SPDX-License-Identifier: MIT
#include "merge.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>
#include <tuple>

#include "base/number.hpp"
#include "changes.hpp"
#include "hisalary/error.hpp"
#include "write/rows.hpp"

namespace hisalary::import {
namespace {

constexpr const char* nation_file = "wages_nation.json";
constexpr const char* industry_file = "wages_industries.json";
constexpr const char* area_file = "wages_areas.json";

constexpr std::array<std::pair<Scope, const char*>, 4> whole_release{{
    {Scope::Nation, "the nation (national_M)"},
    {Scope::State, "states (state_M)"},
    {Scope::Metropolitan, "metropolitan areas (MSA_M)"},
    {Scope::Nonmetropolitan, "nonmetropolitan areas (BOS_M)"},
}};

std::string may(std::int32_t year) { return std::to_string(year) + "-05"; }

std::int32_t year_of(Text month) { return std::stoi(std::string(month.substr(0, 4))); }

/// Every "May 2025" of a text becomes "May 2026".
std::string with_year(std::string text, std::int32_t from, std::int32_t to) {
  const std::string old = "May " + std::to_string(from);
  for (auto at = text.find(old); at != std::string::npos; at = text.find(old, at + old.size())) {
    text.replace(at, old.size(), "May " + std::to_string(to));
  }
  return text;
}

/// The ranges of a file as it has them, in its order; that of the release reaches to the year.
std::string ranges_of(std::string_view bytes, std::int32_t year) {
  auto ranges = nlohmann::ordered_json::parse(bytes).at("ranges");
  if (ranges.contains("release")) {
    ranges["release"][0] = std::min(ranges["release"][0].get<std::int32_t>(), year);
    ranges["release"][1] = std::max(ranges["release"][1].get<std::int32_t>(), year);
  }
  std::string out;
  for (const auto& [key, pair] : ranges.items()) {
    out += (out.empty() ? "" : ", ") + write::in_quotes(key) + ": [" + number_text(pair[0].get<double>()) + ", " +
           number_text(pair[1].get<double>()) + "]";
  }
  return "{" + out + "}";
}

class Merge {
 public:
  Merge(const data::LoadedSet& set, std::int32_t year, const std::vector<Wages>& wages)
      : set_(set), year_(year), held_(year_of(set.tables.info[0].release)) {
    for (const auto& row : wages) {
      add(row);
    }
  }

  Merged run() {
    check_whole();
    if (has(Scope::Nation)) {
      nation();
    }
    if (has(Scope::Sector) || has(Scope::Ownership)) {
      industries();
    }
    if (has(Scope::State) || has(Scope::Metropolitan) || has(Scope::Nonmetropolitan)) {
      areas();
    }
    if (year_ > held_) {
      new_release();
    }
    check();
    return {std::move(files_), std::move(report_)};
  }

 private:
  [[nodiscard]] bool has(Scope scope) const { return scopes_.contains(scope); }

  void add(const Wages& row) {
    scopes_.insert(row.scope);
    const auto [it, is_new] = rows_.emplace(std::tuple(row.scope, row.place, row.soc), &row);
    const Wages& first = *it->second;
    const auto same = [](const Published& a, const Published& b) { return a.amount == b.amount && a.mark == b.mark; };
    if (!is_new && !(std::ranges::equal(first.pay, row.pay, same) && same(first.employment, row.employment))) {
      throw Error(ErrorCode::BadData,
                  row.from + ": " + row.soc + " in " + row.title + " differs from " + first.from + ", the same cell",
                  "import the workbooks of one release only");
    }
  }

  /// Past releases may be filled in by file; a new one comes whole, so that no answer mixes two.
  void check_whole() const {
    if (year_ <= held_) {
      return;
    }
    std::string missing;
    for (const auto& [scope, name] : whole_release) {
      if (!has(scope)) {
        missing += (missing.empty() ? "" : ", ") + std::string(name);
      }
    }
    if (!missing.empty()) {
      throw Error(ErrorCode::BadData,
                  "the data hold May " + std::to_string(held_) + ", and of May " + std::to_string(year_) +
                      " a part is missing: " + missing,
                  "name the workbooks of a new release together: national, state, MSA and BOS; or all_data");
    }
  }

  template <class Record> static std::set<Text> occupations_in(List<Record> rows) {
    std::set<Text> all;
    for (const auto& row : rows) {
      all.insert(row.soc);
    }
    return all;
  }

  [[nodiscard]] write::Envelope envelope(const char* path) const {
    const auto block = std::ranges::find(set_.tables.blocks, Text(path), &Block::path);
    write::Envelope envelope;
    envelope.name = block->path.substr(0, block->path.find('.'));
    envelope.about = block->about;
    envelope.source = block->from.source;
    envelope.at = block->from.at;
    envelope.as_of = block->from.as_of;
    envelope.grade = data::to_name(data::grade_names, block->from.grade);
    envelope.ranges = ranges_of(set_.contents.at(path), year_);
    return envelope;
  }

  void put(const char* path, const std::string& bytes) {
    if (set_.contents.at(path) != bytes) {
      files_[path] = bytes;
    }
  }

  void tell(const std::string& path, const std::string& than, const CellsByName& before, const CellsByName& after) {
    report_ += path + ", May " + std::to_string(year_) + " against " + than + "\n" + changes(before, after);
  }

  void nation() {
    const auto held = set_.tables.nation_wages;
    std::vector<NationWage> rows(held.begin(), held.end());
    std::erase_if(rows, [&](const NationWage& row) { return row.release == year_; });
    const auto older = [&](const NationWage& row) { return row.release < year_; };
    std::int32_t before_year = 0;
    for (const auto& row : rows) {
      before_year = older(row) ? std::max(before_year, row.release) : before_year;
    }
    CellsByName before;
    for (const auto& row : rows) {
      if (row.release == before_year) {
        before[std::string(row.soc)] = row.pay;
      }
    }
    CellsByName after;
    const auto kept = occupations_in(held);
    const std::int32_t newest = rows.empty() ? year_ : rows.back().release;
    for (const auto& [key, row] : rows_) {
      if (row->scope == Scope::Nation && kept.contains(row->soc)) {
        rows.push_back({year_, row->soc, row->employment, row->employment_rse, row->mean, row->mean_rse, row->pay, {}});
        after[row->soc] = row->pay;
      }
    }
    std::ranges::sort(rows, {}, [](const NationWage& row) { return std::tuple(row.release, row.soc); });
    auto head = envelope(nation_file);
    if (year_ > year_of(head.as_of)) {
      head.about = with_year(head.about, newest, year_);
      head.at = with_year(head.at, newest, year_);
      head.source = source_id();
      head.as_of = may(year_);
    }
    tell(nation_file, "May " + std::to_string(before_year), before, after);
    put(nation_file, write::file(head, rows));
  }

  static bool is_ownership(Text naics) { return naics == "000001" || naics == "999001"; }

  [[nodiscard]] CellsByName industry_cells(std::int32_t year, const std::vector<IndustryWage>& rows) const {
    CellsByName cells;
    for (const auto& row : rows) {
      if (row.release == year && has(is_ownership(row.naics) ? Scope::Ownership : Scope::Sector)) {
        cells[std::string(row.soc) + ", " + std::string(row.title)] = row.pay;
      }
    }
    return cells;
  }

  void industries() {
    const auto held = set_.tables.industry_wages;
    std::vector<IndustryWage> rows(held.begin(), held.end());
    std::int32_t before_year = 0;
    std::int32_t newest = 0;
    for (const auto& row : rows) {
      const bool comparable = row.release < year_ && has(is_ownership(row.naics) ? Scope::Ownership : Scope::Sector);
      before_year = comparable ? std::max(before_year, row.release) : before_year;
      newest = is_ownership(row.naics) ? newest : std::max(newest, row.release);
    }
    const CellsByName before = industry_cells(before_year, rows);
    std::erase_if(rows, [&](const IndustryWage& row) {
      return row.release == year_ && has(is_ownership(row.naics) ? Scope::Ownership : Scope::Sector);
    });
    const auto kept = occupations_in(held);
    for (const auto& [key, row] : rows_) {
      const bool industry = row->scope == Scope::Sector || row->scope == Scope::Ownership;
      if (industry && kept.contains(row->soc)) {
        rows.push_back({year_, row->place, row->title, row->ownership, row->soc, row->employment, row->employment_rse,
                        row->mean, row->mean_rse, row->pay});
      }
    }
    std::ranges::sort(rows, {}, [](const IndustryWage& row) { return std::tuple(row.release, row.soc, row.naics); });
    auto head = envelope(industry_file);
    if (has(Scope::Sector) && year_ > newest) {
      head.about = with_year(head.about, newest, year_);
    }
    head.as_of = std::max(head.as_of, may(year_));
    tell(industry_file, "May " + std::to_string(before_year), before, industry_cells(year_, rows));
    put(industry_file, write::file(head, rows));
  }

  /// Of our areas, by code.
  [[nodiscard]] const Area* area(Text code) const {
    const auto it = std::ranges::find(set_.tables.areas, code, &Area::code);
    return it == set_.tables.areas.end() ? nullptr : &*it;
  }

  static Scope scope_of(AreaKind kind) {
    if (kind == AreaKind::Metropolitan) {
      return Scope::Metropolitan;
    }
    return kind == AreaKind::Nonmetropolitan ? Scope::Nonmetropolitan : Scope::State;
  }

  void check_areas() const {
    std::string unknown;
    std::size_t count = 0;
    constexpr std::size_t most_named = 30;
    Text last;
    for (const auto& [key, row] : rows_) {
      const bool in_area = row->scope >= Scope::State;
      if (in_area && area(row->place) == nullptr && row->place != last) {
        last = row->place;
        const char* kind = row->scope == Scope::Metropolitan ? "metropolitan" : "nonmetropolitan";
        unknown += ++count > most_named ? std::string()
                                        : "\n{\"code\": " + write::in_quotes(row->place) + ", \"kind\": \"" + kind +
                                              "\", \"title\": " + write::in_quotes(row->title) + ", \"states\": [" +
                                              write::in_quotes(row->state) + "]},";
      }
    }
    if (count != 0) {
      throw Error(ErrorCode::BadData, "areas.json lacks " + std::to_string(count) + " of the workbook's areas",
                  "add their rows, with every state that each lies in, the principal one first:" + unknown,
                  "areas.json");
    }
  }

  [[nodiscard]] std::string area_name(Text code, Text soc) const {
    return std::string(soc) + ", " + std::string(area(code)->title);
  }

  void areas() {
    auto head = envelope(area_file);
    const std::int32_t before_year = year_of(head.as_of);
    if (year_ < before_year) {
      throw Error(
          ErrorCode::BadData,
          "wages_areas.json holds May " + std::to_string(before_year) + ", newer than May " + std::to_string(year_),
          "it holds one release; import the newest");
    }
    check_areas();
    std::vector<AreaWage> rows;
    CellsByName before;
    for (const auto& row : set_.tables.area_wages) {
      if (has(scope_of(area(row.area)->kind))) {
        before[area_name(row.area, row.soc)] = row.pay;
      } else {
        rows.push_back(row);
      }
    }
    CellsByName after;
    const auto kept = occupations_in(set_.tables.area_wages);
    for (const auto& [key, row] : rows_) {
      if (row->scope >= Scope::State && kept.contains(row->soc)) {
        rows.push_back({row->place, row->soc, row->employment, row->mean, row->pay});
        after[area_name(row->place, row->soc)] = row->pay;
      }
    }
    std::ranges::sort(rows, {}, [](const AreaWage& row) { return std::tuple(row.area, row.soc); });
    if (rows_of_own_workbooks()) {
      head.about =
          "Employment (jobs), annual mean and percentile wages (dollars) by occupation in states, territories, "
          "metropolitan and nonmetropolitan areas, May " +
          std::to_string(year_) + "; null is a value that is not published.";
      head.at = "workbooks state_M{year}_dl.xlsx, MSA_M{year}_dl.xlsx and BOS_M{year}_dl.xlsx";
      head.grade = "A";
      head.source = year_ > before_year ? source_id() : head.source;
      head.as_of = may(year_);
    }
    tell(area_file, "May " + std::to_string(before_year), before, after);
    put(area_file, write::file(head, rows));
  }

  /// Whether all of the areas' rows are read from BLS's workbooks now.
  [[nodiscard]] bool rows_of_own_workbooks() const {
    return has(Scope::State) && has(Scope::Metropolitan) && has(Scope::Nonmetropolitan);
  }

  [[nodiscard]] std::string source_id() const { return "bls-oews-" + std::to_string(year_); }

  /// dataset.json names the release, sources.json what it is.
  void new_release() {
    const std::string month = may(year_);
    const std::string quarter = std::to_string(year_) + "Q2";
    std::vector<DatasetInfo> info(set_.tables.info.begin(), set_.tables.info.end());
    info[0].release = month;
    info[0].release_quarter = quarter;
    put("dataset.json", write::file(envelope("dataset.json"), info));

    std::vector<Source> sources(set_.tables.sources.begin(), set_.tables.sources.end());
    const std::string id = source_id();
    const std::string title =
        "Occupational Employment and Wage Statistics, May " + std::to_string(year_) + ": nation, states and areas";
    if (std::ranges::find(sources, Text(id), &Source::id) == sources.end()) {
      const auto before = std::ranges::find_if(sources, [](const Source& s) { return s.id.starts_with("bls-oews-"); });
      sources.insert(before, {id, "U.S. Bureau of Labor Statistics", title, month, "https://www.bls.gov/oes/", Grade::A,
                              "Read in BLS's own workbooks."});
    }
    put("sources.json", write::file(envelope("sources.json"), sources));
    report_ += "dataset.json, sources.json: the release is May " + std::to_string(year_) + "\n";
  }

  /// The set as it will be, read by the reader that every set goes through.
  void check() const {
    auto contents = set_.contents;
    for (const auto& [path, bytes] : files_) {
      contents[path] = bytes;
    }
    const auto checked = data::read_set(std::move(contents));
  }

  const data::LoadedSet& set_;
  std::int32_t year_;
  std::int32_t held_;
  std::set<Scope> scopes_;
  std::map<std::tuple<Scope, std::string, std::string>, const Wages*> rows_;
  std::map<std::string, std::string> files_;
  std::string report_;
};

}  // namespace

Merged merge(const data::LoadedSet& set, std::int32_t year, const std::vector<Wages>& wages) {
  return Merge(set, year, wages).run();
}

}  // namespace hisalary::import
