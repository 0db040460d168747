#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints what hisalary costs, beside other programs that do the same work: bench.py PROGRAM TOOLS (the folder of the built helpers).

Whole processes, run in turn (every line once, then every line again), medians. Inputs are files that were read once before; what timed runs write
goes nowhere. Before them every line runs once for its answers: they are compared row by row with hisalary's, and ones that differ fail the bench."""
import argparse
import dataclasses
import filecmp
import itertools
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile

import peers
import rows

STARTS = ["--version", "estimate --role 29-2072 --json", "estimate --cert RHIA --years 6 --state CA --json", "estimate --cert RHIA --years 6 --state CA"]
OTHER = {form: what for form, (what, _) in rows.FORMS.items() if form != "plain"}
OTHER |= {"ten_bad": "plain rows, 10% of them bad", "bad": "bad rows only", "mix": "mix of all forms, 10% bad", "csv_mix": "the same mix as CSV"}
SOME_BAD = {"titles", "ten_bad", "bad", "mix", "csv_mix"}
FIELDS = ["p50,role", "p50,level,area,as_of,wages", "p50,confidence,market_percentile"]
PLAIN = "NDJSON to NDJSON, "
PARSE = "simdjson, parse only"
LONG = 30.0  # seconds; a line whose first run takes longer is run twice only
DOLLAR_APART = 10e-6  # of the rows: programs whose exp differs in the last place may round to another dollar
ROOM = 1000  # bytes of files for each row of --rows, and of --large
HEADING = ["rows/s", "of DuckDB", "of simdjson", "of plain", "MiB"]


@dataclasses.dataclass
class Line:
    """One line of a table."""

    group: str
    name: str
    path: str  # the file that it reads
    count: int
    command: list
    peer: object = None  # whose command it is, when it is a peer's
    ours: bool = False
    checked: bool = False  # whether it answers as hisalary does
    some_bad: bool = False  # some rows have no answer: exit 1
    seconds: list = dataclasses.field(default_factory=list)
    kib: list = dataclasses.field(default_factory=list)

    def rate(self):
        return self.count / statistics.median(self.seconds)


class Bench:
    def __init__(self, options, folder):
        self.options = options
        self.folder = folder
        self.output = os.path.join(folder, "out")
        self.known = peers.every(options.duckdb, self.tool("model_tables"))
        self.peers = [peer for peer in self.known if peer.found()]
        self.notes = []
        self.lines = [line for line in self.every_line() if not options.only or any(word in line.name for word in options.only)]

    def tool(self, name):
        return os.path.join(self.options.tools, "bench_" + name)

    def path(self, form, count):
        return os.path.join(self.folder, f"{form}.{count}")

    def every_line(self):
        sizes = [self.options.rows, self.options.large]
        for count in sizes:
            yield from self.plain_lines(count)
        yield from self.slower_lines(sizes[0])
        for count in sizes:
            yield from self.wide_lines(count)
        for count in sizes:
            yield from self.look_up_lines(count)

    def batch(self, group, name, form, count, jobs, *arguments, **more):
        path = self.path(form, count)
        command = [self.options.program, "batch", "--quiet", "--jobs", str(jobs), *arguments, path]
        return Line(group, name, path, count, command, ours=True, **more)

    def plain_lines(self, count):
        group = plain_group(count)
        for jobs, threads in (1, "1 thread"), (2, "2 threads"):
            yield self.batch(group, PLAIN + threads, "plain", count, jobs, checked=True)
            yield self.batch(group, f"NDJSON to CSV, {threads}", "plain", count, jobs, "--to", "csv")
            yield self.batch(group, f"CSV to CSV, {threads}", "csv", count, jobs)
        path = self.path("plain", count)
        for peer in self.peers:
            if peer.computes and not isinstance(peer, peers.DuckDbWide):
                yield Line(group, peer.name, path, count, [], peer=peer, checked=True)
        if os.path.exists(self.tool("simdjson_parse")):
            yield Line(group, PARSE, path, count, [self.tool("simdjson_parse"), path])
        yield Line(group, "cat", path, count, ["cat", path])
        yield Line(group, "wc -l", path, count, ["wc", "-l", path])

    def slower_lines(self, count):
        for form, what in OTHER.items():
            yield self.batch(f"{count_text(count)} other rows, 2 threads", what, form, count, 2, some_bad=form in SOME_BAD)
        for fields in FIELDS:
            yield self.batch(f"{count_text(count)} other rows, 2 threads", f"--fields {fields}", "plain", count, 2, "--fields", fields)

    def wide_lines(self, count):
        group = f"{count_text(count)} rows of nine forms"
        yield self.batch(group, "computed, 1 thread, any form", "wide", count, 1)
        yield self.batch(group, "computed, 2 threads, any form", "wide", count, 2, checked=True)
        for peer in self.peers:
            if isinstance(peer, peers.DuckDbWide):
                yield Line(group, peer.name, self.path("wide", count), count, [], peer=peer, checked=True)

    def look_up_lines(self, count):
        group = look_up_group(count)
        yield self.batch(group, "computed, 2 threads", "key", count, 2, checked=True)
        for peer in self.peers:
            if isinstance(peer, peers.DuckDbWide):
                continue
            if peer.computes or (count != self.options.rows and not isinstance(peer, peers.DuckDb)):
                continue
            few = max(1, count // 10) if peer.slow else count
            name = peer.name + (f", {count_text(few)} rows" if peer.slow else "")
            yield Line(group, name, self.path("key", few), few, [], peer=peer, checked=True)

    def prepare(self):
        for path in sorted({line.path for line in self.lines}):
            say(f"writing {os.path.basename(path)}")
            form, count = os.path.basename(path).split(".")
            with open(path, "w", encoding="utf-8") as file:
                file.writelines(rows.blocks(form, int(count), self.options.program))
        self.prepare_peers()
        for path in sorted({line.path for line in self.lines}):
            self.check(path)
            subprocess.run(["cat", path], stdout=subprocess.DEVNULL, check=True)

    def prepare_peers(self):
        asked = {line.peer.name: line.peer for line in self.lines if line.peer}.values()
        table = [] if all(peer.computes for peer in asked) else peers.answers(self.options.program)
        for peer in asked:
            peer.prepare(self.folder, table)
        for line in self.lines:
            if line.peer:
                line.command = line.peer.command(line.path, os.devnull)

    def check(self, path):
        """Compares what is written for a file by every line that reads it."""
        lines = [line for line in self.lines if line.path == path and line.checked]
        ours = path + ".answers"
        if lines:
            with open(ours, "wb") as file:
                subprocess.run([self.options.program, "batch", "--quiet", "--jobs", "1", path], stdout=file, check=True)
        for line in lines:
            say(f"answers of {line.name}, {line.count:,} rows")
            command = line.peer.command(path, self.output) if line.peer else line.command
            opens_itself = isinstance(line.peer, peers.DuckDb)
            self.run(line, command, os.devnull if opens_itself else self.output)
            if not filecmp.cmp(ours, self.output, shallow=False):
                self.compare(line, ours)
            os.remove(self.output)
        if lines:
            os.remove(ours)

    def compare(self, line, ours):
        apart = compare_rows(line.name, ours, self.output, 1 if line.peer and line.peer.computes else 0)
        if apart > DOLLAR_APART * line.count:
            sys.exit(f"bench: {line.name}: {apart} of {line.count:,} rows are a dollar apart")
        if apart:
            self.notes.append(f"{line.name}: {apart} of {line.count:,} rows are a dollar apart.")

    def measure(self):
        for turn in range(self.options.runs):
            for line in self.lines:
                if turn < 2 or line.seconds[0] <= LONG:
                    say(f"run {turn + 1} of {self.options.runs}: {line.name}, {line.count:,} rows")
                    seconds, kib = self.run(line, line.command, os.devnull)
                    line.seconds.append(seconds)
                    line.kib.append(kib)

    def run(self, line, command, output):
        done = subprocess.run([self.tool("one_run"), os.devnull, output, *command], stdout=subprocess.PIPE, text=True, check=True)
        seconds, kib, status = done.stdout.split()
        if status not in ("01" if line.some_bad else "0"):  # few rows may hold no bad one
            sys.exit(f"bench: {line.name}: exit {status}: {' '.join(command)[:200]}")
        return float(seconds), int(kib)

    def cells(self, line):
        plain = line.group == plain_group(line.count)
        return [
            line.name,
            rate_text(line.rate()),
            self.ratio(line, self.duckdb_of(line)) if line.checked or line.ours else "",
            self.ratio(line, PARSE) if plain and line.ours else "",
            self.ratio(line, PLAIN + ("1 thread" if line.name.endswith("1 thread") else "2 threads")) if line.ours and not line.name.startswith(PLAIN) else "",
            f"{max(line.kib) / 1024:.1f}",
        ]

    @staticmethod
    def duckdb_of(line):
        """The line of DuckDB that does the same work."""
        if line.group == look_up_group(line.count):
            return "DuckDB, look up only"
        return "DuckDB, rows of many forms" if "/wide." in line.path else "DuckDB"

    def ratio(self, line, name):
        """To the rate of the line with that name and as many rows."""
        other = next((other for other in self.lines if other.name == name and other.count == line.count), None)
        return f"{line.rate() / other.rate():.2f}" if other else ""

    def tables(self):
        for group, lines in itertools.groupby(self.lines, key=lambda line: line.group):
            cells = [self.cells(line) for line in lines]
            used = [at for at in range(len(HEADING) + 1) if any(row[at] for row in cells)]
            yield [[[group, *HEADING][at] for at in used], *([row[at] for at in used] for row in cells)]

    def starts(self):
        """One-shot runs, timed by a program of their own since they take less time than Python's."""
        if self.options.only and not any(word in "start" for word in self.options.only):
            return
        named = {"hello, world": self.tool("hello"), **{arguments: f"{self.options.program} {arguments}" for arguments in STARTS}}
        named.update({"DuckDB, start alone": " ".join(peer.sql("SELECT(1)")) for peer in self.peers if peer.name == "DuckDB"})
        command = [self.tool("spawn_timer"), str(self.options.starts), *named.values()]
        times = [line.split()[:2] for line in peers.printed(*command).splitlines()[2:]]
        yield [["one process", "ms", "of hello"], *([name, f"{float(ms):.2f}", ratio] for name, (ms, ratio) in zip(named, times, strict=True))]


def say(text):
    if sys.stderr.isatty():
        print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)


def compare_rows(name, ours, theirs, most):
    """How many rows differ by at most so many dollars. Other rows must hold the same values in the same order of rows, however they are spaced."""
    apart = 0
    with open(ours, encoding="ascii") as a, open(theirs, encoding="ascii") as b:
        for number, (mine, other) in enumerate(itertools.zip_longest(a, b, fillvalue="{}"), 1):
            if mine != other and (pair := (json.loads(mine), json.loads(other)))[0] != pair[1]:
                apart += 1
                if pair[0].keys() != pair[1].keys() or any(abs(pair[0][key] - pair[1][key]) > (key in peers.PAY) * most for key in pair[0]):
                    sys.exit(f"bench: {name}: other answers, row {number}: {other.strip()} and not {mine.strip()}")
    return apart


def plain_group(count):
    return f"{count_text(count)} plain rows"


def look_up_group(count):
    return f"{count_text(count)} rows of role, state and years"


def rate_text(rate):
    return f"{rate / 1e6:.2f} M" if rate >= 1e5 else f"{rate / 1e3:.1f} k"


def count_text(count):
    return f"{count / 1e6:g} M" if count >= 1e6 else f"{count:,}"


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


NOTES = """Medians of whole processes, {runs} of each in turn, output to /dev/null; MiB is the largest peak. Ratios are of rows a second, over as many rows:
of DuckDB computing the model over the plain rows on two threads (or, among rows of role, state and years, looking up), of simdjson taking every
field on one thread, of plain NDJSON with as many threads. DuckDB computes from tables of the model's numbers; its rows come in any order but for `in
order`, and where it is its Node package, Node's start is in it. To look up is less work: it finds each answer in a finished table of {answers:,} that
hisalary wrote. The answers of DuckDB and the other peers were compared with hisalary's, row by row."""


def room(options):
    """The folder for the files: memory where it has room, since disks are not what is measured."""
    need = ROOM * (options.rows + options.large)
    return next((folder for folder in ["/dev/shm"] if os.access(folder, os.W_OK) and shutil.disk_usage(folder).free > 4 * need), None)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("tools", help="folder with bench_hello, bench_spawn_timer, bench_one_run, bench_model_tables and, where there is simdjson, bench_simdjson_parse")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--large", type=int, help="rows of the large files; five times --rows when it is left out")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--starts", type=int, default=200, help="rounds of one-shot runs")
    parser.add_argument("--only", action="append", metavar="NAME", help="lines with this in their name; may be repeated")
    parser.add_argument("--duckdb", default=os.environ.get("HISALARY_DUCKDB"), metavar="FOLDER", help="where node_modules has @duckdb/node-api (or HISALARY_DUCKDB)")
    parser.add_argument("--folder", help="where the files are written for a while, about 4 GB; /dev/shm or the temporary folder when it is left out")
    options = parser.parse_args()
    options.large = options.large or 5 * options.rows
    options.program = os.path.abspath(options.program)
    return options


def main():
    options = arguments()
    with tempfile.TemporaryDirectory(prefix="hisalary-bench.", dir=options.folder or room(options)) as folder:
        bench = Bench(options, folder)
        print_machine(bench)
        starts = list(bench.starts())
        bench.prepare()
        bench.measure()
        say("")
        for table in [*starts, *bench.tables()]:
            print_table(table)
            print()
        answers = len(rows.listed(options.program, "roles")) * len(rows.STATES) * len(rows.YEARS)
        print("\n".join([NOTES.format(answers=answers, runs=options.runs), *bench.notes]))


if __name__ == "__main__":
    main()
