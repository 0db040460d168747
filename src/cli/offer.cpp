// SPDX-License-Identifier: MIT
#include "output/offer.hpp"

#include <algorithm>

#include "advise/offer_file.hpp"
#include "answers.hpp"
#include "base/text.hpp"
#include "options.hpp"

namespace hisalary::cli {
namespace {

constexpr std::array file_option{
    OptionSpec{.name = "file",
               .value = "FILE",
               .about = "Several offers: a JSON file of format hisalary/offers/1; - is standard input",
               .values = {.path = Values::Path::File},
               .group = "Offer"},
    OptionSpec{.name = "current",
               .value = "AMOUNT",
               .about = "What the current job pays, to compare offers with: 72000, $72k, 34.50/h",
               .group = "Offer"},
    hourly_option,
    OptionSpec{.name = "exact", .about = "Headlines to the dollar, not rounded", .kind = Kind::Flag, .group = "Offer"},
    OptionSpec{.name = "detail",
               .about = "Show everything: all parts, published bonuses, what is not priced, sources",
               .kind = Kind::Flag,
               .group = "Offer"},
};

/// Terms whose option the person has already, or that only tell the offers of a file apart.
bool is_of_person(const data::OfferTerm& term) {
  constexpr std::array<std::string_view, 9> keys{"place", "state",   "metro", "remote", "role",
                                                 "level", "setting", "cert",  "current"};
  return std::ranges::find(keys, term.key) != keys.end();
}

constexpr std::array<std::string_view, 3> coverage_words{"family", "single", "none"};

bool is_term(std::string_view word) {
  return std::ranges::any_of(data::offer_terms(), [&](const data::OfferTerm& term) { return word == term.key; });
}

bool any_term_given(const Given& given) {
  return std::ranges::any_of(term_options(), [&](const OptionSpec& option) { return given.has(option.name); });
}

/// A hint names the keys of a file; on the command line they are options.
std::string in_options(const std::string& hint) {
  std::string out;
  std::string word;
  const auto flush = [&] {
    out += word != "name" && is_term(word) ? spelled(word) : word;
    word.clear();
  };
  for (const char c : hint) {
    if ((c >= 'a' && c <= 'z') || c == '_') {
      word += c;
    } else {
      flush();
      out += c;
    }
  }
  flush();
  return out;
}

advise::Offer offer_from_options(const Given& given) {
  if (!any_term_given(given)) {
    throw Error(ErrorCode::Usage, "no offer is given", "give --base, --hourly-rate or --contract-rate, or --file FILE");
  }
  const data::TermFault fault = [](std::string_view key, const std::string& message, const std::string& hint) {
    throw Error(ErrorCode::Usage, message, in_options(hint), std::string(key));
  };
  advise::Offer offer;
  for (const auto& term : data::offer_terms()) {
    if (!is_of_person(term) && given.has(term.key)) {
      data::set_term(offer, term, given.text(term.key), fault);
    }
  }
  data::check_terms(offer, fault);
  return offer;
}

/// The job of now as an offer.
advise::Offer current_job(const Given& given, const Dataset& data) {
  advise::Offer offer;
  offer.name = "current job";
  offer.current = true;
  try {
    offer.base = ProfileBuilder(data).with(Fact::Pay, given.text("current")).build().facts().pay;
  } catch (const Error& error) {
    throw Error(error.code(), error.what(), error.hint(), "current");
  }
  return offer;
}

std::vector<advise::Offer> offers_of(const Given& given, const Dataset& data) {
  std::vector<advise::Offer> offers;
  if (!given.has("file")) {
    offers = {offer_from_options(given)};
  } else if (any_term_given(given)) {
    throw Error(ErrorCode::Usage, "a file of offers and an offer on the command line are both given",
                "give one of the two", "file");
  } else {
    offers = data::read_offers(given.text("file"));
  }
  if (!given.has("current")) {
    return offers;
  }
  if (std::ranges::any_of(offers, [](const advise::Offer& one) { return one.current.value_or(false); })) {
    throw Error(ErrorCode::Usage, "the file marks the current job, but --current gives another", "give one of the two",
                "current");
  }
  offers.insert(offers.begin(), current_job(given, data));
  return offers;
}

/// The person in the job of an offer: what the offer says of place and job takes the place of what was said before.
Facts in_job(const Model& model, const Facts& person, const advise::Offer& offer, std::vector<std::string>& notes) {
  ProfileBuilder job(model.dataset());
  const auto give = [&](Fact fact, const std::optional<std::string>& text) {
    if (text) {
      job.with(fact, *text);
    }
  };
  give(Fact::Role, offer.role);
  give(Fact::Level, offer.level);
  give(Fact::Setting, offer.setting);
  give(Fact::Credentials, offer.cert);
  give(Fact::Place, offer.place);
  give(Fact::State, offer.state);
  give(Fact::Metro, offer.metro);
  job.remote(offer.remote.value_or(false));
  const Profile built = job.build();
  const Facts& said = built.facts();

  Facts there = person;
  there.pay.reset();
  if (offer.role) {
    there.role = said.role;
    there.occupation = said.occupation;
    there.level = said.level;
    notes = built.notes();
  }
  there.level = offer.level ? said.level : there.level;
  there.setting = offer.setting ? said.setting : there.setting;
  there.credentials = offer.cert ? said.credentials : there.credentials;
  if (offer.place || offer.state || offer.metro || offer.remote) {
    there.area = said.area;
    there.remote = said.remote;
  }
  if (there.release && there.area != nullptr) {
    throw Error(ErrorCode::Usage, "older releases cover the nation only, but the offer has a place",
                "leave out the place, or --release", "release");
  }
  return there;
}

/// What is wrong with an offer of a file names the offer and the key.
Error in_file(const Error& error, const std::string& file, const advise::Offer& offer, std::size_t number) {
  const std::string place = (file == "-" ? "standard input" : file) + ", offer " + std::to_string(number) +
                            (offer.name ? " (" + *offer.name + ")" : "");
  std::string key = error.where();
  key.erase(0, key.starts_with("--") ? 2 : 0);
  return {error.code(), place + (is_term(key) ? ", " + key : "") + ": " + error.what(), error.hint(), place};
}

std::vector<advise::OfferValue> values_of(const Given& given, const Model& model, const Facts& person,
                                          const advise::EqualTerms& terms) {
  std::vector<advise::OfferValue> values;
  values.reserve(terms.offers.size());
  for (const auto& offer : terms.offers) {
    const std::size_t number = values.size() + 1;
    try {
      std::vector<std::string> notes;
      const Facts job = in_job(model, person, offer, notes);
      values.push_back(advise::value_offer(model, job, offer, number));
      auto& all = values.back().notes;
      all.insert(all.begin(), notes.begin(), notes.end());
      all.insert(all.end(), terms.notes[number - 1].begin(), terms.notes[number - 1].end());
    } catch (const Error& error) {
      if (given.has("file")) {
        throw in_file(error, given.text("file"), offer, number);
      }
      throw;
    }
  }
  return values;
}

int run(const Given& given) {
  const std::string how = format_of(given);
  value_offers(given, given.has("detail"),
               [&](const output::OfferView& view) { print(given, output::offers(view, screen_of(given)).in(how)); });
  return 0;
}

}  // namespace

/// An option for each term of an offer.
OptionList term_options() {
  static const std::vector<OptionSpec> options = [] {
    std::vector<OptionSpec> made;
    for (const auto& term : data::offer_terms()) {
      if (!is_of_person(term)) {
        made.push_back({.name = term.key, .value = term.type, .about = term.about, .group = "Offer"});
        if (made.back().name == "health") {
          made.back().values = {.words = coverage_words};
        }
      }
    }
    return made;
  }();
  return options;
}

OptionList offer_options() { return OptionList(file_option).first(file_option.size() - 2); }

void value_offers(const Given& given, bool detail, const std::function<void(const output::OfferView&)>& use) {
  const Dataset set = dataset_of(given);
  const auto terms = advise::with_equal_benefits(offers_of(given, set));
  const Model model(set);
  const Profile asked = person_of(given, set).build();
  const auto values = values_of(given, model, asked.facts(), terms);
  use({set, asked.facts(), values, asked.notes(), detail, money_of(given)});
}

const CommandSpec offer_command{
    .name = "offer",
    .about = "What a job offer is worth: all of its parts, the market, the cost of living",
    .notes =
        "What you leave out is filled in from published figures and marked: KFF's premiums\n"
        "for the coverage chosen, the most common retirement match (Vanguard), BLS's\n"
        "vacation and sick days; for federal jobs, their own leave and savings plan.\n"
        "\n"
        "A file has the options as keys, with _ for -:\n"
        "  {\"format\": \"hisalary/offers/1\", \"offers\": [\n"
        "    {\"name\": \"Now\", \"current\": true, \"base\": 74000, \"place\": \"Columbus, OH\"},\n"
        "    {\"name\": \"A\", \"base\": 82000, \"bonus\": \"5%\", \"role\": \"Coding Auditor\", \"remote\": true},\n"
        "    {\"name\": \"B\", \"contract_rate\": 90, \"health\": \"family\"}]}",
    .examples =
        "  hisalary offer --base 82000 --bonus 5% --match \"50% of 6%\" --health family \\\n"
        "    --premium-share 1200 --pto 25 --role medical-coder --cert CPC --state OH\n"
        "  hisalary offer --base 82000 --current 74k --role medical-coder --cert CPC --years 6 --state OH\n"
        "  hisalary offer --contract-rate 90 --health single --role hi-consultant\n"
        "  hisalary offer --file offers.json --role coding-auditor --format csv",
    .options =
        [] {
          return OptionLists{term_options(),   file_option,      profile_options(), help_option(),
                             dataset_option(), format_options(), output_options()};
        },
    .run = run,
};

}  // namespace hisalary::cli
