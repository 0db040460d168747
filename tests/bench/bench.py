#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints one table of what hisalary costs, beside other programs that do the same work: bench.py PROGRAM TOOLS (the folder of the built helpers).

Whole processes, run in turn (every line once, then every line again), medians; output goes to a file on disk for all. The answers of every peer are
compared with hisalary's row by row, and one that differs fails the bench."""
import argparse
import dataclasses
import filecmp
import itertools
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile

import peers
import rows

STARTS = ["--version", "estimate --role 29-2072 --json", "estimate --cert RHIA --years 6 --state CA --json", "estimate --cert RHIA --years 6 --state CA"]
SLOWER = {"spaced": "as json.dumps spaces them", "shuffled": "shuffled keys", "escaped": "a text with escapes", "titles": "free job titles", "places": "every row a metro area"}
LONG = 30.0  # seconds; a line whose first run takes longer is run twice only
HEADING = ["what", "rows", "seconds", "rows/s", "of DuckDB", "of simdjson", "time beside", "peak MiB", "runs"]


@dataclasses.dataclass
class Line:
    """One line of the table. `path` is the file it reads, `beside` the line that its time is given as a multiple of."""

    name: str
    path: str
    count: int
    command: list
    output: str  # where one_run sends standard output
    beside: str = ""
    answers: str = ""  # the peers' order of rows: "same" or "any"
    seconds: list = dataclasses.field(default_factory=list)
    kib: list = dataclasses.field(default_factory=list)

    def rate(self):
        return self.count / statistics.median(self.seconds)


class Bench:
    def __init__(self, options, folder):
        self.options = options
        self.folder = folder
        self.output = os.path.join(folder, "out")
        self.known = peers.every(options.duckdb)
        self.peers = [peer for peer in self.known if peer.found()]
        self.lines = [line for line in self.every_line() if not options.only or any(word in line.name for word in options.only)]

    def tool(self, name):
        return os.path.join(self.options.tools, "bench_" + name)

    def path(self, form, count):
        return os.path.join(self.folder, f"{form}.{count}")

    def every_line(self):
        sizes = [self.options.rows, self.options.large]
        yield from itertools.chain.from_iterable(map(self.batch_lines, sizes))
        yield from self.form_lines(sizes[0])
        yield from itertools.chain.from_iterable(map(self.yardsticks, sizes))
        yield from self.peer_lines(sizes)

    def batch(self, what, form, count, jobs, *arguments, **more):
        path = self.path(form, count)
        command = [self.options.program, "batch", "--quiet", "--jobs", str(jobs), *arguments, path]
        return Line(f"batch {what}, --jobs {jobs}", path, count, command, self.output, **more)

    def batch_lines(self, count):
        for jobs in (1, 2):
            plain = f"batch NDJSON to NDJSON, --jobs {jobs}"
            yield self.batch("NDJSON to NDJSON", "plain", count, jobs)
            yield self.batch("CSV to CSV", "csv", count, jobs, beside=plain)
            yield self.batch("NDJSON to CSV", "plain", count, jobs, "--to", "csv", beside=plain)
            yield self.batch("the peers' rows", "key", count, jobs, answers="same")

    def form_lines(self, count):
        for form, what in SLOWER.items():
            yield self.batch(what, form, count, 2, beside="batch NDJSON to NDJSON, --jobs 2")

    def yardsticks(self, count):
        for form, what in {"plain": "", "key": " of the peers' rows"}.items():
            path = self.path(form, count)
            if os.path.exists(self.tool("simdjson_parse")):
                yield Line("simdjson, parse only" + what, path, count, [self.tool("simdjson_parse"), path], self.output)
        path = self.path("plain", count)
        yield Line("cat", path, count, ["cat", path], self.output)
        yield Line("wc -l", path, count, ["wc", "-l", path], self.output)

    def peer_lines(self, sizes):
        for peer in self.peers:
            duck = isinstance(peer, peers.DuckDb)
            for count in sizes if duck else [max(1, sizes[0] // 10)] if peer.slow else sizes[:1]:
                path = self.path("key", count)
                order = "any" if duck and not peer.ordered else "same"
                # DuckDB writes its file itself.
                yield Line(peer.name, path, count, [peer], os.devnull if duck else self.output, answers=order)

    def prepare(self):
        for path in sorted({line.path for line in self.lines}):
            say(f"writing {os.path.basename(path)}")
            form, count = os.path.basename(path).split(".")
            with open(path, "w", encoding="ascii") as file:
                file.writelines(rows.blocks(form, int(count), self.options.program))
            if form == "key":
                with open(path + ".answers", "wb") as file:
                    subprocess.run([self.options.program, "batch", "--quiet", "--jobs", "1", path], stdout=file, check=True)
        self.prepare_peers()

    def prepare_peers(self):
        asked = [line for line in self.lines if line.command[0] in self.peers]
        table = peers.answers(self.options.program) if asked else []
        for peer in {line.name: line.command[0] for line in asked}.values():
            peer.prepare(self.folder, table)
        for line in asked:
            line.command = line.command[0].command(line.path, self.output)

    def measure(self):
        for turn in range(self.options.runs):
            for line in self.lines:
                if turn < 2 or line.seconds[0] <= LONG:
                    say(f"run {turn + 1} of {self.options.runs}: {line.name}, {line.count:,} rows")
                    self.run(line)

    def run(self, line):
        done = subprocess.run([self.tool("one_run"), os.devnull, line.output, *line.command], stdout=subprocess.PIPE, text=True, check=True)
        seconds, kib, status = done.stdout.split()
        if status != "0":
            sys.exit(f"bench: {line.name}: exit {status}: {' '.join(line.command)}")
        if line.answers and not line.seconds:
            self.compare(line)
        line.seconds.append(float(seconds))
        line.kib.append(int(kib))
        os.remove(self.output)

    def compare(self, line):
        ours, theirs = line.path + ".answers", self.output
        if line.answers == "any":
            ours, theirs = sorted_lines(ours), sorted_lines(theirs)
        if not filecmp.cmp(ours, theirs, shallow=False):
            compare_rows(line.name, ours, theirs)

    def find(self, name, count):
        """The line of that name with as many rows, or with the fewest."""
        named = [line for line in self.lines if line.name == name and line.seconds]
        return next((line for line in named if line.count == count), named[0] if named else None)

    def cells(self, line):
        median = statistics.median(line.seconds)
        duckdb = self.find("DuckDB", line.count) if line.command[0] == self.options.program or line.answers else None
        parse = next((other for other in self.lines if other.path == line.path and other.name.startswith("simdjson")), None)
        beside = self.find(line.beside, line.count)
        return [
            line.name,
            f"{line.count:,}",
            f"{median:.3f}",
            rate_text(line.rate()),
            f"{line.rate() / duckdb.rate():.2f}" if duckdb else "",
            f"{line.rate() / parse.rate():.2f}" if parse else "",
            f"{median / line.count / statistics.median(beside.seconds) * beside.count:.2f} plain" if beside else "",
            f"{max(line.kib) / 1024:.1f}",
            str(len(line.seconds)),
        ]

    def starts(self):
        """The lines of one-shot runs, timed by a program of their own since they take less time than Python's."""
        if self.options.only and not any(word in "start" for word in self.options.only):
            return []
        commands = [self.tool("hello"), *(f"{self.options.program} {arguments}" for arguments in STARTS)]
        timed = subprocess.run([self.tool("spawn_timer"), str(self.options.starts), *commands], stdout=subprocess.PIPE, text=True, check=True).stdout
        shown = ["start: hello, world", *("start: hisalary " + arguments for arguments in STARTS)]
        times = [line.split()[:2] for line in timed.splitlines()[2:]]
        return [[name, "", f"{float(ms) / 1000:.5f}", "", "", "", f"{ratio} hello", "", str(self.options.starts)] for name, (ms, ratio) in zip(shown, times, strict=True)]


def say(text):
    if sys.stderr.isatty():
        print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)


def sorted_lines(path):
    out = path + ".sorted"
    if path.endswith(".answers") and os.path.exists(out):
        return out
    subprocess.run(["sort", "-o", out, path], env={**os.environ, "LC_ALL": "C"}, check=True)
    return out


def compare_rows(name, ours, theirs):
    """The same values in the same order of rows, however they are spaced."""
    with open(ours, encoding="ascii") as a, open(theirs, encoding="ascii") as b:
        for number, (mine, other) in enumerate(itertools.zip_longest(a, b, fillvalue="null"), 1):
            if mine != other and json.loads(mine) != json.loads(other):
                sys.exit(f"bench: {name}: other answers, row {number}: {other.strip()} and not {mine.strip()}")


def rate_text(rate):
    return f"{rate / 1e6:.2f} M" if rate >= 1e5 else f"{rate / 1e3:.1f} k"


def print_table(table):
    widths = [max(len(row[at]) for row in table) for at in range(len(table[0]))]
    for number, row in enumerate(table):
        print("| " + " | ".join(cell.rjust(width) if at else cell.ljust(width) for at, (cell, width) in enumerate(zip(row, widths))) + " |")
        if number == 0:
            print("|" + "|".join("-" * (width + 1) + (":" if at else "-") for at, width in enumerate(widths)) + "|")


def print_machine(bench):
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        model = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), platform.machine())
    print(f"{len(os.sched_getaffinity(0))} cores, {model}; Linux {platform.release()}")
    versions = {peer.name.split(",")[0]: peer.version() if peer in bench.peers else "" for peer in bench.known}
    parse = bench.tool("simdjson_parse")
    versions["simdjson"] = peers.printed(parse, "--version").strip() if os.path.exists(parse) else ""
    print("beside " + ", ".join(f"{name} {version or '(not found here)'}" for name, version in versions.items()) + "\n")


NOTES = """
Whole processes, in turn; seconds are medians. `of DuckDB` and `of simdjson` compare rows a second: with DuckDB's over as many of the peers' rows (role, state
and years only), on two threads; with simdjson's over the same bytes, on one. `time beside` is time per row, as a multiple of plain rows with as many threads, or of hello's time.
jq, Miller, SQLite and DuckDB cannot compute the model: they look each answer up in a finished table of {answers:,} answers that hisalary wrote, which is
less work. Their answers are hisalary's, row by row. DuckDB's rows come in any order but for `in order`; its Node package starts in Node's time and memory."""


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("tools", help="folder with bench_hello, bench_spawn_timer, bench_one_run and, where there is simdjson, bench_simdjson_parse")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--large", type=int, help="rows of the large files; five times --rows when it is left out")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--starts", type=int, default=200, help="rounds of one-shot runs")
    parser.add_argument("--only", action="append", metavar="NAME", help="lines with this in their name; may be repeated")
    parser.add_argument("--duckdb", default=os.environ.get("HISALARY_DUCKDB"), metavar="FOLDER", help="where node_modules has @duckdb/node-api (or HISALARY_DUCKDB)")
    parser.add_argument("--folder", help="where the files are written for a while; about 3 GB")
    options = parser.parse_args()
    options.large = options.large or 5 * options.rows
    options.program = os.path.abspath(options.program)
    return options


def main():
    options = arguments()
    with tempfile.TemporaryDirectory(prefix="hisalary-bench.", dir=options.folder) as folder:
        bench = Bench(options, folder)
        print_machine(bench)
        starts = bench.starts()
        bench.prepare()
        bench.measure()
        say("")
        print_table([HEADING, *starts, *map(bench.cells, bench.lines)])
        print(NOTES.format(answers=len(rows.listed(options.program, "roles")) * len(rows.STATES) * len(rows.YEARS)))


if __name__ == "__main__":
    main()
