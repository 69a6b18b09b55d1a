# SPDX-License-Identifier: Apache-2.0
"""socai extract: records, offsets, and the same bytes on any number of threads, in any locale."""
import json
import os

from support.run import ARTICLE, REPO, expect, expect_run, finish, socai, write

article = write("bridge.txt", ARTICLE)
jsonl = expect_run("jsonl", socai("extract", "--format", "jsonl", article))
claims = jsonl.records()
expect("claims are found", len([c for c in claims if c["kind"] == "money"]) == 3, jsonl)
for claim in claims:
    expect("schema", claim["schema"] == "socai.claim/1", claim)
    expect("the offsets cut out the quote", ARTICLE.encode()[claim["start"]:claim["end"]].decode() == claim["quote"], claim)

from_stdin = socai("extract", "--format", "jsonl", input=ARTICLE.encode())
expect("standard input gives the same", from_stdin.bytes == jsonl.bytes, from_stdin)
expect("'-' gives the same", socai("extract", "-O", "jsonl", "-", input=ARTICLE.encode()).bytes == jsonl.bytes)

text = expect_run("text in Vietnamese", socai("extract", "--lang", "vi", article), out=["1.200 tỷ đồng", "ai nói", "Hải"])
expect("no colour in a pipe", "\x1b" not in text.out, text)
expect_run("text in English", socai("extract", article), out=["1,200 billion VND", "who"] if "1,200" in text.out else ["VND"])
colored = socai("extract", "--color", "always", article)
expect("colour where it is asked for", "\x1b[1m" in colored.out, colored)

tree = expect_run("explain", socai("extract", "--explain", article), out=["├─", "└─"])
explained = expect_run("explain as records", socai("extract", "--explain", "-O", "jsonl", article)).records()
expect("explain gives the same claims", [e["claim"] for e in explained] == claims, tree)
expect("every claim has steps with rules", all(e["steps"] and e["steps"][0]["rule"] for e in explained), tree)

# Many articles: a batch is about a megabyte, so this takes several.
lines = [json.dumps({"id": f"a{i}", "title": f"Bài {i}", "text": ARTICLE.replace("1.200", f"1.{200 + i % 700}")},
                    ensure_ascii=False) for i in range(12000)]
many = write("many.jsonl", "\n".join(lines) + "\n")
one = socai("extract", "--format", "jsonl", "--threads", "1", many)
expect_run("one thread", one)
for threads in ("2", "3", "8"):
    expect(f"{threads} threads give the same bytes", socai("extract", "-O", "jsonl", "--threads", threads, many).bytes == one.bytes)
order = [claim["article"] for claim in one.records()]
expect("articles come in the order of the input", order == sorted(order, key=lambda a: int(a[1:])))
few = write("few.jsonl", "\n".join(lines[:50]))
base = socai("extract", "-O", "jsonl", few)
for locale in ("C", "vi_VN.UTF-8", "tr_TR.UTF-8", "de_DE.UTF-8"):
    run = socai("extract", "-O", "jsonl", few, env={"LC_ALL": locale, "TZ": "Asia/Tokyo"})
    expect(f"LC_ALL={locale} gives the same bytes", run.bytes == base.bytes, run)

# Files and folders together, in order.
write("folder/b.txt", ARTICLE)
write("folder/a.jsonl", lines[0] + "\n")
write("folder/deep/c.json", json.dumps(json.loads(lines[1]), indent=1, ensure_ascii=False))
write("folder/ignored.md", ARTICLE)
folder = expect_run("a folder", socai("extract", "-O", "jsonl", "folder"))
seen = list(dict.fromkeys(claim["article"] for claim in folder.records()))
expect("a folder's files in the order of their names", len(seen) == 3 and seen[0] == "a0" and seen[2] == "a1", folder)

corpus = os.path.join(REPO, "corpus", "text")
if os.path.isdir(corpus):
    expect_run("the corpus", socai("extract", "--format", "jsonl", corpus))
finish()
