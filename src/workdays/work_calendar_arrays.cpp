// A WorkCalendar's arithmetic on arrays of day numbers.
//
// The loops say at which element they could not answer; what to say of it is found out here.
#include <limits>
#include <string>

#include "date/text.hpp"
#include "probity/workdays/work_calendar.hpp"
#include "text/sentence.hpp"
#include "workdays/array_loops.hpp"
#include "workdays/work_calendar_data.hpp"

namespace probity {
namespace {

using detail::sentence;
using detail::WorkCalendarData;
using detail::WorkTable;

constexpr std::int64_t not_a_time = std::numeric_limits<std::int64_t>::min();

void require_same_length(std::size_t days, std::size_t answers, std::string_view kind) {
    if (days != answers) {
        throw ProbityError(sentence(kind, {{"days", days}, {"answers", answers}}));
    }
}

/// Throws for a day that cannot be answered for, unless it can: `end_allowed` for ends, which may
/// be the first day after the horizon.
void require_known(const WorkCalendarData& data, std::size_t index, std::int64_t day,
                   bool end_allowed = false) {
    if (day == not_a_time) {
        throw DateError(sentence("calendar.not_a_time", {{"index", index}}));
    }
    const std::uint64_t place = data.work_days.place(day);
    if (place < data.work_days.size() + (end_allowed ? 1 : 0)) return;
    throw HorizonError(sentence(
        "horizon.element_outside",
        {{"index", index}, {"day", detail::day_text(day)}, {"horizon", data.horizon_text()}}));
}

[[noreturn]] void throw_left_horizon(const WorkCalendarData& data, std::size_t index,
                                     std::int64_t day, const Text& step) {
    throw HorizonError(sentence("horizon.element_left", {{"index", index},
                                                         {"step", step},
                                                         {"from", detail::day_text(day)},
                                                         {"horizon", data.horizon_text()}}));
}

}  // namespace

void WorkCalendar::is_working_day(std::span<const std::int64_t> days,
                                  std::span<bool> answers) const {
    require_same_length(days.size(), answers.size(), "calendar.answers");
    const std::size_t done = detail::test_worked(WorkTable(data_->work_days), days, answers.data());
    if (done < days.size()) require_known(*data_, done, days[done]);
}

void WorkCalendar::is_holiday(std::span<const std::int64_t> days, std::span<bool> answers) const {
    require_same_length(days.size(), answers.size(), "calendar.answers");
    const std::size_t done = detail::test_bits(WorkTable(data_->work_days),
                                               data_->holiday_bits.data(), days, answers.data());
    if (done < days.size()) require_known(*data_, done, days[done]);
}

void WorkCalendar::roll(std::span<const std::int64_t> days, RollConvention convention,
                        std::span<std::int64_t> answers) const {
    require_same_length(days.size(), answers.size(), "calendar.answers");
    const std::size_t done =
        detail::roll_days(WorkTable(data_->work_days), days, convention, answers);
    if (done == days.size()) return;
    require_known(*data_, done, days[done]);
    throw_left_horizon(*data_, done, days[done], detail::rolling_text(convention));
}

void WorkCalendar::add(std::span<const std::int64_t> days, std::int64_t n,
                       std::span<std::int64_t> answers) const {
    require_same_length(days.size(), answers.size(), "calendar.answers");
    const std::size_t done = detail::add_same(WorkTable(data_->work_days), days, n, answers);
    if (done == days.size()) return;
    require_known(*data_, done, days[done]);
    throw_left_horizon(*data_, done, days[done], detail::adding_text(n));
}

void WorkCalendar::add(std::span<const std::int64_t> days, std::span<const std::int64_t> ns,
                       std::span<std::int64_t> answers) const {
    require_same_length(days.size(), ns.size(), "calendar.numbers");
    require_same_length(days.size(), answers.size(), "calendar.answers");
    const std::size_t done = detail::add_each(WorkTable(data_->work_days), days, ns, answers);
    if (done == days.size()) return;
    require_known(*data_, done, days[done]);
    throw_left_horizon(*data_, done, days[done], detail::adding_text(ns[done]));
}

void WorkCalendar::count(std::span<const std::int64_t> begins, std::span<const std::int64_t> ends,
                         std::span<std::int64_t> answers) const {
    require_same_length(begins.size(), ends.size(), "calendar.ends");
    require_same_length(begins.size(), answers.size(), "calendar.answers");
    const std::size_t done =
        detail::count_pairs(WorkTable(data_->work_days), begins, ends, answers);
    if (done == begins.size()) return;
    require_known(*data_, done, begins[done], true);
    require_known(*data_, done, ends[done], true);
}

}  // namespace probity
