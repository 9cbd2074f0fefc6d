"""The marks of a planner: characters that a page of cp949 has too."""

from __future__ import annotations

#: Marks beside a date for the entries that lie on it, by their kind.
MARKS = {
    "day": "★",
    "meeting": "■",
    "event": "◆",
    "activity": "●",
    "deadline": "▼",
    "task": "▲",
}
#: Beside a date for tasks that are done.
DONE_MARK = "△"
#: Marks that lead the row of a week.
WEEK_MARK = "▶"
SHORT_WEEK_MARK = "▷"
