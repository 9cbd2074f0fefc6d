#include "convert.hpp"
#include "day_array.hpp"
#include "text/sentence.hpp"
#include "work_calendar.hpp"

namespace probity::python {
namespace {

/// The end of a half-open interval; without one the calendar's own, and null if that is the end of
/// time.
std::optional<Date> end_of(const WorkCalendar& calendar, const std::optional<Date>& end) {
    return end ? end : calendar.horizon().end();
}

RollConvention convention_of(const py::str& how) { return parse_roll_convention(text_of(how)); }

template <class One, class Many>
py::object test_days(const py::object& dates, One one, Many many) {
    if (is_one_date(dates.ptr())) return py::bool_(one(date_from_python(dates.ptr())));
    const DayArray array(dates);
    NewArray<bool> result(array.shape());
    {
        const py::gil_scoped_release released;
        many(array.days(), result.values);
    }
    return std::move(result.array);
}

/// A value for each of an array's, made of one.
std::vector<std::int64_t> repeated(std::int64_t value, std::size_t size) {
    return std::vector<std::int64_t>(size, value);
}

[[noreturn]] void throw_shapes(const char* a_name, std::size_t a, const char* b_name,
                               std::size_t b) {
    throw ProbityError(detail::sentence(
        "python.lengths", {{"a", a}, {"a_name", a_name}, {"b", b}, {"b_name", b_name}}));
}

bool is_one_number(const py::object& value) {
    // A NumPy array of one element has __index__ too, and is an array all the same.
    return PyLong_Check(value.ptr()) != 0 ||
           (PyIndex_Check(value.ptr()) != 0 && !py::hasattr(value, "__len__"));
}

std::int64_t one_number(const py::object& value) { return long_number_from_python(value.ptr()); }

// An unsigned number beyond 2^63 becomes another number as an int64.
void check_within_int64(const py::array& numbers) {
    if (numbers.size() == 0) return;
    const py::object greatest = numbers.attr("max")();
    if (greatest.attr("__gt__")(py::int_(INT64_MAX)).cast<bool>()) {
        throw ProbityError(
            detail::sentence("python.working_days", {{"number", text_of(py::str(greatest))}}));
    }
}

py::array_t<std::int64_t> number_array(const py::object& values) {
    const auto numpy = py::module_::import("numpy");
    const py::array given = numpy.attr("asarray")(values);
    const char kind = given.dtype().kind();
    if (kind != 'i' && kind != 'u') {
        throw py::type_error("numbers of working days are whole numbers, not an array of " +
                             text_of(py::str(given.dtype())));
    }
    if (kind == 'u') check_within_int64(given);
    return numpy.attr("require")(given, "int64", py::make_tuple("C", "ALIGNED"));
}

py::object add_arrays(const WorkCalendar& self, const py::object& dates, const py::object& n) {
    const py::array_t<std::int64_t> given = number_array(n);
    std::span<const std::int64_t> numbers(given.data(), static_cast<std::size_t>(given.size()));
    std::vector<std::int64_t> days;
    std::vector<py::ssize_t> shape(given.shape(), given.shape() + given.ndim());
    std::optional<DayArray> array;
    std::span<const std::int64_t> from;
    if (is_one_date(dates.ptr())) {
        days = repeated(day_number(date_from_python(dates.ptr())), numbers.size());
        from = days;
    } else {
        array.emplace(dates);
        from = array->days();
        if (array->shape() != shape) throw_shapes("dates", from.size(), "numbers", numbers.size());
    }
    NewDays result(shape);
    {
        const py::gil_scoped_release released;
        self.add(from, numbers, result.days);
    }
    return std::move(result.array);
}

/// One side of count(): dates of its own, or one date for all of the other side's.
struct Side {
    std::optional<DayArray> array;
    std::int64_t day = 0;
    std::vector<std::int64_t> days;

    Side(const WorkCalendar& calendar, const py::object& dates) {
        if (dates.is_none()) {
            day = std::int64_t{day_number(calendar.horizon().last())} + 1;
        } else if (is_one_date(dates.ptr())) {
            day = day_number(date_from_python(dates.ptr()));
        } else {
            array.emplace(dates);
        }
    }
    std::span<const std::int64_t> for_each(std::size_t size) {
        if (array) return array->days();
        days = repeated(day, size);
        return days;
    }
};

}  // namespace

// One day or many ---------------------------------------------------------------------------------

py::object is_working_day(const WorkCalendar& self, const py::object& dates) {
    return test_days(
        dates, [&](const Date& date) { return self.is_working_day(date); },
        [&](auto days, auto answers) { self.is_working_day(days, answers); });
}

py::object is_holiday(const WorkCalendar& self, const py::object& dates) {
    return test_days(
        dates, [&](const Date& date) { return self.is_holiday(date); },
        [&](auto days, auto answers) { self.is_holiday(days, answers); });
}

py::object roll(const WorkCalendar& self, const py::object& dates, const py::str& how) {
    const RollConvention convention = convention_of(how);
    if (is_one_date(dates.ptr())) {
        return py::cast(self.roll(date_from_python(dates.ptr()), convention));
    }
    if (py::isinstance<Recurrence>(dates)) {
        return rolled_dates(self, dates.cast<const Recurrence&>(), convention);
    }
    const DayArray array(dates);
    NewDays result(array.shape());
    {
        const py::gil_scoped_release released;
        self.roll(array.days(), convention, result.days);
    }
    return std::move(result.array);
}

py::object add(const WorkCalendar& self, const py::object& dates, const py::object& n) {
    if (!is_one_number(n)) return add_arrays(self, dates, n);
    const std::int64_t number = one_number(n);
    if (is_one_date(dates.ptr())) {
        return py::cast(self.add(date_from_python(dates.ptr()), number));
    }
    const DayArray array(dates);
    NewDays result(array.shape());
    {
        const py::gil_scoped_release released;
        self.add(array.days(), number, result.days);
    }
    return std::move(result.array);
}

py::object count(const WorkCalendar& self, const py::object& begin, const py::object& end) {
    const auto one = [](const py::object& date) {
        return date.is_none() || is_one_date(date.ptr());
    };
    if (one(begin) && one(end)) {
        const auto until =
            end.is_none() ? std::nullopt : std::optional(date_from_python(end.ptr()));
        return py::int_(self.count(date_from_python(begin.ptr()), until));
    }
    Side begins(self, begin);
    Side ends(self, end);
    if (begins.array && ends.array && begins.array->shape() != ends.array->shape()) {
        throw_shapes("begins", begins.array->days().size(), "ends", ends.array->days().size());
    }
    const std::vector<py::ssize_t> shape =
        begins.array ? begins.array->shape() : ends.array->shape();
    NewArray<std::int64_t> result(shape);
    {
        const py::gil_scoped_release released;
        self.count(begins.for_each(result.values.size()), ends.for_each(result.values.size()),
                   result.values);
    }
    return std::move(result.array);
}

// For NumPy and pandas ----------------------------------------------------------------------------

py::object to_busdaycalendar(const WorkCalendar& self, const std::optional<Date>& begin,
                             const std::optional<Date>& end) {
    const Interval days(begin.value_or(self.horizon().begin()), end_of(self, end));
    // The weekend at the end. If another one came before it, a day off of that is a holiday here, and a
    // day that was worked then keeps its weekday in the mask.
    std::string weekmask = "1111111";
    for (const Weekday weekday : self.weekend(days.last())) {
        weekmask[static_cast<std::size_t>(weekday.index())] = '0';
    }
    for (const Date& date : self.working_days(days)) {
        weekmask[static_cast<std::size_t>(weekday_of(date).index())] = '1';
    }
    DateSet closed = DateSet::of(days) - self.working_days(days);
    std::vector<DayNumber> holidays;
    for (const Date& date : closed) {
        if (weekmask[static_cast<std::size_t>(weekday_of(date).index())] == '1') {
            holidays.push_back(day_number(date));
        }
    }
    return py::module_::import("numpy").attr("busdaycalendar")(
        py::arg("weekmask") = weekmask, py::arg("holidays") = to_array(holidays));
}

py::object to_pandas_offset(const WorkCalendar& self, const std::optional<Date>& begin,
                            const std::optional<Date>& end) {
    return py::module_::import("pandas.tseries.offsets")
        .attr("CustomBusinessDay")(py::arg("calendar") = to_busdaycalendar(self, begin, end));
}

}  // namespace probity::python
