"""The command line: `probity calendar`, `dates`, `week` and `next`.

Dates are arguments: nothing here reads the clock. Exit codes: 0 all is well, 1 something was found
(`week`, `dates` and `next`: that there is no such week or date), 2 wrong usage, 3 data refused.
Errors go to standard error and name the value and its place.
"""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NoReturn

import click

import probity as pb

if TYPE_CHECKING:
    import datetime

    from probity.types import Language

FOUND = 1
USAGE = 2
REFUSED = 3

CONVENTIONS = ("ISO", "CLDR_KR", "MONDAY_ROWS", "SUNDAY_MAJORITY", "FULL_WEEKS")

# Words of the tables by language.
WORDS = {
    "en": {
        "weekdays": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
        "first": "First day",
        "last": "Last day",
        "date": "Date",
        "kind": "Kind",
        "title": "Title",
        "working": "Working days",
        "remark": "Remark",
        "short": "short week",
        "nominal": "by the rule {}",
        "undated": "Without a date: none is set, or it is not known",
        "heading": "{title}, {year}",
        "meetings": "{}: {} regular meetings a year",
        "meetings_1": "{}: {} regular meeting a year",
        "week": "Week",
        "day": "Day",
        "activity": "Activity",
        "meeting": "Meeting",
        "event": "Event",
    },
    "ko": {
        "weekdays": ("월", "화", "수", "목", "금", "토", "일"),
        "first": "첫날",
        "last": "마지막 날",
        "date": "날짜",
        "kind": "종류",
        "title": "이름",
        "working": "근무일",
        "remark": "비고",
        "short": "짧은 주",
        "nominal": "규칙상 {}",
        "undated": "날짜가 정해지지 않았거나 알려지지 않음",
        "heading": "{year}년 {title}",
        "meetings": "{}: 정기회의 연 {}회",
        "meetings_1": "{}: 정기회의 연 {}회",
        "week": "주간",
        "day": "기념일",
        "activity": "활동",
        "meeting": "회의",
        "event": "행사",
    },
}


# Tables -------------------------------------------------------------------------------------------


def width(text: str) -> int:
    """How many columns of a terminal a text takes: two for each wide character, such as Hangul."""
    if text.isascii():
        return len(text)
    from unicodedata import category, east_asian_width

    return sum(
        0 if category(c) in ("Mn", "Me", "Cf") else 2 if east_asian_width(c) in "WF" else 1
        for c in text
    )


def padded(text: str, columns: int, right: bool = False) -> str:
    space = " " * (columns - width(text))
    return space + text if right else text + space


def table(
    head: Sequence[str], rows: Sequence[Sequence[str]], right: Iterable[int] = ()
) -> list[str]:
    """The lines of an aligned table; the columns in `right` are flush right.

    Columns that are empty throughout are left out.
    """
    kept = [i for i in range(len(head)) if any(row[i] for row in rows)]
    widths = {i: max(width(line[i]) for line in [head, *rows]) for i in kept}
    rule = ["-" * widths[i] if i in widths else "" for i in range(len(head))]
    return [
        "  ".join(padded(line[i], widths[i], i in right) for i in kept).rstrip()
        for line in [head, rule, *rows]
    ]


def show_json(value: Any) -> None:
    import json

    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def day_text(date: datetime.date, lang: Language) -> str:
    return f"{date.isoformat()} {WORDS[lang]['weekdays'][date.weekday()]}"


def iso(date: datetime.date | None) -> str | None:
    return None if date is None else date.isoformat()


# Options ------------------------------------------------------------------------------------------

lang_option = click.option(
    "--lang", type=click.Choice(["en", "ko"]), default="en", show_default=True, help="Language."
)
json_option = click.option("--json", "as_json", is_flag=True, help="JSON instead of a table.")


def refuse(place: str, error: pb.ProbityError) -> NoReturn:
    raise Refused(f"{place}: {error}")


class Refused(click.ClickException):
    """Data that the library does not take."""

    exit_code = REFUSED

    def show(self, file: Any = None) -> None:
        click.echo(f"probity: {self.message}", err=True)


def read_recurrence(rule: str, start: str) -> pb.Recurrence:
    try:
        parsed = pb.Rule(rule)
    except pb.ProbityError as error:
        refuse("RULE", error)
    try:
        return pb.Recurrence(parsed, start=start)
    except pb.ProbityError as error:
        refuse(f"RULE from {start}", error)


def read_date(option: str, text: str) -> datetime.date:
    try:
        return pb.Interval.of_days(text, 1).begin
    except pb.ProbityError as error:
        refuse(option, error)


def read_convention(text: str) -> pb.WeekConvention:
    name = text.upper().replace("-", "_")
    if name in CONVENTIONS:
        named: pb.WeekConvention = getattr(pb.WeekConvention, name)
        return named
    first_day, comma, minimum_days = name.partition(",")
    if not comma or not minimum_days.strip().isdigit():
        raise click.BadParameter(
            f"{text!r} is none of {', '.join(CONVENTIONS)}, nor such as MO,4",
            param_hint="--convention",
        )
    try:
        return pb.WeekConvention(pb.Weekday(first_day.strip()), int(minimum_days))
    except pb.ProbityError as error:
        refuse("--convention", error)


# Commands -----------------------------------------------------------------------------------------


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="""
Exit codes: 0 all is well; 1 something was found (week, dates, next: that there is no such week or
date); 2 wrong usage; 3 data refused.
""",
)
@click.version_option(pb.__version__, prog_name="probity", message="%(prog)s %(version)s")
def cli() -> None:
    """Integrity calendars, recurring dates and working days."""


@cli.command()
@click.argument("programme")
@click.option("--year", type=int, required=True, help="The calendar year.")
@click.option("--ics", "ics_path", metavar="FILE", help="Also write a calendar file.")
@lang_option
@json_option
def calendar(
    programme: str, year: int, ics_path: str | None, lang: Language, as_json: bool
) -> None:
    """The integrity calendar of a year.

    PROGRAMME is songpa, yongsan or the file of a programme's document.
    """
    chosen = read_programme(programme)
    try:
        agenda = chosen.calendar(year)
    except pb.ProbityError as error:
        refuse("--year", error)
    if as_json:
        show_json(agenda_record(agenda, year))
    else:
        click.echo("\n\n".join(calendar_parts(chosen, agenda, year, lang)))
    if ics_path is not None:
        report = agenda.to_ics(ics_path, lang=lang)
        events = "1 event" if report.events == 1 else f"{report.events} events"
        click.echo(f"{ics_path}: {events}", err=True)


def read_programme(name: str) -> pb.Programme:
    if name == "songpa":
        return pb.examples.songpa()
    if name == "yongsan":
        return pb.examples.yongsan()
    try:
        return pb.load(name)
    except pb.DocumentError as error:
        if os.path.exists(name):
            raise Refused(str(error)) from error
        refuse("PROGRAMME is songpa, yongsan or a file", error)


def calendar_parts(
    programme: pb.Programme, agenda: pb.Agenda, year: int, lang: Language
) -> list[str]:
    """The paragraphs of a year's calendar, those that say nothing left out."""
    words = WORDS[lang]
    councils = [
        prescribed_meetings(council, number, lang)
        for council in programme.councils
        for number in prescribed_numbers(programme, council, year)
    ]
    undated = [f"  {words[entry.kind]}: {entry.title.to(lang)}" for entry in agenda.undated]
    parts = [
        [str(words["heading"]).format(title=agenda.title.to(lang), year=year)],
        agenda_table(agenda, lang),
        councils,
        held_in_observances(agenda, lang),
        [f"{words['undated']}:", *undated] if undated else [],
    ]
    return ["\n".join(lines) for lines in parts if lines]


def existed_in(council: pb.Council, year: int) -> bool:
    """Whether a council was there in a year, or may have been: its beginning may not be known."""
    return council.established is None or int(council.established[:4]) <= year


def prescribed_numbers(programme: pb.Programme, council: pb.Council, year: int) -> list[int]:
    """How many regular meetings a year each quota in force asks of a council that exists."""
    if not existed_in(council, year):
        return []
    last_day = datetime.date(year, 12, 31)
    return [
        quota.times
        for quota in programme.quotas
        if quota.subject == "meetings" and quota.of == council.id and quota.per == "year"
        if quota.begin <= last_day and (quota.end is None or last_day < quota.end)
    ]


def prescribed_meetings(council: pb.Council, number: int, lang: Language) -> str:
    words = WORDS[lang]["meetings_1" if number == 1 else "meetings"]
    return str(words).format(council.name.to(lang), number)


def agenda_table(agenda: pb.Agenda, lang: Language) -> list[str]:
    words = WORDS[lang]
    rows = [
        (
            day_text(entry.begin, lang),
            day_text(entry.days.last, lang) if len(entry.days) > 1 else "",
            str(words[entry.kind]),
            entry.title.to(lang),
            str(entry.working_days) if entry.kind == "week" else "",
            remark(entry, lang),
        )
        for entry in agenda
        if entry.has_own_days
    ]
    head = tuple(
        str(words[word]) for word in ("first", "last", "kind", "title", "working", "remark")
    )
    return table(head, rows, right=[4]) if rows else []


def remark(entry: pb.AgendaEntry, lang: Language) -> str:
    remarks = []
    if entry.short:
        remarks.append(str(WORDS[lang]["short"]))
    if entry.nominal is not None and entry.nominal != entry.begin:
        remarks.append(str(WORDS[lang]["nominal"]).format(entry.nominal.isoformat()))
    return ", ".join(remarks)


def held_in_observances(agenda: pb.Agenda, lang: Language) -> list[str]:
    """Each observance with the activities held in it, once for the year."""
    titles = {entry.id: entry.title.to(lang) for entry in agenda if not entry.held_in}
    activities: dict[str, dict[str, str]] = {}
    for entry in agenda:
        if entry.held_in:
            activities.setdefault(entry.held_in, {})[entry.id] = entry.title.to(lang)
    return [
        "\n".join([f"{titles.get(id, id)}:", *(f"  {title}" for title in held.values())])
        for id, held in activities.items()
    ]


def agenda_record(agenda: pb.Agenda, year: int) -> dict[str, Any]:
    def words(text: pb.Text) -> dict[str, str] | None:
        return {"ko": text.korean, "en": text.english} if text else None

    return {
        "programme": agenda.id,
        "title": words(agenda.title),
        "year": year,
        "entries": [
            {
                "kind": entry.kind,
                "id": entry.id,
                "period": entry.period,
                "begin": iso(entry.begin),
                "end": iso(entry.end),
                "title": words(entry.title),
                "nominal": iso(entry.nominal),
                "working_days": entry.working_days,
                "short": entry.short,
                "held_in": entry.held_in or None,
                "reason": words(entry.reason),
                "source": words(entry.source),
            }
            for entry in agenda
        ],
        "undated": [
            {
                "kind": entry.kind,
                "id": entry.id,
                "period": entry.period,
                "title": words(entry.title),
                "note": words(entry.note),
            }
            for entry in agenda.undated
        ],
    }


@cli.command()
@click.argument("rule")
@click.option("--from", "begin", required=True, help="The first day of the window.")
@click.option("--to", "end", required=True, help="The first day after the window.")
@click.option("--start", help="The day from which the rule counts; without it that of --from.")
@lang_option
@json_option
@click.pass_context
def dates(
    context: click.Context,
    rule: str,
    begin: str,
    end: str,
    start: str | None,
    lang: Language,
    as_json: bool,
) -> None:
    """The dates of RULE, such as "FREQ=MONTHLY;BYDAY=3WE", in a window.

    Exit code 1 where there are none.
    """
    first = read_date("--from", begin)
    last = read_date("--to", end)
    if start is not None:
        read_date("--start", start)
    found = read_recurrence(rule, start or begin).between(first, last)
    show_dates(list(found), lang, as_json)
    if not found:
        click.echo(f"no date of {rule} from {begin} to {end}", err=True)
        context.exit(FOUND)


@cli.command(name="next")
@click.argument("rule")
@click.option("--after", required=True, help="The day after which to look.")
@click.option(
    "-n", "number", type=click.IntRange(min=1), default=1, show_default=True, help="How many dates."
)
@click.option("--start", help="The day from which the rule counts; without it that of --after.")
@lang_option
@json_option
@click.pass_context
def next_dates(
    context: click.Context,
    rule: str,
    after: str,
    number: int,
    start: str | None,
    lang: Language,
    as_json: bool,
) -> None:
    """The next dates of RULE after a day.

    Exit code 1 where there are fewer than asked for.
    """
    day = read_date("--after", after)
    if start is not None:
        read_date("--start", start)
    recurrence = read_recurrence(rule, start or after)
    found: list[datetime.date] = []
    following = recurrence.next_after(day)
    while following is not None and len(found) < number:
        found.append(following)
        following = recurrence.next_after(following)
    show_dates(found, lang, as_json)
    if len(found) < number:
        click.echo(f"{len(found)} of {number} dates of {rule} after {after}", err=True)
        context.exit(FOUND)


def show_dates(found: list[datetime.date], lang: Language, as_json: bool) -> None:
    if as_json:
        show_json([iso(date) for date in found])
    elif found:
        click.echo("\n".join(day_text(date, lang) for date in found))


# So that -1 is a week, the last, and not an option.
@cli.command(context_settings={"ignore_unknown_options": True})
@click.argument("year", type=int)
@click.argument("month", type=int)
@click.argument("n", type=int)
@click.option(
    "--convention",
    default="ISO",
    show_default=True,
    metavar="NAME",
    help="ISO, CLDR_KR, MONDAY_ROWS, SUNDAY_MAJORITY, FULL_WEEKS, or such as MO,4.",
)
@lang_option
@json_option
@click.pass_context
def week(
    context: click.Context,
    year: int,
    month: int,
    n: int,
    convention: str,
    lang: Language,
    as_json: bool,
) -> None:
    """Week N of a month: 1 to 5, or -1 to -5 from its end.

    Exit code 1 where the month has no such week.
    """
    chosen = read_convention(convention)
    days = chosen.week(year, month, n)
    if as_json:
        show_json(week_record(year, month, n, chosen, days))
    elif days is not None:
        first, last = day_text(days.begin, lang), day_text(days.last, lang)
        click.echo(f"{first} .. {last}")
    if days is None:
        click.echo(f"{year}-{month:02} has no week {n} by {chosen.name or chosen}", err=True)
        context.exit(FOUND)


def week_record(
    year: int, month: int, n: int, convention: pb.WeekConvention, days: pb.Interval | None
) -> dict[str, Any]:
    return {
        "year": year,
        "month": month,
        "week": n,
        "convention": {
            "name": convention.name,
            "first_day": str(convention.first_day),
            "minimum_days": convention.minimum_days,
        },
        "begin": None if days is None else iso(days.begin),
        "end": None if days is None else iso(days.end),
    }


def main() -> None:
    """Runs the command line and ends the process with its exit code."""
    try:
        code = cli.main(prog_name="probity", standalone_mode=False)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except pb.ProbityError as error:
        Refused(str(error)).show()
        sys.exit(REFUSED)
    sys.exit(code if isinstance(code, int) else 0)
