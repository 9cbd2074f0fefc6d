"""The handover of an officer to a successor: `handover`."""

from __future__ import annotations

import datetime
from typing import Any, NamedTuple

import click

import probity as pb
from probity import labels
from probity.cli.arguments import takes_output
from probity.cli.obligation_sheet import records_of, sheet_of
from probity.cli.output import Output, Part, Sheet, fields, iso
from probity.cli.programmes import Asked, asks
from probity.cli.questions import chosen, with_titles
from probity.cli.status import LINE, TASK, line_texts
from probity.text import Text
from probity.types import Language
from probity.words import DONE, DROPPED, say, say_day

#: The columns of the tasks that are open.
OPEN = "id title state owner due"


class Coming(NamedTuple):
    """Something that falls due, or is to be, in the days that are asked about."""

    date: datetime.date
    kind: Text
    id: str
    title: Text
    owner: str


@click.command(short_help="List for a successor what is open, coming, undecided and presumed.")
@click.option(
    "--days",
    type=click.IntRange(1, 366),
    default=90,
    show_default=True,
    help="How many days ahead to look.",
)
@asks
@takes_output(csv=False)
def handover(asked: Asked, days: int, output: Output) -> None:
    """Lists the work that an officer leaves to a successor, from the record alone.

    Tasks that are open, with those that are late; what falls due or takes place in the next --days;
    obligations past their deadline; what waits for a decision; and what counts although nothing on
    record shows it.
    """
    lang = output.lang
    until = asked.on + datetime.timedelta(days)
    programme = asked.programme
    tasks = [task for task in programme.tasks if task.state not in (*DONE, *DROPPED)]
    tasks.sort(key=lambda task: (task.due is None, task.due or asked.on, task.id))
    soon = coming(asked, tasks, until)
    owed = list(asked.view.obligations(state="late"))
    decisions = asked.view.brief().decisions
    late = {task.task for group in asked.view.overdue() for task in group.tasks}
    presumed = {
        each.id: gone for each in programme.observances if (gone := presumed_days(each, asked.on))
    }
    parts: list[Part] = [asked.heading(lang)]
    parts += listed("open", len(tasks), lang, late=len(late))
    parts.append(Sheet(with_titles(programme, chosen(pb.Task, OPEN)), tasks))
    parts += listed("coming", len(soon), lang, days=days)
    parts.append("\n".join(coming_text(each, programme, lang) for each in soon))
    if programme.obligations:
        parts += listed("owed", len(owed), lang)
        parts += [sheet_of(asked, owed)] if owed else []
    parts += listed("decisions", len(decisions), lang)
    parts.append("\n".join(line_texts(decisions, lang)))
    parts += listed("presumed", len(presumed), lang)
    parts.append(
        "\n".join(
            presumed_text(programme.observance(id), gone, lang) for id, gone in presumed.items()
        )
    )
    output.show(
        parts,
        lambda: {
            **asked.record(),
            "until": iso(until),
            "open": [fields(task, TASK) for task in tasks],
            "coming": [
                {"date": iso(each.date), "id": each.id, **fields(each, "kind title owner")}
                for each in soon
            ],
            "owed": records_of(owed),
            "decisions": [fields(line, LINE) for line in decisions],
            "late": sorted(late),
            "presumed": {id: [iso(day) for day in gone] for id, gone in presumed.items()},
        },
    )


def listed(what: str, number: int, lang: Language, **values: Any) -> list[Part]:
    """The heading of a part, or the sentence that there is nothing in it."""
    key = f"cli.handover.{what}" if number else f"cli.handover.no_{what}"
    return [say(key, lang, number=number, **values)]


def coming(asked: Asked, tasks: list[pb.ProgrammeTask], until: datetime.date) -> list[Coming]:
    """The open tasks that fall due and the entries of the calendar that begin from the day on, up
    to a day, without that day; in order."""
    due = labels.MOVE_KINDS["due_date"]
    found = [
        Coming(task.due, due, task.id, task.title, task.owner)
        for task in tasks
        if task.due is not None and asked.on <= task.due < until
    ]
    for year in range(asked.on.year, until.year + 1):
        for entry in asked.programme.calendar(year, asked.workdays):
            in_another = entry.held_in and not entry.has_own_days
            if asked.on <= entry.begin < until and entry.takes_place and not in_another:
                kind = labels.ENTRY_KINDS[entry.kind]
                found.append(Coming(entry.begin, kind, entry.id, entry.title, ""))
    return sorted(found, key=lambda each: (each.date, each.id))


def coming_text(each: Coming, programme: pb.Programme, lang: Language) -> str:
    """ "2026-10-30  Due date  과제-2 수의계약 점검 (재무과)"."""
    titles = {unit.id: unit.title.to(lang) for unit in programme.institution.units}
    owner = f" ({titles.get(each.owner, each.owner)})" if each.owner else ""
    title = each.title.to(lang)
    name = f"{each.id} {title}" if each.owner and title != each.id else title or each.id
    return f"  {say_day(each.date, lang)}  {each.kind.to(lang)}  {name}{owner}"


def presumed_days(observance: pb.ProgrammeObservance, on: datetime.date) -> list[datetime.date]:
    """The days by the rule, of the year of a day, that have gone by without a record that says
    what became of them."""
    said = {
        record.nominal
        for record in observance.records
        if record.status is not None or (record.on is not None and record.on >= record.observed)
    }
    year = datetime.date(on.year, 1, 1)
    return [
        span.begin
        for rule in observance.rules
        for span in rule.spans().between(max(year, rule.begin), on)
        if span.end is not None
        and span.end <= on
        and span.begin >= max(year, rule.begin)
        and (rule.end is None or span.begin < rule.end)
        and span.begin not in said
    ]


def presumed_text(
    observance: pb.ProgrammeObservance, days: list[datetime.date], lang: Language
) -> str:
    """ "Integrity Week: 2 presumed (2026-01-12, 2026-02-16); record whether they were held"."""
    shown = ", ".join(say_day(day, lang) for day in days)
    said = say("cli.handover.presumed_of", lang, number=len(days), days=shown)
    return f"  {observance.title.to(lang)}: {said}"


COMMANDS = {"handover": handover}
