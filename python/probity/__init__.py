"""Integrity calendars, recurring dates and working days.

>>> import probity as pb
>>> pb.third_week(start="2026-01-01").nth(2)
Interval('2026-03-16', '2026-03-23')
>>> pb.WorkCalendar.korea().add("2026-02-13", 1)
datetime.date(2026, 2, 19)

Every date argument takes a datetime.date, numpy.datetime64, pandas.Timestamp or "2026-03-18". All
intervals are half-open, [begin, end); end=None has no end. Bad input raises a ProbityError, which
is a ValueError.

Importing this package loads neither NumPy nor pandas: they load when an array is asked for.
"""

from probity import examples
from probity._core import (
    FR,
    MO,
    SA,
    SU,
    TH,
    TU,
    WE,
    Activity,
    ActivityDate,
    Agenda,
    AgendaEntry,
    Band,
    Banding,
    Brief,
    BriefLine,
    BurnupPoint,
    ByRule,
    ByWeek,
    CadenceVersion,
    Changes,
    Conflict,
    Council,
    Coverage,
    CoverageGap,
    CoverageRow,
    DateError,
    DateReason,
    DateSet,
    DayChange,
    DayState,
    DeclaredCount,
    DocumentError,
    Due,
    DutyShortfall,
    DutyStanding,
    EarlierDate,
    EveryMonths,
    EvidenceRow,
    Head,
    Holiday,
    HorizonError,
    IcsReport,
    IcsSeries,
    ImportErrors,
    InEach,
    Institution,
    Interval,
    LunarDate,
    Meeting,
    Move,
    NthWeekday,
    Observance,
    Occasion,
    Occurrence,
    OnDates,
    OverdueGroup,
    OverdueTask,
    ProbityError,
    Programme,
    Progress,
    Proposal,
    Quota,
    QuotaFact,
    Reconciliation,
    RecordedOccurrence,
    Recurrence,
    RiskArea,
    RolledDates,
    RowError,
    Rule,
    RuleError,
    RuleVersion,
    RunnerUp,
    Slot,
    Source,
    Spans,
    Task,
    TimesAYear,
    UndatedEntry,
    Verdict,
    View,
    WeekComparison,
    WeekConvention,
    Weekday,
    WeekDifference,
    WeekOfMonth,
    WorkCalendar,
    __version__,
    changed_cadence,
    expand,
    is_bridge,
    load,
    nth_week,
    nth_weekday,
    programme_schema,
    propose,
    slots,
    third_wednesday,
    third_week,
    weekday_of_week,
)
from probity.text import Text

# `typing` itself takes longer to import than the rest of the package.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from probity import ics as ics
    from probity import korean as korean
    from probity.imports import import_rows as import_rows
    from probity import plot as plot
    from probity.korean_rule import KoreanRule as KoreanRule
    from probity.korean_rule import Reading as Reading
    from probity.korean_rule import ReadingDifference as ReadingDifference
    from probity.korean_rule import parse_korean as parse_korean
    from probity.tables import Table as Table
else:
    # What is loaded when it is first named.
    _LATER = {
        "KoreanRule": "korean_rule",
        "Reading": "korean_rule",
        "ReadingDifference": "korean_rule",
        "Table": "tables",
        "ics": "",
        "import_rows": "imports",
        "korean": "",
        "parse_korean": "korean_rule",
        "plot": "",
    }

    def __getattr__(name):
        from importlib import import_module

        if name not in _LATER:
            raise AttributeError(f"module 'probity' has no attribute {name!r}")
        module = import_module(f"probity.{_LATER[name] or name}")
        value = getattr(module, name) if _LATER[name] else module
        globals()[name] = value
        return value

    def __dir__():
        return sorted({*globals(), *_LATER})


del TYPE_CHECKING

__all__ = [
    "FR",
    "MO",
    "SA",
    "SU",
    "TH",
    "TU",
    "WE",
    "Activity",
    "ActivityDate",
    "Agenda",
    "AgendaEntry",
    "Band",
    "Banding",
    "Brief",
    "BriefLine",
    "BurnupPoint",
    "ByRule",
    "ByWeek",
    "CadenceVersion",
    "Changes",
    "Conflict",
    "Council",
    "Coverage",
    "CoverageGap",
    "CoverageRow",
    "DateError",
    "DateReason",
    "DateSet",
    "DayChange",
    "DayState",
    "DeclaredCount",
    "DocumentError",
    "Due",
    "DutyShortfall",
    "DutyStanding",
    "EarlierDate",
    "EveryMonths",
    "EvidenceRow",
    "Head",
    "Holiday",
    "HorizonError",
    "IcsReport",
    "IcsSeries",
    "ImportErrors",
    "InEach",
    "Institution",
    "Interval",
    "KoreanRule",
    "LunarDate",
    "Meeting",
    "Move",
    "NthWeekday",
    "Observance",
    "Occasion",
    "Occurrence",
    "OnDates",
    "OverdueGroup",
    "OverdueTask",
    "ProbityError",
    "Programme",
    "Progress",
    "Proposal",
    "Quota",
    "QuotaFact",
    "Reading",
    "ReadingDifference",
    "Reconciliation",
    "RecordedOccurrence",
    "Recurrence",
    "RiskArea",
    "RolledDates",
    "RowError",
    "Rule",
    "RuleError",
    "RuleVersion",
    "RunnerUp",
    "Slot",
    "Source",
    "Spans",
    "Table",
    "Task",
    "Text",
    "TimesAYear",
    "UndatedEntry",
    "Verdict",
    "View",
    "WeekComparison",
    "WeekConvention",
    "WeekDifference",
    "WeekOfMonth",
    "Weekday",
    "WorkCalendar",
    "__version__",
    "changed_cadence",
    "examples",
    "expand",
    "ics",
    "import_rows",
    "is_bridge",
    "korean",
    "load",
    "nth_week",
    "nth_weekday",
    "parse_korean",
    "plot",
    "programme_schema",
    "propose",
    "slots",
    "third_wednesday",
    "third_week",
    "weekday_of_week",
]
