"""Periods of law: the worked cases of the documents, and days counted one by one."""

import csv
import datetime
import random
import re
from pathlib import Path

import pytest

import probity as pb
from conftest import day
from refusals import cause

ROOT = Path(__file__).resolve().parents[2]
KR = pb.WorkCalendar.korea()
CASE = re.compile(r"^\| (\d+) \| (.*) \|$", re.MULTILINE)
ONE_DAY = datetime.timedelta(days=1)


def cases():
    """(number, start, period, rule, last day, passed over) of each row of the table."""
    page = (ROOT / "docs/periods-of-law.md").read_text("utf-8")
    for number, rest in CASE.findall(page):
        start, period, rule, last, passed, _ = (cell.strip() for cell in rest.split("|"))
        yield int(number), start, period, rule, last, int(passed or 0)


def period_of(text):
    number, unit = text.split()
    return {unit if unit.endswith("s") else unit + "s": int(number)}


def answer_to(start, period, rule):
    name, _, more = rule.partition(", ")
    if name == "statutory day":
        return KR.statutory_day(start)
    if name == "notice":
        return KR.notice_by(start, **period_of(period))
    terms = {
        "": {},
        "from midnight": {"from_midnight": True},
        "worse for the citizen": {"worse_for_citizen": True},
    }
    return KR.deadline(start, **period_of(period), rule=name, **terms[more])


def test_the_table_has_all_its_cases():
    assert [number for number, *_ in cases()] == list(range(1, 50))


@pytest.mark.parametrize(
    ("start", "period", "rule", "last", "passed"),
    [case[1:] for case in cases()],
    ids=[str(case[0]) for case in cases()],
)
def test_a_case_of_the_documents(start, period, rule, last, passed):
    answer = answer_to(start, period, rule)
    if rule == "notice":
        assert answer.last == day(last)
    elif "T" in last:
        assert answer.at == datetime.datetime.fromisoformat(last)
        assert answer.date == answer.at.date()
    else:
        assert (answer.date, answer.at) == (day(last), None)
    assert len(answer.skipped) == passed
    assert len({each.date for each in answer.skipped}) == passed
    assert all(each.name and each.name_en for each in answer.skipped)
    for lang, word in (("en", "until|By |by"), ("ko", "까지")):
        assert re.search(word, answer.describe(lang))
    assert answer.clause in answer.text and answer.clause_en in answer.text_en


# Counted one by one ------------------------------------------------------------------------------

with (ROOT / "tests/data/kr-public-holidays-2022-2026.csv").open(encoding="utf-8") as rows:
    HOLIDAYS = {day(row["date"]) for row in csv.DictReader(rows)}


def is_off(date):
    return date.weekday() >= 5 or date in HOLIDAYS


def stepped(first, period):
    """The last day of a period from its first counted day on, all days counted."""
    ((unit, number),) = period.items()
    if unit in ("days", "weeks"):
        last = first
        for _ in range(number * (7 if unit == "weeks" else 1) - 1):
            last += ONE_DAY
        return last
    # Walk on and count the days that answer to the first, or the ends of months without one.
    left = number * (12 if unit == "years" else 1)
    date = first
    while True:
        date += ONE_DAY
        if date.day == first.day:
            left -= 1
            if left == 0:
                return date - ONE_DAY
        elif (date + ONE_DAY).day == 1 and date.day < first.day:
            left -= 1
            if left == 0:
                return date


def put_off(date):
    while is_off(date):
        date += ONE_DAY
    return date


def nth_counted(date, number):
    date = put_off(date)
    for _ in range(number - 1):
        date = put_off(date + ONE_DAY)
    return date


def expected(start, period, rule):
    ((unit, number),) = period.items()
    if rule == "restriction":
        return stepped(start, period)
    if unit == "days" and rule in ("petition", "information"):
        return nth_counted(start, number)
    first = start if rule == "petition" else start + ONE_DAY
    return put_off(stepped(first, period))


def test_days_counted_one_by_one():
    chance = random.Random(16)
    longest = {"days": 90, "weeks": 12, "months": 13, "years": 2}
    for _ in range(3000):
        start = datetime.date(2022, 1, 1) + chance.randrange(900) * ONE_DAY
        unit = chance.choice(list(longest))
        period = {unit: chance.randint(6 if unit == "days" else 1, longest[unit])}
        rule = chance.choice(["civil", "administrative", "restriction", "petition", "information"])
        found = KR.deadline(start, **period, rule=rule)
        assert found.date == expected(start, period, rule), (start, period, rule)
        assert not is_off(found.advised) and found.advised <= found.nominal <= found.date
        assert all(is_off(each.date) for each in found.skipped)


def test_hours_counted_one_by_one():
    chance = random.Random(19)
    for _ in range(500):
        date = datetime.date(2022, 1, 1) + chance.randrange(1500) * ONE_DAY
        start = datetime.datetime.combine(
            date, datetime.time(chance.randrange(24), chance.randrange(60))
        )
        days = chance.randint(1, 5)
        found = KR.deadline(start, days=days, rule="petition")
        # Minutes of work, nine hours a day from opening to closing, an hour of them at noon.
        opening, closing = datetime.time(9), datetime.time(18)
        time = start.time()
        if is_off(date) or time > closing:
            date, time = put_off(date if is_off(date) else date + ONE_DAY), opening
        time = max(time, opening)
        for _ in range(days):
            date = put_off(date + ONE_DAY)
        assert found.at == datetime.datetime.combine(date, time), (start, days)


def test_notice_counted_one_by_one():
    chance = random.Random(157)
    for _ in range(500):
        meeting = datetime.date(2022, 3, 1) + chance.randrange(1700) * ONE_DAY
        days = chance.randint(1, 40)
        notice = KR.notice_by(meeting, days=days)
        between = 0
        date = notice.last + ONE_DAY
        while date < meeting:
            between += 1
            date += ONE_DAY
        assert between == days
        planned = notice.last
        while is_off(planned):
            planned -= ONE_DAY
        assert notice.date == planned
        assert KR.notice_by(meeting, days=days, clear=False).last == notice.last + ONE_DAY


# Starts and terms --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "start",
    [
        datetime.datetime(2026, 9, 21, 14, 30),
        "2026-09-21T14:30",
        "2026-09-21 14:30",
        "2026-09-21T05:30+00:00",
        datetime.datetime(2026, 9, 21, 5, 30, tzinfo=datetime.UTC),
    ],
)
def test_a_time_is_one_in_korea(start):
    found = KR.deadline(start, days=3, rule="petition")
    assert found.at == datetime.datetime(2026, 9, 28, 14, 30)
    assert KR.deadline(start, days=6, rule="petition").at is None
    assert KR.deadline(start, days=14).date == day("2026-10-06")


def test_a_bare_date_has_no_hours():
    for start in ("2026-09-21", datetime.date(2026, 9, 21)):
        assert cause(lambda start=start: KR.deadline(start, days=5, rule="petition")) == (
            "a petition of 5 days is counted in hours of work from the time at which it came in, "
            "and 2026-09-21 is a day without a time: give 2026-09-21T14:30, say"
        )


@pytest.mark.parametrize(
    ("terms", "message"),
    [
        ({}, "no period: name one of days=, weeks=, months=, years="),
        (
            {"days": 1, "months": 1},
            "a period in two units: name one of days, weeks, months, years",
        ),
        ({"days": 0}, "a period of 0 days: it is at least 1"),
        ({"months": -1}, "a period of -1 months: it is at least 1"),
        (
            {"days": 7, "rule": "tax"},
            '"tax" is no rule of periods: civil, administrative, restriction, petition, '
            "information",
        ),
        (
            {"days": 7, "worse_for_citizen": True},
            "worse_for_citizen with rule 'civil': only rule 'restriction' asks for it",
        ),
        (
            {"days": 7, "rule": "information", "from_midnight": True},
            "from_midnight with rule 'information', by which the first day counts in any case",
        ),
    ],
)
def test_what_is_no_period_is_refused(terms, message):
    assert cause(lambda: KR.deadline("2026-03-04", **terms)) == message


@pytest.mark.parametrize(
    ("rule", "before", "first"),
    [
        ("administrative", "2021-03-22", "2021-03-23"),
        ("restriction", "2021-03-22", "2021-03-23"),
        ("petition", "2016-02-11", "2016-02-12"),
        ("information", "2020-12-21", "2020-12-22"),
    ],
)
def test_an_act_counts_from_the_day_on_which_it_is_in_force(rule, before, first):
    with pytest.raises(pb.HorizonError, match=f"'{rule}' is .* from {first} on; {before} lies"):
        KR.deadline(before, days=10, rule=rule)
    assert KR.deadline(first, days=10, rule=rule).first >= day(first)


def test_what_is_not_verified_is_not_answered():
    assert KR.verified_from == day("2010-01-01")
    assert KR.deadline("2009-12-20", days=14).date == day("2010-01-04")
    with pytest.raises(pb.HorizonError, match="whether 2009-12-31 is a public holiday is not"):
        KR.deadline("2009-12-17", days=14)
    with pytest.raises(pb.HorizonError, match="is not verified"):
        KR.statutory_day("2009-02-28")
    with pytest.raises(pb.HorizonError, match="is not verified"):
        KR.notice_by("2010-01-05", days=7)
    with pytest.raises(pb.HorizonError, match="2126-03-04 is outside the calendar's horizon"):
        KR.deadline("2026-03-04", years=100)
    for far in ({"days": 10**7}, {"months": 10**9}, {"weeks": 10**15}):
        with pytest.raises(pb.HorizonError, match="from 2026-03-04 end after 9999-12-31"):
            KR.deadline("2026-03-04", **far)


@pytest.mark.parametrize(
    ("start", "last"),
    [
        # The last days are Saturdays: 15 and 22 March 2008, and Sunday the 16th.
        ("2008-03-01", "2008-03-15"),
        ("2008-03-02", "2008-03-17"),
        ("2008-03-08", "2008-03-24"),
    ],
)
def test_a_saturday_is_put_off_from_the_day_on_which_the_amendment_is_in_force(start, last):
    listed = pb.WorkCalendar.from_holidays(["2008-03-01", "2008-04-09"])
    assert listed.deadline(start, days=14).date == day(last)


def test_a_day_on_which_the_institution_alone_is_closed_is_a_day_like_any_other():
    closed = KR.with_holiday("2026-03-18", "개청기념일", kind="closure")
    assert closed.deadline("2026-03-04", days=14).date == day("2026-03-18")
    assert closed.deadline("2026-03-04", days=14).advised == day("2026-03-17")
    temporary = KR.with_holiday("2026-03-18", "임시공휴일")
    assert temporary.deadline("2026-03-04", days=14).date == day("2026-03-19")
    assert KR.with_weekend(pb.FR).deadline("2026-03-07", days=14).date == day("2026-03-23")


def test_a_rule_in_a_sentence_gives_the_day_that_it_names():
    for sentence, named in (("매년 2월 말일까지", "2026-02-28"), ("매월 10일 이내", "2026-01-10")):
        nominal = pb.parse_korean(sentence).readings[0]
        assert nominal.between("2026-01-01", "2026-03-01")[0] == day(named)
        assert nominal.between("2026-01-01", "2026-03-01", workdays=KR)[0] == day(named)
    assert KR.statutory_day("2026-02-28").date == day("2026-03-03")
