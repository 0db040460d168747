// SPDX-License-Identifier: MIT
#include "compare.hpp"

#include <algorithm>

#include "advise/parity.hpp"
#include "explain/standing.hpp"
#include "names.hpp"
#include "parts.hpp"
#include "picture.hpp"
#include "words.hpp"

namespace hisalary::output {
namespace {

using advise::Cell;
using advise::Comparison;

/// Screens with prices beside pay; on others they come under it.
constexpr std::size_t with_prices = 80;

std::string role_label(const Facts& profile) {
  if (profile.role == nullptr && profile.occupation == nullptr) {
    return std::string(work_title(profile));
  }
  if (profile.role == nullptr) {
    return std::string(profile.occupation->title) + " (" + std::string(profile.occupation->soc) + ")";
  }
  return std::string(profile.role->title) + (profile.level != nullptr ? ", " + std::string(profile.level->title) : "");
}

Members cell_of(const Tables& tables, const Comparison& all, const Cell& cell, const Money& money) {
  const auto& estimate = cell.estimate;
  const auto adjusted = advise::at_nations_prices(estimate.pay.p50(), cell.parity);
  const std::int64_t more = money.units(estimate.pay.p50()) - money.units(all.cells[0].estimate.pay.p50());
  Members values;
  for (std::size_t i = 0; i < all.varied.size(); ++i) {
    values.push_back({all.varied[i].field, cell.values[i]});
  }
  return {
      {"values", values},
      {"label", cell_label(tables, all, cell)},
      {"profile", profile_of(tables, estimate.profile)},
      {"pay", percentiles_of(money, estimate.pay)},
      {".more", &cell == &all.cells.front() ? Value() : change(money, more)},
      {"difference", amount(money, more)},
      {"price_parity", parity(cell.parity)},
      {"adjusted_p50", adjusted ? amount(money, *adjusted) : Value()},
      {"wages", name_of(estimate.market.kind)},
      {"confidence", name_of(estimate.confidence.level)},
      {"caveats", estimate.caveats},
  };
}

/// Medians as a table of two dimensions.
Table grid_of_medians(const Tables& tables, const Comparison& all, const Money& money) {
  const auto& [first, second] = std::tie(all.varied[0], all.varied[1]);
  const std::size_t width = second.values.size();
  Table grid{{left("row", "median")}, {}};
  for (std::size_t c = 0; c < width; ++c) {
    const Facts& profile = all.cells[c].estimate.profile;
    grid.columns.push_back(right(std::to_string(c), value_label(tables, second.field, profile)));
  }
  for (std::size_t r = 0; r < first.values.size(); ++r) {
    Members record{{"row", value_label(tables, first.field, all.cells[r * width].estimate.profile)}};
    for (std::size_t c = 0; c < width; ++c) {
      record.push_back({std::to_string(c), amount(money, all.cells[r * width + c].estimate.pay.p50())});
    }
    grid.records.emplace_back(std::move(record));
  }
  return grid;
}

/// Nominal pay, with prices beside it when places differ and the screen has room for both; under it otherwise.
void show_table(Page& page, const Comparison& all, const Values& cells) {
  Table pay{{left("label", ""), right("pay.p25", "p25"), right("pay.p50", "median"), right("pay.p75", "p75"),
             right(".more", "vs. " + cells.front().at("label").words())},
            cells,
            Narrow::BlocksIfSmall};
  const std::vector<Column> prices{right("price_parity", "cost of living"), right("adjusted_p50", "adjusted")};
  const bool beside = page.screen().width >= with_prices;
  if (all.varies_place() && beside) {
    pay.columns.insert(pay.columns.end(), prices.begin(), prices.end());
  }
  page.table(pay);
  page.line();
  if (all.varies_place() && !beside) {
    page.table({{left("label", ""), prices[0], prices[1]}, cells});
    page.line();
  }
}

/// A label in so many columns, cut when it is longer.
std::string fitted(const Page& page, const std::string& label, std::size_t width) {
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
  const std::string inked = page.ink(Ink::Plain, out + (cut ? ".." : ""));
  return inked + std::string(width - used - (cut ? 2 : 0), ' ');
}

std::size_t longest_of(const std::vector<std::string>& names) {
  std::size_t longest = 0;
  for (const std::string& name : names) {
    longest = std::max(longest, columns(name));
  }
  return longest;
}

/// A scale over all ranges, as wide as the screen leaves room for behind the labels.
Scale scale_of(const Comparison& all, std::size_t room, const Money& money) {
  double low = all.cells[0].estimate.pay.p10();
  double high = all.cells[0].estimate.pay.p90();
  for (const Cell& cell : all.cells) {
    low = std::min(low, cell.estimate.pay.p10());
    high = std::max(high, cell.estimate.pay.p90());
  }
  constexpr std::size_t widest = 70;
  return {low, high, std::min(widest, room), money.period()};
}

void show_pictures(Page& page, const Tables& tables, const Comparison& all, const Money& money) {
  std::vector<std::string> names;
  for (const Cell& cell : all.cells) {
    names.push_back(cell_label(tables, all, cell));
  }
  // Labels of a grid that would be cut could no longer be told apart: the first field then heads its rows.
  const std::size_t most = page.screen().width / 3;
  const bool headed = all.varied.size() == 2 && longest_of(names) > most;
  if (headed) {
    for (std::size_t i = 0; i < names.size(); ++i) {
      names[i] = "  " + value_label(tables, all.varied[1].field, all.cells[i].estimate.profile);
    }
  }

  const std::size_t label = std::min(longest_of(names), most);
  constexpr std::size_t margins = 4;
  const Scale scale = scale_of(all, page.screen().width - label - margins - 1, money);
  page.line(std::string(label + margins, ' ') + scale_line(page, scale, money));
  for (std::size_t i = 0; i < all.cells.size(); ++i) {
    const auto& estimate = all.cells[i].estimate;
    if (headed && i % all.varied[1].values.size() == 0) {
      page.say(value_label(tables, all.varied[0].field, estimate.profile));
    }
    page.line("  " + fitted(page, names[i], label) + "  " +
              range_picture(page, scale, estimate.pay, i == 0 ? Ink::Accent : Ink::Plain));
  }
  page.line();
}

/// The places without a price parity.
std::string without_parity(const Comparison& all) {
  std::string names;
  for (const Cell& cell : all.cells) {
    const Area* const area = cell.estimate.profile.area;
    const std::string name = area != nullptr ? std::string(area->title) : "";
    if (!cell.parity && names.find(name) == std::string::npos) {
      names += (names.empty() ? "" : "; ") + name;
    }
  }
  return names.empty() ? "" : "; none is published for " + names;
}

/// The labels of the cells that have a caveat, unless they are all of them or many.
std::string about(const std::string& caveat, const Values& cells, const Comparison& all) {
  std::vector<std::string> whose;
  for (std::size_t i = 0; i < all.cells.size(); ++i) {
    const auto& own = all.cells[i].estimate.caveats;
    if (std::ranges::find(own, caveat) != own.end()) {
      whose.push_back(cells[i].at("label").words());
    }
  }
  constexpr std::size_t few = 3;
  return whose.size() == all.cells.size() || whose.size() > few ? "" : joined(whose, "; ") + ": ";
}

/// Each caveat once. Returns whether there was any.
bool show_caveats(Page& page, const Comparison& all, const Values& cells) {
  std::vector<std::string> texts;
  for (const Cell& cell : all.cells) {
    for (const auto& caveat : cell.estimate.caveats) {
      if (std::ranges::find(texts, caveat) == texts.end()) {
        texts.push_back(caveat);
      }
    }
  }
  constexpr std::size_t most = 8;
  for (std::size_t i = 0; i < std::min(most, texts.size()); ++i) {
    page.labelled("caveat", about(texts[i], cells, all) + texts[i]);
  }
  if (texts.size() > most) {
    page.labelled("caveat", std::to_string(texts.size() - most) + " more, of single rows, in " + page.spelled("json"));
  }
  return !texts.empty();
}

void show(Result& out, const Tables& tables, const Comparison& all, const Values& cells, const Money& money) {
  Page& page = out.page;
  page.title(comparison_title(tables, all));
  if (all.varied.size() == 2 && page.table_if_it_fits(grid_of_medians(tables, all, money))) {
    page.line();
  }
  show_table(page, all, cells);
  show_pictures(page, tables, all, money);
  if (all.varies_place()) {
    page.aside("Cost of living: " + about_prices(tables) + without_parity(all));
  }
  out.caveats("note", all.notes);
  if (show_caveats(page, all, cells) || !all.notes.empty() || all.varies_place()) {
    page.line();
  }
  page.aside(capital(dollars_of(all.cells[0].estimate)) + (money.period() == Period::Hour ? ", an hour" : ", a year") +
             ". The picture: p10 to p90, the middle half, the median. More on each: hisalary estimate " +
             page.spelled("explain"));
}

Table rows_of(const Comparison& all, const Values& cells) {
  Table table{{}, cells};
  for (const auto& varied : all.varied) {
    table.columns.emplace_back("values." + varied.field, varied.field);
  }
  table.columns.emplace_back("label");
  for (const auto name : percentile_names) {
    table.columns.emplace_back("pay." + std::string(name), std::string(name));
  }
  for (const char* const name : {"difference", "price_parity", "adjusted_p50", "wages", "confidence"}) {
    table.columns.emplace_back(name);
  }
  return table;
}

}  // namespace

std::string value_label(const Tables& tables, std::string_view field, const Facts& profile) {
  if (field == "place" || field == "state" || field == "metro") {
    return capital(place(profile));
  }
  if (field == "cert") {
    return credentials(tables, profile);
  }
  if (field == "years") {
    return explain::years_label(*profile.years);
  }
  if (field == "setting") {
    return std::string(profile.setting->title);
  }
  if (field == "education") {
    return std::string(profile.education->title);
  }
  return field == "level" ? std::string(profile.level->title) : role_label(profile);
}

std::string cell_label(const Tables& tables, const Comparison& comparison, const Cell& cell) {
  std::vector<std::string> labels;
  for (const auto& varied : comparison.varied) {
    labels.push_back(value_label(tables, varied.field, cell.estimate.profile));
  }
  return joined(labels);
}

std::string comparison_title(const Tables& tables, const Comparison& all) {
  std::string who = person(tables, all.common);
  if (all.varies("role")) {
    who = "Several roles" + who.substr(work_title(all.common).size());
  }
  if (!all.varies_place()) {
    who += ", " + place(all.common);
  }
  std::vector<std::string> fields;
  for (const auto& varied : all.varied) {
    fields.push_back(varied.field == "cert" ? "credential" : varied.field);
  }
  return who + ", by " + joined(fields, " and ");
}

std::vector<const Source*> sources_of(const Tables& tables, const Comparison& all) {
  std::vector<const Source*> out;
  for (const Cell& cell : all.cells) {
    cite(out, cell.estimate.sources);
  }
  if (const Source* const prices = advise::parity_source(tables); all.varies_place() && prices != nullptr) {
    out.push_back(prices);
  }
  return out;
}

Values cells_of(const Tables& tables, const Comparison& all, const Money& money) {
  return list_of(all.cells, [&](const Cell& cell) { return cell_of(tables, all, cell, money); });
}

Result comparison(const Dataset& dataset, const Comparison& all, const Screen& screen, const Money& money) {
  const Tables& tables = dataset.tables();
  Result out(dataset, "compare", screen);
  const Values cells = cells_of(tables, all, money);
  show(out, tables, all, cells, money);

  out.add("varied", list_of(all.varied, [](const advise::Varied& one) {
            return Members{{"field", one.field}, {"values", one.values}};
          }));
  out.add("as_of", all.cells[0].estimate.as_of);
  out.add("currency", dataset.info().currency);
  out.add("period", money.name());
  out.add("cells", cells);
  out.end_with(sources_of(tables, all));
  out.table = rows_of(all, cells);
  return out;
}

}  // namespace hisalary::output
