# SPDX-License-Identifier: MIT
"""Workbooks laid out like BLS's own, from rows of our data files: what hisalary-import reads."""
import html
import zipfile

COLUMNS = ("AREA AREA_TITLE AREA_TYPE PRIM_STATE NAICS NAICS_TITLE I_GROUP OWN_CODE OCC_CODE OCC_TITLE O_GROUP TOT_EMP EMP_PRSE JOBS_1000 "
           "LOC_QUOTIENT PCT_TOTAL PCT_RPT H_MEAN A_MEAN MEAN_PRSE H_PCT10 H_PCT25 H_MEDIAN H_PCT75 H_PCT90 A_PCT10 A_PCT25 A_MEDIAN "
           "A_PCT75 A_PCT90 ANNUAL HOURLY").split()
OWNERS = {"private": "5", "private, local government gambling establishments and casino hotels": "57",
          "private, and state and local government hospitals": "58", "private and Postal Service": "59",
          "federal, state and local government": "123", "private, state and local government": "235"}
WAGES = {"mean": ("A_MEAN", "H_MEAN"), "p10": ("A_PCT10", "H_PCT10"), "p25": ("A_PCT25", "H_PCT25"), "p50": ("A_MEDIAN", "H_MEDIAN"),
         "p75": ("A_PCT75", "H_PCT75"), "p90": ("A_PCT90", "H_PCT90")}


def figures(row):
    """What a row of ours says, under BLS's column names."""
    out = {"OCC_CODE": row["soc"], "OCC_TITLE": row["soc"], "O_GROUP": "detailed", "TOT_EMP": row["employment"],
           "EMP_PRSE": row.get("employment_rse"), "MEAN_PRSE": row.get("mean_rse"), "PCT_RPT": "~"}
    for key, (annual, hourly) in WAGES.items():
        out[annual] = row[key]
        out[hourly] = round(row[key] / 2080, 2) if isinstance(row[key], int) else row[key]
    return out


NATION = {"AREA": "99", "AREA_TITLE": "U.S.", "AREA_TYPE": "1", "PRIM_STATE": "US", "NAICS": "000000", "NAICS_TITLE": "Cross-industry",
          "I_GROUP": "cross-industry", "OWN_CODE": "1235"}


def nation(row):
    return NATION | figures(row)


def industry(row):
    group = "cross-industry, ownership" if row["naics"] in ("000001", "999001") else "sector"
    return NATION | {"NAICS": row["naics"], "NAICS_TITLE": row["title"], "I_GROUP": group, "OWN_CODE": OWNERS[row["ownership"]]} | figures(row)


def area(row, areas):
    place = areas[row["area"]]
    kind = {"state": "2", "territory": "3", "metropolitan": "4", "nonmetropolitan": "6"}[place["kind"]]
    return NATION | {"AREA": place.get("fips", place["code"]), "AREA_TITLE": place["title"], "AREA_TYPE": kind,
                     "PRIM_STATE": place["states"][0]} | figures(row)


def noise(row):
    """Rows beside those that are wanted: a broad occupation, a finer industry, an occupation of other people."""
    return [row | {"O_GROUP": "broad", "A_MEDIAN": 1}, row | {"I_GROUP": "3-digit", "NAICS": "621000", "A_MEDIAN": 1},
            row | {"OCC_CODE": "35-2014", "A_MEDIAN": "nonsense"}]


class Texts:
    def __init__(self):
        self.numbers = {}

    def __getitem__(self, text):
        return self.numbers.setdefault(text, len(self.numbers))

    def xml(self):
        # One of them in pieces, as spreadsheets keep formatted texts, with a reading aid that is no part of it.
        items = "".join(f"<si><r><t>{html.escape(text[:1])}</t></r><r><t>{html.escape(text[1:])}</t></r><rPh><t>aid</t></rPh></si>"
                        for text in self.numbers)
        return f'<?xml version="1.0" encoding="UTF-8"?><sst xmlns="x" count="{len(self.numbers)}">{items}</sst>'


def letters(column):
    return (chr(64 + column // 26) if column >= 26 else "") + chr(65 + column % 26)


def sheet(rows, texts):
    out = ['<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="x"><sheetData>']
    for number, row in enumerate(rows, 1):
        out.append(f'<row r="{number}">')
        for column, value in enumerate(row):
            if isinstance(value, str):
                out.append(f'<c r="{letters(column)}{number}" t="s"><v>{texts[value]}</v></c>')
            elif value is not None:
                # Excel stores 4.9 as 4.9000000000000004.
                out.append(f'<c r="{letters(column)}{number}"><v>{value if isinstance(value, int) else format(value, ".17g")}</v></c>')
        out.append("</row>")
    return "".join(out) + "</sheetData></worksheet>"


def write(path, year, rows, columns=COLUMNS, title="May {year} OEWS Estimates", name="national_M{year}_dl", change=lambda member, text: text):
    """Writes a workbook; `change` may spoil a member of it."""
    texts = Texts()
    wages = sheet([list(columns)] + [[row.get(column) for column in columns] for row in rows], texts)
    about = sheet([["Contact"], [title.format(year=year)]], texts)
    name = name.format(year=year)
    members = {
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.xml": f'<workbook xmlns="x" xmlns:r="y"><sheets><sheet name="{name}" sheetId="1" r:id="rId1"/>'
                           '<sheet name="UpdateTime" sheetId="7" r:id="rId2"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships xmlns="x"><Relationship Id="rId1" Target="worksheets/sheet1.xml"/>'
                                      '<Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/>'
                                      '<Relationship Id="rId3" Target="sharedStrings.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": wages,
        "xl/worksheets/sheet2.xml": about,
        "xl/sharedStrings.xml": texts.xml(),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, text in members.items():
            archive.writestr(member, change(member, text))
