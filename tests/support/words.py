#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Plain American English in what users read: python3 words.py BINARY SOURCE_DIR. Odd phrases, and option names on the HTML page."""
import pathlib
import re
import subprocess
import sys
import tempfile

# What was odd once, as a regular expression, and what a native writes.
ODD = {
    r"your like\b": "people like you",
    r"half of such people": "the middle half",
    r"the widest role": "most general role",
    r"is taken for\b|\btaken to be\b": "matched to, assumed to be",
    r"the salary that leaves as much": "equivalent salary",
    r"drawn toward": "blended with an estimate",
    r"\bto the first\b": "vs. California",
    r"\bno (PTO|sick days|health coverage) said\b|\bvalue said\b|\bsays no pay\b|\ba pay is said\b": "given, you entered",
    r"\basks for\b": "requires",
    r"stands twice|stands beside|stands where": "duplicate, is given along with",
    r"(?<!there )\bis no (?!longer|more|different|such|role|credential|promise|newer|place|match|wider|way)\w+": "is not a, unknown",
    r"\bheld against\b": "compared with",
    r"are here for the nation": "cover the nation",
    r"at the nation's prices": "adjusted for the cost of living",
    r"\bthe nation's median\b(?=.*answer)": "the U.S. median",
    r"\bnobody knows\b": "is unknown",
    r"\bnothing was said\b|\bwhen nothing is said\b|\bnothing that was said\b": "nothing given",
    r"\bbeside now\b": "vs. now",
    r"\bon one basis\b": "like for like",
    r"\bhow sure\b(?! is this)": "confidence",
    r"\bcommonest\b": "most common",
    r"\bof its own:": "its own",
    r"\bgiven what is known of\b": "from what you know about",
    r"\bvalued whole\b": "worth in all",
    r"the job of now": "the current job",
    r"\bit is no promise\b": "not a promise",
    r"\bno forecast\b": "not a forecast",
    r"\bthe typical half\b": "the middle half",
    r"\bbrought back to\b": "adjusted back to",
    r"\basked for are\b|\bthose of another time are asked for\b": "but another date is given",
    r"\bWho names no\b": "A person without",
}


def places(text):
    for number, line in enumerate(text.split("\n"), 1):
        for odd, better in ODD.items():
            if re.search(odd, line, re.IGNORECASE):
                yield number, line.strip(), better


def main():
    binary, source = sys.argv[1], pathlib.Path(sys.argv[2])
    files = [source / "README.md", source / "CHANGELOG.md", *sorted((source / "docs").glob("*.md")), *sorted((source / "tests/golden").glob("*.golden"))]
    found = 0
    for path in files:
        for number, line, better in places(path.read_text(encoding="utf-8")):
            found += 1
            print(f"{path.relative_to(source)}:{number}: {line[:120]}\n    write: {better}")

    with tempfile.TemporaryDirectory() as folder:
        for person in (["--cert", "RHIA", "--years", "6", "--state", "CA"],
                       ["--role", "medical-coder", "--years", "0-2", "--metro", "Chicago", "--pay", "52000", "--skill", "sql"], []):
            page = pathlib.Path(folder, "page.html")
            subprocess.run([binary, "report", *person, "-o", page], check=True, capture_output=True)
            text = re.sub(r"<style>.*?</style>", "", page.read_text(encoding="utf-8"), flags=re.S)
            words = re.sub(r"<[^>]*>", "\n", text)
            for number, line, better in places(words):
                found += 1
                print(f"page, {' '.join(person)}: {line[:120]}\n    write: {better}")
            for option in sorted(set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", words))):
                found += 1
                print(f"page, {' '.join(person)}: it names the option {option}")

    print(f"{len(files)} files and 3 pages, {found} odd phrases")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
