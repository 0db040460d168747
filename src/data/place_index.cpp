// SPDX-License-Identifier: MIT
#include "place_index.hpp"

#include <algorithm>
#include <array>
#include <bit>

#include "base/place_key.hpp"
#include "base/suggest.hpp"
#include "place_layout.hpp"

namespace hisalary::data {
namespace {

using layout::number_at;

constexpr std::size_t most_edits = 3;
constexpr std::uint32_t codes_of_state = 1000;

/// The index of the last of `count` records whose key is at most `wanted`, or of the first.
std::size_t last_at_most(std::size_t count, auto&& key_of, auto wanted) {
  std::size_t low = 0;
  std::size_t high = count;
  while (high - low > 1) {
    const std::size_t middle = low + (high - low) / 2;
    (key_of(middle) <= wanted ? low : high) = middle;
  }
  return low;
}

/// Walks the names from the start of a block on.
class NameReader {
 public:
  NameReader(const PlaceIndex& index, std::size_t block) : index_(index), number_(block * layout::names_in_block) {
    if (block < index.blocks.size() / layout::block_bytes) {
      at_ = number_at<4>(index.blocks, block * layout::block_bytes + layout::head_letters);
    } else {
      at_ = index.names.size();
    }
  }

  /// Reads the next name; false at the end.
  bool next() {
    skip_entries();
    if (at_ >= index_.names.size()) {
      return false;
    }
    const auto shared = static_cast<unsigned char>(index_.names[at_]);
    const auto own = static_cast<unsigned char>(index_.names[at_ + 1]);
    name_.resize(shared);
    name_ += index_.names.substr(at_ + 2, own);
    at_ += 2U + own;
    entries_ = layout::varint_at(index_.names, at_);
    ++number_;
    return true;
  }

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] std::size_t number() const { return number_ - 1; }

  /// The name up to the states of a title, as a key.
  [[nodiscard]] const std::string& key() {
    const auto states = states_of_title(name_);
    const std::size_t size = states.empty() ? name_.size() : static_cast<std::size_t>(states.data() - name_.data());
    place_key(std::string_view(name_).substr(0, size), key_);
    return key_;
  }

  /// The entries of the name, once.
  void collect(std::vector<PlaceEntry>& out) {
    for (; entries_ > 0; --entries_) {
      out.push_back(entry());
    }
  }

 private:
  PlaceEntry entry() {
    PlaceEntry one;
    one.name = name_;
    one.kind = static_cast<PlaceKind>(index_.names[at_]);
    const std::size_t pair = number_at<2>(index_.names, at_ + 1) * layout::pair_bytes;
    one.area = static_cast<std::uint16_t>(number_at<2>(index_.pairs, pair));
    one.state = static_cast<std::uint16_t>(number_at<2>(index_.pairs, pair + 2));
    at_ += 3;
    one.value = layout::varint_at(index_.names, at_);
    if (one.kind == PlaceKind::County || one.kind == PlaceKind::CountyPart) {
      one.county = number_at<2>(index_.names, at_);
      at_ += 2;
    }
    return one;
  }

  void skip_entries() {
    for (; entries_ > 0; --entries_) {
      const auto kind = static_cast<PlaceKind>(index_.names[at_]);
      at_ += 3;
      (void)layout::varint_at(index_.names, at_);
      at_ += kind == PlaceKind::County || kind == PlaceKind::CountyPart ? 2U : 0U;
    }
  }

  const PlaceIndex& index_;
  std::size_t number_;
  std::size_t at_ = 0;
  std::uint32_t entries_ = 0;
  std::string name_;
  std::string key_;
};

/// The block to start from in order to meet every name with this key.
std::size_t block_before(const PlaceIndex& index, std::string_view key) {
  const std::size_t count = index.blocks.size() / layout::block_bytes;
  const std::uint64_t wanted = layout::head_of(key);
  const auto head = [&](std::size_t block) {
    return layout::head_of(index.blocks.substr(block * layout::block_bytes, layout::head_letters));
  };
  std::size_t block = last_at_most(count, head, wanted);
  // Names with this key may begin in a block whose head has the same letters, or at the end of the one before.
  while (block > 0 && head(block) >= wanted) {
    --block;
  }
  return block;
}

std::vector<PlaceEntry> entries_of_name(const PlaceIndex& index, std::size_t number) {
  NameReader reader(index, number / layout::names_in_block);
  std::vector<PlaceEntry> found;
  while (reader.next()) {
    if (reader.number() == number) {
      reader.collect(found);
      break;
    }
  }
  return found;
}

bool is_title(const PlaceEntry& entry) {
  return entry.kind == PlaceKind::Title || entry.kind == PlaceKind::OldTitle || entry.kind == PlaceKind::OldTitlePart;
}

/// Whether a key is the first whole cities of a title.
bool ends_at_a_city(std::string_view title, std::string_view key) {
  std::string first;
  for (std::size_t end = title.find_first_of("-/,"); end != std::string_view::npos;
       end = title.find_first_of("-/,", end + 1)) {
    place_key(title.substr(0, end), first);
    if (first.size() >= key.size()) {
      return first == key;
    }
  }
  return false;
}

std::size_t allowed_edits(std::size_t letters) { return std::min(most_edits, letters < 4 ? 1 : letters / 3); }

/// Keeps the nearest name seen.
class Nearest {
 public:
  Nearest(std::string_view key, std::uint16_t state, bool only_there)
      : spelling_(key), key_(key), state_(state), only_there_(only_there), allowed_(allowed_edits(key.size())) {}

  /// Whether a name of so many letters and of these can be as near as the best. An edit changes two letters at most,
  /// one that makes the word longer or shorter only one.
  [[nodiscard]] bool may_be_near(std::size_t count, auto&& letters) const {
    const std::size_t off = count > key_.size() ? count - key_.size() : key_.size() - count;
    return off <= allowed_ &&
           static_cast<std::size_t>(std::popcount(letters() ^ spelling_.letters())) + off <= 2 * allowed_;
  }

  [[nodiscard]] std::size_t distance(std::string_view key) const { return spelling_.distance(key); }

  void look_at(std::string_view key, NameReader& reader) {
    const std::size_t edits = distance(key);
    if (edits > allowed_ || edits >= key.size()) {
      return;
    }
    entries_.clear();
    reader.collect(entries_);
    for (auto& entry : entries_) {
      const bool there = state_ != no_area && entry.state == state_;
      const Rank rank{!there, edits, ~entry.value};
      if ((there || !only_there_) && (!best_ || rank < best_rank_)) {
        best_ = entry;
        best_rank_ = rank;
        allowed_ = there || state_ == no_area ? edits : allowed_;
      }
    }
  }

  [[nodiscard]] const std::optional<PlaceEntry>& best() const { return best_; }

 private:
  struct Rank {
    bool elsewhere = true;
    std::size_t edits = 0;
    std::uint32_t smallness = 0;
    auto operator<=>(const Rank&) const = default;  // NOLINT: clang-tidy 14 misreads it
  };

  Spelling spelling_;
  std::string_view key_;
  std::uint16_t state_;
  bool only_there_;
  std::size_t allowed_;
  Rank best_rank_;
  std::optional<PlaceEntry> best_;
  std::vector<PlaceEntry> entries_;
};

void look_at_number(const PlaceIndex& index, std::size_t number, Nearest& nearest) {
  NameReader reader(index, number / layout::names_in_block);
  while (reader.next()) {
    if (reader.number() == number) {
      nearest.look_at(reader.key(), reader);
      return;
    }
  }
}

}  // namespace

std::string_view states_of_title(std::string_view title) {
  const auto comma = title.rfind(", ");
  if (comma == std::string_view::npos) {
    return {};
  }
  const auto states = title.substr(comma + 2);
  constexpr std::size_t step = 3;
  for (std::size_t i = 0; i < states.size(); ++i) {
    if (i % step == 2 ? states[i] != '-' : states[i] < 'A' || states[i] > 'Z') {
      return {};
    }
  }
  return states.size() % step == 2 ? states : std::string_view{};
}

std::string county_key(std::string_view name) {
  constexpr std::array<std::string_view, 11> endings{"county",     "parish",       "cityandborough", "borough",
                                                     "censusarea", "municipality", "planningregion", "municipio",
                                                     "island",     "city",         "region"};
  std::string key = place_key(name);
  for (const auto ending : endings) {
    if (key.size() > ending.size() && key.ends_with(ending)) {
      key.resize(key.size() - ending.size());
      break;
    }
  }
  return key;
}

std::vector<PlaceEntry> places_named(const PlaceIndex& index, std::string_view key) {
  std::vector<PlaceEntry> found;
  for (NameReader reader(index, block_before(index, key)); reader.next();) {
    const int order = reader.key().compare(key);
    if (order > 0) {
      break;
    }
    if (order == 0) {
      reader.collect(found);
    }
  }
  return found;
}

bool any_name_begins(const PlaceIndex& index, std::string_view key) {
  for (NameReader reader(index, block_before(index, key)); reader.next();) {
    const std::string& here = reader.key();
    if (here >= key) {
      return here.starts_with(key);
    }
  }
  return false;
}

std::vector<PlaceEntry> titles_beginning(const PlaceIndex& index, std::string_view key) {
  std::vector<PlaceEntry> found;
  for (NameReader reader(index, block_before(index, key)); reader.next();) {
    const std::string& here = reader.key();
    if (here.starts_with(key)) {
      if (here.size() > key.size() && ends_at_a_city(reader.name(), key)) {
        reader.collect(found);
      }
    } else if (here > key) {
      break;
    }
  }
  std::erase_if(found, [](const PlaceEntry& entry) { return !is_title(entry); });
  return found;
}

std::vector<PlaceEntry> county_of_code(const PlaceIndex& index, std::uint32_t code) {
  const std::size_t count = index.counties.size() / layout::county_bytes;
  const auto code_at = [&](std::size_t i) { return number_at<3>(index.counties, i * layout::county_bytes); };
  const std::size_t found = last_at_most(count, code_at, code);
  if (count == 0 || code_at(found) != code) {
    return {};
  }
  auto entries = entries_of_name(index, number_at<2>(index.counties, found * layout::county_bytes + 5));
  const std::size_t pair = number_at<2>(index.counties, found * layout::county_bytes + 3) * layout::pair_bytes;
  const auto state = static_cast<std::uint16_t>(number_at<2>(index.pairs, pair + 2));
  std::erase_if(entries, [&](const PlaceEntry& entry) {
    return entry.state != state || entry.county != code % codes_of_state ||
           (entry.kind != PlaceKind::County && entry.kind != PlaceKind::CountyPart);
  });
  return entries;
}

std::optional<ZipEntry> zip_entry(const PlaceIndex& index, std::uint32_t zip) {
  const std::size_t prefix = zip / layout::zips_in_prefix;
  const std::size_t last = zip % layout::zips_in_prefix;
  if (index.zips.empty() || prefix >= layout::prefixes) {
    return std::nullopt;
  }
  const std::size_t listed = 2 * (layout::prefixes + 1) + prefix * layout::listed_bytes;
  if ((number_at<1>(index.zips, listed + last / 8) >> last % 8 & 1U) == 0) {
    return std::nullopt;
  }
  const std::size_t first = number_at<2>(index.zips, 2 * prefix);
  const std::size_t count = number_at<2>(index.zips, 2 * prefix + 2) - first;
  const std::size_t runs = layout::runs_start + first * layout::run_bytes;
  const auto digits_at = [&](std::size_t i) { return number_at<1>(index.zips, runs + i * layout::run_bytes); };
  const std::size_t run = runs + last_at_most(count, digits_at, static_cast<std::uint32_t>(last)) * layout::run_bytes;
  const std::size_t pair = number_at<2>(index.zips, run + 1) * layout::pair_bytes;
  ZipEntry entry;
  entry.area = static_cast<std::uint16_t>(number_at<2>(index.pairs, pair));
  entry.state = static_cast<std::uint16_t>(number_at<2>(index.pairs, pair + 2));

  const std::size_t splits = index.splits.size() / layout::split_bytes;
  const auto zip_at = [&](std::size_t i) { return number_at<3>(index.splits, i * layout::split_bytes); };
  const std::size_t split = last_at_most(splits, zip_at, zip);
  if (splits > 0 && zip_at(split) == zip) {
    constexpr double thousand = 1000;
    entry.share = number_at<2>(index.splits, split * layout::split_bytes + 3) / thousand;
    entry.other = static_cast<std::uint16_t>(number_at<2>(index.splits, split * layout::split_bytes + 5));
  }
  return entry;
}

std::optional<PlaceEntry> nearest_place(const PlaceIndex& index, std::string_view key, std::uint16_t state,
                                        bool only_there) {
  Nearest nearest(key, state, only_there);
  // Those that begin alike, smaller places too, then the larger ones.
  std::size_t read = 0;
  for (NameReader reader(index, block_before(index, key)); read < 3 * layout::names_in_block && reader.next(); ++read) {
    const std::string& here = reader.key();
    if (nearest.may_be_near(here.size(), [&] { return letters_of(here); })) {
      nearest.look_at(here, reader);
    }
  }
  const std::size_t hints = index.hints.size() / layout::hint_bytes;
  const auto count_at = [&](std::size_t i) { return number_at<1>(index.hints, i * layout::hint_bytes + 6); };
  const std::size_t edits = allowed_edits(key.size());
  for (std::size_t i = last_at_most(hints, count_at, key.size() - std::min(key.size(), edits + 1));
       i < hints && count_at(i) <= key.size() + edits; ++i) {
    const std::size_t at = i * layout::hint_bytes;
    if (nearest.may_be_near(count_at(i), [&] { return number_at<4>(index.hints, at + 2); })) {
      look_at_number(index, number_at<2>(index.hints, at), nearest);
    }
  }
  return nearest.best();
}

std::optional<PlaceEntry> nearest_county(const PlaceIndex& index, std::string_view key, std::uint32_t state_fips) {
  Nearest nearest(key, no_area, false);
  const std::size_t count = index.counties.size() / layout::county_bytes;
  const auto code_at = [&](std::size_t i) { return number_at<3>(index.counties, i * layout::county_bytes); };
  std::optional<PlaceEntry> best;
  std::size_t best_edits = allowed_edits(key.size()) + 1;
  for (std::size_t i = last_at_most(count, code_at, state_fips * codes_of_state);
       i < count && code_at(i) / codes_of_state <= state_fips; ++i) {
    const std::size_t at = i * layout::county_bytes;
    if (code_at(i) / codes_of_state != state_fips || !nearest.may_be_near(number_at<1>(index.counties, at + 11), [&] {
          return number_at<4>(index.counties, at + 7);
        })) {
      continue;
    }
    const auto entries = county_of_code(index, code_at(i));
    const std::size_t edits = entries.empty() ? best_edits : nearest.distance(county_key(entries[0].name));
    if (edits < best_edits) {
      best = entries[0];
      best_edits = edits;
    }
  }
  return best;
}

}  // namespace hisalary::data
