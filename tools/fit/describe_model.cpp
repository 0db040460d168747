// SPDX-License-Identifier: MIT
#include "describe_model.hpp"

#include "base/format.hpp"

#include <algorithm>
#include <cmath>
#include "data/tables.hpp"

namespace hisalary::fit {
namespace {

class Describer {
 public:
  Describer(const Tables& tables, const std::vector<Fitted>& parameters, const AreaParameters& area, Candidate& model)
      : tables_(tables), parameters_(parameters), area_(area), model_(model), priors_(tables) {}

  void all() {
    positions();
    experience();
    standing();
    parameters();
  }

 private:
  [[nodiscard]] const Fitted* find(std::string_view id) const {
    const auto index = priors_.find(id);
    return index ? &parameters_[*index] : nullptr;
  }

  [[nodiscard]] Provenance from(bool fitted) const {
    return {fitted ? "hisalary-fit" : "hisalary-assumption",
            fitted ? "fit to the files of evidence/" : "evidence/priors.json and evidence/shares.json",
            tables_.info[0].version, fitted ? Grade::Fitted : Grade::Assumption};
  }

  /// Of what no pay record bears on: guides may, and are weak.
  [[nodiscard]] Provenance from_guides(const Fitted& one) const {
    Provenance guides = from(one.learned() >= moved);
    if (one.learned() >= moved) {
      guides.at = "published guides alone: evidence/published_figures.json";
      guides.grade = Grade::C;
    }
    return guides;
  }

  /// "fitted to 3 pay records and 1 published figure; prior -0.2 +- 0.5: ..."
  [[nodiscard]] static std::string story(const Fitted& one) {
    const auto plural = [](std::int32_t n, const char* what) {
      return formatted("{} {}{}", n, what, n == 1 ? "" : "s");
    };
    std::string on = one.records > 0 ? plural(one.records, "pay record") : "";
    if (one.figures > 0) {
      on += (on.empty() ? "" : " and ") + plural(one.figures, "published figure");
    }
    if (!one.surveys.empty()) {
      on += (on.empty() ? "" : " and ") + plural(static_cast<std::int32_t>(one.surveys.size()), "survey comparison");
    }
    if (one.prior->sd == 0) {
      return std::string(one.prior->reason);
    }
    return formatted("{}; prior {} +- {}: {}", on.empty() ? "no record bears on it" : "fitted to " + on,
                     one.prior->mean, one.prior->sd, one.prior->reason);
  }

  void positions() {
    constexpr double thousand = 1e3;
    for (auto& row : model_.positions()) {
      const Fitted* const one = find("position." + std::string(row.role));
      if (one == nullptr) {
        row.reason = "No position of its own: a whole mixture of occupations and levels, whose weights place it.";
        row.from = from(false);
        continue;
      }
      row.uncertainty = std::round(one->uncertainty * thousand) / thousand;
      row.records = one->records;
      row.reason = model_.keep(story(*one));
      row.from = one->records > 0 ? from(one->learned() >= moved) : from_guides(*one);
    }
  }

  void experience() {
    for (auto& row : model_.experience()) {
      row.from = from(true);
    }
  }

  void standing() {
    for (auto& row : model_.standing()) {
      std::string known;
      std::string believed;
      for (const auto& value : row.values) {
        const Fitted* const one = parameter_of(row, value.id);
        if (one != nullptr) {
          std::string& list = one->learned() >= moved ? known : believed;
          list += (list.empty() ? "" : ", ") + std::string(value.id);
        }
      }
      std::string text = known.empty() ? "" : "the evidence moved " + known;
      if (!believed.empty()) {
        text += (text.empty() ? "" : "; ") + ("on field knowledge alone: " + believed);
      }
      row.reason = model_.keep(text + "; the shares are assumed (evidence/shares.json)");
      row.sensitivity = shares_of(tables_, row.family, row.fact)[0]->sensitivity;
      row.from = from(!known.empty());
    }
  }

  [[nodiscard]] const Fitted* parameter_of(const StandingFact& row, Text value) const {
    const bool shared = row.fact == "level" || row.fact == "education";
    return find(std::string(row.fact) + "." + (shared ? "" : std::string(row.family) + ".") + std::string(value));
  }

  void parameters() {
    for (auto& row : model_.parameters()) {
      if (const Fitted* const one = find(row.id)) {
        row.reason = model_.keep(story(*one));
        row.from = from(one->learned() >= moved);
      } else {
        row.reason = model_.keep(area_story(row.id));
        row.from = from(true);
        row.from.at = "published cells of wages_areas.json, left out in turn";
      }
    }
  }

  [[nodiscard]] std::string area_story(Text id) const {
    const std::string cells = formatted("{} published cells left out in turn", area_.cells);
    if (id.starts_with("area_reach")) {
      return "how much of its other occupations' distance from the state a cell shares: least mean error, the worst "
             "quarter aside, over " +
             cells;
    }
    if (id == "reference_jobs") {
      return "an occupation's cell on n jobs counts n / (n + this) for its area: least mean error over " + cells;
    }
    if (id == "few_jobs") {
      return "a cell on n jobs keeps n / (n + this) of its own figure: likeliest spread of errors by jobs over " +
             cells;
    }
    return "1.4826 times the median absolute error in ln of the predicted median, " +
           std::string(id == "area_error" ? "the middle of the occupations" : "its published cells left out in turn");
  }

  const Tables& tables_;
  const std::vector<Fitted>& parameters_;
  const AreaParameters& area_;
  Candidate& model_;
  Priors priors_;
};

}  // namespace

void describe_model(const Tables& tables, const std::vector<Fitted>& parameters, const AreaParameters& area,
                    Candidate& model) {
  Describer(tables, parameters, area, model).all();
}

}  // namespace hisalary::fit
