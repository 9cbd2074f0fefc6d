"""Records as tables: frames for analysts, files for spreadsheets, Arrow for everything else.

A Table is a sequence of records of one kind, as `WorkCalendar.holidays` and `Programme.tasks` give
it:

>>> import probity as pb
>>> holidays = pb.WorkCalendar.korea().holidays("2026-01-01", "2027-01-01")
>>> len(holidays), holidays[0].name_en
(22, "New Year's Day")
>>> holidays.to_frame(lang="ko").dtypes["date"]
dtype('<M8[s]')

COLUMNS says once which columns a kind of record has. Their names are the same in both languages, so
that a program that reads them works with either; the texts in them, and the labels that head a
file's columns, are in the language asked for.
"""

from probity.tables.column import Column
from probity.tables.columns import COLUMNS
from probity.tables.table import ArrowColumns, Table, Tabular, Verdicts, report

__all__ = ["COLUMNS", "ArrowColumns", "Column", "Table", "Tabular", "Verdicts", "report"]
