# SPDX-License-Identifier: Apache-2.0
"""socai eval and socai rules check."""
import glob
import json
import os

from support.run import REPO, expect, expect_run, finish, socai, write

TEXT = "Ông Hải cho biết chi phí là 5 tỷ đồng. Giá vé là 20.000 đồng."
CLAIM = {"field": "text", "relation": "exact", "per": None, "implied_currency": False, "via": [], "polarity": "affirmed",
         "modality": "stated", "zone": "body", "period": None}


def claim(quote, value, **more):
    start = TEXT.encode().index(quote.encode())
    return {**CLAIM, "quote": quote, "start": start, "end": start + len(quote.encode()), "value": value, "min": value,
            "max": value, "currency": "VND", **more}


gold = {"id": "x", "title": None, "text": TEXT, "statements": [], "claims": [
    claim("5 tỷ đồng", "5000000000", claimant=["Hải"], attribution="indirect", subject=["dự án"], metric=["cost"]),
    claim("20.000 đồng", "20000", claimant=["NARRATOR"], attribution="narrator", subject=["vé"], metric=["price"])]}
write("gold.jsonl", json.dumps(gold, ensure_ascii=False) + "\n\n")
report = expect_run("eval", socai("eval", "gold.jsonl"), out=["articles           1", "gold               2", "recall             1.000",
                                                              "found F1", "whole F1", "broken offsets     0"])
figures = expect_run("eval as data", socai("eval", "gold.jsonl", "-O", "json")).records()[0]
expect("amounts are right", figures["amount"] == 1 and figures["amount F1"] == 1, figures)
expect("the same names in both forms", [line[:18].strip() for line in report.out.splitlines()] == [k[:18].strip() for k in figures], report)

# The one claim wrong in gold: it must be counted and shown.
gold["claims"][1]["value"] = gold["claims"][1]["min"] = gold["claims"][1]["max"] = "21000"
gold["claims"].append(claim("Giá vé", "1", claimant=["NARRATOR"], attribution="narrator", subject=["vé"], metric=["price"]))
write("wrong.jsonl", json.dumps(gold, ensure_ascii=False))
wrong = expect_run("misses", socai("eval", "wrong.jsonl", "--misses", "5"), out=["amount             0.500", "MISSED", "WRONG", "Giá vé"])

write("bad.jsonl", json.dumps(gold) + "\n{\"id\":1}\n")
expect_run("bad gold names its line", socai("eval", "bad.jsonl"), 4, err=["bad.jsonl:2"])
write("text.jsonl", TEXT)
expect_run("gold that is no JSON", socai("eval", "text.jsonl"), 4, err=["text.jsonl:1: the line is no JSON"], not_err=["exception"])
expect_run("missing gold", socai("eval", "nowhere.jsonl"), 9, err=["nowhere.jsonl"])

corpus = sorted(glob.glob(os.path.join(REPO, "corpus", "gold", "*.jsonl")))
if corpus:
    write("corpus.jsonl", b"".join(open(name, "rb").read().rstrip(b"\n") + b"\n" for name in corpus))
    result = expect_run("the corpus", socai("eval", "corpus.jsonl", "-O", "json")).records()[0]
    expect("the corpus has no broken offset", result["broken offsets"] == 0, result)

# The audit against judged pairs: one right, one wrong, one whose figure no claim holds.
BRIDGE = "Theo {who}, tổng mức đầu tư của cầu Bình Minh là {amount} tỷ đồng."


def told(id, who, amount):
    return {"id": id, "outlet": id, "published": "2025-03-01", "title": None, "text": BRIDGE.format(who=who, amount=amount)}


def place(article, quote):
    start = article["text"].encode().index(quote.encode())
    return {"id": article["id"], "start": start, "end": start + len(quote.encode()), "quote": quote}


def marked(article, quote, value, who):
    at = place(article, quote)
    return {**article, "claims": [{**CLAIM, "start": at["start"], "end": at["end"], "quote": quote, "value": value,
            "min": value, "max": value, "currency": "VND", "claimant": [who], "attribution": "indirect",
            "subject": ["cầu Bình Minh"], "metric": ["investment"]}]}


one, two = told("a", "Sở Giao thông", "1.200"), told("b", "Tập đoàn Sông Lam", "4.900")
judged = {"event": "bridge", "a": place(one, "1.200 tỷ đồng"), "b": place(two, "4.900 tỷ đồng"), "copied": False, "why": "",
          "verdict": "contradicts"}
write("articles/a.jsonl", json.dumps(marked(one, "1.200 tỷ đồng", "1200000000000", "Sở Giao thông")) + "\n" + json.dumps(two))
write("pairs/p.jsonl", "".join(json.dumps(pair) + "\n" for pair in (
    judged, {**judged, "verdict": "same"}, {**judged, "verdict": "same", "a": place(one, "cầu")})))
expect_run("the audit", socai("eval", "articles", "--pairs", "pairs", "--misses", "9"),
           out=["accuracy             0.333", "claim missing            1", "contradicts              1     2     1     0.500   1.000",
                "WRONG   bridge gold same | said contradicts", "no claim"])
audited = expect_run("the audit as data", socai("eval", "articles", "--pairs", "pairs", "-O", "json")).records()[0]
expect("verdict by verdict", audited["extracted"]["contradicts"] == {"gold": 1, "said": 2, "right": 1}
       and audited["extracted"]["conflicts"]["said"] == 2 and audited["given"]["pairs"] == 0, audited)
write("articles/b.jsonl", json.dumps(marked(two, "4.900 tỷ đồng", "1200000000000", "Tập đoàn Sông Lam")))
given = socai("eval", "articles", "--pairs", "pairs", "-O", "json").records()[0]
expect("right claims are judged too", given["given"]["pairs"] == 2 and given["given"]["same"] == {"gold": 1, "said": 2, "right": 1}
       and given["errors_of_audit"] == 1 and given["errors_of_claims"] == 1, given)
expect_run("an article that is not there", socai("eval", "articles/a.jsonl", "--pairs", write("odd.jsonl", json.dumps(
    {**judged, "a": {**judged["a"], "id": "nowhere"}}))), 4, err=["nowhere"])
write("odd.jsonl", json.dumps(judged) + "\n" + json.dumps({**judged, "verdict": "wrong"}))
expect_run("a pair that is none", socai("eval", "articles", "--pairs", "odd.jsonl"), 4, err=["odd.jsonl:2", "no verdict"])

events = json.loads(socai("eval", os.path.join(REPO, "corpus", "events"), "--pairs", os.path.join(REPO, "corpus", "pairs"), "-O", "json").out)
extracted = events["extracted"]
expect("of the corpus' contradictions those found are right", extracted["contradicts"]["right"] >= 0.95 * extracted["contradicts"]["said"]
       and extracted["contradicts"]["right"] >= 0.7 * extracted["contradicts"]["gold"], extracted)
expect("so are its conflicts", extracted["conflicts"]["right"] >= 0.95 * extracted["conflicts"]["said"], extracted)

given = events["given"]
expect("with right claims nearly every verdict is that of a person", given["accuracy"] >= 0.95
       and given["contradicts"]["right"] >= 0.95 * max(given["contradicts"]["said"], given["contradicts"]["gold"])
       and given["conflicts"]["right"] >= 0.95 * max(given["conflicts"]["said"], given["conflicts"]["gold"]), given)

expect_run("rules check", socai("rules", "check"), out=["0 failed", "0 problems"])
expect_run("rules check of a folder", socai("rules", "check", os.path.join(REPO, "rules")), out=["0 failed"])
checked = expect_run("rules check as data", socai("rules", "check", "-O", "json")).records()[0]
expect("there are rules and cases", checked["ok"] and checked["rules"] > 100 and checked["cases"] > 50, checked)
expect_run("a folder that is none", socai("rules", "check", "nowhere"), 9, err=["nowhere"])
expect_run("rules for extract", socai("extract", "--rules", os.path.join(REPO, "rules"), input=TEXT.encode()), out=["VND"])
expect_run("rules that are none", socai("extract", "--rules", "nowhere", input=TEXT.encode()), 9, err=["nowhere"])
finish()
