"""The readings of a Korean sentence."""

from __future__ import annotations

import datetime
from dataclasses import replace

from probity._core import Rule
from probity._sentences.korean.agreement import check_times
from probity._sentences.korean.periods import PeriodReader
from probity._sentences.korean.plan import EVERY_DAY, MONDAY_TO_FRIDAY, Plan
from probity._sentences.korean.rules import CODES, described, gives_a_day, noted, of_rule
from probity._sentences.reading import CLOSED, Reading, Term
from probity._sentences.scanning import SentenceScanner
from probity.text import Text


def readings_of(plan: Plan, scanner: SentenceScanner) -> tuple[tuple[Reading, ...], bool]:
    """The readings of a plan, and whether its periods are years."""
    return _Reader(plan, scanner).readings()


class _Reader(PeriodReader):
    def readings(self) -> tuple[tuple[Reading, ...], bool]:
        plan = self.plan
        if any(_has_span(other) for other in plan.others):
            found = self._with_others(self._occurrences())
        else:
            # 3월과 9월 1일부터 10일간: the span is of each.
            found = self._spanned(self._with_others(self._bases()))
        found = [self._without(reading) for reading in found]
        if plan.begins is not None:
            found = [replace(reading, begins=plan.begins) for reading in found]
        self._check_that_there_are_days(found)
        check_times(self, found)
        if plan.roll:
            found = self._rolled(found)
        elif plan.deadline and plan.shift + plan.working_shift >= 0:
            found = [*found[:1], *self._legal_day(found[0]), *found[1:]]
        return tuple(merged(found)), self.freq == "YEARLY"

    def _occurrences(self) -> list[Reading]:
        return self._spanned(self._bases())

    def _spanned(self, found: list[Reading]) -> list[Reading]:
        """Readings moved and lengthened as the sentence says."""
        plan = self.plan
        if plan.shift or plan.working_shift:
            found = [self.shifted(reading) for reading in found]
        if plan.around is not None:
            found = [self.around(reading) for reading in found]
        if plan.lasts is not None:
            found = [self.lasting(reading) for reading in found]
        if plan.to is not None:
            end = _Reader(replace(plan.to, count=None, until=None), self.scanner)
            found = self.running(found, end._occurrences())
        return found

    def _bases(self) -> list[Reading]:
        plan = self.plan
        if plan.feasts:
            return self.feasts()
        if plan.after_period:
            return self.after_period()
        if plan.whole_months:
            return self.whole_months()
        if plan.containing:
            return self.weeks_that_contain()
        if plan.weeks:
            return self.weeks()
        if plan.working is not None:
            return self.working()
        return self._plain()

    def _plain(self) -> list[Reading]:
        plan = self.plan
        if plan.week_numbers and not plan.weekdays:
            # 연중 20번째 주: the whole week, from its Monday.
            first = self.plain(BYDAY=CODES[plan.week_start or 0])
            title = noted(described(first), Text("부터 7일간", "for 7 days"))
            return [Reading(title, ("SPAN",), None, (Term(first),), 7, rule=first)]
        readings = [of_rule(self.plain())]
        if plan.weekdays == MONDAY_TO_FRIDAY and not plan.by_name and not plan.ordinals:
            readings += self._on_working_days(readings[0].rule)
        readings += self._as_span()
        limited = plan.months or plan.skip or plan.weekdays or plan.positions or plan.lunar
        if any(n > 28 for n in plan.month_days) and self.freq == "MONTHLY" and not limited:
            # Where a month has no 31st, its last day may be meant.
            self.plan = replace(plan, skip="BACKWARD")
            readings.append(of_rule(self.plain()))
            self.plan = plan
        return readings

    def _as_span(self) -> list[Reading]:
        """매월 1~10일 may mean one run of ten days."""
        plan = self.plan
        days = sorted(set(plan.month_days))
        other = plan.weekdays or plan.ordinals or plan.positions or plan.year_days or plan.skip
        run = len(days) > 2 and days == list(range(days[0], days[0] + len(days)))
        if other or plan.week_numbers or not run or plan.count is not None:
            return []
        if plan.to or plan.around or plan.lasts or plan.shift or plan.roll or plan.deadline:
            return []
        if plan.omits or plan.out or plan.others or plan.begins:
            return []
        first = self.rule(BYMONTHDAY=days[0])
        words = described(first)
        note = Text(f"부터 {len(days)}일간", f"for {len(days)} days")
        title = noted(words, note)
        return [Reading(title, ("SPAN",), None, (Term(first),), len(days), rule=first)]

    def _on_working_days(self, rule: Rule | None) -> list[Reading]:
        """평일 may mean working days: Monday to Friday less the holidays."""
        plan = self.plan
        if self.interval != 1 or plan.count is not None or len(plan.positions) > 1:
            return []
        if plan.positions:
            if (len(plan.months) > 1 and plan.together) or self.freq == "WEEKLY":
                return []
            if plan.in_year:
                return []
            self.plan = replace(plan, weekdays=[], positions=[], working=plan.positions[0])
        else:
            self.plan = replace(plan, working=0)
        readings = self.working()[:1]
        self.plan = plan
        return readings

    # ------------------------------------------------------------------ what changes days

    def _with_others(self, readings: list[Reading]) -> list[Reading]:
        """The other days of the sentence joined to each reading: as it reads them, if it reads them
        in as many ways, else as they are usually read."""
        for other in self.plan.others:
            if self.plan.count is not None:
                self.fail(f"{self.plan.count} times of several: say how often for one", 0)
            plan = replace(other, until=self.plan.until, months_out=self.plan.months_out)
            more = _Reader(plan, self.scanner)._occurrences()
            if len(more) != len(readings):
                more = more[:1] * len(readings)
            pairs = list(zip(readings, more, strict=True))
            if not _are_alike(*pairs[0]):
                self.fail("days, weeks and working days are not of one kind: say each alone", 0)
            readings = [_joined(*pair) for pair in pairs if _are_alike(*pair)]
        return readings

    def _without(self, reading: Reading) -> Reading:
        """What is left out: 마지막 금요일 제외, 공휴일 제외."""
        plan = self.plan
        terms: list[Term] = []
        titles: list[Text] = []
        for inner in plan.out:
            shorter = {name for name, _ in inner.heads} & {"WEEKLY", "DAILY"}
            heads = [("MONTHLY", 1)] if shorter or not inner.heads else inner.heads
            heads = [("YEARLY", 1)] if inner.feasts else heads
            days = inner.weekdays and not (inner.month_days or inner.weeks or inner.months)
            inner = replace(inner, heads=[("WEEKLY", 1)] if days else heads, each_week=True)
            if inner.weeks and not inner.weekdays:
                inner.weekdays = plan.weekdays or [n for _, n in plan.ordinals] or EVERY_DAY
            for each in _Reader(inner, self.scanner)._occurrences()[:1]:
                terms += _each_day(each)
                titles.append(each.title)
        weekend = tuple(kind for kind in plan.omits if kind != "holiday")
        if plan.omits == weekend and weekend:
            days_off = [5] * ("saturday" in weekend) + [6] * ("sunday" in weekend)
            rule = Rule("FREQ=WEEKLY;BYDAY=" + ",".join(CODES[i] for i in days_off))
            terms.append(Term(rule))
            titles.append(described(rule))
        elif plan.omits:
            if plan.deadline:
                self.fail("a deadline on a day off: is it moved, or are days off not counted", 0)
            if reading.of_spans:
                self.fail("days off are left out of days, not of weeks or spans", 0)
            note = Text("공휴일 제외", "no public holiday")
            reading = replace(
                reading, title=noted(reading.title, note), omits=plan.omits, rule=None
            )
        if not terms:
            return reading
        if reading.needs_workdays and reading.working_day:
            self.fail("days are left out of days that are named, not of working days", 0)
        names = " / ".join(each.korean for each in titles)
        english = " / ".join(each.english for each in titles)
        note = Text(f"{names} 제외", f"not {english}")
        return replace(
            reading, title=noted(reading.title, note), without=tuple(terms), rule=self._rest(terms)
        )

    def _rest(self, terms: list[Term]) -> Rule | None:
        """Every day less some weekdays is a rule of the others."""
        if self.freq != "DAILY" or self.interval > 1 or self.plan.months:
            return None
        out = {code for term in terms for code in _plain_weekdays(term.anchors)}
        left = [code for code in CODES if code not in out]
        return self.rule_of("WEEKLY", BYDAY=left) if out and left else None

    def _rolled(self, readings: list[Reading]) -> list[Reading]:
        """What becomes of a day off: first as the sentence says it, then as it may be meant."""
        plan = self.plan
        ways = [(plan.moves, plan.to_what)]
        if plan.to_what == "day":
            ways.append((plan.moves, "other_day"))
        if (CLOSED, "working_day") not in ways:
            ways.append((CLOSED, "working_day"))
        usual = [self._moved(readings[0], *way) for way in ways]
        return usual + [self._moved(reading, *ways[0]) for reading in readings[1:]]

    def _moved(self, reading: Reading, moves: tuple[str, ...], to: str) -> Reading:
        if reading.of_spans:
            self.fail("a day is moved to a working day, not a week", 0)
        if reading.working_day is not None:
            self.fail("a working day is no day off that could be moved", 0)
        off, off_english = _DAYS_OFF[moves]
        following = self.plan.roll == "following"
        where = {
            "working_day": ("다음 근무일" if following else "직전 근무일"),
            "day": ("다음 날" if following else "전날"),
            "other_day": (f"{off}이 아닌 다음 날" if following else f"{off}이 아닌 전날"),
            "week": ("다음 주 같은 요일" if following else "지난 주 같은 요일"),
        }[to]
        side = "next" if following else "last"
        english = {
            "working_day": f"{side} working day",
            "day": "day after" if following else "day before",
            "other_day": f"{side} day that is none",
            "week": "same weekday a week later" if following else "same weekday a week before",
        }[to]
        note = Text(f"{off}이면 {where}", f"on {off_english} the {english}")
        names = reading.names if (moves, to) == (self.plan.moves, self.plan.to_what) else ("MOVED",)
        return replace(
            reading,
            title=noted(reading.title, note),
            names=names,
            roll=self.plan.roll,
            moves=moves,
            to=to,
            rule=None,
        )

    def _legal_day(self, reading: Reading) -> list[Reading]:
        """The day on which a period ends in law, if its last day is a Saturday or a public
        holiday: the next working day (Civil Act, Article 161)."""
        if reading.of_spans or reading.needs_workdays:
            return []
        note = Text(
            "말일이 토요일 또는 공휴일이면 다음 날, 「민법」 제161조",
            "ends on the next working day, Civil Act Article 161",
        )
        title = noted(reading.title, note)
        return [replace(reading, title=title, names=("LEGAL_DAY",), roll="following", rule=None)]

    # ------------------------------------------------------------------ checks

    def _check_that_there_are_days(self, readings: list[Reading]) -> None:
        if self.plan.lunar or (self.plan.until and self.plan.until.year < 2400):
            return
        for term in readings[0].terms:
            if not gives_a_day(term.anchors):
                self.fail(f"there is no such day: {term.anchors} gives none", 0)


def _has_span(plan: Plan) -> bool:
    spans = (plan.shift, plan.working_shift, plan.around, plan.lasts, plan.to)
    return any(spans)


def _are_alike(a: Reading, b: Reading) -> bool:
    return (a.length == 1) == (b.length == 1) and not (a.needs_workdays or b.needs_workdays)


def _joined(a: Reading, b: Reading) -> Reading:
    title = Text(
        f"{a.title.korean}, {b.title.korean}",
        f"{a.title.english}; {b.title.english}",
    )
    if a.length == b.length:
        return replace(a, title=title, terms=a.terms + b.terms, rule=None)
    terms = (*_with_last_days(a), *_with_last_days(b))
    return replace(a, title=title, terms=terms, length=0, rule=None)


def _with_last_days(reading: Reading) -> tuple[Term, ...]:
    """The terms of spans, each with the day that ends it."""
    days = reading.length - 1
    return tuple(
        term
        if term.last is not None
        else replace(term, last=replace(term, offset=term.offset + days))
        for term in reading.terms
    )


def _each_day(reading: Reading) -> list[Term]:
    """Every day of the spans of a reading, as terms of days."""
    return [
        replace(term, offset=term.offset + i)
        for term in reading.terms
        for i in range(max(reading.length, 1))
    ]


_DAYS_OFF = {
    ("saturday",): ("토요일", "a Saturday"),
    ("sunday",): ("일요일", "a Sunday"),
    ("saturday", "sunday"): ("토·일요일", "a Saturday or Sunday"),
    ("sunday", "holiday"): ("공휴일", "a Sunday or public holiday"),
    CLOSED: ("휴일", "a day off"),
}


def _plain_weekdays(rule: Rule) -> list[str]:
    text = str(rule)
    return text.rpartition("BYDAY=")[2].split(",") if text.startswith("FREQ=WEEKLY;BYDAY=") else []


_EPOCH = datetime.date(2000, 1, 1)


def merged(readings: list[Reading]) -> list[Reading]:
    """Readings that give the same days are one, under the names of all."""
    kept: list[Reading] = []
    for reading in readings:
        for index, other in enumerate(kept):
            if _same(reading, other):
                kept[index] = replace(
                    other,
                    names=tuple(dict.fromkeys(other.names + reading.names)),
                    convention=other.convention or reading.convention,
                    rule=_plainer(other.rule, reading.rule),
                )
                break
        else:
            kept.append(reading)
    return kept


def _plainer(a: Rule | None, b: Rule | None) -> Rule | None:
    rules = [rule for rule in (a, b) if rule is not None]
    return min(rules, key=lambda rule: len(str(rule)), default=None)


def _how(reading: Reading) -> tuple[object, ...]:
    """All that tells two readings of the same terms apart."""
    moved = (reading.moves, reading.to) if reading.roll else ()
    within = reading.within if reading.working_day else ""
    counted = (reading.roll, moved, reading.working_day, within, reading.omits)
    return (reading.length, *counted, reading.without, reading.begins)


def _same(a: Reading, b: Reading) -> bool:
    if _how(a) != _how(b) or len(a.terms) != len(b.terms):
        return False
    return all(_same_days(*pair) for pair in zip(a.terms, b.terms, strict=True))


def _same_days(a: Term, b: Term) -> bool:
    if a == b:
        return True
    if a.last != b.last:
        return False
    first, second = a.recurrence(_EPOCH), b.recurrence(_EPOCH)
    if any("RSCALE=DANGI" in str(term.anchors) for term in (a, b)):
        # As far as the lunisolar calendar is known.
        return first.between(_EPOCH, "2100-01-01") == second.between(_EPOCH, "2100-01-01")
    # A few years tell most apart; the whole comparison goes through the cycle of the calendar.
    if first.between(_EPOCH, "2030-01-01") != second.between(_EPOCH, "2030-01-01"):
        return False
    return first.same_dates(second)
