"""The command line: what it prints, and its exit codes."""

import json
import unicodedata

import pytest

import probity as pb
import probity.cli
from command_line import answer, call, csv_rows, run
from probity.cli.output import padded, table, width
from third_weeks import THIRD_WEEKS_2026


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
        error = run("calendar", "songpaa", "--year", "2026", check=3).stderr
        assert "songpaa" in error and "songpa-illustrative" in error
        path = tmp_path / "bad.json"
        path.write_bytes(b'{"id": "\xff"}')
        assert "UTF-8" in run("calendar", str(path), "--year", "2026", check=3).stderr
        run("calendar", "songpa", check=2)

    def test_several_years(self, tmp_path):
        path = tmp_path / "years.ics"
        years = ["--year", "2026-2028"]
        records = answer("calendar", "songpa", *years, "--ics", path)
        assert [record["year"] for record in records] == [2026, 2027, 2028]
        text = path.read_text(encoding="utf-8")
        events = text.split("BEGIN:VEVENT")[1:]
        singles = [event for event in events if "RRULE:" not in event]
        begins = [event.partition("DTSTART;VALUE=DATE:")[2][:4] for event in singles]
        assert begins == ["2026"] * 12 + ["2027"] * 12 + ["2028"] * 12
        assert len(events) - len(singles) == 1  # the Day, which is a rule without end
        call("calendar", "songpa", *years, "--html", tmp_path / "years.html", check=2)
        for bad in ("2028-2026", "2026-", "2026-3026", "-5", "x"):
            call("calendar", "songpa", f"--year={bad}", check=2)

    @pytest.mark.parametrize(("lang", "word"), [("en", "Integrity Week"), ("ko", "청렴주간")])
    def test_the_page_and_the_table(self, tmp_path, lang, word):
        page, table = tmp_path / "plan.html", tmp_path / "agenda.csv"
        files = ["--html", page, "--csv", table, "--lang", lang]
        call("calendar", "songpa", "--year", "2027", *files)
        assert word in page.read_text(encoding="utf-8")
        pb.examples.songpa().calendar(2027).to_csv(tmp_path / "library.csv", lang)
        assert table.read_bytes() == (tmp_path / "library.csv").read_bytes()

    def test_a_year_without_anything_says_so(self):
        assert (
            "Nothing is recorded or due for 2022"
            in call("calendar", "songpa", "--year", "2022").stdout
        )
        korean = call("calendar", "songpa", "--year", "2022", "--lang", "ko").stdout
        assert "2022년에 기록되거나 예정된 일정이 없습니다" in korean
        assert "Nothing" not in call("calendar", "yongsan", "--year", "2025").stdout

    def test_an_announced_day_off(self, tmp_path):
        path = tmp_path / "announced.json"
        path.write_text('{"holidays": [{"date": "2026-01-14", "name": "임시공휴일"}]}', "utf-8")
        record = answer("calendar", "songpa", "--year", "2026", "--overlay", path)
        assert record["entries"][0]["working_days"] == 4


class TestWeek:
    def test_third_week(self):
        assert run("week", "2026", "3", "3").stdout == "2026-03-16 Mon .. 2026-03-22 Sun\n"
        korean = run("week", "2026", "3", "3", "--lang", "ko").stdout
        assert korean == "2026. 3. 16.(월) ~ 3. 22.(일)\n"

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
        for week, words in (("5", "5주차가"), ("-5", "끝에서 5번째 주가")):
            korean = call("week", "2026", "2", week, "--lang", "ko", check=1).stderr
            assert korean == f"2026년 2월에는 ISO 기준으로 {words} 없습니다\n"

    def test_csv(self):
        head = ["Year", "Month", "Week", "Convention", "First day", "Last day"]
        assert csv_rows("week", "2026", "3", "3") == [
            head,
            ["2026", "3", "3", "ISO", "2026-03-16", "2026-03-22"],
        ]
        assert csv_rows("week", "2026", "2", "5", check=1) == [head]
        assert csv_rows("week", "2026", "2", "-1")[1][2] == "-1"

    def test_refusals(self):
        assert "week 6" in run("week", "2026", "3", "6", check=3).stderr
        assert "12026" in run("week", "12026", "3", "3", check=3).stderr
        assert "XX" in run("week", "2026", "3", "3", "--convention", "XX,4", check=3).stderr
        assert "XX" in run("week", "2026", "3", "3", "--convention", "XX", check=2).stderr
        run("week", "2026", "March", "3", check=2)

    def test_conventions_compared(self):
        lines = call("week", "2026", "3", "--compare").stdout.splitlines()
        months = answer("week", "2026", "3", "--compare")["months"]
        compared = {str(row.month): row.weeks for row in pb.WeekConvention.compare(2026, 3)}
        assert months.keys() == compared.keys() and len(lines) == 4 + len(months)
        for month, weeks in months.items():
            assert {name: week["begin"] for name, week in weeks.items()} == {
                name: week.begin.isoformat() for name, week in compared[month].items()
            }
        rows = csv_rows("week", "2026", "3", "--compare")
        assert rows[0] == ["Year", "Month", "Week", "Convention", "First day", "Last day"]
        assert ["2026", "2", "3", "MONDAY_ROWS", "2026-02-09", "2026-02-15"] in rows

    def test_one_week_by_each_convention(self):
        out = call("week", "2026", "8", "5", "--compare").stdout
        assert "none" in out and "08-31..09-06" in out
        call("week", "2026", "3", check=2)


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
        window = ["--from", "2026-01-01", "--to", "2026-01-02", "--lang", "ko"]
        assert "날짜가 없습니다" in call("dates", self.third, *window, check=1).stderr

    def test_next(self):
        out = run("next", self.third, "--after", "2026-03-18", "-n", "2").stdout
        assert out == "2026-04-15 Wed\n2026-05-20 Wed\n"
        result = run("next", self.third + ";COUNT=1", "--after", "2026-01-01", "-n", "2", check=1)
        assert result.stdout == "2026-01-21 Wed\n" and "1 of 2 dates" in result.stderr

    first_day = "매월 첫 근무일"

    @pytest.mark.parametrize(
        ("begin", "end"), [("2102-01-01", "2103-01-01"), ("2100-06-01", "2101-06-01"),
                           ("1930-01-01", "1931-01-01")],
    )  # fmt: skip
    def test_working_days_beyond_the_horizon(self, begin, end):
        error = call("dates", self.first_day, "--from", begin, "--to", end, check=3).stderr
        assert "is outside 1949-07-05 to 2100-11-30, the horizon" in error
        error = call("next", self.first_day, "--after", begin, "-n", "12", check=3).stderr
        assert "the horizon" in error

    def test_up_to_the_horizon(self):
        window = ["--from", "2100-11-01", "--to", "2100-12-01"]
        assert call("dates", self.first_day, *window).stdout == "2100-11-01 Mon\n"
        assert call("next", self.first_day, "--after", "2100-10-15").stdout == "2100-11-01 Mon\n"
        ended = ["매월 첫 근무일, 2030. 12. 31.까지", "--from", "2102-01-01", "--to", "2103-01-01"]
        assert "no date of" in call("dates", *ended, check=1).stderr

    def test_a_korean_sentence(self):
        result = call("next", "매년 3월 셋째 주 수요일", "--after", "2028-01-01", "-n", "2")
        assert result.stdout == "2028-03-15 Wed\n2029-03-21 Wed\n"
        assert "the usual of 6 readings" in result.stderr and "third Wednesday" in result.stderr
        window = ["--from", "2026-01-01", "--to", "2026-03-01"]
        result = call("dates", "매월 15일(토·일·공휴일이면 다음 근무일)", *window)
        assert result.stdout == "2026-01-15 Thu\n2026-02-19 Thu\n" and result.stderr == ""
        assert "how often" in call("dates", "연 3회", *window, check=3).stderr
        result = call("dates", "매월 둘째 금요일 14:00~16:00", *window)
        assert result.stdout == "2026-01-09 Fri\n2026-02-13 Fri\n"
        assert result.stderr == "the time of day is 14:00~16:00\n"
        result = call("dates", "매년 2월 1일부터 5일까지", *window)
        assert result.stdout == "2026-02-01 Sun\n" and "first day of each span" in result.stderr

    @pytest.mark.parametrize(
        "sentence",
        ["每月 第3週 水曜日", unicodedata.normalize("NFD", "매월 셋째 수요일"), "third Wednesday"],
    )
    def test_a_sentence_in_either_script(self, sentence):
        assert call("next", sentence, "--after", "2026-01-01").stdout == "2026-01-21 Wed\n"

    def test_a_date_in_figures(self):
        window = ["--from", "2026-01-01", "--to", "2027-01-01"]
        assert call("dates", "12. 9.", *window).stdout == "2026-12-09 Wed\n"
        assert "which number is the month" in call("dates", "3/4", *window, check=3).stderr

    def test_a_sentence_in_english(self):
        result = call("next", "third Wednesday of March every year", "--after", "2026-03-18")
        assert (result.stdout, result.stderr) == ("2027-03-17 Wed\n", "")
        result = call("next", "Wednesday of the third week of March", "--after", "2028-01-01")
        assert result.stdout == "2028-03-15 Wed\n" and "reading" in result.stderr
        window = ("--from", "2026-02-01", "--to", "2026-03-01")
        moved = "15th of each month; if it is a holiday, the next working day"
        assert call("dates", moved, *window).stdout == "2026-02-19 Thu\n"
        assert "how often" in call("dates", "twice a month", *window, check=3).stderr
        assert "not understood" in call("dates", "15th of Marhc", *window, check=3).stderr

    def test_refusals(self):
        window = ["--from", "2026-01-01", "--to", "2026-04-01"]
        assert "9XX" in run("dates", "FREQ=DAILY;BYDAY=9XX", *window, check=3).stderr
        bad = ["--from", "2026-02-31", "--to", "2026-04-01"]
        assert "--from: 2026-02-31" in run("dates", self.third, *bad, check=3).stderr
        run("next", self.third, check=2)
        run("next", self.third, "--after", "2026-01-01", "-n", "0", check=2)
        backwards = ["--from", "2026-04-01", "--to", "2026-01-01"]
        assert "2026-01-01 is before" in run("dates", self.third, *backwards, check=3).stderr

    def test_csv(self):
        window = ["--from", "2026-01-01", "--to", "2026-03-01", "--lang", "ko"]
        rows = csv_rows("dates", self.third, *window)
        assert rows == [["날짜", "요일"], ["2026-01-21", "수"], ["2026-02-18", "수"]]


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
