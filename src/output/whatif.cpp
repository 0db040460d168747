// SPDX-License-Identifier: MIT
#include "whatif.hpp"

#include <algorithm>
#include <cmath>

#include "advise/parity.hpp"
#include "base/csv.hpp"
#include "base/number.hpp"
#include "data/tables.hpp"
#include "estimate.hpp"
#include "json_parts.hpp"
#include "names.hpp"

namespace hisalary::output {
namespace {

using advise::Change;
using advise::ChangeKind;

const Money money{Period::Year};

constexpr std::size_t p25 = 1;
constexpr std::size_t p50 = 2;
constexpr std::size_t p75 = 3;

template <class T> Json or_null(const std::optional<T>& value) { return value ? Json(*value) : Json(nullptr); }

std::optional<std::int64_t> adjusted_gain(const Change& change) {
  return change.adjusted_from && change.adjusted_to
             ? std::optional(money.units(*change.adjusted_to) - money.units(*change.adjusted_from))
             : std::nullopt;
}

std::optional<double> months(const Change& change) {
  constexpr double tenths = 10;
  const auto exact = change.months_to_pay_back();
  return exact ? std::optional(std::ceil(*exact * tenths) / tenths) : std::nullopt;
}

Json three(const Percentiles& pay) {
  return {{"p25", money.units(pay.p25())}, {"p50", money.units(pay.p50())}, {"p75", money.units(pay.p75())}};
}

Json text_or_null(Text text) { return text.empty() ? Json(nullptr) : Json(text); }

Json cost_json(const Change& change) {
  const Credential& credential = *change.credential;
  Json out;
  out["exam_fee_member"] = or_null(credential.exam_fee_member);
  out["exam_fee_nonmember"] = or_null(credential.exam_fee_nonmember);
  out["renewal"] = text_or_null(credential.renewal);
  out["months_to_pay_back"] = or_null(months(change));
  out["note"] = text_or_null(credential.note);
  return out;
}

Json place_json(const Change& change) {
  return {{"price_parity", or_null(change.parity)},
          {"adjusted_gain", or_null(adjusted_gain(change))},
          {"rank", change.rank == 0 ? Json(nullptr) : Json(change.rank)},
          {"adjusted_rank", change.adjusted_rank == 0 ? Json(nullptr) : Json(change.adjusted_rank)},
          {"wages", name_of(change.wages)}};
}

Json change_json(const Tables& tables, const Change& change) {
  Json out;
  out["kind"] = kind_name(change.kind);
  out["id"] = change.id;
  out["label"] = change_label(tables, change);
  out["gain"] = gain_at(change, p50);
  out["gain_p25"] = gain_at(change, p25);
  out["gain_p75"] = gain_at(change, p75);
  out["from"] = three(change.from);
  out["to"] = three(change.to);
  const bool credential = change.credential != nullptr;
  out["prerequisite"] = credential ? Json{{"status", prerequisite_name(change.prerequisite)},
                                          {"text", text_or_null(change.credential->prerequisite)}}
                                   : Json(nullptr);
  out["cost"] = credential ? cost_json(change) : Json(nullptr);
  out["place"] = change.kind == ChangeKind::Place ? place_json(change) : Json(nullptr);
  return out;
}

std::string titled(const Tables& tables, Text id, auto member) {
  for (const auto& row : tables.*member) {
    if (row.id == id) {
      return std::string(row.title);
    }
  }
  return std::string(id);
}

std::string credential_label(const Tables& tables, const Change& change) {
  std::string label(change.id);
  for (std::size_t i = 0; i < tables.credentials.size(); ++i) {
    const Text held = tables.credentials[i].id;
    if (change.before.credentials->test(i) &&
        std::ranges::find(change.credential->supersedes, held) != change.credential->supersedes.end()) {
      return label + " (step up from " + std::string(held) + ")";
    }
  }
  const Text former = change.credential->former_name;
  return former.empty() ? label : label + " (formerly " + std::string(former.substr(0, former.find(' '))) + ")";
}

}  // namespace

std::string_view kind_name(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::Credential: return "credential";
    case ChangeKind::Education: return "degree";
    case ChangeKind::Skill: return "skill";
    case ChangeKind::Role: return "role";
    case ChangeKind::Setting: return "setting";
    default: return "place";
  }
}

std::string_view prerequisite_name(advise::Prerequisite prerequisite) {
  switch (prerequisite) {
    case advise::Prerequisite::Met: return "met";
    case advise::Prerequisite::Missing: return "missing";
    case advise::Prerequisite::Unknown: return "unknown";
    default: return "not_found";
  }
}

std::int64_t gain_at(const Change& change, std::size_t percentile) {
  return money.units(change.to.dollars[percentile]) - money.units(change.from.dollars[percentile]);
}

std::string change_label(const Tables& tables, const Change& change) {
  switch (change.kind) {
    case ChangeKind::Credential: return credential_label(tables, change);
    case ChangeKind::Education: return titled(tables, change.id, &Tables::education);
    case ChangeKind::Skill: return titled(tables, change.id, &Tables::skills);
    case ChangeKind::Role: return titled(tables, change.id, &Tables::roles);
    case ChangeKind::Setting: return titled(tables, change.id, &Tables::settings);
    default: return std::string(change.after.area->title);
  }
}

std::string whatif_json(const WhatIfView& view) {
  const auto& tables = view.dataset.tables();
  const auto& answer = view.answer;
  Json out;
  out["schema"] = "hisalary/whatif/1";
  out["data"] = data_json(view.dataset);
  out["profile"] = profile_json(tables, answer.now.profile);
  out["as_of"] = answer.now.as_of;
  out["currency"] = view.dataset.info().currency;
  out["period"] = "year";
  out["pay"] = percentiles_json(money, answer.now.pay);
  out["changes"] = Json::array();
  for (const auto& change : answer.changes) {
    out["changes"].push_back(change_json(tables, change));
  }
  out["not_priced"] = Json::array();
  for (const auto& one : answer.not_priced) {
    out["not_priced"].push_back({{"kind", kind_name(one.kind)}, {"id", one.id}, {"why", one.why}});
  }
  out["assumed"] = answer.assumed;
  Json caveats = view.notes;
  for (const auto& caveat : answer.now.caveats) {
    caveats.push_back(caveat);
  }
  caveats.push_back(never_priced);
  caveats.push_back(no_promise);
  out["caveats"] = std::move(caveats);
  auto sources = answer.sources;
  const bool places = std::ranges::find(answer.changes, ChangeKind::Place, &Change::kind) != answer.changes.end();
  if (const Source* const prices = advise::parity_source(tables); places && prices != nullptr) {
    sources.push_back(prices);
  }
  out["sources"] = sources_json(sources);
  return dumped(out);
}

std::string whatif_csv(const WhatIfView& view) {
  std::string out = csv_row({"kind", "id", "label", "gain", "gain_p25", "gain_p75", "p50_before", "p50_after",
                             "prerequisite_status", "prerequisite", "exam_fee_member", "exam_fee_nonmember", "renewal",
                             "months_to_pay_back", "price_parity", "adjusted_gain"});
  const auto number = [](std::optional<double> value) { return value ? number_text(*value) : ""; };
  for (const auto& change : view.answer.changes) {
    const Credential* const credential = change.credential;
    const auto of_credential = [&](auto value) {
      return credential != nullptr ? std::string(value(*credential)) : std::string();
    };
    const auto bought = adjusted_gain(change);
    out += csv_row({std::string(kind_name(change.kind)), std::string(change.id),
                    change_label(view.dataset.tables(), change), money.plain(gain_at(change, p50)),
                    money.plain(gain_at(change, p25)), money.plain(gain_at(change, p75)),
                    money.plain(money.units(change.from.p50())), money.plain(money.units(change.to.p50())),
                    of_credential([&](const Credential&) { return prerequisite_name(change.prerequisite); }),
                    of_credential([](const Credential& c) { return c.prerequisite; }),
                    of_credential([&](const Credential& c) { return number(c.exam_fee_member); }),
                    of_credential([&](const Credential& c) { return number(c.exam_fee_nonmember); }),
                    of_credential([](const Credential& c) { return c.renewal; }), number(months(change)),
                    number(change.parity), bought ? money.plain(*bought) : ""});
  }
  return out;
}

}  // namespace hisalary::output
