// SPDX-License-Identifier: MIT
// A change as a record: what it is called, what it adds, what it requires and costs.
#include <algorithm>
#include <cmath>

#include "names.hpp"
#include "parts.hpp"
#include "whatif.hpp"
#include "words.hpp"

namespace hisalary::output {
namespace {

using advise::Change;
using advise::ChangeKind;
using advise::Prerequisite;

constexpr std::size_t p25 = 1;
constexpr std::size_t p75 = 3;

std::string_view status_of(Prerequisite prerequisite) {
  return name_at<4>({"met", "missing", "unknown", "not_found"}, prerequisite);
}

std::string asks(const Change& change) {
  if (change.credential == nullptr) {
    return change.requires_first +
           std::string(name_at<4>({" (met)", " (missing)", " (not known whether met)", ""}, change.prerequisite));
  }
  const auto words = name_at<4>({"met: ", "missing: ", "not known whether met: ", "not found"}, change.prerequisite);
  const bool found = change.prerequisite != Prerequisite::NotFound;
  return std::string(words) + (found ? std::string(change.credential->prerequisite) : "");
}

Value fee(const std::optional<double>& dollars) {
  return dollars ? Value(*dollars).shown_as("$" + grouped(std::llround(*dollars))) : Value();
}

/// Rounded up: to a tenth of a month, for people to whole months.
Value months_to_pay_back(const Change& change) {
  const auto exact = change.months_to_pay_back();
  if (!exact) {
    return {};
  }
  constexpr double tenths = 10;
  return Value(std::ceil(*exact * tenths) / tenths).shown_as(counted(std::max(1.0, std::ceil(*exact)), "month"));
}

Members three_of(const Money& money, const Percentiles& pay) {
  return {{"p25", amount(money, pay.p25())}, {"p50", amount(money, pay.p50())}, {"p75", amount(money, pay.p75())}};
}

Value prerequisite_of(const Change& change) {
  const bool role = change.kind == ChangeKind::Role;
  if (change.credential == nullptr && !role) {
    return {};
  }
  return Members{
      {"status", status_of(change.prerequisite)},
      {"text", role ? filled(change.requires_first) : filled(change.credential->prerequisite)},
      {".asks", asks(change)},
  };
}

Value cost_of(const Change& change) {
  if (change.credential == nullptr) {
    return {};
  }
  const Credential& credential = *change.credential;
  Value months = months_to_pay_back(change);
  const bool never = months.is_nothing() && change.fee();
  return Members{
      {"exam_fee_member", fee(credential.exam_fee_member)},
      {"exam_fee_nonmember", fee(credential.exam_fee_nonmember)},
      {"renewal", filled(credential.renewal)},
      {"renewal_a_year", fee(credential.renewal_a_year)},
      {"five_years", fee(change.five_year_cost())},
      {"months_to_pay_back", months},
      {".paid_back", never ? Value("never") : months},
      {"note", filled(credential.note)},
  };
}

Value rank_of(int rank) { return rank == 0 ? Value() : Value(rank); }

Value place_of(const Money& money, const Change& change) {
  if (change.kind != ChangeKind::Place) {
    return {};
  }
  const auto& from = change.adjusted_from;
  const auto& to = change.adjusted_to;
  return Members{
      {"price_parity", parity(change.parity)},
      {"adjusted_gain", from && to ? output::change(money, money.units(*to) - money.units(*from)) : Value()},
      {".adjusted", to ? amount(money, *to) : Value()},
      {"rank", rank_of(change.rank)},
      {"adjusted_rank", rank_of(change.adjusted_rank)},
      {"wages", output::name_of(change.wages)},
  };
}

Members change_of(const Tables& tables, const Money& money, const Change& change) {
  const std::string label = change_label(tables, change);
  return {
      {"kind", name_of(change.kind)},
      {"id", change.id},
      {"label", Value(label).shown_as(label + mark_of(change))},
      {"gain", output::change(money, gain_of(change, money))},
      {"gain_p25", output::change(money, gain_at(change, p25, money))},
      {"gain_p75", output::change(money, gain_at(change, p75, money))},
      {"pay_before", amount(money, change.pay_before)},
      {"pay_after", amount(money, change.pay_after)},
      {"from", three_of(money, change.from)},
      {"to", three_of(money, change.to)},
      {"prerequisite", prerequisite_of(change)},
      {"cost", cost_of(change)},
      {"place", place_of(money, change)},
      {"source", change.basis.source},
      {"grade", output::name_of(change.basis.grade)},
  };
}

template <class Record> std::string titled(List<Record> rows, Text id) {
  const auto row = std::ranges::find(rows, id, [](const auto& one) { return one.id; });
  return std::string(row == rows.end() ? id : row->title);
}

std::string credential_label(const Tables& tables, const Change& change) {
  std::string label(change.id);
  const Credential& credential = *change.credential;
  for (const Text had : held(tables.credentials, *change.before.credentials)) {
    if (std::ranges::find(credential.supersedes, had) != credential.supersedes.end()) {
      return label + " (step up from " + std::string(had) + ")";
    }
  }
  const Text former = credential.former_name;
  return former.empty() ? label : label + " (formerly " + std::string(former.substr(0, former.find(' '))) + ")";
}

}  // namespace

std::string_view name_of(ChangeKind kind) {
  return name_at<6>({"credential", "degree", "skill", "role", "setting", "place"}, kind);
}

std::string mark_of(const Change& change) {
  if (change.kind != ChangeKind::Place || change.wages == CellKind::Published) {
    return {};
  }
  return change.wages == CellKind::Estimated ? " (estimated)" : " (few jobs)";
}

std::int64_t gain_of(const Change& change, const Money& money) {
  return money.units(change.pay_after) - money.units(change.pay_before);
}

std::int64_t gain_at(const Change& change, std::size_t percentile, const Money& money) {
  return money.units(change.to.dollars[percentile]) - money.units(change.from.dollars[percentile]);
}

std::string change_label(const Tables& tables, const Change& change) {
  switch (change.kind) {
    case ChangeKind::Credential: return credential_label(tables, change);
    case ChangeKind::Education: return titled(tables.education, change.id);
    case ChangeKind::Skill: return titled(tables.skills, change.id);
    case ChangeKind::Role: return titled(tables.roles, change.id);
    case ChangeKind::Setting: return titled(tables.settings, change.id);
    default: return std::string(change.after.area->title);
  }
}

Values changes_of(const WhatIfView& view) {
  const Tables& tables = view.dataset.tables();
  return list_of(view.answer.changes, [&](const Change& change) { return change_of(tables, view.money, change); });
}

}  // namespace hisalary::output
