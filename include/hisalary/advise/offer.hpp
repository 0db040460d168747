// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "hisalary/advise/standing.hpp"
#include "hisalary/model.hpp"

namespace hisalary::advise {

/// Dollars a year, or a percentage of base pay.
struct Amount {
  double value = 0;
  bool percent = false;
};

/// "50% of 6%": the employer adds `rate` percent of what the worker puts in, up to `limit` percent of pay.
struct MatchTier {
  double rate = 0;
  double limit = 0;
};

enum class Coverage : std::uint8_t { None, Single, Family };

/// An offer as it was made; absent means not said. Exactly one of base, hourly_rate and contract_rate is there.
struct Offer {
  std::optional<std::string> name;
  std::optional<std::string> place;  ///< where it is, if not where the person is
  std::optional<std::string> state;
  std::optional<std::string> metro;
  std::optional<bool> remote;
  std::optional<std::string> role;  ///< the job, if another than the person's
  std::optional<std::string> level;
  std::optional<std::string> setting;
  std::optional<std::string> cert;      ///< credentials that the person will hold in it
  std::optional<bool> current;          ///< the job that the person has now
  std::optional<double> base;           ///< salary, dollars a year
  std::optional<double> hourly_rate;    ///< an employee's wage, dollars an hour
  std::optional<double> contract_rate;  ///< billed by a contractor, dollars an hour
  std::optional<double> hours;          ///< a week; 40 when not said
  std::optional<double> tenure;         ///< years with the employer, for BLS's vacation days; 1 when not said
  std::optional<Amount> bonus;
  std::optional<Amount> profit_sharing;
  std::optional<double> stock;
  std::optional<std::vector<MatchTier>> match;
  std::optional<Amount> pension;
  std::optional<Coverage> health;
  std::optional<double> premium_share;  ///< the worker's part of the health premium
  std::optional<double> dental;
  std::optional<double> vision;
  std::optional<double> pto;  ///< days a year
  std::optional<double> holidays;
  std::optional<double> sick;
  std::optional<double> tuition;
  std::optional<double> fees;  ///< professional fees and continuing education
  std::optional<double> sign_on;
  std::optional<double> sign_on_years;  ///< that it is spread over; 3 when not said
  std::optional<double> shift;          ///< differential, dollars an hour
  std::optional<double> shift_hours;    ///< hours a year that it is paid for
};

inline constexpr double default_hours = 40;
inline constexpr double default_sign_on_years = 3;

/// Whether the person who asks said a figure, a publication stands in, or it is computed from both.
enum class Origin : std::uint8_t { Said, Filled, Computed };

/// One part of an offer's worth, in whole dollars a year.
struct Part {
  std::string id;
  std::string label;
  std::int64_t dollars = 0;
  Origin origin = Origin::Said;
  std::string how;  ///< how it was computed; empty: as said
  Provenance from;  ///< of the figure that stands in; source empty: none does
};

/// Days of one kind away from work.
struct Days {
  std::string id;  ///< pto, holidays, sick
  double days = 0;
  Origin origin = Origin::Said;
  Provenance from;
};

/// A contract rate turned into the salary that leaves as much. Whole dollars a year.
struct Contract {
  double hours = 0;  ///< billed a year: the days off are unpaid
  std::int64_t billed = 0;
  std::int64_t payroll_tax = 0;  ///< both halves
  std::int64_t premium = 0;      ///< of one's own health insurance
  std::int64_t left = 0;         ///< billed, less the two
  std::int64_t salary = 0;  ///< of an employee to whom as much is left: half of the tax, a part of the premium, a match
  std::int64_t employee_tax = 0;
  std::int64_t employee_premium = 0;
  std::int64_t employee_match = 0;
  Coverage coverage = Coverage::Single;
  Provenance tax_from;
  Provenance premium_from;  ///< source empty: no coverage
  Provenance match_from;
};

/// The pension that comes with a federal job: in no total, since what it is worth today hangs on age and years of
/// service.
struct FederalPension {
  double accrual = 0;                 ///< percent of the average pay of the best three years, for each year of service
  double contribution = 0;            ///< percent of pay that is withheld
  std::int64_t pension_for_year = 0;  ///< that a year of service adds, dollars a year of retirement at this base pay
  std::int64_t withheld = 0;          ///< dollars a year
  Provenance accrual_from;
  Provenance contribution_from;
};

/// An offer valued whole.
struct OfferValue {
  std::string name;
  std::vector<Part> parts;
  std::int64_t total = 0;  ///< the sum of the parts
  std::vector<Days> days;  ///< paid leave, inside the base; unpaid for a contract
  bool days_paid = true;
  std::int64_t leave_dollars = 0;  ///< what the paid days are worth, a part of the base
  double hours_worked = 0;         ///< a year, after the days off
  double per_hour_worked = 0;      ///< total over hours worked, dollars
  const Area* area = nullptr;      ///< null: the nation
  std::optional<double> parity;    ///< regional price parity there, nation = 100; absent: none is published, or remote
  std::optional<std::int64_t> adjusted;  ///< total at the nation's prices
  std::int64_t comparable = 0;           ///< the total on one basis: an employee's, full time
  bool current = false;                  ///< the job that the person has now
  Band band = Band::Middle;              ///< of the wage, among people like this person
  std::int64_t compared = 0;             ///< full-time wage that is held against the market
  double market_percentile = 0;          ///< 1 to 99
  double own_percentile = 0;             ///< among people like this person
  Estimate estimate;                     ///< of this person at that place
  std::optional<Contract> contract;
  std::optional<FederalPension> federal_pension;
  std::vector<std::string> not_counted;  ///< terms of which nothing was said and nothing stands in
  std::vector<std::string> notes;
};

/// Values an offer for a person (at the place of the offer). `number` counts from 1 and names an offer without a name.
/// The offer has been checked. Throws Error BadData when the data set lacks a benefit figure that has to stand in.
[[nodiscard]] OfferValue value_offer(const Model& model, const Profile& person, const Offer& offer, std::size_t number);

/// Where exactly one of several offers names a benefit, the others are taken to give the same, and a note says so.
/// Contracts stay as they are.
struct EqualTerms {
  std::vector<Offer> offers;
  std::vector<std::vector<std::string>> notes;  ///< by offer
};
[[nodiscard]] EqualTerms with_equal_benefits(std::vector<Offer> offers);

/// Most offers that are valued at once.
inline constexpr std::size_t most_offers = 500;

/// Bonuses as published, each with its source: context, not counted in any offer.
struct BonusFigure {
  std::string item;
  double value = 0;
  std::string unit;  ///< percent or USD/year
  std::string publisher;
  std::string as_of;
  std::string source;
  Grade grade = Grade::C;
};
[[nodiscard]] std::vector<BonusFigure> bonus_figures(const Dataset& dataset);

/// What guides praise and nobody prices, or what the tables contradict.
struct Remark {
  std::string subject;
  std::string text;
  std::string source;
};
[[nodiscard]] std::vector<Remark> not_priced(const Dataset& dataset);

}  // namespace hisalary::advise
