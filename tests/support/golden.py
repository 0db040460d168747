#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs golden tests: text files of commands with the output they must have.

    # a comment
    $ hisalary estimate --role 29-2072 --as-of release
    what it prints on standard output
    ! what it prints on standard error
    ? 0

`? N` is the exit code and ends a command; the commands of a file share one fresh directory. Commands run by bash with nothing in
the environment but PATH, LC_ALL, COLUMNS and TZ. A backslash at the end of a command continues it; a backslash at the start of an output
line stands before one that would look like one of the marks, and `\\ no newline at end` says just that. A carriage return shows as ␍.
"""
import argparse
import difflib
import os
import pathlib
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

SKIPPED = 77


def environment(binary, locale="C.UTF-8"):
    passed = {k: v for k, v in os.environ.items() if k in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS", "LLVM_PROFILE_FILE")}
    path = f"{pathlib.Path(binary).resolve().parent}:/usr/local/bin:/usr/bin:/bin"
    return {**passed, "PATH": path, "LC_ALL": locale, "COLUMNS": "80", "TZ": "UTC"}


def marked(text, mark=""):
    """Output as it stands in a golden file."""
    if not text:
        return []
    lines = text.replace("\r", "\u240d").split("\n")
    tail = [] if lines[-1] == "" else ["\\ no newline at end"]
    if not tail:
        lines.pop()
    if mark:
        return [f"{mark} {line}" if line else mark for line in lines] + tail
    return ["\\" + line if re.match(r"[$!?] |!$|\\", line) else line for line in lines] + tail


def run(command, cwd, env):
    done = subprocess.run(["bash", "-c", command], cwd=cwd, env=env, stdin=subprocess.DEVNULL, capture_output=True, timeout=120)
    out, err = done.stdout.decode("utf-8", "backslashreplace"), done.stderr.decode("utf-8", "backslashreplace")
    return marked(out) + marked(err, "!") + [f"? {done.returncode}"]


def commands(lines):
    """Splits the lines of a golden file into ("text", line) and ("command", lines of it); what was printed is dropped."""
    position, inside = 0, False
    while position < len(lines):
        line = lines[position]
        position += 1
        if line.startswith("$ "):
            block = [line]
            while block[-1].endswith("\\") and position < len(lines):
                block.append(lines[position])
                position += 1
            inside = True
            yield "command", block
        elif line.startswith("? "):
            inside = False
        elif not inside:
            yield "text", line


def shell(block):
    return "\n".join(block)[2:]


def actual(path, env):
    lines = path.read_text(encoding="utf-8").split("\n")
    out = []
    with tempfile.TemporaryDirectory(prefix="golden.") as cwd:
        for kind, value in commands(lines):
            if kind == "text":
                out.append(value)
            else:
                out += value + run(shell(value), cwd, env)
    return "\n".join(out).rstrip("\n") + "\n"


def golden_files(paths):
    for path in map(pathlib.Path, paths):
        yield from sorted(path.rglob("*.golden")) if path.is_dir() else [path]


def check(args, files):
    env = environment(args.binary, args.locale)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(lambda path: actual(path, env), files))
    failed = []
    for path, result in zip(files, results):
        expected = path.read_text(encoding="utf-8")
        if result == expected:
            continue
        if args.update:
            path.write_text(result, encoding="utf-8")
            print(f"rewrote {path}")
            continue
        failed.append(path)
        print(f"FAILED {path}")
        sys.stdout.writelines(difflib.unified_diff(expected.splitlines(True), result.splitlines(True), "expected", "printed"))
    print(f"{len(files)} golden files, {len(failed)} failed")
    if failed:
        print(f"If the new output is right: {sys.argv[0]} --update {args.binary} {' '.join(map(str, failed))}")
    return 1 if failed else 0


def help_of(binary, words, env):
    done = subprocess.run([binary, *words, "--help"], env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    return done.stdout if done.returncode == 0 else None


def options_by_command(binary, env, words=(), parent=None):
    """{command words: its option names}, from the help of every command and sub-command."""
    text = help_of(binary, words, env)
    if text is None or text == parent:
        return {}
    cells = [re.split(r" {2,}", line.strip())[0] for line in text.splitlines() if re.match(r"\s+-", line)]
    found = {words: sorted({name for cell in cells for name in re.findall(r"--[a-z][a-z-]*", cell)})}
    for name in dict.fromkeys(re.findall(r"(?m)^\s+([a-z][a-z-]+)\b", text)):
        if len(words) < 2 and name != "hisalary":
            found |= options_by_command(binary, env, (*words, name), text)
    return found


def completeness(args, files):
    """Every option that a command's help names must be used in some golden command."""
    used = []
    for path in files:
        for kind, block in commands(path.read_text(encoding="utf-8").split("\n")):
            if kind == "command":
                used += [call.split() for call in re.findall(r"\bhisalary\b([^|;&\n]*(?:\\\n[^|;&\n]*)*)", shell(block))]
    missing = []
    for words, names in options_by_command(args.binary, environment(args.binary)).items():
        # A report of another command's answer takes that command's options, and writes as the plain report does.
        alike = [list(words), list(words[1:]), list(words[:1])] if words[:1] == ("report",) and len(words) > 1 else [list(words)]
        calls = [call for call in used if any(call[: len(one)] == one for one in alike)]
        given = {token.split("=")[0] for call in calls for token in call}
        missing += [" ".join(["hisalary", *words, name]) for name in names if name not in given]
    for line in missing:
        print(f"no golden test uses: {line}")
    print(f"{len(missing)} options without a golden test")
    return 1 if missing else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--update", action="store_true", help="write what was printed into the files")
    parser.add_argument("--list", action="store_true", help="list the commands and stop")
    parser.add_argument("--options", action="store_true", help="check that every option occurs in a golden file")
    parser.add_argument("--locale", default="C.UTF-8")
    parser.add_argument("binary", help="the built hisalary")
    parser.add_argument("files", nargs="+", help="golden files, or folders of them")
    args = parser.parse_args()
    args.binary = os.path.abspath(args.binary)
    files = list(golden_files(args.files))
    if args.list:
        for path in files:
            for kind, block in commands(path.read_text(encoding="utf-8").split("\n")):
                if kind == "command":
                    print(f"{path}: {shell(block)}")
        return 0
    if args.options:
        return completeness(args, files)
    known = subprocess.run(["locale", "-a"], capture_output=True, text=True).stdout.lower().replace("utf-8", "utf8").split()
    if args.locale.lower().replace("utf-8", "utf8") not in known:
        print(f"skipped: no locale {args.locale} here; script/bootstrap test adds it")
        return SKIPPED
    return check(args, files)


if __name__ == "__main__":
    sys.exit(main())
