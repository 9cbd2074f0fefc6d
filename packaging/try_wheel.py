"""The work of an office in thirty lines, from the wheel alone, without sources and extras.

python packaging/try_wheel.py
"""

import tempfile
from datetime import date
from pathlib import Path

import probity as pb

kr = pb.WorkCalendar.korea()
third_weeks = pb.third_week(start="2026-01-01")
weeks = [week.begin for week in third_weeks.between("2026-01-01", "2026-04-01")]
assert weeks == [date(2026, 1, 12), date(2026, 2, 16), date(2026, 3, 16)], weeks
assert kr.add("2026-02-13", 5) == date(2026, 2, 25)
assert pb.Zone("Asia/Seoul")

programme = pb.examples.songpa()
agenda = programme.calendar(2026, workdays=kr)
with tempfile.TemporaryDirectory() as folder:
    calendar = Path(folder, "songpa.ics")
    agenda.to_ics(calendar)
    assert "Integrity Week" in calendar.read_text("utf-8")
    page = Path(folder, "plan.html")
    agenda.to_html(page, lang="ko")
    assert "청렴" in page.read_text("utf-8")
    history = Path(folder, "songpa.jsonl")
    programme.save(history)
    assert pb.load(history) == programme
print("probity", pb.__version__, "works")
