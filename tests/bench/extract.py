#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures extraction on one core beside ripgrep counting money on the same file, the two alternated.

usage: extract.py PROGRAM [FILE.jsonl] [--runs N]

FILE is by default news/dev.jsonl of $SOCAI_SHARED (../shared beside the repo); where that is missing, a file of about
16 MB made by repeating the articles of corpus/.
"""
import argparse
import glob
import json
import os
import statistics
import subprocess
import sys
import time

REPO = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
PATTERN = r"[0-9][0-9.,]* ?(nghìn|ngàn|triệu|tỷ|tỉ)? ?(đồng|USD|đô la)"
MADE_SIZE = 16_000_000
KEYS = ("id", "outlet", "url", "published", "title", "text")


def corpus_articles():
    for path in sorted(glob.glob(os.path.join(REPO, "corpus", "gold", "*.jsonl"))):
        with open(path, encoding="utf-8") as file:
            for line in file:
                if line.strip():
                    article = json.loads(line)
                    yield {key: article.get(key) for key in KEYS}
    for path in sorted(glob.glob(os.path.join(REPO, "corpus", "text", "*.txt"))):
        with open(path, encoding="utf-8") as file:
            yield {"id": os.path.basename(path), "text": file.read()}


def made_file():
    articles = list(corpus_articles())
    if not articles:
        sys.exit("bench: no FILE given, no $SOCAI_SHARED/news/dev.jsonl, and no article in corpus/")
    path = os.path.join(REPO, "build", "bench", "corpus.jsonl")
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        size = copy = 0
        while size < MADE_SIZE:
            copy += 1
            for article in articles:
                article = {**article, "id": f"{article['id']}-{copy}"}
                size += file.write(json.dumps(article, ensure_ascii=False) + "\n")
    return path


def default_file():
    shared = os.environ.get("SOCAI_SHARED") or os.path.join(REPO, "..", "shared")
    news = os.path.join(shared, "news", "dev.jsonl")
    return news if os.path.exists(news) else made_file()


def run(command):
    """One run with its output thrown away: wall seconds and processor seconds."""
    start = time.perf_counter()
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"bench: exit code {child.returncode} from {' '.join(command)}")
    return wall, usage.ru_utime + usage.ru_stime


def lines_of(command):
    """The first, unmeasured run: warms the caches, and shows that there was something to do."""
    output = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=True).stdout
    return int(output) if command[0] == "rg" else output.count(b"\n")


def main():
    parser = argparse.ArgumentParser(description="extraction speed beside ripgrep")
    parser.add_argument("program")
    parser.add_argument("file", nargs="?")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    path = options.file or default_file()
    megabytes = os.path.getsize(path) / 1e6
    commands = {
        "socai extract": [options.program, "extract", "--threads", "1", "--format", "jsonl", path],
        "rg -j1 -c": ["rg", "--no-config", "-j1", "-c", PATTERN, path],
    }
    found = {name: lines_of(command) for name, command in commands.items()}
    runs = {name: [] for name in commands}
    for _ in range(options.runs):
        for name, command in commands.items():
            runs[name].append(run(command))
    print(f"{os.path.relpath(path)}: {megabytes:.1f} MB, median of {options.runs} alternated runs, one core\n")
    print(f"{'':15}{'wall s':>9}{'cpu s':>9}{'MB/s':>9}  output")
    speed = {}
    for name in commands:
        wall, cpu = (statistics.median(column) for column in zip(*runs[name]))
        speed[name] = megabytes / wall
        what = "lines with money" if name.startswith("rg") else "claims"
        print(f"{name:15}{wall:9.3f}{cpu:9.3f}{speed[name]:9.1f}  {found[name]} {what}")
    print(f"\nsocai runs at {speed['socai extract'] / speed['rg -j1 -c']:.3f} of ripgrep's speed")


if __name__ == "__main__":
    main()
