#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs the ```console blocks of README.md and docs/*.md and compares what they show with what is printed.

A block holds `$ command` lines, each followed by its output. `script/run X` stands for `hisalary X`; `script/test` is not run. A block whose
first line names a file behind the language (```csv team.csv) is that file for the commands after it. C++ blocks that name a file of examples/ must
be that file. Links within the repository must lead somewhere. Commands that call R or DuckDB run where these are; --needs runs nothing else, and says that it skips where they are not.
"""
import argparse
import difflib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from golden import environment


# Programs that few have: commands that call one keep the output that is shown where it is not.
RARE = ("Rscript", "duckdb")
BLOCK = re.compile(r"(?ms)^```([a-z]+)(?: ([\w./-]+))?\n(.*?)^```$")

# What a page points at in the repository.
LINK = re.compile(r"""(?:\]\(|src=")(?!https?:|#)([^)"#]+)""")


def rare_in(block):
    return [tool for tool in RARE if re.search(rf"\b{tool}\b", block)]


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


def checked(path, args, cwd, env, faults):
    """The text of a file with the output that its blocks give now. Appends what is wrong with its named blocks."""
    def block_now(match):
        language, name, body = match.groups()
        if name and name.startswith("examples/"):
            if (args.repository / name).read_text(encoding="utf-8") != body:
                faults.append(f"{path}: the block is not {name} any more")
        elif name:
            pathlib.Path(cwd, name).write_text(body, encoding="utf-8")
        if language != "console":
            return match.group()
        rare = rare_in(body)
        if any(not shutil.which(tool, path=env["PATH"]) for tool in rare):
            args.absent.update(rare)
            return match.group()
        if args.needs and args.needs not in rare and not writes_file(body):
            return match.group()
        args.blocks += 1
        return f"```console\n{rendered(body, cwd, env)}```"

    text = path.read_text(encoding="utf-8")
    for link in LINK.findall(BLOCK.sub("", text)):
        if not (path.parent / link).exists():
            faults.append(f"{path}: {link} is not there")
    return BLOCK.sub(block_now, text)


def writes_file(body):
    return re.search(r"(?m)^\$ .*( -o |>)", body) is not None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--update", action="store_true", help="write what was printed into the files")
    parser.add_argument("--needs", choices=RARE, help="run the commands that call this, and those that write files for them")
    parser.add_argument("binary", help="the built hisalary")
    parser.add_argument("repository", type=pathlib.Path)
    args = parser.parse_args()
    args.repository = args.repository.resolve()
    args.absent, args.blocks = set(), 0
    env = environment(args.binary)
    if args.needs and not shutil.which(args.needs, path=env["PATH"]):
        print(f"skipped: no {args.needs} here")
        return 77
    failed, faults = 0, []
    for path in [args.repository / "README.md", *sorted((args.repository / "docs").glob("*.md"))]:
        # A folder that looks like the repository, so that a command that writes a file leaves nothing behind.
        with tempfile.TemporaryDirectory(prefix="readme.") as cwd:
            for entry in args.repository.iterdir():
                os.symlink(entry, os.path.join(cwd, entry.name))
            old = path.read_text(encoding="utf-8")
            new = checked(path, args, cwd, env, faults)
        if new == old:
            continue
        if args.update:
            path.write_text(new, encoding="utf-8")
            print(f"rewrote {path}")
            continue
        failed += 1
        print(f"FAILED {path}")
        sys.stdout.writelines(difflib.unified_diff(old.splitlines(True), new.splitlines(True), "shown", "printed"))
    print(*faults, f"{args.blocks} blocks" + (f"; kept as shown, for want of the program: {', '.join(sorted(args.absent))}" if args.absent else ""), sep="\n")
    if failed:
        print(f"If the new output is right: {sys.argv[0]} --update {args.binary} {args.repository}")
    return 1 if failed or faults else 0


if __name__ == "__main__":
    sys.exit(main())
