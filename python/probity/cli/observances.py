"""Weeks and days at the prompt: `observance add`, `change`, `hold`, `skip`, `move`.

An occurrence is named by the date that its rule gives, or by its month if it has one in that month.
"""

from __future__ import annotations

import datetime
from typing import Any

import click

import probity as pb
from probity.cli.acts import Act, Draft, takes_act
from probity.cli.arguments import Day, InputFile
from probity.cli.errors import Refused
from probity.cli.kinds import kinds
from probity.cli.language import refusal
from probity.cli.output import Output, echo
from probity.cli.sentences import days_in_words, occurrences, reading_of, rule_document
from probity.cli.values import day_or_month, ids_in_file, text_document
from probity.cli.verbs import arguments_of, options_of, take
from probity.sentences import is_sentence, parse
from probity.text import slug
from probity.types import Language
from probity.words import say

#: A day on which a week or day is observed that is as far as this from the rule's is asked about.
ALMOST_A_YEAR = datetime.timedelta(350)

OBSERVANCE = click.argument("observance", type=ids_in_file("observance"))


def takes_rule(function: Any) -> Any:
    """--week, --day, --reading: when a week or a day recurs, as a sentence."""
    for option in (
        click.option("--reading", type=int, default=1, metavar="N", help="Which reading of it."),
        click.option(
            "--day", metavar="SENTENCE", help='A day that recurs: "매년 3월 셋째 수요일".'
        ),
        click.option("--week", metavar="SENTENCE", help='A week that recurs: "매월 둘째 주".'),
    ):
        function = option(function)
    return function


def rule_of(week: str | None, day: str | None) -> tuple[str, str] | None:
    """The kind and the sentence that are said; None if none is."""
    if week is not None and day is not None:
        raise click.UsageError(refusal("week_and_day"))
    if week is not None:
        return "week", week
    return None if day is None else ("day", day)


def add_observance(
    draft: Draft,
    id: str,
    kind: str,
    title: str | dict[str, str],
    sentence: str,
    *,
    reading: int = 1,
    begin: datetime.date | None = None,
    more: dict[str, Any] | None = None,
) -> None:
    """Adds a week or day that recurs from a day on by the rule of a sentence."""
    rule = rule_document(sentence, kind, f"--{kind}", reading)
    version = {"begin": (begin or draft.act.on).isoformat(), "rule": rule}
    body = {"id": id, "kind": kind, "title": title, "rules": [version], **(more or {})}
    draft.step("observance.added", id, body)


def show_dates(programme: pb.Programme, observance: str, sentence: str, lang: Language) -> None:
    """Says on standard error which dates a rule means, and by which of its readings."""
    record = programme.observance(observance)
    rule = record.rules[-1]
    title = record.title.to(lang)
    spans = occurrences(rule, rule.begin)
    if spans:
        echo(say("cli.comes", lang, title=title, days=days_in_words(spans, lang)), err=True)
    else:
        echo(say("cli.never_comes", lang, title=title), err=True)
    number = len(parse(sentence).readings) if is_sentence(sentence) else 1
    if number > 1:
        reading = reading_of(sentence, "").title.to(lang)
        echo(f"{title}: {say('cli.read_as', lang, reading=reading, number=number)}", err=True)


# Add and change -----------------------------------------------------------------------------------


@click.command(short_help="A week or day that recurs.")
@click.argument("id")
@click.argument("title", required=False)
@takes_rule
@click.option("--title-en", metavar="WORDS", help="Its name in English.")
@click.option("--begin", type=Day(), metavar="DATE", help="The first day of its rule.")
@click.option("--short-below", type=int, help="A week with fewer working days is short.")
@takes_act
def add(
    act: Act,
    output: Output,
    id: str,
    title: str | None,
    week: str | None,
    day: str | None,
    reading: int,
    title_en: str | None,
    begin: datetime.date | None,
    short_below: int | None,
) -> None:
    """Adds a week or a day that recurs by the rule of a sentence, Korean or English.

    Its dates are shown. A sentence that can be read in several ways is taken in the usual one, or
    in that of --reading; `probity dates` shows the dates of any rule.
    """
    said = rule_of(week, day)
    if said is None:
        raise click.UsageError(refusal("no_rule"))
    kind, sentence = said
    name = id if title is not None else slug(id) or id
    more = {} if short_below is None else {"short_below": short_below}
    added: list[pb.Programme] = []

    def change(draft: Draft) -> None:
        if begin is not None:
            act.check_day("--begin", begin, [act.on, *draft.near])
        words = text_document(title if title is not None else id, title_en)
        add_observance(draft, name, kind, words, sentence, reading=reading, begin=begin, more=more)
        added[:] = [draft.programme]

    act.record(change, output)
    if reading == 1:
        show_dates(added[0], name, sentence, output.lang)


CHANGED = kinds()["observance.changed"]


@takes_rule
@click.option("--begin", type=Day(), metavar="DATE", help="The first day of the new rule.")
@takes_act
def change(
    act: Act,
    output: Output,
    week: str | None,
    day: str | None,
    reading: int,
    begin: datetime.date | None,
    **given: Any,
) -> None:
    """Changes the rule of a week or day, or its name and other words; past dates stay.

    The rule before ends on the day on which the new one begins, --begin or else --on.
    """
    said = rule_of(week, day)
    names = [name for name, value in given.items() if name != "subject" and value not in (None, ())]
    changed: list[tuple[pb.Programme, str]] = []

    def steps(draft: Draft) -> None:
        observance = draft.find("observance", given["subject"], "OBSERVANCE")
        if said is not None:
            kind = draft.programme.observance(observance).kind
            if said[0] != kind:
                named = repr(observance)
                raise Refused(refusal("other_kind", said=said[0], observance=named, kind=kind))
            start = begin or act.on
            act.check_day("--begin", start, [act.on, *draft.near])
            rule = rule_document(said[1], kind, f"--{kind}", reading)
            body = {"begin": start.isoformat(), "rule": rule}
            draft.step("rule.changed", observance, body)
        if names or said is None:
            take(draft, CHANGED, {**given, "subject": observance})
        changed[:] = [(draft.programme, observance)]

    act.record(steps, output)
    if said is not None and reading == 1:
        show_dates(*changed[0], said[1], output.lang)


change_command = click.command("change", short_help="Another rule, name or note.")(change)
change_command.params[:0] = [*arguments_of(CHANGED), *options_of(CHANGED)]


# The fate of an occurrence ---------------------------------------------------------------------


def nominal_day(draft: Draft, observance: str, said: str) -> datetime.date:
    """The day by the rule that is meant by a date or a month.

    Raises Refused for a month with no occurrence or several.
    """
    month = day_or_month(said)
    if month is None:
        date: datetime.date = Day().convert(said, None, None)
        return date
    found = [
        span.begin
        for rule in draft.programme.observance(observance).rules
        for span in rule.spans().between(*month)
        if month[0] <= span.begin < month[1]
        and rule.begin <= span.begin
        and (rule.end is None or span.begin < rule.end)
    ]
    if len(found) == 1:
        return found[0]
    if not found:
        raise Refused(refusal("no_occurrence", observance=repr(observance), said=said))
    days = ", ".join(each.isoformat() for each in found)
    values = {"observance": repr(observance), "said": said, "days": days}
    raise Refused(refusal("several_occurrences", number=len(found), **values))


def record_occurrence(
    act: Act,
    output: Output,
    observance: str,
    said: str,
    status: Any,
    *,
    observed: datetime.date | None = None,
    evidence: tuple[str, ...] = (),
    source: str = "",
) -> None:
    files = [pb.Evidence.of(path) for path in evidence]

    def steps(draft: Draft) -> None:
        found = draft.find("observance", observance, "OBSERVANCE")
        nominal = nominal_day(draft, found, said)
        act.check_day("DATE", nominal, [act.on, *draft.near])
        far = observed is not None and abs(observed - nominal) >= ALMOST_A_YEAR
        if far and not act.sure:
            raise Refused(refusal("far_from_rule", observed=observed, nominal=nominal))
        of = draft.find("source", source, "--source") if source else ""
        record = draft.programme.observance(found).record
        draft.add(record(nominal, observed, status=status, source=of, evidence=files, **act.said))

    act.record(steps, output)


def takes_evidence(function: Any) -> Any:
    for option in (
        click.option("--source", default="", metavar="SOURCE", help="The source that says so."),
        click.option(
            "--evidence", multiple=True, type=InputFile(), metavar="FILE", help="A file of it."
        ),
    ):
        function = option(function)
    return function


@click.command(short_help="It was held, on the rule's day or another.")
@OBSERVANCE
@click.argument("date")
@click.option("--to", type=Day(), metavar="DATE", help="The day on which it was held.")
@takes_evidence
@takes_act
def hold(
    act: Act,
    output: Output,
    observance: str,
    date: str,
    to: datetime.date | None,
    evidence: tuple[str, ...],
    source: str,
) -> None:
    """Records that the occurrence of DATE, a day by the rule or its month, was held."""
    record_occurrence(
        act, output, observance, date, "held", observed=to, evidence=evidence, source=source
    )


@click.command(short_help="It is called off, or was not held.")
@OBSERVANCE
@click.argument("date")
@click.option("--not-held", is_flag=True, help="Its day came, and it was not held.")
@click.option("--source", default="", metavar="SOURCE", help="The source that says so.")
@takes_act
def skip(act: Act, output: Output, observance: str, date: str, not_held: bool, source: str) -> None:
    """Records that the occurrence of DATE, a day by the rule or its month, is called off.

    With --not-held its day came and nothing was done. Either needs a --reason.
    """
    status = "not_held" if not_held else "cancelled"
    record_occurrence(act, output, observance, date, status, source=source)


@click.command(short_help="It is on another day than the rule's.")
@OBSERVANCE
@click.argument("date")
@click.argument("to", type=Day(), metavar="NEW-DATE")
@takes_evidence
@takes_act
def move(
    act: Act,
    output: Output,
    observance: str,
    date: str,
    to: datetime.date,
    evidence: tuple[str, ...],
    source: str,
) -> None:
    """Records that the occurrence of DATE is on NEW-DATE; both dates are kept."""
    record_occurrence(
        act, output, observance, date, "moved", observed=to, evidence=evidence, source=source
    )


COMMANDS = {
    "add": add,
    "change": change_command,
    "hold": hold,
    "skip": skip,
    "move": move,
}
