# SPDX-License-Identifier: MIT
"""The programs that hisalary is measured beside. DuckDB computes the model from tables of its numbers. The others look the answers up in a finished
table of role x state x years, written by hisalary, which is less work. What a peer needs of a table (a database, a JSON object) is made
before the clock starts. A peer's command writes to its output where it opens the file itself, else to standard output."""
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
    name = "jq, look up only"
    computes = False
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
    name = "Miller, look up only"
    computes = False
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

    name = "SQLite, look up only"
    computes = False
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
    Left to itself, DuckDB hashes the rows and not the small tables, since it cannot know how many rows a file has; with those two
    optimizations off it takes less than half the time. A join gives its rows in any order: `in order` sorts them as well."""

    slow = False

    def __init__(self, packages, tables, ordered=False):
        self.packages = packages
        self.tables = tables
        self.ordered = ordered

    def found(self):
        return shutil.which("duckdb") is not None or (bool(self.packages) and shutil.which("node") is not None)

    def sql(self, *statements):
        if shutil.which("duckdb"):
            return [shutil.which("duckdb"), self.database, "-noheader", "-list", "-c", ";".join(statements)]
        return [shutil.which("node"), os.path.join(os.path.dirname(os.path.abspath(__file__)), "duckdb.mjs"), self.packages, self.database, *statements]

    def version(self):
        self.database = ":memory:"
        return printed(*self.sql("SELECT version()")).strip().removeprefix("v")

    def create(self, database, *statements):
        self.database = database
        if not os.path.exists(database):
            subprocess.run(self.sql(*statements), check=True, stdout=subprocess.DEVNULL)

    def copy(self, query, output):
        """Answers for a file are sorted, so that they can be compared; those that are timed go nowhere."""
        ordered = self.ordered or output != os.devnull
        tuned = ["SET threads = 2", f"SET preserve_insertion_order = {str(ordered).lower()}", "SET disabled_optimizers = 'build_side_probe_side,join_order'"]
        return self.sql(*tuned, f"COPY ({query}{' ORDER BY id' if ordered else ''}) TO '{output}' (FORMAT json)")


class DuckDbLookUp(DuckDb):
    name = "DuckDB, look up only"
    computes = False

    def prepare(self, folder, table):
        write_csv(os.path.join(folder, "duckdb.csv"), table)
        self.create(os.path.join(folder, "answers.duckdb"), f"CREATE TABLE answers({SCHEMA})", f"COPY answers FROM '{folder}/duckdb.csv' (HEADER)")

    def command(self, path, output):
        return self.copy(f"SELECT id, {', '.join(PAY)} FROM {read_json(path, 'role', 'state', 'years')} JOIN answers USING (role, state, years)", output)


class DuckDbModel(DuckDb):
    """The whole model over the whole rows. What role, years, credential and education say is one table to join, what role, state and setting say is
    another, both made before the clock starts and with the values that rows have and no more; the curve is a CASE of six polynomials in
    the score itself; the cast rounds. Joining three or six smaller tables, columns of enumerated types, a curve without branches, texts put together
    by json_object or ||, and smaller blocks of the file were not faster."""

    computes = True

    def __init__(self, *arguments, **more):
        super().__init__(*arguments, **more)
        self.name = "DuckDB, in order" if self.ordered else "DuckDB"

    def prepare(self, folder, _):
        subprocess.run([self.tables, folder], check=True)
        with open(os.path.join(folder, "constants.csv"), encoding="ascii") as file:
            self.constants = {row["name"]: float(row["value"]) for row in csv.DictReader(file)}
        table = "read_csv('{folder}/{name}.csv', header = true) AS {name}".format
        roles, years, certs, education, markets, settings = (
            table(folder=folder, name=name) for name in ("roles", "years", "certs", "education", "markets", "settings")
        )
        least_slope, least_variance = self.constants["least_slope"], self.constants["least_variance"]
        people = (
            "CREATE TABLE people AS SELECT role, years, cert, education, "
            "position + years.score + remaining * certs.score + education.score AS mean, "
            f"greatest({least_variance}, roles.variance - years.variance - remaining * remaining * certs.variance - education.variance) AS variance "
            f"FROM {roles} JOIN {years} USING (role) JOIN {certs} USING (role) JOIN {education} USING (role) "
            f"WHERE cert IN {tuple(rows.CERTS)} AND education IN {tuple(rows.EDUCATION)}"
        )
        starts = ", ".join(f"{piece}0 + shift + time AS {piece}0" for piece in PIECES)
        places = (
            f"CREATE TABLE places AS SELECT role, state, setting, settings.variance / power(greatest(slope, {least_slope}), 2) AS known, error, "
            f"markets.* EXCLUDE (role, state, error, slope) REPLACE ({starts}) "
            f"FROM {markets} JOIN {settings} USING (role) JOIN {roles} USING (role) WHERE setting IN {tuple(rows.SETTINGS)}"
        )
        self.create(os.path.join(folder, "model.duckdb"), people, places)

    def curve(self, score):
        """ln(pay) on the piece that the score lies on."""
        powers = {piece: f"{piece}0 + {score} * ({piece}1 + {score} * ({piece}2 + {score} * {piece}3))" for piece in PIECES[1:-1]}
        powers.update({piece: f"{piece}0 + {score} * {piece}1" for piece in (PIECES[0], PIECES[-1])})
        z75, z90 = self.constants["z75"], self.constants["z90"]
        tests = zip((z90, z75, 0, -z75, -z90), reversed(PIECES[1:]))
        return f"CASE {' '.join(f'WHEN {score} > {start} THEN {powers[piece]}' for start, piece in tests)} ELSE {powers[PIECES[0]]} END"

    def dollars(self, query):
        """Whole dollars of ln(pay), neighbors at least the gap of a role apart."""
        gap = self.constants["role_gap"]
        query = f"SELECT id, p50, least(p25, p50 - {gap}) AS p25, p10, greatest(p75, p50 + {gap}) AS p75, p90 FROM ({query})"
        query = f"SELECT id, least(p10, p25 - {gap}) AS p10, p25, p50, p75, greatest(p90, p75 + {gap}) AS p90 FROM ({query})"
        return f"SELECT id, {', '.join(f'CAST(exp({name}) AS INTEGER) AS {name}' for name in PAY)} FROM ({query})"

    def command(self, path, output):
        z75, z90 = (self.constants[name] for name in ("z75", "z90"))
        scores = dict(zip(PAY, (-z90, -z75, 0, z75, z90)))
        facts = read_json(path, "role", "cert", "years", "education", "state", "setting")
        joined = f"FROM {facts} JOIN people USING (role, years, cert, education) JOIN places USING (role, state, setting)"
        query = f"SELECT *, sqrt(greatest({self.constants['least_variance']}, variance - known)) AS spread {joined}"
        at = ", ".join(f"mean + {z} * spread AS {name}" for name, z in scores.items())
        query = f"SELECT id, error, {at}, COLUMNS('^[a-f][0-3]$') FROM ({query})"
        query = f"SELECT id, error, {', '.join(f'{self.curve(name)} AS {name}' for name in PAY)} FROM ({query})"
        return self.copy(self.dollars(f"SELECT id, {', '.join(f'{widened(name, z)} AS {name}' for name, z in scores.items())} FROM ({query})"), output)


class DuckDbWide(DuckDbModel):
    """The same over rows that are written in many ways and name any credential, degree, setting and place: its tables hold all of them."""

    def __init__(self, *arguments, **more):
        super().__init__(*arguments, **more)
        self.name = "DuckDB, rows of many forms"

    def prepare(self, folder, _):
        super().prepare(folder, _)
        table = "read_csv('{folder}/{name}.csv', header = true, all_varchar = false) AS {name}".format
        roles, years, certs, education, settings = (table(folder=folder, name=name) for name in ("roles", "years", "certs", "education", "settings"))
        least_slope, least_variance = self.constants["least_slope"], self.constants["least_variance"]
        people = (
            "CREATE TABLE people AS SELECT role, years, cert, education, "
            "position + years.score + remaining * certs.score + education.score AS mean, "
            f"greatest({least_variance}, roles.variance - years.variance - remaining * remaining * certs.variance - education.variance) AS variance "
            f"FROM {roles} JOIN {years} USING (role) JOIN {certs} USING (role) JOIN {education} USING (role)"
        )
        starts = ", ".join(f"{piece}0 + time AS {piece}0" for piece in PIECES)
        places = (
            f"CREATE TABLE places AS SELECT role, place, error, 1 / power(greatest(slope, {least_slope}), 2) AS per_variance, "
            f"markets.* EXCLUDE (role, place, error, slope) REPLACE ({starts}) "
            f"FROM read_csv('{folder}/all_markets.csv', header = true, types = {{'place': 'VARCHAR'}}) AS markets JOIN {roles} USING (role)"
        )
        shifts = f"CREATE TABLE shifts AS SELECT * FROM {settings}"
        self.create(os.path.join(folder, "wide.duckdb"), people, places, shifts)

    def command(self, path, output):
        z75, z90 = (self.constants[name] for name in ("z75", "z90"))
        scores = dict(zip(PAY, (-z90, -z75, 0, z75, z90)))
        columns = ", ".join(f"{name}: 'VARCHAR'" for name in ("role", "cert", "years", "education", "state", "metro", "setting"))
        rows_read = f"read_json('{path}', format = 'newline_delimited', columns = {{id: 'INTEGER', {columns}}})"
        facts = (
            "(SELECT id, role, trim(cert, '[]\"') AS cert, CAST(CAST(years AS DOUBLE) AS INTEGER) AS years, education, "
            f"coalesce(metro, state, 'US') AS place, setting FROM {rows_read})"
        )
        joined = f"FROM {facts} JOIN people USING (role, years, cert, education) JOIN places USING (role, place) JOIN shifts USING (role, setting)"
        least = self.constants["least_variance"]
        query = f"SELECT *, sqrt(greatest({least}, people.variance - shifts.variance * per_variance)) AS spread {joined}"
        at = ", ".join(f"mean + {z} * spread AS {name}" for name, z in scores.items())
        query = f"SELECT id, error, shift, {at}, COLUMNS('^[a-f][0-3]$') FROM ({query})"
        query = f"SELECT id, error, {', '.join(f'shift + {self.curve(name)} AS {name}' for name in PAY)} FROM ({query})"
        return self.copy(self.dollars(f"SELECT id, {', '.join(f'{widened(name, z)} AS {name}' for name, z in scores.items())} FROM ({query})"), output)


PIECES = "abcdef"


def widened(name, z):
    """ln(pay) with the error of the place in it, which widens both sides of the median."""
    if z == 0:
        return name
    return f"p50 {'-' if z < 0 else '+'} sqrt(({name} - p50) * ({name} - p50) + {z * z} * error * error)"


def read_json(path, *names):
    columns = ", ".join(f"{name}: '{'INTEGER' if name == 'years' else 'VARCHAR'}'" for name in names)
    return f"read_json('{path}', format = 'newline_delimited', columns = {{id: 'INTEGER', {columns}}})"


def every(duckdb, tables):
    """`tables` is the program that writes the model's tables."""
    return [DuckDbWide(duckdb, tables), DuckDbModel(duckdb, tables), DuckDbModel(duckdb, tables, ordered=True), DuckDbLookUp(duckdb, tables), Sqlite(), Jq(), Miller()]
