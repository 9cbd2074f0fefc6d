"""The tables that recurrence.py prints and writes."""

from __future__ import annotations

from measuring.cpp import cpp_time
from measuring.pages import beside, ratio, shown, table
from measuring.timing import Times

RULES = {
    "third_wednesday": "FREQ=MONTHLY;BYDAY=3WE",
    "last_weekday": "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "biweekly": "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,FR",
    "week_20": "FREQ=YEARLY;BYWEEKNO=20",
}

# The forms of rule that recurrence.cpp asks, in the order of the page.
FORMS = (
    *("weekly_stepped", "yearly", "monthly", "rare", "with_count", "with_exceptions"),
    *("yearly_stepped", "monthly_stepped", "week_number", "week_number_filtered"),
    *("daily_filtered", "weekly_filtered", "monthly_skip", "lunisolar"),
    *("union", "intersection", "difference", "days_of_weeks"),
)

TWO_THREADS = "probity, 2 threads, time that passes"

HEADINGS = {
    "cpp_expand": "Expanding in C++, one date",
    "expand": "Expanding in Python, one date",
    "cpp_questions": "Questions in C++, nanoseconds within 90 and 7,000 years",
    "questions": "Questions in Python",
    "cpp_making": "Making one in C++",
    "membership": "Membership in Python",
    "rules": "Many rules in Python",
    "cpp_many": "In bulk in C++",
    "start_up": "Starting",
}


def python_tables(found: dict) -> dict[str, str]:
    peers = ["pandas", "rrule.js", "dateutil"]
    return {
        "expand": table(
            ["a hundred years, as an array", "probity", *peers],
            [
                [name_of(rule), shown(times["probity"]), *(beside(times, p) for p in peers)]
                for rule, times in found["expand"].items()
            ],
        ),
        "questions": table(
            ["one question", "within", "probity", *peers],
            [
                [
                    f"`{question}`",
                    f"{years:,} years",
                    shown(times["probity"]),
                    *(beside(times, p) for p in peers),
                ]
                for years, questions in found["questions"].items()
                for question, times in questions.items()
            ],
        ),
        "membership": table(
            ["an array of random dates", "each", "times probity"],
            [
                [who, shown(taken), ratio(taken, found["membership"]["probity"])]
                for who, taken in found["membership"].items()
            ],
        ),
        "rules": table(
            [
                "ten years of a distinct rule, from its text",
                "each",
                "times probity",
                "times its two threads",
            ],
            [
                [
                    who,
                    shown(taken),
                    ratio(taken, found["rules"]["probity"]),
                    ratio(taken, found["rules"][TWO_THREADS]),
                ]
                for who, taken in found["rules"].items()
            ],
        ),
        "start_up": table(
            ["a whole process", "processor time", "over bare Python"],
            [
                [f"`{name}`", f"{taken:.0f} ms", f"{taken - found['start_up']['python']:.0f} ms"]
                for name, taken in found["start_up"].items()
            ],
        ),
    }


def name_of(rule: str) -> str:
    return f"`{RULES[rule]}`"


def cpp_tables(medians: dict[str, dict], python: dict) -> dict[str, str]:
    times = {name: cpp_time(line) for name, line in medians.items()}

    def group(prefix: str) -> Times:
        return {
            name.removeprefix(prefix): taken
            for name, taken in sorted(times.items())
            if name.startswith(prefix)
        }

    hand = {"steps": "by steps", "chrono": "`std::chrono`", "boost": "Boost", "libical": "libical"}
    expanded = []
    for rule in RULES:
        those = group(f"expand/{rule}/")
        interpreted = python["expand"][rule]
        expanded.append(
            [
                name_of(rule),
                shown(those["probity"]),
                *(beside(those, peer) for peer in hand),
                beside(interpreted, "dateutil", those["probity"]),
            ]
        )
    questions = []
    for form in FORMS:
        row = [form.replace("_", " ")]
        for question in ("next_after", "nth", "count", "contains"):
            near, far = times[f"{question}/{form}/90"], times.get(f"{question}/{form}/7000")
            row.append(f"{near:.0f}" + ("" if far is None else f", {far:.0f}"))
        questions.append([*row, shown(times[f"first_access/{form}"])])
    return {
        "cpp_expand": table(
            ["a hundred years, into a buffer", "probity", *hand.values(), "dateutil"], expanded
        ),
        "cpp_questions": table(
            ["form of rule", "`next_after`", "`nth`", "`count`", "`contains`", "first access"],
            questions,
        ),
        "cpp_making": table(
            ["making one", "time"],
            [
                *([f"parse, {k.replace('_', ' ')}", shown(t)] for k, t in group("parse/").items()),
                *(
                    [f"build and take the first date, {k.replace('_', ' ')}", shown(t)]
                    for k, t in group("first_date/").items()
                ),
            ],
        ),
        "cpp_many": table(
            ["in bulk", "each"],
            [
                *(
                    [f"membership, random dates of {k.replace('_', ' ')}", shown(t)]
                    for k, t in group("membership/").items()
                ),
                *(
                    [f"ten years of a distinct rule, {who}", shown(t)]
                    for threads, who in ((1, "one thread"), (2, "two threads, of both"))
                    for k, t in group(f"rules/threads:{threads}/").items()
                ),
            ],
        ),
    }
