"""dateutil as a filter, by the same protocol as reference_dates."""

import sys
from datetime import datetime

from dateutil.rrule import rrulestr


def answer(line):
    rule, start, begin, end = line.rstrip("\n").split("\t")
    start, begin, end = (datetime.fromisoformat(day) for day in (start, begin, end))
    dates = []
    for moment in rrulestr(rule, dtstart=start):
        if moment >= end:
            break
        if moment >= begin:
            dates.append(f"{moment.year:04}-{moment.month:02}-{moment.day:02}")
    return " ".join(dates)


for line in sys.stdin:
    try:
        print(answer(line), flush=True)
    except Exception as error:  # whatever it is, it is the answer
        print(f"error: {type(error).__name__}: {error}".replace("\n", " "), flush=True)
