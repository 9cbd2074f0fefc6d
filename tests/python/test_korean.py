"""Korean as officials write it: dates, particles and terms."""

import datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import probity as pb
from conftest import any_date
from probity import korean

# Dates and times ----------------------------------------------------------------------------------


def test_dates_in_official_style():
    assert korean.date("2026-03-18") == "2026. 3. 18."
    assert korean.date("2026-03-18", weekday=True) == "2026. 3. 18.(수)"
    assert korean.date("2026-03-18", year=False, weekday=True) == "3. 18.(수)"
    assert korean.time(datetime.time(15, 20)) == "15:20"
    assert korean.time(datetime.time(9, 5, 59)) == "09:05"


@pytest.mark.parametrize(
    ("begin", "end", "text"),
    [
        ("2026-03-16", "2026-03-23", "2026. 3. 16. ~ 3. 22."),
        ("2026-12-28", "2027-01-04", "2026. 12. 28. ~ 2027. 1. 3."),
        ("2026-03-18", "2026-03-19", "2026. 3. 18."),
        ("2026-03-16", None, "2026. 3. 16.부터"),
    ],
)
def test_periods(begin, end, text):
    assert korean.period(begin, end) == text
    assert korean.period(pb.Interval(begin, end)) == text


def test_a_period_without_days_is_an_error():
    with pytest.raises(pb.DateError, match="2026-03-18"):
        korean.period("2026-03-18", "2026-03-18")


@given(any_date)
def test_a_date_reads_back(date):
    figures = korean.date(date).replace(".", "").split()
    assert datetime.date(*map(int, figures)) == date


# Particles ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("청렴주간", "은 이 을 과 으로"),
        ("청렴데이", "는 가 를 와 로"),
        ("3월", "은 이 을 과 로"),  # ㄹ takes 로
        ("담당부서", "는 가 를 와 로"),
        ("1", "은 이 을 과 로"),  # 일
        ("2", "는 가 를 와 로"),  # 이
        ("3", "은 이 을 과 으로"),  # 삼
        ("6", "은 이 을 과 으로"),  # 육
        ("7", "은 이 을 과 로"),  # 칠
        ("10", "은 이 을 과 으로"),  # 십
        ("2,000", "은 이 을 과 으로"),  # 이천
        ("1000000000000", "는 가 를 와 로"),  # 일조
        ("T-07", "은 이 을 과 로"),
        ("PDF", "는 가 를 와 로"),  # 피디에프
        ("URL", "은 이 을 과 로"),  # 유아르엘
        ("VPN", "은 이 을 과 으로"),  # 브이피엔
        ("Outlook", "은 이 을 과 으로"),  # 아웃룩
        ("Google", "은 이 을 과 로"),  # 구글
        ("test", "는 가 를 와 로"),  # 테스트
        ("감사담당관(청렴팀)", "은 이 을 과 으로"),  # what stands in brackets is an aside
        ("회의(제3차)", "는 가 를 와 로"),
        ("(주)", "는 가 를 와 로"),
        ("「청렴회의체 규정」", "은 이 을 과 으로"),
        ("'청렴데이'", "는 가 를 와 로"),
        ("“청렴주간”", "은 이 을 과 으로"),
        ("50%", "는 가 를 와 로"),  # 퍼센트
    ],
)
def test_particles(word, forms):
    pairs = ["은/는", "이/가", "을/를", "과/와", "으로/로"]
    assert [korean.particle(word, pair) for pair in pairs] == forms.split()


def test_a_particle_goes_by_either_form():
    for name in ("을/를", "를/을", "을", "를"):
        assert korean.with_particle("회의록", name) == "회의록을"
    with pytest.raises(pb.ProbityError, match="'에게'"):
        korean.particle("위원", "에게")


@given(st.text(max_size=200))
@example(")" * 100_000)
@example("(" * 100_000 + ")" * 100_000)
def test_any_word_has_a_particle(word):
    assert korean.particle(word, "은/는") in ("은", "는")


def test_each_term_once_and_found_in_both_languages():
    for language in ("ko", "en"):
        names = [text.to(language) for text in korean.TERMS]
        assert len(set(names)) == len(names)
        assert [korean.term(name) for name in names] == list(korean.TERMS)
    assert korean.term("Quorum") == pb.Text("의사정족수", "quorum")
    with pytest.raises(pb.ProbityError, match="의사정족수"):
        korean.term("정족")
