#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""hisalary-import on workbooks made from the shipped data: what comes out are the shipped files; a new release comes whole; a workbook
that is wrong is refused with the place and the reason, and changes nothing."""
import json
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

import workbooks

failures = 0


def check(what, holds, *seen):
    global failures
    if not holds:
        failures += 1
        print(f"FAILED {what}", *seen, sep="\n    ")


def rows_of(path):
    return json.loads(path.read_text())["rows"]


def without(path, dropped):
    """Takes rows out of a data file, a record a line."""
    lines = [line for line in path.read_text().splitlines() if not (line.startswith('{"') and dropped(json.loads(line.rstrip(","))))]
    last = max(i for i, line in enumerate(lines) if line.startswith('{"'))
    lines[last] = lines[last].rstrip(",")
    path.write_text("\n".join(lines) + "\n")


class Bench:
    """A copy of the data, and workbooks beside it."""

    def __init__(self, importer, program, shipped, folder):
        self.importer, self.program, self.shipped, self.folder = importer, program, shipped, folder
        self.data = folder / "data"
        self.areas = {row["code"]: row for row in rows_of(shipped / "areas.json")}
        self.nation = [workbooks.nation(row) for row in rows_of(shipped / "wages_nation.json") if row["release"] == 2025]
        self.sectors = [workbooks.industry(row) for row in rows_of(shipped / "wages_industries.json") if row["release"] == 2024]
        self.places = [workbooks.area(row, self.areas) for row in rows_of(shipped / "wages_areas.json")]
        self.reset()

    def reset(self):
        shutil.rmtree(self.data, ignore_errors=True)
        shutil.copytree(self.shipped, self.data)

    def book(self, file, year, rows, **more):
        path = self.folder / file
        extra = workbooks.noise(rows[0]) if rows else []
        workbooks.write(path, year, extra + rows, **more)
        return path

    def run(self, year, *books, more=()):
        return subprocess.run([self.importer, "--year", str(year), "--data", str(self.data), *more, *map(str, books)],
                              capture_output=True, text=True, timeout=60)

    def differing(self):
        names = {str(path.relative_to(self.data)) for path in self.data.rglob("*") if path.is_file()}
        names |= {str(path.relative_to(self.shipped)) for path in self.shipped.rglob("*") if path.is_file()}
        return sorted(name for name in names if not (self.data / name).exists() or not (self.shipped / name).exists()
                      or (self.data / name).read_bytes() != (self.shipped / name).read_bytes())


def shipped_files(bench):
    nation = bench.book("national_M2025_dl.xlsx", 2025, bench.nation)
    text = (bench.data / "wages_nation.json").read_text()
    (bench.data / "wages_nation.json").write_text(text.replace('"release": 2025, "soc": "29-2072", "employment": ', '"release": 2025, "soc": "29-2072", "employment": 1'))
    check("the nation was changed", bench.differing() == ["wages_nation.json"])
    done = bench.run(2025, nation)
    check("the shipped file of the nation", done.returncode == 0 and bench.differing() == [], done, bench.differing())
    check("what changed since the release before", "wages_nation.json, May 2025 against May 2024\n  12 cells; 0 appeared" in done.stdout, done)

    without(bench.data / "wages_industries.json", lambda row: row["release"] == 2024)
    done = bench.run(2024, bench.book("natsector_M2024_dl.xlsx", 2024, bench.sectors, name="Natsector_M{year}_dl"))
    check("the shipped file of industries", done.returncode == 0 and bench.differing() == [], done, bench.differing())
    check("cells that appeared and moved", "4 appeared, 3 vanished, 40 moved" in done.stdout
          and "43-6013, Information: p75 34550 to 58460, +69.2%" in done.stdout, done)
    check("again changes nothing", "\n0 files written\n" in bench.run(2025, nation).stdout)

    columns = list(workbooks.COLUMNS)
    random.Random(1).shuffle(columns)
    without(bench.data / "wages_industries.json", lambda row: row["release"] == 2024)
    done = bench.run(2024, bench.book("renamed (1).xlsx", 2024, bench.sectors, columns=columns), more=["--check"])
    check("--check writes nothing", done.returncode == 0 and bench.differing() == ["wages_industries.json"], done)
    done = bench.run(2024, bench.folder / "renamed (1).xlsx")
    check("columns in another order, a file of another name", done.returncode == 0 and bench.differing() == [], done, bench.differing())


def grown(rows):
    """A release a year on: all pay up by tenths, one cell by more than 15%, one gone."""
    out = []
    for row in rows[:-1]:
        factor = 13 if not out else 11
        changed = dict(row)
        for annual, hourly in workbooks.WAGES.values():
            if isinstance(row[annual], int):
                changed[annual] = row[annual] * factor // 10
                changed[hourly] = round(changed[annual] / 2080, 2)
        out.append(changed)
    return out


def new_release(bench):
    bench.reset()
    widened = (bench.data / "wages_nation.json").read_text().replace('"p90": [12000, 1000000]', '"p90": [12000, 2000000]')
    (bench.data / "wages_nation.json").write_text(widened)
    # The last of the nation's rows is no occupation of a role: 29-2099.
    nation = sorted(bench.nation, key=lambda row: row["OCC_CODE"] == "29-2099")
    places = grown(bench.places)
    kinds = {name: [row for row in places if row["AREA_TYPE"] in types] for name, types in (("state", "23"), ("MSA", "4"), ("BOS", "6"))}
    books = [bench.book("national_M2026_dl.xlsx", 2026, grown(nation))]
    books += [bench.book(f"{name}_M2026_dl.xlsx", 2026, rows, name=name + "_M{year}_dl") for name, rows in kinds.items()]
    done = bench.run(2026, *books[:2])
    check("a new release in part", done.returncode == 3 and "a part is missing: metropolitan areas (MSA_M), nonmetropolitan areas (BOS_M)" in done.stderr, done)

    done = bench.run(2026, *books)
    check("a new release", done.returncode == 0 and bench.differing() == ["dataset.json", "sources.json", "wages_areas.json", "wages_nation.json"],
          done, bench.differing())
    check("what vanished and moved", "  vanished  29-2099\n" in done.stdout and "wages_areas.json, May 2026 against May 2025" in done.stdout
          and "1 vanished, 1 moved by more than 15%" in done.stdout, done)
    written = {name: (bench.data / name).read_bytes() for name in bench.differing()}
    info = rows_of(bench.data / "dataset.json")[0]
    check("the set is of the new release", (info["release"], info["release_quarter"]) == ("2026-05", "2026Q2"), info)
    answer = subprocess.run([bench.program, "estimate", "--data", bench.data, "--role", "29-2072", "--as-of", "release", "--json"],
                            capture_output=True, text=True, timeout=60)
    wanted = next(row for row in grown(nation) if row["OCC_CODE"] == "29-2072")["A_MEDIAN"]
    check("the program answers from it", json.loads(answer.stdout or "{}").get("pay", {}).get("p50") == wanted, answer)
    verified = subprocess.run([bench.program, "data", "verify", bench.data], capture_output=True, text=True, timeout=60)
    check("the program verifies it", verified.returncode == 0, verified)

    bench.reset()
    (bench.data / "wages_nation.json").write_text(widened)
    done = bench.run(2026, bench.book("all_data_M_2026.xlsx", 2026, grown(nation) + places, name="All May {year} data"))
    check("all of it in one workbook", done.returncode == 0 and written == {name: (bench.data / name).read_bytes() for name in written}, done)
    done = bench.run(2025, bench.book("state_M2025_dl.xlsx", 2025, bench.places))
    check("areas of an older release", done.returncode == 3 and "holds May 2026, newer than May 2025" in done.stderr, done)


def changed_row(rows, **cells):
    return [rows[0] | cells] + rows[1:]


def refused(bench):
    bench.reset()
    nation = bench.nation
    whole = bench.book("whole.xlsx", 2025, nation).read_bytes()
    in_sheet = lambda old, new: lambda member, text: text.replace(old, new, 1) if member.endswith("sheet1.xml") else text
    swapped = [row | {"A_PCT10": row["H_PCT10"], "H_PCT10": row["A_PCT10"]} for row in nation]
    misspelt = ["OCC_TITEL" if column == "OCC_TITLE" else column for column in workbooks.COLUMNS]
    twice = ["A_PCT25" if column == "A_PCT10" else column for column in workbooks.COLUMNS]
    bomb = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><worksheet/>'
    new_area = workbooks.area(rows_of(bench.shipped / "wages_areas.json")[-1], bench.areas) | {
        "AREA_TYPE": "4", "AREA": "99999", "AREA_TITLE": "New Town, WY"}

    def edited(file, change=None, rows=nation, year=2025, **more):
        return bench.book(file, year, rows, **({"change": change} if change else {}), **more)

    def raw(name, content):
        (bench.folder / name).write_bytes(content)
        return bench.folder / name

    cases = [
        ("cut short", raw("cut.xlsx", whole[:len(whole) // 2]), 3, "cut.xlsx is not an Excel workbook (.xlsx), or is cut short"),
        ("not a workbook", raw("page.xlsx", b"<html>Access denied</html>"), 3, "page.xlsx is not an Excel workbook"),
        ("a bad checksum", raw("bits.xlsx", spoiled(whole)), 3, "bits.xlsx"),
        ("no file", bench.folder / "missing.xlsx", 4, "missing.xlsx cannot be read"),
        ("another year", bench.book("national_M2025_dl (2).xlsx", 2024, nation), 3, "is of May 2024, not of May 2025"),
        ("two years", edited("years.xlsx", title="May 2024 OEWS Estimates"), 3, "speak of several years: 2024 and 2025"),
        ("no year", edited("no_year.xlsx", title="Estimates", name="data"), 3, "do not say which May it is of"),
        ("a column gone", edited("misspelt.xlsx", columns=misspelt), 3, "misspelt.xlsx: there is no column OCC_TITLE\n  the nearest is \"OCC_TITEL\""),
        ("a column twice", edited("twice.xlsx", columns=twice), 3, "the column \"A_PCT25\" is there twice"),
        ("names of columns swapped", edited("swapped.xlsx", rows=swapped), 3, "is not a whole number of jobs or dollars"),
        ("no header", edited("header.xlsx", columns=[]), 3, "no sheet has a column OCC_CODE"),
        ("a falling percentile", edited("falling.xlsx", rows=changed_row(nation, A_PCT75=60000, H_PCT75=28.85)), 3,
         "falling.xlsx, row 5, A_PCT75: 60000 is below the percentile before it"),
        ("an unknown mark", edited("mark.xlsx", rows=changed_row(nation, A_PCT90="***")), 3, "row 5, A_PCT90: \"***\" is not a figure"),
        ("a mark of another column", edited("marks.xlsx", rows=changed_row(nation, TOT_EMP="#")), 3, "row 5, TOT_EMP: \"#\" is a mark that BLS"),
        ("hourly against annual", edited("hourly.xlsx", rows=changed_row(nation, H_MEDIAN=1.5)), 3, "A_MEDIAN: 175140 is not 2,080 times the 1.5"),
        ("the same cell twice", edited("again.xlsx", rows=nation + [nation[0] | {"TOT_EMP": 7}]), 3, "differs from again.xlsx, row 5"),
        ("a new area", edited("area.xlsx", rows=[new_area]), 3, '{"code": "99999", "kind": "metropolitan", "title": "New Town, WY", "states": ["WY"]},'),
        ("an unknown kind of area", edited("kind.xlsx", rows=changed_row(nation, AREA_TYPE="9")), 3, "AREA_TYPE: \"9\" is not a kind of area"),
        ("none of our occupations", edited("others.xlsx", rows=[nation[0] | {"OCC_CODE": "35-2014"}]), 3, "no row is of an occupation of occupations.json"),
        ("a median that is gone", edited("gone.xlsx", rows=changed_row(nation, A_MEDIAN="*")), 3, "wages_nation.json has no percentiles up to the median for 11-3021"),
        ("out of the file's range", edited("range.xlsx", rows=changed_row(nation, A_PCT90=5000000, H_PCT90=2403.85)), 3, "p90: 5000000 is out of range"),
        ("not well-formed", edited("xml.xlsx", in_sheet("</row>", "")), 3, "xl/worksheets/sheet1.xml is not XML: mismatched tag"),
        ("entities", edited("entities.xlsx", lambda member, text: bomb if member.endswith("sheet1.xml") else text), 3, "declares a document type"),
        ("nesting", edited("deep.xlsx", in_sheet("<sheetData>", "<sheetData>" + "<a>" * 100)), 3, "nested more than 64 deep"),
        ("a column far out", edited("far.xlsx", in_sheet('r="A1"', 'r="ZZZZZZZZ1"')), 3, "more than 256 columns"),
        ("a text that is not there", edited("index.xlsx", in_sheet("<v>0</v>", "<v>99999</v>")), 3, "names a text that the workbook does not have"),
        ("large texts", edited("large.xlsx", lambda member, text: text.replace("<t>", "<t>" + "a" * (65 << 20), 1) if "shared" in member else text),
         3, "add up to more than 64 MiB"),
        ("a large cell", edited("cell.xlsx", in_sheet('<c r="L5"><v>', '<c r="L5"><v>' + "6" * 5000)), 3, "a cell holds more than 4,096 bytes"),
    ]
    for what, book, code, message in cases:
        done = bench.run(2025, book)
        check(what, done.returncode == code and message in done.stderr and done.stdout == "" and bench.differing() == [], done, bench.differing())
    done = subprocess.run([bench.importer, "x.xlsx"], capture_output=True, text=True, timeout=60)
    check("no year asked for", done.returncode == 2 and "--year YEAR" in done.stderr, done)
    check("help", "--check" in subprocess.run([bench.importer, "--help"], capture_output=True, text=True, timeout=60).stdout)


def spoiled(content):
    middle = len(content) // 2
    return content[:middle] + bytes(byte ^ 255 for byte in content[middle:middle + 64]) + content[middle + 64:]


def main():
    importer, program, shipped = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    with tempfile.TemporaryDirectory(prefix="import.") as folder:
        bench = Bench(importer, program, shipped, pathlib.Path(folder))
        for step in (shipped_files, new_release, refused):
            step(bench)
    print(f"{failures} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
