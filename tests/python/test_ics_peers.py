"""Calendar files that recurring-ical-events is tested with, read as it reads them.

They come with the package: files from bug reports of many clients. Each difference in days is one
that docs/calendar-files.md explains.
"""

import datetime
import warnings
from pathlib import Path

import pytest

import probity as pb

icalendar = pytest.importorskip("icalendar")
recurring_ical_events = pytest.importorskip("recurring_ical_events")

FILES = sorted(Path(recurring_ical_events.__file__).parent.glob("test/calendars/*.ics"))
BEGIN, END = datetime.date(2010, 1, 1), datetime.date(2031, 1, 1)
PAGE = Path(__file__).parents[2] / "docs" / "calendar-files.md"

Days = set[tuple[str, datetime.date]]


def only(uid: str, *dates: str) -> Days:
    return {(uid, datetime.date.fromisoformat(date)) for date in dates}


_EXCHANGE, _ZEROS = "040000008200E00074C5B7101A82E00800000000", "000000000000000010000000"
#: (what the package alone gives, what read alone gives, words of the page that say why)
EXPLAINED: dict[str, tuple[Days, Days, str]] = {
    "bad_rrule_missing_until_event.ics": (
        set(),
        only("blabla", "2019-08-01"),
        "the event stays as the one of its DTSTART",
    ),
    "issue_117_until_before_dtstart.ics": (
        set(),
        only("", "2023-10-02"),
        "an UNTIL before DTSTART leaves DTSTART alone",
    ),
    "issue_18_cancel_status.ics": (
        only("b65c2b5b-b785-4edc-9560-e0379036d1f2", "2020-01-29"),
        set(),
        "an event that is cancelled",
    ),
    "issue_28_rrule_with_UTC_endinginZ.ics": (
        set(),
        only(f"{_EXCHANGE}017E1BADC42ED601{_ZEROS}FBF1FBAE2E9FBC4D81F16854E2F4D51B", "2020-09-17")
        | only(
            f"{_EXCHANGE}C6B92310C52ED601{_ZEROS}605B5A30BB664D469D7A9A45CF7F2FB3", "2020-09-24"
        ),
        "if Exchange wrote their last midnight in UTC",
    ),
    "issue_75_range_parameter.ics": (
        set(),
        only("210", "2025-09-21"),
        "UNTIL as a date, of an event with times",
    ),
}


def as_date(value: datetime.date | datetime.datetime) -> datetime.date:
    return value.date() if isinstance(value, datetime.datetime) else value


def of_the_package(path: Path) -> Days:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        calendar = icalendar.Calendar.from_ical(path.read_bytes())
        query = recurring_ical_events.of(
            calendar, components=["VEVENT", "VTODO"], skip_bad_series=True
        )
        found = [
            (str(each.get("UID", "")), as_date(each.start)) for each in query.between(BEGIN, END)
        ]
    return {(uid, day) for uid, day in found if BEGIN <= day < END}


def of_read(path: Path) -> Days:
    content = pb.ics.read(path)
    found = []
    for series in content.recurrences:
        days = series.recurrence
        days = days.first_days() if isinstance(days, pb.Spans) else days
        found += [(series.uid, day) for day in days.between(BEGIN, END)]
    found += [(each.uid, as_date(each.begin)) for each in content.meetings]
    found += [(each.uid, each.days.begin) for each in content.holidays]
    found += [(each.uid, each.due) for each in content.tasks if each.due is not None]
    return {(uid, day) for uid, day in found if BEGIN <= day < END}


def test_the_package_has_its_files():
    assert len(FILES) >= 95
    assert EXPLAINED.keys() <= {path.name for path in FILES}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_days_are_those_of_the_package(path):
    theirs, ours = of_the_package(path), of_read(path)
    more, less, why = EXPLAINED.get(path.name, (set(), set(), ""))
    assert theirs - ours == more
    assert ours - theirs == less
    assert why in " ".join(PAGE.read_text(encoding="utf-8").split())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_check_names_each_line_that_read_mends_or_refuses(path):
    content = pb.ics.read(path)
    lines = {each.line for each in (*content.refused, *content.mended)}
    assert lines <= {finding.line for finding in pb.ics.check(path)}
