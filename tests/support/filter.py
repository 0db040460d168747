#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""`hisalary batch` as a filter: answers at once when asked to, progress only where it belongs, clean ends, memory that does not grow."""
import os
import pty
import re
import signal
import subprocess
import sys
import tempfile
import time

ROW = b'{"id":1,"role":"medical-coder","state":"CA","years":6}\n'
ANSWER = re.compile(rb'\{"id":1,"p10":\d+,"p25":\d+,"p50":\d+,"p75":\d+,"p90":\d+\}\n')
PROGRESS = re.compile(rb"\r[\d,]+ rows, [\d,]+ a second")
failures = []


def check(what, right, seen=b""):
    print(f"{'right' if right else 'WRONG'}: {what}" + ("" if right else f"\n  {seen!r}"[:600]))
    if not right:
        failures.append(what)


def start(program, *options, **more):
    more = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **more}
    return subprocess.Popen([program, "batch", *options], **more)


def feed(run, seconds, rows=ROW):
    """Rows for so long that the progress line has to show."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        run.stdin.write(rows)
        run.stdin.flush()
        time.sleep(0.05)


def answers_at_once(program):
    run = start(program, "--line-buffered", "--quiet")
    for _ in range(3):
        run.stdin.write(ROW)
        run.stdin.flush()
        line = run.stdout.readline()
        check("a slow producer sees its answer before it goes on", ANSWER.fullmatch(line), line)
    out, err = run.communicate(timeout=60)
    check("nothing else is printed", (run.returncode, out, err) == (0, b"", b""), out + err)


def progress(program, folder):
    run = start(program, "--progress", "--line-buffered", stdout=subprocess.DEVNULL)
    feed(run, 1.5)
    _, err = run.communicate(timeout=60)
    check("--progress shows rows and rows a second", PROGRESS.search(err), err)
    check("a pipe has no size, so no share of it", b"%" not in err, err)
    check("the summary stays, the progress goes", re.search(rb"\r\x1b\[K[\d,]+ rows in: [\d,]+ answered, 0 with an error, 0 skipped\n$", err), err)

    run = start(program, "--line-buffered", stdout=subprocess.DEVNULL)
    feed(run, 0.8)
    check("off where standard error is no terminal", b"a second" not in run.communicate(timeout=60)[1])

    master, slave = pty.openpty()
    run = start(program, "--line-buffered", stdout=subprocess.DEVNULL, stderr=slave)
    os.close(slave)
    feed(run, 1.5)
    run.stdin.close()
    run.wait(timeout=60)
    shown = os.read(master, 1 << 16)
    os.close(master)
    check("on at a terminal", PROGRESS.search(shown), shown)

    people = os.path.join(folder, "people.ndjson")
    with open(people, "wb") as file:
        file.write(ROW * 400_000)
    run = start(program, people, "--progress", "--jobs", "1", stdout=subprocess.PIPE, stdin=subprocess.DEVNULL)
    while run.poll() is None and (piece := run.stdout.read(1 << 20)):
        time.sleep(0.03 if piece else 0)
    _, err = run.communicate(timeout=60)
    check("a file's share and the time left", re.search(rb"a second, \d+%, \d+ s left", err), err)


def interrupts(program, folder):
    target = os.path.join(folder, "priced.ndjson")
    with open(target, "wb") as file:
        file.write(b"before\n")
    for number in (signal.SIGINT, signal.SIGTERM):
        run = start(program, "-o", target, "--line-buffered")
        feed(run, 0.3)
        run.send_signal(number)
        run.wait(timeout=60)
        err = run.stderr.read()
        check(f"signal {number}: exit 130, said", run.returncode == 130 and b"interrupted" in err, err)
        with open(target, "rb") as file:
            check("what was there stays", file.read() == b"before\n")
        check("nothing is left beside it", sorted(name for name in os.listdir(folder) if name.startswith("priced")) == ["priced.ndjson"])

    run = start(program, "--quiet", "--jobs", "2")
    writer = subprocess.Popen(["yes", ROW.decode().strip()], stdout=run.stdin)
    run.stdin.close()
    run.stdin = None
    head = run.stdout.read(1 << 20)
    run.send_signal(signal.SIGINT)
    rest, err = run.communicate(timeout=60)
    writer.kill()
    writer.wait()
    check("an interrupt ends with whole lines", (head + rest).endswith(b"}\n") and run.returncode == 130, (head + rest)[-200:] + err)


def pipes_and_disks(program):
    run = start(program, stdin=subprocess.DEVNULL)
    run.communicate(timeout=60)
    yes = subprocess.Popen(["yes", ROW.decode().strip()], stdout=subprocess.PIPE)
    run = start(program, stdin=yes.stdout)
    yes.stdout.close()
    run.stdout.read(100)
    run.stdout.close()
    err = run.stderr.read()
    check("quiet on a closed pipe", run.wait(timeout=60) == 0 and b"error" not in err, err)
    yes.wait(timeout=60)

    with open("/dev/full", "wb") as full:
        run = start(program, stdout=full)
        _, err = run.communicate(ROW, timeout=60)
    check("a full disk is said", run.returncode == 4 and b"No space left" in err, err)


def peak(program, pieces, *options):
    """Peak memory in KiB of a run over an input that is never held whole."""
    run = start(program, "--quiet", *([] if "--jobs" in options else ["--jobs", "2"]), *options, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for piece in pieces:
        run.stdin.write(piece)
    run.stdin.close()
    _, status, usage = os.wait4(run.pid, 0)
    run.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_maxrss


def memory(program):
    rows = ROW * 10_000
    few = peak(program, [rows] * 2)
    many = peak(program, [rows] * 20)
    check("memory does not grow with the rows", many < few + 1024, f"{few} {many} KiB".encode())
    junk = os.urandom(1 << 20)
    bound = few + 11 * 1024  # few rows take about 5 MiB, and 16 MiB are promised
    for what, piece, options in (
        ("a line of 8 MiB", b"x" * (1 << 20), ["--from", "ndjson"]),
        ("quotes that are never closed", b'"medical-coder\n' * 70_000, ["--from", "csv"]),
        ("binary junk", junk, ["--from", "ndjson"]),
        ("binary junk as CSV", junk, ["--from", "csv"]),
        ("values of a MiB to hand back", b'{"id":"' + b"x" * ((1 << 20) - 20) + b'"}\n', ["--jobs", "3"]),
        ("lists of a MiB", b'{"cert":["' + b'","'.join([b"RHIA"] * 149_000) + b'"]}\n', ["--jobs", "3"]),
        ("rows of error", b'{"role":"no such role"}\n' * 40_000, []),
    ):
        first = [b"role\n"] if "csv" in options else []
        seen = peak(program, first + [piece] * 8, *options)
        check(f"nor with {what}", seen < bound, f"{seen} KiB, allowed {bound}".encode())


def main():
    program = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory(prefix="filter.") as folder:
        answers_at_once(program)
        progress(program, folder)
        interrupts(program, folder)
        pipes_and_disks(program)
        memory(program)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
