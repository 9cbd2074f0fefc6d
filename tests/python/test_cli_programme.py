"""Questions about programmes at the command line, beside what the library answers."""

import datetime
import re

import pytest

import probity as pb
import small_office
from command_line import answer, call, csv_rows
from probity.cli.arguments import today
from probity.cli.programmes import PROGRAMMES
from small_office import founding

KR = pb.WorkCalendar.korea()
OFFICE = pb.examples.songpa(illustrative=True)
MADE_UP = "songpa-illustrative"


class TestProgrammes:
    @pytest.mark.parametrize("name", PROGRAMMES)
    def test_by_name(self, name):
        assert answer("compliance", name, "--on", "2026-07-15", check=None)["programme"] == name

    def test_illustrative_is_a_name_or_an_option(self):
        question = ["status", "--on", "2026-07-15"]
        by_name = call(*question, MADE_UP, check=1).stdout
        assert by_name == call(*question, "songpa", "--illustrative", check=1).stdout
        assert by_name == call(*question, MADE_UP, "--illustrative", check=1).stdout
        call("status", "office.json", "--illustrative", check=2)

    @pytest.mark.parametrize("name", ["office.json", "office.jsonl"])
    def test_of_a_file(self, tmp_path, name):
        OFFICE.save(tmp_path / name)
        question = ["overdue", "--on", "2026-07-15", "--json"]
        from_file = call(*question, tmp_path / name, check=1).stdout
        assert from_file == call(*question, MADE_UP, check=1).stdout

    def test_without_a_day_it_is_today_in_seoul_and_says_so(self):
        before = today()
        record = answer("status", "songpa")
        assert record["on"] in (before.isoformat(), today().isoformat())
        assert record["on"] in call("status", "songpa").stdout
        seoul = datetime.datetime.now(datetime.UTC) + datetime.timedelta(hours=9)
        assert abs((seoul.date() - today()).days) <= 1

    def test_as_it_was_known(self):
        question = ["status", MADE_UP, "--on", "2026-09-01", "--task", "T-11"]
        assert answer(*question)["state"] == "in_progress"
        known = answer(*question, "--recorded", "2026-02-01T00:00:00Z")
        assert known["state"] == "adopted" and known["recorded"] == "2026-02-01T00:00:00Z"
        assert "--recorded" in call(*question, "--recorded", "yesterday", check=3).stderr


class TestWhy:
    def test_by_which_rule(self):
        out = call("why", "2026-03-18", "songpa").stdout
        assert "the third week of every month" in out
        assert "every year on the third Wednesday of March" in out
        assert out.count("Source: Announcement of Songpa-gu") == 1
        korean = call("why", "2026-03-18", "songpa", "--lang", "ko").stdout
        assert "매월 셋째 주" in korean and "근무일입니다" in korean

    def test_arguments_in_the_wrong_order(self, tmp_path):
        error = call("why", "songpa", "2026-03-25", check=2).stderr
        assert "'songpa' is a programme, and DATE comes before it" in error
        OFFICE.save(tmp_path / "own.jsonl")
        error = call("why", tmp_path / "own.jsonl", "2026-03-25", check=2).stderr
        assert "DATE comes before" in error

    def test_nothing(self):
        out = call("why", "2026-03-25", "songpa", check=1).stdout
        assert "Songpa-gu integrity programme has nothing on 2026-03-25" in out
        kinds = [
            reason["kind"] for reason in answer("why", "2026-03-25", "songpa", check=1)["reasons"]
        ]
        assert kinds == ["working_day"]

    def test_all_reasons_of_the_library(self):
        reasons = OFFICE.why("2026-03-25", KR)
        given = answer("why", "2026-03-25", MADE_UP)["reasons"]
        assert [(each["kind"], each["id"] or "") for each in given] == [
            (each.kind, each.id) for each in reasons
        ]
        assert len(csv_rows("why", "2026-03-25", MADE_UP)) == 1 + len(reasons)


class TestOverdue:
    question = ("overdue", MADE_UP, "--on", "2026-07-15")

    def test_by_band(self):
        out = call(*self.question, "--by", "band", check=1).stdout
        row = out.splitlines()[-1]
        assert row.startswith("Urban planning and building band") and row.endswith(" 11")
        assert "T-29" in row and "Urban Planning Division" in row

    @pytest.mark.parametrize("by", ["band", "owner", "risk_area", "kind"])
    def test_groups_are_those_of_the_library(self, by):
        groups = answer(*self.question, "--by", by, check=1)["groups"]
        assert [(group["id"], [task["task"] for task in group["tasks"]]) for group in groups] == [
            (group.id, [task.task for task in group.tasks])
            for group in OFFICE.view("2026-07-15", KR).overdue(by)
        ]

    def test_in_korean_and_as_csv(self):
        assert "지연 근무일 수" in call(*self.question, "--lang", "ko", check=1).stdout
        head, row = csv_rows(*self.question, "--lang", "ko", check=1)
        assert dict(zip(head, row, strict=True))["과제번호"] == "T-29"

    def test_nothing(self):
        assert "Nothing is overdue" in call("overdue", "songpa", "--on", "2026-07-15").stdout

    def test_an_announced_day_off_makes_it_less_late(self, tmp_path):
        path = tmp_path / "announced.json"
        path.write_text('{"holidays": [{"date": "2026-07-10", "name": "임시공휴일"}]}', "utf-8")
        (group,) = answer(*self.question, "--overlay", path, check=1)["groups"]
        assert group["tasks"][0]["working_days_late"] == 10


class TestStatus:
    def test_by_band(self):
        out = call("status", MADE_UP, "--on", "2026-07-15", check=1).stdout
        assert "Tasks 36, done 10, overdue 1, blocked 3" in out
        assert out.splitlines()[-1].split()[0] == "B-11"

    @pytest.mark.parametrize("by", ["all", "band", "owner", "risk_area", "kind"])
    def test_groups_are_those_of_the_library(self, by):
        groups = answer("status", MADE_UP, "--on", "2026-07-15", "--by", by, check=1)["groups"]
        assert [(group["id"] or "", group["done"]) for group in groups] == [
            (group.id, group.done) for group in OFFICE.view("2026-07-15", KR).progress(by)
        ]

    def test_by_state(self):
        question = ["status", MADE_UP, "--on", "2026-07-15", "--by", "state"]
        states = answer(*question, check=1)["states"]
        assert states == pb.Portfolio([OFFICE]).states("2026-07-15")
        assert "진행 중" in call(*question, "--lang", "ko", check=1).stdout

    def test_a_task_on_a_past_date(self):
        for day, state in (("2026-01-31", "adopted"), ("2026-09-01", "in_progress"),
                           ("2026-12-31", "closed")):  # fmt: skip
            assert answer("status", MADE_UP, "--task", "T-11", "--on", day)["state"] == state
        out = call("status", MADE_UP, "--task", "T-11", "--on", "2026-09-01").stdout
        assert "Owner: Civil Affairs Division" in out and out.endswith("In progress    109\n")
        assert "\nSource: Made up as an example (no real record)\n" in out
        error = call("status", MADE_UP, "--task", "T-99", check=3).stderr
        assert "'T-99'" in error and "T-39" in error

    def test_the_brief(self):
        out = call("status", MADE_UP, "--brief", "--on", "2026-07-15", check=1).stdout
        heads = ["To be decided:", "Late:", "Coming:", "Done this year:"]
        assert [line for line in out.splitlines() if line in heads] == heads
        places = [out.index(id) for id in ("band-council-meetings", "T-36", "integrity-days")]
        assert places == sorted(places)
        record = answer("status", MADE_UP, "--brief", "--on", "2026-07-15", check=1)
        assert record["late"][0]["text"]["en"].endswith("11 working days late")
        parts = {
            row[0] for row in csv_rows("status", MADE_UP, "--brief", "--on", "2026-07-15", check=1)
        }
        assert {"Done this year", "Late"} <= parts

    @pytest.mark.parametrize(
        ("lang", "what", "due"),
        [
            ("en", "to be adopted or rejected (38):", "2026-01-07  "),
            ("ko", "채택 여부 결정 필요 (38):", "2026. 1. 7.  "),
        ],
    )
    def test_the_brief_says_once_what_38_lines_have_in_common(self, tmp_path, lang, what, due):
        """Whether they have the same date or each its own; and it leaves none of them out."""
        p = small_office.with_council()
        for i in range(38):
            task = pb.Task(f"T-{i:02}", (f"과제 {i}", f"Task {i}"), owner="audit")
            p = p.apply(p.propose_task(task, **small_office.said(f"2026-01-{6 + i // 2:02}")))
        p.save(tmp_path / "office.jsonl")
        question = ["status", tmp_path / "office.jsonl", "--brief", "--on", "2026-02-02"]
        out = call(*question, "--lang", lang, check=1).stdout
        assert out.count(what) == 1 and out.count(what.split(" (")[0]) == 1
        said = "Task" if lang == "en" else "과제"
        lines = out.splitlines()
        for i in range(38):
            assert sum(line.endswith(f"T-{i:02} {said} {i} (Audit)") for line in lines) == 1
        assert f"    {due}T-02" in out

    @pytest.mark.parametrize(("lang", "word"), [("en", "Tasks that are late"), ("ko", "지연")])
    def test_the_brief_as_a_page(self, tmp_path, lang, word):
        page = tmp_path / "brief.html"
        question = ["status", MADE_UP, "--brief", "--on", "2026-07-15", "--lang", lang]
        assert f"{page}: 2026-07-15" in call(*question, "--html", page, check=1).stderr
        OFFICE.view("2026-07-15", KR).brief().to_html(tmp_path / "library.html", lang)
        text = page.read_text(encoding="utf-8")
        assert word in text and text == (tmp_path / "library.html").read_text(encoding="utf-8")
        call("status", MADE_UP, "--html", page, check=2)

    def test_counts_beside_the_announced_ones(self):
        out = call("status", "songpa", "--counts").stdout
        assert "bands of 2023: 11 of 11\ntasks of 2023: 39 of 39\n" in out
        assert "과제" in call("status", "songpa", "--counts", "--lang", "ko").stdout
        rows = csv_rows("status", "songpa", "--counts", "--lang", "ko")
        assert [row[0] for row in rows] == ["항목", "밴드", "과제", "밴드", "사업"]

    def test_a_count_that_differs_is_found(self, tmp_path):
        songpa = pb.examples.songpa()
        more = songpa.apply(songpa.declare("bands", 12, 2026, on="2026-01-05", by="integrity-team"))
        more.save(tmp_path / "more.jsonl")
        out = call(
            "status", tmp_path / "more.jsonl", "--counts", "--on", "2026-02-01", check=1
        ).stdout
        assert "bands of 2026" in out

    @pytest.mark.parametrize(("what", "found"), [("tasks", 1), ("measures", 1), ("projects", 0)])
    def test_so_is_one_of_which_nothing_is_recorded(self, tmp_path, what, found):
        office = founding()
        office.apply(office.declare(what, 3, 2026, on="2026-01-05", by="team")).save(
            tmp_path / "office.jsonl"
        )
        question = ["status", tmp_path / "office.jsonl", "--counts", "--on", "2026-02-01"]
        assert "of 2026: 3 declared, none recorded" in call(*question, check=found).stdout

    def test_year_on_year(self):
        question = ["status", MADE_UP, "--since", "2026-06-30", "--on", "2026-12-31"]
        record = answer(*question)
        assert (len(record["done"]), len(record["carried_over"])) == (18, 10)
        assert record["added"] == record["dropped"] == []
        lines = call(*question).stdout.splitlines()
        first = lines.index("Carried over: 10") + 1
        assert lines[first] == "  T-07 Integrity self-check every quarter"
        head, *rows = csv_rows(*question, "--lang", "ko")
        assert head == ["과제번호", "과제명", "변동"] and len(rows) == 28
        assert rows[0] == ["T-07", OFFICE.task("T-07").title.korean, "이월"]
        later = ["--since", "2027-01-01", "--on", "2026-12-31"]
        error = call("status", MADE_UP, *later, check=3).stderr
        assert "--since: 2027-01-01 is after 2026-12-31" in error

    def test_one_question_at_a_time(self):
        call("status", "songpa", "--brief", "--counts", check=2)


class TestCompliance:
    def test_at_risk_and_until_when(self):
        out = call("compliance", MADE_UP, "--on", "2026-10-15", check=1).stdout
        assert re.search("2/4 +At risk   ", out) and "2026-12-30" in out and "2026-12-22" in out

    def test_on_track(self):
        (quota,) = answer("compliance", "yongsan", "--on", "2025-08-15")["quotas"]
        assert (quota["state"], quota["held"], quota["required"]) == ("on_track", 2, 3)
        assert quota["latest_feasible"] == "2025-12-31"

    def test_missed(self):
        (quota,) = answer("compliance", "yongsan", "--on", "2026-01-15", check=1)["quotas"]
        assert (quota["state"], quota["shortfall"]) == ("missed", 1)
        assert [fact["id"] for fact in quota["counted"]] == ["2025-1", "2025-2"]
        out = call("compliance", "yongsan", "--on", "2026-01-15", "--lang", "ko", check=1).stdout
        assert "미달" in out and "2/3" in out

    def test_of_another_year(self):
        question = ["compliance", "yongsan", "--on", "2026-11-22", "--year", "2025"]
        assert answer(*question, check=1)["quotas"][0]["state"] == "missed"
        assert (
            answer("compliance", "yongsan", "--year", "2020", "--on", "2026-01-15")["quotas"] == []
        )
        assert "no quota" in call("compliance", "yongsan", "--year", "2020").stdout

    def test_meetings_with_quorum_and_minutes(self):
        question = ["compliance", MADE_UP, "--meetings", "--on", "2026-12-31"]
        meetings = answer(*question, check=1)["meetings"]
        assert [each["quorum"] and each["quorum"]["met"] for each in meetings] == [
            True, False, True, None,
        ]  # fmt: skip
        lines = call(*question, check=1).stdout.splitlines()
        assert ["yes", "minutes-2026-1-example.pdf"] == lines[4].split()[-2:]
        assert "아니요" in call(*question, "--lang", "ko", check=1).stdout
        assert "FALSE" in csv_rows(*question, check=1)[2]

    def test_education(self):
        question = ["compliance", MADE_UP, "--duties", "--on", "2026-12-31"]
        out = call(*question, check=1).stdout
        assert "10 of 12 have it; report by 2027-03-02 (plan for 2027-02-26" in out
        assert "60 minutes short" in out and "no part face to face" in out
        assert [row[1] for row in csv_rows(*question, check=1)[1:]] == ["O-05", "O-12"]
        assert "no duty" in call("compliance", "songpa", "--duties").stdout

    def test_areas_and_gaps(self):
        owned = call("compliance", MADE_UP, "--coverage", "--on", "2026-12-01", check=1).stdout
        assert "Taxation Division 1; Taxation Division 2" in owned and "U-03" not in owned
        rows = csv_rows("compliance", MADE_UP, "--coverage", "--on", "2026-12-01", check=1)
        assert rows[2][3] == "U-03;U-04"
        out = call("compliance", "yongsan", "--coverage", check=1).stdout
        assert out.count("no measure is recorded for it") == 4
        assert "Measures  Owners\n" in out
        gaps = answer("compliance", MADE_UP, "--coverage", check=1)["coverage"]["gaps"]
        assert [(gap["subject"], gap["missing"]) for gap in gaps] == [("R-06", "measure")]

    def test_evidence(self):
        question = ["compliance", MADE_UP, "--evidence", "--on", "2026-12-31"]
        rows = answer(*question, check=1)["evidence"]
        assert ("I-01", "T-07") in {(r["indicator"], r["task"]) for r in rows if r["missing"]}
        assert any(row["evidence"] and not row["missing"] for row in rows)
        assert "no evidence is handed in" in call(*question, check=1).stdout

    def test_conflicts(self):
        rows = answer("compliance", MADE_UP, "--conflicts", "--on", "2026-01-20", check=None)
        found = OFFICE.as_of("2026-01-20").view("2026-01-20", KR).conflicts()
        assert len(rows["conflicts"]) == len(found)

    def test_everything(self):
        question = ["compliance", MADE_UP, "--on", "2026-12-31", "--all"]
        record = answer(*question, check=1)
        sections = ["quotas", "meetings", "duties", "coverage", "evidence", "conflicts"]
        assert [name for name in record if name in sections] == sections
        call(*question, "--csv", check=2)


class TestPropose:
    question = ("propose", "yongsan", "integrity-council", "2025", "--on", "2025-08-15")

    def test_the_third_meeting(self):
        (proposal,) = answer(*self.question, "--weekday", "FR")["proposals"]
        assert proposal["date"] == "2025-11-14"
        assert [each["date"] for each in proposal["runners_up"]] == [
            "2025-11-07", "2025-11-12", "2025-11-13",
        ]  # fmt: skip
        assert "2025-11-14" in call(*self.question, "--weekday", "fr").stdout
        assert "Friday" in csv_rows(*self.question, "--weekday", "FR")[1][2]

    def test_options_reach_the_library(self):
        dates = [each["date"] for each in answer(
            "propose", "yongsan", "integrity-council", "2027", "--on", "2027-01-04",
            "--min-days-between", "120", "--outside-weeks", "--avoid-bridges",
        )["proposals"]]  # fmt: skip
        assert dates == [
            each.date.isoformat()
            for each in pb.examples.yongsan().propose_meetings(
                "integrity-council", 2027, KR, on="2027-01-04", min_days_between=120,
                outside_weeks=True, avoid_bridges=True,
            )
        ]  # fmt: skip

    def test_nothing_missing(self):
        out = call("propose", MADE_UP, "band-council", "2026", "--on", "2026-12-31").stdout
        assert "No meeting is missing" in out

    def test_refusals(self):
        assert "integrity-council" in call("propose", "yongsan", "x", "2026", check=3).stderr
        call(*self.question, "--weekday", "XX", check=2)


class TestImpact:
    question = ("impact", MADE_UP, "2026", "--on", "2026-09-18", "--holiday")

    def test_what_moves(self):
        moves = answer(*self.question, "2026-09-28:임시공휴일", check=1)["moves"]
        assert [(move["kind"], move["id"]) for move in moves] == [
            ("meeting", "band-council"),
            ("slot", "band-council"),
            ("due_date", "T-11"),
            ("due_date", "T-14"),
            ("due_date", "T-30"),
        ]
        assert {(move["before"], move["after"]) for move in moves} == {("2026-09-28", "2026-09-29")}
        out = call(*self.question, "2026-09-28:임시공휴일", check=1).stdout
        assert "Temporary public holiday" in out and "notice given again" in out

    def test_names(self):
        out = call(*self.question, "2026-09-28", "--lang", "ko", check=1).stdout
        assert "임시공휴일" in out
        out = call(*self.question, "2026-09-28:재량휴업", check=1).stdout
        assert "재량휴업" in out

    def test_several_days(self):
        days = ["2026-10-16", "--holiday", "2026-10-14"]
        out = call(*self.question, *days, check=1).stdout
        assert "What moves in 2026 when 2026-10-14, 2026-10-16 become days off" in out

    def test_nothing_moves(self):
        assert "Nothing moves in 2026" in call(*self.question, "2026-09-26").stdout

    def test_refusals(self):
        assert "--holiday: 2026-02-30" in call(*self.question, "2026-02-30:x", check=3).stderr
        call("impact", MADE_UP, "2026", check=2)
