// SPDX-License-Identifier: MIT
#include "parts.hpp"

#include <algorithm>

#include "base/number.hpp"
#include "names.hpp"
#include "words.hpp"

namespace hisalary::output {
namespace {

Value texts_of(const std::vector<Text>& texts) { return Values(texts.begin(), texts.end()); }

}  // namespace

Members data_of(const Dataset& dataset) {
  return {
      {"version", dataset.info().version},
      {"fingerprint", dataset.fingerprint()},
      {"release", dataset.info().release},
  };
}

Members percentiles_of(const Money& money, const Percentiles& pay) {
  Members out;
  for (std::size_t i = 0; i < percentile_names.size(); ++i) {
    out.push_back({std::string(percentile_names[i]), amount(money, pay.dollars[i])});
  }
  return out;
}

Value area_of(const Area* area) {
  if (area == nullptr) {
    return {};
  }
  return Members{{"kind", name_of(area->kind)}, {"code", area->code}, {"title", area->title}};
}

Value work_of(const Facts& profile) {
  if (profile.role == nullptr && profile.occupation == nullptr) {
    return {};
  }
  return Members{{"id", work_id(profile)}, {"title", work_title(profile)}};
}

Value years_range(const Facts& profile) {
  if (!profile.years || !profile.years->is_range()) {
    return {};
  }
  const Experience& years = *profile.years;
  return number_text(years.least()) + (years.is_open() ? "+" : "-" + number_text(years.most()));
}

Members profile_of(const Tables& tables, const Facts& profile) {
  const bool skilled = profile.skills.any();
  return {
      {"role", work_of(profile)},
      {"level", id_of(profile.level)},
      {"credentials", profile.credentials ? texts_of(held(tables.credentials, *profile.credentials)) : Value()},
      {"years", profile.years ? Value(static_cast<double>(*profile.years)) : Value()},
      {"years_range", years_range(profile)},
      {"education", id_of(profile.education)},
      {"area", area_of(profile.area)},
      {"remote", profile.remote},
      {"setting", id_of(profile.setting)},
      {"skills", skilled ? texts_of(held(tables.skills, profile.skills)) : Value()},
  };
}

Members asked_of(const Dataset& dataset, const Facts& profile, const std::string& as_of, const Money& money) {
  return {
      {"profile", profile_of(dataset.tables(), profile)},
      {"as_of", as_of},
      {"currency", dataset.info().currency},
      {"period", money.name()},
  };
}

Members provenance_of(const Provenance& from) {
  return {{"source", from.source}, {"at", from.at}, {"as_of", from.as_of}, {"grade", name_of(from.grade)}};
}

Values sources_of(const std::vector<const Source*>& sources) {
  return list_of(sources, [](const Source* source) {
    return Members{
        {"id", source->id},
        {"publisher", source->publisher},
        {"title", source->title},
        {"period", filled(source->period)},
        {"address", filled(source->address)},
        {"grade", name_of(source->grade)},
    };
  });
}

Value published(const Published& figure) {
  switch (figure.mark) {
    case Published::Mark::Value: return Value(figure.amount).shown_as(grouped(figure.amount));
    case Published::Mark::NotAvailable: return "*";
    case Published::Mark::EmploymentNotAvailable: return "**";
    case Published::Mark::TopCoded: return "#";
    default: return {};
  }
}

Value published(const Published& figure, const Money& money) {
  if (figure.mark != Published::Mark::Value || money.period() == Period::Year) {
    return published(figure);
  }
  return amount(money, static_cast<double>(figure.amount));
}

void cite(std::vector<const Source*>& sources, const Tables& tables, Text id) {
  const auto it = std::ranges::find(tables.sources, id, &Source::id);
  if (it != tables.sources.end()) {
    cite(sources, {&*it});
  }
}

void cite(std::vector<const Source*>& sources, const std::vector<const Source*>& more) {
  for (const Source* const source : more) {
    if (std::ranges::find(sources, source) == sources.end()) {
      sources.push_back(source);
    }
  }
}

}  // namespace hisalary::output
