# SPDX-License-Identifier: MIT
"""The programs that hisalary is measured beside. None can compute the model, so each looks the answers up in a finished table of role x state x years,
written by hisalary: less work than computing them. What a peer needs of that table (a database, a JSON object) is made before the clock starts."""
import csv
import json
import os
import shutil
import subprocess

import rows

PAY = ["p10", "p25", "p50", "p75", "p90"]
SCHEMA = "role TEXT, state TEXT, years INTEGER, p10 INTEGER, p25 INTEGER, p50 INTEGER, p75 INTEGER, p90 INTEGER"


def printed(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def answers(program):
    """Role, state, years and the five percentiles of every answer that a row of the form `key` can ask for."""
    keys = [(role, state, years) for role in rows.listed(program, "roles") for state in rows.STATES for years in rows.YEARS]
    asked = "".join(json.dumps({"role": role, "state": state, "years": years}) + "\n" for role, state, years in keys)
    done = subprocess.run([program, "batch", "--quiet", "--fields", ",".join(PAY)], input=asked, capture_output=True, text=True, check=True)
    return [(*key, *(json.loads(line)[name] for name in PAY)) for key, line in zip(keys, done.stdout.splitlines(), strict=True)]


def write_csv(path, table):
    with open(path, "w", encoding="ascii", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([["role", "state", "years", *PAY], *table])


class Jq:
    name = "jq"
    slow = True

    def found(self):
        return shutil.which("jq") is not None

    def version(self):
        return printed("jq", "--version").strip().removeprefix("jq-")

    def prepare(self, folder, table):
        self.answers = os.path.join(folder, "answers.json")
        tree = {}
        for role, state, _, *pay in table:
            tree.setdefault(role, {}).setdefault(state, []).append(dict(zip(PAY, pay)))
        with open(self.answers, "w", encoding="ascii") as file:
            json.dump(tree, file)

    def command(self, path, _):
        return ["jq", "-c", "--slurpfile", "answers", self.answers, "{id} + $answers[0][.role][.state][.years]", path]


class Miller:
    name = "Miller"
    slow = True

    def found(self):
        return shutil.which("mlr") is not None

    def version(self):
        return printed("mlr", "--version").split()[-1]

    def prepare(self, folder, table):
        self.answers = os.path.join(folder, "miller.csv")
        write_csv(self.answers, table)

    def command(self, path, _):
        join = ["join", "-i", "csv", "-j", "role,state,years", "-f", self.answers]
        return ["mlr", "--ijsonl", "--ojsonl", *join, "then", "cut", "-o", "-f", ",".join(["id", *PAY]), path]


class Sqlite:
    """Lines are imported as one text each and taken apart by its JSON functions; json_object proved faster than printf and than joining texts."""

    name = "SQLite"
    slow = False

    def found(self):
        return shutil.which("sqlite3") is not None

    def version(self):
        return printed("sqlite3", "--version").split()[0]

    def prepare(self, folder, table):
        self.folder = folder
        self.database = os.path.join(folder, "answers.sqlite")
        write_csv(os.path.join(folder, "sqlite.csv"), table)
        load = [".mode csv", f".import --skip 1 {folder}/sqlite.csv loaded", "INSERT INTO answers SELECT * FROM loaded", "DROP TABLE loaded"]
        create = [f"CREATE TABLE loaded({SCHEMA})", f"CREATE TABLE answers({SCHEMA}, PRIMARY KEY (role, state, years)) WITHOUT ROWID"]
        subprocess.run(["sqlite3", self.database, *create, *load], check=True)

    def command(self, path, _):
        script = path + ".sql"
        pay = ", ".join(f"'{name}', {name}" for name in PAY)
        with open(script, "w", encoding="utf-8") as file:
            file.write(
                "PRAGMA temp_store = MEMORY;\nCREATE TEMP TABLE people(line);\n"
                f'.mode ascii\n.separator "\\037" "\\n"\n.import {path} people\n.mode list\n'
                f"SELECT json_object('id', line ->> 'id', {pay}) FROM people CROSS JOIN answers\n"
                "ON role = line ->> 'role' AND state = line ->> 'state' AND years = line ->> 'years';\n"
            )
        return ["sqlite3", "-batch", self.database, f".read {script}"]


class DuckDb:
    """The command duckdb, or its Node package in the folder that --duckdb names. Two threads; the columns are given, so that nothing is sniffed.
    Left to itself, DuckDB hashes the rows and not the answers, since it cannot know how many rows a file has; with those two
    optimizations off it is twice as fast. A join gives its rows in any order: `in order` sorts them as well."""

    slow = False

    def __init__(self, packages, ordered):
        self.packages = packages
        self.ordered = ordered
        self.name = "DuckDB, in order" if ordered else "DuckDB"

    def found(self):
        return shutil.which("duckdb") is not None or (bool(self.packages) and shutil.which("node") is not None)

    def sql(self, *statements):
        if shutil.which("duckdb"):
            return ["duckdb", self.database, "-noheader", "-list", "-c", ";".join(statements)]
        return ["node", os.path.join(os.path.dirname(os.path.abspath(__file__)), "duckdb.mjs"), self.packages, self.database, *statements]

    def version(self):
        self.database = ":memory:"
        return printed(*self.sql("SELECT version()")).strip().removeprefix("v")

    def prepare(self, folder, table):
        self.database = os.path.join(folder, f"answers{self.ordered}.duckdb")
        write_csv(os.path.join(folder, "duckdb.csv"), table)
        command = self.sql(f"CREATE TABLE answers({SCHEMA})", f"COPY answers FROM '{folder}/duckdb.csv' (HEADER)")
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)

    def command(self, path, output):
        people = f"read_json('{path}', format = 'newline_delimited', columns = {{id: 'INTEGER', role: 'VARCHAR', state: 'VARCHAR', years: 'INTEGER'}})"
        query = f"SELECT id, {', '.join(PAY)} FROM {people} JOIN answers USING (role, state, years)" + (" ORDER BY id" if self.ordered else "")
        tuned = ["SET threads = 2", f"SET preserve_insertion_order = {str(self.ordered).lower()}", "SET disabled_optimizers = 'build_side_probe_side,join_order'"]
        return self.sql(*tuned, f"COPY ({query}) TO '{output}' (FORMAT json)")


def every(duckdb):
    return [DuckDb(duckdb, ordered=False), DuckDb(duckdb, ordered=True), Sqlite(), Jq(), Miller()]
