"""What a step gives: taken, or the cause for which it is refused, in words that a table can hold.

A test that only asks whether something is refused passes by any other refusal too. So a refusal is
always held to its cause.
"""

import re
from collections.abc import Callable

import probity as pb

TAKEN = "taken"

#: The event that is refused: "event 12: ", or of the last one of a command
#: "event 12: task.adopted of 'T-1' on 2026-03-02: ".
_EVENT = re.compile(r"^event (\d+): (?:[a-z_.]+ of '[^']*' on \d{4}-\d\d-\d\d: )?")

#: The line of a file, before what is wrong with it.
_LINE = re.compile(r"^line \d+: ")

#: Behind a refusal in the midst of events that were read.
_UNTRIED = "; events that follow it have not been tried"


def cause(step: Callable[[], object]) -> str:
    """`TAKEN`, or why a step is refused.

    A TransitionError is "state -> wanted: unmet", a DocumentError begins with its place, and of any
    other ProbityError it is the message, without the event and the subject that it begins with.
    """
    try:
        step()
    except pb.TransitionError as error:
        # The message says what the members say.
        for part in (error.state, error.wanted, error.unmet):
            assert part in str(error), str(error)
        return f"{error.state} -> {error.wanted}: {error.unmet}"
    except pb.DocumentError as error:
        (fault,) = error.faults
        place, message = fault
        # An event that a file has is refused as one that was just recorded.
        message = _LINE.sub("", message).removesuffix(_UNTRIED)
        assert message.startswith(f"{place}: "), message
        return _EVENT.sub("", message.removeprefix("/history: "))
    except pb.ProbityError as error:
        assert type(error) is pb.ProbityError, type(error)
        return _EVENT.sub("", str(error))
    return TAKEN


def refused_event(step: Callable[[], object]) -> int:
    """The number of the event that a refusal names: the new one, or one that no longer holds."""
    try:
        step()
    except pb.ProbityError as error:
        found = _EVENT.match(str(error))
        assert found, str(error)
        return int(found[1])
    raise AssertionError("it was taken")


def read_table(table: str) -> list[tuple[str, str, str]]:
    """The cells of a table of words: name of the row, name of the column, cell."""
    lines = [line.split() for line in table.strip().splitlines()]
    columns = lines[0]
    cells = []
    for name, *row in lines[1:]:
        assert len(row) == len(columns), f"{name}: {len(row)} cells for {len(columns)} columns"
        cells += [(name, column, cell) for column, cell in zip(columns, row, strict=True)]
    return cells
