#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures an ingest at length: articles made from those of corpus/ by varying names and figures, from one JSONL file.
Articles and megabytes a second, peak memory beside that of a tenth of the input, the share of each stage, two threads
against one, a second run that skips everything, and `sqlite3 .import` of as many rows (id, title, text) into a table
with a primary key.

usage: ingest.py PROGRAM [FILE] [--articles N] [--folder DIR]

N is $SOCAI_BENCH_ARTICLES, else 1,000,000. FILE is of no use here. DIR needs about 12 KB an article.
"""
import argparse
import csv
import glob
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time

REPO = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
FIGURE = re.compile(r"\d+")
NAME = re.compile(r"(?<=[a-zà-ỹ,;] )[A-ZĐÀ-Ỹ][a-zà-ỹđ]+(?: [A-ZĐÀ-Ỹ][a-zà-ỹđ]+)+")
SYLLABLES = "An Bình Châu Dương Giang Hà Khánh Lâm Minh Nam Phong Quang Sơn Tân Thanh Trung Vân Yên".split()


def corpus():
    articles = []
    for name in sorted(glob.glob(os.path.join(REPO, "corpus", "gold", "*.jsonl"))):
        with open(name, encoding="utf-8") as file:
            articles += [json.loads(line) for line in file if line.strip()]
    return [(a.get("title"), a["text"]) for a in articles if a.get("text")]


def vary(text, chance):
    """Other figures of as many digits, and other names in every second place."""
    text = FIGURE.sub(lambda m: m[0] if m[0][0] == "0" else str(chance.randrange(10 ** (len(m[0]) - 1), 10 ** len(m[0]))), text)
    return NAME.sub(lambda m: " ".join(chance.sample(SYLLABLES, 2)) if chance.random() < 0.5 else m[0], text)


def make(count, jsonl, table):
    chance, sources = random.Random(7), corpus()
    with open(jsonl, "w", encoding="utf-8") as lines, open(table, "w", encoding="utf-8", newline="") as rows:
        writer = csv.writer(rows)
        for number in range(count):
            title, text = sources[number % len(sources)]
            article = {"id": f"m{number}", "title": title and vary(title, chance), "text": vary(text, chance)}
            lines.write(json.dumps(article, ensure_ascii=False) + "\n")
            writer.writerow(list(article.values()))


def run(command, **more):
    """Wall seconds, processor seconds, peak megabytes."""
    start = time.perf_counter()
    child = subprocess.Popen(command, stderr=subprocess.DEVNULL, **more)
    if child.stdin:
        child.stdin.close()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"bench: exit code {child.returncode} from {' '.join(command)}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("file", nargs="?")
    parser.add_argument("--articles", type=int, default=int(os.environ.get("SOCAI_BENCH_ARTICLES", 1_000_000)))
    parser.add_argument("--folder", help="where to work (default: the system's folder for temporary files)")
    options = parser.parse_args()
    count = options.articles
    with tempfile.TemporaryDirectory(prefix="socai-bench-", dir=options.folder) as folder:
        at = lambda name: os.path.join(folder, name)
        make(count, at("all.jsonl"), at("all.csv"))
        with open(at("all.jsonl"), "rb") as lines, open(at("tenth.jsonl"), "wb") as tenth:
            for _ in range(max(count // 10, 1)):
                tenth.write(lines.readline())
        size = os.path.getsize(at("all.jsonl")) / 1e6
        ingest = lambda name, ledger, threads, *more: [options.program, "ingest", at(name), "--ledger", at(ledger), "--threads",
                                                       str(threads), *more]
        print(f"{count:,} articles of corpus/ with other names and figures, {size:,.0f} MB of JSONL, one version")
        _, _, small = run(ingest("tenth.jsonl", "tenth.db", 2))
        os.remove(at("tenth.db"))
        walls = {}
        for threads in (1, 2):
            walls[threads], cpu, peak = run(ingest("all.jsonl", f"{threads}.db", threads, "--report", at("report")))
            print(f"{threads} thread{'s' if threads > 1 else ''}: {count / walls[threads]:8,.0f} articles/s {size / walls[threads]:6.1f} MB/s, "
                  f"{cpu:.0f} s of processor, peak {peak:.0f} MB ({small:.0f} MB for a tenth)")
            with open(at("report"), "rb") as report:
                report.seek(-4096, os.SEEK_END)
                seconds = json.loads(report.read().splitlines()[-1])["seconds"]
            stages = {name: value for name, value in seconds.items() if name != "all"}
            whole = sum(stages.values())
            print("   " + ", ".join(f"{name} {value / whole:.0%}" for name, value in stages.items()))
            if threads == 1:
                os.remove(at("1.db"))
        print(f"2 threads run at {walls[1] / walls[2]:.2f} times the speed of one")
        again, _, peak = run(ingest("all.jsonl", "2.db", 2))
        print(f"again, when all of it stands: {count / again:8,.0f} articles/s {size / again:6.1f} MB/s, peak {peak:.0f} MB")
        stored = os.path.getsize(at("2.db")) / 1e6
        subprocess.run(["sqlite3", at("import.db"), "CREATE TABLE article (id TEXT PRIMARY KEY, title TEXT, text TEXT)"], check=True)
        theirs, _, _ = run(["sqlite3", at("import.db"), f".import --csv {at('all.csv')} article"])
        print(f"sqlite3 .import of the rows: {count / theirs:8,.0f} rows/s; ingest runs at {theirs / walls[2]:.3f} of that, and leaves "
              f"{stored:,.0f} MB with claims and proofs")


if __name__ == "__main__":
    sys.exit(main())
