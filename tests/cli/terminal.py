# SPDX-License-Identifier: Apache-2.0
"""On a terminal: tables cut to its width, colour, and what turns colour off."""
import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
import unicodedata

from support.run import ARTICLE, PROGRAM, expect, expect_run, finish, path, socai, write

try:
    for end in pty.openpty():
        os.close(end)
except OSError as error:  # a chroot or container without /dev/pts
    print(f"skipped: no terminal can be opened here: {error}")
    sys.exit(77)


def on_terminal(*args, columns=60, env=None):
    """Runs the program with its standard output on a terminal of that many columns; its output."""
    main, side = pty.openpty()
    fcntl.ioctl(side, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    clean = {"PATH": os.environ["PATH"], "TERM": "xterm", **(env or {})}
    process = subprocess.Popen([PROGRAM, *args], stdout=side, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL,
                               cwd=path("."), env=clean)
    os.close(side)
    output = b""
    while True:
        try:
            piece = os.read(main, 65536)
        except OSError:  # Linux tells the end of a terminal so
            break
        if not piece:
            break
        output += piece
    process.wait()
    os.close(main)
    return output.decode().replace("\r\n", "\n")


def width(line):
    line = re.sub(r"\x1b\[[0-9;]*m", "", line)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


# Decomposed letters, wide characters and terminal escapes in one subject.
name = unicodedata.normalize("NFD", "Công ty Cổ phần Đầu tư Phát triển Hạ tầng Miền Trung Tây Nguyên")
write("wide.txt", f"Ông Trần Văn Hải cho biết doanh thu của {name} là 1.200 tỷ đồng trong năm 2024.\n" + ARTICLE)
write("escape.txt", "Ông Trần \x1b[31mVăn\x07 Hải cho biết doanh thu là 1.200 tỷ đồng.\n")
expect_run("ingest", socai("ingest", "wide.txt"))

for columns in (50, 60, 80, 120):
    lines = on_terminal("claims", "--lang", "vi", columns=columns).splitlines()
    expect(f"no line is wider than {columns}", lines and max(map(width, lines)) <= columns, "\n".join(lines))
narrow = on_terminal("claims", columns=60)
expect("what is cut ends in …", "…" in narrow, narrow)
expect("COLUMNS decides", max(map(width, on_terminal("claims", columns=60, env={"COLUMNS": "90"}).splitlines())) > 60)
expect("nothing is cut in a pipe", "…" not in socai("claims", env={"COLUMNS": "50"}).out)
lines = socai("claims").out.splitlines()
expect("columns are aligned", len({width(line[:line.rindex(" ")]) for line in lines}) == 1, "\n".join(lines))

expect("colour on a terminal", "\x1b[" in narrow, narrow)
for env in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
    expect(f"no colour with {env}", "\x1b[" not in on_terminal("claims", env=env))
expect("an empty NO_COLOR is none", "\x1b[" in on_terminal("claims", env={"NO_COLOR": ""}))
expect("--color=never", "\x1b[" not in on_terminal("claims", "--color=never"))
expect("--color=always before NO_COLOR", "\x1b[" in socai("claims", "--color=always", env={"NO_COLOR": "1"}).out)
expect("CLICOLOR_FORCE", "\x1b[" in socai("claims", env={"CLICOLOR_FORCE": "1"}).out)
expect("FORCE_COLOR=0 is none", "\x1b[" not in socai("claims", env={"FORCE_COLOR": "0"}).out)

text = socai("extract", "escape.txt").out
expect("escapes of an article never reach the terminal", "\x1b" not in text and "\x07" not in text and text, repr(text))
finish()
