"""The statutory year of one office, lived through and proved.

The days were reckoned by hand from the official calendar of 2026; what was announced (the filing of
assets to 3 March) is said so.
"""

import json

import pytest

import probity as pb
from command_line import call
from probity import examples

PACK = examples.statutory_year()
FILE = pb.Evidence("proof.pdf", "application/pdf", "0" * 64)
BY = {"by": "audit-office"}

#: By hand: 28 February 2026 is a Saturday, 1 March a Sunday and 2 March its substitute.
LAST_OF_FEBRUARY = "2026-03-03"


def begin() -> pb.Programme:
    """An office that takes the pack without what does not concern it."""
    act = {"on": "2026-01-01", **BY}
    made = pb.Programme.new("mapo", ("마포구", "Mapo-gu"), **act)
    made = made.apply(made.add_unit(pb.Unit("audit", ("감사담당관", "Audit")), **act))
    made = made.apply(
        made.list_official(
            pb.Official("0001", unit="audit", begin="2020-01-02", senior=True), **act
        )
    )
    without = ["employment-check", "citizen-auditors", "impact-assessment"]
    return made.apply(made.take_obligations(PACK, without=without, **act))


def done(made: pb.Programme, id: str, on: str, period: str = "", **who: str) -> pb.Programme:
    return made.apply(
        made.fulfil_obligation(id, period, evidence=[FILE], on=on, by="audit-office", **who)
    )


def live() -> pb.Programme:
    """The whole year: what happened, and what was done about it."""
    made = begin()
    made = done(made, "advisory-seollal", "2026-02-02")
    made = done(made, "education-report", "2026-02-25")
    made = done(made, "assets-changes", "2026-03-03", official="0001")
    # An official joins in a senior post on 16 March, and leaves on 15 September.
    made = made.apply(
        made.list_official(
            pb.Official("0412", unit="audit", begin="2026-03-16", senior=True),
            on="2026-03-16",
            **BY,
        )
    )
    for id in ("graft-pledge", "conduct-education-new"):
        made = done(made, id, "2026-03-16", official="0412")
    made = done(made, "private-record", "2026-04-15", official="0412")
    made = done(made, "assets-registration", "2026-06-01", official="0412")
    # A lecture on 8 May, reported a day late.
    made = made.apply(
        made.add_matter(pb.Matter("M-1", "outside-lecture", "2026-05-08"), on="2026-05-08", **BY)
    )
    made = done(made, "outside-lecture", "2026-05-19", "M-1")
    made = done(made, "advisory-chuseok", "2026-09-11")
    made = made.apply(made.remove_official("0412", on="2026-09-15", **BY))
    made = done(made, "assets-leaving", "2026-11-25", official="0412")
    made = done(made, "effort-evidence", "2026-10-30")
    for id in ("education", "graft-plan", "graft-education", "conflict-education"):
        made = done(made, id, "2026-12-10")
    for id in ("conduct-education", "conduct-check"):
        made = done(made, id, "2026-12-10")
    made = made.apply(
        made.enter_assessment(
            pb.Assessment(2026, grade=2, published="2026-12-22"), on="2026-12-22", **BY
        )
    )
    return done(made, "assessment-publication", "2026-12-29")


YEAR = live()

#: By hand, with the state on 31 December.
EXPECTED = {
    ("advisory-seollal", "2026", ""): ("2026-02-03", "done"),
    ("education-report", "2026", ""): (LAST_OF_FEBRUARY, "done"),
    ("assets-changes", "2026", "0001"): (LAST_OF_FEBRUARY, "done"),
    # The day after 16 March; thirty days to 15 April, a Wednesday.
    ("graft-pledge", "2026-03-16", "0412"): ("2026-03-17", "done"),
    ("conduct-education-new", "2026-03-16", "0412"): ("2026-03-17", "done"),
    ("private-record", "2026-03-16", "0412"): ("2026-04-15", "done"),
    # Two months are up on 16 May; the end of May is a Sunday.
    ("assets-registration", "2026-03-16", "0412"): ("2026-06-01", "done"),
    ("outside-lecture", "M-1", ""): ("2026-05-18", "done"),
    # 11 September is a Friday.
    ("advisory-chuseok", "2026", ""): ("2026-09-11", "done"),
    # 31 October is a Saturday, and the period of the assessment ends on it all the same.
    ("effort-evidence", "2026", ""): ("2026-10-31", "done"),
    # Two months from 15 September are up on 15 November.
    ("assets-leaving", "2026-09-15", "0412"): ("2026-11-30", "done"),
    ("education", "2026", ""): ("2026-12-31", "done"),
    ("graft-plan", "2026", ""): ("2026-12-31", "done"),
    ("graft-education", "2026", ""): ("2026-12-31", "done"),
    ("conflict-education", "2026", ""): ("2026-12-31", "done"),
    ("conduct-education", "2026", ""): ("2026-12-31", "done"),
    ("conduct-check", "2026", ""): ("2026-12-31", "done"),
}


def test_the_year_is_as_it_was_reckoned() -> None:
    found = {
        (each.obligation, each.period, each.official): (str(each.due), each.state)
        for each in YEAR.view("2026-12-31").obligations()
    }
    assert found == EXPECTED


def test_what_was_late_and_what_is_proved_is_told() -> None:
    standings = YEAR.view("2026-12-31").obligations()
    assert all(each.proved for each in standings)
    assert [(each.obligation, each.days_late) for each in standings if each.days_late] == [
        ("outside-lecture", 1)
    ]


def test_nothing_is_duplicated_and_the_next_year_comes_by_rule() -> None:
    again = YEAR.view("2027-01-04").obligations()
    due = [each for each in again if each.state == "open"]
    # Published on 22 December: fourteen days to 5 January, and done before.
    assert {each.obligation for each in again} >= {"education-report", "advisory-seollal"}
    assert [str(each.due) for each in due if each.obligation == "education-report"] == [
        "2027-03-02"
    ]
    published = [each for each in again if each.obligation == "assessment-publication"]
    assert [(str(each.due), each.state) for each in published] == [("2027-01-05", "done")]


def late_on(made: pb.Programme, day: str) -> list[str]:
    return [line.id for line in made.view(day).brief().late if line.record == "obligation"]


def test_the_brief_of_a_day_says_what_is_late() -> None:
    lecture = pb.Matter("M-1", "outside-lecture", "2026-05-08")
    made = done(begin(), "advisory-seollal", "2026-02-02")
    made = done(made, "assets-changes", "2026-03-03", official="0001")
    made = made.apply(made.add_matter(lecture, on="2026-05-08", **BY))
    assert late_on(made, "2026-03-03") == []
    assert late_on(made, "2026-03-04") == ["education-report"]
    assert late_on(made, "2026-05-18") == ["education-report"]
    assert late_on(made, "2026-05-19") == ["education-report", "outside-lecture"]
    assert late_on(YEAR, "2026-12-31") == []


def test_the_brief_and_the_list_speak_both_languages(tmp_path: object) -> None:
    path = f"{tmp_path}/mapo.jsonl"
    YEAR.save(path)
    korean = call("obligation", "list", path, "--on", "2026-12-31", "--lang", "ko").output
    english = call("obligation", "list", path, "--on", "2026-12-31").output
    assert "외부강의등 신고" in korean
    assert "1일 경과" in korean
    assert "Report of an outside lecture" in english
    assert "1 day late" in english
    record = json.loads(call("obligation", "list", path, "--on", "2026-12-31", "--json").output)
    assert len(record["obligations"]) == len(EXPECTED)


def test_the_pack_cites_a_text_for_each_duty_of_law() -> None:
    for each in PACK.obligations:
        assert each.basis, each.id
        assert each.title.korean, each.id
        assert each.title.english, each.id
        if each.source:
            assert each.act, each.id
            assert each.act_date is not None, each.id
        else:
            assert each.optional or each.id == "effort-evidence", each.id
    assert len({each.id for each in PACK.obligations}) == 28


def test_a_new_office_begins_with_the_pack(tmp_path: object) -> None:
    path = f"{tmp_path}/mapo.probity"
    begun = call(
        "new", path, "--yes", "--title", "마포구", "--with", "statutory-year", "--on", "2026-01-05"
    )
    assert begun.exit_code == 0, begun.output
    assert len(pb.load(path).obligations) == 28
    listed = call("obligation", "list", path, "--on", "2026-02-20", "--state", "open")
    assert "2026-03-03" in listed.output


def test_one_that_the_pack_does_not_have_is_named() -> None:
    with pytest.raises(pb.ProbityError, match="no obligation 'nothing'"):
        begin().take_obligations(PACK, without=["nothing"], on="2026-01-05", **BY)


@pytest.mark.parametrize(
    ("lang", "words"), [("en", "nothing was added"), ("ko", "추가한 것이 없습니다")]
)
def test_taking_a_pack_twice_says_that_nothing_is_new(tmp_path, lang: str, words: str) -> None:
    path = str(tmp_path / "dobong.probity")
    act = ("--on", "2026-01-05", "--by", "audit-office", "--file", path)
    call("new", path, "--yes", "--title", "도봉구", *act[:4])
    first = call("obligation", "take", "statutory-year", *act, "--lang", lang).output
    assert words not in first
    again = call("obligation", "take", "statutory-year", *act, "--lang", lang).output
    assert words in again
    assert len(again.splitlines()) == 1
