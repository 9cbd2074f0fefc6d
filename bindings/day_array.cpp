#include "day_array.hpp"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "arrow_days.hpp"
#include "convert.hpp"
#include "date/interruption.hpp"
#include "text/sentence.hpp"

namespace probity::python {
namespace {

py::module_ numpy() { return py::module_::import("numpy"); }

bool is_day_unit(const py::dtype& type) {
    return py::object(type.attr("str")).equal(py::str("<M8[D]"));
}

std::span<const std::int64_t> day_numbers_in(const py::array& array) {
    return {static_cast<const std::int64_t*>(array.data()), static_cast<std::size_t>(array.size())};
}

/// The index of the first number that is wrong; their size if none is.
template <class IsWrong>
std::size_t first_wrong(std::span<const std::int64_t> numbers, IsWrong is_wrong) {
    return detail::in_runs(numbers.size(), [&](std::size_t first, std::size_t count) {
        const auto run = numbers.subspan(first, count);
        return static_cast<std::size_t>(std::find_if(run.begin(), run.end(), is_wrong) -
                                        run.begin());
    });
}

// Of a unit as coarse as a year, 64 bits hold more than NumPy can say in days.
void check_within_reach(const py::array& given) {
    const auto [unit, count] =
        numpy().attr("datetime_data")(given.dtype()).cast<std::pair<std::string, std::int64_t>>();
    if (unit != "Y" && unit != "M" && unit != "W" && unit != "D") return;
    // Far beyond any date, in whichever of these units.
    const std::int64_t most = 1'000'000'000'000 / count;
    const auto numbers = day_numbers_in(given);
    const std::size_t index = first_wrong(numbers, [&](std::int64_t number) {
        return number != not_a_time && (number > most || number < -most);
    });
    if (index == numbers.size()) return;
    const py::object value = given.attr("ravel")().attr("__getitem__")(index);
    throw DateError(detail::sentence(
        "python.at_index",
        {{"index", index},
         {"message",
          detail::sentence("python.out_of_range", {{"value", text_of(py::str(value))},
                                                   {"range", detail::sentence("date.range")}})}}));
}

// A unit finer than a day can hold a time of day, which shows in that it does not come back.
void check_whole_days(const py::array& given, const py::array& days) {
    const py::array back = days.attr("astype")(given.dtype());
    const auto before = day_numbers_in(given);
    const auto after = day_numbers_in(back);
    const std::size_t index =
        detail::in_runs(before.size(), [&](std::size_t first, std::size_t count) {
            const auto run = before.subspan(first, count);
            const auto found = std::mismatch(run.begin(), run.end(),
                                             after.begin() + static_cast<std::ptrdiff_t>(first))
                                   .first;
            return static_cast<std::size_t>(found - run.begin());
        });
    if (index == before.size()) return;
    const py::object value = given.attr("ravel")().attr("__getitem__")(index);
    throw DateError(detail::sentence(
        "python.at_index", {{"index", index},
                            {"message", detail::sentence("python.whole_days",
                                                         {{"value", text_of(py::str(value))}})}}));
}

bool is_array_like(py::handle values) {
    return py::hasattr(values, "__array__") || py::hasattr(values, "__array_interface__");
}

}  // namespace

DayArray::DayArray(py::handle values) {
    if (is_one_date(values.ptr())) {
        throw py::type_error(text_of(py::repr(values)) +
                             " is one date: an array of dates is wanted");
    }
    if (py::isinstance<DateSet>(values)) {
        const auto days = values.cast<const DateSet&>().day_numbers();
        own_.assign(days.begin(), days.end());
        days_ = own_;
        shape_ = {static_cast<py::ssize_t>(own_.size())};
    } else if (auto of_arrow = arrow_days(values)) {
        own_ = std::move(*of_arrow);
        days_ = own_;
        shape_ = {static_cast<py::ssize_t>(own_.size())};
    } else if (py::hasattr(values, "mask") && py::hasattr(values, "filled")) {
        // A value that a masked array hides is no date.
        const py::object fill = numpy().attr("datetime64")("NaT");
        read_array(values.attr("filled")(fill));
    } else if (is_array_like(values)) {
        read_array(numpy().attr("asarray")(values));
    } else {
        read_dates(values);
    }
}

void DayArray::read_array(py::object object) {
    const py::array array = object;
    shape_.assign(array.shape(), array.shape() + array.ndim());
    const char kind = array.dtype().kind();
    if (kind == 'O' || kind == 'U') {
        read_dates(array.attr("ravel")().attr("tolist")());
        shape_.assign(array.shape(), array.shape() + array.ndim());
        return;
    }
    if (kind != 'M') {
        throw py::type_error("an array of " + text_of(py::str(array.dtype())) +
                             " holds no dates: datetime64, dates or text are wanted");
    }
    const py::array given = numpy().attr("require")(array, array.dtype().attr("newbyteorder")("="),
                                                    py::make_tuple("C", "ALIGNED"));
    py::array days = given;
    if (!is_day_unit(given.dtype())) {
        check_within_reach(given);
        days = given.attr("astype")("datetime64[D]");
        check_whole_days(given, days);
    }
    days_ = day_numbers_in(days);
    keep_ = std::move(days);
}

void DayArray::read_dates(py::handle iterable) {
    for (const Date& date : dates_from_python(iterable)) own_.push_back(day_number(date));
    days_ = own_;
    shape_ = {static_cast<py::ssize_t>(own_.size())};
}

void DayArray::check_dates() const {
    const std::size_t index = first_wrong(
        days_, [](std::int64_t day) { return day < first_day_number || day > last_day_number; });
    if (index == days_.size()) return;

    const std::int64_t bad = days_[index];
    if (bad == not_a_time) {
        throw DateError(detail::sentence("python.at_index_nat", {{"index", index}}));
    }
    try {
        (void)date_of(bad);
    } catch (const DateError& error) {
        throw DateError(
            detail::sentence("python.at_index", {{"index", index}, {"message", error.text()}}));
    }
}

NewDays::NewDays(const std::vector<py::ssize_t>& shape)
    : array(py::dtype("M8[D]"), shape),
      days(static_cast<std::int64_t*>(array.mutable_data()),
           static_cast<std::size_t>(array.size())) {}

py::array to_array(const DateSet& dates) {
    NewDays result({static_cast<py::ssize_t>(dates.size())});
    dates.write(result.days);
    return std::move(result.array);
}

py::array to_array(std::span<const DayNumber> days) {
    NewDays result({static_cast<py::ssize_t>(days.size())});
    std::copy(days.begin(), days.end(), result.days.begin());
    return std::move(result.array);
}

py::array to_array(FlatArray<std::int64_t> days) {
    if (days.empty()) return std::move(NewDays({0}).array);
    const auto size = static_cast<py::ssize_t>(days.size());
    std::int64_t* const numbers = days.release();
    const py::capsule owner(numbers, [](void* block) { std::free(block); });
    return py::array(py::dtype("M8[D]"), {size}, {}, numbers, owner);
}

DateSet date_set_of(py::handle values) {
    if (py::isinstance<DateSet>(values)) return values.cast<DateSet>();
    const DayArray array(values);
    array.check_dates();
    std::vector<DayNumber> days(array.days().size());
    detail::in_runs(days.size(), [&](std::size_t first, std::size_t count) {
        const auto run = array.days().subspan(first, count);
        std::transform(run.begin(), run.end(), days.begin() + static_cast<std::ptrdiff_t>(first),
                       [](std::int64_t day) { return static_cast<DayNumber>(day); });
        return count;
    });
    return DateSet::of_day_numbers(std::move(days));
}

std::vector<Date> date_list_of(py::handle values) {
    const DayArray array(values);
    array.check_dates();
    std::vector<Date> dates;
    dates.reserve(array.days().size());
    for (const std::int64_t day : array.days()) {
        detail::interruption_point(dates.size());
        dates.push_back(detail::unchecked_date(day));
    }
    return dates;
}

}  // namespace probity::python
