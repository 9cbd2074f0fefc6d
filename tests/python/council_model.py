"""The part of the model (history_model.py) that is about a council: its charters, members and
meetings, and what these decide."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from history_model import Entry

ONE_DAY = datetime.timedelta(days=1)
RESOLVES = ["adopted", "amended", "rejected"]


@dataclass
class CharterModel:
    begin: datetime.date
    end: datetime.date | None = None
    quorum: str | None = None
    decision: str | None = None
    notice_days: int = 0
    clear_notice: bool = True
    written_resolution: bool = False


@dataclass
class MemberModel:
    seat: str
    votes: bool = True
    begin: datetime.date | None = None
    end: datetime.date | None = None

    def holds(self, on: datetime.date) -> bool:
        return (self.begin is None or self.begin <= on) and (self.end is None or on < self.end)


@dataclass
class ItemModel:
    kind: str
    outcome: str = "open"
    in_favour: int | None = None
    against: int | None = None
    abstained: int | None = None

    def votes(self) -> int:
        return sum(n or 0 for n in (self.in_favour, self.against, self.abstained))


@dataclass
class MeetingModel:
    date: datetime.date | None = None
    begins: str | None = None
    ends: str | None = None
    state: str = "planned"
    earliest: datetime.date | None = None
    before: datetime.date | None = None
    earlier_dates: list[datetime.date] = field(default_factory=list)
    noticed: datetime.date | None = None
    present: list[str] = field(default_factory=list)
    #: Eligible, present, required, recorded.
    quorum: tuple[int, int, int | None, bool] | None = None
    items: dict[str, ItemModel] = field(default_factory=dict)
    has_minutes: bool = False

    def has_attendance(self) -> bool:
        return self.quorum is not None and self.quorum[3]


def least(share: str, total: int) -> int:
    """How many of so many it takes."""
    found = re.fullmatch(r"(more than|at least) (\d+)/(\d+)", share)
    assert found
    part = Fraction(int(found[2]), int(found[3]))
    for number in range(total + 2):
        if number > part * total or (found[1] == "at least" and number == part * total):
            return number
    raise AssertionError(share)


#: From which states a step leads to which.
MEETING_STEPS = {
    "notice": (["planned"], "noticed"),
    "postpone": (["planned", "noticed"], "planned"),
    "cancel": (["planned", "noticed"], "cancelled"),
    "hold_meeting": (["planned", "noticed"], "held"),
    "minute": (["held"], "minuted"),
    "approve": (["minuted"], "approved"),
}


@dataclass
class CouncilModel:
    charters: list[CharterModel] = field(default_factory=list)
    members: list[MemberModel] = field(default_factory=list)
    #: By year, kind and ordinal.
    meetings: dict[tuple[int, str, int], MeetingModel] = field(default_factory=dict)

    def charter_on(self, on: datetime.date) -> CharterModel:
        for charter in self.charters:
            if charter.begin <= on and (charter.end is None or on < charter.end):
                return charter
        return CharterModel(on)

    def next_ordinal(self, year: int, kind: str) -> int:
        stand = [
            key[2]
            for key, meeting in self.meetings.items()
            if key[:2] == (year, kind) and meeting.state != "cancelled"
        ]
        return max(stand, default=0) + 1

    def take(self, e: Entry, seats: Collection[str]) -> list[str]:
        if e.verb == "plan":
            return self._plan(e)
        if e.verb in ("adopt_charter", "join", "leave"):
            return getattr(self, f"_{e.verb}")(e, *([] if e.verb == "adopt_charter" else [seats]))
        key = next((k for k in self.meetings if f"council/{meeting_name(k)}" == e.subject), None)
        if key is None:
            return ["the council has no such meeting; it is planned first"]
        meeting = self.meetings[key]
        if e.verb in ("add_item", "decide"):
            return getattr(self, f"_{e.verb}")(meeting, e)
        states, goal = MEETING_STEPS[e.verb]
        step = f"{meeting.state} -> {goal}: "
        causes = []
        if e.verb == "hold_meeting":
            present = e.says["present"]
            causes += [f"present: there is no seat '{s}'" for s in present if s not in seats]
        if meeting.state not in states:
            return [*causes, step + "it is " + " or ".join(states)]
        if e.verb in ("postpone", "cancel") and not e.reason:
            causes.append(step + "a reason is given")
        if e.verb == "hold_meeting":
            causes += self._hold(meeting, e, step)
        elif e.verb == "cancel":
            if self.next_ordinal(*key[:2]) != key[2] + 1:
                causes.append(step + "no meeting of a higher number stands")
        elif e.verb != "approve":
            causes += getattr(self, f"_{e.verb}")(meeting, e, step)
        if not causes:
            meeting.state = goal
        return causes

    # Charters and members ------------------------------------------------------------------------

    def _adopt_charter(self, e: Entry) -> list[str]:
        if self.charters:
            last = self.charters[-1]
            if last.begin >= e.on:
                return [f"a charter from {e.on} cannot follow one from {last.begin}; the next one"]
            if last.end is None or last.end > e.on:
                last.end = e.on
        self.charters.append(CharterModel(e.on, **e.says))
        return []

    def _join(self, e: Entry, seats: Collection[str]) -> list[str]:
        seat = e.says["seat"]
        causes = [] if seat in seats else [f"seat: there is no seat '{seat}'"]
        if any(m.seat == seat and m.holds(e.on) for m in self.members):
            causes.append(f"the seat '{seat}' is a member already")
        if not causes:
            self.members.append(MemberModel(seat, e.says.get("votes", True), e.on))
        return causes

    def _leave(self, e: Entry, seats: Collection[str]) -> list[str]:
        seat = e.says["seat"]
        if seat not in seats:
            return [f"seat: there is no seat '{seat}'"]
        for member in self.members:
            if member.seat == seat and member.holds(e.on):
                if member.begin == e.on:
                    return [f"the membership of '{seat}' begins on {e.on}; an event that was wrong"]
                member.end = e.on
                return []
        return [f"the seat '{seat}' is no member on that day"]

    # Meetings ------------------------------------------------------------------------------------

    def _plan(self, e: Entry) -> list[str]:
        says = dict(e.says)
        year, kind, ordinal = (says.pop(name) for name in ("year", "kind", "ordinal"))
        meeting = MeetingModel(**says)
        causes = wrong_hours(meeting.begins, meeting.ends)
        number = self.next_ordinal(year, kind)
        if ordinal != number:
            causes.append(f"the next {kind} meeting of {year} is number {number}; ordinals have no")
        if meeting.begins and meeting.date is None:
            causes.append("a time needs a date")
        if meeting.date is not None and meeting.date < e.on:
            causes.append(f"its date, {meeting.date}, had gone by")
        if kind == "written" and not self.charter_on(e.on).written_resolution:
            causes.append("the charter in force does not allow written resolutions")
        if not causes:
            # One that was cancelled gives its number to this one.
            self.meetings.pop((year, kind, ordinal), None)
            self.meetings[(year, kind, ordinal)] = meeting
        return causes

    def _notice(self, meeting: MeetingModel, e: Entry, step: str) -> list[str]:
        if meeting.date is None:
            return [step + "its date is set"]
        charter = self.charter_on(meeting.date)
        days = charter.notice_days
        # Clear days: neither the day of notice nor that of the meeting counts.
        clear = charter.clear_notice and days > 0
        last = meeting.date - (days + clear) * ONE_DAY
        if e.on > last:
            named = f"{days}{' clear' if clear else ''} {'day' if days == 1 else 'days'}"
            return [
                step + f"notice is given {named} before {meeting.date}, as the charter says: "
                f"by {last}"
            ]
        meeting.noticed = e.on
        return []

    def _postpone(self, meeting: MeetingModel, e: Entry, step: str) -> list[str]:
        date, begins, ends = (e.says.get(name) for name in ("date", "begins", "ends"))
        causes = []
        if date is not None and date < e.on:
            causes.append(f"the new date, {date}, has gone by")
        if (begins or ends) and date is None:
            causes.append("a time needs a date")
        # A new begin is of new hours; without one it keeps its own.
        hours = (begins, ends) if begins else (meeting.begins, ends or meeting.ends)
        causes += wrong_hours(*hours)
        if not causes and e.reason:
            if meeting.date is not None:
                meeting.earlier_dates.append(meeting.date)
            meeting.date = date
            meeting.begins, meeting.ends = hours
            meeting.noticed = None
        return causes

    def _hold(self, meeting: MeetingModel, e: Entry, step: str) -> list[str]:
        causes = []
        if meeting.state == "planned" and self.charter_on(e.on).notice_days > 0:
            causes.append(step + "notice of it was given, as the charter says")
        date, earliest, before = (e.says.get(name) for name in ("date", "earliest", "before"))
        if earliest or before:
            if date:
                causes.append("its date is given, and also the days it may have been")
            before = before or e.on + ONE_DAY
            if earliest and before <= earliest:
                causes.append("the days it may have been end before they begin")
            day = before - ONE_DAY
        else:
            if date is None and meeting.date is None:
                return [*causes, step + "its date is said, or bounded"]
            day = date or meeting.date
            if day != e.on:
                causes.append(f"a meeting is held on its date, {day}")
            if meeting.date is not None and meeting.date != day:
                causes.append(step + f"it is held on {meeting.date}, or postponed first")
        present: list[str] = e.says["present"]
        for seat in present:
            if not any(m.seat == seat and m.holds(day) for m in self.members):
                causes.append(f"the seat '{seat}' is no member of the council 'council' on {day}")
        if causes:
            return causes
        meeting.date = None if earliest or before else day
        if meeting.date is None:
            meeting.begins = meeting.ends = None
            meeting.earliest, meeting.before = earliest, before
        meeting.present = present
        meeting.quorum = self._quorum(day, present)
        return []

    def _quorum(
        self, day: datetime.date, present: list[str]
    ) -> tuple[int, int, int | None, bool] | None:
        """It is fixed if attendance is recorded or a quorum asked for, and members are known."""
        share = self.charter_on(day).quorum
        voting = [m.seat for m in self.members if m.votes and m.holds(day)]
        if not voting or not (present or share):
            return None
        there = sum(seat in voting for seat in present)
        required = least(share, len(voting)) if share else None
        return len(voting), there, required, bool(present)

    def _minute(self, meeting: MeetingModel, e: Entry, step: str) -> list[str]:
        meeting.has_minutes = True
        return []

    # Items ---------------------------------------------------------------------------------------

    def _add_item(self, meeting: MeetingModel, e: Entry) -> list[str]:
        name = e.says["id"]
        causes = []
        if meeting.state in ("minuted", "approved"):
            causes.append("the minutes of the meeting are written; it takes no more items")
        if meeting.state == "cancelled":
            causes.append("the meeting is cancelled")
        if name in meeting.items:
            causes.append(f"the meeting has an item '{name}' already")
        if not causes:
            meeting.items[name] = ItemModel(e.says["kind"])
        return causes

    def _decide(self, meeting: MeetingModel, e: Entry) -> list[str]:
        says: dict[str, Any] = dict(e.says)
        name = says.pop("item")
        if name not in meeting.items:
            return [f"the meeting has no item '{name}'"]
        item = meeting.items[name]
        decided = ItemModel(item.kind, **says)
        step = f"{item.outcome} -> {decided.outcome}: "
        unmet = []
        if meeting.state != "held":
            unmet.append("the meeting was held and is not minuted yet")
        if item.outcome != "open":
            unmet.append("it is open; a wrong outcome is corrected")
        if item.kind == "report" and decided.outcome in RESOLVES:
            unmet.append("it is a matter of deliberation or decision")
        unmet = unmet or self._against(meeting, decided, e)
        if not unmet:
            meeting.items[name] = decided
        return [step + each for each in unmet]

    def _against(self, meeting: MeetingModel, item: ItemModel, e: Entry) -> list[str]:
        """What of the quorum and the votes speaks against an outcome."""
        day = meeting.date or (meeting.before - ONE_DAY if meeting.before else e.on)
        charter = self.charter_on(day)
        unmet = []
        resolves = item.outcome in RESOLVES
        quorum = meeting.quorum
        if resolves and charter.quorum:
            met = quorum is not None and quorum[2] is not None and quorum[1] >= quorum[2]
            if not met:
                unmet.append("the quorum was met: ")
        if meeting.has_attendance():
            assert quorum
            if item.votes() > quorum[1]:
                unmet.append(
                    f"the votes, {item.votes()}, are no more than those present, {quorum[1]}"
                )
        elif self.members:
            seats = sum(m.votes and m.holds(day) for m in self.members)
            if item.votes() > seats:
                unmet.append(f"the votes, {item.votes()}, are no more than the voting seats of the")
        return unmet or (self._against_votes(meeting, item, charter) if resolves else [])

    @staticmethod
    def _against_votes(meeting: MeetingModel, item: ItemModel, charter: CharterModel) -> list[str]:
        in_favour, against = item.in_favour or 0, item.against or 0
        counted = (item.in_favour, item.against, item.abstained) != (None, None, None)
        adopts = item.outcome != "rejected"
        if not counted:
            # A decision that the charter counts needs its votes; other outcomes may go uncounted.
            if adopts and charter.decision and item.kind == "decision":
                return ["the votes in favour are recorded, as the charter counts them"]
            return []
        if charter.decision:
            assert meeting.quorum or not meeting.has_attendance()
            present = meeting.quorum[1] if meeting.has_attendance() else item.votes()
            needed = max(1, least(charter.decision, present))
            if adopts and in_favour < needed:
                if item.in_favour is None:
                    return ["the votes in favour are recorded, as the charter counts them"]
                return [f"{needed} of the {present} present are in favour, as the charter says"]
            if not adopts and in_favour >= needed:
                return [f"fewer than {needed} of the {present} present are in favour"]
            return []
        if adopts and (in_favour == 0 or in_favour < against):
            return ["at least as many votes are in favour as against, and one at least"]
        if not adopts and in_favour and in_favour == item.votes():
            return ["not every vote is in favour"]
        return []


def wrong_hours(begins: str | None, ends: str | None) -> list[str]:
    if ends is None:
        return []
    if begins is None:
        return ["an end needs the time at which it begins"]
    return [f"its end, {ends}, is not after its begin, {begins}"] if ends <= begins else []


def meeting_name(key: tuple[int, str, int]) -> str:
    year, kind, ordinal = key
    mark = {"regular": "-", "extraordinary": "-x", "written": "-w"}[kind]
    return f"{year}{mark}{ordinal}"
