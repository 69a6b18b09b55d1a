#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures extraction of texts made to be slow, at one size and at twice that. Time that grows with the text is
linear: the second takes twice the first. A part that walks back over what it has read shows as four times.

usage: hostile.py PROGRAM [--bytes N] [--runs N] [--only NAME]

Other arguments are ignored, so that one call may run every bench.
"""
import argparse
import os
import resource
import subprocess
import time

LONGEST = 10  # seconds; what takes longer is ended
LIMIT = 3.0  # times the smaller size: linear, with room for caches and noise
SENTENCE = "Theo ông An, công ty chi 5 tỷ đồng cho dự án, còn 1.200 hộ dân nhận từ 3 đến 4 triệu đồng mỗi hộ, "

# One text repeated up to the size. A text without a full stop is one sentence.
TEXTS = {
    "digits": "1234567890",
    "grouped digits": "1.234.567,8 ",
    "scales": "tỷ ",
    "scales of all kinds": "trăm nghìn triệu tỷ ",
    "number words": "hai mươi mốt ",
    "opening brackets": "(",
    "amounts": "5 tỷ đồng ",
    "amounts without a currency": "5 tỷ, ",
    "a list": "3, ",
    "a list of scales": "3 triệu và ",
    "ranges": "từ 5 đến ",
    "rates": "1 USD = ",
    "bare rates": "tỷ giá ở mức 23.076 và ",
    "hedges": "khoảng hơn ",
    "vague": "hàng chục ",
    "slashes": "5 đồng/kg/",
    "counted": "10 triệu tấn so với 9 triệu ",
    "one sentence": SENTENCE,
    "many sentences": SENTENCE.strip(", ") + ". ",
    "lines": "5 tỷ đồng\n",
    "line breaks": "200.000\nUSD ",
}


def limit_time():
    resource.setrlimit(resource.RLIMIT_CPU, (LONGEST, LONGEST))


def seconds(program, text, runs):
    """The fastest of the runs, by processor time: what other programs take does not count. LONGEST if it was ended."""
    best = None
    for _ in range(runs):
        child = subprocess.Popen([program, "extract", "-", "--threads", "1", "--format", "jsonl"],
                                 stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                 preexec_fn=limit_time)
        child.stdin.write(text)
        child.stdin.close()
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode < 0:
            return LONGEST
        assert child.returncode in (0, 1), child.returncode
        taken = usage.ru_utime + usage.ru_stime
        best = taken if best is None else min(best, taken)
    return best


def main():
    parser = argparse.ArgumentParser(description="extraction of hostile texts")
    parser.add_argument("program")
    parser.add_argument("--bytes", type=int, default=500_000)
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--only")
    options, _ = parser.parse_known_args()
    empty = seconds(options.program, b"Tin.\n", 3)
    print(f"hostile texts: seconds of processor time at {options.bytes / 1e6:g} MB and at twice that, "
          f"without the {empty:.3f} s of an empty run\n")
    print(f"{'':28}{'once':>9}{'twice':>9}{'ratio':>8}")
    started = time.monotonic()
    slow = []
    for name, unit in TEXTS.items():
        if options.only and options.only != name:
            continue
        piece = unit.encode()
        small = piece * (options.bytes // len(piece))
        once = max(seconds(options.program, small, options.runs) - empty, 1e-4)
        ended = once > LONGEST - 1
        twice = LONGEST if ended else max(seconds(options.program, small * 2, options.runs) - empty, 1e-4)
        ratio = twice / once
        if ended or (ratio > LIMIT and twice > 0.1):
            slow.append(name)
        print(f"{name:28}{once:9.3f}{twice:9.3f}{ratio:8.2f}"
              f"{'  ended' if ended else '  not linear' if name in slow else ''}", flush=True)
    verdict = "all grow with their size" if not slow else "more than linear: " + ", ".join(slow)
    print(f"\n{verdict} ({time.monotonic() - started:.0f} s)")


if __name__ == "__main__":
    main()
