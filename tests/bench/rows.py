#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes seeded rows of people for `hisalary batch`: rows.py FORM COUNT PROGRAM > FILE; rows.py --weights lists the forms. The first rows are the same whatever the count.

Made up, but shaped like a payroll: few roles and states have most of the rows (the n-th one listed has 1/n of the first one's), and fewer people have more years.
A form is one way to write a row that docs/batch.md documents; `mix` draws each row from all of them by the weights below; csv_mix does so for CSV; key holds
role, state and years only, what a table can be joined on. From BASE different rows on, rows come again with new ids.
"""
import csv
import io
import itertools
import json
import random
import subprocess
import sys

# What a form does to a plain row (id, role, cert, years, education, state, setting in compact JSON), and its share of the mix.
FORMS = {
    "plain": ("as it is", 14),
    "spaced": ("as json.dumps spaces it", 8),
    "shuffled": ("keys in random order", 8),
    "one_cert": ("a list of one credential", 6),
    "certs": ("a list of two to four credentials", 7),
    "cert_text": ("two or three credentials in one text", 5),
    "skills": ("one to three skills, as a list or a text", 5),
    "level": ("a level", 4),
    "metros": ("a metropolitan area by code, number or title, in place of the state", 5),
    "state_metro": ("a state and a metropolitan area in it", 5),
    "county": ("a county", 4),
    "remote": ("true or false, in place of the state", 3),
    "as_of": ("the dollars of a quarter, a month or the release", 4),
    "release": ("an older release", 1),
    "escaped": ("a text with escapes, and an escaped letter in a fact", 5),
    "numbers": ("years as 6.0, 6e0, \"6\"", 3),
    "nulls": ("a fact that is null", 3),
    "extra": ("other keys, with nested values", 4),
    "titles": ("free job titles, 4,536 different ones", 4),
    "socs": ("whole occupations", 2),
    "no_role": ("no role: the jobs that such people hold", 5),
    "places": ("a place as people say it: ZIP, city, county, in place of the state", 5),
    "pay": ("what they are paid, a year or an hour, as a number or a text", 5),
}
BAD = {
    "not JSON": lambda row: row[:-3],
    "key twice": lambda row: row[:-1] + ',"id":0}',
    "wrong type": lambda row: row[:-1] + ',"level":7}',
    "unknown title": None,
    "unknown credential": None,
    "unknown place": None,
    "unknown setting": None,
    "years out of range": None,
    "bad as_of": None,
    "contradiction": None,
}
BAD_SHARE = 10  # percent of the mix
# The part of the mix that another program can compute with a few tables of the model's numbers.
WIDE = ["plain", "spaced", "shuffled", "one_cert", "metro_codes", "remote_only", "escaped", "numbers", "extra"]
OTHER_FORMS = ["wide", "mix", "bad", "csv", "csv_mix", "key"]
CERTS = ["RHIA", "RHIT", "CCS", "CPC", "CCS-P", "none"]
EDUCATION = ["associate", "bachelor", "master"]
SETTINGS = ["hospital", "physician-office", "outpatient-center"]
RANKS = ["Senior", "Junior", "Remote", "Certified", "Inpatient", "Outpatient", "Experienced", "Staff", "Per Diem"]
GRADES = ["", " I", " II", " III"]
HOURS = ["", ", Days", ", Nights", " (Remote)", ", PRN", " - Full Time"]
STATES = "CA TX FL NY PA IL OH GA NC MI NJ VA WA AZ TN MA IN MO MD WI CO MN SC AL LA KY OR OK CT UT IA NV AR MS KS NM NE ID WV HI NH ME MT RI DE SD ND AK DC VT WY".split()
NOTES = ['said "yes"\n', "C:\\payroll\\2026", "Peñasco"]
PLACES = [
    "Boston", "Boise, ID", "NYC", "St Louis, MO", "Fairfax County, VA", "Cook County, IL", "60614", "94110-1234", "Maui", "Texas", "Minneapolis-St. Paul-Bloomington, MN-WI",
    "Kansas City, MO", "Hartford, CT", "Ann Arbor", "Eugene, OR", "99501", "33139",
]  # fmt: skip
YEARS = range(41)
BASE = 200_000
BLOCK = 20_000


def listed(program, what, column=0):
    text = subprocess.run([program, "list", what, "--format", "csv"], capture_output=True, text=True, check=True).stdout
    return [row[column] for row in csv.reader(text.splitlines()[1:])]


class Drawer:
    """Draws rows: facts in order, and how they are written."""

    def __init__(self, program):
        self.chance = random.Random(20260101)
        # Not the manager: from some years on that pay rests on another role's, which the tables of the peers do not have.
        self.roles = self.skewed([role for role in listed(program, "roles") if role != "him-manager"])
        titles = listed(program, "roles", column=1)
        self.titles = self.skewed([f"{rank} {title}{grade}{hours}" for title in titles for rank, grade, hours in itertools.product(RANKS, GRADES, HOURS)])
        self.states = self.skewed(STATES)
        self.years = (list(YEARS), list(itertools.accumulate(YEARS.stop + 9 - year for year in YEARS)))
        self.all_certs = [cert for cert in listed(program, "certs") if cert != "none"]
        self.all_settings = listed(program, "settings")
        self.all_education = listed(program, "education")
        self.all_skills = listed(program, "skills")
        self.metro_codes = listed(program, "metros")
        self.metro_titles = listed(program, "metros", column=1)
        self.socs = ["29-2072", "29-9021", "11-9111", "15-2051"]
        self.by_form = ([*FORMS], list(itertools.accumulate(weight for _, weight in FORMS.values())))

    @staticmethod
    def skewed(values):
        return (values, list(itertools.accumulate(1 / (place + 1) for place in range(len(values)))))

    def one(self, table):
        return self.chance.choices(table[0], cum_weights=table[1])[0]

    def person(self, wide):
        """The facts of a plain row; `wide`: from all credentials, degrees and settings."""
        pick = self.chance.choice
        return {
            "role": self.one(self.roles),
            "cert": pick(self.all_certs) if wide else pick(CERTS),
            "years": self.one(self.years),
            "education": pick(self.all_education) if wide else pick(EDUCATION),
            "state": self.one(self.states),
            "setting": pick(self.all_settings) if wide else pick(SETTINGS),
        }

    def written(self, form, person):
        """Facts changed as the form asks."""
        pick, some = self.chance.choice, self.chance.sample
        if form == "one_cert":
            person["cert"] = [person["cert"]]
        elif form == "certs":
            person["cert"] = some(self.all_certs, self.chance.randint(2, 4))
        elif form == "cert_text":
            person["cert"] = pick([",", ", ", ";"]).join(some(self.all_certs, self.chance.randint(2, 3)))
        elif form == "skills":
            skills = some(self.all_skills, self.chance.randint(1, 3))
            person["skill"] = skills if self.chance.random() < 0.5 else ",".join(skills)
        elif form == "level":
            person["level"] = pick(["I", "II", "III", "senior", "lead", "supervisor", "manager"])
        elif form == "metros":
            del person["state"]
            place = self.chance.randrange(len(self.metro_codes))
            code = self.metro_codes[place]
            person["metro"] = pick([code, int(code) if code[0] != "0" else code, self.metro_titles[place]])
        elif form == "metro_codes":
            del person["state"]
            code = pick(self.metro_codes)
            person["metro"] = pick([code, int(code)]) if code[0] != "0" else code
        elif form == "remote_only":
            del person["state"]
            person["remote"] = True
        elif form == "state_metro":
            place = self.chance.randrange(len(self.metro_codes))
            person["state"] = self.metro_titles[place].split(", ")[-1].split(" ")[0].split("-")[0]
            if person["state"] not in STATES:
                person["state"] = "CA"
                place = self.metro_codes.index("41860")
            person["metro"] = self.metro_codes[place]
        elif form == "county":
            person["state"], person["county"] = pick([("IL", "Cook"), ("CA", "Los Angeles"), ("TX", "Harris"), ("AZ", "Maricopa"), ("WA", "King"), ("FL", "Orange")])
        elif form == "remote":
            del person["state"]
            person["remote"] = self.chance.random() < 0.8
        elif form == "as_of":
            person["as_of"] = pick(["2025Q2", "2026Q1", "2024-11", "2025-12", "release"])
        elif form == "release":
            person = {"role": "29-2072", "release": pick([2024, "2023", 2022])}
        elif form == "escaped":
            person["note"] = pick(NOTES)
        elif form == "nulls":
            person[pick(["cert", "education", "setting"])] = None
        elif form == "extra":
            person["employer"] = {"name": "St. \"X\"", "units": [1, 2, {"beds": 250}], "open": True}
            person["shift"] = pick(["day", "night"])
        elif form == "titles":
            person["role"] = self.one(self.titles)
        elif form == "socs":
            person["role"] = pick(self.socs)
        elif form == "no_role":
            del person["role"]
        elif form == "places":
            del person["state"]
            person["place"] = pick(PLACES)
        elif form == "pay":
            dollars = self.chance.randrange(32_000, 160_000, 50)
            person["pay"] = pick([dollars, f"${dollars:,}", f"{dollars / 1000:.1f}k", f"{dollars / 2080:.2f}/h"])
        return person

    def spoiled(self, kind, person):
        if kind == "unknown title":
            person["role"] = self.chance.choice(["Truck Driver", "Head Chef", "Pilot II", "Zookeeper"])
        elif kind == "unknown credential":
            person["cert"] = self.chance.choice(["RHIZ", "MBA", "CCSX"])
        elif kind == "unknown place":
            person["state"] = self.chance.choice(["ZZ", "Quebec", "XX"])
        elif kind == "unknown setting":
            person["setting"] = "hospitl"
        elif kind == "years out of range":
            person["years"] = self.chance.choice([-1, 99, "six"])
        elif kind == "bad as_of":
            person["as_of"] = "yesterday"
        elif kind == "contradiction":
            person["remote"] = True
        return person

    def json_row(self, form, number):
        if form == "mix":
            bad = self.chance.random() * 100 < BAD_SHARE
            form = "bad" if bad else self.one(self.by_form)
            return self.json_row(form, number) if bad else self.json_of(form, self.person(True), number)
        if form == "bad":
            kind = self.chance.choice([*BAD])
            row = self.json_of("plain", self.spoiled(kind, self.person(True)), number)
            return BAD[kind](row[:-1]) + "\n" if BAD[kind] else row
        if form == "wide":
            return self.json_of(self.chance.choice(WIDE), self.person(True), number)
        if form == "ten_bad":
            return self.json_row("bad" if self.chance.random() * 100 < BAD_SHARE else "plain", number)
        person = self.person(False)
        if form == "key":
            person = {name: person[name] for name in ("role", "state", "years")}
        return self.json_of(form, person, number)

    def json_of(self, form, person, number):
        person = {"id": number, **self.written(form, person)}
        items = list(person.items())
        if form == "shuffled":
            self.chance.shuffle(items)
        if form == "numbers":
            years = person["years"]
            text = self.chance.choice([f"{years}.0", f"{years}e0", f'"{years}"', f"{years / 10}e1"])
            return "{" + ",".join(f'"{key}":{text if key == "years" else json.dumps(value)}' for key, value in items) + "}\n"
        row = json.dumps(dict(items), separators=(", ", ": ") if form == "spaced" else (",", ":"))
        if form == "escaped":
            row = row.replace("hospital", "h\\u006fspital")
        return row + "\n"

    CSV_COLUMNS = ["id", "role", "cert", "years", "education", "state", "setting"]
    CSV_MIX_COLUMNS = [*CSV_COLUMNS, "metro", "county", "remote", "level", "skill", "as_of", "release", "note", "place", "pay"]

    def csv_row(self, form, number):
        if form == "csv":
            return ",".join(map(str, [number, *self.person(False).values()])) + "\n"
        bad = self.chance.random() * 100 < BAD_SHARE
        person = self.spoiled(self.chance.choice([*BAD]), self.person(True)) if bad else self.written(self.one(self.by_form), self.person(True))
        for key, value in person.items():
            if isinstance(value, list):
                person[key] = self.chance.choice([",", ";", "|"]).join(value)
            elif isinstance(value, bool):
                person[key] = self.chance.choice([["false", "no", "0"], ["true", "Yes", "1"]][value])
        out = io.StringIO()
        quoting = csv.QUOTE_ALL if self.chance.random() < 0.1 else csv.QUOTE_MINIMAL
        csv.writer(out, quoting=quoting, lineterminator="\n").writerow([number, *(person.get(name) for name in self.CSV_MIX_COLUMNS[1:])])
        return out.getvalue()


def blocks(form, count, program):
    """The text of all rows, BLOCK rows at a time."""
    drawer = Drawer(program)
    is_csv = form.startswith("csv")
    if is_csv:
        yield ",".join(drawer.CSV_COLUMNS if form == "csv" else drawer.CSV_MIX_COLUMNS) + "\n"
    row = drawer.csv_row if is_csv else drawer.json_row
    mark = 987654321  # an id that every row gets first
    base = [row(form, mark).split(str(mark), 1) for _ in range(min(count, BASE))]
    for first in range(0, count, BLOCK):
        yield "".join([str(number).join(base[number % BASE]) for number in range(first, min(first + BLOCK, count))])


def print_weights():
    total = sum(weight for _, weight in FORMS.values())
    for name, (what, weight) in FORMS.items():
        print(f"{name:12} {weight * (100 - BAD_SHARE) / total:5.1f}%  {what}")
    print(f"{'bad':12} {BAD_SHARE:5.1f}%  one kind each: {', '.join(BAD)}")


def main():
    if sys.argv[1:] == ["--weights"]:
        print_weights()
        return
    form, count, program = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    if form not in [*FORMS, *OTHER_FORMS, "ten_bad"]:
        sys.exit(f"rows.py: unknown form {form}; use one of {', '.join([*FORMS, *OTHER_FORMS, 'ten_bad'])}")
    for block in blocks(form, count, program):
        sys.stdout.write(block)


if __name__ == "__main__":
    main()
