// SPDX-License-Identifier: MIT
#include "lookup.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include "base/number.hpp"
#include "base/text.hpp"
#include "data/tables.hpp"

namespace hisalary::audit {
namespace {

constexpr std::array<const char*, 5> percentile_names{"p10", "p25", "median", "p75", "p90"};
constexpr double same_amount = 0.005;

std::string title_of(const Tables& tables, Text soc) {
  const auto it = std::ranges::find(tables.occupations, soc, &Occupation::soc);
  return it == tables.occupations.end() ? std::string{} : " (" + std::string(it->title) + ")";
}

Text source_of(const Tables& tables, std::string_view path) {
  const auto it = std::ranges::find(tables.blocks, path, &Block::path);
  return it == tables.blocks.end() ? Text{} : it->from.source;
}

Sighting guide_sighting(const Tables& tables, const PublishedFigure& row) {
  const auto guide = std::ranges::find(tables.sources, row.source, &Source::id);
  const std::string title(guide == tables.sources.end() ? row.source : guide->title);
  const std::string year = row.year.empty() ? "" : ", " + std::string(row.year);
  const std::string really = row.really.empty() ? "" : ": " + std::string(row.really);
  return {Where::Guide,
          std::string(row.id) + ", " + std::string(row.subject) + year + " (in the guide \"" + title + "\")",
          {},
          {},
          verdict_words(row.verdict) + really,
          row.source};
}

/// Every figure of the data set, one call each; what it is called is only made when it is asked for.
class Figures {
 public:
  using Name = std::function<Sighting()>;
  using Visit = std::function<void(Where, double value, Text unit, const Name&)>;

  Figures(const Tables& tables, Visit visit) : tables_(tables), visit_(std::move(visit)) {}

  void all() const {
    guides();
    nation();
    handbook();
    surveys();
    observed();
    local();
    industries();
  }

 private:
  void guides() const {
    for (const auto& row : tables_.published_figures) {
      const Name name = [&] { return guide_sighting(tables_, row); };
      const auto once = [&](std::optional<double> value) {
        if (value) {
          visit_(Where::Guide, *value, row.unit, name);
        }
      };
      once(row.low);
      if (row.high != row.low) {
        once(row.high);
      }
      printed(row, name);
    }
  }

  /// Amounts inside a figure that is no plain amount, like 7% / 15000.
  void printed(const PublishedFigure& row, const Name& name) const {
    Text rest = row.printed;
    while (!rest.empty()) {
      const auto end = std::min(rest.find(' '), rest.size());
      if (const auto amount = parse_amount(rest.substr(0, end))) {
        visit_(Where::Guide, amount->value, amount->percent ? "percent" : "count", name);
      }
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }

  void cells(Where where, const Published& mean, const PublishedPercentiles& pay,
             const std::function<Sighting(const char*)>& name) const {
    const auto cell = [&](const Published& value, const char* column) {
      if (value.known()) {
        visit_(where, value.amount, "USD/year", [&] { return name(column); });
      }
    };
    for (std::size_t i = 0; i < pay.size(); ++i) {
      cell(pay[i], percentile_names[i]);
    }
    cell(mean, "mean");
  }

  [[nodiscard]] Sighting bls(Where where, Text soc, const char* column, const std::string& place,
                             const std::string& period, Text source) const {
    return {where, std::string(soc) + " " + column + ", " + place + ", May " + period + title_of(tables_, soc),
            {},    {},
            {},    source};
  }

  void nation() const {
    const Text newest = source_of(tables_, "wages_nation.json");
    const auto older = std::ranges::find(tables_.sources, "bls-oews-history", &Source::id);
    for (const auto& row : tables_.nation_wages) {
      const bool is_older =
          older != tables_.sources.end() && !tables_.info[0].release.starts_with(std::to_string(row.release));
      const Text source = is_older ? older->id : newest;
      cells(Where::Nation, row.mean, row.pay, [&](const char* column) {
        return bls(Where::Nation, row.soc, column, "United States", std::to_string(row.release), source);
      });
    }
  }

  void handbook() const {
    const Text source = source_of(tables_, "handbook.json");
    for (const auto& row : tables_.handbook) {
      if (row.median.known()) {
        visit_(Where::Handbook, row.median.amount, "USD/year", [&] {
          return bls(Where::Handbook, row.soc, "median", std::string(row.industry),
                     "2024 (Occupational Outlook Handbook)", source);
        });
      }
    }
  }

  void surveys() const {
    for (const auto& row : tables_.survey_figures) {
      visit_(Where::Survey, row.amount, row.unit, [&] {
        const std::string year = row.year.empty() ? "" : ", " + std::string(row.year);
        return Sighting{Where::Survey,
                        std::string(row.id) + ", " + std::string(row.publisher) + year + ", " +
                            std::string(row.subject) + ", " + std::string(row.statistic),
                        0,
                        {},
                        std::string(row.note),
                        source_of(tables_, "evidence/survey_figures.json")};
      });
    }
    for (const auto& row : tables_.benefits) {
      visit_(Where::Benefit, row.value, row.unit.starts_with("percent") ? "percent" : row.unit, [&] {
        return Sighting{Where::Benefit,
                        std::string(row.publisher) + ", " + std::string(row.from.as_of) + ", " + std::string(row.item),
                        {},
                        {},
                        {},
                        row.from.source};
      });
    }
  }

  void observed() const {
    for (const auto& row : tables_.observed_pay) {
      const auto once = [&](double value, const char* which) {
        visit_(Where::Observed, value, "USD/year", [&] {
          return Sighting{Where::Observed,
                          std::string(row.id) + ", " + std::string(row.kind) + ", " + which + ", " +
                              std::string(row.title) + ", " + std::string(row.employer),
                          0,
                          {},
                          {},
                          source_of(tables_, "evidence/observed_pay.json")};
        });
      };
      once(row.annual_mid, row.kind == "forum" ? "reported" : "middle");
      if (row.annual_low != row.annual_mid) {
        once(row.annual_low, "low end");
      }
      if (row.annual_high != row.annual_mid && row.annual_high != row.annual_low) {
        once(row.annual_high, "high end");
      }
    }
  }

  void local() const {
    const Text source = source_of(tables_, "wages_areas.json");
    for (const auto& row : tables_.area_wages) {
      const auto area = std::ranges::find(tables_.areas, row.area, &Area::code);
      if (area == tables_.areas.end()) {
        continue;
      }
      const Where where =
          area->kind == AreaKind::Metropolitan || area->kind == AreaKind::Nonmetropolitan ? Where::Area : Where::State;
      cells(where, row.mean, row.pay, [&](const char* column) {
        return bls(where, row.soc, column, std::string(area->title), std::string(tables_.info[0].release.substr(0, 4)),
                   source);
      });
    }
  }

  void industries() const {
    const Text source = source_of(tables_, "wages_industries.json");
    for (const auto& row : tables_.industry_wages) {
      cells(Where::Industry, row.mean, row.pay, [&](const char* column) {
        return bls(Where::Industry, row.soc, column, std::string(row.title) + " (" + std::string(row.ownership) + ")",
                   std::to_string(row.release), source);
      });
    }
  }

  const Tables& tables_;
  Visit visit_;
};

bool is_broad(Where where) { return where >= Where::State; }

/// Occupations of health information come before the others, the two current codes first.
int standing(const Tables& tables, const Sighting& sighting) {
  constexpr std::size_t length = 7;
  const auto soc = std::string_view(sighting.what).substr(0, length);
  const auto it = std::ranges::find(tables.occupations, soc, &Occupation::soc);
  if (it == tables.occupations.end()) {
    return 0;
  }
  const bool records = it->soc == "29-9021" || it->soc == "29-2072";
  if (records) {
    return 0;
  }
  return it->successor.empty() ? 2 : 1;
}

/// Gathers what equals an amount, and what comes near it.
class Searching {
 public:
  explicit Searching(const Amount& amount) : amount_(amount) {}

  void see(Where where, double value, Text unit, const Figures::Name& name) {
    const double apart = std::abs(value - amount_.value);
    const bool comparable = unit == "USD/year" && where <= Where::Survey;
    if (apart < same_amount && amount_.percent == (unit == "percent")) {
      out_.found.push_back(complete(name(), value, unit));
    } else if (is_broad(where)) {
      near_ += apart <= window ? 1 : 0;
    } else if (comparable && (others_.size() < enough || apart < others_.back().first)) {
      others_.emplace(std::ranges::upper_bound(others_, apart, {}, &Other::first), apart,
                      complete(name(), value, unit));
      others_.resize(std::min(others_.size(), enough));
    }
  }

  Search result(const Tables& tables) {
    std::ranges::stable_sort(out_.found, {},
                             [&](const Sighting& s) { return std::pair(s.where, standing(tables, s)); });
    if (std::fmod(amount_.value, grain) == 0) {
      out_.by_chance = static_cast<double>(near_) / (2 * window / grain);
    }
    if (out_.found.empty()) {
      for (auto& other : others_) {
        out_.nearest.push_back(std::move(other.second));
      }
    }
    return std::move(out_);
  }

 private:
  using Other = std::pair<double, Sighting>;
  static constexpr double window = 500;  // dollars; cells come in tens, so that 100 other amounts lie so near
  static constexpr double grain = 10;
  static constexpr std::size_t enough = 3;

  static Sighting complete(Sighting sighting, double value, Text unit) {
    sighting.value = value;
    sighting.unit = unit;
    return sighting;
  }

  Amount amount_;
  Search out_;
  std::size_t near_ = 0;
  std::vector<Other> others_;
};

Search search(const Tables& tables, const Amount& amount) {
  Searching searching(amount);
  Figures(tables, [&](Where where, double value, Text unit, const Figures::Name& name) {
    searching.see(where, value, unit, name);
  }).all();
  return searching.result(tables);
}

Search search_printed(const Tables& tables, std::string_view text) {
  Search out;
  for (const auto& row : tables.published_figures) {
    if (!row.printed.empty() && plain(row.printed) == plain(text)) {
      out.found.push_back(guide_sighting(tables, row));
      out.found.back().unit = row.printed;
    }
  }
  return out;
}

}  // namespace

std::optional<Amount> parse_amount(std::string_view text) {
  text = trimmed(text);
  if (text.starts_with('$')) {
    text.remove_prefix(1);
  }
  Amount amount;
  double scale = 1;
  if (text.ends_with('k') || text.ends_with('K')) {
    constexpr double thousand = 1000;
    scale = thousand;
    text.remove_suffix(1);
  } else if (text.ends_with('%')) {
    amount.percent = true;
    text.remove_suffix(1);
  }
  constexpr std::size_t longest = 15;
  const bool whole = !text.starts_with('.') && !text.ends_with('.');
  const auto value = text.size() > longest || !whole ? std::nullopt : read_decimal(text);
  if (!value) {
    return std::nullopt;
  }
  constexpr double cents = 100;
  amount.value = std::round(*value * scale * cents) / cents;
  return amount;
}

std::optional<Search> look_up(const Tables& tables, std::string_view text) {
  if (const auto amount = parse_amount(text)) {
    return search(tables, *amount);
  }
  Search out = search_printed(tables, text);
  return out.found.empty() ? std::nullopt : std::optional(std::move(out));
}

std::string verdict_words(Text verdict) {
  if (verdict == "in the fit") {
    return "used in the fit";
  }
  if (verdict == "in the fit, weakly") {
    return "in the fit, with little weight";
  }
  return verdict == "benefit" ? "a benefit, not base pay" : std::string(verdict);
}

}  // namespace hisalary::audit
