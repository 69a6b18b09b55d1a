#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks what no compiler does: which way includes point, where Vietnamese may stand, how long a file may be, and words
that have no place in the repo. Prints FILE:LINE: what is wrong; exit code 1 if anything is.

usage: house_check.py [TOP OF THE REPO]
"""
import os
import re
import subprocess
import sys

# Words that no file may hold: places on somebody's machine. A path of an URL ("example.vn/home/") is none.
FORBIDDEN = [r"(?<![\w.:/-])/(?:work|root|home|Users)/"]

# What the sources of a folder may include of the project's own; the longest folder that fits a file decides.
MAY_INCLUDE = {
    "extractor/claim/": ["extractor/claim/"],
    "extractor/": ["extractor/"],
    "ledger/": ["ledger/", "extractor/claim/"],
    "cli/": ["cli/", "ledger/", "extractor/"],
    "tests/": ["tests/", "cli/", "ledger/", "extractor/", "catch.h"],
}

# The database's headers, and who may include them.
DATABASE = re.compile(r"SQLiteCpp/|sqlite3\.h|sqlite3ext\.h")
DATABASE_FOLDERS = ("ledger/",)

# Vietnamese letters belong to data, messages, tests and text for people; elsewhere in comments alone.
VIETNAMESE = re.compile("[àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝăĂđĐĩĨũŨơƠưƯ\u0300-\u0323\u1ea0-\u1ef9]")
VIETNAMESE_FOLDERS = ("rules/", "corpus/", "tests/", "docs/", "cli/")

LINES_WARN, LINES_FAIL = 300, 400

SOURCE = (".h", ".cpp")
INCLUDE = re.compile(r'\s*#\s*include\s*([<"])([^>"]+)[>"]')
# A string (kept), or a comment (blanked, with its line ends kept).
COMMENT = re.compile(
    r'R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'|//[^\n]*|/\*.*?\*/', re.DOTALL)


def files_of(top):
    """The files that are or would be committed; without git, every file outside build/ and dot folders."""
    git = ["git", "-c", "safe.directory=*", "-C", top, "ls-files", "-coz", "--exclude-standard"]
    try:
        listed = subprocess.run(git, capture_output=True, check=True).stdout.decode().split("\0")
        return sorted(f for f in set(listed) if os.path.isfile(os.path.join(top, f)))
    except (OSError, subprocess.CalledProcessError):
        pass
    found = []
    for folder, folders, files in os.walk(top):
        folders[:] = [f for f in folders if f != "build" and not f.startswith(".")]
        found += [os.path.relpath(os.path.join(folder, f), top) for f in files]
    return sorted(found)


def without_comments(path, text):
    if path.endswith(SOURCE):
        blank = lambda m: "\n" * m[0].count("\n") if m[0].startswith(("//", "/*")) else m[0]
        return COMMENT.sub(blank, text)
    return re.sub(r"(?m)(^|\s)#.*$", "", text)


def line_hits(pattern, text):
    for number, line in enumerate(text.split("\n"), 1):
        hit = re.search(pattern, line)
        if hit:
            yield number, hit[0]


def check_words(path, text):
    for pattern in FORBIDDEN:
        for number, word in line_hits(pattern, text):
            yield number, f"'{word}' is a place on one machine"


def check_vietnamese(path, text):
    if path.startswith(VIETNAMESE_FOLDERS) or path.endswith(".md"):
        return
    for number, letter in line_hits(VIETNAMESE, without_comments(path, text)):
        yield number, f"'{letter}': Vietnamese belongs in rules/ or in the program's messages"


def check_includes(path, text):
    folder = max((f for f in MAY_INCLUDE if path.startswith(f)), key=len, default=None)
    for number, line in enumerate(text.split("\n"), 1):
        include = INCLUDE.match(line)
        if not include:
            continue
        quoted, name = include[1] == '"', include[2]
        if DATABASE.match(name) and not path.startswith(DATABASE_FOLDERS):
            yield number, f"only {' '.join(DATABASE_FOLDERS)} may include {name}"
        elif quoted and folder and not name.startswith(tuple(MAY_INCLUDE[folder])):
            yield number, f"{folder} may not include {name}, only {' '.join(MAY_INCLUDE[folder])}"


def check_header(path, text):
    if path.endswith(".h") and not re.search(r"(?m)^#pragma once$", text):
        yield 1, "a header starts with #pragma once"


def check_length(path, text):
    lines = text.count("\n")
    if lines > LINES_FAIL:
        yield lines, f"{lines} lines: split it, the limit is {LINES_FAIL}"
    elif lines > LINES_WARN:
        print(f"{path}: warning: {lines} lines; aim below {LINES_WARN}", file=sys.stderr)


NAMESPACE = re.compile(r"^namespace ([\w:]+) \{")
TYPE = re.compile(r"^(?:struct|class) (\w+(?:::\w+)*)[^;]*\{")


def types_of(text):
    """The types that a header defines outside of others, with their namespace, and the lines they stand on."""
    namespace = ""
    for number, line in enumerate(text.split("\n"), 1):
        if opened := NAMESPACE.match(line):
            namespace = opened[1]
        elif defined := TYPE.match(line):
            yield f"{namespace}::{defined[1]}", number


def check_types(top, files):
    """One name, one type: two definitions are undefined behaviour, and no compiler that sees one file can tell."""
    known = {}
    for path in files:
        if not path.endswith(".h"):
            continue
        with open(os.path.join(top, path), encoding="utf-8") as file:
            for name, number in types_of(file.read()):
                if name in known:
                    yield f"{path}:{number}: {name} is another type in {known[name]}"
                known[name] = f"{path}:{number}"


def problems_of(top, path):
    with open(os.path.join(top, path), "rb") as file:
        data = file.read()
    if b"\0" in data:
        return
    text = data.decode("utf-8", "replace")
    checks = [check_vietnamese]
    if path != "tests/house_check.py":  # it names the words
        checks.append(check_words)
    if path.endswith(SOURCE):
        checks += [check_includes, check_header, check_length]
    for check in checks:
        for number, what in check(path, text):
            yield f"{path}:{number}: {what}"


def main(argv):
    top = argv[0] if argv else os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
    files = files_of(top)
    problems = [problem for path in files for problem in problems_of(top, path)] + list(check_types(top, files))
    print("\n".join(problems + [f"{len(files)} files, {len(problems)} problems"]))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
