// SPDX-License-Identifier: MIT
#include "standing.hpp"

#include <cmath>

#include "names.hpp"
#include "words.hpp"

namespace hisalary::output {
namespace {

std::string_view words_of(Fact fact) {
  switch (fact) {
    case Fact::Years: return "years of experience";
    case Fact::Credentials: return "credentials";
    case Fact::Education: return "education";
    case Fact::Setting: return "kind of employer";
    case Fact::State: return "place";
    case Fact::Metro: return "city or area within the state";
    default: return hisalary::name_of(fact);
  }
}

/// "more than 31% of", "less than 99% of" at the lower end.
std::string beside(double percentile) {
  const long whole = std::lround(percentile);
  constexpr long hundred = 100;
  constexpr long few = 1;
  return whole <= few ? "less than " + std::to_string(hundred - few) + "% of"
                      : "more than " + std::to_string(whole) + "% of";
}

}  // namespace

std::string_view name_of(advise::Band band) {
  return name_at<5>({"below p10", "below p25", "", "above p75", "above p90"}, band);
}

Value percentile(double exact) { return fixed(exact, 1).shown_as(ordinal(exact)); }

Value standing_value(const Money& money, const advise::Standing* standing, const Estimate& estimate) {
  if (standing == nullptr) {
    return {};
  }
  constexpr int thousandths = 3;
  const std::int64_t pay = money.units(standing->pay);
  Values unknown;
  for (const Fact fact : estimate.narrower) {
    unknown.emplace_back(hisalary::name_of(fact));
  }
  return Members{
      {"pay", amount(money, pay)},
      {"percentile", percentile(standing->percentile)},
      {"market_percentile", percentile(standing->market_percentile)},
      {"gap", change(money, pay - money.units(estimate.pay.p50()))},
      {"compa_ratio", fixed(standing->compa_ratio, thousandths)},
      {"flag", filled(name_of(standing->band))},
      {"unknown", unknown},
  };
}

std::string verdict(const Money& money, const advise::Standing& standing, const Percentiles& pay) {
  const std::int64_t paid = money.units(standing.pay);
  const std::int64_t median = money.units(pay.p50());
  std::string out = money.text(paid) + (money.period() == Period::Hour ? " an hour is " : " is ");
  out += beside(standing.percentile) + " people like you earn; ";
  if (paid == median) {
    return out + "it is their median.";
  }
  const std::int64_t apart = median > paid ? median - paid : paid - median;
  return out + "their median is " + money.text(median) + ", " + money.text(apart) +
         (median > paid ? " more." : " less.");
}

std::string unknown_words(const Estimate& estimate) {
  std::vector<std::string_view> words;
  for (const Fact fact : estimate.narrower) {
    words.push_back(words_of(fact));
  }
  return joined(words);
}

}  // namespace hisalary::output
