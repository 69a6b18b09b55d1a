#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks what socai claims about its ledger, with nothing of socai: Python 3.8 or later and its standard library.

FILE is a proof (`socai proof`), an export (`socai export`), or a ledger itself. Everything is recomputed from the bytes
in it. With --checkpoint a proof must lead to that checkpoint, an export or a ledger must begin with its entries. With
--key (the text of a public key, or a file that holds it) a checkpoint must be signed.
Exit code: 0 it holds, 5 it does not; others: it was not checked.
"""
import argparse
import base64
import bisect
import hashlib
import json
import os
import sqlite3
import sys


def expect(ok, what):
    if not ok:
        raise Refused(what)


class Refused(Exception):
    """What does not hold."""


# ---- RFC 6962, section 2.1

def sha256(data):
    return hashlib.sha256(data).digest()


def leaf_hash(body):
    return sha256(b"\0" + body)


def node_hash(left, right):
    return sha256(b"\1" + left + right)


class Tree:
    """Grows leaf by leaf; holds the root of each complete subtree, the largest first."""

    def __init__(self):
        self.size, self.peaks = 0, []

    def push(self, leaf):
        rest = self.size
        while rest & 1:
            leaf, rest = node_hash(self.peaks.pop(), leaf), rest >> 1
        self.peaks.append(leaf)
        self.size += 1

    def root(self):
        root = self.peaks[-1] if self.peaks else sha256(b"")
        for peak in reversed(self.peaks[:-1]):
            root = node_hash(peak, root)
        return root


def root_from_path(leaf, index, size, path):
    """The root that an audit path leads to: the RFC's PATH, read from the root down."""
    def up(index, size):
        if size == 1:
            return leaf
        k = 1 << (size - 1).bit_length() - 1
        expect(path, "a path is too short")
        sibling = path.pop()
        return node_hash(up(index, k), sibling) if index < k else node_hash(sibling, up(index - k, size - k))
    expect(0 <= index < size, "an index lies beyond the tree")
    root = up(index, size)
    expect(not path, "a path is too long")
    return root


def roots_from_growth(old_size, new_size, old_root, path):
    """The two roots that a consistency proof leads to: the RFC's SUBPROOF, read from the root down."""
    def up(m, n, whole):
        expect(path or (m == n and whole), "a path is too short")
        if m == n:
            node = old_root if whole else path.pop(0)
            return node, node
        k = 1 << (n - 1).bit_length() - 1
        if m <= k:
            old, new = up(m, k, whole)
            expect(path, "a path is too short")
            return old, node_hash(new, path.pop(0))
        old, new = up(m - k, n - k, False)
        expect(path, "a path is too short")
        return node_hash(path[0], old), node_hash(path.pop(0), new)
    expect(0 < old_size <= new_size, "the sizes are not those of a tree that grew")
    roots = up(old_size, new_size, True)
    expect(not path, "a path is too long")
    return roots


# ---- Ed25519 (RFC 8032), for signatures alone: slow, and of no use with secrets

P = 2 ** 255 - 19
ORDER = 2 ** 252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_1 = pow(2, (P - 1) // 4, P)


def add(a, b):
    t = D * a[0] * b[0] * a[1] * b[1] % P
    return ((a[0] * b[1] + a[1] * b[0]) * pow(1 + t, P - 2, P) % P,
            (a[1] * b[1] + a[0] * b[0]) * pow(1 - t, P - 2, P) % P)


def times(n, point):
    result = (0, 1)
    while n:
        if n & 1:
            result = add(result, point)
        point, n = add(point, point), n >> 1
    return result


def decode_point(data):
    number = int.from_bytes(data, "little")
    sign, y = number >> 255, number & (2 ** 255 - 1)
    expect(y < P, "a point is not one of the curve")
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT_OF_MINUS_1 % P
    expect((x * x - square) % P == 0 and not (x == 0 and sign), "a point is not one of the curve")
    return (P - x if x & 1 != sign else x), y


BASE = decode_point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def signs(key, signature, text):
    s = int.from_bytes(signature[32:], "little")
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + text).digest(), "little") % ORDER
    return s < ORDER and times(s, BASE) == add(decode_point(signature[:32]), times(k, decode_point(key)))


# ---- checkpoints (C2SP signed-note, tlog-checkpoint)

def read_checkpoint(note, key=None):
    """(origin, size, root) of a note; with a public key one of its signatures must be that key's."""
    text, gap, signatures = note.rpartition("\n\n")
    text = text + "\n" if gap else note + "\n"
    lines = text.split("\n")
    expect(len(lines) > 3 and lines[1].isdigit(), "no checkpoint")
    if key:
        name, key_id, data = key.strip().split("+", 2)
        data = base64.b64decode(data, validate=True)
        expect(data[:1] == b"\1" and sha256(name.encode() + b"\n" + data)[:4].hex() == key_id, "no public key")
        found = [base64.b64decode(line[len(name) + 3:], validate=True) for line in signatures.split("\n")
                 if line.startswith(f"\u2014 {name} ")]
        ok = any(len(s) == 68 and s[:4].hex() == key_id and signs(data[1:], s[4:], text.encode()) for s in found)
        expect(ok, f"the checkpoint is not signed by {name}")
    return lines[0], int(lines[1]), base64.b64decode(lines[2], validate=True)


def check_claim_proof(proof, key):
    origin, size, root = read_checkpoint(proof["checkpoint"], key)
    entries = []
    for item in proof["entries"]:
        body = item["body"].encode()
        path = [bytes.fromhex(node) for node in item["path"]]
        expect(root_from_path(leaf_hash(body), item["index"], size, path) == root, f"entry {item['index']}")
        entries.append((item["index"], json.loads(body)))
    of_kind = lambda kind: [pair for pair in entries if pair[1]["entry"] == kind]
    versions, articles, claims, ends = map(of_kind, ("version/1", "article/1", "claim/1", "retirement/1"))
    expect([len(claims), len(articles), len(ends) // 2, (len(versions) + 1) // 2] == [1, 1, 0, 1], "entries")
    (at, claim), article = claims[0], articles[0][1]
    expect(versions[0][0] < at and articles[0][0] < at and article["article"] == claim["record"]["article"], "entries")
    expect(all(i > at and e["claim"] == claim["id"] for i, e in ends) and all(i > at for i, _ in versions[1:]), "entries")
    bodies = json.dumps([article, claim])
    record = claim["record"]
    for passage in proof["passages"]:
        bound = "sha256:" + sha256(passage.encode()).hex()
        expect(bound in bodies, "a passage is bound by no entry")
        if bound == article["title" if record["field"] == "title" else "text"]:
            check_quote(record, passage.encode())
    print(f"claim {claim['id']}: {record['quote']} ({record['claimant']['name']}), article {record['article']}\n"
          f"entry {at} of {size}, not before version {versions[0][1]['version']} ({versions[0][1]['time']}), {origin}")
    return size, root


def check_growth_proof(proof, key):
    _, old_size, old_root = read_checkpoint(proof["from"])
    _, new_size, new_root = read_checkpoint(proof["to"], key)
    path = [bytes.fromhex(node) for node in proof["path"]]
    expect(roots_from_growth(old_size, new_size, old_root, path) == (old_root, new_root), "the path leads elsewhere")
    print(f"the tree of {new_size} entries begins with that of {old_size}, root {new_root.hex()}")
    return old_size, old_root


def check_quote(record, text):
    quote = text[record["start"]:record["end"]]
    ok = record["quote"] in (quote.decode("utf-8", "replace"), "sha256:" + sha256(quote).hex())
    expect(ok, f"the article does not say what a claim quotes: {record['quote']}")


def check_entries(bodies, texts, checkpoint):
    """The root over all entries, and where each version ends; texts are {hash: bytes}."""
    tree, seals, articles, missing, redacted = Tree(), [], {}, set(), set()
    at_checkpoint = tree.root() if checkpoint and checkpoint[1] == 0 else None
    for body in bodies:
        entry = json.loads(body)
        if entry["entry"] == "version/1":
            seals.append((tree.size, tree.root()))
            expect(entry["version"] == len(seals), f"entry {tree.size}: version {entry['version']} out of order")
        elif entry["entry"] == "article/1":
            articles[entry["article"]] = entry
            missing |= {entry[k] for k in ("title", "text") if entry[k] and entry[k] not in texts}
        elif entry["entry"] == "claim/1":
            article = articles[entry["record"]["article"]]
            text = texts.get(article["title" if entry["record"]["field"] == "title" else "text"])
            if text is not None:
                check_quote(entry["record"], text)
        elif entry["entry"] == "redaction/1":
            redacted |= set(entry["texts"])
        tree.push(leaf_hash(body))
        if checkpoint and tree.size == checkpoint[1]:
            at_checkpoint = tree.root()
    for name, text in texts.items():
        expect("sha256:" + sha256(text).hex() == name, f"text {name} was altered")
    expect(missing <= redacted, f"a text is missing: {min(missing - redacted, default='')}")
    expect(not redacted & set(texts), "a text that was taken out is there")
    if checkpoint:
        expect(at_checkpoint is not None, f"the checkpoint has {checkpoint[1]} entries, this only {tree.size}")
        expect(at_checkpoint == checkpoint[2], f"the first {checkpoint[1]} entries are not those of the checkpoint")
    print(f"{len(seals)} versions, {tree.size} entries, {len(texts)} texts, root {tree.root().hex()}")
    return tree, seals[1:] + [(tree.size, tree.root())] if seals else []


def check_export(lines, checkpoint):
    bodies = [line for line in lines if line.startswith(b'{"entry":')]
    rest = [json.loads(line) for line in lines if line and not line.startswith(b'{"entry":')]
    expect(rest and "end" in rest[-1], "the export was cut off: its last line is missing")
    texts = {item["text"]: item["bytes"].encode() for item in rest[:-1]}
    tree, seals = check_entries(bodies, texts, checkpoint)
    end = {"versions": len(seals), "entries": tree.size, "root": tree.root().hex()}
    expect(rest[-1]["end"] == end, f"the entries do not give the root at the end: they give {end['root']}")


def check_ledger(path, checkpoint):
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    db.text_factory = bytes
    rows = list(db.execute("SELECT seq, body, leaf, version FROM entry NOT INDEXED ORDER BY seq"))
    for number, (seq, body, leaf, _) in enumerate(rows):
        expect(seq == number, f"entry {number} is missing")
        expect(leaf_hash(body) == leaf, f"entry {number} was altered")
    texts = {"sha256:" + key.hex(): text for key, text in db.execute("SELECT sha256, bytes FROM text")}
    tree, seals = check_entries((row[1] for row in rows), texts, checkpoint)
    stored = list(db.execute("SELECT number, entries, root FROM version ORDER BY number"))
    expect(stored == [(i + 1, size, root) for i, (size, root) in enumerate(seals)], "a version's root differs")
    ends = [size for size, _ in seals]
    for seq, _, _, version in rows:
        expect(bisect.bisect_right(ends, seq) + 1 == version, f"entry {seq} stands in version {version}")


def check(path, checkpoint_file, key):
    if key and os.path.exists(key):
        key = open(key, encoding="utf-8").read()
    checkpoint = checkpoint_file and read_checkpoint(open(checkpoint_file, encoding="utf-8").read(), key)
    with open(path, "rb") as file:
        if file.read(16) == b"SQLite format 3\0":
            return check_ledger(path, checkpoint)
        file.seek(0)
        data = file.read()
    first = json.loads(data.split(b"\n", 1)[0])
    kinds = {"socai.proof/1": check_claim_proof, "socai.growth-proof/1": check_growth_proof}
    if first.get("schema") not in kinds:
        return check_export(data.split(b"\n"), checkpoint)
    proven = kinds[first["schema"]](first, None if checkpoint else key)
    expect(not checkpoint or proven == checkpoint[1:], "it is not about the checkpoint given")


def main(args):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file")
    parser.add_argument("--checkpoint")
    parser.add_argument("--key")
    args = parser.parse_args(args)
    try:
        check(args.file, args.checkpoint, args.key)
    except OSError as error:
        sys.exit(f"verify.py: {error}")
    except (Refused, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError,
            sqlite3.Error) as error:
        print(f"REFUSED: {args.file}: {error if isinstance(error, Refused) else repr(error)}")
        return 5
    print("ok")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
