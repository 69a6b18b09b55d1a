# SPDX-License-Identifier: Apache-2.0
"""history, retire, decide, alias, reextract, redact: what persons decide, each a version with author and reason."""
import json
import os
import shutil

from support.run import REPO, expect, expect_run, finish, path, read, socai, write

TEXT = "Theo Sở Giao thông, tổng mức đầu tư của cầu Bình Minh là {} tỷ đồng.\n"
SECRET = "Ông Nguyễn Văn Bí Mật cho biết chi phí của dự án Sông Lam là 573 tỷ đồng, chưa gồm thuế của ông Bí Mật.\n"


def article(id, text, **more):
    return json.dumps({"id": id, "outlet": "songhau", "text": text, **more}, ensure_ascii=False) + "\n"


def versions():
    return socai("log", "-O", "jsonl").records()


def claims(*filters):
    return socai("claims", "-O", "jsonl", "--kind", "money", *filters).records()


def expect_unchanged(what, result, code, err):
    expect_run(what, result, code, err=err)
    expect(f"{what}: a failing command changes nothing", read("socai.db") == before)


write("1.jsonl", article("cau", TEXT.format("1.200")) + article("kin", SECRET, title="Tin về ông Bí Mật"))
write("2.jsonl", article("cau", "Tin mới.\n" + TEXT.format("1.200") + TEXT.format("1.850").replace("Sở", "Bộ")))
write("3.jsonl", article("cau", TEXT.format("1.850")))
for command in (["retire", "x", "--reason", "y"], ["alias", "add", "a", "b"], ["decide", "x", "open", "--reason", "y"],
                ["redact", "x", "--reason", "y"], ["reextract"], ["history", "x"], ["export"], ["backup", "b.db"]):
    expect_run(f"{command[0]} without a ledger", socai(*command), 6, err=["no such ledger"])
expect("none of them makes one", os.listdir(path(".")) and not os.path.exists(path("socai.db")))
for name in ("1.jsonl", "2.jsonl", "3.jsonl"):
    expect_run(f"ingest {name}", socai("ingest", name, "--author", "Lan", "--message", name))

# The history of a claim: recorded, moved, retired, and the figure that took its place.
old = next(r for r in socai("claims", "-O", "jsonl", "--as-of", "1").records() if r["article"] == "cau")
events = expect_run("history as data", socai("history", old["id"], "-O", "jsonl")).records()
expect("three events", [(e["event"], e["version"]["version"]) for e in events]
       == [("recorded", 1), ("moved", 2), ("retired", 3)], events)
expect("what took its place", events[2]["counterpart"]["amount"]["value"] == "1850000000000" and
       events[2]["reason"] == "article_changed", events[2])
expect("where it stood", events[1]["claim"]["start"] == events[0]["claim"]["start"] + len("Tin mới.\n".encode()), events)
expect_run("history for people", socai("history", old["id"][:8]),
           out=["version 1", "recorded", "elsewhere", "the article changed", "1.2 trillion VND → 1.85 trillion VND", "Lan"])
expect_run("in Vietnamese", socai("history", old["id"][:8], "--lang", "vi"), out=["phiên bản 3", "bài báo đã đổi"])
expect("as of 2 it is shorter", len(socai("history", old["id"], "-O", "jsonl", "--as-of", "2").records()) == 2)
expect_run("history of nothing", socai("history", "ffffffff"), 6, err=["ffffffff"])

# A person takes a claim back; it stays taken back.
before = read("socai.db")
new = next(r for r in claims() if r["article"] == "cau")
expect_unchanged("retire without a reason", socai("retire", new["id"]), 2, ["--reason"])
expect_unchanged("retire for no reason", socai("retire", new["id"], "--reason", " "), 4, ["reason is empty"])
expect_unchanged("retire nothing", socai("retire", "ffffffff", "--reason", "x"), 6, ["ffffffff"])
expect_unchanged("retire what is retired", socai("retire", old["id"], "--reason", "x"), 6, ["version 3"])
expect_run("dry run", socai("retire", new["id"], "--reason", "x", "--dry-run"), err=["dry run", "1.85 trillion VND"])
expect("a dry run changes nothing", read("socai.db") == before)
expect_run("retire", socai("retire", new["id"][:8], "--reason", "số của cầu khác", "--author", "Mai"), err=["version 4"])
expect("it is gone, with who and why", not [r for r in claims() if r["article"] == "cau"]
       and versions()[0]["author"] == "Mai" and versions()[0]["message"] == "số của cầu khác", versions())
expect_run("history tells", socai("history", new["id"]), out=["retired by a person", "Mai", "số của cầu khác"])
expect_run("read again it stays retired", socai("ingest", "3.jsonl"), err=["nothing is new"])
expect_run("also when all are read again", socai("reextract"), err=["nothing is new", "0 gained, 0 lost"])

# Names joined and parted.
before = read("socai.db")
count = lambda: len(claims("--by", "Bí Mật tiên sinh"))
expect_unchanged("an alias of itself", socai("alias", "add", "Sở Giao thông", "Sở Giao thông"), 4, ["no alias of itself"])
expect_unchanged("parting what nobody joined", socai("alias", "remove", "a", "b"), 6, ["nobody joined a and b"])
expect("the other name is not known", count() == 0)
person = next(r for r in claims() if r["article"] == "kin")["claimant"]
expect_run("join", socai("alias", "add", person["name"], "Bí Mật tiên sinh", "--author", "Mai"), err=["are one", "version 5"])
expect("now both names find it", count() == 1)
expect("as of before they do not", len(claims("--by", "Bí Mật tiên sinh", "--as-of", "4")) == 0)
expect_run("again", socai("alias", "add", "Bí Mật tiên sinh", person["name"]), err=["nothing is new"])
expect_run("list", socai("alias", "list"), out=[person["id"], "bi-mat-tien-sinh", "Mai"])
expect("list as data", [(p["version"], p["author"]) for p in socai("alias", "list", "-O", "jsonl").records()] == [(5, "Mai")])
expect_run("part", socai("alias", "remove", person["name"], "Bí Mật tiên sinh"), err=["are two again"])
expect("parted", count() == 0 and socai("alias", "list", "-O", "jsonl").out == "")

# A judgement on a finding.
write("4.jsonl", article("x", TEXT.format("1.300"), published="2025-03-01") +
      article("y", TEXT.format("1.900").replace("Sở", "Tập đoàn Sông Đà và Sở"), published="2025-03-01"))
expect_run("two that differ", socai("ingest", "4.jsonl"))
finding = next(iter(socai("audit", "--all", "-O", "jsonl").records()))
before = read("socai.db")
expect_unchanged("no such finding", socai("decide", "ffffffff", "confirmed", "--reason", "x"), 6, ["no finding"])
expect_unchanged("no such judgement", socai("decide", finding["id"], "confirm", "--reason", "x"), 2, ["'confirmed'"])
expect_run("decide", socai("decide", finding["id"][:8], "explained", "--reason", "hai dự án", "--author", "Mai"), err=["explained"])
expect("it is the newest version", versions()[0]["message"] == "hai dự án" and versions()[0]["author"] == "Mai")

# Other rules: one version, only what changed.
shutil.copytree(os.path.join(REPO, "rules"), path("rules"))
lexicon = [f for f in os.listdir(path("rules")) if f.startswith("cue")]
entries_before = versions()[0]["entries"]
for name in lexicon:
    lines = [l for l in read(f"rules/{name}").decode().split("\n") if "Theo" not in l and "theo" not in l]
    write(f"rules/{name}", "\n".join(lines))
dry = socai("reextract", "--rules", path("rules"), "--dry-run", "-O", "json")
expect_run("a dry run of other rules", dry, err=["dry run"])
summary = dry.records()[0]
expect("what other rules change", summary["altered"] + summary["lost"] + summary["gained"] > 0 and summary["kept"] > 0, summary)
done = expect_run("reextract", socai("reextract", "--rules", path("rules"), "-O", "json")).records()[0]
expect("the dry run told the truth", {**done, "version": 0} == {**summary, "version": 0}, (done, summary))
newest = versions()[0]
expect("only what changed is new", newest["claims"] == done["altered"] + done["gained"]
       and newest["retired"] == done["altered"] + done["lost"] and newest["articles"] == 0
       and newest["entries"] - entries_before == 1 + newest["claims"] + newest["retired"], (newest, done))
expect_run("again nothing changes", socai("reextract", "--rules", path("rules")), err=["nothing is new"])
expect_run("and back", socai("reextract"), err=["altered"])

# An article's words go; its hash, its figures and every proof stay.
kept = claims("--by", person["name"])
write("kin.proof", socai("proof", kept[0]["id"]).bytes)
write("before.checkpoint", socai("checkpoint").bytes)
root_before = versions()[0]["root"]
before = read("socai.db")
expect_unchanged("redact nothing", socai("redact", "none", "--reason", "x"), 6, ["no such article"])
expect_unchanged("redact for no reason", socai("redact", "kin", "--reason", ""), 4, ["reason is empty"])
expect("the words are in the file", "Bí Mật cho biết".encode() in before)
expect_run("redact", socai("redact", "kin", "--reason", "tòa án yêu cầu"), err=["took 2 texts", "copies made before"])
after = read("socai.db")
expect("the words are not in the file any more", "Bí Mật cho biết".encode() not in after and "Tin về ông".encode() not in after
       and "thuế của ông".encode() not in after)
expect_run("verify says so", socai("verify", "--checkpoint", "before.checkpoint"), out=["2 texts redacted", "only grown"])
expect_run("the proof holds", socai("check-proof", "kin.proof"), out=["573 billion VND", "ok"])
expect_run("it can still be proven", socai("proof", kept[0]["id"], "--with-text"))
rows = claims("--by", person["name"])
expect("digits stay", [r["amount"] for r in rows] == [r["amount"] for r in kept] and rows[0]["quote"] == "573 tỷ đồng", rows)
expect("passages show as hashes", all(c["quote"].startswith("sha256:") for r in rows for c in r["caveats"]), rows)
expect_run("show", socai("show", kept[0]["id"]), out=["taken out of the ledger"])
before = read("socai.db")
expect_unchanged("redact again", socai("redact", "kin", "--reason", "x"), 6, ["nothing is left"])
expect_run("the same article again", socai("ingest", "1.jsonl"), err=["1 unchanged"])
expect("its words do not come back", "Bí Mật cho biết".encode() not in read("socai.db"))
expect_run("reextract passes over it", socai("reextract"), err=["nothing is new"])
expect_run("it still verifies", socai("verify"), out=["ok"])
finish()
