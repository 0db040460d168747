#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The same question gives the same bytes whatever the locale, folder, home directory and time zone."""
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
]
PLAIN = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}


def main():
    binary = sys.argv[1]
    with tempfile.TemporaryDirectory(prefix="reproducible.") as folder:
        variants = {
            "a comma locale": ({**PLAIN, "LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8"}, "/"),
            "another folder": (PLAIN, folder),
            "a home directory": ({**PLAIN, "HOME": folder, "XDG_CONFIG_HOME": folder}, "/"),
            "another time zone": ({**PLAIN, "TZ": "Pacific/Kiritimati"}, "/"),
        }
        failures = 0
        for command in COMMANDS:
            def run(env, cwd):
                done = subprocess.run([binary, *command.split()], env=env, cwd=cwd, stdin=subprocess.DEVNULL, capture_output=True)
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
