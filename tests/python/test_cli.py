"""The command line: what it prints, and its exit codes."""

import json
import subprocess
import sys

import pytest

import probity as pb
from probity.cli import padded, table, width
from test_week_of_month import THIRD_WEEKS_2026


def run(*arguments, check=0):
    result = subprocess.run(
        [sys.executable, "-m", "probity", *arguments],
        capture_output=True,
        encoding="utf-8",
        env={"PYTHONUTF8": "1", **__import__("os").environ},
    )
    assert result.returncode == check, result.stderr
    return result


class TestCalendar:
    def test_songpa_2026(self):
        lines = run("calendar", "songpa", "--year", "2026").stdout.splitlines()
        weeks = [line for line in lines if "Integrity Week" in line and line.startswith("2026")]
        assert [line[:10] for line in weeks] == THIRD_WEEKS_2026
        assert [line[:10] for line in weeks if "short" in line] == ["2026-02-16"]
        assert weeks[1].split()[-3:] == ["2", "short", "week"]
        (integrity_day,) = [line for line in lines if "Integrity Day" in line and "Wed" in line]
        assert integrity_day.startswith("2026-03-18 Wed")

    def test_korean_columns_line_up(self):
        lines = run("calendar", "songpa", "--year", "2026", "--lang", "ko").stdout.splitlines()
        rule = next(line for line in lines if line.startswith("---"))
        rows = [line for line in lines if "청렴주간" in line and line.startswith("2026")]
        end = width(rule[: rule.rindex("  ")])
        assert len(rows) == 12
        assert all(width(row.removesuffix("짧은 주").rstrip()) == end for row in rows)

    def test_yongsan_meets_three_times_a_year(self):
        out = run("calendar", "yongsan", "--year", "2026").stdout
        assert "Integrity Council: 3 regular meetings a year" in out
        assert out.count("Meeting: ") == 3

    def test_a_council_is_named_from_the_year_of_its_establishment(self):
        for year, named in (("1990", False), ("2024", False), ("2025", True), ("2026", True)):
            out = run("calendar", "yongsan", "--year", year).stdout
            assert ("Integrity Council" in out) is named, year

    def test_korean_heading(self):
        out = run("calendar", "yongsan", "--year", "2026", "--lang", "ko").stdout
        assert out.startswith("2026년 용산구 청렴 프로그램\n")

    def test_one_event(self, tmp_path):
        result = run("calendar", "yongsan", "--year", "2026", "--ics", str(tmp_path / "y.ics"))
        assert result.stderr.endswith("1 event\n"), result.stderr

    def test_a_bad_file_is_named_and_not_taken_for_a_programme(self, tmp_path):
        path = tmp_path / "notes.json"
        path.write_text("not json", encoding="utf-8")
        error = run("calendar", str(path), "--year", "2026", check=3).stderr
        assert "notes.json" in error and "line 1" in error and "songpa" not in error
        path.write_text('{"schema": "x"}', encoding="utf-8")
        assert "notes.json" in run("calendar", str(path), "--year", "2026", check=3).stderr

    def test_json(self):
        record = json.loads(run("calendar", "songpa", "--year", "2026", "--json").stdout)
        weeks = [entry for entry in record["entries"] if entry["kind"] == "week"]
        assert [week["begin"] for week in weeks] == THIRD_WEEKS_2026
        assert weeks[1]["short"] and weeks[1]["working_days"] == 2
        assert weeks[0]["title"] == {"ko": "청렴주간", "en": "Integrity Week"}

    def test_ics(self, tmp_path):
        path = tmp_path / "songpa.ics"
        result = run("calendar", "songpa", "--year", "2026", "--ics", str(path))
        assert path.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
        assert str(path) in result.stderr

    def test_a_document(self, tmp_path):
        path = tmp_path / "own.json"
        pb.examples.songpa().save(path)
        own = run("calendar", str(path), "--year", "2026").stdout
        assert own == run("calendar", "songpa", "--year", "2026").stdout

    def test_refusals(self, tmp_path):
        assert "12026" in run("calendar", "songpa", "--year", "12026", check=3).stderr
        assert "songpaa" in run("calendar", "songpaa", "--year", "2026", check=3).stderr
        path = tmp_path / "bad.json"
        path.write_bytes(b'{"id": "\xff"}')
        assert "UTF-8" in run("calendar", str(path), "--year", "2026", check=3).stderr
        run("calendar", "songpa", check=2)


class TestWeek:
    def test_third_week(self):
        assert run("week", "2026", "3", "3").stdout == "2026-03-16 Mon .. 2026-03-22 Sun\n"
        korean = run("week", "2026", "3", "3", "--lang", "ko").stdout
        assert korean == "2026-03-16 월 .. 2026-03-22 일\n"

    def test_last_week(self):
        assert run("week", "2026", "2", "-1").stdout == "2026-02-23 Mon .. 2026-03-01 Sun\n"

    @pytest.mark.parametrize("convention", ["cldr-kr", "CLDR_KR", "SU,1"])
    def test_conventions(self, convention):
        out = run("week", "2026", "3", "3", "--convention", convention, "--json").stdout
        assert json.loads(out)["begin"] == "2026-03-15"

    def test_no_such_week(self):
        assert "no week 5" in run("week", "2026", "2", "5", check=1).stderr
        out = run("week", "2026", "2", "5", "--json", check=1).stdout
        assert json.loads(out)["begin"] is None

    def test_refusals(self):
        assert "week 6" in run("week", "2026", "3", "6", check=3).stderr
        assert "12026" in run("week", "12026", "3", "3", check=3).stderr
        assert "XX" in run("week", "2026", "3", "3", "--convention", "XX,4", check=3).stderr
        assert "XX" in run("week", "2026", "3", "3", "--convention", "XX", check=2).stderr
        run("week", "2026", "March", "3", check=2)


class TestDates:
    third = "FREQ=MONTHLY;BYDAY=3WE"

    def test_dates(self):
        out = run("dates", self.third, "--from", "2026-01-01", "--to", "2026-04-01").stdout
        assert out == "2026-01-21 Wed\n2026-02-18 Wed\n2026-03-18 Wed\n"

    def test_start(self):
        window = ["--from", "2026-01-01", "--to", "2026-01-20", "--json"]
        out = run("dates", "FREQ=DAILY;INTERVAL=10", *window, "--start", "2025-12-25").stdout
        assert json.loads(out) == ["2026-01-04", "2026-01-14"]

    def test_none(self):
        result = run("dates", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "--from", "2026-01-01",
                     "--to", "2030-01-01", check=1)  # fmt: skip
        assert result.stdout == "" and "no date" in result.stderr

    def test_next(self):
        out = run("next", self.third, "--after", "2026-03-18", "-n", "2").stdout
        assert out == "2026-04-15 Wed\n2026-05-20 Wed\n"
        result = run("next", self.third + ";COUNT=1", "--after", "2026-01-01", "-n", "2", check=1)
        assert result.stdout == "2026-01-21 Wed\n"

    def test_refusals(self):
        window = ["--from", "2026-01-01", "--to", "2026-04-01"]
        assert "9XX" in run("dates", "FREQ=DAILY;BYDAY=9XX", *window, check=3).stderr
        bad = ["--from", "2026-02-31", "--to", "2026-04-01"]
        assert "--from: 2026-02-31" in run("dates", self.third, *bad, check=3).stderr
        run("next", self.third, check=2)
        run("next", self.third, "--after", "2026-01-01", "-n", "0", check=2)


class TestTable:
    def test_width_of_hangul(self):
        assert width("Integrity") == 9
        assert width("청렴주간") == 8
        assert width("é") == 1  # a letter and its combining accent
        assert padded("청렴", 6) == "청렴  " and padded("청렴", 6, right=True) == "  청렴"

    def test_empty_columns_are_left_out(self):
        assert table(["a", "b", "c"], [["1", "", "22"], ["3", "", "4"]], right=[2]) == [
            "a   c",
            "-  --",
            "1  22",
            "3   4",
        ]


def test_version():
    assert run("--version").stdout == f"probity {pb.__version__}\n"
