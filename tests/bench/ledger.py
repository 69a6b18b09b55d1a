#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures the ledger: claims recorded a second, durable and with proofs, beside `sqlite3 .import` of the same rows into
tables with the same indexes; latency of a page of 50 claims; bytes a claim.

usage: ledger.py PROGRAM [FILE] [--claims N]

PROGRAM is build/socai; the measuring program stands beside it in tests/. FILE is of no use here.

.import gets every row of every table that the ledger holds, in the same order of tables, in one transaction a table, with
sqlite3's own settings and no triggers, hashes and Merkle tree. CSV holds no bytes, so hashes are imported as half their
hex digits: as many bytes as in the ledger.
"""
import argparse
import csv
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import time


def cell(value):
    if isinstance(value, bytes):
        return value.hex()[: len(value)]
    return "" if value is None else value


def dump(ledger, folder):
    """A CSV file a table, and the SQL that makes the tables and indexes; gives the tables."""
    db = sqlite3.connect(ledger)
    tables = [name for name, in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
                                           " ORDER BY rowid")]
    tables = [table for table in tables if db.execute(f"SELECT 1 FROM {table}").fetchone()]
    schema = []
    for table in tables:
        columns = db.execute(f"SELECT name, type, pk FROM pragma_table_info('{table}') ORDER BY cid").fetchall()
        key = [name for name, _, pk in sorted(columns, key=lambda c: c[2]) if pk]
        rowid = len(key) == 1 and [t for n, t, _ in columns if n == key[0]] == ["INTEGER"]
        lines = [f"{name} {kind if kind != 'BLOB' else 'TEXT'}" + (" PRIMARY KEY" if rowid and name == key[0] else "")
                 for name, kind, _ in columns]
        without = "" if rowid else " WITHOUT ROWID"
        lines += [] if rowid else [f"PRIMARY KEY ({', '.join(key)})"]
        for number, name, unique, origin, _ in db.execute(f"PRAGMA index_list('{table}')").fetchall():
            if origin == "u":
                lines.append("UNIQUE (" + ", ".join(c[2] for c in db.execute(f"PRAGMA index_info('{name}')")) + ")")
        schema.append(f"CREATE TABLE {table} ({', '.join(lines)}){without};")
        with open(os.path.join(folder, table + ".csv"), "w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, lineterminator="\n")
            for row in db.execute(f"SELECT * FROM {table}"):
                writer.writerow([cell(value) for value in row])
    schema += [sql + ";" for table, sql in db.execute("SELECT tbl_name, sql FROM sqlite_schema WHERE type = 'index'"
                                                      " AND sql IS NOT NULL") if table in tables]
    db.close()
    return tables, schema


def time_import(ledger, folder):
    tables, schema = dump(ledger, folder)
    target = os.path.join(folder, "import.db")
    subprocess.run(["sqlite3", target], input="\n".join(schema), text=True, check=True)
    commands = "".join(f".import --csv {os.path.join(folder, table)}.csv {table}\n" for table in tables)
    begun = time.monotonic()
    child = subprocess.Popen(["sqlite3", target], stdin=subprocess.PIPE)
    child.stdin.write(commands.encode())
    child.stdin.close()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit("bench: sqlite3 .import failed")
    return time.monotonic() - begun, usage.ru_utime + usage.ru_stime


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("file", nargs="?")
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--compare-only", action="store_true", help="leave out the large ledger")
    parser.add_argument("--folder", help="where to work (default: the system's folder for temporary files)")
    options = parser.parse_args()
    bench = os.path.join(os.path.dirname(os.path.abspath(options.program)), "tests", "ledger_bench")
    with tempfile.TemporaryDirectory(prefix="socai-bench-", dir=options.folder) as folder:
        compared = min(options.claims, 100_000)
        runs = []
        for number in range(3):  # alternated, so that both meet the same machine
            ledger = os.path.join(folder, f"small{number}.db")
            ours = json.loads(subprocess.run([bench, ledger, str(compared), "record"], capture_output=True, check=True).stdout)
            with tempfile.TemporaryDirectory(dir=folder) as rows:
                runs.append((ours["record_seconds"], ours["record_processor_seconds"], *time_import(ledger, rows)))
            os.remove(ledger)
        ours, ours_cpu, theirs, theirs_cpu = (sorted(seconds)[1] for seconds in zip(*runs))
        print(f"{compared:,} claims with their articles in one version, median of 3 alternated runs\n"
              f"recorded, durable, with proofs: {compared / ours:8,.0f} claims/s {ours_cpu:6.2f} s of processor\n"
              f"sqlite3 .import, same rows:     {compared / theirs:8,.0f} claims/s {theirs_cpu:6.2f} s of processor\n"
              f"recording runs at {theirs / ours:.2f} of .import's speed, {theirs_cpu / ours_cpu:.2f} by processor time")
        if options.compare_only:
            return
        figures = json.loads(subprocess.run([bench, os.path.join(folder, "large.db"), str(options.claims)],
                                            capture_output=True, check=True).stdout)
    count = figures["claims"]
    print(f"{count:,} claims in {figures['versions']} versions: {count / figures['record_seconds']:,.0f} claims/s, "
          f"{figures['bytes'] / count:,.0f} bytes a claim with their articles, verified in {figures['verify_seconds']:.1f} s")
    for name, value in figures.items():
        if isinstance(value, dict):
            print(f"  {name:40} p50 {value['p50_ms']:6.2f} ms   p99 {value['p99_ms']:6.2f} ms   {value['rows']:.0f} rows a page")


if __name__ == "__main__":
    sys.exit(main())
