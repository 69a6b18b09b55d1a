# SPDX-License-Identifier: Apache-2.0
"""What articles come in: forms, encodings, archives and web archives give the claims that plain UTF-8 gives; and what is
hostile is told of, while the rest is taken."""
import bz2
import csv
import gzip
import io
import json
import lzma
import os
import shutil
import subprocess
import tarfile
import unicodedata
import zipfile

from support.run import ARTICLE, PROGRAM, expect, expect_run, finish, path, read, socai, write

SECOND = "Bà Lê Thị Mai khẳng định doanh thu của Công ty Sao Mai là 45,5 tỷ đồng.\nÔng Hải nói nợ là 7 triệu USD.\n"
TEXTS = [ARTICLE, SECOND, "Theo Sở Tài chính, ngân sách là 900 tỷ đồng.\n"]
ROWS = [{"id": f"r{i}", "title": f"Bài {i}: giá {i + 3} tỷ đồng", "text": text, "url": f"https://a.example/{i}"}
        for i, text in enumerate(TEXTS)]


def claims(*args, **more):
    return sorted(json.dumps(c, sort_keys=True) for c in socai("extract", "-O", "jsonl", *args, **more).records())


def same(what, name, *options, of=None):
    found = claims(name, *options)
    expect(f"{what}: the same claims", found == (of or WANTED) and found, f"{name}: {len(found)} claims")


def jsonl(rows):
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def table(rows, **form):
    out = io.StringIO()
    writer = csv.writer(out, **form)
    writer.writerow(rows[0])
    writer.writerows(row.values() for row in rows)
    return out.getvalue()


# ---- forms
write("a.jsonl", jsonl(ROWS))
WANTED = claims("a.jsonl")
expect("there is something to compare", len(WANTED) >= 8, WANTED)
same("NDJSON", write("a.ndjson", jsonl(ROWS)))
same("a JSON array", write("a.json", json.dumps(ROWS, ensure_ascii=False)))
same("a JSON array, spread out and escaped", write("b.json", json.dumps(ROWS, indent=2)))
same("objects one behind the other", write("c.json", "\n".join(json.dumps(row, indent=1) for row in ROWS)))
same("CSV", write("a.csv", table(ROWS)))
same("CSV of a spreadsheet", write("b.csv", "\ufeff" + table(ROWS, delimiter=";", quoting=csv.QUOTE_ALL)))
same("TSV", write("a.tsv", table(ROWS, delimiter="\t")))
same("CSV without a name", write("table", table(ROWS)))
other = [{"key": r["id"], "tieu_de": r["title"], "noi_dung": r["text"], "link": r["url"]} for r in ROWS]
for name, content in (("map.csv", table(other)), ("map.jsonl", jsonl(other))):
    same(f"--map of {name}", write(name, content), "--map", "id=key", "--map", "title=tieu_de", "--map", "text=noi_dung")
expect_run("a field that is none", socai("extract", "a.csv", "--map", "body=x"), 2, err=["--map", "body=x"])
expect_run("a table of something else", socai("extract", write("x.csv", "a,b\n1,2\n")), 3, err=["x.csv:1", "title or a text"])
expect_run("a record too short", socai("extract", write("y.csv", "id,text\n1\n2,Giá 5 tỷ đồng.\n")), 3, out=["VND"],
           err=["y.csv:2: refused: the record has 1 fields"])
expect_run("an element that is none", socai("extract", write("z.json", '[{"text":"Giá 5 tỷ đồng."},\n 5]')), 3, out=["VND"],
           err=["z.json:2: refused"])
plain = [{"text": text} for text in TEXTS]
BARE = claims(write("bare.jsonl", jsonl(plain)))
for number, text in enumerate(TEXTS):
    write(f"folder/sub{number}/{number}.txt", text)
same("a folder of texts", "folder", of=BARE)
same("a pattern that the program expands", "fold*/sub?/*.txt", of=BARE)
expect_run("a pattern that fits nothing", socai("extract", "*.nothing"), 3, err=["*.nothing", "pattern"])
titled = write("titled.txt", ROWS[0]["title"] + "\n" + TEXTS[0])
title_claims = [c for c in socai("extract", "-O", "jsonl", titled, "--title-line").records() if c["field"] == "title"]
expect("a title line is a title", title_claims and title_claims[0]["quote"] == "3 tỷ đồng", title_claims)
whole = socai("extract", "-O", "jsonl", input=read("a.json"))
expect("an array on standard input", sorted(json.dumps(c, sort_keys=True) for c in whole.records()) == WANTED, whole)

# ---- encodings: each made by something that is not the program
VNI = dict(zip("\u0301\u0300\u0309\u0303\u0323", "ùøûõï")), dict(zip("\u0301\u0300\u0309\u0303\u0323", "áàåãä")), \
    dict(zip("\u0301\u0300\u0309\u0303\u0323", "éèúüë"))
VNI_ALONE = {"í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î", "đ": "ñ", "ơ": "ô", "ư": "ö"}


def vni(text):
    out = ""
    for letter in unicodedata.normalize("NFC", text):
        low = letter.lower()
        if low in VNI_ALONE:
            made = VNI_ALONE[low]
        else:
            base, *marks = unicodedata.normalize("NFD", low)
            if base in "aeouy" and marks:
                shape = [m for m in marks if m in "\u0302\u0306\u031b"]
                tone = [m for m in marks if m not in shape]
                if not shape:
                    made = base + VNI[0][tone[0]]
                elif shape[0] == "\u031b":
                    made = {"o": "ô", "u": "ö"}[base] + (VNI[0][tone[0]] if tone else "")
                else:
                    kind = 1 if shape[0] == "\u0302" else 2
                    made = base + (VNI[kind][tone[0]] if tone else "âê"[kind - 1])
            else:
                made = low
        out += made.upper() if letter != low else made
    return out.encode("cp1252")


def windows_1258(text):
    """Letters with their shape, tones behind."""
    out = b""
    for letter in unicodedata.normalize("NFC", text):
        try:
            out += letter.encode("cp1258")
        except UnicodeEncodeError:
            base, *marks = unicodedata.normalize("NFD", letter)
            shape = "".join(m for m in marks if m in "\u0302\u0306\u031b")
            tone = "".join(m for m in marks if m not in shape)
            out += (unicodedata.normalize("NFC", base + shape) + tone).encode("cp1258")
    return out


def iconv(name, text):
    return subprocess.run(["iconv", "-f", "UTF-8", "-t", name], input=text.encode(), capture_output=True, check=True).stdout


long_text = ARTICLE + SECOND
LONG = claims(write("utf8.txt", long_text))
ENCODED = {"UTF-16LE": long_text.encode("utf-16-le"), "UTF-16BE": b"\xfe\xff" + long_text.encode("utf-16-be"),
           "windows-1258": windows_1258(long_text), "VNI": vni(long_text)}
if shutil.which("iconv"):
    ENCODED["VISCII"] = iconv("VISCII", long_text)
    # The capitals with tones that TCVN 5712 has are not in the fonts; this text has none.
    ENCODED["TCVN3"] = iconv("TCVN5712-1", unicodedata.normalize("NFC", long_text))
for name, content in ENCODED.items():
    result = socai("extract", "-O", "jsonl", write("old.txt", content))
    found = sorted(json.dumps(c, sort_keys=True) for c in result.records())
    expect(f"{name}: the claims of the same text in UTF-8", found == LONG, result)
    expect(f"{name}: it is said what it was", f"read as {name}" in result.err and "confidence" in result.err, result)
    if name.startswith("UTF-16"):
        lines = jsonl(ROWS).encode("utf-16-le" if name.endswith("LE") else "utf-16-be")
        same(f"JSONL in {name}", write("old.jsonl", lines))
    same(f"{name}, declared", write("old.txt", content), "--encoding", name, of=LONG)
old = {"windows-1258": windows_1258, "VNI": vni}
for name, encode in old.items():
    same(f"JSONL in {name}", write("old.jsonl", encode(jsonl(ROWS))))
    same(f"CSV in {name}", write("old.csv", encode(table(ROWS))))
expect_run("an encoding that nobody knows", socai("extract", "a.csv", "--encoding", "klingon"), 2, err=["klingon"])
bom = socai("extract", "-O", "jsonl", write("bom.txt", b"\xef\xbb\xbf" + ARTICLE.encode()))
expect("with a byte order mark offsets count in the file", all(
    (b"\xef\xbb\xbf" + ARTICLE.encode())[c["start"]:c["end"]].decode() == c["quote"] for c in bom.records()), bom)
for what, text in (("decomposed letters", unicodedata.normalize("NFD", ARTICLE)), ("ð for đ", ARTICLE.replace("đ", "ð")),
                   ("zero-width characters", ARTICLE.replace(" tỷ", "\u200b tỷ\u200d"))):
    given = socai("extract", "-O", "jsonl", write("form.txt", text)).records()
    expect(f"{what}: as many amounts", sum(c["kind"] == "money" for c in given) ==
           sum(c["kind"] == "money" for c in socai("extract", "-O", "jsonl", write("plain.txt", ARTICLE)).records()), given)
    expect(f"{what}: the quote is there", all(text.encode()[c["start"]:c["end"]].decode() == c["quote"] for c in given), given)

# ---- archives
lines = jsonl(ROWS).encode()
for ending, pack in ((".gz", gzip.compress), (".bz2", bz2.compress), (".xz", lzma.compress)):
    same(f"JSONL in {ending}", write("p.jsonl" + ending, pack(lines)))
same("gzip of two members", write("two.jsonl.gz", gzip.compress(lines[:40]) + gzip.compress(lines[40:])))
if shutil.which("zstd"):
    subprocess.run(["zstd", "-q", "-f", path("a.jsonl"), "-o", path("a.jsonl.zst")], check=True)
    same("JSONL in zstd", "a.jsonl.zst")
stdin = socai("extract", "-O", "jsonl", input=gzip.compress(lines))
expect("gzip on standard input", sorted(json.dumps(c, sort_keys=True) for c in stdin.records()) == WANTED, stdin)


def tar(members, mode="w"):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode, format=tarfile.PAX_FORMAT) as archive:
        for name, content in members:
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return out.getvalue()


def zipped(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return out.getvalue()


texts = [(f"bài/{i}.txt", text.encode()) for i, text in enumerate(TEXTS)]
same("tar", write("t.tar", tar(texts)), of=BARE)
same("tar.gz", write("t.tar.gz", tar(texts, "w:gz")), of=BARE)
same("zip", write("t.zip", zipped(texts)), of=BARE)
same("zip within gzip within tar", write("n.tar", tar([("in/deep.zip.gz", gzip.compress(zipped(texts)))])), of=BARE)
same("members that are no articles are passed over", write("m.zip", zipped(texts + [("a.jpg", b"\xff\xd8\0"), ("x/", b"")])),
     of=BARE)
expect_run("a place in an archive", socai("extract", write("bad.zip", zipped([("x/bad.jsonl", b'{"text":"5 USD"}\n{\n')]))), 3,
           err=["bad.zip!x/bad.jsonl:2: refused"])
evil = socai("extract", "-O", "jsonl", write("evil.tar", tar([("../../evil.txt", TEXTS[0].encode()), ("/etc/evil.txt", TEXTS[1].encode())])))
expect("names with ../ are names", evil.code == 0 and len(evil.records()) > 3 and
       not os.path.exists(path("../../evil.txt")) and not os.path.exists("/etc/evil.txt"), evil)
deep = TEXTS[0].encode()
for level in range(7):
    deep = zipped([(f"{level}.zip" if level else "a.txt", deep)])
expect_run("archives within archives", socai("extract", write("deep.zip", deep)), 3, err=["more than 5 deep"])
zeros = gzip.compress(b"\n" * (400 << 20), 9)
bomb = expect_run("a bomb", socai("extract", "-O", "jsonl", write("bomb.jsonl.gz", zeros), "a.jsonl"), 3, err=["bomb.jsonl.gz", "256 times"])
expect("behind a bomb the rest is read", sorted(json.dumps(c, sort_keys=True) for c in bomb.records()) == WANTED, bomb)
expect_run("a bomb within", socai("extract", write("bomb.tar", tar([("b.bin.gz", b"x"), ("b.gz", gzip.compress(b"\0" * (400 << 20), 9))]))), 3,
           err=["bomb.tar!b.gz", "refused"])
big = "".join(json.dumps({"id": f"g{i}", "text": f"Giá căn nhà số {i} là {i + 1} tỷ đồng, theo ông {i * 7919 % 9973}."},
                         ensure_ascii=False) + "\n" for i in range(3000)).encode()
cut = gzip.compress(big)
cut = socai("extract", "-O", "jsonl", write("cut.jsonl.gz", cut[: len(cut) * 2 // 3]), "a.jsonl")
expect_run("a truncated gzip", cut, 3, err=["cut.jsonl.gz: refused: the archive is damaged"])
expect("what came before the cut is read, and the next file", sum(c["article"][0] == "g" for c in cut.records()) > 500 and
       sum(c["article"][0] == "r" for c in cut.records()) == len(WANTED), cut.err)
expect_run("an empty gzip", socai("extract", write("none.gz", gzip.compress(b""))), 3, err=["none.gz"])
expect_run("a gzip of nothing but its name", socai("extract", write("stub.gz", b"\x1f\x8b")), 3, err=["stub.gz", "refused"])
expect_run("NULs in a text of an archive", socai("extract", write("nul.zip", zipped([("a.txt", b"5 USD\0" * 9)] + texts))), 3, out=["VND"],
           err=["nul.zip!a.txt: refused: binary"])
many = write("many.zip", zipped([(f"{i}.txt", b"\0") for i in range(500)] + texts))
result = expect_run("refusals of one file are counted", socai("extract", many), 3, out=["VND"], err=["480 more"])
expect("and not all named", result.err.count("refused") == 21, result.err)

# ---- web archives
def record(kind, url, media, body):
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nContent-Type: {media}\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body + b"\r\n\r\n"


resources = [record("resource", row["url"], "application/json", json.dumps(row).encode()) for row in ROWS]
info = record("warcinfo", "x", "application/warc-fields", b"software: none\r\n")
same("a WARC of JSON", write("w.warc", info + b"".join(resources)))
same("a WARC compressed record by record", write("w.warc.gz", b"".join(map(gzip.compress, [info, *resources]))))
plain_records = b"".join(record("conversion", "urn:x", "text/plain", text.encode()) for text in TEXTS)
wet = socai("extract", "-O", "jsonl", write("w.wet", plain_records)).records()
strip = lambda found: sorted(json.dumps({**c, "article": ""}, sort_keys=True) for c in found)
expect("the texts of a WET file", strip(wet) == strip(map(json.loads, BARE)), wet)
if shutil.which("bsdtar"):  # another's writer of WARC
    subprocess.run(["bsdtar", "-cf", path("b.warc"), "--format", "warc", "-C", path("folder"), *(f"sub{i}/{i}.txt" for i in range(3))], check=True)
    theirs = socai("extract", "-O", "jsonl", "b.warc")
    expect("a WARC that bsdtar wrote", strip(theirs.records()) == strip(map(json.loads, BARE)), theirs)
broken = socai("extract", "-O", "jsonl", write("broken.warc", resources[0] + b"junk\r\n\r\n" + b"".join(resources[1:])))
expect_run("a WARC with junk in it", broken, 3, err=["broken.warc!record 2: refused: the archive is damaged"])
expect("its records are read", sorted(json.dumps(c, sort_keys=True) for c in broken.records()) == WANTED, broken)

# ---- pages: alone, in archives, and in old encodings
PAGE = ("<!DOCTYPE html><html><head><meta charset='utf-8'><title>Cầu Bình Minh tốn 1.200 tỷ đồng</title></head><body><article>"
        "<h1>Cầu Bình Minh tốn 1.200 tỷ đồng</h1>" + "".join(f"<p>{line}</p>" for line in (ARTICLE + SECOND).splitlines()) +
        "</article></body></html>")
PAGES = claims(write("page.html", PAGE))
expect("a page gives claims", len(PAGES) >= 5, PAGES)
same("a page in a zip", write("page.zip", zipped([("x/page.html", PAGE.encode())])), of=PAGES)
response = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(PAGE.encode())
same("a page in a web archive", write("page.warc", record("response", "https://a.example/1", "application/http", response)), of=PAGES)
same("a page that says the wrong encoding", write("old.html", vni(PAGE)), of=PAGES)
item = f"<item><title>Bài một</title><description><![CDATA[{SECOND}]]></description></item>"
feed = f"<?xml version='1.0' encoding='utf-8'?><rss version='2.0'><channel>{item}</channel></rss>"
expect("a feed in gzip", len(claims(write("feed.xml.gz", gzip.compress(feed.encode())))) >= 2)

# ---- things that are no files
fifo = path("pipe.jsonl")
os.mkfifo(fifo)
process = subprocess.Popen([PROGRAM, "extract", "-O", "jsonl", fifo], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
with open(fifo, "wb") as pipe:
    pipe.write(gzip.compress(lines))
out, err = process.communicate(timeout=60)
expect("a compressed pipe", sorted(json.dumps(json.loads(l), sort_keys=True) for l in out.splitlines()) == WANTED, err)
finish()
