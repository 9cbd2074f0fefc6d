"""Rules: text, keywords, printing and description."""

import copy
import datetime
import pickle

import pytest
from dateutil import rrule
from hypothesis import given
from hypothesis import strategies as st

import probity as pb
from conftest import any_weekday, day


@st.composite
def rules(draw):
    """Rules of dates with a few parts."""
    freq = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    parts = {"freq": freq, "interval": draw(st.integers(1, 50))}
    if draw(st.booleans()):
        parts["bymonth"] = draw(st.lists(st.integers(1, 12), min_size=1))
    if freq != "WEEKLY" and draw(st.booleans()):
        days = st.integers(-31, 31).filter(bool)
        parts["bymonthday"] = draw(st.lists(days, min_size=1))
    if draw(st.booleans()):
        ordinal = st.builds(lambda w, n: w(n), any_weekday, st.integers(-5, 5).filter(bool))
        plain = freq in ("DAILY", "WEEKLY")
        weekdays = any_weekday if plain else st.one_of(any_weekday, ordinal)
        parts["byweekday"] = draw(st.lists(weekdays, min_size=1, max_size=4))
    end = draw(st.sampled_from(["count", "until", None]))
    if end == "count":
        parts["count"] = draw(st.integers(1, 1000))
    elif end == "until":
        parts["until"] = draw(st.dates(day("1400-01-01"), day("9999-12-31")))
    return pb.Rule(**parts)


@given(rules())
def test_is_a_value(rule):
    assert pb.Rule(str(rule)) == rule
    assert eval(repr(rule), vars(pb)) == rule
    assert pickle.loads(pickle.dumps(rule)) == rule
    assert hash(copy.deepcopy(rule)) == hash(rule)


@given(rules())
def test_describes_itself_in_both_languages(rule):
    assert rule.describe() == rule.describe("en")
    assert rule.describe("en").isascii()
    assert not rule.describe("ko").isascii()


def test_text_and_keywords_say_the_same():
    rule = pb.Rule("FREQ=YEARLY;BYMONTH=3;BYDAY=3WE")
    assert rule == pb.Rule(freq="yearly", bymonth=3, byweekday=pb.WE(3))
    assert rule == pb.Rule(freq="YEARLY", bymonth=[3], byday=["3we"])
    assert rule == pb.Rule("byday=3we;bymonth=3;freq=yearly")
    assert rule == pb.Rule(rule)
    assert rule != pb.Rule("FREQ=YEARLY;BYMONTH=3")


def test_describes_the_third_wednesday_of_march():
    rule = pb.Rule("FREQ=YEARLY;BYMONTH=3;BYDAY=3WE")
    assert rule.describe("en") == "every year on the third Wednesday of March"
    assert rule.describe("ko") == "매년 3월 셋째 수요일"
    with pytest.raises(pb.ProbityError, match="fr"):
        rule.describe("fr")


def test_every_keyword():
    rule = pb.Rule(
        freq="yearly",
        interval=2,
        count=5,
        byweekno=[20, -1],
        byyearday=100,
        bymonthday=(1, -1),
        byhour=9,
        byminute=[0, 30],
        bysecond=0,
        bysetpos=-1,
        wkst="SU",
    )
    assert rule == pb.Rule(
        "FREQ=YEARLY;COUNT=5;INTERVAL=2;BYWEEKNO=20,-1;BYYEARDAY=100;BYMONTHDAY=1,-1;BYHOUR=9;"
        "BYMINUTE=0,30;BYSECOND=0;BYSETPOS=-1;WKST=SU"
    )
    assert (rule.freq, rule.interval, rule.count, rule.until) == ("YEARLY", 2, 5, None)


def test_lunisolar_keywords():
    rule = pb.Rule(freq="yearly", rscale="dangi", bymonth=["5L", 8], bymonthday=15, skip="forward")
    assert str(rule) == "RSCALE=DANGI;FREQ=YEARLY;BYMONTH=5L,8;BYMONTHDAY=15;SKIP=FORWARD"


def test_until_is_a_date_or_a_date_time():
    assert pb.Rule("FREQ=DAILY;UNTIL=20260318").until == datetime.date(2026, 3, 18)
    assert pb.Rule("FREQ=DAILY;UNTIL=20260318T090000Z").until == datetime.date(2026, 3, 18)
    assert pb.Rule(freq="daily", until="2026-03-18").until == datetime.date(2026, 3, 18)


def test_dateutil_weekdays_are_taken():
    assert pb.Rule(freq="monthly", byweekday=[rrule.MO, rrule.WE(3), 4]) == pb.Rule(
        "FREQ=MONTHLY;BYDAY=MO,FR,3WE"
    )


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("FREQ=DAILY;BYDAY=9XX", 17),
        ("FREQ=DAILY;INTERVAL=0", 20),
        ("FREQ=DAILY;FREQ=DAILY", 11),
        ("FREQ=DAILY;X=1", 11),
        ("FREQ=MONTHLY;BYMONTHDAY=32", 24),
    ],
)
def test_errors_tell_the_position(text, position):
    with pytest.raises(pb.RuleError, match=rf"\(position {position} of ") as caught:
        pb.Rule(text)
    assert caught.value.position == position


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("", "a rule without text: it begins with FREQ="),
        ("FREQ", "FREQ has no value"),
        ("FREQ=DAILY;COUNT=1;UNTIL=20260101", "UNTIL with COUNT: a rule ends by one of them"),
        ("FREQ=DAILY;BYSETPOS=1", "BYSETPOS needs another part beginning with BY"),
        ("FREQ=DAILY;INTERVAL=99999999999999999999", "INTERVAL=9+: INTERVAL takes a number from 1"),
        ("FREQ=DAILY\0", r"FREQ=DAILY\\x00: FREQ takes one of YEARLY"),
        ("FREQ=\ud800", "FREQ=.*: FREQ takes one of YEARLY"),
        ("매년 3월 셋째 수요일", '"매년 3월.*" is not a part of a rule'),
    ],
)
def test_bad_text(text, cause):
    with pytest.raises(pb.RuleError, match=cause):
        pb.Rule(text)


@pytest.mark.parametrize(
    ("parts", "cause"),
    [
        ({"freq": "fortnightly"}, "FREQ=fortnightly: it is one of SECONDLY"),
        ({"freq": "daily", "interval": 0}, "INTERVAL=0: INTERVAL takes a number from 1"),
        ({"freq": "daily", "count": 1, "until": "2026-01-01"}, "a rule ends by one of them"),
        ({"freq": "monthly", "bymonthday": 32}, "BYMONTHDAY=32: BYMONTHDAY takes numbers from 1"),
        ({"freq": "monthly", "byweekday": "9XX"}, '"XX" is not a weekday'),
        ({"freq": "yearly", "bymonth": "13L"}, "BYMONTH=13: BYMONTH takes a number from 1 to 12"),
        ({"freq": "yearly", "rscale": "HEBREW"}, "RSCALE=HEBREW: it is one of GREGORIAN, DANGI"),
    ],
)
def test_bad_keywords(parts, cause):
    with pytest.raises(pb.ProbityError, match=cause):
        pb.Rule(**parts)


@pytest.mark.parametrize(
    ("parts", "cause"),
    [
        ({}, "a rule needs its text, or freq and other parts"),
        ({"text": "FREQ=DAILY", "freq": "daily"}, "freq is given beside the text"),
        ({"text": "FREQ=DAILY", "interval": 2}, "interval is given beside the text"),
        ({"freq": "daily", "byday": "MO", "byweekday": "MO"}, "are two names of one part"),
        ({"freq": "monthly", "bymonthday": 1.5}, "BYMONTHDAY has whole numbers, not 1.5"),
        ({"freq": 3}, "FREQ is a str, not 3"),
        ({"text": b"FREQ=DAILY"}, "a rule is text such as .*, not b'FREQ=DAILY'"),
    ],
)
def test_wrong_use(parts, cause):
    with pytest.raises(TypeError, match=cause):
        pb.Rule(**parts)


@pytest.mark.parametrize(
    "part",
    ["bymonth", "byweekno", "byyearday", "bymonthday", "byweekday", "byday", "bysetpos", "byhour"],
)
def test_an_empty_list_is_no_part(part):
    for empty in ([], (), iter([])):
        with pytest.raises(pb.RuleError, match="names no value"):
            pb.Rule(freq="yearly", **{part: empty})


def test_no_months_are_not_all_months():
    with pytest.raises(pb.ProbityError, match="names no month"):
        pb.weekday_of_week(pb.WE, 3, months=[])
