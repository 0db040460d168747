// SPDX-License-Identifier: MIT
// Writes the numbers of the model as small CSV tables, for another program to compute the same pay with: model_tables
// FOLDER Pay in a state of a role with known years, credential, education and setting; what depends on one fact of a
// role is in the tables, the rest is left to compute. At z, the normal score of a percentile:
//   mean     = position + years' score + remaining * credential's score + education's score
//   variance = role's - years' - remaining^2 * credential's - education's, at least least_variance; less setting's /
//   slope^2, the same line     = curve(mean + sqrt(variance) * z), neighbors at least role_gap apart; middle =
//   curve(mean) ln(pay)  = middle +- sqrt((line - middle)^2 + (error * z)^2) + setting + time
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/number.hpp"
#include "data/tables.hpp"
#include "hisalary/dataset.hpp"
#include "model/pricer.hpp"
#include "model/setting.hpp"

using namespace hisalary;

namespace {

constexpr int most_years = 40;

class Csv {
 public:
  Csv(const std::filesystem::path& path, const char* header) : file_(std::fopen(path.c_str(), "w")) {
    if (file_ == nullptr) {
      throw std::runtime_error("cannot write " + path.string());
    }
    std::fprintf(file_, "%s\n", header);
  }
  ~Csv() { std::fclose(file_); }
  Csv(const Csv&) = delete;
  Csv& operator=(const Csv&) = delete;

  void row(const std::vector<Text>& texts, const std::vector<double>& numbers) {
    std::string line;
    for (const Text text : texts) {
      line += std::string(text) + ",";
    }
    for (const double number : numbers) {
      line += number_text(number) + ",";
    }
    line.back() = '\n';
    std::fputs(line.c_str(), file_);
  }

 private:
  std::FILE* file_;
};

using Cubic = std::array<double, 4>;

/// The cubic through f at x, x + h, x + 2 h and x + 3 h, as coefficients of the powers of its argument.
template <class F> Cubic cubic_through(F&& f, double x, double h) {
  const double d0 = f(x);
  const double d1 = (f(x + h) - d0) / h;
  const double d2 = (f(x + 2 * h) - 2 * f(x + h) + d0) / (2 * h * h);
  const double d3 = (f(x + 3 * h) - 3 * f(x + 2 * h) + 3 * f(x + h) - d0) / (6 * h * h * h);
  // Newton's form, multiplied out from the innermost bracket.
  Cubic out{d3, 0, 0, 0};
  const auto times = [&](double from, double plus) {
    for (std::size_t power = out.size() - 1; power > 0; --power) {
      out[power] = out[power - 1] - from * out[power];
    }
    out[0] = plus - from * out[0];
  };
  times(x + 2 * h, d2);
  times(x + h, d1);
  times(x, d0);
  return out;
}

/// The curve's pieces from low scores to high ones, as coefficients of the powers of the score: a line, four cubics, a
/// line.
std::vector<double> pieces(const model::MarketCurve& curve) {
  const auto& x = model::percentile_scores;
  const auto line = [&](double from, double to) { return (curve(to) - curve(from)) / (to - from); };
  const double first = line(-model::last_score, x.front());
  const double last = line(x.back(), model::last_score);
  std::vector<double> out{curve(x.front()) - first * x.front(), first};
  for (std::size_t i = 0; i + 1 < x.size(); ++i) {
    const Cubic cubic = cubic_through(curve, x[i], (x[i + 1] - x[i]) / 3);
    out.insert(out.end(), cubic.begin(), cubic.end());
  }
  out.insert(out.end(), {curve(x.back()) - last * x.back(), last});
  return out;
}

/// The markets of the states, and those of every place.
void write_markets(const std::filesystem::path& folder, const model::Pricer& pricer) {
  constexpr const char* curve_columns = "error,slope,a0,a1,b0,b1,b2,b3,c0,c1,c2,c3,d0,d1,d2,d3,e0,e1,e2,e3,f0,f1";
  Csv states(folder / "markets.csv", (std::string("role,state,") + curve_columns).c_str());
  Csv places(folder / "all_markets.csv", (std::string("role,place,") + curve_columns).c_str());
  const auto numbers_of = [&](const Role& role, const Area& area) {
    Facts profile;
    profile.role = &role;
    profile.area = &area;
    const auto& market = pricer.market(profile);
    std::vector<double> numbers{market.error, market.curve.slope()};
    model::MarketCurve kept = market.curve;
    kept.raise(market.ladder);
    const auto curve = pieces(kept);
    numbers.insert(numbers.end(), curve.begin(), curve.end());
    return numbers;
  };
  for (const Role& role : pricer.tables().roles) {
    for (const Area& area : pricer.tables().areas) {
      const auto numbers = numbers_of(role, area);
      places.row({role.id, area.code}, numbers);
      if (area.kind == AreaKind::State) {
        states.row({role.id, area.code}, numbers);
      }
    }
  }
}

template <class F> double over_occupations(const Tables& tables, const Role& role, F&& f) {
  double sum = 0;
  for (const auto& part : role.occupations) {
    sum += part.weight * f(*std::ranges::find(tables.occupations, part.soc, &Occupation::soc));
  }
  return sum;
}

void write_settings(const std::filesystem::path& folder, const Tables& tables) {
  Csv csv(folder / "settings.csv", "role,setting,shift,variance");
  for (const Role& role : tables.roles) {
    for (const Setting& setting : tables.settings) {
      const auto effect = model::setting_for(tables, &role, nullptr, setting);
      csv.row({role.id, setting.id}, {effect.shift, effect.variance});
    }
  }
}

/// What knowing a fact takes out of a role's spread.
double variance_of(const StandingFact* fact) {
  double sum = 0;
  for (const auto& value : fact != nullptr ? fact->values : List<ShareEffect>{}) {
    sum += value.share * value.effect * value.effect;
  }
  return sum;
}

double years_variance(const Tables& tables, const Role& role) {
  double sum = 0;
  for (const auto& point : tables.experience) {
    sum += point.curve == role.curve ? point.share.value_or(0) * point.effect * point.effect : 0;
  }
  return sum;
}

void write_people(const std::filesystem::path& folder, const Tables& tables) {
  Csv roles(folder / "roles.csv", "role,position,variance,time");
  Csv years(folder / "years.csv", "role,years,score,variance,remaining");
  Csv certs(folder / "certs.csv", "role,cert,score,variance");
  Csv education(folder / "education.csv", "role,education,score,variance");
  const model::Clock clock(tables);
  for (const Role& role : tables.roles) {
    const model::Scorer facts(tables, &role, nullptr);
    const double spread = facts.position()->spread;
    const double time = over_occupations(
        tables, role, [&](const Occupation& occupation) { return clock.log_factor(occupation, clock.newest()); });
    roles.row({role.id}, {facts.position()->position, spread * spread, time});
    for (int year = 0; year <= most_years; ++year) {
      const auto score = facts.years_score(year, false);
      years.row({role.id, std::to_string(year)}, {score.score, years_variance(tables, role), score.left});
    }
    const auto cert = [&](Text id, const Held& held) {
      Facts person;
      person.credentials = held;
      const bool priced = facts.credentials_known(person);
      certs.row({role.id, id},
                {priced ? facts.credential_score(held) : 0, priced ? variance_of(facts.credential_fact()) : 0});
    };
    cert("none", {});
    for (std::size_t i = 0; i < tables.credentials.size(); ++i) {
      cert(tables.credentials[i].id, Held().set(i));
    }
    for (std::size_t i = 0; i < tables.education.size(); ++i) {
      const bool priced = !std::isnan(facts.education_score(i));
      education.row({role.id, tables.education[i].id},
                    {priced ? facts.education_score(i) : 0, priced ? variance_of(facts.education_fact()) : 0});
    }
  }
}

void write_constants(const std::filesystem::path& folder) {
  Csv csv(folder / "constants.csv", "name,value");
  csv.row({"z75"}, {model::percentile_scores[3]});
  csv.row({"z90"}, {model::percentile_scores[4]});
  csv.row({"role_gap"}, {model::role_gap});
  csv.row({"least_slope"}, {model::least_slope});
  csv.row({"least_variance"}, {model::least_variance});
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: model_tables FOLDER\n", stderr);
    return 2;
  }
  try {
    const std::filesystem::path folder = argv[1];
    const model::Pricer pricer(Dataset::builtin().tables());
    write_markets(folder, pricer);
    write_settings(folder, pricer.tables());
    write_people(folder, pricer.tables());
    write_constants(folder);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "model_tables: %s\n", error.what());
    return 1;
  }
}
