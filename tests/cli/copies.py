# SPDX-License-Identifier: Apache-2.0
"""export, import, backup, and who may write: the same root in every copy, made also while others write; nothing but
whole ledgers; a second writer waits, then says who holds the ledger; a reader changes no byte."""
import csv
import io
import json
import os
import re
import shutil
import sqlite3
import subprocess
import threading
import time

from support.run import PROGRAM, expect, expect_run, finish, path, read, socai, write

TEXT = "Theo Sở Giao thông, tổng mức đầu tư của cầu Bình Minh là {} tỷ đồng, chưa bao gồm thuế.\n"


def article(id, figure):
    return json.dumps({"id": id, "title": f"Tin {id}", "text": TEXT.format(figure)}, ensure_ascii=False) + "\n"


def root(ledger):
    return socai("log", "-O", "jsonl", "--limit", "1", "--ledger", ledger).records()[0]["root"]


for version in range(1, 4):
    write("in.jsonl", "".join(article(f"a{i}", f"{version}.{i}00") for i in range(1, 4 + version)))
    expect_run(f"version {version}", socai("ingest", "in.jsonl"))
claim = socai("claims", "-O", "jsonl").records()[0]["id"]
socai("retire", claim, "--reason", "sai")
socai("alias", "add", "a", "b")
expect_run("one article is redacted", socai("redact", "a2", "--reason", "luật"))

# Export and import.
exported = expect_run("export", socai("export"))
write("all.jsonl", exported.bytes)
end = exported.records()[-1]["end"]
expect("the last line is the root", end["root"] == root("socai.db") and end["versions"] == 6, end)
expect_run("import", socai("import", "all.jsonl", "--ledger", "copy.db"), err=["version 6", "verified", end["root"][:12]])
expect("the copy exports the same bytes", socai("export", "--ledger", "copy.db").bytes == exported.bytes)
expect("and answers the same", socai("claims", "-O", "json", "--ledger", "copy.db").out == socai("claims", "-O", "json").out
       and socai("claims", "-O", "json", "--as-of", "2", "--ledger", "copy.db").out == socai("claims", "-O", "json", "--as-of", "2").out)
expect_run("from standard input", socai("import", "-", "--ledger", "copy2.db", input=exported.bytes), err=["version 6"])
before = read("copy.db")
expect_run("never over a file", socai("import", "all.jsonl", "--ledger", "copy.db"), 2, err=["a file is there already"])
expect("it is left as it is", read("copy.db") == before)
lines = exported.bytes.split(b"\n")[:-1]
BAD = [
    ("the end is missing", lines[:-1], "cut off"),
    ("an entry is missing", lines[:4] + lines[5:], "line "),
    ("a digit is altered", [line.replace(b"1100000000000", b"1900000000000") for line in lines], "root"),
    ("a text is altered", [line.replace("thuế.\\n\"}".encode(), "thuê.\\n\"}".encode()) for line in lines], "hash"),
    ("a space in an entry", [lines[0].replace(b",", b", ", 1)] + lines[1:], "line 1: not in canonical form"),
    ("an unknown form", [lines[0].replace(b"version/1", b"version/9")] + lines[1:], "unknown form"),
    ("lines behind the end", lines + lines[:1], "behind the end"),
    ("a version twice", lines[:-1] + lines[:1] + lines[-1:], "version 1 where version 7 must follow"),
    ("no JSON", [b"hello"], "line 1"),
    ("nothing", [], "cut off"),
]
for what, changed, words in BAD:
    write("bad.jsonl", b"".join(line + b"\n" for line in changed))
    expect_run(f"import where {what}", socai("import", "bad.jsonl", "--ledger", "bad.db"), 4, err=["nothing was made", words])
    expect(f"where {what} nothing is left", not [f for f in os.listdir(path(".")) if f.startswith("bad.db")])
expect_run("import of no file", socai("import", "none.jsonl", "--ledger", "bad.db"), 9, err=["none.jsonl"])

# For other programs.
table = list(csv.reader(io.StringIO(expect_run("csv", socai("export", "--format", "csv")).out)))
graph = json.loads(expect_run("json-ld", socai("export", "--format", "jsonld")).out)
expect("csv and json-ld have the claims that stand", len(table) - 1 == len(graph["@graph"])
       == len(socai("claims", "-O", "jsonl").records()), (len(table), graph))
one = next(c for c in graph["@graph"] if c.get("mentions", {}).get("value"))
expect("a claim in the words of schema.org", graph["@context"] == "https://schema.org" and one["@type"] == "Claim"
       and one["mentions"]["@type"] == "MonetaryAmount" and one["mentions"]["currency"] == "VND"
       and re.fullmatch(r"\d+", one["mentions"]["value"]) and one["appearance"]["@type"] == "NewsArticle", one)
expect("as of 1 they are those of then", len(json.loads(socai("export", "--format", "jsonld", "--as-of", "1").out)["@graph"])
       == len(socai("claims", "-O", "jsonl", "--as-of", "1").records()))
expect_run("all of it has no as-of", socai("export", "--as-of", "1"), 2, err=["--format csv"])

# A backup.
expect_run("backup", socai("backup", "backup.db"), err=["version 6", "verified"])
expect("the same root", root("backup.db") == end["root"])
expect_run("never over a file", socai("backup", "backup.db"), 2, err=["a file is there already"])
expect_run("where nothing can be", socai("backup", "no/such/backup.db"), 9, err=["backup.db"])

# While others write, copies are whole ledgers of one version each, which the newest has grown from.
stop = threading.Event()


def keep_writing():
    number = 0
    while not stop.is_set():
        number += 1
        write("more.jsonl", article(f"m{number}", f"{number}"))
        expect_run("ingest meanwhile", socai("ingest", "more.jsonl"))


writer = threading.Thread(target=keep_writing)
writer.start()
for number in range(6):
    expect_run("backup meanwhile", socai("backup", f"live{number}.db"), err=["verified"])
    write("live.jsonl", socai("export").bytes)
    expect_run("export meanwhile", socai("import", "live.jsonl", "--ledger", f"live{number}-copy.db"), err=["verified"])
stop.set()
writer.join()
for number in range(6):
    for name in (f"live{number}.db", f"live{number}-copy.db"):
        write("live.checkpoint", socai("checkpoint", "--ledger", name).bytes)
        expect_run("the ledger has grown from it", socai("verify", "--checkpoint", "live.checkpoint"), out=["only grown"])

# A reader changes no byte of the file or beside it, also where it may not write.
before, names = read("socai.db"), sorted(os.listdir(path(".")))
stamp = os.stat(path("socai.db")).st_mtime_ns
for command in (["claims"], ["show", claim], ["history", claim], ["log"], ["diff", "1"], ["audit"], ["verify"],
                ["checkpoint"], ["proof", claim], ["export"], ["alias", "list"]):
    expect_run(f"{command[0]} reads", socai(*command))
expect("readers change no byte and leave no file", read("socai.db") == before and sorted(os.listdir(path("."))) == names
       and os.stat(path("socai.db")).st_mtime_ns == stamp)
os.mkdir(path("sealed"))
shutil.copy(path("socai.db"), path("sealed/socai.db"))
os.chmod(path("sealed/socai.db"), 0o444)
os.chmod(path("sealed"), 0o555)
for command in (["claims"], ["verify"], ["checkpoint"]):
    expect_run(f"{command[0]} in a sealed folder", socai(*command, "--ledger", "sealed/socai.db"))
os.chmod(path("sealed"), 0o755)

# A second writer waits, and then says who holds the ledger; a reader goes on.
holder = sqlite3.connect(path("socai.db"), isolation_level=None)
holder.execute("BEGIN IMMEDIATE")
begun = time.monotonic()
held = socai("ingest", "in.jsonl")
if os.path.exists("/proc/locks"):
    expect_run("the holder is named", held, 7, err=["another process is writing the ledger: process " + str(os.getpid())])
expect_run("a second writer is refused at last", held, 7, err=["wait until it is done"])
expect("it waited ten seconds", 9 < time.monotonic() - begun < 20)
expect_run("readers go on", socai("claims"), out=["VND"])
waiting = subprocess.Popen([PROGRAM, "ingest", "in.jsonl"], cwd=path("."), stderr=subprocess.PIPE)
time.sleep(0.5)
holder.execute("ROLLBACK")
_, words = waiting.communicate(timeout=30)
expect("one that waits goes on when the first is done", waiting.returncode == 0, words)
expect_run("nothing of it all did harm", socai("verify"), out=["ok"])
finish()
