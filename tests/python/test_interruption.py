"""Ctrl-C ends every call that takes long, and the process goes on as if the call had not been made.

The calls are repeated by C code alone (`deque`, `starmap`, `repeat`), which looks at no signal:
what does not look at signals itself would never end.
"""

import os
import select
import signal
import subprocess
import sys
import textwrap
import time

import pytest

#: Against what does not end; nothing is measured by it.
LIMIT = 300

CHILD = """
    import itertools, tempfile
    from collections import deque
    import numpy as np
    import probity as pb
    from probity.tables.programme import flat_tasks

    kr = pb.WorkCalendar.korea()
    rng = np.random.default_rng(1)
    days = np.datetime64("2026-01-01") + rng.integers(0, 365, 100_000)
    later = days + rng.integers(0, 30, days.size)
    whole = pb.Recurrence("FREQ=DAILY", "1400-01-01")
    part = pb.Recurrence("FREQ=WEEKLY;BYDAY=MO,TU", "1400-01-01")
    office = pb.examples.songpa(illustrative=True)
    lines = office.to_json_lines()
    portfolio = pb.Portfolio([office, pb.examples.yongsan(illustrative=True)])
    seconds = days.astype("datetime64[s]")
    dates = days[:10_000].tolist()
    texts = [str(day) for day in dates]
    folder = tempfile.mkdtemp()
    file = folder + "/office.jsonl"
    office.save(file)
    year = ("2026-01-01", "2027-01-01")

    CALLS = {
        "is_working_day": (kr.is_working_day, days),
        "is_working_day of a list": (kr.is_working_day, dates),
        "is_working_day of texts": (kr.is_working_day, texts),
        "is_working_day of seconds": (kr.is_working_day, seconds),
        "is_holiday": (kr.is_holiday, days),
        "roll": (kr.roll, days, "following"),
        "add": (kr.add, days, 5),
        "add each": (kr.add, days, np.arange(days.size) % 9 - 4),
        "count": (kr.count, days, later),
        "contains": (whole.contains, days),
        "DateSet of an array": (pb.DateSet, days),
        "DateSet of a list": (pb.DateSet, dates),
        "between": (part.between, "1400-01-01"),
        "expand": (pb.expand, ["FREQ=DAILY"] * 300, "2026-01-01", *year),
        "same_dates": (part.same_dates, whole),
        "progress": (portfolio.progress, "2026-07-15"),
        "burnup": (portfolio.burnup, *year),
        "states": (portfolio.states, "2026-07-15"),
        "parse": (pb.Programme.parse, lines),
        "to_json_lines": (office.to_json_lines,),
        "as_of": (office.as_of, "2026-07-01"),
        "load": (pb.load, file),
        "verify": (pb.verify, file),
        "calendar": (office.calendar, 2026),
        "propose": (pb.propose, 3, 2026),
        "frame of events": (pb._core._flat_events, office.history, "en"),
        "frame of tasks": (flat_tasks, portfolio, "en"),
    }

    def value(result):
        if isinstance(result, np.ndarray):
            return result.tobytes()
        if isinstance(result, pb.Programme):
            return repr([(task.id, task.state) for task in result.tasks])
        return repr(result) if "at 0x" not in repr(result) else None

    for name, call in CALLS.items():
        function, *arguments = call
        before = value(function(*arguments))
        print(name, flush=True)
        try:
            deque(itertools.starmap(function, itertools.repeat(arguments)), maxlen=0)
        except KeyboardInterrupt:
            same = value(function(*arguments)) == before
            print(f"interrupted, same={same}", flush=True)
    print("end", flush=True)
"""


@pytest.fixture(scope="module")
def child():
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(CHILD)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,
    )
    with process:
        yield process
        process.kill()


def line_of(process: subprocess.Popen) -> str:
    ready, _, _ = select.select([process.stdout], [], [], LIMIT)
    if not ready:
        process.kill()
        pytest.fail(f"it does not end:\n{process.stderr.read().decode()}")
    line = process.stdout.readline().decode().strip()
    if not line:
        pytest.fail(process.stderr.read().decode())
    return line


def test_control_c_ends_bulk_calls_which_can_be_made_again(child):
    ended = {}
    while (name := line_of(child)) != "end":
        # So that the call is under way.
        time.sleep(0.2)
        os.kill(child.pid, signal.SIGINT)
        ended[name] = line_of(child)
    assert ended
    assert set(ended.values()) == {"interrupted, same=True"}, ended


ENDLESS = """
    import itertools
    import probity as pb
    print("ready", flush=True)
    try:
        {call}
    except KeyboardInterrupt:
        print(len(pb.DateSet(["2026-03-18"])), flush=True)
"""


@pytest.mark.parametrize(
    "call",
    [
        "pb.DateSet(itertools.repeat('2026-03-18'))",
        "pb.WorkCalendar.korea().add(itertools.repeat('2026-03-18'), 1)",
    ],
)
def test_control_c_ends_what_never_ends(call):
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(ENDLESS.format(call=call))],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,
    )
    try:
        assert line_of(process) == "ready"
        time.sleep(0.2)
        os.kill(process.pid, signal.SIGINT)
        assert line_of(process) == "1"
    finally:
        process.kill()
        process.communicate()


def test_a_handler_that_does_not_raise_does_not_end_a_call():
    code = """
        import signal
        import numpy as np
        import probity as pb
        seen = []
        signal.signal(signal.SIGALRM, lambda *_: seen.append(1))
        signal.setitimer(signal.ITIMER_REAL, 0.01, 0.01)
        days = np.full(3_000_000, np.datetime64("2026-03-18"))
        added = pb.WorkCalendar.korea().add(days, 1)
        signal.setitimer(signal.ITIMER_REAL, 0)
        assert (added == np.datetime64("2026-03-19")).all()
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)], capture_output=True, timeout=LIMIT
    )
    assert done.returncode == 0, done.stderr.decode()


def test_a_save_that_is_interrupted_leaves_the_file_as_it_was(tmp_path):
    code = f"""
        import itertools, os
        from collections import deque
        import probity as pb
        file = {str(tmp_path / "office.jsonl")!r}
        office = pb.examples.songpa(illustrative=True)
        pb.examples.songpa(illustrative=True).save(file)
        with open(file, "rb") as opened:
            before = opened.read()
        print("ready", flush=True)
        try:
            deque(itertools.starmap(office.save, itertools.repeat((file,))), maxlen=0)
        except KeyboardInterrupt:
            pass
        with open(file, "rb") as opened:
            assert opened.read() == before
        office.save(file)
        print(sorted(os.listdir(os.path.dirname(file))), flush=True)
    """
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,
    )
    try:
        assert line_of(process) == "ready"
        time.sleep(0.2)
        os.kill(process.pid, signal.SIGINT)
        assert line_of(process) == "['office.jsonl']"
    finally:
        process.kill()
        process.communicate()
