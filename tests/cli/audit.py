# SPDX-License-Identifier: Apache-2.0
"""socai audit: forms, filters, exit codes, the same bytes in any order of input."""
import csv
import io
import json
import os
import random
import re
import shutil

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

# One finding in full, and what is chosen.
found = findings[0]["id"]
expect_run("explained", socai("audit", "--explain", found[:8]),
           out=["Keys", "Intervals", "commits to", "Who stands behind it", "independent: 1", "audit.disjoint: all keys alike"])
expect_run("explained in Vietnamese", socai("audit", "--explain", found, "--lang", "vi"), out=["Luật", "Khoảng giá trị", "độc lập: 1"])
expect("explained as a record", socai("audit", "--explain", found, "-O", "jsonl").records() == findings)
expect_run("no such finding", socai("audit", "--explain", "ffff"), 6, err=["--all shows the ids"])


def count(*args):
    return len(expect_run(" ".join(args), socai("audit", "-O", "jsonl", *args)).records())


expect("by source", count("--by", "so giao thong") == 1 and count("--by", "Bộ Y tế") == 0)
expect("by outlet", count("--by", "songhau") == 1)
expect("by metric", count("--metric", "investment") == 1 and count("--metric", "price") == 0)
expect("by severity", count("--severity", "high") == 1)
expect("by days", count("--from", "2025-03-01", "--to", "2025-03-01") == 1 and count("--from", "2025-03-02") == 0
       and count("--to", "2025-02-28") == 0)
expect("several verdicts", count("--verdict", "refuted,contradicts") == 1)
expect("verdicts that are no findings by default", count("--verdict", "same") == 0)
expect("undecided", count("--undecided") == 1)
for names, code in (("contradicts", 1), ("unit-slip,refuted", 0), ("conflict", 1), ("high", 1), ("low", 0), ("any", 1)):
    expect_run(f"fail on {names}", socai("audit", "--fail-on", names), code)
expect_run("fail on what is none", socai("audit", "--fail-on", "conflicts"), 2, err=["did you mean 'conflict'?"])

# What is new since a version.
write("c.jsonl", article("c", "Kiểm toán Nhà nước", "2.050", "docbao"))
expect_run("a third figure", socai("ingest", "c.jsonl"))
expect("all findings", count() == 3)
expect("the new ones", count("--since", "1") == 2 and count("--since", "2") == 0)
expect("as it stood", count("--as-of", "1") == 1)
expect("the ids stay", found in [f["id"] for f in socai("audit", "-O", "jsonl").records()])

# Currencies are compared through a given rate alone.
dollar = "Theo {who}, tổng mức đầu tư của cầu Hòa An là {amount}.\n"
write("usd.jsonl", "".join(json.dumps({"id": i, "outlet": i, "published": "2025-03-01", "title": None,
      "text": dollar.format(who=who, amount=amount)}, ensure_ascii=False) + "\n" for i, who, amount in (
          ("d", "Sở Giao thông", "100 triệu USD"), ("e", "Tập đoàn Sông Lam", "2.500 tỷ đồng"), ("f", "Bộ Tài chính", "4.100 tỷ đồng"))))
expect_run("two currencies", socai("ingest", "usd.jsonl", "--ledger", "usd.db"))
rates = write("rates.txt", "# dong for a dollar\n2025-01-01 USD VND 25000\n2025-06-01, USD, VND, 41000\n")
verdicts = lambda *args: sorted(f["verdict"] for f in socai("audit", "--ledger", "usd.db", "--all", "-O", "jsonl", *args).records())
expect("no rate, no comparison", "compatible" not in verdicts() and verdicts().count("contradicts") == 1, verdicts())
expect("with rates", verdicts("--rates", rates) == ["compatible", "contradicts", "contradicts"], verdicts("--rates", rates))
rated = socai("audit", "--ledger", "usd.db", "--all", "--rates", rates, "-O", "jsonl").out
expect("the rate is in the finding", '{"code":"rate","from":"USD","to":"VND","value":"25000","date":"2025-01-01","tolerance":"3"}' in rated, rated)
expect_run("rates that are none", socai("audit", "--rates", write("bad.txt", "2025-01-01 USD VND 25000\nUSD 5\n")), 4, err=["bad.txt:2", "no rate"])
expect_run("rates that are not there", socai("audit", "--rates", "nowhere.txt"), 9, err=["nowhere.txt"])

# --rules replaces what the audit knows of the language, too.
rules = path("rules")
shutil.copytree(os.path.join(REPO, "rules"), rules)
expect("a copy of the rules changes nothing", socai("audit", "-O", "jsonl", "--rules", rules).out == socai("audit", "-O", "jsonl").out)
words = os.path.join(rules, "audit", "words.toml")
with open(words, encoding="utf-8") as file:
    kept = file.read()
with open(words, "w", encoding="utf-8") as file:
    file.write(kept.replace('generic = [', 'generic = ["cầu bình minh", '))
# A subject that is nothing but a head names nothing, and what is not named is no sure contradiction.
expect("other words, other findings", [f["verdict"] for f in socai("audit", "-O", "jsonl", "--rules", rules).records()].count("contradicts") < 3)
expect_run("checked with the rules", socai("rules", "check", rules), out=["0 failed"])
with open(os.path.join(rules, "audit", "words.cases"), "a", encoding="utf-8") as file:
    file.write("== part\n+ Doanh thu là 3 tỷ đồng.\n")
expect_run("and their cases", socai("rules", "check", rules), 4, out=["audit/words.cases", "1 failed"])
with open(words, "w", encoding="utf-8") as file:
    file.write("[words]\n")
expect_run("words that are none", socai("audit", "--rules", rules), 4, err=["words.toml:1"])
os.remove(words)
expect_run("rules without the audit's", socai("audit", "--rules", rules), 4, err=["words.toml", "lack this file"])

events = os.path.join(REPO, "corpus", "events")
if os.path.isdir(events):
    expect_run("the corpus' events", socai("ingest", events, "--ledger", path("events.db")))
    expect_run("their audit", socai("audit", "--ledger", "events.db", "--all", "--details", "0", "--lang", "vi"), out=["■"])

    # The same articles shuffled, split into batches, some of them twice, on one thread and two: the same bytes, but for the
    # version and time at which a claim was recorded.
    bare = lambda out: re.sub(r'"recorded":\{[^}]*\}', "", out)
    articles = [line for name in sorted(os.listdir(events)) for line in open(os.path.join(events, name), encoding="utf-8")]
    dice = random.Random(5)
    whole = socai("audit", "--ledger", "events.db", "--all", "-O", "jsonl").out
    for threads, env in (("1", {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8"}), ("2", {"TZ": "America/Adak", "LC_ALL": "C"})):
        mixed = articles + dice.sample(articles, 20)
        dice.shuffle(mixed)
        for batch in range(2):
            write("batch.jsonl", "".join(mixed[batch::2]))
            expect_run("a batch", socai("ingest", "batch.jsonl", "--threads", threads, "--ledger", f"mixed{threads}.db", env=env))
        mixed_audit = socai("audit", "--ledger", f"mixed{threads}.db", "--all", "-O", "jsonl", env=env).out
        expect(f"shuffled, in batches, on {threads} threads", bare(mixed_audit) == bare(whole) and whole.count("\n") > 100)
finish()
