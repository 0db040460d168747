#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Holds the sources to the house rules that can be read off their text.

layers     a folder of src/ includes only itself and the folders before it; tools/ may use all; include/hisalary is free
loose      no file lies in src/ itself, and no folder there is unknown
one place  CLI11 is included by src/cli/parse.cpp alone; Catch2 by tests/support alone, which knows versions 2 and 3
size       a source has at most 500 lines, a function at most 60
nested     no conditional operator stands inside another

The files are formatted by clang-format, and this program relies on it: a function at namespace level ends at a line that
is `}` alone, one in a class at `  }`. Prints one line for each fault and exits 1 when there is one.
"""
import argparse
import pathlib
import re
import sys
import tempfile

LAYERS = ["base", "data", "model", "query", "explain", "advise", "audit", "output", "batch", "cli"]
LONGEST_SOURCE = 500
LONGEST_FUNCTION = 60

INCLUDE = re.compile(r'^\s*#\s*include\s+[<"]([^>"]+)[>"]')
# A raw string, a string, a character (no digit separator), a comment.
NO_CODE = re.compile(r'R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|(?<![0-9A-Fa-f])\'(?:\\.|[^\'\\\n])+\'|//[^\n]*|/\*.*?\*/', re.DOTALL)


def code_of(text):
    """The text with strings and comments emptied; lines stay where they are."""
    return NO_CODE.sub(lambda match: '""' + "\n" * match.group().count("\n"), text)


def include_faults(path, layer, text):
    """`layer` is None for a file of tools/, which may use every layer."""
    for number, line in enumerate(text.splitlines(), 1):
        match = INCLUDE.match(line)
        if not match:
            continue
        target = match.group(1)
        folder = target.split("/")[0] if "/" in target else None
        if target.startswith(("CLI/", "CLI.hpp")) and path.as_posix() != "src/cli/parse.cpp":
            yield number, "CLI11 is included here; src/cli/parse.cpp alone may"
        if target.startswith("../"):
            yield number, f"include {target} by its path from src/"
        if layer is None or folder is None:
            continue
        if folder in LAYERS and LAYERS.index(folder) > LAYERS.index(layer):
            yield number, f"{layer} includes {target}: {folder} is a layer above it"
        elif folder not in LAYERS and line.rstrip().endswith('"') and folder != "hisalary":
            yield number, f"{layer} includes {target}, which is in no layer"


def test_faults(text):
    """Tests that name a header of one version of Catch2."""
    for number, line in enumerate(text.splitlines(), 1):
        if re.match(r'\s*#\s*include\s+[<"]catch2/', line):
            yield number, 'Catch2 is included here; include "../support/catch.hpp"'


def blocks(lines, indent):
    """(first line, last line, text of the last line) of each block whose braces stand at this indent."""
    start = None
    inside = False
    for number, line in enumerate(lines):
        at_indent = line.startswith(indent) and not line[len(indent):len(indent) + 1].isspace() and line.strip() != ""
        if inside and at_indent and line.startswith(indent + "}"):
            yield start, number, line
            inside, start = False, None
        elif not inside:
            if at_indent and start is None and not line.lstrip().startswith(("#", "//", "}", "public:", "private:", "protected:")):
                start = number
            if start is None:
                continue
            if re.match(r"(inline )?namespace\b|extern \"", lines[start].strip()) and line.endswith("{"):
                start = None
            elif line.endswith("{"):
                inside = True
            elif line.endswith((";", "}")) or line.strip() == "":
                start = None


def function_faults(text):
    lines = code_of(text).splitlines()
    found = []
    for first, last, end in blocks(lines, ""):
        if end == "}":
            found.append((first, last))
        elif end.startswith("};"):  # a class, or a table
            inner = lines[first + 1:last]
            found += [(first + 1 + a, first + 1 + b) for a, b, close in blocks(inner, "  ") if close == "  }"]
    for first, last in found:
        length = last - first + 1
        if length > LONGEST_FUNCTION:
            yield first + 1, f"a function of {length} lines; at most {LONGEST_FUNCTION}"


def nested_faults(text):
    """A `?` while another conditional is open in the same expression: an argument or a block of its own starts anew."""
    line = 1
    stack = [0]  # conditionals of each open bracket
    for character in code_of(text):
        if character == "\n":
            line += 1
        elif character in "([":
            stack.append(0)
        elif character == "{":
            stack.append(None)  # what stands around it does not count inside
            stack.append(0)
        elif character in ")]":
            if len(stack) > 1:
                stack.pop()
        elif character == "}":
            while len(stack) > 1 and stack.pop() is not None:
                pass
        elif character in ",;":
            stack[-1] = 0
        elif character == "?":
            around = stack[len(stack) - stack[::-1].index(None):] if None in stack else stack
            if any(around):
                yield line, "a conditional operator inside another"
            stack[-1] += 1


def faults_of(root):
    for path in sorted(root.glob("src/*")):
        if path.is_file():
            yield path.relative_to(root), 1, "a loose file; it belongs into the folder of its layer"
        elif path.name not in LAYERS:
            yield path.relative_to(root), 1, "an unknown folder; the layers are " + " ".join(LAYERS)
    for path in sorted([*root.glob("src/**/*.[ch]pp"), *root.glob("tools/**/*.[ch]pp"), *root.glob("include/**/*.hpp")]):
        name = path.relative_to(root)
        text = path.read_text(encoding="utf-8")
        if len(text.splitlines()) > LONGEST_SOURCE:
            yield name, LONGEST_SOURCE + 1, f"{len(text.splitlines())} lines; at most {LONGEST_SOURCE}"
        layer = name.parts[1] if name.parts[0] == "src" and name.parts[1] in LAYERS else None
        for check in (lambda t: include_faults(name, layer, t), function_faults, nested_faults):
            for line, what in check(text):
                yield name, line, what
    for path in sorted(root.glob("tests/*/*.cpp")):
        if path.parent.name != "support":
            for line, what in test_faults(path.read_text(encoding="utf-8")):
                yield path.relative_to(root), line, what


def self_test():
    """Plants one fault of each kind in a tree, and code that only looks like one, and expects just the faults."""
    planted = {
        "src/model/good.cpp": '#include "good.hpp"\n\n#include "base/text.hpp"\n#include "hisalary/model.hpp"\n#include <nlohmann/json.hpp>\n',
        "src/base/up.cpp": '#include "model/curve.hpp"\n',
        "src/query/tool.cpp": '#include "fit/fit.hpp"\n',
        "src/output/parser.cpp": "#include <CLI/CLI.hpp>\n",
        "src/cli/parse.cpp": "#include <CLI/CLI.hpp>\n",
        "src/loose.cpp": "int x;\n",
        "tests/unit/two.cpp": "#include <catch2/catch.hpp>\n",
        "tests/support/main.cpp": "#include <catch2/catch.hpp>\n",
        "tools/fit/main.cpp": '#include "cli/run.hpp"\n',
        "src/base/long.cpp": "int x;\n" * (LONGEST_SOURCE + 1),
        "src/base/function.cpp": "namespace a {\n\nint f(int x,\n      int y) {\n" + "  x += y;\n" * LONGEST_FUNCTION + "  return x;\n}\n\n}  // namespace a\n",
        "src/base/method.cpp": "class A {\n public:\n  int f() {\n" + "    x();\n" * LONGEST_FUNCTION + "  }\n\n  int g();\n};\n",
        "src/base/short.cpp": "int f() {\n  if (x) {\n    y();\n  }\n}\n\nconstexpr int table[] = {\n" + "    1,\n" * 70 + "};\n\nint g() {\n}\n",
        "src/base/nested.cpp": "int f() { return a ? b : c ? d : e; }\nint g() { return a ? (b ? c : d) : e; }\n",
        "src/base/plain.cpp": "int f() { return g(a ? b : c, d ? e : f); }\nconst char q = '?';  // a ? b : c ? d : e\nint h = a ? 1'000 : [] { return b ? 1 : 2; }();\n",
    }
    expected = {
        ("src/base/up.cpp", 1), ("src/query/tool.cpp", 1), ("src/output/parser.cpp", 1), ("src/loose.cpp", 1), ("tests/unit/two.cpp", 1),
        ("src/base/long.cpp", LONGEST_SOURCE + 1), ("src/base/function.cpp", 3), ("src/base/method.cpp", 3),
        ("src/base/nested.cpp", 1), ("src/base/nested.cpp", 2),
    }
    with tempfile.TemporaryDirectory(prefix="layers.") as folder:
        root = pathlib.Path(folder)
        for name, text in planted.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
        found = {(path.as_posix(), line) for path, line, _ in faults_of(root)}
    for name, line in sorted(expected - found):
        print(f"self-test: {name}:{line} was not found")
    for name, line in sorted(found - expected):
        print(f"self-test: {name}:{line} is no fault")
    return found == expected


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("root", type=pathlib.Path, help="folder of the project")
    args = parser.parse_args()
    if not self_test():
        return 1
    found = list(faults_of(args.root))
    for path, line, what in found:
        print(f"{path}:{line}: {what}")
    print(f"{len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
