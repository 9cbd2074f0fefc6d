"""A programme begun from a setup workbook: `new --from setup.xlsx`.

All of it is taken, or nothing: every row is a step as a verb of the prompt takes it, and all that
cannot be taken is named at once, with its sheet, row and column.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

import click

import probity as pb
from probity.cli.arguments import Day
from probity.cli.changes import plain_fields
from probity.cli.errors import Refused, in_words
from probity.cli.kinds import kinds
from probity.cli.language import language, refusal
from probity.cli.naming import Unknown
from probity.cli.observances import add_observance
from probity.cli.setup_sheets import EXAMPLES, Column, SheetOf, setup_sheets
from probity.cli.values import Word, text_document
from probity.cli.verbs import take
from probity.words import say_number

if TYPE_CHECKING:
    from probity.cli.acts import Draft
    from probity.excel.opening import Page


class Row(NamedTuple):
    """A row of a sheet: what its cells say, by the parameters of their columns."""

    sheet: SheetOf
    number: int
    values: dict[str, Any]

    @property
    def name(self) -> str:
        """By what other rows call it."""
        return str(next(iter(self.values.values()), ""))


class Fault(NamedTuple):
    """A fault of a cell, and its place."""

    sheet: str
    row: int
    column: str
    message: str

    def __str__(self) -> str:
        row = refusal("setup_row", row=self.row)
        place = ", ".join(each for each in (self.sheet, row, self.column) if each)
        return f"{place}: {self.message}"


class SetupFaults(Refused):
    """All that is wrong with a setup workbook."""

    def __init__(self, path: str, faults: list[Fault]) -> None:
        self.faults = faults
        lines = "\n".join(f"  {fault}" for fault in faults)
        said = say_number("refused.setup_faults", language(), len(faults), path=path)
        super().__init__(f"{said}\n{lines}")


class Setup:
    """A setup workbook, read."""

    def __init__(self, path: str, rows: list[Row], faults: list[Fault]) -> None:
        self.path = path
        self.rows = rows
        self.faults = faults
        #: The names of what could not be taken, for want of which others cannot be.
        self.unread: set[str] = set()
        #: How the workbook calls its sheets, and the columns of each.
        self.titles: dict[str, str] = {}
        self.headings: dict[tuple[str, str], str] = {}

    def title_of(self, sheet: SheetOf) -> str:
        """How a sheet is called; in the language of the call if the workbook has none."""
        return self.titles.get(sheet.key) or sheet.title.to(language())

    def heading_of(self, sheet: SheetOf, column: Column) -> str:
        """The same of a column."""
        return self.headings.get((sheet.key, column.parameter)) or column.words(language())

    @property
    def institution(self) -> dict[str, str]:
        """Reads the institution from the first sheet."""
        found = self.of("institution")
        if len(found) > 1:
            self.fault(found[1], "", refusal("setup_one_institution"))
        return found[0].values if found else {}

    def of(self, key: str) -> list[Row]:
        return [row for row in self.rows if row.sheet.key == key]

    def fault(self, row: Row, column: str, message: str) -> None:
        self.faults.append(Fault(self.title_of(row.sheet), row.number, column, message))

    def need_institution(self) -> None:
        """Raises SetupFaults with what is wrong so far and the institution, which is missing."""
        sheet = setup_sheets()[0]
        message = refusal("setup_no_institution")
        heading = self.heading_of(sheet, sheet.columns[0])
        self.faults.append(Fault(self.title_of(sheet), 3, heading, message))
        self.check()

    def check(self) -> None:
        """Raises SetupFaults if anything is wrong."""
        if self.faults:
            places = {self.title_of(sheet): i for i, sheet in enumerate(setup_sheets())}
            self.faults.sort(key=lambda each: (places.get(each.sheet, -1), each.row))
            raise SetupFaults(self.path, self.faults)

    # Steps --------------------------------------------------------------------------------------

    def take(self, draft: Draft) -> None:
        """Takes each row as a step, in the order of the sheets; tasks after those for which they
        wait."""
        bad = self.bad
        self.unread |= {row.name for row in bad}
        for sheet in setup_sheets():
            if sheet.key == "institution":
                continue
            rows = [row for row in self.of(sheet.key) if row not in bad]
            if sheet.key == "bands":
                if rows:
                    self.attempt(draft, rows[0], partial(self.add_bands, rows))
                    if draft.programme.banding is None:
                        self.unread |= {row.name for row in rows}
                continue
            for row in in_order(rows):
                self.attempt(draft, row, WAYS.get(sheet.key, add_record))

    @property
    def bad(self) -> list[Row]:
        """The rows of which a cell could not be read."""
        places = {(fault.sheet, fault.row) for fault in self.faults}
        return [row for row in self.rows if (self.title_of(row.sheet), row.number) in places]

    def attempt(
        self,
        draft: Draft,
        row: Row,
        way: Callable[[Draft, Row], None],
        name: str | None = None,
    ) -> None:
        """Takes a row as a step, by which others call `name`, or that of the row. What only follows
        from another fault is not named once more."""
        before = draft.programme, list(draft.changes)
        try:
            way(draft, row)
        except Unknown as error:
            draft.programme, draft.changes = before
            if error.said not in self.unread:
                self.fault(row, "", error.message)
            self.unread.add(name or row.name)
        except (Refused, click.UsageError, pb.ProbityError) as error:
            draft.programme, draft.changes = before
            text = error.message if isinstance(error, click.ClickException) else in_words(error)
            self.fault(row, "", text)
            self.unread.add(name or row.name)

    def add_bands(self, rows: list[Row], draft: Draft, _: Row) -> None:
        title = self.institution.get("banding") or "밴드"
        bands = [
            {
                "id": row.values["id"],
                **({"title": text_document(row.values["title"])} if "title" in row.values else {}),
                "units": [draft.find("unit", each, "units") for each in row.values["units"]],
            }
            for row in rows
        ]
        draft.step("banding.added", "banding", {"title": text_document(title), "bands": bands})


def in_order(rows: list[Row]) -> list[Row]:
    """The rows with those for which others wait before them; the rest as they stand."""
    left, done, out = list(rows), set[str](), list[Row]()
    names = {row.name for row in rows}
    while left:
        ready = [
            row
            for row in left
            if all(each in done or each not in names for each in row.values.get(WAITS, ()))
        ]
        for row in ready or left:
            out.append(row)
            done.add(row.name)
        left = [row for row in left if row not in out]
    return out


WAITS = "field_depends_on"


def add_record(draft: Draft, row: Row) -> None:
    take(draft, kinds()[row.sheet.kind], dict(row.values))


def add_council(draft: Draft, row: Row) -> None:
    """A council, its charter and its cadence, as far as the row says them."""
    charter = kinds()["council.charter_adopted"]
    assert charter.body is not None
    of_charter = {f"field_{'_'.join(path)}" for path, _ in plain_fields(charter.body)}
    of_council = {f"field_{each}" for each in ("id", "name", "name_en", "reports_to")}
    take(
        draft,
        kinds()["council.established"],
        {key: value for key, value in row.values.items() if key in of_council},
    )
    council = draft.changes[-1].event.subject
    terms = {key: value for key, value in row.values.items() if key in of_charter - of_council}
    if terms:
        take(draft, charter, {"subject": council, **terms})
    if "cadence" in row.values:
        cadence = kinds()["council.cadence_changed"]
        take(draft, cadence, {"subject": council, "field_cadence": row.values["cadence"]})


def add_day(draft: Draft, row: Row) -> None:
    values = row.values
    words = text_document(values.get("title", values["id"]), values.get("title_en"))
    add_observance(draft, values["id"], values["kind"], words, values["rule"])


WAYS: dict[str, Callable[[Draft, Row], None]] = {"councils": add_council, "observances": add_day}

# Cells --------------------------------------------------------------------------------------------


def read_setup(path: str) -> Setup:
    """The rows of a setup workbook, and what is wrong with its cells.

    Raises DocumentError for a file that is no workbook, or too large.
    """
    from probity.excel.opening import bytes_of, open_pages

    name, data = bytes_of(path)
    setup = Setup(name, [], [])
    with open_pages(name, data) as pages:
        for page in pages:
            if not page.is_visible:
                continue
            sheet = sheet_called(page.title)
            if sheet is None:
                titles = ", ".join(map(setup.title_of, setup_sheets()))
                message = refusal("setup_no_sheet", titles=titles)
                setup.faults.append(Fault(page.title, 1, "", message))
                continue
            setup.titles[sheet.key] = page.title.strip()
            read_sheet(setup, page, sheet)
    return setup


def sheet_called(title: str) -> SheetOf | None:
    wanted = title.strip().casefold()
    for sheet in setup_sheets():
        if wanted in (sheet.title.korean.casefold(), sheet.title.english.casefold()):
            return sheet
    return None


def read_sheet(setup: Setup, page: Page, sheet: SheetOf) -> None:
    from probity.excel.reading import LAST_COLUMN, LAST_ROW

    columns: list[Column | None] = []
    for number, cells in enumerate(page.rows(LAST_ROW, LAST_COLUMN), start=1):
        texts = page.texts(cells)
        if number == 1:
            columns = [column_called(setup, sheet, text) for text in texts]
            missing = [each for each in sheet.columns if each.needed and each not in columns]
            for each in missing:
                message = refusal("setup_no_column")
                setup.faults.append(
                    Fault(setup.title_of(sheet), 1, each.words(language()), message)
                )
            continue
        formulas = [
            place for place in range(1, len(texts) + 1) if (number, place) in page.scan.formulas
        ]
        if not (any(texts) or formulas) or texts[0].startswith(
            tuple(each.strip() for each in EXAMPLES.values())
        ):
            continue
        row = Row(sheet, number, {})
        for place, (text, column) in enumerate(zip(texts, columns, strict=False), start=1):
            if place in formulas:
                heading = setup.heading_of(sheet, column) if column else ""
                setup.fault(row, heading, refusal("setup_formula"))
            elif text and column is not None:
                read_cell(setup, row, column, text)
        for column in sheet.columns:
            if column.needed and column in columns and column.parameter not in row.values:
                known = [each for each in setup.faults if each.row == number]
                heading = setup.heading_of(sheet, column)
                if not any(each.column == heading for each in known):
                    setup.fault(row, heading, refusal("setup_needed"))
        setup.rows.append(row)


def column_called(setup: Setup, sheet: SheetOf, text: str) -> Column | None:
    """The column of a heading, in either language; a fault for one that is none."""
    wanted = text.rstrip("* ").strip()
    if not wanted:
        return None
    for column in sheet.columns:
        if wanted.casefold() in (column.korean.casefold(), column.english.casefold()):
            setup.headings[sheet.key, column.parameter] = wanted
            return column
    allowed = ", ".join(each.words(language()) for each in sheet.columns)
    message = refusal("setup_no_column_called", allowed=allowed)
    setup.faults.append(Fault(setup.title_of(sheet), 1, wanted, message))
    return None


def read_cell(setup: Setup, row: Row, column: Column, text: str) -> None:
    """Puts what a cell says into its row, as an option of a verb would."""
    try:
        row.values[column.parameter] = value_of(column, text)
    except (click.UsageError, Refused, ValueError) as error:
        why = error.message if isinstance(error, click.ClickException) else in_words(error)
        setup.fault(row, setup.heading_of(row.sheet, column), why.removeprefix("date: "))


def value_of(column: Column, text: str) -> Any:
    if column.is_list:
        return tuple(each.strip() for each in re.split("[;,\n]", text) if each.strip())
    if column.names:
        return Word(column.names).convert(text, None, None)
    if column.kind == "truth":
        return truth(text)
    if column.kind == "date":
        return Day().convert(text, None, None)
    if column.kind == "integer":
        if not re.fullmatch(r"-?\d{1,9}", text):
            raise ValueError(refusal("no_number", value=repr(text)))
        return int(text)
    return text


#: Other words of officials for yes and no.
ALSO = {True: ("o", "○", "y"), False: ("x", "×", "n", "아니오")}


def truth(text: str) -> bool:
    from probity.labels import FLAGS

    for flag, words in FLAGS.items():
        known = {words.korean, words.english.casefold(), str(flag).casefold(), *ALSO[flag]}
        if text.casefold() in known:
            return flag
    allowed = ", ".join(f"{words.korean} ({words.english})" for words in FLAGS.values())
    raise ValueError(refusal("setup_no_truth", value=repr(text), allowed=allowed))
