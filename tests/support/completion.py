#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Completion in bash, zsh and fish, each driven through a terminal of its own: keys in, the arguments that the shell then runs out."""
import fcntl
import os
import pathlib
import pty
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time

# What is typed before the Tab key, and the last argument after it.
SAME_IN_ALL = [
    ("hisalary est", "estimate"),
    ("hisalary estimate --ro", "--role"),
    ("hisalary estimate --role medical-co", "medical-coder"),
    ("hisalary estimate --role 'Medical co", "Medical coder"),
    ("hisalary estimate --role 29-902", "29-9021"),
    ("hisalary estimate --cert CPHI", "CPHIMS"),
    ("hisalary estimate --cert RHIT,CPHI", "RHIT,CPHIMS"),
    ("hisalary estimate --cert cphi", "CPHIMS"),
    ("hisalary estimate --level sup", "supervisor"),
    ("hisalary estimate --state Calif", "California"),
    ("hisalary estimate --state=Calif", "--state=California"),
    ("hisalary estimate --metro 'San Fr", "San Francisco-Oakland-Fremont, CA"),
    ("hisalary estimate --metro \"San Fr", "San Francisco-Oakland-Fremont, CA"),
    ("hisalary estimate --metro San\\ Fr", "San Francisco-Oakland-Fremont, CA"),
    ("hisalary estimate --metro=San\\ Fr", "--metro=San Francisco-Oakland-Fremont, CA"),
    ("hisalary estimate --metro 4186", "41860"),
    ("hisalary estimate --place 'North Da", "North Dakota"),
    ("hisalary estimate --setting physician", "physician-office"),
    ("hisalary estimate --skill icd-10-p", "icd-10-pcs"),
    ("hisalary estimate --education bach", "bachelor"),
    ("hisalary estimate --fields conf", "confidence"),
    ("hisalary estimate --fields p50,conf", "p50,confidence"),
    ("hisalary estimate --format js", "json"),
    ("hisalary compare --vary stat", "state="),
    ("hisalary compare --vary state=TX,Calif", "state=TX,California"),
    ("hisalary gs --locality 'minneap", "Minneapolis-St. Paul, MN-WI"),
    ("hisalary batch peo", "people of ours.csv"),
    ("hisalary batch --summary-to res", "results.json"),
    ("hisalary estimate --data my", "my-data"),
    ("hisalary data verify my", "my-data"),
    ("hisalary list occu", "occupations"),
    ("hisalary help exit", "exit-codes"),
    ("hisalary estimate --years 4 --unknown x --sett", "--setting"),
]
LISTED = ("hisalary estimate --cert RHI", ["RHIA", "RHIT"])

# `show` prints the arguments that it gets; what a shell does at its start is left out.
SHELLS = {
    "bash": (["bash", "--norc", "--noprofile", "-i"],
             ["PS1='ready> '", "bind 'set bell-style none'", "bind 'set enable-bracketed-paste off'",
              "show() { printf '<%s>' \"$@\"; echo ' shown'; }", "source completions/bash"]),
    "zsh": (["zsh", "-f", "-i"],
            ["PS1='ready> '", "unsetopt prompt_sp beep", "bindkey -e", "zle_bracketed_paste=()",
             "show() { printf '<%s>' \"$@\"; echo ' shown' }", "fpath=($PWD/completions/zsh $fpath)", "autoload -Uz compinit", "compinit -u -D"]),
    "fish": (["fish", "--no-config", "--interactive"],
             ["function fish_prompt; echo 'ready> '; end", "function show; printf '<%s>' $argv; echo ' shown'; end",
              "source completions/fish"]),
}


class Terminal:
    """A shell on a terminal of its own."""

    def __init__(self, command, folder, environment):
        self.child, self.master = pty.fork()
        if self.child == 0:
            os.chdir(folder)
            os.execvpe(command[0], command, environment)
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 200, 0, 0))
        self.seen = ""

    def press(self, keys):
        os.write(self.master, keys.encode())

    def read(self, until=None, quiet=0.25, longest=15.0):
        """What is shown until some text comes, or until nothing more does."""
        shown, end = "", time.monotonic() + longest
        while time.monotonic() < end and not (until and until in shown):
            ready, _, _ = select.select([self.master], [], [], longest if until else quiet)
            if not ready:
                break
            try:
                piece = os.read(self.master, 65536).decode("utf-8", "replace")
            except OSError:
                break
            shown += piece
            # fish asks terminals what they are, and waits for the answer.
            if "\x1b[c" in piece or "\x1b[0c" in piece:
                self.press("\x1b[?1;2c")
        self.seen += shown
        return shown

    def close(self):
        os.close(self.master)
        os.kill(self.child, signal.SIGKILL)
        os.waitpid(self.child, 0)


def last_argument(terminal, typed):
    """The last argument of the line that the Tab key makes of what was typed."""
    terminal.press(typed + "\t")
    terminal.read(quiet=0.15)
    terminal.press("\x01show \x05\r")
    shown = terminal.read(until=" shown\r\n", longest=5.0)
    if " shown\r\n" not in shown:  # a quote that is still open, or a list that waits
        terminal.press("\x03")
        terminal.read()
        return f"not run: {shown[-300:]!r}"
    arguments = shown[: shown.rindex(" shown\r\n")]
    return arguments[arguments.rindex("<") + 1 : -1].rstrip("/")


def try_shell(name, folder, environment):
    command, start = SHELLS[name]
    terminal = Terminal(command, folder, environment)
    failures = []
    terminal.read(quiet=1.0)
    for line in start:
        terminal.press(line + "\r")
        terminal.read(quiet=0.2)
    for typed, wanted in SAME_IN_ALL:
        got = last_argument(terminal, typed)
        if got != wanted:
            failures.append(f"{name}: {typed}<Tab> gives {got!r}, not {wanted!r}")
    typed, wanted = LISTED
    terminal.press(typed + "\t\t")
    shown = re.sub(r"\x1b(\[[0-9;]*m|\(B)", "", terminal.read(quiet=0.5))  # without colors
    if not all(word in shown for word in wanted):
        failures.append(f"{name}: {typed}<Tab><Tab> lists {shown!r}")
    terminal.close()
    return failures


def main():
    binary = pathlib.Path(sys.argv[1]).resolve()
    failures, absent = [], []
    with tempfile.TemporaryDirectory(prefix="completion.") as root:
        folder = pathlib.Path(root)
        (folder / "completions/zsh").mkdir(parents=True)
        (folder / "bin").mkdir()
        (folder / "bin/hisalary").symlink_to(binary)
        for shell, file in (("bash", "bash"), ("zsh", "zsh/_hisalary"), ("fish", "fish")):
            with open(folder / "completions" / file, "wb") as script:
                subprocess.run([binary, "generate", shell], stdout=script, check=True)
        (folder / "people of ours.csv").touch()
        (folder / "results.json").touch()
        (folder / "my-data").mkdir()
        environment = {"PATH": f"{folder}/bin:/usr/local/bin:/usr/bin:/bin", "HOME": root, "TERM": "xterm", "LC_ALL": "C.UTF-8"}
        for name in SHELLS:
            if shutil.which(name, path=environment["PATH"]):
                failures += try_shell(name, folder, environment)
            else:
                absent.append(name)
    for failure in failures:
        print("FAILED:", failure)
    print(f"{len(failures)} failures")
    if absent and not failures:
        print("skipped: no", ", ".join(absent), "here; script/bootstrap test installs them")
        return 77
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
