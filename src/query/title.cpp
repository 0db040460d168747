// SPDX-License-Identifier: MIT
#include "title.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string_view>
#include <vector>

#include "base/suggest.hpp"
#include "base/text.hpp"
#include "title_index.hpp"

namespace hisalary {
namespace {

constexpr std::string_view all_roles = "\"hisalary list roles\" shows all";

/// The level that a title gives a person of a role: its rank, unless the role is that rank; then its grade. A word that
/// makes the role's first grade counts as that grade. Null when the title says nothing that the role does not.
const Level* level_beyond(const Tables& tables, const query::TitleWords& title, const Role& role) {
  if (title.rank != nullptr && title.rank->id != role.level) {
    return title.rank;
  }
  const bool junior = std::ranges::any_of(
      role.junior, [&](Text word) { return std::ranges::find(title.words, word) != title.words.end(); });
  if (junior && title.rank == nullptr) {
    return &*std::ranges::min_element(tables.levels, {}, [](const Level& level) { return level.id == "I" ? 0 : 1; });
  }
  return title.grade != nullptr && title.grade->id != role.level ? title.grade : nullptr;
}

std::uint64_t joined_hash(const query::TitleWords& title) {
  std::uint64_t hash = query::hash_start;
  for (const auto word : title.words) {
    hash = query::hash_on(hash, word);
  }
  return hash;
}

enum class Noise : std::uint8_t { TrimmedAround, LeftOut };

/// Without levels and words that say nothing of the work: those around the rest ("per diem", "days"), or all ("of"
/// too).
std::uint64_t content_hash(const query::TitleIndex& index, const query::TitleWords& title, Noise noise) {
  std::vector<std::string_view> content;
  for (std::size_t i = 0; i < title.words.size(); ++i) {
    const bool left_out = title.level_words[i] || (noise == Noise::LeftOut && index.is_noise(title.words[i]));
    if (!left_out) {
      content.push_back(title.words[i]);
    }
  }

  const auto counts = [&](std::string_view word) { return !index.is_noise(word); };
  const auto first = std::ranges::find_if(content, counts);
  const auto last = std::find_if(content.rbegin(), std::make_reverse_iterator(first), counts).base();
  std::uint64_t hash = query::hash_start;
  for (auto word = first; word != last; ++word) {
    hash = query::hash_on(hash, *word);
  }
  return hash;
}

const Role* listed(const query::TitleIndex& index, const query::TitleWords& title) {
  if (const Role* const role = index.listed(joined_hash(title))) {
    return role;
  }
  // A rank or "senior" may make another role of it, which the rules know.
  const bool other_role = title.rank != nullptr || (title.grade != nullptr && title.grade->id == "senior");
  if (other_role) {
    return nullptr;
  }
  const Role* const role = index.listed(content_hash(index, title, Noise::TrimmedAround));
  return role != nullptr ? role : index.listed(content_hash(index, title, Noise::LeftOut));
}

TitleReading refused(std::string message, std::string hint) {
  TitleReading reading;
  reading.refusal = TitleRefusal{std::move(message), std::move(hint)};
  return reading;
}

TitleReading of_trade(const Tables& tables, Text id, std::string_view title) {
  const auto& trade = *std::ranges::find(tables.title_trades, id, &TitleTrade::id);
  std::string name(trade.title);
  name = trade.soc.empty() ? name : std::string(trade.soc) + ", " + name;
  std::vector<std::string> nearest(trade.nearest.begin(), trade.nearest.end());
  return refused(shown(title) + " looks like another occupation (" + name + "), which this program does not price",
                 "nearest: " + alternatives(nearest) + "; " + std::string(all_roles));
}

TitleReading unknown(const Tables& tables, std::string_view title) {
  const std::string wanted = bare(title);
  for (const auto& credential : tables.credentials) {
    if (bare(credential.id) == wanted) {
      return refused(shown(title) + " is a credential, not a job title",
                     "give it as a credential (cert), and a role; " + std::string(all_roles));
    }
  }
  return refused("no role matches the title " + shown(title), std::string(all_roles));
}

}  // namespace

struct TitleReader::Index : query::TitleIndex {
  using query::TitleIndex::TitleIndex;
};

TitleReader::TitleReader(const Tables& tables) : tables_(tables) {}

TitleReader::~TitleReader() = default;

TitleReading TitleReader::read(std::string_view title) {
  const std::string lower_case = lower(title);
  if (const auto it = std::ranges::find(tables_.roles, lower_case, &Role::id); it != tables_.roles.end()) {
    return {&*it};
  }

  if (!index_) {
    index_ = std::make_unique<Index>(tables_);
  }
  if (const Occupation* const occupation = index_->occupation(title)) {
    return {nullptr, occupation};
  }
  const query::TitleWords words = index_->words(lower_case);
  const Role* role = index_->listed(query::bare_hash(title));
  role = role != nullptr ? role : listed(*index_, words);
  if (role != nullptr) {
    const bool own_name = bare(title) == bare(role->title) || bare(title) == bare(role->id);
    return {role, nullptr, own_name ? nullptr : level_beyond(tables_, words, *role)};
  }
  if (const Occupation* const occupation = index_->occupation_of_singular(title)) {
    return {nullptr, occupation};
  }

  const TitleRule* const rule = index_->rule(words.concepts);
  if (rule == nullptr) {
    return unknown(tables_, title);
  }
  if (rule->role.empty()) {
    return of_trade(tables_, rule->trade, title);
  }
  role = &*std::ranges::find(tables_.roles, rule->role, &Role::id);
  return {role, nullptr, level_beyond(tables_, words, *role), 2 * words.unknown > words.words.size()};
}

}  // namespace hisalary
