// SPDX-License-Identifier: MIT
#include "output/offer.hpp"

#include <algorithm>

#include "advise/offer_file.hpp"
#include "base/text.hpp"
#include "options.hpp"

namespace hisalary::cli {
namespace {

constexpr std::array file_option{
    OptionSpec{.name = "file",
               .value = "FILE",
               .about = "Several offers: a JSON file of format hisalary/offers/1",
               .values = {.path = Values::Path::File},
               .group = "Offer"},
};

/// Terms whose option the person has already.
bool is_of_person(const data::OfferTerm& term) {
  return term.key == std::string_view("state") || term.key == std::string_view("metro");
}

/// An option for each term of an offer.
OptionList term_options() {
  static const std::vector<OptionSpec> options = [] {
    std::vector<OptionSpec> made;
    for (const auto& term : data::offer_terms()) {
      if (!is_of_person(term)) {
        made.push_back({.name = term.key, .value = term.type, .about = term.about, .group = "Offer"});
      }
    }
    return made;
  }();
  return options;
}

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

std::vector<advise::Offer> offers_of(const Given& given) {
  const auto file = given.value("file");
  if (!file) {
    return {offer_from_options(given)};
  }
  if (any_term_given(given)) {
    throw Error(ErrorCode::Usage, "a file of offers stands beside an offer on the command line", "give one of the two",
                "file");
  }
  return data::read_offers(*file);
}

/// The person at the place of an offer, if it has one of its own.
Facts moved(const Model& model, const Facts& person, const advise::Offer& offer) {
  if (!offer.state && !offer.metro) {
    return person;
  }
  Facts there = person;
  ProfileBuilder place(model.dataset());
  if (offer.state) {
    place.with(Fact::State, *offer.state);
  }
  if (offer.metro) {
    place.with(Fact::Metro, *offer.metro);
  }
  there.area = place.build().facts().area;
  there.remote = false;
  if (there.release) {
    throw Error(ErrorCode::Usage, "older releases are here for the nation only, and the offer has a place",
                "leave out the place, or --release", "release");
  }
  return there;
}

/// What is wrong with an offer of a file names the offer and the key.
Error in_file(const Error& error, const std::string& file, const advise::Offer& offer, std::size_t number) {
  const std::string place = file + ", offer " + std::to_string(number) + (offer.name ? " (" + *offer.name + ")" : "");
  std::string key = error.where();
  key.erase(0, key.starts_with("--") ? 2 : 0);
  return {error.code(), place + (is_term(key) ? ", " + key : "") + ": " + error.what(), error.hint(), place};
}

std::vector<advise::OfferValue> values_of(const Given& given, const Model& model, const Facts& person,
                                          const std::vector<advise::Offer>& offers) {
  std::vector<advise::OfferValue> values;
  values.reserve(offers.size());
  for (const auto& offer : offers) {
    const std::size_t number = values.size() + 1;
    try {
      values.push_back(advise::value_offer(model, moved(model, person, offer), offer, number));
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
  const auto offers = offers_of(given);
  const Dataset set = dataset_of(given);
  const Model model(set);
  const Profile asked = person_of(given, set).build();
  const auto values = values_of(given, model, asked.facts(), offers);
  const output::OfferView view{set, asked.facts(), values, asked.notes()};
  print(given, output::offers(view, screen_of(given)).in(how));
  return 0;
}

}  // namespace

const CommandSpec offer_command{
    .name = "offer",
    .about = "An offer valued whole: every part of it, its place in the market, its worth at the nation's prices",
    .footer =
        "Where nothing is said, published figures stand in and are marked: KFF's premiums\n"
        "for the coverage chosen, the commonest retirement match (Vanguard), BLS's\n"
        "vacation and sick days. --state or --metro is the place of person and offer.\n"
        "\n"
        "Examples:\n"
        "  hisalary offer --base 82000 --bonus 5% --match \"50% of 6%\" --health family \\\n"
        "    --premium-share 1200 --pto 25 --role medical-coder --cert CPC --state OH\n"
        "  hisalary offer --contract-rate 90 --health single --role hi-consultant\n"
        "  hisalary offer --file offers.json --role coding-auditor --format csv\n"
        "\n"
        "A file has the options as keys, with _ for -:\n"
        "  {\"format\": \"hisalary/offers/1\", \"offers\": [\n"
        "    {\"name\": \"A\", \"base\": 82000, \"bonus\": \"5%\", \"state\": \"OH\"},\n"
        "    {\"name\": \"B\", \"contract_rate\": 90, \"health\": \"family\"}]}",
    .options =
        [] {
          return OptionLists{term_options(),   file_option,      profile_options(), help_option(),
                             dataset_option(), format_options(), output_options()};
        },
    .run = run,
};

}  // namespace hisalary::cli
