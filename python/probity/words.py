"""Words in both languages, and dates as each writes them: what pages, tables and pictures share."""

from __future__ import annotations

from probity import korean

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime

    from probity._core import Agenda, AgendaEntry, Holiday
    from probity.types import Language

#: Monday first.
WEEKDAYS: dict[str, tuple[str, ...]] = {
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    "ko": korean.WEEKDAYS,
}

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

#: The states of a task that is done, and of one that is given up; in all others it is open.
DONE = ("verified", "closed")
DROPPED = ("rejected", "withdrawn", "superseded")


def observance_titles(agenda: Agenda, lang: Language) -> dict[str, str]:
    """The titles of the observances in an agenda, by id."""
    return {entry.id: entry.title.to(lang) for entry in agenda if entry.kind in ("week", "day")}


def month_title(month: int, lang: Language) -> str:
    """ "3월", "March"."""
    return f"{month}월" if lang == "ko" else MONTHS[month - 1]


def date_text(date: datetime.date, lang: Language) -> str:
    """ "2026. 3. 18.", as Korean offices write dates; "18 March 2026"."""
    if lang == "ko":
        return korean.date(date)
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def short_date(date: datetime.date, lang: Language) -> str:
    """A date of a year that is known: "3. 18.", "18 Mar"."""
    if lang == "ko":
        return korean.date(date, year=False)
    return f"{date.day} {MONTHS[date.month - 1][:3]}"


def date_with_weekday(date: datetime.date, lang: Language) -> str:
    """A date of a year that is known: "3. 18.(수)", "Wed 18 Mar"."""
    if lang == "ko":
        return korean.date(date, year=False, weekday=True)
    return f"{WEEKDAYS[lang][date.weekday()]} {short_date(date, lang)}"


def short_range(first: datetime.date, last: datetime.date, lang: Language) -> str:
    """ "3. 16. ~ 3. 22.", "16-22 Mar"; of one day that day."""
    if first == last:
        return short_date(first, lang)
    if lang == "ko":
        return f"{short_date(first, lang)} ~ {short_date(last, lang)}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}-{short_date(last, lang)}"
    return f"{short_date(first, lang)} - {short_date(last, lang)}"


def hours_text(entry: AgendaEntry) -> str:
    """ "15:20", or "15:20-16:30" if the end is known; empty if neither is."""
    if entry.begins is None:
        return ""
    begins = korean.time(entry.begins)
    return begins if entry.ends is None else f"{begins}-{korean.time(entry.ends)}"


def holiday_name(holiday: Holiday, lang: Language) -> str:
    """The name in a language; the other one's if it has none."""
    if lang == "ko":
        return holiday.name or holiday.name_en
    return holiday.name_en or holiday.name


def holiday_basis(holiday: Holiday, lang: Language) -> str:
    """By what it is a holiday, in a language; the other one's words if it has none."""
    if lang == "ko":
        return holiday.basis or holiday.basis_en
    return holiday.basis_en or holiday.basis
