// SPDX-License-Identifier: MIT
#pragma once

/// The records that only the library reads (wages by area and industry, the model's parameters, the evidence), and all
/// tables of a data set. Those that people can be made of are public: hisalary/records.hpp.

#include "hisalary/records.hpp"

namespace hisalary {

/// What people call places (ZIP codes, cities, counties, earlier titles of areas, nicknames) and the areas that they
/// lie in, packed for searching without unpacking: place_index.hpp reads it.
struct PlaceIndex {
  Text pairs;
  Text names;
  Text blocks;
  Text zips;
  Text splits;
  Text counties;
  Text hints;
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

/// A word or phrase as titles print it, and the words it stands for (HLTH: health; P/A: professional).
struct TitleWord {
  Text word;
  Text means;
};

/// What words or phrases of a title speak of. "@lead" stands for a level of levels.json.
struct TitleConcept {
  Text id;
  List<Text> words;  ///< with abbreviations spelled out
};

/// Decides a title that no role lists: when it has all of the concepts and none of the others.
struct TitleRule {
  List<Text> all;
  List<Text> none;
  Text role;   ///< what the title means, or
  Text trade;  ///< the other trade that it belongs to
};

/// Another trade whose titles look like ones of this field.
struct TitleTrade {
  Text id;
  Text title;          ///< plural, lower case
  Text soc;            ///< empty: several occupations
  List<Text> nearest;  ///< role ids
};

/// An occupation that shares titles with this field, though no role lies in it.
struct TitleBorder {
  Text soc;
  Text title;
  Text reason;
};

/// One point of a price or wage index: a level, or the percent change from the quarter before.
struct IndexPoint {
  Text series;
  Text period;  ///< 2025Q2 or 2025-05
  Text kind;    ///< level or change
  double value;
  Text source;
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
  Text ask_role;  ///< a role id, a SOC code, or any_role: no role is named
};

/// One observed pay record: an advertisement, a civil-service class, a payroll title, or a self-report.
/// A published figure that is about all jobs of such people.
inline constexpr Text any_role = "any";

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
  Text statistic;  ///< "mean" where annual_mid is the mean of the people counted; else their median, or the only figure
  Text address;
  Text note;
};

/// One observed pay record, answered by fits that had no record of its employer. Errors are ratios: answer / observed
/// - 1.
struct CrossValidated {
  Text record;          ///< id of the observed pay record
  Text role;            ///< id of the role that its title names; empty: the whole occupation
  List<double> errors;  ///< of the model's median, one for each way to cut the folds
  double inside;        ///< how often the observed pay lies between the model's p10 and p90, 0 to 1
  double state_error;   ///< of BLS's median for the occupation in the record's state; the nation's where there is none
  double nation_error;  ///< of BLS's median for the occupation in the nation
  double loss;          ///< pinball loss of the model's five percentiles in ln(pay), mean over them
  double state_loss;    ///< the same of BLS's five percentiles of the occupation in its state
  Text confidence;      ///< as the program would say it: high, medium or low
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
  double share;        ///< of the field's people who are in this job
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

/// What people write over a column that says a fact, the likeliest first.
struct ColumnNames {
  Text fact;
  List<Text> names;
};

/// Words that people write beside a fact, or for it: see data/fact_words.json.
struct FactWords {
  Text fact;
  Text kind;                    ///< stage, filler, unfinished, none or hint
  Text id;                      ///< of a hint: the row that is meant
  std::optional<double> least;  ///< of a stage: years of experience
  std::optional<double> most;   ///< absent: or more
  List<Text> words;
};

/// Where the rows of one file come from, and what they are.
struct Block {
  Text path;
  Text about;
  Provenance from;
};

/// Where one row of an overlay comes from, in a file that names one source for all of its rows.
struct RowSource {
  Text path;
  Text key;  ///< its key columns, a space between them
  Provenance from;
};

/// The whole data set as tables, each in the order of its file.
struct Tables {
  List<Block> blocks;  ///< one a file, in path order
  List<DatasetInfo> info;
  List<Source> sources;
  List<Occupation> occupations;
  List<Area> areas;
  List<PlaceIndex> places;  ///< one
  List<PriceParity> price_parity;
  List<NationWage> nation_wages;
  List<AreaWage> area_wages;
  List<IndustryWage> industry_wages;
  List<HandbookIndustry> handbook;
  List<Setting> settings;
  List<Role> roles;
  List<TitleWord> title_words;
  List<TitleConcept> title_concepts;
  List<TitleRule> title_rules;
  List<TitleTrade> title_trades;
  List<TitleBorder> title_borders;
  List<ColumnNames> column_names;
  List<FactWords> fact_words;
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
  List<CrossValidated> cross_validation;
  List<RowSource> row_sources;  ///< of an overlay; in no file
};

}  // namespace hisalary
