"""An office at the prompt: a programme begun from nothing, and the verbs of every day."""

import json

import pytest

import probity as pb
from probity.cli import beginning
from prompt_office import MAPO, at_noon, of_two_units, office, probity, refused

SESSION = """\
probity new mapo.probity --yes --id mapo --title 마포구 --head 구청장 --week "매월 둘째 주" --day "매년 12월 첫째 금요일" --on 2026-01-02 --by kim
probity unit add 감사담당관 --on 2026-01-02 --by kim
probity task add 과제-1 "계약 공개 점검" --owner 감사담당관 --due 2026-06-30 --on 2026-01-05 --by kim
probity task adopt 과제-1 --on 2026-01-10 --by kim        # start, close likewise
probity task submit 과제-1 --evidence proof.txt --on 2026-06-01 --by kim
probity task verify 과제-1 --on 2026-06-03 --by lee
probity head change 구청장 --name 김새로 --on 2026-07-01 --by kim
probity observance add 청렴콘서트 --day "매년 9월 셋째 금요일" --on 2026-08-01 --by kim
probity observance skip integrity-week 2026-08 --reason 수해복구 --on 2026-08-10 --by kim
probity unit rename 감사담당관 청렴감사담당관 --on 2026-09-01 --by kim
probity undo --reason 오기 --by kim
probity status --on 2026-12-31
"""  # noqa: E501 - a session word for word


@pytest.fixture(autouse=True)
def desk(tmp_path, monkeypatch):
    """A folder of one's own with a proof in it, at noon of a day."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "proof.txt").write_text("proof")
    at_noon(monkeypatch)
    return tmp_path


def session(lines=SESSION, **environment):
    env = {"PROBITY_FILE": "mapo.probity", **environment}
    return [probity(line, **env) for line in lines.splitlines()]


class TestTheSmallestSession:
    @pytest.fixture(params=["ko", "en"])
    def lang(self, request):
        return request.param

    @pytest.fixture
    def said(self, lang):
        return session(PROBITY_LANG=lang)

    def test_leaves_the_programme_that_it_says(self, said):
        whole = office()
        then = whole.as_of("2026-12-31")
        assert (whole.id, whole.title.korean) == ("mapo", "마포구")
        head = then.institution.head
        assert (head.post.korean, head.name.korean) == ("구청장", "김새로")
        assert whole.as_of("2026-06-30").institution.head.name == ""
        (unit,) = then.institution.units
        assert (unit.id, unit.title.korean) == ("감사담당관", "감사담당관")
        task = then.task("과제-1")
        assert (task.state, task.owner, task.title.korean) == (
            "verified",
            "감사담당관",
            "계약 공개 점검",
        )
        assert [file.name for file in task.evidence] == ["proof.txt"]
        assert [each.id for each in then.observances] == [
            "integrity-week",
            "integrity-day",
            "청렴콘서트",
        ]

    def test_makes_the_week_and_the_days_that_the_sentences_mean(self, said):
        agenda = office().calendar(2026)
        weeks = [entry.begin.isoformat() for entry in agenda.select(kind="week")]
        assert weeks[:3] == ["2026-01-05", "2026-02-09", "2026-03-09"] and len(weeks) == 12
        days = [
            (entry.begin.isoformat(), entry.title.korean) for entry in agenda.select(kind="day")
        ]
        assert days == [("2026-09-18", "청렴콘서트"), ("2026-12-04", "청렴데이")]

    def test_calls_off_the_week_of_august(self, said):
        (august,) = office().observance("integrity-week").records
        assert (august.nominal.isoformat(), august.status) == ("2026-08-10", "cancelled")
        assert august.reason.korean == "수해복구"

    def test_records_who_did_it_and_when_it_was_written(self, said):
        history = office().history
        assert {event.actor for event in history} == {"kim", "lee"}
        assert history[-1].kind == "event.annulled" and history[-1].reason == "오기"
        assert history[history[-1].corrects - 1].kind == "unit.changed"
        assert all(event.recorded is not None for event in history)

    def test_says_each_change_in_a_line(self, said, lang):
        added, renamed = said[2].stdout.splitlines()[0], said[9].stdout.splitlines()[0]
        if lang == "ko":
            assert added == (
                "과제-1 계약 공개 점검: 과제 제안: 담당부서 감사담당관, 기한 2026. 6. 30. "
                "(2026. 1. 5. kim)"
            )
            assert "감사담당관 → 청렴감사담당관" in renamed
        else:
            assert added == (
                "과제-1 계약 공개 점검: Task proposed: Owner 감사담당관, Due 2026-06-30 "
                "(on 2026-01-05, by kim)"
            )
            assert "감사담당관 → 청렴감사담당관" in renamed

    def test_ends_with_a_status_without_the_programme_named(self, said, lang):
        assert ("과제 1건, 완료 1건" if lang == "ko" else "Tasks 1, done 1") in said[-1].stdout


@pytest.fixture
def mapo():
    """An office of two units, at the prompt in English."""
    return of_two_units()


class TestWhichProgramme:
    def test_the_only_journal_of_the_folder(self, mapo):
        assert "Tasks 0" in probity("probity status --on 2026-02-01").stdout

    def test_that_of_the_environment_before_it(self, mapo):
        assert "Songpa" in probity("probity status --on 2026-02-01", PROBITY_FILE="songpa").stdout

    def test_that_of_the_option_before_that(self, mapo):
        line = "probity status -f mapo.probity --on 2026-02-01"
        assert "마포구" in probity(line, PROBITY_FILE="songpa").stdout
        line = "probity -f mapo.probity status --on 2026-02-01"
        assert "마포구" in probity(line, PROBITY_FILE="songpa").stdout

    def test_a_first_argument_that_is_shipped_or_a_file(self, mapo):
        assert "Songpa" in probity("probity status songpa --on 2026-02-01").stdout
        assert "마포구" in probity("probity status mapo.probity", PROBITY_FILE="songpa").stdout

    def test_other_first_arguments_are_arguments(self, mapo):
        line = 'probity observance add integrity-day 청렴데이 --day "매년 3월 셋째 수요일"'
        probity(f"{line} --on 2026-01-02 --by kim")
        assert "청렴데이" in probity("probity why 2026-03-18").stdout

    def test_none_if_there_are_several(self, mapo):
        probity("probity new jung.probity --yes --on 2026-01-02 --by kim")
        assert "Missing argument 'PROGRAMME'" in refused("probity status", 2)
        said = refused("probity unit add 총무과", 2)
        assert "Which programme?" in said and "jung.probity, mapo.probity" in said

    def test_a_shipped_one_is_not_written_to(self):
        said = refused("probity -f songpa unit add 총무과")
        assert "comes with the library" in said and "--from songpa" in said

    def test_a_file_that_is_not_there_is_named(self):
        said = refused("probity unit add 총무과", PROBITY_FILE="none.probity")
        assert "none.probity: there is no such file" in said

    def test_record_goes_into_the_file_that_was_found(self, mapo):
        probity(
            'probity observance add week 청렴주간 --week "매월 둘째 주" --on 2026-01-02 --by kim'
        )
        probity("probity record week 2026-03-09 2026-03-16 --on 2026-03-01 --by kim --reason 행사")
        assert len(office().observance("week").records) == 1


class TestNames:
    def test_a_title_or_the_beginning_of_one_does(self, mapo):
        probity('probity task add T-1 "계약 공개" --owner 감사담 --on 2026-01-05 --by kim')
        probity('probity task adopt "계약 공개" --on 2026-01-06 --by kim')
        probity("probity task start 계약 --on 2026-01-07 --by kim")
        task = office().task("T-1")
        assert (task.owner, task.state) == ("감사담당관", "in_progress")

    def test_one_that_may_be_several_is_refused_naming_them(self, mapo):
        said = refused("probity unit rename 감사 총무과 --on 2026-02-01 --by kim")
        assert "'감사' may be any of 감사담당관, 감사지원과" in said

    def test_one_that_is_none_is_refused_naming_what_is_near(self, mapo):
        said = refused("probity unit rename 감사담당 총무과 --on 2026-02-01 --by kim", None)
        assert said == "" or "Back-dated" in said  # the beginning of one
        said = refused("probity unit rename 감사지원관 총무과 --on 2026-02-01 --by kim")
        assert "did you mean 감사지원과" in said

    def test_a_name_with_spaces_has_an_id_without(self, mapo):
        probity('probity unit add "세무 1과" --on 2026-01-05 --by kim')
        assert office().institution.units[-1].id == "세무-1과"
        assert office().institution.units[-1].title.korean == "세무 1과"

    def test_a_month_names_the_occurrence_in_it(self, mapo):
        probity('probity observance add day 청렴데이 --day "매주 수요일" --on 2026-01-02 --by kim')
        said = refused("probity observance skip day 2026-08 --reason 비 --on 2026-08-01 --by kim")
        assert "4 occurrences in 2026-08: 2026-08-05" in said
        probity('probity observance add eve 전야 --day "매년 12월 24일" --on 2026-01-02 --by kim')
        said = refused("probity observance skip eve 2026-08 --reason 비 --on 2026-08-01 --by kim")
        assert "'eve' has no occurrence in 2026-08" in said


class TestWhatIsSaid:
    def test_in_json(self, mapo):
        line = "probity unit rename 감사담당관 청렴담당관 --on 2026-02-01 --by kim --json"
        said = json.loads(probity(line).stdout)
        assert said["recorded"] is True and said["file"] == "mapo.probity"
        (event,) = said["events"]
        assert event["kind"] == "unit.changed" and event["number"] == 4
        assert event["body"]["title"] == "청렴담당관"
        assert event["recorded"] == "2027-01-04T03:00:00Z"

    def test_a_dry_run_records_nothing(self, mapo):
        line = "probity unit rename 감사담당관 청렴담당관 --on 2026-02-01 --by kim --dry-run"
        said = probity(line).stdout
        assert "감사담당관 → 청렴담당관" in said and "Nothing is recorded" in said
        assert len(mapo().history) == 3
        assert json.loads(probity(f"{line} --json").stdout)["recorded"] is False

    def test_a_dry_run_is_refused_like_the_step(self, mapo):
        said = refused("probity task adopt 없는것 --dry-run --by kim")
        assert "no task is called '없는것'" in said

    def test_a_step_that_is_not_legal_is_refused_and_recorded_nowhere(self, mapo):
        probity("probity task add T-1 과제 --on 2026-01-05 --by kim")
        said = refused("probity task verify T-1 --on 2026-01-06 --by lee")
        assert "'T-1' is proposed" in said and "verified" in said
        assert len(mapo().history) == 4


class TestTextsOfALanguage:
    """What is said in one language leaves the words in the other."""

    def change(self, words):
        probity(f"probity unit change 감사담당관 {words} --on 2026-03-02 --by kim")
        return office().institution.units[0].title.given

    def test_english_words_alone_keep_the_korean(self, mapo):
        assert self.change('--title-en "Audit Office"') == {
            "ko": "감사담당관",
            "en": "Audit Office",
        }
        assert self.change("--title-en Audit")["ko"] == "감사담당관"

    def test_both_take_the_place_of_both(self, mapo):
        given = {"ko": "청렴감사담당관", "en": "Integrity and Audit"}
        assert self.change('--title 청렴감사담당관 --title-en "Integrity and Audit"') == given

    def test_words_without_a_language_have_none(self, mapo):
        assert self.change("--title 청렴감사담당관") == {}
        assert office().institution.units[0].title == pb.Text.plain("청렴감사담당관")

    def test_of_a_new_record_may_be_english_alone(self, mapo):
        probity("probity area add contracts --title-en Contracts --on 2026-03-02 --by kim")
        (area,) = office().risk_areas
        assert area.title.given == {"en": "Contracts"}


class TestRefusalsInKorean:
    def test_of_steps(self, mapo):
        probity("probity task add 과제-1 점검 --owner 감사담당관 --on 2026-01-05 --by kim")
        said = refused("probity task close 과제-1 --on 2026-01-06 --by kim --lang ko")
        assert "'과제-1': 2026. 1. 6. 현재 '제안' 상태이므로 '종결' 상태로 바꿀 수 없습니다" in said

    def test_of_dates_and_periods(self):
        line = "probity deadline 2026-09-21 --days 3 --rule petition --lang ko"
        said = refused(line)
        assert "처리기간이 3일인 민원은 접수한 시각부터" in said and "2026-09-21T14:30" in said
        said = refused("probity deadline 1950-01-02 --days 3 --lang ko")
        assert "규칙 'civil'의 근거인 민법 제155조부터 제161조까지(법률 제471호)는" in said

    def test_of_sentences_that_are_no_rule(self, mapo):
        line = 'probity observance add 행사 --day "매월 둘째 주" --on 2026-01-05 --by kim --lang ko'
        assert "'매월 둘째 주': 주간을 뜻합니다. 날을 적으십시오" in refused(line)


class TestAMistypedYear:
    def test_of_the_day_asks_for_sure(self, mapo):
        said = refused("probity unit add 총무과 --on 2206-02-01 --by kim")
        assert "--on: 2206-02-01 is more than a year from 2027-01-04" in said and "--sure" in said
        probity("probity unit add 총무과 --on 2206-02-01 --by kim --sure")

    def test_of_a_due_date_asks_for_sure(self, mapo):
        line = "probity task add T-1 과제 --due 2062-06-30 --on 2026-01-05 --by kim"
        assert "--due: 2062-06-30 is more than a year from" in refused(line)
        probity(f"{line} --sure")

    def test_that_is_a_year_later_than_the_rule_asks_for_sure(self, mapo):
        probity('probity observance add day --day "매년 3월 셋째 수요일" --on 2026-01-02 --by kim')
        line = "probity observance move day 2026-03-18 2027-03-18 --on 2026-03-01 --by kim"
        assert "about a year or more from 2026-03-18" in refused(line)
        assert "--sure" in refused(line)

    def test_near_the_last_event_does_not(self, mapo):
        probity("probity unit add 총무과 --on 2025-06-01 --by kim")


class TestUndo:
    def test_takes_back_the_last_of_mine(self, mapo):
        probity("probity task add T-1 과제 --on 2026-01-05 --by kim")
        probity("probity task adopt T-1 --on 2026-01-06 --by lee")
        probity("probity unit rename 감사담당관 청렴담당관 --on 2026-02-01 --by kim")
        probity("probity undo --reason 오기 --by lee")
        assert office().task("T-1").state == "proposed"
        assert office().institution.units[0].title.korean == "청렴담당관"

    def test_once_more_takes_back_the_one_before(self, mapo):
        probity("probity unit rename 감사담당관 가 --on 2026-02-01 --by kim")
        probity("probity unit rename 감사담당관 나 --on 2026-03-01 --by kim")
        for title in ("가", "감사담당관"):
            probity("probity undo --reason 오기 --by kim")
            assert office().institution.units[0].title.korean == title

    def test_of_somebody_who_recorded_nothing(self, mapo):
        assert "lee has recorded nothing that stands" in refused("probity undo --reason x --by lee")

    def test_by_its_number(self, mapo):
        probity("probity unit rename 감사담당관 청렴담당관 --on 2026-02-01 --by kim")
        probity("probity undo 4 --reason 오기 --by lee")
        assert office().institution.units[0].title.korean == "감사담당관"


class TestNew:
    def test_the_least(self):
        probity("probity new mapo.probity --yes --on 2026-01-02 --by kim")
        assert (office().id, office().title.korean, len(office().history)) == ("mapo", "mapo", 1)

    def test_is_not_begun_twice(self, mapo):
        assert "is there already" in refused(MAPO)

    def test_asks_for_what_is_missing_where_nobody_can_answer(self):
        said = refused("probity new mapo.probity", 2)
        assert "Missing option '--title'" in said and "--yes" in said

    def test_a_sentence_that_says_no_week_is_refused(self):
        line = 'probity new mapo.probity --yes --week "매월 둘째 수요일" --on 2026-01-02 --by kim'
        assert "says days, and a week is asked for" in refused(line)
        assert pathlib_names() == []

    def test_a_dry_run_writes_nothing(self):
        said = probity(f"{MAPO} --dry-run").stdout
        assert "would be begun" in said and pathlib_names() == []

    def test_from_a_pattern_takes_what_recurs_and_no_facts(self):
        probity(f"{MAPO} --from songpa")
        p, songpa = office(), pb.examples.songpa()
        assert [each.id for each in p.observances] == [each.id for each in songpa.observances]
        assert [each.id for each in p.quotas] == [each.id for each in songpa.quotas]
        assert not (p.tasks or p.bands or p.sources or p.occasions or p.observances[0].records)
        assert all("송파" not in activity.title.korean for activity in p.activities)
        weeks = p.calendar(2026).select(kind="week")
        assert len(weeks) == 12

    def test_from_a_council_takes_its_charter_and_no_meetings(self):
        probity(f"{MAPO} --from yongsan-illustrative")
        (council,) = office().councils
        assert council.charters and not council.meetings and not council.memberships

    def test_as_a_history_in_a_file(self):
        probity("probity new mapo.jsonl --yes --on 2026-01-02 --by kim")
        probity("probity unit add 총무과 --on 2026-01-05 --by kim", PROBITY_FILE="mapo.jsonl")
        assert len(pb.load("mapo.jsonl").history) == 2


def pathlib_names():
    """What is in the folder besides the proof."""
    import os

    return [name for name in os.listdir() if name != "proof.txt"]


class TestAtATerminal:
    """`new` asks in order, in the language of the prompt."""

    @pytest.fixture(autouse=True)
    def terminal(self, monkeypatch):
        monkeypatch.setattr(beginning, "is_terminal", lambda: True)

    ANSWERS = "마포구\n\n구청장\n매월 둘째 수요일\n매월 둘째 주\n매년 12월 첫째 금요일\n"

    def test_in_korean(self):
        line = "probity new mapo.probity --on 2026-01-02 --by kim"
        said = probity(line, input=self.ANSWERS, PROBITY_LANG="ko")
        places = [
            said.stderr.index(each)
            for each in ("기관 이름", "식별자", "기관장 직위", "청렴주간, 예", "청렴데이, 예")
        ]
        assert places == sorted(places)
        assert "받아들일 수 없습니다" in said.stderr  # a day is no week
        assert "2026. 1. 5. ~ 1. 11." in said.stderr and "2026. 12. 4." in said.stderr
        assert office().id == "mapo" and office().institution.head.post.korean == "구청장"
        assert len(office().history) == 4

    def test_in_english(self):
        answers = "Mapo-gu\nmapo\n\nsecond week of every month\n\n"
        said = probity("probity new mapo.probity --on 2026-01-02 --by kim", input=answers)
        assert "Name of the institution" in said.stderr and "2026-01-05 ~ 2026-01-11" in said.stderr
        assert office().institution.head.post == "" and len(office().observances) == 1

    def test_not_what_was_said(self):
        line = "probity new mapo.probity --title 마포구 --id mapo --head 구청장 --by kim"
        said = probity(f"{line} --on 2026-01-02", input="\n\n")
        assert "Name of the institution" not in said.stderr
