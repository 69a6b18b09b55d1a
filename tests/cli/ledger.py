# SPDX-License-Identifier: Apache-2.0
"""ingest, claims, show, log, diff, verify: one ledger from its first version to its second, and as of the first."""
import csv
import io
import json
import os

from support.run import expect, expect_run, finish, path, read, socai, write

FIRST = "Ông Trần Văn Hải, Giám đốc Sở Giao thông, cho biết tổng mức đầu tư của cầu Bình Minh là 1.200 tỷ đồng.\n"
OTHER = "Theo báo cáo tài chính, doanh thu năm 2024 của Công ty Sông Lam đạt 573 triệu USD, tăng so với năm trước.\n"


def article(id, text, outlet, day):
    return json.dumps({"id": id, "outlet": outlet, "url": f"https://{outlet}.example/{id}", "published": day,
                       "title": f"Tin {id}", "text": text}, ensure_ascii=False) + "\n"


write("day1.jsonl", article("cau", FIRST, "songhau", "2025-03-01") + article("lam", OTHER, "mientay", "2025-03-02"))
write("day2.jsonl", article("cau", FIRST.replace("1.200", "1.850"), "songhau", "2025-03-01"))

# A dry run leaves nothing behind.
expect_run("dry run without a ledger", socai("ingest", "day1.jsonl", "--dry-run"), err=["dry run", "2 new"])
expect("a dry run makes no file", not os.path.exists(path("socai.db")))

expect_run("first ingest", socai("ingest", "day1.jsonl", "--message", "ngày đầu", "--author", "Lan"),
           err=["version 1", "2 new", "root ", " s"])
before = read("socai.db")
expect_run("the same again", socai("ingest", "day1.jsonl"), err=["nothing is new", "2 unchanged"], not_err=["version 1:"])
expect_run("dry run of what is new", socai("ingest", "day2.jsonl", "--dry-run"), err=["dry run", "1 updated"])
one = socai("claims", "--format", "jsonl")
expect("neither made a version", len(socai("log", "--format", "jsonl").records()) == 1)
expect_run("second ingest", socai("ingest", "day2.jsonl"), err=["version 2", "1 updated"])
expect("a second ingest changed the ledger", read("socai.db") != before)

# Questions, in every form.
rows = expect_run("claims as records", socai("claims", "-O", "jsonl")).records()
expect("records carry id and source", all(r["id"] and r["source"]["outlet"] for r in rows), rows)
expect("the new figure stands", any((r["amount"] or {}).get("value") == "1850000000000" for r in rows), rows)
expect("as of 1 is what it was", socai("claims", "-O", "jsonl", "--as-of", "1").out == one.out)
whole = json.loads(expect_run("claims as one object", socai("claims", "-O", "json", "--limit", "1")).out)
expect("one object says what it is", whole["schema"] == "socai.claims/1" and whole["as_of"] == 2 and whole["truncated"]
       and len(whole["claims"]) == 1, whole)
table = list(csv.reader(io.StringIO(expect_run("claims as csv", socai("claims", "-O", "csv")).out)))
expect("csv has a header and a row a claim", table[0][0] == "id" and len(table) == len(rows) + 1
       and len({len(row) for row in table}) == 1, table)
expect_run("text in Vietnamese", socai("claims", "--lang", "vi"), out=["ai nói", "1.850 tỷ đồng", "573 triệu USD", "01/03/2025"])
expect_run("text in English", socai("claims"), out=["who", "1.85 trillion VND", "573 million USD", "Mar 1, 2025"])


def count(*filters):
    return len(expect_run(f"claims {filters}", socai("claims", "-O", "jsonl", "--kind", "money", *filters)).records())


expect("by, without diacritics and case", count("--by", "tran van hai") == 1 and count("--by", "Trần Văn HẢI") == 1)
expect("about", count("--about", "song lam") == 1 and count("--about", "nobody") == 0)
expect("metric, and what stands above it", count("--metric", "revenue") == 1)
expect("currency in any case", count("--currency", "usd") == 1 and count("--currency", "VND") == 1)
expect("bounds bring their currency", count("--min", "500 triệu USD") == 1 and count("--max", "500 triệu USD") == 0)
expect("bounds in đồng", count("--min", "1.800 tỷ đồng") == 1 and count("--min", "1.200 tỷ đồng", "--as-of", "1") == 1)
expect("days of publication", count("--since", "2025-03-02") == 1 and count("--until", "01/03/2025") == 1)
expect("money and statements", {r["kind"] for r in rows} >= {"money"})
expect("limit", count("--limit", "1") == 1 and count("--limit", "0") == 2)

# One claim, one article.
claim = next(r for r in rows if (r["amount"] or {}).get("currency") == "USD")
shown = expect_run("show a claim", socai("show", claim["id"][:8], "--lang", "vi"),
                   out=["[573 triệu USD]", "mientay", "phiên bản 1", claim["id"]])
expect("show as record", socai("show", claim["id"], "-O", "json").records() == [claim])
expect_run("show an article", socai("show", "cau"), out=["1.85 trillion VND", "Tin cau"])
old = expect_run("show an article as it was", socai("show", "cau", "--as-of", "1", "-O", "json")).records()[0]
expect("its text as it was", old["text"] == FIRST and old["claims"], old)
expect_run("show nothing", socai("show", "ffffffffffff"), 6, err=["ffffffffffff", "no claim"])

# Versions.
log = expect_run("log", socai("log", "-O", "jsonl")).records()
expect("log, newest first", [v["version"] for v in log] == [2, 1] and log[1]["author"] == "Lan" and log[1]["message"] == "ngày đầu", log)
expect_run("log as a table", socai("log"), out=["version", "ngày đầu", log[0]["root"][:12]])
diff = expect_run("diff", socai("diff", "1", "2"), out=["1.2 trillion VND → 1.85 trillion VND"])
data = json.loads(socai("diff", "1", "2", "-O", "json").out)
expect("diff as data", data["from"] == 1 and len(data["articles"]) == 1 and data["articles"][0]["moved"], data)
expect_run("diff with exit code", socai("diff", "1", "2", "--exit-code"), 1)
expect_run("no difference", socai("diff", "2", "2", "--exit-code"), 0, err=["no difference"])
expect_run("no such version", socai("diff", "1", "9"), 6, err=["no version 9"])
expect_run("no such version, in Vietnamese", socai("claims", "--as-of", "9", "--lang", "vi"), 6, err=["không có phiên bản 9"])
expect_run("nonsense as of", socai("claims", "--as-of", "soon"), 2, err=["soon"])
expect_run("as of a day to come", socai("claims", "--as-of", "2100-01-01"), out=["573"])

verify = expect_run("verify", socai("verify"), out=["2 versions", "ok", log[0]["root"]])
report = json.loads(socai("verify", "-O", "json").out)
expect("verify as data", report["ok"] and report["versions"] == 2 and report["root"] == log[0]["root"], report)

# Where the ledger is.
expect_run("--ledger", socai("ingest", "day1.jsonl", "--ledger", "other.db"), err=["version 1"])
expect_run("$SOCAI_LEDGER", socai("log", env={"SOCAI_LEDGER": "other.db"}), out=["1"])
expect_run("--ledger before $SOCAI_LEDGER", socai("log", "--ledger", "none.db", env={"SOCAI_LEDGER": "other.db"}), 6)
roots = [v["root"] for v in socai("log", "-O", "jsonl", "--ledger", "other.db").records()]
expect("other threads, same claims", socai("ingest", "day1.jsonl", "--ledger", "third.db", "--threads", "3").code == 0
       and [c["id"] for c in socai("claims", "-O", "jsonl", "--ledger", "third.db").records()]
       == [c["id"] for c in socai("claims", "-O", "jsonl", "--ledger", "other.db").records()], roots)

# What is asked for wrongly.
expect_run("unknown metric", socai("claims", "--metric", "revenu"), 2, err=["'revenu'", "did you mean 'revenue'?"])
expect_run("unknown currency", socai("claims", "--currency", "VNDD"), 2, err=["'VNDD'", "'VND'"])
expect_run("no amount", socai("claims", "--min", "a lot"), 2, err=["--min", "'a lot'"])
expect_run("two currencies", socai("claims", "--currency", "VND", "--min", "1 triệu USD"), 2, err=["USD", "VND"])
expect_run("no day", socai("claims", "--since", "hôm qua"), 2, err=["--since"])
finish()
