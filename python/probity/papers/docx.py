"""Writes a paper as a document of Word, which Hangul Word Processor and LibreOffice open as well.

The same paper gives the same bytes: nothing here reads the clock.
"""

from __future__ import annotations

import datetime
import io
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

#: The fonts of Word for Latin and Hangul letters, which every Windows has.
FONTS = "Malgun Gothic", "맑은 고딕"
#: A4 and its margins, in millimetres.
WIDTH, HEIGHT, MARGIN = 210, 297, 20
#: Sizes of letters in points.
BODY, TITLE, SECTION, SMALL = 10, 18, 12, 9
#: The fill of headings of tables.
SHADE = "DCE6F1"
#: When the document was made, as far as its properties say, and the parts of its archive.
EARLIEST = datetime.datetime(1980, 1, 1)


def save(document: Document, path: str | os.PathLike[str], lang: Language) -> None:
    """Writes the file, which is replaced as a whole.

    Raises ImportError without the package python-docx, and DocumentError if it cannot be written.
    """
    _write_file(path, docx_bytes(document, lang))


def docx_bytes(document: Document, lang: Language) -> bytes:
    """The document's bytes. Raises ImportError without the package python-docx."""
    writer = Writer(lang)
    writer.head(document)
    for block in document.blocks:
        writer.block(block)
    writer.part()
    for line in document.foot:
        writer.paragraph(line, size=SMALL)
    return writer.bytes(document)


def python_docx() -> Any:
    try:
        import docx
    except ImportError:
        raise refused(ImportError, "docx") from None
    return docx


class Writer:
    """Puts the parts of a paper into a document, one after the other."""

    def __init__(self, lang: Language) -> None:
        from_docx = python_docx()
        self.lang = lang
        #: Whether a table is the last that was written.
        self.is_below_table = False
        self.document = from_docx.Document()
        self.shared = from_docx.shared
        self.enum = from_docx.enum
        section = self.document.sections[0]
        section.page_width, section.page_height = self.mm(WIDTH), self.mm(HEIGHT)
        for side in ("left", "right", "top", "bottom"):
            setattr(section, f"{side}_margin", self.mm(MARGIN))
        for name in ("Normal", "Title", "Heading 1", "List Bullet"):
            self.set_font(self.document.styles[name])
        normal = self.document.styles["Normal"]
        normal.font.size = self.shared.Pt(BODY)
        normal.paragraph_format.space_after = self.shared.Pt(4)
        heading = self.document.styles["Heading 1"].paragraph_format
        heading.space_before, heading.space_after = self.shared.Pt(14), self.shared.Pt(4)

    def mm(self, length: float) -> Any:
        return self.shared.Mm(length)

    def set_font(self, style: Any) -> None:
        """A style takes the font of Hangul letters by an attribute of its own."""
        from docx.oxml.ns import qn

        latin, hangul = FONTS
        style.font.name = latin
        style.font.color.rgb = self.shared.RGBColor(0x1A, 0x1A, 0x1A)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        fonts.set(qn("w:eastAsia"), hangul)

    # Head -----------------------------------------------------------------------------------------

    def head(self, document: Document) -> None:
        if document.approval:
            self.approval(document.approval)
        above = "  ".join(each for each in (document.institution, document.mark) if each)
        if above:
            self.paragraph(above)
        title = self.document.add_paragraph(style="Title")
        self.run(title, document.title, TITLE, bold=True)
        for line in (document.author, document.dated):
            if line:
                self.paragraph(line, right=True)

    def approval(self, posts: tuple[str, ...]) -> None:
        """결재란: a narrow table at the right, with a row of posts above a row to sign in."""
        table = self.document.add_table(rows=2, cols=len(posts) + 1, style="Table Grid")
        table.alignment = self.enum.table.WD_TABLE_ALIGNMENT.RIGHT
        table.autofit = False
        label = table.cell(0, 0).merge(table.cell(1, 0))
        self.fill(label, phrases("paper", self.lang)["approval"])
        for number, post in enumerate(posts, start=1):
            self.fill(table.cell(0, number), post, centred=True)
        self.set_widths(table, [10.0, *(24.0 for _ in posts)])
        table.rows[1].height = self.mm(14)

    # Parts ----------------------------------------------------------------------------------------

    def block(self, block: Block) -> None:
        match block:
            case Heading(text):
                heading = self.add("Heading 1")
                self.run(heading, text, SECTION, bold=True)
            case Words(text):
                self.paragraph(text)
            case Items(lines, none):
                for line in lines:
                    self.run(self.add("List Bullet"), line)
                if not lines and none:
                    self.paragraph(none)
            case Facts(rows):
                self.table((), rows, (0.22, 0.78))
            case Grid(heads, rows, widths, none):
                if rows:
                    self.table(heads, rows, widths)
                elif none:
                    self.paragraph(none)
            case Signatures(posts):
                for post in posts:
                    sign = phrases("paper", self.lang)["sign"]
                    self.paragraph(f"{post}  ____________________  {sign}", right=True)

    def table(
        self,
        heads: tuple[str, ...],
        rows: tuple[tuple[str, ...], ...],
        widths: tuple[float, ...],
    ) -> None:
        self.part()
        number = len(widths)
        table = self.document.add_table(rows=0, cols=number, style="Table Grid")
        self.is_below_table = True
        table.autofit = False
        if heads:
            row = table.add_row()
            self.repeat(row)
            for cell, text in zip(row.cells, heads, strict=True):
                self.fill(cell, text, bold=True, shade=True)
        for texts in rows:
            cells = table.add_row().cells
            for place, (cell, text) in enumerate(zip(cells, texts, strict=True)):
                self.fill(cell, text, shade=not heads and place == 0)
        room = WIDTH - 2 * MARGIN
        self.set_widths(table, [room * width / sum(widths) for width in widths])

    def part(self) -> None:
        """Parts a table from what follows it: Word joins two without a paragraph between them."""
        if self.is_below_table:
            between = self.document.add_paragraph()
            between.paragraph_format.space_after = self.shared.Pt(0)
            between.paragraph_format.line_spacing = self.shared.Pt(6)
        self.is_below_table = False

    def set_widths(self, table: Any, widths: list[float]) -> None:
        """Word reads the widths of cells, and LibreOffice those of columns."""
        for column, width in zip(table.columns, widths, strict=True):
            column.width = self.mm(width)
            for cell in column.cells:
                cell.width = self.mm(width)

    def repeat(self, row: Any) -> None:
        """The row stands at the top of each page over which its table goes on."""
        from docx.oxml import OxmlElement

        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))

    def fill(
        self,
        cell: Any,
        text: str,
        *,
        bold: bool = False,
        shade: bool = False,
        centred: bool = False,
    ) -> None:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = self.shared.Pt(0)
        if centred:
            paragraph.alignment = self.enum.text.WD_ALIGN_PARAGRAPH.CENTER
        self.run(paragraph, text, bold=bold)
        if shade:
            filled = OxmlElement("w:shd")
            for key, value in (("val", "clear"), ("color", "auto"), ("fill", SHADE)):
                filled.set(qn(f"w:{key}"), value)
            cell._tc.get_or_add_tcPr().append(filled)

    def add(self, style: str | None = None) -> Any:
        """A paragraph below what was written."""
        self.is_below_table = False
        return self.document.add_paragraph(style=style)

    def paragraph(self, text: str, *, size: int = BODY, right: bool = False) -> None:
        paragraph = self.add()
        if right:
            paragraph.alignment = self.enum.text.WD_ALIGN_PARAGRAPH.RIGHT
        self.run(paragraph, text, size)

    def run(self, paragraph: Any, text: str, size: int = BODY, bold: bool = False) -> None:
        run = paragraph.add_run(printed(text))
        run.font.size = self.shared.Pt(size)
        run.bold = bold

    # The file -------------------------------------------------------------------------------------

    def bytes(self, document: Document) -> bytes:
        properties = self.document.core_properties
        properties.title = document.title
        properties.author = "probity"
        properties.last_modified_by = ""
        properties.language = {"ko": "ko-KR", "en": "en-GB"}.get(self.lang, self.lang)
        properties.comments = ""
        properties.created = properties.modified = EARLIEST
        written = io.BytesIO()
        self.document.save(written)
        out = io.BytesIO()
        with zipfile.ZipFile(written) as old, zipfile.ZipFile(out, "w") as new:
            for part in old.infolist():
                info = zipfile.ZipInfo(part.filename, EARLIEST.timetuple()[:6])
                info.compress_type = zipfile.ZIP_DEFLATED
                new.writestr(info, old.read(part))
        return out.getvalue()
