"""Texts in two languages."""

import copy
import pickle

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
