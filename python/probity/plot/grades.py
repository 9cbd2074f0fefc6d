"""The way to a better grade: the assessments of the years, and the grades aimed at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from probity.keywords import named
from probity.plot import style
from probity.plot.axes import tidy
from probity.plot.records import titled
from probity.words import phrases

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from probity._core import Programme
    from probity.types import Language

#: Grades of the assessment: 1 is the best.
_BEST, _LAST = 1, 5


@named
def grades(of: Programme, ax: Axes | None = None, lang: Language = "en") -> Axes:
    """The grades of the assessments, year by year, and the grades that the goals aim at.

    Grade 1 stands at the top. The score stands beside a grade if it was published; years whose
    grade is not recorded are left out.

    >>> act = {"on": "2026-01-05", "by": "team"}
    >>> office = Programme.new("mapo", "Mapo-gu", **act)
    >>> for result in (Assessment(2024, grade=3), Assessment(2025, grade=2, score=83.4)):
    ...     office = office.apply(office.enter_assessment(result, **act))
    >>> goal = YearGoal("first", 2026, "Grade 1", grade=1)
    >>> ax = plot.grades(office.apply(office.set_goal(goal, **act)))
    >>> [list(map(int, line.get_ydata())) for line in ax.lines]    # reached, and aimed at
    [[3, 2], [1]]
    """
    words = phrases("plot.grades", lang)
    reached = sorted((each.year, each.grade, each.score) for each in of.assessments if each.grade)
    aims = sorted((each.year, each.grade) for each in of.year_goals if each.grade)
    title = titled(words["grades"], of, lang)
    families = style.font_for([*words.values(), title])
    ax = style.axes(ax, 8, 4)
    ax.plot(
        [year for year, _, _ in reached],
        [grade for _, grade, _ in reached],
        "o-",
        color=style.GREEN,
        linewidth=2,
        label=words["reached"],
    )
    ax.plot(
        [year for year, _ in aims],
        [grade for _, grade in aims],
        "s",
        color=style.INK,
        markerfacecolor=style.WHITE,
        markersize=8,
        label=words["aim"],
    )
    for year, grade, score in reached:
        if score is not None:
            ax.annotate(
                words["score"].format(score=f"{score:g}"),
                (year, grade),
                xytext=(0, -14),
                textcoords="offset points",
                ha="center",
                fontsize=8.5,
            )
    years = sorted({year for year, *_ in reached} | {year for year, _ in aims})
    if years:
        ax.set_xticks(years)
        ax.set_xlim(years[0] - 0.5, years[-1] + 0.5)
    numbers = range(_BEST, _LAST + 1)
    ax.set_yticks(numbers, [words["grade"].format(n=n) for n in numbers])
    ax.set_ylim(_LAST + 0.5, _BEST - 0.5)
    tidy(ax, title)
    ax.grid(axis="y", color=style.PALE)
    ax.set_axisbelow(True)
    ax.legend(loc="lower right", bbox_to_anchor=(1, 1), ncols=2, frameon=False)
    if not years:
        style.say_nothing(ax, lang)
    style.dress(ax, families)
    return ax
