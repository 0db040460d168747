// SPDX-License-Identifier: MIT
#include "mixture.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "normal.hpp"

namespace hisalary::model {
namespace {

constexpr double least_share = 0.002;  ///< of what no row names: rare, not impossible

Held priced_in(const Tables& tables) {
  Held priced;
  for (const auto& fact : tables.standing) {
    if (fact.fact != "credential") {
      continue;
    }
    for (std::size_t i = 0; i < tables.credentials.size(); ++i) {
      if (std::ranges::find(fact.values, tables.credentials[i].id, &ShareEffect::id) != fact.values.end()) {
        priced.set(i);
      }
    }
  }
  return priced;
}

}  // namespace

template <std::size_t N> void JobMix::LogShares<N>::put(Owner whose, std::size_t value, double share) {
  if (whose < owner) {
    return;
  }
  if (whose > owner) {
    owner = whose;
    values.fill(std::log(least_share));
  }
  values[value] = std::log(std::max(least_share, share));
}

JobMix::JobMix(const Tables& tables)
    : tables_(tables), supersession_(tables), priced_(priced_in(tables)), jobs_(tables.roles.size()) {
  for (const auto& point : tables.experience) {
    if (point.curve == "within" && !point.band.empty()) {
      years_.push_back(point.years);
      bands_.push_back(point.band);
    }
  }
  for (const auto& row : tables.shares) {
    read_row(row);
  }
  own_levels();
}

void JobMix::read_row(const WorkforceShare& row) {
  if (row.fact == "role") {
    const auto role = std::ranges::find(tables_.roles, row.value, &Role::id);
    jobs_[static_cast<std::size_t>(role - tables_.roles.begin())].share = std::log(std::max(least_share, row.share));
    from_ = row.from;
    return;
  }
  for (std::size_t i = 0; i < jobs_.size(); ++i) {
    const Role& role = tables_.roles[i];
    if (row.family == role.id) {
      put(jobs_[i], Owner::Role, row);
    } else if (row.family == role.family) {
      put(jobs_[i], Owner::Family, row);
    } else if (row.family == "all") {
      put(jobs_[i], Owner::All, row);
    }
  }
}

void JobMix::put(Job& job, Owner owner, const WorkforceShare& row) const {
  const auto in = [&](auto& shares, const auto& rows, auto id) {
    const auto it = std::ranges::find(rows, row.value, id);
    if (it != rows.end()) {
      shares.put(owner, static_cast<std::size_t>(it - rows.begin()), row.share);
    }
  };
  if (row.fact == "credential" && row.value == "none") {
    job.credentials.put(owner, most_credentials, row.share);
  } else if (row.fact == "credential") {
    in(job.credentials, tables_.credentials, &Credential::id);
  } else if (row.fact == "level") {
    in(job.levels, tables_.levels, &Level::id);
  } else if (row.fact == "education") {
    in(job.education, tables_.education, &Education::id);
  } else if (row.fact == "years") {
    in(job.years, bands_, std::identity{});
  }
}

/// A role that is a level is held by people of that level, and by some with a number to it: a Manager II.
void JobMix::own_levels() {
  constexpr double own = 0.9;
  constexpr double numbered = 0.02;
  for (std::size_t i = 0; i < jobs_.size(); ++i) {
    const Text level = tables_.roles[i].level;
    for (std::size_t k = 0; !level.empty() && k < tables_.levels.size(); ++k) {
      const Level& one = tables_.levels[k];
      const double other = one.kind == "grade" ? numbered : least_share;
      jobs_[i].levels.put(Owner::Role, k, one.id == level ? own : other);
    }
  }
}

/// Straight between the bands, so that no birthday changes a job; flat before the first and after the last.
double JobMix::years_of(const Job& job, double years) const {
  const auto after = std::ranges::upper_bound(years_, years);
  const auto i = static_cast<std::size_t>(after - years_.begin());
  const auto& logs = job.years.values;
  if (i == 0) {
    return logs[0];
  }
  if (after == years_.end()) {
    return logs[i - 1];
  }
  const double part = (years - years_[i - 1]) / (years_[i] - years_[i - 1]);
  return logs[i - 1] + part * (logs[i] - logs[i - 1]);
}

/// The mean of the shares over a range.
double JobMix::years_of(const Job& job, const Experience& years) const {
  if (!years.is_range()) {
    return years_of(job, static_cast<double>(years));
  }
  constexpr int parts = 16;
  constexpr double half = 0.5;
  const double step = (years.most() - years.least()) / parts;
  double sum = 0;
  for (int i = 0; i < parts; ++i) {
    sum += std::exp(years_of(job, years.least() + (i + half) * step));
  }
  return std::log(sum / parts);
}

double JobMix::log_share(const Job& job, const Facts& person, const std::optional<Held>& credentials) const {
  double sum = job.share;
  if (credentials && credentials->none()) {
    sum += job.credentials.values[most_credentials];
  }
  for (std::size_t i = 0; credentials && i < tables_.credentials.size(); ++i) {
    sum += credentials->test(i) ? job.credentials.values[i] : 0;
  }
  if (person.years) {
    sum += years_of(job, *person.years);
  }
  if (person.level != nullptr) {
    sum += job.levels.values[static_cast<std::size_t>(person.level - tables_.levels.data())];
  }
  if (person.education != nullptr) {
    sum += job.education.values[static_cast<std::size_t>(person.education - tables_.education.data())];
  }
  return sum;
}

std::vector<double> JobMix::shares(const Facts& person) const {
  std::optional<Held> credentials = person.credentials;
  if (credentials && credentials->any()) {
    *credentials = supersession_.left(*credentials & priced_);
    if (credentials->none()) {
      credentials.reset();  // held, but nothing is known of who holds them
    }
  }

  std::vector<double> shares;
  shares.reserve(jobs_.size());
  for (const Job& job : jobs_) {
    shares.push_back(log_share(job, person, credentials));
  }
  const double largest = *std::ranges::max_element(shares);
  double sum = 0;
  for (double& share : shares) {
    share = std::exp(share - largest);
    sum += share;
  }
  for (double& share : shares) {
    share /= sum;
  }
  return shares;
}

double part_below(const LogPay& pay, double y) {
  constexpr double flat = 1e-9;
  std::size_t i = 1;
  while (i + 1 < pay.size() && y > pay[i]) {
    ++i;
  }
  const double rise = std::max(pay[i] - pay[i - 1], flat);
  const double run = percentile_scores[i] - percentile_scores[i - 1];
  return normal_cdf(percentile_scores[i - 1] + (y - pay[i - 1]) * (run / rise));
}

namespace {

constexpr double close_enough = 1e-9;  ///< in ln(pay): a ten-thousandth of a cent on a dollar

double mixed_below(std::span<const MixPart> parts, double y) {
  double below = 0;
  for (const auto& part : parts) {
    below += part.share * part_below(part.pay, y);
  }
  return below;
}

/// Where the mixture reaches p, between `low` and `high`: false position, halving the side that stays (Illinois).
double reach(std::span<const MixPart> parts, double p, double low, double high) {
  constexpr int most_steps = 60;
  constexpr double half = 0.5;
  double under = mixed_below(parts, low) - p;
  double over = mixed_below(parts, high) - p;
  int stayed = 0;  // below zero: the low end; above: the high end
  for (int step = 0; step < most_steps && high - low > close_enough; ++step) {
    const double y = over > under ? low - under * (high - low) / (over - under) : low + half * (high - low);
    const double here = mixed_below(parts, y) - p;
    if (std::abs(here) < close_enough) {
      return y;
    }
    if (here < 0) {
      low = y;
      under = here;
      over *= stayed > 0 ? half : 1;
      stayed = 1;
    } else {
      high = y;
      over = here;
      under *= stayed < 0 ? half : 1;
      stayed = -1;
    }
  }
  return low + half * (high - low);
}

}  // namespace

LogPay percentiles_of(std::span<const MixPart> parts) {
  constexpr std::array<double, 5> wanted{0.10, 0.25, 0.50, 0.75, 0.90};
  LogPay out{};
  for (std::size_t i = 0; i < out.size(); ++i) {
    // Between the lowest and the highest of the parts' own percentiles.
    const auto [low, high] = std::ranges::minmax(parts, {}, [&](const MixPart& part) { return part.pay[i]; });
    out[i] = high.pay[i] - low.pay[i] > close_enough ? reach(parts, wanted[i], low.pay[i], high.pay[i]) : low.pay[i];
  }
  return out;
}

}  // namespace hisalary::model
