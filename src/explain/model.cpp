// SPDX-License-Identifier: MIT
#include "hisalary/model.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "estimate.hpp"
#include "hisalary/error.hpp"
#include "model/pricer.hpp"

namespace hisalary {

Model::Model(Dataset dataset)
    : dataset_(std::move(dataset)), pricer_(std::make_shared<const model::Pricer>(dataset_.tables())) {}

void Model::require(const Profile& profile) const {
  if (!profile.dataset().same_as(dataset_)) {
    throw Error(ErrorCode::Usage, "the profile was made for another data set",
                "make it with a ProfileBuilder for the data set of the model");
  }
}

Estimate Model::estimate(const Profile& profile) const {
  require(profile);
  return explain::estimate(*pricer_, profile.facts());
}

void Model::estimate(std::span<const Profile> people, std::span<Percentiles> answers) const {
  if (people.size() != answers.size()) {
    throw Error(ErrorCode::Usage,
                std::to_string(people.size()) + " people and room for " + std::to_string(answers.size()) + " answers",
                "give spans of one length");
  }
  constexpr std::size_t group_size = 16;
  std::array<Facts, group_size> group;
  model::PriceMemory memory;
  while (!people.empty()) {
    const std::size_t count = std::min(people.size(), group_size);
    for (std::size_t i = 0; i < count; ++i) {
      require(people[i]);
      group[i] = people[i].facts();
    }
    pricer_->price(std::span(group).first(count), answers.first(count), memory);
    people = people.subspan(count);
    answers = answers.subspan(count);
  }
}

}  // namespace hisalary
