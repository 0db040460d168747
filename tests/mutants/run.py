#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Changes one thing in the sources at a time, in a copy, and runs the tests that must see it: a mutant that no test catches shows what is not tested.

    tests/mutants/run.py /tmp/mutants            all of them; the folder holds the copy and its build, and is used again
    tests/mutants/run.py /tmp/mutants csv-formula zero-byte
    tests/mutants/run.py --check                 only that every text still stands in its source once (a test runs this)
    tests/mutants/run.py --table                 the table of README.md
"""
import argparse
import collections
import os
import pathlib
import shutil
import signal
import subprocess
import sys

from mutants import MUTANTS

ROOT = pathlib.Path(__file__).resolve().parents[2]
PATIENCE = 240  # seconds for a test; the slowest takes 30
FOLDERS = ("base", "data", "model", "query", "explain", "advise", "audit", "output", "batch", "cli")


def stands(test):
    """Whether there is such a test: a golden file, a script, a file or tag of Catch2 tests in brackets, or words of their names in order."""
    kind, _, name = test.partition(" ")
    if kind not in ("unit", "property"):
        return (ROOT / "tests/golden" / kind).exists() or (ROOT / f"tests/support/{kind}.py").exists()
    folder = ROOT / "tests" / kind
    names = "\n".join(line for path in folder.glob("*.cpp") for line in path.read_text(encoding="utf-8").splitlines() if "TEST_CASE" in line)
    return (folder / f"{name.strip('[]')}_test.cpp").exists() if name.startswith("[") and name not in names else name in names


def catch2_filter(kind, name):
    if not name.startswith("["):
        return [f"*{name}*"]
    file = f"{name.strip('[]')}_test"
    return ["-#", f"[#{file}]"] if (ROOT / "tests" / kind / f"{file}.cpp").exists() else [name]


def stale():
    """Mutants whose text is no longer in its source, or more than once; folders without a mutant."""
    for name, source, text, *_ in MUTANTS:
        count = (ROOT / source).read_text(encoding="utf-8").count(text)
        if count != 1:
            yield f"{name}: its text stands {count} times in {source}"
    for test in sorted({test for mutant in MUTANTS for test in mutant[5]}):
        if not stands(test):
            yield f"there is no test \"{test}\""
    for folder in FOLDERS:
        if not any(mutant[1].startswith(f"src/{folder}/") for mutant in MUTANTS):
            yield f"no mutant in src/{folder}"
    for name, count in collections.Counter(mutant[0] for mutant in MUTANTS).items():
        if count > 1:
            yield f"{name}: {count} mutants of this name"


def copy(folder):
    tree = folder / "tree"
    tree.mkdir(parents=True, exist_ok=True)
    names = subprocess.run(["git", "-C", ROOT, "ls-files", "-co", "--exclude-standard", "-z"], check=True, capture_output=True).stdout.decode().split("\0")
    for name in filter(None, names):
        source, target = ROOT / name, tree / name
        if source.is_file() and (not target.exists() or target.read_bytes() != source.read_bytes()):
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target)
    return tree


def build(tree, targets):
    if not (tree / "build/dev/build.ninja").exists():
        subprocess.run(["cmake", "--preset", "dev"], cwd=tree, check=True, stdout=subprocess.DEVNULL)
    return subprocess.run(["ninja", "-C", "build/dev", *targets], cwd=tree, capture_output=True, text=True)


def sees(tree, test):
    """Whether a test fails, or does not end."""
    kind, _, name = test.partition(" ")
    program = tree / "build/dev/hisalary"
    if kind in ("unit", "property"):
        command = [tree / f"build/dev/tests/{kind}_tests", *catch2_filter(kind, name)]
    elif kind.endswith(".golden"):
        command = [sys.executable, tree / "tests/support/golden.py", program, tree / "tests/golden" / kind]
    else:
        command = [sys.executable, tree / f"tests/support/{kind}.py", program]
    running = subprocess.Popen(command, cwd=tree, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        return running.wait(timeout=PATIENCE) != 0
    except subprocess.TimeoutExpired:
        os.killpg(running.pid, signal.SIGKILL)  # a test that hangs is seen, too
        running.wait()
        return True


def targets_of(tests):
    kinds = {test.split(" ")[0] for test in tests}
    return sorted({f"{kind}_tests" if kind in ("unit", "property") else "hisalary_program" for kind in kinds})


def caught_by(tree, mutant):
    name, source, text, other, _, tests = mutant
    path = tree / source
    whole = path.read_text(encoding="utf-8")
    path.write_text(whole.replace(text, other), encoding="utf-8")
    try:
        for test in tests:
            built = build(tree, targets_of([test]))
            if built.returncode != 0:
                return "does not compile: " + built.stdout[-800:]
            if sees(tree, test):
                return test
    finally:
        path.write_text(whole, encoding="utf-8")
    return None


def table():
    yield "| mutant | source | what goes wrong | seen by |"
    yield "|---|---|---|---|"
    for name, source, _, _, wrong, tests in MUTANTS:
        yield f"| {name} | {source} | {wrong} | {', '.join(tests)} |"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--table", action="store_true")
    parser.add_argument("folder", nargs="?", type=pathlib.Path)
    parser.add_argument("names", nargs="*")
    args = parser.parse_args()
    if args.table:
        print("\n".join(table()))
        return 0
    found = list(stale())
    page = (ROOT / "tests/mutants/README.md").read_text(encoding="utf-8")
    found += [] if "\n".join(table()) in page else ["the table of README.md is another; tests/mutants/run.py --table prints it"]
    if args.check or found:
        print("\n".join([*found, f"{len(MUTANTS)} mutants, {len(found)} problems"]))
        return 1 if found else 0
    tree = copy(args.folder.resolve())
    missed = []
    chosen = [mutant for mutant in MUTANTS if not args.names or mutant[0] in args.names]
    used = sorted({test for mutant in chosen for test in mutant[5]})
    if build(tree, targets_of(used)).returncode != 0 or (failed := [test for test in used if sees(tree, test)]):
        print(f"without any mutant these fail: {', '.join(failed)}" if failed else "the copy does not build")
        return 1
    for mutant in chosen:
        by = caught_by(tree, mutant)
        print(f"{mutant[0]}: {f'caught by {by}' if by else 'MISSED'}", flush=True)
        if by is None or by.startswith("does not"):
            missed.append(mutant[0])
    print(f"{len(chosen)} mutants, {len(missed)} missed {' '.join(missed)}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
