"""What became of a week or a day: held, not held, cancelled or moved by record, else presumed."""

import pickle

import pytest

import probity as pb
from command_line import answer, call, csv_rows
from small_office import PROOF, said

SONGPA = pb.examples.songpa()
DAY, WEEK = "integrity-day", "integrity-week"


def recorded(programme, observance, *days, on, reason="", **more):
    event = programme.observance(observance).record(
        *days, **more, **said(on, "integrity-team", reason)
    )
    return programme.apply(event)


def year_recorded(year, on):
    """Songpa with every Integrity Week of a year recorded as held on its last day."""
    p = SONGPA
    for week in p.observance(WEEK).occurrences(f"{year}-01-01", f"{year + 1}-01-01"):
        p = recorded(p, WEEK, week.observed.begin, status="held", on=week.observed.last)
    return p.view(on=on)


# The verdict --------------------------------------------------------------------------------------


def test_a_year_without_a_record_is_presumed_and_never_met():
    verdict = SONGPA.view(on="2026-01-15").quota("integrity-weeks", 2025)
    assert (verdict.state, verdict.held, verdict.presumed) == ("presumed", 0, 12)
    assert (verdict.required, verdict.shortfall, verdict.still_to_hold) == (12, 12, 0)
    assert len(verdict.counted) == 0 and len(verdict.presumably_counted) == 12
    assert all(fact.presumed and not fact.held for fact in verdict.presumably_counted)
    assert str(verdict.on_record) == "12 presumed, 0 on record"
    assert verdict.on_record.to("ko") == "실시 추정 12회, 기록 0회"
    assert "12 presumed, 0 on record" in str(verdict.reason)
    assert "실시 추정 12회, 기록 0회" in verdict.reason.to("ko")
    assert "met" not in repr(verdict.state)


def test_a_year_on_record_is_met():
    verdict = year_recorded(2025, "2026-01-15").quota("integrity-weeks", 2025)
    assert (verdict.state, verdict.held, verdict.presumed) == ("met", 12, 0)
    assert "presumed" not in str(verdict.reason)


@pytest.mark.parametrize("status", ["not_held", "cancelled"])
def test_what_was_not_held_counts_in_no_way(status):
    p = recorded(SONGPA, DAY, "2026-03-18", status=status, on="2026-03-18", reason="storm")
    verdict = p.view(on="2026-04-01").quota("integrity-days")
    assert (verdict.state, verdict.held, verdict.presumed) == ("infeasible", 0, 0)
    assert p.view(on="2027-01-05").quota("integrity-days", 2026).state == "missed"
    (entry,) = p.calendar(2026).select("day")
    assert (entry.status, entry.takes_place, entry.title) == (status, False, "Integrity Day")
    assert [each.id for each in p.calendar(2026) if each.held_in == DAY] == []


def test_it_counts_on_its_last_day_by_record_and_from_the_day_after_by_presumption():
    p = recorded(SONGPA, DAY, "2026-03-18", status="held", on="2026-03-18")
    assert p.view(on="2026-03-18").quota("integrity-days").held == 1
    unrecorded = [SONGPA.view(on=f"2026-03-{day}").quota("integrity-days") for day in (18, 19)]
    assert [verdict.presumed for verdict in unrecorded] == [0, 1]


def test_what_was_moved_is_presumed_until_it_is_recorded_as_held():
    p = recorded(SONGPA, DAY, "2026-03-18", "2026-03-25", status="moved", on="2026-02-10")
    assert p.view(on="2026-04-01").quota("integrity-days").state == "presumed"
    p = recorded(p, DAY, "2026-03-18", status="held", evidence=[PROOF], on="2026-03-25")
    assert p.view(on="2026-04-01").quota("integrity-days").state == "met"
    last = p.observance(DAY).records[-1]
    assert (last.status, last.observed.isoformat()) == ("held", "2026-03-25")
    assert last.on.isoformat() == "2026-03-25" and last.evidence == [PROOF]
    (day,) = p.observance(DAY).occurrences("2026-01-01", "2027-01-01")
    assert (day.status, day.held_on_record, day.changes) == ("held", True, 1)


def test_records_are_read_as_they_are_written():
    p = recorded(SONGPA, DAY, "2026-03-18", status="held", evidence=[PROOF], on="2026-03-19")
    p = recorded(p, WEEK, "2026-02-16", status="cancelled", reason="Seollal", on="2026-02-02")
    for text in (p.to_json(), p.to_json_lines()):
        read = pb.Programme.parse(text)
        assert read.observance(DAY).records == p.observance(DAY).records
        assert read.observance(WEEK).records == p.observance(WEEK).records


def test_entries_with_a_status_pickle():
    p = recorded(SONGPA, DAY, "2026-03-18", status="cancelled", reason="storm", on="2026-03-18")
    (entry,) = p.calendar(2026).select("day")
    assert pickle.loads(pickle.dumps(entry)) == entry


@pytest.mark.parametrize(
    ("days", "more", "message"),
    [
        (("2026-03-18",), {"status": "off"}, "'off' is no status of an occurrence: it is held"),
        (("2026-03-18",), {"status": "moved"}, '"moved" needs `observed`'),
        ((None,), {}, "an occurrence that no rule gave needs `observed`"),
        (("2026-03-18",), {"status": "cancelled"}, "'cancelled' needs a reason"),
        (("2026-03-18",), {"status": "held"}, "before the first day, 2026-03-18"),
        (("2026-03-19",), {"status": "held"}, "no rule in force gives 2026-03-19"),
    ],
)
def test_what_cannot_be_recorded_is_refused(days, more, message):
    with pytest.raises(pb.ProbityError, match=message):
        recorded(SONGPA, DAY, *days, **more, on="2026-03-02")


# What shows it ------------------------------------------------------------------------------------


def test_every_table_and_page_tells_presumed_from_recorded():
    view = SONGPA.view(on="2025-12-31")
    verdict = view.quota("integrity-weeks")
    frame = verdict.to_frame()
    assert frame[["state", "held", "presumed"]].values.tolist() == [["presumed", 0, 12]]
    assert "12 presumed, 0 on record" in verdict._repr_html_()
    brief = view.brief()
    assert any("12 presumed, 0 on record" in line.text for line in brief.decisions)
    assert "12 presumed, 0 on record" in brief.html_text(lang="en")
    assert "실시 추정 12회, 기록 0회" in brief.html_text(lang="ko")
    assert "12 presumed, 0 on record" in brief._repr_html_()


def test_compliance_finds_what_is_presumed():
    question = ["compliance", "songpa", "--year", "2025", "--on", "2026-01-15"]
    out = call(*question, check=1).stdout
    assert "12 presumed, 0 on record" in out and "Presumed" in out
    assert " met" not in out.lower().replace("not meet", "")
    korean = call(*question, "--lang", "ko", check=1).stdout
    assert "실시 추정 12회, 기록 0회" in korean and "충족 추정" in korean
    weeks = answer(*question, check=1)["quotas"][0]
    assert (weeks["state"], weeks["held"], weeks["presumed"]) == ("presumed", 0, 12)
    head, first, *_ = csv_rows(*question, check=1)
    row = dict(zip(head, first, strict=True))
    assert (row["State"], row["On record"], row["Presumed"]) == ("Presumed", "0", "12")


def test_a_calendar_shows_what_was_cancelled(tmp_path):
    p = recorded(SONGPA, WEEK, "2026-02-16", status="cancelled", on="2026-02-02", reason="Seollal")
    p = recorded(p, DAY, "2026-03-18", status="not_held", on="2026-03-18", reason="storm")
    p.save(tmp_path / "songpa.jsonl")
    lines = call("calendar", tmp_path / "songpa.jsonl", "--year", "2026").stdout.splitlines()
    assert any("cancelled" in line for line in lines if line.startswith("2026-02-16"))
    assert any("not held" in line for line in lines if line.startswith("2026-03-18"))
    agenda = p.calendar(2026)
    frame = agenda.to_frame()
    assert frame.loc[frame["status"] != "", "status"].tolist() == ["cancelled", "not_held"]
    assert "(미실시)" in agenda.html_text(lang="ko") and "취소" in agenda.html_text(lang="ko")
    assert "cancelled" in agenda._repr_html_()


def test_a_cancelled_week_is_cancelled_in_its_calendar_file():
    p = recorded(SONGPA, WEEK, "2026-02-16", status="cancelled", on="2026-02-02", reason="Seollal")
    text = p.calendar(2026).ics_text(years=2026, stamp="2026-02-02T00:00:00Z")
    events = [each for each in text.split("BEGIN:VEVENT") if "week-2026-02@" in each]
    (event,) = events
    assert "STATUS:CANCELLED" in event and "SEQUENCE:1" in event
    assert "SUMMARY:Integrity Week (cancelled)" in event
    assert text.count("STATUS:CANCELLED") == 1


def test_a_day_cancelled_out_of_a_rule_is_left_out():
    p = recorded(SONGPA, DAY, "2026-03-18", status="cancelled", on="2026-03-02", reason="storm")
    file = p.calendar(2026).select("day").ics_text(recurring="rule", stamp="2026-03-02T00:00:00Z")
    assert "EXDATE;VALUE=DATE:20260318" in file and "STATUS:CANCELLED" not in file


# At the prompt ------------------------------------------------------------------------------------


def test_record_takes_status_reason_and_evidence(tmp_path):
    photo, out = tmp_path / "photo.jpg", tmp_path / "songpa.jsonl"
    photo.write_bytes(b"a photo")
    command = ["record", "songpa", DAY, "2026-03-18", "--on", "2026-03-18", "--by", "team"]
    held = answer(*command, "--status", "held", "--evidence", photo, "--out", out)
    assert (held["status"], held["observed"]) == ("held", "2026-03-18")
    assert held["evidence"][0]["name"] == "photo.jpg"
    assert pb.load(out).observance(DAY).records[-1].evidence[0] == pb.Evidence.of(photo)
    assert answer("compliance", out, "--on", "2026-04-01")["quotas"][1]["state"] == "met"


def test_record_says_what_it_has_recorded(tmp_path):
    def said_of(*more, lang="en", check=0):
        out = tmp_path / f"{abs(hash(more))}.jsonl"
        command = ["record", "songpa", DAY, "2026-03-18", *more, "--by", "team", "--out", out]
        lines = call(*command, "--lang", lang, check=check).stdout.splitlines()
        return lines[0] if lines else ""  # behind it is how long after its day it was recorded

    day = ("--on", "2026-03-18")
    before = ("--on", "2026-03-02")
    assert said_of(*day) == "Integrity Day: observed on 2026-03-18, as the rule says"
    assert said_of(*before) == "Integrity Day: to be on 2026-03-18, as the rule says"
    assert said_of("2026-03-25", *before) == (
        "Integrity Day: to be on 2026-03-25 instead of 2026-03-18"
    )
    off = ("--status", "cancelled", "--reason", "storm")
    assert said_of(*off, *before) == "Integrity Day: cancelled, on 2026-03-18"
    assert said_of("--status", "not_held", "--reason", "x", *day, lang="ko") == (
        "청렴데이: 2026. 3. 18. 미실시"
    )
    said_of("--status", "cancelled", *before, check=3)
    said_of("--status", "off", *before, check=2)


# Why ----------------------------------------------------------------------------------------------


def test_why_on_a_date_from_which_something_was_moved(tmp_path):
    p = recorded(SONGPA, DAY, "2026-03-18", "2026-03-25", on="2026-02-10", reason="festival")
    reasons = {each.id: each for each in p.why("2026-03-18") if each.kind == "moved_away"}
    assert str(reasons[DAY].reason) == "Moved to 2026-03-25 (event 1). festival"
    assert reasons[DAY].reason.to("ko") == "2026. 3. 25.로 옮김(기록 1번). festival"
    p = recorded(p, DAY, "2026-03-18", "2026-04-08", on="2026-03-02", reason="hall")
    p.save(tmp_path / "moved.jsonl")
    out = call("why", "2026-03-25", tmp_path / "moved.jsonl").stdout
    assert "Moved away" in out and "Moved to 2026-04-08 (event 2). hall" in out


@pytest.mark.parametrize(("end", "goes_with_it"), [("2026-03-18", False), ("2026-03-19", True)])
def test_an_activity_that_has_ended_does_not_move_with_its_day(end, goes_with_it):
    pledge = pb.Activity("pledge", "Pledge", observance=DAY, begin="2026-01-01", end=end)
    p = SONGPA.apply(SONGPA.add_activity(pledge, **said("2026-01-01")))
    p = recorded(p, DAY, "2026-03-18", "2026-03-25", on="2026-02-10", reason="festival")
    moved = {each.id for each in p.why("2026-03-18") if each.kind == "moved_away"}
    assert ("pledge" in moved) == goes_with_it


# Activities ---------------------------------------------------------------------------------------


def test_an_activity_with_an_end_does_not_go_on_for_ever():
    gift = pb.Activity("gift", "Gift", observance=WEEK, begin="2026-01-01", end="2026-03-01")
    p = SONGPA.apply(SONGPA.add_activity(gift, **said("2026-01-01")))
    entries = [each for each in p.calendar(2026).select("activity") if each.id == "gift"]
    assert [each.period for each in entries] == ["2026-01", "2026-02"]
    assert "no date is recorded" in str(entries[0].reason)
    assert not [each for each in p.calendar(2027) if each.id == "gift"]
    assert pb.Programme.parse(p.to_json_lines()).activity("gift").end.isoformat() == "2026-03-01"
