# SPDX-License-Identifier: Apache-2.0
"""The real program, killed at random times, and two writers with four readers at once: exactly version N or N+1 after
each kill, nothing acknowledged lost, no torn version seen.

With a number of seconds as third argument the crowd is at work that long, and the program is killed a thousand times
(./dev soak); else a few rounds.
"""
import json
import os
import random
import re
import signal
import subprocess
import sys
import threading
import time

from support.run import PROGRAM, expect, expect_run, finish, path, socai, write

SECONDS = float(sys.argv[3]) if len(sys.argv) > 3 else 0
KILLS = 1000 if SECONDS else 25
TEXT = "Theo Sở Giao thông, tổng mức đầu tư của cầu {} là {} tỷ đồng, chưa bao gồm chi phí giải phóng mặt bằng.\n"
random.seed(9)


def batch(name, first, count):
    return write(name, "".join(json.dumps({"id": f"{name}{first + i}", "text": TEXT.format(first + i, 100 + i) * 3},
                                          ensure_ascii=False) + "\n" for i in range(count)))


def head(ledger):
    return socai("log", "-O", "jsonl", "--limit", "1", "--ledger", ledger).records()[0]["version"]


def killed():
    """Kills the program in mid-ingest, again and again."""
    batch("k", 0, 200)
    begun = time.monotonic()
    expect_run("the first version", socai("ingest", "k", "--input-format", "jsonl", "--ledger", "k.db"))
    duration = time.monotonic() - begun
    version, rounds, unfinished = 1, 0, 0
    while rounds < KILLS:
        rounds += 1
        batch("k", 200 * rounds, 200)
        process = subprocess.Popen([PROGRAM, "ingest", "k", "--input-format", "jsonl", "--ledger", "k.db"], cwd=path("."),
                                   stderr=subprocess.PIPE)
        time.sleep(random.uniform(0, 1.2 * duration))
        process.send_signal(signal.SIGKILL)
        said = process.stderr.read().decode()
        process.wait()
        now = head("k.db")
        expect(f"round {rounds}: version {version} or the next, not {now}", now in (version, version + 1))
        expect(f"round {rounds}: what was acknowledged is there", f"version {version + 1}:" not in said or now == version + 1, said)
        unfinished += now == version
        version = now
        if rounds % 8 == 0:
            expect_run(f"round {rounds} verifies", socai("verify", "--ledger", "k.db"), out=["ok"])
    expect_run("it verifies after all", socai("verify", "--ledger", "k.db"), out=["ok"])
    # Readers leave the journal of a killed writer alone; the next writer rolls it back.
    expect_run("the next writer goes on", socai("ingest", "k", "--input-format", "jsonl", "--ledger", "k.db"))
    print(f"killed {rounds} times, {unfinished} of them before the seal: whole each time, {version} versions")


def crowd():
    """Two writers and four readers."""
    batch("c", 0, 5)
    expect_run("the first version", socai("ingest", "c", "--input-format", "jsonl", "--ledger", "c.db"))
    stop, answers, checkpoints, written = time.monotonic() + max(SECONDS, 3), {}, {}, []
    lock = threading.Lock()

    def write_on(name):
        number = 0
        while time.monotonic() < stop:
            number += 1
            batch(name, 10 * number, 10)
            result = expect_run(f"writer {name}", socai("ingest", name, "--input-format", "jsonl", "--ledger", "c.db"))
            with lock:
                written.append(int(re.search(r"version (\d+)", result.err)[1]))

    def read_on(number):
        newest = 0
        while time.monotonic() < stop:
            now = head("c.db")
            expect("versions only grow", now >= newest)
            newest, asked = now, random.randint(1, now)
            answer = socai("claims", "-O", "jsonl", "--as-of", str(asked), "--ledger", "c.db")
            note = socai("checkpoint", "--as-of", str(asked), "--ledger", "c.db")
            with lock:
                expect(f"version {asked} is always the same", answers.setdefault(asked, answer.out) == answer.out)
                expect(f"so is its checkpoint", checkpoints.setdefault(asked, note.out) == note.out)
            if number == 0:
                expect_run("it verifies meanwhile", socai("verify", "--ledger", "c.db"), out=["ok"])

    crew = [threading.Thread(target=write_on, args=(name,)) for name in ("w", "v")]
    crew += [threading.Thread(target=read_on, args=(number,)) for number in range(4)]
    for thread in crew:
        thread.start()
    for thread in crew:
        thread.join()
    expect("each version was sealed once", sorted(written) == list(range(2, head("c.db") + 1)), sorted(written))
    for version in sorted(checkpoints)[:: max(1, len(checkpoints) // 20)]:
        write("c.checkpoint", checkpoints[version])
        expect_run("it has grown from each", socai("verify", "--ledger", "c.db", "--checkpoint", "c.checkpoint"), out=["only grown"])
    print(f"2 writers made {len(written)} versions, 4 readers asked {len(answers)} of them: no torn version")


killed()
crowd()
left = [name for name in os.listdir(path(".")) if name.endswith("-journal")]
expect("no journal is left", not left, left)
finish()
