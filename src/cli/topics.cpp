// SPDX-License-Identifier: MIT
#include "topics.hpp"

#include <algorithm>
#include <array>

namespace hisalary::cli {
namespace {

constexpr std::array all{
    Topic{"formats", "What answers look like, for people and for programs", "FORMATS",
          R"(Answers go to standard output, or to the file of --output; errors and remarks go to standard error.

text	For people: as wide as the terminal, or 80 columns; color only on a terminal. Its layout may change.
json	For programs: one object, with the tag of its schema first ("hisalary/estimate/1"). Keys may be added; what is there keeps its name and meaning as long as the number of the tag stays.
csv	For spreadsheets: a line of headings, then the records (RFC 4180). Columns may be added at the end.
ndjson	One JSON object a line: what "hisalary batch" reads and writes.
html, svg	"hisalary report" writes a page or a picture that needs neither a script nor the network.

Every JSON answer has a schema, installed with the program as share/hisalary/data/schema/NAME.schema.json. Amounts are whole dollars a year, or dollars and cents an hour with --hourly. What is not known is null in JSON and empty in CSV, never 0.

"--fields p50,confidence" picks fields of an estimate; "hisalary list fields" shows all.

With --json an error is one JSON object on standard error, and standard output stays empty:

  {"schema":"hisalary/error/1","error":{"code":"no_answer","message":"unknown credential \"RHAI\"",
   "hint":"did you mean RHIA? \"hisalary list certs\" shows all","where":"--cert"}})"},
    Topic{"exit-codes", "What the exit code says", "EXIT STATUS",
          R"(0	An answer was given. A pipe closed by its reader is not an error.
1	There is no answer: an unknown place, role or credential, or nothing is published. Of a batch: some rows had an error.
2	The command line cannot be read.
3	A data set or a file of offers is wrong.
4	Reading or writing failed.
130	A batch was interrupted; the rows read until then are answered.)"},
    Topic{"environment", "Variables that are read", "ENVIRONMENT",
          R"(HISALARY_DATA	Folder of a data set to use in place of the built-in one; --data overrides it.
NO_COLOR	When it is set and not empty, text has no color. --color overrides it.
COLUMNS	Width of the text, kept between 40 and 120. Without it the terminal's, else 80.
TERM	"dumb" means no color.
LC_ALL, LC_CTYPE, LANG	The first one set says whether a terminal can show UTF-8. Nothing else depends on the locale.

Neither the clock nor the network nor the home directory is read: the same question to the same data gives the same bytes.)"},
    Topic{"files", "What is installed, and where", "FILES",
          R"(PREFIX is ~/.local or /usr/local unless another was chosen.

PREFIX/bin/hisalary	The program. It needs no other file to run.
PREFIX/share/hisalary/data	The built-in data set as JSON files, to read or to copy; data/schema describes each file and answer.
PREFIX/share/man/man1	The manual: hisalary(1) and a page for each command.
PREFIX/share/bash-completion, zsh, fish	Completion of options and values in these shells.
PREFIX/share/doc/hisalary	README, cookbook, method.)"},
    Topic{
        "method", "How an estimate is made, in six steps", "METHOD",
        R"(1	Market: the U.S. Bureau of Labor Statistics (BLS) publishes what an occupation pays in a place at the 10th, 25th, 50th, 75th and 90th percentile, in its Occupational Employment and Wage Statistics (OEWS). A smooth curve goes through these points.
2	Role: a role lies in one or more occupations of the Standard Occupational Classification (SOC), and has a position in their curve. Without a role the answer is the mixture of the jobs that such people hold.
3	Person: level, years, credentials, degree and skills move the position, and each fact known narrows the range. Unknown is not the same as none: "--cert none" is a fact, leaving out --cert is not.
4	Place: a published figure is BLS's own. One on few jobs is blended with a prediction; one that is not published is predicted, and the range is wider.
5	Setting and time: the kind of employer by BLS's figures by industry; dollars after May 2025 by the Employment Cost Index for hospitals, before it by the occupation's own history.
6	Parameters that no table gives are fitted to observed pay and published figures, and tested on employers left out.

Half of people like the one described earn between the 25th and the 75th percentile of the answer, eight in ten between the 10th and the 90th. Tell the program nothing about a whole occupation, and BLS's own table comes back to the dollar: "hisalary estimate --role 29-2072 --as-of release".

--explain shows every step with its dollars, source and grade. A credential's premium is a difference between groups of people, not a promise that earning it raises pay. What one employer pays, overtime and bonuses are not known.

"hisalary check" compares the model with published figures; docs/method.md has the equations.)"},
    Topic{
        "data", "Where the figures come from; data sets of your own", "DATA",
        R"(The program carries its data: wages of BLS's Occupational Employment and Wage Statistics for the nation, the states and the metropolitan and nonmetropolitan areas; industries, price indexes, regional prices, federal pay, credentials and their fees. "hisalary list sources" names every publisher, table and address.

Each value has a source and a grade:

A	Read in the publisher's own file.
B	Given by a third party that names the publisher.
C	Weak.
fitted	Estimated by this project from pay records and surveys.
assumption	Published by nobody.

A wage that BLS withholds stays withheld; it is predicted and marked as such, and is never 0.

The data is a folder of files. Write it out, change it, check it, use it:

  hisalary data export my-data
  hisalary data verify my-data
  hisalary estimate --data my-data --role medical-coder

A data set given by --data or HISALARY_DATA takes the place of the built-in one. A folder with a file overlay.json holds some of the files, with the rows that differ, and is laid over the built-in set. "hisalary data show KEY" prints the records of a file, an id, an occupation or an area. The fingerprint in "hisalary --version" and in every JSON answer says which data were used: it is the SHA-256 hash of all files.)"},
};

}  // namespace

std::span<const Topic> topics() { return all; }

const Topic* topic_named(std::string_view name) {
  const auto* const there = std::ranges::find(all, name, &Topic::name);
  return there == all.end() ? nullptr : there;
}

}  // namespace hisalary::cli
