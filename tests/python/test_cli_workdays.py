"""Holidays and working days at the command line."""

import pytest

import probity as pb
from command_line import answer, call, csv_rows


class TestHolidays:
    def test_of_a_year(self):
        lines = call("holidays", "2026").stdout.splitlines()
        assert len(lines) == 2 + len(pb.WorkCalendar.korea().holidays("2026-01-01", "2027-01-01"))
        assert lines[2].startswith("2026-01-01 Thu  New Year's Day")

    def test_of_a_window_in_korean(self):
        window = ["--from", "2026-09-24", "--to", "2026-09-27", "--lang", "ko"]
        out = call("holidays", *window).stdout
        assert [line[:19] for line in out.splitlines()[2:]] == [
            "2026. 9. 24.(목)  추석",
            "2026. 9. 25.(금)  추석",
            "2026. 9. 26.(토)  추석",
        ]

    def test_a_window_without_any_says_so(self):
        window = ["--from", "2026-05-10", "--to", "2026-05-12"]
        assert call("holidays", *window).stdout.startswith("No public holidays but Sundays from")
        assert "공휴일이 없습니다" in call("holidays", *window, "--lang", "ko").stdout

    def test_by_the_law_as_it_was_known(self):
        assert "2026-07-17" in call("holidays", "2026").stdout
        # Act 21338 was promulgated on 10 February.
        assert "2026-07-17" not in call("holidays", "2026", "--as-known-on", "2026-02-09").stdout
        assert "2026-07-17" in call("holidays", "2026", "--as-known-on", "2026-02-10").stdout

    def test_json_has_the_article(self):
        record = answer("holidays", "--from", "2026-05-25", "--to", "2026-05-26")
        (holiday,) = record["holidays"]
        assert holiday["kind"] == "substitute" and "Article 3(1)1" in holiday["basis_en"]

    def test_csv_is_that_of_the_library(self, tmp_path):
        call("holidays", "2026", "--csv", tmp_path / "a.csv", "--lang", "ko")
        listed = pb.WorkCalendar.korea().holidays("2026-01-01", "2027-01-01")
        listed.to_csv(tmp_path / "b.csv", "ko")
        data = (tmp_path / "a.csv").read_bytes()
        assert data == (tmp_path / "b.csv").read_bytes() and data.startswith(b"\xef\xbb\xbf")

    def test_csv_on_standard_output_has_no_mark(self):
        assert csv_rows("holidays", "2026")[0] == ["Date", "Name", "Kind", "Basis", "Decided on"]
        out = call("holidays", "2026", "--csv=-").stdout
        assert out == call("holidays", "2026", "--csv").stdout

    def test_usage(self):
        call("holidays", check=2)
        call("holidays", "--from", "2026-01-01", check=2)
        call("holidays", "2026", "--from", "2026-01-01", "--to", "2026-02-01", check=2)
        assert "horizon" in call("holidays", "2300", check=3).stderr
        assert (
            "before"
            in call("holidays", "--from", "2026-02-01", "--to", "2026-01-01", check=3).stderr
        )


class TestWorkdays:
    def test_a_day(self):
        assert "Chuseok, by Article 2(9)" in call("workdays", "2026-09-25", check=1).stdout
        assert "working day" in call("workdays", "2026-09-23").stdout
        assert answer("workdays", "2026-09-25", check=1)["working_day"] is False

    @pytest.mark.parametrize("day", ["2026. 9. 25.", "2026.9.25", "2026. 09. 25"])
    def test_a_day_as_officials_write_it(self, day):
        assert answer("workdays", day, check=1)["date"] == "2026-09-25"
        assert "2026-02-30" in call("workdays", "2026. 2. 30.", check=3).stderr

    def test_a_window(self):
        window = ["--from", "2026-02-16", "--to", "2026-02-23"]
        assert call("workdays", *window).stdout == (
            "2 working days from 2026-02-16 up to 2026-02-23, without that day\n\n"
            "2026-02-19 Thu\n2026-02-20 Fri\n"
        )
        assert answer("workdays", *window)["count"] == 2
        assert len(csv_rows("workdays", *window)) == 3

    def test_counted_from_a_day(self):
        assert call("workdays", "2026-02-13", "--add", "1").stdout == "2026-02-19 Thu\n"
        assert call("workdays", "2026-02-19", "--add", "-1", "--lang", "ko").stdout == (
            "2026. 2. 13.(금)\n"
        )

    @pytest.mark.parametrize(
        ("how", "day"), [("following", "2026-05-26"), ("preceding", "2026-05-22")]
    )
    def test_rolled(self, how, day):
        assert answer("workdays", "2026-05-24", "--roll", how)["date"] == day

    def test_usage(self):
        call("workdays", check=2)
        call("workdays", "2026-05-24", "--from", "2026-01-01", "--to", "2026-02-01", check=2)
        call("workdays", "--from", "2026-01-01", "--to", "2026-02-01", "--add", "1", check=2)


class TestDue:
    def test_with_the_holidays_passed_over(self):
        lines = call("due", "2026-09-18", "10").stdout.splitlines()
        assert lines[0] == "2026-10-07 Wed, due 10 working days after 2026-09-18"
        assert lines[1].startswith("2026-09-18 itself is not counted.")
        assert "`probity deadline`" in lines[1]
        assert [line[:10] for line in lines[-3:]] == ["2026-09-24", "2026-09-25", "2026-10-05"]

    def test_in_korean(self):
        out = call("due", "2026-09-18", "10", "--lang", "ko").stdout
        assert out.startswith("2026. 9. 18.부터 근무일 기준 10일 뒤: 2026. 10. 7.(수)까지\n")
        assert "첫날(2026. 9. 18.)은 산입하지 않음" in out
        assert "대체공휴일(개천절)" in out

    def test_backwards_and_none(self):
        assert "2026-09-15 Tue, due 3 working days before" in call("due", "2026-09-18", "-3").stdout
        assert call("due", "2026-09-19", "0").stdout.startswith("2026-09-21 Mon, due on 2026-09-19")

    def test_rolled_before_it_is_counted(self):
        record = answer("due", "2026-09-26", "1", "--roll", "preceding")
        assert (record["start"], record["date"]) == ("2026-09-23", "2026-09-28")

    def test_a_day_that_is_moved_is_named(self):
        question = ["due", "2026-09-19", "0", "--roll", "preceding"]
        moved = "2026-09-19 is no working day and is taken to 2026-09-18\n2026-09-18 Fri, due on"
        assert call(*question).stdout.startswith(moved)
        korean = call(*question, "--lang", "ko").stdout
        assert korean.startswith("2026. 9. 19.은 근무일이 아니므로 2026. 9. 18.로 옮겨")
        stays = call("due", "2026-09-18", "0", "--roll", "preceding").stdout
        assert "taken" not in stays

    def test_refusals(self):
        assert "DATE: 2026-02-30" in call("due", "2026-02-30", "1", check=3).stderr
        assert "horizon" in call("due", "2026-02-20", "1000000", check=3).stderr
        assert "out of range" in call("due", "2026-02-20", str(10**30), check=3).stderr
        call("due", "2026-02-20", "soon", check=2)


class TestDeadline:
    def test_with_its_clause_and_the_days_passed_over(self):
        first, text = call("deadline", "2026-01-31", "--days", "14").stdout.splitlines()
        assert first == "2026-02-19 Thu"
        assert "2026-02-16 The day before Seollal" in text
        assert "Civil Act, articles 157, 159, 161" in text
        assert "Plan for the working day before: 2026-02-13" in text

    def test_as_json_and_csv(self):
        record = answer("deadline", "2026-02-28")
        assert record["rule"] is None and record["first"] is None
        days = [record[name] for name in ("start", "nominal", "date", "advised")]
        assert days == ["2026-02-28", "2026-02-28", "2026-03-03", "2026-02-27"]
        assert record["clause"] == "행정기본법 제6조제1항, 민법 제161조"
        assert record["skipped"][0]["name"] == "토요일"
        table = call("deadline", "2026-02-28", "--csv").stdout
        assert "2026-03-01" in table and "2026-02-28" in table

    def test_by_hours_of_work(self):
        question = ["deadline", "2026-09-21T14:30", "--days", "3", "--rule", "petition"]
        assert call(*question).stdout.startswith("2026-09-28 Mon 14:30\n")
        korean = call(*question, "--lang", "ko").stdout
        assert korean.startswith("2026. 9. 28.(월) 14:30\n2026. 9. 21. 14:30부터 3일")
        record = answer(*question)
        assert (record["start"], record["at"]) == ("2026-09-21T14:30:00", "2026-09-28T14:30:00")
        assert record["rule"] == "petition"

    def test_terms(self):
        def last(*terms):
            return answer("deadline", "2026-02-01", *terms)["date"]

        assert last("--days", "14", "--from-midnight") == "2026-02-19"
        assert last("--weeks", "2", "--rule", "restriction") == "2026-02-14"
        worse = ["--weeks", "2", "--rule", "restriction", "--worse-for-citizen"]
        assert last(*worse) == "2026-02-19"
        assert last("--months", "1") == "2026-03-03"
        assert last("--years", "1") == "2027-02-01"

    def test_refusals(self):
        call("deadline", "2026-02-01", "--days", "1", "--weeks", "1", check=2)
        call("deadline", "2026-02-01", "--rule", "civil", check=2)
        call("deadline", "2026-02-01", "--days", "1", "--rule", "tax", check=2)
        refused = ["deadline", "2026-02-01", "--days", "5", "--rule", "petition"]
        assert "a day without a time" in call(*refused, check=3).stderr
        assert "START" in call("deadline", "2026-02-01T25:00", "--days", "1", check=3).stderr
        assert "at least 1" in call("deadline", "2026-02-01", "--days", "0", check=3).stderr
        assert "not verified" in call("deadline", "2009-02-28", check=3).stderr
