// SPDX-License-Identifier: MIT
#include "mixture.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>

#include "exponential.hpp"

namespace hisalary::model {
namespace {

constexpr double least_share = 0.002;  ///< of what no row names: rare, not impossible
const double log_least_share = std::log(least_share);

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

template <std::size_t N> void JobMix::LogShares<N>::put(Owner whose, std::size_t value, double log_share) {
  if (whose < owner) {
    return;
  }
  if (whose > owner) {
    owner = whose;
    values.fill(log_least_share);
  }
  values[value] = log_share;
}

JobMix::JobMix(const Tables& tables)
    : tables_(tables), supersession_(tables), priced_(priced_in(tables)), jobs_(tables.roles.size()) {
  for (const auto& point : tables.experience) {
    if (point.curve == "within" && !point.band.empty()) {
      years_.push_back(point.years);
      bands_.push_back(point.band);
    }
  }
  for (const auto& row : tables.positions) {
    const auto role = std::ranges::find(tables.roles, row.role, &Role::id);
    jobs_[static_cast<std::size_t>(role - tables.roles.begin())].share = std::log(std::max(least_share, row.share));
  }
  for (const auto& row : tables.shares) {
    read_row(row);
  }
  own_levels();
}

void JobMix::read_row(const WorkforceShare& row) {
  const double log_share = std::log(std::max(least_share, row.share));
  if (row.fact == "role") {
    from_ = row.from;  // the share itself is that of the model, which begins with this one
    return;
  }
  const auto in = [&](auto member, const auto& rows, auto id) {
    const auto it = std::ranges::find(rows, row.value, id);
    if (it != rows.end()) {
      put(member, static_cast<std::size_t>(it - rows.begin()), row.family, log_share);
    }
  };
  if (row.fact == "credential" && row.value == "none") {
    put(&Job::credentials, most_credentials, row.family, log_share);
  } else if (row.fact == "credential") {
    in(&Job::credentials, tables_.credentials, &Credential::id);
  } else if (row.fact == "level") {
    in(&Job::levels, tables_.levels, &Level::id);
  } else if (row.fact == "education") {
    in(&Job::education, tables_.education, &Education::id);
  } else if (row.fact == "years") {
    in(&Job::years, bands_, std::identity{});
  }
}

void JobMix::put(auto member, std::size_t value, Text family, double log_share) {
  for (const auto& [job, owner] : owners_of(family)) {
    (jobs_[job].*member).put(owner, value, log_share);
  }
}

const std::vector<std::pair<std::size_t, JobMix::Owner>>& JobMix::owners_of(Text family) {
  if (family == family_ && !owners_.empty()) {
    return owners_;
  }
  family_ = family;
  owners_.clear();
  for (std::size_t i = 0; i < jobs_.size(); ++i) {
    const Role& role = tables_.roles[i];
    if (family == role.id) {
      owners_.emplace_back(i, Owner::Role);
    } else if (family == role.family) {
      owners_.emplace_back(i, Owner::Family);
    } else if (family == "all") {
      owners_.emplace_back(i, Owner::All);
    }
  }
  return owners_;
}

/// A role that is a level is held by people of that level, and by some with a grade to it: a Manager II, a Senior
/// Director.
void JobMix::own_levels() {
  constexpr double own = 0.9;
  constexpr double graded = 0.02;
  for (std::size_t i = 0; i < jobs_.size(); ++i) {
    const Text level = tables_.roles[i].level;
    for (std::size_t k = 0; !level.empty() && k < tables_.levels.size(); ++k) {
      const Level& one = tables_.levels[k];
      const double other = one.kind == "grade" ? graded : least_share;
      jobs_[i].levels.put(Owner::Role, k, std::log(one.id == level ? own : other));
    }
  }
  for (const Role& role : tables_.roles) {
    leave_level(role);
  }
}

/// Who has a level that is a role of the same work is in that role: a senior coder is no coder of level senior, who
/// would count twice.
void JobMix::leave_level(const Role& higher) {
  const auto level = std::ranges::find(tables_.levels, higher.level, &Level::id);
  for (std::size_t i = 0; i < jobs_.size() && level != tables_.levels.end(); ++i) {
    const Role& lower = tables_.roles[i];
    if (lower.family == higher.family && std::ranges::find(higher.above, lower.id) != higher.above.end()) {
      jobs_[i].levels.values[static_cast<std::size_t>(level - tables_.levels.begin())] = log_least_share;
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
  for (std::uint64_t left = credentials ? credentials->to_ullong() : 0; left != 0; left &= left - 1) {
    sum += job.credentials.values[static_cast<std::size_t>(std::countr_zero(left))];
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
    share = exponential(share - largest);
    sum += share;
  }
  for (double& share : shares) {
    share /= sum;
  }
  return shares;
}

}  // namespace hisalary::model
