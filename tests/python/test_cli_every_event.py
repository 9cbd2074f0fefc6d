"""Every kind of event that the library has, recorded at the prompt."""

import datetime
import json
import shlex

import pytest
from click.testing import CliRunner

import probity as pb
from probity.cli import acts, beginning, cli
from probity.cli.kinds import families, kinds

NOON = datetime.datetime(2027, 1, 4, 3, tzinfo=datetime.UTC)  # noon in Seoul

#: An office from its beginning to its end, in which everything happens once.
SESSION = """\
probity new mapo.probity --yes --title 마포구 --head 구청장 --week "매월 둘째 주" --on 2026-01-02 --by kim
probity programme change --title "마포구 청렴 프로그램" --on 2026-01-02 --by kim
probity institution change --name "서울특별시 마포구" --on 2026-01-02 --by kim
probity head change --name 김마포 --on 2026-01-02 --by kim
probity source add 계획 "2026년 청렴 계획" --date 2026-01-02 --on 2026-01-02 --by kim
probity source change 계획 --title "2026년 반부패 계획" --on 2026-01-03 --by kim
probity source add 초안 --on 2026-01-03 --by kim
probity source end 초안 --reason 폐기 --on 2026-01-04 --by kim
probity unit add 감사담당관 --on 2026-01-02 --by kim
probity unit add 세무과 --on 2026-01-02 --by kim
probity unit add 건축과 --on 2026-01-02 --by kim
probity unit add 위생과 --on 2026-01-02 --by kim
probity unit change 위생과 --kind affiliated_institution --on 2026-01-05 --by kim
probity unit rename 위생과 보건위생과 --on 2026-01-06 --by kim
probity seat add 구청장 --kind 기관장 --on 2026-01-02 --by kim
probity seat add 감사담당관 --kind department_head --unit 감사담당관 --on 2026-01-02 --by kim
probity seat add 세무과장 --kind department_head --unit 세무과 --on 2026-01-02 --by kim
probity seat add 임시 --kind staff --on 2026-01-02 --by kim
probity seat change 세무과장 --title "세무 과장" --on 2026-01-05 --by kim
probity seat close 임시 --reason 폐지 --on 2026-01-06 --by kim
probity banding add 혁신밴드 --band "B-1=감사담당관,세무과" --band "B-2:인허가 밴드=건축과,위생과" --on 2026-01-05 --by kim
probity banding change --note 시범 --on 2026-01-06 --by kim
probity unit move 세무과 B-2 --on 2026-01-07 --by kim
probity banding part --band "B-1=감사담당관" --band "B-2=건축과" --band "B-3=세무과,위생과" --on 2026-01-08 --by kim
probity count declare bands 3 --year 2026 --on 2026-01-08 --by kim
probity council add 청렴회의체 --on 2026-01-05 --by kim
probity council change 청렴 --reports-to 구청장 --on 2026-01-06 --by kim
probity charter adopt 청렴회의체 --quorum 과반수 --decision "2/3 이상" --notice-days 7 --on 2026-01-06 --by kim
probity cadence change 청렴회의체 --cadence "연 3회" --on 2026-01-06 --by kim
probity member join 청렴회의체 구청장 --role chair --on 2026-01-06 --by kim
probity member join 청렴회의체 감사담당관 --on 2026-01-06 --by kim
probity member join 청렴회의체 세무 --on 2026-01-06 --by kim
probity member leave 청렴회의체 세무 --on 2026-02-06 --by kim
probity quota add 회의 --of 청렴회의체 --often "연 3회" --on 2026-01-06 --by kim
probity quota change 회의 --note 조례 --on 2026-01-07 --by kim
probity meeting plan 청렴회의체 2026-03-20 --begins 14:00 --place 상황실 --on 2026-02-10 --by kim
probity item add 2026-1 안건-1 "계약 공개" --kind decision --on 2026-02-11 --by kim
probity meeting notice 2026-1 --on 2026-02-12 --by kim
probity meeting postpone 2026-1 2026-03-27 --reason 수해 --on 2026-02-13 --by kim
probity meeting notice 2026-1 --on 2026-03-02 --by kim
probity meeting hold 2026-1 --present 구청장,감사담당관 --on 2026-03-27 --by kim
probity item decide 2026-1 안건-1 adopted --in-favour 2 --on 2026-03-27 --by kim
probity meeting minute 2026-1 --evidence proof.txt --on 2026-03-30 --by kim
probity meeting approve 2026-1 --on 2026-04-01 --by kim
probity meeting plan 청렴회의체 2026-06-20 --on 2026-04-02 --by kim
probity meeting cancel 2026-2 --reason 선거 --on 2026-04-03 --by kim
probity area add 계약 --owner 감사담당관 --on 2026-01-10 --by kim
probity area add 세정 --on 2026-01-10 --by kim
probity area add 잡무 --on 2026-01-10 --by kim
probity area assign 세정 세무과 --on 2026-01-11 --by kim
probity area change 세정 --title "세무 행정" --on 2026-01-12 --by kim
probity area end 잡무 --reason 해제 --on 2026-01-12 --by kim
probity indicator add 지표-1 "계약 공개율" --year 2026 --on 2026-01-12 --by kim
probity indicator add 지표-2 --year 2026 --on 2026-01-12 --by kim
probity indicator change 지표-1 --title "계약 공개 비율" --on 2026-01-13 --by kim
probity indicator end 지표-2 --reason 폐지 --on 2026-01-13 --by kim
probity task add T-1 "계약 공개" --owner 감사담당관 --due 2026-06-30 --on 2026-01-15 --by kim
probity task add T-2 --on 2026-01-15 --by kim
probity task add T-3 --on 2026-01-15 --by kim
probity task add T-4 --on 2026-01-15 --by kim
probity task reject T-2 --reason 중복 --on 2026-01-16 --by kim
probity task adopt T-1 --on 2026-01-16 --by kim
probity task start T-1 --on 2026-01-17 --by kim
probity task hold T-1 --reason 예산 --on 2026-01-18 --by kim
probity task resume T-1 --on 2026-01-19 --by kim
probity task assign T-1 세무과 --on 2026-01-20 --by kim
probity task reschedule T-1 2026-07-31 --reason 연장 --on 2026-01-20 --by kim
probity task weigh T-1 3 --on 2026-01-20 --by kim
probity task link T-1 --depends-on T-3 --indicator 지표-1 --on 2026-01-20 --by kim
probity task direct T-1 계약 --on 2026-01-20 --by kim
probity task change T-1 --title "계약 정보 공개" --on 2026-01-21 --by kim
probity task submit T-1 --evidence proof.txt --on 2026-05-01 --by kim
probity task send-back T-1 --reason 보완 --on 2026-05-02 --by lee
probity task submit T-1 --evidence proof.txt --on 2026-05-03 --by kim
probity task verify T-1 --on 2026-05-04 --by lee
probity task close T-1 --on 2026-05-05 --by lee
probity task reopen T-1 --reason 재점검 --on 2026-05-06 --by lee
probity task withdraw T-3 --reason 불필요 --on 2026-05-07 --by kim
probity task supersede T-4 T-1 --reason 통합 --on 2026-05-07 --by kim
probity observance add 청렴데이 --day "매년 12월 첫째 금요일" --on 2026-01-10 --by kim
probity observance add 시범 --day "매월 1일" --on 2026-01-10 --by kim
probity observance change 청렴데이 --day "매년 12월 둘째 금요일" --begin 2027-01-01 --note 변경 --on 2026-06-01 --by kim
probity observance move integrity-week 2026-04 2026-04-20 --reason 행사 --on 2026-04-01 --by kim
probity observance hold integrity-week 2026-03-09 --on 2026-03-16 --by kim
probity observance end 시범 --reason 종료 --on 2026-06-01 --by kim
probity activity add 방송 --category campaign --observance integrity-week --on 2026-01-10 --by kim
probity activity add 교육 --category education --on 2026-01-10 --by kim
probity activity date 교육 2026-05-20 --on 2026-05-01 --by kim
probity activity change 방송 --audience 전직원 --on 2026-02-01 --by kim
probity activity end 방송 --reason 종료 --on 2026-09-01 --by kim
probity occasion add 출범식 --date 2026-03-02 --on 2026-02-01 --by kim
probity occasion change 출범식 --note 대강당 --on 2026-02-02 --by kim
probity occasion end 출범식 --reason 취소 --on 2026-02-03 --by kim
probity duty add 청렴교육 --on 2026-01-02 --by kim
probity duty change 청렴교육 --minutes 180 --on 2026-01-03 --by kim
probity official add P-1 --unit 세무과 --on 2026-01-02 --by kim
probity official change P-1 --unit 감사담당관 --on 2026-01-05 --by kim
probity official appoint P-1 --on 2026-02-01 --by kim
probity attend P-1 청렴교육 --minutes 120 --face-to-face --on 2026-03-01 --by kim
probity official leave P-1 --on 2026-08-01 --by kim
probity duty end 청렴교육 --reason 개정 --on 2026-12-01 --by kim
probity goal add 등급 "1등급" --year 2026 --grade 1 --on 2026-01-02 --by kim
probity goal change 등급 --grade 2 --on 2026-01-03 --by kim
probity goal end 등급 --reason 변경 --on 2026-01-04 --by kim
probity assessment enter 2025 --grade 3 --on 2026-01-05 --by kim
probity quota end 회의 --reason 폐지 --on 2026-10-01 --by kim
probity obligation add 결과보고 --rule "매년 2월 말일" --on 2026-01-02 --by kim
probity obligation add 강의신고 --follows matter --matter-kind lecture --within 10 --on 2026-01-02 --by kim
probity obligation change 결과보고 --lead-days 30 --on 2026-01-05 --by kim
probity obligation done 결과보고 2026 --evidence proof.txt --on 2026-02-20 --by kim
probity matter add M-1 lecture 2026-05-11 --on 2026-05-12 --by kim
probity matter change M-1 --known 2026-05-12 --on 2026-05-13 --by kim
probity obligation waive 강의신고 M-1 --reason 국가기관 --on 2026-05-14 --by kim
probity matter end M-1 --reason 오기 --on 2026-05-15 --by kim
probity obligation end 강의신고 --reason 개정 --on 2026-12-01 --by kim
probity unit add 임시과 --band B-1 --on 2026-02-01 --by kim
probity unit close 임시과 --reason 폐지 --on 2026-03-01 --by kim
probity unit merge 위생과 --into 세무과 --reason 개편 --on 2026-07-01 --by kim
probity council add 자문 --on 2026-01-05 --by kim
probity charter adopt 자문 --on 2026-01-06 --by kim
probity council end 자문 --reason 폐지 --on 2026-02-05 --by kim
probity banding end --reason 종료 --on 2026-12-01 --by kim
probity undo --reason 오기 --by kim
"""  # noqa: E501 - a session as it is typed


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("office")


@pytest.fixture(scope="module")
def said(folder):
    """What each line of the session answers, in JSON."""
    answers = []
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for module in (acts, beginning):
            patch.setattr(module, "now", lambda: NOON)
        patch.setattr(acts, "today", lambda: NOON.date())
        (folder / "proof.txt").write_text("proof")
        runner = CliRunner(env={"PROBITY_LANG": None, "PROBITY_FILE": None})
        for line in SESSION.splitlines():
            result = runner.invoke(cli, [*shlex.split(line)[1:], "--json"])
            assert result.exit_code == 0, f"{line}\n{result.output}"
            answers.append(json.loads(result.stdout))
    return answers


def test_no_kind_is_missing_at_the_prompt(said, folder):
    recorded = {event.kind for event in pb.load(folder / "mapo.probity").history}
    assert recorded == set(kinds())


def test_each_line_says_the_events_that_it_recorded(said, folder):
    history = pb.load(folder / "mapo.probity").history
    events = [event for answer in said for event in answer["events"]]
    assert [event["number"] for event in events] == list(range(1, len(history) + 1))
    assert [event["kind"] for event in events] == [event.kind for event in history]


def test_what_was_said_in_words_is_what_is_recorded(said, folder):
    p = pb.load(folder / "mapo.probity")
    council = p.council("청렴회의체")
    charter = council.charter_on("2026-02-01")
    assert (charter.quorum, charter.decision, charter.notice_days) == (
        "more than 1/2",
        "at least 2/3",
        7,
    )
    assert council.cadences[-1].cadence == pb.TimesAYear(3, "2026-01-06")
    meeting = council.meeting("2026-1")
    assert meeting.quorum.met and meeting.items[0].outcome == "adopted"
    assert [each.date.isoformat() for each in meeting.earlier_dates] == ["2026-03-20"]
    (quota,) = p.quotas
    assert (quota.subject, quota.of, quota.times, quota.per) == ("meetings", council.id, 3, "year")
    assert [seat.kind for seat in p.institution.seats][:2] == ["head", "department_head"]
    day = p.observance("청렴데이")
    assert [entry.begin.isoformat() for entry in p.calendar(2027).select(kind="day")] == [
        "2027-12-10"
    ]
    assert len(day.rules) == 2


def test_a_unit_that_is_merged_leaves_what_it_owned_to_the_other(said, folder):
    p = pb.load(folder / "mapo.probity")
    (unit,) = (unit for unit in p.institution.units if unit.id == "위생과")
    assert unit.end.isoformat() == "2026-07-01"


@pytest.mark.parametrize("name", sorted(families()))
def test_each_family_has_help_for_its_verbs(name):
    result = CliRunner().invoke(cli, [name, "--help"])
    assert result.exit_code == 0
    for verb in families()[name]:
        if verb:
            told = CliRunner().invoke(cli, [name, verb, "--help"])
            assert told.exit_code == 0 and "--dry-run" in told.output and verb in result.output
