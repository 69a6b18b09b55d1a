# SPDX-License-Identifier: Apache-2.0
"""Ledgers that are none, that cannot be written, or that were altered: the message, the exit code, nothing changed."""
import os
import shutil
import signal
import sqlite3
import subprocess

from support.run import ARTICLE, PROGRAM, Result, expect, expect_run, finish, path, read, socai, write

article = write("article.txt", ARTICLE)
write("text.db", "this is no database\n" * 100)
write("empty.db", "")
with sqlite3.connect(path("foreign.db")) as other:
    other.execute("CREATE TABLE t (x)")
os.mkdir(path("folder.db"))
os.mkfifo(path("pipe.db"))

for command in (["claims"], ["audit"], ["log"], ["verify"], ["show", "x"], ["diff", "1"]):
    expect_run(f"{command[0]} without a ledger", socai(*command), 6, err=["socai.db", "no such ledger", "socai ingest"])
    expect("reading makes no file", not os.path.exists(path("socai.db")))
    for name in ("text.db", "foreign.db", "folder.db", "pipe.db", "/dev/null"):
        expect_run(f"{command[0]} of {name}", socai(*command, "--ledger", name), 4, err=[name, "not a ledger"])
expect_run("no ledger, in Vietnamese", socai("claims", "--lang", "vi"), 6, err=["lỗi:", "không có sổ cái này"])

for name in ("text.db", "foreign.db"):
    before = read(name)
    expect_run(f"ingest into {name}", socai("ingest", article, "--ledger", name), 4, err=["not a ledger"])
    expect(f"{name} is as it was", read(name) == before)
expect_run("ingest into a folder", socai("ingest", article, "--ledger", "folder.db"), 4, err=["folder.db"])
expect_run("ingest into a folder that is not there", socai("ingest", article, "--ledger", "no/such/l.db"), 9, err=["l.db"])
expect_run("nothing to ingest", socai("ingest", "nowhere.txt"), 3, err=["nowhere.txt", "the ledger is as it was"])
expect("nothing to ingest makes no file", not os.path.exists(path("socai.db")))
expect_run("a file name is needed", socai("ingest"), 2, err=["FILE"])

# Partly readable input: the rest is recorded.
write("mixed.jsonl", '{"id":"a","text":"Giá là 5 tỷ đồng."}\nbroken\n')
expect_run("partial ingest", socai("ingest", "mixed.jsonl", article), 3, err=["mixed.jsonl:2:", "version 1", "2 new"])
expect_run("it is recorded", socai("verify"), out=["2 articles"])

# A place where nothing may be written. Root may write everywhere, so it lends the program to a user who may not.
os.mkdir(path("readonly"))
expect_run("a ledger in it", socai("ingest", article, "--ledger", "readonly/l.db"))
shutil.copy(PROGRAM, path("program"))
shutil.copy(path("readonly/l.db"), path("readonly/closed.db"))
as_other = {"user": 65534, "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}
os.chmod(path("."), 0o755)
os.chmod(path("readonly/closed.db"), 0o200)
os.chmod(path("readonly"), 0o555)


def other(*args):
    done = subprocess.run([path("program"), *args], cwd=path("."), capture_output=True, timeout=60,
                          env={"PATH": os.environ["PATH"]}, **as_other)
    return Result(args, done)


before = read("readonly/l.db")
expect_run("a new ledger in a read-only folder", other("ingest", "mixed.jsonl", "--ledger", "readonly/new.db"), 9,
           err=["readonly/new.db: the ledger cannot be written", "check the permissions"], not_err=["new.db.new"])
expect_run("an old one there", other("ingest", "mixed.jsonl", "--ledger", "readonly/l.db"), 9, err=["readonly", "check the permissions"])
expect_run("in Vietnamese", other("--lang", "vi", "ingest", "mixed.jsonl", "--ledger", "readonly/l.db"), 9,
           err=["chỉ cho đọc", "kiểm tra quyền"])
for command in ("claims", "audit", "log", "verify"):
    expect_run(f"{command} reads it all the same", other(command, "--ledger", "readonly/l.db"))
    expect_run(f"{command} of one that may not be read", other(command, "--ledger", "readonly/closed.db"), 9,
               err=["cannot be opened: Permission denied", "check the permissions"])
expect("nothing changed there", sorted(os.listdir(path("readonly"))) == ["closed.db", "l.db"] and read("readonly/l.db") == before)

# Ctrl-C while articles are being recorded: what was not sealed is not there, and a new ledger is not left behind.
for ledger in ("socai.db", "stopped.db"):
    before = read(ledger) if os.path.exists(path(ledger)) else None
    stopped = subprocess.Popen([PROGRAM, "ingest", "--threads", "1", "--input-format", "jsonl", "--ledger", ledger, "-"],
                               cwd=path("."), stdin=subprocess.PIPE, stderr=subprocess.PIPE,
                               preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
    for number in range(2500):  # more than a slice, so that something is recorded before the program waits for more
        stopped.stdin.write(f'{{"id":"n{number}","text":"{"Không có gì. " * 60}Giá là {number} tỷ đồng."}}\n'.encode())
    stopped.stdin.flush()
    expect(f"{ledger} is being written", os.path.exists(path(ledger)))
    stopped.send_signal(signal.SIGINT)
    code, said = stopped.wait(60), stopped.stderr.read()
    expect(f"interrupted: {ledger}", code == 130 and b"interrupted; the ledger is as it was" in said, (code, said))
    expect(f"{ledger} is as it was", (read(ledger) if os.path.exists(path(ledger)) else None) == before)
    expect(f"nothing lies beside {ledger}", not [f for f in os.listdir(path(".")) if f.startswith(ledger + "-")])

# A ledger that somebody altered.
shutil.copy(path("socai.db"), path("bad.db"))
with sqlite3.connect(path("bad.db")) as bad:
    names = [row[0] for row in bad.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")]
    for name in names:
        bad.execute(f'DROP TRIGGER "{name}"')
altered = expect_run("verify of an altered ledger", socai("verify", "--ledger", "bad.db"), 5, err=["bad.db", "error"])
expect_run("as data the exit code is the same", socai("verify", "--ledger", "bad.db", "-O", "json"), 5, out=['"ok":false'])
expect_run("verify in Vietnamese", socai("verify", "--ledger", "bad.db", "--lang", "vi"), 5, err=["lỗi:"])
good = read("socai.db")
expect_run("reading", socai("claims"))
expect_run("verifying", socai("verify"))
expect("neither changes a byte", read("socai.db") == good)
expect("neither leaves a file", not [f for f in os.listdir(path(".")) if f.startswith("socai.db-")])
finish()
