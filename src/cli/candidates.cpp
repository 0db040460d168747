// SPDX-License-Identifier: MIT
#include "candidates.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "base/suggest.hpp"
#include "command.hpp"
#include "output/fields.hpp"
#include "query/facts.hpp"
#include "topics.hpp"

namespace hisalary::cli {
namespace {

/// What may be offered: ids, titles, codes.
class Offered {
 public:
  explicit Offered(std::string_view typed)
      : typed_(typed), digits_(!typed.empty() && typed[0] >= '0' && typed[0] <= '9') {}

  void add(std::string_view text, std::string_view about = {}) {
    list_.push_back({std::string(text), std::string(about)});
  }
  /// A short name, and a long one that takes longer to read: offered when something was typed.
  void add_named(std::string_view id, std::string_view title) {
    add(id, title);
    if (!typed_.empty()) {
      add(title, id);
    }
  }
  /// A name, and its code for those who type digits.
  void add_coded(std::string_view code, std::string_view title) {
    if (digits_) {
      add(code, title);
    } else {
      add(title, code);
    }
  }

  [[nodiscard]] bool digits() const { return digits_; }
  [[nodiscard]] std::vector<Candidate> list() { return std::move(list_); }

 private:
  std::string_view typed_;
  bool digits_;
  std::vector<Candidate> list_;
};

bool is_state(const Area& area) { return area.kind == AreaKind::State || area.kind == AreaKind::Territory; }

bool is_wage_area(const Area& area) {
  return area.kind == AreaKind::Metropolitan || area.kind == AreaKind::Nonmetropolitan;
}

void add_roles(Offered& out, const Tables& tables) {
  if (!out.digits()) {
    std::ranges::for_each(tables.roles, [&](const Role& role) { out.add_named(role.id, role.title); });
    return;
  }
  std::ranges::for_each(tables.occupations, [&](const Occupation& one) { out.add(one.soc, one.title); });
}

void add_role_ids(Offered& out, const Tables& tables) {
  std::ranges::for_each(tables.roles, [&](const Role& role) { out.add(role.id, role.title); });
}

void add_levels(Offered& out, const Tables& tables) {
  std::ranges::for_each(tables.levels, [&](const Level& one) { out.add(one.id, one.title); });
}

void add_credentials(Offered& out, const Tables& tables) {
  out.add("none", "No credential");
  std::ranges::for_each(tables.credentials, [&](const Credential& one) { out.add(one.id, one.name); });
}

void add_states(Offered& out, const Tables& tables) {
  for (const Area& area : tables.areas) {
    if (is_state(area)) {
      out.add_named(area.code, area.title);
    }
  }
}

void add_metros(Offered& out, const Tables& tables) {
  for (const Area& area : tables.areas) {
    if (is_wage_area(area)) {
      out.add_coded(area.code, area.title);
    }
  }
}

void add_places(Offered& out, const Tables& tables) {
  out.add("Remote", "The national market");
  for (const Area& area : tables.areas) {
    if (is_state(area) || is_wage_area(area)) {
      out.add(area.title, area.code);
    }
  }
}

void add_settings(Offered& out, const Tables& tables) {
  std::ranges::for_each(tables.settings, [&](const Setting& one) { out.add_named(one.id, one.title); });
}

void add_skills(Offered& out, const Tables& tables) {
  std::ranges::for_each(tables.skills, [&](const Skill& one) { out.add_named(one.id, one.title); });
}

void add_education(Offered& out, const Tables& tables) {
  std::ranges::for_each(tables.education, [&](const Education& one) { out.add_named(one.id, one.title); });
}

void add_releases(Offered& out, const Tables& tables) {
  std::set<std::int32_t> years;
  std::ranges::for_each(tables.nation_wages, [&](const NationWage& one) { years.insert(one.release); });
  std::ranges::for_each(years, [&](std::int32_t year) { out.add(std::to_string(year), "May of the year"); });
}

void add_localities(Offered& out, const Tables& tables) {
  std::ranges::for_each(tables.gs_localities, [&](const GsLocality& one) { out.add_named(one.code, one.name); });
}

void add_fields_where(Offered& out, bool rows_alone) {
  for (const output::FieldForm& one : output::field_forms) {
    if (one.in_rows || !rows_alone) {
      out.add(one.name, one.about);
    }
  }
}

void add_fields(Offered& out, const Tables&) { add_fields_where(out, false); }

void add_row_fields(Offered& out, const Tables&) { add_fields_where(out, true); }

void add_facts(Offered& out, const Tables&) {
  std::ranges::for_each(query::fact_forms, [&](const query::FactForm& one) { out.add(one.name); });
}

void add_pages(Offered& out, const Tables&) {
  std::ranges::for_each(program.commands, [&](const CommandSpec* one) { out.add(one->name, one->about); });
}

void add_topics(Offered& out, const Tables&) {
  std::ranges::for_each(topics(), [&](const Topic& one) { out.add(one.name, one.about); });
  for (const CommandSpec* const one : program.commands) {
    if (topic_named(one->name) == nullptr) {
      out.add(one->name, one->about);
    }
  }
}

struct Listing {
  std::string_view name;
  void (*add)(Offered& out, const Tables& tables);
};

constexpr std::array<Listing, 17> listings{{
    {"roles", add_roles},
    {"role ids", add_role_ids},
    {"levels", add_levels},
    {"certs", add_credentials},
    {"states", add_states},
    {"metros", add_metros},
    {"places", add_places},
    {"settings", add_settings},
    {"skills", add_skills},
    {"education", add_education},
    {"releases", add_releases},
    {"localities", add_localities},
    {"fields", add_fields},
    {"row fields", add_row_fields},
    {"facts", add_facts},
    {"pages", add_pages},
    {"topics", add_topics},
}};

}  // namespace

bool is_listing(std::string_view name) { return std::ranges::find(listings, name, &Listing::name) != listings.end(); }

std::vector<Candidate> candidates(const Tables& tables, std::string_view listing, std::string_view typed) {
  Offered out(typed);
  const auto* const there = std::ranges::find(listings, listing, &Listing::name);
  if (there != listings.end()) {
    there->add(out, tables);
  }
  return out.list();
}

std::vector<Candidate> beginning_with(std::string_view typed, std::vector<Candidate> all) {
  const auto as_typed = [&](const Candidate& one) { return one.text.starts_with(typed); };
  if (std::ranges::any_of(all, as_typed)) {
    std::erase_if(all, [&](const Candidate& one) { return !as_typed(one); });
    return all;
  }
  const std::string small = lower(typed);
  std::erase_if(all, [&](const Candidate& one) { return !lower(one.text).starts_with(small); });
  return all;
}

}  // namespace hisalary::cli
