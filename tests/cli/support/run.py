# SPDX-License-Identifier: Apache-2.0
"""What the end-to-end tests share: a scratch folder, the program run in it, and checks that say what went wrong."""
import json
import os
import subprocess
import sys
import tempfile

PROGRAM = os.path.abspath(sys.argv[1])
REPO = os.path.abspath(sys.argv[2])

ARTICLE = """Thành phố dự kiến chi 1.200 tỷ đồng cho cầu Bình Minh
Ông Trần Văn Hải, Giám đốc Sở Giao thông, cho biết tổng mức đầu tư của cầu Bình Minh là 1.200 tỷ đồng.
"Chúng tôi sẽ cần ít nhất 300 tỷ đồng cho giải phóng mặt bằng", ông Hải nói.
"""

_scratch = tempfile.TemporaryDirectory(prefix="socai-test-")
_failures = []


def path(name):
    return os.path.join(_scratch.name, name)


def write(name, content):
    """Writes text or bytes to a file of the scratch folder; returns its path."""
    os.makedirs(os.path.dirname(path(name)), exist_ok=True)
    with open(path(name), "wb") as file:
        file.write(content if isinstance(content, bytes) else content.encode())
    return path(name)


def read(name):
    with open(path(name), "rb") as file:
        return file.read()


class Result:
    def __init__(self, args, done):
        self.args, self.code = args, done.returncode
        self.out, self.err = done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")
        self.bytes = done.stdout

    def __str__(self):
        return f"$ socai {' '.join(self.args)}\n[exit code {self.code}]\n{self.out[-2000:]}{self.err[-2000:]}"

    def records(self):
        return [json.loads(line) for line in self.out.splitlines()]


def socai(*args, input=b"", env=None, **more):
    """Runs the program in the scratch folder, in English unless `env` says otherwise."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "SOCAI_", "COLUMNS", "NO_COLOR"))}
    clean.update(env or {})
    done = subprocess.run([PROGRAM, *args], input=input, capture_output=True, cwd=_scratch.name, env=clean, timeout=120,
                          **more)
    return Result(args, done)


def expect(what, ok, shown=""):
    if not ok:
        _failures.append(what)
        print(f"FAILED: {what}\n{shown}")


def expect_run(what, result, code=0, out=(), err=(), not_err=()):
    """The exit code, and texts that must or must not stand in the streams."""
    expect(f"{what}: exit code {code}", result.code == code, result)
    for text in out:
        expect(f"{what}: output has {text!r}", text in result.out, result)
    for text in err:
        expect(f"{what}: standard error has {text!r}", text in result.err, result)
    for text in not_err:
        expect(f"{what}: standard error lacks {text!r}", text not in result.err, result)
    return result


def finish():
    print("failed: " + "; ".join(_failures) if _failures else "ok")
    sys.exit(1 if _failures else 0)
