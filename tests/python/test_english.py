"""parse_english: what announcements write in English, and all that Rule.describe("en") writes."""

import datetime
import random
import re
from pathlib import Path

import pytest

import probity as pb
from random_rules import random_rule

KR = pb.WorkCalendar.korea()


def between(text, begin="2026-01-01", end="2027-04-01"):
    """The days of the usual reading, as texts; of spans their first and last days."""
    found = pb.parse_english(text).readings[0].between(begin, end, workdays=KR)
    return [
        f"{each.begin}..{each.last}" if isinstance(each, pb.Interval) else str(each)
        for each in found
    ]


# ------------------------------------------------------------------- the same as in Korean

SAME = [
    ("third Wednesday of March every year", "매년 3월 셋째 수요일"),
    ("Wednesday of the third week of March", "매년 3월 셋째 주 수요일"),
    ("every month, Wednesday of the third week", "매월 셋째 주 수요일"),
    ("Thursday of the last week of each month", "매월 마지막 주 목요일"),
    ("third week of every month", "매월 셋째 주"),
    ("the last week of August", "8월 마지막 주"),
    ("Monday to Friday of the third week of every month", "매월 셋째 주 월요일부터 금요일까지"),
    ("the last working day of each month", "매월 마지막 근무일"),
    ("the third working day of every month", "매월 3일째 근무일"),
    ("every weekday", "매주 평일"),
    ("the week of the second Monday", "매월 둘째 월요일이 있는 주"),
    ("first Monday of every month except August", "8월을 제외한 매월 첫째 월요일"),
    ("every month except July and August, the first Tuesday", "7·8월을 제외한 매월 첫째 화요일"),
    ("end of quarter", "분기 말"),
    ("the end of June every year", "매년 6월 말"),
    ("year-end", "연말"),
    ("by the 10th of the following month", "다음 달 10일까지"),
    ("within 10 days after the end of each quarter", "매분기 종료 후 10일 이내"),
    ("from 1 December to 15 December every year", "매년 12월 1일부터 12월 15일까지"),
    ("throughout June every year", "매년 6월 한 달간"),
    ("the two weeks before Seollal and Chuseok", "설·추석 전 2주간"),
    ("the week before Chuseok", "추석 전 1주일"),
    ("the day before Chuseok", "추석 전날"),
    ("Lunar New Year's Day", "설날"),
    ("the week of Chuseok", "매년 추석이 속한 주"),
    (
        "every year on 9 December (International Anti-Corruption Day)",
        "매년 12월 9일(세계 반부패의 날)",
    ),
    ("2nd and 4th Wednesday", "매월 2·4번째 수요일"),
    (
        "the 1st of every month; if it is a Saturday, Sunday or holiday, the next working day",
        "매월 1일(토·일·공휴일이면 다음 근무일)",
    ),
    (
        "15th of each month; if it is a holiday, the next working day",
        "매월 15일(공휴일이면 다음 근무일)",
    ),
    ("the 10th of every month; if it is a holiday, the next day", "매월 10일(공휴일이면 다음 날)"),
    ("once a quarter, the Friday of the last week", "분기 1회 마지막 주 금요일"),
    ("from April, the 1st of every month", "4월부터 매월 1일"),
    ("30 June and 31 December every year", "매년 6월 30일과 12월 31일"),
    ("every other Friday", "격주 금요일"),
    ("the 31st of every month", "매월 31일"),
    ("15th of the first month of each quarter", "매분기 첫째 달 15일"),
]


@pytest.mark.parametrize(("english", "korean"), SAME)
def test_english_means_what_korean_means(english, korean):
    read, expected = pb.parse_english(english), pb.parse_korean(korean)
    window = ("2026-01-01", "2028-01-01")
    days = [r.between(*window, workdays=KR) for r in read.readings]
    assert days == [r.between(*window, workdays=KR) for r in expected.readings]
    assert [r.names for r in read.readings] == [r.names for r in expected.readings]


# ------------------------------------------------------------------- what announcements say

SENTENCES = Path(__file__).parents[1] / "data" / "sentences" / "english.tsv"
ROWS = [line.split("\t") for line in SENTENCES.read_text("utf-8").splitlines()[1:]]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_what_announcements_say(row):
    phrase, kind, begin, end, expected, hours = row
    if kind == "refuse":
        with pytest.raises(pb.RuleError, match=re.escape(expected)):
            pb.parse_english(phrase)
        return
    rule = pb.parse_english(phrase)
    days = rule.readings[0].between(begin, end, workdays=KR)
    told = [
        f"{each.begin}/{each.end}" if isinstance(each, pb.Interval) else str(each) for each in days
    ]
    assert " ".join(told) == expected
    assert rule.readings[0].of_spans == (kind == "weeks")
    assert "-".join(t.isoformat("minutes") for t in (rule.time, rule.ends) if t) == hours


# ------------------------------------------------------------------- other words for the same

USUAL = "FREQ=YEARLY;BYMONTH=3;BYDAY=3WE"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("third Wednesday of March every year", USUAL),
        ("every third Wednesday of March", USUAL),
        ("Every year, the third Wednesday in March.", USUAL),
        ("3rd Wed of Mar", USUAL),
        ("annually on the third Wednesday of March", USUAL),
        ("Integrity Day: third Wednesday of March", USUAL),
        ("third Wednesday of March (Integrity Day)", USUAL),
        ("third Wednesday of March as Integrity Day", USUAL),
        ("THE THIRD  WEDNESDAY\nOF MARCH", USUAL),
        ("every March, the third Wednesday", USUAL),
        ("fortnightly on Friday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
        ("every 2 weeks on Friday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
        ("Mondays and Thursdays", "FREQ=WEEKLY;BYDAY=MO,TH"),
        ("Tuesday to Thursday", "FREQ=WEEKLY;BYDAY=TU,WE,TH"),
        ("the second last Friday of each month", "FREQ=MONTHLY;BYDAY=-2FR"),
        ("the first Monday and the third Wednesday", "FREQ=MONTHLY;BYDAY=1MO,3WE"),
        ("monthly on the 1st and 15th", "FREQ=MONTHLY;BYMONTHDAY=1,15"),
        ("the first three days of each month", "FREQ=MONTHLY;BYMONTHDAY=1,2,3"),
        ("March 15", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=15"),
        ("15th of March and September", "FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=15"),
        ("the last Friday of the year", "FREQ=YEARLY;BYDAY=-1FR"),
        ("the 100th day of the year", "FREQ=YEARLY;BYYEARDAY=100"),
        ("last Friday of each quarter", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYDAY=-1FR"),
        ("13th of every month if it is a Friday", "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR"),
        ("first Monday of each month for 10 times", "FREQ=MONTHLY;COUNT=10;BYDAY=1MO"),
        ("every Friday until 2026-12-31", "FREQ=WEEKLY;UNTIL=20261231;BYDAY=FR"),
        ("15th day of the 8th lunar month", "RSCALE=DANGI;FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=15"),
        ("three times a year: the first Friday of March, July and November",
         "FREQ=YEARLY;BYMONTH=3,7,11;BYDAY=1FR"),
    ],
)  # fmt: skip
def test_rules(text, rule):
    assert pb.parse_english(text).readings[0].rule == pb.Rule(rule)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("the last working day of each month", ["2026-01-30", "2026-02-27", "2026-03-31"]),
        ("third week of every month",
         ["2026-01-12..2026-01-18", "2026-02-16..2026-02-22", "2026-03-16..2026-03-22"]),
        ("12 to 18 March every year", ["2026-03-12..2026-03-18"]),
        ("5 working days before the end of each month",
         ["2026-01-26", "2026-02-23", "2026-03-24"]),
        ("first Monday of every month, excluding public holidays", ["2026-01-05", "2026-02-02"]),
        ("every month on the 1st, or the next working day if it falls on a weekend or holiday",
         ["2026-01-02", "2026-02-02", "2026-03-03"]),
        ("on the 1st (if a holiday, the working day before)",
         ["2025-12-31", "2026-01-30", "2026-02-27"]),
        ("the Seollal holidays", ["2026-02-16..2026-02-18"]),
    ],
)  # fmt: skip
def test_days(text, days):
    begin = "2025-12-15" if days[0] < "2026" else "2026-01-01"
    assert between(text, begin, "2026-04-01")[: len(days)] == days


def test_every_third_friday_may_be_one_in_three():
    usual, other = pb.parse_english("every third Friday").readings
    assert str(usual.rule) == "FREQ=MONTHLY;BYDAY=3FR"
    assert str(other.rule) == "FREQ=WEEKLY;INTERVAL=3;BYDAY=FR"
    assert len(pb.parse_english("every third Friday of the month").readings) == 1


@pytest.mark.parametrize(
    ("text", "begins", "ends"),
    [
        ("second Friday of every month at 2 pm", datetime.time(14), None),
        ("second Friday of every month, 2-4 pm", datetime.time(14), datetime.time(16)),
        ("every Monday at 14:00", datetime.time(14), None),
        ("every Monday at 2:30 p.m.", datetime.time(14, 30), None),
        ("from 11 to 1 pm every Monday", datetime.time(11), datetime.time(13)),
        ("every Wednesday from 10:00 to 11:30", datetime.time(10), datetime.time(11, 30)),
        ("every Monday at noon", datetime.time(12), None),
        ("every Monday at 12 am", datetime.time(0), None),
    ],
)
def test_the_time_of_day_is_kept(text, begins, ends):
    rule = pb.parse_english(text)
    assert (rule.time, rule.ends) == (begins, ends)
    assert "BYHOUR" not in str(rule.readings[0].rule)


def test_a_deadline_of_the_day_is_its_end():
    rule = pb.parse_english("the 15th of each month by 6 pm")
    assert (rule.time, rule.ends) == (None, datetime.time(18))


# ------------------------------------------------------------------- refusals


@pytest.mark.parametrize(
    ("text", "position", "says"),
    [
        ("", 0, "empty"),
        ("twice a month", 0, "how often (twice), not when"),
        ("three times a year", 0, "how often (3 times), not when"),
        ("quarterly on the 15th", 21, "which month of the quarter"),
        ("twice a month, the third Wednesday", 0, "how often and when do not agree"),
        ("biweekly", 0, "every two weeks or twice a week"),
        ("40th of each month", 0, "40: a day of the month is 1 to 31"),
        ("the 30th of February", 0, "there is no such day"),
        ("first weekend of every month", 0, "name Saturday or Sunday"),
        ("18 March 2026", 9, "one year is named"),
        ("next Friday", 0, "such as the 15th of each month"),
        ("the third Wednesday of Marhc", 23, "did you mean March?"),
        ("every Monday at 14:00 and at 3 pm", 26, "one time of day"),
        ("every Monday at 26:00", 13, "00:00 to 23:59"),
        ("the 1st; if it is a holiday", 7, "such as: if it is a holiday, the next working day"),
        ("the 1st except tomorrow", 15, "what is left out is not understood"),
        ("every month in March of June", 24, "months are named twice"),
    ],
)
def test_what_is_not_understood_is_named_with_its_place(text, position, says):
    with pytest.raises(pb.RuleError, match="at ") as caught:
        pb.parse_english(text)
    assert says in str(caught.value)
    assert caught.value.position == position
    assert not any("가" <= letter <= "힣" for letter in str(caught.value))


def test_odd_texts_are_refused_or_read():
    with pytest.raises(TypeError, match="a str, not int"):
        pb.parse_english(3)
    rng = random.Random(11)
    words = [
        "every",
        "each",
        "the",
        "of",
        "on",
        "in",
        "first",
        "third",
        "last",
        "week",
        "weeks",
        "month",
        "Monday",
        "Friday",
        "working",
        "day",
        "days",
        "15th",
        "1st",
        "2",
        "pm",
        "at",
        ",",
        ";",
        "(",
        ")",
        "and",
        "to",
        "except",
        "August",
        "Chuseok",
        "before",
        "after",
        "end",
        "quarter",
        "twice",
        "a",
        "if",
        "it",
        "is",
        "holiday",
        "next",
        "from",
        "until",
        "2026",
        "for",
        "times",
        "\u3000",
        "\x00",
        "’",
        "–",
        "９",
        "lunar",
    ]
    for _ in range(3000):
        text = " ".join(rng.choices(words, k=rng.randint(1, 9)))
        try:
            assert pb.parse_english(text).readings
        except pb.RuleError as error:
            assert 0 <= error.position <= len(text)
    with pytest.raises(pb.RuleError, match="at most"):
        pb.parse_english("Monday " * 20_000)


@pytest.mark.parametrize(
    "unit",
    ["& ", ", ", "on ", "the ", "held ", "once ", "Q1 Q2 ", "the 15th and ", "Chuseok and ", "( ",
     "except ", "from January to ", "is a Monday, ", "the 1st and "],
)  # fmt: skip
def test_long_texts_are_refused_or_read_at_once(unit):
    for text in (unit * 300, unit * 7000, "every day, but only if it " + unit * 7000):
        with pytest.raises(pb.RuleError, match=r"has at most \d+ characters|, at \d+: ") as refused:
            pb.parse_english(text)
        assert 0 <= refused.value.position <= len(text)


# ------------------------------------------------------------------- descriptions, read back


@pytest.mark.parametrize("seed", range(8))
def test_a_description_reads_back_to_the_same_dates(seed):
    rnd = random.Random(seed)
    for _ in range(150):
        rule = random_rule(rnd)
        text = rule.describe("en")
        read = pb.parse_english(text).readings[0].rule
        for start in ("2026-01-31", "2024-02-29"):
            window = (start, "2031-06-01")
            expected = pb.Recurrence(rule, start).between(*window)
            assert pb.Recurrence(read, start).between(*window) == expected, (rule, text, read)


def test_a_description_of_hours_reads_back_to_a_rule_with_the_same_words():
    rnd = random.Random(2026)
    for _ in range(300):
        daily = random_rule(rnd)
        freq = rnd.choice(["HOURLY", "MINUTELY", "SECONDLY"])
        try:
            rule = pb.Rule(str(daily).replace(f"FREQ={daily.freq}", f"FREQ={freq}"))
        except pb.RuleError:
            continue  # parts that no such rule has
        text = rule.describe("en")
        sentence = pb.parse_english(text)
        assert sentence.readings[0].rule.describe("en") == text
        assert len(sentence.readings) == 1


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=YEARLY;BYMONTH=3;BYDAY=3WE",
        "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
        "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
        "FREQ=YEARLY;BYWEEKNO=1,-1;BYDAY=MO,TU,WE;WKST=SU",
        "FREQ=MONTHLY;BYMONTHDAY=1,3,5,7,9,11,13,15,17,19,21",
        "RSCALE=DANGI;FREQ=YEARLY;BYMONTH=5L;BYMONTHDAY=1;SKIP=FORWARD",
        "FREQ=MINUTELY;INTERVAL=10;BYDAY=MO,TU,WE,TH,FR;BYHOUR=9,10,11,12",
        "FREQ=DAILY;BYHOUR=9,10,11;BYMINUTE=0,15,30,45",
    ],
)
def test_a_description_in_the_usual_parts_reads_back_to_the_rule(rule):
    text = pb.Rule(rule).describe("en")
    assert pb.parse_english(text).readings[0].rule == pb.Rule(rule)
    assert pb.parse_english(text.upper()).readings[0].rule == pb.Rule(rule)


def test_a_description_with_one_time_of_day_has_it_as_its_time():
    read = pb.parse_english(pb.Rule("FREQ=WEEKLY;BYDAY=MO;BYHOUR=9;BYMINUTE=30").describe("en"))
    assert read.time == datetime.time(9, 30)
    assert str(read.readings[0].rule) == "FREQ=WEEKLY;BYDAY=MO"
    several = pb.parse_english("every day at 09:00 and 17:00").readings[0].rule
    assert str(several) == "FREQ=DAILY;BYHOUR=9,17;BYMINUTE=0"


def test_the_longest_description_reads_back():
    every_other = range(1, 367, 2)
    days = ",".join(str(n) for n in every_other)
    codes = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
    weekdays = ",".join(f"{n}{code}" for code in codes for n in range(1, 54, 2))
    rule = pb.Rule(f"FREQ=YEARLY;BYYEARDAY={days};BYDAY={weekdays};BYMONTHDAY=1,3,5,-1,-3")
    assert pb.parse_english(rule.describe("en")).readings[0].rule == rule
