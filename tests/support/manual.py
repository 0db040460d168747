#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The manual: a page for every command, rendered by man and read by mandoc's checker without a word of complaint."""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

SECTIONS = ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXAMPLES", "EXIT STATUS", "ENVIRONMENT", "FILES", "SEE ALSO"]


def output(*command, **more):
    done = subprocess.run(list(map(str, command)), stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, **more)
    return done.stdout, done.stderr, done.returncode


def works(tool):
    """Containers may have a `man` that only says that there are no manuals."""
    return bool(shutil.which(tool)) and (tool != "man" or output("man", "--version")[0].startswith("man "))


def main():
    binary = pathlib.Path(sys.argv[1]).resolve()
    failures = []
    absent = [tool for tool in ("man", "groff", "mandoc") if not works(tool)]

    def check(what, holds, shown=""):
        if not holds:
            failures.append(f"{what}\n{shown}")

    commands = re.findall(r"(?m)^  ([a-z]+)  ", output(binary, "--help", env={"COLUMNS": "120"})[0])
    with tempfile.TemporaryDirectory(prefix="manual.") as folder:
        out, said, code = output(binary, "generate", "man", "--into", folder)
        check("every page is written, quietly", (out, said, code) == ("", "", 0), said)
        pages = {page.stem: page for page in pathlib.Path(folder).iterdir()}
        check("a page for each command, and no other", sorted(pages) == sorted(["hisalary", *(f"hisalary-{one}" for one in commands)]), sorted(pages))

        for name, page in pages.items():
            text = page.read_text(encoding="ascii")
            argument = name.removeprefix("hisalary-")
            check(f"{name}: printed as written", output(binary, "generate", "man", argument)[0] == text)
            missing = [section for section in SECTIONS if f".SH {section}\n" not in text]
            check(f"{name}: sections", not missing, missing)
            for option in re.findall(r"--[a-z][a-z-]+", output(binary, *([] if name == "hisalary" else [argument]), "--help")[0]):
                check(f"{name}: {option} is missing", option.replace("-", "\\-") in text)
            for other in re.findall(r"hisalary(?:\\-[a-z]+)?(?=\(1\))", text):
                check(f"{name}: names no page that is not there", other.replace("\\-", "-") in pages, other)

            if not {"man", "groff"} & set(absent):
                shown, said, code = output("man", "--warnings", "-E", "UTF-8", "-l", page, env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "MANWIDTH": "80"})
                check(f"{name}: man renders it without a warning", code == 0 and said == "" and "EXIT STATUS" in shown, said)
            if "mandoc" not in absent:
                said = "".join(output("mandoc", "-T", "lint", page)[:2])
                check(f"{name}: mandoc has nothing to say", said == "", said)

    for failure in failures:
        print("FAILED:", failure)
    print(f"{len(failures)} failures")
    if not failures and absent:
        print("skipped: without", ", ".join(absent), "the pages are written, and not rendered; script/bootstrap test installs them")
        return 77
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
