// SPDX-License-Identifier: MIT
#include <algorithm>

#include "base/number.hpp"
#include "hisalary/error.hpp"
#include "html_page.hpp"
#include "reports.hpp"
#include "standing.hpp"
#include "svg_ranges.hpp"
#include "words.hpp"

namespace hisalary::output {
namespace {

/// More bars than these are in the table alone.
constexpr std::size_t most_bars = 15;

std::vector<GainRow> rows_of(const Values& ranked) {
  std::vector<GainRow> rows;
  for (std::size_t i = 0; i < std::min(most_bars, ranked.size()); ++i) {
    const Value& gain = ranked[i].at("gain");
    rows.push_back({ranked[i].at(".labels").words(), gain.words(), read_decimal(gain.plain()).value_or(0)});
  }
  return rows;
}

std::string who(const WhatIfView& view) {
  const Facts& profile = view.answer.now.profile;
  return person(view.dataset.tables(), profile) + ", " + place(profile);
}

ChartWords words_of(const WhatIfView& view, const std::vector<GainRow>& rows) {
  std::string text = who(view) + ", " + view.money.text(view.answer.now.pay.p50()) + a_period(view.money) + " now. ";
  for (const GainRow& row : rows) {
    text += row.label + ": " + row.figure + ". ";
  }
  return {"gains", "What each change adds", text,
          "Sources: " + source_line(view.answer.sources) + ". hisalary, data " +
              std::string(view.dataset.info().version) + ", " + dollars_of(view.answer.now) + "."};
}

class Builder {
 public:
  explicit Builder(const WhatIfView& view)
      : view_(view),
        money_(view.money),
        changes_(changes_of(view)),
        ranked_(ranked_of(view, changes_)),
        page_("What if: " + who(view)) {}

  std::string text() {
    lead();
    gains();
    costs();
    requirements();
    places();
    rests_on();
    page_.sources(view_.dataset, sources_of(view_));
    return page_.text();
  }

 private:
  void lead() {
    const auto& now = view_.answer.now;
    page_.heading("What if: " + who(view_));
    if (view_.answer.standing) {
      page_.verdict(verdict(money_, *view_.answer.standing, now.pay));
    }
    page_.answer(money_.text(now.pay.p50()) + a_period(money_) + " now");
    page_.say("One change at a time, all else equal; " + dollars_of(now) + ".");
  }

  void gains() {
    page_.section("gains", "What each change adds");
    if (ranked_.empty()) {
      page_.say("Nothing that was asked for has a price.");
      page_.end();
      return;
    }
    const auto rows = rows_of(ranked_);
    const std::string most = ranked_.size() > most_bars ? "The " + std::to_string(most_bars) + " that add most. " : "";
    page_.figure(most + "Dollars" + a_period(money_) +
                     (view_.answer.standing ? ": from the pay given to the pay at the same percentile after the change."
                                            : ": between the medians of the two estimates."),
                 [&](Markup& out) { gains_chart(out, words_of(view_, rows), rows, money_, Frame::InPage, ""); });
    constexpr std::size_t few = 12;
    page_.open_details("Every change", ranked_.size() > few);
    page_.table("Dollars" + std::string(a_period(money_)) + "; at p25 and p75: between the lower and upper quarters",
                {{left(".labels", "What if"), left("kind", "Kind"), right("gain", "Adds"), right("gain_p25", "At p25"),
                  right("gain_p75", "At p75")},
                 ranked_});
    page_.close_details();
    page_.end();
  }

  void costs() {
    Values credentials;
    std::ranges::copy_if(changes_, std::back_inserter(credentials),
                         [](const Value& change) { return !change.at("cost").is_nothing(); });
    if (credentials.empty()) {
      return;
    }
    page_.section("costs", "What a credential costs and requires");
    page_.table("Fees in dollars; paid back: the fee by the gain before tax, less renewal, from the end of study",
                {{left("id", "Credential"), right("cost.exam_fee_nonmember", "Exam").or_else("not found"),
                  right("cost.exam_fee_member", "Members").or_else("not found"),
                  right("cost.five_years", "Five years").or_else("not known"), left("cost..paid_back", "Paid back"),
                  left("prerequisite..asks", "Requires first"), left("cost.renewal", "Renewal").or_else("not found")},
                 credentials});
    page_.end();
  }

  void requirements() {
    std::vector<std::string> roles;
    for (const Value& change : changes_) {
      if (change.at("kind").words() == "role" && !change.at("prerequisite.text").is_nothing()) {
        roles.push_back(change.at("label").words() + ": " + change.at("prerequisite..asks").words());
      }
    }
    if (!roles.empty()) {
      page_.section("roles", "What the next roles require first");
      page_.list(roles);
      page_.end();
    }
  }

  void places() {
    Values best;
    std::ranges::copy_if(changes_, std::back_inserter(best),
                         [](const Value& change) { return !change.at("place.adjusted_rank").is_nothing(); });
    if (best.empty()) {
      return;
    }
    std::ranges::sort(best, {},
                      [](const Value& one) { return std::get<std::int64_t>(one.at("place.adjusted_rank").content()); });
    page_.section("places", "The best places after prices");
    page_.table(
        "Dollars" + std::string(a_period(money_)) + "; prices: nation = 100",
        {{left("label", "Place"), right("gain", "Adds"), right("place.price_parity", "Prices"),
          right("place..adjusted", "Pay at the nation's prices"), right("place.adjusted_gain", "Adds after prices")},
         best});
    page_.aside(capital(about_prices(view_.dataset.tables())) + ".");
    page_.end();
  }

  void rests_on() {
    page_.section("sure", "What this rests on");
    std::vector<std::string> notes = view_.answer.assumed;
    notes.insert(notes.end(), view_.notes.begin(), view_.notes.end());
    notes.insert(notes.end(), view_.answer.now.caveats.begin(), view_.answer.now.caveats.end());
    page_.list(notes);
    std::vector<std::string> unpriced;
    for (const auto& [why, ids] : reasons_of(view_)) {
      unpriced.push_back(joined(ids) + ": " + why);
    }
    page_.list("Not priced", unpriced);
    page_.say(
        "A gain is the difference between people who have this and people who do not; it is no promise that the change "
        "brings it.");
    page_.end();
  }

  const WhatIfView& view_;
  const Money& money_;
  Values changes_;
  Values ranked_;
  HtmlPage page_;
};

}  // namespace

std::string whatif_html(const WhatIfView& view) { return Builder(view).text(); }

std::string whatif_svg(const WhatIfView& view) {
  const auto rows = rows_of(ranked_of(view, changes_of(view)));
  if (rows.empty()) {
    throw Error(ErrorCode::NoAnswer, "nothing that was asked for has a price", "ask for other changes, or for a page");
  }
  Markup out;
  gains_chart(out, words_of(view, rows), rows, view.money, Frame::OwnFile,
              "What each change adds: " + who(view) + ", " + dollars_of(view.answer.now));
  return out.str();
}

}  // namespace hisalary::output
