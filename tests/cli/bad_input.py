# SPDX-License-Identifier: Apache-2.0
"""Input that cannot be read: what is said, with which exit code, and that the rest is done."""
import json
import os
import subprocess

from support.run import ARTICLE, PROGRAM, expect, expect_run, finish, path, socai, write

good = write("good.txt", ARTICLE)
write("empty.txt", "")
write("binary.txt", b"PK\x03\x04\0\0\0\0\1\2\3")
write("latin.txt", ARTICLE.encode() + b"caf\xe9 \xff\n")
write("mixed.jsonl", '{"id":"a","text":"Giá là 5 tỷ đồng."}\n{"id":\n\n{"url":"https://x.example"}\n{"id":"b","text":"Giá là 6 tỷ đồng."}')
os.mkdir(path("bare"))

expect_run("missing file", socai("extract", "nowhere.txt"), 3, err=["nowhere.txt", "No such file or directory"])
expect_run("missing file, in Vietnamese", socai("extract", "nowhere.txt", "--lang", "vi"), 3,
           err=["nowhere.txt", "không có tệp hay thư mục này"])
expect_run("empty file", socai("extract", "empty.txt"), 3, err=["empty.txt", "refused", "empty"])
expect_run("empty standard input", socai("extract"), 3, err=["standard input"])
expect_run("binary", socai("extract", "binary.txt"), 3, err=["binary.txt", "binary"])
expect_run("folder without articles", socai("extract", "bare"), 3, err=["bare", "no articles"])
replaced = expect_run("bytes that are not UTF-8", socai("extract", "-O", "jsonl", "latin.txt"), 0,
                      err=["latin.txt", "UTF-8"])
expect("the claims of such a file are valid UTF-8", replaced.bytes.decode("utf-8") and replaced.records(), replaced)
mixed = expect_run("bad lines", socai("extract", "-O", "jsonl", "mixed.jsonl"), 3,
                   err=["mixed.jsonl:2:", "mixed.jsonl:4:"], not_err=["mixed.jsonl:1:", "mixed.jsonl:3:", "mixed.jsonl:5:"])
expect("the lines around bad ones are read", {c["article"] for c in mixed.records()} == {"a", "b"}, mixed)
os.mkdir(path("pipes"))
os.mkfifo(path("pipes/p.txt"))
write("pipes/a.txt", ARTICLE)
expect_run("a pipe in a folder is not waited for", socai("extract", "pipes"), 3, out=["VND"], err=["pipes/p.txt", "neither a file"])
expect_run("an empty name", socai("extract", ""), 3, err=["'': refused"])
write("blank.jsonl", "\n\n")
expect_run("nothing but blank lines", socai("extract", "blank.jsonl"), 0, err=["no article was read"])
both = expect_run("good beside missing", socai("extract", "-O", "jsonl", "nowhere.txt", good), 3)
expect("good beside missing is read", len(both.records()) > 0, both)
expect_run("quiet keeps refusals", socai("-q", "extract", "nowhere.txt"), 3, err=["nowhere.txt"])

# A line that is longer than a slice, and lines without a last newline.
long = json.dumps({"id": "long", "text": "Không có gì. " * 400000 + "Giá là 7 tỷ đồng."}, ensure_ascii=False)
write("long.jsonl", long + "\n" + '{"id":"after","text":"Giá là 8 tỷ đồng."}')
result = expect_run("a line of megabytes", socai("extract", "-O", "jsonl", "long.jsonl"))
expect("the long line and the one behind it", [c["article"] for c in result.records()] == ["long", "after"], result.err)

# What is longer than any article is refused, and what stands behind it is read.
write("huge.txt", "Không có gì. ".encode() * (65 << 20 >> 4))
expect_run("a text of 65 MiB", socai("extract", "huge.txt"), 3, err=["huge.txt: refused: text longer than 64 MiB"])
write("huge.jsonl", b'{"id":"a","text":"' + b"a " * (33 << 20) + b'"}\n{"id":"b","text":"5 USD"}\n')
beyond = expect_run("a line of 66 MiB", socai("extract", "huge.jsonl", "-O", "jsonl"), 3, err=["huge.jsonl:1: refused: line longer than 64 MiB"])
expect("the line behind it is read", [c["article"] for c in beyond.records()] == ["b"], beyond)

# Streams that are closed, full or gone.
closed = subprocess.run([PROGRAM, "extract", good], stdin=subprocess.DEVNULL, capture_output=True, preexec_fn=lambda: os.close(1))
expect("a closed standard output harms nothing", closed.returncode in (0, 9), closed)
if os.path.exists("/dev/full"):
    with open("/dev/full", "wb") as full:
        done = subprocess.run([PROGRAM, "extract", good], stdout=full, stderr=subprocess.PIPE)
    expect("a full disk is exit code 9", done.returncode == 9 and b"standard output" in done.stderr, done)
pipe = subprocess.Popen([PROGRAM, "extract", *[good] * 3000], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
pipe.stdout.read(10)
pipe.stdout.close()
err = pipe.stderr.read()
expect("a reader that leaves is no error", pipe.wait() == 0 and err == b"", err)
finish()
