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
expect_run("missing gold", socai("eval", "nowhere.jsonl"), 9, err=["nowhere.jsonl"])

corpus = sorted(glob.glob(os.path.join(REPO, "corpus", "gold", "*.jsonl")))
if corpus:
    write("corpus.jsonl", b"".join(open(name, "rb").read().rstrip(b"\n") + b"\n" for name in corpus))
    result = expect_run("the corpus", socai("eval", "corpus.jsonl", "-O", "json")).records()[0]
    expect("the corpus has no broken offset", result["broken offsets"] == 0, result)

expect_run("rules check", socai("rules", "check"), out=["0 failed", "0 problems"])
expect_run("rules check of a folder", socai("rules", "check", os.path.join(REPO, "rules")), out=["0 failed"])
checked = expect_run("rules check as data", socai("rules", "check", "-O", "json")).records()[0]
expect("there are rules and cases", checked["ok"] and checked["rules"] > 100 and checked["cases"] > 50, checked)
expect_run("a folder that is none", socai("rules", "check", "nowhere"), 9, err=["nowhere"])
expect_run("rules for extract", socai("extract", "--rules", os.path.join(REPO, "rules"), input=TEXT.encode()), out=["VND"])
expect_run("rules that are none", socai("extract", "--rules", "nowhere", input=TEXT.encode()), 9, err=["nowhere"])
finish()
