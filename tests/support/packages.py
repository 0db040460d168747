#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What cmake --workflow --preset package made, each unpacked into an empty folder and used: the program of the .deb, the tarball's in a
root with nothing else in it, a consumer of the library's .deb; SHA256SUMS; the bill of materials; the same bytes when packed again."""
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile

ASKED = ["estimate", "--cert", "RHIA", "--years", "6", "--state", "CA", "--json"]
failures = 0


def check(what, holds, *seen):
    global failures
    if not holds:
        failures += 1
        print(f"FAILED {what}", *seen, sep="\n    ")


def run(*command, **more):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=600, **more)


def the_one(folder, pattern):
    found = list(folder.glob(pattern))
    check(f"one {pattern}", len(found) == 1, found)
    return found[0]


def sums(packages):
    listed = dict(reversed(line.split("  ")) for line in (packages / "SHA256SUMS").read_text().splitlines())
    there = {path.name for path in packages.iterdir() if path.is_file() and path.name != "SHA256SUMS"}
    check("SHA256SUMS lists every file", set(listed) == there and len(there) == 4, listed, there)
    for name, digest in listed.items():
        check(f"the sum of {name}", hashlib.sha256((packages / name).read_bytes()).hexdigest() == digest)


def program_of_deb(packages, wanted, folder, build):
    deb = the_one(packages, "hisalary_*.deb")
    run("dpkg-deb", "-x", deb, folder, check=True)
    done = run(folder / "usr/bin/hisalary", *ASKED, cwd=folder)
    check("the program of the .deb", done.stdout == wanted, done)
    check("its data", (folder / "usr/share/hisalary/data/roles.json").exists())
    fields = run("dpkg-deb", "-f", deb).stdout
    check("it depends on nothing", "Package: hisalary\n" in fields and "\nDepends:" not in fields, fields)
    check("it names no folder that it was built in", str(build.parent.parent).encode() not in (folder / "usr/bin/hisalary").read_bytes())


def consumer_of_deb(packages, project, folder, build):
    run("dpkg-deb", "-x", the_one(packages, "libhisalary-dev_*.deb"), folder / "root", check=True)
    check("no program beside the library", not (folder / "root/usr/bin").exists())
    without = [f"-DCMAKE_DISABLE_FIND_PACKAGE_{name}=ON" for name in ("nlohmann_json", "fmt", "CLI11", "Catch2")]
    configured = run("cmake", "-S", project / "tests/package", "-B", folder / "build", f"-DCMAKE_PREFIX_PATH={folder / 'root/usr'}", *without)
    built = run("cmake", "--build", folder / "build")
    done = run(folder / "build/consumer") if built.returncode == 0 else built
    check("a consumer of the library's .deb", re.fullmatch(r"[1-9]\d+ dollars a year\n", done.stdout), configured, built, done)
    for path in (folder / "root/usr").rglob("*.cmake"):
        check(f"{path.name} may be moved", str(build) not in path.read_text())


def program_of_tarball(packages, wanted, folder):
    with tarfile.open(the_one(packages, "hisalary-*.tar.gz")) as tar:
        names = tar.getnames()
        check("one folder in the tarball", len({name.split("/")[0] for name in names}) == 1, names[:5])
        tar.extractall(folder)
    program = the_one(folder, "*/bin/hisalary")
    root = folder / "empty root"
    root.mkdir()
    shutil.copy2(program, root / "hisalary")
    enter = ["chroot"] if os.getuid() == 0 else ["unshare", "-r", "chroot"]
    done = run(*enter, root, "/hisalary", *ASKED, env={"PATH": os.environ["PATH"]})
    if done.returncode != 0 and os.getuid() != 0 and "unshare" in done.stderr:
        print("without user namespaces the empty root is not tried")
        return
    check("the tarball's program in an empty root", done.stdout == wanted, done)


def bill(packages, project):
    document = json.loads(the_one(packages, "hisalary.spdx.json").read_text())
    check("SPDX 2.3", (document["spdxVersion"], document["dataLicense"], document["SPDXID"]) == ("SPDX-2.3", "CC0-1.0", "SPDXRef-DOCUMENT"))
    check("when", re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", document["creationInfo"]["created"]), document["creationInfo"])
    ids = [package["SPDXID"] for package in document["packages"]]
    check("ids are unique and well-formed", len(set(ids)) == len(ids) and all(re.fullmatch(r"SPDXRef-[A-Za-z0-9.-]+", one) for one in ids), ids)
    for package in document["packages"]:
        present = {"name", "versionInfo", "downloadLocation", "licenseConcluded", "licenseDeclared", "copyrightText", "supplier"} <= package.keys()
        check("a package says what it is", present and all(package.values() or [False]) or package["filesAnalyzed"] is False and present, package)
        check("an address or that there is none", re.match(r"https?://|NOASSERTION$", package["downloadLocation"]), package)
    names = {package["name"]: package["versionInfo"] for package in document["packages"]}
    for name in ("hisalary", "nlohmann-json", "fmt", "CLI11", "libstdc++"):
        check(f"{name} and its version", re.match(r"\d+\.\d+", names.get(name, "")), names)
    published = [row["id"] for row in json.loads((project / "data/sources.json").read_text())["rows"] if row["publisher"] != "hisalary"]
    check("every source of the data", set(published) <= names.keys(), set(published) - names.keys())
    ends = {link[end] for link in document["relationships"] for end in ("spdxElementId", "relatedSpdxElement")}
    check("relationships are between what is listed", ends <= {*ids, "SPDXRef-DOCUMENT"}, ends - set(ids))
    described = [link for link in document["relationships"] if link["relationshipType"] == "DESCRIBES"]
    check("the document describes the two packages", len(described) == 2, described)


def packed_again(packages, build, folder):
    for kind in ("DEB", "TGZ"):
        done = run("cpack", "--config", build / "CPackConfig.cmake", "-G", kind, "-B", folder)
        check(f"packed again, {kind}", done.returncode == 0, done)
    check("the same bytes", (folder / "SHA256SUMS").read_text() == (packages / "SHA256SUMS").read_text(),
          (folder / "SHA256SUMS").read_text(), (packages / "SHA256SUMS").read_text())


def main():
    if not shutil.which("dpkg-deb"):
        print("skipped: no dpkg-deb here")
        return 77
    build, project = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    packages = build / "packages"
    wanted = run(build / "hisalary", *ASKED, check=True).stdout
    sums(packages)
    bill(packages, project)
    with tempfile.TemporaryDirectory(prefix="packages.") as folder:
        rooms = {name: pathlib.Path(folder) / name for name in ("deb", "dev", "tar", "again")}
        for room in rooms.values():
            room.mkdir()
        program_of_deb(packages, wanted, rooms["deb"], build)
        consumer_of_deb(packages, project, rooms["dev"], build)
        program_of_tarball(packages, wanted, rooms["tar"])
        packed_again(packages, build, rooms["again"])
    print(f"{failures} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
