// SPDX-License-Identifier: MIT
#include "offer.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/number.hpp"
#include "data/tables.hpp"
#include "explain/estimate.hpp"
#include "hisalary/error.hpp"
#include "parity.hpp"
#include "standing.hpp"

namespace hisalary::advise {
namespace {

constexpr double weeks = 52;
constexpr double workdays = 5;  // a week
constexpr double percent = 100;

const Benefit& benefit(const Tables& tables, std::string_view id) {
  const auto it = std::ranges::find(tables.benefits, id, &Benefit::id);
  if (it == tables.benefits.end()) {
    throw Error(ErrorCode::BadData, "benefits.json has no row " + std::string(id),
                "add it, or use a data set that has it", "benefits.json");
  }
  return *it;
}

double benefit_value(const Tables& tables, std::string_view id) { return benefit(tables, id).value; }

bool is_federal(const Setting* setting) { return setting != nullptr && setting->id == "federal-government"; }

/// The row of paid vacation for so many years with an employer of this kind.
const Benefit& vacation(const Tables& tables, const Setting* setting, double tenure) {
  if (is_federal(setting)) {
    constexpr double second = 3;
    constexpr double third = 15;
    const char* const later = tenure < third ? "federal-vacation-3y" : "federal-vacation-15y";
    return benefit(tables, tenure < second ? "federal-vacation-1y" : later);
  }
  const bool government = setting != nullptr && setting->id.ends_with("-government");
  constexpr std::array<std::pair<double, const char*>, 3> below{{{5, "-1y"}, {10, "-5y"}, {20, "-10y"}}};
  const auto after = std::ranges::find_if(below, [&](const auto& one) { return tenure < one.first; });
  return benefit(tables, std::string(government ? "vacation-government" : "vacation-private") +
                             (after == below.end() ? "-20y" : after->second));
}

/// KFF's premium of a coverage, and the part of it that the worker pays.
struct Premium {
  const Benefit* whole = nullptr;
  const Benefit* worker = nullptr;
};

Premium premium_of(const Tables& tables, Coverage coverage) {
  const std::string id = coverage == Coverage::Family ? "health-premium-family" : "health-premium-single";
  return {&benefit(tables, id), &benefit(tables, id + "-worker")};
}

std::string cents(double rate) {
  const auto hundredths = std::llround(rate * percent);
  const std::string tail = std::to_string(hundredths % 100);
  return "$" + std::to_string(hundredths / 100) + (tail.size() == 1 ? ".0" : ".") + tail;
}

/// "1,936 hours"; a fraction is kept to the hundredth.
std::string plural(double count, const char* one) {
  const double hundredths = std::round(count * percent) / percent;
  const std::string number =
      hundredths == std::floor(hundredths) ? dollars(hundredths).substr(1) : number_text(hundredths);
  return number + " " + one + (count == 1 ? "" : "s");
}

std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  }
  return text;
}

double match_percent(const std::vector<MatchTier>& tiers) {
  double sum = 0;
  for (const auto& tier : tiers) {
    sum += tier.rate * tier.limit / percent;
  }
  return sum;
}

std::string match_words(const std::vector<MatchTier>& tiers) {
  std::string out;
  for (const auto& tier : tiers) {
    out += (out.empty() ? "" : ", and ") + number_text(tier.rate) + "% of " +
           (out.empty() ? "the first " : "the next ") + number_text(tier.limit) + "%";
  }
  return out;
}

class Valuation {
 public:
  Valuation(const Model& model, const Facts& person, const Offer& offer, std::size_t number)
      : model_(model),
        tables_(model.dataset().tables()),
        person_(person),
        offer_(offer),
        hours_(offer.hours.value_or(default_hours)) {
    out_.name = offer.name.value_or("offer " + std::to_string(number));
    out_.estimate = explain::estimate(model.pricer(), person);
    out_.area = person.area;
    out_.current = offer.current.value_or(false);
  }

  OfferValue value() {
    leave();
    if (offer_.contract_rate) {
      contract();
    } else {
      base();
      extras();
      insurance();
      retirement();
      rest();
      warn();
    }
    total();
    place();
    percentiles();
    return std::move(out_);
  }

 private:
  void part(std::string id, std::string label, double amount, Origin origin, std::string how,
            const Provenance& from = {}) {
    out_.parts.push_back(
        {std::move(id), capital(std::move(label)), std::llround(amount), origin, std::move(how), from});
  }

  void said(const char* id, const char* label, const std::optional<double>& amount) {
    if (amount) {
      part(id, label, *amount, Origin::Said, "");
    } else {
      out_.not_counted.emplace_back(label);
    }
  }

  void said(const char* id, const char* label, const std::optional<Amount>& amount) {
    if (!amount) {
      out_.not_counted.emplace_back(label);
    } else if (amount->percent) {
      part(id, label, base_ * amount->value / percent, Origin::Said, number_text(amount->value) + "% of base");
    } else {
      part(id, label, amount->value, Origin::Said, "");
    }
  }

  void days(const char* id, double count, Origin origin, const Provenance& from = {}) {
    out_.days.push_back({id, count, origin, from});
  }

  /// Days off: paid and inside the base of an employee, unpaid for a contractor.
  void leave() {
    const bool contract = offer_.contract_rate.has_value();
    out_.days_paid = !contract;
    const Benefit& usual = vacation(tables_, contract ? nullptr : person_.setting, offer_.tenure.value_or(1));
    if (offer_.pto) {
      days("pto", *offer_.pto, Origin::Said);
    } else {
      days("pto", usual.value, Origin::Filled, usual.from);
      out_.notes.push_back("no PTO given, so assumed: " + plural(usual.value, "day") + ", " + std::string(usual.item) +
                           " (" + std::string(usual.publisher) + ")");
    }
    if (offer_.holidays) {
      days("holidays", *offer_.holidays, Origin::Said);
    } else {
      out_.not_counted.emplace_back("holidays");
    }
    const bool federal = is_federal(person_.setting) && !contract;
    const Benefit& sick = benefit(tables_, federal ? "federal-sick-days" : "sick-days-private");
    if (offer_.sick) {
      days("sick", *offer_.sick, Origin::Said);
    } else if (offer_.pto && !federal) {
      out_.notes.emplace_back("sick days are assumed to be part of the PTO; give them if they come on top");
    } else {
      days("sick", sick.value, Origin::Filled, sick.from);
      out_.notes.push_back("no sick days given, so assumed: " + plural(sick.value, "day") + ", " +
                           std::string(sick.item) + " (" + std::string(sick.publisher) + ")");
    }
    for (const auto& kind : out_.days) {
      days_off_ += kind.days;
    }
    out_.hours_worked = weeks * hours_ - days_off_ * hours_ / workdays;
  }

  void base() {
    if (offer_.base) {
      base_ = *offer_.base;
      part("base", "Base pay", base_, Origin::Said, "");
    } else {
      base_ = *offer_.hourly_rate * hours_ * weeks;
      part("base", "Wages", base_, Origin::Said,
           cents(*offer_.hourly_rate) + " an hour, " + plural(hours_, "hour") + " a week, 52 weeks");
    }
    out_.compared = std::llround(base_ * default_hours / hours_);
    out_.leave_dollars = std::llround(base_ * days_off_ / (weeks * workdays));
    if (hours_ != default_hours) {
      out_.notes.push_back("compared with the market as full-time pay: BLS counts 40 hours a week, the offer " +
                           number_text(hours_));
    }
  }

  void extras() {
    if (offer_.shift) {
      part("shift", "Shift differential", *offer_.shift * *offer_.shift_hours, Origin::Said,
           cents(*offer_.shift) + " for " + plural(*offer_.shift_hours, "hour"));
      out_.notes.emplace_back(
          "the shift differential is in the total, not in the wage compared with the market: BLS's wages leave such "
          "premiums out");
    } else {
      out_.not_counted.emplace_back("shift differential");
    }
    said("bonus", "bonus", offer_.bonus);
    said("profit_sharing", "profit sharing", offer_.profit_sharing);
    said("stock", "stock", offer_.stock);
    if (offer_.stock) {
      out_.notes.emplace_back("stock is counted at the value you entered; its future value is unknown");
    }
  }

  void insurance() {
    if (!offer_.health) {
      out_.not_counted.emplace_back("health insurance (no coverage given)");
    } else if (*offer_.health != Coverage::None) {
      const auto [whole, worker] = premium_of(tables_, *offer_.health);
      const double share = offer_.premium_share.value_or(worker->value);
      if (share > whole->value) {
        throw Error(ErrorCode::Usage,
                    dollars(share) + " is more than the whole premium, " + dollars(whole->value) + " (" +
                        std::string(whole->publisher) + ")",
                    "give the worker's part of it", "premium_share");
      }
      const std::string kind = *offer_.health == Coverage::Family ? "family" : "single";
      part("health", "Health insurance, " + kind, whole->value - share,
           offer_.premium_share ? Origin::Computed : Origin::Filled,
           "average premium " + dollars(whole->value) + " less the worker's " + dollars(share), whole->from);
    }
    said("dental", "dental", offer_.dental);
    said("vision", "vision", offer_.vision);
  }

  void retirement() {
    if (offer_.match) {
      const double rate = match_percent(*offer_.match);
      part("match", "Retirement match", base_ * rate / percent, Origin::Said,
           match_words(*offer_.match) + " of pay: " + number_text(rate) + "% of base");
      if (rate > 0) {
        out_.notes.emplace_back("the match is whole only for those who put in as much as it matches");
      }
    } else if (offer_.pension) {
      out_.not_counted.emplace_back("retirement match");
    } else if (is_federal(person_.setting)) {
      savings_plan();
    } else {
      const Benefit& usual = benefit(tables_, "match-common-formula");
      part("match", "Retirement match", base_ * usual.value / percent, Origin::Filled,
           std::string(usual.item) + ": " + number_text(usual.value) + "% of base", usual.from);
    }
    if (is_federal(person_.setting) && !offer_.pension) {
      federal_pension();
      return;
    }
    said("pension", "pension", offer_.pension);
  }

  /// Of the federal government: a part for everyone, and a match for those who put in 5% of pay.
  void savings_plan() {
    const Benefit& whole = benefit(tables_, "federal-tsp");
    const Benefit& automatic = benefit(tables_, "federal-tsp-automatic");
    part("tsp_automatic", "Thrift Savings Plan, automatic", base_ * automatic.value / percent, Origin::Filled,
         number_text(automatic.value) + "% of base, for everyone", automatic.from);
    const double rest = whole.value - automatic.value;
    part("match", "Thrift Savings Plan, match", base_ * rest / percent, Origin::Filled,
         "100% of the first 3% and 50% of the next 2%: " + number_text(rest) + "% of base", whole.from);
    out_.notes.emplace_back("the Thrift Savings Plan's match is whole only for those who put in 5% of pay");
  }

  void federal_pension() {
    const Benefit& accrual = benefit(tables_, "fers-accrual");
    const Benefit& withheld = benefit(tables_, "fers-contribution");
    const FederalPension pension{accrual.value,
                                 withheld.value,
                                 std::llround(base_ * accrual.value / percent),
                                 std::llround(base_ * withheld.value / percent),
                                 accrual.from,
                                 withheld.from};
    out_.federal_pension = pension;
    out_.not_counted.emplace_back("the FERS pension");
    out_.notes.push_back("the FERS pension is in no total: each year of service adds " + number_text(accrual.value) +
                         "% of the average pay of the best three years to a yearly pension, " +
                         dollars(static_cast<double>(pension.pension_for_year)) + " at this pay, and " +
                         number_text(withheld.value) + "% of pay, " + dollars(static_cast<double>(pension.withheld)) +
                         " a year, is withheld for it from those first hired since 2014 (" +
                         std::string(accrual.publisher) + ")");
  }

  /// Figures that are possible and rare: more likely a slip of the pen.
  void warn() {
    constexpr double high_match = 10;
    constexpr double high_bonus = 50;
    const double match = offer_.match ? match_percent(*offer_.match) : 0;
    if (match > high_match) {
      out_.notes.push_back("a match of " + number_text(match) + "% of pay is rare: check the formula");
    }
    if (offer_.bonus) {
      const double bonus = offer_.bonus->percent ? offer_.bonus->value : percent * offer_.bonus->value / base_;
      if (bonus > high_bonus) {
        out_.notes.push_back("a bonus of " + number_text(std::round(bonus)) + "% of base is rare: check it");
      }
    }
  }

  void rest() {
    said("tuition", "tuition", offer_.tuition);
    const Benefit& free = benefit(tables_, "tuition-exclusion");
    if (offer_.tuition && *offer_.tuition > free.value) {
      out_.notes.push_back("tuition above " + dollars(free.value) + " a year is taxed as pay (" +
                           std::string(free.publisher) + ")");
    }
    if (offer_.tuition && *offer_.tuition > 0) {
      out_.notes.emplace_back("tuition is worth its amount only to those who study");
    }
    said("fees", "professional fees and continuing education", offer_.fees);
    if (offer_.sign_on) {
      const double years = offer_.sign_on_years.value_or(default_sign_on_years);
      part("sign_on", "Sign-on bonus, a year", *offer_.sign_on / years, Origin::Said,
           dollars(*offer_.sign_on) + " spread over " + plural(years, "year") +
               (offer_.sign_on_years ? "" : ", an assumption"));
    } else {
      out_.not_counted.emplace_back("sign-on bonus");
    }
  }

  /// What is left to an employee of a salary, with the match counted.
  [[nodiscard]] double employee_left(double salary, double premium, double match) const {
    return salary - employee_payroll_tax(tables_, salary) - premium + salary * match / percent;
  }

  [[nodiscard]] double salary_leaving(double left, double premium, double match) const {
    double low = 0;
    double high = std::max(1.0, left + premium) * 2;
    constexpr int halvings = 60;
    for (int i = 0; i < halvings; ++i) {
      const double middle = (low + high) / 2;
      (employee_left(middle, premium, match) < left ? low : high) = middle;
    }
    return high;
  }

  void contract() {
    Contract c;
    c.hours = out_.hours_worked;
    c.coverage = offer_.health.value_or(Coverage::Single);
    const double billed = *offer_.contract_rate * c.hours;
    const double tax = self_employment_tax(tables_, billed);
    double premium = 0;
    double worker = 0;
    if (c.coverage != Coverage::None) {
      const auto rows = premium_of(tables_, c.coverage);
      premium = rows.whole->value;
      worker = rows.worker->value;
      c.premium_from = rows.whole->from;
    }
    const Benefit& match = benefit(tables_, "match-common-formula");
    c.match_from = match.from;
    c.billed = std::llround(billed);
    c.payroll_tax = std::llround(tax);
    c.premium = std::llround(premium);
    c.left = c.billed - c.payroll_tax - c.premium;
    c.salary = std::llround(salary_leaving(static_cast<double>(c.left), worker, match.value));
    const auto salary = static_cast<double>(c.salary);
    c.employee_tax = std::llround(employee_payroll_tax(tables_, salary));
    c.employee_premium = std::llround(worker);
    c.employee_match = std::llround(salary * match.value / percent);
    part("billed", "Billed", billed, Origin::Said,
         cents(*offer_.contract_rate) + " for " + plural(c.hours, "hour") + "; " + plural(days_off_, "day") +
             " off unpaid");
    const Benefit& rate = benefit(tables_, "payroll-tax");
    part("employer_tax", "The employer's half of payroll tax", -tax / 2, Origin::Filled,
         "half of " + dollars(tax) + ": " + number_text(rate.value) + "% of " +
             number_text(benefit_value(tables_, "payroll-tax-net-earnings")) +
             "% of what is billed, its Social Security part up to " +
             dollars(benefit_value(tables_, "payroll-tax-wage-base")) + "; an employee pays the other half, too",
         rate.from);
    c.tax_from = rate.from;
    out_.compared = std::llround(salary * default_hours / hours_);
    out_.contract = c;
    if (!offer_.health) {
      out_.notes.emplace_back("no health coverage given, so assumed: single coverage at KFF's average premium");
    }
    out_.notes.emplace_back("a contract rate is not a wage: the equivalent salary is compared with the market");
    for (const auto& figure : tables_.published_figures) {
      if (figure.verdict == "billing rate" && figure.low && figure.high) {
        out_.notes.push_back("guides print " + dollars(*figure.low) + " to " + dollars(*figure.high) + " an hour for " +
                             std::string(figure.role) + "s: billed, not earned (" + std::string(figure.source) + ")");
      }
    }
    out_.notes.emplace_back(
        "weeks without a contract, business costs, income tax and the additional Medicare tax on high pay are not "
        "counted");
  }

  /// The total of an employee, full time: what is paid by the hour or as a part of pay grows with the hours, insurance
  /// and the like do not.
  [[nodiscard]] std::int64_t comparable() const {
    constexpr std::array<std::string_view, 7> by_hours{"base",  "shift",   "bonus",        "profit_sharing",
                                                       "match", "pension", "tsp_automatic"};
    const double full_time = default_hours / hours_;
    if (out_.contract) {
      const Contract& c = *out_.contract;
      const auto paid = static_cast<double>(c.salary + c.employee_match);
      return std::llround(paid * full_time) + c.premium - c.employee_premium;
    }
    double sum = 0;
    for (const auto& one : out_.parts) {
      const bool grows = std::ranges::find(by_hours, one.id) != by_hours.end();
      sum += static_cast<double>(one.dollars) * (grows ? full_time : 1);
    }
    return std::llround(sum);
  }

  void total() {
    for (const auto& one : out_.parts) {
      out_.total += one.dollars;
    }
    out_.comparable = comparable();
    out_.per_hour_worked = out_.hours_worked > 0 ? static_cast<double>(out_.total) / out_.hours_worked : 0;
  }

  void place() {
    out_.parity = price_parity(tables_, person_);
    if (const auto adjusted = at_nations_prices(static_cast<double>(out_.total), out_.parity)) {
      out_.adjusted = std::llround(*adjusted);
    } else if (person_.remote) {
      out_.notes.emplace_back("remote work has no cost of living of its own; the total is not adjusted");
    } else {
      out_.notes.push_back("no cost of living is published for " + std::string(person_.area->title) +
                           "; the total is not adjusted");
    }
  }

  void percentiles() {
    const auto wage = static_cast<double>(out_.compared);
    Facts paid = person_;
    paid.pay = wage;
    const Standing standing = standing_of(model_, paid).value();
    out_.market_percentile = standing.market_percentile;
    out_.own_percentile = standing.percentile;
    out_.band = standing.band;
  }

  const Model& model_;
  const Tables& tables_;
  const Facts& person_;
  const Offer& offer_;
  double hours_;
  double base_ = 0;
  double days_off_ = 0;
  OfferValue out_;
};

}  // namespace

std::string dollars(double value) {
  std::string digits = std::to_string(std::llround(std::abs(value)));
  constexpr std::size_t group = 3;
  for (std::size_t at = digits.size(); at > group;) {
    at -= group;
    digits.insert(at, ",");
  }
  return (value < 0 ? "-$" : "$") + digits;
}

double self_employment_tax(const Tables& tables, double income) {
  const double net = income * benefit_value(tables, "payroll-tax-net-earnings") / percent;
  const double medicare = benefit_value(tables, "payroll-tax-medicare");
  const double social = benefit_value(tables, "payroll-tax") - medicare;
  return (std::min(net, benefit_value(tables, "payroll-tax-wage-base")) * social + net * medicare) / percent;
}

double employee_payroll_tax(const Tables& tables, double wage) {
  const double medicare = benefit_value(tables, "payroll-tax-medicare");
  const double social = benefit_value(tables, "payroll-tax") - medicare;
  return (std::min(wage, benefit_value(tables, "payroll-tax-wage-base")) * social + wage * medicare) / percent / 2;
}

OfferValue value_offer(const Model& model, const Facts& person, const Offer& offer, std::size_t number) {
  return Valuation(model, person, offer, number).value();
}

}  // namespace hisalary::advise
