#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs the statements of salary guides: python3 run.py BINARY statements.txt [number...]. See README.md."""
import json
import os
import re
import subprocess
import sys
import tempfile


def entries_of(path):
    """(number, point, commands, what must hold) of each entry."""
    entries = []
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        head = re.match(r"# (\d+)  (.*)", line)
        if head:
            entries.append((int(head[1]), head[2], [], []))
        elif line.startswith("$ "):
            entries[-1][2].append(line[2:])
            entries[-1][3].append([])
        elif line[:2] in ("> ", "! ", "= "):
            entries[-1][3][-1].append((line[0], line[2:]))
        elif line and not line.startswith("##"):
            sys.exit(f"{path}: not understood: {line}")
    return entries


def plain(text):
    return " ".join(text.lower().split())


def value_at(document, path):
    for part in path.strip(".").split("."):
        document = document[int(part)] if isinstance(document, list) else document[part]
    return document


def mistake(output, kind, wanted):
    """What is wrong with an output; nothing when it holds."""
    if kind == ">":
        return None if plain(wanted) in plain(output) else f"does not say: {wanted}"
    if kind == "!":
        return None if plain(wanted) not in plain(output) else f"says: {wanted}"
    path, low, high = wanted.split()
    value = value_at(json.loads(output), path)
    return None if float(low) <= value <= float(high) else f"{path} is {value}, not {low} to {high}"


def run(binary, command, folder):
    env = {**os.environ, "PATH": os.path.dirname(os.path.abspath(binary)) + ":" + os.environ["PATH"], "LC_ALL": "C.UTF-8",
           "COLUMNS": "100"}
    env.pop("HISALARY_DATA", None)
    done = subprocess.run(["bash", "-c", command], cwd=folder, env=env, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def main():
    binary, path, *only = sys.argv[1:]
    entries = entries_of(path)
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for number, point, commands, wants in entries:
            if only and str(number) not in only:
                continue
            wrong = [] if commands else ["has no command"]
            for command, wanted in zip(commands, wants):
                code, output = run(binary, command, folder)
                if code != 0:
                    wrong.append(f"{command}\n    exit {code}: {output.strip()[:300]}")
                    continue
                if not wanted:
                    wrong.append(f"{command}\n    nothing is held against it")
                for kind, text in wanted:
                    what = mistake(output, kind, text)
                    if what:
                        wrong.append(f"{command}\n    {what}")
            if wrong:
                failed += 1
                print(f"{number}  {point}")
                for one in wrong:
                    print("  " + one)
    print(f"{len(entries)} statements, {failed} failed")
    numbers = [number for number, *_ in entries]
    if numbers != list(range(1, len(numbers) + 1)):
        sys.exit("the numbers are not in order")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
