#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""`hisalary` alone: four questions on a terminal, a few lines elsewhere."""
import os
import pty
import subprocess
import sys


def at_terminal(binary, typed):
    """What the program shows on a terminal of its own, and its exit code."""
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(LC_ALL="C.UTF-8", COLUMNS="80", NO_COLOR="1")
        os.execv(binary, [binary])
    os.write(terminal, typed.encode())
    shown = b""
    while True:
        try:
            piece = os.read(terminal, 4096)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    return shown.decode().replace("\r\n", "\n"), os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def main():
    binary = os.path.abspath(sys.argv[1])
    failures = []

    def check(what, holds, shown=""):
        if not holds:
            failures.append(f"{what}\n{shown}")

    shown, code = at_terminal(binary, "Inpatient Coder II\nCCS\n6\nColumbus, OH\n")
    check("four answers give an estimate", code == 0 and "Medical coder, Level II, CCS, 6 years, Columbus, OH" in shown, shown)
    check("the same command line is shown", "hisalary estimate '--role=Inpatient Coder II' --cert=CCS --years=6 '--place=Columbus, OH'" in shown, shown)
    shown, code = at_terminal(binary, "\n\n\n\n")
    check("open questions stay unknown", code == 0 and "a year" in shown and "hisalary estimate\n" in shown, shown)
    shown, code = at_terminal(binary, "coder\nRHAI\nRHIA\n-3\n3\nNowhereville\nOhio\n")
    check("a bad answer is asked again", code == 0 and shown.count("Credentials (") == 2 and shown.count("Years of") == 2, shown)
    check("what was wrong is said", "did you mean RHIA?" in shown and "RHIA, 3 years, Ohio" in shown, shown)
    shown, code = at_terminal(binary, "coder\n\x04")
    check("the end of the input ends it", code == 0 and "a year" not in shown, shown)
    done = subprocess.run([binary], input="", capture_output=True, text=True)
    check("off a terminal nothing is asked", done.returncode == 0 and "--help" in done.stdout, done.stdout)

    for failure in failures:
        print("FAILED:", failure)
    print(f"{len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
