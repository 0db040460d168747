#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs the tests of a build with coverage and reports lines and branches by file; fails when the library has less than 95% of its lines.

    cmake --workflow --preset coverage
    python3 tests/support/coverage.py build/coverage --missing src/query     the lines that no test ran, too"""
import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

LIBRARY = ("base", "data", "model", "query", "explain", "advise")
ENOUGH = 95.0
SKIPPED = 77
ROOT = pathlib.Path(__file__).resolve().parents[2]


def tool(name):
    found = shutil.which(name) or shutil.which(f"{name}-14")
    if not found:
        print(f"skipped: no {name} here")
        sys.exit(SKIPPED)
    return found


def run_tests(build, folder):
    env = {**os.environ, "LLVM_PROFILE_FILE": f"{folder}/%p.profraw"}
    tests = build / "tests"
    for command in ([tests / "unit_tests"], [tests / "property_tests"], [tests / "published_tests"],
                    [sys.executable, ROOT / "tests/support/golden.py", build / "hisalary", ROOT / "tests/golden"]):
        done = subprocess.run(command, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if done.returncode != 0:
            print(done.stdout[-2000:])
            sys.exit(1)


def percent(part):
    return 100.0 if part["count"] == 0 else 100.0 * part["covered"] / part["count"]


def add(total, summary):
    for kind in ("lines", "branches"):
        for key in ("count", "covered"):
            total[kind][key] += summary[kind][key]


def missing_lines(files, wanted):
    for file in files:
        name = os.path.relpath(file["filename"], ROOT)
        if wanted and name.startswith(wanted):
            lines, last = set(), None
            for line, _, count, has_count, *_ in file["segments"]:
                if last is not None:
                    lines.update(range(last, line))
                last = line if has_count and count == 0 else None
            if lines:
                print(f"{name}: {sorted(lines)}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--missing", default="", metavar="PATH")
    args = parser.parse_args()
    build = args.build.resolve()
    cov, profdata = tool("llvm-cov"), tool("llvm-profdata")
    with tempfile.TemporaryDirectory(prefix="coverage.") as folder:
        run_tests(build, folder)
        raw = [str(path) for path in pathlib.Path(folder).glob("*.profraw")]
        merged = f"{folder}/all.profdata"
        subprocess.run([profdata, "merge", "-sparse", "-o", merged, *raw], check=True)
        binaries = [build / "hisalary", *(build / "tests" / f"{kind}_tests" for kind in ("unit", "property", "published"))]
        objects = [word for binary in binaries[1:] for word in ("-object", str(binary))]
        export = subprocess.run([cov, "export", f"-instr-profile={merged}", str(binaries[0]), *objects, str(ROOT / "src"), str(ROOT / "include")],
                                check=True, capture_output=True, text=True, cwd=ROOT)
    files = json.loads(export.stdout)["data"][0]["files"]
    totals = {name: {kind: {"count": 0, "covered": 0} for kind in ("lines", "branches")} for name in ("library", "all")}
    rows = []
    for file in files:
        name = os.path.relpath(file["filename"], ROOT)
        add(totals["all"], file["summary"])
        if name.startswith("include/") or name.split("/")[1] in LIBRARY:
            add(totals["library"], file["summary"])
        rows.append((percent(file["summary"]["lines"]), percent(file["summary"]["branches"]), name))
    for lines, branches, name in sorted(rows):
        if lines < ENOUGH:
            print(f"{lines:6.1f}% of lines {branches:6.1f}% of branches  {name}")
    for name, total in totals.items():
        print(f"{name}: {percent(total['lines']):.1f}% of {total['lines']['count']} lines, {percent(total['branches']):.1f}% of {total['branches']['count']} branches")
    missing_lines(files, args.missing)
    return 0 if percent(totals["library"]["lines"]) >= ENOUGH else 1


if __name__ == "__main__":
    sys.exit(main())
