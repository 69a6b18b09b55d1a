#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures the audit: all of a million claims over 100,000 subjects, beside sqlite3 sorting the same rows; and what one
changed article costs once they are audited.

usage: audit.py PROGRAM [FILE] [--claims N]

PROGRAM is build/socai; the measuring program stands beside it in tests/. FILE is of no use here.
sqlite3 sorts the rows, sentences with them, by subject, metric and day, from a database that is in the page cache.
"""
import argparse
import json
import os
import subprocess
import tempfile
import time


def measured(program, what, claims):
    return json.loads(subprocess.run([program, what, str(claims)], check=True, capture_output=True, text=True).stdout)


def time_sort(program, claims, folder):
    rows, database = os.path.join(folder, "rows.tsv"), os.path.join(folder, "rows.db")
    with open(rows, "wb") as file:
        subprocess.run([program, "rows", str(claims)], check=True, stdout=file)
    subprocess.run(["sqlite3", database, "CREATE TABLE t (id, article, day, subject, metric, value, sentence);",
                    ".mode tabs", f".import {rows} t"], check=True)
    best = None
    for _ in range(3):
        start = time.monotonic()
        with open(os.devnull, "wb") as nowhere:
            subprocess.run(["sqlite3", database, "SELECT * FROM t ORDER BY subject, metric, day"], check=True, stdout=nowhere)
        seconds = time.monotonic() - start
        best = seconds if best is None else min(best, seconds)
    return best


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("file", nargs="?")
    parser.add_argument("--claims", type=int, default=1000000)
    options = parser.parse_args()
    program = os.path.join(os.path.dirname(os.path.abspath(options.program)), "tests", "audit_bench")
    with tempfile.TemporaryDirectory() as folder:
        sort = time_sort(program, options.claims, folder)
    full = measured(program, "full", options.claims)
    one = measured(program, "one", options.claims)
    print(f"audit of {full['claims']:,} claims     {full['seconds']:8.2f} s    {full['findings']:,} findings; "
          f"{full['bytes'] / 1e9:.2f} GB, {full['bytes_of_claims'] / 1e9:.2f} of them the claims")
    print(f"sqlite3 sorting the same rows  {sort:8.2f} s    the audit takes {full['seconds'] / sort:.1f} times that")
    print(f"after one changed article      {one['median'] * 1000:8.2f} ms   median; 99 of 100 within {one['p99'] * 1000:.2f} ms, "
          f"all within {one['most'] * 1000:.2f}; {one['bytes'] / 1e9:.2f} GB, the first audit {one['first']:.1f} s")


if __name__ == "__main__":
    main()
