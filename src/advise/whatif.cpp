// SPDX-License-Identifier: MIT
#include "whatif.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "data/tables.hpp"
#include "explain/estimate.hpp"
#include "hisalary/error.hpp"
#include "parity.hpp"
#include "reading.hpp"
#include "standing.hpp"

namespace hisalary::advise {
namespace {

constexpr double months_a_year = 12;
constexpr Text no_degree = "high-school";

constexpr std::array<std::pair<std::string_view, ChangeKind>, 6> kinds{{{"certs", ChangeKind::Credential},
                                                                        {"education", ChangeKind::Education},
                                                                        {"skills", ChangeKind::Skill},
                                                                        {"roles", ChangeKind::Role},
                                                                        {"settings", ChangeKind::Setting},
                                                                        {"places", ChangeKind::Place}}};

bool contains(List<Text> all, Text one) { return std::ranges::find(all, one) != all.end(); }

/// Tries every change, one at a time.
class Trying {
 public:
  Trying(const Model& model, const Facts& person, const WhatIfOptions& options)
      : model_(model),
        tables_(model.dataset().tables()),
        options_(options),
        person_(person),
        held_(person.credentials.value_or(Held{})) {}

  WhatIf run() {
    start();
    const auto wanted = [&](ChangeKind kind) { return options_.only.empty() || options_.only.contains(kind); };
    if (wanted(ChangeKind::Credential)) credentials();
    if (wanted(ChangeKind::Education)) education();
    if (wanted(ChangeKind::Skill)) skills();
    if (wanted(ChangeKind::Role)) roles();
    if (wanted(ChangeKind::Setting)) settings();
    if (wanted(ChangeKind::Place)) places();
    std::ranges::stable_sort(out_.changes, std::greater{}, &Change::gain);
    return std::move(out_);
  }

 private:
  void start() {
    if (!person_.credentials) {
      out_.assumed.emplace_back("no credentials given: each one is compared with having none");
    }
    if (!person_.years) {
      out_.assumed.emplace_back("no experience given: averaged over everyone in this work");
    }
    if (person_.setting == nullptr) {
      out_.assumed.emplace_back("no kind of employer given: starts from the average employer");
    }
    out_.now = explain::estimate(model_.pricer(), person_);
    out_.standing = standing_of(model_, person_);
    add_new(out_.sources, out_.now.sources);
  }

  /// Whether the person's work, or a job among those that such people hold, belongs to a family of roles.
  [[nodiscard]] bool works_in(Text family) const {
    if (model::is_named(person_)) {
      return family == (person_.role != nullptr ? person_.role->family : person_.occupation->family);
    }
    return std::ranges::any_of(out_.now.jobs, [&](const JobShare& job) { return job.role->family == family; });
  }

  [[nodiscard]] bool priced(Text fact, Text value) const {
    return std::ranges::any_of(tables_.standing, [&](const StandingFact& row) {
      return works_in(row.family) && row.fact == fact &&
             std::ranges::find(row.values, value, &ShareEffect::id) != row.values.end();
    });
  }

  /// The source of the step that the change makes; of the last one before time where it makes none of its own.
  static Provenance basis_of(ChangeKind kind, const Estimate& estimate) {
    constexpr std::array<std::string_view, 6> ids{"credentials", "education", "skills", "role", "setting", "place"};
    const auto own = std::ranges::find(estimate.steps, ids[static_cast<std::size_t>(kind)], &Step::id);
    return own != estimate.steps.end() ? own->from : estimate.steps.front().from;
  }

  Change& add(ChangeKind kind, Text id, const Facts& before, const Percentiles& from, const Facts& after,
              const Estimate& estimate) {
    Change change;
    change.kind = kind;
    change.id = id;
    change.before = before;
    change.after = after;
    change.from = from;
    change.to = estimate.pay;
    set_pay(change);
    change.wages = estimate.market.kind;
    change.basis = basis_of(kind, estimate);
    add_new(out_.sources, estimate.sources);
    return out_.changes.emplace_back(change);
  }

  /// Who names no job stays in it: what a credential tells of the jobs that its holders have is no gain from it.
  [[nodiscard]] Estimate estimate_in_same_job(const Facts& after) const {
    Estimate estimate = explain::estimate(model_.pricer(), after);
    if (!model::is_named(person_)) {
      estimate.pay = model_.pricer().price_in(after, model_.pricer().jobs(person_)).pay;
    }
    return estimate;
  }

  /// Who is paid more than others like them is taken to stay so.
  void set_pay(Change& change) const {
    change.pay_before = person_.pay.value_or(change.from.p50());
    change.pay_after = change.to.p50();
    if (person_.pay) {
      const double percentile = percentile_of(change.from, *person_.pay);
      change.pay_after = *person_.pay * pay_at(change.to, percentile) / pay_at(change.from, percentile);
    }
  }

  Change& add(ChangeKind kind, Text id, const Facts& after) {
    return add(kind, id, person_, out_.now.pay, after, estimate_in_same_job(after));
  }

  void not_priced(ChangeKind kind, Text id, std::string why) { out_.not_priced.push_back({kind, id, std::move(why)}); }

  // --- credentials

  [[nodiscard]] bool superseded(const Credential& credential) const {
    for (std::size_t i = 0; i < tables_.credentials.size(); ++i) {
      if (held_.test(i) && contains(tables_.credentials[i].supersedes, credential.id)) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] const Education* degree(Text id) const {
    const auto it = std::ranges::find(tables_.education, id, &Education::id);
    return it == tables_.education.end() ? nullptr : &*it;
  }

  /// The highest degree that the credentials held ask for; null when none asks for one.
  [[nodiscard]] const Education* implied_degree() const {
    const Education* highest = nullptr;
    for (std::size_t i = 0; i < tables_.credentials.size(); ++i) {
      const Education* const asked = held_.test(i) ? degree(tables_.credentials[i].prerequisite_level) : nullptr;
      highest = asked != nullptr && (highest == nullptr || asked->rank > highest->rank) ? asked : highest;
    }
    return highest;
  }

  [[nodiscard]] Prerequisite prerequisite(const Credential& credential) const {
    return credential.prerequisite.empty() ? Prerequisite::NotFound : met(degree(credential.prerequisite_level));
  }

  /// Whether the person has a degree that is asked for.
  [[nodiscard]] Prerequisite met(const Education* asked) const {
    const Education* const known = person_.education != nullptr ? person_.education : implied_degree();
    if (asked == nullptr || known == nullptr) {
      return Prerequisite::Unknown;
    }
    if (known->rank >= asked->rank) {
      return Prerequisite::Met;
    }
    return person_.education != nullptr ? Prerequisite::Missing : Prerequisite::Unknown;
  }

  void credentials() {
    Facts before = person_;
    Percentiles from = out_.now.pay;
    if (!before.credentials) {
      before.credentials.emplace();
      from = explain::estimate(model_.pricer(), before).pay;
    }
    for (std::size_t i = 0; i < tables_.credentials.size(); ++i) {
      const Credential& credential = tables_.credentials[i];
      if (held_.test(i) || superseded(credential)) {
        continue;
      }
      if (!priced("credential", credential.id)) {
        not_priced(ChangeKind::Credential, credential.id, "no published figure prices them for this kind of work");
        continue;
      }
      Facts after = before;
      after.credentials->set(i);
      Change& change =
          add(ChangeKind::Credential, credential.id, before, from, after, explain::estimate(model_.pricer(), after));
      change.credential = &credential;
      change.prerequisite = prerequisite(credential);
    }
  }

  // --- education and skills

  void education() {
    Facts before = person_;
    Percentiles from = out_.now.pay;
    if (before.education == nullptr) {
      const Education* const implied = implied_degree();
      before.education = implied != nullptr ? implied : degree(no_degree);
      if (before.education == nullptr || !priced("education", before.education->id)) {
        return;
      }
      from = estimate_in_same_job(before).pay;
      out_.assumed.push_back("no degree given: each one is compared with " +
                             (implied != nullptr
                                  ? "the degree that the credentials require (" + std::string(implied->title) + ")"
                                  : "a high school diploma"));
    }
    for (const Education& next : tables_.education) {
      if (next.rank <= before.education->rank) {
        continue;
      }
      if (!priced("education", next.id)) {
        not_priced(ChangeKind::Education, next.id, "no figure prices the degree in this work");
        continue;
      }
      Facts after = before;
      after.education = &next;
      add(ChangeKind::Education, next.id, before, from, after, estimate_in_same_job(after));
    }
  }

  [[nodiscard]] bool holds(Text credential) const {
    const auto it = std::ranges::find(tables_.credentials, credential, &Credential::id);
    return it != tables_.credentials.end() && held_.test(static_cast<std::size_t>(it - tables_.credentials.begin()));
  }

  void skills() {
    constexpr Text counted_as = "credential ";
    for (std::size_t i = 0; i < tables_.skills.size(); ++i) {
      const Skill& skill = tables_.skills[i];
      if (person_.skills.test(i)) {
        continue;
      }
      if (!priced("skill", skill.id)) {
        const std::string nearest = skill.nearest.empty() ? "" : "; nearest: " + std::string(skill.nearest);
        not_priced(ChangeKind::Skill, skill.id, "no publication puts a price on them for this role" + nearest);
      } else if (skill.nearest.starts_with(counted_as) && holds(skill.nearest.substr(counted_as.size()))) {
        not_priced(ChangeKind::Skill, skill.id, "counted already, as " + std::string(skill.nearest));
      } else {
        Facts after = person_;
        after.skills.set(i);
        add(ChangeKind::Skill, skill.id, after);
      }
    }
  }

  // --- roles, settings and places

  /// What BLS says people typically bring to the occupation in which the most of a role lies.
  void require_first(Change& change) const {
    constexpr Text nurses = "29-1141";
    const Role& role = *change.after.role;
    const auto most = std::ranges::max_element(role.occupations, {}, &OccupationWeight::weight);
    const auto row = std::ranges::find(tables_.outlook, most->soc, &Outlook::soc);
    if (most->soc == nurses) {
      change.requires_first =
          "usually a registered nurse's license: most of this work is counted with registered nurses";
      change.prerequisite = Prerequisite::Unknown;
      return;
    }
    if (row == tables_.outlook.end() || row->entry.empty()) {
      return;
    }
    const bool experience = !row->experience.empty() && row->experience != "None";
    change.requires_first = "typically " + plain(row->entry) +
                            (experience ? " and " + plain(row->experience) + " in a related occupation" : "");
    const std::string wanted = plain(row->entry);
    const auto asked = std::ranges::find_if(tables_.education, [&](const Education& one) {
      return plain(one.title) == wanted || std::ranges::find(one.aliases, wanted) != one.aliases.end();
    });
    change.prerequisite = met(asked == tables_.education.end() ? nullptr : &*asked);
  }

  void roles() {
    if (!model::is_named(person_)) {
      out_.assumed.emplace_back("no role given: name one to see what its next roles pay");
      return;
    }
    if (person_.role == nullptr) {
      out_.assumed.emplace_back("a whole occupation has no next roles; name a role to see them");
      return;
    }
    if (person_.level != nullptr && !person_.role->next.empty()) {
      out_.assumed.emplace_back("in the next roles the level is left out");
    }
    for (const Text id : person_.role->next) {
      const auto role = std::ranges::find(tables_.roles, id, &Role::id);
      if (role == tables_.roles.end()) {
        continue;
      }
      Facts after = person_;
      after.role = &*role;
      after.level = nullptr;
      try {
        const Estimate estimate = explain::estimate(model_.pricer(), after);
        if (estimate.pay.p50() < out_.now.pay.p50()) {
          not_priced(ChangeKind::Role, id, "pays less here with the same experience: a step sideways, not up");
          continue;
        }
        require_first(add(ChangeKind::Role, id, person_, out_.now.pay, after, estimate));
      } catch (const Error& error) {  // an older release may lack one of its occupations
        not_priced(ChangeKind::Role, id, error.what());
      }
    }
  }

  void settings() {
    for (const Setting& setting : tables_.settings) {
      if (&setting == person_.setting) {
        continue;
      }
      Facts after = person_;
      after.setting = &setting;
      const Estimate estimate = explain::estimate(model_.pricer(), after);
      if (std::ranges::find(estimate.steps, "setting", &Step::id) == estimate.steps.end()) {
        not_priced(ChangeKind::Setting, setting.id, "no publication gives pay for this work there");
      } else {
        add(ChangeKind::Setting, setting.id, person_, out_.now.pay, after, estimate);
      }
    }
  }

  [[nodiscard]] bool elsewhere(const Area& area) const {
    const bool state = area.kind == AreaKind::State || area.kind == AreaKind::Territory;
    const bool wanted = options_.metros ? area.kind == AreaKind::Metropolitan : state;
    return wanted && (person_.area == nullptr || (&area != person_.area && !contains(person_.area->states, area.code)));
  }

  static std::optional<double> adjusted_gain(const Change& change) {
    return change.adjusted_from && change.adjusted_to ? std::optional(*change.adjusted_to - *change.adjusted_from)
                                                      : std::nullopt;
  }

  void places() {
    if (person_.release) {
      out_.assumed.emplace_back("older releases cover the nation only, so places are left out");
      return;
    }
    const auto parity = price_parity(tables_, person_);
    if (!parity) {
      out_.assumed.emplace_back(
          "no cost of living is published for this person's place, so places are ranked by pay alone");
    }
    const std::size_t first = out_.changes.size();
    for (const Area& area : tables_.areas) {
      if (elsewhere(area)) {
        Facts after = person_;
        after.area = &area;
        after.remote = false;
        Change& change = add(ChangeKind::Place, area.code, after);
        change.parity = price_parity(tables_, after);
        change.adjusted_from = at_nations_prices(change.pay_before, parity);
        change.adjusted_to = at_nations_prices(change.pay_after, change.parity);
      }
    }
    std::vector<Change*> all;
    for (std::size_t i = first; i < out_.changes.size(); ++i) {
      all.push_back(&out_.changes[i]);
    }
    rank(all, &Change::rank, [](const Change& change) { return std::optional(change.gain()); });
    rank(all, &Change::adjusted_rank, adjusted_gain);
    std::erase_if(out_.changes, [](const Change& change) {
      return change.kind == ChangeKind::Place && change.rank == 0 && change.adjusted_rank == 0;
    });
  }

  void rank(std::vector<Change*>& all, int Change::*place, auto gain) const {
    std::ranges::stable_sort(all, [&](const Change* a, const Change* b) { return gain(*a) > gain(*b); });
    int next = 1;
    for (Change* const change : all) {
      if (static_cast<std::size_t>(next) <= options_.best_places && gain(*change)) {
        change->*place = next++;
      }
    }
  }

  const Model& model_;
  const Tables& tables_;
  const WhatIfOptions& options_;
  Facts person_;
  Held held_;  ///< credentials that the person is known to hold
  WhatIf out_;
};

}  // namespace

ChangeKind change_kind(std::string_view word) {
  std::vector<std::string_view> known;
  for (const auto& [name, kind] : kinds) {
    if (name == word) {
      return kind;
    }
    known.push_back(name);
  }
  throw Error(ErrorCode::Usage, shown(word) + " is not a kind of change",
              did_you_mean(word, known, "allowed: " + alternatives({known.begin(), known.end()}, known.size())),
              "--only");
}

std::optional<double> Change::fee() const {
  if (credential == nullptr) {
    return std::nullopt;
  }
  return credential->exam_fee_nonmember ? credential->exam_fee_nonmember : credential->exam_fee_member;
}

std::optional<double> Change::five_year_cost() const {
  constexpr double years = 5;
  const auto exam = fee();
  return exam ? std::optional(*exam + years * credential->renewal_a_year.value_or(0)) : std::nullopt;
}

std::optional<double> Change::months_to_pay_back() const {
  const auto exam = fee();
  const double left = exam ? gain() - credential->renewal_a_year.value_or(0) : 0;
  return left > 0 ? std::optional(*exam / (left / months_a_year)) : std::nullopt;
}

WhatIf what_if(const Model& model, const Facts& person, const WhatIfOptions& options) {
  return Trying(model, person, options).run();
}

}  // namespace hisalary::advise
