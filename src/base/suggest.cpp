// SPDX-License-Identifier: MIT
#include "suggest.hpp"

#include <algorithm>
#include <bit>

namespace hisalary {
namespace {

constexpr std::size_t longest = 64;

constexpr unsigned char small(char c) { return static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c); }

std::uint32_t letter_bit(char c) {
  constexpr std::uint32_t others = 6;
  const unsigned char byte = small(c);
  return byte >= 'a' && byte <= 'z' ? 1U << (byte - 'a') : 1U << (26U + byte % others);
}

constexpr std::size_t difference(std::size_t a, std::size_t b) { return a > b ? a - b : b - a; }

}  // namespace

std::string lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](char c) { return static_cast<char>(small(c)); });
  return out;
}

std::uint32_t letters_of(std::string_view word) {
  std::uint32_t letters = 0;
  for (const char c : word) {
    letters |= letter_bit(c);
  }
  return letters;
}

Spelling::Spelling(std::string_view word) : size_(std::min(word.size(), longest)) {
  for (std::size_t i = 0; i < size_; ++i) {
    positions_[small(word[i])] |= std::uint64_t{1} << i;
  }
  letters_ = letters_of(word.substr(0, size_));
}

std::size_t Spelling::distance(std::string_view other) const {
  if (size_ == 0) {
    return other.size();
  }
  // The columns of the table of distances as differences between neighbors: down (plus, minus) and across.
  std::uint64_t plus = ~std::uint64_t{0};
  std::uint64_t minus = 0;
  std::uint64_t diagonal = 0;
  std::uint64_t before = 0;
  const std::uint64_t last = std::uint64_t{1} << (size_ - 1);
  std::size_t distance = size_;
  for (const char c : other) {
    const std::uint64_t equal = positions_[small(c)];
    const std::uint64_t swapped = ((~diagonal & equal) << 1U) & before;
    diagonal = (((equal & plus) + plus) ^ plus) | equal | minus | swapped;
    std::uint64_t across_plus = minus | ~(diagonal | plus);
    std::uint64_t across_minus = diagonal & plus;
    distance += (across_plus & last) != 0 ? 1U : 0U;
    distance -= (across_minus & last) != 0 ? 1U : 0U;
    across_plus = across_plus << 1U | 1U;
    across_minus <<= 1U;
    plus = across_minus | ~(diagonal | across_plus);
    minus = across_plus & diagonal;
    before = equal;
  }
  return distance;
}

std::size_t edit_distance(std::string_view a, std::string_view b) { return Spelling(a).distance(b); }

std::string_view nearest(std::string_view word, const std::vector<std::string_view>& known) {
  if (word.empty() || word.size() > longest) {
    return {};
  }
  const Spelling wanted(word);
  std::string_view best;
  constexpr std::size_t short_word = 3;
  const std::size_t most = word.size() <= short_word ? 1 : std::max<std::size_t>(2, word.size() / 3);
  std::size_t best_distance = most + 1;
  for (const auto candidate : known) {
    if (difference(candidate.size(), word.size()) >= best_distance) {
      continue;
    }
    const auto unshared = static_cast<std::size_t>(std::popcount(wanted.letters() ^ letters_of(candidate)));
    if ((unshared + 1) / 2 >= best_distance) {
      continue;
    }
    const std::size_t distance = wanted.distance(candidate);
    if (distance < best_distance && distance < candidate.size()) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best;
}

}  // namespace hisalary
