#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Reads off a release program that it is hardened: stack protector, FORTIFY, read-only relocations, no executable stack."""
import re
import shutil
import subprocess
import sys

SKIPPED = 77


def readelf(program, what):
    return subprocess.run(["readelf", "--wide", what, program], check=True, capture_output=True, text=True).stdout


def main():
    program = sys.argv[1]
    if not shutil.which("readelf"):
        print("skipped: no readelf here (binutils)")
        return SKIPPED
    segments, symbols = readelf(program, "--segments"), readelf(program, "--symbols")
    stack = re.search(r"GNU_STACK.* ([R ][W ][E ]) ", segments)
    findings = {
        "stack protector": "__stack_chk_fail" in symbols,
        "FORTIFY": re.search(r"__\w+_chk\b", symbols.replace("__stack_chk", "")) is not None,
        "read-only relocations": "GNU_RELRO" in segments,
        "no executable stack": stack is not None and "E" not in stack.group(1),
        "no segment to write and to execute": re.search(r"LOAD.* RWE ", segments) is None,
    }
    for what, right in findings.items():
        print(f"{'right' if right else 'WRONG'}: {what}")
    return 0 if all(findings.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
