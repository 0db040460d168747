#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks data/**/*.json and the JSON that hisalary prints against data/schema, and data/schema against the program's own description."""
import filecmp
import json
import os
import pathlib
import subprocess
import sys
import tempfile

try:
    from jsonschema.validators import validator_for
except ImportError:
    print("skipped: no jsonschema for this python; apt-get install python3-jsonschema")
    sys.exit(77)

ESTIMATES = [
    [],
    ["--cert", "RHIA", "--years", "6", "--state", "CA"],
    ["--role", "29-2072", "--as-of", "release"],
    ["--role", "29-9021", "--metro", "Abilene, TX"],
    ["--role", "cancer-registrar", "--cert", "ODS", "--setting", "hospital", "--education", "bachelor", "--hourly"],
    ["--role", "him-director", "--remote", "--skill", "sql", "--level", "director"],
]


def problems(schema, instance):
    validator = validator_for(schema)
    validator.check_schema(schema)
    for error in validator(schema).iter_errors(instance):
        yield f"{'/'.join(map(str, error.absolute_path)) or '(whole)'}: {error.message[:300]}"


def main():
    binary, datac, data = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    schema_dir = data / "schema"
    failures = []

    files = sorted(path for path in data.rglob("*.json") if schema_dir not in path.parents)
    for path in files:
        schema_path = schema_dir / f"{path.stem}.schema.json"
        if not schema_path.exists():
            failures.append(f"{path}: there is no {schema_path}")
            continue
        failures += [f"{path}: {p}" for p in problems(json.loads(schema_path.read_text()), json.loads(path.read_text()))]

    with tempfile.TemporaryDirectory(prefix="schemas.") as written:
        subprocess.run([datac, "--schemas", written], check=True)
        for name in sorted(os.listdir(written)):
            if not (schema_dir / name).exists() or not filecmp.cmp(os.path.join(written, name), schema_dir / name, shallow=False):
                failures.append(f"{schema_dir / name} is not what the program describes; rewrite it: cmake --build --preset dev --target schemas")

    estimate_schema = json.loads((schema_dir / "estimate.schema.json").read_text())
    for arguments in ESTIMATES:
        command = [binary, "estimate", *arguments, "--json"]
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        name = " ".join(["hisalary", *command[1:]])
        if done.returncode != 0:
            failures.append(f"{name}: exit {done.returncode}: {done.stderr.strip()}")
        else:
            failures += [f"{name}: {p}" for p in problems(estimate_schema, json.loads(done.stdout))]

    for failure in failures:
        print(failure)
    print(f"{len(files)} data files, {len(ESTIMATES)} estimates, {len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
