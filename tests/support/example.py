#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The library's example of docs/cookbook.md prints what the command line beside it gives."""
import json
import subprocess
import sys

example, binary = sys.argv[1:]
printed = subprocess.run([example], capture_output=True, text=True, check=True).stdout
command = [binary, "compare", "--role", "medical-coder", "--cert", "CPC", "--years", "5", "--vary", "state=OH,TX,CA", "--json"]
cells = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)["cells"]
wanted = "".join(f"{cell['values']['state']} {cell['pay']['p50']}\n" for cell in cells)
if printed != wanted:
    sys.exit(f"the example prints\n{printed}and the program gives\n{wanted}")
