// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/padded.hpp"
#include "base/text_cache.hpp"
#include "data/tables.hpp"
#include "resolve.hpp"

namespace hisalary::query {

/// The texts that are given of one person, by fact. What is not given is unknown.
class Texts {
 public:
  [[nodiscard]] bool has(Fact fact) const noexcept { return (given_ >> place_of(fact) & 1U) != 0; }
  [[nodiscard]] PaddedText operator[](Fact fact) const noexcept {
    return has(fact) ? texts_[place_of(fact)] : PaddedText();
  }
  /// Whether nothing is given, or only this.
  [[nodiscard]] bool has_none_but(Fact fact) const noexcept {
    return (given_ & ~(std::uint32_t{1} << place_of(fact))) == 0;
  }
  void set(Fact fact, PaddedText text) noexcept {
    texts_[place_of(fact)] = text;
    given_ |= std::uint32_t{1} << place_of(fact);
  }
  void clear() noexcept { given_ = 0; }

  /// The same for many texts at once, for readers: what was put counts when its bit is marked (bit i: the fact i).
  void put(Fact fact, PaddedText text) noexcept { texts_[place_of(fact)] = text; }
  void mark(std::uint32_t facts) noexcept { given_ = facts; }

 private:
  [[nodiscard]] static std::size_t place_of(Fact fact) noexcept { return static_cast<std::size_t>(fact); }

  std::uint32_t given_ = 0;  // says which texts hold; the others stay as they were, which saves clearing them
  std::array<PaddedText, fact_count + 1> texts_;  // the last one: for what readers put that is no fact
};

/// What is wrong with a text, or with facts together.
struct Failure {
  Error error;
  std::string rendered;  ///< the error as somebody writes it, kept here so that it is written once; empty before
};

/// Turns texts into facts, one person after another. Each text is understood once and remembered with what it means, or
/// with what is wrong with it. One for each thread; the tables must outlive it.
class Resolver {
 public:
  /// Many people are asked about, or one.
  enum class Remember : std::uint8_t { Much, Little };

  explicit Resolver(const Tables& tables, Remember remember = Remember::Much);

  /// The facts of a person. Null, or what is wrong: the first mistake in the order of the facts, good until the next
  /// call.
  [[nodiscard]] Failure* resolve(const Texts& texts, Facts& person);

  /// What the texts of a person without mistakes were matched to, for the one who asked; `job`: the job too.
  [[nodiscard]] std::vector<std::string> notes(const Texts& texts, bool job = true);

 private:
  /// What one text means.
  template <class Value> struct Meaning {
    Value value{};
    Failure* failure = nullptr;
  };

  /// What texts of one fact mean.
  template <class Value, std::size_t Quick = 1> class Memory {
   public:
    explicit Memory(std::size_t slots) : cache_(slots) {}

    /// Null when the text was not asked for before.
    [[nodiscard]] const Meaning<Value>* find(PaddedText text) const { return cache_.find(text); }

    template <class Resolve> [[nodiscard]] Meaning<Value> get(PaddedText text, Resolve&& resolve) {
      const Meaning<Value>* const known = cache_.find(text);
      return known != nullptr ? *known : learn(text, resolve);
    }

   private:
    template <class Resolve> [[gnu::noinline]] Meaning<Value> learn(PaddedText text, Resolve&& resolve);

    TextCache<Meaning<Value>, Quick> cache_;
    std::deque<Failure> failures_;
    std::deque<Failure> passing_;  ///< the last one that there was no more room for
  };

  [[nodiscard]] Failure* set_job(const Texts& texts, Facts& person);
  [[nodiscard]] Failure* set_credentials(PaddedText list, Facts& person);
  [[nodiscard]] Failure* set_years(PaddedText text, Facts& person);
  [[nodiscard]] Failure* set_place(const Texts& texts, Facts& person);
  /// The state and the area so far; what is given beside them narrows them down or contradicts them.
  struct Narrowed {
    const Area* state = nullptr;
    const Area* area = nullptr;
  };
  [[nodiscard]] Failure* set_state_and_place(const Texts& texts, Narrowed& at, Facts& person);
  [[nodiscard]] Failure* set_metro(const Texts& texts, Narrowed& at);
  [[nodiscard]] Failure* set_county(const Texts& texts, Narrowed& at);
  [[nodiscard]] Failure* set_remote(const Texts& texts, Facts& person);
  [[nodiscard]] Failure* not_in(std::string_view what, PaddedText text, const Area& area, Fact fact);
  [[nodiscard]] Failure* set_skills(PaddedText list, Facts& person);
  [[nodiscard]] Failure* set_pay(PaddedText text, Facts& person);
  [[nodiscard]] Failure* exclusion(const Facts& person);
  [[nodiscard]] Failure* passing(Error error);

  Words words_;
  Facts nobody_;  ///< to copy, which costs less than setting to zero
  Job no_role_;
  Memory<Job, 2> jobs_;
  Memory<const Level*> levels_;
  Memory<CredentialWord> credentials_;
  Memory<Experience> years_;
  Memory<const Education*, 2> education_;
  Memory<PlaceMeaning, 2> places_;
  Memory<const Area*> states_;
  Memory<const Area*, 2> metros_;
  Memory<CountyArea, 2> counties_;
  Memory<bool> remote_;
  Memory<const Setting*, 2> settings_;
  Memory<Held> skills_;
  Memory<AsOf> as_of_;
  Memory<std::int32_t> releases_;
  Memory<double> pays_;
  std::deque<Failure> passing_;  ///< the last one that depends on several facts
};

}  // namespace hisalary::query
