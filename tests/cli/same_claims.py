# SPDX-License-Identifier: Apache-2.0
"""The same articles as JSONL, as a JSON array, as a table, as a folder of text files, compressed, as a web archive and in
UTF-16: the same claims in each. Over corpus/, or over a JSONL file given as third argument (./dev soak)."""
import csv
import glob
import io
import json
import os
import shutil
import subprocess
import sys
import tarfile

from support.run import PROGRAM, REPO, expect, finish, path

SOURCES = sys.argv[3:] or sorted(glob.glob(os.path.join(REPO, "corpus", "gold", "*.jsonl")))


def texts():
    seen = set()
    for name in SOURCES:
        with open(name, encoding="utf-8") as file:
            for line in file:
                text = json.loads(line)["text"] if line.strip() else ""
                # Without an id an article is its text; and a text must survive being a file.
                if text.strip() and text not in seen:
                    seen.add(text)
                    yield text


def claims(name):
    done = subprocess.run([PROGRAM, "extract", "-O", "jsonl", path(name)], capture_output=True)
    expect(f"{name} is read whole", done.returncode == 0, done.stderr.decode()[-500:])
    return sorted(done.stdout.splitlines())


def record(number, media, body):
    head = (f"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: https://a.example/{number}\r\n"
            f"Content-Type: {media}\r\nContent-Length: {len(body)}\r\n\r\n")
    return head.encode() + body + b"\r\n\r\n"


articles = list(texts())
objects = [json.dumps({"text": text}, ensure_ascii=False) for text in articles]
os.mkdir(path("folder"))
for number, text in enumerate(articles):
    with open(path(f"folder/{number}.txt"), "w", encoding="utf-8", newline="") as file:
        file.write(text)
forms = {"all.jsonl": "\n".join(objects).encode(), "all.json": ("[" + ",\n".join(objects) + "]").encode(),
         "all.utf16.jsonl": "\n".join(objects).encode("utf-16"),
         "all.warc": b"".join(record(n, "text/plain", text.encode()) for n, text in enumerate(articles)),
         "json.warc": b"".join(record(n, "application/json", o.encode()) for n, o in enumerate(objects))}
table = io.StringIO()
writer = csv.writer(table)
writer.writerow(["text"])
writer.writerows([text] for text in articles)
forms["all.csv"] = table.getvalue().encode()
for name, content in forms.items():
    with open(path(name), "wb") as file:
        file.write(content)
with tarfile.open(path("all.tar.gz"), "w:gz") as archive:
    archive.add(path("folder"), "folder")
names = [*list(forms)[1:], "folder", "all.tar.gz"]
if shutil.which("zstd"):
    subprocess.run(["zstd", "-q", path("all.jsonl")], check=True)
    names.append("all.jsonl.zst")
wanted = claims("all.jsonl")
expect("there are claims to compare", len(wanted) > len(articles), len(wanted))
for name in names:
    found = claims(name)
    expect(f"{name}: the same claims", found == wanted, f"{len(found)} claims, not {len(wanted)}")
print(f"{len(articles)} articles, {len(wanted)} claims, the same in {len(names) + 1} forms")
finish()
