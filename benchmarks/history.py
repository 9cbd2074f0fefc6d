"""A portfolio of 243 offices side by side with pandas and SQLite, in one run.

    python benchmarks/history.py [events] [--write]

A million made-up events unless another number is given, the same ones as in history.cpp. pandas
and SQLite are given a table with a row for each event, which already says what the task was from
then on: its state, its owner, its due day. All that is compared takes turns, round after round, and
a figure is the best of its rounds after one that warms up. Every answer is first held against the
portfolio's. Without pandas its column is left out.

--write also runs the C++ benchmark of the release preset and renews the part on histories of
docs/benchmarks.md.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import json
import pathlib
import sqlite3
from collections.abc import Callable

import numpy as np
from measuring.cpp import cpp, cpp_time
from measuring.pages import PAGE, ROOT, beside, shown, table, write_part
from measuring.timing import Times, measure
from workdays import measured_on

import probity as pb

try:
    import pandas as pd
except ImportError:
    pd = None

BEGIN_MARK, END_MARK = "<!-- histories: begin -->", "<!-- histories: end -->"
PROGRAM = ROOT / "build" / "release" / "benchmarks" / "probity_history_benchmark"

OFFICES, UNITS, BANDS, EVENTS_A_TASK = 243, 30, 11, 8
ORIGIN = datetime.date(2023, 1, 2)
ON = datetime.date(2025, 3, 14)
WINDOW = (datetime.date(2023, 1, 1), datetime.date(2027, 1, 1))
KINDS = ("practice_task", "improvement_measure", "action_item")
# The states after each of a task's eight events, as numbers in the order of TaskState.
STATES = np.array([0, 1, 1, 1, 2, 4, 5, 6], dtype=np.int8)
SUBMITTED = 4
HEADINGS = {
    "events": "Taking events in and folding them",
    "questions": "Asking about all offices",
}


def day_number(date: datetime.date) -> int:
    return (date - datetime.date(1970, 1, 1)).days


# ------------------------------------------------------------------------------------ the events


class Tasks:
    """The made-up tasks in arrays, and the days of their eight events."""

    def __init__(self, events: int) -> None:
        i = np.arange(events // EVENTS_A_TASK)
        self.office = i % OFFICES
        self.unit = i // OFFICES % UNITS
        self.next_unit = (self.unit + 1 + i % 7) % UNITS
        self.weight = 1 + i % 3
        begin = i * 7919 % 1095
        self.due = begin + 60 + i % 60  # and two weeks later once it has moved
        gaps = [begin, 3 + i % 5, 1 + 0 * i, 2 + 0 * i, 5 + i % 11, 20 + i % 90, i % 9, 1 + i % 20]
        self.days = np.cumsum(np.stack(gaps, axis=1), axis=1)

    def __len__(self) -> int:
        return len(self.office)


def date_text(day: int) -> str:
    return str(ORIGIN + datetime.timedelta(days=int(day)))


def event_parts(tasks: Tasks, i: int) -> list[dict]:
    """What the events of a task say beyond their days."""
    number, unit, moved = i + 1, int(tasks.unit[i]), int(tasks.next_unit[i])
    team, head = "integrity-team", "department-head"
    proposed = {
        "id": f"T-{number}",
        "kind": KINDS[i % 3],
        "title": {"ko": f"민원 처리 절차 개선 {number}", "en": f"Clearer petitions {number}"},
        "owner": f"unit-{unit + 1}",
        "band": f"B-{unit % BANDS + 1}",
        "due": date_text(tasks.due[i]),
    }
    if tasks.weight[i] != 1:
        proposed["weight"] = int(tasks.weight[i])
    proof = {"name": f"proof-{number}.pdf", "media_type": "application/pdf", "sha256": "7" * 64}
    assigned = {"owner": f"unit-{moved + 1}", "band": f"B-{moved % BANDS + 1}"}
    return [
        {"actor": team, "kind": "task.proposed", "body": proposed},
        {"actor": "integrity-council", "kind": "task.adopted"},
        {"actor": team, "kind": "task.assigned", "body": assigned},
        {
            "actor": team,
            "kind": "task.rescheduled",
            "body": {"due": date_text(tasks.due[i] + 14)},
            "reason": "the new department needs two weeks more",
        },
        {"actor": head, "kind": "task.started"},
        {"actor": head, "kind": "task.submitted", "body": {"evidence": [proof]}},
        {"actor": "audit-office", "kind": "task.verified"},
        {"actor": team, "kind": "task.closed"},
    ]


def founding(office: int) -> dict:
    number = office + 1
    bands = [
        {"id": f"B-{band + 1}", "units": [f"unit-{u + 1}" for u in range(band, UNITS, BANDS)]}
        for band in range(BANDS)
    ]
    units = [
        {"id": f"unit-{u + 1}", "title": {"ko": f"부서 {u + 1}", "en": f"Department {u + 1}"}}
        for u in range(UNITS)
    ]
    return {
        "format": "probity-programme/1",
        "id": f"office-{number}",
        "title": {"ko": f"청렴 프로그램 {number}", "en": f"Integrity programme {number}"},
        "institution": {
            "name": {"ko": f"구청 {number}", "en": f"District office {number}"},
            "head": {
                "post": {"ko": "구청장", "en": "Mayor"},
                "name": {"ko": "없음", "en": "Nobody"},
            },
            "units": units,
        },
        "banding": {"title": {"ko": "혁신밴드", "en": "Innovation Band"}, "bands": bands},
    }


class Chain:
    """Seals line after line as a history in JSON Lines has it."""

    def __init__(self) -> None:
        self.digest = ""

    def seal(self, line: dict) -> str:
        text = json.dumps(line, ensure_ascii=False, separators=(",", ":"))
        self.digest = hashlib.sha256(f"{self.digest}\n{text}".encode()).hexdigest()
        return f'{text[:-1]},"digest":"{self.digest}"}}\n'


def programme(tasks: Tasks, office: int) -> pb.Programme:
    """An office's programme, read from the text of its history."""
    document = json.loads(pb.Programme.parse(json.dumps(founding(office))).to_json())
    chain = Chain()
    lines = [chain.seal({"format": "probity-history/1", "founding": document})]
    steps = [
        (int(tasks.days[i, k]), f"T-{i + 1}", part)
        for i in range(office, len(tasks), OFFICES)
        for k, part in enumerate(event_parts(tasks, i))
    ]
    steps.sort(key=lambda step: step[0])
    for number, (day, subject, part) in enumerate(steps, 1):
        date = date_text(day)
        line = {"number": number, "effective": date, "recorded": f"{date}T00:00:00Z"}
        line |= {"actor": part["actor"], "kind": part["kind"], "subject": subject}
        line |= {key: part[key] for key in ("body", "reason") if key in part}
        lines.append(chain.seal(line))
    return pb.Programme.parse("".join(lines))


def event_rows(tasks: Tasks, kr: pb.WorkCalendar) -> dict[str, np.ndarray]:
    """The table of the peers: for each event what its task is from then on, task by task."""
    n = len(tasks)
    late = np.arange(EVENTS_A_TASK)
    origin = day_number(ORIGIN)
    owners = np.where(late < 2, tasks.unit[:, None], tasks.next_unit[:, None])
    due = np.where(late < 3, tasks.due[:, None], tasks.due[:, None] + 14)
    due_days = kr.roll((due + origin).ravel().astype("datetime64[D]"), "following")
    done = (STATES >= 5).astype(np.int64)
    return {
        "task": np.repeat(np.arange(n), EVENTS_A_TASK),
        "owner": (tasks.office[:, None] * UNITS + owners).ravel(),
        "day": (tasks.days + origin).ravel(),
        "state": np.tile(STATES, n),
        "due_day": due_days.astype(np.int64),
        "weight": np.repeat(tasks.weight, EVENTS_A_TASK),
        # By how much an event changes how many there are, and how many are done.
        "more": np.tile((late == 0).astype(np.int64), n),
        "more_done": np.tile(np.diff(done, prepend=0), n),
    }


# --------------------------------------------------------------------------------------- pandas


class Pandas:
    def __init__(self, rows: dict[str, np.ndarray]) -> None:
        self.rows = rows
        self.events = pd.DataFrame(rows)

    def fold(self) -> pd.DataFrame:
        """The last state of each task; its rows are already in order."""
        return pd.DataFrame(self.rows).groupby("task", sort=False).last()

    def progress(self) -> pd.DataFrame:
        on = day_number(ON)
        known = self.events[self.events.day <= on]
        last = known[~known.task.duplicated(keep="last")]
        last = last.assign(
            done=last.state >= 5,
            overdue=(last.due_day < on)
            & ((last.state < SUBMITTED) | ((last.state == SUBMITTED) & (last.day > last.due_day))),
        )
        last = last.assign(done_weight=last.weight * last.done)
        return last.groupby("owner").agg(
            total=("task", "size"),
            done=("done", "sum"),
            overdue=("overdue", "sum"),
            total_weight=("weight", "sum"),
            done_weight=("done_weight", "sum"),
        )

    def burnup(self) -> pd.DataFrame:
        begin = day_number(WINDOW[0])
        weeks = np.maximum(-(-(self.events.day - begin) // 7), 0)
        return self.events[["more", "more_done"]].groupby(weeks).sum().cumsum()


# --------------------------------------------------------------------------------------- SQLite

PROGRESS_SQL = """
SELECT owner, count(*), sum(state >= 5), sum(due_day < :on AND (state < 4
       OR (state = 4 AND day > due_day))), sum(weight), sum(weight * (state >= 5))
FROM (SELECT owner, state, day, due_day, weight, max(number) FROM events
      WHERE day <= :on GROUP BY task)
GROUP BY owner ORDER BY owner"""
BURNUP_SQL = """
SELECT week, sum(more) OVER (ORDER BY week), sum(more_done) OVER (ORDER BY week)
FROM (SELECT max((day - :begin + 6) / 7, 0) AS week, sum(more) AS more, sum(more_done) AS more_done
      FROM events GROUP BY week)"""


class SQLite:
    def __init__(self, rows: dict[str, np.ndarray]) -> None:
        self.lines = list(zip(*(column.tolist() for column in rows.values()), strict=True))
        self.names = ", ".join(rows)
        self.marks = ", ".join("?" * len(rows))
        self.database = self.fold()

    def fold(self) -> sqlite3.Connection:
        """Takes the rows in and indexes them by task and day."""
        database = sqlite3.connect(":memory:")
        database.execute(f"CREATE TABLE events (number INTEGER PRIMARY KEY, {self.names})")
        database.executemany(f"INSERT INTO events ({self.names}) VALUES ({self.marks})", self.lines)
        database.execute("CREATE INDEX by_task ON events (task, day)")
        return database

    def progress(self) -> list[tuple]:
        return self.database.execute(PROGRESS_SQL, {"on": day_number(ON)}).fetchall()

    def burnup(self) -> list[tuple]:
        return self.database.execute(BURNUP_SQL, {"begin": day_number(WINDOW[0])}).fetchall()


# ------------------------------------------------------------------------------------- measuring


class Ours:
    def __init__(self, portfolio: pb.Portfolio, kr: pb.WorkCalendar) -> None:
        self.portfolio, self.kr = portfolio, kr

    def progress(self) -> dict[str, np.ndarray]:
        return self.portfolio.progress_columns(ON, by="owner", workdays=self.kr)

    def burnup(self) -> dict[str, np.ndarray]:
        return self.portfolio.burnup_columns(*WINDOW)


def check_answers(ours: Ours, peers: dict[str, Pandas | SQLite]) -> None:
    """All give the same rows for the owners, and the same points for the weeks that have events."""
    progress, burnup = ours.progress(), ours.burnup()
    names = ("total", "done", "overdue", "total_weight", "done_weight")
    expected = np.stack([progress[name] for name in names], axis=1)
    points = np.stack([burnup["total"], burnup["done"]], axis=1)
    for peer in peers.values():
        if isinstance(peer, SQLite):
            found = np.array(peer.progress(), dtype=np.int64).reshape(-1, 6)[:, 1:]
            weeks = np.array(peer.burnup(), dtype=np.int64).reshape(-1, 3)
            week, sums = weeks[:, 0], weeks[:, 1:]
        else:
            found = peer.progress()[list(names)].to_numpy(dtype=np.int64)
            frame = peer.burnup()
            week, sums = frame.index.to_numpy(), frame.to_numpy()
        assert np.array_equal(found, expected), f"{type(peer).__name__}: another progress"
        within = week < len(points)
        assert np.array_equal(sums[within], points[week[within]]), (
            f"{type(peer).__name__}: another burn-up"
        )


def compare(ours: Ours, peers: dict[str, Pandas | SQLite]) -> dict[str, Times]:
    """Nanoseconds of each question, by who was asked."""
    asked: dict[str, dict[str, Callable[[], object]]] = {
        "as of a date, by owner": {"probity": ours.progress},
        "weekly burn-up of four years": {"probity": ours.burnup},
        "fold": {},
    }
    for name, peer in peers.items():
        asked["as of a date, by owner"][name] = peer.progress
        asked["weekly burn-up of four years"][name] = peer.burnup
        asked["fold"][name] = peer.fold
    found = {}
    for question, those in asked.items():
        slow = question == "fold"
        functions = {who: (run, 1.0) for who, run in those.items()}
        found[question] = measure(functions, rounds=3 if slow else 15)
    return found


def questions_table(found: dict[str, Times]) -> str:
    rows = [
        [question, shown(times["probity"]), beside(times, "pandas"), beside(times, "SQLite")]
        for question, times in found.items()
        if question != "fold"
    ]
    return table(["in Python", "probity", "pandas", "SQLite"], rows)


def events_table(found: dict[str, Times], medians: dict[str, dict]) -> str:
    fold = found["fold"] | {"probity": cpp_time(medians["fold"])}
    alone = {
        "one event more, recorded and applied": "one_event/0",
        "the same, true from a week before the last day": "one_event/7",
        "the same, true from ninety days before": "one_event/90",
        "20,000 imported tasks, adopted one by one": "adopt_one_by_one",
    }
    rows = [
        ["fold", shown(fold["probity"]), beside(fold, "pandas"), beside(fold, "SQLite")],
        ["take into histories, each event checked", shown(cpp_time(medians["append"])), "-", "-"],
        ["build a portfolio of the programmes", shown(cpp_time(medians["build"])), "-", "-"],
        ["as of a date, by owner", shown(cpp_time(medians["progress/owner"])), "-", "-"],
        ["as of a date, by programme", shown(cpp_time(medians["progress/programme"])), "-", "-"],
        ["weekly burn-up of four years", shown(cpp_time(medians["weekly_burnup"])), "-", "-"],
        *([what, shown(cpp_time(medians[name])), "-", "-"] for what, name in alone.items()),
        ["memory, bytes an event", f"{medians['append']['bytes_an_event']:.0f}", "-", "-"],
    ]
    return table(["in C++ (the peers in Python)", "probity", "pandas", "SQLite"], rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("events", type=int, nargs="?", default=1_000_000)
    parser.add_argument("--write", action="store_true", help=f"renew docs/{PAGE.name}")
    parser.add_argument(
        "--program", type=pathlib.Path, default=PROGRAM, help="the C++ benchmark, for --write"
    )
    options = parser.parse_args()
    kr = pb.WorkCalendar.korea()
    tasks = Tasks(options.events)
    ours = Ours(pb.Portfolio([programme(tasks, office) for office in range(OFFICES)]), kr)
    rows = event_rows(tasks, kr)
    peers: dict[str, Pandas | SQLite] = {"SQLite": SQLite(rows)}
    if pd is not None:
        peers["pandas"] = Pandas(rows)
    check_answers(ours, peers)
    found = compare(ours, peers)
    answers = questions_table(found)
    print(answers)
    print("\nfold: " + ", ".join(f"{who} {shown(time)}" for who, time in found["fold"].items()))
    if options.write:
        medians, context = cpp(options.program)
        versions = f"SQLite {sqlite3.sqlite_version}"
        machine = f"Measured on: {measured_on(context)[:-1]}, {versions}."
        write_part(BEGIN_MARK, END_MARK, [machine, events_table(found, medians), answers])


if __name__ == "__main__":
    main()
