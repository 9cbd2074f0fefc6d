"""How a programme stands: `status`."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from itertools import groupby
from typing import Any

import click

import probity as pb
from probity import labels
from probity.cli.arguments import Day, OutputFile, Year, takes_output
from probity.cli.errors import Refused, found
from probity.cli.language import refusal
from probity.cli.output import Output, Part, Sheet, echo, fields, in_words
from probity.cli.papers import takes_hand
from probity.cli.programmes import Asked, asks, ids_of
from probity.cli.questions import chosen, with_titles
from probity.tables import COLUMNS, Column
from probity.tables.column import choice, column
from probity.types import Language, TaskGroup
from probity.words import say, say_day

PROGRESS = "id title total done overdue blocked total_weight done_weight fraction"
TASK = "id title kind state proposed owner band risk_area due weight depends_on indicators"
LINE = "id record date text title what owner"
COUNT = "what year declared recorded undated agrees counts text"


@click.command(short_help="How the tasks stand; the brief; counts.")
@click.option(
    "--by",
    type=click.Choice(["all", "band", "owner", "risk_area", "kind", "state"]),
    help="Progress by this; without it by band where there are tasks in bands.",
)
@click.option("--task", type=ids_of("tasks"), metavar="ID", help="One task and how it came there.")
@click.option("--brief", is_flag=True, help="The brief for the head: the worst first.")
@click.option(
    "--html", metavar="FILE", type=OutputFile(), help="The brief as one page to print, as well."
)
@click.option("--docx", metavar="FILE", type=OutputFile(), help="The brief for Word, as well.")
@click.option(
    "--hwpx", metavar="FILE", type=OutputFile(), help="The brief for Hangul (HWPX), as well."
)
@takes_hand
@click.option("--counts", is_flag=True, help="Recorded counts beside the announced ones.")
@click.option("--since", type=Day(), metavar="DATE", help="Tasks added, dropped, done since then.")
@click.option(
    "--year",
    type=Year(),
    help="Only the year's tasks: those proposed by its end and not done before it began.",
)
@asks
@takes_output()
def status(
    asked: Asked,
    by: str | None,
    task: str | None,
    brief: bool,
    html: str | None,
    docx: str | None,
    hwpx: str | None,
    hand: dict[str, Any],
    counts: bool,
    since: datetime.date | None,
    year: int | None,
    output: Output,
) -> None:
    """How a programme's tasks stand on a day, or stood on a past one.

    Exit code 1 where tasks are overdue; with --brief where something is late or to be decided; with
    --counts where a count differs from the one announced.
    """
    files = {"html": html, "docx": docx, "hwpx": hwpx}
    if any(files.values()) and not brief:
        raise click.UsageError(refusal("html_without_brief"))
    questions = [by is not None, task is not None, brief, counts, since is not None]
    if sum(questions) > 1:
        raise click.UsageError(refusal("one_question"))
    if year is not None and (by == "state" or any(questions[1:])):
        raise click.UsageError(refusal("year_of_progress"))
    if task is not None:
        show_task(asked, task, output)
    elif brief:
        show_brief(asked, files, hand, output)
    elif counts:
        show_counts(asked, output)
    elif since is not None:
        show_changes(asked, since, output)
    elif by == "state":
        show_states(asked, output)
    else:
        show_progress(asked, by, year, output)


# Progress -----------------------------------------------------------------------------------------


def show_progress(asked: Asked, by: Any, year: int | None, output: Output) -> None:
    group: TaskGroup = by or ("band" if any(task.band for task in asked.programme.tasks) else "all")
    groups = asked.view.progress(group, year)
    total = next(iter(asked.view.progress(year=year)), None)
    lang = output.lang
    percent = column("command_line.fraction", "l", lambda row, lang: f"{row.fraction:.0%}")
    columns = [*chosen(pb.Progress, "id title total done overdue blocked"), percent]
    output.show(
        [
            asked.heading(lang),
            totals(total, output),
            Sheet(columns, groups) if group != "all" else "",
        ],
        lambda: {
            **asked.record(),
            "by": group,
            "year": year,
            "all": None if total is None else fields(total, PROGRESS),
            "groups": [fields(each, PROGRESS) for each in groups],
        },
        Sheet(COLUMNS[pb.Progress], groups),
    )
    if total is not None and total.overdue:
        found()


def totals(total: pb.Progress | None, output: Output) -> str:
    counts = {name: getattr(total, name, 0) for name in ("total", "done", "overdue", "blocked")}
    return say("cli.tasks", output.lang, **counts)


def show_states(asked: Asked, output: Output) -> None:
    states = pb.Portfolio([asked.programme]).states(asked.on)
    columns: list[Column] = [
        choice("overdue_task.state", labels.TASK_STATES, lambda row, lang: row[0]),
        column("command_line.tasks", "l", lambda row, lang: row[1]),
    ]
    rows = [(state, number) for state, number in states.items() if number]
    output.show(
        [asked.heading(output.lang), Sheet(columns, rows)],
        lambda: {**asked.record(), "states": states},
        Sheet(columns, list(states.items())),
    )
    total = next(iter(asked.view.progress()), None)
    if total is not None and total.overdue:
        found()


# One task -----------------------------------------------------------------------------------------


def show_task(asked: Asked, id: str, output: Output) -> None:
    task = asked.programme.task(id)
    lang = output.lang
    facts = [
        column
        for column in with_titles(asked.programme, list(COLUMNS[pb.Task]))
        if column.name not in ("id", "title") and column.cell(task, lang)
    ]
    lines = [f"{column.heading(lang)}: {in_words(column, task, lang)}" for column in facts]
    changes: list[Column] = [
        column("command_line.on", "tdD"),
        choice("overdue_task.state", labels.TASK_STATES),
        column("task_change.event", "l"),
    ]
    output.show(
        [
            asked.heading(lang),
            "\n".join([f"{task.id} {task.title.to(lang)}", *lines]),
            Sheet(changes, task.changes),
        ],
        lambda: {
            **asked.record(),
            **fields(task, TASK),
            "evidence": [fields(each, "name media_type sha256") for each in task.evidence],
            "changes": [fields(change, "on state event") for change in task.changes],
        },
        Sheet(COLUMNS[pb.Task], [task]),
    )


# The brief ----------------------------------------------------------------------------------------


def show_brief(
    asked: Asked, files: dict[str, str | None], hand: dict[str, Any], output: Output
) -> None:
    brief = asked.view.brief()
    lang = output.lang
    parts: list[Part] = [asked.heading(lang), totals(brief.progress, output)]
    lines = {name: getattr(brief, name) for name in labels.BRIEF_PARTS}
    for name, those in lines.items():
        if those:
            title = labels.BRIEF_PARTS[name].to(lang)
            parts.append("\n".join([f"{title}:", *line_texts(those, lang)]))
    output.show(
        parts,
        lambda: {
            **asked.record(),
            **fields(brief, "title"),
            "progress": fields(brief.progress, PROGRESS),
            **{name: [fields(line, LINE) for line in those] for name, those in lines.items()},
        },
        Sheet(COLUMNS[pb.Brief], [(name, line) for name, those in lines.items() for line in those]),
    )
    for kind, path in files.items():
        if path is not None:
            getattr(brief, f"to_{kind}")(path, output.lang, **hand)
            echo(f"{path}: {brief.on}", err=True)
    if brief.late or brief.decisions:
        found()


def line_texts(lines: Iterable[pb.BriefLine], lang: Language) -> list[str]:
    """The lines of a list. Words that several neighbours share are said once, above them, with
    their date if they have the same."""
    texts = []
    for what, group in groupby(lines, lambda line: line.what.to(lang)):
        those = list(group)
        if not what or len(those) == 1:
            texts += [f"  {text}" for text in dated_texts(those, lang)]
            continue
        dates = {line.date for line in those}
        shared = dates.pop() if len(dates) == 1 else None
        texts.append(f"  {dated(what, shared, lang)} ({len(those)}):")
        texts += [f"    {text}" for text in dated_texts(those, lang, shared, with_what=False)]
    return texts


def dated_texts(
    lines: Iterable[pb.BriefLine],
    lang: Language,
    shared: datetime.date | None = None,
    with_what: bool = True,
) -> list[str]:
    """The lines with their dates, except for one that they share. Those of a day of which only
    the id is known stand together."""
    texts = []
    for date, group in groupby(lines, lambda line: line.date):
        those = list(group)
        day = None if date == shared else date
        said = [line_text(line, lang, with_what) for line in those]
        ids = [line.id for line, text in zip(those, said, strict=True) if text == line.id]
        texts += [dated(", ".join(ids), day, lang)] if ids else []
        texts += [
            dated(text, day, lang)
            for line, text in zip(those, said, strict=True)
            if text != line.id
        ]
    return texts


def dated(text: str, date: datetime.date | None, lang: Language) -> str:
    return text if date is None else f"{say_day(date, lang)}  {text}"


def line_text(line: pb.BriefLine, lang: Language, with_what: bool = True) -> str:
    """ "T-29 Check conflicts of interest (Urban Planning Division): 11 working days late"."""
    title = line.title.to(lang)
    name = title if title == line.id else f"{line.id} {title}"
    owner = f" ({line.owner.to(lang)})" if line.owner else ""
    said = f": {line.what.to(lang)}" if with_what and line.what else ""
    return f"{name}{owner}{said}"


# Counts and changes -------------------------------------------------------------------------------


def show_counts(asked: Asked, output: Output) -> None:
    rows = asked.programme.reconcile()
    lang = output.lang
    counted = dict.fromkeys(row.counts.to(lang) for row in rows if row.counts)
    output.show(
        [
            asked.heading(lang),
            "\n".join(row.text.to(lang) for row in rows),
            say("cli.counted", lang, what="; ".join(counted)) if counted else "",
        ],
        lambda: {**asked.record(), "counts": [fields(row, COUNT) for row in rows]},
        Sheet(COLUMNS[pb.Reconciliation], rows),
    )
    # Of a sort that can be recorded, nothing on record is a difference too.
    if any(row.agrees is False or (row.agrees is None and row.counts) for row in rows):
        found()


def show_changes(asked: Asked, since: datetime.date, output: Output) -> None:
    if since > asked.on:
        raise Refused(refusal("since_after", since=since, on=asked.on))
    earlier = asked.whole.as_of(since, asked.recorded)
    changes = asked.programme.changes(since=earlier)
    # A dropped task may not be there any more.
    titles = {task.id: task.title for each in (earlier, asked.programme) for task in each.tasks}
    lang = output.lang
    by_kind = {name: getattr(changes, name) for name in labels.CHANGES}
    lines = [
        "\n".join(
            [
                f"{labels.CHANGES[name].to(lang)}: {len(tasks)}",
                *(f"  {id} {titles[id].to(lang)}" for id in tasks),
            ]
        )
        for name, tasks in by_kind.items()
    ]
    task, change = COLUMNS[pb.Changes]
    title = chosen(pb.Task, "title")[0]._replace(value=lambda row, lang: titles[row[1]])
    output.show(
        [asked.heading(lang), "\n".join([f"{say('cli.since', lang, date=since)}:", *lines])],
        lambda: {**asked.record(), "since": since.isoformat(), **by_kind},
        Sheet(
            [task, title, change],
            [(name, id) for name, ids in by_kind.items() for id in ids],
        ),
    )


COMMANDS = {"status": status}
