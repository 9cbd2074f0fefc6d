"""Writes a paper as a document of Hangul, the word processor of Korean offices (HWPX, KS X 6101).

The same paper gives the same bytes: nothing here reads the clock, and elements are numbered in
their order.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

from probity._core import _write_file
from probity.papers.model import Facts, Grid, Heading, Items, Signatures, Words
from probity.text import printed
from probity.words import phrases, refused

if TYPE_CHECKING:
    import os

    from probity.papers.model import Block, Document
    from probity.types import Language

#: A4 and its margins, in millimetres, and how many of HWP's units a millimetre has.
WIDTH, HEIGHT, MARGIN, UNITS = 210, 297, 20, 7200 / 25.4
#: Sizes of letters in points.
BODY, TITLE, SECTION, SMALL = 10, 18, 12, 9
#: The fill of headings of tables.
SHADE = "#DCE6F1"
#: The columns of a space for approval and the height of its lower row, in millimetres.
LABEL, POST, SIGN = 10.0, 24.0, 14.0
#: The time of each part of the archive.
EARLIEST = (1980, 1, 1, 0, 0, 0)
#: How papers of Korean offices mark a line of a list.
ITEM = "ㅇ "


def save(document: Document, path: str | os.PathLike[str], lang: Language) -> None:
    """Writes the file, which is replaced as a whole.

    Raises ImportError without the package python-hwpx, and DocumentError if it cannot be written.
    """
    _write_file(path, hwpx_bytes(document, lang))


def hwpx_bytes(document: Document, lang: Language) -> bytes:
    """The document's bytes. Raises ImportError without the package python-hwpx."""
    writer = Writer(lang)
    writer.head(document)
    for block in document.blocks:
        writer.block(block)
    for line in document.foot:
        writer.paragraph(line, size=SMALL)
    return writer.bytes(document)


def python_hwpx() -> Any:
    try:
        import hwpx
    except ImportError:
        raise refused(ImportError, "hwpx") from None
    return hwpx


class Writer:
    """Puts the parts of a paper into a document, one after the other."""

    def __init__(self, lang: Language) -> None:
        self.lang = lang
        self.document = python_hwpx().HwpxDocument.new()
        self.document.page.setup(
            width_mm=WIDTH,
            height_mm=HEIGHT,
            orientation="portrait",
            margins_mm={side: MARGIN for side in ("left", "right", "top", "bottom")},
        )
        #: The paragraph that a new document has; the first that is written takes it.
        self.first: Any = self.document.paragraphs[0]

    # Head -----------------------------------------------------------------------------------------

    def head(self, document: Document) -> None:
        above = "  ".join(each for each in (document.institution, document.mark) if each)
        self.paragraph(above)
        if document.approval:
            self.approval(document.approval)
        self.paragraph(document.title, size=TITLE, bold=True, alignment="center")
        for line in (document.author, document.dated):
            if line:
                self.paragraph(line, alignment="right")

    def approval(self, posts: tuple[str, ...]) -> None:
        """결재란: a narrow table at the right, with a row of posts above a row to sign in."""
        widths = [LABEL, *(POST for _ in posts)]
        label = phrases("paper", self.lang)["approval"]
        table = self.table([(label, *posts), tuple("" for _ in widths)], widths, centred=True)
        for place in range(len(widths)):
            table.cell(1, place).set_size(height=round(SIGN * UNITS))
        table.merge_cells(0, 0, 1, 0)
        self.format(table.paragraph, alignment="right")

    # Parts ----------------------------------------------------------------------------------------

    def block(self, block: Block) -> None:
        match block:
            case Heading(text):
                self.paragraph(text, size=SECTION, bold=True, spacing_before_pt=12, outline_level=1)
            case Words(text):
                self.paragraph(text)
            case Items(lines, none):
                for line in lines:
                    self.paragraph(ITEM + line, indent_left_mm=4, first_line_indent_mm=-4)
                if not lines and none:
                    self.paragraph(none)
            case Facts(rows):
                self.flowing((), rows, (0.22, 0.78))
            case Grid(heads, rows, widths, none):
                if rows:
                    self.flowing(heads, rows, widths)
                elif none:
                    self.paragraph(none)
            case Signatures(posts):
                for post in posts:
                    sign = phrases("paper", self.lang)["sign"]
                    self.paragraph(f"{post}  ____________________  {sign}", alignment="right")

    def flowing(
        self,
        heads: tuple[str, ...],
        rows: tuple[tuple[str, ...], ...],
        widths: tuple[float, ...],
    ) -> None:
        """A table as wide as the text, which goes on over pages under its heading."""
        room = WIDTH - 2 * MARGIN
        parts = [room * width / sum(widths) for width in widths]
        every = [heads, *rows] if heads else list(rows)
        table = self.table(every, parts, bold_heads=bool(heads))
        if heads:
            table.element.set("repeatHeader", "1")
            for place in range(len(widths)):
                table.cell(0, place).element.set("header", "1")
                table.set_cell_shading(0, place, SHADE)
        else:
            for number in range(len(rows)):
                table.set_cell_shading(number, 0, SHADE)
        table.set_treat_as_char(False)

    def table(
        self,
        rows: list[tuple[str, ...]],
        widths: list[float],
        *,
        bold_heads: bool = False,
        centred: bool = False,
    ) -> Any:
        table = self.document.add_table(
            len(rows), len(widths), width=round(sum(widths) * UNITS), height=0
        )
        table.set_column_widths(widths)
        for number, texts in enumerate(rows):
            for place, text in enumerate(texts):
                paragraph = table.cell(number, place).paragraphs[0]
                self.write(paragraph, text, BODY, bold=bold_heads and number == 0)
                if centred:
                    self.format(paragraph, alignment="center")
        return table

    def paragraph(self, text: str, *, size: int = BODY, bold: bool = False, **form: Any) -> None:
        """A paragraph of one run of letters; `form` is as python-hwpx has it."""
        if self.first is None:
            paragraph = self.document.add_paragraph("", inherit_style=False, include_run=False)
        else:
            paragraph, self.first = self.first, None
        self.write(paragraph, text, size, bold)
        self.format(paragraph, **{"spacing_after_pt": 4, **form})

    def write(self, paragraph: Any, text: str, size: int, bold: bool) -> None:
        style = self.document.styles.ensure_run(bold=bold, size=size)
        paragraph.add_run(printed(text), char_pr_id_ref=style)

    def format(self, paragraph: Any, **form: Any) -> None:
        self.document.styles.apply_paragraph_format(paragraphs=[paragraph], **form)

    # The file -------------------------------------------------------------------------------------

    def bytes(self, document: Document) -> bytes:
        self.document.parts.clear_document_metadata()
        self.document.parts.set_document_metadata(title=document.title, creator="probity")
        self.document.parts.clear_preview()
        written = self.document.to_bytes()
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(written)) as old, zipfile.ZipFile(out, "w") as new:
            for part in old.infolist():
                info = zipfile.ZipInfo(part.filename, EARLIEST)
                # The first part says of which kind the archive is, for those who read no archives.
                info.compress_type = part.compress_type
                data = old.read(part)
                is_text = part.filename.startswith("Contents/section")
                new.writestr(info, numbered(data) if is_text else data)
        return out.getvalue()


def numbered(section: bytes) -> bytes:
    """A section whose paragraphs and tables are numbered in their order: python-hwpx gives each a
    number by chance."""
    count = 0

    def number(found: re.Match[bytes]) -> bytes:
        nonlocal count
        count += 1
        return found[1] + str(count).encode() + found[3]

    return re.sub(rb'(<hp:(?:p|tbl)\b[^>]*? id=")(\d+)(")', number, section)
