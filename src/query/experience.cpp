// SPDX-License-Identifier: MIT
#include "experience.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "base/number.hpp"
#include "base/suggest.hpp"
#include "base/text.hpp"

namespace hisalary::query {
namespace {

/// How far a range goes that people leave open: "10+" is averaged over 10 to 18 years.
constexpr double open_reach = 8;
constexpr double most_years = 60;
constexpr double months_a_year = 12;

constexpr std::array<std::string_view, 21> number_words{
    "zero",     "one",     "two",     "three",     "four",     "five",     "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};
constexpr std::array<std::string_view, 5> year_words{"y", "yr", "yrs", "year", "years"};
constexpr std::array<std::string_view, 5> month_words{"m", "mo", "mos", "month", "months"};

template <class Words> bool is_one_of(const Words& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

/// Numbers, words and signs one by one, in lower case: "10+yrs" is "10", "+", "yrs".
std::vector<std::string> tokens_of(std::string_view text) {
  std::string plain = lower(text);
  for (const std::string_view dash : {"\u2013", "\u2014", "\u2012", "\u2010", "\u2011"}) {
    for (std::size_t at = plain.find(dash); at != std::string::npos; at = plain.find(dash)) {
      plain.replace(at, dash.size(), "-");
    }
  }
  enum class Kind { Blank, Number, Word, Sign };
  const auto kind_of = [](char c) {
    if ((c >= '0' && c <= '9') || c == '.') {
      return Kind::Number;
    }
    if (c == ' ' || c == '\t' || c == '(' || c == ')' || c == '\'') {
      return Kind::Blank;
    }
    return c >= 'a' && c <= 'z' ? Kind::Word : Kind::Sign;
  };
  std::vector<std::string> tokens;
  Kind before = Kind::Blank;
  bool number_before = false;  // a number word: "six-nine"
  for (const char c : plain) {
    number_before = !tokens.empty() && is_one_of(number_words, tokens.back());
    Kind kind = kind_of(c);
    const bool in_words = before == Kind::Word && (c == '.' || c == '/' || (c == '-' && !number_before));
    if (in_words) {
      kind = Kind::Blank;  // "yrs.", "entry-level"
    }
    if (kind != Kind::Blank && (kind != before || kind == Kind::Sign)) {
      tokens.emplace_back();
    }
    if (kind != Kind::Blank) {
      tokens.back() += c;
    }
    before = kind;
  }
  return tokens;
}

class Reader {
 public:
  Reader(std::vector<std::string> tokens, List<FactWords> words) : tokens_(std::move(tokens)), words_(words) {}

  std::optional<ExperienceText> read() {
    skip_fillers();
    const bool below = take({"less", "than"}) || take({"fewer", "than"}) || take({"<"}) || take({"under"}) ||
                       take({"below"}) || take({"up", "to"}) || take({"at", "most"});
    bool open = !below && (take({"more", "than"}) || take({">"}) || take({"over"}) || take({"at", "least"}) ||
                           take({"minimum"}) || take({"min"}));
    take({"="});
    skip_fillers();
    take({"between"});
    take({"from"});
    take({"~"});
    auto first = quantity();
    if (!first) {
      return std::nullopt;
    }
    std::optional<Quantity> second;
    if (take({"-"}) || take({"to"}) || take({"through"}) || take({"and"})) {
      second = quantity();
      if (!second && !take({"more"}) && !take({"up"}) && !take({"over"})) {
        return std::nullopt;
      }
      open = open || !second;
    }
    open = open || take({"+"}) || take({"plus"}) || take({"or", "more"}) || take({"or", "above"});
    if (second && second->unit == Unit::None) {
      second->unit = unit();
    } else if (!second && first->unit == Unit::None) {
      first->unit = unit();
    }
    open = open || take({"+"}) || take({"plus"}) || take({"or", "more"}) || take({"and", "up"});
    skip_fillers();
    if (at_ != tokens_.size() || (below && (second || open))) {
      return std::nullopt;
    }
    return made(*first, second, below, open);
  }

 private:
  enum class Unit { None, Years, Months };
  struct Quantity {
    double number = 0;
    Unit unit = Unit::None;
    [[nodiscard]] double years() const {
      constexpr double hundred = 100;
      return unit == Unit::Months ? std::round(hundred * number / months_a_year) / hundred : number;
    }
  };

  static std::optional<ExperienceText> made(Quantity first, std::optional<Quantity> second, bool below, bool open) {
    if (second && first.unit == Unit::None) {
      first.unit = second->unit;
    }
    const double years = first.years();
    if (below) {
      return ExperienceText{{0, years}};
    }
    if (second) {
      const double most = second->years();
      return most < years ? std::nullopt : std::optional(ExperienceText{{years, most}});
    }
    if (open && years < most_years) {
      return ExperienceText{{years, std::min(years + open_reach, most_years), true}};
    }
    return ExperienceText{years};
  }

  bool take(std::initializer_list<std::string_view> words) {
    if (tokens_.size() - at_ < words.size() ||
        !std::equal(words.begin(), words.end(), tokens_.begin() + static_cast<std::ptrdiff_t>(at_))) {
      return false;
    }
    at_ += words.size();
    return true;
  }

  void skip_fillers() {
    const auto is_filler = [&](const std::string& token) {
      return std::ranges::any_of(words_, [&](const FactWords& row) {
        return row.fact == "years" && row.kind == "filler" &&
               std::ranges::find(row.words, Text(token)) != row.words.end();
      });
    };
    while (at_ < tokens_.size() && is_filler(tokens_[at_])) {
      ++at_;
    }
  }

  Unit unit() {
    if (at_ < tokens_.size() && (is_one_of(year_words, tokens_[at_]) || is_one_of(month_words, tokens_[at_]))) {
      return is_one_of(year_words, tokens_[at_++]) ? Unit::Years : Unit::Months;
    }
    return Unit::None;
  }

  std::optional<double> number() {
    if (at_ == tokens_.size()) {
      return std::nullopt;
    }
    const std::string& token = tokens_[at_];
    const auto* const word = std::ranges::find(number_words, token);
    const auto value = word != number_words.end() ? std::optional(static_cast<double>(word - number_words.begin()))
                                                  : read_decimal(token);
    at_ += value ? 1U : 0U;
    return value;
  }

  /// "6", "1.5 yrs", "18 months", "1 year 6 months", "one and a half".
  std::optional<Quantity> quantity() {
    constexpr double half = 0.5;
    const auto value = number();
    if (!value) {
      return std::nullopt;
    }
    Quantity out{*value, take({"and", "a", "half"}) ? Unit::None : unit()};
    if (tokens_[at_ - 1] == "half") {
      out.number += half;
      out.unit = unit();
    }
    const std::size_t here = at_;
    take({"and"});
    const auto more = out.unit == Unit::Years ? number() : std::nullopt;
    if (more && unit() == Unit::Months) {
      out.number += *more / months_a_year;
    } else {
      at_ = here;
    }
    return out;
  }

  std::vector<std::string> tokens_;
  List<FactWords> words_;
  std::size_t at_ = 0;
};

std::optional<ExperienceText> stage_of(std::string_view text, List<FactWords> rows) {
  const std::string wanted = bare(text);
  for (const auto& row : rows) {
    const bool named = row.kind == "stage" && row.fact == "years" &&
                       std::ranges::any_of(row.words, [&](Text word) { return bare(word) == wanted; });
    if (named && !row.most) {
      return ExperienceText{{*row.least, std::min(*row.least + open_reach, most_years), true}, true};
    }
    if (named) {
      return ExperienceText{{*row.least, *row.most}, true};
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<ExperienceText> read_experience(std::string_view text, List<FactWords> stages) {
  if (const auto stage = stage_of(text, stages)) {
    return stage;
  }
  return Reader(tokens_of(text), stages).read();
}

}  // namespace hisalary::query
