"""Opens a file as a workbook, whatever bytes it has.

A file that is no workbook, is too large, or cannot be read is a DocumentError that names the file
and what is allowed.
"""

from __future__ import annotations

import io
import os
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn
from xml.parsers.expat import ExpatError

from probity import formats
from probity._core import DocumentError
from probity.excel.scan import Scan, TooMuch, count_elements, scan_sheet
from probity.files import bytes_of_file, check_size
from probity.text import Text
from probity.words import refused, text

if TYPE_CHECKING:
    from openpyxl import Workbook as Book

#: The largest file, and the largest part of one when it is unpacked, in bytes.
LARGEST_FILE = 32 * 1024 * 1024
LARGEST_PART = 64 * 1024 * 1024
#: All parts together, and how many there may be.
LARGEST_WHOLE = 256 * 1024 * 1024
MOST_PARTS = 5_000

#: Where the sheets are, which are read row by row; what else there is openpyxl reads as a whole.
SHEETS = "xl/worksheets/"


def openpyxl() -> Any:
    """The package openpyxl. Raises ImportError naming the extra if it is not installed."""
    try:
        import openpyxl
    except ImportError:
        raise refused(ImportError, "openpyxl") from None
    return openpyxl


def bytes_of(source: str | os.PathLike[str] | bytes) -> tuple[str, bytes]:
    """The name by which errors call a source, and its bytes."""
    if isinstance(source, bytes):
        check_size("the workbook", source, LARGEST_FILE)
        return "the workbook", source
    return os.fspath(source), bytes_of_file(source, LARGEST_FILE)


def open_archive(name: str, data: bytes) -> zipfile.ZipFile:
    """The parts of a workbook, none of them too large."""
    if data.startswith(formats.OLE):
        _refuse(name, formats.kind_of_compound(data))
    if not data.startswith(b"PK"):
        _refuse(name, _no_archive(data))
    with refusing(name):
        archive = zipfile.ZipFile(io.BytesIO(data))
        parts = archive.infolist()
    names = {part.filename for part in parts}
    if kind := formats.kind_of_archive(names):
        _refuse(name, kind)
    if "[Content_Types].xml" not in names or not any(n.startswith("xl/") for n in names):
        _refuse(name, text("error.no_workbook"))
    if len(parts) > MOST_PARTS:
        _refuse(name, text("error.workbook_parts", number=len(parts), most=MOST_PARTS))
    if any(part.flag_bits & 1 for part in parts):
        _refuse(name, text("format.encrypted"))
    for part in parts:
        if part.file_size > LARGEST_PART:
            size = part.file_size >> 20
            most = LARGEST_PART >> 20
            _refuse(name, text("error.workbook_part", part=part.filename, size=size, most=most))
    if sum(part.file_size for part in parts) > LARGEST_WHOLE:
        _refuse(name, text("error.workbook_whole", most=LARGEST_WHOLE >> 20))
    return archive


def open_book(name: str, data: bytes, archive: zipfile.ZipFile, **options: Any) -> Book:
    """The workbook as openpyxl has it, after a look through what is read of it as a whole."""
    package = openpyxl()
    for part in archive.namelist():
        if part.endswith((".xml", ".rels")) and not part.startswith(SHEETS):
            with scanning(name, part), archive.open(part) as file:
                count_elements(file)
    with refusing(name):
        book: Book = package.load_workbook(io.BytesIO(data), **options)
    return book


@contextmanager
def open_rows(name: str, data: bytes, archive: zipfile.ZipFile) -> Iterator[Book]:
    """The workbook with sheets that are read row by row, and formulas by their results."""
    book = open_book(name, data, archive, read_only=True, data_only=True, keep_links=False)
    try:
        yield book
    finally:
        book.close()


class Page(NamedTuple):
    """A sheet of a workbook that is read row by row."""

    #: openpyxl's worksheet.
    sheet: Any
    #: What a look through it found, and the sheets before it.
    scan: Scan
    #: From when dates are counted in the workbook.
    epoch: Any

    @property
    def title(self) -> str:
        title: str = self.sheet.title
        return title

    @property
    def is_visible(self) -> bool:
        return bool(self.sheet.sheet_state == "visible")

    def rows(
        self, last_row: int | None = None, last_column: int | None = None
    ) -> Iterator[tuple[Any, ...]]:
        """The rows of cells, from the first on, to the last that the scan found, or sooner."""
        rows, columns = self.scan.last_row, self.scan.last_column
        if last_row is not None:
            rows = min(rows, last_row)
        if last_column is not None:
            columns = min(columns, last_column)
        found: Iterator[tuple[Any, ...]] = self.sheet.iter_rows(
            max_row=max(rows, 1), max_col=max(columns, 1)
        )
        return found

    def texts(self, cells: Iterable[Any]) -> list[str]:
        """The texts of cells, without blanks at their ends."""
        from probity.excel.cells import cell_text

        return [cell_text(cell, "", self.epoch).strip() for cell in cells]


@contextmanager
def open_pages(name: str, data: bytes) -> Iterator[Iterator[Page]]:
    """The sheets of a workbook, hidden ones too, each looked through before it is read.

    Raises DocumentError, which names the file, for whatever is wrong with it; also while the sheets
    are read within the block.
    """
    with (
        open_archive(name, data) as archive,
        open_rows(name, data, archive) as book,
        refusing(name),
    ):
        yield _pages(name, archive, book)


def _pages(name: str, archive: zipfile.ZipFile, book: Any) -> Iterator[Page]:
    scan = Scan()
    for sheet in book.worksheets:
        scan = scan_part(name, archive, sheet, scan)
        yield Page(sheet, scan, book.epoch)


def scan_part(
    name: str, archive: zipfile.ZipFile, sheet: Any, before: Scan, *, check_spread: bool = False
) -> Scan:
    """A look through a sheet of a workbook that is read row by row, after the one before.

    Where openpyxl is to load the sheets as a whole, `check_spread` refuses ranges of which it would
    make too many cells.
    """
    # openpyxl has no public name for the part of a sheet, which may stand anywhere in the archive.
    part = sheet._worksheet_path.lstrip("/")
    with (
        scanning(name, text("error.the_sheet", sheet=repr(sheet.title))),
        archive.open(part) as file,
    ):
        scan = scan_sheet(file, before)
        if check_spread:
            scan.check_spread()
    return scan


@contextmanager
def scanning(name: str, part: str | Text) -> Iterator[None]:
    """Makes of a refusal of a scan an error that names the file and the part."""
    with refusing(name):
        try:
            yield
        except TooMuch as error:
            raise refused(DocumentError, "part_has", name=name, part=part, error=error) from None
        except ExpatError as error:
            _refuse(name, text("error.part_damaged", part=part, error=str(error)))


@contextmanager
def refusing(name: str) -> Iterator[None]:
    """Makes of whatever a file does to zipfile and openpyxl an error that names it.

    One that is made badly enough raises nearly anything there.
    """
    with warnings.catch_warnings():
        # The parts that openpyxl leaves out of a workbook (extensions of drop-downs, say) are no
        # tables.
        warnings.simplefilter("ignore")
        try:
            yield
        except DocumentError:
            raise
        except Exception as error:
            kind = type(error).__name__
            _refuse(name, text("error.workbook_damaged", kind=kind, error=str(error)))


def _no_archive(data: bytes) -> Text:
    """Says what a file is that is no archive, as workbooks are."""
    if kind := formats.kind_of(data):
        return kind
    if formats.may_be_locked(data):
        return text("error.no_workbook_locked")
    return text("error.no_workbook_text" if data else "error.no_workbook")


def _refuse(name: str, what: Text) -> NoReturn:
    raise refused(DocumentError, "workbook", name=name, what=what)
