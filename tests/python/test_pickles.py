"""Every public value pickles, is copied, and is refused if it was made without __init__."""

import base64
import copy
import copyreg
import datetime
import importlib
import inspect
import multiprocessing
import pickle
import re
import subprocess
import sys
from collections.abc import Iterable
from typing import Any

import pyarrow
import pytest

import probity as pb
from every_value import FURTHER, SONGPA, VALUES, found, members_of

FOUND = {
    kind: values
    for kind, values in found([*VALUES, *FURTHER], most=12).items()
    if not kind.__name__.startswith("_")
}

#: The public modules; the names in `__all__` are public, or else all without an underscore.
MODULES = [
    "probity",
    *(f"probity.{name}" for name in ("_core", "examples", "excel", "ics", "korean", "plot")),
    *(f"probity.{name}" for name in ("tables", "types")),
]

#: Classes of which there is no value to be pickled, with the reason.
NO_VALUES = {
    "probity.tables.Tabular": "abstract: what tables have in common",
    "probity.Journal": "an open file",
    "probity.HandedOver": "a plain tuple of a Reorganisation",
    "probity.Paper": "made of its meeting when it is written",
    "probity.Reorganisation": "its events are what goes on",
    "probity.ReorganisationErrors": "raised where the table is",
    "probity.Shown": "a value on its way to a notebook",
    "probity.UnitChange": "a plain tuple of a Reorganisation",
}


def classes_in(place: str, names: Iterable[str], owner: Any) -> dict[str, type]:
    """The classes that an owner has under these names, and those in them."""
    classes = {}
    for name in names:
        kind = getattr(owner, name)
        if not inspect.isclass(kind) or not kind.__module__.startswith("probity"):
            continue
        classes[f"{place}.{name}"] = kind
        inner = [each for each in vars(kind) if not each.startswith("_")]
        classes |= classes_in(f"{place}.{name}", inner, kind)
    return classes


def public_classes() -> dict[str, type]:
    known: dict[type, str] = {}
    for module in map(importlib.import_module, MODULES):
        names = getattr(module, "__all__", [each for each in dir(module) if each[0] != "_"])
        for place, kind in classes_in(module.__name__, names, module).items():
            known.setdefault(kind, place)
    return {place: kind for kind, place in known.items()}


PUBLIC = public_classes()


def test_there_is_a_value_of_every_public_class():
    missing = {place for place, kind in PUBLIC.items() if kind not in FOUND}
    assert missing == NO_VALUES.keys()


# ------------------------------------------------------------------- the same value


def assert_same(a: Any, b: Any, deep: int = 3) -> None:
    """What compares is equal, and all that the values hold is the same."""
    assert type(a) is type(b)
    if isinstance(a, datetime.datetime):
        assert (a, a.utcoffset()) == (b, b.utcoffset())
    elif isinstance(a, list | tuple | pb.Table):
        assert len(a) == len(b)
        for one, other in zip(a, b, strict=True):
            assert_same(one, other, deep)
    elif isinstance(a, dict):
        assert a.keys() == b.keys()
        for key in a:
            assert_same(a[key], b[key], deep)
    elif isinstance(a, pb.tables.ArrowColumns):
        assert pyarrow.table(a).equals(pyarrow.table(b))
        return
    elif isinstance(a, BaseException):
        assert (str(a), a.args) == (str(b), b.args)
    elif type(a).__eq__ is not object.__eq__:
        assert a == b
    if type(a).__module__.startswith("probity") and deep > 0:
        if type(a).__eq__ is not object.__eq__:
            assert hash_of(a) == hash_of(b)
        if type(a).__repr__ is not object.__repr__:
            assert repr(a) == repr(b)
        ours, others = members_of(a), members_of(b)
        assert ours.keys() == others.keys()
        for name in ours:
            assert_same(ours[name], others[name], deep - 1)


def hash_of(value: Any) -> int | None:
    """None if it has none, as a list has."""
    try:
        return hash(value)
    except TypeError:
        return None


def by_name(kind: type) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"


@pytest.mark.parametrize("kind", FOUND, ids=by_name)
def test_a_value_pickles_and_is_copied(kind):
    values = FOUND[kind]
    for value in values[:3]:
        for protocol in range(pickle.HIGHEST_PROTOCOL):
            assert_same(pickle.loads(pickle.dumps(value, protocol)), value, deep=1)
        assert_same(pickle.loads(pickle.dumps(value, pickle.HIGHEST_PROTOCOL)), value)
        assert_same(copy.copy(value), value, deep=1)
        assert_same(copy.deepcopy(value), value, deep=1)
    assert_same(pickle.loads(pickle.dumps(values)), values, deep=1)


def test_values_go_to_other_processes_and_come_back():
    values = [each[0] for each in FOUND.values()]
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        assert_same(pool.map(copy.copy, values, chunksize=len(values)), values, deep=1)


def test_what_many_values_belong_to_is_pickled_once():
    one, all_of_them = len(pickle.dumps(SONGPA.task("T-01"))), len(pickle.dumps(SONGPA.tasks))
    assert one > 50_000 and all_of_them < one + 100 * len(SONGPA.tasks)
    tasks = pickle.loads(pickle.dumps(SONGPA.tasks))
    later = tasks[6].withdraw(on="2027-01-04", by="team", reason="no longer needed")
    assert SONGPA.apply(later).task("T-07").state == "withdrawn"


def test_a_pickled_record_still_says_what_it_named():
    """A correction keeps what the record leaves out, and empties what it names as None."""
    on = {"on": "2026-01-05", "by": "team"}
    songpa = pb.examples.songpa()
    task = pb.Task("T-40", "Open data", due="2026-06-30", weight=3)
    later = songpa.apply(songpa.propose_task(task, **on))
    for change in (pb.Task("T-40", "Contracts"), pb.Task("T-40", "Contracts", due=None)):
        plain = later.propose_task(change, **on, corrects=1)
        pickled = later.propose_task(pickle.loads(pickle.dumps(change)), **on, corrects=1)
        assert plain == pickled and (plain.body.weight, plain.body.title) == (3, "Contracts")


class MarkedTask(pb.Task):
    """A task with an attribute of Python's own."""


class MarkedRule(pb.Rule):
    """A rule with one."""


@pytest.mark.parametrize("value", [MarkedTask("T-1", "A", weight=2), MarkedRule("FREQ=DAILY")])
def test_a_subclass_keeps_its_class_and_attributes(value):
    value.mark = ["seen"]
    back = pickle.loads(pickle.dumps(value))
    assert type(back) is type(value) and back == value and back.mark == ["seen"]


class YearOf(pb.Interval):
    def __init__(self, year: int) -> None:
        super().__init__(f"{year}-01-01", f"{year + 1}-01-01")


class TimesDaily(pb.Rule):
    def __init__(self, times: int, *, why: str) -> None:
        super().__init__(freq="daily", count=times)
        self.why = why


class From(pb.Recurrence):
    def __init__(self, year: int) -> None:
        super().__init__("FREQ=DAILY", f"{year}-01-01")


class ThreeDays(pb.Spans):
    def __init__(self, year: int) -> None:
        super().__init__(From(year), days=3)


class NewYears(pb.DateSet):
    def __init__(self, *years: int) -> None:
        super().__init__([f"{year}-01-01" for year in years])


class NewYear(pb.Holiday):
    def __init__(self, year: int) -> None:
        super().__init__(f"{year}-01-01", "신정")


class LunarNewYear(pb.LunarDate):
    def __init__(self, year: int) -> None:
        super().__init__(year, 1, 1)


class Monday(pb.Weekday):
    def __init__(self) -> None:
        super().__init__("MO")


class Rows(pb.WeekConvention):
    def __init__(self) -> None:
        super().__init__(pb.MO, 1)


class Third(pb.WeekOfMonth):
    def __init__(self, year: int) -> None:
        super().__init__(year, 3, 3)


class NumberedUnit(pb.Unit):
    def __init__(self, number: int) -> None:
        super().__init__(f"unit-{number}", "청렴팀")


class Repeated(pb.Text):
    def __new__(cls, times: int) -> "Repeated":
        return super().__new__(cls, "가" * times, "a" * times)  # type: ignore[return-value]


class Districts(pb.Portfolio):
    def __init__(self, *, named: str) -> None:
        super().__init__([SONGPA])
        self.named = named


class OwnTable(pb.Table):
    def __init__(self, *, named: str) -> None:
        super().__init__([pb.Task("T-1", "A")])
        self.named = named


OF_SUBCLASSES = [
    *(YearOf(2026), TimesDaily(3, why="so"), From(2026), ThreeDays(2026), NewYears(2026, 2027)),
    *(NewYear(2026), LunarNewYear(2026), Monday(), Rows(), Third(2026), NumberedUnit(3)),
    *(Repeated(2), Districts(named="seoul"), OwnTable(named="own")),
]


@pytest.mark.parametrize("value", OF_SUBCLASSES, ids=lambda value: type(value).__name__)
def test_a_subclass_may_take_other_arguments(value):
    value.mark = ["seen"]
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        back = pickle.loads(pickle.dumps(value, protocol))
        assert type(back) is type(value) and back == value
        assert vars(back) == vars(value) and back.mark == ["seen"]
    for again in (copy.copy(value), copy.deepcopy(value)):
        assert type(again) is type(value) and again == value and vars(again) == vars(value)


def test_rolled_dates_go_on_where_they_stood():
    month_ends = pb.Recurrence("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3", start="2026-01-01")
    dates = pb.WorkCalendar.korea().roll(month_ends, "preceding")
    for _ in range(3):
        assert list(pickle.loads(pickle.dumps(dates))) == list(copy.copy(dates))
        next(dates)
    assert list(pickle.loads(pickle.dumps(dates))) == list(dates) == []


def test_import_errors_that_were_pickled_can_still_be_annotated(tmp_path):
    errors = next(each for each in FOUND[pb.ImportErrors] if any(each.cells))
    paths = tmp_path / "first.xlsx", tmp_path / "back.xlsx"
    errors.annotate(paths[0])
    pickle.loads(pickle.dumps(errors)).annotate(paths[1])
    first, back = (pb.excel.read(path) for path in paths)
    assert first.tasks == back.tasks and first.bands == back.bands


#: Two values as the first version that pickled them wrote them, which later ones read.
EARLIER = """
gASVuAIAAAAAAACMB3Byb2JpdHmUjARUYXNrlJOUKYGUfZQojAJpZJSMA1QtMZSMBXRpdGxllIwD6rCAlIwBQZSGlIwEa2lu
ZJSMC2FjdGlvbl9pdGVtlIwFc3RhdGWUjAhwcm9wb3NlZJSMCHByb3Bvc2VklE6MBW93bmVylIwAlIwEYmFuZJRoEYwJcmlz
a19hcmVhlGgRjANkdWWUjAhkYXRldGltZZSMBGRhdGWUk5RDBAfqBh6UhZRSlIwGd2VpZ2h0lEsCjApkZXBlbmRzX29ulF2U
jAppbmRpY2F0b3JzlF2UjAZzb3VyY2WUaBGMB2NoYW5nZXOUXZSMCGV2aWRlbmNllF2UjA1zdXBlcnNlZGVkX2J5lGgRjAl0
YWtlb3ZlcnOUXZR1KIwCaWSUjAV0aXRsZZSMBGtpbmSUjANkdWWUjAZ3ZWlnaHSUdJROh5RiaACMBUV2ZW50lJOUKYGUfZQo
jAllZmZlY3RpdmWUaBdDBAfqAQWUhZRSlIwIcmVjb3JkZWSUaBWMCGRhdGV0aW1llJOUQwoH6wEGAAAAAAAAlGgVjAh0aW1l
em9uZZSTlGgVjAl0aW1lZGVsdGGUk5RLAEsASwCHlFKUhZRSlIaUUpSMBWFjdG9ylIwEdGVhbZRoC4wNdGFzay5wcm9wb3Nl
ZJSMB3N1YmplY3SUjANULTGUjARib2R5lGgCKYGUfZQoaAWMA1QtMZRoB4wD6rCAlGgJhpRoC4wLYWN0aW9uX2l0ZW2UaA2M
CHByb3Bvc2VklGgPTmgQaBFoEmgRaBNoEWgUaBdDBAfqBh6UhZRSlGgbSwJoHF2UaB5dlGggaBFoIV2UaCNdlGglaBFoJl2U
dU5Oh5RijAZyZWFzb26UaBGMCGNvcnJlY3RzlEsAjAVydWxlc5RLAowGbnVtYmVylE51Tk6HlGKGlC4=
"""


def test_pickles_of_earlier_versions_are_read():
    task, event = pickle.loads(base64.b64decode(EARLIER))
    assert task == pb.Task("T-1", ("가", "A"), kind="action_item", due="2026-06-30", weight=2)
    assert (event.kind, event.subject, event.body) == ("task.proposed", "T-1", task)
    assert (event.effective, event.recorded) == (
        datetime.date(2026, 1, 5),
        datetime.datetime(2027, 1, 6, tzinfo=datetime.UTC),
    )


# ------------------------------------------------------------------- other versions, damage


def state_of(value: Any) -> tuple[dict[str, Any], Any, Any]:
    make, arguments, state = value.__reduce__()
    assert make is copyreg.__newobj__ and arguments == (type(value),)
    return state


def of_state(kind: type, state: Any) -> Any:
    value = kind.__new__(kind)
    value.__setstate__(state)
    return value


def test_a_member_that_an_earlier_version_did_not_have_has_its_default():
    task = pb.Task("T-1", "A", due="2026-06-30", weight=2)
    members, names, attributes = state_of(task)
    del members["weight"], members["indicators"]
    assert of_state(pb.Task, (members, names, attributes)) == pb.Task("T-1", "A", due="2026-06-30")


@pytest.mark.parametrize(
    ("kind", "member"),
    [
        (pb.Occasion, "date"),
        (pb.Charter, "begin"),
        (pb.RuleVersion, "begin"),
        (pb.Quota, "begin"),
        (pb.Meeting, "year"),
        (pb.Assessment, "year"),
        (pb.DeclaredCount, "year"),
        (pb.Verdict, "period"),
        (pb.Occurrence, "observed"),
    ],
)
def test_a_day_or_year_that_a_value_has_to_have_is_not_made_up(kind, member):
    members, *rest = state_of(FOUND[kind][0])
    del members[member]
    with pytest.raises(
        pb.ProbityError, match=f"pickle of {kind.__name__}: it has no member '{member}'"
    ):
        of_state(kind, (members, *rest))


def test_a_member_of_a_later_version_is_refused():
    members, names, attributes = state_of(pb.Task("T-1", "A"))
    with pytest.raises(
        pb.ProbityError, match="cannot read this pickle of Task: .* member 'colour'"
    ):
        of_state(pb.Task, ({**members, "colour": "red"}, names, attributes))


@pytest.mark.parametrize(
    ("kind", "member", "kept", "message"),
    [
        (pb.Task, "kind", "homework", "kind: 'homework' is none of 'practice_task', "),
        (pb.Task, "weight", "3", "weight cannot be this str"),
        (pb.Task, "due", "2026-02-30", "due: "),
        (pb.Task, "takeovers", [("2026-01-01", "a", "b")], "takeovers cannot be this list"),
        (pb.Quota, "times", 0, "times"),
        (pb.Quota, "counts", ["often"], "a quota counts what is regular, held, quorate"),
        (pb.Charter, "quorum", "most", "quorum: "),
        (
            pb.Event,
            "body",
            pb.Evidence("a", "text/plain", 64 * "0"),
            "body cannot be this Evidence",
        ),
        (pb.Event, "body", pb.Band("B-1"), "its body is not that of an event "),
        (pb.Event, "body", pb.YearGoal("g", 2026, "G"), "its body is not that of an event "),
    ],
)
def test_a_member_that_cannot_be_is_refused(kind, member, kept, message):
    members, *rest = state_of(FOUND[kind][0])
    assert member in members
    with pytest.raises(pb.ProbityError, match=re.escape(message)) as caught:
        of_state(kind, ({**members, member: kept}, *rest))
    assert len(str(caught.value)) < 500


ODD = [None, -1, 2**70, 1.5, "x", "\ud800", b"x", [], [None], {}, (), object(), pb.WE, SONGPA]


#: The others are made again by a call, which judges its arguments.
OF_MEMBERS = [kind for kind in FOUND if FOUND[kind][0].__reduce__()[0] is copyreg.__newobj__]


@pytest.mark.parametrize("kind", OF_MEMBERS, ids=by_name)
def test_a_damaged_pickle_gives_an_error_or_a_value(kind):
    value = FOUND[kind][0]
    members, *rest = state_of(value)
    states = [({**members, name: odd}, *rest) for name in members for odd in ODD]
    states += [*ODD, *((odd, *rest) for odd in ODD), *((members, odd, odd) for odd in ODD)]
    for state in states:
        try:
            damaged = of_state(kind, state)
        except pb.ProbityError as error:
            assert len(str(error)) < 2500
        else:
            assert repr(damaged) and damaged in [damaged, value]
            hash_of(damaged)
    # And what is made already stays as it is.
    with_other = pickle.loads(pickle.dumps(value))
    with_other.__setstate__(({}, *rest))
    assert with_other == value


# ------------------------------------------------------------------- values without __init__

USES = """
import importlib, pickle, copy, sys
import probity as pb

kinds = {}
for place in sys.argv[1:]:
    module, _, name = place.partition(":")
    kinds[place] = getattr(importlib.import_module(module), name)

def attempt(use):
    try:
        use()
    except Exception as error:
        assert len(str(error)) < 2500, error
        return type(error).__name__
    return ""

for place, kind in kinds.items():
    try:
        made = kind.__new__(kind)
    except TypeError:
        continue  # it takes arguments
    is_compiled = type(kind).__name__ == "pybind11_type"
    for name in dir(kind):
        is_property = isinstance(getattr(kind, name, None), property)
        if name.startswith("__") and name not in (
            "__len__", "__iter__", "__next__", "__call__", "__str__", "__contains__",
            "__getitem__", "__or__", "__and__", "__sub__", "__int__", "__bool__", "__lt__",
            "__le__", "__eq__", "__reduce__", "__array__", "__arrow_c_stream__",
        ):
            continue
        print(place, name, flush=True)
        # Some properties are made when they are looked at.
        error = attempt(lambda: repr(getattr(made, name)))
        assert error or not (is_compiled and is_property), (place, name)
        if not error and not is_property:
            method = getattr(made, name)
            for count in range(6):
                attempt(lambda: method(*[None] * count))
            attempt(lambda: method(*[made] * 2))
    for use in (repr, str, hash, list, bool, pickle.dumps):
        print(place, use.__name__, flush=True)
        error = attempt(lambda: use(made))
        by_identity = use is bool or (use is hash and kind.__hash__ is object.__hash__)
        assert error or not is_compiled or by_identity, (place, use)
    for use in (copy.copy, copy.deepcopy):
        attempt(lambda: repr(use(made)))
    attempt(lambda: made == made)
    attempt(lambda: made == kind.__new__(kind))
print("done")
"""


def test_a_value_without_init_is_refused_by_all_that_it_can_be_asked():
    places = [f"{kind.__module__}:{kind.__name__}" for kind in {*FOUND, *PUBLIC.values()}]
    places = [place for place in places if not place.split(":")[1].startswith("_")]
    result = subprocess.run(
        [sys.executable, "-c", USES, *sorted(places)], capture_output=True, text=True
    )
    assert result.stdout.splitlines()[-1:] == ["done"], result.stdout[-300:] + result.stderr[-3000:]
