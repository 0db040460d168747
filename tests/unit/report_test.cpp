// SPDX-License-Identifier: MIT
#include "output/report.hpp"

#include <algorithm>
#include <set>

#include "../support/catch.hpp"
#include "../support/known.hpp"
#include "data/tables.hpp"
#include "output/markup.hpp"
#include "output/svg_career.hpp"
#include "output/svg_states.hpp"

namespace hisalary::output {
namespace {

using test::model;

/// Every tag is closed by its own name, in order; empty when so, else what is wrong.
std::string unbalanced(const std::string& xml) {
  std::vector<std::string> open;
  for (std::size_t at = xml.find('<'); at != std::string::npos; at = xml.find('<', at + 1)) {
    const auto end = xml.find('>', at);
    if (end == std::string::npos) {
      return "a tag without end";
    }
    const std::string tag = xml.substr(at + 1, end - at - 1);
    const std::string name =
        tag.substr(tag.starts_with('/') ? 1 : 0, tag.find_first_of(" \n", 1) - (tag.starts_with('/') ? 1 : 0));
    if (tag.starts_with('!') || tag.ends_with('/')) {
      continue;
    }
    if (!tag.starts_with('/')) {
      open.push_back(name);
    } else if (open.empty() || open.back() != name) {
      return "</" + name + ">";
    } else {
      open.pop_back();
    }
  }
  return open.empty() ? "" : "<" + open.back() + ">";
}

struct Made {
  Profile asked;
  Estimate estimate;
  std::vector<advise::StatePay> states;
  std::string html;
  std::string svg;
};

Made made(const Question& question) {
  Made out{test::ask(question), {}, {}, {}, {}};
  out.estimate = model().estimate(out.asked);
  out.states = advise::every_state(model(), out.asked.facts());
  Facts beginner = out.asked.facts();
  beginner.years = 0;
  const std::optional<advise::Path> no_path;
  const std::vector<std::string> no_notes;
  const auto career = advise::career(model(), beginner, 35, no_path);
  const CareerView years{model().dataset(), beginner, career, no_path, no_notes};
  const EstimateView view{model().dataset(), out.estimate, out.asked.notes(), Money(Period::Year), true};
  out.html = report_html({view, years, out.states});
  out.svg = report_svg(view);
  return out;
}

TEST_CASE("text from outside comes out inert") {
  CHECK(escaped("<script>alert('x' & \"y\")</script>") ==
        "&lt;script&gt;alert(&#39;x&#39; &amp; &quot;y&quot;)&lt;/script&gt;");
  CHECK(escaped("a\x01\xff\u202e"
                "b\n") ==
        "a\\x01\\xff\\xe2\\x80\\xae"
        "b\\x0a");
  CHECK(escaped("Mayag\u00fcez \uffff") == "Mayag\u00fcez \ufffd");
  Markup out;
  out.element("a", {{"title", "\"><script>"}}, "</a>");
  CHECK(out.str() == "<a title=\"&quot;&gt;&lt;script&gt;\">&lt;/a&gt;</a>\n");
  CHECK(is_web_address("https://www.bls.gov/oes/"));
  CHECK_FALSE(is_web_address("javascript:alert(1)"));
}

TEST_CASE("a page and a picture are well-formed, whole, and ask for nothing") {
  for (const auto& question :
       {Question{}, Question{.role = "medical-coder", .credentials = {"CPC"}, .years = "6.5", .metro = "Columbus, OH"},
        Question{.role = "29-2072", .remote = true}, Question{.role = "29-2071", .release = "2018"}}) {
    const Made one = made(question);
    CHECK(unbalanced(one.html) == "");
    CHECK(unbalanced(one.svg) == "");
    CHECK(one.html.find("<script") == std::string::npos);
    CHECK(one.html.find("src=") == std::string::npos);
    CHECK(one.html.find("url(") == std::string::npos);
    CHECK(one.html.find("\"nan") == std::string::npos);
    CHECK(one.html.find(",nan") == std::string::npos);
    CHECK(one.svg.find("<title id=") != std::string::npos);
    CHECK(one.html.find("<h1>") == one.html.rfind("<h1>"));
    CHECK(one.html.find(Money(Period::Year).text(one.estimate.pay.p50()) + " a year") != std::string::npos);
    CHECK(one.html.find(Money(Period::Hour).text(one.estimate.pay.p50()) + " an hour") != std::string::npos);
    CHECK(one.html == made(question).html);
  }
}

TEST_CASE("a picture says of whom it is, in its own room above the chart") {
  const Made one = made({.role = "medical-coder", .state = "OH", .as_of = "release"});
  CHECK(one.svg.find(">Medical coder, Ohio, in dollars of the release 2025-05</text>") != std::string::npos);
  CHECK(one.svg.find("viewBox=\"0 -25 440 ") != std::string::npos);
  CHECK(one.svg.find(">Sources: U.S. Bureau of Labor Statistics") != std::string::npos);
  CHECK(one.svg.find("var(--") == std::string::npos);  // office programs and converters know no variables
  CHECK(one.html.find(">Medical coder, Ohio, in dollars") == std::string::npos);
}

TEST_CASE("a published figure has no walk to draw") {
  const Made plain = made({.role = "29-2072", .as_of = "release"});
  CHECK(plain.html.find("id=\"steps-title\"") == std::string::npos);
  CHECK(plain.html.find("In one step") != std::string::npos);
  CHECK(made({.role = "29-2072", .state = "OH"}).html.find("id=\"steps-title\"") != std::string::npos);
}

TEST_CASE("long words of a chart are broken between words") {
  CHECK(wrapped("", 10) == std::vector<std::string>{""});
  CHECK(wrapped("one two three", 7) == std::vector<std::string>{"one two", "three"});
  CHECK(wrapped("Winston-Salem area", 5) == std::vector<std::string>{"Winston-Salem", "area"});
}

TEST_CASE("every state has one tile of its own place") {
  std::set<std::string_view> names;
  std::set<std::pair<int, int>> places;
  for (const auto& tile : tiles()) {
    names.insert(tile.state);
    places.insert({tile.column, tile.row});
    CHECK(test::area(tile.state).kind == AreaKind::State);
  }
  CHECK(names.size() == 51);
  CHECK(places.size() == 51);
  CHECK(std::ranges::count(test::tables().areas, AreaKind::State, &Area::kind) == 51);
}

TEST_CASE("a state's figure is its estimate") {
  const auto one = made({.role = "medical-coder", .years = "6", .state = "OH"});
  REQUIRE(one.states.size() == 51);
  for (const auto& state : one.states) {
    INFO(state.state->code);
    const auto there = test::answer({.role = "medical-coder", .years = "6", .state = std::string(state.state->code)});
    CHECK(state.pay.dollars == there.pay.dollars);
    REQUIRE(state.parity);
    CHECK(*state.buys() == Approx(there.pay.p50() * 100 / *state.parity));
  }
}

TEST_CASE("letters on every shade can be read") {
  const Shades shades(made({.role = "medical-coder"}).states);
  REQUIRE(shades.all().size() > 1);
  for (const auto& shade : shades.all()) {
    CHECK(contrast(shade.ground, shade.letters) >= 4.5);
    CHECK(&shades.of(shade.low) == &shade);
  }
  CHECK(contrast("#000000", "#ffffff") == Approx(21));
}

TEST_CASE("an axis begins and ends at round marks around its range") {
  const Axis axis(41200, 118700, 7, 0, 100);
  CHECK(axis.marks().front() == 40000);
  CHECK(axis.marks().back() == 120000);
  CHECK(axis.marks().size() <= 8);
  CHECK(axis.dollars_at(axis.at(61234)) == Approx(61234));
  CHECK(Axis(50000, 50000, 5, 0, 100).marks().size() >= 2);
  CHECK(px(-0.04) == "0");
  CHECK(px(12.25) == "12.3");
  CHECK(short_dollars(87500) == "$87.5k");
}

}  // namespace
}  // namespace hisalary::output
