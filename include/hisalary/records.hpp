// SPDX-License-Identifier: MIT
#pragma once

/// The records of the data set, one struct for each kind of row in data/*.json.
/// All text and lists are views into storage that the Dataset owns; a record lives as long as its Dataset.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace hisalary {

using Text = std::string_view;
template <class T> using List = std::span<const T>;

/// How far a value can be trusted. A: read in the publisher's own file. B: a third party that names publisher and year.
/// C: weak (unnamed survey, undated). Fitted: output of the fit. Assumption: nobody published it.
enum class Grade : std::uint8_t { A, B, C, Fitted, Assumption };

/// Where a value comes from: the id of a Source, the place in it, the period it speaks of, and its grade.
struct Provenance {
  Text source;
  Text at;
  Text as_of;
  Grade grade = Grade::C;
};

/// A figure as published, or the mark that stands in its place. Marks are BLS's own: "*" wage not available, "**"
/// employment not available, "#" at or above the top code. Blank: not in the publication.
struct Published {
  enum class Mark : std::uint8_t { Value, Blank, NotAvailable, EmploymentNotAvailable, TopCoded };
  std::int32_t amount = 0;
  Mark mark = Mark::Blank;
  [[nodiscard]] constexpr bool known() const noexcept { return mark == Mark::Value; }
};

/// Pay in whole dollars a year at p = .10 .25 .50 .75 .90, as published.
using PublishedPercentiles = std::array<Published, 5>;

struct DatasetInfo {
  Text version;          ///< of the data, for people: 2026.11
  std::int32_t format;   ///< of the files; this library reads format 1
  Text release;          ///< the wage release: 2025-05
  Text release_quarter;  ///< the quarter whose dollars the release is in: 2025Q2
  Text currency;
};

struct Source {
  Text id;
  Text publisher;
  Text title;
  Text period;
  Text address;
  Grade grade;
  Text note;
};

/// An occupation of the Standard Occupational Classification, current or retired.
struct Occupation {
  Text soc;
  Text title;
  Text family;     ///< the role family whose shares and effects serve when the whole occupation is asked for
  Text successor;  ///< SOC code that took its place; empty for a current one
};

enum class AreaKind : std::uint8_t { Nation, State, Metropolitan, Nonmetropolitan, Territory };

struct Area {
  Text code;  ///< US, a postal code (CA), or an OEWS area code with its zeros kept (0100001)
  AreaKind kind;
  Text title;
  List<Text> states;  ///< postal codes, the first is the principal one; empty for the nation
  Text fips;          ///< two digits for a state or territory, else empty
};

struct County {
  Text fips;  ///< five digits
  Text name;
  Text state;  ///< postal code
  Text area;   ///< code of its metropolitan area; empty when it lies in none
};

struct PriceParity {
  Text area;
  double parity;  ///< all items, nation = 100
};

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

struct AreaWage {
  Text area;
  Text soc;
  Published employment;
  Published mean;
  PublishedPercentiles pay;
};

struct IndustryWage {
  std::int32_t release;
  Text naics;
  Text title;
  Text ownership;
  Text soc;
  Published employment;
  std::optional<double> employment_rse;
  Published mean;
  std::optional<double> mean_rse;
  PublishedPercentiles pay;
};

/// Occupational Outlook Handbook: the median and the share of an occupation's jobs in one industry, May 2024.
struct HandbookIndustry {
  Text soc;
  Text industry;
  Text naics;  ///< the sector that it is, or lies in; empty: of several sectors
  Published median;
  std::optional<double> share;  ///< percent of the occupation's jobs
};

/// A kind of employer, and the published industries that stand for it, best first.
struct Setting {
  Text id;
  Text title;
  Text about;
  List<Text> aliases;
  List<Text> handbook;  ///< Handbook industry labels
  List<Text> naics;     ///< NAICS sectors
  Text note;            ///< what the figure does not cover
  Provenance from;
};

struct OccupationWeight {
  Text soc;
  double weight;
};

struct Role {
  Text id;
  Text title;
  Text about;
  List<Text> aliases;  ///< titles as employers print them
  List<OccupationWeight> occupations;
  Text family;
  Text curve;         ///< experience curve: within or career
  Text level;         ///< the level that the role already is; empty when any
  List<Text> junior;  ///< title words that make it the first grade (compliance specialist beside compliance officer)
  List<Text> next;    ///< role ids that people of this role move up to
  Text reason;        ///< why these occupations
  Provenance from;
};

/// A word or phrase as titles print it, and the words it stands for (HLTH: health; P/A: professional).
struct TitleWord {
  Text word;
  Text means;
};

struct Level {
  Text id;
  Text title;
  Text kind;  ///< grade (trainee to senior) or rank (lead to director)
  std::int32_t rank;
  List<Text> words;
};

struct Credential {
  Text id;
  Text name;
  Text issuer;
  List<Text> aliases;
  Text former_name;                       ///< what it was called before, and until when; empty when never renamed
  List<Text> supersedes;                  ///< credentials that add nothing beside it
  Text prerequisite;                      ///< empty: not found
  Text prerequisite_level;                ///< education id that the prerequisite asks for; empty: none, or not found
  std::optional<double> exam_fee_member;  ///< dollars; absent: not found
  std::optional<double> exam_fee_nonmember;
  Text renewal;  ///< empty: not found
  Text note;
  Provenance from;
};

struct Education {
  Text id;
  Text title;
  std::int32_t rank;
  List<Text> aliases;
};

struct Skill {
  Text id;
  Text title;
  List<Text> aliases;
  Text nearest;  ///< the nearest priced thing ("role ehr-analyst", "credential CRC"); empty: none
  Text note;
  Provenance from;
};

/// One point of a price or wage index: a level, or the percent change from the quarter before.
struct IndexPoint {
  Text series;
  Text period;  ///< 2025Q2 or 2025-05
  Text kind;    ///< level or change
  double value;
  Text source;
};

struct GsGrade {
  std::int32_t year;
  std::int32_t grade;
  List<std::int32_t> steps;  ///< dollars a year, ten steps
};

struct GsLocality {
  Text code;
  Text name;
  double percent;
};

struct Benefit {
  Text id;
  Text item;
  double value;
  Text unit;
  Text publisher;
  Provenance from;
};

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

/// A figure that a guide prints, and what it really is.
struct PublishedFigure {
  Text id;
  Text source;
  Text subject;
  Text role;
  std::optional<double> years_min;
  std::optional<double> years_max;
  Text credential;
  Text education;
  Text setting;
  Text area;
  Text statistic;
  std::optional<double> low;
  std::optional<double> high;
  Text printed;  ///< the figure as printed, where it is no plain amount ("7% / 15000")
  Text unit;
  Text year;
  Text verdict;
  Text really;
  std::optional<double> ask_years;
  Text ask_role;
};

/// One observed pay record: an advertisement, a civil-service class, a payroll title, or a self-report.
struct ObservedPay {
  Text id;
  Text kind;
  bool core;
  Text family;
  Text soc;
  Text nearest_role;
  Text title;
  Text employer;
  Text employer_type;
  Text credential;
  std::optional<double> years_min;
  std::optional<double> years_max;
  Text education;
  Text city;
  Text state;
  Text remote;
  Text unit;
  std::optional<double> count;
  std::optional<double> year;
  double annual_low;
  double annual_mid;
  double annual_high;
  Text address;
};

/// A survey figure by credential, years, setting or degree.
struct SurveyFigure {
  Text id;
  Text publisher;
  Text year;
  Text subject;
  Text statistic;
  std::optional<double> years;
  double amount;
  Text unit;
  Grade grade;
  Text address;
  Text note;
};

/// What was believed of a parameter of the model before the fit.
struct Prior {
  Text id;
  double mean;
  double sd;  ///< 0: taken as given, not fitted
  Text reason;
  Provenance from;
};

/// An assumed share of the people of a role family.
struct WorkforceShare {
  Text family;  ///< "all": every family without rows of its own; for the fact years the name of the curve
  Text fact;    ///< years, level, credential, education or skill
  Text value;
  double share;  ///< 0 to 1; those of one family and fact add up to one
  Text reason;
  Text sensitivity;  ///< what changing it does
  Provenance from;
};

/// Where a role stands in the curve of its occupations, in normal scores, and how much of the curve's spread stays
/// inside the role.
struct RolePosition {
  Text role;
  double position;
  double spread;
  double uncertainty;  ///< standard error of the position
  std::int32_t records;
  Text reason;
  Provenance from;
};

/// A point of an experience curve: effect in normal scores at so many years. Points with a share stand for a band of
/// years.
struct ExperiencePoint {
  Text curve;
  double years;
  double effect;
  Text band;
  std::optional<double> share;
  Provenance from;
};

struct ShareEffect {
  Text id;
  double share;   ///< of the people in the family, 0 to 1
  double effect;  ///< normal scores; shares times effects sum to zero
};

/// One fact (credential, education, level or skill) of one role family: what each of its values is worth, and how
/// common it is.
struct StandingFact {
  Text family;
  Text fact;
  List<ShareEffect> values;       ///< effects as they are at the start of a career
  std::optional<double> lasting;  ///< the part of the effects that stays late in a career, 0 to 1; absent: all
  Text reason;
  Text sensitivity;  ///< what changing the shares does
  Provenance from;
};

/// A single number of the model, with the reason it has.
struct Parameter {
  Text id;
  double value;
  Text unit;
  Text reason;
  Provenance from;
};

/// Where the rows of one file come from, and what they are.
struct Block {
  Text path;
  Text about;
  Provenance from;
};

/// The whole data set as tables, each in the order of its file.
struct Tables {
  List<Block> blocks;  ///< one a file, in path order
  List<DatasetInfo> info;
  List<Source> sources;
  List<Occupation> occupations;
  List<Area> areas;
  List<County> counties;
  List<PriceParity> price_parity;
  List<NationWage> nation_wages;
  List<AreaWage> area_wages;
  List<IndustryWage> industry_wages;
  List<HandbookIndustry> handbook;
  List<Setting> settings;
  List<Role> roles;
  List<TitleWord> title_words;
  List<Level> levels;
  List<Credential> credentials;
  List<Education> education;
  List<Skill> skills;
  List<IndexPoint> price_index;
  List<GsGrade> gs_grades;
  List<GsLocality> gs_localities;
  List<Benefit> benefits;
  List<Outlook> outlook;
  List<PublishedFigure> published_figures;
  List<ObservedPay> observed_pay;
  List<SurveyFigure> survey_figures;
  List<Prior> priors;
  List<WorkforceShare> shares;
  List<RolePosition> positions;
  List<ExperiencePoint> experience;
  List<StandingFact> standing;
  List<Parameter> parameters;
};

}  // namespace hisalary
