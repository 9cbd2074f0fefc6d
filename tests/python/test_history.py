"""Events, histories, and the programme as it was true and as it was known."""

import copy
import datetime
import pickle

import pytest

import probity as pb
from conftest import day
from small_office import PROOF, office, said, worked_office

UTC = datetime.UTC
SEOUL = datetime.timezone(datetime.timedelta(hours=9))


@pytest.fixture(scope="module")
def worked() -> pb.Programme:
    return worked_office()


def test_a_command_gives_an_event_and_changes_nothing():
    before = office()
    event = before.task("T-1").start(on="2026-03-02", by="team", reason="as planned")
    assert event.effective == day("2026-03-02")
    assert event.recorded is None  # nothing reads the clock before it is saved
    assert (event.actor, event.kind, event.subject) == ("team", "task.started", "T-1")
    assert (event.body, event.reason, event.corrects) == (None, "as planned", 0)
    assert event.number is None and before.task("T-1").state == "adopted"
    after = before.apply(event)
    assert after.task("T-1").state == "in_progress" and after.task("T-2").state == "adopted"
    assert after.history[-1] == event and after.history[-1].number == len(after.history)


def test_the_history_is_a_sequence(worked):
    history = worked.history
    assert len(history) == len(list(history)) == history[-1].number
    assert [event.number for event in history[:3]] == [1, 2, 3]
    assert history[::-1][0] == history[-1] == history[len(history) - 1]
    assert history[2] in history and list(reversed(history))[0] == history[-1]
    with pytest.raises(IndexError, match=f"the history has {len(history)} events"):
        history[len(history)]
    with pytest.raises(TypeError, match="str"):
        history["first"]


def test_the_body_is_the_record(worked):
    bodies = {event.kind: event.body for event in worked.history}
    assert bodies["unit.added"].unit.id == "tax"
    assert bodies["task.proposed"] == pb.Task("T-2", "Task T-2", owner="tax", due="2026-06-30")
    assert bodies["task.submitted"].evidence == [PROOF]
    assert bodies["council.charter_adopted"].quorum == "more than 1/2"
    assert bodies["task.adopted"] is None


def test_several_events_at_once(worked):
    p = office()
    events = [p.task(name).start(on="2026-03-02", by="team") for name in ("T-1", "T-2")]
    assert [task.state for task in p.apply(events).tasks] == 2 * ["in_progress"]
    assert p.apply([]) == p
    with pytest.raises(TypeError, match="Event"):
        p.apply("task.started")


def test_as_it_was_true_on_a_day(worked):
    days = ("2026-01-05", "2026-03-01", "2026-03-02", "2026-06-09", "2026-12-31")
    states = ["proposed", "adopted", "in_progress", "submitted", "verified"]
    for _ in range(3):  # the same answer every time
        assert [worked.as_of(on).task("T-1").state for on in days] == states
    past = worked.as_of("2026-03-02")
    assert past.stands_on == day("2026-03-02") and worked.stands_on is None
    with pytest.raises(pb.ProbityError, match="stood on 2026-03-02"):
        past.task("T-1").hold(**said("2026-03-03", reason="budget"))


def test_as_it_was_known_at_an_instant(tmp_path):
    p = office().save(tmp_path / "office.jsonl", clock=lambda: "2026-02-02T00:00:00Z")
    late = datetime.datetime(2026, 4, 1, tzinfo=UTC)
    p = p.apply(p.task("T-1").start(on="2026-02-09", by="team", recorded=late))
    assert p.last_recorded == late
    for instant in (
        datetime.datetime(2026, 4, 1, 8, 59, 59, tzinfo=SEOUL),
        "2026-03-31T23:59:59Z",
        late - datetime.timedelta(microseconds=1),
    ):
        assert p.as_of("2026-03-01", instant).task("T-1").state == "adopted"
    for instant in (None, late, "2026-04-01T09:00:00+09:00"):
        assert p.as_of("2026-03-01", recorded=instant).task("T-1").state == "in_progress"
    with pytest.raises(pb.ProbityError, match="set up later"):
        p.as_of(recorded="2025-01-01T00:00:00Z")


@pytest.mark.parametrize("instant", [datetime.datetime(2026, 4, 1), "2026-04-01", "soon"])
def test_an_instant_has_a_time_zone(worked, instant):
    with pytest.raises(pb.ProbityError, match="time zone|no instant"):
        worked.as_of(recorded=instant)
    with pytest.raises(TypeError, match="instant"):
        worked.as_of(recorded=datetime.date(2026, 4, 1))


def test_a_backdated_event_is_taken_where_all_that_followed_stays_legal(worked):
    with pytest.raises(pb.TransitionError, match="'T-1' is withdrawn on .* and cannot become"):
        worked.task("T-1").withdraw(**said("2026-03-05", reason="not needed"))
    later = worked.apply(worked.task("T-2").start(**said("2026-02-09")))
    assert later.task("T-2").state == "in_progress"


def test_a_correction_stands_where_the_event_stood(worked):
    (number,) = [e.number for e in worked.history if e.kind == "task.started"]
    event = worked.task("T-1").start(**said("2026-03-09"), corrects=number)
    assert event.corrects == number
    corrected = worked.apply(event)
    assert len(corrected.history) == len(worked.history) + 1
    states = [corrected.as_of(on).task("T-1").state for on in ("2026-03-08", "2026-03-09")]
    assert states == ["adopted", "in_progress"]
    assert worked.as_of("2026-03-08").task("T-1").state == "in_progress"
    with pytest.raises(pb.ProbityError, match="already corrected"):
        corrected.task("T-1").start(**said("2026-03-10"), corrects=number)


def test_an_annulled_event_never_happened(worked):
    last = worked.history[-1].number
    annulled = worked.apply(worked.annul(last, **said("2026-06-12", reason="the wrong task")))
    assert annulled.task("T-1").state == "submitted"
    assert annulled.history[-1].kind == "event.annulled"
    for number in (0, last + 1):
        with pytest.raises(pb.ProbityError, match="names no event|which is not before it"):
            worked.annul(number, **said("2026-06-12", reason="x"))


def test_a_programme_is_its_json_lines(worked, tmp_path):
    lines = worked.to_json_lines()
    assert lines.count("\n") == len(worked.history) + 1
    assert pb.Programme.parse(lines) == pb.Programme.parse(worked.to_json()) == worked
    assert pb.Programme.parse(lines).to_json_lines() == lines
    assert worked.history_digest in lines.splitlines()[-1]
    path = tmp_path / "office.jsonl"
    saved = worked.save(path)
    assert path.read_text(encoding="utf-8") == saved.to_json_lines() and pb.load(path) == saved


def test_copies_keep_the_history(worked):
    for again in (pickle.loads(pickle.dumps(worked)), copy.deepcopy(worked)):
        assert again == worked and again.history == worked.history
    past = worked.as_of("2026-03-02")
    assert pickle.loads(pickle.dumps(past)) == past != worked


def test_the_digest_changes_with_every_event(worked):
    digests = {
        worked.history_digest,
        office().history_digest,
        pb.examples.songpa().history_digest,
    }
    assert len(digests) == 3 and all(len(digest) == 64 for digest in digests)


def test_a_broken_chain_names_the_line(worked):
    lines = worked.to_json_lines().splitlines(keepends=True)
    changed = [line.replace("task.started", "task.adopted") for line in lines]
    (at,) = [i for i, line in enumerate(lines) if changed[i] != line]
    with pytest.raises(pb.DocumentError, match=f"the chain is broken at line {at + 1}"):
        pb.Programme.parse("".join(changed))
    with pytest.raises(pb.DocumentError, match="4 is not the number of this event, 3") as caught:
        pb.Programme.parse("".join(lines[:3] + lines[4:]))
    assert caught.value.place.startswith("/4")


def test_all_faults_of_events_are_named_at_once_with_their_lines(worked, tmp_path):
    lines = worked.to_json_lines().splitlines()
    lines[1] = lines[1].replace('"effective":"2026', '"effective":"2026-13')
    lines[2] = lines[2].replace('"actor":', '"actors":')
    lines[3] = lines[3][:50]
    path = tmp_path / "office.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    with pytest.raises(pb.DocumentError, match="the key 'actor' is missing") as raised:
        pb.load(path)
    error = raised.value
    places = [place for place, _ in error.faults]
    assert places == ["/2/effective", "/3", "/3/actors", "/4"]
    for place, message in error.faults:
        assert message.startswith(f"line {place[1]}: ")
    assert "are checked once all can be read" in str(error)


def test_faults_of_events_are_bounded(worked):
    many = worked.to_json_lines() + 10_000 * "{}\n"
    with pytest.raises(pb.DocumentError, match=r"Reading stopped there\.") as raised:
        pb.Programme.parse(many)
    assert len(raised.value.faults) == 100


def test_evidence_is_a_file_by_its_content(tmp_path):
    path = tmp_path / "minutes.pdf"
    path.write_bytes(b"abc")
    minutes = pb.Evidence.of(path)
    assert (minutes.name, minutes.media_type) == ("minutes.pdf", "application/pdf")
    assert minutes.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert pb.Evidence.of(str(path), "text/plain").media_type == "text/plain"
    path.rename(tmp_path / "scan")
    assert pb.Evidence.of(tmp_path / "scan").media_type == "application/octet-stream"
    with pytest.raises(pb.DocumentError, match=r"minutes\.pdf' cannot be read: No such file"):
        pb.Evidence.of(path)
