// SPDX-License-Identifier: MIT
#include "output/offer.hpp"

#include <algorithm>
#include <map>

#include "advise/offer_file.hpp"
#include "base/text.hpp"
#include "command.hpp"
#include "data/tables.hpp"
#include "query/place_names.hpp"
#include "terminal.hpp"

namespace hisalary::cli {
namespace {

std::string option_of(std::string_view key) {
  std::string name = "--" + std::string(key);
  std::ranges::replace(name, '_', '-');
  return name;
}

class OfferCommand : public Command {
 public:
  explicit OfferCommand(CLI::App& app) {
    for (const auto& term : data::offer_terms()) {
      if (!of_the_person(term)) {
        app.add_option(option_of(term.key), said_[term.key], term.about)->type_name(term.type)->group("Offer");
      }
    }
    app.add_option("--file", file_, "Several offers: a JSON file of format hisalary/offers/1")
        ->type_name("FILE")
        ->group("Offer");
    add_profile_options(app, question_);
    add_common(app);
    app.footer(
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
        "    {\"name\": \"B\", \"contract_rate\": 90, \"health\": \"family\"}]}");
  }

  void run() override {
    const std::string how = format();
    const auto offers = file_ ? from_file() : std::vector{from_options()};
    const Dataset set = dataset();
    const Model model(set);
    const Profile asked = understand(set, question_);
    std::vector<advise::OfferValue> values;
    values.reserve(offers.size());
    for (const auto& offer : offers) {
      values.push_back(value(model, asked.facts(), offer, values.size() + 1));
    }
    const output::OfferView view{set, asked.facts(), values, asked.notes()};
    print(how == "json"  ? offer_json(view)
          : how == "csv" ? offer_csv(view)
                         : offer_text(view, screen(common_.color, !common_.output.empty())));
  }

 private:
  /// Terms whose option the person has already.
  static bool of_the_person(const data::OfferTerm& term) {
    return term.key == std::string_view("state") || term.key == std::string_view("metro");
  }

  [[nodiscard]] bool anything_said() const {
    return std::ranges::any_of(said_, [](const auto& one) { return one.second.has_value(); });
  }

  [[nodiscard]] std::vector<advise::Offer> from_file() const {
    if (anything_said()) {
      throw Error(ErrorCode::Usage, "a file of offers stands beside an offer on the command line",
                  "give one of the two", "--file");
    }
    return data::read_offers(*file_);
  }

  [[nodiscard]] advise::Offer from_options() const {
    if (!anything_said()) {
      throw Error(ErrorCode::Usage, "no offer is given",
                  "give --base, --hourly-rate or --contract-rate, or --file FILE", "");
    }
    const data::TermFault fault = [](std::string_view key, const std::string& message, const std::string& hint) {
      throw Error(ErrorCode::Usage, message, in_options(hint), option_of(key));
    };
    advise::Offer offer;
    for (const auto& term : data::offer_terms()) {
      const auto said = said_.find(term.key);
      if (said != said_.end() && said->second) {
        data::set_term(offer, term, *said->second, fault);
      }
    }
    data::check_terms(offer, fault);
    return offer;
  }

  /// A hint names the keys of a file; on the command line they are options.
  static std::string in_options(const std::string& hint) {
    std::string out;
    std::string word;
    const auto flush = [&] {
      const bool key = word != "name" && std::ranges::any_of(data::offer_terms(), [&](const data::OfferTerm& term) {
                         return word == term.key;
                       });
      out += key ? option_of(word) : word;
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

  /// An offer of a file may lie somewhere else than the person; what is wrong with it names it.
  [[nodiscard]] advise::OfferValue value(const Model& model, const Facts& person, const advise::Offer& offer,
                                         std::size_t number) const {
    try {
      if (!offer.state && !offer.metro) {
        return advise::value_offer(model, person, offer, number);
      }
      Facts there = person;
      Question place;
      place.state = offer.state;
      place.metro = offer.metro;
      std::vector<std::string> notes;
      there.area = find_place(model.dataset().tables(), place, notes);
      there.remote = false;
      if (there.release) {
        throw Error(ErrorCode::Usage, "older releases are here for the nation only, and the offer has a place",
                    "leave out the place, or --release", "--release");
      }
      return advise::value_offer(model, there, offer, number);
    } catch (const Error& error) {
      const bool term = std::ranges::any_of(data::offer_terms(),
                                            [&](const data::OfferTerm& one) { return error.where() == one.key; });
      if (!file_) {
        throw Error(error.code(), error.what(), error.hint(), term ? option_of(error.where()) : error.where());
      }
      const std::string place =
          *file_ + ", offer " + std::to_string(number) + (offer.name ? " (" + *offer.name + ")" : "");
      const std::string key = term                         ? error.where()
                              : error.where() == "--state" ? "state"
                              : error.where() == "--metro" ? "metro"
                                                           : "";
      throw Error(error.code(), place + (key.empty() ? "" : ", " + key) + ": " + error.what(), error.hint(), place);
    }
  }

  Question question_;
  std::map<std::string, std::optional<std::string>, std::less<>> said_;
  std::optional<std::string> file_;
};

}  // namespace

std::unique_ptr<Command> add_offer(CLI::App& program) {
  return std::make_unique<OfferCommand>(*program.add_subcommand(
      "offer", "An offer valued whole: every part of it, its place in the market, its worth at the nation's prices"));
}

}  // namespace hisalary::cli
