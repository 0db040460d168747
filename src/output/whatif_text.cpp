// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "advise/parity.hpp"
#include "base/format.hpp"
#include "data/tables.hpp"
#include "estimate.hpp"
#include "whatif.hpp"

namespace hisalary::output {
namespace {

using advise::Change;
using advise::ChangeKind;
using advise::Prerequisite;

constexpr std::size_t p25 = 1;
constexpr std::size_t p50 = 2;
constexpr std::size_t p75 = 3;

std::string joined_texts(const std::vector<std::string>& texts) {
  std::string out;
  for (const auto& text : texts) {
    out += (out.empty() ? "" : ", ") + text;
  }
  return out;
}

/// Texts by what they have in common, in order of first appearance.
class Groups {
 public:
  void add(const std::string& key, std::string member) {
    const auto it = std::ranges::find(groups_, key, &Group::first);
    auto& group = it == groups_.end() ? groups_.emplace_back(key, std::vector<std::string>{}) : *it;
    group.second.push_back(std::move(member));
  }

  using Group = std::pair<std::string, std::vector<std::string>>;
  [[nodiscard]] const std::vector<Group>& all() const { return groups_; }

 private:
  std::vector<Group> groups_;
};

/// Builds the page of one answer.
class Card {
 public:
  Card(const WhatIfView& view, const Screen& screen) : view_(view), tables_(view.dataset.tables()), page_(screen) {}

  std::string text() {
    heading();
    ranked();
    costs();
    places();
    not_priced();
    words();
    return page_.text();
  }

 private:
  void heading() {
    const auto& now = view_.answer.now;
    page_.paragraph("", person(tables_, now.profile) + ", " + place(now.profile), Ink::Strong);
    page_.line();
    page_.line("  " + page_.ink(Ink::Strong, money_.text(now.pay.p50()) + " a year now"));
    page_.line();
  }

  [[nodiscard]] std::string label(const Change& change) const {
    return change_label(tables_, change) +
           (change.kind == ChangeKind::Place && change.wages == CellKind::Estimated ? " (estimated)" : "");
  }

  void ranked() {
    std::vector<std::vector<std::string>> rows{{"what if", "kind", "adds a year", "at p25", "at p75"}};
    for (const auto& change : view_.answer.changes) {
      if (change.kind != ChangeKind::Place || change.rank > 0) {
        rows.push_back({label(change), std::string(kind_name(change.kind)), money_.change(gain_at(change, p50)),
                        money_.change(gain_at(change, p25)), money_.change(gain_at(change, p75))});
      }
    }
    if (rows.size() == 1) {
      page_.paragraph("  ", "Nothing that was asked for has a price.");
      page_.line();
      return;
    }
    page_.table_or_blocks(rows, 0b11100U);
    page_.line();
    page_.paragraph("  ",
                    "adds: between the medians of the two estimates; at p25 and p75: between their lower and upper "
                    "quarters, the range of the gain" +
                        estimated(),
                    Ink::Faint);
    page_.line();
  }

  [[nodiscard]] std::string estimated() const {
    const bool any = std::ranges::any_of(view_.answer.changes, [](const Change& one) {
      return one.kind == ChangeKind::Place && one.wages == CellKind::Estimated;
    });
    return any ? "; estimated: BLS does not publish all of the place's wages for this work" : "";
  }

  static std::string fee(const std::optional<double>& dollars) {
    return dollars ? "$" + grouped(std::llround(*dollars)) : "not found";
  }

  static std::string back(const Change& change) {
    const auto exact = change.months_to_pay_back();
    if (!exact) {
      return change.fee() ? "never" : "";
    }
    const auto months = std::max(1LL, std::llround(std::ceil(*exact)));
    return formatted("{} {}", months, months == 1 ? "month" : "months");
  }

  static std::string asks(const Change& change) {
    const std::string text(change.credential->prerequisite);
    switch (change.prerequisite) {
      case Prerequisite::Met: return "met: " + text;
      case Prerequisite::Missing: return "missing: " + text;
      case Prerequisite::Unknown: return "not known if met: " + text;
      default: return "not found";
    }
  }

  void costs() {
    std::vector<std::vector<std::string>> rows{{"credential", "exam", "member", "paid back", "asks for"}};
    Groups renewals;
    for (const auto& change : view_.answer.changes) {
      if (change.credential != nullptr) {
        rows.push_back({std::string(change.id), fee(change.credential->exam_fee_nonmember),
                        fee(change.credential->exam_fee_member), back(change), asks(change)});
        renewals.add(change.credential->renewal.empty() ? "not found" : std::string(change.credential->renewal),
                     std::string(change.id));
      }
    }
    if (rows.size() == 1) {
      return;
    }
    page_.table_or_blocks(rows, 0b110U);
    page_.line();
    for (const auto& [renewal, ids] : renewals.all()) {
      page_.paragraph(&renewal == &renewals.all().front().first ? "  renewal    " : "             ",
                      joined_texts(ids) + ": " + renewal);
    }
    page_.paragraph("  paid back  ",
                    "by the gain before tax, the exam fee alone (the members' where no other is known): no study, "
                    "degree, membership or renewal",
                    Ink::Faint);
    page_.line();
  }

  void places() {
    std::vector<const Change*> best;
    for (const auto& change : view_.answer.changes) {
      if (change.adjusted_rank > 0) {
        best.push_back(&change);
      }
    }
    if (best.empty()) {
      return;
    }
    std::ranges::sort(best, {}, &Change::adjusted_rank);
    std::vector<std::vector<std::string>> rows{
        {"best places after prices", "adds", "prices", "adjusted", "adds adjusted"}};
    for (const Change* const change : best) {
      rows.push_back({label(*change), money_.change(gain_at(*change, p50)), formatted("{:.1f}", *change->parity),
                      money_.text(*change->adjusted_to),
                      money_.change(money_.units(*change->adjusted_to) - money_.units(*change->adjusted_from))});
    }
    page_.table_or_blocks(rows, 0b11110U);
    page_.line();
    page_.paragraph("  prices     ",
                    "all prices of the place, nation = 100 (" + advise::parity_publisher(tables_) +
                        "); adjusted: the median at the nation's prices",
                    Ink::Faint);
    page_.line();
  }

  void not_priced() {
    Groups groups;
    for (const auto& one : view_.answer.not_priced) {
      groups.add(one.why, std::string(one.id));
    }
    page_.line("  " + page_.ink(Ink::Faint, "not priced"));
    for (const auto& [why, ids] : groups.all()) {
      page_.paragraph("  ", joined_texts(ids) + ": " + why);
    }
    page_.paragraph("  ", never_priced);
    page_.line();
  }

  void words() {
    for (const auto& text : view_.answer.assumed) {
      page_.paragraph("  assumed    ", text);
    }
    for (const auto& note : view_.notes) {
      page_.paragraph("  note       ", note);
    }
    for (const auto& caveat : view_.answer.now.caveats) {
      page_.paragraph("  caveat     ", caveat);
    }
    page_.paragraph("  caveat     ", no_promise);
    page_.line();
    const std::string& as_of = view_.answer.now.as_of;
    page_.paragraph("  ",
                    (as_of.starts_with("release") ? "Dollars of the " + as_of : "In " + as_of + " dollars") +
                        ". One change at a time, all else equal.",
                    Ink::Faint);
  }

  const WhatIfView& view_;
  const Tables& tables_;
  Page page_;
  Money money_{Period::Year};
};

}  // namespace

std::string whatif_text(const WhatIfView& view, const Screen& screen) { return Card(view, screen).text(); }

}  // namespace hisalary::output
