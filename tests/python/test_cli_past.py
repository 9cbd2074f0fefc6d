"""Looking back at the prompt, and changing a record as a form: `show`, `log`, `edit`."""

import json

import pytest

import probity as pb
from prompt_office import at_noon, of_two_units, office, probity, refused


@pytest.fixture(autouse=True)
def desk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    at_noon(monkeypatch)


@pytest.fixture
def mapo():
    return of_two_units()


class TestEdit:
    """The editor is a script that changes lines of the form."""

    @pytest.fixture
    def editor(self, monkeypatch, tmp_path):
        def made(*changes):
            script = tmp_path / "editor.sh"
            commands = "".join(f"sed -i '{change}' \"$1\"\n" for change in changes)
            script.write_text(f"#!/bin/sh\nsleep 0.01\n{commands}touch -d '+1 hour' \"$1\"\n")
            script.chmod(0o755)
            monkeypatch.setenv("VISUAL", str(script))

        return made

    @pytest.fixture(autouse=True)
    def task(self, mapo):
        probity(
            "probity task add T-1 과제 --owner 감사담당관 --due 2026-06-30 --on 2026-01-05 --by kim"
        )

    def test_records_the_difference_by_the_events_of_its_fields(self, editor):
        editor("s/^title.ko: .*/title.ko: 계약 점검/", "s/^owner: .*/owner: 감사지원/")
        said = probity("probity edit T-1 --on 2026-02-01 --by kim").stdout
        assert "감사지원과" in said and "과제 → " in said
        assert [event.kind for event in office().history[-2:]] == ["task.assigned", "task.changed"]
        task = office().task("T-1")
        assert (task.title.korean, task.owner, str(task.due)) == (
            "계약 점검",
            "감사지원과",
            "2026-06-30",
        )

    def test_an_emptied_line_states_that_there_is_none(self, editor):
        editor("s/^due: .*/due:/")
        probity("probity edit T-1 --on 2026-02-01 --by kim --reason 미정")
        assert office().task("T-1").due is None

    def test_nothing_changed_records_nothing(self, editor):
        editor("s/^#.*//")
        assert "Nothing was changed" in probity("probity edit T-1 --by kim").stdout
        assert len(office().history) == 4

    def test_a_line_that_is_none_is_refused(self, editor):
        editor("s/^due: .*/until: tomorrow/")
        assert "'until: tomorrow' begins with none of" in refused("probity edit T-1 --by kim")
        assert len(office().history) == 4


class TestShowAndLog:
    def test_a_record_with_its_history(self, mapo):
        probity("probity task add T-1 과제 --owner 감사담당관 --on 2026-01-05 --by kim")
        probity("probity task adopt T-1 --on 2026-01-06 --by lee")
        said = probity("probity show T-1 --on 2026-01-07").stdout
        assert "Task T-1" in said and "Owner: 감사담당관" in said and "Task adopted" in said
        known = json.loads(probity("probity show T-1 --on 2026-01-07 --json").stdout)
        assert [event["kind"] for event in known["events"]] == ["task.proposed", "task.adopted"]

    def test_one_of_several_kinds_is_asked_for(self, mapo):
        probity("probity task add 감사담당관 과제 --on 2026-01-05 --by kim")
        said = refused("probity show 감사담당관")
        assert "unit 감사담당관" in said and "task 감사담당관" in said
        assert "Unit 감사담당관" in probity("probity show unit 감사담당관").stdout

    def test_the_log_of_a_colleague(self, mapo):
        probity("probity task add T-1 과제 --on 2026-01-05 --by lee")
        assert len(json.loads(probity("probity log --json").stdout)) == 4
        (event,) = json.loads(probity("probity log --by lee --json").stdout)
        assert event["kind"] == "task.proposed"
        assert len(json.loads(probity("probity log 감사담당관 --json").stdout)) == 1


class TestList:
    def test_has_a_line_for_each_record_as_it_was_on_the_day(self, mapo):
        probity("probity task add T-1 과제 --owner 감사담당관 --on 2026-01-05 --by kim")
        probity("probity task adopt T-1 --on 2026-01-10 --by kim")
        before = probity("probity task list --on 2026-01-06", PROBITY_LANG="ko").stdout
        after = probity("probity task list --on 2026-01-10", PROBITY_LANG="ko").stdout
        assert "제안" in before and "채택" not in before
        assert after.splitlines()[-1].split() == ["T-1", "과제", "채택", "감사담당관"]

    def test_has_no_record_of_a_later_day(self, mapo):
        probity("probity unit add 새과 --on 2026-03-01 --by kim")
        assert "새과" not in probity("probity unit list --on 2026-02-01").stdout
        assert "새과" in probity("probity unit list --on 2026-03-01").stdout

    def test_of_none_says_so(self, mapo):
        assert "There is none yet" in probity("probity duty list --on 2026-03-01").stdout

    def test_as_json_has_the_records_of_the_document(self, mapo):
        said = json.loads(probity("probity unit list --on 2026-03-01 --json").stdout)
        assert [each["id"] for each in said["records"]] == ["감사담당관", "감사지원과"]

    @pytest.mark.parametrize("family", ["unit", "seat", "council", "meeting", "area", "observance"])
    def test_has_every_record_of_a_shipped_year(self, family):
        line = f"probity {family} list songpa-illustrative --on 2026-12-01 --json"
        programme = pb.examples.songpa(illustrative=True)
        every = {
            "unit": programme.institution.units,
            "seat": programme.institution.seats,
            "council": programme.councils,
            "meeting": [each for council in programme.councils for each in council.meetings],
            "area": programme.risk_areas,
            "observance": programme.observances,
        }
        assert len(json.loads(probity(line).stdout)["records"]) == len(every[family]) > 0


def test_a_missing_meeting_is_told_to_be_planned(mapo):
    said = refused("probity meeting hold 2026-1 --on 2026-03-01 --by kim")
    assert "`probity meeting plan` adds one" in said
