"""What real programmes announced, each kind of fact said in a programme: the rules of their weeks
and days with the dates that were announced, terms of members, and deadlines.

The dates are those of the announcements, or follow from them by a calendar on paper. A rule cannot
roll from a day off, nor follow a lunar holiday by whole weeks: such days are said by records, or by
an obligation.
"""

from typing import Any

import pytest

import probity as pb
from command_line import call
from documents import named, programme, seats
from small_office import said, with_council

ACT = {"on": "2010-01-04", "by": "team"}


def keeping(rule: str, kind: str = "day", begin: str = "2010-01-04") -> pb.Programme:
    """An office that keeps a week or day by a rule."""
    p = pb.Programme.new("office", "Office", **ACT)
    rules = [pb.RuleVersion(rule, begin=begin)]
    kept = pb.Observance("kept", "청렴의 날", kind=kind, rules=rules)  # type: ignore[arg-type]
    return p.apply(p.add_observance(kept, **ACT))


def first_days(p: pb.Programme, begin: str, end: str) -> list[str]:
    return [str(each.observed.begin) for each in p.observance("kept").occurrences(begin, end)]


@pytest.mark.parametrize(
    ("rule", "kind", "window", "days"),
    [
        pytest.param(
            "매월 첫째, 셋째 월요일",
            "day",
            ("2021-01-01", "2021-03-01"),
            ["2021-01-04", "2021-01-18", "2021-02-01", "2021-02-15"],
            id="Gyeongsan 2021: first and third Monday",
        ),
        pytest.param(
            "매월 마지막 수요일",
            "day",
            ("2023-06-01", "2023-07-01"),
            ["2023-06-28"],
            id="Yulgok-dong 2023: last Wednesday",
        ),
        pytest.param(
            "매월 첫째 주 월요일",
            "day",
            ("2014-02-01", "2014-03-01"),
            ["2014-02-03"],
            id="Uiwang 2014: Monday of the first week",
        ),
        pytest.param(
            "6월부터 11월까지 매월 1일",
            "day",
            ("2018-01-01", "2019-01-01"),
            [f"2018-{month:02}-01" for month in range(6, 12)],
            id="Hwaseong Urban Corporation 2018: June to November only",
        ),
        pytest.param(
            "매월 둘째 월요일이 있는 주",
            "week",
            ("2025-03-01", "2025-05-01"),
            ["2025-03-10", "2025-04-14"],
            id="Jungnang-gu 2025: the week of the second Monday",
        ),
        pytest.param(
            "매년 8월 마지막 월요일이 있는 주",
            "week",
            ("2021-01-01", "2023-01-01"),
            ["2021-08-30", "2022-08-29"],
            id="Seongju-gun 2021 and 2022: the last week of August",
        ),
        pytest.param(
            "매월 둘째 금요일",
            "day",
            ("2025-01-01", "2025-04-01"),
            ["2025-01-10", "2025-02-14", "2025-03-14"],
            id="San Francisco 2025: second Friday",
        ),
        pytest.param(
            "8월을 제외한 매월 셋째 수요일",
            "day",
            ("2026-07-01", "2026-10-01"),
            ["2026-07-15", "2026-09-16"],
            id="a month left out",
        ),
    ],
)
def test_a_rule_gives_the_days_that_were_announced(
    rule: str, kind: str, window: tuple[str, str], days: list[str]
) -> None:
    p = keeping(rule, kind)
    assert first_days(p, *window) == days
    again = pb.Programme.parse(p.to_json_lines())
    assert first_days(again, *window) == days


def test_a_day_that_rolls_from_a_day_off_is_a_record() -> None:
    """Anyang: the 1st of every month, begun in April, on the next working day if it is a day off.

    1 June 2024 was a Saturday.
    """
    p = keeping("매월 1일", begin="2024-04-01")
    p = p.apply(
        p.observance("kept").record(
            "2024-06-01", "2024-06-03", **said("2024-05-20", reason="토요일이므로 다음 근무일")
        )
    )
    assert first_days(p, "2024-03-01", "2024-07-01") == ["2024-04-01", "2024-05-01", "2024-06-03"]
    (moved,) = p.calendar(2024).on("2024-06-03")
    assert str(moved.nominal) == "2024-06-01"


def test_a_week_that_is_set_anew_each_year_has_no_rule() -> None:
    """The national anti-corruption week: 1 to 9 December, or to the 15th, set anew each year.
    Jeungpyeong 2025: 15 September to 2 October."""
    p = pb.Programme.new("office", "Office", **ACT)
    p = p.apply(p.add_observance(pb.Observance("kept", "반부패 주간", kind="week"), **ACT))
    for first, days in (("2024-12-01", 9), ("2025-12-01", 15), ("2025-09-15", 18)):
        p = p.apply(p.observance("kept").record(None, first, days, on=first, by="team"))
    found = p.observance("kept").occurrences("2024-01-01", "2026-01-01")
    assert [
        (str(each.observed.begin), str(each.observed.last), each.nominal) for each in found
    ] == [
        ("2024-12-01", "2024-12-09", None),
        ("2025-09-15", "2025-10-02", None),
        ("2025-12-01", "2025-12-15", None),
    ]


def owing(**fields: Any) -> pb.Programme:
    p = programme(officials=[{"id": "o-1", "begin": "2026-01-12"}])
    return p.apply(p.add_obligation(pb.Obligation("owed", "Owed", **fields), **said("2026-01-05")))


@pytest.mark.parametrize(
    ("fields", "due"),
    [
        pytest.param(
            {"rule": "매년 12월 31일", "put_off": False},
            "2027-12-31",
            id="5 CFR 2638: yearly by 31 December, also on a Friday off",
        ),
        pytest.param(
            {"follows": "seollal", "within": 16},
            "2027-01-22",
            id="Chungbuk 2025: an advisory from 16 days before Seollal",
        ),
        pytest.param(
            {"follows": "chuseok", "within": 7},
            "2027-09-08",
            id="Korea Rail Network 2018: a week before Chuseok",
        ),
    ],
)
def test_a_duty_of_the_year(fields: dict[str, Any], due: str) -> None:
    """Seollal 2027 is 7 February (22 January a Friday), Chuseok 15 September."""
    (standing,) = owing(**fields).view("2027-01-05").obligations(2027)
    assert str(standing.due) == due


def test_training_within_three_months_of_coming() -> None:
    """5 CFR 2638: initial training within three months. Those from 12 January 2026 are up on 12
    April, a Sunday."""
    p = owing(per="official", follows="entry", within=3, unit="months")
    (standing,) = p.view("2026-02-01").obligations(2026)
    assert (str(standing.nominal), str(standing.due)) == ("2026-04-12", "2026-04-13")


def test_a_deadline_after_a_publication() -> None:
    """The result stands on the website within 14 days of its publication: of 22 December 2025 on 5
    January, a Monday."""
    p = owing(follows="publication", within=14)
    result = pb.Assessment(2025, grade=2, published="2025-12-22")
    p = p.apply(p.enter_assessment(result, **said("2026-01-05")))
    assert p.view("2026-01-05").obligations(2026) == []  # it ran before the obligation was added
    p = p.apply(
        p.enter_assessment(pb.Assessment(2026, published="2026-12-21"), **said("2026-12-21"))
    )
    (standing,) = p.view("2026-12-22").obligations(2027)
    assert str(standing.due) == "2027-01-04"


# Bodies with members from outside --------------------------------------------------------------


def auditors(number: int = 45, chairs: int = 2, end: str = "2027-08-05") -> pb.Programme:
    """Namyangju: 45 citizen auditors with a term to 4 August 2027. Daegu: two chairs."""
    ids = [f"citizen-{n}" for n in range(number)]
    return programme(
        seats=seats(*ids),
        councils=[
            {
                "id": "auditors",
                "name": {"ko": "시민감사관", "en": "Citizen auditors"},
                "memberships": [
                    {"seat": id, "role": "chair" if n < chairs else "member", "end": end}
                    for n, id in enumerate(ids)
                ],
            }
        ],
    )


def test_a_council_has_two_chairs() -> None:
    roles = [each.role for each in auditors().council("auditors").memberships]
    assert roles.count("chair") == 2
    assert roles.count("member") == 43


@pytest.mark.parametrize(
    ("on", "told"),
    [("2027-07-05", False), ("2027-07-06", True), ("2027-08-04", True), ("2027-08-05", False)],
)
def test_a_term_that_ends_is_told_thirty_days_before(on: str, told: bool) -> None:
    lines = [line for line in auditors().view(on).brief().coming if line.id == "auditors"]
    assert len(lines) == told
    for line in lines:
        assert str(line.date) == "2027-08-04"
        assert line.text.to("ko") == "시민감사관: 위원 45명 임기 만료"
        assert line.text.to("en") == "Citizen auditors: 45 members, end of term"


def test_the_term_of_one_member_is_told_by_the_seat() -> None:
    (line,) = auditors(1).view("2027-08-01").brief().coming
    assert line.text.to("en") == "Citizen auditors: citizen-0, end of term"


def test_a_member_joins_for_a_term_and_may_leave_before(tmp_path) -> None:
    path = str(tmp_path / "office.probity")
    with_council().save(path)
    act = ("--by", "team", "--file", path)
    call("seat", "add", "citizen", "시민감사관", "--kind", "staff", "--on", "2026-01-05", *act)
    joins = ("member", "join", "council", "citizen", "--end", "2028-01-05")
    joined = call(*joins, "--on", "2026-01-05", "--sure", *act).output
    assert "2028-01-05" in joined
    assert str(pb.load(path).council("council").memberships[-1].end) == "2028-01-05"
    call("member", "leave", "council", "citizen", "--on", "2026-06-01", *act)
    assert str(pb.load(path).council("council").memberships[-1].end) == "2026-06-01"


def test_strategies_are_declared_under_a_word_of_their_own() -> None:
    """Wanju 2025: 8 strategies, 41 tasks. Ministry of Oceans 2021: 4 strategies, 15 tasks, 37
    measures."""
    declared = [
        {"what": what, "count": count, "year": 2025}
        for what, count in (("strategies", 8), ("tasks", 41))
    ]
    p = programme(declared=declared, units=named("audit"))
    rows = {row.what: row for row in p.reconcile()}
    assert {what: row.declared for what, row in rows.items()} == {"strategies": 8, "tasks": 41}
