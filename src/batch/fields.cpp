// SPDX-License-Identifier: MIT
#include "fields.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>

#include "base/csv.hpp"
#include "explain/confidence.hpp"
#include "explain/estimate.hpp"
#include "json_text.hpp"
#include "output/money.hpp"
#include "output/names.hpp"
#include "output/standing.hpp"

namespace hisalary::batch {
namespace {

constexpr std::size_t longest_number = 24;
constexpr std::size_t longest_quarter = 24;

/// The two digits of every number below a hundred, the first one lower.
constexpr std::array<std::uint16_t, 100> pairs = [] {
  std::array<std::uint16_t, 100> all{};
  for (unsigned i = 0; i < all.size(); ++i) {
    all[i] = static_cast<std::uint16_t>(('0' + i / 10) | ('0' + i % 10) << 8U);
  }
  return all;
}();

[[gnu::noinline]] char* put_any_number(std::int64_t value, char* out) {
  return std::to_chars(out, out + longest_number, value).ptr;
}

/// Writes a whole number at `out`, and gives its end; 8 bytes are written, however few count.
[[gnu::always_inline]] inline char* put_number(std::int64_t value, char* out) {
  if (std::endian::native != std::endian::little || value < 10'000 || value >= 1'000'000) {
    return put_any_number(value, out);
  }
  const auto whole = static_cast<std::uint32_t>(value);
  const std::uint32_t hundreds = whole / 100;
  const std::uint32_t five_digits = whole < 100'000 ? 1 : 0;
  const std::uint64_t text =
      pairs[hundreds / 100] | std::uint64_t{pairs[hundreds % 100]} << 16U | std::uint64_t{pairs[whole % 100]} << 32U;
  const std::uint64_t digits = text >> (8 * five_digits);
  std::memcpy(out, &digits, sizeof digits);
  return out + (6 - five_digits);
}

/// Whole dollars; pay is positive, so that adding a half rounds as llround does.
std::int64_t whole_dollars(double dollars) {
  return static_cast<std::int64_t>(dollars + 0.5);  // NOLINT(bugprone-incorrect-roundings)
}

/// A percentile to one decimal.
char* put_tenths(double percentile, char* out) {
  constexpr int tenths = 10;
  const std::int64_t rounded = std::llround(percentile * tenths);
  out = put_number(rounded / tenths, out);
  *out++ = '.';
  *out++ = static_cast<char>('0' + rounded % tenths);
  return out;
}

/// Cents an hour as 30.05.
[[gnu::noinline]] char* put_cents(std::int64_t cents, char* out) {
  constexpr std::int64_t hundred = 100;
  if (cents < 0) {
    *out++ = '-';
  }
  const std::int64_t size = cents < 0 ? -cents : cents;
  out = put_any_number(size / hundred, out);
  *out++ = '.';
  std::memcpy(out, &pairs[static_cast<std::size_t>(size % hundred)], 2);
  return out + 2;
}

const output::Money an_hour(output::Period::Hour);

template <class Record> std::size_t row_of(List<Record> rows, const Record* row) {
  return static_cast<std::size_t>(row - rows.data());
}

}  // namespace

const std::vector<std::string_view>& answer_fields() {
  static const std::vector<std::string_view> names{"p10",        "p25",         "p50",        "p75",
                                                   "p90",        "role",        "level",      "area",
                                                   "as_of",      "wages",       "confidence", "market_percentile",
                                                   "percentile", "compa_ratio", "gap",        "flag"};
  return names;
}

FieldWriter::FieldWriter(const model::Pricer& pricer, const Options& options)
    : pricer_(pricer), csv_(options.to == Format::Csv), hourly_(options.hourly), delimiter_(options.delimiter) {
  render_texts();
  for (const RenderedTexts* const texts : {&roles_, &levels_, &areas_, &kinds_, &confidences_, &flags_, &nothing_}) {
    longest_ = std::max(longest_, texts->longest());
  }
  longest_ = std::max({longest_, longest_number, longest_quarter});

  for (const std::string& name : options.fields) {
    add(name, false);
  }
  if (options.fields_by_default && !csv_ && options.from == Format::Ndjson) {
    for (const std::string_view name : standing_fields) {
      if (std::ranges::find(options.keep, name) == options.keep.end()) {
        add(name, true);
      }
    }
  }
}

void FieldWriter::add(std::string_view name, bool if_paid) {
  const auto field = static_cast<Field>(std::ranges::find(answer_fields(), name) - answer_fields().begin());
  const char before = csv_ ? delimiter_ : ',';
  std::string label = columns_.empty() ? "" : std::string(1, before);
  if (!csv_) {
    append_quoted(label, name);
    label += ':';
  }
  room_ += label.size() + longest_;
  needs_price_ = needs_price_ || (field >= Field::Wages && !if_paid);
  needs_standing_ = needs_standing_ || field >= Field::MarketPercentile;
  columns_.push_back({PaddedString(label), field, if_paid});
}

std::string FieldWriter::rendered(std::string_view text) const {
  std::string out;
  if (csv_) {
    append_cell(out, text, delimiter_);
  } else {
    append_quoted(out, text);
  }
  return out;
}

void FieldWriter::render_texts() {
  const Tables& tables = pricer_.tables();
  for (const Role& role : tables.roles) {
    roles_.add(rendered(role.id));
  }
  for (const Occupation& occupation : tables.occupations) {
    roles_.add(rendered(occupation.soc));
  }
  roles_.add(csv_ ? "" : "null");
  for (const Level& level : tables.levels) {
    levels_.add(rendered(level.id));
  }
  levels_.add(csv_ ? "" : "null");
  for (const Area& area : tables.areas) {
    areas_.add(rendered(area.code));
  }
  areas_.add(rendered("US"));
  for (const CellKind kind : {CellKind::Published, CellKind::Thin, CellKind::Estimated}) {
    kinds_.add(rendered(output::name_of(kind)));
  }
  for (const auto level : {Confidence::Level::High, Confidence::Level::Medium, Confidence::Level::Low}) {
    confidences_.add(rendered(output::name_of(level)));
  }
  const std::string nothing = csv_ ? "" : "null";
  nothing_.add(nothing);
  using advise::Band;
  for (const Band band : {Band::BelowP10, Band::BelowP25, Band::Middle, Band::AboveP75, Band::AboveP90}) {
    flags_.add(band == Band::Middle ? nothing : rendered(output::name_of(band)));
  }
}

char* FieldWriter::put(const Answer& answer, char* out) const {
  for (const Column& column : columns_) {
    if (column.if_paid && answer.standing == nullptr) {
      continue;
    }
    out = copy_padded(column.label.text(), out);
    out = put(column.field, answer, out);
  }
  return out;
}

inline char* FieldWriter::put(Field field, const Answer& answer, char* out) const {
  switch (field) {
    case Field::P10:
    case Field::P25:
    case Field::P50:
    case Field::P75:
    case Field::P90: return pay(answer.pay.dollars[static_cast<std::size_t>(field)], out);
    case Field::Role: return role(answer, out);
    case Field::Level: return level(answer, out);
    case Field::Area: return area(answer, out);
    case Field::AsOf: return as_of(answer, out);
    case Field::Wages: return wages(answer, out);
    case Field::Confidence: return confidence(answer, out);
    case Field::MarketPercentile: return market_percentile(answer, out);
    default: break;
  }
  if (answer.standing == nullptr) {
    return nothing_.put(0, out);
  }
  switch (field) {
    case Field::Percentile: return percentile(answer, out);
    case Field::CompaRatio: return compa_ratio(answer, out);
    case Field::Gap: return gap(answer, out);
    default: return flag(answer, out);
  }
}

char* FieldWriter::pay(double annual, char* out) const {
  return hourly_ ? put_cents(an_hour.units(annual), out) : put_number(whole_dollars(annual), out);
}

char* FieldWriter::role(const Answer& answer, char* out) const {
  const Tables& tables = pricer_.tables();
  const Facts& person = answer.person;
  if (person.role != nullptr) {
    return roles_.put(row_of(tables.roles, person.role), out);
  }
  const std::size_t row =
      person.occupation != nullptr ? row_of(tables.occupations, person.occupation) : tables.occupations.size();
  return roles_.put(tables.roles.size() + row, out);
}

char* FieldWriter::level(const Answer& answer, char* out) const {
  const auto& levels = pricer_.tables().levels;
  const Level* const level = answer.person.level;
  return levels_.put(level != nullptr ? row_of(levels, level) : levels.size(), out);
}

char* FieldWriter::area(const Answer& answer, char* out) const {
  const auto& areas = pricer_.tables().areas;
  const Area* const area = answer.person.area;
  return areas_.put(area != nullptr ? row_of(areas, area) : areas.size(), out);
}

char* FieldWriter::as_of(const Answer& answer, char* out) const {
  const std::string text = rendered(explain::as_of_text(pricer_, answer.person));
  return std::copy(text.begin(), text.end(), out);
}

char* FieldWriter::wages(const Answer& answer, char* out) const {
  switch (answer.price->wages()) {
    case CellKind::Published: return kinds_.put(0, out);
    case CellKind::Thin: return kinds_.put(1, out);
    default: return kinds_.put(2, out);
  }
}

char* FieldWriter::confidence(const Answer& answer, char* out) const {
  const auto doubts = explain::doubts_of(pricer_, answer.person, *answer.price);
  switch (explain::level_of(pricer_, answer.person, *answer.price, doubts)) {
    case Confidence::Level::High: return confidences_.put(0, out);
    case Confidence::Level::Medium: return confidences_.put(1, out);
    default: return confidences_.put(2, out);
  }
}

/// Of the pay; where none is said, of the median.
char* FieldWriter::market_percentile(const Answer& answer, char* out) const {
  return put_tenths(answer.standing != nullptr
                        ? answer.standing->market_percentile
                        : pricer_.market_percentile(answer.person, *answer.price, answer.price->log_median()),
                    out);
}

char* FieldWriter::percentile(const Answer& answer, char* out) const {
  return put_tenths(answer.standing->percentile, out);
}

/// To three decimals.
char* FieldWriter::compa_ratio(const Answer& answer, char* out) const {
  constexpr int thousand = 1000;
  constexpr int hundred = 100;
  constexpr int ten = 10;
  const std::int64_t rounded = std::llround(answer.standing->compa_ratio * thousand);
  out = put_number(rounded / thousand, out);
  *out++ = '.';
  const auto rest = static_cast<int>(rounded % thousand);
  *out++ = static_cast<char>('0' + rest / hundred);
  *out++ = static_cast<char>('0' + rest / ten % ten);
  *out++ = static_cast<char>('0' + rest % ten);
  return out;
}

/// Between rounded amounts, as they are shown.
char* FieldWriter::gap(const Answer& answer, char* out) const {
  if (hourly_) {
    return put_cents(an_hour.units(answer.standing->pay) - an_hour.units(answer.pay.p50()), out);
  }
  return put_number(whole_dollars(answer.standing->pay) - whole_dollars(answer.pay.p50()), out);
}

char* FieldWriter::flag(const Answer& answer, char* out) const {
  return flags_.put(static_cast<std::size_t>(answer.standing->band), out);
}

}  // namespace hisalary::batch
