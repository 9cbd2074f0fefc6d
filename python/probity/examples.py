"""The two programmes that come with the library: those of two district offices of Seoul.

They hold every fact that the offices announced and no other; what the announcements leave open is
listed in each programme's `not_published`.
"""

from probity import _core
from probity._core import Programme


def songpa() -> Programme:
    """Songpa-gu's, announced on 2023-03-15: Integrity Week and Day, 11 bands, 39 tasks."""
    return _core._songpa()


def yongsan() -> Programme:
    """Yongsan-gu's, announced on 2025-07-27: a council with three regular meetings a year."""
    return _core._yongsan()
