// SPDX-License-Identifier: MIT
#include "career.hpp"

#include <algorithm>

#include "base/number.hpp"
#include "base/text.hpp"
#include "data/tables.hpp"
#include "explain/estimate.hpp"
#include "hisalary/error.hpp"
#include "reading.hpp"

namespace hisalary::advise {
namespace {

constexpr const char* option = "--path";
constexpr const char* example = "write it like --path medical-coder:6,coding-manager:7,him-director";
constexpr Text top = "director";

Error usage(const std::string& message, const std::string& hint = example) {
  return {ErrorCode::Usage, message, hint, option};
}

/// The role of an id, a title or an alias; a guess from a few words, as for one question, would send a whole career
/// astray.
const Role& role_named(const Tables& tables, const std::string& name) {
  const std::string wanted = bare(name);
  const auto is = [&](Text text) { return bare(text) == wanted; };
  std::vector<std::string_view> ids;
  for (const auto& role : tables.roles) {
    if (is(role.id) || is(role.title) || std::ranges::any_of(role.aliases, is)) {
      return role;
    }
    ids.push_back(role.id);
  }
  throw Error(ErrorCode::NoAnswer, "unknown role " + shown(name),
              did_you_mean(name, ids, "\"hisalary list roles\" shows all"), option);
}

PathStep read_step(const Tables& tables, const std::string& text) {
  const auto colon = text.rfind(':');
  const std::string name(trimmed(std::string_view(text).substr(0, colon)));
  if (name.empty()) {
    throw usage("a step of the path is empty");
  }
  PathStep step{&role_named(tables, name), std::nullopt};
  if (colon != std::string::npos) {
    step.years = whole_number(trimmed(std::string_view(text).substr(colon + 1)), 1, most_years, option,
                              "number of years in " + std::string(step.role->id));
  }
  return step;
}

int rank_of(const Tables& tables, const Role& role) {
  const auto it = std::ranges::find(tables.levels, role.level, &Level::id);
  return it == tables.levels.end() ? 0 : it->rank;
}

/// The role that follows with the smallest step up in rank; the first that follows when none is a step up; null when
/// none follows.
const Role* next_role(const Tables& tables, const Role& role) {
  const Role* first = nullptr;
  const Role* best = nullptr;
  for (const Text id : role.next) {
    const auto it = std::ranges::find(tables.roles, id, &Role::id);
    if (it == tables.roles.end()) {
      continue;
    }
    first = first == nullptr ? &*it : first;
    const bool up = rank_of(tables, *it) > rank_of(tables, role);
    best = up && (best == nullptr || rank_of(tables, *it) < rank_of(tables, *best)) ? &*it : best;
  }
  return best != nullptr ? best : first;
}

class Living {
 public:
  Living(const Model& model, const Facts& person, int last)
      : model_(model), person_(person), first_(person.years.value_or(0)), last_(last) {
    if (first_ >= last_) {
      throw Error(ErrorCode::Usage,
                  "the career would end at " + std::to_string(last_) + " years and begin at " + number_text(first_),
                  "give a greater --to, or fewer --years", "--to");
    }
  }

  Career run(const std::optional<Path>& path) {
    if (path) {
      begins(*path);
    }
    for (int lived = 0; first_ + lived <= last_; ++lived) {
      const double years = first_ + lived;
      Facts person = person_;
      person.years = years;
      Estimate now = explain::estimate(model_.pricer(), person);
      out_.staying.push_back({years, 0, now.pay});
      keep(now);
      if (lived == 0) {
        out_.first = std::move(now);
      }
      if (path) {
        along(years);
      }
    }
    return std::move(out_);
  }

 private:
  void begins(const Path& path) {
    double at = first_;
    for (const auto& step : path.steps) {
      out_.begins.push_back({step, at, at < last_});
      at += step.years.value_or(0);
    }
  }

  void along(double years) {
    std::size_t at = 0;
    while (at + 1 < out_.begins.size() && out_.begins[at + 1].years <= years && out_.begins[at + 1].reached) {
      ++at;
    }
    Facts person = person_;
    const PathStep& step = out_.begins[at].step;
    person.role = step.role;
    person.occupation = nullptr;
    person.level = step.role == person_.role ? person_.level : nullptr;
    person.years = years;
    const Estimate now = explain::estimate(model_.pricer(), person);
    out_.along.push_back({years, at, now.pay});
    keep(now);
  }

  void keep(const Estimate& estimate) {
    add_new(out_.caveats, estimate.caveats);
    add_new(out_.sources, estimate.sources);
  }

  const Model& model_;
  const Facts& person_;
  double first_;
  int last_;
  Career out_;
};

}  // namespace

Path read_path(const Tables& tables, std::string_view text) {
  Path path;
  for (const auto& part : split(text, ',')) {
    const PathStep step = read_step(tables, part);
    if (std::ranges::find(path.steps, step.role, &PathStep::role) != path.steps.end()) {
      throw usage("the path has the role " + std::string(step.role->id) + " twice", "give each role once");
    }
    path.steps.push_back(step);
  }
  if (path.steps.size() == 1) {
    throw usage("the path has only one step, which is the same as staying");
  }
  for (const auto& step : path.steps) {
    const bool is_last = &step == &path.steps.back();
    if (!is_last && !step.years) {
      throw usage("the path does not say how many years in " + std::string(step.role->id));
    }
    if (is_last && step.years) {
      throw usage("the last role of the path, " + std::string(step.role->id) + ", lasts until the end of the career",
                  "leave out its years; --to says where the career ends");
    }
  }
  return path;
}

const Role& first_job(const Model& model, const Facts& person) {
  Facts beginner = person;
  beginner.years = person.years.value_or(0);
  return *model.pricer().jobs(beginner).front().role;
}

Path default_path(const Tables& tables, const Role& role) {
  Path path;
  path.by_default = true;
  path.steps.push_back({&role, std::nullopt});
  const Role* now = &role;
  while (path.steps.size() == 1 || now->level != top) {
    const Role* const next = next_role(tables, *now);
    if (next == nullptr || std::ranges::find(path.steps, next, &PathStep::role) != path.steps.end()) {
      break;
    }
    path.steps.back().years = assumed_years;
    path.steps.push_back({next, std::nullopt});
    now = next;
  }
  if (path.steps.size() == 1) {
    throw Error(ErrorCode::NoAnswer, "no role follows " + std::string(role.id) + " here",
                "give the path yourself: --path ROLE:YEARS,ROLE", option);
  }
  return path;
}

Career career(const Model& model, const Facts& person, int last, const std::optional<Path>& path) {
  return Living(model, person, last).run(path);
}

}  // namespace hisalary::advise
