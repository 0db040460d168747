// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hisalary/dataset.hpp"
#include "markup.hpp"
#include "table.hpp"

namespace hisalary::output {

/// A page for a browser or for paper: one file that asks for nothing else, no script, no network. Well-formed XML, too.
class HtmlPage {
 public:
  explicit HtmlPage(std::string_view title);

  /// Where charts and whatever else the page has no word for are written.
  [[nodiscard]] Markup& out() noexcept { return out_; }

  void heading(std::string_view words);
  /// A heading of its own and what follows it, until end().
  void section(std::string_view id, std::string_view title);
  void end() { out_.close(); }

  void say(std::string_view words) { out_.element("p", words); }
  /// What explains a figure, in the background.
  void aside(std::string_view words) { out_.element("p", {{"class", "faint"}}, words); }
  /// The answer, and one in words.
  void answer(std::string_view words) { out_.element("p", {{"class", "answer"}}, words); }
  void verdict(std::string_view words) { out_.element("p", {{"class", "verdict"}}, words); }
  void list(const std::vector<std::string>& words);
  /// A list under a heading; nothing where there is none.
  void list(std::string_view heading, const std::vector<std::string>& words);

  /// A table that scrolls inside its box; the first column heads its row. A long one is folded under its caption.
  void table(std::string_view caption, const Table& table);
  /// Folded where it is long: who wants it opens it.
  void open_details(std::string_view summary, bool is_long = false);
  void close_details() { out_.constant("</details>\n"); }

  /// A chart and what it shows.
  template <class Draw> void figure(std::string_view caption, Draw&& draw) {
    out_.open("figure");
    draw(out_);
    out_.element("figcaption", caption);
    out_.close();
  }

  /// The last section: the sources, and the data set that answered.
  void sources(const Dataset& dataset, const std::vector<const Source*>& sources);

  /// Ends the page.
  [[nodiscard]] std::string text();

 private:
  void row(const Grid& grid, std::size_t r);
  void cite(const Source& source);

  Markup out_;
};

}  // namespace hisalary::output
