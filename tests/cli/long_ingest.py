# SPDX-License-Identifier: Apache-2.0
"""Ingest at length: the report of every article, batches, an interruption, what a second run skips, progress, and
memory that does not grow with the input."""
import json
import os
import shutil
import signal
import subprocess
import time

from support.run import ARTICLE, PROGRAM, REPO, expect, expect_run, finish, path, read, socai, write

TEXT = ("Theo Sở Giao thông, tổng mức đầu tư của cầu số {0} là {1} tỷ đồng, chưa bao gồm chi phí giải phóng mặt bằng. "
        "Ông Trần Văn {2} cho biết công ty {3} sẽ chi thêm {4} triệu USD cho giai đoạn hai ở tỉnh {5}.\n")


def articles(first, count, repeat=1):
    return "".join(json.dumps({"id": f"n{i}", "text": "".join(
        TEXT.format(i * 31 + r, i + 100, f"H{i * 7919 % 997}", f"C{i * 104729 % 9973}", i % 50 + 2, f"T{i * 31337 % 991}")
        for r in range(repeat))}, ensure_ascii=False) + "\n" for i in range(first, first + count))


def report(name):
    return [json.loads(line) for line in read(name).splitlines()]


# ---- the report
LONG = "".join(TEXT.format(i, i + 7, f"H{i}", f"C{i * 31}", i + 2, f"T{i * 17}") for i in range(12))
rows = [{"id": "a", "text": ARTICLE}, {"id": "b", "text": ARTICLE}, {"id": "c", "url": "https://a.example/c", "text": LONG},
        {"id": "d", "text": LONG + "Hết."}]
write("r.jsonl", "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows) + "{\n")
write("old.txt", ARTICLE.encode("utf-16-le"))
done = expect_run("something is refused", socai("ingest", "r.jsonl", "nowhere.txt", "old.txt", "--report", "r.report"), 3,
                  err=["r.jsonl:5", "nowhere.txt", "5 new", "duplicates: 2 exact, 1 near", "refused: 2"])
items = report("r.report")
by_article = {item["article"]: item for item in items if "article" in item}
expect("each article is in it", [by_article[x]["status"] for x in "abcd"] == ["new"] * 4, items)
expect("with its place and claims", (by_article["c"]["file"], by_article["c"]["line"]) == ("r.jsonl", 3) and
       by_article["c"]["claims"] > 0, items)
expect("a copy is told of", by_article["b"]["duplicate"] == {"of": "a", "kind": "exact", "differing_bits": 0}, items)
expect("so is a near one", by_article["d"]["duplicate"]["of"] == "c" and by_article["d"]["duplicate"]["kind"] == "near", items)
old = [item for item in items if item.get("file") == "old.txt"]
expect("the encoding is in it", old and old[0]["encoding"] == "utf-16le" and old[0]["confidence"] == 1, items)
refused = [item for item in items if item["status"] == "refused"]
expect("and what was refused", [(r["file"], r["line"]) for r in refused] == [("r.jsonl", 5), ("nowhere.txt", None)] and
       all(r["reason"] for r in refused), refused)
expect("then the version", items[-2]["status"] == "sealed" and items[-2]["version"] == 1 and items[-2]["new"] == 5, items[-2])
expect("then the sum", items[-1]["status"] == "summary" and items[-1]["refused"] == 2 and not items[-1]["interrupted"] and
       items[-1]["seconds"]["all"] > 0, items[-1])
rows[0]["text"] += "Thêm 3 tỷ đồng."
write("r.jsonl", "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))
expect_run("a second time", socai("ingest", "r.jsonl", "--report", "r.json"), 0, err=["0 new, 1 updated, 3 unchanged"])
document = json.loads(read("r.json"))
expect("a report as one document", document["schema"] == "socai.ingest/1" and document["summary"]["updated"] == 1 and
       [i["status"] for i in document["items"]] == ["updated", "unchanged", "unchanged", "unchanged", "sealed"], document)
out = socai("ingest", "r.jsonl", "--report", "-")
expect("on standard output", [r["status"] for r in out.records()] == ["unchanged"] * 4 + ["summary"], out)
expect_run("a report that cannot be written", socai("ingest", "r.jsonl", "--report", "no/such/place"), 9, err=["no/such/place"])
expect_run("an error leaves none", socai("ingest", "r.jsonl", "--report", "x.report", "--ledger", write("bad.db", "x")), 4)
expect("no part of a report is left", not [n for n in os.listdir(path(".")) if n.endswith(".part") or n == "x.report"])

# ---- what stands is skipped, and skipped rightly
write("s.jsonl", articles(0, 30))
first = expect_run("the first run", socai("ingest", "s.jsonl", "--ledger", "s.db"), 0, err=["30 new"])
again = expect_run("the second adds nothing", socai("ingest", "s.jsonl", "--ledger", "s.db"), 0, err=["nothing is new", "30 unchanged"])
kept = first.err.split("claims: ")[1].split(" ")[0]
expect("the claims are counted as kept", f"{kept} kept" in again.err, first.err + again.err)
one, other = articles(0, 1), articles(0, 1).replace("triệu USD", "tỷ USD")
expect_run("there, away and back again within one run", socai("ingest", "--ledger", "s.db", write("t.jsonl", other + one)), 0,
           err=["2 updated"])
expect_run("it stands as it last came", socai("ingest", "--ledger", "s.db", write("t.jsonl", one)), 0, err=["1 unchanged"])
shutil.copytree(os.path.join(REPO, "rules"), path("rules"))
with open(path("rules/lexicon.toml"), "a", encoding="utf-8") as file:
    file.write("\n# changed\n")
expect_run("other rules read all again", socai("ingest", "s.jsonl", "--rules", "rules", "--ledger", "s.db", "--report", "s.report"), 0,
           err=["30 unchanged"])
expect("under other rules claims were looked for", all(i["claims"] > 0 for i in report("s.report")[:-1] if i["status"] == "unchanged"),
       report("s.report")[:2])
expect_run("it verifies", socai("verify", "--ledger", "s.db"), 0, out=["ok"])

# ---- batches: the same claims as in one version
write("b.jsonl", articles(0, 95))
expect_run("one version", socai("ingest", "b.jsonl", "--ledger", "one.db"), 0, err=["version 1"])
expect_run("versions of twenty", socai("ingest", "b.jsonl", "--batch", "20", "--ledger", "five.db", "--report", "b.report"), 0,
           err=["version 1: articles: 20 new", "version 5: articles: 15 new", "5 versions: articles: 95 new"])
expect("the report says where each ends", [i["version"] for i in report("b.report") if i["status"] == "sealed"] == [1, 2, 3, 4, 5])
ids = lambda ledger: sorted(c["id"] for c in socai("claims", "-O", "jsonl", "--ledger", ledger).records())
expect("the same claims", ids("one.db") == ids("five.db") and ids("one.db"))
for threads in ("1", "3"):
    expect_run(f"{threads} threads", socai("ingest", "b.jsonl", "--batch", "20", "--threads", threads, "--ledger", f"t{threads}.db"))
roots = [[v["entries"] for v in socai("log", "-O", "jsonl", "--ledger", f"t{n}.db").records()] for n in "13"]
expect("whatever the threads", roots[0] == roots[1] and len(roots[0]) == 5, roots)
expect_run("a dry run makes none", socai("ingest", "b.jsonl", "--batch", "20", "--dry-run", "--ledger", "dry.db"), 0, err=["95 new"])
expect("nor a file", not os.path.exists(path("dry.db")))


# ---- Ctrl-C
def interrupted(*options, after=""):
    """Ingests from a pipe that does not end, and is interrupted after a while, or when it has said some words."""
    process = subprocess.Popen([PROGRAM, "ingest", "-", "--threads", "1", *options], stdin=subprocess.PIPE,
                               stderr=subprocess.PIPE, cwd=path("."), env={**os.environ, "LC_ALL": "C.UTF-8"})
    process.stdin.write(articles(0, 4000).encode())
    process.stdin.flush()
    err = b""
    if after:
        while after.encode() not in err and (line := process.stderr.readline()):
            err += line
    else:
        time.sleep(1)
    process.send_signal(signal.SIGINT)
    err = (err + process.stderr.read()).decode()
    return process.wait(), err


code, err = interrupted("--ledger", "i.db")
expect("an interruption without batches records nothing", code == 130 and "the ledger is as it was" in err and
       not os.path.exists(path("i.db")), err)
code, err = interrupted("--ledger", "i.db", "--batch", "100", "--report", "i.report", after="version 3:")
sealed = [i for i in report("i.report") if i["status"] == "sealed"] if os.path.exists(path("i.report")) else []
expect("with batches it leaves what was sealed", code == 130 and sealed and "was sealed stands" in err, err)
expect("and its report says so", sealed and report("i.report")[-1]["interrupted"], sealed[-1:])
expect_run("the ledger is whole", socai("verify", "--ledger", "i.db"), 0, out=["ok"])
stands = 100 * len(sealed)
write("i.jsonl", articles(0, 4000))
expect_run("the next run goes on from there", socai("ingest", "i.jsonl", "--batch", "1000", "--ledger", "i.db"), 0,
           err=[f"{4000 - stands:,} new", f"{stands:,} unchanged"])

# ---- progress
lines = [json.loads(l) for l in socai("ingest", "b.jsonl", "--progress", "json", "--ledger", "one.db").err.splitlines() if l[0] == "{"]
expect("progress as JSON", lines and lines[-1]["done"] and lines[-1]["articles"] == 95 and
       lines[-1]["bytes"] == lines[-1]["bytes_in_all"] == os.path.getsize(path("b.jsonl")), lines)
expect("none in a pipe", "{" not in socai("ingest", "b.jsonl", "--ledger", "one.db").err)


# ---- memory
def peak(*args):
    """The most memory that a run holds, in MB."""
    process = subprocess.Popen([PROGRAM, *args], cwd=path("."), stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    expect(f"{args} ends well", os.waitstatus_to_exitcode(status) in (0, 3), status)
    return usage.ru_maxrss / 1024


write("small.jsonl", articles(0, 2000, 6))
write("large.jsonl", articles(0, 12000, 6))
small, large = (peak("extract", "-O", "jsonl", f"{n}.jsonl") for n in ("small", "large"))
expect("extraction needs no more memory for six times as much", large < small * 1.4 + 10, (small, large))
write("line.jsonl", '{"text":"5 USD"}\n')
with open(path("line.jsonl"), "ab") as file:
    file.truncate(300 << 20)  # a line of zeros, which take no room on most disks
    file.seek(0, 2)
    file.write(b'\n{"id":"behind","text":"6 USD"}\n')
expect("a line of 300 MB needs little", peak("extract", "line.jsonl") < 200)
finish()
