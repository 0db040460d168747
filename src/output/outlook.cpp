// SPDX-License-Identifier: MIT
#include "outlook.hpp"

#include <algorithm>

#include "base/number.hpp"
#include "data/tables.hpp"
#include "names.hpp"
#include "parts.hpp"
#include "words.hpp"

namespace hisalary::output {
namespace {

/// Screens with the columns of entry, experience and training, and with all columns of the wages.
constexpr std::size_t with_entry = 100;
constexpr std::size_t with_tails = 72;

/// A record of the projections: what it is called, then what its row says.
Members projection(Members record, const Outlook* row) {
  const Outlook none{};
  const Outlook& r = row == nullptr ? none : *row;
  const Members figures{
      {"employment_2024", count(r.employment_2024)},
      {"employment_2034", count(r.employment_2034)},
      {"change_percent", growth(r.change_percent)},
      {"openings", count(r.openings)},
      {"entry", filled(r.entry)},
      {"experience", filled(r.experience)},
      {"training", filled(r.training)},
  };
  record.insert(record.end(), figures.begin(), figures.end());
  return record;
}

Members projection_of(const advise::OccupationOutlook& one) {
  const std::string soc(one.occupation->soc);
  const std::string weight = one.weight == 1 ? "" : ", " + number_text(one.weight * 100) + "%";
  return projection({{".name", std::string(one.occupation->title) + " (" + soc + weight + ")"},
                     {"soc", soc},
                     {"title", one.occupation->title},
                     {"weight", one.weight},
                     {"covered", one.row != nullptr}},
                    one.row);
}

/// The projections, and at their end all occupations together.
Values with_all(const OutlookView& view, Values occupations) {
  const Outlook* const all = view.answer.all;
  if (all != nullptr) {
    occupations.emplace_back(
        projection({{".name", "All occupations"}, {"soc", all->soc}, {"title", "Total, all occupations"}}, all));
  }
  return occupations;
}

void show_projections(Page& page, const OutlookView& view, const Values& occupations) {
  Table table{{left(".name", "occupation")}, with_all(view, occupations), Narrow::BlocksIfSmall};
  const std::vector<Column> columns{right("employment_2024", "jobs 2024"),
                                    right("employment_2034", "2034"),
                                    right("change_percent", "growth"),
                                    right("openings", "openings"),
                                    left("entry", "entry").from(with_entry),
                                    left("experience", "experience").from(with_entry),
                                    left("training", "training").from(with_entry)};
  for (const Column& column : columns) {
    table.columns.push_back(column.or_else("-"));
  }
  page.table(table);
  page.line();

  if (page.screen().width < with_entry) {
    for (const Value& one : occupations) {
      const auto words = [&](const char* path) { return one.at(path).is_nothing() ? "-" : one.at(path).words(); };
      if (one.at("covered").plain() == "yes") {
        page.paragraph("  " + one.at("soc").words() + "  ", "typical entry: " + words("entry") +
                                                                "; experience: " + words("experience") +
                                                                "; training: " + words("training"));
      }
    }
    page.line();
  }
  page.aside("openings: per year, from new jobs and people who leave; - means not published");
  for (const auto& one : view.answer.occupations) {
    if (one.row == nullptr) {
      page.say("the projections here do not cover " + std::string(one.occupation->title) + " (" +
               std::string(one.occupation->soc) + ")");
    }
  }
  page.line();
}

/// What guides print; superseded where a newer projection has taken its place.
Values guides_of(const OutlookView& view) {
  return list_of(view.answer.guides, [&](const PublishedFigure* figure) {
    return Members{
        {"id", figure->id},
        {"subject", figure->subject},
        {"printed", figure->printed},
        {"period", figure->year},
        {"superseded", figure->year != view.answer.from.as_of},
        {"verdict", figure->verdict},
        {"really", filled(figure->really)},
        {"source", figure->source},
    };
  });
}

void show_guides(Page& page, const OutlookView& view) {
  if (view.answer.guides.empty()) {
    return;
  }
  page.line("  " + page.ink(Ink::Strong, "What guides print"));
  for (const auto* const figure : view.answer.guides) {
    const bool superseded = figure->year != view.answer.from.as_of;
    page.paragraph("  " + std::string(figure->id) + "  ",
                   std::string(figure->subject) + ": " + std::string(figure->printed) + " (" +
                       std::string(figure->source) + "). " + (superseded ? "Superseded; verdict: " : "Verdict: ") +
                       std::string(figure->verdict) + ". " + std::string(figure->really));
  }
  page.line();
}

Members wage_year_of(const advise::WageYear& year, const Money& money) {
  const NationWage& row = *year.row;
  Members out{
      {"occupation", year.occupation->soc},
      {"release", row.release},
      {"soc", row.soc},
      {"employment", published(row.employment)},
      {"mean", published(row.mean, money)},
  };
  for (std::size_t i = 0; i < percentile_names.size(); ++i) {
    out.push_back({std::string(percentile_names[i]), published(row.pay[i], money)});
  }
  out.push_back({"note", filled(row.note)});
  return out;
}

void show_wages(Page& page, const Money& money, const Occupation& occupation, const Values& history) {
  Table table{{right("release", "May"), left("soc", "code")}, {}};
  const std::vector<Column> figures{right("employment", "jobs").from(with_tails),
                                    right("p10", "p10").from(with_tails),
                                    right("p25", "p25"),
                                    right("p50", "median"),
                                    right("p75", "p75"),
                                    right("p90", "p90").from(with_tails)};
  for (const Column& column : figures) {
    table.columns.push_back(column.or_else("-"));
  }
  std::ranges::copy_if(history, std::back_inserter(table.records),
                       [&](const Value& year) { return year.at("occupation").plain() == occupation.soc; });

  page.say("U.S. wages: " + std::string(occupation.title), Ink::Strong);
  page.line("  " + page.ink(Ink::Faint, money.period() == Period::Year
                                            ? "dollars a year, as published"
                                            : "dollars an hour: a published year over 2,080 hours"));
  if (table.records.empty()) {
    page.line("  none here");
  } else {
    page.table(table);
  }
  if (std::ranges::any_of(table.records, [&](const Value& year) { return year.at("soc").plain() != occupation.soc; })) {
    page.aside(
        "another code: the occupation that was counted before this one had a code of its own; its people were not "
        "quite the same");
  }
  page.line();
}

std::vector<const Source*> sources_of(const OutlookView& view) {
  std::vector<const Source*> out;
  const Tables& tables = view.dataset.tables();
  cite(out, tables, view.answer.from.source);
  cite(out, tables, view.answer.wages_from.source);
  cite(out, tables, "bls-oews-history");
  for (const auto* const figure : view.answer.guides) {
    cite(out, tables, figure->source);
  }
  return out;
}

void show(Result& out, const OutlookView& view, const Values& occupations, const Values& history) {
  Page& page = out.page;
  page.labels_take(8);
  page.title(view.profile == nullptr ? "Outlook of the occupations of this work, 2024 to 2034"
                                     : "Outlook, 2024 to 2034: " + std::string(work_title(*view.profile)));
  show_projections(page, view, occupations);
  show_guides(page, view);
  const bool wages = view.profile != nullptr || view.history;
  if (wages) {
    for (const auto& one : view.answer.occupations) {
      show_wages(page, view.money, *one.occupation, history);
    }
  }
  out.caveats("note", view.notes);
  if (!wages) {
    page.aside("Wages by release: " + page.spelled("role") + " or " + page.spelled("history") + ".");
  }
  out.show_sources(sources_of(view));
}

}  // namespace

Result outlook(const OutlookView& view, const Screen& screen) {
  Result out(view.dataset, "outlook", screen);
  const Outlook* const all = view.answer.all;
  const Values occupations = list_of(view.answer.occupations, projection_of);
  const Values history = list_of(view.answer.history, [&](const auto& year) { return wage_year_of(year, view.money); });
  show(out, view, occupations, history);

  out.add("role", view.profile == nullptr ? Value() : work_of(*view.profile));
  out.add("occupations", occupations);
  out.add("all_occupations", all == nullptr ? Value() : Value(Members{{"change_percent", all->change_percent}}));
  out.add("from", provenance_of(view.answer.from));
  out.add("guides", guides_of(view));
  out.add("period", view.money.name());
  out.add("history", history);
  out.end_with(sources_of(view));

  if (view.history) {
    out.table = {{"occupation", "release", "soc", "employment", "mean", "p10", "p25", "p50", "p75", "p90", "note"},
                 history};
  } else {
    out.table = {{"soc", "title", "weight", "employment_2024", "employment_2034", "change_percent", "openings", "entry",
                  "experience", "training"},
                 with_all(view, occupations)};
  }
  return out;
}

}  // namespace hisalary::output
