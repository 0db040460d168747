// SPDX-License-Identifier: MIT
// Reads the same NDJSON rows with the program's own reader and with RapidJSON's (SAX, in situ), each into the same kind
// of row: readers FILE prints nanoseconds a row of both. What a reader of batch must be worth: 1.5 times a library.
#include <rapidjson/reader.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <vector>

#include "batch/ndjson.hpp"

namespace {

using namespace hisalary;

const std::vector<std::string> keep{"id"};

/// What RapidJSON finds, put into a row. Texts lie in the padded buffer that it parses in place.
struct Handler : rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Handler> {
  PaddedText block;
  const rapidjson::InsituStringStream* stream = nullptr;
  const char* origin = nullptr;
  batch::Row* row = nullptr;
  PaddedArena* texts = nullptr;
  std::size_t fact = fact_count;
  std::size_t kept = batch::Row::kept_nowhere;
  std::size_t depth = 0;
  bool in_list = false;
  std::uint32_t seen = 0;
  std::uint32_t kept_seen = 0;
  std::string list;

  void clear() {
    depth = 0;
    seen = kept_seen = 0;
    in_list = false;
  }
  bool give(PaddedText text) {
    if (depth == 1) {
      row->facts.put(static_cast<Fact>(fact), text);
      row->put_kept(kept, text);
    }
    return true;
  }
  bool Null() { return depth != 1 || give({}); }
  bool Bool(bool value) { return give(value ? padded<"true"> : padded<"false">); }
  bool RawNumber(const char* text, rapidjson::SizeType size, bool) { return give(block.between(text, text + size)); }
  bool String(const char* text, rapidjson::SizeType size, bool) {
    if (in_list) {
      list += list.empty() ? "" : ",";
      list.append(text, size);
      return true;
    }
    return give(block.between(text, text + size));
  }
  bool Key(const char* text, rapidjson::SizeType size, bool) {
    if (depth != 1) {
      return true;
    }
    const std::string_view name(text, size);
    const auto known = query::fact_named(name);
    fact = known ? static_cast<std::size_t>(*known) : fact_count;
    kept = name == keep[0] ? 0 : batch::Row::kept_nowhere;
    const std::uint32_t bit = known ? std::uint32_t{1} << fact : 0;
    const bool twice = (seen & bit) != 0;
    seen |= bit;
    kept_seen |= kept == 0 ? 1U : 0U;
    return !twice;
  }
  bool StartObject() {
    ++depth;
    return true;
  }
  bool EndObject(rapidjson::SizeType) {
    --depth;
    return true;
  }
  bool StartArray() {
    in_list = depth == 1 && fact < fact_count;
    list.clear();
    ++depth;
    return true;
  }
  bool EndArray(rapidjson::SizeType) {
    --depth;
    if (in_list) {
      give(texts->keep(list));
      in_list = false;
    }
    return true;
  }
};

double seconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

/// Blocks of whole rows, like those of a batch.
std::vector<PaddedBuffer> blocks_of(std::string_view all) {
  constexpr std::size_t size = std::size_t{128} << 10;
  std::vector<PaddedBuffer> blocks;
  while (!all.empty()) {
    const std::size_t end = all.substr(0, size).rfind('\n') + 1;
    blocks.emplace_back().append(all.substr(0, end));
    all.remove_prefix(end);
  }
  return blocks;
}

struct Counts {
  std::size_t rows = 0;
  std::size_t faulty = 0;
};

Counts own(const PaddedBuffer& block, batch::Row& row, PaddedArena& texts, batch::NdjsonReader& reader) {
  Counts counts;
  const PaddedText text = block.text();
  for (const char* at = text.begin(); at != text.end(); ++counts.rows) {
    texts.clear();
    counts.faulty += reader.read(text, at, row, texts) == batch::Line::Row ? 0U : 1U;
  }
  return counts;
}

Counts rapid(PaddedBuffer& block, batch::Row& row, PaddedArena& texts) {
  constexpr unsigned flags = rapidjson::kParseInsituFlag | rapidjson::kParseStopWhenDoneFlag |
                             rapidjson::kParseValidateEncodingFlag | rapidjson::kParseNumbersAsStringsFlag;
  static rapidjson::Reader reader;
  Counts counts;
  Handler handler;
  handler.block = block.text();
  handler.row = &row;
  handler.texts = &texts;
  char* at = block.data();
  char* const end = at + block.size();
  for (; at < end; ++counts.rows) {
    texts.clear();
    handler.clear();
    char* const line_end = std::find(at, end, '\n');
    *line_end = '\0';
    rapidjson::InsituStringStream stream(at);
    const bool good = !reader.Parse<flags>(stream, handler).IsError();
    row.facts.mark(handler.seen);
    row.mark_kept(handler.kept_seen);
    counts.faulty += good ? 0U : 1U;
    at = line_end + 1;
  }
  return counts;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "readers FILE\n");
    return 2;
  }
  std::ifstream file(argv[1], std::ios::binary);
  const std::string all{std::istreambuf_iterator<char>(file), {}};
  const auto blocks = blocks_of(all);
  batch::NdjsonReader reader(keep, false);
  batch::Row row;
  PaddedArena texts;
  double best_own = 1e9;
  double best_rapid = 1e9;
  Counts both[2];
  for (int turn = 0; turn < 5; ++turn) {
    Counts sum;
    double spent = 0;
    for (const auto& block : blocks) {
      PaddedBuffer copy = block;
      const double start = seconds();
      const Counts counts = own(copy, row, texts, reader);
      spent += seconds() - start;
      sum = {sum.rows + counts.rows, sum.faulty + counts.faulty};
    }
    both[0] = sum;
    best_own = std::min(best_own, spent);

    sum = {};
    spent = 0;
    for (const auto& block : blocks) {
      PaddedBuffer copy = block;
      const double start = seconds();
      const Counts counts = rapid(copy, row, texts);
      spent += seconds() - start;
      sum = {sum.rows + counts.rows, sum.faulty + counts.faulty};
    }
    both[1] = sum;
    best_rapid = std::min(best_rapid, spent);
  }
  const auto rows = static_cast<double>(both[0].rows);
  std::printf("%zu rows; faulty: %zu own, %zu RapidJSON\nown %.0f ns a row, RapidJSON %.0f ns a row, ratio %.2f\n",
              both[0].rows, both[0].faulty, both[1].faulty, best_own * 1e9 / rows, best_rapid * 1e9 / rows,
              best_rapid / best_own);
  return 0;
}
