# SPDX-License-Identifier: Apache-2.0
"""The command line: help, languages, mistakes and the advice on them."""
import re

from support.run import expect, expect_run, finish, socai

help_page = expect_run("help", socai("--help"), out=["Usage: socai", "Exit codes:", "130  interrupted", "Commands:"])
commands = re.findall(r"^  ([a-z]+) {2,}\S", help_page.out.split("Commands:")[1].split("Options:")[0], re.M)
expect("the commands are there", {"extract", "ingest", "claims", "audit", "show", "log", "diff", "verify", "rules", "eval",
                                  "version"} <= set(commands), help_page)
for command in commands:
    page = expect_run(f"help of {command}", socai(command, "--help"), out=[f"socai {command}: ", "Examples:"])
    expect(f"examples of {command} name it", f"  socai {command}" in page.out, page)
    vi = expect_run(f"help of {command} in Vietnamese", socai(command, "--help", "--lang", "vi"), out=["Cách dùng:", "Ví dụ:"])
    expect(f"help of {command} is as long in both languages", abs(len(vi.out.splitlines()) - len(page.out.splitlines())) < 8)

expect_run("no command", socai(), 2, err=["a command is missing", "socai --help"])
expect_run("unknown command", socai("clams"), 2, err=["'clams'", "did you mean 'claims'?"])
expect_run("unknown option", socai("claims", "--currancy", "USD"), 2, err=["'--currancy'", "did you mean '--currency'?"])
expect_run("unknown format", socai("extract", "--format", "jsonn"), 2, err=["'jsonn'", "text|jsonl"])
expect_run("missing value", socai("claims", "--by"), 2, err=["--by"])
expect_run("one word too many", socai("log", "x"), 2, err=["'x'"])
expect_run("in Vietnamese", socai("--lang", "vi", "clams"), 2, err=["lỗi:", "không có lệnh 'clams'", "'claims'"])
expect_run("LC_ALL=vi_VN.UTF-8", socai(env={"LC_ALL": "vi_VN.UTF-8"}), 2, err=["thiếu tên lệnh"])
expect_run("LC_MESSAGES=vi_VN", socai(env={"LC_MESSAGES": "vi_VN", "LANG": "en_US.UTF-8"}), 2, err=["thiếu tên lệnh"])
expect_run("LC_ALL before LANG", socai(env={"LC_ALL": "C", "LANG": "vi_VN.UTF-8"}), 2, err=["a command is missing"])
expect_run("--lang before all", socai("--lang", "en", env={"LC_ALL": "vi_VN.UTF-8"}), 2, err=["a command is missing"])
expect_run("unknown language", socai("--lang", "fr", "log"), 2, err=["'fr'", "en|vi"])

expect_run("an option before its command", socai("--ledger", "x.db", "claims"), 2,
           err=["'--ledger' stands before its command", "socai claims --ledger"], not_err=["did you mean"])
for command in (["claims", "--limit"], ["log", "--limit"], ["audit", "--details"], ["eval", "x", "--misses"], ["extract", "--threads"]):
    for value in ("-1", "many", "1.5", "99999999999999999999"):
        expect_run(f"{command} {value}", socai(*command, value), 2, err=[f"{command[-1]}: '{value}' is no whole number"])
expect_run("no number, in Vietnamese", socai("--lang", "vi", "log", "--limit", "x"), 2, err=["'x' không phải là số nguyên"])
expect_run("an empty path of a ledger", socai("claims", "--ledger", ""), 2, err=["--ledger", "empty"])

version = expect_run("version", socai("version", "--format", "json")).records()[0]
expect("version names the rules", len(version["rules"]) == 64 and re.match(r"\d+\.\d+", version["version"]), version)
expect_run("--version", socai("--version"), out=["socai " + version["version"]])
finish()
