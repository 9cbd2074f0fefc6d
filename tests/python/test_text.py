"""Texts in two languages."""

import copy
import pickle

import probity as pb
from probity import Text


def test_is_a_str_in_english_with_the_korean_beside_it():
    title = Text("청렴주간", "Integrity Week")
    assert title == "Integrity Week" and isinstance(title, str)
    assert f"{title:>15}" == " Integrity Week"
    assert (title.korean, title.english) == ("청렴주간", "Integrity Week")
    assert (title.to("ko"), title.to("en")) == ("청렴주간", "Integrity Week")
    assert hash(title) == hash("Integrity Week")


def test_differs_where_either_language_does():
    assert Text("청렴데이", "Day") != Text("기념일", "Day")
    assert Text("청렴데이", "Day") == Text("청렴데이", "Day")


def test_one_language_stands_for_both():
    assert Text("청렴주간").to("en") == "청렴주간"
    assert Text("", "Week").to("ko") == "Week"
    assert not Text("")


def test_is_a_value():
    title = Text("청렴주간", "Integrity Week")
    for copied in (eval(repr(title)), pickle.loads(pickle.dumps(title)), copy.deepcopy(title)):
        assert copied == title and copied.korean == title.korean


def test_the_states_of_tasks_that_are_done():
    from typing import get_args

    from probity.types import TaskState
    from probity.words import DONE, DROPPED

    assert {*DONE, *DROPPED} < set(get_args(TaskState))
    office = pb.examples.songpa(illustrative=True)
    for on in ("2025-06-30", "2026-06-30", "2026-12-31"):
        then = office.as_of(effective=on)
        (whole,) = then.view(on=on).progress()
        assert whole.done == sum(task.state in DONE for task in then.tasks)
        assert whole.total == sum(task.state not in DROPPED for task in then.tasks)
