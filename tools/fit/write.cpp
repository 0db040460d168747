// SPDX-License-Identifier: MIT
#include "write.hpp"

#include "data/tables.hpp"
#include "write/rows.hpp"

namespace hisalary::fit {
namespace {

template <class Record> std::string file(const std::string& stem, std::string_view about, std::string_view version,
                                         const std::string& ranges, const std::vector<Record>& rows) {
  return write::file({.name = stem,
                      .about = std::string(about),
                      .source = "hisalary-fit",
                      .at = "written by hisalary_fit_model from the files of evidence/; edit those, not this",
                      .as_of = std::string(version),
                      .grade = "fitted",
                      .ranges = ranges},
                     rows);
}

}  // namespace

std::map<std::string, std::string> model_files(const Dataset& dataset, FitResult& result) {
  const Text version = dataset.tables().info[0].version;
  Candidate& model = result.model;
  return {
      {"model/positions.json",
       file(
           "positions",
           "Where each role stands in the pay curve of its occupations, in normal scores, the spread that stays inside "
           "the role, and the share of the field's people who are in it.",
           version,
           R"({"position": [-3, 3], "spread": [0.1, 1], "share": [0, 1], )"
           R"("uncertainty": [0, 3], "records": [0, 100000]})",
           model.positions())},
      {"model/experience.json",
       file("experience",
            "Experience curves: effect in normal scores by years; within a role, and along a career with its "
            "promotions.",
            version, R"({"years": [0, 60], "effect": [-4, 4], "share": [0, 1]})", model.experience())},
      {"model/standing.json",
       file("standing",
            "What credentials, degrees, levels and skills are worth in each role family, in normal scores, and how "
            "common they are.",
            version, R"({"share": [0, 1], "effect": [-4, 4], "lasting": [0, 1]})", model.standing())},
      {"model/parameters.json",
       file("parameters", "Single numbers of the model: prediction of unpublished cells, credentials, settings.",
            version, R"({"value": [-1, 10000]})", model.parameters())},
  };
}

std::string cross_validation_file(const Dataset& dataset, const std::vector<audit::ScoredRow>& rows) {
  std::vector<CrossValidated> out;
  out.reserve(rows.size());
  for (const auto& row : rows) {
    out.push_back({row.record->id, row.role != nullptr ? row.role->id : Text(), row.errors, row.inside, row.state_error,
                   row.nation_error, row.loss, row.state_loss, row.confidence});
  }
  return file("cross_validation", "Observed pay records, each answered by fits that had no record of its employer.",
              dataset.tables().info[0].version,
              R"({"errors": [-1, 100], "inside": [0, 1], "state_error": [-1, 100], "nation_error": [-1, 100], )"
              R"("loss": [0, 10], "state_loss": [0, 10]})",
              out);
}

}  // namespace hisalary::fit
