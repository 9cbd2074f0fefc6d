"""A described rule is among the readings of its own sentence."""

from hypothesis import example, given
from hypothesis import strategies as st

import probity as pb

# Round trip ---------------------------------------------------------------------------------------

CODES = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


@st.composite
def described_rules(draw):
    """The rules whose sentence says all there is to them: no list is cut, nothing is left to the
    start, and no time of day is named."""
    freq = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY", "LUNAR"]))
    parts = {}
    if draw(st.booleans()):
        parts["INTERVAL"] = str(draw(st.integers(1, 12)))
    months = draw(st.lists(st.integers(1, 12), min_size=1, max_size=7, unique=True))
    weekdays = st.lists(st.sampled_from(CODES), min_size=1, max_size=6, unique=True)
    nths = st.sampled_from([1, 2, 3, 4, 5, -1, -2])
    if freq == "WEEKLY":
        parts["BYDAY"] = ",".join(draw(weekdays))
        if draw(st.booleans()):
            parts["BYMONTH"] = ",".join(map(str, months))
    elif freq in ("MONTHLY", "YEARLY"):
        if freq == "YEARLY":
            parts["BYMONTH"] = ",".join(map(str, months))
        kind = draw(st.sampled_from(["days", "ordinals", "friday", "positions", "weekdays"]))
        days = st.integers(1, 31) | st.integers(-5, -1)
        if kind == "days":
            chosen = draw(st.lists(days, min_size=1, max_size=7, unique=True))
            parts["BYMONTHDAY"] = ",".join(map(str, chosen))
        elif kind == "ordinals":
            pairs = draw(
                st.lists(
                    st.tuples(nths, st.sampled_from(CODES)), min_size=1, max_size=4, unique=True
                )
            )
            parts["BYDAY"] = ",".join(f"{n}{code}" for n, code in pairs)
        elif kind == "friday":
            parts["BYMONTHDAY"] = str(draw(st.integers(1, 31)))
            parts["BYDAY"] = draw(st.sampled_from(CODES))
        elif kind == "positions":
            parts["BYDAY"] = draw(st.sampled_from(["MO,TU,WE,TH,FR", "SA,SU", "TU,TH", "MO"]))
            parts["BYSETPOS"] = str(draw(st.sampled_from([1, 2, 3, -1, -2])))
        else:
            parts["BYDAY"] = ",".join(draw(weekdays))
    elif freq == "LUNAR":
        freq = "YEARLY"
        leap = draw(st.sampled_from(["", "L"]))
        parts = {"RSCALE": "DANGI", "BYMONTH": f"{months[0]}{leap}"}
        parts["BYMONTHDAY"] = str(draw(st.integers(1, 29) | st.just(-1)))
    end = draw(st.sampled_from(["", "COUNT=7", "UNTIL=20351231"]))
    text = ";".join([f"FREQ={freq}", *(f"{name}={value}" for name, value in parts.items())])
    return pb.Rule(text + (f";{end}" if end else ""))


@given(described_rules())
@example(pb.Rule("FREQ=WEEKLY;INTERVAL=2;BYMONTH=6,7,8;BYDAY=MO"))
@example(pb.Rule("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU"))
@example(pb.Rule("FREQ=WEEKLY;BYDAY=TU,TH;BYSETPOS=1;WKST=SU"))
@example(pb.Rule("FREQ=DAILY;INTERVAL=2;BYDAY=MO,WE;BYMONTH=3"))
@example(pb.Rule("FREQ=MONTHLY;BYMONTHDAY=8,9,10,11,12,13,14;BYDAY=MO;BYSETPOS=1"))
@example(pb.Rule("FREQ=MONTHLY;BYMONTHDAY=14,15,16,17,18,19,20;BYDAY=WE"))
@example(pb.Rule("FREQ=YEARLY;BYMONTH=3;BYDAY=1MO;BYMONTHDAY=1,2"))
@example(pb.Rule("FREQ=YEARLY;BYYEARDAY=100"))
@example(pb.Rule("FREQ=YEARLY;BYYEARDAY=100;BYMONTH=4"))
@example(pb.Rule("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO"))
@example(pb.Rule("FREQ=YEARLY;BYWEEKNO=1,-1;BYDAY=MO,TU,WE;WKST=SU"))
@example(pb.Rule("FREQ=YEARLY;BYDAY=20MO"))
@example(pb.Rule("FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,-1"))
@example(pb.Rule("FREQ=YEARLY;BYMONTH=3,9;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"))
@example(pb.Rule("FREQ=YEARLY;INTERVAL=2;BYMONTHDAY=29"))
@example(pb.Rule("FREQ=YEARLY;INTERVAL=2;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;BYDAY=1MO"))
@example(pb.Rule("FREQ=MONTHLY;INTERVAL=5;BYMONTH=3,4,5;BYMONTHDAY=10"))
@example(pb.Rule("FREQ=MONTHLY;BYMONTHDAY=-7,-6,-5,-4,-3,-2,-1"))
@example(pb.Rule("RSCALE=DANGI;FREQ=MONTHLY;BYMONTHDAY=15"))
@example(pb.Rule("RSCALE=DANGI;FREQ=YEARLY;BYMONTH=5,5L;BYDAY=1SA"))
@example(pb.Rule("RSCALE=DANGI;FREQ=YEARLY;BYMONTH=5L;BYMONTHDAY=1;SKIP=FORWARD"))
@example(pb.Rule("RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=31;SKIP=FORWARD"))
def test_a_described_rule_is_among_the_readings_of_its_sentence(rule):
    sentence = rule.describe("ko")
    expected = pb.Recurrence(rule, start="2026-01-01")
    lunar = str(rule).startswith("RSCALE=DANGI")
    if rule.count is None and not lunar and expected.nth(0) is None:
        return  # such as every 30 February, which the reader refuses
    found = [
        reading.recurrence("2026-01-01")
        for reading in pb.parse_korean(sentence).readings
        if not reading.needs_workdays
    ]
    horizon = "2080-01-01"
    assert any(
        each.between("2026-01-01", horizon) == expected.between("2026-01-01", horizon)
        for each in found
    ), (sentence, found)
