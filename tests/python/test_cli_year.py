"""The year of an office, lived through at the prompt, and the twenty jobs at its end."""

import datetime
import json
import shlex
import subprocess
import sys

import openpyxl
import pytest
from click.testing import CliRunner

import mapo_office
import mapo_year
import probity as pb
from command_line import environment
from probity.cli import acts, beginning, cli

NOON = datetime.datetime(2027, 1, 4, 3, tzinfo=datetime.UTC)  # noon in Seoul


def run(line, lang="en"):
    env = {"PROBITY_LANG": lang, "PROBITY_FILE": "mapo.probity"}
    return CliRunner(env=env).invoke(cli, shlex.split(line))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The folder of the office, whose year is over."""
    folder = tmp_path_factory.mktemp("mapo")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for module in (acts, beginning):
            patch.setattr(module, "now", lambda: NOON)
        patch.setattr(acts, "today", lambda: NOON.date())
        (folder / "proof.txt").write_text("proof")
        for line in [*mapo_office.commands(), *mapo_year.steps()]:
            said = run(line)
            assert said.exit_code == 0, f"{line}\n{said.output}"
    return folder


@pytest.fixture(autouse=True)
def there(folder, monkeypatch):
    monkeypatch.chdir(folder)


@pytest.fixture
def office(folder):
    return pb.load(folder / "mapo.probity")


class TestTheYear:
    def test_is_more_than_120_events_by_commands(self, office):
        begun = next(e.number for e in office.history if e.kind == "task.adopted") - 1
        assert len(office.history) - begun > 120

    def test_has_a_week_that_was_moved_and_one_that_was_called_off(self, office):
        weeks = office.calendar(2026).select(kind="week")
        moved = [entry for entry in weeks if entry.begin != entry.nominal]
        assert [(str(each.nominal), str(each.begin)) for each in moved] == [
            ("2026-04-06", "2026-04-20")
        ]
        assert [str(each.nominal) for each in weeks if not each.takes_place] == ["2026-08-10"]

    def test_has_a_new_mayor_in_july(self, office):
        names = [
            office.as_of(day).institution.head.name.korean for day in ("2026-06-30", "2026-07-01")
        ]
        assert names == ["김마포", "김새로"]

    def test_has_a_renamed_and_a_closed_division(self, office):
        units = {unit.id: unit for unit in office.institution.units}
        assert units["민원과"].title.korean == "민원여권과"
        assert str(units["복지정책과"].end) == "2026-10-01"
        assert office.as_of("2026-09-30").task("과제-12").owner == "복지정책과"

    def test_has_a_new_day_from_next_year(self, office):
        days = [
            str(entry.begin)
            for year in (2026, 2027)
            for entry in office.calendar(year).select(kind="day")
            if entry.id == "integrity-day"
        ]
        assert days == ["2026-12-04", "2027-03-17"]

    def test_has_a_mistake_that_was_corrected_and_can_be_seen(self, office):
        units = {unit.id: unit for unit in office.institution.units}
        assert units["총무과"].title.korean == "총무과"
        (undone,) = (event for event in office.history if event.kind == "event.annulled")
        assert undone.reason == "오기" and undone.actor == "kim"

    def test_two_colleagues_at_once_lose_nothing(self, office, folder, tmp_path):
        file = tmp_path / "both.probity"
        file.write_bytes((folder / "mapo.probity").read_bytes())
        words = [sys.executable, "-m", "probity", "-f", str(file), "task", "add"]
        writers = [
            subprocess.Popen(
                [*words, f"{who}-{n}", "--on", "2026-12-21", "--by", who],
                env=environment(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
            )
            for who in ("kim", "lee")
            for n in range(3)
        ]
        for writer in writers:
            _, errors = writer.communicate()
            assert writer.returncode == 0, errors
        later = pb.load(file)
        assert len(later.history) == len(office.history) + 6
        assert {event.actor for event in later.history[-6:]} == {"kim", "lee"}


#: The twenty jobs: what is asked, the exit code, and what the answer has in English and in Korean.
ON = "--on 2026-12-28"
JOBS = {
    1: (
        "export --year 2027 --html plan.html --lang {lang}",
        0,
        "plan.html: 2027",
        "plan.html: 2027",
    ),
    2: ("export --year 2026 --ics mapo.ics", 0, "mapo.ics:", "mapo.ics:"),
    3: ("calendar --year 2026", 0, "2026-10-05 Mon", "2026. 10. 5.(월)"),
    4: ("week 2026 2 --compare", 0, "FULL_WEEKS", "2주차"),
    5: ("why 2026-02-11", 0, "Integrity Week", "청렴주간"),
    6: ("why 2026-04-22", 0, "선거", "선거"),
    7: (
        f"impact 2026 --on 2026-09-01 --holiday {mapo_year.HOLIDAY}:임시공휴일",
        1,
        "과제-17",
        "과제-17",
    ),
    8: (f"overdue {ON} --by band", 1, "청렴 밴드", "청렴 밴드"),
    9: (f"compliance --meetings {ON}", 0, "2026-11-20", "2026. 11. 20."),
    10: (f"compliance {ON}", 0, "3/3", "3/3"),
    11: ("import --tasks more.csv --check --on 2026-12-28 --by kim", 0, "tasks 1", "과제 1건"),
    12: (f"status --counts {ON}", 0, "20", "20"),
    13: (f"compliance --coverage {ON}", 0, "Every area has a measure", "모든 분야에"),
    14: ("status --task 과제-5 --on 2026-02-01", 0, "In progress", "진행 중"),
    15: (f"compliance --duties {ON}", 1, "P-5", "P-5"),
    16: (f"compliance --evidence {ON}", 1, "지표-1", "지표-1"),
    17: (f"status --brief {ON}", 1, "과제-17", "과제-17"),
    18: (f"status --since 2026-06-30 {ON}", 0, "Changes since", "이후 변동"),
    19: ("due 2026-09-18 10", 0, "2026-10-07", "2026. 10. 7."),
    20: ("export --year 2026 --csv agenda.csv --lang {lang}", 0, "agenda.csv", "agenda.csv"),
}


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("number", JOBS)
def test_each_of_the_twenty_jobs_is_answered(number, lang, folder):
    line, code, *words = JOBS[number]
    (folder / "more.csv").write_text("id,title,due\nT-90,More,2026-12-31\n", encoding="utf-8")
    said = run(line.format(lang=lang), lang)
    assert said.exit_code == code, said.output
    assert words[lang == "ko"] in said.output, said.output
    if lang == "ko":
        assert any("\uac00" <= letter <= "\ud7a3" for letter in said.output) or number in (1, 20)


def test_the_csv_opens_in_both_languages(folder):
    heads = []
    for lang in ("en", "ko"):
        run("export --year 2026 --csv agenda.csv --lang " + lang)
        heads.append((folder / "agenda.csv").read_text(encoding="utf-8-sig").splitlines()[0])
    assert heads[0] != heads[1] and heads[0].isascii()


def test_the_record_proves_itself(office):
    said = run("verify mapo.probity")
    assert json.loads(run("verify mapo.probity --json").output)["events"] == len(office.history)
    assert "as they were recorded" in said.output


def test_the_office_can_be_handed_on_as_a_workbook(folder):
    run("export --xlsx office.xlsx --lang ko")
    assert len(openpyxl.load_workbook(folder / "office.xlsx").sheetnames) >= 2
