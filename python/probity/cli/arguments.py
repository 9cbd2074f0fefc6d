"""The arguments of the commands: days, numbers, conventions, files, and the options that many
have."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

import probity as pb
from probity.cli.errors import Refused, refuse
from probity.cli.output import Output

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

Function = Callable[..., Any]
Decorator = Callable[[Function], Function]

CONVENTIONS = ("ISO", "CLDR_KR", "MONDAY_ROWS", "SUNDAY_MAJORITY", "FULL_WEEKS")
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

#: Korea's time: UTC+9, without summer time since 1988.
SEOUL = datetime.timezone(datetime.timedelta(hours=9), "KST")


def now() -> datetime.datetime:
    """The clock, by which what is recorded is stamped."""
    return datetime.datetime.now(SEOUL)


def today() -> datetime.date:
    """Today in Seoul. Only the command line asks the clock, if it is not told a day."""
    return now().date()


# Types --------------------------------------------------------------------------------------------


def place_of(parameter: click.Parameter | None) -> str:
    """How a user knows a parameter: "--from", "YEAR"."""
    if isinstance(parameter, click.Option):
        return max(parameter.opts, key=len)
    return "date" if parameter is None else parameter.human_readable_name


class Day(click.ParamType[Any]):
    """A date such as 2026-03-18 or, as Korean officials write it, 2026. 3. 18.(수)."""

    name = "date"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime.date:
        try:
            return pb.Interval.of_days(value, 1).begin
        except pb.ProbityError as error:
            refuse(place_of(param), error)


def check_window(begin: datetime.date, end: datetime.date) -> None:
    """Refuses a window that ends before it begins."""
    if end < begin:
        raise Refused(f"--to: {end} is before {begin}, the first day of the window")


class Whole(click.ParamType[Any]):
    """A whole number that a calendar may have to do with."""

    name = "integer"
    largest = 10_000_000

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        try:
            number = int(value)
        except ValueError:
            self.fail(f"{value!r} is no whole number.", param, ctx)
        if abs(number) > self.largest:
            raise Refused(
                f"{place_of(param)}: {number} is out of range; up to {self.largest} is allowed"
            )
        return number


class Year(Whole):
    """A year of which the library knows the dates."""

    name = "year"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        year = super().convert(value, param, ctx)
        if not 1400 <= year <= 9999:
            raise Refused(
                f"{place_of(param)}: {year} is out of range; the years 1400 to 9999 are allowed"
            )
        return year


class Years(click.ParamType[Any]):
    """One year, 2026, or several, 2026-2030."""

    name = "year"
    #: A calendar of more is no calendar that anybody reads.
    most = 200

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> range:
        if isinstance(value, range):
            return value
        first, dash, last = str(value).partition("-")
        year = Year()
        begin = year.convert(first, param, ctx)
        end = year.convert(last, param, ctx) if dash else begin
        if not begin <= end < begin + self.most:
            self.fail(f"{value!r} is no span of 1 to {self.most} years.", param, ctx)
        return range(begin, end + 1)


class InputFile(click.Path):
    """A file to read."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if "\0" in value:
            raise Refused(f"{place_of(param)}: {value!r} is no name of a file")
        return value


class OutputFile(InputFile):
    """A file to write, which is replaced as a whole; so it must not be a device or a folder.

    Where `standard_output` is taken as well, it is "-"; elsewhere no file is called so by mistake.
    """

    def __init__(self, standard_output: bool = False) -> None:
        super().__init__()
        self.standard_output = standard_output

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        super().convert(value, param, ctx)
        if value == "-" and not self.standard_output:
            self.fail("'-' is standard output, and a file is needed: './-' is one.", param, ctx)
        if value != "-" and os.path.exists(value) and not os.path.isfile(value):
            kind = "a folder" if os.path.isdir(value) else "no file that can be replaced"
            raise Refused(f"{place_of(param)}: {value!r} is {kind}")
        return value


class Completed(click.ParamType[Any]):
    """A text that shells complete from a list; `names` gives the list for what is typed so far."""

    def __init__(self, name: str, names: Callable[[click.Context], list[str]]) -> None:
        self.name = name
        self.names = names

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        try:
            names = self.names(ctx)
        except (click.ClickException, pb.ProbityError, OSError):
            return []
        return [CompletionItem(name) for name in names if name.startswith(incomplete)]


WeekConventionName = Completed("name", lambda _: list(CONVENTIONS))


def read_convention(text: str) -> pb.WeekConvention:
    name = text.upper().replace("-", "_")
    if name in CONVENTIONS:
        named: pb.WeekConvention = getattr(pb.WeekConvention, name)
        return named
    first_day, comma, minimum_days = name.partition(",")
    if not comma or not minimum_days.strip().isdecimal():
        raise click.BadParameter(
            f"{text!r} is none of {', '.join(CONVENTIONS)}, nor such as MO,4",
            param_hint="--convention",
        )
    try:
        return pb.WeekConvention(pb.Weekday(first_day.strip()), int(minimum_days[:9]))
    except pb.ProbityError as error:
        refuse("--convention", error)


# Options ------------------------------------------------------------------------------------------

#: A day that is today in Seoul if it is left out.
on_option = click.option(
    "--on",
    type=Day(),
    default=today,
    show_default="today in Seoul",
    metavar="DATE",
    help="The day on which it is asked.",
)
lang_option = click.option(
    "--lang",
    type=click.Choice(["en", "ko"]),
    default="en",
    envvar="PROBITY_LANG",
    show_default=True,
    show_envvar=True,
    help="Language.",
)

replace_option = click.option(
    "--replace",
    is_flag=True,
    help="Write over a file that has events of its own, or is no programme, and keep it beside.",
)


def with_options(function: Function, *options: Decorator) -> Function:
    for option in reversed(options):
        function = option(function)
    return function


def takes_output(csv: bool = True) -> Decorator:
    """--lang, --json and, for a table, --csv: the function is given an `output`."""
    options: list[Decorator] = [
        lang_option,
        click.option("--json", "as_json", is_flag=True, help="JSON instead of text."),
    ]
    if csv:
        options.append(
            click.option(
                "--csv",
                "csv",
                metavar="[FILE]",
                is_flag=False,
                flag_value="-",
                type=OutputFile(standard_output=True),
                help="The table as CSV, into a file or without one to standard output.",
            )
        )

    def decorated(function: Function) -> Function:
        @wraps(function)
        def command(
            *args: Any, lang: Any, as_json: bool, csv: str | None = None, **others: Any
        ) -> Any:
            if as_json and csv is not None:
                raise click.UsageError("--json and --csv do not go together.")
            return function(*args, output=Output(lang, as_json, csv), **others)

        return with_options(command, *options)

    return decorated


def takes_workdays(function: Function) -> Function:
    """--overlay and --as-known-on: the function is given `workdays`."""

    @wraps(function)
    def command(
        *args: Any, overlay: str | None, as_known_on: datetime.date | None, **others: Any
    ) -> Any:
        workdays = pb.WorkCalendar.korea(as_known_on)
        if overlay is not None:
            workdays = workdays.overlay(overlay)
        return function(*args, workdays=workdays, **others)

    return with_options(
        command,
        click.option(
            "--overlay",
            metavar="FILE",
            type=InputFile(),
            help="Announced days off that the library does not know yet: a JSON file.",
        ),
        click.option(
            "--as-known-on",
            type=Day(),
            metavar="DATE",
            help="Holidays by the law as it was known on that day.",
        ),
    )
