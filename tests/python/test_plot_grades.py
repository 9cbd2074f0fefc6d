"""The picture of the grades: what was reached, and what is aimed at."""

import pytest

import probity as pb
from documents import named, programme

matplotlib = pytest.importorskip("matplotlib")
matplotlib.use("Agg")

from matplotlib import pyplot as plt  # noqa: E402


@pytest.fixture(autouse=True)
def close_figures():
    yield
    plt.close("all")


def office() -> pb.Programme:
    return programme(
        assessments=[
            {"year": 2025, "grade": 2, "score": 83.4},
            {"year": 2023, "grade": 4},
            {"year": 2024},
        ],
        year_goals=[
            *named("first", year=2027, grade=1),
            *named("second", year=2026, grade=2),
            *named("words", year=2026),
        ],
    )


def test_grades_are_drawn_by_year_with_the_goals() -> None:
    reached, aims = pb.plot.grades(office()).lines
    assert (list(reached.get_xdata()), list(reached.get_ydata())) == ([2023, 2025], [4, 2])
    assert (list(aims.get_xdata()), list(aims.get_ydata())) == ([2026, 2027], [2, 1])


def test_grade_one_stands_at_the_top() -> None:
    bottom, top = pb.plot.grades(office()).get_ylim()
    assert bottom > 5
    assert top < 1


@pytest.mark.parametrize(
    ("lang", "grade", "score", "goal"),
    [("en", "Grade 1", "83.4 points", "Goal"), ("ko", "1등급", "83.4점", "목표")],
)
def test_it_speaks_both_languages(lang, grade: str, score: str, goal: str) -> None:
    ax = pb.plot.grades(office(), lang=lang)
    assert ax.get_yticklabels()[0].get_text() == grade
    assert [text.get_text() for text in ax.texts] == [score]
    assert goal in [text.get_text() for text in ax.get_legend().get_texts()]


def test_without_a_grade_it_says_that_there_is_nothing() -> None:
    ax = pb.plot.grades(programme())
    assert [text.get_text() for text in ax.texts] == ["Nothing to show"]
