"""Sentences of officials, read as rules."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

import probity as pb
from conftest import day
from probity import korean

# Readings -----------------------------------------------------------------------------------------


def rules(text: str) -> list[str]:
    return [str(reading.rule) for reading in pb.parse_korean(text).readings]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("매일", "FREQ=DAILY"),
        ("매주 월요일", "FREQ=WEEKLY;BYDAY=MO"),
        ("매주 월·수·금", "FREQ=WEEKLY;BYDAY=MO,WE,FR"),
        ("매주 화요일과 목요일에", "FREQ=WEEKLY;BYDAY=TU,TH"),
        ("격주 금요일", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
        ("2주마다 금요일", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
        ("매월 15일", "FREQ=MONTHLY;BYMONTHDAY=15"),
        ("매월 1일, 15일", "FREQ=MONTHLY;BYMONTHDAY=1,15"),
        ("매월 말일", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("매월 첫째 월요일", "FREQ=MONTHLY;BYDAY=1MO"),
        ("매월 첫 번째 월요일", "FREQ=MONTHLY;BYDAY=1MO"),
        ("매월 다섯째 수요일", "FREQ=MONTHLY;BYDAY=5WE"),
        ("매월 마지막 금요일", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("매월 둘째, 넷째 토요일", "FREQ=MONTHLY;BYDAY=2SA,4SA"),
        ("셋째 수요일", "FREQ=MONTHLY;BYDAY=3WE"),
        ("매월 3번째 수요일", "FREQ=MONTHLY;BYDAY=3WE"),
        ("매년 3월 18일", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=18"),
        ("매년 음력 1월 1일", "RSCALE=DANGI;FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1"),
        ("음력 윤5월 1일", "RSCALE=DANGI;FREQ=YEARLY;BYMONTH=5L;BYMONTHDAY=1"),
        ("분기별 첫째 달 15일", "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=15"),
        ("매분기 마지막 금요일", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYDAY=-1FR"),
        ("매분기 둘째 월요일", "FREQ=YEARLY;BYMONTH=1,4,7,10;BYDAY=2MO"),
        ("3/4분기 말일", "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=-1"),
        ("반기별 첫째 달 1일", "FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=1"),
        ("상·하반기 말일", "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1"),
        ("하반기 첫째 달 셋째 수요일", "FREQ=YEARLY;BYMONTH=7;BYDAY=3WE"),
        ("2개월마다 15일", "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=15"),
        ("3월부터 11월까지 매월 셋째 수요일", "FREQ=YEARLY;BYMONTH=3,4,5,6,7,8,9,10,11;BYDAY=3WE"),
        ("11월부터 2월까지 매월 1일", "FREQ=YEARLY;BYMONTH=1,2,11,12;BYMONTHDAY=1"),
        ("홀수 달 셋째 수요일", "FREQ=YEARLY;BYMONTH=1,3,5,7,9,11;BYDAY=3WE"),
        ("짝수달 15일", "FREQ=YEARLY;BYMONTH=2,4,6,8,10,12;BYMONTHDAY=15"),
        ("연 2회, 3월과 9월 첫째 월요일", "FREQ=YEARLY;BYMONTH=3,9;BYDAY=1MO"),
        ("매월 마지막 평일(월~금요일)", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
        ("매년 연중 20번째 주 월요일", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO"),
        ("격월(짝수 달) 15일", "FREQ=YEARLY;BYMONTH=2,4,6,8,10,12;BYMONTHDAY=15"),
        ("분기별 1회(3·6·9·12월 말일)", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"),
        ("연중 매월 15일에 실시한다.", "FREQ=MONTHLY;BYMONTHDAY=15"),
        ("매월 말", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("분기 말", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"),
        ("연말", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1"),
        ("익월 10일", "FREQ=MONTHLY;BYMONTHDAY=10"),
        ("4월부터 매월 1일", "FREQ=YEARLY;BYMONTH=4,5,6,7,8,9,10,11,12;BYMONTHDAY=1"),
        ("3월부터 격월 15일", "FREQ=YEARLY;BYMONTH=3,5,7,9,11;BYMONTHDAY=15"),
        ("매년 12. 9.", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=9"),
        ("매월 ３일", "FREQ=MONTHLY;BYMONTHDAY=3"),
        ("매월 네쨰 금욜", "FREQ=MONTHLY;BYDAY=4FR"),
        ("매월 셋째 수요일, 10회", "FREQ=MONTHLY;COUNT=10;BYDAY=3WE"),
        ("매월 셋째 수요일, 2026. 12. 31.까지", "FREQ=MONTHLY;UNTIL=20261231;BYDAY=3WE"),
        # Decomposed syllables, as file names of macOS have them.
        ("\u1106\u1162\u110b\u116f\u11af 15\u110b\u1175\u11af", "FREQ=MONTHLY;BYMONTHDAY=15"),
    ],
)
def test_one_reading(text, rule):
    assert rules(text) == [str(pb.Rule(rule))]


def test_readings_of_the_wednesday_of_the_third_week_of_march():
    rule = pb.parse_korean("매년 3월 셋째 주 수요일")
    assert [reading.names for reading in rule.readings] == [
        ("BYDAY=3WE", "SUNDAY_MAJORITY"),
        ("CLDR_KR",),
        ("ISO",),
        ("MONDAY_ROWS",),
        ("FULL_WEEKS",),
        ("FULL_WEEKS_FROM_SUNDAY",),
    ]
    assert rule.readings[2].convention == pb.WeekConvention.ISO
    for reading in rule.readings:
        if reading.convention is not None and reading.names[0] != "BYDAY=3WE":
            expected = pb.weekday_of_week(
                pb.WE, 3, months=[3], start="2020-01-01", convention=reading.convention
            )
            assert reading.recurrence(start="2020-01-01") == expected
    third = pb.third_wednesday(month=3, start="2020-01-01")
    assert rule.readings[0].recurrence("2020-01-01") == third
    assert rule.readings[0].title == pb.Text(
        "매년 3월 셋째 수요일", "every year on the third Wednesday of March"
    )
    assert rule.readings[2].title == pb.Text(
        "매년 3월 셋째 주 수요일(월요일에 시작, 4일 이상이 그달에 든 주부터)",
        "every year on the Wednesday of the third week of March "
        "(weeks from Monday with 4 days in the month)",
    )


def test_songpas_day_and_the_third_wednesday_of_march_differ_in_five_years():
    rule = pb.parse_korean("매년 3월 셋째 주 수요일")
    differences = rule.differ(2013, 2051, readings=(0, 2))
    assert [each.year for each in differences] == [2018, 2029, 2035, 2040, 2046]
    assert differences[0].dates == ((day("2018-03-21"),), (day("2018-03-14"),))
    assert all(each.month is None for each in differences)


def test_a_monthly_rule_differs_by_months():
    rule = pb.parse_korean("매월 셋째 주")
    found = {each.month: each.dates for each in rule.differ(2026, 2027, readings=(0, 2))}
    weeks = {each.month: each.weeks for each in pb.WeekConvention.compare(2026, week=3)}
    expected = {
        month: ((each["ISO"],), (each["MONDAY_ROWS"],))
        for month, each in weeks.items()
        if each["ISO"] != each["MONDAY_ROWS"]
    }
    assert found == expected
    assert set(found) == {2, 3, 5, 8, 11}
    assert rule.differ(2026, 2026) == []


def test_the_first_week_belongs_to_its_month_where_it_begins_before():
    rule = pb.parse_korean("매월 첫째 주 월요일")
    first = {each.month: each.dates for each in rule.differ(2026, 2027, readings=(0, 2))}
    # The first ISO week of October 2026 begins on 28 September.
    assert first[10] == ((day("2026-10-05"),), (day("2026-09-28"),))


@pytest.mark.parametrize(
    "text", ["매월 셋째 주", "매월 셋째주", "제3주", "매월 3주차", "셋째 주간"]
)
def test_a_whole_week_is_the_third_week(text):
    reading = pb.parse_korean(text).readings[0]
    assert reading.spans(start="2026-01-01") == pb.third_week(start="2026-01-01")
    assert reading.recurrence("2026-01-01").same_dates(pb.third_week("2026-01-01").first_days())


@pytest.mark.parametrize("n", [1, 2, 3, 4, 5, -1])
@pytest.mark.parametrize("weekday", range(7))
def test_a_weekday_of_any_week_by_every_convention(n, weekday):
    word = {1: "첫째", 2: "둘째", 3: "셋째", 4: "넷째", 5: "다섯째", -1: "마지막"}[n]
    which = pb.Weekday(weekday)
    for reading in pb.parse_korean(f"매월 {word} 주 {korean.WEEKDAYS[weekday]}요일").readings:
        if reading.convention is None:
            assert reading.names[0] in (f"BYDAY={n}{which}", "LAST_ROW")
            continue
        expected = pb.weekday_of_week(which, n, start="2026-01-01", convention=reading.convention)
        assert reading.recurrence("2026-01-01").same_dates(expected)


def test_the_last_thursday_is_that_of_the_last_iso_week_and_of_no_other():
    rule = pb.parse_korean("마지막 주 목요일")
    assert rule.readings[0].names == ("BYDAY=-1TH", "ISO")
    assert rule.readings[0].rule == pb.Rule("FREQ=MONTHLY;BYDAY=-1TH")
    # On a wall calendar whose rows begin on Sunday the last row of January 2026 has the 29th, that
    # of August the 31st alone: its Thursday is in September.
    row = rule.readings[1]
    assert row.names[0] == "LAST_ROW"
    found = {each.month: each.dates for each in rule.differ(2026, 2027, readings=(0, 1))}
    assert found[8] == ((day("2026-08-27"),), (day("2026-09-03"),))
    assert 1 not in found


def test_the_last_week_holds_the_last_day_of_the_month():
    for text, first in (("매월 마지막 주", 0), ("매년 8월 마지막 주", 0)):
        last, row, *conventions = pb.parse_korean(text).readings
        for week in last.between("2021-01-01", "2030-01-01"):
            assert week.begin.weekday() == first
            assert any((date + datetime.timedelta(1)).day == 1 for date in week)
        assert row.names[0] == "LAST_ROW"
        # What is counted by conventions from the end is no row of a calendar, and is called none.
        assert all("줄" not in each.title.korean for each in conventions)


@pytest.mark.parametrize("text", ["둘째 월요일이 있는 주", "매월 둘째 주 월요일이 있는 주"])
def test_the_week_that_contains_the_second_monday(text):
    from_monday, from_sunday, *_ = pb.parse_korean(text).readings
    weeks = from_monday.spans(start="2026-01-01")
    assert weeks == pb.nth_week(2, start="2026-01-01", convention=pb.WeekConvention.FULL_WEEKS)
    second = pb.Recurrence("FREQ=MONTHLY;BYDAY=2MO", start="2026-01-01")
    for monday in second.between("2026-01-01", "2028-01-01"):
        assert weeks.covering(monday).begin == monday
        assert from_sunday.spans("2026-01-01").covering(
            monday
        ).begin == monday - datetime.timedelta(1)


@pytest.mark.parametrize("n", [1, 6, 7, 15, 28])
def test_the_week_that_contains_a_day_of_the_month(n):
    for reading in pb.parse_korean(f"매월 {n}일이 있는 주").readings:
        spans = reading.spans("2026-01-01")
        days = pb.Recurrence(f"FREQ=MONTHLY;BYMONTHDAY={n}", "2026-01-01")
        weeks = [spans.covering(date) for date in days.between("2026-01-01", "2028-01-01")]
        assert weeks == [spans.nth(k) for k in range(24)]


def test_the_last_working_day(kr):
    rule = pb.parse_korean("매월 마지막 근무일")
    worked, weekday = rule.readings
    days = worked.recurrence("2026-01-01", workdays=kr).between("2026-01-01", "2027-01-01")
    assert list(days) == [kr.last_working_day(2026, month) for month in range(1, 13)]
    assert weekday.rule == pb.Rule("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1")
    # 2024-12-31 is a Tuesday at work; 2028-01's last weekdays are those before and of Seollal.
    assert [(each.year, each.month) for each in rule.differ(2024, 2029, workdays=kr)] == [
        (year, month)
        for year in range(2024, 2029)
        for month in range(1, 13)
        if kr.last_working_day(year, month)
        != weekday.recurrence("2024-01-01").last_before(
            datetime.date(year + month // 12, month % 12 + 1, 1)
        )
    ]
    with pytest.raises(pb.ProbityError, match="workdays="):
        rule.differ(2024, 2029)


def test_the_first_and_the_third_working_day(kr):
    first = pb.parse_korean("매월 첫 근무일").recurrence("2026-01-01", workdays=kr)
    assert list(first.between("2026-01-01", "2027-01-01")) == [
        kr.first_working_day(2026, month) for month in range(1, 13)
    ]
    third = pb.parse_korean("매월 셋째 근무일").recurrence("2026-01-01", workdays=kr)
    # Of February 2026: Monday the 2nd is its first.
    assert third.next_after("2026-02-01") == day("2026-02-04")


def test_a_day_off_moves_to_the_next_working_day(kr):
    rule = pb.parse_korean("매월 1일(토·일·공휴일이면 다음 근무일)")
    days = rule.recurrence("2026-01-01", workdays=kr).between("2026-01-01", "2027-01-01")
    assert list(days) == [kr.roll(datetime.date(2026, m, 1), "following") for m in range(1, 13)]
    before = pb.parse_korean("매월 말일(토요일·공휴일인 경우 직전 근무일)")
    assert before.readings[0].roll == "preceding"


def test_working_days_each(kr):
    ignoring, worked = pb.parse_korean("매주 평일").readings
    assert ignoring.rule == pb.Rule("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")
    days = worked.recurrence("2026-01-01", workdays=kr).between("2026-02-01", "2026-03-01")
    assert list(days) == list(kr.working_days("2026-02-01", "2026-03-01"))


def test_the_31st_may_be_the_last_day():
    assert rules("매월 31일") == [
        "FREQ=MONTHLY;BYMONTHDAY=31",
        str(pb.Rule("RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=31;SKIP=BACKWARD")),
    ]


def test_two_dates_of_a_year():
    days = pb.parse_korean("매년 6월 30일과 12월 31일").recurrence("2026-01-01")
    assert list(days.between("2026-01-01", "2028-01-01")) == [
        day("2026-06-30"),
        day("2026-12-31"),
        day("2027-06-30"),
        day("2027-12-31"),
    ]


def test_a_time_of_day_is_kept():
    for text in (
        "매월 셋째 수요일 15:20",
        "매월 셋째 수요일 오후 3시 20분",
        "매월 셋째 수요일 15시 20분",
    ):
        assert pb.parse_korean(text).time == datetime.time(15, 20)
    assert pb.parse_korean("매일 오전 12시").time == datetime.time(0)
    assert pb.parse_korean("매일").time is None
    for text in (
        "매주 금요일 10:00~12:00",
        "매주 금요일(10시~12시)",
        "매주 금요일 오전 10시부터 12:00까지",
    ):
        rule = pb.parse_korean(text)
        assert rule.time == datetime.time(10), text
    assert pb.parse_korean("매주 금요일 오후 2시~4시 30분").ends == datetime.time(16, 30)


@pytest.mark.parametrize(
    ("text", "position", "words"),
    [
        ("", 0, "empty"),
        ("연 3회", 0, "not when"),
        ("매년 3회", 3, "not when"),
        ("분기별 1회", 0, "not when"),
        ("연 3회, 3월과 9월 첫째 월요일", 0, "do not agree: 3 times a year, but .* 2"),
        ("매월 45일", 3, "1 to 31"),
        ("매년 13월 1일", 3, "1 to 12"),
        ("매월 여섯째 주", 7, "first to the fifth"),
        ("매월 여섯째 월요일", 7, "at most five"),
        ("매월 둘째 주 X요일", 8, "X요일"),
        ("매월 1 5일", 5, "nothing between"),
        ("매월", 2, "no days"),
        ("매주", 2, "no days"),
        ("매년 셋째 수요일", 9, "names its months"),
        ("매분기 15일", 7, "which month"),
        ("매년 2월 30일", 0, "no such day"),
        ("매월 초", 3, "초 names no day"),
        ("매월 중순", 3, "중순 names about ten days"),
        ("매월 몇일", 3, "몇일 asks"),
        ("매년 6월 중", 6, "중 names no day"),
        ("every month", 0, "neither how often nor when"),
        ("분기 1회 15일", 9, "of which month of the quarter"),
        ("월 2회 셋째 수요일", 0, "twice a month, but one day is named"),
        ("매월 2회 금요일", 6, "which two Fridays"),
        ("매월 금요일", 3, "which of the Fridays"),
        ("분기 1회 3월 15일", 0, "once a quarter, but the days named are 0 to 1"),
        ("주 1회 매월 셋째 수요일", 0, "once a week"),
        ("매월 둘째 금요일 오후", 10, "오후 names no hour"),
        ("매월 둘째 금요일 2시", 10, "오전 2시 or 오후 2시"),
        ("매월 15일 두 번", 7, "how often stands first"),
        ("매월 셋째 수요일 전후", 10, "."),
        ("6~8월 두 달간", 5, "두달 are not the 3 months"),
        ("설·추석 전후", 5, "how many days"),
        ("추석 전 3일", 3, "3일간 or 3일 전"),
        ("매월 10일 전까지", 7, "the day itself meant, or the day before"),
        ("매월 25일부터 5일까지", 0, "ends before it begins"),
        ("매년 3. 18.(수)", 3, "true of one year only"),
        ("2026년 4월 1일", 0, "one year is named"),
        ("매월 1일(공휴일인 경우 순연)", 6, "순연 does not say to which day it moves"),
        ("2026년 3월 셋째 주 수요일", 0, "one year"),
        ("한 달에 한 번", 0, "not when"),
        ("매일 12:00~10:00", 8, "ends before"),
        ("매일 25:00", 3, "00:00 to 23:59"),
        ("매월 15일, 2026. 2. 30.까지", 8, "no such date"),
    ],
)
def test_what_is_not_understood_is_named_with_its_place(text, position, words):
    with pytest.raises(pb.RuleError, match=words) as refused:
        pb.parse_korean(text)
    assert refused.value.position == position


@pytest.mark.parametrize(
    "unit",
    [
        *("월", "1", "매년", "첫째·", "월요일과", "(", "3월부터", "1일과 ", "마지막", "끝에서 "),
        *(
            "1일 중 ",
            "1~999999999일·",
            "끝에서 999999999번째",
            "8월 제외 ",
            "추석·",
            "추석 ",
        ),
        *("매월 첫째 날 중 ", "연 1회 ", "다음 달 ", "청렴 ", "오전 ", ", 각 달의 첫째 것만"),
    ],
)
def test_megabytes_are_refused_at_once(unit):
    few, many = 900 // len(unit), 5900 // len(unit)
    for text in (unit * 300_000, unit * few, "매월 " + unit * few, "매월 " + unit * many):
        with pytest.raises(pb.RuleError, match=r"has at most 300 characters|, at \d+: "):
            pb.parse_korean(text)


WORDS = st.sampled_from(
    [
        *(
            "매년",
            "매월",
            "매주",
            "격주",
            "음력",
            "3월",
            "첫째",
            "셋째",
            "마지막",
            "주",
            "수요일",
            "월",
        ),
        *(
            "15일",
            "말일",
            "근무일",
            "평일",
            "(",
            ")",
            ",",
            "·",
            "~",
            "과",
            "중",
            "에",
            "부터",
            "까지",
        ),
        *(
            "이 있는 주",
            "10회",
            "연",
            "분기별",
            "달",
            "2026. 12. 31.까지",
            "인 경우",
            "공휴일이면",
            "다음",
        ),
        *(" ", "1", "2", "0", "번째", "끝에서", "날", "연중", "제", "15:20", "오후", "3시"),
    ]
)


@given(st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=9).map("".join)))
def test_any_text_is_read_or_refused(text):
    try:
        rule = pb.parse_korean(text)
    except pb.RuleError as error:
        assert 0 <= error.position <= len(text)
    else:
        assert rule.readings
        assert rule.text == text
