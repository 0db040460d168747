#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs script/run and script/install in a copy of the script folder, with stand-ins for cmake and ninja that build at once.

Through a symbolic link, in a folder that was moved, in one that cannot be written to, after an interrupt, beside another build: what
the program prints must come out, and nothing else on standard output."""
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

CMAKE = """#!/bin/sh
echo "cmake $*" >>"$CALLS"
case $1 in
  --preset) mkdir -p build/release
    echo "CMAKE_HOME_DIRECTORY:INTERNAL=$PWD" >build/release/CMakeCache.txt
    : >build/release/build.ninja ;;
  --install) mkdir -p "$4/bin" "$4/share/hisalary/data"
    cp "$2/hisalary" "$4/bin/hisalary"; echo '{}' >"$4/share/hisalary/data/roles.json"
    mkdir -p "$4/share/man/man1" "$4/share/zsh/site-functions"; echo >"$4/share/man/man1/hisalary.1"; echo >"$4/share/zsh/site-functions/_hisalary"
    echo "-- Installing: $4/share/man/man1/hisalary.1"; echo "-- Installing: $4/share/zsh/site-functions/_hisalary"
    echo "-- Installing: $4/bin/hisalary"; echo "-- Up-to-date: $4/share/hisalary/data"; echo "-- Up-to-date: $4/share/hisalary/data/roles.json" ;;
esac
"""
NINJA = """#!/bin/sh
echo "ninja $*" >>"$CALLS"
echo "[7/80] Building"
[ -z "${SLOW:-}" ] || sleep "$SLOW"
[ -z "${FAIL:-}" ] || { echo "the compiler's words"; exit 1; }
printf '#!/bin/sh\\necho "answer: $*"\\n' >"$2/hisalary"
chmod +x "$2/hisalary"
"""
failures = 0


def check(what, holds, *seen):
    global failures
    if not holds:
        failures += 1
        print(f"FAILED {what}", *seen, sep="\n    ")


class Clone:
    """A folder with the scripts of the project and stand-ins for what they call."""

    def __init__(self, source, root):
        self.root = root / "clone"
        self.tools = root / "tools"
        self.calls = root / "calls"
        shutil.copytree(source / "script", self.root / "script")
        self.write(self.root / "script/bootstrap", "#!/bin/sh\n")
        for name, text in (("cmake", CMAKE), ("ninja", NINJA)):
            self.write(self.tools / name, text)
        self.environment = {"PATH": f"{self.tools}:/usr/bin:/bin", "CALLS": str(self.calls), "HOME": str(root / "home"), "LC_ALL": "C.UTF-8"}

    @staticmethod
    def write(path, text):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        path.chmod(0o755)

    def called(self):
        text = self.calls.read_text() if self.calls.exists() else ""
        self.calls.write_text("")
        self.calls.chmod(0o666)
        return text

    def run(self, *command, prefix=(), cwd="/", **more):
        return subprocess.run([*prefix, *map(str, command)], cwd=cwd, env={**self.environment, **more}, stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, timeout=60)


def runs(clone):
    done = clone.run(clone.root / "script/run", "estimate", "a b")
    check("first run", (done.returncode, done.stdout) == (0, "answer: estimate a b\n") and "takes some minutes" in done.stderr, done)
    check("first run configures", "cmake --preset release" in clone.called())
    done = clone.run(clone.root / "script/run", "x")
    check("second run is quiet", (done.returncode, done.stdout, done.stderr) == (0, "answer: x\n", ""), done)
    check("second run does not configure", "cmake" not in clone.called())

    link = clone.root.parent / "bin" / "hisalary"
    link.parent.mkdir()
    (link.parent / "hop").symlink_to(clone.root / "script/run")
    link.symlink_to("hop")
    done = clone.run(link, "x", cwd=link.parent)
    check("through two links", (done.returncode, done.stdout, done.stderr) == (0, "answer: x\n", ""), done)
    check("no stray folder", sorted(path.name for path in link.parent.iterdir()) == ["hisalary", "hop"])

    done = clone.run(clone.root / "script/run", "x", SLOW="4")
    check("says how far it is", (done.returncode, done.stdout) == (0, "answer: x\n") and "step 7 of 80, 3 s" in done.stderr, done)
    done = clone.run(clone.root / "script/run", "x", FAIL="1")
    check("a failed build", done.returncode == 1 and done.stdout == "" and "the compiler's words" in done.stderr, done)
    clone.called()


def interrupted(clone):
    slow = subprocess.Popen([clone.root / "script/run", "x"], env={**clone.environment, "SLOW": "20"}, start_new_session=True,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    time.sleep(1)
    other = subprocess.Popen([clone.root / "script/run", "y"], env=clone.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    time.sleep(1)
    start = time.monotonic()
    os.killpg(slow.pid, signal.SIGINT)
    slow.communicate(timeout=20)
    out, said = other.communicate(timeout=20)
    check("an interrupt ends the build at once", slow.returncode != 0 and time.monotonic() - start < 5, slow.returncode)
    check("another run waits its turn", out == "answer: y\n" and "waiting for another build" in said, out, said)
    clone.called()


def moved(clone):
    clone.root = clone.root.rename(clone.root.parent / "moved here")
    done = clone.run(clone.root / "script/run", "x")
    check("a moved folder", (done.returncode, done.stdout) == (0, "answer: x\n") and "was moved" in done.stderr, done)
    check("a moved folder is built anew", "cmake --preset release" in clone.called())


def read_only(clone):
    # Root may write everywhere: another user must try.
    prefix = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"] if os.getuid() == 0 else []
    if prefix and not shutil.which("setpriv"):
        print("without setpriv, folders that cannot be written to are not tried")
        return
    clone.root.parent.chmod(0o755)
    subprocess.run(["chmod", "-R", "a-w,a+rX", clone.root], check=True)
    done = clone.run(clone.root / "script/run", "x", prefix=prefix)
    check("read-only and built", (done.returncode, done.stdout, done.stderr) == (0, "answer: x\n", ""), done)
    subprocess.run(["chmod", "-R", "u+w", clone.root], check=True)
    shutil.rmtree(clone.root / "build")
    subprocess.run(["chmod", "-R", "a-w,a+rX", clone.root], check=True)
    done = clone.run(clone.root / "script/run", "x", prefix=prefix)
    check("read-only and not built", done.returncode == 1 and "cannot be written to" in done.stderr and done.stdout == "", done)
    subprocess.run(["chmod", "-R", "u+w", clone.root], check=True)


def installs(clone):
    prefix = clone.root.parent / "a prefix"
    done = clone.run(clone.root / "script/install", prefix)
    check("install", done.returncode == 0 and (prefix / "bin/hisalary").exists() and "not on your PATH" in done.stderr, done)
    done = clone.run(clone.root / "script/install", "there", cwd=clone.root.parent)
    check("install to a relative folder", (clone.root.parent / "there/bin/hisalary").exists(), done)
    if os.getuid() != 0:
        done = clone.run(clone.root / "script/install")
        check("install for oneself", (clone.root.parent / "home/.local/bin/hisalary").exists(), done)
    (prefix / "share/hisalary/mine").write_text("kept")
    done = clone.run(clone.root / "script/install", "--remove", prefix)
    left = sorted(str(path.relative_to(prefix)) for path in prefix.rglob("*") if path.is_file())
    check("remove takes what it put there", done.returncode == 0 and left == ["share/hisalary/mine"], left, done)
    check("remove twice", clone.run(clone.root / "script/install", "--remove", prefix).returncode == 1)
    check("an unknown option", clone.run(clone.root / "script/install", "--wrong").returncode == 2)
    check("help", "PREFIX" in clone.run(clone.root / "script/install", "--help").stdout)


def workflow(source):
    """What public CI calls is there: scripts, presets."""
    text = (source / ".github/workflows/ci.yml").read_text()
    known = {preset["name"] for preset in json.loads((source / "CMakePresets.json").read_text())["workflowPresets"]}
    called = set(re.findall(r"cmake --workflow --preset (\w+)", text))
    check("presets of the workflow", called and called <= known, called - known)
    for path in set(re.findall(r"(?:script|tests)/[\w/.]*\w", text)):
        check(f"{path} of the workflow", (source / path).exists() or path.endswith("crash"))


def main():
    source = pathlib.Path(sys.argv[1])
    workflow(source)
    # The temporary folder is opened up for the user who may not write.
    with tempfile.TemporaryDirectory(prefix="scripts.") as folder:
        clone = Clone(source, pathlib.Path(folder))
        for step in (runs, interrupted, moved, installs, read_only):
            step(clone)
    print(f"{failures} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
