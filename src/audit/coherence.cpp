// SPDX-License-Identifier: MIT
#include "coherence.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "base/number.hpp"
#include "data/tables.hpp"
#include "model/mixture.hpp"
#include "model/pricer.hpp"
#include "model/time.hpp"

namespace hisalary::audit {
namespace {

constexpr std::array<double, 6> years_asked{0, 1, 4, 7.5, 14, 25};
constexpr double a_dollar = 1;
constexpr std::size_t median = 2;

class Checker {
 public:
  explicit Checker(const Model& model) : pricer_(model.pricer()), tables_(pricer_.tables()) {}

  Coherence all() {
    steps_up();
    levels();
    managers_under_directors();
    more_years();
    credentials();
    not_priced();
    halves();
    no_wider_than_market();
    mixtures();
    past_mays();
    return std::move(out_);
  }

 private:
  void rule(std::string id, std::string about) { out_.rules.push_back({std::move(id), std::move(about), 0, 0}); }

  /// One question of the present rule; `amount` must not lie beyond `limit`.
  void hold(bool holds, double amount, double limit, auto&& asked) {
    CoherenceRule& rule = out_.rules.back();
    ++rule.questions;
    if (holds) {
      return;
    }
    if (++rule.breaches <= static_cast<std::int64_t>(most_breaches)) {
      out_.breaches.push_back({rule.id, asked(), amount, limit});
    }
  }

  void never_less(double amount, double limit, auto&& asked) { hold(amount >= limit - a_dollar, amount, limit, asked); }

  [[nodiscard]] std::optional<model::Price> price(const Facts& person) const {
    return pricer_.refusal(person) != nullptr ? std::nullopt : std::optional(pricer_.price(person));
  }

  [[nodiscard]] const Role* role(Text id) const {
    const auto it = std::ranges::find(tables_.roles, id, &Role::id);
    return it != tables_.roles.end() ? &*it : nullptr;
  }

  [[nodiscard]] std::string words(const Facts& person) const {
    std::string out(person.role != nullptr ? person.role->id : Text("no role"));
    if (person.occupation != nullptr) {
      out = person.occupation->soc;
    }
    const auto add = [&](const std::string& what) { out += ", " + what; };
    if (person.level != nullptr) {
      add(std::string(person.level->id));
    }
    if (person.years) {
      add(number_text(*person.years) + " years");
    }
    for (std::size_t i = 0; person.credentials && i < tables_.credentials.size(); ++i) {
      if (person.credentials->test(i)) {
        add(std::string(tables_.credentials[i].id));
      }
    }
    add(person.area != nullptr ? std::string(person.area->title) : "United States");
    return out;
  }

  /// Every role, and no role.
  void each_job(auto&& f) const {
    for (const auto& role : tables_.roles) {
      f(&role);
    }
    f(nullptr);
  }

  /// The nation and every state.
  void each_state(auto&& f) const {
    f(nullptr);
    for (const auto& area : tables_.areas) {
      if (area.kind == AreaKind::State || area.kind == AreaKind::Territory) {
        f(&area);
      }
    }
  }

  void steps_up() {
    rule("steps-up", "a step up the ladder never pays less, in any area, at any experience");
    for (const auto& higher : tables_.roles) {
      for (const Text lower : higher.above) {
        step_up(*role(lower), higher);
      }
    }
  }

  void step_up(const Role& lower, const Role& higher) {
    for (const auto& area : tables_.areas) {
      for (const double years : years_asked) {
        Facts person;
        person.area = &area;
        person.years = years;
        person.role = &lower;
        const auto below = price(person);
        person.role = &higher;
        const auto above = price(person);
        if (below && above) {
          never_less(above->pay.p50(), below->pay.p50(),
                     [&] { return words(person) + " after " + std::string(lower.id); });
        }
      }
    }
  }

  void levels() {
    rule("levels", "a higher level never pays less: trainee, I, II, III, senior, lead, supervisor, manager, director");
    each_job([&](const Role* role) {
      each_state([&](const Area* area) {
        double before = 0;
        for (const auto& level : tables_.levels) {
          if (level.kind != "grade" && (role == nullptr || !role->level.empty())) {
            continue;  // a role that is a rank has grades, not other ranks; without a role, ranks are other jobs
          }
          Facts person;
          person.role = role;
          person.area = area;
          person.level = &level;
          const auto now = price(person);
          if (now) {
            never_less(now->pay.p50(), before, [&] { return words(person) + " against the level below"; });
            before = now->pay.p50();
          }
        }
      });
    });
  }

  void managers_under_directors() {
    rule("managers", "the manager of a working role never earns more than a director of health information");
    const auto manager = std::ranges::find(tables_.levels, Text("manager"), &Level::id);
    const Role* const director = role("him-director");
    for (const Text lower : {Text("medical-coder"), Text("cdi-specialist"), Text("cancer-registrar"),
                             Text("health-information-technician"), Text("coding-auditor")}) {
      each_state([&](const Area* area) {
        Facts person;
        person.area = area;
        person.role = role(lower);
        person.level = manager != tables_.levels.end() ? &*manager : nullptr;
        const auto below = price(person);
        const std::string asked = words(person);
        person.role = director;
        person.level = nullptr;
        const auto above = price(person);
        if (below && above) {
          never_less(above->pay.p50(), below->pay.p50(), [&] { return words(person) + " after " + asked; });
        }
      });
    }
  }

  void more_years() {
    rule("years", "more years of experience never pay less");
    each_job([&](const Role* role) {
      each_state([&](const Area* area) {
        double before = 0;
        for (int half_years = 0; half_years <= 80; ++half_years) {
          Facts person;
          person.role = role;
          person.area = area;
          person.years = half_years / 2.0;
          if (const auto now = price(person)) {
            never_less(now->pay.p50(), before, [&] { return words(person) + " against half a year before"; });
            before = now->pay.p50();
          }
        }
      });
    });
  }

  void credentials() {
    rule("credentials", "a credential never pays less than none, in the same job");
    each_job([&](const Role* role) {
      each_state([&](const Area* area) {
        for (const std::optional<double> years : {std::optional<double>(), std::optional(1.0), std::optional(10.0)}) {
          Facts person;
          person.role = role;
          person.area = area;
          person.years = years;
          person.credentials.emplace();
          const auto none = price(person);
          const auto jobs = none && role == nullptr ? pricer_.jobs(person) : std::vector<model::HeldJob>();
          for (std::size_t i = 0; none && i < tables_.credentials.size(); ++i) {
            person.credentials = Held().set(i);
            const double pay = (role != nullptr ? pricer_.price(person) : pricer_.price_in(person, jobs)).pay.p50();
            never_less(pay, none->pay.p50(), [&] { return words(person) + " against none"; });
          }
        }
      });
    });
  }

  /// Whether any kind of work pays for a credential.
  [[nodiscard]] bool is_priced(Text credential, Text family) const {
    return std::ranges::any_of(tables_.standing, [&](const StandingFact& fact) {
      return fact.fact == "credential" && (family.empty() || fact.family == family) &&
             std::ranges::find(fact.values, credential, &ShareEffect::id) != fact.values.end();
    });
  }

  void not_priced() {
    rule("not-priced", "a credential that nothing prices for the work changes nothing");
    each_job([&](const Role* role) {
      Facts person;
      person.role = role;
      const auto without = price(person);
      for (std::size_t i = 0; without && i < tables_.credentials.size(); ++i) {
        if (is_priced(tables_.credentials[i].id, role != nullptr ? role->family : Text())) {
          continue;
        }
        person.credentials = Held().set(i);
        const auto with = price(person);
        hold(with->pay.dollars == without->pay.dollars, with->pay.p50(), without->pay.p50(),
             [&] { return words(person); });
      }
    });
  }

  void halves() {
    rule("halves", "a range has two halves: neighboring percentiles are at least 1 percent apart");
    constexpr double apart = 1.01;
    each_job([&](const Role* role) {
      for (const auto& area : tables_.areas) {
        for (const double years : {0.0, 7.5, 40.0}) {
          Facts person;
          person.role = role;
          person.area = &area;
          person.years = years;
          const auto one = price(person);
          for (std::size_t i = 1; one && i < one->pay.dollars.size(); ++i) {
            const double limit = one->pay.dollars[i - 1] * apart;
            hold(one->pay.dollars[i] >= limit, one->pay.dollars[i], limit, [&] { return words(person); });
          }
        }
      }
    });
  }

  void no_wider_than_market() {
    rule("no-wider", "a person's range is no wider than the market's and the error of the place");
    constexpr double rounding = 1e-9;
    for (const auto& role : tables_.roles) {
      for (const auto& area : tables_.areas) {
        Facts person;
        person.role = &role;
        person.area = &area;
        const auto one = price(person);
        if (!one) {
          continue;
        }
        const model::MarketCurve& market = one->terms.market->curve;
        const double error = one->terms.shifts.error * (model::percentile_scores[4] - model::percentile_scores[0]);
        const double range = widest(market, one->terms.scores.mean());
        const double limit = std::hypot(range, error) + 4 * model::role_gap + rounding;
        const double width = one->log_pay[4] - one->log_pay[0];
        hold(width <= limit, std::exp(width), std::exp(limit), [&] { return words(person); });
      }
    }
  }

  /// The market's own range, p10 to p90, or the same span of scores about a person, where the curve may be steeper.
  [[nodiscard]] static double widest(const model::MarketCurve& market, double mean) {
    const double own = market(model::percentile_scores[4]) - market(model::percentile_scores[0]);
    const double about = market(mean + model::percentile_scores[4]) - market(mean + model::percentile_scores[0]);
    return std::max(own, about);
  }

  void mixtures() {
    rule("mixtures", "the answer without a role is the mixture of the answers of the roles, with their shares");
    constexpr std::array<double, 5> wanted{0.10, 0.25, 0.50, 0.75, 0.90};
    constexpr double close = 1e-6;
    each_state([&](const Area* area) {
      for (std::size_t i = 0; i <= tables_.credentials.size(); ++i) {
        Facts person;
        person.area = area;
        person.years = 6;
        if (i < tables_.credentials.size()) {
          person.credentials = Held().set(i);
        }
        const auto all = price(person);
        model::MixedPay named(all ? all->jobs.size() : 0);
        if (all) {
          for (const auto& job : all->jobs) {
            person.role = job.role;
            named.add(job.share, pricer_.price(person).log_pay);
          }
        }
        person.role = nullptr;
        for (std::size_t k = 0; all && k < wanted.size(); ++k) {
          const double below = named.below(all->log_pay[k]);
          hold(std::abs(below - wanted[k]) < close, below, wanted[k], [&] { return words(person); });
        }
      }
    });
  }

  void past_mays() {
    rule("past-mays", "in the dollars of a May that BLS published, an occupation's median is BLS's");
    for (const auto& occupation : tables_.occupations) {
      for (const auto& row : tables_.nation_wages) {
        if (row.soc != occupation.soc || !row.pay[median].known() || row.release >= pricer_.clock().release().year()) {
          continue;
        }
        Facts person;
        person.occupation = now_of(occupation);
        person.as_of = {AsOf::Kind::At, Quarter(row.release, 2)};
        const auto one = price(person);
        const bool replaced = person.occupation != &occupation;
        if (!one || (replaced && has_own(*person.occupation, row.release))) {
          continue;
        }
        hold(std::abs(one->pay.p50() - row.pay[median].amount) <= a_dollar, one->pay.p50(), row.pay[median].amount,
             [&] { return words(person) + ", May " + std::to_string(row.release); });
      }
    }
  }

  [[nodiscard]] const Occupation* now_of(const Occupation& occupation) const {
    if (occupation.successor.empty()) {
      return &occupation;
    }
    return &*std::ranges::find(tables_.occupations, occupation.successor, &Occupation::soc);
  }

  [[nodiscard]] bool has_own(const Occupation& occupation, std::int32_t release) const {
    return std::ranges::any_of(tables_.nation_wages, [&](const NationWage& row) {
      return row.soc == occupation.soc && row.release == release && row.pay[median].known();
    });
  }

  const model::Pricer& pricer_;
  const Tables& tables_;
  Coherence out_;
};

}  // namespace

Coherence check_coherence(const Model& model) { return Checker(model).all(); }

}  // namespace hisalary::audit
