#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs the ```console blocks of README.md and docs/*.md and compares what they show with what is printed.

A block holds `$ command` lines, each followed by its output. `script/run X` stands for `hisalary X`; `script/test` is not run.
"""
import argparse
import difflib
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from golden import environment


def run(command, cwd, env):
    command = re.sub(r"(?<!\S)(\./)?script/run(?=\s|$)", "hisalary", command)
    done = subprocess.run(["bash", "-c", command], cwd=cwd, env=env, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120)
    return done.stdout.decode("utf-8", "backslashreplace").replace("\r\n", "\n")


def rendered(block, cwd, env):
    out, lines = [], block.split("\n")
    while lines:
        line = lines.pop(0)
        if not line.startswith("$ "):
            continue  # old output
        command = [line]
        while command[-1].endswith("\\") and lines:
            command.append(lines.pop(0))
        out += command
        if "script/test" in line:
            while lines and not lines[0].startswith("$ "):
                out.append(lines.pop(0))
        else:
            text = run("\n".join(command)[2:], cwd, env)
            out += text.rstrip("\n").split("\n") if text else []
    return "\n".join(out).rstrip("\n") + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--update", action="store_true", help="write what was printed into the files")
    parser.add_argument("binary", help="the built hisalary")
    parser.add_argument("repository", type=pathlib.Path)
    args = parser.parse_args()
    env = environment(args.binary)
    root = args.repository.resolve()
    failed = blocks = 0
    # A folder that looks like the repository, so that a command that writes a file leaves nothing behind.
    with tempfile.TemporaryDirectory(prefix="readme.") as cwd:
        for entry in root.iterdir():
            os.symlink(entry, os.path.join(cwd, entry.name))
        for path in [root / "README.md", *sorted((root / "docs").glob("*.md"))]:
            old = path.read_text(encoding="utf-8")
            pieces = re.split(r"(?m)(^```console\n)(.*?)(^```$)", old, flags=re.S | re.M)
            pieces[2::4] = [rendered(block, cwd, env) for block in pieces[2::4]]
            blocks += len(pieces[2::4])
            new = "".join(pieces)
            if new == old:
                continue
            if args.update:
                path.write_text(new, encoding="utf-8")
                print(f"rewrote {path}")
                continue
            failed += 1
            print(f"FAILED {path}")
            sys.stdout.writelines(difflib.unified_diff(old.splitlines(True), new.splitlines(True), "shown", "printed"))
    print(f"{blocks} blocks")
    if failed:
        print(f"If the new output is right: {sys.argv[0]} --update {args.binary} {args.repository}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
