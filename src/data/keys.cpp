// SPDX-License-Identifier: MIT
#include "keys.hpp"

#include <algorithm>
#include <array>

namespace hisalary::data {
namespace {

using Columns = std::array<std::string_view, 3>;

struct KeyedFile {
  std::string_view path;
  Columns columns;
  std::size_t count;
};

constexpr KeyedFile by(std::string_view path, std::string_view a, std::string_view b = {}, std::string_view c = {}) {
  const std::size_t more = b.empty() ? 0U : 1U;
  return {path, {a, b, c}, 1 + more + (c.empty() ? 0U : 1U)};
}

constexpr std::array keyed_files{
    by("areas.json", "code"),
    by("benefits.json", "id"),
    by("credentials.json", "id"),
    by("education.json", "id"),
    by("evidence/observed_pay.json", "id"),
    by("evidence/priors.json", "id"),
    by("evidence/published_figures.json", "id"),
    by("evidence/shares.json", "family", "fact", "value"),
    by("evidence/survey_figures.json", "id"),
    by("general_schedule.json", "year", "grade"),
    by("gs_localities.json", "code"),
    by("handbook.json", "soc", "industry"),
    by("headings.json", "fact"),
    by("levels.json", "id"),
    by("model/parameters.json", "id"),
    by("model/positions.json", "role"),
    by("model/standing.json", "family", "fact"),
    by("occupations.json", "soc"),
    by("places/nicknames.json", "name"),
    by("places/old_titles.json", "title"),
    by("places/zips.json", "prefix", "state"),
    by("price_index.json", "series", "period", "kind"),
    by("price_parity.json", "area"),
    by("projections.json", "soc"),
    by("roles.json", "id"),
    by("settings.json", "id"),
    by("skills.json", "id"),
    by("sources.json", "id"),
    by("title_borders.json", "soc", "title"),
    by("title_concepts.json", "id"),
    by("title_trades.json", "id"),
    by("title_words.json", "word"),
    by("wages_areas.json", "area", "soc"),
    by("wages_industries.json", "release", "soc", "naics"),
    by("wages_nation.json", "release", "soc"),
};

}  // namespace

std::span<const std::string_view> key_columns(std::string_view path) {
  const auto* const it = std::ranges::find(keyed_files, path, &KeyedFile::path);
  return it == keyed_files.end() ? std::span<const std::string_view>() : std::span(it->columns.data(), it->count);
}

}  // namespace hisalary::data
