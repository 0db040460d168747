#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Opens reports in headless Chromium: on a telephone, on a desk, in the dark and on paper. Each must be drawn without an error on the
console and without asking for anything; no page may be wider than its screen, no letter of a chart too small or cut. Skipped where there is no Chromium."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

SKIPPED = 77
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
         "--disable-sync", "--hide-scrollbars", "--enable-logging=stderr"]
REPORTS = {
    "page.html": ["report", "--cert", "RHIA", "--years", "6", "--state", "CA"],
    "nation.html": ["report", "--role", "29-2072", "--as-of", "release"],
    "long.html": ["report", "--role", "Inpatient <b>\"Coder\"</b> & II", "--cert", "CPC,CCS", "--years", "12", "--education", "associate",
                  "--setting", "hospital", "--skill", "icd-10-pcs,epic", "--metro", "San Jose", "--as-of", "2025-12"],
    "hourly.html": ["report", "--role", "medical-coder", "--cert", "CPC", "--years", "3", "--metro", "San Jose", "--pay", "35/h", "--hourly"],
    "offers.html": ["report", "offer", "--file", "offers.json", "--role", "coding-auditor", "--cert", "CPC", "--years", "6"],
    "offer.html": ["report", "offer", "--base", "82000", "--bonus", "5%", "--role", "medical-coder", "--state", "OH", "--hourly"],
    "changes.html": ["report", "whatif", "--role", "medical-coder", "--cert", "CPC", "--years", "3", "--pay", "52000", "--state", "OH"],
    "compare.html": ["report", "compare", "--role", "medical-coder", "--vary", "cert=none,CPC,RHIT+CPC",
                     "--vary", "metro=Chicago,San Jose,Springfield, IL"],
    "career.html": ["report", "career", "--role", "medical-coder", "--years", "3", "--path", "default"],
    "picture.svg": ["report", "--role", "medical-coder", "--state", "OH"],
    "offers.svg": ["report", "offer", "--file", "offers.json", "--role", "coding-auditor"],
    "changes.svg": ["report", "whatif", "--role", "medical-coder", "--cert", "CPC", "--state", "OH"],
    "compare.svg": ["report", "compare", "--role", "medical-coder", "--vary", "state=TX,CA,NY"],
    "career.svg": ["career", "--role", "medical-coder", "--years", "3", "--path", "default"],
}
OFFERS = """{"format": "hisalary/offers/1", "offers": [
  {"name": "Now", "current": true, "base": 74000, "place": "Columbus, OH"},
  {"name": "A <b> & \\"x\\"", "base": 82000, "bonus": "5%", "role": "Coding Auditor", "remote": true},
  {"name": "Veterans", "base": 79000, "setting": "federal-government", "health": "family"},
  {"name": "Contract", "contract_rate": 90, "health": "family"}]}"""
WIDTHS = (320, 360, 768, 1280)
# What people read has no names of options, files or sources' ids.
INSIDE = re.compile(r"(?<![\w-])--[a-z][a-z-]+|\b[\w-]+\.json\b|\bbls-[a-z-]+\b")
# A page around the page measures it; the page itself allows no script.
FRAME = """<!DOCTYPE html><iframe id="f" style="border:0;width:{width}px;height:900px" src="{name}"></iframe>
<script>f.onload = () => {{ const d = f.contentDocument.documentElement; document.title = "";
const small = Math.min(...[...f.contentDocument.querySelectorAll("svg text")].map(t => {{
const s = t.ownerSVGElement, scale = s.getBoundingClientRect().width / s.viewBox.baseVal.width;
return scale ? Math.round(10 * scale * parseFloat(f.contentWindow.getComputedStyle(t).fontSize)) / 10 : 99; }}));
const cut = [...f.contentDocument.querySelectorAll("svg text")].filter(t => {{
const b = t.getBBox(), v = t.ownerSVGElement.viewBox.baseVal; return b.x < v.x - 1 || b.x + b.width > v.x + v.width + 1; }});
document.body.append("wide:" + d.scrollWidth + "/" + d.clientWidth + " letters:" + small + " cut:" + cut.map(t => t.textContent).join("|") + ";");
}}</script>"""


def browser(chromium, folder, address, *flags):
    with tempfile.TemporaryDirectory(prefix="profile.") as profile:
        command = [chromium, *FLAGS, f"--user-data-dir={profile}", *flags, address]
        done = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120)
    return done.stdout, [line for line in done.stderr.splitlines() if "CONSOLE" in line]


def problems(chromium, folder, name):
    address = (folder / name).as_uri()
    views = {"360": ["--window-size=360,2000"], "dark": ["--window-size=1280,2000", "--blink-settings=preferredColorScheme=0"]}
    jobs = {f"{view}.png": [*flags, f"--screenshot={folder}/{name}.{view}.png"] for view, flags in views.items()}
    jobs["pdf"] = ["--no-pdf-header-footer", f"--print-to-pdf={folder}/{name}.pdf"]
    for job, flags in jobs.items():
        said = browser(chromium, folder, address, *flags)[1]
        made = folder / f"{name}.{job}"
        if said or not made.exists() or made.stat().st_size < 5000:
            yield f"{name}, {job}: {said or 'nothing was drawn'}"
    if name.endswith(".html"):
        for width in WIDTHS:
            yield from measured(chromium, folder, name, width)
        yield from words(folder / name)


def measured(chromium, folder, name, width):
    """No wider than its screen, no letter of a chart under 12 px, none cut at the chart's edge."""
    (folder / "frame.html").write_text(FRAME.format(width=width, name=name), encoding="utf-8")
    seen = browser(chromium, folder, (folder / "frame.html").as_uri(), "--allow-file-access-from-files", "--dump-dom")[0]
    found = re.search(r"wide:(\d+)/(\d+) letters:([\d.]+|Infinity) cut:(.*?);", seen, re.S)
    if not found:
        yield f"{name}: not measured at {width}"
        return
    if found[1] != found[2]:
        yield f"{name}: wider than a screen of {width}: {found[1]}"
    if float(found[3].replace("Infinity", "inf")) < 11.9:
        yield f"{name}: letters of {found[3]} px in a chart at {width}"
    if found[4]:
        yield f"{name}: cut at {width}: {found[4]}"


def words(page):
    text = re.sub(r"<style>.*?</style>|<[^>]*>", " ", page.read_text(encoding="utf-8"), flags=re.S)
    for inside in sorted(set(INSIDE.findall(text))):
        yield f"{page.name}: people read {inside}"


def main():
    binary = os.path.abspath(sys.argv[1])
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        print("skipped: no Chromium here (apt-get install chromium)")
        return SKIPPED
    with tempfile.TemporaryDirectory(prefix="pages.") as name:
        folder = pathlib.Path(name)
        (folder / "offers.json").write_text(OFFERS, encoding="utf-8")
        found = []
        for file, arguments in REPORTS.items():
            into = ["--svg", file] if arguments[0] == "career" else ["-o", file]
            subprocess.run([binary, *arguments, *into], cwd=folder, check=True, stdout=subprocess.DEVNULL)
            found += problems(chromium, folder, file)
    print("\n".join([*found, f"{len(REPORTS)} reports, {len(found)} problems"]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
