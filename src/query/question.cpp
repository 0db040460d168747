// SPDX-License-Identifier: MIT
#include "question.hpp"

namespace hisalary {

ProfileBuilder builder_of(const Dataset& dataset, const Question& question) {
  ProfileBuilder builder(dataset);
  const auto give = [&](Fact fact, const std::optional<std::string>& text) {
    if (text) {
      builder.with(fact, *text);
    }
  };
  give(Fact::Role, question.role);
  give(Fact::Level, question.level);
  for (const auto& text : question.credentials) {
    builder.with(Fact::Credentials, text);
  }
  give(Fact::Years, question.years);
  give(Fact::Education, question.education);
  give(Fact::Place, question.place);
  give(Fact::State, question.state);
  give(Fact::Metro, question.metro);
  give(Fact::County, question.county);
  if (question.remote) {
    builder.remote();
  }
  give(Fact::Setting, question.setting);
  for (const auto& text : question.skills) {
    builder.with(Fact::Skills, text);
  }
  give(Fact::AsOf, question.as_of);
  give(Fact::Release, question.release);
  give(Fact::Pay, question.pay);
  return builder;
}

Profile understand(const Dataset& dataset, const Question& question) { return builder_of(dataset, question).build(); }

}  // namespace hisalary
