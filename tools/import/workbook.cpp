// SPDX-License-Identifier: MIT
#include "workbook.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <set>

#include "base/suggest.hpp"
#include "base/text.hpp"
#include "hisalary/error.hpp"
#include "xml.hpp"

namespace hisalary::import {
namespace {

constexpr std::size_t most_text = std::size_t{64} << 20;  // of all shared texts together
constexpr std::size_t most_texts = std::size_t{1} << 20;
constexpr std::size_t most_cell = 4096;
constexpr std::size_t most_kept = std::size_t{1} << 16;  // rows of the occupations wanted
constexpr std::size_t most_columns = 256;
constexpr std::size_t most_rows = std::size_t{1} << 21;
constexpr std::size_t most_sheets = 64;

constexpr std::array<std::string_view, 26> needed{
    "AREA",      "AREA_TITLE", "AREA_TYPE", "PRIM_STATE", "NAICS",   "NAICS_TITLE", "I_GROUP",   "OWN_CODE", "OCC_CODE",
    "OCC_TITLE", "O_GROUP",    "TOT_EMP",   "EMP_PRSE",   "H_MEAN",  "A_MEAN",      "MEAN_PRSE", "H_PCT10",  "H_PCT25",
    "H_MEDIAN",  "H_PCT75",    "H_PCT90",   "A_PCT10",    "A_PCT25", "A_MEDIAN",    "A_PCT75",   "A_PCT90"};

[[noreturn]] void too_large(const std::string& what) {
  throw Error(ErrorCode::BadData, what, "no workbook of BLS has so much; is it the right file?");
}

/// xl/workbook.xml: the sheets' names and the ids of where they are.
struct SheetList : XmlHandler {
  std::vector<std::pair<std::string, std::string>> sheets;

  void start(std::string_view element, const Attributes& attributes) override {
    const auto name = attributes.find("name");
    const auto id = attributes.find("id");
    if (element == "sheet" && name != attributes.end() && id != attributes.end()) {
      if (sheets.size() == most_sheets) {
        too_large("there are more than 64 sheets");
      }
      sheets.emplace_back(name->second, id->second);
    }
  }
};

/// xl/_rels/workbook.xml.rels: the member of the archive by id.
struct Targets : XmlHandler {
  std::map<std::string, std::string, std::less<>> members;

  void start(std::string_view element, const Attributes& attributes) override {
    const auto id = attributes.find("Id");
    const auto target = attributes.find("Target");
    if (element == "Relationship" && id != attributes.end() && target != attributes.end()) {
      const std::string& path = target->second;
      members[id->second] = path.starts_with('/') ? path.substr(1) : "xl/" + path;
    }
  }
};

/// xl/sharedStrings.xml: texts that cells name by their number.
struct SharedTexts : XmlHandler {
  std::vector<std::string> texts;

  void start(std::string_view element, const Attributes&) override {
    if (element == "si") {
      if (texts.size() == most_texts) {
        too_large("the workbook has more than a million texts");
      }
      texts.emplace_back();
    }
    phonetic_ = phonetic_ || element == "rPh";
    inside_ = element == "t" && !texts.empty() && !phonetic_;
  }
  void text(std::string_view part) override {
    if (inside_) {
      texts.back() += part;
      size_ += part.size();
      if (size_ > most_text) {
        too_large("the texts of the workbook add up to more than 64 MiB");
      }
    }
  }
  void end(std::string_view element) override {
    inside_ = false;
    phonetic_ = phonetic_ && element != "rPh";
  }

 private:
  bool inside_ = false;
  bool phonetic_ = false;
  std::size_t size_ = 0;
};

/// The number of a column: A is 0, AA is 26.
std::size_t column_of(std::string_view reference) {
  std::size_t column = 0;
  for (const char c : reference) {
    if (c < 'A' || c > 'Z') {
      break;
    }
    column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
    if (column > most_columns) {
      too_large("a row has more than 256 columns");
    }
  }
  return column == 0 ? 0 : column - 1;
}

/// Cells of one sheet, a row at a time.
class Sheet : public XmlHandler {
 public:
  using Cells = std::vector<std::string>;

  Sheet(const std::vector<std::string>& texts, std::function<void(std::size_t, const Cells&)> row)
      : texts_(texts), row_(std::move(row)) {}

  void start(std::string_view element, const Attributes& attributes) override {
    if (element == "row") {
      if (++number_ > most_rows) {
        too_large("a sheet has more than two million rows");
      }
      cells_.clear();
      column_ = 0;
    } else if (element == "c") {
      const auto reference = attributes.find("r");
      const auto type = attributes.find("t");
      column_ = reference == attributes.end() ? column_ : column_of(reference->second);
      shared_ = type != attributes.end() && type->second == "s";
      value_.clear();
    }
    inside_ = element == "v" || element == "t";
  }

  void text(std::string_view part) override {
    if (inside_) {
      value_ += part;
      if (value_.size() > most_cell) {
        too_large("a cell holds more than 4,096 bytes");
      }
    }
  }

  void end(std::string_view element) override {
    inside_ = false;
    if (element == "c") {
      keep_cell();
    } else if (element == "row") {
      row_(number_, cells_);
    }
  }

 private:
  void keep_cell() {
    if (column_ >= most_columns) {
      too_large("a row has more than 256 columns");
    }
    if (cells_.size() <= column_) {
      cells_.resize(column_ + 1);
    }
    cells_[column_++] = trimmed(shared_ ? shared_text().substr(0, most_cell) : value_);
  }

  [[nodiscard]] std::string_view shared_text() const {
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(value_.data(), value_.data() + value_.size(), index);
    if (error != std::errc() || end != value_.data() + value_.size() || index >= texts_.size()) {
      throw Error(ErrorCode::BadData,
                  "row " + std::to_string(number_) + " names a text that the workbook does not have",
                  "the workbook is damaged; download it again");
    }
    return texts_[index];
  }

  const std::vector<std::string>& texts_;
  std::function<void(std::size_t, const Cells&)> row_;
  Cells cells_;
  std::string value_;
  std::size_t number_ = 0;
  std::size_t column_ = 0;
  bool shared_ = false;
  bool inside_ = false;
};

/// The first year from 2000 to 2099 in a text.
std::optional<std::int32_t> year_in(std::string_view text) {
  const auto is_digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
  for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
    const bool alone = (i == 0 || !is_digit(i - 1)) && !is_digit(i + 4);
    if (alone && text.substr(i, 2) == "20" && is_digit(i + 2) && is_digit(i + 3)) {
      return 2000 + (text[i + 2] - '0') * 10 + (text[i + 3] - '0');
    }
  }
  return {};
}

/// What the sheets are read into.
class Reading {
 public:
  Reading(const std::function<bool(std::string_view)>& wanted, Workbook& book) : wanted_(wanted), book_(book) {}

  void begin(const std::string& sheet) {
    sheet_ = sheet;
    header_.clear();
  }

  void row(std::size_t number, const Sheet::Cells& cells) {
    if (number == 1 && std::ranges::find(cells, "OCC_CODE") != cells.end()) {
      take_header(cells);
    } else if (header_.empty()) {
      look_for_year(cells);
    } else {
      take_row(number, cells);
    }
  }

  void finish() const {
    if (!found_) {
      throw Error(ErrorCode::BadData, book_.name + ": no sheet has a column OCC_CODE in its first row",
                  "this reads BLS's own workbooks of wages: national, natsector, state, MSA, BOS or all_data");
    }
    if (years_.size() != 1) {
      std::string all;
      for (const auto year : years_) {
        all += (all.empty() ? "" : " and ") + std::to_string(year);
      }
      throw Error(ErrorCode::BadData,
                  book_.name + (all.empty() ? ": its sheets do not say which May it is of"
                                            : ": its sheets speak of several years: " + all),
                  "BLS's own workbook names its year in the sheets; download it again");
    }
    book_.year = *years_.begin();
  }

 private:
  void take_header(const Sheet::Cells& cells) {
    if (found_) {
      throw Error(ErrorCode::BadData, "two sheets have a column OCC_CODE", "one sheet has the wages");
    }
    found_ = true;
    header_ = cells;
    occupation_ = static_cast<std::size_t>(std::ranges::find(header_, "OCC_CODE") - header_.begin());
    std::vector<std::string_view> known;
    for (const auto& name : header_) {
      if (!name.empty() && std::ranges::find(known, name) != known.end()) {
        throw Error(ErrorCode::BadData, "the column " + shown(name) + " is there twice", "each column has one name");
      }
      known.push_back(name);
    }
    for (const auto column : needed) {
      if (std::ranges::find(known, column) == known.end()) {
        const auto near = nearest(column, known);
        throw Error(ErrorCode::BadData, "there is no column " + std::string(column),
                    near.empty() ? "BLS's workbooks have it" : "the nearest is " + shown(near));
      }
    }
    if (const auto year = year_in(sheet_)) {
      years_.insert(*year);
    }
  }

  void look_for_year(const Sheet::Cells& cells) {
    for (const auto& cell : cells) {
      const bool title =
          cell.size() < most_cell && cell.starts_with("May ") && cell.find("Estimates") != std::string::npos;
      if (const auto year = title ? year_in(cell) : std::nullopt) {
        years_.insert(*year);
      }
    }
  }

  void take_row(std::size_t number, const Sheet::Cells& cells) {
    if (occupation_ >= cells.size() || !wanted_(cells[occupation_])) {
      return;
    }
    if (book_.rows.size() == most_kept) {
      too_large("more than 65,536 rows are of the occupations asked for");
    }
    SheetRow row{number, {}};
    for (std::size_t i = 0; i < std::min(cells.size(), header_.size()); ++i) {
      if (!cells[i].empty() && std::ranges::find(needed, header_[i]) != needed.end()) {
        row.cells.emplace(header_[i], cells[i]);
      }
    }
    book_.rows.push_back(std::move(row));
  }

  const std::function<bool(std::string_view)>& wanted_;
  Workbook& book_;
  std::string sheet_;
  Sheet::Cells header_;
  std::size_t occupation_ = 0;
  std::set<std::int32_t> years_;
  bool found_ = false;
};

}  // namespace

Workbook read_workbook(const std::filesystem::path& path, const std::function<bool(std::string_view)>& wanted) {
  const Archive archive(path);
  SheetList list;
  parse_xml(archive, "xl/workbook.xml", list);
  Targets targets;
  parse_xml(archive, "xl/_rels/workbook.xml.rels", targets);
  SharedTexts shared;
  const bool has_shared =
      std::ranges::any_of(targets.members, [](const auto& member) { return member.second == "xl/sharedStrings.xml"; });
  if (has_shared) {
    parse_xml(archive, "xl/sharedStrings.xml", shared);
  }

  Workbook book;
  book.name = archive.name();
  Reading reading(wanted, book);
  for (const auto& [name, id] : list.sheets) {
    const auto target = targets.members.find(id);
    if (target == targets.members.end()) {
      throw Error(ErrorCode::BadData, book.name + ": the sheet " + shown(name) + " is missing", "download it again");
    }
    reading.begin(name);
    Sheet sheet(shared.texts, [&](std::size_t number, const Sheet::Cells& cells) { reading.row(number, cells); });
    parse_xml(archive, target->second, sheet);
  }
  reading.finish();
  return book;
}

}  // namespace hisalary::import
