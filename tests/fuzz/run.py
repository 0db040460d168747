#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs the fuzz targets of a build, one after the other, and prints what each did. Findings are kept beside the corpus as crash-*."""
import argparse
import pathlib
import re
import subprocess
import sys
import tempfile


def run(program, corpus, seconds):
    with tempfile.TemporaryDirectory(prefix="fuzz.") as found:
        command = [program, f"-max_total_time={seconds}", "-timeout=30", "-rss_limit_mb=4096", "-print_final_stats=1", "-verbosity=1",
                   f"-artifact_prefix={corpus}/crash-", found, str(corpus)]
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        text = done.stderr.decode("utf-8", "replace")
    executed = re.search(r"stat::number_of_executed_units: (\d+)", text)
    covered = re.findall(r"cov: (\d+) ft: (\d+)", text)
    print(f"{program.name}: {executed.group(1) if executed else '?'} runs, {' edges, '.join(covered[-1]) if covered else '?'} features, exit {done.returncode}", flush=True)
    if done.returncode != 0:
        print(text[-3000:])
    return done.returncode


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("targets", nargs="*", help="all when none is named")
    parser.add_argument("--seconds", type=int, default=600, help="for each target")
    args = parser.parse_args()
    here = pathlib.Path(__file__).resolve().parent
    names = args.targets or sorted(path.name for path in (here / "corpus").iterdir())
    return max(run((args.build / "tests" / "fuzz" / f"{name}_fuzz").resolve(), here / "corpus" / name, args.seconds) for name in names)


if __name__ == "__main__":
    sys.exit(main())
