# SPDX-License-Identifier: Apache-2.0
"""watch: files are recorded as they are closed, in folders that come later too; a restart records what came meanwhile and
nothing twice; Ctrl-C ends it well."""
import json
import os
import signal
import subprocess
import sys
import threading
import time

from support.run import ARTICLE, PROGRAM, expect, expect_run, finish, path, socai, write

if not sys.platform.startswith("linux"):
    print("skipped: watch is of Linux")
    sys.exit(77)

os.mkdir(path("inbox"))
TEXT = "Theo Sở Giao thông, tổng mức đầu tư của cầu số {0} là {0} tỷ đồng.\n"


class Watch:
    def __init__(self):
        self.lines = []
        self.process = subprocess.Popen([PROGRAM, "watch", "inbox", "--ledger", "w.db"], cwd=path("."), stderr=subprocess.PIPE,
                                        env={**os.environ, "LC_ALL": "C.UTF-8"}, text=True)
        self.reader = threading.Thread(target=self.read)
        self.reader.start()
        self.wait_for("watching inbox")

    def read(self):
        for line in self.process.stderr:
            self.lines.append(line)

    def wait_for(self, words, seconds=30):
        stop = time.monotonic() + seconds
        while time.monotonic() < stop:
            if any(words in line for line in self.lines):
                return True
            time.sleep(0.05)
        expect(f"watch says {words!r}", False, "".join(self.lines))
        return False

    def end(self):
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(timeout=30)
        self.reader.join()
        return code


def texts():
    return {c["article"] for c in socai("claims", "-O", "jsonl", "--ledger", "w.db").records()}


watch = Watch()
write("inbox/a.txt", TEXT.format(1))
watch.wait_for("version 1: articles: 1 new")
with open(path("inbox/b.jsonl"), "w") as file:  # written piece by piece: not before it is closed
    file.write(json.dumps({"id": "b1", "text": TEXT.format(2)}) + "\n")
    file.flush()
    time.sleep(1)
    expect("a file is not read before it is closed", not any("version 2" in line for line in watch.lines), watch.lines)
    file.write(json.dumps({"id": "b2", "text": TEXT.format(3)}) + "\n")
watch.wait_for("version 2: articles: 2 new")
os.makedirs(path("inbox/later/deep"))
write("outside.txt", TEXT.format(4))
os.rename(path("outside.txt"), path("inbox/later/deep/c.txt"))
watch.wait_for("version 3: articles: 1 new")
write("inbox/picture.jpg", b"\xff\xd8")
write("inbox/.hidden.txt", TEXT.format(5))
write("inbox/bad.json", "{")
watch.wait_for("bad.json")
expect("Ctrl-C ends it well", watch.end() == 0, watch.lines)
os.remove(path("inbox/bad.json"))
write("inbox/meanwhile.txt", TEXT.format(6))
watch = Watch()
expect("a restart records what came meanwhile, and nothing twice",
       any("version 4: articles: 1 new, 0 updated, 4 unchanged" in line for line in watch.lines), watch.lines)
watch.process.send_signal(signal.SIGKILL)  # and a kill loses nothing either
watch.process.wait()
watch.reader.join()
watch = Watch()
expect("nothing is new after a kill", any("nothing is new" in line for line in watch.lines), watch.lines)
expect("a term ends it well too", watch.process.send_signal(signal.SIGTERM) or watch.process.wait(timeout=30) == 0)
watch.reader.join()
expect("all five articles are there", len(texts()) == 5, texts())
expect_run("it verifies", socai("verify", "--ledger", "w.db"), 0, out=["ok"])
expect_run("a folder that is none", socai("watch", "nowhere"), 6, err=["nowhere"])
finish()
