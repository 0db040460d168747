// SPDX-License-Identifier: MIT
#pragma once

/// One description of every record: its JSON keys, in order. The reader, the compiler to constant tables and the
/// JSON Schema writer all walk it, so that the three cannot disagree.
///
/// A visitor has required(key, member), optional(key, member), percentiles(member) for p10 to p90, and
/// provenance(member). A required text may not be empty; an optional one may be absent.

#include "place_rows.hpp"
#include "tables.hpp"

namespace hisalary::data {

template <class V> void describe(V& v, Block& r) {
  v.required("path", r.path);
  v.required("about", r.about);
  v.provenance(r.from);
}

template <class V> void describe(V& v, DatasetInfo& r) {
  v.required("version", r.version);
  v.required("format", r.format);
  v.required("release", r.release);
  v.required("release_quarter", r.release_quarter);
  v.required("currency", r.currency);
}

template <class V> void describe(V& v, Source& r) {
  v.required("id", r.id);
  v.required("publisher", r.publisher);
  v.required("title", r.title);
  v.optional("period", r.period);
  v.optional("address", r.address);
  v.required("grade", r.grade);
  v.optional("note", r.note);
}

template <class V> void describe(V& v, Occupation& r) {
  v.required("soc", r.soc);
  v.required("title", r.title);
  v.optional("family", r.family);
  v.optional("successor", r.successor);
  v.optional("older_titles", r.older_titles);
}

template <class V> void describe(V& v, Area& r) {
  v.required("code", r.code);
  v.required("kind", r.kind);
  v.required("title", r.title);
  v.optional("states", r.states);
  v.optional("fips", r.fips);
}

template <class V> void describe(V& v, ZipRow& r) {
  v.required("prefix", r.prefix);
  v.required("state", r.state);
  v.required("areas", r.areas);
  v.optional("split", r.split);
}

template <class V> void describe(V& v, CityRow& r) {
  v.required("area", r.area);
  v.required("state", r.state);
  v.optional("cities", r.cities);
  v.optional("towns", r.towns);
}

template <class V> void describe(V& v, CountyRow& r) {
  v.required("state", r.state);
  v.required("area", r.area);
  v.required("counties", r.counties);
  v.optional("split", r.split);
}

template <class V> void describe(V& v, OldTitle& r) {
  v.required("title", r.title);
  v.required("area", r.area);
  v.optional("share", r.share);
  v.optional("others", r.others);
}

template <class V> void describe(V& v, Nickname& r) {
  v.required("name", r.name);
  v.required("areas", r.areas);
}

template <class V> void describe(V& v, PlaceIndex& r) {
  v.required("pairs", r.pairs);
  v.required("names", r.names);
  v.required("blocks", r.blocks);
  v.required("zips", r.zips);
  v.required("splits", r.splits);
  v.required("counties", r.counties);
  v.required("hints", r.hints);
}

template <class V> void describe(V& v, PriceParity& r) {
  v.required("area", r.area);
  v.required("parity", r.parity);
}

template <class V> void describe(V& v, NationWage& r) {
  v.required("release", r.release);
  v.required("soc", r.soc);
  v.required("employment", r.employment);
  v.optional("employment_rse", r.employment_rse);
  v.required("mean", r.mean);
  v.optional("mean_rse", r.mean_rse);
  v.percentiles(r.pay);
  v.optional("note", r.note);
}

template <class V> void describe(V& v, AreaWage& r) {
  v.required("area", r.area);
  v.required("soc", r.soc);
  v.required("employment", r.employment);
  v.required("mean", r.mean);
  v.percentiles(r.pay);
}

template <class V> void describe(V& v, IndustryWage& r) {
  v.required("release", r.release);
  v.required("naics", r.naics);
  v.required("title", r.title);
  v.optional("ownership", r.ownership);
  v.required("soc", r.soc);
  v.required("employment", r.employment);
  v.optional("employment_rse", r.employment_rse);
  v.required("mean", r.mean);
  v.optional("mean_rse", r.mean_rse);
  v.percentiles(r.pay);
}

template <class V> void describe(V& v, HandbookIndustry& r) {
  v.required("soc", r.soc);
  v.required("industry", r.industry);
  v.optional("naics", r.naics);
  v.required("median", r.median);
  v.optional("share", r.share);
}

template <class V> void describe(V& v, Setting& r) {
  v.required("id", r.id);
  v.required("title", r.title);
  v.required("about", r.about);
  v.optional("aliases", r.aliases);
  v.optional("handbook", r.handbook);
  v.optional("naics", r.naics);
  v.optional("note", r.note);
  v.provenance(r.from);
}

template <class V> void describe(V& v, OccupationWeight& r) {
  v.required("soc", r.soc);
  v.required("weight", r.weight);
}

template <class V> void describe(V& v, Role& r) {
  v.required("id", r.id);
  v.required("title", r.title);
  v.required("about", r.about);
  v.required("aliases", r.aliases);
  v.required("occupations", r.occupations);
  v.required("family", r.family);
  v.required("curve", r.curve);
  v.optional("level", r.level);
  v.optional("junior", r.junior);
  v.optional("next", r.next);
  v.optional("above", r.above);
  v.required("reason", r.reason);
  v.provenance(r.from);
}

template <class V> void describe(V& v, TitleWord& r) {
  v.required("word", r.word);
  v.required("means", r.means);
}

template <class V> void describe(V& v, TitleConcept& r) {
  v.required("id", r.id);
  v.required("words", r.words);
}

template <class V> void describe(V& v, TitleRule& r) {
  v.required("all", r.all);
  v.optional("none", r.none);
  v.optional("role", r.role);
  v.optional("trade", r.trade);
}

template <class V> void describe(V& v, TitleTrade& r) {
  v.required("id", r.id);
  v.required("title", r.title);
  v.optional("soc", r.soc);
  v.required("nearest", r.nearest);
}

template <class V> void describe(V& v, TitleBorder& r) {
  v.required("soc", r.soc);
  v.required("title", r.title);
  v.required("reason", r.reason);
}

template <class V> void describe(V& v, ColumnNames& r) {
  v.required("fact", r.fact);
  v.required("names", r.names);
}

template <class V> void describe(V& v, FactWords& r) {
  v.required("fact", r.fact);
  v.required("kind", r.kind);
  v.optional("id", r.id);
  v.optional("least", r.least);
  v.optional("most", r.most);
  v.required("words", r.words);
}

template <class V> void describe(V& v, Level& r) {
  v.required("id", r.id);
  v.required("title", r.title);
  v.required("kind", r.kind);
  v.required("rank", r.rank);
  v.required("words", r.words);
  v.optional("aliases", r.aliases);
}

template <class V> void describe(V& v, Credential& r) {
  v.required("id", r.id);
  v.required("name", r.name);
  v.required("issuer", r.issuer);
  v.optional("aliases", r.aliases);
  v.optional("former_name", r.former_name);
  v.optional("supersedes", r.supersedes);
  v.optional("prerequisite", r.prerequisite);
  v.optional("prerequisite_level", r.prerequisite_level);
  v.optional("exam_fee_member", r.exam_fee_member);
  v.optional("exam_fee_nonmember", r.exam_fee_nonmember);
  v.optional("renewal", r.renewal);
  v.optional("renewal_a_year", r.renewal_a_year);
  v.optional("note", r.note);
  v.provenance(r.from);
}

template <class V> void describe(V& v, Education& r) {
  v.required("id", r.id);
  v.required("title", r.title);
  v.required("rank", r.rank);
  v.optional("aliases", r.aliases);
}

template <class V> void describe(V& v, Skill& r) {
  v.required("id", r.id);
  v.required("title", r.title);
  v.optional("aliases", r.aliases);
  v.optional("nearest", r.nearest);
  v.optional("note", r.note);
  v.provenance(r.from);
}

template <class V> void describe(V& v, IndexPoint& r) {
  v.required("series", r.series);
  v.required("period", r.period);
  v.required("kind", r.kind);
  v.required("value", r.value);
  v.required("source", r.source);
}

template <class V> void describe(V& v, GsGrade& r) {
  v.required("year", r.year);
  v.required("grade", r.grade);
  v.required("steps", r.steps);
}

template <class V> void describe(V& v, GsLocality& r) {
  v.required("code", r.code);
  v.required("name", r.name);
  v.required("percent", r.percent);
}

template <class V> void describe(V& v, Benefit& r) {
  v.required("id", r.id);
  v.required("item", r.item);
  v.required("value", r.value);
  v.required("unit", r.unit);
  v.required("publisher", r.publisher);
  v.provenance(r.from);
}

template <class V> void describe(V& v, Outlook& r) {
  v.required("soc", r.soc);
  v.optional("employment_2024", r.employment_2024);
  v.optional("employment_2034", r.employment_2034);
  v.optional("change_percent", r.change_percent);
  v.optional("openings", r.openings);
  v.optional("entry", r.entry);
  v.optional("experience", r.experience);
  v.optional("training", r.training);
}

template <class V> void describe(V& v, PublishedFigure& r) {
  v.required("id", r.id);
  v.required("source", r.source);
  v.required("subject", r.subject);
  v.optional("role", r.role);
  v.optional("years_min", r.years_min);
  v.optional("years_max", r.years_max);
  v.optional("credential", r.credential);
  v.optional("education", r.education);
  v.optional("setting", r.setting);
  v.optional("area", r.area);
  v.required("statistic", r.statistic);
  v.optional("low", r.low);
  v.optional("high", r.high);
  v.optional("printed", r.printed);
  v.optional("unit", r.unit);
  v.optional("year", r.year);
  v.required("verdict", r.verdict);
  v.optional("really", r.really);
  v.optional("ask_years", r.ask_years);
  v.optional("ask_role", r.ask_role);
}

template <class V> void describe(V& v, ObservedPay& r) {
  v.required("id", r.id);
  v.required("kind", r.kind);
  v.required("core", r.core);
  v.required("family", r.family);
  v.required("soc", r.soc);
  v.required("nearest_role", r.nearest_role);
  v.required("title", r.title);
  v.optional("employer", r.employer);
  v.optional("employer_type", r.employer_type);
  v.optional("credential", r.credential);
  v.optional("years_min", r.years_min);
  v.optional("years_max", r.years_max);
  v.optional("education", r.education);
  v.optional("city", r.city);
  v.optional("state", r.state);
  v.optional("remote", r.remote);
  v.required("unit", r.unit);
  v.optional("count", r.count);
  v.optional("year", r.year);
  v.required("annual_low", r.annual_low);
  v.required("annual_mid", r.annual_mid);
  v.required("annual_high", r.annual_high);
  v.optional("statistic", r.statistic);
  v.required("address", r.address);
  v.optional("note", r.note);
}

template <class V> void describe(V& v, CrossValidated& r) {
  v.required("record", r.record);
  v.optional("role", r.role);
  v.required("errors", r.errors);
  v.required("inside", r.inside);
  v.required("state_error", r.state_error);
  v.required("nation_error", r.nation_error);
  v.required("loss", r.loss);
  v.required("state_loss", r.state_loss);
  v.required("confidence", r.confidence);
}

template <class V> void describe(V& v, SurveyFigure& r) {
  v.required("id", r.id);
  v.required("publisher", r.publisher);
  v.optional("year", r.year);
  v.required("subject", r.subject);
  v.required("statistic", r.statistic);
  v.optional("years", r.years);
  v.required("amount", r.amount);
  v.required("unit", r.unit);
  v.required("grade", r.grade);
  v.required("address", r.address);
  v.optional("note", r.note);
}

template <class V> void describe(V& v, Prior& r) {
  v.required("id", r.id);
  v.required("mean", r.mean);
  v.required("sd", r.sd);
  v.required("reason", r.reason);
  v.provenance(r.from);
}

template <class V> void describe(V& v, WorkforceShare& r) {
  v.required("family", r.family);
  v.required("fact", r.fact);
  v.required("value", r.value);
  v.required("share", r.share);
  v.required("reason", r.reason);
  v.required("sensitivity", r.sensitivity);
  v.provenance(r.from);
}

template <class V> void describe(V& v, RolePosition& r) {
  v.required("role", r.role);
  v.required("position", r.position);
  v.required("spread", r.spread);
  v.required("share", r.share);
  v.required("uncertainty", r.uncertainty);
  v.required("records", r.records);
  v.required("reason", r.reason);
  v.provenance(r.from);
}

template <class V> void describe(V& v, ExperiencePoint& r) {
  v.required("curve", r.curve);
  v.required("years", r.years);
  v.required("effect", r.effect);
  v.optional("band", r.band);
  v.optional("share", r.share);
  v.provenance(r.from);
}

template <class V> void describe(V& v, ShareEffect& r) {
  v.required("id", r.id);
  v.required("share", r.share);
  v.required("effect", r.effect);
}

template <class V> void describe(V& v, StandingFact& r) {
  v.required("family", r.family);
  v.required("fact", r.fact);
  v.required("values", r.values);
  v.optional("lasting", r.lasting);
  v.required("reason", r.reason);
  v.required("sensitivity", r.sensitivity);
  v.provenance(r.from);
}

template <class V> void describe(V& v, Parameter& r) {
  v.required("id", r.id);
  v.required("value", r.value);
  v.required("unit", r.unit);
  v.required("reason", r.reason);
  v.provenance(r.from);
}

}  // namespace hisalary::data
