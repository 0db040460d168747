#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What a run meets when the system is short of something or hostile: closed descriptors, links and devices in place of files, limits on files
and memory, signals, readers that stall. Each ends with an exit code and a message of its own; nothing that was there is lost, nothing is left over."""
import fcntl
import os
import re
import resource
import signal
import stat
import subprocess
import sys
import tempfile
import time

ROW = b'{"id":1,"role":"medical-coder","state":"CA","years":6}\n'
CARD = ["estimate", "--role", "29-2072"]
failures = []


def check(what, right, seen=b""):
    print(f"{'right' if right else 'WRONG'}: {what}" + ("" if right else f"\n  {seen!r}"[:600]))
    if not right:
        failures.append(what)


def run(program, *words, **more):
    more = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "timeout": 120, **more}
    return subprocess.run([program, *words], **more)


def shell(program, command, cwd):
    env = {"PATH": f"{os.path.dirname(program)}:/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
    return subprocess.run(["bash", "-c", command], cwd=cwd, env=env, stdin=subprocess.DEVNULL, capture_output=True, timeout=120)


def wait_for(condition, seconds=30):
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.02)
    return condition()


def descriptors(program, folder):
    """Every way to start with some of 0 to 2 closed: files of the program's own never take their places."""
    with open(os.path.join(folder, "one.ndjson"), "wb") as file:
        file.write(ROW)
    for closed in ("<&-", ">&-", "2>&-", "<&- >&-", "<&- 2>&-", ">&- 2>&-", "<&- >&- 2>&-"):
        for command, reads in (("hisalary batch", True), ("hisalary batch one.ndjson", False), ("hisalary list roles", False), ("hisalary estimate --json", False)):
            done = shell(program, f"timeout 20 {command} {closed}", folder)
            broken = "<&-" in closed if reads else re.search(r"(?<!2)>&-", closed)
            check(f"{command} {closed}: exit {4 if broken else 0}", done.returncode == (4 if broken else 0), done)
            check("  and a message where there is a place for it", not broken or "2>&-" in closed or b"Bad file descriptor" in done.stderr, done)
    os.remove(os.path.join(folder, "one.ndjson"))


def places(program, folder):
    """-o: links are followed, what is no regular file is written straight, modes stay."""
    card = run(program, *CARD).stdout
    path = lambda name: os.path.join(folder, name)

    def content(name):
        with open(path(name), "rb") as file:
            return file.read()

    def put(name, mode=0o644):
        with open(path(name), "wb") as file:
            file.write(b"before\n")
        os.chmod(path(name), mode)

    os.mkdir(path("deep"))
    put("deep/real")
    os.symlink("real", path("deep/link"))
    os.symlink("deep/link", path("link"))
    run(program, *CARD, "-o", path("link"))
    check("a link to a link stays, and its file is replaced", os.path.islink(path("link")) and os.path.islink(path("deep/link")) and content("deep/real") == card)
    os.symlink("new", path("dangling"))
    run(program, *CARD, "-o", path("dangling"))
    check("a link to nothing makes the file that it names", os.path.islink(path("dangling")) and content("new") == card)
    os.symlink("loop", path("loop"))
    done = run(program, *CARD, "-o", path("loop"))
    check("a link to itself is an error", done.returncode == 4 and b"levels of symbolic links" in done.stderr, done)

    for name, command in {
        "standard output": "(echo first; hisalary estimate --role 29-2072 -o /dev/stdout; echo last) > out",
        "a descriptor": "(echo first >&3; hisalary estimate --role 29-2072 -o /dev/fd/3; echo last >&3) 3> out",
        "a descriptor of the process": "(echo first >&3; hisalary estimate --role 29-2072 -o /proc/self/fd/3; echo last >&3) 3> out",
        "a hyphen": "(echo first; hisalary estimate --role 29-2072 -o -; echo last) > out",
        "standard output at the end of a file": "echo first > out; hisalary estimate --role 29-2072 -o /dev/stdout >> out; echo last >> out",
    }.items():
        done = shell(program, command, folder)
        check(f"{name} is written straight", content("out") == b"first\n" + card + b"last\n", done)
    check("no file is named like the hyphen", not os.path.exists(path("-")))
    for number in (7, 9):
        done = shell(program, f"timeout 20 hisalary batch -o /dev/fd/{number}", folder)
        check("a descriptor that nobody opened is an error", done.returncode == 4 and b"cannot be written" in done.stderr, done)

    os.mkfifo(path("pipe"))
    reader = subprocess.Popen(["cat", path("pipe")], stdout=subprocess.PIPE)
    done = run(program, *CARD, "-o", path("pipe"))
    check("a named pipe is written, and stays one", reader.communicate(timeout=60)[0] == card and stat.S_ISFIFO(os.stat(path("pipe")).st_mode), done)
    reader = subprocess.Popen(["head", "-c", "1", path("pipe")], stdout=subprocess.DEVNULL)
    done = run(program, "batch", "--quiet", "-o", path("pipe"), stdin=None, input=ROW * 20000)
    reader.wait(timeout=60)
    check("its reader may have seen enough", done.returncode == 0 and done.stderr == b"", done)

    for mode in (0o600, 0o640, 0o755, 0o606):
        put("kept", mode)
        run(program, *CARD, "-o", path("kept"))
        check(f"mode {mode:o} is kept", stat.S_IMODE(os.stat(path("kept")).st_mode) == mode and content("kept") == card)
    for mask in (0o022, 0o077, 0o027):
        run(program, *CARD, "-o", path(f"fresh{mask}"), umask=mask)
        check(f"a new file is as a mask of {mask:o} makes it", stat.S_IMODE(os.stat(path(f"fresh{mask}")).st_mode) == 0o666 & ~mask)
    if os.geteuid() == 0:
        put("owned", 0o640)
        os.chown(path("owned"), 1234, 2345)
        run(program, *CARD, "-o", path("owned"))
        status = os.stat(path("owned"))
        check("the owner is kept", (status.st_uid, status.st_gid, stat.S_IMODE(status.st_mode)) == (1234, 2345, 0o640))
    long = "x" * 255
    done = run(program, *CARD, "-o", path(long))
    check("the longest name of a file will do", done.returncode == 0 and content(long) == card, done)
    done = run(program, *CARD, "-o", path(long + "x"))
    check("a longer one is an error", done.returncode == 4 and b"too long" in done.stderr, done)
    check("nothing is left beside them", not [name for name in os.listdir(folder) if name.startswith(".hisalary")])


def limits(program, folder):
    target = os.path.join(folder, "limited")
    with open(target, "wb") as file:
        file.write(b"before\n")
    few = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (512, 512))
    done = run(program, *CARD, "-o", target, preexec_fn=few)
    check("a file that may not grow: exit 4, one message", done.returncode == 4 and done.stderr.count(b"error:") == 1 and b"File too large" in done.stderr, done)
    done = run(program, "batch", "-o", target, stdin=None, input=ROW * 5000, preexec_fn=few)
    check("the same for a batch", done.returncode == 4 and b"File too large" in done.stderr, done)
    check("with the rows accounted for", re.match(rb"([1-9][\d,]*) rows in: 0 answered, 0 with an error, 0 skipped, \1 not written\n", done.stderr), done)
    with open(target, "rb") as file:
        check("what was there stays", file.read() == b"before\n")
    check("nothing is left beside it", sorted(os.listdir(folder)) == ["limited"], os.listdir(folder))

    with open("/dev/full", "wb") as full:
        for jobs in ("1", "3"):
            done = run(program, "batch", "--jobs", jobs, stdin=None, input=ROW * 50000, stdout=full)
            counted = re.match(rb"([\d,]+) rows in: ([\d,]+) answered, 0 with an error, 0 skipped, ([\d,]+) not written\nerror: ", done.stderr)
            rows = [int(number.replace(b",", b"")) for number in counted.groups()] if counted else [1, 0, 0]
            check("a full disk ends a batch with its summary", done.returncode == 4 and rows[0] == rows[1] + rows[2], done)

    endings = {}
    for mebibytes in list(range(2, 40, 2)) + list(range(40, 80, 10)):
        few = lambda: resource.setrlimit(resource.RLIMIT_AS, (mebibytes << 20, mebibytes << 20))
        for words, more in ((["check", "--json"], {}), (["batch", "--jobs", "3", "-o", target], {"stdin": None, "input": ROW * 20000})):
            try:
                done = run(program, *words, preexec_fn=few, **more)
            except OSError:
                continue  # too little to begin at all
            endings.setdefault(done.returncode, []).append((mebibytes, words[0], done.stderr[:200]))
    # Below some size the system itself ends the program before its first line; 127 is the loader of shared libraries.
    own = {code: seen for code, seen in endings.items() if code not in (127, -signal.SIGKILL, -signal.SIGSEGV) or max(seen)[0] > 20}
    check("memory that runs out: an answer or exit 4", set(own) <= {0, 4} and 0 in own, own)
    for _, what, err in own.get(4, []):
        lines = [line for line in err.split(b"\n") if line.startswith((b"error:", b'{"schema'))]
        check(f"one message ({what})", len(lines) == 1 and (b"not enough memory" in lines[0] or b"cannot" in lines[0]), err)
    check("nothing is left beside it then", sorted(os.listdir(folder)) == ["limited"], os.listdir(folder))


def start(program, folder, *words):
    return subprocess.Popen([program, "batch", *words], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def signals(program, folder):
    target = os.path.join(folder, "signaled")
    with open(target, "wb") as file:
        file.write(b"before\n")
    for number in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM):
        run_ = start(program, folder, "-o", target, "--line-buffered")
        run_.stdin.write(ROW * 3)
        run_.stdin.flush()
        check("a file grows beside the target", wait_for(lambda: len(os.listdir(folder)) == 2))
        time.sleep(0.2)
        run_.send_signal(number)
        err = run_.stderr.read()
        check(f"signal {number}: exit 130, said", run_.wait(timeout=60) == 130 and b"interrupted; 3 rows in" in err, err)
        check("nothing is left beside it", os.listdir(folder) == ["signaled"], os.listdir(folder))

    # A reader that stalls: the first signal waits for it, so that lines end whole; the second ends at once.
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        run_ = start(program, folder, "--quiet", "--jobs", "2")
        feeder = subprocess.Popen(["yes", ROW.decode().strip()], stdout=run_.stdin)
        run_.stdin.close()
        run_.stdin = None
        time.sleep(0.5)
        run_.send_signal(number)
        time.sleep(0.3)
        check("the first one waits for a reader that stalls", run_.poll() is None)
        run_.send_signal(number)
        check("the second one ends at once", wait_for(lambda: run_.poll() is not None, 10) and run_.returncode == -number, run_.returncode)
        run_.stdout.close()
        run_.stderr.close()
        feeder.kill()
        feeder.wait()

    pipe = os.path.join(folder, "pipe")
    os.mkfifo(pipe)
    run_ = start(program, folder, "-o", pipe)
    time.sleep(0.3)
    run_.send_signal(signal.SIGINT)
    check("a named pipe that nobody reads can be left", wait_for(lambda: run_.poll() is not None, 10) and run_.returncode == 4, run_.returncode)
    run_.communicate()
    os.remove(pipe)

    # nohup: what is ignored stays ignored.
    ignored = lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN)
    run_ = subprocess.Popen([program, "batch", "--quiet"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, preexec_fn=ignored)
    time.sleep(0.3)
    run_.send_signal(signal.SIGHUP)
    out, _ = run_.communicate(ROW, timeout=60)
    check("an ignored SIGHUP stays ignored", run_.returncode == 0 and out.count(b"\n") == 1, out)

    check("nothing is left over", os.listdir(folder) == ["signaled"], os.listdir(folder))


def slow_ends(program):
    """Descriptors that do not block, as a supervisor's are: the program waits."""
    rows = 60_000
    read, write = os.pipe()
    fcntl.fcntl(write, fcntl.F_SETFL, fcntl.fcntl(write, fcntl.F_GETFL) | os.O_NONBLOCK)
    with tempfile.TemporaryFile() as file:
        file.write(ROW * rows)
        file.seek(0)
        run_ = subprocess.Popen([program, "batch", "--jobs", "2"], stdin=file, stdout=write, stderr=subprocess.PIPE)
        os.close(write)
        time.sleep(0.3)
        lines = 0
        while piece := os.read(read, 1 << 16):
            lines += piece.count(b"\n")
        err = run_.stderr.read()
        check("standard output that does not block gets every row", run_.wait(timeout=60) == 0 and lines == rows, err)
    os.close(read)

    read, write = os.pipe()
    fcntl.fcntl(read, fcntl.F_SETFL, fcntl.fcntl(read, fcntl.F_GETFL) | os.O_NONBLOCK)
    run_ = subprocess.Popen([program, "batch", "--quiet"], stdin=read, stdout=subprocess.PIPE)
    os.close(read)
    for _ in range(3):
        time.sleep(0.1)
        os.write(write, ROW)
    os.close(write)
    out, _ = run_.communicate(timeout=60)
    check("so does standard input", run_.returncode == 0 and out.count(b"\n") == 3, out)


def broken_reads(program, folder):
    """A read that fails midway: what came before is answered, and the end is an error."""
    done = run(program, "batch", "/proc/self/mem")
    check("an input that cannot be read: exit 4", done.returncode == 4 and b"cannot be read" in done.stderr, done)
    # The master of a terminal whose other end goes away gives its bytes, then EIO.
    import pty
    import tty
    master, slave = pty.openpty()
    tty.setraw(slave)
    run_ = subprocess.Popen([program, "batch", "--line-buffered"], stdin=master, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    os.write(slave, ROW * 2)
    first = run_.stdout.readline() + run_.stdout.readline()
    os.close(slave)
    os.close(master)
    out, err = run_.communicate(timeout=60)
    check("a read that fails midway: exit 4", run_.returncode == 4 and b"cannot be read" in err, err)
    check("with what came before, and its summary", first.count(b"\n") == 2 and b"2 rows in: 2 answered" in err, err)


def main():
    program = os.path.abspath(sys.argv[1])
    for number in (signal.SIGHUP, signal.SIGINT):  # ignored under nohup and in the background, and a program inherits that
        signal.signal(number, signal.SIG_DFL)
    for group in (descriptors, places, limits, signals, broken_reads):
        with tempfile.TemporaryDirectory(prefix="shortage.") as folder:
            group(program, folder)
    slow_ends(program)
    print(f"{len(failures)} wrong")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
