#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes seeded rows of people for `hisalary batch`: rows.py FORM COUNT PROGRAM > FILE. The first rows are the same whatever the count.

Forms: plain (about 127 bytes a row), spaced (as json.dumps writes), shuffled (keys in random order), escaped (a text with escapes), titles (free job
titles, 4,536 different ones), places (any metro area), csv, key (role, state and years only: what a table can be joined on).
Made up, but shaped like a payroll: few roles and states have most of the rows (the n-th one listed has 1/n of the first one's), and fewer people have more years.
"""
import csv
import itertools
import json
import random
import subprocess
import sys

FORMS = ["plain", "spaced", "shuffled", "escaped", "titles", "places", "csv", "key"]
CERTS = ["RHIA", "RHIT", "CCS", "CPC", "CCS-P", "none"]
EDUCATION = ["associate", "bachelor", "master"]
SETTINGS = ["hospital", "physician-office", "outpatient-center"]
RANKS = ["Senior", "Junior", "Remote", "Certified", "Inpatient", "Outpatient", "Experienced", "Staff", "Per Diem"]
GRADES = ["", " I", " II", " III"]
HOURS = ["", ", Days", ", Nights", " (Remote)", ", PRN", " - Full Time"]
STATES = "CA TX FL NY PA IL OH GA NC MI NJ VA WA AZ TN MA IN MO MD WI CO MN SC AL LA KY OR OK CT UT IA NV AR MS KS NM NE ID WV HI NH ME MT RI DE SD ND AK DC VT WY".split()
NOTES = ['said "yes"\n', "C:\\payroll\\2026", "Peñasco"]
YEARS = range(41)
BLOCK = 20_000  # rows drawn and written at a time: ten times faster than one by one


def listed(program, what, column=0):
    text = subprocess.run([program, "list", what, "--format", "csv"], capture_output=True, text=True, check=True).stdout
    return [row[column] for row in csv.reader(text.splitlines()[1:])]


def skewed(values):
    return {value: 1 / (place + 1) for place, value in enumerate(values)}


def evenly(values):
    return dict.fromkeys(values, 1)


def titles(program):
    """Such as "Senior medical coder II, Nights"."""
    return {
        f"{rank} {role}{grade}{hours}": weight
        for role, weight in skewed(listed(program, "roles", column=1)).items()
        for rank, grade, hours in itertools.product(RANKS, GRADES, HOURS)
    }


def columns(form, program):
    """Each column but the id: its values and how often each comes."""
    out = {
        "role": titles(program) if form == "titles" else skewed(listed(program, "roles")),
        "cert": evenly(CERTS),
        "years": {year: YEARS.stop + 9 - year for year in YEARS},
        "education": evenly(EDUCATION),
        "state": skewed(STATES),
        "setting": evenly(SETTINGS),
    }
    if form == "key":
        return {name: out[name] for name in ("role", "state", "years")}
    if form == "places":
        del out["state"]
        out["metro"] = evenly(listed(program, "metros"))
    if form == "escaped":
        out["note"] = evenly(NOTES)
    return out


def spelled(form, name, values):
    """The values as a row spells them, with their key in front in JSON."""
    if form == "csv":
        return [str(value) for value in values]
    key = json.dumps(name) + (": " if form == "spaced" else ":")
    return [key + json.dumps(value) for value in values]


def layouts(form, width):
    """Every way in which the id and the other cells make a line."""
    if form == "csv":
        return [",".join(["{}"] * width) + "\n"]
    cells = ['"id": {0}' if form == "spaced" else '"id":{0}'] + ["{%d}" % place for place in range(1, width)]
    orders = itertools.permutations(cells) if form == "shuffled" else [cells]
    return ["{{" + (", " if form == "spaced" else ",").join(order) + "}}\n" for order in orders]


def blocks(form, count, program):
    """The text of all rows, BLOCK rows at a time."""
    chance = random.Random(20260101)
    table = columns(form, program)
    picks = [(spelled(form, name, values), list(itertools.accumulate(values.values()))) for name, values in table.items()]
    lines = [layout.format for layout in layouts(form, len(table) + 1)]
    if form == "csv":
        yield ",".join(["id", *table]) + "\n"
    for first in range(0, count, BLOCK):
        cells = [chance.choices(values, cum_weights=weights, k=BLOCK) for values, weights in picks]
        ids = range(first, min(first + BLOCK, count))
        if len(lines) == 1:
            yield "".join(map(lines[0], ids, *cells))
        else:
            yield "".join([line(*row) for line, row in zip(chance.choices(lines, k=BLOCK), zip(ids, *cells))])


def main():
    form, count, program = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    if form not in FORMS:
        sys.exit(f"rows.py: unknown form {form}; use one of {', '.join(FORMS)}")
    for block in blocks(form, count, program):
        sys.stdout.write(block)


if __name__ == "__main__":
    main()
