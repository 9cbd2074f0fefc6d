"""The papers of a meeting, from its record: the plan, the notice, the minutes and the report."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Literal

from probity import labels
from probity._core import ProbityError, _votes_needed
from probity.papers.model import (
    Block,
    Document,
    Facts,
    Grid,
    Heading,
    Items,
    Signatures,
    Words,
)
from probity.text import Text
from probity.words import date_text_with_weekday, phrases, refused, say, say_day

if TYPE_CHECKING:
    import datetime

    from probity._core import (
        AgendaItem,
        Charter,
        CouncilMeeting,
        Membership,
        ProgrammeCouncil,
        ProgrammeTask,
        WorkCalendar,
    )
    from probity.types import Language

#: The papers, in the order in which a meeting has them.
Kind = Literal["plan", "notice", "minutes", "report"]
KINDS: tuple[Kind, ...] = ("plan", "notice", "minutes", "report")
#: Those of a meeting that was held.
OF_HELD = ("minutes", "report")
HELD = ("held", "minuted", "approved")


def check(meeting: CouncilMeeting, kind: str) -> Kind:
    """The kind of a paper.

    Raises ProbityError for another, for minutes or a report of a meeting that was not held, and for
    a plan or notice of one that was cancelled.
    """
    for known in KINDS:
        if kind != known:
            continue
        if kind in OF_HELD and meeting.state not in HELD:
            state = Text(labels.MEETING_STATES[meeting.state].korean, meeting.state)
            raise refused(
                ProbityError, "paper_of_held", kind=repr(kind), meeting=meeting.id, state=state
            )
        if meeting.state == "cancelled":
            raise refused(ProbityError, "paper_of_cancelled", kind=repr(kind), meeting=meeting.id)
        return known
    raise refused(ProbityError, "no_paper", kind=repr(kind), known=", ".join(KINDS))


class Content:
    """The record of a meeting in one language."""

    def __init__(
        self, meeting: CouncilMeeting, lang: Language, workdays: WorkCalendar | None
    ) -> None:
        self.meeting = meeting
        self.lang = lang
        self.words = phrases("paper", lang)
        self.workdays = workdays
        self.programme = meeting._programme
        self.council: ProgrammeCouncil = self.programme.council(meeting._council)
        institution = self.programme.institution
        self.units = {unit.id: unit.title.to(lang) for unit in institution.units}
        self.seats = {seat.id: seat.title.to(lang) for seat in institution.seats}
        self.tasks: Mapping[str, ProgrammeTask] = {task.id: task for task in self.programme.tasks}

    def say(self, name: str, **values: object) -> str:
        return say(f"paper.{name}", self.lang, **values)

    # Names ----------------------------------------------------------------------------------------

    @property
    def name(self) -> str:
        """The meeting by its own title, else by its council, year and number."""
        own = self.meeting.title.to(self.lang)
        return own or self.formal_name

    @property
    def formal_name(self) -> str:
        return self.say(
            "meeting",
            council=self.council.name,
            year=self.meeting.year,
            number=self.meeting.ordinal,
            kind=labels.MEETING_KINDS[self.meeting.kind],
        )

    def seat(self, id: str) -> str:
        return self.seats.get(id, id)

    def unit(self, id: str) -> str:
        return self.units.get(id, id)

    # The record -----------------------------------------------------------------------------------

    def day(self) -> datetime.date | None:
        return self.meeting.date

    def members(self) -> list[Membership]:
        """Who was a member on the day of the meeting; of one without a date, who is."""
        on = self.day() or self.meeting.earliest
        return [
            each
            for each in self.council.memberships
            if on is None
            or ((each.begin is None or each.begin <= on) and (each.end is None or on < each.end))
        ]

    def charter(self) -> Charter | None:
        on = self.day() or self.meeting.earliest
        return None if on is None else self.council.charter_on(on)

    def when(self) -> str:
        """ "2026. 3. 20.(금) 14:00~15:30"; what is known of it."""
        day, meeting = self.day(), self.meeting
        if day is None:
            if meeting.earliest is None or meeting.before is None:
                return self.words["no_date"]
            return self.say("some_day", first=meeting.earliest, before=meeting.before)
        hours = "" if meeting.begins is None else f" {meeting.begins:%H:%M}"
        if hours and meeting.ends is not None:
            hours += f"~{meeting.ends:%H:%M}"
        return date_text_with_weekday(day, self.lang) + hours

    def facts(self, *more: tuple[str, str]) -> Facts:
        """The parts of every paper of a meeting, without those that are not recorded."""
        rows = [
            (self.words["name"], self.name),
            (self.words["formal"], self.formal_name if self.name != self.formal_name else ""),
            (self.words["when"], self.when()),
            (self.words["place"], self.meeting.place.to(self.lang)),
            (self.words["presiding"], self.presiding()),
            *more,
            (self.words["inference"], self.meeting.inference.to(self.lang)),
        ]
        return Facts(tuple((name, said) for name, said in rows if said))

    def presiding(self) -> str:
        """The post that presides: as it is recorded, else the chair of the council."""
        recorded = self.meeting.presiding.to(self.lang)
        if recorded:
            return recorded
        return ", ".join(self.seats_of("chair"))

    def seats_of(self, role: str) -> list[str]:
        """The members with a role."""
        return [self.seat(each.seat) for each in self.members() if each.role == role]

    def quorum_needed(self) -> str:
        charter = self.charter()
        if charter is None or charter.quorum is None:
            return ""
        voting = [each for each in self.members() if each.votes]
        if not voting:
            return share(charter.quorum, self.lang)
        needed = _votes_needed(charter.quorum, len(voting))
        return self.say(
            "quorum_needed",
            share=share(charter.quorum, self.lang),
            members=len(voting),
            needed=needed,
        )

    def decision_needed(self) -> str:
        charter = self.charter()
        return (
            ""
            if charter is None or charter.decision is None
            else share(charter.decision, self.lang)
        )

    def quorum(self) -> str:
        """How many were present, and whether that was enough, as it was fixed when it was held."""
        quorum = self.meeting.quorum
        if quorum is None:
            return self.words["quorum_unknown"]
        if not quorum.recorded:
            return self.words["attendance_unknown"]
        counted = self.say("present_of", present=quorum.present, members=quorum.eligible)
        if quorum.met is None:
            return counted
        met = "quorum_met" if quorum.met else "quorum_failed"
        return self.say(met, counted=counted, needed=quorum.required)

    @property
    def failed(self) -> bool:
        """Whether it had no quorum, and so decided nothing."""
        quorum = self.meeting.quorum
        return quorum is not None and quorum.met is False

    # Tables ---------------------------------------------------------------------------------------

    def member_rows(self, attendance: bool) -> Grid:
        present = set(self.meeting.present)
        recorded = self.meeting.quorum is not None and self.meeting.quorum.recorded
        heads = [self.words["post"], self.words["role"], self.words["vote"]]
        widths = [0.5, 0.25, 0.25]
        rows = []
        for each in self.members():
            row = [
                self.seat(each.seat),
                labels.MEMBER_ROLES[each.role].to(self.lang),
                labels.FLAGS[each.votes].to(self.lang),
            ]
            if attendance:
                known = self.words["present" if each.seat in present else "absent"]
                row.append(known if recorded else self.words["not_recorded"])
            rows.append(tuple(row))
        if attendance:
            heads.append(self.words["attendance"])
            widths = [0.4, 0.2, 0.2, 0.2]
        return Grid(tuple(heads), tuple(rows), tuple(widths), self.words["no_members"])

    def item_rows(self) -> Grid:
        heads = (self.words["item"], self.words["kind"], self.words["subject"], self.words["tasks"])
        rows = tuple(
            (
                item.id,
                labels.ITEM_KINDS[item.kind].to(self.lang),
                item.title.to(self.lang),
                "; ".join(self.task(id) for id in item.tasks),
            )
            for item in self.meeting.items
        )
        return Grid(heads, rows, (0.12, 0.14, 0.42, 0.32), self.words["no_items"])

    def outcome_rows(self) -> Grid:
        names = ("item", "subject", "outcome", "votes")
        heads = tuple(self.words[name] for name in names)
        rows = tuple(
            (
                item.id,
                item.title.to(self.lang),
                labels.ITEM_OUTCOMES[item.outcome].to(self.lang),
                self.votes(item),
            )
            for item in self.meeting.items
        )
        return Grid(heads, rows, (0.12, 0.46, 0.16, 0.26), self.words["no_items"])

    def votes(self, item: AgendaItem) -> str:
        said = [
            self.say(name, number=number)
            for name, number in (
                ("in_favour", item.in_favour),
                ("against", item.against),
                ("abstained", item.abstained),
            )
            if number is not None
        ]
        return ", ".join(said)

    def task(self, id: str) -> str:
        task = self.tasks.get(id)
        title = "" if task is None else task.title.to(self.lang)
        return f"{id} {title}" if title and title != id else id

    def follow_up(self) -> Grid:
        """The tasks under the items, with owner, due date and state as they are in the record."""
        heads = (self.words["task"], self.words["owner"], self.words["due"], self.words["state"])
        found = dict.fromkeys(id for item in self.meeting.items for id in item.tasks)
        rows = []
        for id in found:
            task = self.tasks.get(id)
            if task is None:
                continue
            rows.append(
                (
                    self.task(id),
                    self.unit(task.owner),
                    "" if task.due is None else say_day(task.due, self.lang),
                    labels.TASK_STATES[task.state].to(self.lang),
                )
            )
        return Grid(heads, tuple(rows), (0.44, 0.24, 0.17, 0.15), self.words["no_tasks"])

    def attended(self) -> tuple[str, ...]:
        """Who attended besides the members, by unit or as a source says it."""
        units = [self.unit(id) for id in self.meeting.units]
        return (*units, *(each.to(self.lang) for each in self.meeting.attended))

    def notice_by(self) -> str:
        """The last day for notice, if the charter asks for any."""
        charter, day = self.charter(), self.day()
        if charter is None or day is None or not charter.notice_days or self.workdays is None:
            return ""
        by = self.workdays.notice_by(day, days=charter.notice_days, clear=charter.clear_notice)
        return self.say("notice_by", day=by.date, days=charter.notice_days)

    # Papers ---------------------------------------------------------------------------------------

    def plan(self) -> list[Block]:
        return [
            *self.section(
                "overview",
                self.facts(
                    (self.words["quorum"], self.quorum_needed()),
                    (self.words["decision"], self.decision_needed()),
                    (self.words["notice"], self.notice_by()),
                ),
            ),
            *self.section("agenda", self.item_rows()),
            *self.section("members", self.member_rows(attendance=False)),
            *self.note(),
        ]

    def notice(self) -> list[Block]:
        members = ", ".join(self.seat(each.seat) for each in self.members())
        return [
            Words(self.say("to", members=members or self.words["no_members"])),
            Words(self.say("invitation", council=self.council.name)),
            self.facts(),
            *self.section("agenda", self.item_rows()),
            *self.note(),
            Words(self.words["end"]),
        ]

    def minutes(self) -> list[Block]:
        others: list[Block] = []
        if attended := self.attended():
            others = [Words(self.words["others"]), Items(attended)]
        return [
            *self.held(),
            *self.section("attendance", self.member_rows(attendance=True)),
            *others,
            *self.section("outcomes", self.outcome_rows()),
            *self.note(),
            Signatures((*self.seats_of("chair"), *self.seats_of("secretary"))),
        ]

    def report(self) -> list[Block]:
        minutes = self.meeting.minutes
        state = labels.MEETING_STATES[self.meeting.state].to(self.lang)
        kept = state if minutes is None else self.say("kept", state=state, file=minutes.name)
        return [
            *self.held((self.words["minutes_kept"], kept)),
            *self.section("outcomes", self.outcome_rows()),
            *self.section("follow_up", self.follow_up()),
            *self.note(),
        ]

    def section(self, name: str, *blocks: Block) -> list[Block]:
        """Blocks below the heading of a name."""
        return [Heading(self.words[name]), *blocks]

    def held(self, *more: tuple[str, str]) -> list[Block]:
        """The overview of a meeting that was held."""
        nothing = [Words(self.words["nothing_decided"])] if self.failed else []
        facts = self.facts((self.words["quorum"], self.quorum()), *more)
        return self.section("overview", facts, *nothing)

    def note(self) -> list[Block]:
        said = self.meeting.note.to(self.lang)
        return self.section("note", Words(said)) if said else []


def document(
    meeting: CouncilMeeting,
    kind: Kind,
    lang: Language,
    workdays: WorkCalendar | None,
    author: Text,
    department: Text,
    approval: tuple[Text, ...],
) -> Document:
    """A paper of a meeting in one language."""
    content = Content(meeting, lang, workdays)
    blocks: dict[Kind, Callable[[], list[Block]]] = {
        "plan": content.plan,
        "notice": content.notice,
        "minutes": content.minutes,
        "report": content.report,
    }
    programme = content.programme
    title = say(f"paper.title.{kind}", lang, meeting=content.name)
    return Document(
        title=title,
        institution=programme.institution.name.to(lang),
        blocks=tuple(blocks[kind]()),
        author=author_line(author, department, lang),
        approval=tuple(each.to(lang) for each in approval),
        mark=say("page.illustrative", lang) if programme.illustrative else "",
        foot=(say("page.made_up", lang),) if programme.illustrative else (),
    )


def author_line(author: Text, department: Text, lang: Language) -> str:
    """By whom a paper is: "작성: 감사담당관 김○○"; empty if it is not said."""
    by = " ".join(each.to(lang) for each in (department, author) if each)
    return say("paper.by", lang, by=by) if by else ""


def share(text: str, lang: Language) -> str:
    """A part of a body in words: "more than 1/2", "1/2 초과"."""
    bound, part = text.rsplit(maxsplit=1)
    return say(f"cli.share.{bound.replace(' ', '_')}", lang, part=part)
