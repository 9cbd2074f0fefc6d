"""Callers that nobody planned for: shared and deep combinations, small stacks, Ctrl-C, values
without __init__, keywords that there are not."""

import copy
import pickle
import re
import subprocess
import sys
import textwrap
import threading

import pytest

import probity as pb
from probity import tables, types

# ------------------------------------------------------------------- shared and deep combinations


def mondays():
    return pb.Recurrence("FREQ=WEEKLY;BYDAY=MO", "2026-01-01")


def doubled(twice, times=30):
    r = mondays()
    for _ in range(times):
        r = twice(r)
    return r


WINDOW = ("2026-01-01", "2026-02-01")


@pytest.mark.parametrize(
    ("twice", "days"),
    [
        (lambda r: r | r, mondays().between(*WINDOW)),
        (lambda r: r & r, mondays().between(*WINDOW)),
        (lambda r: r - r.shift(1), mondays().between(*WINDOW)),
        (lambda r: r | r.shift(7), mondays().between(*WINDOW)),
        (lambda r: r & pb.Spans(r, days=3).days(), mondays().between(*WINDOW)),
    ],
)
def test_shared_parts_cost_once(twice, days):
    r, again = doubled(twice), doubled(twice)
    assert r.between(*WINDOW) == days
    assert "2026-01-05" in r and "2026-01-06" not in r
    assert (r.next_after("2026-01-05"), r.count(*WINDOW)) == (days[1], len(days))
    assert r == again and hash(r) == hash(again) and r is not again
    assert r.same_dates(again) and not r.is_finite
    assert len(repr(r)) < 100 and len(str(r)) < 100
    assert "parts" in repr(r)
    stored = pickle.dumps(r)
    assert len(stored) < 5000
    assert pickle.loads(stored) == r
    assert copy.deepcopy(r) == r
    assert r._repr_html_()
    assert pb.Spans(r, days=2).between(*WINDOW)
    assert pb.expand([r], None, *WINDOW)[0].tolist() == [0, len(days)]


def test_few_parts_are_written_in_full_and_read_back():
    r = doubled(lambda r: r | r, times=3) - mondays().shift(2)
    names = {"Recurrence": pb.Recurrence, "Spans": pb.Spans}
    assert eval(repr(r), names) == r
    union = mondays()
    for i in range(60):
        union = union | mondays().shift(i + 1)
    assert eval(repr(union), names) == union


def on_a_small_stack(run):
    errors = []

    def guarded():
        try:
            run()
        except BaseException as error:
            errors.append(error)

    before = threading.stack_size(256 * 1024)
    try:
        thread = threading.Thread(target=guarded)
        thread.start()
        thread.join()
    finally:
        threading.stack_size(before)
    assert errors == []


def test_ten_thousand_parts_on_a_small_stack():
    many = 10_000
    first = pb.Recurrence("FREQ=DAILY;COUNT=1", "2026-01-01")

    def run():
        days = [first.shift(i) for i in range(1, many)]
        left = right = first
        for day in days:
            left = left | day
            right = day | right
        for r in (left, right):
            assert len(r.between("2026-01-01", "2027-01-01")) == 365
            assert "2030-05-05" in r and "2090-01-01" not in r
            assert r.is_finite and r.count("2026-01-01") == many
            assert len(repr(r)) < 100
            assert pickle.loads(pickle.dumps(r)) == r
            assert len({r, copy.copy(r)}) == 1
        assert left != right and left.same_dates(right)
        shifted = first
        for i in range(many):
            shifted = shifted.shift(1 if i % 2 else -1)
        assert shifted.nth(0) == first.nth(0)
        assert len(pb.Spans(left, days=2).between("2026-01-01", "2026-02-01")) == 31
        del left, right, shifted, r

    on_a_small_stack(run)


# ------------------------------------------------------------------- Ctrl-C


@pytest.mark.parametrize(
    "call",
    [
        "whole.between('1400-01-01')",
        "whole.same_dates(whole.shift(1))",
        "whole.contains(days)",
        "pb.expand([whole] * 100_000, None, '2026-01-01', '2040-01-01')",
        "pb.expand([whole] * 100_000, None, '2026-01-01', '2040-01-01', threads=1)",
        "whole.between('1400-01-01').to_numpy()",
    ],
)
def test_control_c_ends_a_long_call(call):
    # Each would take many minutes; the deadline is for what cannot be interrupted.
    code = f"""
        import signal
        import numpy as np
        import probity as pb
        def stop(*_):
            print("stopped", flush=True)
            raise KeyboardInterrupt
        whole = pb.Recurrence("FREQ=DAILY", "1400-01-01")
        part = pb.Recurrence("FREQ=YEARLY;BYDAY=MO;BYWEEKNO=20", "1400-01-01")
        for i in range(400_000):
            whole = whole & part.shift(i % 7)
        days = np.arange("1400-01-01", "9000-01-01", dtype="datetime64[D]")
        signal.signal(signal.SIGALRM, stop)
        signal.setitimer(signal.ITIMER_REAL, 0.3)
        try:
            {call}
        except KeyboardInterrupt:
            print("ended", flush=True)
    """
    result = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)], capture_output=True, text=True, timeout=300
    )
    assert result.stdout.split() == ["stopped", "ended"], result.stderr


# ------------------------------------------------------------------- values without __init__


def unmade(cls):
    return cls.__new__(cls)


def test_a_value_without_init_says_what_it_lacks():
    for ask in (
        lambda: unmade(pb.Rule).freq,
        lambda: pb.Recurrence(unmade(pb.Rule), "2026-01-01"),
        lambda: pb.Recurrence("FREQ=DAILY", "2026-01-01") | unmade(pb.Recurrence),
        lambda: unmade(pb.Interval) == unmade(pb.Interval),
        lambda: pb.Portfolio([unmade(pb.Programme)]),
    ):
        with pytest.raises(TypeError, match="__init__"):
            ask()


def test_a_subclass_that_uses_itself_before_init_is_refused():
    class Early(pb.Rule):
        def __init__(self):
            self.seen = self.freq
            super().__init__("FREQ=DAILY")

    with pytest.raises(TypeError, match="__init__"):
        Early()

    class Late(pb.Rule):
        def __init__(self):
            super().__init__("FREQ=DAILY")
            self.seen = self.freq

    assert Late().seen == "DAILY"


# ------------------------------------------------------------------- keywords


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: pb.Rule(frq="daily"), "Rule() takes no keyword 'frq'; did you mean 'freq'?"),
        (lambda: mondays().between("2026-01-01", ends="2027-01-01"), "did you mean 'end'?"),
        (lambda: pb.examples.songpa().view(onn="2026-01-01"), "view() takes no keyword 'onn'"),
        (lambda: pb.examples.songpa().calendar(2026, workday=None), "did you mean 'workdays'?"),
        (lambda: pb.expand([mondays()], None, "2026-01-01", "2027-01-01", thread=1), "'threads'"),
        (lambda: pb.DateSet(date=[]), "did you mean 'dates'?"),
        (lambda: pb.WorkCalendar.korea(as_know_on="2026-01-01"), "did you mean 'as_known_on'?"),
    ],
)
def test_the_keyword_that_was_meant_is_named(call, message):
    with pytest.raises(TypeError, match=re.escape(message)):
        call()


def test_no_type_error_repeats_a_whole_value():
    many = ["2026-01-01"] * 200_000
    for call in (
        lambda: pb.Rule(many),
        lambda: mondays().next_after(many),
        lambda: pb.Interval(many, many),
        lambda: pb.expand(many, object(), "2026-01-01", "2027-01-01"),
        lambda: pb.Rule(**{"x" * 1_000_000: 1}),
        lambda: pb.Recurrence({"가" * 500_000: many}, "2026-01-01"),
    ):
        with pytest.raises((TypeError, pb.ProbityError)) as caught:
            call()
        assert len(str(caught.value)) < 5000


def public_callables():
    """What the package and its modules offer, with the methods of their classes."""
    found = {}
    for module in (pb, pb.examples, pb.excel, pb.ics, pb.korean, pb.plot, tables, types):
        for name in getattr(module, "__all__", dir(module)):
            value = getattr(module, name)
            if not getattr(value, "__module__", "").startswith("probity"):
                continue
            place = f"{module.__name__}.{name}"
            if isinstance(value, type):
                members = [member for member in vars(value) if not member.startswith("_")]
                found |= {f"{place}.{member}": getattr(value, member) for member in members}
            found[place] = value
    return {
        place: value
        for place, value in found.items()
        if callable(value) and not getattr(value, "__isabstractmethod__", False)
    }


CALLABLES = public_callables()
#: A dict takes any keyword, and what is abstract has no values.
for _place in ("probity.Verdicts", "probity.tables.Verdicts", "probity.tables.Tabular"):
    del CALLABLES[_place]
#: These take the fields of a record by keyword: only a whole call says which there are.
WITH_FIELDS = [
    place for place, call in CALLABLES.items() if "**kwargs" in (call.__doc__ or "").split("\n")[0]
]
for _place in WITH_FIELDS:
    del CALLABLES[_place]


@pytest.mark.parametrize("place", CALLABLES)
def test_everything_public_names_a_wrong_keyword(place):
    call = CALLABLES[place]
    with pytest.raises(TypeError, match="zzqq|No constructor defined|keyword") as caught:
        call(zzqq=1)
    message = str(caught.value)
    assert len(message) < 2000
    if "No constructor defined" in message:
        return  # its values are made by the library alone
    if isinstance(call, type) and issubclass(call, Exception):
        assert message == f"{call.__name__}() takes no keyword arguments"
    else:
        is_value = isinstance(call, pb.Weekday)  # WE(3)
        name = "__call__" if is_value else place.rpartition(".")[2]
        assert message.startswith(f"{name}() takes no keyword 'zzqq'")


@pytest.mark.parametrize("place", [each for each in WITH_FIELDS if ".Programme." in each])
def test_a_wrong_field_is_named_with_those_that_there_are(place):
    method = getattr(pb.examples.songpa(), place.rpartition(".")[2])
    for wanted in ((), ("x-1",)):
        try:
            method(*wanted, titel="x", on="2026-03-02", by="team")
        except TypeError:
            continue  # of records that have an id, or have none
        except pb.DocumentError as error:
            assert "the key 'titel' is not known" in str(error)
            assert "keys allowed here are" in str(error)
            return
    pytest.fail("taken")


def test_a_wrong_word_of_a_quota_is_named():
    often = pb.parse_korean_quota("연 3회")
    with pytest.raises(TypeError, match="takes no keyword 'titel'; did you mean 'title'"):
        often.quota("council", "2026-01-01", titel="x")
    assert [each for each in WITH_FIELDS if ".Programme." not in each] == [
        "probity.Agenda.to_ics_by_owner",
        "probity.HowOften.quota",
    ]


def test_a_wrong_option_of_files_by_owner_is_named(tmp_path):
    agenda = pb.examples.songpa(illustrative=True).calendar(2026)
    with pytest.raises(TypeError, match="takes no keyword 'remindd'; did you mean 'remind'"):
        agenda.to_ics_by_owner(tmp_path, remindd=[7])
    assert list(tmp_path.iterdir()) == []


def test_the_keyword_that_was_meant_is_named_in_functions_written_in_python():
    for call, message in [
        (lambda: pb.examples.songpa(ilustrative=True), "did you mean 'illustrative'?"),
        (lambda: pb.ics.read("x.ics", zon="Asia/Seoul"), "did you mean 'zone'?"),
        (lambda: pb.import_rows(None, onn="2026-01-01"), "did you mean 'on'?"),
        (lambda: pb.parse_korean(sentence="매월 1일"), "parse_korean() takes no keyword"),
        (
            lambda: pb.parse_english("every Monday").readings[0].between(begins="2026-01-01"),
            "between() takes no keyword 'begins'; did you mean 'begin'?",
        ),
        (lambda: pb.ImportErrors.annotate(pth="x.xlsx"), "did you mean 'path'?"),
        (
            lambda: pb.Text("가", englsh="a"),
            "Text() takes no keyword 'englsh'; did you mean 'english'",
        ),
        (lambda: pb.Table([], off=pb.Task), "Table() takes no keyword 'off'; did you mean 'of'?"),
        (lambda: pb.Text("가").to(language="ko"), "to() takes no keyword 'language'; did you mean"),
        (lambda: pb.excel.Workbook("x", None, task=None), "did you mean 'tasks'?"),
    ]:
        with pytest.raises(TypeError, match=re.escape(message)):
            call()
    with pytest.raises(TypeError, match="takes no keyword '가") as caught:
        pb.examples.songpa(**{"가" * 500_000: True})
    assert len(str(caught.value)) < 500


def test_half_a_character_is_refused_and_not_mended():
    for make in (
        lambda: pb.Unit("unit-x", "청렴\ud800팀"),
        lambda: pb.Unit("unit-x", pb.Text("청렴팀", "team \udc00")),
        lambda: pb.Unit("unit-x", ("청렴팀", "\ud83d")),
    ):
        with pytest.raises(pb.ProbityError, match="half a character"):
            make()
    assert pb.Unit("unit-x", "😀").title == "😀"
