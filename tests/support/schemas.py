#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks data/**/*.json and the JSON that hisalary prints against data/schema, and data/schema against the program's own description."""
import filecmp
import json
import os
import pathlib
import shlex
import subprocess
import sys
import tempfile

try:
    from jsonschema.validators import validator_for
except ImportError:
    print("skipped: no jsonschema for this python; apt-get install python3-jsonschema")
    sys.exit(77)

# Several offers, and people to price in a stream.
OFFERS = """{"format": "hisalary/offers/1", "offers": [
  {"name": "Mercy", "base": 82000, "bonus": "5%", "match": "100% of 3% + 50% of 2%", "health": "family", "state": "OH", "pto": 25},
  {"name": "Valley", "hourly_rate": 41, "health": "single", "metro": "San Jose", "shift": 2, "shift_hours": 400, "tenure": 6},
  {"contract_rate": 90, "health": "none"}, {"base": 70000, "state": "GU"}]}"""
PEOPLE = """{"role": "medical-coder", "cert": "CPC", "years": 4, "state": "OH"}
{"role": "29-2072", "as_of": "release"}
{"cert": ["RHIA", "CHDA"], "metro": "Springfield, IL", "setting": "hospital", "skill": "sql"}
{}
"""
# A team whose pay is said.
TEAM = "Job Title,Years of Service,Location,Base Salary,Team\n" + "\n".join(
    f"Coder,{years},OH,\"${40000 + 900 * years:,}\",{'AB'[years % 3 == 0]}" for years in range(14))
# Command lines, {data} a folder with the data set and {offers} a file; standard output must fit the schema.
PRINTED = {
    "estimate": [
        "estimate",
        "estimate --cert RHIA --years 6 --state CA",
        "estimate --cert none --years 0",
        "estimate --role medical-coder --cert CPC --years 5 --state OH --pay 62000",
        "estimate --role medical-coder --pay '$18.50 an hour' --hourly",
        "estimate --role 29-2072 --as-of release",
        "estimate --role 29-9021 --metro 10180",
        "estimate --role medical-coder --county 17031 --hourly",
        "estimate --role cdi-specialist --county 56027 --as-of 2030Q4",
        "estimate --role medical-coder --release 2022",
        "estimate --role coding-auditor --state GU --as-of 2016-03 --explain",
        "estimate --role cancer-registrar --cert CTR --setting hospital --education bachelor --hourly",
        "estimate --role him-director --remote --skill sql --level director",
        "estimate --role medical-coder --level II --cert CPC,CCS --years 6.5 --education associate --metro 41940 "
        "--setting physician-office --skill icd-10-pcs,epic --as-of 2025-12",
        "estimate --data {data}",
    ],
    "list": [f"list {what}" for what in
             "roles certs states metros settings skills education levels occupations sources releases fields".split()],
    "ranking": ["list states --by pay", "list metros --by cost-adjusted --role medical-coder", "list metros --by jobs --role 29-9021"],
    "records": ["data show RHIA", "data show 29-9021", "data show 2014", "data show skills.json", "data show few_jobs"],
    "verified": ["data verify {data}"],
    "compare": [
        "compare --vary state=CA,TX,GU --hourly",
        "compare --role medical-coder --vary cert=none,CPC,RHIT+CPC --vary years=1,4,7.5,14",
        "compare --vary 'metro=Chicago,Springfield, IL' --vary role=medical-coder,29-2072 --as-of release",
        "compare --role him-manager --vary setting=hospital,payer --vary education=bachelor,master",
    ],
    "whatif": [
        "whatif",
        "whatif --role medical-coder --cert CPC --years 3 --education associate --state OH",
        "whatif --role cancer-registrar --only certs --hourly",
        "whatif --role medical-coder --years 3 --only places --places metro,8",
        "whatif --role medical-coder --cert CPC --years 3 --state OH --pay 52k",
        "whatif --cert RHIA --years 6 --only places --places 10",
        "whatif --role 29-9021 --remote --only skills",
    ],
    "fields": ["estimate --role medical-coder --state OH --pay 62000 --fields p50,standing.percentile,flag,level,wage_level_1,area"],
    "range": [
        "range --role medical-coder --place Columbus,OH",
        "range --role 'Senior Coder' --state TX --hourly --low 10 --high 90",
        "range --role medical-coder --also coding-auditor --also 29-9021 --setting hospital --round 1000",
    ],
    "career": [
        "career",
        "career --role medical-coder --cert CPC --state OH --to 12",
        "career --role medical-coder --years 3 --path default",
        "career --role medical-coder --years 3 --path default --to 12 --hourly",
        "career --path medical-records-clerk:2,medical-coder:6,coding-auditor:5,coding-manager:7,him-director --to 10",
    ],
    "offer": [
        "offer --base 82000 --bonus 5% --match '50% of 6%' --health family --premium-share 1200 --pto 25 --tuition 5250 --hours 40",
        "offer --hourly-rate 32 --shift 2.5 --shift-hours 500 --hours 36 --sign-on 6000 --profit-sharing 3% --stock 2000 --pension 4% "
        "--dental 300 --vision 100 --fees 500 --role medical-coder --metro Chicago",
        "offer --contract-rate 90 --role hi-consultant --remote",
        "offer --file {offers} --role coding-auditor",
        "offer --file {offers} --role coding-auditor --hourly",
    ],
    "outlook": ["outlook", "outlook --role medical-coder", "outlook --role 29-9021 --history", "outlook --role 29-9021 --hourly", "outlook --role hi-consultant"],
    "gs": ["gs", "gs --locality Chicago --series 0675", "gs --grade 7 --step 1 --locality HI", "gs --year 2025 --locality Portland"],
    "check": ["check", "check --figure 58250", "check --figure 1", "check --areas", "check --observed"],
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
    (1, "gs --locality Springfield"),
    (1, "career --role privacy-officer --path default --level nothing"),
    (2, "compare --vary state=CA"),
    (2, "compare --vary state=CA,TX --vary state=CA,NY"),
    (2, "whatif --only nothing"),
    (2, "career --path medical-coder:2,medical-coder:3,him-director"),
    (2, "offer --bonus 5%"),
    (2, "offer --base 80000 --match '50% of'"),
    (2, "gs --grade 16"),
    (2, "check --figure nothing"),
    (3, "offer --file {bad_offers}"),
    (4, "offer --file {bad}/missing.json"),
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
    while isinstance(schema, dict) and ("$ref" in schema or "oneOf" in schema):
        if "$ref" in schema:
            schema = root["$defs"][schema["$ref"].rsplit("/", 1)[1]]
        else:
            fitting = [one for one in schema["oneOf"] if validator_for(root)({**one, "$defs": root.get("$defs", {})}).is_valid(instance)]
            schema = fitting[0] if fitting else {}
    if not isinstance(schema, dict):
        return
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

    def run(line, people=None):
        with tempfile.TemporaryDirectory(prefix="schemas.") as bad, tempfile.TemporaryDirectory(prefix="schemas.") as good:
            offers, bad_offers = pathlib.Path(good, "offers.json"), pathlib.Path(good, "bad.json")
            offers.write_text(OFFERS)
            bad_offers.write_text(OFFERS.replace("82000", "-82000"))
            words = [word.format(data=data, bad=bad, offers=offers, bad_offers=bad_offers) for word in shlex.split(line)]
            return subprocess.run([binary, *words, *([] if people else ["--json"])], input=people or "", capture_output=True, text=True)

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

    with tempfile.TemporaryDirectory(prefix="schemas.") as folder:
        summary, schema = pathlib.Path(folder, "team.json"), json.loads((schema_dir / "team.schema.json").read_text())
        for options in (["--keep", "Team", "--by", "Team"], ["--map", "pay=Team", "--map", "role=Job Title", "--on-error", "skip"]):
            count += 1
            subprocess.run([binary, "batch", "--quiet", *options, "--summary-to", summary], input=TEAM, capture_output=True, text=True)
            answer = json.loads(summary.read_text())
            failures += [f"hisalary batch --summary-to: {p}" for p in [*problems(schema, answer), *disorder(schema, schema, answer)]]

    failures += [f"offers: {p}" for p in problems(json.loads((schema_dir / "offers.schema.json").read_text()), json.loads(OFFERS))]

    schema = json.loads((schema_dir / "estimate.schema.json").read_text())
    streamed = run("batch --full --quiet", PEOPLE).stdout.splitlines()
    if len(streamed) != len(PEOPLE.splitlines()):
        failures.append(f"hisalary batch --full: {len(streamed)} lines for {len(PEOPLE.splitlines())} people")
    for number, line in enumerate(streamed, 1):
        count += 1
        failures += [f"hisalary batch --full, line {number}: {p}" for p in problems(schema, json.loads(line))]
        failures += [f"hisalary batch --full, line {number}: {p}" for p in disorder(schema, schema, json.loads(line))]

    schema = json.loads((schema_dir / "error.schema.json").read_text())
    for code, line in ERRORS:
        done = run(line)
        if done.returncode != code or done.stdout or done.stderr.count("\n") != 1:
            failures.append(f"hisalary {line}: exit {done.returncode}, not {code}; or not one line on standard error alone")
        else:
            failures += [f"hisalary {line}: {p}" for p in problems(schema, json.loads(done.stderr))]

    # A tag belongs to one schema, so that it says which.
    tags = {}
    for path in sorted(schema_dir.glob("*.schema.json")):
        properties = json.loads(path.read_text()).get("properties", {})
        tag = (properties.get("schema") or properties.get("format") or {}).get("const")
        if tag in tags:
            failures.append(f"{path} and {tags[tag]} describe the same tag, {tag}")
        if tag != f"hisalary/{path.name.removesuffix('.schema.json')}/1":
            failures.append(f"{path} describes the tag {tag}")
        tags[tag] = path

    for failure in failures:
        print(failure)
    print(f"{len(files)} data files, {count} answers, {len(ERRORS)} errors, {len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
