"""The words for kinds and states in each language, in the order in which they stand in lists.

Records say a state in one fixed word, "in_progress"; people read it as 진행 중. All code that shows
records to people takes the words from here; they stand in the catalogues src/text/words_*.inc.

>>> TASK_STATES["in_progress"]
Text('진행 중', 'In progress')
"""

from __future__ import annotations

from probity._core import _words
from probity.text import Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypeAlias

    from probity._core import AgendaEntry
    from probity.types import Language

    #: Words by what a record says.
    Labels: TypeAlias = Mapping[str, Text]


def _texts(enumeration: str) -> dict[str, Text]:
    return dict(_words(enumeration))


def words_of(choices: tuple[str, ...]) -> Labels:
    """The words for a list of names, such as the kinds of a task, in their order.

    Raises ProbityError if no list here has these names.
    """
    for labels in globals().values():
        if isinstance(labels, dict) and tuple(labels) == choices:
            return labels
    from probity._core import ProbityError
    from probity.words import refused

    raise refused(ProbityError, "no_words", names=", ".join(choices))


_flags = _texts("flag")
#: Of what is so, or is not.
FLAGS: Mapping[bool, Text] = {True: _flags["true"], False: _flags["false"]}

ACTIVITY_CATEGORIES: Labels = _texts("activity_category")
ENTRY_KINDS: Labels = _texts("entry_kind")
EVENT_KINDS: Labels = _texts("event_kind")
ITEM_KINDS: Labels = _texts("item_kind")
ITEM_OUTCOMES: Labels = _texts("item_outcome")
MEETING_KINDS: Labels = _texts("meeting_kind")
MEETING_STATES: Labels = _texts("meeting_state")
MEMBER_ROLES: Labels = _texts("member_role")
FULFILMENT_OUTCOMES: Labels = _texts("fulfilment_outcome")
OBLIGATION_AUDIENCES: Labels = _texts("obligation_audience")
OBLIGATION_FOLLOWS: Labels = _texts("obligation_follows")
OBLIGATION_PER: Labels = _texts("obligation_per")
OBLIGATION_STATES: Labels = _texts("obligation_state")
OBLIGATION_UNITS: Labels = _texts("obligation_unit")
OBSERVANCE_KINDS: Labels = _texts("observance_kind")
PERIOD_RULES: Labels = _texts("period_rule")
QUOTA_PERIODS: Labels = _texts("quota_period")
QUOTA_STATES: Labels = _texts("quota_state")
QUOTA_SUBJECTS: Labels = _texts("quota_subject")
SEAT_KINDS: Labels = _texts("seat_kind")
TASK_KINDS: Labels = _texts("task_kind")
TASK_STATES: Labels = _texts("task_state")
UNIT_KINDS: Labels = _texts("unit_kind")

#: The kinds of records that have an id.
RECORD_KINDS: Labels = _texts("record_kind")

#: The statuses of an occurrence of an observance.
OCCURRENCE_STATES: Labels = _texts("occurrence_status")


def called_off(entry: AgendaEntry, lang: Language) -> str:
    """ "cancelled", "not held", "취소"; empty if the entry takes place."""
    if entry.takes_place or entry.status is None:
        return ""
    return OCCURRENCE_STATES[entry.status].to(lang)


#: The changes of a task between two programmes.
CHANGES: Labels = _texts("change")
#: The findings of verifying a file.
FINDINGS: Labels = _texts("finding")
#: The gaps of a risk area, or of a measure.
GAPS: Labels = _texts("gap")
CONFLICT_KINDS: Labels = _texts("conflict")
MOVE_KINDS: Labels = _texts("move")
#: The kinds of reasons for a date.
REASON_KINDS: Labels = {**ENTRY_KINDS, **_texts("date_reason")}
#: The parts of a brief, in the order in which the head reads them.
BRIEF_PARTS: Labels = _texts("brief_part")
#: How what recurs is written in a calendar file.
SERIES_FORMS: Labels = _texts("series_form")
#: The sheets of an import.
SHEETS: Labels = _texts("sheet")
#: The things that announcements count; there may be others.
COUNTED: Labels = {**SHEETS, **_texts("counted")}
