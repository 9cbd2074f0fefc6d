"""The content of a brief's page: the brief's lines, with what its view knows of each."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from probity.labels import GAPS, QUOTA_STATES
from probity.pages.brief.sections import Section
from probity.words import date_text, phrases, short_date

if TYPE_CHECKING:
    from probity._core import Brief, BriefLine, OverdueTask, Quota, Task, Verdict
    from probity.text import Text
    from probity.types import Language, RecordKind


#: The states of a quota, the worst first.
WORST_FIRST = ("missed", "infeasible", "at_risk", "presumed", "on_track", "met")
#: How many decisions are shown before any other section has more than one row.
DECISIONS_KEPT = 6
#: Those that cannot wait.
URGENT = WORST_FIRST[:3]


class Content:
    """The sections of a brief in one language, in the order in which they stand."""

    def __init__(self, brief: Brief, lang: Language) -> None:
        self._brief = brief
        self._lang = lang
        self._words = phrases("brief", lang)
        programme = brief.view.programme
        self._units = {unit.id: unit.title.to(lang) for unit in programme.institution.units}
        self._tasks: dict[str, Task] = {task.id: task for task in programme.tasks}
        self._quotas = {quota.id: quota for quota in programme.quotas}
        self._verdicts = brief.view.quotas()
        self._failed = {
            f"{council.id}/{meeting.id}"
            for council in programme.councils
            for meeting in council.meetings
            if meeting.quorum is not None and meeting.quorum.met is False
        }
        self._late_tasks = {line.id for line in brief.late}
        self._of_decisions = self._verdicts_of_decisions()

    def sections(self) -> list[Section]:
        found = [self._decisions(), self._late(), *self._held(), *self._gaps()]
        return [*found, self._coming(), self._done()]

    # Decisions and what is late -------------------------------------------------------------------

    def _decisions(self) -> Section:
        words = self._words
        return Section(
            "decisions",
            words["decisions"],
            (words["about"], words["what"], words["owner"], words["when"]),
            list(map(self._decision, self._brief.decisions, self._of_decisions)),
            none=words["none"],
            ids=[line.id for line in self._brief.decisions],
            urgent=sum(map(self._is_urgent, self._brief.decisions, self._of_decisions)),
            kept=DECISIONS_KEPT,
        )

    def _verdicts_of_decisions(self) -> list[Verdict | None]:
        """For each decision about a quota how that stands: first what was missed in the period that
        ended last, then the running one."""
        missed = {id: self._brief.view.missed(id) for id in self._quotas}
        return [
            missed.pop(line.id, None) or self._verdicts.get(line.id)
            if line.record == "quota"
            else None
            for line in self._brief.decisions
        ]

    def _is_urgent(self, line: BriefLine, verdict: Verdict | None) -> bool:
        """Whether a decision is about what is missed, at risk or late; those stand first."""
        if line.record == "task":
            return line.id in self._late_tasks
        if line.record == "meeting":
            return line.id in self._failed
        return verdict is not None and verdict.state in URGENT

    def _decision(self, line: BriefLine, verdict: Verdict | None) -> tuple[str, ...]:
        words = self._words
        if line.record == "task":
            task = self._tasks[line.id]
            verify = task.state == "submitted"
            when = words["handed_in" if verify else "proposed"]
            dated = "" if line.date is None else when.format(date=self._day(line))
            return (words["verify" if verify else "adopt"], *self._task_and_owner(task), dated)
        if line.record == "quota" and verdict is not None:
            quota = self._quotas[line.id]
            about = f"{quota.title.to(self._lang)}: {self._standing(verdict)}"
            record = words["record"]
            state = QUOTA_STATES[verdict.state].to(self._lang)
            decision = record if verdict.state == "presumed" else state
            return (decision, about, line.owner.to(self._lang), self._next_step(verdict))
        if line.what and line.id in self._failed:
            about = f"{line.title.to(self._lang)}: {line.what.to(self._lang)}"
            return (words["no_quorum"], about, line.owner.to(self._lang), self._day(line))
        when = "" if line.date is None else words["meets"].format(date=self._day(line))
        return (words["item"], line.text.to(self._lang), line.owner.to(self._lang), when)

    def _late(self) -> Section:
        words = self._words
        overdue = [task for group in self._brief.view.overdue() for task in group.tasks]
        return Section(
            "late",
            words["late"],
            (words["task"], words["owner"], words["due"], words["days_late"]),
            [self._late_task(task) for task in overdue],
            none=words["none"],
            ids=[task.task for task in overdue],
            urgent=len(overdue),
        )

    def _late_task(self, late: OverdueTask) -> tuple[str, ...]:
        title = late.title.to(self._lang) or late.task
        if late.blocked_by:
            tasks = ", ".join(late.blocked_by)
            title = self._words["waits"].format(title=title, tasks=tasks)
        days = self._words["days"].format(n=late.working_days_late)
        return (title, self._unit(late.owner), self._on(late.due), days)

    # Quotas and areas -----------------------------------------------------------------------------

    def _held(self) -> list[Section]:
        if not self._verdicts:
            return []
        words = self._words
        ids = sorted(self._verdicts, key=lambda id: WORST_FIRST.index(self._verdicts[id].state))
        rows = [self._quota(self._quotas[id], self._verdicts[id]) for id in ids]
        heads = (words["what"], words["counted"], words["verdict"], words["latest"])
        urgent = sum(verdict.state in URGENT for verdict in self._verdicts.values())
        return [Section("quotas", words["quotas"], heads, rows, ids=ids, urgent=urgent)]

    def _quota(self, quota: Quota, verdict: Verdict) -> tuple[str, ...]:
        title = quota.title.to(self._lang) or quota.id
        state = QUOTA_STATES[verdict.state].to(self._lang)
        return (title, self._standing(verdict), state, self._latest(verdict))

    def _gaps(self) -> list[Section]:
        coverage = self._brief.view.programme.coverage()
        if not coverage.rows:
            return []
        words = self._words
        titles: dict[tuple[RecordKind, str], Text] = {
            ("risk_area", area.id): area.title for area in self._brief.view.programme.risk_areas
        }
        titles |= {("task", task.id): task.title for task in self._tasks.values()}
        missing: dict[tuple[RecordKind, str], list[str]] = {}
        for gap in coverage.gaps:
            of = missing.setdefault((gap.record, gap.subject), [])
            of.append(GAPS[gap.missing].to(self._lang))
        rows = [
            (titles[subject].to(self._lang) or subject[1], ", ".join(lacks))
            for subject, lacks in missing.items()
        ]
        heads = (words["area"], words["missing"])
        none = words["no_gaps"]
        ids = [id for _, id in missing]
        return [Section("gaps", words["gaps"], heads, rows, none=none, ids=ids)]

    # Done and coming ------------------------------------------------------------------------------

    def _coming(self) -> Section:
        rows = [(self._day(line), line.text.to(self._lang)) for line in self._brief.coming]
        ids = [line.id for line in self._brief.coming]
        none = self._words["none"]
        return Section("coming", self._words["coming"], (), rows, none=none, ids=ids)

    def _done(self) -> Section:
        # The newest first: of many the older ones are left out.
        rows = [(self._day(line), line.text.to(self._lang)) for line in self._brief.done]
        ids = [line.id for line in self._brief.done]
        none = self._words["none"]
        return Section("done", self._words["done"], (), rows, none=none, ids=ids, kept=1)

    # Words ----------------------------------------------------------------------------------------

    def _day(self, line: BriefLine) -> str:
        return "" if line.date is None else self._on(line.date)

    def _task_and_owner(self, task: Task) -> tuple[str, str]:
        return (task.title.to(self._lang) or task.id, self._unit(task.owner))

    def _unit(self, id: str) -> str:
        return self._units.get(id, id) or self._words["no_owner"]

    def _standing(self, verdict: Verdict) -> str:
        counted = self._words["of"].format(held=verdict.held, required=verdict.required)
        if not verdict.presumed:
            return counted
        return self._words["of_presumed"].format(
            counted=counted, on_record=verdict.on_record.to(self._lang)
        )

    def _next_step(self, verdict: Verdict) -> str:
        """By when something has to be done for the next to be held; empty if nothing can be."""
        if verdict.state == "missed":
            return self._words["ended"].format(date=self._on(verdict.period.last))
        if verdict.latest_notice is not None and verdict.latest_notice != verdict.latest_feasible:
            return self._words["notice_by"].format(date=self._on(verdict.latest_notice))
        return self._latest(verdict)

    def _latest(self, verdict: Verdict) -> str:
        """By when the next can be held, and notice of it given; empty if none is needed."""
        if verdict.latest_feasible is None:
            return ""
        latest = self._on(verdict.latest_feasible)
        if verdict.latest_notice in (None, verdict.latest_feasible):
            return self._words["by"].format(date=latest)
        assert verdict.latest_notice is not None
        notice = self._on(verdict.latest_notice)
        return self._words["latest_with_notice"].format(date=latest, notice=notice)

    def _on(self, date: datetime.date) -> str:
        written = short_date if date.year == self._brief.on.year else date_text
        return written(date, self._lang)
