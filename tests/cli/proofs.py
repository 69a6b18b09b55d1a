# SPDX-License-Identifier: Apache-2.0
"""checkpoint, proof, check-proof, verify --checkpoint and docs/verify.py: what holds is accepted by both programs, what
was altered is refused by both."""
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys

from support.run import REPO, expect, expect_run, finish, path, read, socai, write

TEXT = "Theo Sở Giao thông, tổng mức đầu tư của cầu Bình Minh là {} tỷ đồng, chưa bao gồm chi phí giải phóng mặt bằng.\n"


def article(id, figure):
    return json.dumps({"id": id, "title": "Cầu Bình Minh", "outlet": "songhau", "text": TEXT.format(figure)},
                      ensure_ascii=False) + "\n"


def other(*args):
    """docs/verify.py, which shares no code with the program."""
    done = subprocess.run([sys.executable, "-B", os.path.join(REPO, "docs", "verify.py"), *args], capture_output=True,
                          text=True, cwd=path("."), timeout=60)
    return done.returncode, done.stdout + done.stderr


def expect_other(what, code, *args):
    result = other(*args)
    expect(f"verify.py, {what}: exit code {code}", result[0] == code, result)


def save(name, result):
    expect(f"{name} is written", result.code == 0, result)
    return write(name, result.bytes)


def change(source, target, *statements, keep_guards=True):
    """A copy of a ledger, changed past its guards, which are put back."""
    shutil.copy(path(source), path(target))
    with sqlite3.connect(path(target)) as db:
        guards = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in guards:
            db.execute(f'DROP TRIGGER "{name}"')
        for statement in statements:
            db.execute(statement)
        for _, sql in guards if keep_guards else []:
            db.execute(sql)
    db.close()


write("1.jsonl", "".join(article(f"a{i}", f"1.{i}00") for i in range(1, 8)))
write("2.jsonl", article("a1", "2.500") + article("a9", "2.900"))
expect_run("no checkpoint of no ledger", socai("checkpoint"), 6, err=["no such ledger"])
expect_run("first version", socai("ingest", "1.jsonl"))
save("old.checkpoint", socai("checkpoint"))
shutil.copy(path("socai.db"), path("old.db"))
claim = next(
    r for r in socai("claims", "-O", "jsonl").records() if r["article"] == "a1")
expect_run("second version", socai("ingest", "2.jsonl"))
save("new.checkpoint", socai("checkpoint"))
before = read("socai.db")

# Checkpoints.
lines = read("old.checkpoint").decode().split("\n")
expect("a checkpoint is three lines and an empty one", len(lines) == 5 and lines[0].startswith("socai.ledger/")
       and lines[1].isdigit() and len(lines[2]) == 44 and lines[3:] == ["", ""], lines)
expect("as of 1 it is what it was", socai("checkpoint", "--as-of", "1").bytes == read("old.checkpoint"))
expect_run("it has only grown", socai("verify", "--checkpoint", "old.checkpoint"), out=["has only grown", "ok"])
expect_run("and not changed since now", socai("verify", "--checkpoint", "new.checkpoint"), out=["ok"])
expect_run("an older file is noticed", socai("verify", "--ledger", "old.db", "--checkpoint", "new.checkpoint"), 5,
           out=["checkpoint.ahead"], err=["cut off"])
expect_run("by itself it is sound", socai("verify", "--ledger", "old.db"))
expect_other("an older file", 5, "old.db", "--checkpoint", "new.checkpoint")
expect_other("one that has grown", 0, "socai.db", "--checkpoint", "old.checkpoint")
write("hand.checkpoint", "\n".join(lines[:3]))
expect_run("three lines copied by hand do", socai("verify", "--checkpoint", "hand.checkpoint"), out=["only grown"])
write("no.checkpoint", "hello\n")
expect_run("what is no checkpoint", socai("verify", "--checkpoint", "no.checkpoint"), 4, err=["no checkpoint"])
expect_run("a key without a checkpoint", socai("verify", "--public-key", "x"), 2, err=["--public-key"])

# Signatures.
expect_run("a key needs a name", socai("checkpoint", "--new-key", "k.key"), 2, err=["--origin"])
save("k.pub", socai("checkpoint", "--new-key", "k.key", "--origin", "example.vn/socai"))
expect("the secret key is for its owner alone", os.stat(path("k.key")).st_mode & 0o077 == 0)
expect_run("a key is never overwritten", socai("checkpoint", "--new-key", "k.key", "--origin", "x"), 9, err=["k.key"])
save("other.pub", socai("checkpoint", "--new-key", "other.key", "--origin", "example.vn/socai"))
save("signed.checkpoint", socai("checkpoint", "--key", "k.key"))
expect("it bears the key's name", read("signed.checkpoint").decode().startswith("example.vn/socai\n"))
expect_run("signed", socai("verify", "--checkpoint", "signed.checkpoint", "--public-key", "k.pub"), out=["ok"])
expect_run("signed by somebody else", socai("verify", "--checkpoint", "signed.checkpoint", "--public-key", "other.pub"), 5,
           err=["not signed by example.vn/socai"])
expect_run("not signed at all", socai("verify", "--checkpoint", "new.checkpoint", "--public-key", "k.pub"), 5)
write("forged.checkpoint", read("signed.checkpoint").replace(b"\n", b"\nx", 1))
expect_run("the size altered", socai("verify", "--checkpoint", "forged.checkpoint", "--public-key", "k.pub"), 4)
expect_other("signed", 0, "socai.db", "--checkpoint", "signed.checkpoint", "--key", "k.pub")
expect_other("signed by somebody else", 5, "socai.db", "--checkpoint", "signed.checkpoint", "--key", "other.pub")

# Proofs of a claim.
short = claim["id"][:8]
save("claim.proof", socai("proof", short, "--key", "k.key"))
save("old.proof", socai("proof", short, "--checkpoint", "old.checkpoint"))
save("text.proof", socai("proof", short, "--with-text"))
expect_run("the claim is proven, and that it was retired", socai("check-proof", "claim.proof"),
           out=["1.1 trillion VND", "version 1, ", "article_changed", "ok: the claim was recorded so"])
expect_run("to the checkpoint that is kept", socai("check-proof", "old.proof", "--checkpoint", "old.checkpoint"), out=["ok"])
expect_run("to another checkpoint", socai("check-proof", "old.proof", "--checkpoint", "new.checkpoint"), 5,
           err=["socai proof CLAIM --checkpoint"])
expect_run("signed", socai("check-proof", "claim.proof", "--public-key", "k.pub"), out=["ok"])
expect_run("not signed", socai("check-proof", "old.proof", "--public-key", "k.pub"), 5, err=["not signed"])
shown = json.loads(expect_run("as data", socai("check-proof", "text.proof", "-O", "json")).out)
expect("with its text the place is checked", shown["text_is_shown"] and shown["id"] == claim["id"]
       and shown["claim"]["caveats"][0]["quote"].startswith("chưa bao gồm"), shown)
for name, more in (("claim.proof", ["--key", "k.pub"]), ("old.proof", ["--checkpoint", "old.checkpoint"]), ("text.proof", [])):
    expect_other(name, 0, name, *more)
expect_run("no such claim", socai("proof", "ffffffff"), 6, err=["ffffffff"])
expect_run("a claim that came later", socai("proof", socai("claims", "-O", "jsonl", "--about", "binh minh",
           "--min", "2.900 tỷ đồng").records()[0]["id"], "--checkpoint", "old.checkpoint"), 6, err=["no claim of that checkpoint"])
expect_run("of another ledger's checkpoint", socai("proof", short, "--checkpoint", write("strange.checkpoint",
           read("new.checkpoint").replace(lines[2][:8].encode(), b"AAAAAAAA").replace(read("new.checkpoint").split(b"\n")[2], b"A" * 43 + b"="))), 5)
expect_run("what is no proof", socai("check-proof", "old.checkpoint"), 4, err=["no proof file"])
expect_run("what is not there", socai("check-proof", "none.proof"), 9, err=["none.proof"])

# Proofs of growth.
save("growth.proof", socai("proof", "--since", "old.checkpoint", "--key", "k.key"))
expect_run("it has grown", socai("check-proof", "growth.proof", "--checkpoint", "old.checkpoint", "--public-key", "k.pub"), out=["ok"])
expect_run("from another checkpoint", socai("check-proof", "growth.proof", "--checkpoint", "new.checkpoint"), 5)
expect_other("growth", 0, "growth.proof", "--checkpoint", "old.checkpoint")
expect_run("one of the two is needed", socai("proof"), 2, err=["--since"])

# Whatever is altered in a proof is refused, by both programs.
random.seed(4)
for name in ("text.proof", "growth.proof"):
    whole = read(name).decode().rstrip("\n")
    for at in random.sample(range(len(whole)), 25):
        letter = whole[at]
        changed = random.choice([c for c in "0123456789abcdef" if c != letter])
        write("bad.proof", whole[:at] + changed + whole[at + 1:] + "\n")
        mine, theirs = socai("check-proof", "bad.proof", "-O", "json"), other("bad.proof")
        same = mine.code == 0 and name == "text.proof" and json.loads(mine.out) == dict(shown, origin=json.loads(mine.out)["origin"])
        in_origin = mine.code == 0 and name == "growth.proof"  # the name of a checkpoint proves nothing unsigned
        expect(f"{name}, {at}: {letter!r} → {changed!r} is refused", mine.code in (4, 5) or same or in_origin, mine)
        expect(f"{name}, {at}: verify.py agrees", (mine.code == 0) == (theirs[0] == 0), (str(mine), theirs))

# Tampering with a ledger: verify and verify.py agree; what a ledger cannot show by itself an old checkpoint does.
ROWS = [
    ("a digit of a claim", ["UPDATE entry SET body = replace(body, '1100000000000', '1900000000000')"]),
    ("two entries swapped", ["UPDATE entry SET seq = -1 WHERE seq = 4", "UPDATE entry SET seq = 4 WHERE seq = 6",
                             "UPDATE entry SET seq = 6 WHERE seq = -1"]),
    ("an entry gone", ["DELETE FROM entry WHERE seq = 5"]),
    ("a text", ["UPDATE text SET bytes = bytes || ' ' WHERE number = 2"]),
    ("a text gone", ["DELETE FROM text WHERE number = 2"]),
    ("a root", ["UPDATE version SET root = zeroblob(32) WHERE number = 1"]),
    ("the last version gone", ["DELETE FROM version WHERE number = 2"]),
]
expect_other("the ledger as it is", 0, "socai.db")
for what, statements in ROWS:
    change("socai.db", "bad.db", *statements)
    expect_run(f"verify, {what}", socai("verify", "--ledger", "bad.db"), 5)
    expect_other(what, 5, "bad.db")
expect("nothing changed a byte", read("socai.db") == before)

# History made anew from some version on is a sound ledger, which only a checkpoint kept elsewhere refuses.
write("3.jsonl", article("a1", "7.700"))
expect_run("another first version", socai("ingest", "3.jsonl", "--ledger", "forged.db"))
expect_run("and a second", socai("ingest", "2.jsonl", "--ledger", "forged.db"))
expect_run("and more than enough", socai("ingest", "1.jsonl", "--ledger", "forged.db"))
expect_run("sound by itself", socai("verify", "--ledger", "forged.db"), out=["ok"])
expect_run("refused with the checkpoint", socai("verify", "--ledger", "forged.db", "--checkpoint", "old.checkpoint"), 5,
           out=["checkpoint.differs"], err=["rewritten"])
expect_other("the same", 5, "forged.db", "--checkpoint", "old.checkpoint")
finish()
