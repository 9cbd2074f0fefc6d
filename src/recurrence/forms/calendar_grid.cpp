#include <bit>

#include "date/ranked_bits.hpp"
#include "recurrence/forms/calendar_grid.hpp"

namespace probity::detail {
namespace {

// Which of a year and its neighbours is a leap year: at most one of the three.
enum Leap : int { none_leap, before_leap, this_leap, after_leap };

// Kinds of week-years, by year mod 400: which of the years is a leap year, and the weekday of
// 1 January.
constexpr auto week_year_kinds = [] {
    std::array<std::int8_t, years_in_cycle> kinds{};
    for (int i = 0; i < years_in_cycle; ++i) {
        const int year = 1600 + i;
        const int leap = is_leap(year)       ? this_leap
                         : is_leap(year - 1) ? before_leap
                         : is_leap(year + 1) ? after_leap
                                             : none_leap;
        kinds[static_cast<std::size_t>(i)] =
            static_cast<std::int8_t>(leap * 7 + weekday_index(year_start(year)));
    }
    return kinds;
}();

}  // namespace

WeekYearGrid::WeekYearGrid(const Rule& rule, const ImpliedParts& implied)
    : week_start_(rule.week_start().index()),
      weeks_(rule.by_week_no()),
      weekdays_(implied.weekdays),
      positions_(rule.by_set_pos()) {
    for (int kind = 0; kind < year_kinds; ++kind) {
        const int into_week = (kind % 7 - week_start_ + 7) % 7;
        days_before_[static_cast<std::size_t>(kind)] =
            static_cast<std::int8_t>(into_week <= 3 ? into_week : into_week - 7);
    }
    const bool has_filter =
        rule.by_month() != 0 || !implied.month_days.empty() || !rule.by_year_day().empty();
    if (has_filter) filter_.emplace(rule, implied, implied.months);
}

int WeekYearGrid::kind_in_cycle(std::size_t i) noexcept { return week_year_kinds[i]; }

YearBits WeekYearGrid::pattern(int kind) const {
    const int leap = kind / 7;
    const int new_year = kind % 7;  // the weekday of 1 January
    const int length = leap == this_leap ? 366 : 365;
    const int before = days_before_[static_cast<std::size_t>(new_year)];
    const int weeks =
        (before + length - days_before_[static_cast<std::size_t>((new_year + length) % 7)]) /
        7;  // 52 or 53

    YearBits days{};
    // Bit i of a week is the weekday i days after the week's first.
    const std::uint64_t week = ((weekdays_ | std::uint32_t{weekdays_} << 7) >> week_start_) & 0x7f;
    weeks_.for_each_ascending([&](int n) {
        const int i = n > 0 ? n - 1 : weeks + n;
        if (i >= 0 && i < weeks) or_into_year(days, weekdays_ != 0 ? week : 0x7f, i * 7);
    });
    if (filter_) keep_admitted(days, leap, new_year);
    if (!positions_.empty()) keep_positions(days, positions_);
    return days;
}

void WeekYearGrid::keep_admitted(YearBits& days, int leap, int new_year) const {
    const auto length_of = [](bool is_leap_year) { return is_leap_year ? 366 : 365; };
    const int length_before = length_of(leap == before_leap);
    const int length = length_of(leap == this_leap);
    // The calendar years that the week-year meets, each with the bit of its day 0.
    struct Calendar {
        YearBits admitted;
        int day_zero;
    };
    const int first = days_before_[static_cast<std::size_t>(new_year)];
    const std::array<Calendar, 3> calendars{{
        {filter_->days(leap == before_leap, (new_year + 371 - length_before) % 7),
         first - length_before - 1},
        {filter_->days(leap == this_leap, new_year), first - 1},
        {filter_->days(leap == after_leap, (new_year + length) % 7), first + length - 1},
    }};
    YearBits kept{};
    for (std::size_t w = 0; w < days.size(); ++w) {
        for (std::uint64_t rest = days[w]; rest != 0; rest &= rest - 1) {
            const int bit = static_cast<int>(w) * word_bits + std::countr_zero(rest);
            const Calendar& calendar = calendars[bit < first ? 0 : bit < first + length ? 1 : 2];
            const int day = bit - calendar.day_zero;
            const bool admitted =
                (calendar.admitted[static_cast<std::size_t>(day / word_bits)] >> (day % word_bits) &
                 1) != 0;
            if (admitted) or_into_year(kept, 1, bit);
        }
    }
    days = kept;
}

}  // namespace probity::detail
