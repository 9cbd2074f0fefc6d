"""A programme of one's own: `new`.

It is asked for in order at a terminal, or said by options. All that it holds then came by events,
so that it can be changed like all that follows.
"""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Callable
from typing import Any

import click

import probity as pb
from probity.cli.acts import Act, Draft
from probity.cli.arguments import Day, OutputFile, now, takes_output, today
from probity.cli.changes import event_record
from probity.cli.errors import Refused, in_words
from probity.cli.importing import backdating
from probity.cli.language import refusal
from probity.cli.obligations import take_pack
from probity.cli.observances import add_observance, show_dates
from probity.cli.output import Output, echo
from probity.cli.patterns import take_over
from probity.cli.programmes import PROGRAMMES, load_programme
from probity.cli.recording import account
from probity.cli.sentences import rule_document
from probity.cli.setup_reading import Setup, read_setup
from probity.cli.values import text_document
from probity.text import slug
from probity.words import say

#: The week and the day that `--week` and `--day` make, with their titles.
OBSERVANCES = {
    "week": ("integrity-week", ("청렴주간", "Integrity Week")),
    "day": ("integrity-day", ("청렴데이", "Integrity Day")),
}

ASKS = {"week": "ask_week", "day": "ask_day"}

ENDINGS = (".probity", ".jsonl", ".json")


@click.command(short_help="Begin a programme of your own.")
@click.argument("file", required=False, type=OutputFile(), metavar="[FILE]")
@click.option("--yes", is_flag=True, help="Ask nothing: take what is said, and the least else.")
@click.option("--id", "id_", metavar="ID", help="A short name, such as mapo.")
@click.option("--title", metavar="WORDS", help="The name of the institution.")
@click.option("--title-en", metavar="WORDS", help="The name in English.")
@click.option("--head", metavar="POST", help="The post of its head, such as 구청장.")
@click.option("--week", metavar="SENTENCE", help='Integrity Week: "매월 둘째 주".')
@click.option("--day", metavar="SENTENCE", help='Integrity Day: "매년 12월 첫째 금요일".')
@click.option(
    "--from",
    "pattern",
    metavar="PATTERN",
    help="A setup workbook (see `template setup`), or a programme whose weeks, days, activities, "
    "councils, quotas and duties are taken over.",
)
@click.option(
    "--with",
    "packs",
    multiple=True,
    metavar="PACK",
    help="A pack of obligations that is taken over: statutory-year.",
)
@click.option(
    "--on",
    type=Day(),
    default=today,
    show_default="today in Seoul",
    metavar="DATE",
    help="The day from which it holds.",
)
@click.option(
    "--by", default=account, show_default="your account", metavar="WHO", help="Who begins it."
)
@click.option("--dry-run", is_flag=True, help="Say what would be begun, and write nothing.")
@takes_output(csv=False)
def new(
    file: str | None,
    yes: bool,
    id_: str | None,
    title: str | None,
    title_en: str | None,
    head: str | None,
    week: str | None,
    day: str | None,
    pattern: str | None,
    packs: tuple[str, ...],
    on: datetime.date,
    by: str,
    dry_run: bool,
    output: Output,
) -> None:
    """Begins a programme in FILE, a journal named .probity.

    At a terminal it asks in order for what no option says: the institution, its head's post, its
    Integrity Week and Day as sentences, whose dates it shows. --yes asks nothing. Without FILE it
    is that of PROBITY_FILE, or the id and ".probity".
    """
    file = file or os.environ.get("PROBITY_FILE") or None
    asks = not yes and is_terminal()
    said = {"title": title, "id": id_, "head": head, "week": week, "day": day}
    setup = read_setup(pattern) if pattern is not None and is_workbook(pattern) else None
    if setup is not None:
        filled = setup.institution
        if not filled and title is None:
            setup.need_institution()
        said = {key: said[key] or filled.get(key) for key in said}
        title_en = title_en or filled.get("title_en")
        yes = True
    lang = output.lang
    stem = os.path.splitext(os.path.basename(file))[0] if file else ""
    if asks:
        ask_all(said, stem, pattern is not None, on, lang)
    elif not yes and said["title"] is None:
        raise click.UsageError(refusal("no_title"))
    name = said["id"] or slug(stem) or slug(said["title"] or "")
    if not name:
        raise click.UsageError(refusal("no_id"))
    path = file or f"{name}.probity"
    check_path(path)
    act = Act(path, on, by, "", dry_run, True, lang)
    words = said["title"] or name
    office = pb.Text(words, title_en) if title_en else words
    programme = pb.Programme.new(name, office, on=on, by=by)
    draft = Draft(programme, act)
    if setup is not None:
        begin_from(draft, setup, said)
        pattern, taken = None, ""
    else:
        begin(draft, said)
        taken = "" if pattern is None else take_over(draft, pattern_of(pattern))
    for pack in packs:
        take_pack(draft, pack, ())
    if not dry_run:
        draft.programme = write(draft.programme, path)
    show_begun(draft, said, pattern, taken, output)


def is_terminal() -> bool:
    """Whether somebody can answer."""
    return sys.stdin is not None and sys.stdin.isatty()


def begin(draft: Draft, said: dict[str, Any]) -> None:
    """The head's post, the week and the day."""
    if said.get("head"):
        draft.step("head.changed", "head", {"post": text_document(said["head"])})
    for kind, (id, title) in OBSERVANCES.items():
        if said.get(kind):
            add_observance(draft, id, kind, text_document(*title), said[kind])


def is_workbook(name: str) -> bool:
    return name.endswith((".xlsx", ".xlsm"))


def begin_from(draft: Draft, setup: Setup, said: dict[str, Any]) -> None:
    """The office of a setup workbook, all of it or nothing."""
    first = setup.of("institution")[:1]
    parts = {"head": ("head", "name"), "integrity-week": ("week",), "integrity-day": ("day",)}
    for name, keys in parts.items():
        part = {key: value for key, value in said.items() if key in keys}
        head = setup.institution.get("name") if "name" in keys else None

        def way(draft: Draft, _: Any, part: Any = part, head: str | None = head) -> None:
            begin(draft, part)
            if head is not None:
                draft.step("head.changed", "head", {"name": text_document(head)})

        if first:
            setup.attempt(draft, first[0], way, name)
        else:
            way(draft, None)
    setup.take(draft)
    setup.check()


def pattern_of(name: str) -> pb.Programme:
    if name not in PROGRAMMES and not os.path.exists(name):
        raise Refused(refusal("no_pattern", name=repr(name), names=", ".join(PROGRAMMES)))
    return load_programme(name)


def check_path(path: str) -> None:
    if not path.endswith(ENDINGS):
        raise Refused(refusal("ending", path=repr(path), endings=", ".join(ENDINGS)))
    if os.path.lexists(path):
        raise Refused(refusal("file_exists", path=repr(path), name=path))


def write(programme: pb.Programme, path: str) -> pb.Programme:
    """The programme as it was written, with its stamps."""
    if path.endswith(".probity"):
        with pb.Journal.create(path, programme.as_of(), clock=now) as journal:
            return journal.programme
    return programme.save(path, clock=now)


# Questions ----------------------------------------------------------------------------------------


def ask_all(
    said: dict[str, Any], stem: str, has_pattern: bool, on: datetime.date, lang: Any
) -> None:
    """Asks for what was not said, in order. A sentence is read at once, and its dates shown."""
    if said["title"] is None:
        said["title"] = ask("ask_title", lang, needed=True)
    if said["id"] is None:
        usual = slug(stem) or slug(said["title"])
        said["id"] = ask(
            "ask_id",
            lang,
            usual=usual,
            check=lambda text: pb.Programme.new(text, text, on=on, by="-"),
        )
    if said["head"] is None:
        said["head"] = ask("ask_head", lang)
    for kind in OBSERVANCES:
        if said[kind] is None and not has_pattern:
            said[kind] = ask_rule(kind, on, lang)


def ask(
    question: str,
    lang: Any,
    usual: str = "",
    needed: bool = False,
    check: Callable[[str], Any] | None = None,
) -> str:
    while True:
        answer = str(
            click.prompt(
                say(f"cli.{question}", lang), default=usual, show_default=bool(usual), err=True
            )
        ).strip()
        if needed and not answer:
            continue
        if answer and check is not None:
            try:
                check(answer)
            except (pb.ProbityError, click.ClickException) as error:
                why = error.message if isinstance(error, click.ClickException) else in_words(error)
                echo(say("cli.not_understood", lang, why=why), err=True)
                continue
        return answer


def ask_rule(kind: str, on: datetime.date, lang: Any) -> str:
    """A sentence for a week or a day, with the dates that it means; empty for none."""
    id, title = OBSERVANCES[kind]

    def check(sentence: str) -> None:
        rule_document(sentence, kind, f"--{kind}")
        empty = pb.Programme.new("x", "x", on=on, by="-")
        draft = Draft(empty, Act("", on, "-", "", True, True, lang))
        add_observance(draft, id, kind, text_document(*title), sentence)
        show_dates(draft.programme, id, sentence, lang)

    return ask(ASKS[kind], lang, check=check)


# Beginnings in words ----------------------------------------------------------------------------


def show_begun(
    draft: Draft, said: dict[str, Any], pattern: str | None, taken: str, output: Output
) -> None:
    programme = draft.programme
    events = list(programme.history)
    lang = output.lang
    word = "begun_dry" if draft.act.dry_run else "begun"
    title = programme.title.to(lang)
    lines = [say(f"cli.{word}", lang, file=draft.act.file, title=title, events=len(events))]
    if pattern is not None:
        lines.append(say("cli.taken_over", lang, pattern=pattern, what=taken))
    if not draft.act.dry_run:
        lines += backdating(events, lang)
    output.show(
        ["\n".join(lines)],
        lambda: {
            "file": draft.act.file,
            "recorded": not draft.act.dry_run,
            "programme": programme.id,
            "events": [event_record(event) for event in events],
        },
    )
    for kind, (id, _) in OBSERVANCES.items():
        if said[kind]:
            show_dates(programme, id, said[kind], lang)


COMMANDS = {"new": new}
