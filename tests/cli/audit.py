# SPDX-License-Identifier: Apache-2.0
"""socai audit: forms, filters, exit codes, the same bytes in any order of input."""
import csv
import io
import json
import os

from support.run import REPO, expect, expect_run, finish, path, socai, write

TEXT = "Theo {who}, tổng mức đầu tư của cầu Bình Minh là {amount} tỷ đồng.\n"


def article(id, who, amount, outlet):
    return json.dumps({"id": id, "outlet": outlet, "published": "2025-03-01", "title": None,
                       "text": TEXT.format(who=who, amount=amount)}, ensure_ascii=False) + "\n"


one, other = article("a", "Sở Giao thông", "1.200", "songhau"), article("b", "Tập đoàn Sông Lam", "4.900", "mientay")
write("ab.jsonl", one + other)
write("ba.jsonl", other + one)
expect_run("ingest", socai("ingest", "ab.jsonl"))

text = expect_run("in Vietnamese", socai("audit", "--lang", "vi"),
                  out=["mâu thuẫn (contradicts)", "1.200 tỷ đồng", "4.900 tỷ đồng", "[1.200 tỷ đồng]", "[4.900 tỷ đồng]",
                       "3.700 tỷ đồng", "×4,08", "so sánh", "+-"])
expect("the table comes first", text.out.index("kết luận") < text.out.index("■"), text)
expect_run("in English", socai("audit"), out=["contradicts", "1.2 trillion VND", "×4.08", "keys"])
findings = expect_run("as records", socai("audit", "-O", "jsonl")).records()
expect("one contradiction", [f["verdict"] for f in findings] == ["contradicts"] and findings[0]["schema"] == "socai.finding/1", findings)
whole = json.loads(socai("audit", "-O", "json").out)
expect("as one object", whole["schema"] == "socai.audit/1" and whole["findings"] == findings and whole["as_of"] == 1, whole)
rows = list(csv.DictReader(io.StringIO(socai("audit", "-O", "csv").out)))
expect("as csv", len(rows) == 1 and rows[0]["verdict"] == "contradicts" and rows[0]["ratio"] == "4.08", rows)

for form in ("text", "json", "jsonl", "csv"):
    expect_run(f"exit code 1 as {form}", socai("audit", "--exit-code", "-O", form), 1)
expect_run("exit code 0 without --exit-code", socai("audit"), 0)
expect_run("nothing about others", socai("audit", "--about", "Vingroup", "--exit-code"), 0, err=["no finding"])
expect("about, without diacritics", socai("audit", "--about", "cau binh minh", "-O", "jsonl").records() == findings)
expect("verdicts", len(socai("audit", "--verdict", "contradicts", "-O", "jsonl").records()) == 1
       and socai("audit", "--verdict", "unit-slip", "-O", "jsonl").records() == [])
expect_run("unknown verdict", socai("audit", "--verdict", "contradict"), 2, err=["did you mean 'contradicts'?"])
expect("as of", socai("audit", "--as-of", "1", "-O", "jsonl").records() == findings)

expect_run("the other order", socai("ingest", "ba.jsonl", "--ledger", "ba.db"))
pair = {frozenset((f["a"]["id"], f["b"]["id"])) for f in findings}
turned = socai("audit", "--ledger", "ba.db", "-O", "jsonl").records()
expect("the order of input does not matter", {frozenset((f["a"]["id"], f["b"]["id"])) for f in turned} == pair
       and [f["id"] for f in turned] == [f["id"] for f in findings], turned)
for env in ({"LC_ALL": "vi_VN.UTF-8"}, {"TZ": "America/New_York"}):
    expect(f"{env} changes no byte", socai("audit", "-O", "jsonl", env=env).out == socai("audit", "-O", "jsonl").out)

events = os.path.join(REPO, "corpus", "events")
if os.path.isdir(events):
    expect_run("the corpus' events", socai("ingest", events, "--ledger", path("events.db")))
    expect_run("their audit", socai("audit", "--ledger", "events.db", "--all", "--details", "0", "--lang", "vi"), out=["■"])
finish()
