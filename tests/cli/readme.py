# SPDX-License-Identifier: Apache-2.0
"""README.md and README.vi.md: every command runs, prints what the README shows, and every link leads somewhere."""
import os
import re
import subprocess
import tempfile

from support.run import PROGRAM, REPO, expect, finish


def plain(line):
    """Without what may change with the rules or the machine: ids, hashes, shares."""
    line = re.sub(r"\b[0-9a-f]{8,64}\b", "ID", line)
    return re.sub(r"\d+ %", "N %", line).rstrip()


def run_readme(name):
    with open(os.path.join(REPO, name), encoding="utf-8") as file:
        text = file.read()
    for link in re.findall(r"\]\(([^)#:]+)\)", text):
        expect(f"{name}: {link} exists", os.path.exists(os.path.join(REPO, link)))
    with tempfile.TemporaryDirectory(prefix="socai-readme-") as folder:
        os.makedirs(os.path.join(folder, "bin"))
        os.symlink(PROGRAM, os.path.join(folder, "bin", "socai"))
        env = {k: v for k, v in os.environ.items() if not k.startswith(("SOCAI_", "COLUMNS"))}
        env.update(LC_ALL="C.UTF-8", PATH=os.path.join(folder, "bin") + ":" + os.environ["PATH"])
        output, exports = "", ""
        for language, block in re.findall(r"```(\w+)\n(.*?)```", text, re.S):
            if language == "sh" and "./dev" not in block:
                done = subprocess.run(["bash", "-e", "-c", exports + block], cwd=folder, env=env, capture_output=True,
                                      text=True)
                expect(f"{name} runs: {block.splitlines()[0]} …", done.returncode == 0, block + done.stdout + done.stderr)
                output = done.stdout
                exports += "".join(line + "\n" for line in block.splitlines() if line.startswith("export "))
            elif language == "text":
                shown = [plain(line) for line in output.splitlines()]
                for line in block.splitlines():
                    expect(f"{name}: the program prints {line!r}", plain(line) in shown, output)


run_readme("README.md")
run_readme("README.vi.md")
finish()
