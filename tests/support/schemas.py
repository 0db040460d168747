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

# Command lines, {data} a folder with the data set; standard output must fit the schema.
PRINTED = {
    "estimate": [
        "estimate",
        "estimate --cert RHIA --years 6 --state CA",
        "estimate --cert none --years 0",
        "estimate --role 29-2072 --as-of release",
        "estimate --role 29-9021 --metro 10180",
        "estimate --role medical-coder --county 17031 --hourly",
        "estimate --role cdi-specialist --county 56999 --as-of 2030Q4",
        "estimate --role medical-coder --release 2022",
        "estimate --role coding-auditor --state GU --as-of 2016-03 --explain",
        "estimate --role cancer-registrar --cert CTR --setting hospital --education bachelor --hourly",
        "estimate --role him-director --remote --skill sql --level director",
        "estimate --role medical-coder --level II --cert CPC,CCS --years 6.5 --education associate --metro 41940 "
        "--setting physician-office --skill icd-10-pcs,epic --as-of 2025-12",
        "estimate --data {data}",
    ],
    "list": [f"list {what}" for what in
             "roles certs states metros settings skills education levels occupations sources releases".split()],
    "records": ["data show RHIA", "data show 29-9021", "data show 2014", "data show skills.json", "data show few_jobs"],
    "verified": ["data verify {data}"],
}
# Exit codes, and command lines that end so; standard error must fit the error schema and standard output be empty.
ERRORS = [
    (1, "estimate --cert RHAI"),
    (1, "estimate --metro Springfield"),
    (1, "data show nothing-of-this-name"),
    (2, "estimate --years -1"),
    (2, "estimate --yeers 4"),
    (2, "estimate --years"),
    (2, "estimate --state CA --state TX"),
    (2, "estimate --color purple"),
    (2, "list"),
    (2, "list nothing"),
    (2, "estimat"),
    (3, "data verify {bad}"),
    (3, "estimate --data {bad}"),
    (4, "estimate --data {bad}/missing"),
    (4, "estimate -o {bad}/missing/file"),
]


def problems(schema, instance):
    validator = validator_for(schema)
    validator.check_schema(schema)
    for error in validator(schema).iter_errors(instance):
        yield f"{'/'.join(map(str, error.absolute_path)) or '(whole)'}: {error.message[:300]}"


def disorder(root, schema, instance, where="(whole)"):
    """Objects whose keys do not stand in the order of the schema's properties."""
    while "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rsplit("/", 1)[1]]
    if isinstance(instance, dict):
        known = [key for key in schema.get("properties", {}) if key in instance]
        if known != [key for key in instance if key in known]:
            yield f"{where}: the keys are {', '.join(instance)}; the schema has them in another order"
        for key in known:
            yield from disorder(root, schema["properties"][key], instance[key], f"{where}/{key}")
    elif isinstance(instance, list):
        for number, item in enumerate(instance):
            yield from disorder(root, schema.get("items", {}), item, f"{where}/{number}")


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

    def run(line):
        with tempfile.TemporaryDirectory(prefix="schemas.") as bad:
            command = [binary, *(word.format(data=data, bad=bad) for word in line.split()), "--json"]
            return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)

    count = 0
    for name, lines in PRINTED.items():
        schema = json.loads((schema_dir / f"{name}.schema.json").read_text())
        for line in lines:
            count += 1
            done = run(line)
            if done.returncode != 0:
                failures.append(f"hisalary {line}: exit {done.returncode}: {done.stderr.strip()}")
            else:
                failures += [f"hisalary {line}: {p}" for p in problems(schema, json.loads(done.stdout))]
                failures += [f"hisalary {line}: {p}" for p in disorder(schema, schema, json.loads(done.stdout))]

    schema = json.loads((schema_dir / "error.schema.json").read_text())
    for code, line in ERRORS:
        done = run(line)
        if done.returncode != code or done.stdout or done.stderr.count("\n") != 1:
            failures.append(f"hisalary {line}: exit {done.returncode}, not {code}; or not one line on standard error alone")
        else:
            failures += [f"hisalary {line}: {p}" for p in problems(schema, json.loads(done.stderr))]

    for failure in failures:
        print(failure)
    print(f"{len(files)} data files, {count} answers, {len(ERRORS)} errors, {len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
