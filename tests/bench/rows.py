#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes seeded rows of people for `hisalary batch`: rows.py FORM COUNT PROGRAM > FILE.

Forms: plain, spaced (as json.dumps writes), shuffled (keys in random order), escaped (a text with escapes), titles (free job titles), places (every row
another area), csv, key (role, state and years only: what a table can be joined on).
"""
import csv
import json
import random
import subprocess
import sys

CERTS = ["RHIA", "RHIT", "CCS", "CPC", "CCS-P", "none"]
EDUCATION = ["associate", "bachelor", "master"]
SETTINGS = ["hospital", "physician-office", "outpatient-center"]
ORDERS = ["Senior", "Lead", "Junior", "Remote", "Certified", "Inpatient", "Outpatient", "Experienced", "Staff", "Per Diem"]
STATES = "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY".split()


def listed(program, what):
    text = subprocess.run([program, "list", what, "--format", "csv"], capture_output=True, text=True, check=True).stdout
    return [row[0] for row in csv.reader(text.splitlines()[1:])]


def main():
    form, count, program = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    chance = random.Random(20260101)
    roles = listed(program, "roles")
    metros = listed(program, "metros") if form == "places" else []
    out = []
    if form == "csv":
        out.append("id,role,cert,years,education,state,setting\n")
    for i in range(count):
        row = {"id": i, "role": chance.choice(roles), "cert": chance.choice(CERTS), "years": chance.randrange(41), "education": chance.choice(EDUCATION), "state": chance.choice(STATES),
               "setting": chance.choice(SETTINGS)}
        if form == "key":
            row = {key: row[key] for key in ("id", "role", "state", "years")}
        elif form == "places":
            del row["state"]
            row["metro"] = metros[i * 7919 % len(metros)]
        elif form == "titles":
            row["role"] = f"{chance.choice(ORDERS)} {row['role'].replace('-', ' ').title()} {chance.choice(['I', 'II', 'III', ''])} {chance.choice(ORDERS)}".strip()
        elif form == "escaped":
            row["note"] = 'said "yes"\n'
        if form == "shuffled":
            keys = list(row)
            chance.shuffle(keys)
            row = {key: row[key] for key in keys}
        out.append(",".join(map(str, row.values())) + "\n" if form == "csv" else json.dumps(row, separators=None if form == "spaced" else (",", ":")) + "\n")
        if len(out) >= 50_000:
            sys.stdout.write("".join(out))
            out.clear()
    sys.stdout.write("".join(out))


if __name__ == "__main__":
    main()
