// A WorkCalendar's arithmetic on arrays of day numbers.
//
// The loops say at which element they could not answer; what to say of it is found out here.
#include <limits>
#include <string>

#include "date/text.hpp"
#include "probity/workdays/work_calendar.hpp"
#include "workdays/array_loops.hpp"
#include "workdays/work_calendar_data.hpp"

namespace probity {
namespace {

using detail::WorkCalendarData;
using detail::working_days_text;
using detail::WorkTable;

constexpr std::int64_t not_a_time = std::numeric_limits<std::int64_t>::min();

void require_same_length(std::size_t days, std::size_t answers, const char* of_what) {
    if (days != answers) {
        throw ProbityError("arrays of " + std::to_string(days) + " days and " +
                           std::to_string(answers) + " " + of_what +
                           " do not fit together: they must be of one length");
    }
}

/// Throws for a day that cannot be answered for, unless it can: `end_allowed` for ends, which may
/// be the first day after the horizon.
void require_known(const WorkCalendarData& data, std::size_t index, std::int64_t day,
                   bool end_allowed = false) {
    const std::string element = "element " + std::to_string(index);
    if (day == not_a_time) {
        throw DateError(element + " is not a time (NaT): only dates can be answered for");
    }
    const std::uint64_t place = data.work_days.place(day);
    if (place < data.work_days.size() + (end_allowed ? 1 : 0)) return;
    throw HorizonError(element + ", " + detail::day_text(day) + ", is outside " +
                       data.horizon_text());
}

[[noreturn]] void throw_left_horizon(const WorkCalendarData& data, std::size_t index,
                                     std::int64_t day, const std::string& what) {
    throw HorizonError("element " + std::to_string(index) + ": " + what + " " +
                       detail::day_text(day) + " leaves " + data.horizon_text());
}

}  // namespace

void WorkCalendar::is_working_day(std::span<const std::int64_t> days,
                                  std::span<bool> answers) const {
    require_same_length(days.size(), answers.size(), "answers");
    const std::size_t done = detail::test_worked(WorkTable(data_->work_days), days, answers.data());
    if (done < days.size()) require_known(*data_, done, days[done]);
}

void WorkCalendar::is_holiday(std::span<const std::int64_t> days, std::span<bool> answers) const {
    require_same_length(days.size(), answers.size(), "answers");
    const std::size_t done = detail::test_bits(WorkTable(data_->work_days),
                                               data_->holiday_bits.data(), days, answers.data());
    if (done < days.size()) require_known(*data_, done, days[done]);
}

void WorkCalendar::roll(std::span<const std::int64_t> days, RollConvention convention,
                        std::span<std::int64_t> answers) const {
    require_same_length(days.size(), answers.size(), "answers");
    const std::size_t done =
        detail::roll_days(WorkTable(data_->work_days), days, convention, answers);
    if (done == days.size()) return;
    require_known(*data_, done, days[done]);
    throw_left_horizon(*data_, done, days[done],
                       "rolling (" + std::string(to_string(convention)) + ")");
}

void WorkCalendar::add(std::span<const std::int64_t> days, std::int64_t n,
                       std::span<std::int64_t> answers) const {
    require_same_length(days.size(), answers.size(), "answers");
    const std::size_t done = detail::add_same(WorkTable(data_->work_days), days, n, answers);
    if (done == days.size()) return;
    require_known(*data_, done, days[done]);
    throw_left_horizon(*data_, done, days[done], "adding " + working_days_text(n) + " to");
}

void WorkCalendar::add(std::span<const std::int64_t> days, std::span<const std::int64_t> ns,
                       std::span<std::int64_t> answers) const {
    require_same_length(days.size(), ns.size(), "numbers of working days");
    require_same_length(days.size(), answers.size(), "answers");
    const std::size_t done = detail::add_each(WorkTable(data_->work_days), days, ns, answers);
    if (done == days.size()) return;
    require_known(*data_, done, days[done]);
    throw_left_horizon(*data_, done, days[done], "adding " + working_days_text(ns[done]) + " to");
}

void WorkCalendar::count(std::span<const std::int64_t> begins, std::span<const std::int64_t> ends,
                         std::span<std::int64_t> answers) const {
    require_same_length(begins.size(), ends.size(), "ends");
    require_same_length(begins.size(), answers.size(), "answers");
    const std::size_t done =
        detail::count_pairs(WorkTable(data_->work_days), begins, ends, answers);
    if (done == begins.size()) return;
    require_known(*data_, done, begins[done], true);
    require_known(*data_, done, ends[done], true);
}

}  // namespace probity
