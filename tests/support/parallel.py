#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""GNU parallel over pieces of the input, on this machine and on two "hosts" of it, gives byte for byte what one process gives."""
import os
import random
import shutil
import subprocess
import sys
import tempfile

SKIPPED = 77


def rows(count):
    chance = random.Random(7)
    roles = ["medical-coder", "him-director", "cancer-registrar", "29-2072", "no such role"]
    for i in range(count):
        yield f'{{"id":{i},"role":"{chance.choice(roles)}","state":"{chance.choice(["CA", "TX", "NY", "OH"])}","years":{chance.randrange(41)}}}\n'


def output(command, path, env):
    with open(path, "rb") as file:
        return subprocess.run(command, stdin=file, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=env, timeout=120).stdout


def main():
    if not shutil.which("parallel"):
        print("skipped: no GNU parallel here; script/bootstrap test adds it")
        return SKIPPED
    program = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory(prefix="parallel.") as home:
        env = {**os.environ, "HOME": home, "PARALLEL_HOME": home}
        path = os.path.join(home, "people.ndjson")
        # The line number of an error row counts within a piece, so that good rows alone are compared whole.
        with open(path, "w", encoding="ascii") as file:
            file.writelines(row for row in rows(20_000) if "no such" not in row)
        # "Hosts" are this machine, reached without ssh.
        pieces = ["parallel", "--will-cite", "--pipe", "--keep-order", "--block", "200k"]
        hosts = ["--ssh", os.path.join(home, "reach"), "-S", "1/first,1/second"]
        with open(os.path.join(home, "reach"), "w", encoding="ascii") as file:
            # parallel calls it as `reach [options] HOST COMMAND...`; the host is this machine. As sshd does, it sets SHELL, which parallel's worker runs.
            file.write('#!/bin/sh\nwhile [ "$1" != first ] && [ "$1" != second ]; do shift; done\nhost=$1\nshift\n[ "$1" != -- ] || shift\necho "$host" >> "$HOME/reached"\nSHELL=/bin/sh exec /bin/sh -c "$*"\n')
        os.chmod(os.path.join(home, "reach"), 0o755)
        one = output([program, "batch", "--jobs", "1"], path, env)
        failed = one.count(b"\n") < 10_000
        for name, extra in {"one machine": [], "two hosts": hosts}.items():
            same = output([*pieces, *extra, program, "batch", "--jobs", "1"], path, env) == one
            print(f"{name}: {'the same bytes' if same else 'OTHER BYTES'}")
            failed = failed or not same
        with open(os.path.join(home, "reached"), encoding="ascii") as file:
            reached = set(file.read().split())
        print(f"hosts reached: {', '.join(sorted(reached))}")
        return 1 if failed or reached != {"first", "second"} else 0


if __name__ == "__main__":
    sys.exit(main())
