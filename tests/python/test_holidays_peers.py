"""Korea's holidays and working days against independent sources.

The package `holidays` has a table of its own from 1948 on; where the two differ, which of them is
right, and by what, stands beside the difference here and in docs/working-days.md. NumPy's and
pandas' arithmetic is held against the library's on the same holidays.
"""

import datetime as dt

import pytest

import probity as pb

# The clause of 1959-03-27 gave the day after a holiday that fell on a Sunday, until December 1960.
# The package has four of its five days and not the Monday after Sunday, 3 January 1960, which was
# a holiday of New Year.
NEXT_DAY_OF_1960 = {dt.date(1960, 1, 4)}

# The constitutional referendum: third on the list of temporary holidays that the Ministry of
# Personnel Management published on 2015-08-04.
REFERENDUM_OF_1962 = {dt.date(1962, 12, 17)}

# On these days parliament or an electoral college chose the president. The package has them as
# polling days; the Korea Exchange traded on those for which its record is at hand (1978 to 1981),
# while it closed on all real polling days of those years.
INDIRECT_ELECTIONS = {
    dt.date(1960, 8, 12),
    dt.date(1972, 12, 23),
    dt.date(1978, 7, 6),
    dt.date(1979, 12, 6),
    dt.date(1980, 8, 27),
    dt.date(1981, 2, 25),
}

BEGIN, END = dt.date(1950, 1, 1), dt.date(2051, 1, 1)


@pytest.fixture(scope="module")
def kr():
    return pb.WorkCalendar.korea()


@pytest.fixture(scope="module")
def package():
    holidays = pytest.importorskip("holidays")
    return set(holidays.KR(years=range(BEGIN.year, END.year)))


def listed(kr, begin, end):
    return {holiday.date for holiday in kr.holidays(begin, end)}


def test_1950_to_2050_differ_from_the_package_on_eight_explained_days(kr, package):
    ours = listed(kr, BEGIN, END)
    assert ours - package == NEXT_DAY_OF_1960 | REFERENDUM_OF_1962
    assert package - ours == INDIRECT_ELECTIONS


def test_no_difference_where_the_table_is_verified(kr, package):
    begin = kr.verified_from
    assert begin == dt.date(2010, 1, 1)
    assert listed(kr, begin, END) == {day for day in package if day >= begin}


def test_calendar_from_the_package_is_koreas_where_they_agree(kr):
    holidays = pytest.importorskip("holidays")
    from_package = pb.WorkCalendar.from_holidays(holidays.KR(years=range(2010, 2051)))
    for day in map(
        dt.date.fromordinal,
        range(dt.date(2010, 1, 1).toordinal(), dt.date(2051, 1, 1).toordinal()),
    ):
        assert from_package.is_working_day(day) == kr.is_working_day(day), day


def random_days(count, seed, begin="1951-01-01", end="2050-01-01"):
    numpy = pytest.importorskip("numpy")
    first, last = numpy.datetime64(begin, "D"), numpy.datetime64(end, "D")
    random = numpy.random.default_rng(seed)
    return first + random.integers(0, (last - first).astype(int), count)


def test_count_is_numpys_forward(kr):
    numpy = pytest.importorskip("numpy")
    busdays = kr.to_busdaycalendar(BEGIN, END)
    a, b = random_days(200_000, 1), random_days(200_000, 2)
    begin, end = numpy.minimum(a, b), numpy.maximum(a, b)
    assert (kr.count(begin, end) == numpy.busday_count(begin, end, busdaycal=busdays)).all()


def test_count_backward_is_minus_the_count_forward_and_numpys_is_a_day_later(kr):
    numpy = pytest.importorskip("numpy")
    busdays = kr.to_busdaycalendar(BEGIN, END)
    a, b = random_days(200_000, 3), random_days(200_000, 4)
    begin, end = numpy.minimum(a, b), numpy.maximum(a, b)
    apart = begin != end
    begin, end = begin[apart], end[apart]
    assert (kr.count(end, begin) == -kr.count(begin, end)).all()
    # NumPy counts (begin, end] where it counts backward.
    numpys = numpy.busday_count(end, begin, busdaycal=busdays)
    assert (numpys == -kr.count(begin + 1, end + 1)).all()


@pytest.mark.parametrize("n", [-250, -7, -1, 0, 1, 2, 5, 22, 250])
def test_add_is_numpys_offset_after_the_right_roll(kr, n):
    numpy = pytest.importorskip("numpy")
    busdays = kr.to_busdaycalendar(BEGIN, END)
    days = random_days(50_000, 5)
    # The n-th working day after a Saturday is counted from the Friday before it.
    roll = "preceding" if n > 0 else "following"
    offset = numpy.busday_offset(days, n, roll=roll, busdaycal=busdays)
    assert (kr.add(days, n) == offset).all()


@pytest.mark.parametrize(
    "how", ["following", "preceding", "modified_following", "modified_preceding"]
)
def test_roll_is_numpys(kr, how):
    numpy = pytest.importorskip("numpy")
    busdays = kr.to_busdaycalendar(BEGIN, END)
    days = random_days(50_000, 6)
    numpys = numpy.busday_offset(days, 0, roll=how.replace("_", ""), busdaycal=busdays)
    assert (kr.roll(days, how) == numpys).all()


def test_is_working_day_is_numpys(kr):
    numpy = pytest.importorskip("numpy")
    days = random_days(200_000, 7)
    busdays = kr.to_busdaycalendar(BEGIN, END)
    assert (kr.is_working_day(days) == numpy.is_busday(days, busdaycal=busdays)).all()


def test_add_is_pandas_custom_business_day(kr):
    pandas = pytest.importorskip("pandas")
    holidays = sorted(listed(kr, BEGIN, END))
    for n in (-3, -1, 1, 5):
        offset = pandas.offsets.CustomBusinessDay(n, holidays=holidays)
        for day in random_days(200, 8 + n, "2010-01-01"):
            stamp = pandas.Timestamp(day)
            assert pandas.Timestamp(kr.add(stamp, n)) == stamp + offset, (stamp, n)


@pytest.mark.parametrize(
    ("country", "weekend"),
    [
        ("US", [pb.SA, pb.SU]),
        ("DE", [pb.SA, pb.SU]),
        ("JP", [pb.SA, pb.SU]),
        ("IL", [pb.FR, pb.SA]),
        ("SA", [pb.FR, pb.SA]),
    ],
)
def test_other_countries_with_their_weekends(country, weekend):
    holidays = pytest.importorskip("holidays")
    mapping = holidays.country_holidays(country, years=range(2020, 2031))
    office = pb.WorkCalendar.from_holidays(mapping)
    assert office.weekend == weekend
    assert office.horizon == pb.Interval("2020-01-01", "2031-01-01")
    for day in (dt.date(2020, 1, 1) + dt.timedelta(n) for n in range(3650)):
        off = day in mapping or day.weekday() in mapping.weekend
        assert office.is_working_day(day) is not off, day
    named = {holiday.date: holiday.name for holiday in office.holidays("2020-01-01")}
    assert named == dict(mapping.items())
    assert pb.WorkCalendar.from_holidays(mapping, weekend=[pb.SU]).weekend == [pb.SU]


def test_a_mapping_of_the_package_without_years_is_refused():
    holidays = pytest.importorskip("holidays")
    with pytest.raises(pb.ProbityError, match="name the years"):
        pb.WorkCalendar.from_holidays(holidays.US())
