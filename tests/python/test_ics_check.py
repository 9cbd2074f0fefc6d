"""What a check of a calendar file finds, and that it finds nothing in ours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import probity as pb

GOOD = [
    "UID:a@b",
    "DTSTAMP:20260101T000000Z",
    "SEQUENCE:0",
    "DTSTART;VALUE=DATE:20260121",
    "DTEND;VALUE=DATE:20260122",
    "SUMMARY:청렴데이",
]
HEAD = ["VERSION:2.0", "PRODID:-//Office//EN", "METHOD:PUBLISH"]
ZONE = """BEGIN:VTIMEZONE
TZID:Asia/Seoul
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0900
TZOFFSETTO:+0900
END:STANDARD
END:VTIMEZONE""".splitlines()


def text(*events: list[str], head=HEAD) -> str:
    lines = ["BEGIN:VCALENDAR", *head]
    for each in events:
        lines += ["BEGIN:VEVENT", *each, "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""])


def without(name: str) -> list[str]:
    return [line for line in GOOD if not line.startswith(name)]


def kinds(source) -> list[str]:
    return [finding.what for finding in pb.ics.check(source)]


def only(source) -> pb.ics.Finding:
    (finding,) = pb.ics.check(source)
    return finding


def test_a_good_file_gives_nothing():
    assert kinds(text(GOOD)) == []


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize("name", ["songpa", "yongsan"])
@pytest.mark.parametrize("year", [2023, 2025, 2026])
def test_our_files_give_nothing(tmp_path, name, lang, year):
    path = tmp_path / "our.ics"
    getattr(pb.examples, name)().calendar(year).to_ics(path, lang=lang, years=range(2023, 2033))
    assert pb.ics.check(path) == []


def test_our_rule_of_the_week_is_dropped_by_outlook_alone():
    agenda = pb.examples.songpa().calendar(2026)
    findings = pb.ics.check(agenda.ics_text(recurring="rule"))
    assert [(f.uid, f.what, f.clients, f.severity) for f in findings] == [
        ("integrity-week@songpa.probity", "rrule-outlook", ("Outlook",), "dropped"),
    ]
    rule = "FREQ=MONTHLY;BYMONTHDAY=12,13,14,15,16,17,18;BYDAY=MO"
    assert findings[0].why == pb.Text(
        f"Outlook의 반복 형식에 없는 규칙: {rule}", f"Outlook has no template for {rule}"
    )


@pytest.mark.parametrize(
    ("rule", "fits"),
    [
        ("FREQ=WEEKLY;BYDAY=WE", True),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE", True),
        ("FREQ=MONTHLY;BYDAY=3WE", True),
        ("FREQ=MONTHLY;BYDAY=-1WE", True),
        ("FREQ=MONTHLY;BYDAY=3WE;COUNT=999", True),
        ("FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=21", True),
        ("FREQ=MONTHLY;BYDAY=3WE;COUNT=1000", False),
        ("FREQ=MONTHLY;BYDAY=5WE", False),
        ("FREQ=MONTHLY;BYDAY=1WE,3WE", False),
        ("FREQ=YEARLY;INTERVAL=2;BYMONTH=1;BYMONTHDAY=21", True),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=5", False),
        ("FREQ=MONTHLY;BYMONTHDAY=31", False),
        ("FREQ=YEARLY;BYWEEKNO=4;BYDAY=WE", False),
    ],
)
def test_what_fits_a_template_of_outlook(rule, fits):
    start = pb.Recurrence(rule, start="2026-01-01").nth(0)
    event = [*without("DTSTART"), f"RRULE:{rule}", f"DTSTART;VALUE=DATE:{start:%Y%m%d}"]
    event = [line for line in event if not line.startswith("DTEND")] + ["DURATION:P1D"]
    assert kinds(text(event)) == ([] if fits else ["rrule-outlook"])


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=MONTHLY;BYDAY=WE;BYSETPOS=3",
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        "FREQ=YEARLY;BYMONTH=4;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    ],
)
def test_a_template_that_the_new_outlook_is_reported_to_reject_is_fragile(rule):
    start = pb.Recurrence(rule, start="2026-01-01").nth(0)
    finding = only(
        text(
            [
                *without("DT"),
                f"DTSTART;VALUE=DATE:{start:%Y%m%d}",
                "DTSTAMP:20260101T000000Z",
                "DURATION:P1D",
                f"RRULE:{rule}",
            ]
        )
    )
    assert (finding.what, finding.severity) == ("rrule-import", "fragile")
    assert finding.clients == ("Outlook",) and rule in finding.why


@pytest.mark.parametrize("name", ["UID", "DTSTAMP", "SEQUENCE", "DTSTART", "DTEND"])
def test_what_an_event_lacks(name):
    expected = {"DTEND": "no-end"}.get(name, f"no-{name.lower()}")
    finding = only(text(without(name)))
    assert finding.what == expected
    assert finding.title == "청렴데이"
    assert finding.uid == ("" if name == "UID" else "a@b")
    assert finding.line == 5


@pytest.mark.parametrize("name", ["VERSION", "PRODID", "METHOD"])
def test_what_a_calendar_lacks(name):
    head = [line for line in HEAD if not line.startswith(name)]
    finding = only(text(GOOD, head=head))
    assert (finding.what, finding.uid, finding.line) == (f"no-{name.lower()}", "", 1)


TIMED = [
    *without("DT"),
    "DTSTAMP:20260101T000000Z",
    "DTSTART;TZID=Asia/Seoul:20260121T152000",
    "DTEND;TZID=Asia/Seoul:20260121T163000",
]


@pytest.mark.parametrize(
    ("lines", "whats"),
    [
        (["DTSTART;VALUE=DATE:20260230", "DURATION:P1D"], ["bad-date"]),
        (["DTSTART;VALUE=DATE:20260121", "DTEND;VALUE=DATE:20260121"], ["end-not-after-start"]),
        (["DTSTART;VALUE=DATE:20260121", "DTEND:20260122T000000Z"], ["mixed-types"]),
        (["DTSTART:20260121T152000", "DURATION:PT1H"], ["floating-time"]),
        (["DTSTART:20260121T152000Z", "DURATION:PT1H"], []),
        (["DTSTART;TZID=Asia/Seoul:20260121T152000", "DURATION:PT1H"], ["no-vtimezone"]),
    ],
)
def test_times(lines, whats):
    event = [line for line in GOOD if not line.startswith(("DTSTART", "DTEND"))]
    assert kinds(text([*event, *lines])) == whats


def test_a_zone_that_the_file_defines_is_fine():
    assert kinds(text(TIMED, head=[*HEAD, *ZONE])) == []


@pytest.mark.parametrize(
    ("lines", "whats"),
    [
        (["EXDATE;VALUE=DATE:20260218"], []),
        (["EXDATE:20260218T000000Z"], ["mixed-types"]),
        (["RECURRENCE-ID:20260121T000000Z"], ["rule-of-change", "mixed-types"]),
        (["RDATE;VALUE=DATE:20260122"], ["rdate"]),
        (["RRULE:FREQ=MONTHLY;BYDAY=3WE"], ["several-rrules"]),
    ],
)
def test_exceptions(lines, whats):
    assert kinds(text([*GOOD, "RRULE:FREQ=MONTHLY;BYDAY=3WE", *lines])) == whats


@pytest.mark.parametrize(
    ("lines", "whats"),
    [
        (["RDATE;VALUE=DATE:20260122"], ["rdate-alone"]),
        (["RRULE:FREQ=SOMETIMES"], ["rrule-invalid"]),
        (["RRULE:FREQ=HOURLY"], ["rrule-invalid"]),
        (["RRULE:FREQ=MONTHLY;BYDAY=3WE;COUNT=3;UNTIL=20270101"], ["count-and-until"]),
        (["RRULE:FREQ=MONTHLY;BYDAY=3WE;UNTIL=20270101T000000Z"], ["until-type"]),
        (["RRULE:FREQ=MONTHLY;BYDAY=3WE;UNTIL=20270101"], []),
        (["RRULE:FREQ=MONTHLY;BYDAY=2WE"], ["start-not-of-rule"]),
        (["RRULE:RSCALE=DANGI;FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=3"], ["rrule-outlook", "rscale"]),
    ],
)
def test_rules(lines, whats):
    assert kinds(text([*GOOD, *lines])) == whats


def test_events_of_one_uid():
    finding = only(text(GOOD, GOOD))
    assert (finding.what, finding.severity, finding.line) == ("same-uid", "dropped", 13)
    assert "line 5" in str(finding.why) and "5행" in finding.why.korean
    moved = [*GOOD, "RECURRENCE-ID;VALUE=DATE:20260121"]
    assert kinds(text([*GOOD, "RRULE:FREQ=MONTHLY;BYDAY=3WE"], moved)) == []


def test_tasks_and_journals():
    head = [
        *HEAD,
        "BEGIN:VTODO",
        "UID:t",
        "SUMMARY:x",
        "END:VTODO",
        "BEGIN:VJOURNAL",
        "END:VJOURNAL",
    ]
    task, journal = pb.ics.check(text(GOOD, head=head))
    assert (task.what, task.clients, task.uid) == ("task", ("Google", "Apple"), "t")
    assert journal.what == "journal"


def test_the_form_of_the_file():
    good = text(GOOD).encode()
    assert kinds(b"\xef\xbb\xbf" + good) == ["byte-order-mark"]
    assert kinds(good.replace(b"\r\n", b"\n")) == ["line-ends"]
    assert kinds(good.replace("데이".encode(), b"x" * 70)) == ["long-line"]
    name = "청렴데이".encode()
    assert kinds(good.replace(name, name[:4] + b"\r\n " + name[4:])) == ["fold-in-character"]
    assert kinds(good.replace(name, name[:3] + b"\r\n " + name[3:])) == []
    assert kinds(good.replace(name, b"a\\\r\n n")) == ["fold-in-escape"]
    assert kinds(good.replace(name, "청렴데이".encode("cp949"))) == ["encoding"]
    assert kinds(good.replace(name, name + b"\r\nand more")) == ["broken-line"]
    assert kinds(good.replace(b"END:VEVENT\r\n", b"")) == ["unclosed"]
    assert kinds(good + good) == ["several-calendars", "same-uid"]


def test_findings_stand_in_the_order_of_lines():
    findings = pb.ics.check(text(without("UID"), without("SEQUENCE"), without("DTEND")))
    assert [finding.line for finding in findings] == sorted(finding.line for finding in findings)
    assert len(findings) == 4  # two of them have one UID


def test_what_is_no_calendar_names_the_file(tmp_path):
    path = tmp_path / "empty.ics"
    path.write_bytes(b"")
    with pytest.raises(pb.DocumentError, match="empty.ics"):
        pb.ics.check(path)


@given(st.lists(st.sampled_from([*GOOD, *ZONE, "RRULE:FREQ=DAILY", "X", "EXDATE:", "DTSTART:x"])))
def test_any_lines_are_checked(lines):
    for finding in pb.ics.check(text(lines)):
        assert finding.line >= 1
