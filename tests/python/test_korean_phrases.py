"""Recurring dates as announcements and ordinances say them in Korean, and what they give."""

import datetime
import pickle
import random
import re
from pathlib import Path

import pytest

import probity as pb
from random_rules import random_rule

SENTENCES = Path(__file__).parents[1] / "data" / "sentences"


def rows_of(name):
    return [line.split("\t") for line in (SENTENCES / name).read_text("utf-8").splitlines()[1:]]


ROWS = rows_of("korean.tsv")
OFFICES = rows_of("offices.tsv")


def said(phrase, kr, begin="2026-01-01", end="2027-04-01", reading=0):
    """The days of a reading as text: 2026-03-18, 2026-03-16/2026-03-23."""
    days = pb.parse_korean(phrase).readings[reading].between(begin, end, workdays=kr)
    return " ".join(
        f"{each.begin}/{each.end}" if isinstance(each, pb.Interval) else str(each) for each in days
    )


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_each_phrase_gives_its_days(row, kr):
    phrase, kind, begin, end, expected = row
    if kind == "refuse":
        assert expected
        with pytest.raises(pb.RuleError, match=re.escape(expected)):
            pb.parse_korean(phrase)
    else:
        assert said(phrase, kr, begin, end) == expected


@pytest.mark.parametrize("row", OFFICES, ids=lambda row: row[0])
def test_what_offices_write(row, kr):
    phrase, kind, begin, end, expected, hours = row
    if kind == "refuse":
        with pytest.raises(pb.RuleError, match=re.escape(expected)):
            pb.parse_korean(phrase)
        return
    rule = pb.parse_korean(phrase)
    assert said(phrase, kr, begin, end) == expected
    assert rule.readings[0].of_spans == (kind == "weeks")
    times = [each.isoformat("minutes") for each in (rule.time, rule.ends) if each]
    assert "-".join(times) == hours


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        # Ends of periods, and deadlines after them.
        ("반기 말", "2026-06-30 2026-12-31"),
        ("2분기 말", "2026-06-30"),
        ("매년 말일", "2026-12-31"),
        ("다음 연도 3월 31일까지", "2026-03-31 2027-03-31"),
        ("분기 다음 달 말일까지", "2026-01-31 2026-04-30 2026-07-31 2026-10-31 2027-01-31"),
        (
            "분기 마지막 달의 다음 달 20일까지",
            "2026-01-20 2026-04-20 2026-07-20 2026-10-20 2027-01-20",
        ),
        ("매반기 종료 후 15일 이내", "2026-01-15 2026-07-15 2027-01-15"),
        ("분기 종료 후 1개월 이내", "2026-01-31 2026-04-30 2026-07-31 2026-10-31 2027-01-31"),
        ("매 회계연도 종료 후 60일 이내", "2026-03-01 2027-03-01"),
        ("분기 종료 후 30일 이내", "2026-01-30 2026-04-30 2026-07-30 2026-10-30 2027-01-30"),
        ("분기 종료 후 5근무일 이내", "2026-01-08 2026-04-07 2026-07-07 2026-10-08 2027-01-08"),
        ("분기 말일부터 15일 이내", "2026-01-15 2026-04-15 2026-07-15 2026-10-15 2027-01-15"),
        ("분기 종료 10일 전까지", "2026-03-21 2026-06-20 2026-09-20 2026-12-21 2027-03-21"),
        ("매년 시작 30일 전까지", "2026-12-02"),
        # Spans.
        ("매년 12. 1. ~ 12. 15.", "2026-12-01/2026-12-16"),
        (
            "12월 25일부터 다음 해 1월 5일까지",
            "2025-12-25/2026-01-06 2026-12-25/2027-01-06",
        ),
        (
            "매년 11월 1일부터 다음 해 2월 말일까지",
            "2025-11-01/2026-03-01 2026-11-01/2027-03-01",
        ),
        ("매년 9월부터 11월까지", "2026-09-01/2026-12-01"),
        ("매년 3월 1일부터 2개월간", "2026-03-01/2026-05-01 2027-03-01/2027-05-01"),
        ("매년 3월 첫째 주부터 둘째 주까지", "2026-03-02/2026-03-16 2027-03-01/2027-03-15"),
        ("매년 12월 첫째 주 월요일부터 3일간", "2026-11-30/2026-12-03"),
        ("매년 6월 첫째 월요일부터 금요일까지", "2026-06-01/2026-06-06"),
        ("7~8월 두 달간", "2026-07-01/2026-09-01"),
        (
            "3월 한 달간 매주 월요일, 2026. 12. 31.까지",
            "2026-03-02 2026-03-09 2026-03-16 2026-03-23 2026-03-30",
        ),
        # Days with a name.
        ("추석 전주", "2026-09-14/2026-09-21"),
        (
            "명절 2주 전부터 명절 당일까지",
            "2026-02-03/2026-02-18 2026-09-11/2026-09-26 2027-01-24/2027-02-08",
        ),
        ("설 연휴", "2026-02-16/2026-02-19 2027-02-06/2027-02-09"),
        ("추석 후 1주일간", "2026-09-26/2026-10-03"),
        ("추석 연휴 전 1주일", "2026-09-17/2026-09-24"),
        ("추석 10일 전", "2026-09-15"),
        ("추석 5근무일 전", "2026-09-17"),
        ("설 전날", "2026-02-16 2027-02-06"),
        ("추석 2주 전부터 전날까지", "2026-09-11/2026-09-25"),
        ("부처님 오신 날", "2026-05-24"),
        # What is left out.
        ("분기별 마지막 금요일(4분기 제외)", "2026-03-27 2026-06-26 2026-09-25 2027-03-26"),
        (
            "10월부터 매주 월요일(마지막 주 제외)",
            "2026-10-05 2026-10-12 2026-10-19 2026-11-02 2026-11-09 2026-11-16 2026-11-23 "
            "2026-12-07 2026-12-14 2026-12-21",
        ),
        (
            "매월 첫째 월요일에 개최한다. 다만, 1월부터 10월까지는 제외한다.",
            "2026-11-02 2026-12-07",
        ),
        (
            "2월 중 매주 수요일(공휴일 제외)",
            "2026-02-04 2026-02-11 2026-02-25 2027-02-03 2027-02-10 2027-02-17 2027-02-24",
        ),
        # Months, beginnings, names.
        (
            "분기별 실적은 다음 달 10일까지 보고한다",
            "2026-01-10 2026-04-10 2026-07-10 2026-10-10 2027-01-10",
        ),
        (
            "3월부터 11월까지 격월로 셋째 수요일",
            "2026-03-18 2026-05-20 2026-07-15 2026-09-16 2026-11-18 2027-03-17",
        ),
        ("2027년 1월부터 매월 1일", "2027-01-01 2027-02-01 2027-03-01"),
        ("정기회의는 연 2회 3월과 9월 첫째 월요일에 개최한다", "2026-03-02 2026-09-07 2027-03-01"),
        ("청렴의 날(매년 12월 9일)", "2026-12-09"),
        ("매년 12월 9일 「세계 반부패의 날」", "2026-12-09"),
        ("분기 1회 첫째 달 15일", "2026-01-15 2026-04-15 2026-07-15 2026-10-15 2027-01-15"),
        ("연 2회 6월 말과 12월 말", "2026-06-30 2026-12-31"),
    ],
)
def test_phrases_of_the_same_kinds(phrase, expected, kr):
    assert said(phrase, kr) == expected


def test_what_a_day_off_does(kr):
    """10 October 2026 is a Saturday, 10 May a Sunday; 25 September, Chuseok, a Friday."""
    tenth = pb.parse_korean("매월 10일(공휴일이면 다음 날)")
    assert len(tenth.readings) == 3
    assert said(tenth.text, kr, "2026-10-01", "2026-11-01") == "2026-10-10"
    assert said(tenth.text, kr, "2026-10-01", "2026-11-01", reading=2) == "2026-10-12"
    assert said(tenth.text, kr, "2026-05-01", "2026-06-01") == "2026-05-11"
    chuseok = "매월 25일(공휴일이면 다음 날)"
    window = ("2026-09-01", "2026-10-01")
    # The day after is a holiday too, and the one after that a Sunday.
    assert [said(chuseok, kr, *window, reading=i) for i in range(3)] == [
        "2026-09-26",
        "2026-09-28",
        "2026-09-28",
    ]
    assert said("매월 10일(토요일이면 전날)", kr, "2026-10-01", "2026-11-01") == "2026-10-09"
    assert said("매월 10일(주말이면 다음 월요일)", kr, "2026-10-01", "2026-11-01") == "2026-10-12"


def test_a_deadline_is_nominal_first_and_legal_second(kr):
    nominal, legal = pb.parse_korean("다음 달 10일까지").readings
    assert not nominal.needs_workdays
    assert legal.names == ("LEGAL_DAY",)
    assert legal.between("2026-05-01", "2026-06-01", workdays=kr) == [datetime.date(2026, 5, 11)]
    with pytest.raises(pb.ProbityError, match="workdays="):
        legal.between("2026-05-01", "2026-06-01")


def test_what_reaches_into_a_window_is_in_it(kr):
    assert (
        said("매년 12월 1일부터 15일까지", kr, "2026-12-10", "2026-12-12")
        == "2026-12-01/2026-12-16"
    )
    assert said("추석 후 1주일간", kr, "2026-10-02", "2026-10-03") == "2026-09-26/2026-10-03"
    # December's last week is not among the weeks of a window that opens with January.
    assert said("매월 마지막 주", kr, "2026-01-01", "2026-02-01") == "2026-01-26/2026-02-02"
    assert said("매월 15일", kr, "2026-03-15", "2026-03-15") == ""


def test_spans_of_one_length_are_spans_too():
    reading = pb.parse_korean("추석 전 2주간").readings[0]
    assert reading.spans("2026-01-01").nth(0) == pb.Interval("2026-09-11", "2026-09-25")
    months = pb.parse_korean("매년 2월 한 달간").readings[0]
    assert [len(each) for each in months.between("2027-01-01", "2029-01-01")] == [28, 29]
    with pytest.raises(pb.ProbityError, match="between"):
        months.spans("2026-01-01")


def test_a_run_of_days_may_be_one_span(kr):
    assert said("매월 1~3일", kr, "2026-03-01", "2026-04-01") == "2026-03-01 2026-03-02 2026-03-03"
    assert said("매월 1~3일", kr, "2026-03-01", "2026-04-01", reading=1) == "2026-03-01/2026-03-04"
    assert said("매월 1일부터 3일까지", kr, "2026-03-01", "2026-04-01") == "2026-03-01/2026-03-04"


def test_a_deadline_of_the_day_is_its_end():
    rule = pb.parse_korean("매월 15일 18시까지")
    assert (rule.time, rule.ends) == (None, datetime.time(18))


def test_an_hour_is_kept():
    rule = pb.parse_korean("매월 둘째 주 금요일 오후 2시")
    assert rule.time == datetime.time(14)
    for text in ("매월 둘째 주 금요일 오후 2시부터 2시간", "매월 둘째 주 금요일 (14:00~16:00)"):
        rule = pb.parse_korean(text)
        assert (rule.time, rule.ends) == (datetime.time(14), datetime.time(16))
    # Several times a day are in the rule.
    several = pb.parse_korean("매일 09:30·13:30").readings[0].rule
    assert several == pb.Rule("FREQ=DAILY;BYHOUR=9,13;BYMINUTE=30")


@pytest.mark.parametrize(
    ("text", "times", "per", "bound"),
    [
        ("연 3회", 3, "year", "exactly"),
        ("매년 2회 이상", 2, "year", "at_least"),
        ("분기별 1회 이상", 1, "quarter", "at_least"),
        ("반기 1회", 1, "half_year", "exactly"),
        ("상·하반기 각 1회", 1, "half_year", "exactly"),
        ("월 1회", 1, "month", "exactly"),
        ("한 달에 한 번", 1, "month", "exactly"),
        ("연간 4회 이내", 4, "year", "at_most"),
        ("최소 연 1회", 1, "year", "at_least"),
        ("정기회의는 연 3회 개최한다.", 3, "year", "exactly"),
        ("정기회의(연 3회)", 3, "year", "exactly"),
        ("1년간 3회", 3, "year", "exactly"),
        ("1회/분기", 1, "quarter", "exactly"),
        # Two that agree: the shorter period says all that the longer says.
        ("연 2회(상·하반기)", 1, "half_year", "exactly"),
        ("연 2회(상·하반기 각 1회)", 1, "half_year", "exactly"),
        ("연 4회 이상(분기별 1회)", 1, "quarter", "at_least"),
        ("분기별 1회 이상(연 4회)", 1, "quarter", "at_least"),
    ],
)
def test_how_often(text, times, per, bound):
    often = pb.parse_korean_quota(text)
    assert (often.times, often.per, often.bound, often.text) == (times, per, bound, text)
    assert pickle.loads(pickle.dumps(often)) == often
    if bound == "at_most":
        with pytest.raises(pb.ProbityError, match="most that may happen"):
            often.quota("q", "2026-01-01")
    else:
        quota = often.quota("q", "2026-01-01", title="정기회의")
        assert (quota.times, quota.per) == (times, per)


@pytest.mark.parametrize(
    ("text", "position", "words"),
    [
        ("", 0, "empty"),
        ("연 4시간", 2, "4시간 is no number of times"),
        ("연 2~3회", 2, "two numbers"),
        ("주 1회", 0, "a week"),
        ("2년에 1회", 0, "some years"),
        ("연 0회", 2, "once or more"),
        ("연 3회째", 2, "row of days"),
        ("분기 1회 15일", 6, "parse_korean reads days"),
        ("연 1회 초과", 5, "이상"),
        ("매월 15일", 3, "15일 is no number of times"),
        ("three times a year", 0, "no number of times"),
        ("필요시 수시", 0, "필요시 names no number"),
        ("임기 중 1회", 5, "1회 in which period"),
        ("연 3회(분기별 1회)", 5, "do not agree"),
        ("연 2회 이상(반기별 1회 이내)", 8, "the least, the other the most"),
    ],
)
def test_what_is_no_quota(text, position, words):
    with pytest.raises(pb.RuleError, match=words) as refused:
        pb.parse_korean_quota(text)
    assert refused.value.position == position


# What describe("ko") writes -----------------------------------------------------------------------


def test_descriptions_read_back():
    """Random rules, from several starts; those that have no day may be refused."""
    random_numbers = random.Random(20260318)
    read = 0
    while read < 400:
        rule = random_rule(random_numbers)
        sentence = rule.describe("ko")
        expected = [dates(pb.Recurrence(rule, start)) for start in STARTS]
        if not any(expected):
            continue
        found = pb.parse_korean(sentence).readings[0]
        assert [dates(found.recurrence(start)) for start in STARTS] == expected, (rule, sentence)
        read += 1


STARTS = ("2026-01-01", "2024-02-29", "2025-07-31")


def dates(recurrence):
    return list(recurrence.between("2024-01-01", "2050-01-01"))


@pytest.mark.parametrize("rule", ["FREQ=HOURLY", "FREQ=MINUTELY;BYHOUR=9,10", "FREQ=SECONDLY"])
def test_rules_of_less_than_a_day_read_back(rule):
    found = pb.parse_korean(pb.Rule(rule).describe("ko")).readings[0]
    assert found.rule == pb.Rule(rule)


@pytest.mark.parametrize("convention", ["ISO", "CLDR_KR", "MONDAY_ROWS", "FULL_WEEKS"])
@pytest.mark.parametrize("week", [1, 3, 5, -1])
def test_descriptions_of_observances_read_back(convention, week):
    chosen = getattr(pb.WeekConvention, convention)
    cadence = pb.ByWeek(week, "2026-01-01", weekday=pb.WE, months=[3, 9], convention=chosen)
    sentence = cadence.describe("ko")
    found = pb.parse_korean(sentence).readings[0]
    expected = pb.weekday_of_week(pb.WE, week, [3, 9], "2026-01-01", chosen)
    assert dates(found.recurrence("2026-01-01")) == dates(expected), sentence
