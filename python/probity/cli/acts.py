"""Steps that are recorded into the programme's file: who takes them, from which day, why; and what
is said of them.

    def change(draft: Draft) -> None:
        draft.step("task.adopted", "T-07")

    Act(...).record(change, output)       # 과제-1 계약 공개 점검: 과제 채택 (2026. 1. 10., kim)
"""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, NamedTuple

import click

import probity as pb
from probity.cli import naming
from probity.cli.arguments import Function, now, takes_output, today, with_options
from probity.cli.changes import Change, Told, show_changes
from probity.cli.errors import Refused
from probity.cli.language import refusal
from probity.cli.output import Output
from probity.cli.programmes import (
    PROGRAMMES,
    file_option,
    found_programme,
    journals_here,
    load_programme,
)
from probity.cli.recording import recording_options
from probity.words import say

if TYPE_CHECKING:
    from probity.types import Language

#: A day that is farther than this from every day that is known is asked about.
A_YEAR = datetime.timedelta(366)


class Draft:
    """A programme to which steps are being taken, each checked against the one before."""

    def __init__(self, programme: pb.Programme, act: Act) -> None:
        self.programme = programme
        self.act = act
        self.near = known_days(programme)
        self.changes: list[Change] = []

    def words(self, name: str, **values: object) -> str:
        """A sentence of the command line in the language of whoever records."""
        return say(f"cli.{name}", self.act.lang, **values)

    def find(self, kind: str, said: str, place: str) -> str:
        return naming.find(self.programme, kind, said, place)

    def step(
        self,
        kind: str,
        subject: str,
        body: dict[str, Any] | None = None,
        *,
        on: datetime.date | None = None,
        reason: str | None = None,
    ) -> pb.Event:
        """Takes a step of any kind, whose body is as documents have it."""
        from probity._core import _step

        act = self.act
        text = "" if body is None else json.dumps(body, ensure_ascii=False)
        why = act.reason if reason is None else reason
        for said in (subject, text, act.by, why):
            said.encode()  # raises UnicodeError for bytes that were typed and are no UTF-8
        return self.add(_step(self.programme, kind, subject, text, on or act.on, act.by, why))

    def add(self, event: pb.Event) -> pb.Event:
        after = self.programme.apply(event)
        self.changes.append(Change(self.programme, after, event))
        self.programme = after
        return event


class Act(NamedTuple):
    """By whom a step is taken, from which day it is true, why, and in which file."""

    file: str
    on: datetime.date
    by: str
    reason: str
    dry_run: bool
    sure: bool
    lang: Language

    @property
    def said(self) -> dict[str, Any]:
        """As the commands of the package take it."""
        return {"on": self.on, "by": self.by, "reason": self.reason}

    def record(
        self,
        change: Callable[[Draft], None],
        output: Output,
        told: Callable[[], Told] = Told,
    ) -> None:
        """Takes the steps under a lock, on the programme as it then is, and says what changed, and
        what is to be told beside it."""
        taken: list[Change] = []

        def changed(current: pb.Programme) -> pb.Programme:
            draft = Draft(current, self)
            self.check_day("--on", self.on, draft.near)
            change(draft)
            taken[:] = draft.changes
            return draft.programme

        if self.dry_run:
            later = changed(load_programme(self.file))
        else:
            from probity._core import _update

            later, _ = _update(self.file, changed, clock=now)
        events = list(later.history[len(later.history) - len(taken) :])
        show_changes(self, taken, events, output, told())

    def check_day(self, place: str, day: datetime.date, near: list[datetime.date]) -> None:
        """Refuses a day that is more than a year from all that are known, as one of a mistyped
        year is, unless that is meant."""
        if self.sure or not near or any(abs(day - each) <= A_YEAR for each in near):
            return
        nearest = min(near, key=lambda each: abs(day - each))
        raise Refused(refusal("year_away", place=place, day=day, nearest=nearest))


def known_days(programme: pb.Programme) -> list[datetime.date]:
    """Today, and the day of the last event: days near which something is recorded."""
    last = [event.effective for event in programme.history[-1:]]
    return [today(), *last]


# Options ------------------------------------------------------------------------------------------


def takes_act(function: Function) -> Function:
    """-f, --on, --by, --reason, --dry-run, --sure, --lang, --json: the function is given `act` and
    `output`."""

    @takes_output(csv=False)
    @wraps(function)
    @click.pass_context
    def command(
        context: click.Context,
        /,
        *args: Any,
        file: str | None,
        on: datetime.date,
        by: str,
        reason: str,
        dry_run: bool,
        sure: bool,
        output: Output,
        **others: Any,
    ) -> Any:
        act = Act(programme_file(context, file), on, by, reason, dry_run, sure, output.lang)
        return function(*args, act=act, output=output, **others)

    return with_options(command, *act_options(), file_option)


def act_options() -> list[Any]:
    return [
        *recording_options(),
        click.option("--reason", default="", metavar="WORDS", help="Why."),
        click.option("--dry-run", is_flag=True, help="Say what would change, and record nothing."),
        click.option("--sure", is_flag=True, help="Take a day that is more than a year away."),
    ]


def programme_file(context: click.Context, file: str | None) -> str:
    """The file of the programme to which something is recorded.

    Raises Refused for a programme that is shipped, and UsageError if none can be told.
    """
    found = found_programme(context, file)
    if found is None:
        here = journals_here()
        which = "which_programme_here" if here else "which_programme"
        raise click.UsageError(refusal(which, here=", ".join(here)))
    if not os.path.exists(found):
        if found in PROGRAMMES:
            raise Refused(refusal("shipped", name=found))
        raise Refused(refusal("no_file", name=found))
    return found
