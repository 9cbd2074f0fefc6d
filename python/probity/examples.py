"""The programmes that come with the library: those of two district offices of Seoul, and the
statutory year of a Korean public institution as a pack of obligations.

They hold every fact that the offices announced and no other; what the announcements leave open is
listed in each programme's `not_published`.

Each has an illustrative version: a whole year of life on the same facts, to show what a programme
can hold. All that is added is made up, and marked so: in the programme's id and title, in the name
of its institution, and by the source "illustrative" of each record that was not announced.
"""

from probity import _core
from probity._core import Programme
from probity.keywords import named

__all__ = ["songpa", "statutory_year", "yongsan"]


@named
def songpa(*, illustrative: bool = False) -> Programme:
    """Songpa-gu's, announced on 2023-03-15: Integrity Week and Day, 11 bands, 39 tasks.

    The illustrative version has a made-up 2026: 44 units, titles and lives of the 39 tasks, a
    council of the bands, a reorganisation on 1 July, education and assessment.
    """
    return _core._songpa(illustrative)


@named
def statutory_year() -> Programme:
    """The statutory year of a Korean public institution, as a pack of obligations.

    Each has the article, the number and the day of the text that was read, who owes it and what
    proves it. An office takes those that concern it: `Programme.take_obligations`.

    >>> report = next(o for o in statutory_year().obligations if o.id == "education-report")
    >>> print(report.act.to("ko"), report.act_date)
    대통령령 제36730호 2026-09-29
    """
    return _core._statutory_year()


@named
def yongsan(*, illustrative: bool = False) -> Programme:
    """Yongsan-gu's, announced on 2025-07-27: a council with three regular meetings a year.

    The illustrative version has a made-up September 2025 to November 2026: a charter and members
    of the council, areas and owners of its measures, action items, education and assessment.
    """
    return _core._yongsan(illustrative)
