"""Saving loses nothing: what a file has stays, is stamped once, and reads back."""

import datetime
import functools
import json
import os
import pathlib
import pwd
import resource
import tempfile
import threading

import pytest

import probity as pb
from small_office import founding, office, said, worked_office

UTC = datetime.UTC
NOON = datetime.datetime(2026, 7, 1, 12, tzinfo=UTC)


@pytest.fixture(params=["office.jsonl", "office.json"])
def path(request, tmp_path):
    return tmp_path / request.param


@pytest.fixture
def common_user():
    """A folder of a user who is not the superuser, as whom the test goes on: the superuser may
    write everything."""
    with tempfile.TemporaryDirectory() as folder:
        superuser = os.geteuid() == 0
        if superuser:
            nobody = pwd.getpwnam("nobody").pw_uid
            os.chown(folder, nobody, -1)
            os.seteuid(nobody)
        try:
            yield pathlib.Path(folder)
        finally:
            if superuser:
                os.seteuid(0)


def started(p: pb.Programme, task: str = "T-1", **others) -> pb.Programme:
    return p.apply(p.task(task).start(**said("2026-03-02"), **others))


def stamps(p: pb.Programme) -> list[datetime.datetime | None]:
    return [event.recorded for event in p.history]


class TestStamps:
    def test_a_library_call_gives_an_event_without_a_stamp(self):
        p = office()
        event = p.task("T-1").start(**said("2026-03-02"))
        assert event.recorded is None and event.rules == 3
        later = p.apply(event)
        assert later.task("T-1").state == "in_progress"
        assert later.last_recorded == datetime.datetime(2026, 1, 2, tzinfo=UTC)
        known = later.as_of(recorded="2999-01-01T00:00:00Z")
        assert len(known.history) == 0
        with pytest.raises(pb.ProbityError, match="no task"):
            known.task("T-1")

    def test_what_follows_an_event_without_a_stamp_was_known_at_no_instant(self, path):
        later = started(office(), recorded=NOON)
        assert len(later.as_of(recorded=NOON).history) == 0
        saved = later.save(path, clock=lambda: NOON)
        assert saved.as_of(recorded=NOON).task("T-1").state == "in_progress"

    def test_saving_stamps_it_by_the_clock_that_is_given(self, path):
        p = started(office())
        saved = p.save(path, clock=lambda: "2026-07-01T21:00:00+09:00")
        assert set(stamps(saved)) == {NOON} and set(stamps(p)) == {None}
        assert pb.load(path) == saved != p
        assert saved.history_digest == pb.load(path).history_digest
        assert saved.history_digest in path.read_text(encoding="utf-8")

    def test_by_the_system_s_clock_without_one(self, path):
        before = datetime.datetime.now(UTC).replace(microsecond=0)
        (stamp,) = set(stamps(office().save(path)))
        assert before <= stamp <= datetime.datetime.now(UTC)

    def test_the_same_value_twice(self, path):
        p = started(office())
        first = p.save(path, clock=lambda: NOON)
        text = path.read_bytes()
        again = p.save(path, clock=lambda: NOON + datetime.timedelta(days=1))
        assert path.read_bytes() == text and again == first
        later = started(p, "T-2")
        saved = later.save(path, clock=lambda: NOON + datetime.timedelta(days=2))
        assert stamps(saved)[:-1] == stamps(first)
        assert stamps(saved)[-1] == NOON + datetime.timedelta(days=2)

    def test_stamps_never_run_backwards(self, path):
        late = NOON + datetime.timedelta(days=9)
        p = started(started(office(), recorded=late), "T-2")
        saved = p.save(path, clock=lambda: NOON)
        assert stamps(saved) == sorted(stamps(saved))
        assert stamps(saved)[0] == NOON and stamps(saved)[-2:] == [late, late]
        early = datetime.datetime(2020, 1, 1, tzinfo=UTC)
        assert min(stamps(office().save(path.with_name("b.json"), clock=lambda: early))) == (
            datetime.datetime(2026, 1, 2, tzinfo=UTC)
        )
        with pytest.raises(pb.ProbityError, match="in the order of their recording"):
            started(saved, "T-2", recorded=NOON)

    def test_a_clock_that_fails_leaves_the_file(self, path):
        saved = office().save(path)
        with pytest.raises(ZeroDivisionError, match="by zero"):
            started(saved).save(path, clock=lambda: 1 // 0)
        with pytest.raises(pb.ProbityError, match="time zone"):
            started(saved).save(path, clock=lambda: datetime.datetime(2026, 7, 1))
        assert pb.load(path) == saved

    def test_tables_show_no_stamp_as_missing(self):
        frame = office().history.to_frame()
        assert frame["recorded"].isna().all()
        assert str(frame["recorded"].dtype) == "datetime64[s, UTC]"


class TestWhatAFileHas:
    def test_stays_if_it_is_another_institution_s(self, path):
        songpa = pb.examples.songpa(illustrative=True).save(path)
        text = path.read_bytes()
        with pytest.raises(pb.DocumentError, match="'songpa-illustrative', not 'office'"):
            office().save(path)
        with pytest.raises(pb.DocumentError, match="'songpa-illustrative', not 'songpa'"):
            pb.examples.songpa().save(path)
        assert path.read_bytes() == text and pb.load(path) == songpa

    def test_stays_if_a_colleague_recorded_something_since(self, path):
        mine = office().save(path)
        started(pb.load(path)).save(path)
        with pytest.raises(pb.DocumentError, match=r"has event \d+, .*task.started T-1 by team"):
            mine.save(path)
        with pytest.raises(pb.DocumentError, match=r"another, event \d+, .*T-2"):
            started(mine, "T-2").save(path)
        assert pb.load(path).task("T-1").state == "in_progress"

    def test_stays_if_it_was_set_up_otherwise(self, path):
        office().save(path)
        text = founding().to_json()
        other = pb.Programme.parse(text.replace('"ko": "N", "en": "N"', '"ko": "M", "en": "M"'))
        with pytest.raises(pb.DocumentError, match="another founding document"):
            other.save(path)

    @pytest.mark.parametrize("text", ["id,title\n", "{}", "[]", "null", "\x00", "{"])
    def test_stays_if_it_is_no_programme(self, path, text):
        path.write_text(text, encoding="utf-8")
        with pytest.raises(pb.DocumentError, match="no programme that can be read"):
            office().save(path)
        assert path.read_text(encoding="utf-8") == text

    def test_stays_if_it_was_tampered_with(self, path):
        saved = worked_office().save(path)
        path.write_text(path.read_text().replace("task.verified", "task.sent_back"))
        with pytest.raises(pb.DocumentError, match="chain is broken"):
            saved.save(path)

    def test_an_empty_file_has_nothing_to_lose(self, path):
        path.touch()
        saved = office().save(path)
        assert pb.load(path) == saved

    def test_goes_on_in_the_other_form(self, tmp_path):
        document = tmp_path / "office.json"
        first = office().save(document)
        started(first).save(document)
        assert len(pb.load(document).history) == len(first.history) + 1

    def test_is_kept_beside_where_it_is_replaced(self, path):
        first = worked_office().save(path)
        text = path.read_bytes()
        for number in (1, 2):
            pb.examples.songpa().save(path, replace=True)
            assert pb.load(path) == pb.examples.songpa()
            kept = path.with_name(f"office.replaced-{number}{path.suffix}")
            assert kept.read_bytes() == text and pb.load(kept) == first
            path.write_bytes(text)
        assert len(list(path.parent.iterdir())) == 3

    def test_is_kept_nowhere_where_nothing_is_lost(self, path):
        first = office().save(path, replace=True)
        started(first).save(path, replace=True)
        assert list(path.parent.iterdir()) == [path]

    def test_a_link_stays_one(self, path):
        link = path.with_name("link" + path.suffix)
        first = office().save(path)
        link.symlink_to(path)
        started(first).save(link)
        assert link.is_symlink() and pb.load(path).task("T-1").state == "in_progress"
        with pytest.raises(pb.DocumentError, match="the file was changed since it was read"):
            first.save(link)

    def test_a_link_to_a_file_that_is_not_there_yet_leads_to_it(self, path):
        link = path.with_name("link" + path.suffix)
        link.symlink_to(path.name)
        saved = office().save(link)
        assert link.is_symlink() and pb.load(path) == saved
        page = path.with_name("page.html")
        page.symlink_to("other.html")
        saved.calendar(2026).to_html(page)
        assert page.is_symlink() and path.with_name("other.html").is_file()

    def test_links_in_a_circle_are_refused(self, path):
        path.symlink_to("other")
        path.with_name("other").symlink_to(path.name)
        for write in (office().save, lambda out: pb.update(out, lambda p: p)):
            with pytest.raises(pb.DocumentError, match="Too many levels of symbolic links"):
                write(path)

    def test_stays_if_it_is_protected_from_writing(self, path, common_user):
        path = common_user / path.name
        first = office().save(path)
        path.chmod(0o444)
        with pytest.raises(pb.DocumentError, match="Permission denied"):
            started(first).save(path)
        assert pb.load(path) == first

    def test_is_not_kept_beside_if_the_new_one_cannot_be_written(self, path):
        first = office().save(path)
        limit, most = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, most))
        try:
            with pytest.raises(pb.DocumentError, match="File too large"):
                pb.examples.songpa().save(path, replace=True)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, most))
        assert list(path.parent.iterdir()) == [path] and pb.load(path) == first

    def test_no_page_replaces_a_programme_whose_members_were_put_in_order(self, tmp_path):
        path = tmp_path / "songpa.json"
        text = json.dumps(json.loads(pb.examples.songpa().to_json()), sort_keys=True)
        path.write_text("\ufeff" + text, encoding="utf-8")
        assert text.index('"format"') > 512 and pb.load(path)
        with pytest.raises(pb.DocumentError, match="holds a programme"):
            office().calendar(2026).to_html(path)

    @pytest.mark.parametrize("name", ["agenda.csv", "year.html", "tasks.xlsx", "year.ics"])
    def test_no_page_or_table_replaces_a_programme(self, tmp_path, name):
        path = tmp_path / name
        saved = worked_office().save(path)
        agenda = saved.calendar(2026)
        write = {
            ".csv": agenda.to_csv,
            ".html": agenda.to_html,
            ".ics": agenda.to_ics,
            ".xlsx": lambda path: pb.excel.template(path, saved),
        }[path.suffix]
        with pytest.raises(pb.DocumentError, match="holds a programme"):
            write(path)
        assert pb.load(path) == saved


class TestWhatLoadWouldRefuse:
    def test_is_not_saved(self, tmp_path):
        p = office()
        title = "가" * 3900  # of 11,700 bytes, in two languages
        tasks = [pb.Task(f"N-{n}", (title, title)) for n in range(750)]
        p = p.apply([p.propose_task(task, **said("2026-03-02")) for task in tasks])
        document, lines = tmp_path / "p.json", tmp_path / "p.jsonl"
        with pytest.raises(pb.DocumentError, match="16777216"):
            p.save(document)
        assert not document.exists()
        saved = p.save(lines)
        assert pb.load(lines) == saved


class TestUpdate:
    def test_reads_changes_and_writes(self, path):
        office().save(path)
        later = pb.update(path, lambda p: p.task("T-1").start(**said("2026-03-02")))
        assert later.task("T-1").state == "in_progress" and pb.load(path) == later
        pb.update(path, lambda p: [p.task("T-2").start(**said("2026-03-02"))], clock=lambda: NOON)
        assert pb.load(path).task("T-2").state == "in_progress"
        assert pb.update(path, started_again) == pb.load(path)

    def test_what_the_change_raises_leaves_the_file(self, path):
        saved = office().save(path)
        with pytest.raises(pb.TransitionError, match="'T-1' is .* cannot become verified"):
            pb.update(path, lambda p: p.task("T-1").verify(**said("2026-03-02")))
        with pytest.raises(KeyError, match="no such key"):
            pb.update(path, lambda p: {}["no such key"])
        with pytest.raises(TypeError, match="`change` gave a value of int"):
            pb.update(path, lambda p: 5)
        with pytest.raises(pb.DocumentError, match="not 'office'|, not 'songpa'"):
            pb.update(path, lambda p: pb.examples.songpa())
        assert pb.load(path) == saved
        with pytest.raises(pb.DocumentError, match="No such file"):
            pb.update(path.with_name("none.json"), lambda p: p)

    @pytest.mark.parametrize(
        ("given", "found"),
        [
            (lambda p: None, "gave None;"),
            (lambda p: 3, "gave a value of int;"),
            (lambda p: "T-1", "gave a value of str;"),
            (lambda p: p.task("T-1"), "gave a value of ProgrammeTask;"),
            (lambda p: [p.task("T-2").start(**said("2026-06-15")), None], "gave None in a list;"),
        ],
    )
    def test_says_what_a_change_gives_that_is_no_change(self, path, given, found):
        office().save(path)
        before = path.read_bytes()
        with pytest.raises(TypeError, match="an event or a list of events") as caught:
            pb.update(path, given)
        message = str(caught.value)
        assert message.startswith("update(): `change` " + found) and len(message) < 150
        assert path.read_bytes() == before

    def test_takes_events_in_any_list(self, path):
        office().save(path)
        steps = [
            lambda p: [],
            lambda p: (),
            lambda p: (e for e in [p.task("T-2").start(**said("2026-06-15"))]),
        ]
        for change in steps:
            later = pb.update(path, change)
        assert later.task("T-2").state == "in_progress"

    def test_threads_lose_nothing(self, path):
        office().save(path)

        def propose(p: pb.Programme, name: str) -> pb.Event:
            return p.propose_task(pb.Task(name, name), **said("2026-03-02"))

        def record(worker: int) -> None:
            for n in range(5):
                pb.update(path, functools.partial(propose, name=f"N-{worker}-{n}"))

        threads = [threading.Thread(target=record, args=(worker,)) for worker in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        later = pb.load(path)
        assert len([task for task in later.tasks if task.id.startswith("N-")]) == 20
        assert stamps(later) == sorted(stamps(later))
        assert os.listdir(path.parent) == [path.name]


def started_again(p: pb.Programme) -> pb.Programme:
    return p
