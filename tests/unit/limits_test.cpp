// SPDX-License-Identifier: MIT
// The limits that SECURITY.md names: what is at a limit passes, what is one beyond it does not.
#include <nlohmann/json.hpp>
#include <string>

#include "../support/batch.hpp"
#include "../support/catch.hpp"
#include "../support/data_files.hpp"
#include "../support/program.hpp"
#include "advise/offer_file.hpp"
#include "base/strict_json.hpp"
#include "data/reader.hpp"

namespace hisalary::test {
namespace {

using nlohmann::json;

constexpr std::size_t mebibyte = std::size_t{1} << 20;

std::string nested(std::size_t levels) { return std::string(levels, '[') + std::string(levels, ']'); }

std::string listed(std::size_t count, auto&& text_of) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) {
    all += (i == 0 ? "" : ",") + text_of(i);
  }
  return all;
}

int code_of(const std::vector<std::string>& words) { return run_program(words).code; }

std::string offers_file(const std::string& offers) {
  return R"({"format":"hisalary/offers/1","offers":[)" + offers + "]}";
}

}  // namespace

TEST_CASE("Limits of a stream: rows, nesting, heading, columns to keep, threads", "[limits]") {
  for (const std::size_t over : {0U, 1U}) {
    INFO(over);
    const std::string row = "{\"x\":\"" + std::string(mebibyte + over - 8, 'x') + "\"}";
    REQUIRE(row.size() == mebibyte + over);
    CHECK(run_batch(row + "\n", {}).summary.errors == over);
    CHECK(run_batch("{\"x\":" + nested(1024 + over) + "}", {}).summary.errors == over);

    const std::string heading = "role," + std::string(mebibyte + over - 5, 'x');
    const auto read = [&] { return run_batch(heading + "\nmedical-coder,y\n", {}).summary.answered; };
    if (over == 0) {
      CHECK(read() == 1);
    } else {
      CHECK_THROWS_WITH(read(), Contains("the heading is longer than 1 MiB"));
    }

    const std::string columns = listed(8 + over, [](std::size_t i) { return "c" + std::to_string(i); });
    CHECK(code_of({"batch", "/dev/null", "--quiet", "--keep", columns}) == (over == 0 ? 0 : 2));
    CHECK(code_of({"batch", "/dev/null", "--quiet", "--jobs", std::to_string(256 + over)}) == (over == 0 ? 0 : 2));
  }
  CHECK(batch::default_jobs(256) == 2);
}

TEST_CASE("Limits of a question: texts, years, combinations", "[limits]") {
  for (const std::size_t over : {0U, 1U}) {
    INFO(over);
    for (const char* const option : {"--role", "--place", "--cert", "--setting"}) {
      CHECK(code_of({"estimate", option, std::string(200 + over, 'x')}) == (over == 0 ? 1 : 2));
    }
    CHECK(code_of({"estimate", "--years", over == 0 ? "60" : "60.25"}) == (over == 0 ? 0 : 2));
    const std::string years =
        listed(200 + over, [](std::size_t i) { return std::to_string(i / 4) + "." + std::to_string(25 * (i % 4)); });
    CHECK(code_of({"compare", "--role", "29-2072", "--vary", "years=" + years, "--format", "csv"}) ==
          (over == 0 ? 0 : 2));
  }
}

TEST_CASE("Limits of files: size, nesting, offers and their texts", "[limits]") {
  for (const std::size_t over : {0U, 1U}) {
    INFO(over);
    const auto refused = [&](auto&& read, const char* message) {
      if (over == 0) {
        CHECK_NOTHROW(read());
      } else {
        CHECK_THROWS_WITH(read(), Contains(message));
      }
    };
    const Folder folder;
    folder.fill(real_files());
    std::string file = real_files().at("education.json");
    file += std::string(16 * mebibyte + over - file.size(), ' ');
    write_bytes(folder.path() / "education.json", file);
    refused([&] { (void)data::read_set(folder.path()); }, "larger than 16 MiB");

    std::string offers = offers_file(R"({"base":82000})");
    offers += std::string(16 * mebibyte + over - offers.size(), ' ');
    write_bytes(folder.path() / "offers.json", offers);
    refused([&] { (void)data::read_offers((folder.path() / "offers.json").string()); }, "larger than 16 MiB");

    refused([&] { (void)data::parse_strict(nested(16 + over), data::Place("test")); }, "nested too deeply");
    const std::string many = listed(500 + over, [](std::size_t) { return std::string(R"({"base":82000})"); });
    refused([&] { (void)data::parse_offers(offers_file(many), "offers.json"); }, "501 offers");
    const std::string named = R"({"base":82000,"name":")" + std::string(200 + over, 'x') + "\"}";
    refused([&] { (void)data::parse_offers(offers_file(named), "offers.json"); }, "too long");
  }
}

TEST_CASE("Limits of a data set: credentials and skills", "[limits]") {
  for (const char* const name : {"credentials.json", "skills.json"}) {
    for (const std::size_t over : {0U, 1U}) {
      Files files = real_files();
      json document = json::parse(files.at(name));
      for (std::size_t i = document["rows"].size(); i < 64 + over; ++i) {
        json row = document["rows"][0];
        row["id"] = "more-" + std::to_string(i);
        row.erase("aliases");
        row.erase("supersedes");
        document["rows"].push_back(row);
      }
      files.at(name) = document.dump();
      INFO(name << over);
      if (over == 0) {
        CHECK_NOTHROW(data::read_set(std::move(files)));
      } else {
        CHECK_THROWS_WITH(data::read_set(std::move(files)), Contains("more than 64 rows"));
      }
    }
  }
}

}  // namespace hisalary::test
