// SPDX-License-Identifier: MIT
#include "offer_file.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <map>

#include "base/number.hpp"
#include "base/strict_json.hpp"
#include "base/suggest.hpp"
#include "hisalary/error.hpp"
#include "query/money.hpp"

namespace hisalary::data {
namespace {

using advise::Amount;
using advise::Coverage;
using advise::MatchTier;
using advise::Offer;

constexpr const char* format_tag = "hisalary/offers/1";
constexpr double most_dollars = 10000000;
constexpr double most_percent = 100;
constexpr double most_rate = 5000;
constexpr double most_days = 200;
constexpr double most_benefit = 1000000;
constexpr std::size_t most_tiers = 4;
constexpr std::size_t longest_text = 200;
constexpr std::size_t largest_file = std::size_t{16} << 20;

constexpr std::array terms{
    OfferTerm{"name", "What to call the offer", "TEXT", 0, 0, &Offer::name},
    OfferTerm{"base", "Salary, dollars a year", "USD", 1000, most_dollars, &Offer::base},
    OfferTerm{"hourly_rate", "An employee's wage, dollars an hour", "USD", 1, most_rate, &Offer::hourly_rate},
    OfferTerm{"contract_rate", "Contractor's billing rate, dollars an hour; not a wage", "USD", 1, most_rate,
              &Offer::contract_rate},
    OfferTerm{"hours", "Hours a week (40)", "N", 1, 100, &Offer::hours},
    OfferTerm{"bonus", "Bonus a year: dollars, or percent of base like 5%", "AMOUNT", 0, most_dollars, &Offer::bonus},
    OfferTerm{"match", "Retirement match: \"50% of 6%\", \"100% of 3% + 50% of 2%\", \"4%\" or none", "FORMULA", 0,
              most_percent, &Offer::match},
    OfferTerm{"health", "Health coverage: family, single or none", "WORD", 0, 0, &Offer::health},
    OfferTerm{"premium_share", "Your share of the health premium, dollars a year", "USD", 0, most_benefit,
              &Offer::premium_share},
    OfferTerm{"pto", "Days of paid time off a year (for a contract, unpaid days off)", "DAYS", 0, most_days,
              &Offer::pto},
    OfferTerm{"holidays", "Holidays a year", "DAYS", 0, most_days, &Offer::holidays},
    OfferTerm{"sick", "Sick days a year, on top of the time off", "DAYS", 0, most_days, &Offer::sick},
    OfferTerm{"tenure", "Years with the employer, for the average vacation (1)", "N", 0, 60, &Offer::tenure},
    OfferTerm{"tuition", "Tuition assistance, dollars a year", "USD", 0, most_benefit, &Offer::tuition},
    OfferTerm{"profit_sharing", "Profit sharing: dollars, or percent of base", "AMOUNT", 0, most_dollars,
              &Offer::profit_sharing},
    OfferTerm{"stock", "Stock, dollars a year", "USD", 0, most_dollars, &Offer::stock},
    OfferTerm{"pension", "Employer's pension contribution: dollars, or percent of base", "AMOUNT", 0, most_dollars,
              &Offer::pension},
    OfferTerm{"dental", "Employer's share of dental insurance, dollars a year", "USD", 0, most_benefit, &Offer::dental},
    OfferTerm{"vision", "Employer's share of vision insurance, dollars a year", "USD", 0, most_benefit, &Offer::vision},
    OfferTerm{"fees", "Professional fees and continuing education paid for you, dollars a year", "USD", 0, most_benefit,
              &Offer::fees},
    OfferTerm{"sign_on", "Sign-on bonus, dollars, once", "USD", 0, most_dollars, &Offer::sign_on},
    OfferTerm{"sign_on_years", "Years to spread the sign-on bonus over (3)", "N", 1, 20, &Offer::sign_on_years},
    OfferTerm{"shift", "Shift differential, dollars an hour", "USD", 0, 500, &Offer::shift},
    OfferTerm{"shift_hours", "Hours a year with the shift differential", "N", 0, 5200, &Offer::shift_hours},
    OfferTerm{"place", "Place of the offer, in any words", "PLACE", 0, 0, &Offer::place},
    OfferTerm{"state", "State of the offer", "STATE", 0, 0, &Offer::state},
    OfferTerm{"metro", "Metropolitan area of the offer", "AREA", 0, 0, &Offer::metro},
    OfferTerm{"remote", "Remote work", "", 0, 0, &Offer::remote},
    OfferTerm{"role", "Job title or role id", "ROLE", 0, 0, &Offer::role},
    OfferTerm{"level", "Level of the job", "LEVEL", 0, 0, &Offer::level},
    OfferTerm{"setting", "Kind of employer", "SETTING", 0, 0, &Offer::setting},
    OfferTerm{"cert", "Credentials held in the job", "CERT", 0, 0, &Offer::cert},
    OfferTerm{"current", "The job that the person has now", "", 0, 0, &Offer::current},
};

template <class T> bool keeps(const OfferTerm& term) { return std::holds_alternative<T>(term.slot); }

bool takes_percent(const OfferTerm& term) { return keeps<std::optional<Amount> Offer::*>(term); }

const OfferTerm& named_term(std::string_view key) { return *std::ranges::find(terms, key, &OfferTerm::key); }

std::string in_quotes(std::string_view text) { return "\"" + std::string(text.substr(0, longest_text)) + "\""; }

std::string_view stripped(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  return first == std::string_view::npos ? std::string_view{}
                                         : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::optional<double> percentage(std::string_view text) {
  const bool negative = text.starts_with('-');
  text.remove_prefix(negative ? 1 : 0);
  constexpr std::array<std::string_view, 3> marks{"%", "percent", "pct"};
  const auto* const mark = std::ranges::find_if(marks, [&](std::string_view end) { return text.ends_with(end); });
  if (mark == marks.end()) {
    return std::nullopt;
  }
  const auto value = read_decimal(stripped(text.substr(0, text.size() - mark->size())));
  return value && negative ? std::optional(-*value) : value;
}

/// Decimal digits without an exponent.
std::string fixed_text(double value) {
  std::array<char, 340> buffer{};
  return {buffer.data(),
          std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed).ptr};
}

bool in_range(const char* key, double value, double low, double high, const char* unit, const TermFault& fault) {
  if (value >= low && value <= high) {
    return true;
  }
  const std::string text = fixed_text(value) + unit;
  fault(key, value < 0 ? text + " is negative" : text + " is out of range",
        "allowed: " + fixed_text(low) + " to " + fixed_text(high) + unit);
  return false;
}

void set_number(Offer& offer, const OfferTerm& term, double value, const TermFault& fault) {
  in_range(term.key, value, term.low, term.high, "", fault);
  if (const auto* const number = std::get_if<std::optional<double> Offer::*>(&term.slot)) {
    offer.*(*number) = value;
  } else if (const auto* const either = std::get_if<std::optional<Amount> Offer::*>(&term.slot)) {
    offer.*(*either) = Amount{value, false};
  }
}

/// A number, or dollars, as people write them; an hourly term takes dollars an hour, another one dollars a year, in
/// whatever period they are written. A salary by the hour is a wage.
void set_plain(Offer& offer, const OfferTerm& term, std::string_view text, const TermFault& fault) {
  constexpr std::array<std::string_view, 3> by_the_hour{"hourly_rate", "contract_rate", "shift"};
  const bool dollars = std::string_view(term.type) != "N" && std::string_view(term.type) != "DAYS";
  const bool hourly = std::ranges::find(by_the_hour, term.key) != by_the_hour.end();
  const auto money = query::read_money(text);
  const bool scaled = money && (money->period || read_decimal(text) != money->dollars);
  if (!money || (scaled && !dollars && money->dollars >= 0)) {
    fault(term.key,
          in_quotes(text) + (takes_percent(term) ? " is neither dollars nor a percentage" : " is not a number"),
          takes_percent(term) ? "write 4000, $4k or 5%" : "write a plain number like 82000");
    return;
  }
  const auto period = money->period.value_or(hourly ? query::PayPeriod::Hour : query::PayPeriod::Year);
  if (hourly && period != query::PayPeriod::Hour) {
    fault(term.key, in_quotes(text) + " is not an hourly rate", "give dollars an hour, like 34.50");
  }
  if (std::string_view(term.key) == "base" && period == query::PayPeriod::Hour) {
    set_number(offer, named_term("hourly_rate"), money->dollars, fault);
    return;
  }
  set_number(offer, term, money->dollars * (hourly ? 1 : query::periods_a_year(period)), fault);
}

/// "50% of 6%", "50% up to 6%", "50% of your contributions up to the first 6% of pay", "dollar for dollar up to 4%",
/// "4%": one or two percentages among words that add nothing.
std::optional<MatchTier> match_tier(std::string_view text) {
  constexpr std::array<std::string_view, 24> idle{
      "of",   "up",           "to",         "the",           "first",     "next",      "on",    "match", "matching",
      "your", "contribution", "employee",   "salary",        "pay",       "base",      "wages", "from",  "an",
      "a",    "each",         "employer's", "contributions", "deferrals", "additional"};
  constexpr std::string_view whole = "dollar for dollar";
  const bool dollar = text.starts_with(whole) || text.starts_with("dollar-for-dollar");
  text.remove_prefix(dollar ? whole.size() : 0);
  constexpr std::array<std::string_view, 7> unfinished{"of", "up", "to", "on", "the", "first", "next"};
  std::vector<double> percents;
  std::string_view word;
  while (!(text = stripped(text)).empty()) {
    word = text.substr(0, text.find(' '));
    text.remove_prefix(word.size());
    if (const auto percent = percentage(word)) {
      percents.push_back(*percent);
    } else if ((percents.empty() && !dollar) || std::ranges::find(idle, word) == idle.end()) {
      return std::nullopt;
    }
  }
  if (std::ranges::find(unfinished, word) != unfinished.end()) {
    return std::nullopt;
  }
  if (dollar || percents.size() == 1) {
    return percents.size() == 1 ? std::optional(MatchTier{most_percent, percents[0]}) : std::nullopt;
  }
  return percents.size() == 2 ? std::optional(MatchTier{percents[0], percents[1]}) : std::nullopt;
}

/// The tiers of a formula: between "+", "plus", "and", "then" and commas.
std::vector<std::string_view> tiers_of(std::string_view text) {
  constexpr std::array<std::string_view, 5> joints{"+", ",", " plus ", " and ", " then "};
  std::vector<std::string_view> tiers;
  while (true) {
    std::size_t end = text.size();
    std::size_t next = text.size();
    for (const std::string_view joint : joints) {
      const auto at = text.find(joint);
      if (at < end) {
        end = at;
        next = at + joint.size();
      }
    }
    tiers.push_back(stripped(text.substr(0, end)));
    if (end == text.size()) {
      return tiers;
    }
    text.remove_prefix(next);
  }
}

void set_match(Offer& offer, const OfferTerm& term, std::string_view text, const TermFault& fault) {
  constexpr const char* how = "write it like \"50% of 6%\", \"100% of 3% + 50% of 2%\", \"4%\" or none";
  constexpr double most_match = 1000;
  auto& tiers = (offer.*std::get<std::optional<std::vector<MatchTier>> Offer::*>(term.slot)).emplace();
  const std::string small = lower(stripped(text));
  if (small == "none") {
    return;
  }
  for (const std::string_view part : tiers_of(small)) {
    const auto tier = match_tier(part);
    if (!tier || tiers.size() == most_tiers) {
      fault(term.key, in_quotes(text) + " is not a match formula", how);
      return;
    }
    in_range(term.key, tier->rate, 0, most_match, "%", fault);
    in_range(term.key, tier->limit, 0, most_percent, "%", fault);
    tiers.push_back(*tier);
  }
}

void set_coverage(Offer& offer, const OfferTerm& term, std::string_view text, const TermFault& fault) {
  constexpr std::array<std::pair<std::string_view, Coverage>, 3> words{
      {{"family", Coverage::Family}, {"single", Coverage::Single}, {"none", Coverage::None}}};
  for (const auto& [word, coverage] : words) {
    if (word == text) {
      offer.*std::get<std::optional<Coverage> Offer::*>(term.slot) = coverage;
      return;
    }
  }
  fault(term.key, "unknown coverage " + in_quotes(text), "allowed: family, single, none");
}

void set_text(Offer& offer, const OfferTerm& term, std::string_view text, const TermFault& fault) {
  if (text.empty() || text.size() > longest_text) {
    fault(term.key, text.empty() ? "the text is empty" : "the text is too long",
          "write 1 to 200 bytes, or leave it out");
  }
  offer.*std::get<std::optional<std::string> Offer::*>(term.slot) = std::string(text);
}

/// What a term takes, and how to write it.
std::pair<const char*, const char*> expected_of(const OfferTerm& term) {
  if (keeps<std::optional<double> Offer::*>(term)) {
    return {"number", "write a number without quotes"};
  }
  if (keeps<std::optional<bool> Offer::*>(term)) {
    return {"true or false", "write it without quotes"};
  }
  if (takes_percent(term)) {
    return {"number of dollars or a text like \"5%\"", "write 4000 or \"5%\""};
  }
  return {"text", "write it in quotes"};
}

/// A value of a file: numbers are numbers, and only what is no plain number is a text.
void set_value(Offer& offer, const OfferTerm& term, const Json& value, const TermFault& fault) {
  const bool number = keeps<std::optional<double> Offer::*>(term);
  if (keeps<std::optional<bool> Offer::*>(term) && value.is_boolean()) {
    offer.*std::get<std::optional<bool> Offer::*>(term.slot) = value.get<bool>();
    return;
  }
  if (value.is_number() && (number || takes_percent(term))) {
    set_number(offer, term, value.get<double>(), fault);
    return;
  }
  if (!value.is_string() || number || keeps<std::optional<bool> Offer::*>(term)) {
    const auto [expected, hint] = expected_of(term);
    fault(term.key, fmt_type(value) + " where a " + expected + " was expected", hint);
    return;
  }
  const auto& text = value.get_ref<const std::string&>();
  if (takes_percent(term) && !text.ends_with('%')) {
    fault(term.key, in_quotes(text) + " is not a percentage",
          "write a percentage like \"5%\", or dollars as a number without quotes");
    return;
  }
  set_term(offer, term, text, fault);
}

Offer parse_offer(const Json& object, const Place& place) {
  if (!object.is_object()) {
    place.fail(fmt_type(object) + " where an object with keys was expected",
               "write the offer as {\"base\": 82000, ...}");
  }
  const TermFault fault = [&](std::string_view key, const std::string& message, const std::string& hint) {
    place.at(key).fail(message, hint);
  };
  Offer offer;
  for (const auto& item : object.items()) {
    const auto term = std::ranges::find_if(terms, [&](const OfferTerm& one) { return one.key == item.key(); });
    if (term == terms.end()) {
      std::vector<std::string> known;
      known.reserve(terms.size());
      for (const auto& one : terms) {
        known.emplace_back(one.key);
      }
      place.at(in_quotes(item.key())).fail("unknown key", suggest_key(item.key(), known));
    }
    set_value(offer, *term, item.value(), fault);
  }
  check_terms(offer, fault);
  return offer;
}

/// "offers.json, offer 2 (Mercy Hospital)".
Place place_of(const Place& file, const Json& object, std::size_t number) {
  std::string name = "offer " + std::to_string(number);
  if (object.is_object() && object.contains("name") && object["name"].is_string()) {
    name += " (" + object["name"].get_ref<const std::string&>().substr(0, longest_text) + ")";
  }
  return file.at(name);
}

const Json& list_of(const Json& document, const Place& file) {
  if (!document.is_object()) {
    file.fail(fmt_type(document) + " where an object was expected",
              std::string("write {\"format\": \"") + format_tag + "\", \"offers\": [...]}");
  }
  for (const auto& item : document.items()) {
    if (item.key() != "format" && item.key() != "offers") {
      file.at(in_quotes(item.key())).fail("unknown key", suggest_key(item.key(), {"format", "offers"}));
    }
  }
  if (!document.contains("format") || document["format"] != format_tag) {
    file.at("format").fail("the format is missing or wrong", std::string("write \"format\": \"") + format_tag + "\"");
  }
  if (!document.contains("offers") || !document["offers"].is_array() || document["offers"].empty()) {
    file.at("offers").fail("no list of offers", "write \"offers\": [{\"base\": 82000}, ...], one offer or more");
  }
  if (document["offers"].size() > advise::most_offers) {
    file.at("offers").fail(std::to_string(document["offers"].size()) + " offers",
                           "allowed: 500; \"hisalary batch\" takes pay by the million");
  }
  return document["offers"];
}

bool said(const Offer& offer, const OfferTerm& term) {
  return std::visit([&](const auto slot) { return (offer.*slot).has_value(); }, term.slot);
}

/// A contractor is billed for: what an employer adds to a wage has no place beside the rate.
void refuse_employment(const Offer& offer, const TermFault& fault) {
  constexpr std::array<std::string_view, 16> allowed{"name",    "contract_rate", "hours",  "health", "pto",  "holidays",
                                                     "sick",    "place",         "state",  "metro",  "role", "level",
                                                     "setting", "cert",          "remote", "current"};
  for (const auto& term : terms) {
    if (said(offer, term) && std::ranges::find(allowed, term.key) == allowed.end()) {
      fault(term.key, "a contract does not have this, and a contract rate is given",
            "leave it out; for an employee paid by the hour give hourly_rate");
    }
  }
}

/// At most one offer is the job that the person has now.
void check_current(const std::vector<Offer>& offers, const Place& file) {
  if (std::ranges::count_if(offers, [](const Offer& one) { return one.current.value_or(false); }) > 1) {
    file.at("current").fail("several offers are the current job", "mark one of them");
  }
}

}  // namespace

std::span<const OfferTerm> offer_terms() { return terms; }

void set_term(Offer& offer, const OfferTerm& term, std::string_view text, const TermFault& fault) {
  const auto value = stripped(text);
  if (keeps<std::optional<std::string> Offer::*>(term)) {
    set_text(offer, term, value, fault);
    return;
  }
  if (keeps<std::optional<Coverage> Offer::*>(term)) {
    set_coverage(offer, term, value, fault);
    return;
  }
  if (keeps<std::optional<std::vector<MatchTier>> Offer::*>(term)) {
    set_match(offer, term, value, fault);
    return;
  }
  if (const auto share = takes_percent(term) ? percentage(value) : std::nullopt) {
    in_range(term.key, *share, 0, most_percent, "%", fault);
    offer.*std::get<std::optional<Amount> Offer::*>(term.slot) = Amount{*share, true};
  } else {
    set_plain(offer, term, value, fault);
  }
}

void check_terms(const Offer& offer, const TermFault& fault) {
  const int kinds = static_cast<int>(offer.base.has_value()) + static_cast<int>(offer.hourly_rate.has_value()) +
                    static_cast<int>(offer.contract_rate.has_value());
  if (kinds == 0) {
    fault("base", "the offer has no pay", "give base (dollars a year), hourly_rate or contract_rate");
  }
  if (kinds > 1) {
    fault(offer.contract_rate ? "contract_rate" : "hourly_rate", "the offer has more than one kind of pay",
          "give one of base, hourly_rate and contract_rate");
  }
  if (offer.contract_rate) {
    refuse_employment(offer, fault);
  }
  if (offer.shift.has_value() != offer.shift_hours.has_value()) {
    fault(offer.shift ? "shift" : "shift_hours", "shift and shift_hours go together",
          "give both: dollars an hour, and how many hours a year");
  }
  if (offer.sign_on_years && !offer.sign_on) {
    fault("sign_on_years", "no sign-on bonus to spread", "give sign_on as well");
  }
  if (offer.premium_share && (!offer.health || *offer.health == Coverage::None)) {
    fault("premium_share", "no health coverage is given", "give health, family or single");
  }
  constexpr double workdays_a_year = 260;
  if (offer.pto.value_or(0) + offer.holidays.value_or(0) + offer.sick.value_or(0) > workdays_a_year) {
    fault("pto", "more days off than workdays in a year", "allowed: 260 in all");
  }
}

std::vector<Offer> parse_offers(std::string_view bytes, const std::string& name) {
  const Place file(name);
  if (stripped(bytes).empty()) {
    file.fail("the file is empty",
              std::string("write {\"format\": \"") + format_tag + "\", \"offers\": [{\"base\": 82000}]}");
  }
  const Json document = parse_strict(bytes, file);
  std::vector<Offer> offers;
  std::map<std::string, std::size_t> names;
  for (const Json& object : list_of(document, file)) {
    const Place place = place_of(file, object, offers.size() + 1);
    offers.push_back(parse_offer(object, place));
    if (offers.back().name && !names.emplace(*offers.back().name, offers.size()).second) {
      place.at("name").fail("offer " + std::to_string(names[*offers.back().name]) + " has the same name",
                            "give each offer a name of its own");
    }
  }
  check_current(offers, file);
  return offers;
}

std::vector<Offer> read_offers(const std::string& path) {
  std::ifstream in(path == "-" ? "/dev/stdin" : path, std::ios::binary);
  std::string bytes;
  std::array<char, std::size_t{1} << 16> chunk{};
  while (in && bytes.size() <= largest_file) {
    in.read(chunk.data(), chunk.size());
    bytes.append(chunk.data(), static_cast<std::size_t>(in.gcount()));
  }
  if (!in.eof() && bytes.size() <= largest_file) {
    throw Error(ErrorCode::Io, "the file of offers " + in_quotes(path) + " cannot be read",
                "check its name and permissions", path);
  }
  if (bytes.size() > largest_file) {
    throw Error(ErrorCode::BadData, path + ": the file is larger than 16 MiB", "is it the right one?", path);
  }
  return parse_offers(bytes, path == "-" ? "standard input" : path);
}

}  // namespace hisalary::data
