// SPDX-License-Identifier: MIT
#include "hisalary/model.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "answer.hpp"
#include "confidence.hpp"
#include "hisalary/error.hpp"
#include "model/curve.hpp"
#include "model/exponential.hpp"
#include "model/market.hpp"
#include "model/normal.hpp"
#include "model/parameters.hpp"
#include "model/place.hpp"
#include "model/price.hpp"
#include "model/prices.hpp"
#include "model/setting.hpp"
#include "model/time.hpp"
#include "standing.hpp"

namespace hisalary {
namespace {

using namespace model;

/// One occupation of the market with what setting and time do to it.
struct Part : MarketCell {
  SettingShift setting;
  double time = 0;  ///< ln of the factor to the dollars of the answer
};

std::string text(Quarter quarter) { return std::to_string(quarter.year()) + "Q" + std::to_string(quarter.quarter()); }

std::string list_of(const std::vector<Part>& parts) {
  std::string all;
  for (const auto& part : parts) {
    all += (all.empty() ? "" : ", ") + std::string(part.occupation->soc);
  }
  return all;
}

/// Builds one estimate: the market, then the person's place in it, then the words about it.
class Answer {
 public:
  Answer(const Tables& tables, const Facts& profile)
      : tables_(tables), profile_(profile), clock_(tables), standing_(standing_of(tables, profile)) {}

  Estimate build() {
    out_.profile = profile_;
    time();
    parts();
    price();
    walk();
    out_.pay = percentiles_of(curve_, shifts_, standing_.mean, standing_.variance);
    market();
    words();
    return std::move(out_);
  }

  MarketCurve person() {
    time();
    parts();
    price();
    curve_.raise(shifts_.setting + shifts_.time);
    return curve_;
  }

 private:
  [[nodiscard]] bool old_release() const { return profile_.release.has_value(); }
  [[nodiscard]] bool in_nation() const { return profile_.area == nullptr || profile_.area->kind == AreaKind::Nation; }

  void time() {
    if (old_release() || profile_.as_of.kind == AsOf::Kind::Release) {
      at_ = clock_.release();
      out_.as_of = "release " +
                   (old_release() ? std::to_string(*profile_.release) + "-05" : std::string(tables_.info[0].release));
      return;
    }
    at_ = profile_.as_of.kind == AsOf::Kind::At ? profile_.as_of.at : clock_.newest();
    out_.as_of = text(at_);
  }

  void parts() {
    for (const auto& cell :
         market_cells(tables_, profile_.role, profile_.occupation, profile_.area, profile_.release)) {
      const Occupation& occupation = *cell.occupation;
      Part part{cell, {}, old_release() ? 0 : clock_.log_factor(occupation, at_)};
      if (profile_.setting != nullptr) {
        part.setting = setting_for(tables_, occupation, *profile_.setting, profile_.role != nullptr);
      }
      parts_.push_back(part);
    }
  }

  /// The market's curve, of the nation, as published, or as drawn toward predictions.
  [[nodiscard]] MarketCurve curve(auto log_pay) const {
    MarketCurve blend;
    for (const auto& part : parts_) {
      blend.add(part.weight, MarketCurve(log_pay(part)));
    }
    return blend;
  }

  void price() {
    curve_ = curve(cell_pay);
    for (const auto& part : parts_) {
      shifts_.error += part.weight * part.cell.error;
      shifts_.setting += part.weight * part.setting.shift;
      shifts_.setting_variance += part.weight * part.setting.variance;
      shifts_.time += part.weight * part.time;
    }
  }

  static const LogPay& nation_pay(const Part& part) { return part.nation.pay; }
  static const LogPay& published_pay(const Part& part) {
    return part.cell.published ? *part.cell.published : part.cell.pay;
  }
  static const LogPay& cell_pay(const Part& part) { return part.cell.pay; }

  void step(std::string id, std::string label, double log_amount, const Provenance& from) {
    out_.steps.push_back({std::move(id), std::move(label), exponential(log_amount), from});
  }

  [[nodiscard]] CellKind worst() const {
    CellKind kind = CellKind::Published;
    for (const auto& part : parts_) {
      kind = std::max(kind, part.cell.kind);
    }
    return kind;
  }

  [[nodiscard]] std::vector<Part> which(auto wanted) const {
    std::vector<Part> found;
    std::ranges::copy_if(parts_, std::back_inserter(found), wanted);
    return found;
  }

  /// The published cells of a kind that were drawn toward their prediction.
  [[nodiscard]] std::vector<Part> drawn(CellKind kind) const {
    return which([&](const Part& part) { return part.cell.published && part.cell.kind == kind; });
  }

  [[nodiscard]] bool setting_priced() const {
    return std::ranges::any_of(parts_, [](const Part& part) { return !part.setting.industry.empty(); });
  }

  void walk() {
    step("nation", "Median of " + list_of(parts_) + ", United States", curve(nation_pay)(0),
         block(tables_, "wages_nation.json"));
    if (!in_nation()) {
      const auto estimated = which([](const Part& part) { return part.cell.kind == CellKind::Estimated; });
      step("place",
           std::string(profile_.area->title) +
               (estimated.empty() ? "" : " (" + list_of(estimated) + ": estimated, not published)"),
           curve(published_pay)(0),
           !estimated.empty() ? parameter(tables_, "area_reach_p50").from : block(tables_, "wages_areas.json"));
      const auto thin = drawn(CellKind::Thin);
      const auto drawn_a_little = drawn(CellKind::Published);
      if (!thin.empty() || !drawn_a_little.empty()) {
        std::string label = thin.empty() ? "" : "Few jobs there (" + list_of(thin) + ")";
        label += drawn_a_little.empty()
                     ? ""
                     : (thin.empty() ? "Not many jobs there (" : ", not many (") + list_of(drawn_a_little) + ")";
        step("thin-cell", label + ": drawn toward the prediction from the state and the area's other occupations",
             curve_(0), parameter(tables_, "few_jobs").from);
      }
    }
    if (setting_priced()) {
      const auto it = std::ranges::find_if(parts_, [](const Part& part) { return !part.setting.industry.empty(); });
      step("setting",
           "Setting: " + std::string(profile_.setting->title) + " (" + std::string(it->setting.industry) + ")",
           curve_(0) + shifts_.setting, it->setting.from);
    }
    double mean = 0;
    for (const auto& effect : standing_.effects) {
      mean += effect.score;
      step(effect.id, effect.label, curve_(mean) + shifts_.setting, effect.from);
    }
    if (profile_.as_of.kind != AsOf::Kind::Release && !old_release()) {
      const bool before = at_ < clock_.release();
      step("time", "Dollars of " + text(at_), curve_(mean) + (shifts_.setting + shifts_.time),
           block(tables_, before ? "wages_nation.json" : "price_index.json"));
    }
  }

  void market() {
    const MarketCurve blend = curve(published_pay);
    Market& market = out_.market;
    market.area = in_nation() ? tables_.areas.data() : profile_.area;
    market.kind = worst();
    market.employment = {0, Published::Mark::Value};
    for (const auto& part : parts_) {
      market.parts.push_back({part.occupation, part.weight, part.cell.kind, part.cell.employment});
      if (!part.cell.employment.known()) {
        market.employment.mark = part.cell.employment.mark;
      }
      market.employment.amount += part.cell.employment.amount;
    }
    for (std::size_t i = 0; i < market.pay.dollars.size(); ++i) {
      market.pay.dollars[i] = exponential(blend(percentile_scores[i]) + shifts_.time);
    }
    constexpr double percent = 100;
    out_.market_percentile =
        std::clamp(percent * normal_cdf(blend.score_at(std::log(out_.pay.p50()) - shifts_.time)), 1.0, 99.0);
  }

  void words() {
    for (const auto& caveat : standing_.caveats) {
      out_.caveats.push_back(caveat);
    }
    place_words();
    time_words();
    if (profile_.setting != nullptr && !setting_priced()) {
      out_.caveats.push_back("no publication gives pay for this work at this kind of employer (" +
                             std::string(profile_.setting->title) + "); the setting is not priced");
    }
    if (profile_.setting != nullptr && !profile_.setting->note.empty()) {
      out_.caveats.emplace_back(profile_.setting->note);
    }
    for (const auto& fact : standing_.unknown) {
      out_.narrower.push_back(fact == "credential" ? "--cert" : "--" + fact);
    }
    if (profile_.setting == nullptr) {
      out_.narrower.emplace_back("--setting");
    }
    if (!profile_.remote && !old_release() && (in_nation() || profile_.area->kind == AreaKind::State)) {
      out_.narrower.emplace_back(in_nation() ? "--state" : "--metro");
    }
    out_.confidence = confidence_of({worst(), in_nation(), profile_, standing_, clock_.newest() < at_,
                                     at_ < clock_.history_begins(), profile_.setting != nullptr && !setting_priced()});
    for (const auto& one : out_.steps) {
      const auto source = std::ranges::find(tables_.sources, one.from.source, &Source::id);
      if (source != tables_.sources.end() && std::ranges::find(out_.sources, &*source) == out_.sources.end()) {
        out_.sources.push_back(&*source);
      }
    }
  }

  void place_words() {
    for (const auto& part : parts_) {
      const std::string soc(part.occupation->soc);
      if (part.cell.kind == CellKind::Estimated) {
        out_.caveats.push_back(
            "BLS publishes no wages for " + soc + " in " + std::string(profile_.area->title) +
            "; they are estimated from the state's and the area's other occupations, and the range is wider");
      } else if (part.cell.kind == CellKind::Thin) {
        out_.caveats.push_back("BLS's figure for " + soc + " in " + std::string(profile_.area->title) + " rests on " +
                               (part.cell.employment.known() ? std::to_string(part.cell.employment.amount) + " jobs"
                                                             : std::string("an unpublished number of jobs")) +
                               "; it is drawn toward its prediction, and the range is wider");
      }
      if (part.cell.top_coded) {
        out_.caveats.push_back("BLS gives the highest percentiles of " + soc +
                               " only as at or above its top code; they are continued in a straight line");
      }
    }
    if (profile_.remote) {
      out_.caveats.emplace_back(
          "remote work is priced against the national market; some employers pay by where the worker lives");
    }
  }

  void time_words() {
    if (clock_.newest() < at_) {
      out_.caveats.push_back("the wage index ends at " + text(clock_.newest()) +
                             "; the growth of its last four quarters is continued to " + text(at_));
    }
    if (at_ < clock_.release() && !old_release()) {
      out_.caveats.push_back("brought back to " + text(at_) + " by the national history of the occupations" +
                             (at_ < clock_.history_begins()
                                  ? ", whose first years' growth is continued backward past its beginning"
                                  : ""));
    }
  }

  const Tables& tables_;
  const Facts& profile_;
  Clock clock_;
  Standing standing_;
  std::vector<Part> parts_;
  MarketCurve curve_;
  Shifts shifts_;
  Quarter at_;
  Estimate out_;
};

}  // namespace

Model::Model(Dataset dataset) : dataset_(std::move(dataset)), prices_(std::make_shared<model::Prices>()) {}

Estimate Model::estimate(const Facts& profile) const { return model::answer(dataset_.tables(), profile); }

void Model::estimate(std::span<const Facts> people, std::span<Percentiles> answers) const {
  if (people.size() != answers.size()) {
    throw Error(ErrorCode::Usage,
                std::to_string(people.size()) + " people and room for " + std::to_string(answers.size()) + " answers",
                "give spans of one length");
  }
  const model::Prices::Loan engine = prices_->borrow(dataset_);
  for (std::size_t i = 0; i < people.size();) {
    if (people[i].release) {
      answers[i] = estimate(people[i]).pay;
      ++i;
      continue;
    }
    const auto rest = people.subspan(i);
    const auto end = std::ranges::find_if(rest, [](const Facts& person) { return person.release.has_value(); });
    const auto count = static_cast<std::size_t>(end - rest.begin());
    engine->price(rest.first(count), answers.subspan(i, count));
    i += count;
  }
}

namespace model {

Estimate answer(const Tables& tables, const Facts& profile) { return Answer(tables, profile).build(); }

MarketCurve person_curve(const Tables& tables, const Facts& profile) { return Answer(tables, profile).person(); }

}  // namespace model

}  // namespace hisalary
