"""English words; the help stands with the commands, and click has its own messages in English."""

from __future__ import annotations

WORDS: dict[str, str] = {
    # Dates, months and weekdays
    "month.1": "January",
    "month.2": "February",
    "month.3": "March",
    "month.4": "April",
    "month.5": "May",
    "month.6": "June",
    "month.7": "July",
    "month.8": "August",
    "month.9": "September",
    "month.10": "October",
    "month.11": "November",
    "month.12": "December",
    "month.short.1": "Jan",
    "month.short.2": "Feb",
    "month.short.3": "Mar",
    "month.short.4": "Apr",
    "month.short.5": "May",
    "month.short.6": "Jun",
    "month.short.7": "Jul",
    "month.short.8": "Aug",
    "month.short.9": "Sep",
    "month.short.10": "Oct",
    "month.short.11": "Nov",
    "month.short.12": "Dec",
    "weekday.0": "Mon",
    "weekday.1": "Tue",
    "weekday.2": "Wed",
    "weekday.3": "Thu",
    "weekday.4": "Fri",
    "weekday.5": "Sat",
    "weekday.6": "Sun",
    "date.iso": "{d:%Y-%m-%d}",
    "date.iso_with_weekday": "{d:%Y-%m-%d} {weekday}",
    "date.long": "{d.day} {month} {d.year}",
    "date.long_with_weekday": "{weekday} {d.day} {month} {d.year}",
    "date.short": "{d.day} {month_short}",
    "date.short_with_weekday": "{weekday} {d.day} {month_short}",
    "date.on_axis": "{d.day} {month_short} {d.year}",
    "days": "{begin} .. {last}",
    "days.of_a_year": "{begin} .. {last}",
    "dates": "{begin} - {last}",
    "dates.of_a_month": "{first.day}-{last}",
    "month.of_year": "{year}-{month:02}",
    "month.title": "{month} {year}",
    "week.n": "{week}",
    "week.last": "{week}",
    "week.from_end": "{week}",
    "days.of_a_week": "{first:%m-%d}..{last:%m-%d}",
    "year.of": "{title}, {years}",
    # Answers of the command line
    "cli.as_of": "{title}, on {day}",
    "cli.as_known": ", as it was known at {recorded}",
    "cli.last": "Last day",
    "cli.short": "short week",
    "cli.nominal": "by the rule {date}",
    "cli.undated": "Without a date: none is set, or it is not known",
    "cli.nothing_in": "Nothing is recorded or due for {year}",
    "cli.heading": "{title}, {year}",
    "cli.meetings": "{council}: {number} regular meetings a year",
    "cli.meetings_1": "{council}: {number} regular meeting a year",
    "cli.compared": "Week {week} of {year}, the months in which the conventions differ",
    "cli.compared_month": "Week {week} of {month} by each convention",
    "cli.no_week": "none",
    "cli.no_such_week": "{month} has no week {week} by {convention}",
    "cli.read_as": "the usual of {number} readings: {reading}",
    "cli.first_days": "the first day of each span: {reading}",
    "cli.hours": "the time of day is {hours}",
    "cli.no_date": "no date of {rule} from {begin} to {end}",
    "cli.few_dates": "{number} of {wanted} dates of {rule} after {after}",
    "cli.no_holiday": "No public holidays but Sundays from {begin} up to {end}, without that day",
    "cli.working_days": "{number} working days from {begin} up to {end}, without that day",
    "cli.working_days_1": "{number} working day from {begin} up to {end}, without that day",
    "cli.due": "{date}, due {number} working days after {start}",
    "cli.due_1": "{date}, due {number} working day after {start}",
    "cli.due_0": "{date}, due on {start} or the working day after it",
    "cli.due_before": "{date}, due {number} working days before {start}",
    "cli.due_before_1": "{date}, due {number} working day before {start}",
    "cli.first_day": "{start} itself is not counted. These are working days: a period that a law "
    "sets is counted by `probity deadline`.",
    "cli.rolled": "{date} is no working day and is taken to {start}",
    "cli.passed_over": "Holidays passed over",
    "cli.source": "Source",
    "cli.nothing_on": "{title} has nothing on {date}",
    "cli.tasks": "Tasks {total}, done {done}, overdue {overdue}, blocked {blocked}",
    "cli.none_overdue": "Nothing is overdue",
    "cli.education": "{title} {year}: {done} of {owed} have it; report by {day}",
    "cli.education_plan": "{title} {year}: {done} of {owed} have it; report by {day} (plan for "
    "{plan}, the working day before)",
    "cli.since": "Changes since {date}",
    "cli.nothing_missing": "No meeting is missing: all that are prescribed are held or planned",
    "cli.no_quota": "The programme has no quota in force",
    "cli.no_obligation": "No obligation falls due",
    "cli.nothing_taken": "The programme has every obligation of {pack} already; nothing was added",
    "cli.no_duty": "The programme has no duty of education",
    "cli.no_area": "The programme has no corruption-prone areas",
    "cli.no_gap": "Every area has a measure and an owner",
    "cli.no_indicator": "No indicators are recorded for {year}",
    "cli.no_meeting": "No meetings are recorded for {year}",
    "cli.no_conflict": "Nothing conflicts up to the end of the year",
    "cli.moves": "What moves in {year} when {days} become days off",
    "cli.moves_1": "What moves in {year} when {days} becomes a day off",
    "cli.no_moves": "Nothing moves in {year}",
    "cli.recorded": "{title}: observed on {observed} instead of {nominal}",
    "cli.recorded_by_rule": "{title}: observed on {observed}, as the rule says",
    "cli.recorded_ahead": "{title}: to be on {observed} instead of {nominal}",
    "cli.recorded_by_rule_ahead": "{title}: to be on {observed}, as the rule says",
    "cli.recorded_not_held": "{title}: not held on {observed}",
    "cli.recorded_cancelled": "{title}: cancelled, on {observed}",
    "cli.counted": "Counted as recorded: {what}",
    "cli.backdated": "Back-dated: true from {on}, recorded on {day}, {days} days later",
    "cli.backdated_1": "Back-dated: true from {on}, recorded on {day}, a day later",
    "cli.kept": "{path}: what it had is kept in {kept}",
    "cli.whole": "{file}: {events} events, as they were recorded; digest {digest}",
    "cli.not_whole": "{file}: {events} events, NOT as they were recorded",
    "cli.journal_made": "{file}: a journal of {events} events",
    "cli.journal_exported": "{file}: {events} events written to {to}",
    "cli.anchor": "Anchor: {anchor}",
    "cli.nothing_logged": "Nothing is recorded that was asked for",
    "cli.recovered": "{to}: {events} events saved",
    "cli.lost_from": "Lost: event {event}, and what followed it",
    "cli.unattached": "Whole, but behind the loss: {number} events, kept in {file}",
    "cli.imported": "Imported: tasks {tasks}, bands {bands}; events recorded: {events}",
    "cli.checked": "Checked, and nothing written: tasks {tasks}, bands {bands}; events: {events}",
    "cli.rows": "{number} rows",
    "cli.rows_1": "{number} row",
    "cli.entries": "{number} events",
    "cli.entries_1": "{number} event",
    "cli.events": "{number} events",
    "cli.events_1": "{number} event",
    "cli.tasks_written": "{number} tasks",
    "cli.tasks_written_1": "{number} task",
    "cli.step": "{what}: {happened}{details} (on {day}, by {by})",
    "cli.because": "; reason: {reason}",
    "cli.dry_run": "Nothing is recorded: this is what would be.",
    "cli.event_number": "Event {number}",
    "cli.started_with": "recorded with its submission",
    "cli.begun": "{file}: the programme of {title}, {events} events",
    "cli.begun_dry": "{file}: the programme of {title} would be begun with {events} events",
    "cli.comes": "{title}: {days}, ...",
    "cli.never_comes": "{title}: no date follows",
    "cli.taken_over": "From {pattern}: {what}",
    "cli.ask_title": "Name of the institution",
    "cli.ask_id": "Its id, a short name in letters and figures",
    "cli.ask_head": "Post of its head (empty: none)",
    "cli.ask_week": 'Integrity Week, as "second week of every month" (empty: none)',
    "cli.ask_day": 'Integrity Day, as "first Friday of December" (empty: none)',
    "cli.not_understood": "That cannot be taken: {why}",
    "cli.nothing_to_undo": "{by} has recorded nothing that stands",
    "cli.unchanged": "Nothing was changed",
    "cli.form_how": "Change values, save and close. A line with # tells what is below it.",
    "cli.handover.open": "Open tasks: {number}, of which late: {late}",
    "cli.handover.no_open": "No task is open",
    "cli.handover.coming": "Due or taking place within {days} days: {number}",
    "cli.handover.no_coming": "Nothing falls due or takes place within {days} days",
    "cli.handover.owed": "Obligations past their deadline: {number}",
    "cli.handover.no_owed": "No obligation is past its deadline",
    "cli.handover.decisions": "Waiting for a decision: {number}",
    "cli.handover.no_decisions": "Nothing waits for a decision",
    "cli.handover.presumed": "Presumed, for no record says what became of them: {number}",
    "cli.handover.no_presumed": "Nothing is presumed",
    "cli.handover.presumed_of": "{number} presumed ({days}); record whether they were held",
    "cli.rollover.reason": "turn of the year {year}",
    "cli.rollover.carried": "Carried over: {number} ({ids})",
    "cli.rollover.confirm": "This is a proposal; --yes records it.",
    "cli.name_of": "{column}: name",
    "cli.chart_sheet": "Units",
    "cli.sheet.status": "Status",
    "cli.sheet.title": "{title}: status of {day}",
    "cli.sheet.changed": "Last change",
    "cli.sheet.late": "Days late",
    "cli.sheet.remarks": "Remarks",
    "cli.sheet.row": "row {row}: {what}",
    "cli.no_history": "No event is recorded of it",
    "cli.list.short": "The records, one to a line.",
    "cli.list.help": (
        "The records as they are on a day, one to a line. `show` has one of them with its history."
    ),
    "cli.list.none": "There is none yet",
    "cli.verb.changes": "What is named is from then on as it is said; all else stays.",
    "cli.or": " or ",
    "cli.share.more_than": "more than {part}",
    "cli.share.at_least": "at least {part}",
    "cli.setup_several": "Several are parted by semicolons.",
    "cli.setup_needed": "Each row needs it.",
    "cli.faults": "{number} faults",
    "cli.faults_1": "{number} fault",
    "cli.form": "a form to fill in",
    # Notebooks
    "display.no_dates": "No dates",
    "display.nothing": "Nothing",
    "display.table": "Table",
    "display.range": "{first} to {last}",
    "display.dates": "{number:,} dates",
    "display.dates_1": "{number} date",
    "display.more_dates": "and {number:,} dates more",
    "display.more_dates_1": "and {number} date more",
    "display.more": "and {number:,} more",
    "display.first": "The first {number} are shown",
    "display.from": ", from {start}",
    "display.also": "and {days}",
    "display.without": "without {days}",
    "display.working_days": "{year}: {number} working days",
    "display.working_days_1": "{year}: {number} working day",
    "display.grey": "days off are grey, holidays bold",
    "display.date": "Date",
    "display.holiday": "Holiday",
    "display.basis": "Basis",
    "display.month": "Month",
    "display.days": "Days",
    "display.kind": "Kind",
    "display.title": "Title",
    "display.workdays": "Working days",
    "display.remark": "Remark",
    "display.day": "Day",
    "display.state": "State",
    "display.record": "Records",
    "display.number": "Number",
    "display.held": ": {held} of {required} in {period}",
    "display.duty": (
        " {year}: {done} of {number} officials have done "
        "all of it; the results are reported by {by}"
    ),
    "display.duty_1": (
        " {year}: {done} of {number} official have done all of it; the results are reported by {by}"
    ),
    "display.duty_plan": " (plan for {plan})",
    "display.nobody_lacks": "Nobody lacks any",
    "display.progress": ("{done} of {number} tasks done, {overdue} overdue, {blocked} blocked"),
    "display.progress_1": ("{done} of {number} task done, {overdue} overdue, {blocked} blocked"),
    "display.events": "{number:,} events",
    "display.events_1": "{number} event",
    "display.last_recorded": ", the last recorded on {day}",
    "display.meetings": "{number} meetings",
    "display.meetings_1": "{number} meeting",
    "display.notice": "{number} days of notice",
    "display.notice_1": "{number} day of notice",
    "display.in_force": "{first} .. {after}",
    # Papers of a meeting
    "paper.title.plan": "{meeting}: plan",
    "paper.title.notice": "{meeting}: notice of the meeting",
    "paper.title.minutes": "{meeting}: minutes",
    "paper.title.report": "{meeting}: report on the outcome",
    "paper.meeting": "{council}, {kind} {number} of {year}",
    "paper.by": "By: {by}",
    "paper.approval": "Approval",
    "paper.sign": "(signature)",
    "paper.overview": "The meeting",
    "paper.name": "Name",
    "paper.formal": "Number",
    "paper.when": "Date and time",
    "paper.no_date": "not set",
    "paper.some_day": "on a day that is not known, from {first} on, before {before}",
    "paper.place": "Place",
    "paper.presiding": "Presiding",
    "paper.inference": "Concluded, not stated",
    "paper.quorum": "Quorum",
    "paper.quorum_needed": "{share} of the members: {needed} of {members}",
    "paper.quorum_unknown": "not recorded",
    "paper.attendance_unknown": "attendance is not recorded, so that no quorum counts as met",
    "paper.present_of": "{present} of {members} members present",
    "paper.quorum_met": "{counted}, {needed} needed: quorum",
    "paper.quorum_failed": "{counted}, {needed} needed: NO QUORUM",
    "paper.nothing_decided": "The meeting had no quorum, and decided nothing.",
    "paper.decision": "Decisions need",
    "paper.notice": "Notice",
    "paper.notice_by": "by {day} ({days} days ahead)",
    "paper.agenda": "Agenda",
    "paper.item": "Item",
    "paper.kind": "Kind",
    "paper.subject": "Subject",
    "paper.tasks": "Tasks",
    "paper.no_items": "No item is recorded",
    "paper.members": "Members",
    "paper.post": "Post",
    "paper.role": "Role",
    "paper.vote": "Votes",
    "paper.no_members": "No members are recorded",
    "paper.attendance": "Attendance",
    "paper.present": "present",
    "paper.absent": "absent",
    "paper.not_recorded": "not recorded",
    "paper.others": "Besides the members there attended:",
    "paper.outcomes": "Outcomes",
    "paper.outcome": "Outcome",
    "paper.votes": "Votes counted",
    "paper.in_favour": "{number} in favour",
    "paper.against": "{number} against",
    "paper.abstained": "{number} abstained",
    "paper.minutes_kept": "Minutes",
    "paper.kept": "{state}: {file}",
    "paper.follow_up": "What follows",
    "paper.task": "Task",
    "paper.owner": "Owner",
    "paper.due": "Due",
    "paper.state": "State",
    "paper.no_tasks": "No task stands under an item",
    "paper.note": "Note",
    "paper.to": "To: {members}",
    "paper.invitation": "You are asked to attend the following meeting of {council}.",
    "paper.end": "End.",
    # Tasks in calendar files
    "ics.task": "State: {state}",
    "ics.task_of": "Owner: {owner}; state: {state}",
    "ics.no_owner": "no owner",
    # A new organisation chart
    "chart.told.begun": "{title}: begun",
    "chart.told.renamed": "{title}: renamed {to}",
    "chart.told.merged": "{title}: goes into {to}",
    "chart.told.split": "{title}: becomes {to}",
    "chart.told.closed": "{title}: closed",
    "chart.moves": "  {record} {name}: {before} -> {after}",
    "chart.faults": "{number} rows cannot be taken, so that none is",
    "chart.no_unit": "names neither an old nor a new unit",
    "chart.not_there": "{unit} is no unit of {day}, or a title that several have",
    "chart.closed_and_not": "{unit} is closed by one row and goes on by another",
    "chart.differs": "{unit} is said to be {values}; one of them is needed",
    "chart.no_kind": "{word} is no kind of unit; allowed: {allowed}",
    "chart.no_band": "{word} is no band; allowed: {allowed}",
    "chart.which_band": "{unit} needs its band, for it comes from no unit, or from several bands",
    "chart.keeps_id": "{unit} is renamed, and keeps its id {id}",
    "chart.not_owned": "{unit} has no {what} that can be taken over",
    "chart.several_owned": "{unit} has several {what}; name it by its id",
    "chart.two_rests": "two rows take over the rest of {unit}",
    # Refusals of the command line
    "refused.owners_without_tasks": "--ics-by-owner and --tasks none do not go together.",
    "refused.table_or_form": "TABLE or --form FILE is needed, and not both.",
    "refused.ends_before_it_begins": "--to: {end} is before {begin}, the first day of the window",
    "refused.no_number": "{value} is no whole number.",
    "refused.number_out_of_range": "{place}: {number} is out of range; up to {most} is allowed",
    "refused.year_out_of_range": (
        "{place}: {year} is out of range; the years 1400 to 9999 are allowed"
    ),
    "refused.no_span_of_years": "{value} is no span of 1 to {most} years.",
    "refused.no_file_name": "{place}: {value} is no name of a file",
    "refused.standard_output": "'-' is standard output, and a file is needed: './-' is one.",
    "refused.folder": "{place}: {value} is a folder",
    "refused.not_replaceable": "{place}: {value} is no file that can be replaced",
    "refused.no_convention": "{value} is none of {names}, nor such as MO,4",
    "refused.two_periods": "{one} does not go together with {other}.",
    "refused.no_period": "A period is needed: --days, --weeks, --months or --years.",
    "refused.no_time": "{text!r} is no time of a day, as 2026-09-21T14:30 is",
    "refused.json_and_csv": "--json and --csv do not go together.",
    "refused.html_of_one_year": "--html, --docx and --hwpx take one year.",
    "refused.no_shell": "{shell} cannot be served.",
    "refused.one_table": "--csv takes one table at a time.",
    "refused.one_file": "One of {options} is needed.",
    "refused.no_account": "Missing option '--by': your account has no name.",
    "refused.go_on_from_it": "{error}. To go on from what it has, give it as PROGRAMME",
    "refused.no_tables": "WORKBOOK is needed, or --tasks FILE, --bands FILE or both.",
    "refused.out_or_check": "--out FILE is needed, or --check to write nothing.",
    "refused.no_out": "--out FILE is needed.",
    "refused.not_illustrative": "--illustrative goes with songpa and yongsan alone.",
    "refused.no_programme": "PROGRAMME: {name} is no file, and none of {names}",
    "refused.date_first": (
        "{value} is a programme, and DATE comes before it: probity why 2026-03-18 {name}"
    ),
    "refused.no_week_number": "Missing argument 'N'.",
    "refused.rule_from": "RULE from {start}",
    "refused.rule": "RULE",
    "refused.outside_horizon": (
        "RULE: {day} is outside {first} to {last}, the horizon in which the working days of a "
        "rule are known"
    ),
    "refused.html_without_brief": "--html, --docx and --hwpx go with --brief.",
    "refused.year_of_progress": "--year goes with how far the tasks have come, by band and so on.",
    "refused.one_question": "One of --by, --task, --brief, --counts and --since at a time.",
    "refused.since_after": "--since: {since} is after {on}, the day on which it is asked",
    "refused.last_day": "{day} is the last day there is",
    "refused.no_year": "YEAR is needed, or both --from and --to.",
    "refused.no_date": "DATE is needed, or both --from and --to.",
    "refused.date_and_window": "DATE does not go together with --from and --to.",
    "refused.year_away": (
        "{place}: {day} is more than a year from {nearest}; with --sure it is taken as it is"
    ),
    "refused.which_programme": (
        "Which programme? Name its file by -f FILE or by PROBITY_FILE, or begin one with "
        "`probity new`."
    ),
    "refused.which_programme_here": (
        "Which programme? Name its file by -f FILE or by PROBITY_FILE, or begin one with "
        "`probity new`. Here are {here}."
    ),
    "refused.shipped": (
        "{name} comes with the library and is not written to; `probity new --from {name}` "
        "begins a programme of your own"
    ),
    "refused.no_file": "{name}: there is no such file; `probity new {name}` begins a programme",
    "refused.no_title": (
        "Missing option '--title': the name of the institution. Standard input is no terminal, "
        "so nothing is asked; --yes takes the least."
    ),
    "refused.no_id": "Missing option '--id': a short name for the programme.",
    "refused.no_pattern": "--from: {name} is no file, and none of {names}",
    "refused.ending": "FILE: {path} does not end in {endings}; a journal is .probity",
    "refused.file_exists": "FILE: {path} is there already; `probity status -f {name}` shows it",
    "refused.no_form": "NAME: {id} is no record with a form of its own",
    "refused.form_line": (
        "line {number}: {line} begins with none of {names}, each with a colon behind it"
    ),
    "refused.changed_meanwhile": (
        "{key}: it was {old}, a colleague made it {current} meanwhile, and the form has {new}; "
        "open the form once more"
    ),
    "refused.not_changed_whole": (
        "NAME: a {kind} is not changed as a whole; `probity --help` lists its verbs"
    ),
    "refused.not_of_kind": "{place}: {value} is no {kind}",
    "refused.ambiguous": "{place}: {said} may be any of {shown}; say more of it",
    "refused.ambiguous_more": (
        "{place}: {said} may be any of {shown} and {more} more; say more of it"
    ),
    "refused.week_and_day": "--week and --day do not go together.",
    "refused.no_rule": "When does it recur? Say --week SENTENCE or --day SENTENCE.",
    "refused.other_kind": "--{said}: {observance} is a {kind}; say --{kind} SENTENCE",
    "refused.no_occurrence": "DATE: {observance} has no occurrence in {said}",
    "refused.several_occurrences": (
        "DATE: {observance} has {number} occurrences in {said}: {days}; name one"
    ),
    "refused.far_from_rule": (
        "--to: {observed} is about a year or more from {nominal}, the day by the rule; with "
        "--sure it is taken as it is"
    ),
    "refused.not_there_on": "NAME: {id} is not there on {on}; --on says another day",
    "refused.nothing_to_turn": "Nothing is open, and nothing is to be begun anew for {year}.",
    "refused.setup_row": "row {row}",
    "refused.setup_faults": "{path}: {number} faults, and nothing is taken",
    "refused.setup_faults_1": "{path}: a fault, and nothing is taken",
    "refused.setup_one_institution": "there is one institution, and this is another row of it",
    "refused.setup_no_institution": "the row that names the institution is missing",
    "refused.setup_no_sheet": "no sheet of a setup is called so; allowed: {titles}",
    "refused.setup_no_column": "the column is missing",
    "refused.setup_formula": "is a formula; a value is needed",
    "refused.setup_needed": "is needed",
    "refused.setup_no_column_called": "no column is called so; allowed: {allowed}",
    "refused.setup_no_truth": "{value} is neither yes nor no; allowed: {allowed}",
    "refused.sheet_faults": "{name}: {number} rows cannot be taken, so that none is",
    "refused.no_status_sheet": (
        "{name}: it is no status workbook; `probity export --status` writes one"
    ),
    "refused.sheet_columns": "{name}: the columns {columns} are missing",
    "refused.sheet_no_task": "{id} is no task of the workbook; `probity task add` adds one",
    "refused.sheet_twice": "the task {id} has a row already",
    "refused.sheet_remark": "the remark of {id} goes with no change, and would be lost",
    "refused.sheet_conflict": (
        "{column}: it was {was}; the workbook has {edited}, and meanwhile it became {now}"
    ),
    "refused.sheet_evidence": "the evidence of {id} is taken when its state becomes submitted",
    "refused.sheet_no_evidence": "{id} is submitted with evidence: name a file beside the workbook",
    "refused.sheet_state": (
        "{id} is {state} and cannot become {wanted} in a step; allowed: {allowed}"
    ),
    "refused.kind_and_name": "A kind and a name are taken: `show unit audit`.",
    "refused.no_kind": "{said} is no kind of record; there are {names}",
    "refused.several_kinds": "NAME: {said} may be any of {shown}; say its kind before it",
    "refused.no_such_name": (
        "NAME: no record is called {said}; `probity log` shows what was recorded"
    ),
    "sentence.rule_of_workdays": (
        "{sentence} depends on working days, which the rule of a week or day cannot; "
        "say it without them, and record an occurrence that is on another day"
    ),
    "sentence.says_weeks": "{sentence} says weeks, and a day is asked for",
    "sentence.says_days": "{sentence} says days, and a week is asked for",
    "sentence.several_rules": ("{sentence} is more than one rule; make an observance of each part"),
    "sentence.no_single_rule": (
        "{sentence} is no single rule; parse_korean and parse_english read it"
    ),
    "sentence.spans_differ": ("the spans of {sentence} differ in length; a rule has one length"),
    "sentence.week_around_date": (
        "{sentence} is a week around a date; say which week of the month it is"
    ),
    "refused.no_band": "{place}: {said} is no band with its units, such as B-01=audit,tax-1",
    "refused.no_reading": "--reading: {number} is no reading of {sentence}, which has {readings}",
    "refused.clear_and_value": "--clear {key} and a value for it do not go together.",
    "refused.nothing_to_change": "What changes? Name at least one of {flags}.",
    "refused.often_is_limit": "--often: {said} is a limit, and a quota asks for a number.",
    "refused.none_called_near": "{place}: no {what} is called {said}; did you mean {near}?",
    "refused.none_yet": (
        "{place}: no {what} is called {said}; there is none yet; `probity {command}` adds one"
    ),
    "refused.none_called": "{place}: no {what} is called {said}; there are {shown}",
    "refused.none_called_more": (
        "{place}: no {what} is called {said}; there are {shown} and {more} more"
    ),
    "refused.not_among": "{value} is none of {allowed}.",
    "refused.did_you_mean": "{message} Did you mean {name}?",
    "refused.standard_output_failed": "standard output",
    "refused.no_utf8": "some of the text that was given is not UTF-8",
    # The planner
    "planner.planner": "{title}, {year}",
    "planner.months": "The twelve months",
    "planner.legend": "Legend",
    "planner.holiday": "Holiday (bold, underlined)",
    "planner.lists": "The dates in words",
    "planner.holidays": "Public holidays",
    "planner.week": "{title} (shaded)",
    "planner.short": "Short week",
    "planner.short_note": "short",
    "planner.task": "Task due",
    "planner.task_done": "Task done",
    "planner.done": "done",
    "planner.dated": "Days, meetings and events",
    "planner.weeks": "{title} (working days)",
    "planner.working_days": "{n}",
    "planner.working_days_tip": "{n} working days",
    "planner.held": "Held in {title}",
    "planner.undated": "Without a date: none is set, or it is not known",
    "planner.tasks": "Tasks due",
    "planner.tasks_done": "Tasks done, by their due dates",
    "planner.more": "and {n} more",
    "planner.continued": "{heading} (continued)",
    "planner.when": "Date",
    "planner.what": "Entry",
    "planner.by_rule": "by the rule {date}",
    "planner.law": "Holidays by the work calendar as known on {date}",
    "planner.sources": "Sources: ",
    # The brief
    "brief.brief": "{title}: brief",
    "brief.as_of": "As of {date}",
    "brief.summary": "In figures",
    "brief.done_figure": "done, of {total} tasks of the year",
    "brief.late_figure": "late",
    "brief.decisions_figure": "to be decided",
    "brief.coming_figure": "in the next four weeks",
    "brief.decisions": "Decisions needed",
    "brief.late": "Tasks that are late",
    "brief.quotas": "How the quotas stand",
    "brief.gaps": "Corruption-prone areas: what is missing",
    "brief.done": "Done this year",
    "brief.coming": "The next four weeks",
    "brief.about": "Decision",
    "brief.what": "Subject",
    "brief.owner": "Owner",
    "brief.when": "Date",
    "brief.task": "Task",
    "brief.due": "Due",
    "brief.days_late": "Working days late",
    "brief.counted": "Held",
    "brief.verdict": "Verdict",
    "brief.latest": "Next by",
    "brief.area": "Area or measure",
    "brief.missing": "Missing",
    "brief.none": "None",
    "brief.no_gaps": "Every area has a measure and an owner",
    "brief.more": "and {n} more",
    "brief.more_urgent": " ({n} missed, at risk or late)",
    "brief.no_owner": "none",
    "brief.waits": "{title} (waits for {tasks})",
    "brief.days": "{n}",
    "brief.of": "{held} of {required}",
    "brief.of_presumed": "{counted} ({on_record})",
    "brief.record": "To be recorded",
    "brief.verify": "Verification",
    "brief.adopt": "Adoption",
    "brief.item": "Agenda item",
    "brief.no_quorum": "No quorum",
    "brief.handed_in": "handed in {date}",
    "brief.proposed": "proposed {date}",
    "brief.by": "by {date}",
    "brief.ended": "ended {date}, past mending",
    "brief.notice_by": "notice by {date}",
    "brief.latest_with_notice": "by {date} (notice by {notice})",
    "brief.meets": "meets {date}",
    "brief.workdays": "Working days late: those after the due date, up to the day of this brief",
    # Pages
    "page.illustrative": "Illustrative",
    "page.made_up": "Illustrative: made up as an example, not a record of the institution",
    # Pictures
    "plot.coverage.coverage": "Areas with measures and owners",
    "plot.coverage.measures": "Measures",
    "plot.coverage.owner": "Owner",
    "plot.coverage.none": "none",
    "plot.coverage.without": "Measures of no area: {n}",
    "plot.grades.grades": "Grades of the assessments",
    "plot.grades.grade": "Grade {n}",
    "plot.grades.reached": "Reached",
    "plot.grades.aim": "Goal",
    "plot.grades.score": "{score} points",
    "plot.progress.done": "Done",
    "plot.progress.open": "Open",
    "plot.progress.overdue": "Overdue",
    "plot.progress.tasks": "Tasks",
    "plot.progress.total": "All tasks",
    "plot.progress.bands": "Tasks by band",
    "plot.progress.burnup": "Tasks done over time",
    "plot.year.holiday": "Public holiday",
    "plot.year.short": "Short week",
    "plot.year.weekend": "Weekend",
    "plot.nothing": "Nothing to show",
    "plot.timeline": "Timeline",
    "plot.timeline.meeting_held": "Held",
    "plot.timeline.meeting_planned": "Planned",
    "plot.timeline.meeting_moved": "Moved from this day",
    "plot.timeline.meeting_cancelled": "Cancelled",
    "plot.timeline.meeting_some_day": "Held on one of these days",
    "plot.timeline.task_done": "Task done",
    "plot.timeline.task_open": "Task open",
    # Workbooks
    # Malgun Gothic, which every Windows has, by the name that Excel of the language shows for it.
    "excel.font": "Malgun Gothic",
    "excel.date_format": "yyyy-mm-dd",
    "excel.hint.bands": "band",
    "excel.hint.tasks": "task",
    "excel.lists": "Lists",
    "excel.reason": "To mend",
    "excel.more": "{listed} and {more} more",
    "excel.note.needed": "Needed in each row.",
    "excel.note.example": "Example: {example}",
    "excel.note.date": "A date, written 2026-03-18; empty where it is not known.",
    "excel.note.one": "One of the list.",
    "excel.note.text": "A text; empty if there is none.",
    "excel.note.bands.id": "Another id for each band: letters A to Z, digits, - _ .",
    "excel.note.bands.title": "The name of the band, in Korean or English.",
    "excel.note.bands.title_en": "The English name, if any.",
    "excel.note.bands.units": (
        "The units of the band; each unit stands in one band. Several are separated by a "
        "semicolon (;)."
    ),
    "excel.note.tasks.id": "Another id for each task: letters A to Z, digits, - _ .",
    "excel.note.tasks.title": "The title of the task, in Korean or English.",
    "excel.note.tasks.title_en": "The English title, if any.",
    "excel.note.tasks.owner": "The unit that owns the task: one of the list.",
    "excel.note.tasks.band": (
        "The band of the task: a name on the sheet of bands, or one of the list."
    ),
    "excel.note.tasks.weight": "A whole number from 1 to {most}; 1 where it is empty.",
    "excel.note.tasks.depends_on": (
        "The ids of the tasks that come first. Several are separated by a semicolon (;)."
    ),
    "excel.note.tasks.indicators": (
        "The ids of the indicators that the task serves. Several are separated by a semicolon (;)."
    ),
    "excel.note.tasks.proposed": (
        "The day on which it was proposed; that of the import where it is empty."
    ),
    "excel.example.bands.id": "B-01",
    "excel.example.bands.title": "Taxation band",
    "excel.example.bands.title_en": "Taxation band",
    "excel.example.bands.units": "Taxation Division 1; Taxation Division 2",
    "excel.example.tasks.id": "T-01",
    "excel.example.tasks.title": "Training on the Improper Solicitation Act",
    "excel.example.tasks.title_en": "Training on the Improper Solicitation Act",
    "excel.example.tasks.owner": "Taxation Division 1",
    "excel.example.tasks.band": "Taxation band",
    "excel.example.tasks.due": "2026-03-18",
    "excel.example.tasks.weight": "2",
    "excel.example.tasks.depends_on": "T-01; T-03",
    "excel.example.tasks.proposed": "2026-03-02",
    "excel.refused.id": "The id is there already",
    "excel.allowed.id": "Each row needs an id of its own.",
    "excel.refused.list": "Not in the list",
    "excel.allowed.list": "Choose one of the list.",
    "excel.refused.band": "Not in the list",
    "excel.allowed.band": (
        "Only bands of the sheet of bands, or of the list, can be imported. Keep it?"
    ),
    "excel.refused.date": "No date",
    "excel.allowed.date": "Write a date, such as 2026-03-18.",
    "excel.refused.number": "No weight",
    "excel.allowed.number": "Write a whole number from 1 to {most}.",
    "excel.cell.formula": "is a formula whose result is not stored",
    "excel.cell.formula.allowed": "a value, or a formula in a workbook that Excel has saved",
    "excel.cell.error": "is an error of the spreadsheet",
    "excel.cell.error.allowed": "a value",
    "excel.cell.id_made_a_date": "is an id that the spreadsheet made a date of",
    "excel.cell.id_made_a_date.allowed": "an id, in a cell whose format is text",
    "excel.cell.id_shown_otherwise": "is a number whose format shows another text on the sheet",
    "excel.cell.id_shown_otherwise.allowed": "an id, in a cell whose format is text",
    "excel.cell.text_made_a_date": "is a text that the spreadsheet made a date of",
    "excel.cell.text_made_a_date.allowed": "a text, in a cell whose format is text",
    "excel.cell.text_shown_otherwise": "is a number whose format shows another text on the sheet",
    "excel.cell.text_shown_otherwise.allowed": "a text, in a cell whose format is text",
    "excel.cell.share": "is a number that the sheet shows in per cent",
    "excel.cell.share.allowed": "a whole number, in a cell whose format is General",
    "excel.cell.made_of_a_number": (
        "cannot be meant: a number, perhaps a year, in a cell whose format is a date"
    ),
    "excel.cell.made_of_a_number.allowed": (
        "a date from {first} to {last}, or a text such as 2026-03-18"
    ),
    # Errors raised in Python, and what files are
    "format.locked": (
        "it is locked by document security ({product}); release it there, or save an open copy"
    ),
    "format.locked_irm": (
        "it is locked by rights management (Microsoft IRM); release it there, or save an open copy"
    ),
    "format.encrypted": "it is encrypted; save it without a password",
    "format.doc": "it is a document of Word (.doc)",
    "format.ppt": "it is a presentation (.ppt)",
    "format.hwp": "it is a document of Hangul (.hwp)",
    "format.pdf": "it is a PDF file",
    "format.rtf": "it is a text of a word processor (.rtf)",
    "format.picture": "it is a picture",
    "format.packed": "it is a packed file ({ending}); unpack it",
    "format.sylk": (
        "it is a spreadsheet as text (SYLK); open it in Excel and save it as a workbook (.xlsx)"
    ),
    "format.old_excel": (
        "it is a workbook of Excel {version}; open it in Excel and save it as a workbook (.xlsx)"
    ),
    "format.excel_5": (
        "it is a workbook of Excel 5 or 95; open it in Excel and save it as a workbook (.xlsx)"
    ),
    "format.mht": "it is a web archive (.mht); open it in Excel and save it as a workbook (.xlsx)",
    "format.xml_spreadsheet": (
        "it is a spreadsheet as XML (XML Spreadsheet 2003); open it in Excel and save it as "
        "a workbook (.xlsx)"
    ),
    "format.xml": "it is an XML file",
    "format.html": (
        "it is a web page (HTML), whatever its name says; open it in Excel and save it as a "
        "workbook (.xlsx)"
    ),
    "format.xls": "it is a workbook of Excel 97-2003 (.xls); save it as .xlsx",
    "format.xlsb": "it is a binary workbook (.xlsb); save it as .xlsx",
    "format.hwpx": "it is a document of Hangul (.hwpx)",
    "format.open_document": "it is an OpenDocument file; save it as .xlsx",
    "format.zip": (
        "it is no workbook; of a packed file (.zip) the workbook in it is read: unpack it"
    ),
    "format.docx": "it is a document of Word (.docx)",
    "format.pptx": "it is a presentation (.pptx)",
    "error.chart_columns": (
        "{name}: it has no columns {old} and {new}, in one of the first {most} rows"
    ),
    "error.chart_rows": "{name}: it has more than {most} rows",
    "error.no_table_file": "{path}: {what}; allowed: a workbook (.xlsx, .xlsm), CSV",
    "error.formula": "{name}: {cell} is a formula; a value is needed",
    "error.the_table": "the table: {error}",
    "error.duckdb": (
        "probity.duckdb needs duckdb and pyarrow, which are not installed: pip install "
        "probity[duckdb]"
    ),
    "error.no_tables_marked": "the errors are of no tables: they were not raised by import_rows",
    "error.workbook_read": (
        "{path}: it is the workbook that was read; allowed: another name, or replace=True"
    ),
    "error.openpyxl": "workbooks need the package openpyxl: pip install probity[excel]",
    "error.workbook": "{name}: {what}; allowed: a workbook of Excel 2007 or later (.xlsx, .xlsm)",
    "error.no_workbook": "it is no workbook",
    "error.no_workbook_locked": (
        "it is no workbook; document security (DRM) may have locked it: release it there"
    ),
    "error.no_workbook_text": "it is no workbook; if it is a table as text, call it .csv",
    "error.workbook_parts": "it has {number} parts, and at most {most} are read",
    "error.workbook_part": (
        "its part {part} has {size} MiB, and at most {most} are read; delete the empty rows "
        "and columns that have a format"
    ),
    "error.workbook_whole": "its parts have more than {most} MiB together",
    "error.part_damaged": "{part} is damaged ({error})",
    "error.part_has": "{name}: {part} has {error}",
    "error.workbook_damaged": "it is no workbook, or a damaged one ({kind}: {error})",
    "error.the_sheet": "the sheet {sheet}",
    "error.no_sheet": "{name}: it has no sheet {sheet}; it has {known}",
    "error.no_sheets": (
        "{name}: it has no sheets, or is a Strict Open XML Spreadsheet; save it as .xlsx"
    ),
    "error.no_headings": (
        "{name}: no sheet has the headings of a table; it has {known}; allowed: {headings}"
    ),
    "error.headings_of": "of {kind} {headings}",
    "error.several_sheets": (
        "{name}: several sheets have {kind}: {sheets}; allowed: one, or excel.read(path, "
        '{kind}="{first}")'
    ),
    "error.no_rows": "{name}: there is no row below the headings on {sheets}",
    "error.sheet_no_headings": (
        "{name}: the sheet {sheet} has no headings of {kind}; allowed: {headings}"
    ),
    "error.bands_or_tasks": (
        "{name}: the sheet {sheet} may have bands or tasks; allowed: excel.read(path, "
        'tasks="{title}"), or a sheet with one of {titles} in its name'
    ),
    "error.rows_on_sheet": (
        "{name}: the table on {sheet} has more rows than the {most} that are taken"
    ),
    "error.merged_rows": "{name}: its merged cells stand over more than {most} rows",
    "error.last_row": (
        "{name}: the sheet {sheet} has something in row {row}; allowed: tables down to row {last}"
    ),
    "error.last_column": (
        "{name}: the sheet {sheet} has something in column {column}; allowed: {most} "
        "columns, to {last}"
    ),
    "error.listed": "{names} and {more} more",
    "error.spread": "merged ranges or links over more than {most} cells",
    "error.elements": "more than {most} elements",
    "error.document_type": "a document type, which no workbook has",
    "error.cells": "more than {most} cells, counting empty ones with a format",
    "error.merges": "more than {most} merged ranges",
    "error.no_table": "{name}: it has no table of {kind}",
    "error.rows_of_no_programme": "rows=True fills in the rows of a programme, and none is given",
    "error.unreadable": "{name}: it cannot be read: {reason}",
    "error.too_large": "{name}: it has more than the {most} MiB that are read",
    "error.no_owner": "owner={owner} is no unit; the programme has {known}",
    "error.no_tasks_in_agenda": (
        "the agenda has no tasks: no kind is selected of one that is parted"
    ),
    "error.none": "none",
    "error.encoding": (
        "{path}: byte {place}, {byte}, is neither UTF-8 nor cp949 nor UTF-16 (the encodings "
        "of CSV files in Korea)"
    ),
    "error.encoding_locked": (
        "{path}: byte {place}, {byte}, is neither UTF-8 nor cp949 nor UTF-16 (the encodings "
        "of CSV files in Korea); document security (DRM) may have locked it"
    ),
    "error.bytes": "the bytes {bytes} are no text in UTF-8 or cp949",
    "error.no_rows_file": "{path}: {what}; allowed: a workbook (.xlsx, .xlsm), CSV, JSON Lines",
    "error.columns_differ": "the columns of a table are of one length: {lengths}",
    "error.dict_cell": "the dict {value} is no cell: a text, number, date or list is",
    "error.sheet_of_kind": "the sheet {sheet} has {kind}, and was given for the {wanted}",
    "error.no_column_of_dict": (
        "{name}: {column} is no column; a dict as a table has a list to each heading, and "
        "rows are a list of dicts"
    ),
    "error.no_row": (
        "row {number} of the {kind} is a {type}; allowed: a list of dicts, or a list of "
        "lists whose first has the headings"
    ),
    "error.pyarrow": (
        "a table by Arrow, here a {type}, is read by pyarrow, which is not installed: pip "
        "install pyarrow"
    ),
    "error.no_term": "{name} is none of the terms: {known}",
    "error.no_particle": "{pair}: not a particle with two forms; allowed: {known}",
    "error.no_words": "probity.labels has no words for {names}",
    "error.language": 'language "{lang}": it is {known}',
    "error.paper": 'paper="{paper}": it is one of {known}',
    "error.planner_year": (
        "a planner shows one calendar year, not {begin} to {last}: make the agenda with "
        "calendar(year)"
    ),
    "error.planner_task": "tasks: {given} is neither a Task nor a pair (date, title)",
    "error.planner_due": 'task "{task}" is due on {day}: the planner shows {begin} to {last}',
    "error.pandas": (
        "probity.pandas needs pandas, which is not installed: pip install probity[pandas]"
    ),
    "error.ends": "{ends} ends for {dates} dates: one is wanted for each",
    "error.week": "no month has a week {week}: 1 to 6 are allowed",
    "error.numbers": "{numbers} numbers of days for {dates} dates: one is wanted for each",
    "error.posts": "approval: {number} posts; there is room for {most}",
    "error.docx": "documents of Word need the package python-docx: pip install probity[docx]",
    "error.hwpx": "documents of Hangul need the package python-hwpx: pip install probity[hwpx]",
    "error.no_paper": "{kind}: not a paper of a meeting; allowed: {known}",
    "error.paper_of_held": "{kind}: the meeting {meeting} is {state}; of one that was held",
    "error.paper_of_cancelled": "{kind}: the meeting {meeting} was cancelled",
    "error.no_font": (
        "no font with Hangul is installed, and the picture has Korean text: install one, "
        "such as Debian's package fonts-nanum or fonts-noto-cjk"
    ),
    "error.matplotlib": (
        "pictures need matplotlib, which is not installed: pip install probity[plot]"
    ),
    "error.kinds_of_own": (
        "{number} kinds of one's own, {names}: at most {most} of them can be told apart"
    ),
    "error.row": 'row "{row}": {error}',
    "error.polars": (
        "probity.polars needs Polars, which is not installed: pip install probity[polars]"
    ),
    "error.polars_column": (
        "the column '{column}' is of {type}, not of dates: cast it to polars.Date"
    ),
    "error.no_column": "a table of {kind} has no column {name}",
    "error.to_frame": "to_frame needs pandas, which is not installed: pip install probity[pandas]",
    "error.table_of": "a table of {names}: it has records of one kind, of {known}",
}
