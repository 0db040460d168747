// SPDX-License-Identifier: MIT
#include <algorithm>

#include "advise/parity.hpp"
#include "base/format.hpp"
#include "compare.hpp"
#include "data/tables.hpp"
#include "estimate.hpp"
#include "picture.hpp"

namespace hisalary::output {
namespace {

using advise::Comparison;

constexpr std::size_t wide_screen = 80;

/// Builds the page of one comparison.
class Card {
 public:
  Card(const Dataset& dataset, const Comparison& comparison, const Screen& screen)
      : tables_(dataset.tables()), all_(comparison), page_(screen) {
    for (const auto& cell : all_.cells) {
      labels_.push_back(cell_label(tables_, all_, cell));
    }
  }

  std::string text() {
    heading();
    if (all_.varied.size() == 2) {
      grid();
    }
    table();
    pictures();
    words();
    return page_.text();
  }

 private:
  void heading() {
    std::string who = person(tables_, all_.common);
    if (all_.varies("role")) {
      who = "Several roles" + who.substr(all_.common.role->title.size());
    }
    if (!all_.varies_place()) {
      who += ", " + place(all_.common);
    }
    std::string fields;
    for (const auto& varied : all_.varied) {
      fields += (fields.empty() ? "" : " and ") + (varied.field == "cert" ? "credential" : varied.field);
    }
    page_.paragraph("", who + ", by " + fields, Ink::Strong);
    page_.line();
  }

  [[nodiscard]] const advise::Cell& at(std::size_t row, std::size_t column) const {
    return all_.cells[row * all_.varied[1].values.size() + column];
  }

  /// Medians as a table of two dimensions, when the screen is wide enough.
  void grid() {
    const std::size_t columns_of_grid = all_.varied[1].values.size();
    std::vector<std::vector<std::string>> rows{{"median"}};
    std::size_t width = 0;
    for (std::size_t c = 0; c < columns_of_grid; ++c) {
      rows[0].push_back(value_label(tables_, all_.varied[1].field, at(0, c).estimate.profile));
    }
    for (std::size_t r = 0; r < all_.varied[0].values.size(); ++r) {
      rows.push_back({value_label(tables_, all_.varied[0].field, at(r, 0).estimate.profile)});
      for (std::size_t c = 0; c < columns_of_grid; ++c) {
        rows.back().push_back(money_.text(at(r, c).estimate.pay.p50()));
      }
    }
    for (std::size_t c = 0; c <= columns_of_grid; ++c) {
      std::size_t widest = 0;
      for (const auto& row : rows) {
        widest = std::max(widest, columns(row[c]));
      }
      width += widest + 2;
    }
    if (width <= page_.screen().width) {
      constexpr unsigned but_the_first = ~1U;
      page_.table(rows, but_the_first);
      page_.line();
    }
  }

  /// Nominal pay, with prices beside it when places differ and the screen has room for both; under it otherwise.
  void table() {
    const bool prices = all_.varies_place();
    const bool beside = prices && page_.screen().width >= wide_screen;
    std::vector<std::vector<std::string>> rows{{"", "p25", "median", "p75", "to the first"}};
    const std::int64_t first = money_.units(all_.cells[0].estimate.pay.p50());
    for (std::size_t i = 0; i < all_.cells.size(); ++i) {
      const auto& pay = all_.cells[i].estimate.pay;
      rows.push_back({labels_[i], money_.text(pay.p25()), money_.text(pay.p50()), money_.text(pay.p75()),
                      i == 0 ? "" : money_.change(money_.units(pay.p50()) - first)});
    }
    if (beside) {
      add_prices(rows);
    }
    constexpr unsigned but_the_first = ~1U;
    page_.table_or_blocks(rows, but_the_first);
    page_.line();
    if (prices && !beside) {
      std::vector<std::vector<std::string>> under{{""}};
      for (const auto& label : labels_) {
        under.push_back({label});
      }
      add_prices(under);
      page_.table(under, but_the_first);
      page_.line();
    }
  }

  void add_prices(std::vector<std::vector<std::string>>& rows) const {
    rows[0].insert(rows[0].end(), {"prices", "adjusted"});
    for (std::size_t i = 0; i < all_.cells.size(); ++i) {
      const auto& cell = all_.cells[i];
      const auto bought = advise::at_nations_prices(cell.estimate.pay.p50(), cell.parity);
      rows[i + 1].push_back(cell.parity ? formatted("{:.1f}", *cell.parity) : "");
      rows[i + 1].push_back(bought ? money_.text(*bought) : "");
    }
  }

  /// A label in so many columns, cut when it is longer.
  [[nodiscard]] std::string fitted(const std::string& label, std::size_t width) const {
    std::string out;
    std::size_t used = 0;
    const bool cut = columns(label) > width;
    for (const char byte : label) {
      const bool begins = (static_cast<unsigned char>(byte) & 0xc0U) != 0x80U;
      if (begins && cut && used + 2 >= width) {
        break;
      }
      used += begins ? 1 : 0;
      out += byte;
    }
    const std::string inked = page_.ink(Ink::Plain, out + (cut ? ".." : ""));
    return inked + std::string(width - used - (cut ? 2 : 0), ' ');
  }

  void pictures() {
    double low = all_.cells[0].estimate.pay.p10();
    double high = all_.cells[0].estimate.pay.p90();
    std::size_t longest = 0;
    for (std::size_t i = 0; i < all_.cells.size(); ++i) {
      low = std::min(low, all_.cells[i].estimate.pay.p10());
      high = std::max(high, all_.cells[i].estimate.pay.p90());
      longest = std::max(longest, columns(labels_[i]));
    }
    // Labels of a grid that would be cut could no longer be told apart: the first field then heads its rows.
    std::vector<std::string> names = labels_;
    const bool headed = all_.varied.size() == 2 && longest > page_.screen().width / 3;
    if (headed) {
      longest = 0;
      for (std::size_t i = 0; i < names.size(); ++i) {
        names[i] = "  " + value_label(tables_, all_.varied[1].field, all_.cells[i].estimate.profile);
        longest = std::max(longest, columns(names[i]));
      }
    }
    const std::size_t label = std::min(longest, page_.screen().width / 3);
    constexpr std::size_t widest = 70;
    constexpr std::size_t margins = 4;
    const Scale scale(low, high, std::min(widest, page_.screen().width - label - margins - 1));
    page_.line(std::string(label + margins, ' ') + scale_line(page_, scale, money_));
    for (std::size_t i = 0; i < all_.cells.size(); ++i) {
      if (headed && i % all_.varied[1].values.size() == 0) {
        page_.paragraph("  ", value_label(tables_, all_.varied[0].field, all_.cells[i].estimate.profile));
      }
      page_.line("  " + fitted(names[i], label) + "  " +
                 range_picture(page_, scale, all_.cells[i].estimate.pay, i == 0 ? Ink::Accent : Ink::Plain));
    }
    page_.line();
  }

  void words() {
    if (all_.varies_place()) {
      page_.paragraph("  prices     ", "all prices of the place, nation = 100 (" + advise::parity_publisher(tables_) +
                                           "); adjusted: the median at the nation's prices" + without_parity());
    }
    for (const auto& note : all_.notes) {
      page_.paragraph("  note       ", note);
    }
    if (caveats() || !all_.notes.empty() || all_.varies_place()) {
      page_.line();
    }
    const std::string& as_of = all_.cells[0].estimate.as_of;
    page_.paragraph("  ",
                    (as_of.starts_with("release") ? "Dollars of the " + as_of : "In " + as_of + " dollars") +
                        ", a year. The picture: p10 to p90, the typical half, the median. More of each: hisalary "
                        "estimate --explain",
                    Ink::Faint);
  }

  [[nodiscard]] std::string without_parity() const {
    std::string names;
    for (const auto& cell : all_.cells) {
      const std::string name =
          cell.estimate.profile.area != nullptr ? std::string(cell.estimate.profile.area->title) : "";
      if (!cell.parity && names.find(name) == std::string::npos) {
        names += (names.empty() ? "" : "; ") + name;
      }
    }
    return names.empty() ? "" : "; none is published for " + names;
  }

  /// Each caveat once, with what it is about unless that is everything. Returns whether there was any.
  bool caveats() {
    std::vector<std::string> texts;
    for (const auto& cell : all_.cells) {
      for (const auto& caveat : cell.estimate.caveats) {
        if (std::ranges::find(texts, caveat) == texts.end()) {
          texts.push_back(caveat);
        }
      }
    }
    constexpr std::size_t most = 8;
    for (std::size_t i = 0; i < std::min(most, texts.size()); ++i) {
      page_.paragraph("  caveat     ", about(texts[i]) + texts[i]);
    }
    if (texts.size() > most) {
      page_.paragraph("  caveat     ", std::to_string(texts.size() - most) + " more, of single rows, in --json");
    }
    return !texts.empty();
  }

  [[nodiscard]] std::string about(const std::string& caveat) const {
    std::vector<std::string> whose;
    for (std::size_t i = 0; i < all_.cells.size(); ++i) {
      const auto& own = all_.cells[i].estimate.caveats;
      if (std::ranges::find(own, caveat) != own.end()) {
        whose.push_back(labels_[i]);
      }
    }
    constexpr std::size_t few = 3;
    if (whose.size() == all_.cells.size() || whose.size() > few) {
      return "";
    }
    std::string out;
    for (const auto& label : whose) {
      out += (out.empty() ? "" : "; ") + label;
    }
    return out + ": ";
  }

  const Tables& tables_;
  const Comparison& all_;
  Page page_;
  Money money_{Period::Year};
  std::vector<std::string> labels_;
};

}  // namespace

std::string compare_text(const Dataset& dataset, const Comparison& comparison, const Screen& screen) {
  return Card(dataset, comparison, screen).text();
}

}  // namespace hisalary::output
