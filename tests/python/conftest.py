"""What the Python tests share."""

import datetime
import os
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st

import probity as pb

# openpyxl writes its own XML here, as where lxml is not installed: python-docx brings lxml along.
os.environ["OPENPYXL_LXML"] = "False"

# The same examples in every run, so that a failure is found again.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")

FIRST = datetime.date(1400, 1, 1)
LAST = datetime.date(9999, 12, 31)

any_date = st.dates(FIRST, LAST)
any_weekday = st.sampled_from([pb.MO, pb.TU, pb.WE, pb.TH, pb.FR, pb.SA, pb.SU])


@pytest.fixture(scope="session")
def kr() -> pb.WorkCalendar:
    return pb.WorkCalendar.korea()


@pytest.fixture(scope="session")
def data() -> Path:
    return Path(__file__).parent.parent / "data"


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)
