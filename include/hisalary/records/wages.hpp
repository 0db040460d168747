// SPDX-License-Identifier: MIT
#pragma once

#include "hisalary/records/source.hpp"

namespace hisalary {

/// One national wage row. `release` is the year of a May survey.
struct NationWage {
  std::int32_t release;
  Text soc;
  Published employment;
  std::optional<double> employment_rse;  ///< relative standard error, percent
  Published mean;
  std::optional<double> mean_rse;
  PublishedPercentiles pay;
  Text note;
};

/// Jobs of an occupation now and ten years on, by BLS's Employment Projections.
struct Outlook {
  Text soc;
  std::optional<double> employment_2024;
  std::optional<double> employment_2034;
  std::optional<double> change_percent;
  std::optional<double> openings;  ///< a year
  Text entry;
  Text experience;
  Text training;
};

/// A grade of the General Schedule in one year, without locality pay.
struct GsGrade {
  std::int32_t year;
  std::int32_t grade;
  List<std::int32_t> steps;  ///< dollars a year, ten steps
};

/// A locality of the General Schedule.
struct GsLocality {
  Text code;
  Text name;
  double percent;
};

/// A published figure on benefits: premiums, leave, retirement matches.
struct Benefit {
  Text id;
  Text item;
  double value;
  Text unit;
  Text publisher;
  Provenance from;
};

}  // namespace hisalary
