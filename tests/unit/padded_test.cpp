// SPDX-License-Identifier: MIT
#include "base/padded.hpp"

#include <array>
#include <string>
#include <type_traits>
#include <vector>

#include "../support/catch.hpp"
#include "base/text_cache.hpp"

namespace hisalary::test {
namespace {

/// Reads every byte that a padded text promises; the address sanitizer watches.
bool padding_can_be_read(PaddedText text) {
  std::size_t bytes = 0;
  for (volatile const char* at = text.data(); bytes < text.size() + text_padding; ++bytes) {
    (void)at[bytes];
  }
  return bytes == text.size() + text_padding;
}

}  // namespace

static_assert(!std::is_constructible_v<PaddedText, const char*>);
static_assert(!std::is_constructible_v<PaddedText, std::string>);
static_assert(sizeof(PaddedText) == sizeof(std::string_view));

TEST_CASE("Padded texts: a literal, a string, a buffer, an arena", "[padded]") {
  CHECK(padded<"true"> == "true");
  CHECK(PaddedText().empty());
  CHECK(padding_can_be_read(padded<"true">));
  CHECK(padding_can_be_read(PaddedText()));

  std::vector<PaddedString> strings;
  strings.emplace_back("Coder II");
  const PaddedText first = strings.front().text();
  strings.resize(100);
  CHECK(first == "Coder II");  // moving a string moves no bytes
  CHECK(padding_can_be_read(first));
  CHECK(first.between(first.begin(), first.begin() + 5) == "Coder");

  PaddedBuffer buffer;
  CHECK(buffer.text().empty());
  buffer.append("one,two");
  buffer.append(",three");
  CHECK(buffer.text() == "one,two,three");
  buffer.drop(4);
  buffer.cut(3);
  CHECK(buffer.text() == "two");
  CHECK(std::string_view(buffer.data() + 3, text_padding) == std::string(text_padding, '\0'));

  PaddedArena arena;
  std::vector<PaddedText> texts;
  for (int i = 0; i < 2'000; ++i) {
    texts.push_back(arena.keep("text " + std::to_string(i)));
  }
  CHECK(arena.is_large());
  CHECK(arena.keep(std::string(100'000, 'x')).size() == 100'000);
  CHECK(texts[0] == "text 0");
  CHECK(texts[1'999] == "text 1999");
  CHECK(padding_can_be_read(texts[1'999]));
  arena.clear();
  CHECK(!arena.is_large());
  CHECK(arena.keep("again") == "again");
}

TEST_CASE("A text cache finds what it was given, by the whole text", "[padded]") {
  TextCache<int> cache(64);
  CHECK(cache.find(PaddedText()) == nullptr);

  std::vector<PaddedString> texts;
  for (const std::size_t size : std::array<std::size_t, 8>{0, 1, 15, 16, 17, 48, 63, 64}) {
    texts.emplace_back(std::string(size, 'a'));
    cache.keep(texts.back().text(), static_cast<int>(size));
  }
  for (const PaddedString& text : texts) {
    REQUIRE(cache.find(text.text()) != nullptr);
    CHECK(*cache.find(text.text()) == static_cast<int>(text.text().size()));
  }

  const PaddedString near("aaaaaaaaaaaaaaab");
  CHECK(cache.find(near.text()) == nullptr);
  const PaddedString zero(std::string_view("a\0", 2));
  CHECK(cache.find(zero.text()) == nullptr);
  CHECK(cache.find(texts.back().text().between(texts.back().text().begin(), texts.back().text().begin() + 16)) !=
        nullptr);  // whatever stands behind a text

  const PaddedString too_long(std::string(65, 'a'));
  cache.keep(too_long.text(), 65);
  CHECK(cache.find(too_long.text()) == nullptr);
}

TEST_CASE("A full text cache forgets, and never gives the value of another text", "[padded]") {
  TextCache<int, 2> cache(16);
  std::vector<PaddedString> texts;
  for (int i = 0; i < 1'000; ++i) {
    texts.emplace_back("title " + std::to_string(i * i));
    cache.keep(texts.back().text(), i);
  }
  int known = 0;
  for (int i = 0; i < 1'000; ++i) {
    const int* const value = cache.find(texts[static_cast<std::size_t>(i)].text());
    known += value != nullptr ? 1 : 0;
    CHECK((value == nullptr || *value == i));
  }
  CHECK(known == 16);
}

}  // namespace hisalary::test
