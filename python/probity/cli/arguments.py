"""The arguments of the commands: days, numbers, conventions, files, and the options that many
have."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

import probity as pb
from probity.cli.errors import Refused, refuse
from probity.cli.language import VARIABLE, language, refusal
from probity.cli.output import Output
from probity.words import LANGUAGES

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
        raise Refused(refusal("ends_before_it_begins", begin=begin, end=end))


class Whole(click.ParamType[Any]):
    """A whole number that a calendar may have to do with."""

    name = "integer"
    largest = 10_000_000

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        try:
            number = int(value)
        except ValueError:
            self.fail(refusal("no_number", value=repr(value)), param, ctx)
        if abs(number) > self.largest:
            raise Refused(
                refusal(
                    "number_out_of_range",
                    place=place_of(param),
                    number=number,
                    most=self.largest,
                )
            )
        return number


class Year(Whole):
    """A year of which the library knows the dates."""

    name = "year"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        year = super().convert(value, param, ctx)
        if not 1400 <= year <= 9999:
            raise Refused(refusal("year_out_of_range", place=place_of(param), year=year))
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
            refused = refusal("no_span_of_years", value=repr(value), most=self.most)
            self.fail(refused, param, ctx)
        return range(begin, end + 1)


class InputFile(click.Path):
    """A file to read."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if "\0" in value:
            raise Refused(refusal("no_file_name", place=place_of(param), value=repr(value)))
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
            self.fail(refusal("standard_output"), param, ctx)
        if value != "-" and os.path.exists(value) and not os.path.isfile(value):
            kind = "folder" if os.path.isdir(value) else "not_replaceable"
            raise Refused(refusal(kind, place=place_of(param), value=repr(value)))
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
            refusal("no_convention", value=repr(text), names=", ".join(CONVENTIONS)),
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


#: From how many days on something counts as recorded long after, if --backdated does not say.
LONG_AFTER = 30


class TakesBackdated(click.Command):
    """A command with --backdated, which may stand without a number before another argument."""

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        said = list(args)
        for i, argument in enumerate(said):
            following = said[i + 1] if i + 1 < len(said) else ""
            if argument == "--":
                break
            if argument == "--backdated" and not following.removeprefix("-").isdigit():
                said[i] = f"--backdated={LONG_AFTER}"
        return super().parse_args(context, said)


backdated_option = click.option(
    "--backdated",
    type=click.IntRange(min=0),
    is_flag=False,
    flag_value=str(LONG_AFTER),
    metavar="[DAYS]",
    help=f"Only what was recorded at least DAYS, {LONG_AFTER} if not said, after it took effect.",
)
clock_option = click.option(
    "--clock", is_flag=True, help="Only where the clock stood behind the last stamp."
)


def _chosen_language(context: click.Context, parameter: click.Parameter, value: Any) -> Any:
    """That of the option; without it that of the call, which is its own if it gave one in front."""
    given = context.get_parameter_source(parameter.name or "")
    return value if given == ParameterSource.COMMANDLINE else language()


def _language_option(**others: Any) -> Decorator:
    return click.option(
        "--lang",
        type=click.Choice(LANGUAGES),
        default="en",
        envvar=VARIABLE,
        show_default=True,
        show_envvar=True,
        callback=_chosen_language,
        help="Language.",
        **others,
    )


lang_option = _language_option()
#: The same for what has no answer of its own: only its help and its refusals are in the language.
group_lang_option = _language_option(expose_value=False)


def taking_language(command: click.Command) -> click.Command:
    """The command, which takes --lang now, as do those in it."""
    if all(each.name != "lang" for each in command.params):
        group_lang_option(command)
    if isinstance(command, click.Group):
        for each in command.commands.values():
            taking_language(each)
    return command


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
                raise click.UsageError(refusal("json_and_csv"))
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
