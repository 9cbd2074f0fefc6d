"""The classes of difference between the reference and other engines, each by a predicate.

compare.py finds the differences, and docs/recurrence-differences.md explains each class.
"""

from collections.abc import Callable
from dataclasses import dataclass


class Case:
    """A rule, what the reference says of it and what one engine says."""

    def __init__(self, rule, start, expected, got):
        self.rule, self.start, self.expected = rule, start, expected
        self.error = got.removeprefix("error: ") if got.startswith("error: ") else None
        self.got = [] if self.error else got.split()
        self.parts = dict(part.split("=") for part in rule.split(";"))
        self.frequency = self.parts["FREQ"]
        self.interval = int(self.parts.get("INTERVAL", 1))
        self.year = int(start[:4])

    def has(self, *names):
        return all(name in self.parts for name in names)

    def values(self, name):
        return self.parts[name].split(",") if name in self.parts else []

    def numbers(self, name):
        return [int(value) for value in self.values(name)]

    @property
    def ordinals(self):
        return [int(day[:-2]) for day in self.values("BYDAY") if len(day) > 2]

    @property
    def wrong(self):
        return self.error is not None or self.got != self.expected

    @property
    def last_expected(self):
        """After it a COUNT that began elsewhere may go on."""
        return self.expected[-1] if self.has("COUNT") and self.expected else "9999-12-31"

    @property
    def repeats(self):
        """Does a list of the rule name one thing twice?"""
        names = ("BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYDAY", "BYSETPOS")
        return any(len(set(self.values(name))) < len(self.values(name)) for name in names)

    @property
    def refused(self):
        return self.error is not None and self.error not in ("timeout", "crash")

    def first_difference(self):
        """Two or three dates of each side from where they part."""
        i = 0
        while i < min(len(self.expected), len(self.got)) and self.expected[i] == self.got[i]:
            i += 1
        said = " ".join(self.got[i : i + 3]) or "none"
        if self.error:
            said = "no answer" if self.error == "timeout" else self.error.split(":")[0].lower()
        return " ".join(self.expected[i : i + 3]) or "none", said


def near_the_edge_of_the_year(week):
    return abs(week) in (1, 2, 51, 52, 53)


@dataclass
class Difference:
    name: str
    section: str
    standard: str  # what the standard says
    engines: str  # what the engines do
    of: Callable[[str, Case], bool]


# In this order: the first that holds names the difference.
DIFFERENCES = [
    Difference(
        "years out of range",
        "RFC 5545, 3.3.4",
        "A date has any year of four digits.",
        "Refuses a rule that starts after 2582.",
        lambda engine, c: engine == "libical" and c.error and c.year > 2582,
    ),
    Difference(
        "Julian before 1582",
        "RFC 5545, 3.3.4 and 3.3.10",
        "Dates are those of ISO 8601, so Gregorian throughout.",
        "Reckons weekdays and leap days in the Julian calendar before October 1582.",
        lambda engine, c: engine == "libical" and c.year < 1583,
    ),
    Difference(
        "parts refused together",
        "RFC 5545, 3.3.10",
        "The table of the parts allows YEARLY to join BYMONTH, BYWEEKNO, BYYEARDAY and "
        "BYMONTHDAY: a day must satisfy each.",
        "Refuses any two of BYWEEKNO, BYYEARDAY and BYMONTHDAY, BYMONTH with BYYEARDAY, and "
        "BYMONTH with BYWEEKNO unless there is BYDAY.",
        lambda engine, c: (
            engine == "libical"
            and c.refused
            and (
                sum(map(c.has, ("BYWEEKNO", "BYYEARDAY", "BYMONTHDAY"))) > 1
                or c.has("BYMONTH", "BYYEARDAY")
                or (c.has("BYMONTH", "BYWEEKNO") and not c.has("BYDAY"))
            )
        ),
    ),
    Difference(
        "no dates is an error",
        "RFC 5545, 3.3.10",
        "A date that does not exist is ignored and not counted: a rule may be left with none.",
        "Takes a rule that matches nothing to be malformed.",
        lambda engine, c: engine == "libical" and c.refused and not c.expected,
    ),
    Difference(
        "plain and numbered weekdays",
        "RFC 5545, 3.3.10",
        "BYDAY is a list, each value of which may have a number or not: `MO,1FR` is every Monday "
        "and the first Friday.",
        "Asks a day to be both, and so mostly finds none.",
        lambda engine, c: (
            engine in ("dateutil", "rrule.js") and 0 < len(c.ordinals) < len(c.values("BYDAY"))
        ),
    ),
    Difference(
        "numbers past the month",
        "RFC 5545, 3.3.10",
        "A value beyond what there is, such as a sixth Tuesday of May, is ignored.",
        "Fails with an IndexError.",
        lambda engine, c: (
            engine == "dateutil"
            and (c.error or "").startswith("IndexError")
            and any(abs(n) > 5 for n in c.ordinals)
        ),
    ),
    Difference(
        "no end to a rule without dates",
        "RFC 5545, 3.3.10",
        "A rule that matches nothing has no dates.",
        "Searches to the end of its calendar before it says so, or for ever.",
        lambda engine, c: c.error == "timeout" and not c.expected,
    ),
    Difference(
        "week number alone",
        "RFC 5545, 3.3.10",
        "What a rule leaves out is taken from DTSTART: `BYWEEKNO=20` without BYDAY is DTSTART's "
        "weekday of week 20.",
        "dateutil and rrule.js give the whole week; libical gives days of other weeks, and "
        "sometimes crashes.",
        lambda engine, c: (
            c.has("BYWEEKNO")
            and not c.has("BYDAY")
            and not c.has("BYMONTHDAY")
            and not c.has("BYYEARDAY")
        ),
    ),
    Difference(
        "positions past the end",
        "RFC 5545, 3.3.10",
        "A position that the set does not have chooses nothing.",
        "Chooses some date all the same where a negative position is beyond the set.",
        lambda engine, c: (
            engine == "rrule.js" and any(position < -1 for position in c.numbers("BYSETPOS"))
        ),
    ),
    Difference(
        "week numbers from the end, and other first days",
        "RFC 5545, 3.3.10",
        "Weeks are numbered as ISO 8601 does, from WKST; week -1 is the year's last, be that 52 "
        "or 53.",
        "Miscounts negative weeks, and weeks that do not begin on Monday.",
        lambda engine, c: (
            engine == "libical"
            and c.has("BYWEEKNO")
            and (min(c.numbers("BYWEEKNO")) < 0 or c.parts.get("WKST", "MO") != "MO")
        ),
    ),
    Difference(
        "weeks over the edge of the year",
        "RFC 5545, 3.3.10",
        "Week 1 is the first with four days in the year, so a week may have days of two years: "
        "1 January 2011 is in week 52 of 2010. BYSETPOS and INTERVAL go by the week's year.",
        "Goes by the calendar year: loses or adds days beyond 31 December, steps INTERVAL from "
        "DTSTART's calendar year.",
        lambda engine, c: (
            c.has("BYWEEKNO")
            and (
                c.interval > 1
                or c.has("BYSETPOS")
                or any(near_the_edge_of_the_year(week) for week in c.numbers("BYWEEKNO"))
            )
        ),
    ),
    Difference(
        "positions ignored",
        "RFC 5545, 3.3.10",
        "BYSETPOS chooses the n-th of the set of one interval of the rule, whatever its FREQ.",
        "Ignores BYSETPOS with DAILY and WEEKLY, and with YEARLY where BYMONTH alone sets the "
        "days.",
        lambda engine, c: (
            engine == "libical"
            and c.has("BYSETPOS")
            and (
                c.frequency in ("DAILY", "WEEKLY")
                or not any(map(c.has, ("BYDAY", "BYMONTHDAY", "BYYEARDAY")))
            )
        ),
    ),
    Difference(
        "dates given twice or out of order",
        "RFC 5545, 3.8.5.3",
        "Duplicates are one instance; BYSETPOS chooses from an ordered set.",
        "Gives a date as often as its rule names it (`BYSETPOS=1,-1` of one date, `BYDAY=SA,SA`),"
        " or in the order of the positions; COUNT then runs out early.",
        lambda engine, c: (
            engine in ("rrule.js", "libical")
            and not c.error
            and (
                sorted(set(c.got)) == c.expected
                or (
                    c.has("COUNT") and set(c.got) < set(c.expected) and len(set(c.got)) < len(c.got)
                )
            )
        ),
    ),
    Difference(
        "positions in the first week",
        "RFC 5545, 3.3.10",
        "BYSETPOS counts in the whole interval, here the week as WKST bounds it, also where "
        "DTSTART lies inside it.",
        "Counts the first week from DTSTART.",
        lambda engine, c: (
            engine in ("dateutil", "rrule.js")
            and c.frequency == "WEEKLY"
            and c.has("BYSETPOS")
            and all(date in c.expected or date > c.last_expected for date in c.got[8:])
        ),
    ),
    Difference(
        "month day without a month",
        "RFC 5545, 3.3.10",
        "With YEARLY, BYMONTHDAY expands: `YEARLY;BYMONTHDAY=29` is the 29th of every month.",
        "Only in the month of DTSTART. So does ical.js (Thunderbird); dateutil and rrule.js read "
        "every month.",
        lambda engine, c: (
            engine == "libical"
            and c.frequency == "YEARLY"
            and c.has("BYMONTHDAY")
            and not c.has("BYMONTH")
        ),
    ),
    Difference(
        "negative month days of a daily rule",
        "RFC 5545, 3.3.10",
        "With DAILY, BYMONTHDAY limits, and -1 is the last day of the month.",
        "Never matches a negative month day.",
        lambda engine, c: (
            engine == "libical"
            and c.frequency == "DAILY"
            and any(day < 0 for day in c.numbers("BYMONTHDAY"))
        ),
    ),
    Difference(
        "first day of a weekly rule's weeks",
        "RFC 5545, 3.3.10",
        "WKST says where a week begins, which matters where INTERVAL leaves weeks out.",
        "Puts the first week elsewhere, with another WKST than Monday, or with Sunday, which then "
        "ends the week.",
        lambda engine, c: (
            engine == "libical"
            and c.frequency == "WEEKLY"
            and c.interval > 1
            and (c.parts.get("WKST", "MO") != "MO" or "SU" in c.values("BYDAY"))
        ),
    ),
]


def name_of(engine, case):
    for difference in DIFFERENCES:
        if difference.of(engine, case):
            return difference.name
    return None
