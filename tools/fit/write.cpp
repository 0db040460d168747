// SPDX-License-Identifier: MIT
#include "write.hpp"

#include <fstream>
#include <nlohmann/json.hpp>

#include "base/number.hpp"
#include "data/describe.hpp"
#include "data/names.hpp"
#include "data/tables.hpp"
#include "hisalary/error.hpp"

namespace hisalary::fit {
namespace {

std::string in_quotes(std::string_view text) { return nlohmann::json(text).dump(); }

std::string json(Text text) { return in_quotes(text); }
std::string json(double number) { return number_text(number); }
std::string json(std::int32_t number) { return std::to_string(number); }
std::string json(Grade grade) { return in_quotes(data::to_name(data::grade_names, grade)); }
std::string json(List<ShareEffect> values);
std::string json(List<double> values);

/// One record as it stands in a data file; visits the record's description.
class RowWriter {
 public:
  template <class T> void required(const char* key, const T& value) {
    out_ += (out_.empty() ? "" : ", ") + in_quotes(key) + ": " + json(value);
  }

  template <class T> void optional(const char* key, const T& value) {
    if constexpr (requires { value.has_value(); }) {
      if (value) {
        required(key, *value);
      }
    } else if (!value.empty()) {
      required(key, value);
    }
  }

  void provenance(const Provenance& from) {
    required("source", from.source);
    required("at", from.at);
    required("as_of", from.as_of);
    required("grade", from.grade);
  }

  [[nodiscard]] std::string text() const { return "{" + out_ + "}"; }

 private:
  std::string out_;
};

template <class Record> std::string row(Record record) {
  RowWriter writer;
  data::describe(writer, record);
  return writer.text();
}

std::string json(List<ShareEffect> values) {
  std::string out;
  for (const auto& value : values) {
    out += (out.empty() ? "" : ", ") + row(value);
  }
  return "[" + out + "]";
}

std::string json(List<double> values) {
  std::string out;
  for (const double value : values) {
    out += (out.empty() ? "" : ", ") + json(value);
  }
  return "[" + out + "]";
}

template <class Record> std::string file(const std::string& stem, std::string_view about, std::string_view version,
                                         const std::string& ranges, const std::vector<Record>& rows) {
  std::string out =
      "{\n\"format\": " + in_quotes("hisalary/" + stem + "/1") + ",\n\"about\": " + in_quotes(about) +
      ",\n\"source\": \"hisalary-fit\",\n" +
      "\"at\": \"written by hisalary_fit_model from the files of evidence/; edit those, not this\",\n\"as_of\": " +
      in_quotes(version) + ",\n\"grade\": \"fitted\",\n\"ranges\": " + ranges + ",\n\"rows\": [\n";
  for (std::size_t i = 0; i < rows.size(); ++i) {
    out += row(rows[i]) + (i + 1 < rows.size() ? ",\n" : "\n");
  }
  return out + "]\n}\n";
}

}  // namespace

std::map<std::string, std::string> model_files(const Dataset& dataset, FitResult& result) {
  const Text version = dataset.tables().info[0].version;
  Candidate& model = result.model;
  return {
      {"model/positions.json",
       file("positions",
            "Where each role stands in the pay curve of its occupations, in normal scores, and the spread that stays "
            "inside the role.",
            version, R"({"position": [-3, 3], "spread": [0.1, 1], "uncertainty": [0, 3], "records": [0, 100000]})",
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
  return file(
      "cross_validation", "Observed pay records, each answered by fits that had no record of its employer.",
      dataset.tables().info[0].version,
      R"({"errors": [-1, 100], "inside": [0, 1], "state_error": [-1, 100], "nation_error": [-1, 100], "loss": [0, 10], "state_loss": [0, 10]})",
      out);
}

void replace_file(const std::filesystem::path& path, const std::string& bytes) {
  const std::filesystem::path beside = path.string() + ".new";
  {
    std::ofstream out(beside, std::ios::binary);
    out << bytes;
    out.close();
    if (!out) {
      throw Error(ErrorCode::Io, path.string() + " cannot be written", "check the folder and its permissions",
                  path.string());
    }
  }
  std::error_code error;
  std::filesystem::rename(beside, path, error);
  if (error) {
    throw Error(ErrorCode::Io, path.string() + " cannot be replaced: " + error.message(), {}, path.string());
  }
}

}  // namespace hisalary::fit
