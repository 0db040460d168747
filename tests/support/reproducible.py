#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The same question gives the same bytes whatever the locale, folder, home directory and time zone."""
import pathlib
import shlex
import subprocess
import sys
import tempfile

COMMANDS = [
    "--version",
    "estimate",
    "estimate --cert RHIA --years 6.5 --state CA",
    "estimate --cert RHIA --years 6.5 --state CA --explain",
    "estimate --cert RHIA --years 6.5 --state CA --json",
    "estimate --role 29-2072 --metro 41940 --hourly --format csv",
    "estimate --cert RHAI --json",
    "list roles",
    "list states --json",
    "compare --role medical-coder --vary state=TX,CA,NY --vary years=1,7.5",
    "compare --role medical-coder --vary state=TX,CA,NY --vary years=1,7.5 --json",
    "compare --role medical-coder --vary state=TX,CA,NY --vary years=1,7.5 --format csv",
    "whatif --role medical-coder --cert CPC --years 3.5 --state OH",
    "whatif --role medical-coder --cert CPC --years 3.5 --state OH --json",
    "whatif --role medical-coder --cert CPC --years 3.5 --state OH --format csv",
    "career --role medical-coder --years 3 --path default",
    "career --role medical-coder --years 3 --path default --json",
    "career --role medical-coder --years 3 --path default --format csv",
    "career --role medical-coder --years 3 --path default --svg /dev/stdout -o /dev/null",
    "offer --base 82000.50 --bonus 5.5% --match '50% of 6%' --health family --state OH",
    "offer --contract-rate 90.25 --health single --json",
    "offer --file {offers}",
    "offer --file {offers} --json",
    "offer --file {offers} --format csv",
    "outlook",
    "outlook --role medical-coder --json",
    "outlook --format csv",
    "outlook --role 29-2072 --history --format csv",
    "gs --locality Chicago",
    "gs --locality Chicago --json",
    "gs --locality Chicago --format csv",
    "check",
    "check --json",
    "check --format csv",
    "check --figure 58250 --json",
    "check --areas --json",
    "check --observed --json",
    "batch --full --quiet {people}",
    "batch --to csv --quiet {people}",
    "report --cert RHIA --years 6.5 --state CA --format html",
    "report --cert RHIA --years 6.5 --state CA --format svg",
]
OFFERS = """{"format": "hisalary/offers/1", "offers": [
  {"name": "Mercy", "base": 82000.5, "bonus": "5.5%", "state": "OH"}, {"hourly_rate": 41.25, "metro": "San Jose"}]}"""
PEOPLE = """{"role": "medical-coder", "cert": "CPC", "years": 4.5, "state": "OH"}
{"role": "29-2072", "as_of": "release"}
{"role": "nobody"}
"""
PLAIN = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}


def main():
    binary = str(pathlib.Path(sys.argv[1]).absolute())
    with tempfile.TemporaryDirectory(prefix="reproducible.") as folder:
        variants = {
            "a comma locale": ({**PLAIN, "LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8"}, "/"),
            "another folder": (PLAIN, folder),
            "a home directory": ({**PLAIN, "HOME": folder, "XDG_CONFIG_HOME": folder}, "/"),
            "another time zone": ({**PLAIN, "TZ": "Pacific/Kiritimati"}, "/"),
        }
        files = {name: pathlib.Path(folder, name + ".json") for name in ("offers", "people")}
        files["offers"].write_text(OFFERS)
        files["people"].write_text(PEOPLE)
        failures = 0
        for command in COMMANDS:
            def run(env, cwd):
                done = subprocess.run([binary, *(word.format(**files) for word in shlex.split(command))], env=env, cwd=cwd, stdin=subprocess.DEVNULL, capture_output=True)
                return done.returncode, done.stdout, done.stderr

            expected = run(PLAIN, "/")
            if not expected[1] + expected[2]:
                failures += 1
                print(f"FAILED hisalary {command}: printed nothing, exit {expected[0]}")
            for name, variant in variants.items():
                if run(*variant) != expected:
                    failures += 1
                    print(f"FAILED hisalary {command}: other bytes under {name}")
    print(f"{len(COMMANDS)} commands, {len(variants)} surroundings, {failures} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
