"""Papers at the prompt: those of a meeting, and by whom a paper is and who approves it."""

from __future__ import annotations

from functools import wraps
from typing import Any

import click

import probity as pb
from probity.cli import naming
from probity.cli.acts import programme_file
from probity.cli.arguments import Function, OutputFile, lang_option, with_options
from probity.cli.language import refusal
from probity.cli.output import echo
from probity.cli.programmes import file_option, load_programme
from probity.cli.values import ids_in_file
from probity.types import Language


def takes_hand(function: Function) -> Function:
    """--author, --department and --approval: the function is given `hand`, for pages and
    documents."""

    @wraps(function)
    def command(*args: Any, author: str, department: str, approval: Any, **others: Any) -> Any:
        hand = {"author": author, "department": department, "approval": list(approval)}
        return function(*args, hand=hand, **others)

    return with_options(
        command,
        click.option("--author", default="", metavar="WHO", help="By whom the paper is."),
        click.option("--department", default="", metavar="UNIT", help="The unit by which it is."),
        click.option(
            "--approval",
            multiple=True,
            metavar="POST",
            help="A post that approves it, with a space for a signature; up to six.",
        ),
    )


@click.command(short_help="The papers of a meeting: plan, notice, minutes, report.")
@click.argument("meeting", type=ids_in_file("meeting"))
@click.argument("kind", type=click.Choice(["plan", "notice", "minutes", "report"]))
@click.option("--html", metavar="FILE", type=OutputFile(), help="As a page to print.")
@click.option("--docx", metavar="FILE", type=OutputFile(), help="As a document of Word.")
@click.option("--hwpx", metavar="FILE", type=OutputFile(), help="As a document of Hangul (HWPX).")
@takes_hand
@file_option
@lang_option
@click.pass_context
def paper(
    context: click.Context,
    meeting: str,
    kind: str,
    html: str | None,
    docx: str | None,
    hwpx: str | None,
    hand: dict[str, Any],
    file: str | None,
    lang: Language,
) -> None:
    """Writes a paper of MEETING from its record: its plan (개최계획), the notice to its members
    (참석 알림), its minutes (회의록), or the report on its outcome (결과보고).

    Facts that are not recorded are left out, or said to be so; a failed quorum is said as such.
    """
    if html is None and docx is None and hwpx is None:
        raise click.UsageError(refusal("one_file", options="--html, --docx, --hwpx"))
    programme = load_programme(programme_file(context, file))
    council, _, number = naming.find(programme, "meeting", meeting, "MEETING").partition("/")
    made: pb.Paper = programme.council(council).meeting(number).paper(kind)
    if html is not None:
        made.to_html(html, lang, **hand)
        echo(f"{html}: {made.title(lang)}", err=True)
    if docx is not None:
        made.to_docx(docx, lang, **hand)
        echo(f"{docx}: {made.title(lang)}", err=True)
    if hwpx is not None:
        made.to_hwpx(hwpx, lang, **hand)
        echo(f"{hwpx}: {made.title(lang)}", err=True)


COMMANDS = {"paper": paper}
