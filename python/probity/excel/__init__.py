"""Workbooks of Excel: forms to fill in, tables to import, bad rows handed back.

    pb.excel.template("office.xlsx", programme)      # the form, with drop-downs of the programme
    book = pb.excel.read("office.xlsx")              # what was filled in
    try:
        programme = pb.import_rows(programme, **book, on="2026-03-02", by="integrity-team")
    except pb.ImportErrors as errors:
        errors.annotate("office-to-mend.xlsx")       # bad rows with the reason beside them

All of it takes the package openpyxl (the extra probity[excel]), which is loaded at the first call.
"""

from probity.excel.reading import read
from probity.excel.table import SheetTable, Workbook
from probity.excel.template import template

__all__ = ["SheetTable", "Workbook", "read", "template"]
