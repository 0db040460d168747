// SPDX-License-Identifier: MIT
#include "html_page.hpp"

#include "svg_chart.hpp"

namespace hisalary::output {
namespace {

constexpr std::string_view page_rules =
    "*{box-sizing:border-box}\n"
    "html{-webkit-text-size-adjust:100%;text-size-adjust:100%}\n"
    "body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,-apple-system,\"Segoe "
    "UI\",Roboto,\"Liberation Sans\","
    "Arial,sans-serif}\n"
    "main{max-width:68rem;margin:0 auto;padding:1.25rem 1rem 3rem;overflow-wrap:anywhere}\n"
    "h1{font-size:1.5rem;line-height:1.25;margin:0 0 .75rem}\n"
    "h2{font-size:1.2rem;line-height:1.3;margin:2.5rem 0 .5rem;padding-top:1rem;border-top:1px solid var(--line)}\n"
    "h3{font-size:1rem;margin:0 0 .5rem}\n"
    "p,ul,ol{max-width:44rem;margin:.5rem 0}\n"
    "ul,ol{padding-left:1.4rem}\n"
    "a{color:var(--person)}\n"
    "figure{margin:1rem 0}.pair figure,section>figure{max-width:40rem}figure .chart{min-width:23.75rem}\n"
    "figcaption{margin-top:.5rem;color:var(--faint);font-size:.9rem}\n"
    ".answer{font-size:2rem;font-weight:700;line-height:1.2;margin:.25rem 0;color:var(--person)}\n"
    ".verdict{font-size:1.1rem;font-weight:600}\n"
    ".faint{color:var(--faint)}\n"
    ".maps,.pair{display:grid;gap:0 2rem;align-items:start}\n"
    ".pair>*,.maps>*{min-width:0}.maps figure{margin:.5rem 0}\n"
    "details{margin:1rem 0}\n"
    "summary{cursor:pointer;font-weight:600}\n"
    // A shade at an edge says that more is behind it; it goes when the edge is reached.
    ".scroll,figure{overflow-x:auto;max-width:100%}\n"
    ".scroll,figure{background:linear-gradient(to right,var(--paper) 40%,transparent) 0 0/2.5rem 100% no-repeat local,"
    "linear-gradient(to left,var(--paper) 40%,transparent) 100% 0/2.5rem 100% no-repeat local,"
    "linear-gradient(to right,var(--line),transparent) 0 0/.9rem 100% no-repeat scroll,"
    "linear-gradient(to left,var(--line),transparent) 100% 0/.9rem 100% no-repeat scroll}\n"
    "table{border-collapse:collapse;margin:.5rem 0;font-size:.9rem;font-variant-numeric:tabular-nums}\n"
    "caption{text-align:left;color:var(--faint);padding:.25rem 0}\n"
    "th,td{text-align:left;vertical-align:top;padding:.3rem .9rem .3rem 0;border-bottom:1px solid var(--line)}\n"
    "thead th{color:var(--faint);font-weight:600;vertical-align:bottom}\n"
    "tbody th{font-weight:400}\n"
    ".number{text-align:right}\n"
    "td.number{white-space:nowrap}\n"
    ":focus-visible{outline:2px solid var(--person);outline-offset:2px}\n"
    "@media screen and (max-width:40rem){.wide tbody th{min-width:9rem}.wide td:last-child{min-width:13rem}}\n"
    "@media screen and (min-width:60rem){.maps{grid-template-columns:1fr 1fr}.pair{grid-template-columns:40rem 1fr}"
    ".chart text{font-size:10.5px}.maps .chart text{font-size:12px}}\n"
    "@media "
    "print{body{font-size:10.5pt}main{max-width:none;padding:0}.scroll{overflow:visible}.maps{grid-template-columns:"
    "1fr 1fr}"
    "h2,h3,caption,thead,summary{break-after:avoid}figure,tr,li{break-inside:avoid}h2{margin-top:1.2rem}summary{list-"
    "style:none}"
    "details::details-content{content-visibility:visible;block-size:auto}.scroll,figure{background:none}"
    "table{font-size:8.5pt}th,td{padding:.15rem .8rem .15rem 0}"
    "figure{max-width:14cm}figure "
    ".chart{min-width:0}.chart{print-color-adjust:exact;-webkit-print-color-adjust:exact}.chart "
    "text{font-size:10.5px}"
    "a{color:inherit;text-decoration:none}}\n";

}  // namespace

HtmlPage::HtmlPage(std::string_view title) {
  out_.constant("<!DOCTYPE html>\n");
  out_.open("html", {{"lang", "en"}});
  out_.open("head");
  out_.empty("meta", {{"charset", "utf-8"}});
  out_.empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  // The page asks for nothing, and a browser that knows this lets nothing in.
  out_.empty("meta",
             {{"http-equiv", "Content-Security-Policy"}, {"content", "default-src 'none'; style-src 'unsafe-inline'"}});
  out_.empty("meta", {{"name", "generator"}, {"content", "hisalary"}});
  out_.element("title", title);
  out_.open("style");
  out_.constant(chart_colors());
  out_.constant(chart_rules());
  out_.constant(page_rules);
  out_.close();
  out_.close();
  out_.open("body");
  out_.open("main");
}

void HtmlPage::heading(std::string_view words) { out_.element("h1", words); }

void HtmlPage::section(std::string_view id, std::string_view title) {
  out_.open("section", {{"aria-labelledby", std::string(id)}});
  out_.element("h2", {{"id", std::string(id)}}, title);
}

void HtmlPage::list(const std::vector<std::string>& words) {
  out_.open("ul");
  for (const auto& one : words) {
    out_.element("li", one);
  }
  out_.close();
}

void HtmlPage::list(std::string_view heading, const std::vector<std::string>& words) {
  if (!words.empty()) {
    out_.element("h3", heading);
    list(words);
  }
}

void HtmlPage::table(std::string_view caption, const Table& table) {
  out_.open("div", {{"class", "scroll"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", std::string(caption)}});
  constexpr std::size_t few = 4;
  out_.open("table", {{"class", table.columns.size() > few ? "wide" : ""}});
  out_.element("caption", caption);
  constexpr std::size_t any_width = 1000;
  const Grid grid = grid_of(table, any_width);
  out_.open("thead");
  row(grid, 0);
  out_.close();
  out_.open("tbody");
  for (std::size_t i = 1; i < grid.rows.size(); ++i) {
    row(grid, i);
  }
  out_.close();
  out_.close();
  out_.close();
}

void HtmlPage::row(const Grid& grid, std::size_t r) {
  const bool heading = r == 0;
  out_.open("tr");
  for (std::size_t i = 0; i < grid.align.size(); ++i) {
    const std::string style = grid.align[i] == Align::Right ? "number" : "";
    if (heading || i == 0) {
      out_.element("th", {{"scope", heading ? "col" : "row"}, {"class", style}}, grid.rows[r][i]);
    } else {
      out_.element("td", {{"class", style}}, grid.rows[r][i]);
    }
  }
  out_.close();
}

void HtmlPage::open_details(std::string_view summary, bool is_long) {
  out_.constant(is_long ? "<details>\n" : "<details open=\"open\">\n");
  out_.element("summary", summary);
}

void HtmlPage::sources(const Dataset& dataset, const std::vector<const Source*>& sources) {
  section("sources", "Sources");
  out_.open("ol");
  for (const Source* const source : sources) {
    cite(*source);
  }
  out_.close();
  const auto& info = dataset.info();
  aside("hisalary, data " + std::string(info.version) + " (OEWS release " + std::string(info.release) +
        "), fingerprint " + std::string(dataset.fingerprint()));
  end();
}

void HtmlPage::cite(const Source& source) {
  out_.open("li");
  out_.text(std::string(source.publisher) + ", " + std::string(source.title) +
            (source.period.empty() ? "" : ", " + std::string(source.period)) + (source.address.empty() ? "" : ","));
  if (is_web_address(source.address)) {
    out_.element("a", {{"href", std::string(source.address)}, {"rel", "noreferrer"}}, source.address);
  } else if (!source.address.empty()) {
    out_.text(source.address);
  }
  out_.close();
}

std::string HtmlPage::text() {
  out_.close();
  out_.close();
  out_.close();
  return out_.str();
}

}  // namespace hisalary::output
