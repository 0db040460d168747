#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Opens reports in headless Chromium: on a telephone, on a desk, in the dark and on paper. Each must be drawn without an error on the
console and without asking for anything, and no page may be wider than its screen. Skipped where there is no Chromium."""
import os
import pathlib
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
    "picture.svg": ["report", "--role", "medical-coder", "--state", "OH"],
    "career.svg": ["career", "--role", "medical-coder", "--years", "3", "--path", "default"],
}
# A page around the page measures it; the page itself allows no script.
FRAME = """<!DOCTYPE html><iframe id="f" style="border:0;width:{width}px;height:900px" src="{name}"></iframe>
<script>f.onload = () => {{ const d = f.contentDocument.documentElement; document.title = "";
document.body.append("wide:" + d.scrollWidth + "/" + d.clientWidth); }}</script>"""


def browser(chromium, folder, address, *flags):
    with tempfile.TemporaryDirectory(prefix="profile.") as profile:
        command = [chromium, *FLAGS, f"--user-data-dir={profile}", *flags, address]
        done = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120)
    return done.stdout, [line for line in done.stderr.splitlines() if "CONSOLE" in line]


def problems(chromium, folder, name):
    address = (folder / name).as_uri()
    views = {"360": ["--window-size=360,2000"], "1280": ["--window-size=1280,2000"],
             "dark": ["--window-size=1280,2000", "--blink-settings=preferredColorScheme=0"]}
    jobs = {f"{view}.png": [*flags, f"--screenshot={folder}/{name}.{view}.png"] for view, flags in views.items()}
    jobs["pdf"] = ["--no-pdf-header-footer", f"--print-to-pdf={folder}/{name}.pdf"]
    for job, flags in jobs.items():
        said = browser(chromium, folder, address, *flags)[1]
        made = folder / f"{name}.{job}"
        if said or not made.exists() or made.stat().st_size < 5000:
            yield f"{name}, {job}: {said or 'nothing was drawn'}"
    if name.endswith(".html"):
        for width in (360, 1280):
            (folder / "frame.html").write_text(FRAME.format(width=width, name=name), encoding="utf-8")
            seen = browser(chromium, folder, (folder / "frame.html").as_uri(), "--allow-file-access-from-files", "--dump-dom")[0]
            if f"wide:{width}/{width}" not in seen:
                found = seen[seen.rfind("wide:"):][:20] if "wide:" in seen else "not measured"
                yield f"{name}: wider than a screen of {width}: {found}"


def main():
    binary = os.path.abspath(sys.argv[1])
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        print("skipped: no Chromium here (apt-get install chromium)")
        return SKIPPED
    with tempfile.TemporaryDirectory(prefix="pages.") as name:
        folder = pathlib.Path(name)
        found = []
        for file, arguments in REPORTS.items():
            into = ["--svg", file] if arguments[0] == "career" else ["-o", file]
            subprocess.run([binary, *arguments, *into], cwd=folder, check=True, stdout=subprocess.DEVNULL)
            found += problems(chromium, folder, file)
    print("\n".join([*found, f"{len(REPORTS)} reports, {len(found)} problems"]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
