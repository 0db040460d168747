// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hisalary/model.hpp"

namespace hisalary {
struct ObservedPay;
}

namespace hisalary::advise {

inline constexpr std::size_t gs_steps = 10;
inline constexpr std::int32_t gs_hours_a_year = 2087;

/// Pay of one grade and step with locality pay.
struct GsPay {
  std::int32_t annual = 0;        ///< base x (1 + locality percent), rounded to the dollar, halves up
  std::int32_t hourly_cents = 0;  ///< annual / 2,087, rounded to the cent, halves up
};

/// A grade and step of the General Schedule in a locality.
struct GsRow {
  std::int32_t grade = 0;
  std::array<GsPay, gs_steps> steps{};
};

/// The schedule of a year in a locality, grades ascending.
struct GsGrid {
  std::int32_t year = 0;
  const GsLocality* locality = nullptr;
  std::vector<GsRow> grades;
};

/// A grade and step, both counted from 1.
struct GsCell {
  std::int32_t grade = 0;
  std::int32_t step = 0;
};

/// Pay at a base with a locality percentage, rounded as the Office of Personnel Management rounds.
[[nodiscard]] GsPay gs_pay(std::int32_t base, double percent);

/// The grid of a year. Throws Error NoAnswer when the data set has none for the year.
[[nodiscard]] GsGrid gs_grid(const Dataset& dataset, std::int32_t year, const GsLocality& locality);

/// The grade and step whose pay is nearest to a yearly amount; on a tie the lower grade.
[[nodiscard]] GsCell nearest_cell(const GsGrid& grid, double annual);

/// The grades whose ten steps reach over the amount, lowest and highest; absent when none does.
[[nodiscard]] std::optional<std::pair<std::int32_t, std::int32_t>> grades_around(const GsGrid& grid, double annual);

/// A locality found, and the place of the same name for an estimate.
struct GsPlace {
  const GsLocality* locality = nullptr;
  const Area* area = nullptr;  ///< metropolitan area or state of the OEWS; null: the nation
  std::vector<std::string> notes;
};

/// The locality of a code, a city or a state; empty: Rest of U.S. A city or state that no locality names is Rest of
/// U.S., with a note. Throws Error NoAnswer when several fit, with all of them.
[[nodiscard]] GsPlace find_locality(const Dataset& dataset, std::string_view text);

/// The two series of this work, and the role that stands for each.
struct GsSeries {
  const char* code;
  const char* title;
  const char* role;
};
inline constexpr std::array<GsSeries, 2> gs_series{{
    {"0669", "Medical Records Administration", "him-manager"},
    {"0675", "Medical Records Technician", "medical-coder"},
}};

/// This program's estimate for a federal employee of a series, and where it falls.
struct GsEstimate {
  const GsSeries* series = nullptr;
  Estimate estimate;
  GsCell nearest;
  std::optional<std::pair<std::int32_t, std::int32_t>> grades;
};

[[nodiscard]] GsEstimate gs_estimate(const Model& model, const GsSeries& series, const GsGrid& grid, const Area* area);
/// The same for a person, taken to work for the federal government there.
[[nodiscard]] GsEstimate gs_estimate(const Model& model, const GsSeries& series, const GsGrid& grid, const Area* area,
                                     const Profile& person);

/// The series of a person's work: administration for managers, technician for all others; null: no work was said.
[[nodiscard]] const GsSeries* series_of(const Facts& person);

/// People in a grade of a series, counted in the evidence: an agency's own in one year.
struct GsHeadcount {
  const ObservedPay* record = nullptr;
  std::int32_t grade = 0;
  std::int64_t people = 0;
  double mean = 0;   ///< their mean pay, dollars of that year
  double share = 0;  ///< of the people of the series that are counted
};

/// Of the newest year that the evidence counts, grades ascending; empty: none is counted.
[[nodiscard]] std::vector<GsHeadcount> gs_headcounts(const Dataset& dataset, const GsSeries& series);

/// An advertisement of a federal agency, and the grades whose pay its range is to the dollar: from step 1 of `low` to
/// step 10 of `high`.
struct GsAdvertisement {
  const ObservedPay* record = nullptr;
  std::optional<std::pair<std::int32_t, std::int32_t>> grades;
  const GsLocality* locality = nullptr;
  const GsSeries* series = nullptr;
};

/// The federal advertisements of the evidence.
[[nodiscard]] std::vector<GsAdvertisement> gs_advertisements(const Dataset& dataset);

}  // namespace hisalary::advise
