"""Whether what is prescribed has happened: `compliance`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import click

import probity as pb
from probity.cli.arguments import Year, takes_output
from probity.cli.errors import found
from probity.cli.language import refusal
from probity.cli.obligation_sheet import records_of, sheet_of
from probity.cli.output import Output, Part, Sheet, fields, plain
from probity.cli.programmes import Asked, asks
from probity.cli.questions import chosen, with_titles
from probity.tables import COLUMNS
from probity.tables.column import at, column
from probity.types import Language
from probity.words import say

VERDICT = (
    "state held presumed required shortfall period latest_feasible latest_notice slots_gone_by "
    "reason"
)
FACT = "id date regular held quorate presumed title reason"
SHORTFALL = (
    "official unit sessions minutes had_face_to_face missing_minutes missing_sessions "
    "lacks_face_to_face text"
)
MEETING = "id year kind ordinal state date earliest before noticed title place"

STYLES = {
    "met": "green",
    "presumed": "yellow",
    "at_risk": "yellow",
    "infeasible": "red",
    "missed": "red",
}


class Section(NamedTuple):
    """One question and its answer; `clear` is whether all is well."""

    parts: list[Part]
    record: Any
    sheet: Sheet
    clear: bool


# Quotas -------------------------------------------------------------------------------------------


def quotas(asked: Asked, year: int | None, lang: Language) -> Section:
    verdicts = verdicts_of(asked, year)
    title = column("verdict.title", value=lambda row, lang: row[0].title)
    numbers = column("command_line.held", value=lambda row, lang: counted_text(row[1], lang))
    shown = Sheet(
        [
            column("verdict.quota", value=lambda row, lang: row[0].id),
            title,
            numbers,
            *at(1, chosen(pb.Verdict, "state shortfall latest_feasible latest_notice")),
        ],
        verdicts,
        lambda row: STYLES.get(row[1].state, ""),
    )
    reasons = [f"{quota.id}: {verdict.reason.to(lang)}" for quota, verdict in verdicts]
    return Section(
        [shown, "\n".join(reasons)] if verdicts else [say("cli.no_quota", lang)],
        [
            {
                "id": quota.id,
                "title": plain(quota.title),
                **fields(verdict, VERDICT),
                "counted": [fields(fact, FACT) for fact in verdict.counted],
                "presumably_counted": [fields(fact, FACT) for fact in verdict.presumably_counted],
            }
            for quota, verdict in verdicts
        ],
        Sheet([shown.columns[0], title, *at(1, COLUMNS[pb.Verdict])], verdicts),
        all(verdict.state in ("met", "on_track") for _, verdict in verdicts),
    )


def counted_text(verdict: pb.Verdict, lang: Language) -> str:
    """ "2/3"; "0/12: 12 presumed, 0 on record" where something is presumed."""
    counted = f"{verdict.held}/{verdict.required}"
    return f"{counted}: {verdict.on_record.to(lang)}" if verdict.presumed else counted


def verdicts_of(asked: Asked, year: int | None) -> list[tuple[pb.Quota, pb.Verdict]]:
    """The quotas in force, each with its verdict: for the period of the day, or for a year."""
    if year is None:
        return [(asked.programme.quota(id), each) for id, each in asked.view.quotas().items()]
    return [
        (quota, asked.view.quota(quota.id, year))
        for quota in asked.programme.quotas
        if quota.in_force(year) is not None
    ]


# Meetings -----------------------------------------------------------------------------------------


def meetings(asked: Asked, year: int | None, lang: Language) -> Section:
    year = asked.on.year if year is None else year
    rows = [
        (council, meeting)
        for council in asked.programme.councils
        for meeting in council.meetings
        if meeting.year == year
    ]
    council = column("command_line.council", value=lambda row, lang: row[0].name)
    names = "kind ordinal state date eligible present quorate minutes"
    return Section(
        [Sheet([council, *at(1, chosen(pb.Meeting, names))], rows)]
        if rows
        else [say("cli.no_meeting", lang, year=year)],
        [
            {
                "council": council.id,
                **fields(meeting, MEETING),
                "quorum": meeting.quorum
                and fields(meeting.quorum, "eligible present required recorded met"),
                "minutes": meeting.minutes and fields(meeting.minutes, "name media_type sha256"),
            }
            for council, meeting in rows
        ],
        Sheet([council, *at(1, COLUMNS[pb.Meeting])], rows),
        not any(_lacks_quorum(council, meeting) for council, meeting in rows),
    )


def _lacks_quorum(council: pb.Council, meeting: pb.Meeting) -> bool:
    """Whether a meeting was held and is not known to have had the quorum that was asked for."""
    if meeting.state not in ("held", "minuted", "approved"):
        return False
    if meeting.quorum is not None:
        return meeting.quorum.met is False
    charter = meeting.date and council.charter_on(meeting.date)
    return bool(charter and charter.quorum)


# Education ----------------------------------------------------------------------------------------


def duties(asked: Asked, year: int | None, lang: Language) -> Section:
    standings = [asked.view.duty(duty.id, year) for duty in asked.programme.duties]
    rows = [(standing, each) for standing in standings for each in standing.shortfall()]
    lines = [
        say(
            "cli.education" if standing.report_day == standing.report_by else "cli.education_plan",
            lang,
            title=standing.title.to(lang),
            year=standing.year,
            done=standing.done_by,
            owed=standing.owed_by,
            day=standing.report_by,
            plan=standing.report_day,
        )
        for standing in standings
    ]
    shown = with_titles(asked.programme, chosen(pb.DutyShortfall, "official unit text"))
    duty = column("command_line.duty", value=lambda row, lang: row[0].id)
    return Section(
        ["\n".join(lines), Sheet(at(1, shown), rows)] if standings else [say("cli.no_duty", lang)],
        [
            {
                **fields(standing, "id title year owed_by done_by report_by report_day"),
                "shortfall": [fields(each, SHORTFALL) for each in standing.shortfall()],
            }
            for standing in standings
        ],
        Sheet([duty, *at(1, COLUMNS[pb.DutyShortfall])], rows),
        not rows,
    )


# Obligations --------------------------------------------------------------------------------------


def obligations(asked: Asked, year: int | None, lang: Language) -> Section:
    rows = list(asked.view.obligations(year))
    return Section(
        [sheet_of(asked, rows)] if rows else [say("cli.no_obligation", lang)],
        records_of(rows),
        Sheet(COLUMNS[pb.ObligationStanding], rows),
        not any(row.state == "late" or (row.state == "done" and not row.proved) for row in rows),
    )


# Areas, evidence, conflicts -----------------------------------------------------------------------


def coverage(asked: Asked, year: int | None, lang: Language) -> Section:
    matrix = asked.programme.coverage()
    gaps = [gap.text.to(lang) for gap in matrix.gaps]
    names = chosen(pb.CoverageRow, "area title measures owners")
    parts: list[Part] = [Sheet(with_titles(asked.programme, names), matrix.rows, whole=True)]
    parts.append("\n".join(gaps) if gaps else say("cli.no_gap", lang))
    return Section(
        parts if matrix.rows else [say("cli.no_area", lang)],
        {
            "areas": [fields(row, "area title measures owners is_covered") for row in matrix.rows],
            "gaps": [fields(gap, "subject record missing text") for gap in matrix.gaps],
        },
        Sheet(COLUMNS[pb.CoverageRow], matrix.rows),
        not matrix.gaps,
    )


def evidence(asked: Asked, year: int | None, lang: Language) -> Section:
    year = asked.on.year if year is None else year
    rows = asked.view.evidence(year)
    names = "indicator indicator_title task task_title evidence missing"
    return Section(
        [Sheet(chosen(pb.EvidenceRow, names), rows, lambda row: "yellow" if row.missing else "")]
        if rows
        else [say("cli.no_indicator", lang, year=year)],
        [
            {
                **fields(row, "indicator indicator_title task task_title missing"),
                "evidence": [fields(each, "name media_type sha256") for each in row.evidence],
            }
            for row in rows
        ],
        Sheet(COLUMNS[pb.EvidenceRow], rows),
        not any(row.missing for row in rows),
    )


def conflicts(asked: Asked, year: int | None, lang: Language) -> Section:
    rows = asked.view.conflicts()
    return Section(
        [Sheet(chosen(pb.Conflict, "date kind text"), rows)]
        if rows
        else [say("cli.no_conflict", lang)],
        [fields(row, "date kind subjects records text") for row in rows],
        Sheet(COLUMNS[pb.Conflict], rows),
        not rows,
    )


# The command --------------------------------------------------------------------------------------

SECTIONS: dict[str, tuple[Callable[[Asked, int | None, Language], Section], str]] = {
    "quotas": (quotas, "How often something had to happen, and did; asked where nothing else is."),
    "meetings": (meetings, "The councils' meetings: ordinal, date, quorum, minutes."),
    "duties": (duties, "Education: who lacks hours or the part face to face; the deadline."),
    "obligations": (obligations, "Duties with a deadline: what was done of them, and proved."),
    "coverage": (coverage, "Corruption-prone areas with their measures and owners."),
    "evidence": (evidence, "Indicators, their tasks, the evidence, and what is missing."),
    "conflicts": (conflicts, "List what does not go together up to the end of the year."),
}


def takes_sections(function: Callable[..., Any]) -> Callable[..., Any]:
    for name, (_, meaning) in reversed(SECTIONS.items()):
        function = click.option(f"--{name}", is_flag=True, help=meaning)(function)
    return function


@click.command(short_help="Quotas, education, areas, evidence.")
@takes_sections
@click.option("--all", "everything", is_flag=True, help="All of these.")
@click.option("--year", type=Year(), help="Of this year; without it of the day that is asked.")
@asks
@takes_output()
def compliance(
    asked: Asked, year: int | None, everything: bool, output: Output, **wanted: bool
) -> None:
    """Whether what is prescribed has happened, can still happen, or was missed.

    The verdict on each quota is met, presumed, on track, at risk, infeasible or missed, with the
    last day on which the next can be held and must be announced. It is presumed where too few are
    on record, and those that went by without a record would make up the rest: record whether they
    were held.

    Exit code 1 where a quota is presumed, at risk, infeasible or missed; where a meeting had no
    quorum, an official lacks education, an obligation is late or done without its proof, an area
    lacks a measure or an owner, an indicator evidence; where things conflict.
    """
    names = [name for name in SECTIONS if everything or wanted[name]] or ["quotas"]
    if output.csv is not None and len(names) > 1:
        raise click.UsageError(refusal("one_table"))
    sections = {name: SECTIONS[name][0](asked, year, output.lang) for name in names}
    parts: list[Part] = [asked.heading(output.lang)]
    for section in sections.values():
        parts += section.parts
    output.show(
        parts,
        lambda: {
            **asked.record(),
            "year": year,
            **{name: section.record for name, section in sections.items()},
        },
        sections[names[0]].sheet,
    )
    if not all(section.clear for section in sections.values()):
        found()


COMMANDS = {"compliance": compliance}
