// SPDX-License-Identifier: MIT
#include "outlook.hpp"

#include <algorithm>
#include <array>

#include "base/csv.hpp"
#include "base/number.hpp"
#include "cited.hpp"
#include "data/tables.hpp"
#include "json_parts.hpp"
#include "names.hpp"

namespace hisalary::output {
namespace {

using advise::OccupationOutlook;

constexpr std::array<const char*, 5> percentile_keys{"p10", "p25", "p50", "p75", "p90"};

std::string plain_number(const std::optional<double>& value) { return value ? number_text(*value) : ""; }

std::string count(const std::optional<double>& value) {
  return value ? grouped(static_cast<std::int64_t>(*value)) : "-";
}

std::string growth(const std::optional<double>& percent) {
  if (!percent) {
    return "-";
  }
  return (*percent > 0 ? "+" : "") + number_text(*percent) + "%";
}

std::string words(Text text) { return text.empty() ? "-" : std::string(text); }

std::string published(const Published& figure) {
  switch (figure.mark) {
    case Published::Mark::Value: return grouped(figure.amount);
    case Published::Mark::NotAvailable: return "*";
    case Published::Mark::EmploymentNotAvailable: return "**";
    case Published::Mark::TopCoded: return "#";
    default: return "-";
  }
}

std::string published_plain(const Published& figure) {
  if (figure.known()) {
    return std::to_string(figure.amount);
  }
  return figure.mark == Published::Mark::Blank ? "" : published(figure);
}

Json published_json(const Published& figure) {
  if (figure.known()) {
    return figure.amount;
  }
  return figure.mark == Published::Mark::Blank ? Json(nullptr) : Json(published(figure));
}

Json number_json(const std::optional<double>& value) { return value ? Json(*value) : Json(nullptr); }
Json text_json(Text text) { return text.empty() ? Json(nullptr) : Json(text); }

/// Whether a newer projection has taken the place of the one that a guide prints.
bool superseded(const OutlookView& view, const PublishedFigure& figure) {
  return figure.year != view.answer.from.as_of;
}

std::string title_of(const OutlookView& view) {
  if (view.profile == nullptr) {
    return "Outlook of the occupations of this work, 2024 to 2034";
  }
  const std::string who(view.profile->role != nullptr ? view.profile->role->title : view.profile->occupation->title);
  return "Outlook, 2024 to 2034: " + who;
}

void projections(Page& page, const OutlookView& view) {
  constexpr std::size_t roomy = 100;
  const bool wide = page.screen().width >= roomy;
  std::vector<std::vector<std::string>> rows{{"occupation", "jobs 2024", "2034", "growth", "openings"}};
  if (wide) {
    rows[0].insert(rows[0].end(), {"entry", "experience", "training"});
  }
  const auto add = [&](const std::string& name, const Outlook* row) {
    const Outlook none{};
    const Outlook& r = row == nullptr ? none : *row;
    std::vector<std::string> cells{name, count(r.employment_2024), count(r.employment_2034), growth(r.change_percent),
                                   count(r.openings)};
    if (wide) {
      cells.insert(cells.end(), {words(r.entry), words(r.experience), words(r.training)});
    }
    rows.push_back(std::move(cells));
  };
  for (const auto& one : view.answer.occupations) {
    const std::string weight = one.weight == 1 ? "" : ", " + number_text(one.weight * 100) + "%";
    add(std::string(one.occupation->title) + " (" + std::string(one.occupation->soc) + weight + ")", one.row);
  }
  if (view.answer.all != nullptr) {
    add("All occupations", view.answer.all);
  }
  page.table_or_blocks(rows, 0b11110U);
  page.line();
  if (!wide) {
    for (const auto& one : view.answer.occupations) {
      if (one.row != nullptr) {
        page.paragraph("  " + std::string(one.occupation->soc) + "  ",
                       "typical entry: " + words(one.row->entry) + "; experience: " + words(one.row->experience) +
                           "; training: " + words(one.row->training));
      }
    }
    page.line();
  }
  page.paragraph("  ", "openings: a year, new jobs and people who leave; - : not published here", Ink::Faint);
  for (const auto& one : view.answer.occupations) {
    if (one.row == nullptr) {
      page.paragraph("  ", "the projections here do not cover " + std::string(one.occupation->title) + " (" +
                               std::string(one.occupation->soc) + ")");
    }
  }
  page.line();
}

void guides(Page& page, const OutlookView& view) {
  if (view.answer.guides.empty()) {
    return;
  }
  page.line("  " + page.ink(Ink::Strong, "What guides print"));
  for (const auto* const figure : view.answer.guides) {
    page.paragraph("  " + std::string(figure->id) + "  ",
                   std::string(figure->subject) + ": " + std::string(figure->printed) + " (" +
                       std::string(figure->source) + "). " +
                       (superseded(view, *figure) ? "Superseded; verdict: " : "Verdict: ") +
                       std::string(figure->verdict) + ". " + std::string(figure->really));
  }
  page.line();
}

void history(Page& page, const OutlookView& view) {
  constexpr std::size_t roomy = 72;
  const bool wide = page.screen().width >= roomy;
  for (const auto& one : view.answer.occupations) {
    std::vector<std::vector<std::string>> rows{
        wide ? std::vector<std::string>{"May", "code", "jobs", "p10", "p25", "median", "p75", "p90"}
             : std::vector<std::string>{"May", "code", "p25", "median", "p75"}};
    bool before = false;
    for (const auto& year : view.answer.history) {
      if (year.occupation != one.occupation) {
        continue;
      }
      const NationWage& r = *year.row;
      before = before || r.soc != one.occupation->soc;
      std::vector<std::string> cells{std::to_string(r.release), std::string(r.soc)};
      if (wide) {
        cells.push_back(published(r.employment));
      }
      for (std::size_t i = wide ? 0 : 1; i < r.pay.size() - (wide ? 0 : 1); ++i) {
        cells.push_back(published(r.pay[i]));
      }
      rows.push_back(std::move(cells));
    }
    page.paragraph("  ", "Wages in the nation: " + std::string(one.occupation->title), Ink::Strong);
    page.line("  " + page.ink(Ink::Faint, "dollars a year, as published"));
    if (rows.size() == 1) {
      page.line("  none here");
    } else {
      page.table(rows, wide ? 0b11111101U : 0b11101U);
    }
    if (before) {
      page.paragraph("  ",
                     "another code: the occupation that was counted before this one had a code of its own; its people "
                     "were not quite the same",
                     Ink::Faint);
    }
    page.line();
  }
}

Json occupation_json(const OccupationOutlook& one) {
  const Outlook none{};
  const Outlook& r = one.row == nullptr ? none : *one.row;
  return {{"soc", one.occupation->soc},
          {"title", one.occupation->title},
          {"weight", one.weight},
          {"covered", one.row != nullptr},
          {"employment_2024", number_json(r.employment_2024)},
          {"employment_2034", number_json(r.employment_2034)},
          {"change_percent", number_json(r.change_percent)},
          {"openings", number_json(r.openings)},
          {"entry", text_json(r.entry)},
          {"experience", text_json(r.experience)},
          {"training", text_json(r.training)}};
}

std::vector<const Source*> sources_of(const OutlookView& view) {
  Cited cited(view.dataset.tables());
  cited.add(view.answer.from.source);
  cited.add(view.answer.wages_from.source);
  cited.add("bls-oews-history");
  for (const auto* const figure : view.answer.guides) {
    cited.add(figure->source);
  }
  return cited.all();
}

std::string history_csv(const OutlookView& view) {
  std::vector<std::string> heading{"occupation", "release", "soc", "employment", "mean"};
  heading.insert(heading.end(), percentile_keys.begin(), percentile_keys.end());
  heading.emplace_back("note");
  std::string out = csv_row(heading);
  for (const auto& year : view.answer.history) {
    const NationWage& r = *year.row;
    std::vector<std::string> row{std::string(year.occupation->soc), std::to_string(r.release), std::string(r.soc),
                                 published_plain(r.employment), published_plain(r.mean)};
    for (const auto& figure : r.pay) {
      row.push_back(published_plain(figure));
    }
    row.emplace_back(r.note);
    out += csv_row(row);
  }
  return out;
}

}  // namespace

std::string outlook_text(const OutlookView& view, const Screen& screen) {
  Page page(screen);
  page.paragraph("", title_of(view), Ink::Strong);
  page.line();
  projections(page, view);
  guides(page, view);
  if (view.profile != nullptr || view.history) {
    history(page, view);
  }
  for (const auto& note : view.notes) {
    page.paragraph("  note  ", note);
  }
  if (view.profile == nullptr && !view.history) {
    page.paragraph("  ", "Wages by release: --role or --history.", Ink::Faint);
  }
  sources_paragraphs(page, sources_of(view));
  return page.text();
}

std::string outlook_json(const OutlookView& view) {
  Json out;
  out["schema"] = "hisalary/outlook/1";
  out["data"] = data_json(view.dataset);
  if (view.profile == nullptr) {
    out["role"] = nullptr;
  } else {
    out["role"] = profile_json(view.dataset.tables(), *view.profile)["role"];
  }
  Json occupations = Json::array();
  for (const auto& one : view.answer.occupations) {
    occupations.push_back(occupation_json(one));
  }
  out["occupations"] = std::move(occupations);
  out["all_occupations"] = view.answer.all == nullptr
                               ? Json(nullptr)
                               : Json{{"change_percent", number_json(view.answer.all->change_percent)}};
  out["from"] = {{"source", view.answer.from.source},
                 {"at", view.answer.from.at},
                 {"as_of", view.answer.from.as_of},
                 {"grade", name_of(view.answer.from.grade)}};
  Json guide = Json::array();
  for (const auto* const figure : view.answer.guides) {
    guide.push_back({{"id", figure->id},
                     {"subject", figure->subject},
                     {"printed", figure->printed},
                     {"period", figure->year},
                     {"superseded", superseded(view, *figure)},
                     {"verdict", figure->verdict},
                     {"really", text_json(figure->really)},
                     {"source", figure->source}});
  }
  out["guides"] = std::move(guide);
  Json years = Json::array();
  for (const auto& year : view.answer.history) {
    Json row{{"occupation", year.occupation->soc},
             {"release", year.row->release},
             {"soc", year.row->soc},
             {"employment", published_json(year.row->employment)},
             {"mean", published_json(year.row->mean)}};
    for (std::size_t i = 0; i < percentile_keys.size(); ++i) {
      row[percentile_keys[i]] = published_json(year.row->pay[i]);
    }
    row["note"] = text_json(year.row->note);
    years.push_back(std::move(row));
  }
  out["history"] = std::move(years);
  out["caveats"] = view.notes;
  out["sources"] = sources_json(sources_of(view));
  return dumped(out);
}

std::string outlook_csv(const OutlookView& view) {
  if (view.history) {
    return history_csv(view);
  }
  std::string out = csv_row({"soc", "title", "weight", "employment_2024", "employment_2034", "change_percent",
                             "openings", "entry", "experience", "training"});
  const auto add = [&](Text soc, Text title, const std::string& weight, const Outlook* row) {
    const Outlook none{};
    const Outlook& r = row == nullptr ? none : *row;
    out += csv_row({std::string(soc), std::string(title), weight, plain_number(r.employment_2024),
                    plain_number(r.employment_2034), plain_number(r.change_percent), plain_number(r.openings),
                    std::string(r.entry), std::string(r.experience), std::string(r.training)});
  };
  for (const auto& one : view.answer.occupations) {
    add(one.occupation->soc, one.occupation->title, number_text(one.weight), one.row);
  }
  if (view.answer.all != nullptr) {
    add(view.answer.all->soc, "Total, all occupations", "", view.answer.all);
  }
  return out;
}

}  // namespace hisalary::output
