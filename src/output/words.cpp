// SPDX-License-Identifier: MIT
#include "words.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "advise/parity.hpp"
#include "base/number.hpp"
#include "explain/standing.hpp"

namespace hisalary::output {

std::string ordinal(double number) {
  constexpr std::array<const char*, 4> endings{"th", "st", "nd", "rd"};
  const long n = std::lround(number);
  const long tens = n % 100;
  const long last = n % 10;
  const bool own_ending = last < 4 && (tens < 11 || tens > 13);
  return std::to_string(n) + (own_ending ? endings[static_cast<std::size_t>(last)] : "th");
}

std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  }
  return text;
}

std::string counted(double number, std::string_view one) {
  return number_text(number) + " " + std::string(one) + (number == 1 ? "" : "s");
}

std::string spelled(const std::vector<Fact>& facts, Speller speller) {
  std::vector<std::string> options;
  options.reserve(facts.size());
  std::ranges::transform(facts, std::back_inserter(options), [&](Fact fact) { return speller(name_of(fact)); });
  return joined(options);
}

std::string credentials(const Tables& tables, const Facts& profile) {
  return profile.credentials->none() ? "no credential" : joined(held(tables.credentials, *profile.credentials), " + ");
}

Text work_title(const Facts& profile) {
  if (profile.role != nullptr) {
    return profile.role->title;
  }
  return profile.occupation != nullptr ? profile.occupation->title : Text("Health information jobs");
}

Text work_id(const Facts& profile) {
  if (profile.role != nullptr) {
    return profile.role->id;
  }
  return profile.occupation != nullptr ? profile.occupation->soc : Text();
}

std::string person(const Tables& tables, const Facts& profile) {
  std::vector<std::string> parts{std::string(work_title(profile))};
  if (profile.occupation != nullptr) {
    parts[0] += " (" + std::string(profile.occupation->soc) + ", the whole occupation)";
  }
  if (profile.level != nullptr) {
    parts.emplace_back(profile.level->title);
  }
  if (profile.credentials) {
    parts.push_back(credentials(tables, profile));
  }
  if (profile.years) {
    parts.push_back(explain::years_label(*profile.years));
  }
  if (profile.education != nullptr) {
    parts.emplace_back(profile.education->title);
  }
  if (profile.setting != nullptr) {
    parts.emplace_back(profile.setting->title);
  }
  return joined(parts);
}

std::string place(const Facts& profile) {
  if (profile.remote) {
    return "remote, United States";
  }
  return profile.area == nullptr ? "United States" : std::string(profile.area->title);
}

std::string in_sentence(const Area* area) {
  return area == nullptr || area->kind == AreaKind::Nation ? "the United States" : std::string(area->title);
}

const char* a_period(const Money& money) { return money.period() == Period::Hour ? " an hour" : " a year"; }

std::string occupations(const Market& market) {
  constexpr std::size_t most = 3;
  std::vector<std::string> names;
  for (const MarketPart& part : market.parts) {
    if (names.size() == most && market.parts.size() > most + 1) {
      return joined(names) + " and " + std::to_string(market.parts.size() - most) + " more occupations";
    }
    names.push_back(std::string(part.occupation->title) + " (" + std::string(part.occupation->soc) + ")");
  }
  return joined(names);
}

std::string headline(const Page& page, const Money& money, double annual) {
  return page.screen().exact ? money.text(annual) : money.rounded(annual);
}

std::string about(const Page& page, const Money& money, double annual) {
  return (page.screen().exact ? "" : "about ") + headline(page, money, annual) +
         (money.period() == Period::Year ? " a year" : " an hour");
}

std::string wages_of(const Estimate& estimate) {
  switch (estimate.market.kind) {
    case CellKind::Thin: return "published on few jobs";
    case CellKind::Estimated: return "partly or wholly estimated";
    default: break;
  }
  const bool shrunk = std::ranges::find(estimate.steps, "thin-cell", &Step::id) != estimate.steps.end();
  return shrunk ? "published, on not many jobs" : "as published";
}

std::string dollars_of(const Estimate& estimate) {
  const std::string& as_of = estimate.as_of;
  return as_of.starts_with("release") ? "in dollars of the " + as_of : "in " + as_of + " dollars";
}

std::string source_line(const std::vector<const Source*>& sources) {
  std::vector<std::string> names;
  for (const Source* const source : sources) {
    const std::string period = source->period.empty() ? "" : ", " + std::string(source->period);
    std::string name = std::string(source->publisher) + period;
    if (std::ranges::find(names, name) == names.end()) {
      names.push_back(std::move(name));
    }
  }
  return joined(names, "; ");
}

std::string about_prices(const Tables& tables) {
  return "all prices there, U.S. = 100 (" + advise::parity_publisher(tables) +
         "); adjusted: the median at average U.S. prices";
}

}  // namespace hisalary::output
