"""The two programmes that come with the library: those of two district offices of Seoul.

They hold every fact that the offices announced and no other; what the announcements leave open is
listed in each programme's `not_published`.

Each has an illustrative version: a whole year of life on the same facts, to show what a programme
can hold. All that is added is made up, and marked so: in the programme's id and title, in the name
of its institution, and by the source "illustrative" of each record that was not announced.
"""

from probity import _core
from probity._core import Programme
from probity.keywords import named

__all__ = ["songpa", "yongsan"]


@named
def songpa(*, illustrative: bool = False) -> Programme:
    """Songpa-gu's, announced on 2023-03-15: Integrity Week and Day, 11 bands, 39 tasks.

    The illustrative version has a made-up 2026: 44 units, titles and lives of the 39 tasks, a
    council of the bands, a reorganisation on 1 July, education and assessment.
    """
    return _core._songpa(illustrative)


@named
def yongsan(*, illustrative: bool = False) -> Programme:
    """Yongsan-gu's, announced on 2025-07-27: a council with three regular meetings a year.

    The illustrative version has a made-up September 2025 to November 2026: a charter and members
    of the council, areas and owners of its measures, action items, education and assessment.
    """
    return _core._yongsan(illustrative)
