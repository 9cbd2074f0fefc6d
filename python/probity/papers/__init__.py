"""Papers of an office: those of a meeting, and the brief and the planner as documents of Word
and Hangul.

    meeting = programme.council("청렴회의체").meeting("2026-1")
    meeting.paper("minutes").to_docx("회의록.docx", lang="ko")
    meeting.paper("notice").to_hwpx("참석알림.hwpx", lang="ko")
    meeting.paper("plan").to_html("개최계획.html", lang="ko", approval=["팀장", "과장", "구청장"])

A paper says what the record says, and what is not recorded it leaves out, or says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from probity._core import WorkCalendar, _write_file
from probity.calendars import or_korea
from probity.keywords import named
from probity.papers.meeting import Kind, check
from probity.text import Text
from probity.words import refused

if TYPE_CHECKING:
    import os

    from probity._core import CouncilMeeting
    from probity.papers.model import Document
    from probity.types import Language, TextLike

__all__ = ["Paper", "paper"]

#: The most posts that a space for approval has room for.
MOST_POSTS = 6


@named
class Paper:
    """A paper of a meeting: as a page to print, or as a document of Word or Hangul to be edited.

    >>> import probity as pb
    >>> yongsan = pb.examples.yongsan()
    >>> paper = yongsan.council("integrity-council").meeting("2025-2").paper("report")
    >>> paper
    <Paper report of integrity-council/2025-2>
    >>> "<h1>" in paper.html_text(lang="ko")
    True

    `author` and `department` say by whom it is; `approval` names up to six posts, each with a space
    for a signature (결재란). `workdays`, Korea's calendar unless another is given, tells by when
    notice is given.
    """

    def __init__(self, meeting: CouncilMeeting, kind: Kind) -> None:
        self.meeting = meeting
        self.kind = kind

    def __repr__(self) -> str:
        return f"<Paper {self.kind} of {self.meeting._council}/{self.meeting.id}>"

    def _document(
        self,
        lang: Language,
        author: TextLike,
        department: TextLike,
        approval: Iterable[TextLike],
        workdays: WorkCalendar | None,
    ) -> Document:
        from probity.papers.meeting import document
        from probity.tables.column import check_language

        check_language(lang)
        hand = text_of(author), text_of(department), posts_of(approval)
        return document(self.meeting, self.kind, lang, or_korea(workdays), *hand)

    def title(self, lang: Language = "en") -> str:
        """Its name: "2026년 제1차 청렴회의체 정기회의 회의록"."""
        return self._document(lang, "", "", (), None).title

    def html_text(
        self,
        *,
        lang: Language = "en",
        paper: str = "A4",
        author: TextLike = "",
        department: TextLike = "",
        approval: Iterable[TextLike] = (),
        workdays: WorkCalendar | None = None,
    ) -> str:
        """The text of its page. Raises ProbityError for another sheet than "A4", "A3", "Letter"."""
        from probity.papers.page import page

        return page(self._document(lang, author, department, approval, workdays), lang, paper)

    def to_html(
        self,
        path: str | os.PathLike[str],
        lang: Language = "en",
        paper: str = "A4",
        *,
        author: TextLike = "",
        department: TextLike = "",
        approval: Iterable[TextLike] = (),
        workdays: WorkCalendar | None = None,
    ) -> None:
        """Writes its page, which needs no other file; the file is replaced as a whole.

        Raises what html_text does, and DocumentError if it cannot be written.
        """
        text = self.html_text(
            lang=lang,
            paper=paper,
            author=author,
            department=department,
            approval=approval,
            workdays=workdays,
        )
        _write_file(path, text.encode())

    def to_docx(
        self,
        path: str | os.PathLike[str],
        lang: Language = "en",
        *,
        author: TextLike = "",
        department: TextLike = "",
        approval: Iterable[TextLike] = (),
        workdays: WorkCalendar | None = None,
    ) -> None:
        """Writes it as a document of Word; the same paper gives the same bytes.

        Raises ImportError without the package python-docx (the extra probity[docx]), and
        DocumentError if the file cannot be written.
        """
        from probity.papers.docx import save

        save(self._document(lang, author, department, approval, workdays), path, lang)

    def to_hwpx(
        self,
        path: str | os.PathLike[str],
        lang: Language = "en",
        *,
        author: TextLike = "",
        department: TextLike = "",
        approval: Iterable[TextLike] = (),
        workdays: WorkCalendar | None = None,
    ) -> None:
        """Writes it as a document of Hangul (HWPX); the same paper gives the same bytes.

        Raises ImportError without the package python-hwpx (the extra probity[hwpx]), and
        DocumentError if the file cannot be written.
        """
        from probity.papers.hwpx import save

        save(self._document(lang, author, department, approval, workdays), path, lang)

    def _repr_html_(self) -> str:
        from probity.display.records import paper

        return paper(self)


@named
def paper(meeting: CouncilMeeting, kind: str) -> Paper:
    """A paper of a meeting by its kind. Raises ProbityError as CouncilMeeting.paper does."""
    return Paper(meeting, check(meeting, kind))


def text_of(given: TextLike) -> Text:
    """Words, or a pair of Korean and English, as a Text."""
    if isinstance(given, Text):
        return given
    return Text.plain(given) if isinstance(given, str) else Text(*given)


def posts_of(given: Iterable[TextLike]) -> tuple[Text, ...]:
    """The posts of a space for approval. Raises ProbityError for more than there is room for, and
    TypeError for one text."""
    from probity._core import ProbityError

    if isinstance(given, str):
        raise TypeError(f"approval={given!r} is one text: a list of posts is wanted, [{given!r}]")
    posts = tuple(map(text_of, given))
    if len(posts) > MOST_POSTS:
        raise refused(ProbityError, "posts", number=len(posts), most=MOST_POSTS)
    return posts
